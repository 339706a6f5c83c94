//! Draws a list that covers the panels: its name, how many entries match, and the rows.

use super::style::Role;
use super::{Glyph, Pen};
use crate::app::{Entry, Finder, GUTTER};
use crate::document::{Clean, CleanText, columns};
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::ops::Range;

/// Deeper levels are not indented any more.
const MOST_DEPTH: u8 = 8;

/// A description that would be cut to fewer columns, with the blanks before it, is left out.
const LEAST_TOLD: usize = 10;

pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, finder: &Finder) {
    draw_head(pen, area, finder);
    for (entry, y) in finder.rows.iter().zip(area.y..area.bottom()) {
        draw_entry(pen, Rect { y, height: 1, ..area }, entry);
    }
    if finder.rows.is_empty() && !finder.is_unfinished() {
        let words = if finder.list.is_empty() { "there is nothing here" } else { "no match" };
        let faint = pen.style(Role::Faint);
        pen.canvas.put_cut(area.x + GUTTER, area.y, area.right(), Clean::own(words), faint);
    }
}

/// The names of the lists between which Tab changes, and the count.
fn draw_head(pen: &mut Pen<'_>, area: Rect, finder: &Finder) {
    let y = pen.canvas.area().y;
    let (focus, faint) = (pen.style(Role::Focus), pen.style(Role::Faint));
    let (names, at) = finder.list.names();
    let mut x = area.x + GUTTER;
    for (index, name) in names.iter().enumerate() {
        let style = if index == at { focus } else { faint };
        x = pen.canvas.put(x, y, area.right(), Clean::own(name), style) + 2;
    }
    let (n_shown, n_all) = (finder.n_shown(), finder.list.total());
    let is_whole = finder.input.value().is_empty() && n_shown == n_all;
    let more = if finder.is_unfinished() { "… " } else { "" };
    let count = if is_whole { n_all.to_string() } else { format!("{more}{n_shown} of {n_all}") };
    let count = CleanText::line(&count);
    if x + columns(count.as_str()) as u16 <= area.right() {
        pen.canvas.put_right(y, area.right(), count.as_clean(), faint);
    }
}

fn draw_entry(pen: &mut Pen<'_>, row: Rect, entry: &Entry) {
    let (focus, faint) = (pen.style(Role::Focus), pen.style(Role::Faint));
    let (y, mut end) = (row.y, row.right());
    if entry.is_selected {
        let bar = pen.glyph(Glyph::Bar);
        pen.canvas.put(row.x, y, end, bar, focus);
    }
    if entry.is_here {
        let sign = pen.glyph(Glyph::After);
        pen.canvas.put(row.x + 1, y, end, sign, focus);
    }
    let mut x = row.x + GUTTER;
    if !entry.sign.as_str().is_empty() {
        x = pen.canvas.put(x, y, end, entry.sign.as_clean(), focus) + 1;
    }
    let indent = 2 * u16::from(entry.depth.min(MOST_DEPTH));
    x += indent.min(row.width / 4);
    // What stands at the right leaves half of the row to what the entry is known by.
    let known_by = &entry.text.as_str()[..entry.faint_from.min(entry.text.as_str().len())];
    let needed = columns(known_by).min(usize::from(row.right().saturating_sub(x) / 2));
    let room = usize::from(row.right().saturating_sub(x)).saturating_sub(needed + 2);
    let detail = detail(pen, entry, room);
    if !detail.as_str().is_empty() {
        let start = pen.canvas.put_right(y, end, detail.as_clean(), faint);
        if detail.as_str().starts_with(entry.detail.as_str()) {
            draw_parts(pen, (start, y, end), &entry.detail, &entry.detail_matched);
        }
        end = start.saturating_sub(2);
    }
    draw_text(pen, Rect { x, y, width: end.saturating_sub(x), height: 1 }, entry);
}

/// What stands at the right, as much of it as there is room for.
fn detail(pen: &Pen<'_>, entry: &Entry, room: usize) -> CleanText {
    let number = entry.number.map(|number| {
        let sign = pen.glyph(Glyph::Paragraph).as_str();
        format!("{sign}{number}")
    });
    let parts = entry.detail.as_str().split("  ").map(str::to_owned).chain(number);
    let mut shown = String::new();
    for part in parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().into_iter().rev() {
        let longer = if shown.is_empty() { part } else { format!("{part}  {shown}") };
        if columns(&longer) > room {
            break;
        }
        shown = longer;
    }
    CleanText::line(&shown)
}

/// Writes the parts of words that match again, marked, over words that begin at a column and row and
/// end before a column.
fn draw_parts(
    pen: &mut Pen<'_>,
    (x, y, end): (u16, u16, u16),
    words: &CleanText,
    parts: &[Range<usize>],
) {
    let style = pen.style(Role::Matched);
    for part in parts {
        let x = x + columns(&words.as_str()[..part.start]) as u16;
        pen.canvas.put(x, y, end, words.as_clean().part(part.clone()), style);
    }
}

/// The text, cut if it is too long, with the letters that match.
fn draw_text(pen: &mut Pen<'_>, row: Rect, entry: &Entry) {
    let width = usize::from(row.width);
    let text = entry.text.as_clean().part(0..told(entry, width));
    let is_cut = columns(text.as_str()) > width;
    let kept = match is_cut {
        true => crate::layout::clip(text.as_str(), width.saturating_sub(1)).0.trim_end().len(),
        false => text.as_str().len(),
    };
    let mut ends: Vec<usize> =
        entry.matched.iter().flat_map(|part| [part.start, part.end]).collect();
    ends.extend([entry.faint_from, kept]);
    ends.retain(|end| *end <= kept);
    ends.sort_unstable();
    let (mut x, mut start) = (row.x, 0);
    for end in ends {
        let style = part_style(pen, entry, start);
        x = pen.canvas.put(x, row.y, row.right(), text.part(start..end), style);
        start = end;
    }
    if is_cut {
        let style = part_style(pen, entry, kept.saturating_sub(1));
        pen.canvas.put(x, row.y, row.right(), Clean::own("…"), style);
    }
}

/// How many bytes of the text are written in so many columns: what the entry is known by alone, where
/// of what is known of it next to nothing could be read.
fn told(entry: &Entry, width: usize) -> usize {
    let text = entry.text.as_str();
    let known_by = text[..entry.faint_from.min(text.len())].trim_end();
    let room = width.checked_sub(columns(known_by));
    let is_told = columns(text) <= width || room.is_none_or(|room| room >= LEAST_TOLD);
    if is_told { text.len() } else { known_by.len() }
}

/// The style of the text of an entry from this byte on.
fn part_style(pen: &Pen<'_>, entry: &Entry, at: usize) -> Style {
    let is_matched = entry.matched.iter().any(|part| part.contains(&at));
    pen.style(match (is_matched, at >= entry.faint_from) {
        (true, _) => Role::Matched,
        (_, true) => Role::Faint,
        _ if entry.is_selected => Role::Strong,
        _ if entry.is_here => Role::Focus,
        _ => Role::Text,
    })
}
