//! Splits what is too long for one block.

use super::super::spans::MarkedRange;
use super::{Builder, OpenBlock};
use crate::document::{BlockKind, TextRange};
use std::ops::Range;

/// A block longer than this is split, at a word or between lines, so that no wrap is slow.
pub(super) const BLOCK_BYTES: usize = 64 << 10;

/// Where a long block is cut.
enum Cut {
    /// At a blank or a line end, which goes.
    At(usize),
    /// Through a word, at the end of the piece.
    Through,
}

impl Builder {
    /// Where to cut the text of a long block: a blank becomes the line end between two pieces.
    pub(super) fn pieces(&mut self, block: &OpenBlock) -> Vec<Range<usize>> {
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
    fn line_to_cut(&self, kind: BlockKind, piece: Range<usize>) -> Cut {
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
    fn cut_spans(&mut self, first: usize, pieces: &[Range<usize>]) {
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
}
