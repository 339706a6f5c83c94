//! Which items of the panels have a hit of a search.

use crate::document::{Document, Folded, Layers, TextRange};
use crate::search::Query;
use std::ops::ControlFlow;
use std::sync::Arc;

/// The events and quotations with a hit.
#[derive(Debug, Clone, Default)]
pub struct Items {
    /// How many events have one, each counted once.
    pub n_events: usize,
    /// How many quotations have one.
    pub n_quotes: usize,
    /// For each event, by the index of its first mention, whether it has one.
    events: Vec<bool>,
    /// For each quotation whether it has one.
    quotes: Vec<bool>,
    /// The layers that were looked through.
    layers: Option<Arc<Layers>>,
}

impl Items {
    /// The events whose label or words match, at any mention, and the quotations whose words or
    /// speaker match.
    pub fn with(query: &Query, document: &Document, layers: &Arc<Layers>) -> Self {
        let mut finder = Finder { query, document, folded: Folded::default(), block: None };
        let mut events = vec![false; layers.events.len()];
        for (event, index) in layers.events.iter().zip(0..) {
            let head = layers.head(index) as usize;
            events[head] =
                events[head] || finder.is_hit(event.mention) || finder.is_in(event.label.as_str());
        }
        let speakers = layers.speakers.iter();
        let is_named: Vec<bool> =
            speakers.map(|speaker| finder.is_in(speaker.name.as_str())).collect();
        let quotes = layers.quotes.iter().map(|quote| {
            quote.speaker.is_some_and(|id| is_named[id.index()]) || finder.is_hit(quote.words)
        });
        let quotes: Vec<bool> = quotes.collect();
        let count = |items: &[bool]| items.iter().filter(|is_hit| **is_hit).count();
        let (n_events, n_quotes) = (count(&events), count(&quotes));
        Self { n_events, n_quotes, events, quotes, layers: Some(layers.clone()) }
    }

    /// Forgets which items they are, and remembers how many.
    pub(super) fn forget(&mut self) {
        let Self { n_events, n_quotes, .. } = *self;
        *self = Self { n_events, n_quotes, ..Self::default() };
    }

    /// Whether these layers were looked through.
    pub fn are_of(&self, layers: &Arc<Layers>) -> bool {
        self.layers.as_ref().is_some_and(|of| Arc::ptr_eq(of, layers))
    }

    /// Whether the event with this first mention has a hit.
    pub fn has_event(&self, index: u32) -> bool {
        self.events.get(index as usize).is_some_and(|has_hit| *has_hit)
    }

    /// Whether this quotation has a hit.
    pub fn has_quote(&self, index: u32) -> bool {
        self.quotes.get(index as usize).is_some_and(|has_hit| *has_hit)
    }
}

/// Looks for hits in item after item, in the order of the text: a block with several is searched
/// once.
struct Finder<'a> {
    query: &'a Query,
    document: &'a Document,
    folded: Folded,
    /// The block searched last, and its hits.
    block: Option<(TextRange, Vec<TextRange>)>,
}

impl Finder<'_> {
    fn is_in(&mut self, text: &str) -> bool {
        self.query.is_in(&mut self.folded, text)
    }

    /// Whether a hit touches `range`, which lies in one block.
    fn is_hit(&mut self, range: TextRange) -> bool {
        let Some(block) = self.document.block_around(range.start()) else { return false };
        if self.block.as_ref().is_none_or(|(of, _)| *of != block.range) {
            let mut hits = Vec::new();
            let text = (block.range, &self.document[block.range]);
            self.query.each_in(&mut self.folded, text, &mut |hit| {
                hits.push(hit);
                ControlFlow::Continue(())
            });
            self.block = Some((block.range, hits));
        }
        let hits = self.block.as_ref().map_or(&[][..], |(_, hits)| hits);
        let first = hits.partition_point(|hit| hit.end() <= range.start());
        hits.get(first).is_some_and(|hit| hit.start() < range.end())
    }
}
