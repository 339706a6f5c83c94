//! The document: one text, in shared chunks, with everything else as ranges of it.
//!
//! A [`Document`] never changes. While its source is still read, there is one after the other, each
//! of which [continues](Document::continues) the one before and shares its full chunks. Its text is stored once, as the blocks' plain text joined by one
//! `'\n'`, in [`Chunk`]s of about 1 MiB that end where a block ends. Every place is a byte offset
//! into that text, counted over all chunks; no block crosses a chunk, so `&document[range]` is a
//! plain slice for every range inside a block.

mod anchor;
mod block;
mod blocks;
mod builder;
mod clean;
mod cluster;
mod fold;
mod formula;
mod gap;
mod heading_names;
mod layers;
mod merge;
mod meta;
mod nesting;
mod part;
mod places;
mod raised;
mod range;
mod references;
mod sentence;
mod spans;
mod table;
mod typed_date;
mod when;

pub use anchor::{Anchor, Anchorage, Selector, Unresolved};
pub use block::{Block, BlockId, BlockKind, Mark, Span};
pub use blocks::Blocks;
pub use builder::Builder;
pub use clean::{Clean, CleanReport, CleanText, clean_into};
pub use cluster::{
    WIDEST_CLUSTER, cluster_columns, clusters, columns, is_disputed, most_columns, whole_clusters,
};
pub use fold::{Case, Folded, fold, fold_chunk};
pub use formula::formulas;
pub use gap::Checkpoint;
pub use heading_names::{HeadingNames, slug};
pub use layers::{
    Basis, Event, Findings, Layers, LostNote, Note, Origin, Person, Quotation, QuoteKind, Speaker,
    SpeakerId, UnresolvedItem,
};
pub use meta::Meta;
pub use nesting::{Level, Nesting};
pub use part::Part;
pub use places::Places;
pub use raised::{is_raised, raised_digit, raised_number};
pub use range::TextRange;
pub use references::{may_name_references, names_references};
pub use sentence::{sentence_around, sentences};
pub use table::{Alignment, Alignments};
pub use typed_date::typed_date;
pub use when::{Day, EdtfError, MONTHS, Precision, When};

use spans::Spans;
use std::ops::Index;
use std::sync::Arc;

/// About this many bytes of text stand in one chunk.
pub const CHUNK_BYTES: usize = 1 << 20;

/// How much of its source a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// The beginning: so many percent, if that can be known.
    Beginning(Option<u8>),
}

impl Extent {
    /// Whether nothing is missing.
    pub fn is_whole(self) -> bool {
        self == Self::Whole
    }
}

/// An article, a book, any text: what every part of the program reads and none changes.
#[derive(Debug, Clone)]
pub struct Document {
    /// Title, authors, source and the like.
    pub meta: Arc<Meta>,
    /// What cleaning the text replaced or removed.
    pub report: CleanReport,
    /// How much of the source it holds.
    pub extent: Extent,
    /// How many bytes the source has, if its checkpoints are offsets of them.
    pub source_size: Option<u32>,
    chunks: Arc<[Arc<Chunk>]>,
    /// The index of the chunk before which a stretch is missing; 0 if none is.
    gap: usize,
}

/// A stretch of whole blocks.
#[derive(Debug, PartialEq, Eq)]
pub struct Chunk {
    base: usize,
    first_block: u32,
    // Boxes, since a chunk is kept as it is.
    text: Box<str>,
    blocks: Blocks,
    /// The indices of the titles and headings among `blocks`, in order.
    sections: Box<[u16]>,
    spans: Spans,
    /// Places with a name, sorted by it; of two with one name, the first one first.
    targets: Box<[(String, usize)]>,
    /// Where the source can be read from on, in order.
    checkpoints: Box<[Checkpoint]>,
}

impl Chunk {
    /// The offset in the document of the chunk's first byte.
    pub fn base(&self) -> usize {
        self.base
    }

    /// The chunk's text: its blocks, joined by `'\n'`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks, in order; their ranges are offsets in the document.
    pub fn blocks(&self) -> &Blocks {
        &self.blocks
    }

    /// The words of a range that lies in this chunk.
    pub fn slice(&self, range: TextRange) -> &str {
        &self.text[range.relative_to(self.base)]
    }

    /// The titles and headings, in order.
    pub fn sections(&self) -> impl DoubleEndedIterator<Item = Block> {
        self.sections.iter().filter_map(|index| self.blocks.get(usize::from(*index)))
    }

    /// The inline spans that do not start before `offset`, in order.
    fn spans_from(&self, offset: usize) -> impl Iterator<Item = Span<'_>> {
        let indices = self.spans.first_from(offset)..self.spans.len();
        indices.map(|index| self.spans.get(index, &self.text, self.base))
    }

    /// One past the offset in the document of the chunk's last byte.
    pub fn end(&self) -> usize {
        self.base + self.text.len()
    }
}

impl Index<TextRange> for Document {
    type Output = str;

    /// The words of a range inside one block, or inside one chunk.
    fn index(&self, range: TextRange) -> &str {
        match self.chunk_at(range.start()) {
            Some(chunk) => chunk.slice(range),
            None => "",
        }
    }
}

impl Document {
    /// The chunks, in order.
    pub fn chunks(&self) -> &[Arc<Chunk>] {
        &self.chunks
    }

    /// One past the last byte of the text.
    pub fn end(&self) -> usize {
        self.chunks.last().map_or(0, |chunk| chunk.end())
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// How many blocks there are.
    pub fn n_blocks(&self) -> usize {
        self.chunks.last().map_or(0, |chunk| chunk.first_block as usize + chunk.blocks.len())
    }

    /// How many paragraphs the reader counts.
    pub fn n_paragraphs(&self) -> u32 {
        self.chunks.last().and_then(|chunk| chunk.blocks.last()).map_or(0, |block| block.number)
    }

    /// The words of a range inside one block, as text that may be drawn.
    pub fn clean(&self, range: TextRange) -> Clean<'_> {
        Clean::of_document(&self[range])
    }

