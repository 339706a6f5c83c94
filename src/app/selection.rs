//! Selecting words by keys: where it began, the free end, and what the keys move it to.
//!
//! Both ends are characters, by their offsets; the unit in which they are taken makes the range of
//! them. So growing from characters to paragraphs and back loses nothing.

use super::article::Stepped;
use super::motion::{Unit, last_of};
use super::step::Way;
use super::{Action, App, Effect, Panel};
use crate::document::{Document, TextRange};
use crate::export;

/// Words that are being selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The character at which it began.
    anchor: usize,
    /// The character at the free end, before or after it.
    head: usize,
    /// What it consists of.
    pub unit: Unit,
}

/// Longer selections are told by their paragraphs: their words are not counted for each frame.
const COUNTED_BYTES: usize = 64 << 10;

impl Selection {
    /// The whole units from the one around `anchor` to the one around `head`.
    pub fn new(anchor: usize, head: usize, unit: Unit) -> Self {
        Self { anchor, head, unit }
    }

    /// The characters of a range, with its end free.
    fn of_range(document: &Document, range: TextRange) -> Self {
        let head = last_of(document, range).max(range.start());
        Self::new(range.start(), head, Unit::Character)
    }

    /// What is selected. It may cross blocks; both of its ends are inside of one.
    pub fn range(self, document: &Document) -> TextRange {
        let (first, last) = (self.anchor.min(self.head), self.anchor.max(self.head));
        let start = self.unit.around(document, first).start();
        TextRange::new(start, self.unit.around(document, last).end().max(start))
    }

    /// The character at the free end of the range.
    pub fn free_end(self, document: &Document) -> usize {
        self.edge(document, if self.head < self.anchor { Way::Backward } else { Way::Forward })
    }

    /// The same with its free end moved to another character.
    pub fn extended(self, head: usize) -> Self {
        Self { head, ..self }
    }

    /// The character at one side of the unit at the free end: where a motion to that side starts.
    fn edge(self, document: &Document, way: Way) -> usize {
        let unit = self.unit.around(document, self.head);
        match way {
            _ if self.unit == Unit::Character => self.head,
            Way::Forward => last_of(document, unit),
            Way::Backward => unit.start(),
        }
    }
}

impl App {
    /// What the reader has selected; inside one block, or over several.
    pub fn selection(&self) -> Option<TextRange> {
        let range = self.article.selection?.range(&self.document);
        (!range.is_empty()).then_some(range)
    }

    /// How much is selected, in the reader's words.
    pub fn selection_words(&self) -> Option<String> {
        let range = self.selection()?;
        let selection = self.article.selection?;
        let unit = match selection.unit {
            Unit::Character => String::new(),
            unit => format!(", by {}", unit.words()),
        };
        if range.len() > COUNTED_BYTES {
            let number = |at| self.document.block_around(at).map_or(0, |block| block.number);
            let (first, last) = (number(range.start()), number(range.end()));
            return Some(format!("selected: paragraphs {first} to {last}{unit}"));
        }
        let parts = export::parts(&self.document, range);
        let texts = parts.iter().map(|part| &self.document[*part]);
        let n_words: usize = texts.map(|text| text.split_whitespace().count()).sum();
        // As it is copied, with what stands between two paragraphs then.
        let n_characters = export::passage(&self.document, range).chars().count();
        let words = if n_words == 1 { "word" } else { "words" };
        let characters = if n_characters == 1 { "character" } else { "characters" };
        Some(format!("selected: {n_words} {words}, {n_characters} {characters}{unit}"))
    }

    /// Begins to select at the item, the match or the reading place; again, takes larger units.
    pub(super) fn select(&mut self) {
        if let Some(selection) = &mut self.article.selection {
            selection.unit = selection.unit.next();
            return self.view.focus_on(Panel::Article);
        }
        if self.view.focus != Panel::Article || self.view.browsed != Panel::Article {
            self.go_there();
        }
        let document = self.document.clone();
        if document.is_empty() {
            return;
        }
        let item = match self.article.stepped() {
            Some(Stepped::Event(index)) => Some(self.layers.events[index as usize].mention),
            Some(Stepped::Quote(index)) => Some(self.layers.quotes[index as usize].words),
            Some(Stepped::Passage(range)) => Some(range),
            None => None,
        };
        let place = self.article.place();
        let place = place.min(last_character(&document, place));
        let range = item.filter(|range| !range.is_empty());
        let range = range.unwrap_or_else(|| Unit::Character.around(&document, place));
        self.article.selection = Some(Selection::of_range(&document, range));
        self.view.focus_on(Panel::Article);
    }

    /// Selects nothing any more; whether anything was.
    pub fn leave_selection(&mut self) -> bool {
        self.article.selection.take().is_some()
    }

