//! Draws the panel in which a note is typed, under a rule at the foot of the screen.

use super::style::Role;
use super::{Glyph, Pen};
use crate::app::Overlay;
use crate::document::{Clean, CleanText};
use ratatui::layout::{Position, Rect};

/// The rows of the panel: its rule, the words noted on, the note, and a blank row where there is
/// room.
pub(super) fn rows(free: u16) -> u16 {
    (free / 3).clamp(5, 9).min(free.saturating_sub(1)).max(3)
}

pub(super) fn draw(pen: &mut Pen<'_>, area: Rect) -> Option<Position> {
    let Some(Overlay::Note(editor)) = &pen.app.overlay else { return None };
    pen.canvas.clear(area);
    let (rule, across) = (pen.style(Role::Rule), pen.glyph(Glyph::Across));
    pen.canvas.line(area.x, area.y, area.right(), across, rule);
    let margin = super::panes::margin(area);
    let inner = Rect { x: area.x + margin, width: area.width.saturating_sub(2 * margin), ..area };
    let y = area.y + 1;
    let focus = pen.style(Role::Focus);
    let name = if editor.id.is_some() { "Your note on " } else { "A note on " };
    let x = pen.canvas.put(inner.x, y, inner.right(), Clean::own(name), focus);
    let (open, close) = (pen.glyph(Glyph::QuoteOpen), pen.glyph(Glyph::QuoteClose));
    let words = CleanText::line(&format!("{}{}{}", open.as_str(), editor.on, close.as_str()));
    let faint = pen.style(Role::Faint).italic();
    pen.canvas.put_cut(x, y, inner.right(), words.as_clean(), faint);
    let blank = u16::from(area.height > 5);
    let rows =
        Rect { y: y + 1 + blank, height: area.height.saturating_sub(2 + 2 * blank), ..inner };
    if editor.area.is_empty() {
        let hint = Clean::own("type what you think of it; empty, it is a highlight");
        pen.canvas.put_cut(rows.x, rows.y, rows.right(), hint, faint);
        return Some(Position::new(rows.x, rows.y));
    }
    Some(pen.canvas.editor(rows, &editor.area))
}
