//! The search in force: its hits in the text and in the panels, and what is still to be counted.
//!
//! A short text is counted while a key waits. Of a longer one the shell counts in the background
//! what [`App::search_job`] names, and answers with [`Found`]; only what lies around the reader is
//! looked through at once. See [`Effect::Search`].

use super::article::Bookmark;
use super::items::Items;
use super::step::Way;
use super::{App, Effect};
use crate::document::{BlockId, Document, Layers, TextRange};
use crate::search::{Counts, Hit, Hits, Lookup, Query, Sought, count};
use std::sync::Arc;

/// A text of at most so many bytes, and so many items, is looked through while a key waits.
const AT_ONCE: (usize, usize) = (256 << 10, 1000);

/// The search in force, and the one before it.
#[derive(Debug, Default)]
pub struct Search {
    /// The phrase accepted last; empty before the first search.
    pub typed: String,
    /// The hits; `None` while no search is shown.
    pub hits: Option<Hits>,
    /// The hit that was gone to last.
    pub current: Option<Hit>,
    /// The items of the panels in which there is a hit.
    pub items: Items,
    /// The hits in the blocks on the screen, made by [`App::fit`].
    pub on_screen: Vec<TextRange>,
    /// What is gone to as soon as it is found.
    pub(super) going: Option<Going>,
    /// What the shell is counting.
    asked: Option<Arc<Sought>>,
}

/// A search that can be taken up again.
#[derive(Debug, Clone, Default)]
pub struct Phrase {
    typed: String,
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

/// What is to be counted in the background.
#[derive(Debug, Clone)]
pub struct Job {
    /// The document.
    pub document: Arc<Document>,
    /// The items of the panels.
    pub layers: Arc<Layers>,
    /// What is looked for.
    pub sought: Arc<Sought>,
    /// The indices of the chunks to count, in the order in which they are wanted.
    pub chunks: Vec<usize>,
    /// Whether the items are to be looked through.
    pub wants_items: bool,
}

/// A part of the answer to a [`Job`].
#[derive(Debug)]
pub struct Found {
    /// The document.
    pub document: Arc<Document>,
    /// What was looked for.
    pub sought: Arc<Sought>,
    /// Chunks that were counted, by their indices.
    pub counts: Vec<(usize, Counts)>,
    /// The items with a hit.
    pub items: Option<Items>,
    /// This is the last part.
    pub is_done: bool,
}

impl Search {
    /// Shows the hits of `phrase`. The phrase that `n` repeats is not changed by it.
    pub(super) fn find(&mut self, document: &Document, layers: &Arc<Layers>, phrase: &str) {
        self.hide();
        let Some(query) = Query::phrase(phrase) else { return };
        let mut hits = Hits::new(Sought { query, among: None }, document);
        if document.end() <= AT_ONCE.0 {
            for (index, chunk) in document.chunks().iter().enumerate() {
                hits.add(index, count(document, chunk, &hits.sought));
            }
        }
        self.hits = Some(hits);
        self.look_through(document, layers);
    }

    /// Looks through the items, if they are few.
    pub(super) fn look_through(&mut self, document: &Document, layers: &Arc<Layers>) {
        // Items are known by their indices among the layers that were looked through.
        self.items.forget();
        let Some(hits) = &self.hits else { return };
        if document.end() <= AT_ONCE.0 && layers.events.len() + layers.quotes.len() <= AT_ONCE.1 {
            self.items = Items::with(&hits.sought, document, layers);
        }
    }

    /// Keeps what was counted in the chunks that both documents begin with.
    pub(super) fn carry_over(&mut self, before: &Document, document: &Document) {
        let Some(hits) = &mut self.hits else { return };
        hits.carry_over(before, document);
        if document.end() <= AT_ONCE.0 {
            for index in hits.uncounted().collect::<Vec<_>>() {
                hits.add(index, count(document, &document.chunks()[index], &hits.sought));
            }
        }
    }

    /// The search in force, to come back to.
    pub(super) fn phrase(&self) -> Phrase {
        let typed = self.typed.clone();
        Phrase { typed, is_shown: self.hits.is_some(), current: self.current }
    }

    /// Takes up a search again, shown as it was.
    pub(super) fn take_back(&mut self, document: &Document, layers: &Arc<Layers>, phrase: Phrase) {
        if phrase.is_shown {
            self.find(document, layers, &phrase.typed);
            self.current = phrase.current;
        } else {
            self.hide();
        }
        self.typed = phrase.typed;
    }

