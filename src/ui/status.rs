//! Draws the bottom row: the place, the search, what is told, and what could be done next.

mod place;
mod prompts;

use super::Pen;
use super::style::Role;
use crate::app::{Action, App, Overlay, Panel};
use crate::document::{Clean, CleanText, columns};
use place::place_words;
use prompts::{draw_date_prompt, draw_finder_prompt, draw_link_prompt, draw_prompt};
use ratatui::layout::{Position, Rect};

pub(super) fn draw(pen: &mut Pen<'_>, area: Rect) -> Option<Position> {
    let app = pen.app;
    let row = Row {
        x: area.x + super::panes::margin(area),
        y: area.y,
        end: area.right().saturating_sub(super::panes::margin(area)),
    };
    match (&app.overlay, &app.notice) {
        (Some(Overlay::Prompt(prompt)), _) => return Some(draw_prompt(pen, row, prompt)),
        (Some(Overlay::Date(prompt)), _) => return Some(draw_date_prompt(pen, row, prompt)),
        (Some(Overlay::Links(numbers)), None) => draw_link_prompt(pen, row, numbers),
        (Some(Overlay::Finder(finder)), _) => return Some(draw_finder_prompt(pen, row, finder)),
        (_, Some(notice)) => {
            let style = pen.style(Role::Notice);
            pen.canvas.put_cut(row.x, row.y, row.end, notice.as_clean(), style);
        }
        (Some(Overlay::Help { .. }), None) => {
            draw_hints(
                pen,
                row,
                &[(&[Action::Down, Action::Up], "scroll"), (&[Action::Escape], "close")],
            );
        }
        (Some(Overlay::Note(editor)), None) => {
            let mut hints = vec![("Esc", "leave"), ("Alt-Enter", "new line"), ("Enter", "keep")];
            if editor.id.is_some() {
                hints.insert(0, ("Ctrl-x", "delete"));
            }
            let keys = hints.into_iter().map(|(keys, words)| (CleanText::line(keys), words));
            draw_keys(pen, row, keys.collect());
        }
        (Some(Overlay::Peek(_)) | None, None) => draw_place(pen, row),
    }
    None
}

#[derive(Clone, Copy)]
struct Row {
    x: u16,
    y: u16,
    end: u16,
}

fn draw_place(pen: &mut Pen<'_>, row: Row) {
    let app = pen.app;
    let faint = pen.style(Role::Faint);
    let place = match app.selection_words() {
        Some(words) => CleanText::line(&words),
        None => place_words(pen, row.end.saturating_sub(row.x)),
    };
    let mut x = pen.canvas.put_cut(row.x, row.y, row.end, place.as_clean(), faint);
    if let Some(found) = search_words(app) {
        let strong = pen.style(Role::Strong);
        x = pen.canvas.put_cut(x + 2, row.y, row.end, found.as_clean(), strong);
    }
    let pending = app.keymap.pending();
    if !pending.is_empty() {
        let (style, pending) = (pen.style(Role::Strong), CleanText::line(&pending));
        pen.canvas.put_right(row.y, row.end, pending.as_clean(), style);
        return;
    }
    draw_hints(pen, Row { x: x + 3, ..row }, &hints(app));
}

/// Keys, by what they do, and what that is called.
type Hint = (&'static [Action], &'static str);

/// What could be done next; what is not there is not offered.
fn hints(app: &App) -> Vec<Hint> {
    use Action::{
        Down, Escape, GoThere, Help, NextEvent, NextQuote, Order, Peek, Search, Speaker, Up,
    };
    let event: Option<Hint> =
        (!app.layers.events.is_empty()).then_some((&[NextEvent], "next event"));
    let quote: Option<Hint> =
        (!app.layers.quotes.is_empty()).then_some((&[NextQuote], "next quote"));
    if let Some(Overlay::Peek(peeked)) = &app.overlay {
        let scroll: Option<Hint> = (peeked.last_top > 0).then_some((&[Down, Up], "scroll"));
        return scroll.into_iter().chain([(&[Peek][..], "close")]).collect();
    }
    if let Some(selection) = app.article.selection {
        let next = selection.unit.next().words();
        let copy: Hint = (&[Action::Copy], "copy");
        let with_source: Hint = (&[Action::CopyWithSource], "with source");
        return vec![
            (&[Action::OtherEnd], "other end"),
            with_source,
            copy,
            (&[Action::Select], next),
        ];
    }
    let zoom: Hint = (&[Action::Zoom], if app.view.is_zoomed { "smaller" } else { "zoom" });
    let step: Hint = (&[Down, Up], "step");
    let back: Hint = (&[Escape], "back");
    match app.view.focus {
        Panel::Article => {
            let note: Option<Hint> = match (app.is_at_footnote(), app.is_at_note()) {
                (true, _) => Some((&[Peek], "footnote")),
                (false, true) => Some((&[Peek], "note")),
                (false, false) => None,
            };
            let always: [Hint; 2] = [(&[Search], "search"), (&[Help], "help")];
            note.into_iter().chain(event).chain(quote).chain(always).collect()
        }
        Panel::Timeline => vec![step, (&[GoThere], "go there"), (&[Order], "order"), zoom, back],
        Panel::Quotes => {
            vec![step, (&[Speaker], "speaker"), (&[Action::CopyWithSource], "copy"), zoom, back]
        }
    }
}

/// The hints from the right, as many as there is room for; the last is the most wanted. What has
/// no key is left out.
fn draw_hints(pen: &mut Pen<'_>, row: Row, hints: &[Hint]) {
    let keymap = &pen.app.keymap;
    let keys = hints.iter().map(|(actions, words)| {
        let keys: Vec<String> = actions.iter().filter_map(|action| keymap.shown(*action)).collect();
        (CleanText::line(&keys.join(" ")), *words)
    });
    let keys = keys.collect();
    draw_keys(pen, row, keys);
}

/// Keys and what they do, likewise.
fn draw_keys(pen: &mut Pen<'_>, row: Row, hints: Vec<(CleanText, &'static str)>) {
    let (strong, faint) = (pen.style(Role::Strong), pen.style(Role::Faint));
    let mut end = row.end;
    for (keys, words) in hints.iter().rev() {
        if keys.as_str().is_empty() {
            continue;
        }
        let width = (columns(keys.as_str()) + 1 + columns(words)) as u16;
        let Some(x) = end.checked_sub(width).filter(|x| *x >= row.x) else { break };
        let after = pen.canvas.put(x, row.y, end, keys.as_clean(), strong);
        pen.canvas.put(after + 1, row.y, end, Clean::own(words), faint);
        end = x.saturating_sub(2);
    }
}

/// `2/3 “great power”` while hits are shown.
fn search_words(app: &App) -> Option<CleanText> {
    let count = count_words(app)?;
    Some(CleanText::line(&format!("{count} {}", app.search.typed.shown())))
}

/// `2/3`; while hits are still counted, `–/3…`.
fn count_words(app: &App) -> Option<String> {
    let total = app.search.total()?;
    let at = app.hit_number().map_or_else(|| "–".to_owned(), |number| number.to_string());
    let more = match (app.is_counting(), app.settings.is_ascii) {
        (false, _) => "",
        (true, false) => "…",
        (true, true) => "...",
    };
    Some(format!("{at}/{total}{more}"))
}
