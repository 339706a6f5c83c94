//! The time axis: spans of days become cells of one line.
//!
//! In: spans of days with labels and ranks, and a width in terminal cells. Out: an [`Axis`]. Days
//! are to scale inside a cluster; the long empty stretches between clusters are broken, because a
//! plot of two centuries must still show the ten events of one month apart. A cluster's width goes
//! by how much happened in it. Order in time is never violated.

mod clusters;
mod labels;
mod marks;

pub use labels::{EraBracket, Label};

use clusters::Clusters;

/// A stretch of time on the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The first day, counted from 1970-01-01.
    pub first: i32,
    /// The last day, inclusive; not before the first.
    pub last: i32,
    /// What its label says, such as `1949`.
    pub tick: String,
    /// 1 for the most important.
    pub rank: u32,
    /// Drawn as a lighter mark.
    pub is_approximate: bool,
    /// The name of an era, which has a bracket beneath the axis and no mark on it.
    pub era: Option<String>,
}

/// What a cell of the axis shows. `item` is an index into the spans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cell {
    /// Time passes.
    #[default]
    Line,
    /// Time is left out.
    Break,
    /// A part of a long span.
    Range {
        /// Which span.
        item: usize,
    },
    /// A short span, or the middle of the current long one.
    Mark {
        /// Which span.
        item: usize,
    },
}

/// A plotted axis.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Axis {
    /// The cells, from the left.
    pub line: Vec<Cell>,
    /// The labels above it, from the left; at least one blank lies between two.
    pub labels: Vec<Label>,
    /// The brackets beneath it, from the left; they do not overlap.
    pub eras: Vec<EraBracket>,
}

/// Plots `spans` on a line of `columns` cells; the span `current` always has a cell.
pub fn plot(spans: &[Span], columns: usize, current: Option<usize>) -> Axis {
    let items = thinned(spans, columns, current);
    if items.is_empty() || columns == 0 {
        return Axis { line: vec![Cell::Line; columns], ..Axis::default() };
    }
    let clusters = Clusters::of(spans, &items, columns);
    let mut line = clusters.empty_line(columns);
    let places = marks::draw(spans, &items, &clusters, current, &mut line);
    Axis {
        labels: labels::labels(spans, &places, columns, current),
        eras: labels::eras(spans, &clusters, columns),
        line,
    }
}

/// The spans that get a place on the axis, in the order of time: all, or the most important ones
/// where there are more than cells.
fn thinned(spans: &[Span], columns: usize, current: Option<usize>) -> Vec<usize> {
    let mut items: Vec<usize> = (0..spans.len()).filter(|at| spans[*at].era.is_none()).collect();
    if items.is_empty() {
        // Eras alone: they make the scale.
        items = (0..spans.len()).collect();
    }
    if items.len() > columns {
        items.sort_by_key(|at| (Some(*at) != current, spans[*at].rank, *at));
        items.truncate(columns);
    }
    items.sort_by_key(|at| (spans[*at].first, spans[*at].last, *at));
    items
}

#[cfg(test)]
mod tests;
