//! Plots spans of time on one row of cells.
//!
//! In: [`Span`]s in days, in any order, and a width in terminal cells. Out: an [`Axis`]: what each
//! cell of the line shows, the labels above it and the brackets beneath it. An *item* is the index
//! of a span in the input.
//! Long empty stretches are broken; inside a cluster between two breaks there is one scale, of
//! which only crowded neighbors deviate: each takes a cell of its own and moves what follows.
//! So the whole axis is one function from days to columns, and never turns back.

mod eras;
mod knots;
mod labels;
mod scale;
mod thin;

#[cfg(test)]
mod pictures;
#[cfg(test)]
mod properties;

use crate::document::columns as width_of;
use knots::Days;
use scale::Scale;

/// A stretch of time to be plotted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The first day, in any count of days.
    pub first: i32,
    /// The last day, inclusive; one before `first` is read as `first`.
    pub last: i32,
    /// The label above, such as `1949`; empty for none.
    pub tick: String,
    /// 1 for the most important.
    pub rank: u32,
    /// “About”.
    pub is_approximate: bool,
    /// The name of an era, which is a bracket beneath the axis and not on it.
    pub era: Option<String>,
}

/// The plot: three rows of the same width.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Axis {
    /// The line itself, one cell a column.
    pub cells: Vec<Cell>,
    /// The labels above, from left to right, with at least one blank between two.
    pub labels: Vec<Label>,
    /// The brackets beneath, from left to right, disjoint.
    pub brackets: Vec<Bracket>,
    /// Where the items that were not thinned out stand, in the order of time (first day, last day,
    /// item); `first_column` never decreases. Eras have none.
    pub places: Vec<Place>,
}

/// What one cell of the line shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Time in which nothing happened.
    Line,
    /// Part of a break: time left out.
    Break,
    /// Part of a span that is wider than a cell.
    Range {
        /// Which; of several over this cell the current one, else the one that starts last.
        item: usize,
        /// Whether its date is “about”.
        is_approximate: bool,
    },
    /// A span of one cell, or the current item, which has a mark wherever it is.
    Mark {
        /// Which; of several in this cell the current one, else the most important.
        item: usize,
        /// Whether its date is “about”.
        is_approximate: bool,
    },
}

impl Cell {
    /// The span that the cell shows.
    pub fn item(self) -> Option<usize> {
        match self {
            Self::Line | Self::Break => None,
            Self::Range { item, .. } | Self::Mark { item, .. } => Some(item),
        }
    }
}

/// A text above the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The span that it belongs to; others of the same text go without.
    pub item: usize,
    /// The first column.
    pub column: usize,
    /// The span's tick.
    pub text: String,
}

/// An era beneath the line: `╰──── Cold War ────╯`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bracket {
    /// The era.
    pub item: usize,
    /// The column of the opening corner.
    pub first_column: usize,
    /// The column of the closing corner, at least two further.
    pub last_column: usize,
    /// The name, perhaps cut with `…`, with room for a blank at either side; empty if it has no room.
    pub name: String,
    /// The first column of the name.
    pub name_column: usize,
}

/// The columns of an item on the line, both inclusive; the same for a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Which.
    pub item: usize,
    /// The column of its first day.
    pub first_column: usize,
    /// The column of its last day.
    pub last_column: usize,
}

impl Place {
    fn is_range(self) -> bool {
        self.first_column < self.last_column
    }

    fn middle(self) -> usize {
        self.first_column.midpoint(self.last_column)
    }
}

/// Plots `spans` on `columns` cells; `current` is an item, and has a mark in any case.
///
/// Which item is current changes neither the scale nor where the others stand, so that the axis
/// rests while a reader steps along it: that is its [`Ground`]. Of more spans than the axis can
/// show apart, the most important are kept.
pub fn plot(spans: &[Span], columns: usize, current: Option<usize>) -> Axis {
    Ground::new(spans, columns).plot(spans, current)
}

/// All of a plot that does not hang on which item is current.
#[derive(Debug, Default)]
pub struct Ground {
    columns: usize,
    scale: Scale,
    /// The items that are kept, in the order of time.
    places: Vec<Place>,
    /// The eras that have room for their names, by importance.
    eras: Vec<Place>,
    is_empty: bool,
}

