//! The search prompt, the search in force, and where each came from; and the keys of a line that
//! is typed.

use super::article::Bookmark;
use super::key::{Code, Key};
use super::view::View;
use crate::document::{Document, Layers, TextRange};
use crate::search::{Hits, Index, Query};
use tui_input::{Input, InputRequest};

/// The line in which a phrase is typed.
#[derive(Debug)]
pub struct Prompt {
    /// The text and its cursor.
    pub input: Input,
    /// The page from which `/` was pressed.
    pub origin: Bookmark,
    /// What stood where then.
    pub view: View,
    /// The search in force then.
    pub before: Phrase,
}

/// A search that can be taken up again.
#[derive(Debug, Clone, Default)]
pub struct Phrase {
    typed: String,
    is_shown: bool,
    current: Option<usize>,
}

/// What a key did to the prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromptPress {
    /// The text changed.
    Edited,
    /// The search stays.
    Accepted,
    /// Back to where it began.
    Cancelled,
    /// The cursor moved, or nothing happened.
    Nothing,
}

impl Prompt {
    /// An empty prompt.
    pub fn new(origin: Bookmark, view: View, before: Phrase) -> Self {
        Self { input: Input::default(), origin, view, before }
    }

    /// Takes a key; in an empty line, what deletes leaves it.
    pub fn press(&mut self, key: Key) -> PromptPress {
        let deletes = key.code == Code::Backspace || key.ctrl && key.code == Code::Char('h');
        if deletes && self.input.value().is_empty() {
            return PromptPress::Cancelled;
        }
        edit(&mut self.input, key)
    }
}

/// Takes a key in a line that is typed.
pub fn edit(input: &mut Input, key: Key) -> PromptPress {
    use InputRequest as Edit;
    let edit = match (key.code, key.ctrl) {
        (Code::Enter, _) => return PromptPress::Accepted,
        (Code::Esc, _) | (Code::Char('c' | 'g'), true) => return PromptPress::Cancelled,
        (Code::Char('u'), true) => Edit::DeleteLine,
        (Code::Char('w'), true) => Edit::DeletePrevWord,
        (Code::Char('k'), true) => Edit::DeleteTillEnd,
        (Code::Char('a'), true) | (Code::Home, _) => Edit::GoToStart,
        (Code::Char('e'), true) | (Code::End, _) => Edit::GoToEnd,
        (Code::Backspace, _) | (Code::Char('h'), true) => Edit::DeletePrevChar,
        (Code::Delete, _) => Edit::DeleteNextChar,
        (Code::Left, true) => Edit::GoToPrevWord,
        (Code::Right, true) => Edit::GoToNextWord,
        (Code::Left, _) => Edit::GoToPrevChar,
        (Code::Right, _) => Edit::GoToNextChar,
        (Code::Char(character), false) if !key.alt => Edit::InsertChar(character),
        _ => return PromptPress::Nothing,
    };
    match input.handle(edit) {
        Some(change) if change.value => PromptPress::Edited,
        _ => PromptPress::Nothing,
    }
}

/// Takes pasted text in a line that is typed, as one line.
pub fn paste(input: &mut Input, text: &str) {
    let words: Vec<&str> = text.split(|c: char| c.is_control() || c == ' ').collect();
    for character in words.join(" ").chars().take(1000) {
        input.handle(InputRequest::InsertChar(character));
    }
}

/// The phrase searched for last, and its hits.
#[derive(Debug, Default)]
pub struct Search {
    /// The phrase accepted last; empty before the first search.
    pub typed: String,
    /// The hits; `None` while no search is shown.
    pub hits: Option<Hits>,
    /// The hit at the reading place, counted from 0.
    pub current: Option<usize>,
    /// Events whose label or words match, at any mention.
    pub n_events: usize,
    /// Quotations whose words or speaker match.
    pub n_quotes: usize,
    query: Option<Query>,
    index: Index,
}

impl Search {
    /// Shows the hits of `phrase`. The phrase that `n` repeats is not changed by it.
    pub fn find(&mut self, document: &Document, layers: &Layers, phrase: &str) {
        self.current = None;
        self.hits = None;
        self.query = Query::new(phrase);
        if let Some(query) = &self.query {
            self.hits = Some(self.index.find(document, query));
            self.recount(layers);
        }
    }

    /// Counts the hits in the panels.
    pub fn recount(&mut self, layers: &Layers) {
        let (Some(query), Some(hits)) = (&self.query, &self.hits) else { return };
        let is_hit = |range| hits.touching(range).next().is_some();
        let mut is_found = vec![false; layers.events.len()];
        for (event, index) in layers.events.iter().zip(0..) {
            let head = layers.head(index) as usize;
            is_found[head] |= is_hit(event.mention) || query.is_in(event.label.as_str());
        }
        self.n_events = is_found.into_iter().filter(|found| *found).count();
        let is_named: Vec<bool> =
            layers.speakers.iter().map(|speaker| query.is_in(speaker.name.as_str())).collect();
        self.n_quotes = layers
            .quotes
            .iter()
            .filter(|quote| {
                is_hit(quote.words) || quote.speaker.is_some_and(|id| is_named[id.index()])
            })
            .count();
    }

    /// The search in force, to come back to.
    pub fn phrase(&self) -> Phrase {
        let typed = self.typed.clone();
        Phrase { typed, is_shown: self.hits.is_some(), current: self.current }
    }

    /// Takes up a search again, shown as it was.
    pub fn take_back(&mut self, document: &Document, layers: &Layers, phrase: Phrase) {
        if phrase.is_shown {
            self.find(document, layers, &phrase.typed);
            self.current = phrase.current;
        } else {
            self.hide();
        }
        self.typed = phrase.typed;
    }

    /// The hit at or after `offset`, else the first of all; whether the search wrapped around.
    pub fn from(&mut self, offset: usize) -> Option<(TextRange, bool)> {
        let hits = self.hits.as_ref()?;
        let index = hits.first_from(offset);
        self.pick(index.or(Some(0)), index.is_none())
    }

    /// The hit before `offset`, else the last of all; whether the search wrapped around.
    pub fn before(&mut self, offset: usize) -> Option<(TextRange, bool)> {
        let hits = self.hits.as_ref()?;
        let index = hits.last_before(offset);
        self.pick(index.or_else(|| hits.ranges.len().checked_sub(1)), index.is_none())
    }

    /// Stops showing the hits; the phrase is kept for `n`.
    pub fn hide(&mut self) -> bool {
        self.current = None;
        self.hits.take().is_some()
    }

    /// Goes on in `document`, of which more has come than `before` held: hits in that are looked
    /// for once all of it is there.
    pub fn grow(&mut self, before: &Document, document: &Document, layers: &Layers) {
        self.index.keep(before.chunks().len().saturating_sub(1));
        if let (Some(query), Some(hits)) = (&self.query, &self.hits)
            && document.extent.is_whole()
        {
            let current = self.current.and_then(|at| hits.ranges.get(at)).copied();
            let hits = self.index.find(document, query);
            self.current = current.and_then(|range| hits.ranges.binary_search(&range).ok());
            self.hits = Some(hits);
            self.recount(layers);
        }
    }

    /// Forgets the folded text: for another document.
    pub fn clear(&mut self) {
        *self = Self { typed: std::mem::take(&mut self.typed), ..Self::default() };
    }

    fn pick(&mut self, index: Option<usize>, has_wrapped: bool) -> Option<(TextRange, bool)> {
        let range = self.hits.as_ref()?.ranges.get(index?).copied()?;
        self.current = index;
        Some((range, has_wrapped))
    }
}
