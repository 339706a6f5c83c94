//! Draws the bottom row: the place, the search, what is told, and what could be done next.

use super::style::Role;
use super::{Glyph, Pen};
use crate::app::{Action, App, DatePrompt, Finder, LinkNumbers, Overlay, Panel, Prompt};
use crate::document::{Clean, CleanText, Extent, columns};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_input::Input;

/// Bytes of English prose that are read in a minute: 238 words of 6 letters.
const BYTES_PER_MINUTE: usize = 238 * 6;
/// What takes longer nobody reads through.
const MOST_MINUTES: usize = 100 * 60;

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

/// `38%  file 2/3  ¶ 9 of 23  6 min left`, as much of it as fits.
fn place_words(pen: &Pen<'_>, room: u16) -> CleanText {
    let app = pen.app;
    let document = &app.document;
    let percent = percent(app);
    let number = document.block_around(app.article.place()).map_or(0, |block| block.number);
    let sign = pen.glyph(Glyph::Paragraph).as_str();
    let mut words = percent.map_or_else(String::new, |percent| format!("{percent}%"));
    let file = app.settings.file;
    let (total, left) = match document.extent {
        Extent::Whole => {
            let left = time_left(document.end().saturating_sub(app.article.place()));
            (format!(" of {}", document.n_paragraphs()), left)
        }
        // How much there is, is not known yet.
        Extent::Beginning(Some(read)) => (String::new(), Some(format!("reading {read}%"))),
        Extent::Beginning(None) => (String::new(), Some("reading".to_owned())),
    };
    let parts = [
        (file.of > 1).then(|| format!("file {}/{}", file.number, file.of)),
        app.view.is_unlinked.then(|| "unlinked".to_owned()),
        Some(format!("{sign}{}{total}", number.max(1))),
        left,
    ];
    for part in parts.into_iter().flatten() {
        if columns(&words) + columns(&part) + 2 > usize::from(room) {
            break;
        }
        if !words.is_empty() {
            words += "  ";
        }
        words += &part;
    }
    CleanText::line(&words)
}

/// How far into the text a place is, as far as its length is known.
fn percent(app: &App) -> Option<u64> {
    let (document, place) = (&app.document, app.article.place() as u64);
    if let Some(length) = app.known_length() {
        return Some((place * 100 / length).min(100));
    }
    let share = match document.extent {
        Extent::Whole => 100,
        Extent::Beginning(share) => u64::from(share?),
    };
    Some(place * share / document.end().max(1) as u64)
}

/// How long the rest of the text takes to read; `None` at its end.
fn time_left(bytes: usize) -> Option<String> {
    let minutes = bytes.div_ceil(BYTES_PER_MINUTE);
    match minutes {
        0 => None,
        1..120 => Some(format!("{minutes} min left")),
        120..MOST_MINUTES => Some(format!("{} h left", minutes / 60)),
        _ => None,
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

/// Why nothing is found: it is no pattern, or what is near.
fn missing_words(app: &App) -> String {
    if let Some(why) = &app.search.refusal {
        return why.clone();
    }
    let near = app.search.near.iter().flatten().next();
    let near = near.map(|near| format!("  near: {} ({})", near.words, near.count));
    format!("not found{}", near.unwrap_or_default())
}

fn draw_prompt(pen: &mut Pen<'_>, row: Row, prompt: &Prompt) -> Position {
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
fn draw_date_prompt(pen: &mut Pen<'_>, row: Row, prompt: &DatePrompt) -> Position {
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
fn draw_link_prompt(pen: &mut Pen<'_>, row: Row, numbers: &LinkNumbers) {
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
fn draw_finder_prompt(pen: &mut Pen<'_>, row: Row, finder: &Finder) -> Position {
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
