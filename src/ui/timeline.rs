//! Draws the timeline: a strip under the article, or zoomed to a list.

use super::panes::{axis_area, label_column, list_area};
use super::style::Role;
use super::{Glyph, Panes, Pen, axis};
use crate::app::{App, ListLine, Order, Panel, after_words, before_words, date_words};
use crate::document::{Clean, CleanText, Event, Precision, TextRange, columns, whole_clusters};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

pub(super) fn draw(pen: &mut Pen<'_>, area: Rect, panes: &Panes) {
    if area.height < 2 {
        draw_one_line(pen, area);
        return;
    }
    draw_rule(pen, area, panes);
    let rows = axis_area(Rect { y: area.y + 1, height: area.height - 1, ..area });
    let has_eras = area.height >= 6;
    axis::draw(pen, rows, has_eras);
    let detail = rows.y + if has_eras { 3 } else { 2 };
    draw_event(pen, Rect { y: detail, height: area.bottom() - detail, ..rows });
}

/// The rule across with the panel's name in it.
fn draw_rule(pen: &mut Pen<'_>, area: Rect, panes: &Panes) {
    let rule = pen.style(Role::Rule);
    let across = pen.glyph(Glyph::Across);
    pen.canvas.line(area.x, area.y, area.right(), across, rule);
    if let Some(quotes) = panes.quotes.filter(|_| !panes.quotes_fill) {
        let junction = pen.glyph(Glyph::Junction);
        pen.canvas.put(quotes.x, area.y, area.right(), junction, rule);
    }
    let x = area.x + 2;
    let x = pen.canvas.put(x, area.y, area.right(), Clean::own(" "), rule);
    let x = draw_name(pen, x, area.y, area.right());
    pen.canvas.put(x, area.y, area.right(), Clean::own(" "), rule);
}

/// `Timeline 4 of 15 · as it happened`; returns the column after it.
fn draw_name(pen: &mut Pen<'_>, x: u16, y: u16, end: u16) -> u16 {
    let app = pen.app;
    let name = pen.name_style(Panel::Timeline);
    let faint = pen.style(Role::Faint);
    let x = pen.canvas.put(x, y, end, Clean::own("Timeline "), name);
    let mut words = place_words(app);
    let dot = pen.glyph(Glyph::Dot).as_str();
    if !app.layers.events.is_empty() {
        words += &format!("{dot}{}", app.timeline.order.words());
    }
    if app.search.items.n_events > 0 {
        words += &format!("{dot}{}", super::matches(app.search.items.n_events));
    }
    pen.canvas.put_cut(x, y, end, CleanText::line(&words).as_clean(), faint)
}

fn place_words(app: &App) -> String {
    let n = app.timeline.n_events();
    let marked = app.marked_event();
    let position = marked.and_then(|event| app.timeline.position(&app.layers, event));
    let count = match position {
        Some(position) => format!("{} of {n}", position + 1),
        None => n.to_string(),
    };
    let words = marked.map(|event| app.layers.events[event as usize].mention);
    super::count_words(app, &count, words)
}

/// What a timeline without any event says.
fn none_words(app: &App) -> Clean<'static> {
    Clean::own(if app.is_looking() { "no dates yet; still looking" } else { "no dates found" })
}

fn draw_one_line(pen: &mut Pen<'_>, area: Rect) {
    let area = axis_area(area);
    let app = pen.app;
    let name = pen.name_style(Panel::Timeline);
    let faint = pen.style(Role::Faint);
    let mut x = pen.canvas.put(area.x, area.y, area.right(), Clean::own("Timeline "), name);
    let words = CleanText::line(&(place_words(app) + "  "));
    x = pen.canvas.put(x, area.y, area.right(), words.as_clean(), faint);
    draw_date_and_label(pen, Rect { x, width: area.right().saturating_sub(x), ..area });
}

/// The marked event: its date, what happened, and its neighbors in the order.
fn draw_event(pen: &mut Pen<'_>, area: Rect) {
    let app = pen.app;
    if app.layers.events.is_empty() {
        let faint = pen.style(Role::Faint);
        pen.canvas.put(area.x, area.y, area.right(), none_words(app), faint);
        return;
    }
    let Some(x) = draw_date_and_label(pen, area) else {
        let faint = pen.style(Role::Faint);
        let hint = Clean::own("press . for the first event");
        pen.canvas.put_cut(area.x, area.y, area.right(), hint, faint);
        return;
    };
    if area.height >= 2 {
        let width = area.right().saturating_sub(x);
        draw_neighbors(pen, Rect { x, y: area.y + 1, width, height: 1 });
    }
}

