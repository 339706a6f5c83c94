//! Draws the time axis: labels, the line with its marks, and the eras beneath it.

use super::style::Role;
use super::{Glyph, Pen};
use crate::app::App;
use crate::document::CleanText;
use crate::layout::axis::Cell;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// Draws the axis on the first two rows of `area`, the eras on the third.
pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, has_eras: bool) {
    if area.height == 0 {
        return;
    }
    draw_labels(pen, area);
    if area.height > 1 {
        draw_line(pen, Rect { y: area.y + 1, height: 1, ..area });
    }
    if has_eras && area.height > 2 {
        draw_eras(pen, Rect { y: area.y + 2, height: 1, ..area });
    }
}

/// The item of the axis that is the marked event.
fn marked_item(app: &App) -> Option<usize> {
    app.timeline.axis_item(app.marked_event()?)
}

fn draw_labels(pen: &mut Pen<'_>, area: Rect) {
    let app = pen.app;
    let marked = marked_item(app);
    for label in &app.timeline.axis.labels {
        let is_marked = marked == Some(label.item);
        let style = pen.style(if is_marked { Role::Focus } else { Role::Faint });
        let text = CleanText::line(&label.text);
        pen.canvas.put(area.x + label.column as u16, area.y, area.right(), text.as_clean(), style);
    }
}

fn draw_line(pen: &mut Pen<'_>, area: Rect) {
    let app = pen.app;
    let marked = marked_item(app);
    let rule = pen.style(Role::Rule);
    let time = pen.style(Role::Time).remove_modifier(Modifier::UNDERLINED);
    let current = pen.style(Role::Focus).remove_modifier(Modifier::UNDERLINED);
    for (cell, x) in app.timeline.axis.cells.iter().zip(area.x..area.right()) {
        let is_marked = cell.item().is_some() && marked == cell.item();
        let style = match cell.item() {
            None => rule,
            Some(_) if is_marked => current,
            Some(_) => time,
        };
        let glyph = match cell {
            Cell::Line => Glyph::Axis,
            Cell::Break => Glyph::Broken,
            Cell::Range { is_approximate: false, .. } => Glyph::Range,
            Cell::Range { is_approximate: true, .. } => Glyph::VagueRange,
            Cell::Mark { .. } if is_marked => Glyph::Marked,
            Cell::Mark { is_approximate: false, .. } => Glyph::Event,
            Cell::Mark { is_approximate: true, .. } => Glyph::Uncertain,
        };
        let glyph = pen.glyph(glyph);
        pen.canvas.put(x, area.y, area.right(), glyph, style);
    }
}

fn draw_eras(pen: &mut Pen<'_>, area: Rect) {
    let app = pen.app;
    let marked = marked_item(app);
    let rule = pen.style(Role::Rule);
    for era in &app.timeline.axis.brackets {
        let (start, end) = (area.x + era.first_column as u16, area.x + era.last_column as u16);
        let across = pen.glyph(Glyph::Across);
        pen.canvas.line(start, area.y, end, across, rule);
        let (left, right) = (pen.glyph(Glyph::EraStart), pen.glyph(Glyph::EraEnd));
        pen.canvas.put(start, area.y, area.right(), left, rule);
        pen.canvas.put(end, area.y, area.right(), right, rule);
        if era.name.is_empty() {
            continue;
        }
        let is_marked = marked == Some(era.item);
        let style = pen.style(if is_marked { Role::Focus } else { Role::Faint }).italic();
        let name = CleanText::line(&format!(" {} ", era.name));
        let column = area.x + (era.name_column as u16).saturating_sub(1);
        pen.canvas.put(column, area.y, end, name.as_clean(), style);
    }
}
