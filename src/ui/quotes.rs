//! Draws the quotes: a panel beside the article, or the whole screen.

use super::panes::cards_area;
use super::style::Role;
use super::{Glyph, Panes, Pen, rule_down};
use crate::app::{App, Card, Panel};
use crate::document::{Clean, CleanText, Quotation, TextRange, columns};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// `Quotes 2 of 8`, or `Quotes 8` before the first one.
pub(super) fn count_words(app: &App) -> CleanText {
    let n = app.quotes.list().len();
    let marked = app.marked_quote();
    let count = match marked.and_then(|quote| app.quotes.position(quote)) {
        Some(position) => format!("{} of {n}", position + 1),
        None => n.to_string(),
    };
    let words = marked.map(|quote| app.layers.quotes[quote as usize].words);
    CleanText::line(&format!("Quotes {}", super::count_words(app, &count, words)))
}

pub(super) fn draw(pen: &mut Pen<'_>, panes: &Panes) {
    let Some(area) = panes.quotes else { return };
    let cards = cards_area(area, panes.quotes_fill);
    draw_head(pen, area, cards);
    if !panes.quotes_fill {
        // The rule begins below the running head, as the columns of a newspaper do.
        rule_down(pen, Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area });
    }
    draw_cards(pen, cards);
}

fn draw_head(pen: &mut Pen<'_>, area: Rect, cards: Rect) {
    let app = pen.app;
    let name = pen.name_style(Panel::Quotes);
    let faint = pen.style(Role::Faint);
    let words = count_words(app);
    let rest = words.as_clean().part(6..words.as_str().len());
    let end = cards.right();
    let mut x = pen.canvas.put(cards.x, area.y, end, Clean::own("Quotes"), name);
    x = pen.canvas.put(x, area.y, end, rest, faint);
    let is_whole = app.quotes.speaker.is_none();
    if is_whole && app.search.items.n_quotes > 0 {
        let found = CleanText::line(&format!("  {}", super::matches(app.search.items.n_quotes)));
        x = pen.canvas.put(x, area.y, end, found.as_clean(), faint);
    }
    let filter = match app.quotes.speaker {
        Some(id) => app.layers.speakers[id.index()].name.as_clean(),
        None => Clean::own("all speakers"),
    };
    let room = end.saturating_sub(x + 2);
    if columns(filter.as_str()) <= usize::from(room) {
        pen.canvas.put_right(area.y, end, filter, faint);
    }
}

fn draw_cards(pen: &mut Pen<'_>, area: Rect) {
    let app = pen.app;
    if app.layers.quotes.is_empty() {
        let faint = pen.style(Role::Faint);
        let is_looking = app.is_looking();
        let words =
            if is_looking { "no quotations yet; still looking" } else { "no quotations found" };
        pen.canvas.put_cut(area.x, area.y, area.right(), Clean::own(words), faint);
        return;
    }
    let mut y = area.y;
    for card in &app.quotes.cards {
        if y >= area.bottom() {
            break;
        }
        draw_card(pen, area, y, card);
        y += card.rows() as u16;
    }
}

fn draw_card(pen: &mut Pen<'_>, area: Rect, top: u16, card: &Card) {
    let app = pen.app;
    let quote = &app.layers.quotes[card.quote as usize];
    let is_marked = app.marked_quote() == Some(card.quote);
    let tint = match quote.speaker {
        Some(id) => pen.style(Role::Speaker(id.0)),
        None => pen.style(Role::Faint),
    };
    let x = area.x + 2;
    let last = card.words.len().saturating_sub(1);
    let mut y = top;
    for (index, words) in card.words.iter().enumerate() {
        if y >= area.bottom() {
            return;
        }
        draw_words(pen, Words { x, y, end: area.right() }, quote, *words, is_marked);
        if index == 0 && words.start() == quote.words.start() {
            let glyph = pen.glyph(Glyph::QuoteOpen);
            let style = words_style(pen, is_marked);
            pen.canvas.put(x - 1, y, area.right(), glyph, style);
        }
        if index == last {
            draw_end(pen, Words { x, y, end: area.right() }, card, *words, is_marked);
        }
        y += 1;
    }
    draw_name(pen, area, y, card.quote, if is_marked { tint.bold() } else { tint });
    if is_marked {
        let bar = pen.glyph(Glyph::Bar);
        for y in top..=y.min(area.bottom().saturating_sub(1)) {
            pen.canvas.put(area.x, y, area.x + 1, bar, tint);
        }
    }
    let faint = pen.style(Role::Faint);
    for line in &card.description {
        y += 1;
        if y < area.bottom() {
            pen.canvas.put(x, y, area.right(), line.as_clean(), faint);
        }
    }
}