/// Returns the column at which the label begins.
fn draw_date_and_label(pen: &mut Pen<'_>, area: Rect) -> Option<u16> {
    let app = pen.app;
    let event = &app.layers.events[app.marked_event()? as usize];
    let date = CleanText::line(&date_words(&app.document, event));
    let style = pen.style(Role::Focus);
    let date_end = area.x + area.width / 2;
    let x = pen.canvas.put_cut(area.x, area.y, date_end, date.as_clean(), style) + 2;
    let strong = pen.style(Role::Strong).remove_modifier(Modifier::BOLD);
    pen.canvas.put_cut(x, area.y, area.right(), event.label.as_clean(), strong);
    Some(x)
}

fn draw_neighbors(pen: &mut Pen<'_>, area: Rect) {
    let app = pen.app;
    let Some(position) =
        app.marked_event().and_then(|event| app.timeline.position(&app.layers, event))
    else {
        return;
    };
    let event_at = |position: Option<usize>| {
        let index = app.timeline.at(&app.layers, position?)?;
        app.layers.events.get(index as usize)
    };
    let (Some(event), before, after) = (
        event_at(Some(position)),
        event_at(position.checked_sub(1)),
        event_at(position.checked_add(1)),
    ) else {
        return;
    };
    let faint = pen.style(Role::Faint);
    let arrows = [pen.glyph(Glyph::Before).as_str(), pen.glyph(Glyph::After).as_str()];
    let before = before.map(|other| {
        CleanText::line(&format!("{} {}", arrows[0], neighbor_words(app, event, other, true)))
    });
    let after = after.map(|other| {
        CleanText::line(&format!("{} {}", neighbor_words(app, event, other, false), arrows[1]))
    });
    let mut x = area.x;
    // Each may take half of the row, or what the other leaves.
    let wanted = after.as_ref().map_or(0, |after| columns(after.as_str()) as u16 + 4);
    let end = area.right() - wanted.min(area.width / 2);
    if let Some(before) = &before {
        x = pen.canvas.put_cut(x, area.y, end, before.as_clean(), faint) + 4;
    }
    if let Some(after) = &after {
        pen.canvas.put_cut(x, area.y, area.right(), after.as_clean(), faint);
    }
}

/// `2 months after Mao proclaims …`; in the order of the text, the date and the label.
fn neighbor_words(app: &App, event: &Event, other: &Event, is_before: bool) -> String {
    let time = if app.timeline.order == Order::Told || event.is_era || other.is_era {
        None
    } else if is_before {
        after_words(&event.when, &other.when)
    } else {
        before_words(&event.when, &other.when)
    };
    match time {
        Some(time) => format!("{time} {}", mid_sentence(other.label.as_str())),
        None => format!("{}: {}", other.when.short_words(), other.label),
    }
}

/// A label after other words: its article is no longer the first word.
fn mid_sentence(label: &str) -> String {
    for article in ["The ", "A ", "An "] {
        if let Some(rest) = label.strip_prefix(article) {
            return format!("{}{rest}", article.to_lowercase());
        }
    }
    label.to_owned()
}

/// The date in the narrow column of the list.
fn short_date_words(app: &App, event: &Event, room: usize) -> String {
    let mention = &app.document[event.mention];
    let is_coarse = matches!(event.when.precision, Precision::Interval | Precision::Decade);
    let says_more = is_coarse && mention.chars().filter(char::is_ascii_digit).count() >= 4;
    let words = event.when.short_words();
    if says_more && columns(mention) <= room { mention.to_owned() } else { words }
}

