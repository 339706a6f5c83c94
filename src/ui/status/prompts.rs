//! Draws the lines in which something is typed, with what is told beside it.

use super::super::style::Role;
use super::super::{Glyph, Pen};
use super::{Row, count_words};
use crate::app::{App, DatePrompt, Finder, LinkNumbers, Prompt};
use crate::document::{Clean, CleanText, columns};
use ratatui::layout::Position;
use ratatui::style::Style;
use tui_input::Input;

/// Why nothing is found: it is no pattern, or what is near.
fn missing_words(app: &App) -> String {
    if let Some(why) = &app.search.refusal {
        return why.clone();
    }
    let near = app.search.near.iter().flatten().next();
    let near = near.map(|near| format!("  near: {} ({})", near.words, near.count));
    format!("not found{}", near.unwrap_or_default())
}

pub(super) fn draw_prompt(pen: &mut Pen<'_>, row: Row, prompt: &Prompt) -> Position {
    let app = pen.app;
    let (strong, faint, notice) =
        (pen.style(Role::Strong), pen.style(Role::Faint), pen.style(Role::Notice));
    let mut end = row.end;
    let is_empty = prompt.input.value().is_empty();
    match app.search.total() {
        Some(total) if !is_empty && (total > 0 || app.is_counting()) => {
            let mut words = count_words(app).unwrap_or_default();
            let items = &app.search.items;
            let panels = [(items.n_events, "timeline"), (items.n_quotes, "quotes")];
            for (n, panel) in panels.into_iter().filter(|(n, _)| *n > 0) {
                words += &format!("  {n} in {panel}");
            }
            end = draw_beside(pen, row, &prompt.input, &words, faint);
        }
        _ if !is_empty => {
            end = draw_beside(pen, row, &prompt.input, &missing_words(app), notice);
        }
        _ if !app.search.typed.words.is_empty() => {
            let hint = format!("Enter: {} again", app.search.typed.shown());
            end = draw_beside(pen, row, &prompt.input, &hint, faint);
        }
        _ => {}
    }
    let sign = match (prompt.is_pattern, row.end - row.x >= 40) {
        (false, _) => "/",
        (true, true) => "pattern /",
        (true, false) => "r/",
    };
    let x = pen.canvas.put(row.x, row.y, row.end, Clean::own(sign), strong);
    draw_input(pen, Row { x, end, ..row }, &prompt.input)
}

/// The line in which the date of writing is typed, with what is asked for or wrong beside it.
pub(super) fn draw_date_prompt(pen: &mut Pen<'_>, row: Row, prompt: &DatePrompt) -> Position {
    let (strong, faint, notice) =
        (pen.style(Role::Strong), pen.style(Role::Faint), pen.style(Role::Notice));
    let name = if row.end - row.x >= 40 { "written on " } else { "on " };
    let x = pen.canvas.put(row.x, row.y, row.end, Clean::own(name), strong);
    let rest = Row { x, ..row };
    let end = match &prompt.refusal {
        Some(refusal) => draw_beside(pen, rest, &prompt.input, refusal.as_str(), notice),
        None => {
            let hint = "2022-03-10 or 10 March 2022  empty for none  Esc leaves it";
            draw_beside(pen, rest, &prompt.input, hint, faint)
        }
    };
    draw_input(pen, Row { end, ..rest }, &prompt.input)
}

/// What may be typed while links are numbered.
pub(super) fn draw_link_prompt(pen: &mut Pen<'_>, row: Row, numbers: &LinkNumbers) {
    let (strong, faint) = (pen.style(Role::Strong), pen.style(Role::Faint));
    let words = match numbers.links.len() {
        1 => "1 opens the link".to_owned(),
        n => format!("1 to {n} opens a link"),
    };
    let words = CleanText::line(&format!("{words}  Tab lists all  Esc closes"));
    let typed = CleanText::line(&numbers.typed);
    let x = pen.canvas.put(row.x, row.y, row.end, typed.as_clean(), strong);
    let x = if x > row.x { x + 2 } else { x };
    pen.canvas.put_cut(x, row.y, row.end, words.as_clean(), faint);
}

/// The line in which a list is filtered.
pub(super) fn draw_finder_prompt(pen: &mut Pen<'_>, row: Row, finder: &Finder) -> Position {
    let (strong, faint) = (pen.style(Role::Strong), pen.style(Role::Faint));
    let sign = pen.glyph(Glyph::After);
    let x = pen.canvas.put(row.x, row.y, row.end, sign, strong);
    let rest = Row { x: x + 1, ..row };
    let end = match &pen.app.notice {
        Some(notice) => {
            let style = pen.style(Role::Notice);
            draw_beside(pen, rest, &finder.input, notice.as_str(), style)
        }
        None => draw_beside(pen, rest, &finder.input, finder.list.hint(), faint),
    };
    draw_input(pen, Row { end, ..rest }, &finder.input)
}

/// What is typed in a line, and where its cursor is. What is too long scrolls.
fn draw_input(pen: &mut Pen<'_>, row: Row, input: &Input) -> Position {
    let room = usize::from(row.end.saturating_sub(row.x + 1)).max(1);
    let hidden = input.visual_scroll(room);
    let typed = CleanText::line(input.value());
    let (skipped, _) = crate::layout::clip(typed.as_str(), hidden);
    let shown = typed.as_clean().part(skipped.len()..typed.as_str().len());
    let text = pen.style(Role::Text);
    pen.canvas.put(row.x, row.y, row.end, shown, text);
    let cursor = input.visual_cursor().saturating_sub(hidden) as u16;
    Position::new((row.x + cursor).min(row.end), row.y)
}

/// Writes `words` at the right of the line, as many of them as leave what is typed in sight;
/// returns the column before which that ends.
fn draw_beside(pen: &mut Pen<'_>, row: Row, input: &Input, words: &str, style: Style) -> u16 {
    let typed = columns(input.value()) + 3;
    let room = usize::from(row.end.saturating_sub(row.x)).saturating_sub(typed);
    // The parts stand two blanks apart; the last ones go first.
    let mut shown = words;
    while columns(shown) > room {
        let Some((before, _)) = shown.rsplit_once("  ") else { return row.end };
        shown = before;
    }
    let shown = CleanText::line(shown);
    pen.canvas.put_right(row.y, row.end, shown.as_clean(), style).saturating_sub(2)
}
