//! The one constructor of a document.
//!
//! Importers write blocks through it in reading order. It cleans the text, joins the blocks,
//! numbers the paragraphs, closes chunks, and splits what is too long, so that no reader of a
//! document has to check any of that again.

use super::blocks::{Blocks, MOST_BLOCKS};
use super::clean::clean_into;
use super::spans::{MarkId, MarkedRange, Marks, Spans};
use super::{
    Block, BlockKind, CHUNK_BYTES, Checkpoint, Chunk, CleanReport, Document, Extent, Mark, Meta,
    Nesting, TextRange,
};
use std::sync::Arc;

/// A block longer than this is split, at a word or between lines, so that no wrap is slow.
const BLOCK_BYTES: usize = 64 << 10;

/// A chunk keeps so many spans, and one more for so many bytes of its text.
const MOST_SPANS: usize = 1 << 14;
const BYTES_PER_SPAN: usize = 8;

/// So much text lies between two checkpoints, at least.
const CHECKPOINT_BYTES: u32 = 32 << 10;

/// Builds a [`Document`] block by block. A copy shares the chunks that are full.
#[derive(Debug, Clone, Default)]
pub struct Builder {
    chunks: Vec<Arc<Chunk>>,
    base: usize,
    first_block: u32,
    text: String,
    blocks: Vec<Block>,
    spans: Vec<MarkedRange>,
    marks: Marks,
    targets: Vec<(String, usize)>,
    /// Names of the place where the next block will start.
    names: Vec<String>,
    checkpoints: Vec<Checkpoint>,
    number: u32,
    report: CleanReport,
    open: Option<OpenBlock>,
}

/// The block being written; its text stands at the end of the builder's text.
#[derive(Debug, Clone)]
struct OpenBlock {
    kind: BlockKind,
    nesting: Nesting,
    start: usize,
    first_span: usize,
    first_target: usize,
    marks: Vec<(MarkId, usize)>,
}

/// Where a long block is cut.
enum Cut {
    /// At a blank or a line end, which goes.
    At(usize),
    /// Through a word, at the end of the piece.
    Through,
}

impl Builder {
    /// A builder without any block.
    pub fn new() -> Self {
        Self::default()
    }

    /// A builder of what stands behind a checkpoint, with offsets and numbers of the whole.
    pub fn behind(checkpoint: Checkpoint) -> Self {
        Self {
            base: checkpoint.text as usize,
            first_block: checkpoint.block,
            number: checkpoint.paragraph,
            ..Self::default()
        }
    }

    /// Notes that the next block begins at this offset of the source, and that what comes from
    /// there on can be read without what stands before. No block may be open.
    pub fn note_source(&mut self, source: usize) {
        debug_assert!(self.open.is_none(), "a block is open");
        let text = (self.base + self.text.len() + usize::from(!self.text.is_empty())) as u32;
        let is_due = |last: &Checkpoint| text >= last.text + CHECKPOINT_BYTES;
        if self.checkpoints.last().is_none_or(is_due) {
            let block = self.first_block + self.blocks.len() as u32;
            let (source, paragraph) = (source as u32, self.number);
            self.checkpoints.push(Checkpoint { source, text, block, paragraph });
        }
    }

    /// Adds a whole block of running text.
    pub fn add(&mut self, kind: BlockKind, text: &str) {
        self.begin(kind, Nesting::default());
        self.push_text(text);
        self.end();
    }

    /// Begins a block; one that is still open is ended.
    ///
    /// A quotation lies in at least one block quotation, whether `nesting` says so or not.
    pub fn begin(&mut self, kind: BlockKind, nesting: Nesting) {
        self.end();
        if self.text.len() >= CHUNK_BYTES || self.blocks.len() >= MOST_BLOCKS {
            self.close_chunk();
        }
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let is_bare = kind == BlockKind::Quotation && !nesting.is_quoted();
        self.open = Some(OpenBlock {
            kind,
            nesting: if is_bare { nesting.in_quotation() } else { nesting },
            start: self.text.len(),
            first_span: self.spans.len(),
            first_target: self.targets.len(),
            marks: Vec::new(),
        });
        let start = self.base + self.text.len();
        self.targets.extend(self.names.drain(..).map(|name| (name, start)));
    }

