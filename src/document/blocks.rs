//! The blocks of a chunk, stored in a third of the memory that they take one by one.
//!
//! Where a block ends is told by where the next one begins, and of kind and nesting there are few
//! in one chunk: each is kept once. So a text of one-letter paragraphs takes ten bytes for each.

use super::{Block, BlockKind, Nesting, TextRange};
use std::collections::HashMap;
use std::ops::Range;

/// No chunk has more blocks than a few above this, so that their shapes can be counted by `u16`.
pub(super) const MOST_BLOCKS: usize = 1 << 15;

/// The blocks of a chunk, in order.
#[derive(Debug, PartialEq, Eq)]
pub struct Blocks {
    starts: Box<[u32]>,
    numbers: Box<[u32]>,
    /// For each block, its index in `known`.
    shapes: Box<[u16]>,
    known: Box<[Shape]>,
    /// Where the last one ends.
    end: usize,
}

/// What many blocks share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Shape {
    kind: BlockKind,
    nesting: Nesting,
    goes_on: bool,
}

impl Blocks {
    /// Stores blocks, each of which begins one byte behind the end of the one before.
    pub(super) fn new(blocks: &[Block]) -> Self {
        let mut known = Vec::new();
        let mut indices = HashMap::new();
        let shapes = blocks.iter().map(|block| {
            let Block { kind, nesting, goes_on, .. } = *block;
            let shape = Shape { kind, nesting, goes_on };
            *indices.entry(shape).or_insert_with(|| {
                known.push(shape);
                (known.len() - 1) as u16
            })
        });
        Self {
            shapes: shapes.collect(),
            starts: blocks.iter().map(|block| block.range.start() as u32).collect(),
            numbers: blocks.iter().map(|block| block.number).collect(),
            known: known.into(),
            end: blocks.last().map_or(0, |block| block.range.end()),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The block of this index.
    pub fn get(&self, index: usize) -> Option<Block> {
        let start = *self.starts.get(index)? as usize;
        let end = self.starts.get(index + 1).map_or(self.end, |next| *next as usize - 1);
        let Shape { kind, nesting, goes_on } = self.known[usize::from(self.shapes[index])];
        let range = TextRange::new(start, end);
        Some(Block { kind, range, nesting, goes_on, number: self.numbers[index] })
    }

    /// The last one.
    pub fn last(&self) -> Option<Block> {
        self.len().checked_sub(1).and_then(|last| self.get(last))
    }

    /// All of them.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = Block> + Clone {
        self.in_range(0..self.len())
    }

    /// Those with these indices.
    pub fn in_range(
        &self,
        indices: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = Block> + Clone {
        indices.filter_map(|index| self.get(index))
    }

    /// How many begin at or before `offset`.
    pub fn n_from(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= offset)
    }

    /// How many have a smaller paragraph number, since these never fall.
    pub fn n_below(&self, number: u32) -> usize {
        self.numbers.partition_point(|found| *found < number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_come_out_as_they_went_in() {
        let block = |start, end, kind, number| Block {
            kind,
            range: TextRange::new(start, end),
            nesting: Nesting::in_items(number as usize % 2),
            goes_on: number == 2,
            number,
        };
        let all = [
            block(10, 12, BlockKind::Heading { level: 2 }, 0),
            block(13, 14, BlockKind::Paragraph, 1),
            block(15, 15, BlockKind::Paragraph, 2),
            block(16, 20, BlockKind::Item { hanging: 2 }, 2),
        ];
        let blocks = Blocks::new(&all);
        assert!(blocks.iter().eq(all));
        assert!(blocks.iter().rev().eq(all.into_iter().rev()));
        assert_eq!((blocks.last(), blocks.get(4)), (Some(all[3]), None));
        assert_eq!([9, 10, 12, 13, 99].map(|at| blocks.n_from(at)), [0, 1, 1, 2, 4]);
        assert_eq!([0, 1, 2, 3].map(|number| blocks.n_below(number)), [0, 1, 2, 4]);
    }

    #[test]
    fn a_chunk_without_blocks_is_empty() {
        let blocks = Blocks::new(&[]);
        assert!(blocks.is_empty() && blocks.last().is_none());
    }
}
