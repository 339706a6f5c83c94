//! The lines of the zoomed timeline: events, the sentence of the marked one, the time between them.

use super::{Order, Timeline};
use crate::app::article::Size;
use crate::document::{Document, Event, Layers, TextRange};
use crate::layout::wrap_text;

/// Sentences in the zoomed list show at most this many rows.
const SENTENCE_ROWS: usize = 6;

/// A line of the zoomed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListLine {
    /// An event, by its index in text order.
    Event(u32),
    /// A row of the sentence of the event above it.
    Sentence(TextRange),
    /// The time between two events, in days.
    Gap(i64),
}

/// What all lines of the zoomed list share.
pub(super) struct List<'a> {
    pub timeline: &'a Timeline,
    pub document: &'a Document,
    pub layers: &'a Layers,
    pub size: Size,
    pub marked: Option<u32>,
}

/// Where the list stands, from one frame to the next.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// The place in the order of the first event.
    pub top: usize,
    /// The reader looks at other events than the marked one, as long as that stays marked.
    pub looked_from: Option<Option<u32>>,
    /// The marked event and its row.
    pub marked_row: Option<(u32, usize)>,
    /// The row on which that event stays, since items have arrived around it.
    pub held_row: Option<(u32, usize)>,
}

/// Where the list begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Top {
    /// The place of the first event in the order.
    pub position: usize,
    /// The gap before it is shown too.
    pub has_gap: bool,
}

impl Top {
    /// At an event, without the gap before it.
    pub fn of(position: usize) -> Self {
        Self { position, has_gap: false }
    }
}

impl List<'_> {
    /// The top with which the event at `position` is seen whole: at `top`, if it is so already.
    pub fn top_for(&self, position: usize, top: usize) -> Top {
        if position <= top {
            return Top::of(position);
        }
        let mut used = self.lines(position, true).len();
        let mut from = position;
        // Back from the marked one, as far as there is room or as the list already stands.
        while from > top {
            used += self.lines(from - 1, from - 1 > top).len();
            if used > self.size.rows.into() {
                break;
            }
            from -= 1;
        }
        Top::of(from)
    }

    /// The top with which the event at `position` stands on `row`; `None` if it would not be seen
    /// whole there, or if there is too little before it.
    pub fn top_with(&self, position: usize, row: usize) -> Option<Top> {
        if row + self.lines(position, false).len() > self.size.rows.into() {
            return None;
        }
        let n_gaps =
            |position| self.lines(position, true).len() - self.lines(position, false).len();
        let mut from = position;
        let mut n_above = n_gaps(from);
        while n_above < row {
            from = from.checked_sub(1)?;
            n_above += 1 + n_gaps(from);
        }
        Some(Top { position: from, has_gap: n_above == row })
    }

    /// An event, with the gap before it and, if it is marked, its sentence.
    pub fn lines(&self, position: usize, has_gap: bool) -> Vec<ListLine> {
        let mut lines = Vec::new();
        let Some(index) = self.timeline.at(self.layers, position) else { return lines };
        let event = &self.layers.events[index as usize];
        let before = position.checked_sub(1).and_then(|at| self.timeline.at(self.layers, at));
        if let Some(before) = before.filter(|_| has_gap && self.timeline.order == Order::Happened) {
            lines.extend(gap(&self.layers.events[before as usize], event).map(ListLine::Gap));
        }
        lines.push(ListLine::Event(index));
        if Some(index) == self.marked {
            lines.extend(sentence_rows(self.document, event, self.size.columns));
        }
        lines
    }
}

/// The column at which the labels of the list begin, on a list of so many columns; sentences are
/// set in two columns further.
pub fn label_indent(columns: u16) -> u16 {
    18.min(columns / 3)
}

fn sentence_rows(document: &Document, event: &Event, columns: u16) -> Vec<ListLine> {
    // The paragraph numbers keep their column free where there is room.
    let right = if columns >= 70 { 8 } else { 0 };
    let width = columns.saturating_sub(label_indent(columns) + 2 + right).clamp(10, 72).into();
    let start = event.sentence.start();
    let rows = wrap_text(&document[event.sentence], width, width);
    let ranges = rows.into_iter().map(|row| TextRange::new(start + row.start, start + row.end));
    ranges.take(SENTENCE_ROWS).map(ListLine::Sentence).collect()
}

/// The days between two events, if they are worth telling: more than two years.
fn gap(before: &Event, after: &Event) -> Option<i64> {
    if before.is_era || after.is_era {
        return None;
    }
    let days = i64::from(after.when.first?.0) - i64::from(before.when.last?.0);
    (days > 730).then_some(days)
}
