//! The blocks of a chunk, stored in a third of the memory that they take one by one.
//!
//! Where a block ends is told by where the next one begins, and of kind and nesting there are few
//! in one chunk: each is kept once. Of paragraph numbers only where they rise is kept. So a text of
//! one-letter paragraphs takes six bytes for each.

use super::{Block, BlockKind, Nesting, TextRange};
use std::collections::HashMap;
use std::ops::Range;

/// No chunk has more blocks than a few above this, so that their shapes can be counted by `u16`.
pub(super) const MOST_BLOCKS: usize = 1 << 15;

/// The blocks of a chunk, in order.
#[derive(Debug, PartialEq, Eq)]
pub struct Blocks {
    starts: Box<[u32]>,
    numbers: Numbers,
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
            numbers: Numbers::new(blocks),
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
        Some(Block { kind, range, nesting, goes_on, number: self.numbers.get(index) })
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
        self.numbers.n_below(number, self.len())
    }
}

/// Numbers that rise by one or stay, from one to the next.
#[derive(Debug, PartialEq, Eq)]
struct Numbers {
    /// The number before every 64th block.
    before: Box<[u32]>,
    /// For each of these 64, from the lowest bit on, whether the number is higher than the last.
    rises: Box<[u64]>,
}

impl Numbers {
    fn new(blocks: &[Block]) -> Self {
        let mut last = blocks.first().map_or(0, |block| block.number);
        let mut numbers = Self { before: [].into(), rises: [].into() };
        let words = blocks.chunks(64).map(|blocks| {
            let before = last;
            let bits = blocks.iter().zip(0..).map(|(block, bit)| {
                debug_assert!(block.number - last <= 1, "paragraphs are numbered one by one");
                let rise = u64::from(std::mem::replace(&mut last, block.number) < block.number);
                rise << bit
            });
            (before, bits.sum::<u64>())
        });
        let (before, rises): (Vec<u32>, Vec<u64>) = words.unzip();
        (numbers.before, numbers.rises) = (before.into(), rises.into());
        numbers
    }

    fn get(&self, index: usize) -> u32 {
        let upto = u64::MAX >> (63 - index % 64);
        self.before[index / 64] + (self.rises[index / 64] & upto).count_ones()
    }

    /// How many of `n` are below `number`.
    fn n_below(&self, number: u32, n: usize) -> usize {
        let word = self.before.partition_point(|before| *before < number);
        let first = word.saturating_sub(1) * 64;
        let near = first..n.min(first + 64);
        near.start + near.take_while(|index| self.get(*index) < number).count()
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
    fn a_block_of_one_letter_takes_six_bytes() {
        let block = |at: u32| Block {
            kind: BlockKind::Paragraph,
            range: TextRange::new(2 * at as usize, 2 * at as usize + 1),
            nesting: Nesting::default(),
            goes_on: false,
            number: 7 + at.div_ceil(3),
        };
        let all: Vec<Block> = (0..10_000).map(block).collect();
        let Blocks { starts, numbers, shapes, .. } = &Blocks::new(&all);
        let tables = [size_of_val(&**starts), size_of_val(&**shapes)];
        let bits = [size_of_val(&*numbers.before), size_of_val(&*numbers.rises)];
        let n_bytes: usize = tables.iter().chain(&bits).sum();
        assert!(n_bytes <= 62_000, "{n_bytes}");
        let blocks = Blocks::new(&all);
        assert!(blocks.iter().eq(all.iter().copied()));
        for number in [0, 7, 8, 30, 31, 3340, 3341, 9999] {
            let expected = all.iter().filter(|block| block.number < number).count();
            assert_eq!(blocks.n_below(number), expected, "{number}");
        }
    }

    #[test]
    fn a_chunk_without_blocks_is_empty() {
        let blocks = Blocks::new(&[]);
        assert!(blocks.is_empty() && blocks.last().is_none());
    }
}