/// Where a row of words is drawn.
#[derive(Clone, Copy)]
struct Words {
    x: u16,
    y: u16,
    end: u16,
}

fn words_style(pen: &Pen<'_>, is_marked: bool) -> Style {
    let style = pen.style(if is_marked { Role::Strong } else { Role::Text });
    style.remove_modifier(Modifier::BOLD)
}

/// The words of a row; in the zoomed list, the text around the quotation is faint.
fn draw_words(pen: &mut Pen<'_>, at: Words, quote: &Quotation, words: TextRange, is_marked: bool) {
    let document = &pen.app.document;
    let (inside, faint) = (words_style(pen, is_marked), pen.style(Role::Faint));
    let is_quoted = words.intersect(quote.words).is_some();
    let quoted = document.whole_letters(quote.words, words);
    if !is_quoted {
        pen.canvas.put(at.x, at.y, at.end, document.clean(words), faint);
        return draw_hits(pen, at, words);
    }
    let before = TextRange::new(words.start(), quoted.start());
    let after = TextRange::new(quoted.end(), words.end());
    let x = pen.canvas.put(at.x, at.y, at.end, document.clean(before), faint);
    let x = pen.canvas.put(x, at.y, at.end, document.clean(quoted), inside);
    pen.canvas.put(x, at.y, at.end, document.clean(after), faint);
    draw_hits(pen, at, words);
}

/// Marks the hits in a row of words.
fn draw_hits(pen: &mut Pen<'_>, at: Words, words: TextRange) {
    super::draw_hits(pen, (at.x, at.y, at.end), words);
}

/// The closing mark, or the ellipsis of a quotation that is cut.
fn draw_end(pen: &mut Pen<'_>, at: Words, card: &Card, words: TextRange, is_marked: bool) {
    let app = pen.app;
    let quote = &app.layers.quotes[card.quote as usize];
    let style = words_style(pen, is_marked);
    let close = pen.glyph(Glyph::QuoteClose);
    let shown = &app.document[words];
    if !card.is_cut {
        if words.end() <= quote.words.end() {
            pen.canvas.put(at.x + columns(shown) as u16, at.y, at.end, close, style);
        }
        return;
    }
    // The ellipsis stands behind a whole word, of which the last may have to give way.
    let cut = Clean::own(if app.settings.is_ascii { " ...\"" } else { " …”" });
    let room = usize::from(at.end.saturating_sub(at.x)).saturating_sub(columns(cut.as_str()));
    let fits = crate::layout::clip(shown, room).0;
    let whole = if fits.len() == shown.len() {
        fits
    } else {
        fits.rsplit_once(' ').map_or(fits, |parts| parts.0)
    };
    let whole = whole.trim_end_matches(|last: char| !last.is_alphanumeric());
    let x = at.x + columns(whole) as u16;
    pen.canvas.clear(Rect { x, y: at.y, width: at.end - x, height: 1 });
    pen.canvas.put(x, at.y, at.end, cut, style);
}

fn draw_name(pen: &mut Pen<'_>, area: Rect, y: u16, index: u32, style: Style) {
    if y >= area.bottom() {
        return;
    }
    let app = pen.app;
    let quote = &app.layers.quotes[index as usize];
    let is_marked = app.marked_quote() == Some(index);
    let number = app.document.block_around(quote.words.start()).map_or(0, |block| block.number);
    let place = CleanText::line(&format!("{}{number}", pen.glyph(Glyph::Paragraph).as_str()));
    let faint = pen.style(Role::Faint);
    let end = pen.canvas.put_right(y, area.right(), place.as_clean(), faint);
    let name = match quote.speaker {
        Some(id) => app.layers.speakers[id.index()].name.as_clean(),
        None => Clean::own("unattributed"),
    };
    let x = pen.canvas.put_cut(area.x + 2, y, end.saturating_sub(1), name, style);
    if app.view.is_zoomed && is_marked {
        let origin = CleanText::line(quote.origin.name());
        pen.canvas.put_cut(x + 2, y, end.saturating_sub(1), origin.as_clean(), faint.italic());
    }
}
