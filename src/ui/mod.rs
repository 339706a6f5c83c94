//! Draws the state into a buffer: cells only, no decisions, no state.

mod article;
mod axis;
mod canvas;
mod finder;
mod glyphs;
mod help;
mod margin;
mod note_editor;
mod panes;
mod peek;
mod quotes;
mod status;
mod style;
mod timeline;

pub use panes::{Panes, panes};
pub use peek::columns_of as peek_columns;

use crate::app::{Action, App, Overlay, Panel};
use crate::document::{BlockKind, Clean, CleanText, Mark, TextRange, columns};
use canvas::Canvas;
use glyphs::Glyph;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use style::Role;

/// Everything a panel draws with.
struct Pen<'a> {
    app: &'a App,
    canvas: Canvas<'a>,
}

impl Pen<'_> {
    fn style(&self, role: Role) -> Style {
        style::style(role, &self.app.settings)
    }

    fn mark_style(&self, mark: &Mark<'_>) -> Style {
        style::mark_style(mark, &self.app.settings)
    }

    fn glyph(&self, glyph: Glyph) -> Clean<'static> {
        glyph.text(self.app.settings.is_ascii)
    }

    /// The style of a panel's name.
    fn name_style(&self, panel: Panel) -> Style {
        let is_focused = self.app.view.focus == panel;
        self.style(if is_focused { Role::Focus } else { Role::Strong })
    }
}

/// Draws the whole frame into an empty buffer; where the cursor stands, if it is shown.
///
/// `app` must have been fitted to `panes`.
pub fn draw(app: &App, panes: &Panes, buffer: &mut Buffer) -> Option<Position> {
    let mut pen = Pen { app, canvas: Canvas::new(buffer) };
    if panes.is_too_small {
        too_small(&mut pen);
        return None;
    }
    let mut cursor = None;
    if let Some(area) = panes.cover {
        match &app.overlay {
            Some(Overlay::Finder(list)) => finder::draw(&mut pen, area, list),
            _ => help::draw(&mut pen, area),
        }
    } else if let Some(area) = panes.events {
        timeline::draw_list(&mut pen, area);
    } else if panes.quotes_fill {
        quotes::draw(&mut pen, panes);
    } else {
        cursor = article::draw(&mut pen, panes);
        header(&mut pen, panes);
        quotes::draw(&mut pen, panes);
        if let Some(area) = panes.timeline {
            timeline::draw(&mut pen, area, panes);
        }
    }
    if let Some(area) = panes.peek {
        peek::draw(&mut pen, area);
    }
    let cursor = panes.note.and_then(|area| note_editor::draw(&mut pen, area)).or(cursor);
    let typed = panes.status.and_then(|area| {
        pen.canvas.clear(area);
        status::draw(&mut pen, area)
    });
    typed.or(cursor)
}

fn too_small(pen: &mut Pen<'_>) {
    let area = pen.canvas.area();
    let style = pen.style(Role::Text);
    let lines = [Clean::own("dateline:"), Clean::own("at least 20x5"), Clean::own("columns, rows")];
    for (line, y) in lines.into_iter().zip(area.y..area.bottom()) {
        pen.canvas.put(area.x, y, area.right(), line, style);
    }
}

/// The running head: the title, where it was published and by whom; and the quotes where they do
/// not stand. On the page that opens with the title it is not said twice.
fn header(pen: &mut Pen<'_>, panes: &Panes) {
    let Some(area) = panes.header else { return };
    let app = pen.app;
    let meta = &app.document.meta;
    let margin = panes::margin(pen.canvas.area());
    let mut end = area.right().saturating_sub(margin);
    let has_quotes = !app.layers.quotes.is_empty() || app.is_looking();
    if panes.quotes.is_none() && has_quotes {
        let (faint, strong) = (pen.style(Role::Faint), pen.style(Role::Strong));
        let key = CleanText::line(&app.keymap.shown(Action::Quotes).unwrap_or_default());
        end = pen.canvas.put_right(area.y, end, key.as_clean(), strong).saturating_sub(1);
        let words = quotes::count_words(app);
        end = pen.canvas.put_right(area.y, end, words.as_clean(), faint).saturating_sub(2);
    }
    let mut x = area.x + margin;
    let mut before = Clean::own("");
    if !shows_title(app) {
        let strong = pen.style(Role::Strong);
        let title = meta.title.as_ref().unwrap_or(&app.settings.name);
        x = pen.canvas.put_cut(x, area.y, end, title.as_clean(), strong);
        before = Clean::own("  ");
    }
    let faint = pen.style(Role::Faint).italic();
    for part in meta.source.iter().chain(meta.authors.first()) {
        // Half a name says nothing: what does not fit whole is left out.
        let needed = columns(part.as_str()) + columns(before.as_str());
        if needed > usize::from(end.saturating_sub(x)) {
            continue;
        }
        x = pen.canvas.put(x, area.y, end, before, faint);
        x = pen.canvas.put(x, area.y, end, part.as_clean(), faint);
        before = pen.glyph(Glyph::Dot);
    }
}

/// Whether the title stands on the page, as a part of the text.
fn shows_title(app: &App) -> bool {
    let is_title = |id| app.document.block(id).is_some_and(|block| block.kind == BlockKind::Title);
    app.article.page.iter().any(|line| line.row.is_some() && is_title(line.block))
}

/// How many items there are, and how far the text is looked through: `12`, `12 … 40%`, `…  4%`.
/// The percentage keeps its width, so that nothing behind it moves. Of a marked item that may still
/// change, that is told instead.
fn count_words(app: &App, count: &str, marked: Option<TextRange>) -> String {
    let Some(percent) = app.progress else { return count.to_owned() };
    let more = if app.settings.is_ascii { "..." } else { "…" };
    if marked.is_some_and(|words| app.layers.is_provisional(words)) {
        return format!("{count} {more} provisional");
    }
    let count = if count == "0" { "" } else { count };
    format!("{count} {more} {percent:>2}%").trim_start().to_owned()
}

/// `1 match`, `2 matches`.
fn matches(n: usize) -> String {
    format!("{n} match{}", if n == 1 { "" } else { "es" })
}

/// Writes the hits in `words` again, marked, over a row that begins at a column and row and ends
/// before a column.
fn draw_hits(pen: &mut Pen<'_>, (x, y, end): (u16, u16, u16), words: TextRange) {
    let (app, style) = (pen.app, pen.style(Role::Hit));
    for hit in app.search.on_screen.touching(words) {
        let hit = app.document.whole_letters(hit, words);
        let before = TextRange::new(words.start(), hit.start());
        let x = x + columns(app.document.clean(before).as_str()) as u16;
        pen.canvas.put(x, y, end, app.document.clean(hit), style);
    }
}

/// The rule down at the left of a panel.
fn rule_down(pen: &mut Pen<'_>, area: Rect) {
    let (style, glyph) = (pen.style(Role::Rule), pen.glyph(Glyph::Down));
    for y in area.y..area.bottom() {
        pen.canvas.put(area.x, y, area.x + 1, glyph, style);
    }
}