/// The timeline zoomed: the axis, and under it the list of events with the marked one's sentence.
pub(super) fn draw_list(pen: &mut Pen<'_>, area: Rect) {
    let app = pen.app;
    let margin = super::panes::margin(area);
    let end = area.right() - margin;
    let faint = pen.style(Role::Faint);
    let x = draw_name(pen, area.x + margin, area.y, end);
    let title = app.document.meta.title.as_ref().unwrap_or(&app.settings.name).as_clean();
    if columns(title.as_str()) + 2 <= usize::from(end.saturating_sub(x)) {
        pen.canvas.put_right(area.y, end, title, faint);
    }
    let (axis, list) = list_area(area);
    if let Some(axis) = axis {
        axis::draw(pen, axis_area(Rect { x: area.x, width: area.width, ..axis }), true);
    }
    if app.layers.events.is_empty() {
        pen.canvas.put(list.x, list.y, end, none_words(app), faint);
    }
    let label_x = label_column(list);
    for (line, y) in app.timeline.lines.iter().zip(list.y..list.bottom()) {
        match line {
            ListLine::Event(index) => draw_list_event(pen, list, y, *index),
            ListLine::Sentence(range) => draw_sentence(pen, list, y, *range),
            ListLine::Gap(days) => {
                let gap = pen.glyph(Glyph::Gap);
                let rule = pen.style(Role::Rule);
                pen.canvas.put(label_x - 3, y, end, gap, rule);
                let words = CleanText::line(&format!("{} years", (days + 182) / 365));
                pen.canvas.put(label_x - 1, y, end, words.as_clean(), faint);
            }
        }
    }
}

fn draw_list_event(pen: &mut Pen<'_>, list: Rect, y: u16, index: u32) {
    let app = pen.app;
    let event = &app.layers.events[index as usize];
    let is_marked = app.marked_event() == Some(index);
    let label_x = label_column(list);
    let date_end = label_x - 4;
    let room = usize::from(date_end.saturating_sub(list.x));
    let date = CleanText::line(&short_date_words(app, event, room));
    let time = pen.style(if is_marked { Role::Focus } else { Role::Time });
    if columns(date.as_str()) <= room {
        pen.canvas.put_right(y, date_end, date.as_clean(), time);
    } else {
        // The year alone says more than half a date.
        let year = CleanText::line(&event.when.tick());
        if columns(year.as_str()) <= room {
            pen.canvas.put_right(y, date_end, year.as_clean(), time);
        }
    }
    let mark = match (is_marked, event.when.approximate, event.is_era) {
        (true, _, _) => Glyph::Marked,
        (_, _, true) => Glyph::Range,
        (_, true, _) => Glyph::Uncertain,
        _ => Glyph::Event,
    };
    let mark = pen.glyph(mark);
    pen.canvas.put(label_x - 3, y, list.right(), mark, time);
    let number = app.document.block_around(event.mention.start()).map_or(0, |block| block.number);
    let place = CleanText::line(&format!("{}{number}", pen.glyph(Glyph::Paragraph).as_str()));
    let faint = pen.style(Role::Faint);
    let end = pen.canvas.put_right(y, list.right(), place.as_clean(), faint);
    let style = pen.style(if is_marked { Role::Strong } else { Role::Text });
    let style = if event.is_era { style.italic() } else { style };
    let x = pen.canvas.put_cut(label_x, y, end.saturating_sub(1), event.label.as_clean(), style);
    let hit = pen.style(Role::Hit);
    // What is cut off is not marked, nor the ellipsis.
    let is_cut = columns(event.label.as_str()) > usize::from(x.saturating_sub(label_x));
    let label_end = x - u16::from(is_cut);
    for range in app.search.on_screen.in_label(index) {
        let label = event.label.as_clean();
        let found = whole_clusters(label.as_str(), range.start()..range.end());
        let at = label_x + columns(label.part(0..found.start).as_str()) as u16;
        pen.canvas.put(at, y, label_end, label.part(found), hit);
    }
    let origin = event.origin.name();
    // Where an item comes from is told where there is room for it.
    if is_marked && usize::from(end.saturating_sub(x + 4)) > origin.len() {
        let origin = CleanText::line(origin);
        pen.canvas.put(x + 2, y, end, origin.as_clean(), faint.italic());
    }
}

fn draw_sentence(pen: &mut Pen<'_>, list: Rect, y: u16, range: TextRange) {
    let label_x = label_column(list);
    let (down, rule) = (pen.glyph(Glyph::Down), pen.style(Role::Rule));
    pen.canvas.put(label_x - 3, y, list.right(), down, rule);
    let style = pen.style(Role::Faint).italic();
    let words = pen.app.document.clean(range);
    pen.canvas.put(label_x + 2, y, list.right(), words, style);
    super::draw_hits(pen, (label_x + 2, y, list.right()), range);
}
