//! Writes the cells of a table of data, so that each stands in its column.

use super::page::{Attribute, Element};
use super::pen::Pen;
use crate::document::{Alignment, Alignments, BlockKind, Nesting};

/// Cells further to the right are not counted.
const MOST_COLUMNS: usize = 256;

/// Where the next cell of a table stands.
#[derive(Debug, Default)]
pub struct Cells {
    has_header: bool,
    has_begun: bool,
    n_rows: usize,
    /// The column of the next cell, and of the last one that was begun.
    next: usize,
    column: usize,
    /// For each column, how many rows a cell above still reaches down, this row included.
    covered: Vec<usize>,
}

impl Cells {
    /// The cells of a table of which nothing was read.
    pub fn new(has_header: bool) -> Self {
        Self { has_header, ..Self::default() }
    }

    /// The next row begins.
    pub fn row(&mut self, pen: &mut Pen<'_>) {
        if self.has_begun {
            pen.separate("\n");
            (self.next, self.column) = (0, 0);
            for rows in &mut self.covered {
                *rows = rows.saturating_sub(1);
            }
        }
        self.n_rows += 1;
    }

    /// The next cell of the row begins.
    pub fn cell(&mut self, element: Element<'_>, nesting: Nesting, pen: &mut Pen<'_>) {
        if !self.has_begun {
            self.has_begun = true;
            let has_header = self.has_header;
            let alignments = Alignments::new([alignment(element)]);
            pen.begin_table(BlockKind::Table { has_header, alignments }, nesting);
        }
        while self.covered.get(self.next).is_some_and(|rows| *rows > 0) {
            self.next += 1;
        }
        for _ in self.column..self.next {
            pen.separate("\t");
        }
        self.column = self.next;
        let (columns, rows) =
            (span(element, Attribute::Colspan), span(element, Attribute::Rowspan));
        self.next += columns;
        if rows > 1 && self.next <= MOST_COLUMNS {
            self.covered.resize(self.covered.len().max(self.next), 0);
            self.covered[self.column..self.next].fill(rows);
        }
    }
}

/// How many columns or rows a cell takes.
fn span(element: Element<'_>, attribute: Attribute) -> usize {
    element.value(attribute).trim().parse().unwrap_or(1).clamp(1, MOST_COLUMNS / 4)
}

fn alignment(element: Element<'_>) -> Alignment {
    match element.value(Attribute::Align) {
        "right" => Alignment::Right,
        "center" => Alignment::Center,
        _ => Alignment::Left,
    }
}