    /// Appends text, cleaned, to the open block; in a table, to the open cell.
    pub fn push_text(&mut self, text: &str) {
        debug_assert!(self.open.is_some(), "text is pushed into an open block");
        let report = match self.open.as_ref().map(|block| block.kind) {
            // Tabs and line ends are what cells and rows are told by.
            Some(BlockKind::Table { .. }) if text.contains(['\t', '\n']) => {
                clean_into(&text.replace(['\t', '\n'], " "), &mut self.text)
            }
            _ => clean_into(text, &mut self.text),
        };
        self.report.add(report);
    }

    /// Makes the open block one of another kind.
    pub fn recast(&mut self, kind: BlockKind) {
        if let Some(block) = &mut self.open {
            block.kind = kind;
        }
    }

    /// Ends the open cell of a table and begins the next one of its row.
    pub fn next_cell(&mut self) {
        debug_assert!(self.open.is_some(), "cells stand in an open table");
        self.text.push('\t');
    }

    /// Ends the open row of a table and begins the next one.
    pub fn next_row(&mut self) {
        debug_assert!(self.open.is_some(), "rows stand in an open table");
        self.text.push('\n');
    }

    /// Gives the place at the end of what was pushed a name that `#id` links lead to; between two
    /// blocks, the start of the next one. Of two places with one name the first one counts.
    pub fn target(&mut self, id: &str) {
        if self.open.is_some() {
            self.targets.push((id.to_owned(), self.base + self.text.len()));
        } else {
            self.names.push(id.to_owned());
        }
    }

    /// Gives the start of the open block a name that `#id` links lead to.
    pub fn target_block(&mut self, id: &str) {
        if let Some(block) = &self.open {
            self.targets.push((id.to_owned(), self.base + block.start));
        }
    }

    /// Starts a styled span at the end of what was pushed.
    pub fn open(&mut self, mark: Mark<'_>) {
        let at = self.text.len();
        if let Some(block) = &mut self.open {
            block.marks.push((self.marks.id(mark), at));
        }
    }

    /// Ends the span that was opened last.
    pub fn close(&mut self) {
        let end = self.text.len();
        let Some((mark, start)) = self.open.as_mut().and_then(|block| block.marks.pop()) else {
            return;
        };
        // More marks than letters carry stand in no text that anybody wrote.
        let has_room = self.spans.len() < MOST_SPANS + self.text.len() / BYTES_PER_SPAN;
        if start < end && has_room {
            let range = TextRange::new(self.base + start, self.base + end);
            self.spans.push(MarkedRange { range, mark });
        } else if start < end {
            self.report.marks += 1;
        }
    }

    /// Ends the open block. Without text it leaves nothing behind.
    pub fn end(&mut self) {
        while self.open.as_ref().is_some_and(|block| !block.marks.is_empty()) {
            self.close();
        }
        let Some(block) = self.open.take() else { return };
        let kept = block.start + self.text[block.start..].trim_end().len();
        self.text.truncate(kept);
        if kept == block.start {
            // The line end that was to join it to the block before goes too.
            self.text.truncate(block.start.saturating_sub(1));
            self.spans.truncate(block.first_span);
            // Its names are those of what comes after it.
            self.names.extend(self.targets.drain(block.first_target..).map(|(name, _)| name));
            return;
        }
        self.clip_spans(block.first_span, kept);
        for (_, offset) in &mut self.targets[block.first_target..] {
            *offset = (*offset).min(self.base + kept);
        }
        // The pieces of a long paragraph are one paragraph to the reader.
        self.number += u32::from(block.kind.is_numbered());
        if kept - block.start <= BLOCK_BYTES {
            return self.push_block(&block, block.start..kept, false);
        }
        for (index, piece) in self.pieces(&block).into_iter().enumerate() {
            self.push_block(&block, piece, index > 0);
        }
    }

    fn push_block(&mut self, block: &OpenBlock, piece: std::ops::Range<usize>, goes_on: bool) {
        let range = TextRange::new(self.base + piece.start, self.base + piece.end);
        let kind = if goes_on { block.kind.continued() } else { block.kind };
        let (nesting, number) = (block.nesting, self.number);
        self.blocks.push(Block { kind, range, nesting, goes_on, number });
    }

