//! Search over the logical text of a document.
//!
//! In: a [`Query`], a phrase or a regular expression. Out: [`Hits`], which knows how many there are
//! in each stretch of the text, and finds the ranges in a stretch again when they are asked for.
//! So a million hits take no more memory than none, and no folded copy of the text is kept: text
//! is folded as it is read. What was counted in a chunk stays true when a document grows.

mod fuzzy;
mod hits;
mod near;
mod pattern;
mod phrase;
mod query;
mod stretch;

pub use fuzzy::{Fuzzy, Manner};
pub use hits::{Hit, Hits, Lookup};
pub use near::{Near, Nearby};
pub use query::Query;
pub use stretch::{Counts, count, count_while};

use crate::document::{Chunk, Document};
use memchr::memmem;
use std::sync::Arc;

/// An offset at which `words` stand, letter for letter: in the nearest chunk that has them, the one
/// nearest to `at`.
pub fn nearest(document: &Document, words: &str, at: usize) -> Option<usize> {
    let finder = memmem::Finder::new(words);
    let chunks = document.chunks();
    let here = chunks.partition_point(|chunk| chunk.base() <= at).saturating_sub(1);
    let mut best: Option<usize> = None;
    // From the chunk of the place outwards, while something nearer may stand there.
    for distance in 0..chunks.len() {
        let before = here.checked_sub(distance);
        let after = Some(here + distance).filter(|index| distance > 0 && *index < chunks.len());
        let is_near = |chunk: &&Arc<Chunk>| {
            let gap = chunk.base().saturating_sub(at).max(at.saturating_sub(chunk.end()));
            best.is_none_or(|best| best.abs_diff(at) > gap)
        };
        let near: Vec<_> =
            before.into_iter().chain(after).map(|index| &chunks[index]).filter(is_near).collect();
        if near.is_empty() && best.is_some() {
            break;
        }
        let found = near.into_iter().flat_map(|chunk| {
            finder.find_iter(chunk.text().as_bytes()).map(|found| chunk.base() + found)
        });
        best = found.chain(best).min_by_key(|found| found.abs_diff(at));
    }
    best
}

#[cfg(test)]
mod tests;
