//! Draws the peek: all that is known of the marked item, under a rule at the foot of the screen.

use super::style::Role;
use super::{Glyph, Pen};
use crate::app::{Overlay, PeekLine, Peeked};
use crate::document::{Clean, CleanText, TextRange};
use ratatui::layout::Rect;

/// The columns in which the names of facts stand.
const NAMES: u16 = 6;

pub(super) fn draw(pen: &mut Pen<'_>, area: Rect) {
    let rule = pen.style(Role::Rule);
    let across = pen.glyph(Glyph::Across);
    pen.canvas.clear(area);
    pen.canvas.line(area.x, area.y, area.right(), across, rule);
    let inner = shown(area);
    let Some(Overlay::Peek(peeked)) = &pen.app.overlay else { return };
    for (line, y) in peeked.lines.iter().skip(peeked.top).zip(area.y + 1..area.bottom()) {
        draw_line(pen, Rect { y, height: 1, ..inner }, line);
    }
    if peeked.last_top > 0 {
        let last = peeked.top + usize::from(shown(area).height);
        let words = format!(" lines {} to {last} of {} ", peeked.top + 1, peeked.lines.len());
        let words = CleanText::line(&words);
        let x = inner.right().saturating_sub(words.as_str().len() as u16);
        let faint = pen.style(Role::Faint);
        pen.canvas.put(x.max(area.x), area.y, area.right(), words.as_clean(), faint);
    }
}

/// The part of the peek that its lines stand in.
pub(super) fn shown(area: Rect) -> Rect {
    let width = columns_of(area);
    Rect {
        x: area.x + super::panes::margin(area),
        y: area.y + 1,
        width,
        height: area.height.saturating_sub(1),
    }
}

/// The columns of its lines on a terminal of this `area`.
pub fn columns_of(area: Rect) -> u16 {
    area.width.saturating_sub(2 * super::panes::margin(area))
}

/// The rows that the peek takes, with its rule and a blank row under it.
pub(super) fn rows(peeked: &Peeked) -> u16 {
    (peeked.lines.len() + 2).min(u16::MAX.into()) as u16
}

fn draw_line(pen: &mut Pen<'_>, row: Rect, line: &PeekLine) {
    let (x, y, end) = (row.x, row.y, row.right());
    let (focus, text, faint) =
        (pen.style(Role::Focus), pen.style(Role::Text), pen.style(Role::Faint));
    match line {
        PeekLine::Blank => {}
        PeekLine::Head(words) => {
            pen.canvas.put_cut(x, y, end, words.as_clean(), focus);
        }
        PeekLine::Label(words) => {
            pen.canvas.put_cut(x, y, end, words.as_clean(), text);
        }
        PeekLine::Words(range) => draw_words(pen, row, *range),
        PeekLine::Fact(name, value) => {
            pen.canvas.put(x, y, end, Clean::own(name), faint);
            pen.canvas.put_cut(x + NAMES, y, end, value.as_clean(), text);
        }
    }
}

fn draw_words(pen: &mut Pen<'_>, row: Rect, range: TextRange) {
    let style = pen.style(Role::Faint).italic();
    let words = pen.app.document.clean(range);
    pen.canvas.put(row.x, row.y, row.right(), words, style);
}
