//! The article panel: what of the text is on the screen, and where the reading place is.
//!
//! Both are offsets. The top of the page is kept as the reader left it: when the size changes the
//! page is laid out again from it, so that any number of resizings comes back to the same page.

mod bookmark;
mod cells;
mod scrolling;

pub use bookmark::{Bookmark, Stepped};
pub use cells::Spot;

use super::jumps::Jumps;
use super::marginalia::Marginalia;
use super::selection::Selection;
use crate::document::{Block, Document, Layers, TextRange, columns};
use crate::layout::{Flow, Line, RowCache, RowPlace};

/// Columns and rows of a panel's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// Terminal cells across.
    pub columns: u16,
    /// Terminal cells down.
    pub rows: u16,
}

/// The article panel's state.
#[derive(Debug)]
pub struct Article {
    /// The widest line that the reader wants.
    pub measure: u16,
    /// Columns that wide tables are moved to the left by.
    pub sideways: u16,
    /// The lines on the screen, made by [`Article::fit`].
    pub page: Vec<Line>,
    /// The pages that were left by a jump.
    pub jumps: Jumps,
    /// The words that are being selected.
    pub selection: Option<Selection>,
    /// The marks and notes of the reader.
    pub marginalia: Marginalia,
    top: usize,
    lead: u32,
    place: usize,
    stepped: Option<Stepped>,
    size: Size,
    cache: RowCache,
}

/// The narrowest measure that the reader may ask for.
pub const MIN_MEASURE: u16 = 20;
/// The widest.
pub const MAX_MEASURE: u16 = 200;
/// The usual one.
pub const DEFAULT_MEASURE: u16 = 72;

impl Article {
    /// The panel at the top of a document.
    pub fn new(measure: u16) -> Self {
        Self {
            measure,
            sideways: 0,
            page: Vec::new(),
            jumps: Jumps::default(),
            selection: None,
            marginalia: Marginalia::default(),
            top: 0,
            lead: 0,
            place: 0,
            stepped: None,
            size: Size::default(),
            cache: RowCache::default(),
        }
    }

    /// The reading place.
    pub fn place(&self) -> usize {
        self.place
    }

    /// The item last stepped to, while it is on the screen.
    pub fn stepped(&self) -> Option<Stepped> {
        self.stepped
    }

    /// The columns that running text is set in.
    pub fn columns(&self) -> u16 {
        self.measure.min(self.size.columns).max(1)
    }

    /// How many lines the page has room for.
    pub fn rows(&self) -> usize {
        usize::from(self.size.rows).max(1)
    }

    /// The page as it is, to come back to.
    pub fn bookmark(&self) -> Bookmark {
        Bookmark { top: self.top, lead: self.lead, place: self.place, stepped: self.stepped }
    }

    /// Goes back to a page.
    pub fn restore(&mut self, bookmark: Bookmark) {
        self.top = bookmark.top;
        self.lead = bookmark.lead;
        self.place = bookmark.place;
        self.stepped = bookmark.stepped;
    }

    /// The offset of the top of the page, the blank lines above its first row, and the place.
    pub fn page_place(&self) -> (usize, u32, usize) {
        (self.top, self.lead, self.place)
    }

    /// Goes to a page that was kept, as [`Article::page_place`] told it.
    pub fn restore_page(&mut self, top: usize, lead: u32, place: usize) {
        self.restore(Bookmark { top, lead, place, stepped: None });
    }

    /// Makes a page that was kept the last one that was left by a jump.
    pub fn leave_page(&mut self, top: usize, lead: u32, place: usize) {
        self.jumps.leave(Bookmark { top, lead, place, stepped: None });
    }

    /// Whether the reader has not moved yet.
    pub fn is_at_start(&self) -> bool {
        self.page_place() == (0, 0, 0) && self.stepped.is_none()
    }

    /// Finds the items that were stepped to among other layers, by their words.
    pub fn carry_over(&mut self, before: &Layers, layers: &Layers) {
        self.stepped = self.stepped.and_then(|stepped| stepped.carried_over(before, layers));
        self.jumps.carry_over(before, layers);
    }

    /// Keeps what was laid out of `before`, which goes on in another document: all but the last
    /// block, and what stands behind a gap.
    pub fn grow(&mut self, before: &Document) {
        let n_whole = before.blocks_around(0).end.saturating_sub(1);
        self.cache.keep(n_whole);
    }

    /// Takes over the same place in a reloaded document.
    pub fn reopen(&mut self, top: usize, place: usize) {
        self.cache.clear();
        self.jumps.clear();
        self.selection = None;
        self.restore(Bookmark { top, lead: 0, place, stepped: None });
    }

    /// Adopts the size of the coming frame and lays out the page.
    pub fn fit(&mut self, document: &Document, size: Size) {
        self.size = size;
        self.lay_out(document);
    }

    /// Lays out the page for the size of the last frame.
    pub fn lay_out(&mut self, document: &Document) {
        let top = self.top_line(document);
        let rows = usize::from(self.size.rows);
        self.page = self.flow(document).page(top, rows);
    }

    /// To the first page.
    pub fn go_to_start(&mut self, document: &Document) {
        self.set_top(document, RowPlace::default());
        self.stepped = None;
        self.place = 0;
    }

