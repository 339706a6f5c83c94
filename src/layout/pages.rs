//! The endless column of rows, and places in it.
//!
//! A [`RowPlace`] is a row of the document at one measure. It is computed from an offset when it is
//! needed and never stored: only the blocks that are walked over are wrapped.

use super::wrap::{Row, wrap};
use crate::document::{BlockId, BlockKind, Document};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// More wrapped rows than this are forgotten and wrapped again: hundreds of pages, a few megabytes.
const CACHED_ROWS: usize = 32 << 10;

/// The wrapped blocks of one document at one measure.
#[derive(Debug, Default)]
pub struct RowCache {
    measure: usize,
    n_rows: usize,
    rows: HashMap<u32, Rc<[Row]>>,
}

impl RowCache {
    /// Forgets everything: for another document.
    pub fn clear(&mut self) {
        self.rows.clear();
        self.n_rows = 0;
    }

    /// Keeps the first `n` blocks: those behind them may have changed.
    pub fn keep(&mut self, n: u32) {
        self.rows.retain(|id, _| *id < n);
    }

    fn rows(&mut self, document: &Document, id: u32, measure: usize) -> Rc<[Row]> {
        if self.measure != measure || self.n_rows > CACHED_ROWS {
            self.clear();
            self.measure = measure;
        }
        let n_rows = &mut self.n_rows;
        // What is not read yet is not empty for ever.
        let Some(block) = document.block(BlockId(id)) else { return Rc::default() };
        let rows = self.rows.entry(id).or_insert_with(|| {
            let rows: Rc<[Row]> = wrap(document, &block, measure).into();
            *n_rows += rows.len();
            rows
        });
        Rc::clone(rows)
    }
}

/// A line of the column: `line` counts the blank lines before the block, then its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct RowPlace {
    block: u32,
    line: u32,
}

/// A line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The block it belongs to; a blank line belongs to the block below it.
    pub block: BlockId,
    /// The row; `None` for a blank line.
    pub row: Option<Row>,
}

/// A document as one column of lines, at a measure.
#[derive(Debug)]
pub struct Flow<'a> {
    document: &'a Document,
    cache: &'a mut RowCache,
    measure: usize,
}

impl<'a> Flow<'a> {
    /// The column of `document` at `measure` cells.
    pub fn new(document: &'a Document, cache: &'a mut RowCache, measure: usize) -> Self {
        Self { document, cache, measure }
    }

    /// The line that shows `offset`.
    pub fn place_of(&mut self, offset: usize) -> RowPlace {
        let Some(id) = self.document.block_at(offset) else { return RowPlace::default() };
        let rows = self.rows(id.0);
        let row = rows.partition_point(|row| row.range.start() <= offset).saturating_sub(1);
        RowPlace { block: id.0, line: self.gap(id.0) + row as u32 }
    }

    /// The offset of the first character on the line; of its block for a blank line.
    pub fn offset_of(&mut self, place: RowPlace) -> usize {
        let row = place.line.saturating_sub(self.gap(place.block));
        let rows = self.rows(place.block);
        rows.get(row as usize).map_or(0, |row| row.range.start())
    }

    /// How far the row at a place is set in.
    pub fn indent_of(&mut self, place: RowPlace) -> usize {
        let row = place.line.saturating_sub(self.gap(place.block)) as usize;
        self.rows(place.block).get(row).map_or(0, |row| row.indent.into())
    }

    /// How many blank lines stand between the place and the first row below it in its block.
    pub fn lead_of(&mut self, place: RowPlace) -> u32 {
        self.gap(place.block).saturating_sub(place.line)
    }

    /// The line `n` lines down (up if negative), or the first or last line without a gap between.
    pub fn moved(&mut self, place: RowPlace, n: isize) -> RowPlace {
        let RowPlace { mut block, line } = place;
        let mut line = line as isize + n;
        let Range { start: first, end } = self.document.blocks_around(block);
        while line < 0 && block > first {
            block -= 1;
            line += self.lines(block) as isize;
        }
        if line < 0 {
            return RowPlace { block: first, line: 0 };
        }
        let last = end.saturating_sub(1);
        loop {
            let lines = self.lines(block) as isize;
            if line < lines {
                return RowPlace { block, line: line as u32 };
            }
            if block >= last {
                return RowPlace { block, line: (lines - 1).max(0) as u32 };
            }
            line -= lines;
            block += 1;
        }
    }

    /// The last line of the document.
    pub fn last(&mut self) -> RowPlace {
        let block = self.document.n_blocks().saturating_sub(1) as u32;
        RowPlace { block, line: self.lines(block).saturating_sub(1) }
    }

    /// The top of the last full page of `height` lines; the first line if all fits on one page.
    pub fn last_top(&mut self, height: usize) -> RowPlace {
        let last = self.last();
        self.moved(last, 1 - (height.max(1) as isize))
    }

