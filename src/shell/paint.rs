//! Cells to bytes, such that a row stays in its columns whatever a terminal takes for the width of
//! an emoji, a flag or a letter with marks.
//!
//! Terminals differ on these ([`is_disputed`]). So the cells of such a cluster are emptied before
//! it is written, for a terminal that takes it for narrower; behind it the column is set anew, and
//! what a terminal that takes it for wider would have written over is written again.

use crate::document::{cluster_columns, is_disputed, most_columns};
use crossterm::cursor::MoveTo;
use crossterm::queue;
use crossterm::style::{Attribute, Color, Colors, Print, SetAttribute, SetColors};
use ratatui::backend::IntoCrossterm;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Modifier;
use std::io::{self, Write};

/// A cell that is to be written, and where.
pub(super) type Changed<'a> = (u16, u16, &'a Cell);

/// The attributes that the program uses.
const ATTRIBUTES: [(Modifier, Attribute); 6] = [
    (Modifier::BOLD, Attribute::Bold),
    (Modifier::DIM, Attribute::Dim),
    (Modifier::ITALIC, Attribute::Italic),
    (Modifier::UNDERLINED, Attribute::Underlined),
    (Modifier::REVERSED, Attribute::Reverse),
    (Modifier::CROSSED_OUT, Attribute::CrossedOut),
];

/// Writes cells, given from left to right and from top to bottom.
pub(super) fn write(out: &mut impl Write, cells: &[Changed<'_>]) -> io::Result<()> {
    let mut brush = Brush { out, at: None, style: Style::default() };
    for (x, y, cell) in cells {
        brush.cell(*x, *y, cell)?;
    }
    brush.set(Style::default())
}

/// The cells to be written so that `next` is shown where `shown` is, which has its size: those that
/// differ, and those that a cluster before them may be written over. The library's own comparison
/// takes half-wide sound marks for wider than terminals do.
pub(super) fn changed<'a>(shown: &Buffer, next: &'a Buffer) -> Vec<Changed<'a>> {
    let mut changed = Vec::with_capacity(64);
    for y in next.area.top()..next.area.bottom() {
        let (mut x, mut reach, mut was) = (next.area.left(), 0, next.area.left());
        while x < next.area.right() {
            let cell = &next[(x, y)];
            let end = x + (cluster_columns(cell.symbol()) as u16).max(1);
            while was < x {
                was += (cluster_columns(shown[(was, y)].symbol()) as u16).max(1);
            }
            let mut cells = x..end.min(next.area.right());
            // What stands in the second half of a cluster, no terminal tells.
            let is_known = was == x && x >= reach;
            if !is_known || cells.any(|x| shown[(x, y)] != next[(x, y)]) {
                changed.push((x, y, cell));
                let replaced = cluster_columns(shown[(x, y)].symbol());
                let most = replaced.max(most_columns(cell.symbol())) as u16;
                reach = reach.max(x + most);
            }
            x = end;
        }
    }
    changed
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    colors: Colors,
    modifier: Modifier,
}

impl Default for Style {
    fn default() -> Self {
        Self { colors: Colors::new(Color::Reset, Color::Reset), modifier: Modifier::empty() }
    }
}

struct Brush<'a, W: Write> {
    out: &'a mut W,
    /// Where the terminal's cursor is, if all terminals agree on it.
    at: Option<(u16, u16)>,
    style: Style,
}

impl<W: Write> Brush<'_, W> {
    fn cell(&mut self, x: u16, y: u16, cell: &Cell) -> io::Result<()> {
        let colors = Colors::new(cell.fg.into_crossterm(), cell.bg.into_crossterm());
        self.go(x, y)?;
        self.set(Style { colors, modifier: cell.modifier })?;
        let columns = cluster_columns(cell.symbol());
        let is_disputed = is_disputed(cell.symbol());
        if is_disputed && columns > 1 {
            queue!(self.out, Print(" ".repeat(columns)), MoveTo(x, y))?;
        }
        queue!(self.out, Print(cell.symbol()))?;
        self.at = (!is_disputed).then_some((x + columns as u16, y));
        Ok(())
    }

    fn go(&mut self, x: u16, y: u16) -> io::Result<()> {
        if self.at == Some((x, y)) { Ok(()) } else { queue!(self.out, MoveTo(x, y)) }
    }

    fn set(&mut self, style: Style) -> io::Result<()> {
        if style.modifier != self.style.modifier {
            // Off goes all of it or nothing.
            if !self.style.modifier.is_empty() {
                queue!(self.out, SetAttribute(Attribute::Reset))?;
                self.style = Style::default();
            }
            for (modifier, attribute) in ATTRIBUTES {
                if style.modifier.contains(modifier) {
                    queue!(self.out, SetAttribute(attribute))?;
                }
            }
        }
        if style.colors != self.style.colors {
            queue!(self.out, SetColors(style.colors))?;
        }
        self.style = style;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