    /// To the last page.
    pub fn go_to_end(&mut self, document: &Document) {
        let rows = self.rows();
        let line = self.flow(document).last_top(rows);
        self.set_top(document, line);
        self.stepped = None;
        self.place = document.end();
    }

    /// Shows `range`, scrolling only if it is not on the screen; whether it scrolled.
    pub fn go_to(&mut self, document: &Document, stepped: Stepped, range: TextRange) -> bool {
        let must_scroll = !self.shows(document, range);
        if must_scroll {
            let third = (self.rows() / 3) as isize;
            let line = self.flow(document).place_of(range.start());
            let top = self.moved_top(document, line, -third);
            self.set_top(document, top);
        }
        self.place = range.start();
        self.stepped = Some(stepped);
        self.look_sideways(document, range);
        must_scroll
    }

    /// Moves wide lines sideways, if `range` stands on one and would not be seen.
    fn look_sideways(&mut self, document: &Document, range: TextRange) {
        let is_wide = |block: &Block| block.kind.is_unwrapped();
        let Some(block) = document.block_around(range.start()).filter(is_wide) else { return };
        let mut flow = self.flow(document);
        let line = flow.place_of(range.start());
        let row_start = flow.offset_of(line).max(block.range.start());
        let indent = flow.indent_of(line);
        let before = columns(&document[TextRange::new(row_start, range.start())]);
        let end = before + columns(&document[range]);
        let room = usize::from(self.columns()).saturating_sub(indent);
        let at = usize::from(self.sideways);
        if before < at || end > at + room {
            let middle = before.saturating_sub(room / 3);
            self.sideways = if end <= room { 0 } else { middle.min(u16::MAX.into()) as u16 };
        }
    }

    /// Puts the line of `offset` at the top.
    pub fn put_on_top(&mut self, document: &Document, offset: usize) {
        let line = self.flow(document).place_of(offset);
        let top = self.moved_top(document, line, 0);
        self.set_top(document, top);
        self.place = offset;
        self.stepped = Some(Stepped::Passage(TextRange::new(offset, offset)));
    }

    /// How far wide lines can be moved until the end of the longest on the page stands at the edge.
    pub fn most_sideways(&self, document: &Document) -> u16 {
        let rows =
            self.page.iter().filter_map(|line| line.row.as_ref().zip(document.block(line.block)));
        let wide = rows.filter(|(_, block)| block.kind.is_unwrapped());
        let widths = wide.map(|(row, _)| usize::from(row.indent) + columns(&document[row.range]));
        let widest = widths.max().unwrap_or(0).min(u16::MAX.into()) as u16;
        widest.saturating_sub(self.columns())
    }

    /// The offset of the first character on the page.
    pub fn top_offset(&mut self, document: &Document) -> usize {
        let top = self.top_line(document);
        self.flow(document).offset_of(top)
    }

    /// Whether the page has all of `range`, or its beginning if it is longer than a page.
    fn shows(&mut self, document: &Document, range: TextRange) -> bool {
        let rows = self.rows();
        let top = self.top_line(document);
        let mut flow = self.flow(document);
        let bottom = flow.moved(top, rows as isize - 1);
        let first = flow.place_of(range.start());
        let last = flow.place_of(range.end().max(range.start() + 1) - 1);
        let is_long = flow.distance(first, last, rows) > rows / 2;
        (top..=bottom).contains(&first) && (last <= bottom || is_long)
    }

    /// The line at the top of the page: that of the kept offset, as far down as pages go.
    ///
    /// After a change of size the reading place may lie off that page; then the page shows it.
    fn top_line(&mut self, document: &Document) -> RowPlace {
        let rows = self.rows();
        let (offset, lead, place) = (self.top, self.lead, self.place);
        let mut flow = self.flow(document);
        let line = flow.place_of(offset);
        let lead = if flow.offset_of(line) == offset { lead as isize } else { 0 };
        let last = flow.last_top(rows);
        let top = flow.moved(line, -lead).min(last);
        if flow.shows(top, rows, place) {
            return top;
        }
        let at = flow.place_of(place);
        flow.moved(at, -(rows as isize / 3)).min(last)
    }

    fn moved_top(&mut self, document: &Document, from: RowPlace, lines: isize) -> RowPlace {
        let rows = self.rows();
        let mut flow = self.flow(document);
        let last = flow.last_top(rows);
        flow.moved(from, lines).min(last)
    }

    /// Makes `line` the top of the page. The place is not yet moved: the caller does that.
    fn set_top(&mut self, document: &Document, line: RowPlace) {
        let rows = self.rows();
        let place = self.place;
        let mut flow = self.flow(document);
        let top = flow.offset_of(line);
        let lead = flow.lead_of(line);
        let is_shown = flow.shows(line, rows, place);
        let bottom = flow.moved(line, rows as isize - 1);
        let edge = if flow.place_of(place) < line { top } else { flow.offset_of(bottom) };
        (self.top, self.lead) = (top, lead);
        if !is_shown {
            // A place off the new page would pull the page back to it.
            self.place = edge;
            self.stepped = None;
        }
    }

    fn flow<'a>(&'a mut self, document: &'a Document) -> Flow<'a> {
        let measure = usize::from(self.columns());
        Flow::new(document, &mut self.cache, measure)
    }
}

#[cfg(test)]
mod tests;