    /// The finished document.
    pub fn finish(mut self, meta: Meta) -> Document {
        self.end();
        let end = self.base + self.text.len();
        self.targets.extend(self.names.drain(..).map(|name| (name, end)));
        self.close_chunk();
        Document {
            meta: Arc::new(meta),
            report: self.report,
            extent: Extent::Whole,
            source_size: None,
            chunks: self.chunks.into(),
            gap: 0,
        }
    }

    /// What lies around the last block that is done.
    pub fn nesting(&self) -> Nesting {
        let last = || self.chunks.last().and_then(|chunk| chunk.blocks.last());
        self.blocks.last().copied().or_else(last).map_or(Nesting::default(), |block| block.nesting)
    }

    /// How many bytes of text there are.
    pub fn n_bytes(&self) -> usize {
        self.base + self.text.len()
    }

    /// Where to cut the text of a long block: a blank becomes the line end between two pieces.
    fn pieces(&mut self, block: &OpenBlock) -> Vec<std::ops::Range<usize>> {
        let mut pieces = Vec::new();
        let mut start = block.start;
        while self.text.len() - start > BLOCK_BYTES {
            let limit = self.text.floor_char_boundary(start + BLOCK_BYTES);
            let cut = match self.line_to_cut(block.kind, start..limit) {
                Cut::At(blank) => {
                    self.text.replace_range(blank..=blank, "\n");
                    blank
                }
                // One word of 64 KiB is cut where it is; the pieces touch a new line end.
                Cut::Through => {
                    self.text.insert(limit, '\n');
                    self.move_places(block, limit);
                    limit
                }
            };
            pieces.push(start..cut);
            start = cut + 1;
        }
        pieces.push(start..self.text.len());
        self.cut_spans(block.first_span, &pieces);
        pieces
    }

    /// Where a piece of a block ends that is at most as long as `piece`.
    fn line_to_cut(&self, kind: BlockKind, piece: std::ops::Range<usize>) -> Cut {
        // A cut at the first byte would make a piece of nothing.
        let text = &self.text[piece.clone()];
        let line_end = text.rfind('\n').filter(|at| *at > 0).map(|at| piece.start + at);
        if kind.is_unwrapped() {
            // Lines stay whole, as long as they are shorter than a piece.
            return line_end.map_or(Cut::Through, Cut::At);
        }
        // Rows stay whole, as long as they are shorter than a piece. Elsewhere only a blank of one
        // byte can become a line end without moving what follows.
        let row_end = line_end.filter(|_| kind.is_table());
        let last_blank = || text.rfind([' ', '\t', '\n']).filter(|at| *at > 0);
        let blank = || last_blank().map(|at| piece.start + at);
        row_end.or_else(blank).map_or(Cut::Through, Cut::At)
    }

    /// Moves the spans and targets of a block behind a byte that was inserted at `at`.
    fn move_places(&mut self, block: &OpenBlock, at: usize) {
        let at = self.base + at;
        let moved = |offset: usize| if offset >= at { offset + 1 } else { offset };
        for span in &mut self.spans[block.first_span..] {
            span.range = TextRange::new(moved(span.range.start()), moved(span.range.end()));
        }
        for (_, offset) in &mut self.targets[block.first_target..] {
            *offset = moved(*offset);
        }
    }

    /// Cuts the open block's spans at the ends of its pieces, so that none leaves its block.
    fn cut_spans(&mut self, first: usize, pieces: &[std::ops::Range<usize>]) {
        if pieces.len() < 2 {
            return;
        }
        let whole = self.spans.split_off(first);
        for span in whole {
            for piece in pieces {
                let piece = TextRange::new(self.base + piece.start, self.base + piece.end);
                if let Some(range) = span.range.intersect(piece) {
                    self.spans.push(MarkedRange { range, mark: span.mark });
                }
            }
        }
    }

