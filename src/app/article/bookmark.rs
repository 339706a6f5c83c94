//! Pages to come back to, and the item that was stepped to on each.

use crate::document::{Layers, TextRange};

/// The item that the reader stepped, searched or jumped to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stepped {
    /// An event, by its index in text order.
    Event(u32),
    /// A quotation, by its index in text order.
    Quote(u32),
    /// Any other passage.
    Passage(TextRange),
}

impl Stepped {
    /// The words of the item.
    pub(super) fn range(self, layers: &Layers) -> Option<TextRange> {
        match self {
            Self::Event(index) => layers.events.get(index as usize).map(|event| event.mention),
            Self::Quote(index) => layers.quotes.get(index as usize).map(|quote| quote.words),
            Self::Passage(range) => Some(range),
        }
    }

    /// The same item among other layers, by its words; the words alone, if it is not there.
    pub(super) fn carried_over(self, before: &Layers, layers: &Layers) -> Option<Self> {
        let words = self.range(before)?;
        let found = match self {
            Self::Event(_) => layers.event_at(words).map(Self::Event),
            Self::Quote(_) => layers.quote_at(words).map(Self::Quote),
            Self::Passage(_) => None,
        };
        Some(found.unwrap_or(Self::Passage(words)))
    }
}

/// A page to come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bookmark {
    pub(super) top: usize,
    pub(super) lead: u32,
    /// The reading place.
    pub place: usize,
    /// The item at the place.
    pub stepped: Option<Stepped>,
}

impl Bookmark {
    /// The same page, with the item at its place found among other layers.
    pub fn carried_over(self, before: &Layers, layers: &Layers) -> Self {
        let stepped = self.stepped.and_then(|stepped| stepped.carried_over(before, layers));
        Self { stepped, ..self }
    }

    /// Whether both show the same page, whatever its reading place.
    pub fn is_page_of(self, other: Self) -> bool {
        (self.top, self.lead) == (other.top, other.lead)
    }
}
