//! Frames to bytes: only what changed, in one synchronized update.

use super::paint::{self, Changed};
use crate::app::App;
use crate::ui::{self, Panes};
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::ResetColor;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::io::{self, Write};

/// Unchanged cells between two changed ones are written again if they are at most this many:
/// moving the cursor over them takes more bytes.
const BRIDGE: u16 = 6;

/// The terminal's screen and what it shows.
#[derive(Debug)]
pub struct Screen<W: Write> {
    out: W,
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    is_stale: bool,
    /// Where everything is on the screen.
    pub panes: Panes,
}

impl<W: Write> Screen<W> {
    /// A screen of which nothing is known.
    pub fn new(out: W) -> Self {
        Self {
            out,
            shown: Buffer::empty(Rect::ZERO),
            next: Buffer::empty(Rect::ZERO),
            cursor: None,
            is_stale: true,
            panes: Panes::default(),
        }
    }

    /// Forgets what is shown: something else has written on the terminal.
    pub fn forget(&mut self) {
        self.is_stale = true;
    }

    /// Fits `app` to a terminal of `columns` and `rows`, draws it, and writes what changed.
    pub fn draw(&mut self, app: &mut App, columns: u16, rows: u16) -> io::Result<()> {
        let area = Rect::new(0, 0, columns, rows);
        app.lay_out_peek(ui::peek_columns(area));
        let panes = ui::panes(area, app);
        self.panes = panes;
        app.fit(panes.sizes());
        self.next.resize(area);
        self.next.reset();
        let cursor = ui::draw(app, &panes, &mut self.next);
        let must_clear = self.is_stale || self.shown.area != area;
        if must_clear {
            self.shown = Buffer::empty(area);
        }
        let changed = bridged(&self.next, paint::changed(&self.shown, &self.next));
        if changed.is_empty() && cursor == self.cursor && !must_clear {
            return Ok(());
        }
        queue!(self.out, BeginSynchronizedUpdate)?;
        if must_clear {
            queue!(self.out, ResetColor, Clear(ClearType::All))?;
        }
        if self.cursor.is_some() && cursor != self.cursor {
            queue!(self.out, Hide)?;
        }
        paint::write(&mut self.out, &changed)?;
        if let Some(at) = cursor {
            queue!(self.out, MoveTo(at.x, at.y), Show)?;
        }
        queue!(self.out, EndSynchronizedUpdate)?;
        self.out.flush()?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.cursor = cursor;
        self.is_stale = false;
        Ok(())
    }
}

/// The changed cells, with short unchanged stretches between them filled in.
fn bridged<'a>(next: &'a Buffer, changed: Vec<Changed<'a>>) -> Vec<Changed<'a>> {
    let mut bridged: Vec<Changed<'_>> = Vec::with_capacity(changed.len() + 64);
    for (x, y, cell) in changed {
        if let Some((last_x, last_y, last)) = bridged.last().copied() {
            let gap = last_x + 1..x;
            if last_y == y && (1..=BRIDGE).contains(&(x.saturating_sub(last_x + 1))) {
                let is_plain = |x: u16| {
                    let cell = &next[(x, y)];
                    cell.symbol().len() == 1
                        && (cell.fg, cell.bg, cell.modifier) == (last.fg, last.bg, last.modifier)
                };
                // A wide letter covers the cell after it.
                if last.symbol().len() <= 3 && gap.clone().all(is_plain) {
                    let columns = crate::document::columns(last.symbol());
                    if columns == 1 {
                        bridged.extend(gap.map(|x| (x, y, &next[(x, y)])));
                    }
                }
            }
        }
        bridged.push((x, y, cell));
    }
    bridged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_unchanged_stretch_is_written_again() {
        let shown = Buffer::with_lines(["the fleet sailed"]);
        let next = Buffer::with_lines(["The fleet Sailed"]);
        let n_changed = paint::changed(&shown, &next).len();
        assert_eq!(n_changed, 2);
        assert_eq!(bridged(&next, paint::changed(&shown, &next)).len(), 2);
        let near = Buffer::with_lines(["The Fleet sailed"]);
        assert_eq!(bridged(&near, paint::changed(&shown, &near)).len(), 5);
    }
}