    /// Ends the open block's spans where its text ends, and sorts them.
    fn clip_spans(&mut self, first: usize, end: usize) {
        let end = self.base + end;
        for span in &mut self.spans[first..] {
            if span.range.end() > end {
                span.range = TextRange::new(span.range.start().min(end), end);
            }
        }
        let mut kept = self.spans.split_off(first);
        kept.retain(|span| !span.range.is_empty());
        kept.sort_by_key(|span| (span.range.start(), std::cmp::Reverse(span.range.end())));
        self.spans.append(&mut kept);
    }

    fn close_chunk(&mut self) {
        if self.blocks.is_empty() {
            return;
        }
        self.targets.sort();
        let sections = self.blocks.iter().enumerate().filter(|(_, block)| block.kind.is_section());
        // Copied to where they fit; the room is used again.
        let chunk = Chunk {
            base: self.base,
            first_block: self.first_block,
            text: self.text.as_str().into(),
            sections: sections.filter_map(|(index, _)| u16::try_from(index).ok()).collect(),
            blocks: Blocks::new(&self.blocks),
            spans: Spans::new(&self.spans, &self.marks, &self.text, self.base),
            targets: self.targets.drain(..).collect(),
            checkpoints: self.checkpoints.drain(..).collect(),
        };
        self.text.clear();
        self.blocks.clear();
        self.spans.clear();
        self.marks.clear();
        // One byte stands between two chunks: the line end that joins their blocks.
        self.base = chunk.end() + 1;
        self.first_block += chunk.blocks.len() as u32;
        self.chunks.push(Arc::new(chunk));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Alignments;

    #[test]
    fn an_empty_block_leaves_nothing_behind() {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, "one");
        builder.add(BlockKind::Paragraph, "  ");
        builder.add(BlockKind::Paragraph, "two");
        let document = builder.finish(Meta::default());
        assert_eq!(document.chunks()[0].text(), "one\ntwo");
    }

