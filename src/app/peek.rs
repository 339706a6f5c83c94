//! The peek: all that is known of the marked event or quotation, or a footnote in full.

use super::article::{Size, Stepped};
use super::key::Key;
use super::named::person_lines;
use super::notes::note_lines;
use super::reference::reference_lines;
use super::timeline::date_words;
use super::{Action, App, Effect, Overlay, Panel, Press};
use crate::document::{CleanText, Event, Origin, Person, Quotation, TextRange};
use crate::export::Cited;
use crate::layout::wrap_text;

/// A line of the peek.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeekLine {
    /// The date, or who speaks.
    Head(CleanText),
    /// What happened, or who the speaker is.
    Label(CleanText),
    /// A row of the sentence, or of the words quoted.
    Words(TextRange),
    /// What is known besides, a name and a value.
    Fact(&'static str, CleanText),
    /// An empty line.
    Blank,
}

/// What is peeked at, and how far it is scrolled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Peeked {
    /// Its lines, made by [`App::lay_out_peek`].
    pub lines: Vec<PeekLine>,
    /// The first line shown.
    pub top: usize,
    /// The furthest that can be first; 0 if all lines are shown.
    pub last_top: usize,
    /// How many lines are shown.
    rows: usize,
}

impl Peeked {
    /// Scrolls by lines; at the ends it stays.
    pub(super) fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.last_top);
    }

    /// How many lines an action scrolls a peek that has more of them than are shown.
    fn scrolled(&self, action: Action, count: Option<u32>) -> Option<isize> {
        let n = count.unwrap_or(1).clamp(1, 10_000) as isize;
        let page = self.rows.max(2) as isize - 1;
        let lines = match action {
            _ if self.last_top == 0 => return None,
            Action::Down => n,
            Action::Up => -n,
            Action::PageDown => page * n,
            Action::PageUp => -page * n,
            Action::HalfPageDown => (page / 2).max(1) * n,
            Action::HalfPageUp => -(page / 2).max(1) * n,
            Action::Top => isize::MIN / 2,
            Action::Bottom => isize::MAX / 2,
            _ => return None,
        };
        Some(lines)
    }
}

/// Words are set no wider than this.
const MEASURE: usize = 72;

/// More than any screen holds is not laid out: a paragraph without stops is one sentence.
const MOST_BYTES: usize = 16 << 10;

/// What is peeked at, and gone to from there.
enum Subject<'a> {
    /// The person whose mentions are stepped through.
    Person(&'a Person),
    /// The notes on the paragraph.
    Notes,
    /// The references of the paragraph.
    References,
    /// An event.
    Event(u32),
    /// A quotation.
    Quote(u32),
}

/// The lines of the peek, for a width; empty if there is nothing to see.
pub(super) fn peek(app: &App, columns: u16) -> Vec<PeekLine> {
    let width = MEASURE.min(columns.into()).max(1);
    match app.subject() {
        Some(Subject::Person(person)) => person_lines(app, person),
        Some(Subject::Notes) => note_lines(app, width),
        Some(Subject::References) => reference_lines(app, width),
        Some(Subject::Event(index)) => event_lines(app, index as usize, width),
        Some(Subject::Quote(index)) => quote_lines(app, index as usize, width),
        None => Vec::new(),
    }
}

impl App {
    /// In the article the person who is named here, if their mentions are stepped through, or the
    /// notes or the references of the paragraph; else the item that the focus
    /// means, or on a page of the article the nearer one of the marked event and quotation.
    fn subject(&self) -> Option<Subject<'_>> {
        if let Some(person) = self.named_here() {
            return Some(Subject::Person(person));
        }
        if self.shows_notes() {
            return Some(Subject::Notes);
        }
        if self.shows_references() {
            return (!self.references().is_empty()).then_some(Subject::References);
        }
        let event = || self.marked_event().map(Subject::Event);
        let quote = || self.marked_quote().map(Subject::Quote);
        match self.meant()? {
            Cited::Passage(_) if self.is_quote_nearer() => quote().or_else(event),
            Cited::Passage(_) => event().or_else(quote),
            Cited::Event(index) => Some(Subject::Event(index as u32)),
            Cited::Quote(index) => Some(Subject::Quote(index as u32)),
        }
    }

    /// Whether a quotation begins between the last mention of an event and the reading place.
    fn is_quote_nearer(&self) -> bool {
        let (layers, place) = (&self.layers, self.article.place());
        let n_events = layers.events.partition_point(|event| event.mention.start() <= place);
        let n_quotes = layers.quotes.partition_point(|quote| quote.words.start() <= place);
        let event = layers.events[..n_events].last().map(|event| event.mention.start());
        let quote = layers.quotes[..n_quotes].last().map(|quote| quote.words.start());
        quote > event
    }

    pub(super) fn open_peek(&mut self) {
        if self.subject().is_some() {
            self.overlay = Some(Overlay::Peek(Peeked::default()));
        } else {
            self.tell("no note, no event, no quotation and no footnote here");
        }
    }

    /// Closes the peek and goes to what it shows.
    fn go_to_peeked(&mut self) {
        self.overlay = None;
        let target = match self.subject() {
            Some(Subject::Event(index)) => {
                Some((Stepped::Event(index), self.layers.events[index as usize].mention))
            }
            Some(Subject::Quote(index)) => {
                Some((Stepped::Quote(index), self.layers.quotes[index as usize].words))
            }
            Some(Subject::Notes) => {
                self.notes_here().first().map(|note| (Stepped::Passage(note.words), note.words))
            }
            // One is there.
            Some(Subject::Person(_)) => return,
            Some(Subject::References) | None => None,
        };
        match target {
            Some((stepped, range)) => self.jump(stepped, range),
            None => self.follow(),
        }
        self.view.focus_on(Panel::Article);
        self.link();
    }

    /// Makes the lines of the peek, if it is open: once for each frame, before it is told where
    /// everything is, since they decide how many rows the peek takes.
    pub fn lay_out_peek(&mut self, columns: u16) {
        if !matches!(self.overlay, Some(Overlay::Peek(_))) {
            return;
        }
        self.look_for_hit();
        // Without a reference in the paragraph, the nearest one on the page is shown.
        self.article.lay_out(&self.document);
        let lines = peek(self, columns);
        if let Some(Overlay::Peek(peeked)) = &mut self.overlay {
            peeked.lines = lines;
        }
    }

    /// Adopts the size of the peek in the coming frame.
    pub(super) fn fit_peek(&mut self, size: Size) {
        let Some(Overlay::Peek(peeked)) = &mut self.overlay else { return };
        peeked.rows = size.rows.into();
        peeked.last_top = peeked.lines.len().saturating_sub(peeked.rows);
        peeked.scroll(0);
    }

    /// Keys do what they always do, and the peek shows what is marked then; those that scroll, scroll
    /// a peek that is longer than its room.
    pub(super) fn press_in_peek(&mut self, key: Key) -> Vec<Effect> {
        let press = self.keymap.press(key);
        if let (Some(Overlay::Peek(peeked)), Press::Action(action, count)) =
            (&mut self.overlay, press)
        {
            match peeked.scrolled(action, count) {
                Some(lines) => {
                    peeked.scroll(lines);
                    return Vec::new();
                }
                // What is shown may be another item then.
                None => *peeked = Peeked::default(),
            }
        }
        match press {
            Press::Action(Action::Peek | Action::Escape | Action::Quit, _) => self.overlay = None,
            Press::Action(Action::GoThere, _) => self.go_to_peeked(),
            Press::Action(action, count) => return self.act(action, count),
            Press::Pending | Press::Unbound => {}
        }
        Vec::new()
    }
}

