//! What of a search is counted in the background: what is asked for, and what comes back.

use super::items::Items;
use super::prompt::Typed;
use super::search::{MOST_NEAR, Waiting};
use super::step::Way;
use super::{App, Effect, Overlay};
use crate::document::{Document, Layers};
use crate::search::{Counts, Nearby, Query};
use std::sync::Arc;

/// What is to be counted in the background.
#[derive(Debug, Clone)]
pub struct Job {
    /// The document.
    pub document: Arc<Document>,
    /// The items of the panels.
    pub layers: Arc<Layers>,
    /// What is looked for.
    pub query: Arc<Query>,
    /// The indices of the chunks to count, in the order in which they are wanted.
    pub chunks: Vec<usize>,
    /// Whether the items are to be looked through.
    pub wants_items: bool,
    /// What is to be looked for as well, since nothing was found.
    pub nearby: Option<Nearby>,
}

/// A part of the answer to a [`Job`].
#[derive(Debug)]
pub struct Found {
    /// The document.
    pub document: Arc<Document>,
    /// What was looked for.
    pub query: Arc<Query>,
    /// Chunks that were counted, by their indices.
    pub counts: Vec<(usize, Counts)>,
    /// The items with a hit.
    pub items: Option<Items>,
    /// What is near to it.
    pub near: Option<Nearby>,
    /// This is the last part.
    pub is_done: bool,
}

impl App {
    /// The search of which the hits are shown: what is being typed, or what was accepted.
    fn shown_search(&self) -> Typed {
        match &self.overlay {
            Some(Overlay::Prompt(prompt)) if !prompt.input.value().is_empty() => prompt.typed(),
            _ => self.search.typed.clone(),
        }
    }

    /// What is to be counted now; nothing, if all is.
    pub fn search_job(&self) -> Option<Job> {
        let hits = self.search.hits.as_ref()?;
        let uncounted: Vec<usize> = hits.uncounted().collect();
        let wants_items = !self.search.items.are_of(&self.layers);
        let nearby = self.search.nearby(&self.document, &self.shown_search());
        if uncounted.is_empty() && !wants_items && nearby.is_none() {
            return None;
        }
        let going = match self.search.waiting {
            Some(Waiting::Look(going) | Waiting::Hit(going)) => Some(going),
            Some(Waiting::List) | None => None,
        };
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
        let query = hits.query.clone();
        Some(Job { document, layers, query, chunks: order, wants_items, nearby })
    }

    /// Has the shell count what is to be counted, or stop what is of no use any more.
    pub(super) fn ask(&mut self) -> Option<Effect> {
        let wanted = self.search_job().map(|job| job.query);
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
        if !Arc::ptr_eq(&hits.query, &found.query) {
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
        if let Some(near) = found.near {
            self.search.near = Some(near.best(MOST_NEAR));
            if self.search.has_missed {
                self.tell_no_match();
            }
        }
        if found.is_done {
            self.search.asked = None;
        }
        match self.search.waiting {
            Some(Waiting::Look(going) | Waiting::Hit(going)) => {
                let place = self.article.place();
                self.go_to_hit(going);
                self.take_free_end_along(place);
            }
            Some(Waiting::List) => self.open_matches(),
            None => {}
        }
    }
}
