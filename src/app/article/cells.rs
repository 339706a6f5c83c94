//! From cells of the page to places in the text, and back: for the mouse, and for moving up and
//! down among rows.

use super::{Article, Stepped};
use crate::document::{BlockKind, Document, TextRange, cluster_columns, clusters, columns};
use crate::layout::{Line, Piece};

/// A character of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Where it begins.
    pub offset: usize,
    /// The cell shows the character; else it is only the nearest one.
    pub is_exact: bool,
}

impl Article {
    /// The character at a cell of the page, counted from the left edge of the column.
    pub fn spot(&self, document: &Document, line: usize, column: usize) -> Option<Spot> {
        let line = self.page.get(line)?;
        self.spot_on(document, line, column + self.hidden(document, line))
    }

    /// The line of the page that shows the character at `offset`, and the columns before it.
    pub fn cell_of(&self, document: &Document, offset: usize) -> Option<(usize, usize)> {
        let starts_before =
            |line: &&Line| line.row.as_ref().is_some_and(|row| row.range.start() <= offset);
        let index = self.page.iter().rposition(|line| starts_before(&line))?;
        let block = document.block(self.page[index].block)?;
        let line = &self.page[index];
        let column = self.column_of(document, line, offset)?;
        let column = column.checked_sub(self.hidden(document, line))?;
        block.range.contains(offset).then_some((index, column))
    }

    /// The columns of a line that are left of the page, since the reader looks further right.
    fn hidden(&self, document: &Document, line: &Line) -> usize {
        let is_wide = document.block(line.block).is_some_and(|block| block.kind.is_unwrapped());
        if is_wide { self.sideways.into() } else { 0 }
    }

    /// The character `rows` rows further down (up if negative), in the same column.
    pub fn row_moved(&mut self, document: &Document, from: usize, rows: isize) -> usize {
        let mut flow = self.flow(document);
        let mut place = flow.place_of(from);
        let start = flow.page(place, 1);
        let mut reached = start.clone();
        for _ in 0..rows.unsigned_abs().min(10_000) {
            let mut next = flow.moved(place, rows.signum());
            let mut line = flow.page(next, 1);
            while line.first().is_some_and(|line| line.row.is_none()) {
                let beyond = flow.moved(next, rows.signum());
                if beyond == next {
                    break;
                }
                next = beyond;
                line = flow.page(next, 1);
            }
            if next == place {
                break;
            }
            (place, reached) = (next, line);
        }
        let column = start.first().and_then(|line| self.column_of(document, line, from));
        let line = reached.first().filter(|_| reached != start);
        line.and_then(|line| self.spot_on(document, line, column.unwrap_or(0)))
            .map_or(from, |spot| spot.offset)
    }

    /// The first and the last character of the row of `offset`.
    pub fn row_ends(&mut self, document: &Document, offset: usize) -> (usize, usize) {
        let mut flow = self.flow(document);
        let place = flow.place_of(offset);
        let row = flow.page(place, 1).into_iter().next().and_then(|line| line.row);
        row.map_or((offset, offset), |row| {
            (row.range.start(), super::super::motion::last_of(document, row.range))
        })
    }

    /// Shows the character at `offset`, which becomes the reading place, scrolling no further than
    /// it must.
    pub fn keep_in_sight(&mut self, document: &Document, offset: usize) {
        if !self.is_on_page(document, offset) {
            let top = self.top_line(document);
            let rows = self.rows() as isize;
            let line = self.flow(document).place_of(offset);
            let up = if line < top { 0 } else { rows - 1 };
            let top = self.moved_top(document, line, -up);
            self.set_top(document, top);
        }
        self.place = offset;
        self.stepped = Some(Stepped::Passage(TextRange::new(offset, offset)));
        self.look_sideways(document, super::super::Unit::Character.around(document, offset));
    }

    fn column_of(&self, document: &Document, line: &Line, offset: usize) -> Option<usize> {
        let pieces = self.pieces(document, line);
        let at_or_before = |(_, piece): &(usize, Piece)| piece.range.start() <= offset;
        let holds = |(_, piece): &&(usize, Piece)| piece.range.contains(offset);
        let (left, piece) = pieces
            .iter()
            .find(holds)
            .or_else(|| pieces.iter().rev().find(|piece| at_or_before(piece)))
            .or_else(|| pieces.first())?;
        let end = offset.clamp(piece.range.start(), piece.range.end());
        Some(left + columns(&document[TextRange::new(piece.range.start(), end)]))
    }

    fn spot_on(&self, document: &Document, line: &Line, column: usize) -> Option<Spot> {
        let block = document.block(line.block)?;
        let pieces = self.pieces(document, line);
        let Some((left, piece)) =
            pieces.iter().rev().find(|(left, _)| *left <= column).or_else(|| pieces.first())
        else {
            let offset = line.row.as_ref().map_or(block.range.start(), |row| row.range.start());
            return Some(Spot { offset, is_exact: false });
        };
        let mut used = *left;
        let mut spot = Spot { offset: piece.range.start(), is_exact: false };
        for (at, cluster) in clusters(&document[piece.range]) {
            let next = used + cluster_columns(cluster);
            spot.offset = piece.range.start() + at;
            if (used..next).contains(&column) {
                return Some(Spot { is_exact: true, ..spot });
            }
            if column < used {
                break;
            }
            used = next;
        }
        Some(spot)
    }

    /// The words on a line, each with the columns left free before them.
    fn pieces(&self, document: &Document, line: &Line) -> Vec<(usize, Piece)> {
        let (Some(row), Some(block)) = (&line.row, document.block(line.block)) else {
            return Vec::new();
        };
        let room = usize::from(self.columns());
        let left = |piece: &Piece| match block.kind {
            BlockKind::Break => room.saturating_sub(columns(&document[piece.range])) / 2,
            _ => piece.left.into(),
        };
        row.pieces().map(|piece| (left(&piece), piece)).collect()
    }
}