    /// Whether a page of `height` lines from `top` shows `offset`.
    ///
    /// A blank line stands for the beginning of the row below it, even as the last of a page.
    pub fn shows(&mut self, top: RowPlace, height: usize, offset: usize) -> bool {
        let bottom = self.moved(top, height.max(1) as isize - 1);
        let place = self.place_of(offset);
        top <= place && (place <= bottom || self.offset_of(bottom) == offset)
    }

    /// The lines of the page that begins at `top`.
    pub fn page(&mut self, top: RowPlace, height: usize) -> Vec<Line> {
        let mut lines = Vec::with_capacity(height);
        let RowPlace { mut block, mut line } = top;
        let end = self.document.blocks_around(block).end;
        while lines.len() < height && block < end {
            let gap = self.gap(block);
            let rows = self.rows(block);
            while line < gap && lines.len() < height {
                lines.push(Line { block: BlockId(block), row: None });
                line += 1;
            }
            let from = line.saturating_sub(gap) as usize;
            let room = height - lines.len();
            let shown = rows.iter().skip(from).take(room);
            lines.extend(shown.map(|row| Line { block: BlockId(block), row: Some(row.clone()) }));
            block += 1;
            line = 0;
        }
        lines
    }

    /// How many lines lie between two places, counted up to `limit`.
    pub fn distance(&mut self, from: RowPlace, to: RowPlace, limit: usize) -> usize {
        let RowPlace { mut block, line } = from;
        if !self.document.blocks_around(block).contains(&to.block) {
            return limit;
        }
        let mut lines = -i64::from(line);
        while block < to.block {
            lines += i64::from(self.lines(block));
            if lines > limit as i64 {
                return limit;
            }
            block += 1;
        }
        (lines + i64::from(to.line)).clamp(0, limit as i64) as usize
    }

    fn rows(&mut self, block: u32) -> Rc<[Row]> {
        self.cache.rows(self.document, block, self.measure)
    }

    fn lines(&mut self, block: u32) -> u32 {
        self.gap(block) + self.rows(block).len() as u32
    }

    /// Blank lines before a block: none at the very top and between the parts of one thing, and
    /// two before what begins a part of the text.
    fn gap(&self, block: u32) -> u32 {
        let Some(before) = block.checked_sub(1).and_then(|id| self.document.block(BlockId(id)))
        else {
            return 0;
        };
        let Some(block) = self.document.block(BlockId(block)) else { return 0 };
        let belongs = match (before.kind, block.kind) {
            (BlockKind::Item { .. }, BlockKind::Item { .. })
            | (BlockKind::Caption | BlockKind::Image, BlockKind::Caption)
            | (BlockKind::Footnote, BlockKind::Footnote)
            | (BlockKind::Title, BlockKind::Title) => true,
            _ => block.goes_on,
        };
        let opens_part = matches!(block.kind, BlockKind::Heading { level: 1 | 2 })
            && !matches!(
                before.kind,
                BlockKind::Heading { .. } | BlockKind::Title | BlockKind::Break
            );
        match (belongs, opens_part) {
            (true, _) => 0,
            (false, true) => 2,
            (false, false) => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Meta};

    fn document() -> Document {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, "one two three four");
        builder.add(BlockKind::Paragraph, "five six");
        builder.finish(Meta::default())
    }

    #[track_caller]
    fn check_page(top: isize, height: usize, expected: &[&str]) {
        let document = document();
        let mut cache = RowCache::default();
        let mut flow = Flow::new(&document, &mut cache, 8);
        let top = flow.moved(RowPlace::default(), top);
        let page = flow.page(top, height);
        let lines: Vec<_> = page
            .iter()
            .map(|line| line.row.as_ref().map_or("", |row| &document[row.range]))
            .collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_page_has_a_blank_line_between_paragraphs() {
        check_page(0, 9, &["one two", "three", "four", "", "five six"]);
        check_page(3, 2, &["", "five six"]);
    }

    #[test]
    fn moving_stops_at_both_ends() {
        check_page(-5, 1, &["one two"]);
        check_page(99, 4, &["five six"]);
    }

    #[test]
    fn the_last_page_is_full() {
        let document = document();
        let mut cache = RowCache::default();
        let mut flow = Flow::new(&document, &mut cache, 8);
        let top = flow.last_top(3);
        assert_eq!(flow.page(top, 3).len(), 3);
        let first = flow.last_top(50);
        assert_eq!(first, RowPlace::default());
    }

    #[test]
    fn an_offset_leads_to_its_line_and_back() {
        let document = document();
        let mut cache = RowCache::default();
        let mut flow = Flow::new(&document, &mut cache, 8);
        let place = flow.place_of(document.end() - 1);
        assert_eq!(flow.offset_of(place), 19);
        assert_eq!(flow.distance(RowPlace::default(), place, 100), 4);
    }
}
