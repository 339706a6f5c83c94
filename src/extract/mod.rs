//! Extraction: dated events and attributed quotations found in the prose, by rules.
//!
//! In: a [`Document`] without a companion. Out: [`Findings`]. [`candidates`] reads one chunk and
//! knows nothing of the others, so chunks may be read on any thread and in any order; [`resolve`]
//! goes over all of them once, in the order of the text. Both take what is sure and leave the
//! rest: a date that is not said and a speaker who is only likely are no findings.

mod dates;
mod quotes;
mod verb;

use crate::document::{Chunk, Document, Findings};
use dates::EventCandidate;
use quotes::{FullName, QuoteCandidate, Style};

/// What one chunk may hold, before anything is known of the rest of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Candidates {
    events: Vec<EventCandidate>,
    quotes: Vec<QuoteCandidate>,
    names: Vec<FullName>,
}

/// The events, quotations and speakers of a document.
///
/// Dates such as `last year` are told by the day on which the document was published.
pub fn extract(document: &Document) -> Findings {
    let found = document.chunks().iter().map(|chunk| candidates(document, chunk)).collect();
    resolve(document, found)
}

/// What `chunk` of `document` may hold.
pub fn candidates(document: &Document, chunk: &Chunk) -> Candidates {
    let mut found = Candidates::default();
    let style = Style::of(chunk.text());
    for block in chunk.blocks().iter().filter(|block| block.kind.is_prose()) {
        dates::find_events(chunk, block, &mut found.events);
        quotes::find_quotes(document, chunk, block, style, &mut found.quotes);
        quotes::find_names(chunk.slice(block.range), block.range.start(), &mut found.names);
    }
    found
}

/// The findings in all candidates, which must be those of all chunks in order.
pub fn resolve(document: &Document, candidates: Vec<Candidates>) -> Findings {
    let mut all = Candidates::default();
    for found in candidates {
        all.events.extend(found.events);
        all.quotes.extend(found.quotes);
        all.names.extend(found.names);
    }
    let (quotes, speakers) = quotes::resolve_quotes(document, all.quotes, &all.names);
    Findings { events: dates::resolve_events(all.events.into_iter()), quotes, speakers }
}
