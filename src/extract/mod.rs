//! Extraction: dated events and attributed quotations found in the prose, by rules.
//!
//! In: a [`Document`] without a companion. Out: [`Findings`]. [`candidates`] reads one chunk and
//! knows nothing of the others, so chunks may be read on any thread and in any order; [`resolve`]
//! goes over all of them once, in the order of the text. Both take what is sure and leave the
//! rest: a date that is not said and a speaker who is only likely are no findings.

mod attribution;
mod calendar;
mod cue;
mod date;
mod event;
mod label;
mod mark;
mod name;
mod neighbor;
mod number;
mod period;
mod quote;
mod speaker;
mod subject;
mod token;
mod verb;
mod year;

use crate::document::{Chunk, Document, Findings};
use event::EventCandidate;
use mark::Style;
use quote::QuoteCandidate;
use speaker::FullName;

/// What one chunk may hold, before anything is known of the rest of the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Candidates {
    events: Vec<EventCandidate>,
    quotes: Vec<QuoteCandidate>,
    names: Vec<FullName>,
}

/// The events, quotations and speakers of a document.
///
/// Dates that are told by the day of writing, such as `last year`, are not found yet.
pub fn extract(document: &Document) -> Findings {
    let found = document.chunks().iter().map(|chunk| candidates(document, chunk)).collect();
    resolve(document, found)
}

/// What `chunk` of `document` may hold.
pub fn candidates(document: &Document, chunk: &Chunk) -> Candidates {
    let mut found = Candidates::default();
    let style = Style::of(chunk.text());
    for block in chunk.blocks().iter().filter(|block| block.kind.is_prose()) {
        event::find_events(chunk, block, &mut found.events);
        quote::find_quotes(document, chunk, block, style, &mut found.quotes);
        speaker::find_names(chunk.slice(block.range), block.range.start(), &mut found.names);
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
    let (quotes, speakers) = speaker::resolve_quotes(document, all.quotes, &all.names);
    Findings { events: event::resolve_events(all.events.into_iter()), quotes, speakers }
}
