//! Draws the help: the table of keys.

use super::Pen;
use super::style::Role;
use crate::app::{HelpLine, Overlay, help};
use crate::document::{Clean, CleanText};
use ratatui::layout::Rect;

/// The columns in which the keys stand.
const KEYS: u16 = 21;

pub(super) fn draw(pen: &mut Pen<'_>, area: Rect) {
    let Some(Overlay::Help { top }) = pen.app.overlay else { return };
    let parts = help(area.width);
    let width = area.width / parts.len() as u16;
    for (part, x) in parts.iter().zip((area.x..).step_by(width.max(1).into())) {
        let column = Rect { x, width: width.saturating_sub(2), ..area };
        for (line, y) in part.iter().skip(top).zip(area.y..area.bottom()) {
            draw_line(pen, column, y, line);
        }
    }
}

fn draw_line(pen: &mut Pen<'_>, column: Rect, y: u16, line: &HelpLine) {
    let (strong, text, focus) =
        (pen.style(Role::Strong), pen.style(Role::Text), pen.style(Role::Focus));
    match line {
        HelpLine::Blank => {}
        HelpLine::Title(title) => {
            pen.canvas.put(column.x, y, column.right(), Clean::own(title), focus);
        }
        HelpLine::Action(binding) => {
            let bound = pen.app.keymap.sequences(binding.action);
            // `''`, but `m letter`.
            let name = |keys: String| keys.replace(' ', "").replace("letter", " letter");
            let names: Vec<String> = bound.map(name).collect();
            let names = CleanText::line(&names.join(" "));
            let keys_end = column.x + KEYS.min(column.width / 2);
            pen.canvas.put_cut(column.x, y, keys_end - 1, names.as_clean(), strong);
            pen.canvas.put_cut(keys_end, y, column.right(), Clean::own(binding.help), text);
        }
    }
}
