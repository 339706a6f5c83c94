//! The hits on the screen: in the page, in the cards of the quotations and in the list of events.

use super::{App, ListLine};
use crate::document::{BlockId, Document, Layers, TextRange};
use crate::search::Hits;

/// The hits on the screen.
#[derive(Debug, Default)]
pub struct OnScreen {
    /// Those in the text, sorted.
    text: Vec<TextRange>,
    /// Those in the labels of listed events, by the index of the event.
    labels: Vec<(u32, Vec<TextRange>)>,
}

impl OnScreen {
    /// The hits that touch `range`, which is on the screen.
    pub fn touching(&self, range: TextRange) -> impl Iterator<Item = TextRange> {
        let first = self.text.partition_point(|hit| hit.end() <= range.start());
        self.text[first..].iter().copied().take_while(move |hit| hit.start() < range.end())
    }

    /// The hits in the label of an event that is listed.
    pub fn in_label(&self, event: u32) -> &[TextRange] {
        let label = self.labels.iter().find(|(index, _)| *index == event);
        label.map_or(&[], |(_, hits)| hits)
    }
}

impl OnScreen {
    /// Finds the hits in blocks and in the labels of events that are on the screen.
    fn of(
        hits: &Hits,
        document: &Document,
        layers: &Layers,
        mut blocks: Vec<BlockId>,
        events: Vec<u32>,
    ) -> Self {
        let mut on_screen = Self::default();
        blocks.sort_unstable();
        blocks.dedup();
        for block in blocks.into_iter().filter_map(|id| document.block(id)) {
            on_screen.text.extend(hits.around(document, block.range));
        }
        let label = |event: &u32| layers.events[*event as usize].label.as_str();
        let labels = events.into_iter().map(|event| (event, hits.query.ranges_in(label(&event))));
        on_screen.labels = labels.collect();
        on_screen
    }
}

impl App {
    /// Finds the hits in all that is on the screen.
    pub(super) fn fit_hits(&mut self) {
        let document = self.document.clone();
        let rows = self.article.page.iter().filter(|line| line.row.is_some());
        let page = rows.map(|line| line.block);
        let cards = self.quotes.cards.iter().flat_map(|card| card.words.first());
        let sentences = self.timeline.lines.iter().filter_map(|line| match line {
            ListLine::Sentence(range) => Some(range),
            _ => None,
        });
        let others = cards.chain(sentences).filter_map(|range| document.block_at(range.start()));
        let blocks = page.chain(others).collect();
        let events = self.timeline.lines.iter().filter_map(|line| match line {
            ListLine::Event(index) => Some(*index),
            _ => None,
        });
        let events = events.collect();
        let hits = self.search.hits.as_ref();
        let on_screen =
            hits.map(|hits| OnScreen::of(hits, &document, &self.layers, blocks, events));
        self.search.on_screen = on_screen.unwrap_or_default();
    }

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
}
