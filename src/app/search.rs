//! The search in force: its hits in the text and in the panels.
//!
//! A short text is counted while a key waits. Of a longer one the shell counts in the background
//! what [`Job`](super::Job) names, and answers with [`Found`](super::Found); only what lies around
//! the reader is looked through at once.

use super::Finder;
use super::article::Bookmark;
use super::items::Items;
use super::on_screen::OnScreen;
use super::prompt::Typed;
use super::step::Way;
use crate::document::{CleanText, Document, Layers, Person, TextRange};
use crate::search::{Hit, Hits, Lookup, Near, Nearby, Query, count};
use std::sync::Arc;

/// A text of at most so many bytes, and so many items, is looked through while a key waits.
const AT_ONCE: (usize, usize) = (256 << 10, 1000);

/// As many near words are offered.
pub(super) const MOST_NEAR: usize = 3;
/// Older searches are forgotten.
const MOST_REMEMBERED: usize = 100;

/// The search in force, and those before it.
#[derive(Debug, Default)]
pub struct Search {
    /// What was accepted last; empty before the first search.
    pub typed: Typed,
    /// What was accepted, the last at the end, each once.
    pub history: Vec<Typed>,
    /// Why what is typed is no pattern.
    pub refusal: Option<String>,
    /// The hits; `None` while no search is shown.
    pub hits: Option<Hits>,
    /// The hit that was gone to last.
    pub current: Option<Hit>,
    /// The items of the panels in which there is a hit.
    pub items: Items,
    /// Without any hit, words that differ by one letter; `None` until they are looked for.
    pub near: Option<Vec<Near>>,
    /// What of it is on the screen, found for each frame.
    pub on_screen: OnScreen,
    /// The list of matches that was closed, to be opened again where it was.
    pub(super) list: Option<Box<Finder>>,
    /// What is done as soon as enough is counted.
    pub(super) waiting: Option<Waiting>,
    /// That there is no hit was the last thing told: Enter searches for what is near.
    pub(super) has_missed: bool,
    /// What the shell is counting.
    pub(super) asked: Option<Arc<Query>>,
}

/// What waits for the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Waiting {
    /// The way to a hit that was not looked for yet: once for all keys of a frame.
    Look(Going),
    /// The way to a hit.
    Hit(Going),
    /// The list of all hits.
    List,
}

/// A search that can be taken up again.
#[derive(Debug, Clone, Default)]
pub struct Phrase {
    typed: Typed,
    is_shown: bool,
    current: Option<Hit>,
}

/// The way to a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Going {
    /// The offset from which on, or before which, hits count.
    pub from: usize,
    pub way: Way,
    /// How many hits to pass by.
    pub passes: usize,
    /// The page that a jump leaves; none while a phrase is typed.
    pub leaves: Option<Bookmark>,
}

impl Search {
    /// Shows the hits of what is typed. What `n` repeats is not changed by it.
    pub(super) fn find(&mut self, document: &Document, layers: &Arc<Layers>, typed: &Typed) {
        self.hide();
        let query = match typed.query() {
            Ok(Some(query)) => query,
            Ok(None) => return,
            Err(why) => {
                self.refusal = Some(why);
                return;
            }
        };
        self.show(document, layers, query);
        if let Some(mut nearby) = self.nearby(document, typed).filter(|_| is_short(document)) {
            document.chunks().iter().for_each(|chunk| nearby.read(chunk));
            self.near = Some(nearby.best(MOST_NEAR));
        }
    }

    /// Shows the hits of a query in the place of what was shown.
    pub(super) fn show(&mut self, document: &Document, layers: &Arc<Layers>, query: Query) {
        self.hide();
        self.hits = Some(Hits::new(query, document));
        self.count_at_once(document);
        self.look_through(document, layers);
    }

    /// The hit at these words; `None` if there is none, or none of just these.
    pub(super) fn at(&self, document: &Document, words: TextRange) -> Option<Hit> {
        match self.hits.as_ref()?.from(document, words.start(), 0) {
            Lookup::Found(hit) if hit.range == words => Some(hit),
            Lookup::Found(_) | Lookup::Nothing | Lookup::Unknown => None,
        }
    }

    /// Counts what is not counted yet of a short text.
    fn count_at_once(&mut self, document: &Document) {
        let Some(hits) = self.hits.as_mut().filter(|_| is_short(document)) else { return };
        for index in hits.uncounted().collect::<Vec<_>>() {
            hits.add(index, count(&document.chunks()[index], &hits.query));
        }
    }

