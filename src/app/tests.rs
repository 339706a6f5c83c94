mod arrivals;
mod dating;
mod going;
mod keeping;
mod mentions;
mod mouse;
mod peeks;
mod prompting;
mod references;
mod searching;
mod selecting;
mod stepping;

use super::*;
use crate::document::{
    Basis, BlockKind, Builder, Event, Findings, Meta, Origin, Quotation, QuoteKind, Speaker,
    SpeakerId, When,
};
use crate::export::Style;

/// A document of one row a paragraph in which `[year]` is an event and `“words”` a quotation.
fn app(paragraphs: &[&str]) -> App {
    let mut builder = Builder::new();
    for paragraph in paragraphs {
        builder.add(BlockKind::Paragraph, paragraph);
    }
    let document = builder.finish(Meta::default());
    let mut findings = Findings {
        speakers: ["Anna", "Ben"]
            .map(|name| Speaker { name: CleanText::line(name), description: None })
            .to_vec(),
        ..Findings::default()
    };
    for block in document.blocks() {
        let text = &document[block.range];
        for (at, _) in text.match_indices('[') {
            let mention = block.range.start() + at + 1;
            let mention = TextRange::new(mention, mention + 4);
            let when = When::parse(&document[mention]).unwrap();
            findings.events.push(event(mention, when));
        }
        for (at, _) in text.match_indices('“') {
            let start = at + '“'.len_utf8();
            let end = start + text[start..].find('”').unwrap();
            let words = TextRange::new(block.range.start() + start, block.range.start() + end);
            let speaker = SpeakerId(u32::from(text.contains("Ben")));
            findings.quotes.push(quotation(words, speaker));
        }
    }
    let layers = Layers::merge(findings, Findings::default());
    let settings = Settings {
        theme: Theme::Dark,
        has_chosen_theme: false,
        depth: Depth::True,
        is_ascii: false,
        cite: Style::Plain,
        copy_command: Vec::new(),
        has_mouse: false,
        standing: Standing::default(),
        open_command: Vec::new(),
        name: CleanText::line("x"),
        file: FileNumber::ONLY,
    };
    let mut app = App::new(Arc::new(document), Arc::new(layers), settings, 60);
    fit(&mut app, 6);
    app
}

fn event(mention: TextRange, when: When) -> Event {
    Event {
        mention,
        when,
        basis: Basis::Stated,
        sentence: mention,
        label: CleanText::line("x"),
        is_era: false,
        origin: Origin::Extracted,
        rule: None,
        confidence: 1.0,
        rank: 1,
        same_as: None,
    }
}

fn quotation(words: TextRange, speaker: SpeakerId) -> Quotation {
    Quotation {
        words,
        kind: QuoteKind::Speech,
        speaker: Some(speaker),
        cue: None,
        continues: None,
        origin: Origin::Extracted,
        rule: None,
        confidence: 1.0,
    }
}

fn extracted(layers: Arc<Layers>) -> Message {
    Message::Extracted { layers: Some(layers), progress: None }
}

fn fit(app: &mut App, rows: u16) {
    let size = Size { columns: 60, rows };
    app.fit(Sizes { article: size, axis: 60, quotes: size, ..Sizes::default() });
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for character in keys.chars() {
        let code = match character {
            '\n' => Code::Enter,
            '\u{1b}' => Code::Esc,
            '\t' => Code::Tab,
            _ => Code::Char(character),
        };
        effects.extend(app.update(Message::Key(Key::plain(code))));
        fit(app, 6);
    }
    effects
}

/// The effect of copying `text`, which the reader knows as `what`.
fn copied(text: &str, what: &str) -> Effect {
    Effect::Copy { text: text.to_owned(), what: what.to_owned() }
}

fn event_words(app: &App) -> Option<&str> {
    let event = &app.layers.events[app.marked_event()? as usize];
    Some(&app.document[event.mention])
}

fn quote_words(app: &App) -> Option<&str> {
    let quote = &app.layers.quotes[app.marked_quote()? as usize];
    Some(&app.document[quote.words])
}

const STORY: &[&str] = &[
    "no date at all in this one",
    "it began in [1950] as Anna told: “one”",
    "before that, in [1940] and [1945], little",
    "filler",
    "filler",
    "Ben wrote “two” and then “three” of it",
    "filler",
    "and in [1960] it ended",
    "filler",
    "filler",
];

#[test]
fn another_file_is_gone_to_where_there_are_several() {
    let mut app = app(STORY);
    let next = Message::Key(Key::parse("Ctrl-n").unwrap());
    assert_eq!(app.update(next), []);
    assert_eq!(app.notice.as_ref().map(CleanText::as_str), Some("only one file is open"));
    app.settings.file = FileNumber { number: 2, of: 3 };
    press(&mut app, "2");
    let previous = Message::Key(Key::parse("Ctrl-p").unwrap());
    assert_eq!(app.update(previous), [Effect::OtherFile(-2)]);
    assert_eq!(app.notice, None);
}

#[test]
fn escape_takes_back_a_count_alone() {
    let mut app = app(STORY);
    press(&mut app, "tz12\u{1b}");
    assert!(app.view.is_zoomed);
    press(&mut app, ".");
    assert_eq!(event_words(&app), Some("1940"));
}

#[test]
fn escape_never_quits_and_q_closes_first() {
    let mut app = app(STORY);
    assert_eq!(press(&mut app, "\u{1b}\u{1b}\u{1b}"), []);
    assert_eq!(press(&mut app, "?q"), []);
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
}

#[test]
fn a_copy_is_the_words_of_the_item() {
    let mut app = app(STORY);
    assert_eq!(press(&mut app, ">y"), [copied("one", "the quotation")]);
    assert_eq!(press(&mut app, "gy"), [copied(STORY[0], "the paragraph")]);
}

#[test]
fn reading_again_stays_at_the_same_words() {
    let mut before = app(STORY);
    press(&mut before, "/ended\n\u{1b}");
    let mut changed: Vec<&str> = STORY.to_vec();
    changed.insert(0, "a paragraph that was not there before");
    let again = app(&changed);
    before.update(Message::Opened(again.document.clone(), again.layers.clone()));
    let at = before.article.place();
    assert_eq!(&before.document[TextRange::new(at, at + 5)], "ended");
}

#[test]
fn the_terminal_tells_its_page_unless_a_theme_was_chosen() {
    let mut app = app(STORY);
    app.update(Message::Background(Shade::Light));
    assert_eq!(app.settings.theme, Theme::Light);
    press(&mut app, "T");
    app.update(Message::Background(Shade::Dark));
    assert_eq!(app.settings.theme, Theme::Plain);
}

#[test]
fn a_burst_of_keys_is_as_good_as_one_by_one() {
    let keys = "jjj}}.>/filler\nnjj{5.G%kk";
    let mut slow = app(STORY);
    press(&mut slow, keys);
    let mut fast = app(STORY);
    for character in keys.chars() {
        let code = if character == '\n' { Code::Enter } else { Code::Char(character) };
        fast.update(Message::Key(Key::plain(code)));
    }
    fit(&mut fast, 6);
    assert_eq!(fast.article.place(), slow.article.place());
    assert_eq!(fast.article.page, slow.article.page);
}

#[test]
fn wider_is_never_narrower() {
    let mut app = app(STORY);
    app.article.measure = 120;
    press(&mut app, "=");
    assert_eq!(app.article.measure, 124);
}