fn event_lines(app: &App, index: usize, width: usize) -> Vec<PeekLine> {
    let layers = &app.layers;
    let event = &layers.events[index];
    let mut lines = vec![
        PeekLine::Head(CleanText::line(&date_words(&app.document, event))),
        PeekLine::Label(event.label.clone()),
        PeekLine::Blank,
    ];
    lines.extend(words(app, event.sentence, width));
    lines.push(PeekLine::Blank);
    lines.push(fact("date", &format!("{}, {}", event.when.edtf(), event.basis.words())));
    lines.push(fact("from", &source_words(event.origin, event.rule, event.confidence)));
    let is_mention = |other: &&Event| other.same_as == Some(index as u32);
    let n_mentions = 1 + layers.events.iter().filter(is_mention).count();
    lines.push(fact("at", &place_words(app, event.mention, n_mentions)));
    lines
}

fn quote_lines(app: &App, index: usize, width: usize) -> Vec<PeekLine> {
    let quote = &app.layers.quotes[index];
    let speaker = quote.speaker.and_then(|id| app.layers.speakers.get(id.index()));
    let name = speaker.map_or_else(|| CleanText::line("unattributed"), |who| who.name.clone());
    let mut lines = vec![PeekLine::Head(name)];
    lines.extend(speaker.and_then(|who| who.description.clone()).map(PeekLine::Label));
    lines.push(PeekLine::Blank);
    for part in whole(&app.layers.quotes, index) {
        lines.extend(words(app, part.words, width));
    }
    lines.push(PeekLine::Blank);
    lines.push(fact("kind", &kind_words(quote)));
    lines.push(fact("from", &source_words(quote.origin, quote.rule, quote.confidence)));
    lines.push(fact("at", &place_words(app, quote.words, 1)));
    lines
}

/// A quotation and those that go on with it, paragraph by paragraph.
fn whole(quotes: &[Quotation], first: usize) -> impl Iterator<Item = &Quotation> {
    let goes_on = |(before, (_, quote)): &(usize, (usize, &Quotation))| {
        quote.continues == Some(*before as u32)
    };
    let pairs = (first..).zip(quotes.iter().enumerate().skip(first + 1));
    let rest = pairs.take_while(goes_on).map(|(_, (_, quote))| quote);
    quotes.get(first).into_iter().chain(rest)
}

pub(super) fn fact(name: &'static str, value: &str) -> PeekLine {
    PeekLine::Fact(name, CleanText::line(value))
}

/// The rows of a range inside one block.
pub(super) fn words(app: &App, range: TextRange, width: usize) -> impl Iterator<Item = PeekLine> {
    let text = &app.document[range];
    let rows = wrap_text(&text[..text.floor_char_boundary(MOST_BYTES)], width, width);
    rows.into_iter().map(move |row| {
        PeekLine::Words(TextRange::new(range.start() + row.start, range.start() + row.end))
    })
}

/// `extracted by date-month, 95% sure`; of what a person wrote, the origin alone.
fn source_words(origin: Origin, rule: Option<&str>, confidence: f32) -> String {
    match rule {
        Some(rule) => {
            format!("{} by {rule}, {:.0}% sure", origin.name(), f64::from(confidence) * 100.0)
        }
        None => origin.name().to_owned(),
    }
}

fn kind_words(quote: &Quotation) -> String {
    match &quote.cue {
        Some(cue) => format!("{}, “{cue}”", quote.kind.name()),
        None => quote.kind.name().to_owned(),
    }
}

pub(super) fn place_words(app: &App, words: TextRange, n_mentions: usize) -> String {
    let number = app.document.block_around(words.start()).map_or(0, |block| block.number);
    match n_mentions {
        _ if number == 0 => "above the first paragraph".to_owned(),
        1 => format!("paragraph {number}"),
        n => format!("paragraph {number}, the first of {n} mentions"),
    }
}
