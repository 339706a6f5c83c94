//! Counts hits stretch by stretch.
//!
//! A chunk is divided into stretches of 64 KiB; a hit belongs to the stretch in which its block
//! begins. Counting a stretch, and finding the hits in it again, takes a tenth of a millisecond.

use super::Query;
use crate::document::{Chunk, Folded, TextRange};
use std::ops::{ControlFlow, Range};

/// About this many bytes of text are a stretch.
pub(super) const STRETCH_BYTES: usize = 64 << 10;

/// How many hits there are in each stretch of a chunk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counts {
    /// The stretches of the chunk, in order.
    pub(super) stretches: Box<[u32]>,
    /// All hits in the chunk.
    pub total: usize,
}

/// Counts the hits in a chunk.
pub fn count(chunk: &Chunk, query: &Query) -> Counts {
    count_while(chunk, query, || true).unwrap_or_default()
}

/// Counts the hits in a chunk; `None` if before one of its stretches `goes_on` says no.
pub fn count_while(chunk: &Chunk, query: &Query, goes_on: impl Fn() -> bool) -> Option<Counts> {
    let mut scan = Scan::new(query);
    let stretches: Option<Box<[u32]>> = (0..n_stretches(chunk))
        .map(|stretch| {
            let mut n = 0;
            let blocks = goes_on().then(|| blocks_of(chunk, stretch))?;
            scan.each(chunk, blocks, &mut |_| n += 1);
            Some(n)
        })
        .collect();
    let stretches = stretches?;
    let total = stretches.iter().map(|n| *n as usize).sum();
    Some(Counts { stretches, total })
}

/// How many stretches a chunk has.
pub(super) fn n_stretches(chunk: &Chunk) -> usize {
    chunk.text().len().div_ceil(STRETCH_BYTES)
}

/// The indices of the blocks that begin in a stretch.
pub(super) fn blocks_of(chunk: &Chunk, stretch: usize) -> Range<usize> {
    let index_from = |stretch: usize| {
        let start = chunk.base() + stretch * STRETCH_BYTES;
        start.checked_sub(1).map_or(0, |before| chunk.blocks().n_from(before))
    };
    index_from(stretch)..index_from(stretch + 1)
}

/// Looks through blocks.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    query: &'a Query,
    /// The memory in which blocks are folded.
    folded: Folded,
}

impl<'a> Scan<'a> {
    pub(super) fn new(query: &'a Query) -> Self {
        Self { query, folded: Folded::default() }
    }

    /// Hands on the hits in blocks of a chunk, as ranges of the document.
    pub(super) fn each(
        &mut self,
        chunk: &Chunk,
        blocks: Range<usize>,
        take: &mut dyn FnMut(TextRange),
    ) {
        for block in chunk.blocks().in_range(blocks) {
            let text = (block.range, chunk.slice(block.range));
            self.query.each_in(&mut self.folded, text, &mut |hit| {
                take(hit);
                ControlFlow::Continue(())
            });
        }
    }
}
