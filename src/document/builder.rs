//! The one constructor of a document.
//!
//! Importers write blocks through it in reading order. It cleans the text, joins the blocks,
//! numbers the paragraphs, closes chunks, and splits what is too long, so that no reader of a
//! document has to check any of that again.

mod cut;
mod recast;

#[cfg(test)]
mod tests;

use super::blocks::{Blocks, MOST_BLOCKS};
use super::clean::clean_into;
use super::spans::{MarkId, MarkedRange, Marks, Spans};
use super::{
    Block, BlockKind, CHUNK_BYTES, Checkpoint, Chunk, CleanReport, Document, Extent, Mark, Meta,
    Nesting, TextRange,
};
use cut::BLOCK_BYTES;
use std::sync::Arc;

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
        if start < end && has_room && !self.goes_on(mark, start, end) {
            let range = TextRange::new(self.base + start, self.base + end);
            self.spans.push(MarkedRange { range, mark });
        } else if start < end && !has_room {
            self.report.marks += 1;
        }
    }

    /// Whether a mark goes on with the same one on the line before, which then reaches to `end`.
    fn goes_on(&mut self, mark: MarkId, start: usize, end: usize) -> bool {
        /// So many marks lie over each other, at most.
        const NEAR: usize = 4;
        let is_line = self.text[..start].ends_with('\n');
        let is_style = self.marks.is_style(mark);
        if !is_line || !is_style || self.open.as_ref().is_none_or(|block| block.kind.is_table()) {
            return false;
        }
        let first = self.open.as_ref().map_or(0, |block| block.first_span);
        let line_end = self.base + start - 1;
        let mut near = self.spans[first..].iter_mut().rev().take(NEAR);
        let before = near.find(|span| span.mark == mark && span.range.end() == line_end);
        before.is_some_and(|before| {
            before.range = TextRange::new(before.range.start(), self.base + end);
            true
        })
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
