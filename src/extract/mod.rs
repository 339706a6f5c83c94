//! Extraction: dated events and attributed quotations found in the prose, by rules.
//!
//! In: a [`Document`] without a companion. Out: [`Findings`]. [`candidates`] reads one chunk and
//! knows nothing of the others, so chunks may be read on any thread and in any order; [`resolve`]
//! goes over all of them once, in the order of the text. Both take what is sure and leave the
//! rest: a date that is not said and a speaker who is only likely are no findings.

mod dates;
mod quotes;
mod references;
mod threads;
mod verb;
mod word_map;

pub use threads::{Step, extract_in_steps};

use crate::document::{Chunk, Document, Findings};
use dates::{EventCandidate, EventReader};
use quotes::{Mentions, QuoteCandidate};

/// With more candidates memory counts more than the last tenth of a second.
const N_MANY: usize = 50_000;

/// What chunks may hold, before anything is known of the rest of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Candidates {
    events: Vec<EventCandidate>,
    quotes: Vec<QuoteCandidate>,
    mentions: Mentions,
}

/// The events, quotations and speakers of a document, found on every core.
///
/// Dates such as `last year` are told by the day on which the document was published, but for long
/// books: their date is that of an edition.
pub fn extract(document: &Document) -> Findings {
    resolve(document, threads::all_candidates(document, threads::n_useful(document)))
}

/// What `chunk` of `document` may hold.
pub fn candidates(document: &Document, chunk: &Chunk) -> Candidates {
    let mut found = Candidates::default();
    let mut events = EventReader::default();
    for block in references::without_references(chunk) {
        events.read(chunk, &block, &mut found.events);
    }
    quotes::find_quotes(document, chunk, &mut found.quotes, &mut found.mentions);
    found
}

/// The findings in the candidates of all chunks, in order, or of the first ones.
pub fn resolve(document: &Document, candidates: Candidates) -> Findings {
    let Candidates { events, quotes, mentions } = candidates;
    // What one of them needs beside the text is as much as both leave behind.
    let are_many = events.len() + quotes.len() > N_MANY;
    let n_threads = if are_many { 1 } else { threads::n_useful(document) };
    let (events, attributed) = threads::both(
        n_threads,
        || dates::resolve_events(document, events),
        || quotes::resolve_quotes(document, quotes, mentions),
    );
    let quotes::Attributed { quotes, speakers, people } = attributed;
    Findings { events, quotes, speakers, people }
}

impl Candidates {
    /// Adds the candidates of the next chunk.
    pub fn append(&mut self, mut next: Self) {
        self.events.append(&mut next.events);
        self.quotes.append(&mut next.quotes);
        self.mentions.append(&mut next.mentions);
    }
}