    /// Does what an action does while words are selected: motions move the free end. What else
    /// moves the reading place takes the free end with it.
    pub(super) fn act_selecting(&mut self, action: Action, count: Option<u32>) -> Vec<Effect> {
        let n = count.unwrap_or(1).clamp(1, 10_000);
        if let Some(motion) = Motion::of(action, count) {
            for _ in 0..n {
                self.move_free_end(motion);
            }
            return Vec::new();
        }
        match action {
            Action::Escape | Action::Quit => {
                self.leave_selection();
            }
            Action::OtherEnd => self.swap_ends(),
            Action::Down => self.move_free_end_by_rows(n as isize),
            Action::Up => self.move_free_end_by_rows(-(n as isize)),
            Action::PageDown | Action::PageUp | Action::HalfPageDown | Action::HalfPageUp => {
                let rows = self.article.rows();
                let is_half = matches!(action, Action::HalfPageDown | Action::HalfPageUp);
                let rows = if is_half { rows / 2 } else { rows.saturating_sub(2) };
                let rows = (rows.max(1) * n as usize) as isize;
                let is_down = matches!(action, Action::PageDown | Action::HalfPageDown);
                self.move_free_end_by_rows(if is_down { rows } else { -rows });
            }
            _ => {
                let place = self.article.place();
                let effects = self.act(action, count);
                self.take_free_end_along(place);
                return effects;
            }
        }
        Vec::new()
    }

    /// Moves the free end to the reading place, if that has moved from `before`.
    pub(super) fn take_free_end_along(&mut self, before: usize) {
        let place = self.article.place();
        if let Some(selection) = self.article.selection.filter(|_| place != before) {
            // What is selected has no gap.
            let document = &self.document;
            let from = selection.edge(document, Way::Forward);
            let first = document.stretch_at(from).start();
            let head = place.max(first).min(last_character(document, from));
            self.article.selection = Some(selection.extended(head));
        }
    }

    fn move_free_end(&mut self, motion: Motion) {
        let document = self.document.clone();
        let Some(selection) = self.article.selection else { return };
        let from = selection.edge(&document, motion.way);
        let to = match (motion.to, motion.way) {
            (To::Next(unit), way) => {
                let unit = unit.unwrap_or(selection.unit);
                match (unit, way) {
                    (Unit::Character | Unit::Word, Way::Forward) => unit.after(&document, from),
                    (_, Way::Forward) => unit.end_after(&document, from),
                    (Unit::Character, Way::Backward) => unit.before(&document, from),
                    (_, Way::Backward) => unit.start_before(&document, from),
                }
            }
            (To::Edge(unit), Way::Forward) => unit.end_after(&document, from),
            (To::Edge(unit), Way::Backward) => unit.start_before(&document, from),
            (To::RowEnd, Way::Forward) => Some(self.article.row_ends(&document, from).1),
            (To::RowEnd, Way::Backward) => Some(self.article.row_ends(&document, from).0),
            (To::TextEnd, Way::Forward) => Some(last_character(&document, from)),
            (To::TextEnd, Way::Backward) => Some(document.stretch_at(from).start()),
        };
        if let Some(head) = to {
            self.put_free_end(selection.extended(head));
        }
    }

    pub(super) fn move_free_end_by_rows(&mut self, rows: isize) {
        let document = self.document.clone();
        let Some(selection) = self.article.selection else { return };
        let from = selection.free_end(&document);
        let head = self.article.row_moved(&document, from, rows);
        self.put_free_end(selection.extended(head));
    }

    fn swap_ends(&mut self) {
        let document = self.document.clone();
        let Some(selection) = self.article.selection else { return };
        let swapped = Selection::new(selection.head, selection.anchor, selection.unit);
        self.article.keep_in_sight(&document, swapped.free_end(&document));
        self.article.selection = Some(swapped);
    }

    /// Takes a selection whose free end was moved, and shows that end.
    pub(super) fn put_free_end(&mut self, selection: Selection) {
        let document = self.document.clone();
        self.article.selection = Some(selection);
        self.article.keep_in_sight(&document, selection.free_end(&document));
    }
}

/// A way to move the free end.
#[derive(Debug, Clone, Copy)]
struct Motion {
    to: To,
    way: Way,
}

/// Where to.
#[derive(Debug, Clone, Copy)]
enum To {
    /// The next unit, or without one, the next of what is selected.
    Next(Option<Unit>),
    /// The end of a unit, or its beginning.
    Edge(Unit),
    /// The end of the row, or its beginning.
    RowEnd,
    /// The end of the text, or its beginning.
    TextEnd,
}

impl Motion {
    fn of(action: Action, count: Option<u32>) -> Option<Self> {
        let (to, way) = match action {
            Action::Right => (To::Next(None), Way::Forward),
            Action::Left => (To::Next(None), Way::Backward),
            Action::NextWord => (To::Next(Some(Unit::Word)), Way::Forward),
            Action::PreviousWord => (To::Next(Some(Unit::Word)), Way::Backward),
            Action::WordEnd => (To::Edge(Unit::Word), Way::Forward),
            Action::NextSentence => (To::Edge(Unit::Sentence), Way::Forward),
            Action::PreviousSentence => (To::Edge(Unit::Sentence), Way::Backward),
            Action::NextParagraph => (To::Edge(Unit::Paragraph), Way::Forward),
            Action::PreviousParagraph => (To::Edge(Unit::Paragraph), Way::Backward),
            Action::RowEnd => (To::RowEnd, Way::Forward),
            Action::RowStart => (To::RowEnd, Way::Backward),
            Action::Bottom if count.is_none() => (To::TextEnd, Way::Forward),
            Action::Top if count.is_none() => (To::TextEnd, Way::Backward),
            _ => return None,
        };
        Some(Self { to, way })
    }
}

/// The last character of the text, without a gap between `from` and it.
fn last_character(document: &Document, from: usize) -> usize {
    let end = document.stretch_at(from).end();
    let Some(block) = document.block_around(end) else { return 0 };
    last_of(document, block.range)
}