impl Ground {
    /// O(n) in the spans, and only if there are too many O(n log n).
    pub fn new(spans: &[Span], columns: usize) -> Self {
        let kept = thin::keep(spans, columns);
        let days: Vec<Days> = kept.iter().map(|item| Days::of(&spans[*item])).collect();
        let days = if days.is_empty() { eras::ends(spans) } else { days };
        let Some(scale) = Scale::fit(&days, columns) else {
            return Self { columns, is_empty: true, ..Self::default() };
        };
        let place = |(index, item): (usize, &usize)| {
            let (first_column, last_column) = scale.columns_of(index);
            Place { item: *item, first_column, last_column }
        };
        let places = kept.iter().enumerate().map(place).collect();
        let eras = eras::named(&scale, spans);
        Self { columns, scale, places, eras, is_empty: false }
    }

    /// The axis with this item marked, in time that hangs on the columns alone; `spans` are those
    /// that the ground was made for.
    pub fn plot(&self, spans: &[Span], current: Option<usize>) -> Axis {
        let cells = vec![Cell::Line; self.columns];
        if self.is_empty {
            return Axis { cells, ..Axis::default() };
        }
        let current = current.filter(|item| *item < spans.len());
        let mut plot = Plot { spans, ground: self, current, places: self.places.clone() };
        plot.add_thinned_current();
        Axis {
            labels: labels::place(&plot, self.columns),
            brackets: eras::brackets(&plot),
            cells: plot.paint(cells),
            places: plot.places,
        }
    }
}

/// What the three rows are made from.
struct Plot<'a> {
    spans: &'a [Span],
    ground: &'a Ground,
    current: Option<usize>,
    places: Vec<Place>,
}

impl Plot<'_> {
    /// Puts the current item between its neighbors in time if it was thinned out.
    fn add_thinned_current(&mut self) {
        let Some(item) = self.current.filter(|item| self.spans[*item].era.is_none()) else {
            return;
        };
        let key = |item: usize| thin::time_key(self.spans, item);
        let at = self.places.partition_point(|place| key(place.item) < key(item));
        let next = self.places.get(at);
        if next.is_some_and(|place| place.item == item) {
            return;
        }
        let left = at.checked_sub(1).map_or(0, |before| self.places[before].first_column);
        let right = next.map_or(usize::MAX, |place| place.first_column);
        let day = Days::of(&self.spans[item]).first;
        let column = self.ground.scale.column_at(day).clamp(left, right);
        self.places.insert(at, Place { item, first_column: column, last_column: column });
    }

    /// The place of the current item; of an era, the columns above its bracket.
    fn current_place(&self) -> Option<Place> {
        let item = self.current?;
        let place = self.places.iter().find(|place| place.item == item).copied();
        let is_era = self.spans[item].era.is_some();
        place.or_else(|| is_era.then(|| eras::columns(&self.ground.scale, self.spans, item)))
    }

    fn paint(&self, mut cells: Vec<Cell>) -> Vec<Cell> {
        for columns in &self.ground.scale.breaks {
            cells[columns.clone()].fill(Cell::Break);
        }
        let current = self.current_place();
        // A current era is shown by its bracket and its mark, not by a range.
        let front = current.filter(|place| self.spans[place.item].era.is_none());
        for place in self.places.iter().copied().chain(front).filter(|place| place.is_range()) {
            self.paint_range(place, &mut cells);
        }
        let mut marks: Vec<Place> =
            self.places.iter().copied().filter(|place| !place.is_range()).collect();
        marks.sort_by_key(|place| self.spans[place.item].rank);
        for place in marks.iter().rev() {
            cells[place.first_column] = self.mark(place.item);
        }
        if let Some(place) = current {
            // An era begins before most of what lies in it: its mark stands at its beginning.
            let is_era = self.spans[place.item].era.is_some();
            let column = if is_era { place.first_column } else { free_column(place, &cells) };
            cells[column] = self.mark(place.item);
        }
        cells
    }

    fn paint_range(&self, place: Place, cells: &mut [Cell]) {
        let (item, is_approximate) = (place.item, self.spans[place.item].is_approximate);
        for cell in &mut cells[place.first_column..=place.last_column] {
            if *cell != Cell::Break {
                *cell = Cell::Range { item, is_approximate };
            }
        }
    }

    fn mark(&self, item: usize) -> Cell {
        Cell::Mark { item, is_approximate: self.spans[item].is_approximate }
    }
}

/// The column for the mark of the current item: the nearest to its middle without another's mark
/// or a break, else the middle.
fn free_column(place: Place, cells: &[Cell]) -> usize {
    let middle = place.middle();
    (place.first_column..=place.last_column)
        .filter(|column| matches!(cells[*column], Cell::Line | Cell::Range { .. }))
        .min_by_key(|column| column.abs_diff(middle))
        .unwrap_or(middle)
}