    /// `range` widened to the whole letters of it that stand in `row`.
    pub fn whole_letters(&self, range: TextRange, row: TextRange) -> TextRange {
        let Some(range) = range.intersect(row) else {
            return TextRange::new(row.start(), row.start());
        };
        let (start, base) = (range.start() - row.start(), row.start());
        let whole = whole_clusters(&self[row], start..range.end() - base);
        TextRange::new(base + whole.start, base + whole.end)
    }

    /// The block of this index.
    pub fn block(&self, id: BlockId) -> Option<Block> {
        let at = self.chunks.partition_point(|chunk| chunk.first_block <= id.0).checked_sub(1)?;
        self.chunks[at].blocks.get((id.0 - self.chunks[at].first_block) as usize)
    }

    /// The block that holds `offset`; the line end after a block counts as its own.
    ///
    /// Past the end of the text, the last block; `None` only in an empty document.
    pub fn block_at(&self, offset: usize) -> Option<BlockId> {
        let chunk = self.chunk_at(offset)?;
        let index = chunk.blocks.n_from(offset);
        Some(BlockId(chunk.first_block + index.saturating_sub(1) as u32))
    }

    /// The block that holds `offset`, as [`Document::block_at`] finds it.
    pub fn block_around(&self, offset: usize) -> Option<Block> {
        self.block_at(offset).and_then(|id| self.block(id))
    }

    /// The paragraph of this number, as the reader counts.
    pub fn paragraph(&self, number: u32) -> Option<Block> {
        let last = |chunk: &Arc<Chunk>| chunk.blocks.last().map_or(0, |block| block.number);
        let at = self.chunks.partition_point(|chunk| last(chunk) < number);
        let blocks = &self.chunks.get(at)?.blocks;
        blocks
            .get(blocks.n_below(number))
            .filter(|block| block.number == number && block.kind.is_numbered())
    }

    /// All blocks, in order.
    pub fn blocks(&self) -> impl DoubleEndedIterator<Item = Block> {
        self.chunks.iter().flat_map(|chunk| chunk.blocks.iter())
    }

    /// The titles and headings that begin at or before `offset`, from the last one back.
    pub fn sections_before(&self, offset: usize) -> impl Iterator<Item = Block> {
        let n_chunks = self.chunks.partition_point(|chunk| chunk.base <= offset);
        let sections =
            self.chunks[..n_chunks].iter().rev().flat_map(|chunk| chunk.sections().rev());
        sections.skip_while(move |block| block.range.start() > offset)
    }

    /// The titles and headings that begin behind `offset`, in order.
    pub fn sections_after(&self, offset: usize) -> impl Iterator<Item = Block> {
        let n_before = self.chunks.partition_point(|chunk| chunk.base <= offset);
        let rest = &self.chunks[n_before.saturating_sub(1)..];
        let sections = rest.iter().flat_map(|chunk| chunk.sections());
        sections.skip_while(move |block| block.range.start() <= offset)
    }

    /// The title or heading under which `offset` stands.
    pub fn section_at(&self, offset: usize) -> Option<Block> {
        let from = self.stretch_at(offset).start();
        self.sections_before(offset).next().filter(|block| block.range.start() >= from)
    }

    /// The inline spans that touch `range`, in order of their starts.
    pub fn spans_in(&self, range: TextRange) -> impl Iterator<Item = Span<'_>> {
        // Spans never leave their block, so those that reach into a range start in its block.
        let from = self.block_around(range.start()).map_or(0, |block| block.range.start());
        let chunk = self.chunk_at(range.start());
        let spans = chunk.into_iter().flat_map(move |chunk| chunk.spans_from(from));
        spans
            .take_while(move |span| span.range.start() < range.end())
            .filter(move |span| span.range.intersect(range).is_some())
    }

    /// All inline spans, in order.
    pub fn spans(&self) -> impl Iterator<Item = Span<'_>> {
        self.chunks.iter().flat_map(|chunk| chunk.spans_from(0))
    }

    /// The offset of the place that an importer named `id`: where a link to `#id` leads.
    pub fn target(&self, id: &str) -> Option<usize> {
        self.chunks.iter().find_map(|chunk| {
            let at = chunk.targets.partition_point(|(name, _)| name.as_str() < id);
            chunk.targets.get(at).filter(|(name, _)| name == id).map(|(_, offset)| *offset)
        })
    }

    /// The same text with other metadata.
    pub fn with_meta(&self, meta: Meta) -> Self {
        Self { meta: Arc::new(meta), ..self.clone() }
    }

    /// The chunk that holds `offset`; the last one for an offset past the end.
    pub fn chunk_at(&self, offset: usize) -> Option<&Arc<Chunk>> {
        let index = self.chunks.partition_point(|chunk| chunk.base <= offset);
        self.chunks.get(index.saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_blocks() -> Document {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, "one");
        builder.add(BlockKind::Paragraph, "two words");
        builder.finish(Meta::default())
    }

    #[test]
    fn a_line_end_belongs_to_the_block_before_it() {
        let document = two_blocks();
        assert_eq!(document.block_at(3), Some(BlockId(0)));
        assert_eq!(document.block_at(4), Some(BlockId(1)));
        assert_eq!(document.block_at(99), Some(BlockId(1)));
    }

    #[test]
    fn a_range_is_a_slice() {
        assert_eq!(&two_blocks()[TextRange::new(4, 7)], "two");
    }
}
