//! Which quotations the panel shows.

use crate::document::Quotation;

/// The quotations that are listed, by their indices in text order. Of all there may be hundreds
/// of thousands: they are not written down.
#[derive(Debug)]
pub enum ShownQuotes {
    /// So many: all of them.
    All(u32),
    /// Those of one speaker.
    Chosen(Vec<u32>),
}

impl Default for ShownQuotes {
    fn default() -> Self {
        Self::All(0)
    }
}

impl ShownQuotes {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::All(n) => *n as usize,
            Self::Chosen(chosen) => chosen.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The quotation at a place of the list, from 0.
    pub fn at(&self, position: usize) -> Option<u32> {
        match self {
            Self::All(n) => u32::try_from(position).ok().filter(|index| index < n),
            Self::Chosen(chosen) => chosen.get(position).copied(),
        }
    }

    /// The place of a quotation in the list; `None` if it is not in it.
    pub fn position(&self, quote: u32) -> Option<usize> {
        match self {
            Self::All(n) => (quote < *n).then_some(quote as usize),
            Self::Chosen(chosen) => chosen.binary_search(&quote).ok(),
        }
    }

    /// How many of them begin at `place` or before.
    pub fn n_up_to(&self, place: usize, quotes: &[Quotation]) -> usize {
        let is_up_to = |quote: &Quotation| quote.words.start() <= place;
        match self {
            Self::All(_) => quotes.partition_point(is_up_to),
            Self::Chosen(chosen) => {
                chosen.partition_point(|index| is_up_to(&quotes[*index as usize]))
            }
        }
    }
}
