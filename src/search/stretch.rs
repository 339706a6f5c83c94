//! Counts hits stretch by stretch.
//!
//! A chunk is divided into stretches of 64 KiB; a hit belongs to the stretch in which its block
//! begins. Counting a stretch, and finding the hits in it again, takes a tenth of a millisecond.

use super::Query;
use crate::document::{Block, Chunk, Document, Folded, TextRange};
use std::ops::ControlFlow;

/// About this many bytes of text are a stretch.
pub(super) const STRETCH_BYTES: usize = 64 << 10;

/// What to look for, and where.
#[derive(Debug, Clone)]
pub struct Sought {
    /// What to search for.
    pub query: Query,
    /// Only in paragraphs that this is in too, or in the heading of whose section it is.
    pub among: Option<Query>,
}

/// How many hits there are in each stretch of a chunk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// The stretches of the chunk, in order.
    pub(super) stretches: Box<[u32]>,
    /// All hits in the chunk.
    pub total: usize,
}

/// Counts the hits in a chunk of a document.
pub fn count(document: &Document, chunk: &Chunk, sought: &Sought) -> Counts {
    let mut scan = Scan::new(document, sought);
    let stretches: Box<[u32]> = (0..n_stretches(chunk))
        .map(|stretch| {
            let mut n = 0;
            scan.each(chunk, blocks_of(chunk, stretch), &mut |_| n += 1);
            n
        })
        .collect();
    let total = stretches.iter().map(|n| *n as usize).sum();
    Counts { stretches, total }
}

/// How many stretches a chunk has.
pub(super) fn n_stretches(chunk: &Chunk) -> usize {
    chunk.text().len().div_ceil(STRETCH_BYTES)
}

/// The blocks that begin in a stretch.
pub(super) fn blocks_of(chunk: &Chunk, stretch: usize) -> &[Block] {
    let index_from = |stretch: usize| {
        let start = chunk.base() + stretch * STRETCH_BYTES;
        chunk.blocks().partition_point(|block| block.range.start() < start)
    };
    &chunk.blocks()[index_from(stretch)..index_from(stretch + 1)]
}

/// Looks through blocks.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    document: &'a Document,
    sought: &'a Sought,
    /// The memory in which blocks are folded.
    folded: Folded,
}

impl<'a> Scan<'a> {
    pub(super) fn new(document: &'a Document, sought: &'a Sought) -> Self {
        Self { document, sought, folded: Folded::default() }
    }

    /// Hands on the hits in blocks of a chunk, as ranges of the document.
    pub(super) fn each(
        &mut self,
        chunk: &Chunk,
        blocks: &[Block],
        take: &mut dyn FnMut(TextRange),
    ) {
        for block in blocks {
            if !self.is_among(chunk, block) {
                continue;
            }
            self.sought.query.each(&mut self.folded, chunk.slice(block.range), &mut |hit| {
                take(hit.shifted(block.range.start()));
                ControlFlow::Continue(())
            });
        }
    }

    /// Whether hits in the block are asked for.
    fn is_among(&mut self, chunk: &Chunk, block: &Block) -> bool {
        let Some(among) = &self.sought.among else { return true };
        // Most blocks have no hit, and need not be looked at twice.
        let text = chunk.slice(block.range);
        self.sought.query.is_in(&mut self.folded, text)
            && (among.is_in(&mut self.folded, text) || self.has_heading_of(block, among))
    }

    fn has_heading_of(&mut self, block: &Block, among: &Query) -> bool {
        let heading = self.document.section_at(block.range.start());
        heading.is_some_and(|heading| among.is_in(&mut self.folded, &self.document[heading.range]))
    }
}
