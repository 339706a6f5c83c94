//! The only place where cells are written. It takes [`Clean`] text and nothing else, so that no
//! control character of a document can reach the terminal.

use crate::document::{Clean, WIDEST_CLUSTER, cluster_columns, clusters};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::TextArea;

/// A buffer to draw on, clipped to an area.
#[derive(Debug)]
pub struct Canvas<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
}

impl<'a> Canvas<'a> {
    /// The whole of `buffer`.
    pub fn new(buffer: &'a mut Buffer) -> Self {
        let area = buffer.area;
        Self { buffer, area }
    }

    /// What can be drawn on.
    pub fn area(&self) -> Rect {
        self.area
    }

    /// Writes `text` from column `x` of row `y`, before column `end`; returns the column after it.
    ///
    /// A wide letter that does not fit whole is left out, and so is what follows.
    pub fn put(&mut self, x: u16, y: u16, end: u16, text: Clean<'_>, style: Style) -> u16 {
        let end = end.min(self.area.right());
        let mut at = x;
        if y < self.area.y || y >= self.area.bottom() {
            return at;
        }
        self.uncover(x, y);
        for (_, cluster) in clusters(text.as_str()) {
            // Line ends and tabs are all that clean text has of controls.
            let is_control = cluster.starts_with(char::is_control);
            let cluster = if is_control { " " } else { cluster };
            let columns = cluster_columns(cluster) as u16;
            if columns == 0 {
                continue;
            }
            if at + columns > end {
                break;
            }
            let cell = &mut self.buffer[(at, y)];
            // A style only adds to the one that is there.
            cell.reset();
            cell.set_symbol(cluster).set_style(style);
            for covered in at + 1..at + columns {
                self.buffer[(covered, y)].reset();
                self.buffer[(covered, y)].set_style(style);
            }
            at += columns;
        }
        at
    }

    /// Takes away a wide letter that begins before column `x` and reaches into it.
    fn uncover(&mut self, x: u16, y: u16) {
        let least = x.saturating_sub(WIDEST_CLUSTER as u16 - 1).max(self.area.x);
        for before in (least..x.min(self.area.right())).rev() {
            let cell = &mut self.buffer[(before, y)];
            if cell.symbol().len() > 1 {
                if before + cluster_columns(cell.symbol()) as u16 > x {
                    cell.set_symbol(" ");
                }
                return;
            }
        }
    }

    /// Writes `text`, cut with an ellipsis if it does not fit before column `end`.
    pub fn put_cut(&mut self, x: u16, y: u16, end: u16, text: Clean<'_>, style: Style) -> u16 {
        let room = usize::from(end.min(self.area.right()).saturating_sub(x));
        if crate::document::columns(text.as_str()) <= room {
            return self.put(x, y, end, text, style);
        }
        let (kept, _) = crate::layout::clip(text.as_str(), room.saturating_sub(1));
        let kept = kept.trim_end();
        let x = self.put(x, y, end, text.part(0..kept.len()), style);
        self.put(x, y, end, Clean::own("…"), style)
    }

    /// Writes `text` so that it ends before column `end`; returns the column it begins at.
    pub fn put_right(&mut self, y: u16, end: u16, text: Clean<'_>, style: Style) -> u16 {
        let columns = crate::document::columns(text.as_str()) as u16;
        let x = end.saturating_sub(columns);
        self.put(x, y, end, text, style);
        x
    }

    /// Whether nothing is seen in a cell.
    pub fn is_blank(&self, x: u16, y: u16) -> bool {
        self.buffer.cell((x, y)).is_none_or(|cell| cell.symbol().trim().is_empty())
    }

    /// Repeats a glyph of one column from `x` up to `end`.
    pub fn line(&mut self, x: u16, y: u16, end: u16, glyph: Clean<'_>, style: Style) {
        for column in x..end {
            self.put(column, y, end, glyph, style);
        }
    }

    /// Draws a text that is being typed, all of which is clean; where its cursor stands.
    pub fn editor(&mut self, area: Rect, editor: &TextArea<'_>) -> Position {
        let area = area.intersection(self.area);
        editor.render(area, self.buffer);
        let (cursor, (top, left)) = (editor.screen_cursor(), editor.scroll_offset());
        let x = area.x + (cursor.col as u16).saturating_sub(left);
        let y = area.y + (cursor.row as u16).saturating_sub(top);
        Position::new(x.min(area.right().saturating_sub(1)), y.min(area.bottom().saturating_sub(1)))
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Rect) {
        for position in area.intersection(self.area).positions() {
            self.buffer[position].reset();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::CleanText;

    #[track_caller]
    fn check(text: &str, columns: u16, expected: &str) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, 1));
        let text = CleanText::line(text);
        Canvas::new(&mut buffer).put_cut(0, 0, columns, text.as_clean(), Style::new());
        let shown: String = buffer.content().iter().map(|cell| cell.symbol()).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        check("December 1949", 8, "Decembe…");
        check("Dec", 5, "Dec  ");
    }

    #[test]
    fn a_wide_letter_is_never_halved() {
        check("漢字漢", 4, "漢 … ");
    }

    #[test]
    fn a_wide_letter_goes_where_its_second_half_is_written_over() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 1));
        let text = CleanText::line("漢字漢");
        let mut canvas = Canvas::new(&mut buffer);
        canvas.put(0, 0, 6, text.as_clean(), Style::new());
        canvas.put(3, 0, 4, Clean::own("│"), Style::new());
        let shown: String = buffer.content().iter().map(|cell| cell.symbol()).collect();
        assert_eq!(shown, "漢  │漢 ");
    }

    #[test]
    fn controls_are_signs() {
        check("a\u{1b}[0m", 6, "a␛[0m ");
    }
}