    /// Stops showing the hits; the phrase is kept for `n`.
    pub(super) fn hide(&mut self) -> bool {
        self.current = None;
        self.going = None;
        self.items = Items::default();
        self.hits.take().is_some()
    }

    /// How many hits there are so far, if a search is shown.
    pub fn total(&self) -> Option<usize> {
        self.hits.as_ref().map(Hits::total)
    }

    /// Whether this search looks for what is `sought`.
    pub fn is_for(&self, sought: &Arc<Sought>) -> bool {
        self.hits.as_ref().is_some_and(|hits| Arc::ptr_eq(&hits.sought, sought))
    }

    /// The hits that touch `range`, which is on the screen.
    pub fn touching(&self, range: TextRange) -> impl Iterator<Item = TextRange> {
        let first = self.on_screen.partition_point(|hit| hit.end() <= range.start());
        self.on_screen[first..].iter().copied().take_while(move |hit| hit.start() < range.end())
    }

    /// Finds the hits in blocks that are on the screen.
    pub(super) fn fit(&mut self, document: &Document, mut blocks: Vec<BlockId>) {
        self.on_screen.clear();
        let Some(hits) = &self.hits else { return };
        blocks.sort_unstable();
        blocks.dedup();
        for block in blocks.into_iter().filter_map(|id| document.block(id)) {
            self.on_screen.extend(hits.around(document, block.range));
        }
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
        let hit = hits.list(document, rank % total, 1).pop();
        (hit.map_or(Lookup::Nothing, Lookup::Found), true)
    }
}

impl App {
    /// The number of the current hit, from 1 on; `None` without one, and while it is not counted.
    pub fn hit_number(&self) -> Option<usize> {
        let hits = self.search.hits.as_ref()?;
        hits.rank(&self.document, self.search.current?).map(|rank| rank + 1)
    }

    /// Whether there may be more hits than are counted.
    pub fn is_counting(&self) -> bool {
        let is_whole = self.document.extent.is_whole();
        self.search.hits.as_ref().is_some_and(|hits| !hits.are_counted() || !is_whole)
    }

    /// What is to be counted now; nothing, if all is.
    pub fn search_job(&self) -> Option<Job> {
        let hits = self.search.hits.as_ref()?;
        let uncounted: Vec<usize> = hits.uncounted().collect();
        let wants_items = !self.search.items.are_of(&self.layers);
        if uncounted.is_empty() && !wants_items {
            return None;
        }
        let going = self.search.going;
        let from = going.map_or(self.article.place(), |going| going.from);
        let chunks = self.document.chunks();
        let here = chunks.partition_point(|chunk| chunk.base() <= from).saturating_sub(1);
        let mut order: Vec<usize> = uncounted;
        // From the place on, in the direction of the search, and then around the end.
        if going.is_some_and(|going| going.way == Way::Backward) {
            let n_behind = order.partition_point(|index| *index <= here);
            order.rotate_left(n_behind);
            order.reverse();
        } else {
            let n_behind = order.partition_point(|index| *index < here);
            order.rotate_left(n_behind);
        }
        let (document, layers) = (self.document.clone(), self.layers.clone());
        Some(Job { document, layers, sought: hits.sought.clone(), chunks: order, wants_items })
    }

    /// Has the shell count what is to be counted, or stop what is of no use any more.
    pub(super) fn ask(&mut self) -> Option<Effect> {
        let wanted = self.search_job().map(|job| job.sought);
        let is_same = match (&wanted, &self.search.asked) {
            (Some(wanted), Some(asked)) => Arc::ptr_eq(wanted, asked),
            (None, None) => true,
            _ => false,
        };
        self.search.asked = wanted;
        (!is_same).then_some(Effect::Search)
    }

    /// Takes a part of what was counted.
    pub(super) fn take_found(&mut self, found: Found) {
        let Some(hits) = &mut self.search.hits else { return };
        if !Arc::ptr_eq(&hits.sought, &found.sought) {
            return;
        }
        for (index, counts) in found.counts {
            let chunks = (found.document.chunks().get(index), self.document.chunks().get(index));
            if let (Some(one), Some(other)) = chunks
                && Arc::ptr_eq(one, other)
            {
                hits.add(index, counts);
            }
        }
        if let Some(items) = found.items {
            self.search.items = items;
        }
        if found.is_done {
            self.search.asked = None;
        }
        if let Some(going) = self.search.going {
            let place = self.article.place();
            self.go_to_hit(going);
            self.take_free_end_along(place);
        }
    }
}
