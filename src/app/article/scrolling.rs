//! Scrolling, and where the reading place is then.

use super::Article;
use crate::document::{Document, Layers};
use crate::layout::RowPlace;

impl Article {
    /// Scrolls by lines; the reading place moves with the page, one item at a time.
    pub fn scroll_line(&mut self, document: &Document, layers: &Layers, lines: isize) {
        for _ in 0..lines.unsigned_abs().min(10_000) {
            self.scroll_one(document, layers, lines.signum());
        }
    }

    /// Scrolls by a number of lines at once.
    pub fn scroll_page(&mut self, document: &Document, lines: isize) {
        let from = self.top_line(document);
        let to = self.moved_top(document, from, lines);
        self.set_top(document, to);
        if to == from {
            // Nothing to scroll: the reading place alone goes to the end, or to the beginning.
            self.stepped = None;
            let stretch = document.stretch_at(self.top);
            self.place = if lines > 0 { stretch.end() } else { stretch.start() };
        }
        self.settle(document);
    }

    /// One line down or up. Marks every item in turn: where several events, or several
    /// quotations, stand on the lines that the reading line passes at once, the place stops at
    /// each of them first.
    fn scroll_one(&mut self, document: &Document, layers: &Layers, step: isize) {
        let from = self.top_line(document);
        let to = self.moved_top(document, from, step);
        let read_to = self.place;
        self.set_top(document, to);
        if self.keeps_stepped(document) {
            return;
        }
        let before = self.place;
        let target = if to == from {
            self.next_line(document, before, step)
        } else {
            self.reading_line(document)
        };
        let reached = one_item_on(layers, read_to, target, step);
        if to != from && !self.is_on_page(document, reached) {
            // An item that would leave the page before it was marked holds the page for a line.
            self.place = reached;
            self.set_top(document, from);
        }
        self.place = reached;
    }

    fn settle(&mut self, document: &Document) {
        if !self.keeps_stepped(document) && !self.is_at_rest(document) {
            self.place = self.reading_line(document);
        }
    }

    /// Whether the stepped item is still on the screen; it is forgotten if not.
    fn keeps_stepped(&mut self, document: &Document) -> bool {
        if self.stepped.is_some() && !self.is_on_page(document, self.place) {
            self.stepped = None;
        }
        self.stepped.is_some()
    }

    /// Whether the whole text is on the page, so that no scrolling moves the reading line.
    fn is_at_rest(&mut self, document: &Document) -> bool {
        let rows = self.rows();
        self.flow(document).last_top(rows) == RowPlace::default()
    }

    pub(super) fn is_on_page(&mut self, document: &Document, offset: usize) -> bool {
        let rows = self.rows();
        let top = self.top_line(document);
        self.flow(document).shows(top, rows, offset)
    }

    /// The first character of the reading line, which moves from the top row at the beginning
    /// to the last row at the end; there, the end of the text.
    fn reading_line(&mut self, document: &Document) -> usize {
        let rows = self.rows();
        let top = self.top_line(document);
        let last_top = self.flow(document).last_top(rows);
        let progress = self.progress_at(document, top, last_top);
        if progress >= 1.0 {
            return document.end();
        }
        let row = (progress * (rows - 1) as f64).round() as isize;
        let mut flow = self.flow(document);
        let line = flow.moved(top, row);
        flow.offset_of(line)
    }

    /// The line after or before that of `offset`; past the last line, the end of the text.
    fn next_line(&mut self, document: &Document, offset: usize, step: isize) -> usize {
        let mut flow = self.flow(document);
        let line = flow.place_of(offset);
        let next = flow.moved(line, step);
        if next == line {
            let stretch = document.stretch_at(offset);
            return if step > 0 { stretch.end() } else { stretch.start() };
        }
        let to = flow.offset_of(next);
        // A blank line has the offset of the row below it, which may be where we are.
        if step < 0 && to >= offset { self.next_line(document, offset, step * 2) } else { to }
    }

    fn progress_at(&mut self, document: &Document, top: RowPlace, last: RowPlace) -> f64 {
        if top >= last {
            return 1.0;
        }
        let mut flow = self.flow(document);
        let (at, end) = (flow.offset_of(top), flow.offset_of(last));
        // Rows of the block at the very end may share an offset; the last page alone is 1.
        (at as f64 / end.max(1) as f64).min(0.999)
    }
}

/// `target`, or the place before it at which at most one more event and one more quotation than
/// at `from` lie behind the reader.
fn one_item_on(layers: &Layers, from: usize, target: usize, step: isize) -> usize {
    let (low, high) = (from.min(target), from.max(target));
    let starts = |list: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
        list.skip_while(|start| *start <= low).take_while(|start| *start <= high).collect()
    };
    let first_event = layers.events.partition_point(|event| event.mention.start() <= low);
    let first_quote = layers.quotes.partition_point(|quote| quote.words.start() <= low);
    let events =
        starts(&mut layers.events[first_event..].iter().map(|event| event.mention.start()));
    let quotes = starts(&mut layers.quotes[first_quote..].iter().map(|quote| quote.words.start()));
    [events, quotes].iter().fold(target, |reached, starts| match starts[..] {
        [first, _, ..] if step > 0 => reached.min(first),
        [.., before, _] if step < 0 => reached.max(before),
        _ => reached,
    })
}
