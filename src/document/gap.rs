//! A document of which a stretch in the middle is not read yet.
//!
//! A long text is opened where the reader was: behind its beginning stands a window of it, read
//! from a [`Checkpoint`] on, with the offsets and numbers that its blocks have in the whole. What
//! lies between the two comes as it is read; every place in the window stays the same place.

use super::{Block, Chunk, Document, TextRange};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// A window begins so many bytes before its place, or more: what blocks are depends on the ones
/// before them.
const BEFORE_BYTES: usize = 32 << 10;

/// A place in a source from which its text can be read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// Its offset in the source, in bytes of UTF-8.
    pub source: u32,
    /// The offset in the text of the block that begins there.
    pub text: u32,
    /// How many blocks stand before it.
    pub block: u32,
    /// How many paragraphs the reader counts before it.
    pub paragraph: u32,
}

impl Document {
    /// Whether a stretch in the middle is missing.
    pub fn has_gap(&self) -> bool {
        self.gap > 0
    }

    /// From where on the source should be read to show `offset`; `None` at the very beginning, and
    /// in a document that knows no such places.
    pub fn checkpoint_before(&self, offset: usize) -> Option<Checkpoint> {
        let n_chunks = self.chunks.partition_point(|chunk| chunk.base <= offset);
        let chunks = self.chunks[..n_chunks].iter().rev();
        let mut all = chunks.flat_map(|chunk| chunk.checkpoints.iter().rev());
        all.find(|checkpoint| checkpoint.text as usize + BEFORE_BYTES <= offset).copied()
    }

    /// This beginning of a text with a window of the same text behind it, or alone once it has
    /// passed the window; `None` in between, where each has something that the other has not.
    pub fn with_window(&self, window: &Self) -> Option<Self> {
        let first = window.chunks.first()?;
        if self.end() >= window.end() {
            return Some(self.clone());
        }
        let chunks = self.chunks.iter().chain(window.chunks.iter()).cloned().collect();
        let gap = self.chunks.len();
        (self.end() + 1 < first.base).then(|| Self { chunks, gap, ..self.clone() })
    }

    /// The stretch around `offset` in which nothing is missing; of an offset that is missing, the
    /// one before.
    pub fn stretch_at(&self, offset: usize) -> TextRange {
        match self.first_behind_gap() {
            Some(first) if offset >= first.base => TextRange::new(first.base, self.end()),
            Some(_) => TextRange::new(0, self.chunks[self.gap - 1].end()),
            None => TextRange::new(0, self.end()),
        }
    }

    /// The blocks of the stretch around the block of this index, by their indices.
    pub fn blocks_around(&self, id: u32) -> Range<u32> {
        match self.first_behind_gap() {
            Some(first) if id >= first.first_block => first.first_block..self.n_blocks() as u32,
            Some(_) => {
                let last = &self.chunks[self.gap - 1];
                0..last.first_block + last.blocks.len() as u32
            }
            None => 0..self.n_blocks() as u32,
        }
    }

    fn first_behind_gap(&self) -> Option<&Arc<Chunk>> {
        self.chunks.get(self.gap).filter(|_| self.has_gap())
    }

    /// Whether every block of `before` is a block of this document too, but for the last one before
    /// a gap and the last one of all, of which the text is the beginning of what stands there: then
    /// every place in `before` is one here.
    pub fn continues(&self, before: &Self) -> bool {
        let moved = |index: usize| match index >= before.gap && before.has_gap() {
            true if self.has_gap() => index - before.gap + self.gap,
            _ => index,
        };
        let is_open = |index: usize| {
            index + 1 >= before.chunks.len() || before.has_gap() && index + 1 >= before.gap
        };
        before.chunks.iter().enumerate().rev().all(|(index, chunk)| {
            let mine = self.chunks.get(moved(index));
            mine.is_some_and(|mine| Arc::ptr_eq(mine, chunk)) || is_open(index) && self.holds(chunk)
        })
    }

    /// Whether the blocks of a chunk stand here too, and its last block begins what stands there.
    fn holds(&self, chunk: &Chunk) -> bool {
        let Some(last) = chunk.blocks.last() else { return true };
        let is_here = |(id, block): (u32, Block)| {
            self.block(super::BlockId(id)) == Some(block)
                && self[block.range] == *chunk.slice(block.range)
        };
        let start = last.range.start();
        let here =
            self.chunk_at(start).and_then(|mine| mine.text.get(start.checked_sub(mine.base)?..));
        let sure = chunk.blocks.in_range(0..chunk.blocks.len() - 1);
        (chunk.first_block..).zip(sure).all(is_here)
            && here.is_some_and(|text| text.starts_with(chunk.slice(last.range)))
    }
}