    #[test]
    fn a_long_paragraph_is_split_at_a_word() {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, &"word ".repeat(40_000));
        let document = builder.finish(Meta::default());
        assert!(document.n_blocks() > 2);
        for block in document.blocks() {
            let words = &document[block.range];
            assert!(words.len() <= BLOCK_BYTES && words.starts_with("word"), "{}", words.len());
            assert!(words.ends_with("word"));
        }
        assert_eq!(document.n_paragraphs(), 1);
        let goes_on: Vec<bool> = document.blocks().map(|block| block.goes_on).collect();
        assert!(!goes_on[0] && goes_on[1..].iter().all(|goes_on| *goes_on));
    }

    #[test]
    fn a_word_of_a_megabyte_is_split_and_kept_whole() {
        let mut builder = Builder::new();
        let word = "é".repeat(500_000);
        builder.add(BlockKind::Paragraph, &word);
        let document = builder.finish(Meta::default());
        let joined: String = document.blocks().map(|block| &document[block.range]).collect();
        assert!(joined == word);
    }

    #[test]
    fn a_blank_before_a_long_word_makes_no_block_of_nothing() {
        let mut builder = Builder::new();
        let piece = "x".repeat(BLOCK_BYTES - 1);
        builder.add(BlockKind::Paragraph, &format!("{piece}  {}", "y".repeat(2 * BLOCK_BYTES)));
        let document = builder.finish(Meta::default());
        let blocks: Vec<Block> = document.blocks().collect();
        assert!(blocks.iter().all(|block| !document[block.range].is_empty()));
        let joins = |pair: &[Block]| pair[0].range.end() + 1 == pair[1].range.start();
        assert!(blocks.len() > 2 && blocks.windows(2).all(joins));
    }

    #[test]
    fn a_chunk_has_no_more_blocks_than_can_be_told_apart() {
        let mut builder = Builder::new();
        for number in 0..2 * MOST_BLOCKS {
            builder.begin(BlockKind::Item { hanging: (number % 200) as u8 }, Nesting::default());
            builder.push_text("x");
        }
        let document = builder.finish(Meta::default());
        assert_eq!(document.n_blocks(), 2 * MOST_BLOCKS);
        assert!(document.chunks().iter().all(|chunk| chunk.blocks().len() <= MOST_BLOCKS));
        let hanging = document.blocks().map(|block| match block.kind {
            BlockKind::Item { hanging } => usize::from(hanging),
            _ => usize::MAX,
        });
        assert!(hanging.eq((0..2 * MOST_BLOCKS).map(|number| number % 200)));
    }

    #[test]
    fn no_block_crosses_a_chunk() {
        let mut builder = Builder::new();
        for _ in 0..5000 {
            builder.add(BlockKind::Paragraph, &"prose ".repeat(100));
        }
        let document = builder.finish(Meta::default());
        assert!(document.chunks().len() > 2);
        let last = document.blocks().last().unwrap().range;
        assert_eq!(&document[last], "prose ".repeat(100).trim_end());
        assert_eq!(document.end(), last.end());
    }

    #[test]
    fn marks_beyond_what_is_kept_are_counted() {
        const N: usize = 40_000;
        let mut builder = Builder::new();
        builder.begin(BlockKind::Preformatted, Nesting::default());
        for _ in 0..N {
            builder.open(Mark::Strong);
            builder.push_text("x");
            builder.close();
        }
        let document = builder.finish(Meta::default());
        let n_kept = document.spans().count();
        assert!((MOST_SPANS..N).contains(&n_kept), "{n_kept}");
        assert_eq!(document.report.marks, N - n_kept);
    }

    #[test]
    fn spans_nest_and_are_sorted() {
        let mut builder = Builder::new();
        builder.begin(BlockKind::Paragraph, Nesting::default());
        builder.open(Mark::Strong);
        builder.push_text("a ");
        builder.open(Mark::Emphasis);
        builder.push_text("b");
        builder.close();
        builder.close();
        let document = builder.finish(Meta::default());
        let spans: Vec<_> =
            document.spans().map(|span| (&document[span.range], span.mark)).collect();
        assert_eq!(spans, [("a b", Mark::Strong), ("b", Mark::Emphasis)]);
    }

    const TABLE: BlockKind = BlockKind::Table { has_header: true, alignments: Alignments::NONE };

    fn table(rows: &[&[&str]]) -> Document {
        let mut builder = Builder::new();
        builder.begin(TABLE, Nesting::default());
        for (row, at) in rows.iter().zip(0..) {
            if at > 0 {
                builder.next_row();
            }
            for (cell, at) in row.iter().zip(0..) {
                if at > 0 {
                    builder.next_cell();
                }
                builder.push_text(cell);
            }
        }
        builder.finish(Meta::default())
    }

    #[test]
    fn a_cell_holds_no_tab_and_no_line_end_of_its_own() {
        let document = table(&[&["Year", "Treaty"], &["", "of\tPeking\nand more"]]);
        assert_eq!(document.chunks()[0].text(), "Year\tTreaty\n\tof Peking and more");
    }

    #[test]
    fn a_long_table_is_split_between_rows_and_named_once() {
        let row: &[&str] = &["a few words", "and more words"];
        let document = table(&vec![row; 9000]);
        let blocks: Vec<Block> = document.blocks().collect();
        assert!(blocks.len() > 3 && blocks[0].kind == TABLE && blocks[1].kind != TABLE);
        for block in blocks {
            let text = &document[block.range];
            assert!(text.starts_with("a few words\t") && text.ends_with("\tand more words"));
        }
    }

    #[test]
    fn a_target_is_where_it_was_named() {
        let mut builder = Builder::new();
        builder.target("start");
        builder.add(BlockKind::Paragraph, " ");
        builder.begin(BlockKind::Paragraph, Nesting::default());
        builder.target("also");
        builder.push_text("one ");
        builder.target("two");
        builder.push_text("two");
        builder.end();
        builder.target("end");
        builder.target("two");
        let document = builder.finish(Meta::default());
        let found = ["start", "also", "two", "end", "none"].map(|id| document.target(id));
        assert_eq!(found, [Some(0), Some(0), Some(4), Some(7), None]);
    }

    #[test]
    fn a_quotation_lies_in_a_block_quotation() {
        let mut builder = Builder::new();
        builder.add(BlockKind::Quotation, "one");
        let document = builder.finish(Meta::default());
        assert!(document.blocks().all(|block| block.nesting.is_quoted()));
    }
}
