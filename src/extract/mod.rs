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
use quotes::{Mention, QuoteCandidate};

/// What one chunk may hold, before anything is known of the rest of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Candidates {
    events: Vec<EventCandidate>,
    quotes: Vec<QuoteCandidate>,
    mentions: Vec<Mention>,
}

/// The events, quotations and speakers of a document, found on every core.
///
/// Dates such as `last year` are told by the day on which the document was published.
pub fn extract(document: &Document) -> Findings {
    resolve(document, threads::all_candidates(document, threads::n_useful(document)))
}

/// What `chunk` of `document` may hold.
pub fn candidates(document: &Document, chunk: &Chunk) -> Candidates {
    let mut found = Candidates::default();
    let mut events = EventReader::default();
    for block in references::without_references(chunk) {
        events.read(chunk, block, &mut found.events);
    }
    quotes::find_quotes(document, chunk, &mut found.quotes, &mut found.mentions);
    found
}

/// The findings in all candidates, which must be those of all chunks in order, or of the first
/// ones.
pub fn resolve(document: &Document, candidates: Vec<Candidates>) -> Findings {
    let mut all = Candidates::default();
    for found in candidates {
        all.events.extend(found.events);
        all.quotes.extend(found.quotes);
        all.mentions.extend(found.mentions);
    }
    let Candidates { events, quotes, mentions } = all;
    let (events, (quotes, speakers)) = threads::both(
        threads::n_useful(document),
        || dates::resolve_events(document, events),
        || quotes::resolve_quotes(document, quotes, &mentions),
    );
    Findings { events, quotes, speakers }
}