    /// What is to be looked for as well: nothing was found, and near words were not looked for.
    pub(super) fn nearby(&self, document: &Document, typed: &Typed) -> Option<Nearby> {
        let hits = self.hits.as_ref()?;
        let is_missing = hits.are_counted() && hits.total() == 0 && document.extent.is_whole();
        let is_wanted = is_missing && self.near.is_none() && !typed.is_pattern;
        is_wanted.then(|| Nearby::of(&typed.words))?
    }

    /// Looks through the items, if they are few.
    pub(super) fn look_through(&mut self, document: &Document, layers: &Arc<Layers>) {
        // Items are known by their indices among the layers that were looked through.
        self.items.forget();
        let Some(hits) = &self.hits else { return };
        if is_short(document) && layers.events.len() + layers.quotes.len() <= AT_ONCE.1 {
            self.items = Items::with(&hits.query, document, layers);
        }
    }

    /// Keeps what was counted in the chunks that both documents begin with.
    pub(super) fn carry_over(&mut self, before: &Document, document: &Document) {
        let Some(hits) = &mut self.hits else { return };
        hits.carry_over(before, document);
        self.near = None;
        self.count_at_once(document);
    }

    /// Remembers an accepted search, for `n` and the history.
    pub(super) fn remember(&mut self, typed: &Typed) {
        self.typed = typed.clone();
        self.history.retain(|before| before != typed);
        self.history.push(typed.clone());
        let n_old = self.history.len().saturating_sub(MOST_REMEMBERED);
        self.history.drain(..n_old);
    }

    /// The search in force, to come back to.
    pub(super) fn phrase(&self) -> Phrase {
        let typed = self.typed.clone();
        Phrase { typed, is_shown: self.hits.is_some(), current: self.current }
    }

    /// Takes up a search again, shown as it was.
    pub(super) fn take_back(&mut self, document: &Document, layers: &Arc<Layers>, phrase: Phrase) {
        self.typed = phrase.typed;
        if phrase.is_shown {
            self.show_again(document, layers);
            self.current = phrase.current;
        } else {
            self.hide();
        }
    }

    /// The person whose mentions are searched for, if it is one.
    pub(super) fn person<'a>(&self, layers: &'a Layers) -> Option<&'a Person> {
        let is_meant = |person: &&Person| person.name.as_str() == self.typed.words;
        layers.people.iter().filter(|_| self.typed.is_person).find(is_meant)
    }

    /// Shows the hits of what was searched for last: a phrase, or the mentions of a person.
    pub(super) fn show_again(&mut self, document: &Document, layers: &Arc<Layers>) {
        match self.person(layers).and_then(mentions_of) {
            Some(query) => self.show(document, layers, query),
            None => self.find(document, layers, &self.typed.clone()),
        }
    }

    /// Stops showing the hits; the phrase is kept for `n`.
    pub(super) fn hide(&mut self) -> bool {
        (self.current, self.waiting, self.refusal, self.near) = (None, None, None, None);
        self.items = Items::default();
        self.hits.take().is_some()
    }

    /// How many hits there are so far, if a search is shown.
    pub fn total(&self) -> Option<usize> {
        self.hits.as_ref().map(Hits::total)
    }

    /// The hit that is meant, and whether the way to it passes an end of the text.
    pub(super) fn look(&self, document: &Document, going: Going) -> (Lookup, bool) {
        let Some(hits) = &self.hits else { return (Lookup::Nothing, false) };
        let ahead = match going.way {
            Way::Forward => hits.from(document, going.from, going.passes),
            Way::Backward => hits.before(document, going.from, going.passes),
        };
        if ahead != Lookup::Nothing {
            return (ahead, false);
        }
        if !document.extent.is_whole() {
            return (Lookup::Unknown, false);
        }
        let (total, n_before) = (hits.total(), hits.n_before(document, going.from));
        let (Some(n_before), true) = (n_before, hits.are_counted()) else {
            return (Lookup::Unknown, true);
        };
        if total == 0 {
            return (Lookup::Nothing, true);
        }
        let passes = going.passes % total;
        let rank = match going.way {
            Way::Forward => n_before + passes,
            Way::Backward => n_before + 2 * total - 1 - passes,
        };
        let hit = hits.list(document, rank % total, 1).into_iter().next();
        (hit.map_or(Lookup::Nothing, Lookup::Found), true)
    }
}

/// The search for the mentions of a person; `None` for one whom the text does not name.
pub(super) fn mentions_of(person: &Person) -> Option<Query> {
    let names = person.forms.iter().map(CleanText::as_str);
    Query::person(names, person.mentions.clone())
}

/// Whether a text is looked through while a key waits.
fn is_short(document: &Document) -> bool {
    document.end() <= AT_ONCE.0
}
