//! Draws the page: rows of text, with dates, quotations and search hits laid over them.

use super::style::{Role, mark_modifier};
use super::{Glyph, Panes, Pen};
use crate::app::Stepped;
use crate::document::{Block, BlockKind, TextRange, columns};
use crate::layout::{Line, Row};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// A range of the text and what it changes about the style below it.
struct Layer {
    range: TextRange,
    style: Style,
}

pub(super) fn draw(pen: &mut Pen<'_>, panes: &Panes) {
    for (line, y) in pen.app.article.page.iter().zip(panes.column.y..panes.column.bottom()) {
        if let (Some(row), Some(block)) = (line.row, pen.app.document.block(line.block)) {
            draw_row(pen, panes, y, row, block);
        } else {
            draw_gap(pen, panes, y, line);
        }
    }
}

/// A blank row inside a run of block quotations keeps their bar.
fn draw_gap(pen: &mut Pen<'_>, panes: &Panes, y: u16, line: &Line) {
    let document = &pen.app.document;
    let kind = |id: u32| document.block(crate::document::BlockId(id)).map(|block| block.kind);
    let below = kind(line.block.0);
    let above = line.block.0.checked_sub(1).and_then(kind);
    if below == Some(BlockKind::Quotation) && above == below {
        draw_bar(pen, panes.column.x, y);
    }
}

fn draw_bar(pen: &mut Pen<'_>, x: u16, y: u16) {
    let (glyph, style) = (pen.glyph(Glyph::Down), pen.style(Role::Rule));
    pen.canvas.put(x + 1, y, x + 2, glyph, style);
}

fn draw_row(pen: &mut Pen<'_>, panes: &Panes, y: u16, row: Row, block: &Block) {
    let document = &pen.app.document;
    if block.kind == BlockKind::Quotation {
        draw_bar(pen, panes.column.x, y);
    }
    let is_wide = block.kind.is_unwrapped();
    // A table may use the free space at both sides of the column.
    let space = if is_wide {
        wide_area(panes, document.clean(row.range).as_str(), row)
    } else {
        panes.column
    };
    let base = base_style(pen, block.kind);
    let layers = layers(pen, row.range);
    let mut x = space.x + row.indent;
    if block.kind == BlockKind::Break {
        let width = columns(document.clean(row.range).as_str()) as u16;
        x = space.x + space.width.saturating_sub(width) / 2;
    }
    let mut skip = if is_wide { usize::from(pen.app.article.sideways) } else { 0 };
    let mut cuts: Vec<usize> = vec![row.range.start(), row.range.end()];
    for layer in &layers {
        cuts.extend([layer.range.start(), layer.range.end()]);
    }
    cuts.retain(|at| (row.range.start()..=row.range.end()).contains(at));
    cuts.sort_unstable();
    cuts.dedup();
    for pair in cuts.windows(2) {
        let part = TextRange::new(pair[0], pair[1]);
        let style = layers
            .iter()
            .filter(|layer| layer.range.covers(part))
            .fold(base, |style, layer| style.patch(layer.style));
        let mut words = document.clean(part);
        if skip > 0 {
            let (hidden, width) = crate::layout::clip(words.as_str(), skip);
            skip = if hidden.len() < words.as_str().len() { 0 } else { skip - width };
            words = words.part(hidden.len()..words.as_str().len());
        }
        x = pen.canvas.put(x, y, space.right(), words, style);
    }
    let is_cut = is_wide
        && usize::from(row.indent) + columns(document.clean(row.range).as_str())
            > usize::from(space.width) + usize::from(pen.app.article.sideways);
    if is_cut {
        let (glyph, style) = (pen.glyph(Glyph::After), pen.style(Role::Faint));
        pen.canvas.put(space.right() - 1, y, space.right(), glyph, style);
    }
}

/// Where a row that is never wrapped is drawn.
fn wide_area(panes: &Panes, text: &str, row: Row) -> Rect {
    let needed = (columns(text) + usize::from(row.indent)).min(u16::MAX.into()) as u16;
    if needed <= panes.column.width {
        return panes.column;
    }
    let right = panes.article.right().saturating_sub(super::panes::margin(panes.article));
    Rect { width: right.saturating_sub(panes.column.x), ..panes.column }
}

fn base_style(pen: &Pen<'_>, kind: BlockKind) -> Style {
    match kind {
        BlockKind::Title | BlockKind::Heading { .. } => pen.style(Role::Strong),
        BlockKind::Dek => pen.style(Role::Text).italic(),
        BlockKind::Caption | BlockKind::Image | BlockKind::Break => pen.style(Role::Faint),
        _ => pen.style(Role::Text),
    }
}

/// What lies over a row, from the bottom to the top.
fn layers(pen: &Pen<'_>, row: TextRange) -> Vec<Layer> {
    let app = pen.app;
    let mut layers = Vec::new();
    for span in app.document.spans_in(row) {
        let style = Style::new().add_modifier(mark_modifier(&span.mark));
        layers.push(Layer { range: clipped(span.range, row), style });
    }
    quote_layers(pen, row, &mut layers);
    event_layers(pen, row, &mut layers);
    if let Some(hits) = &app.search.hits {
        for (index, range) in hits.touching(row) {
            let is_current = app.search.current == Some(index);
            let role = if is_current { Role::CurrentHit } else { Role::Hit };
            layers.push(Layer { range: clipped(range, row), style: pen.style(role) });
        }
    }
    layers
}

/// Items are sorted by their starts; of those that start earlier, this many may reach into a row.
const LOOK_BACK: usize = 32;

fn quote_layers(pen: &Pen<'_>, row: TextRange, layers: &mut Vec<Layer>) {
    let app = pen.app;
    let quotes = &app.layers.quotes;
    let end = quotes.partition_point(|quote| quote.words.start() < row.end());
    let start = quotes.partition_point(|quote| quote.words.start() < row.start());
    let marked = app.marked_quote();
    let start = start.saturating_sub(LOOK_BACK);
    for (index, quote) in (start as u32..).zip(&quotes[start..end]) {
        let Some(range) = quote.words.intersect(row) else { continue };
        let is_stepped = app.article.stepped() == Some(Stepped::Quote(index));
        let style = match quote.speaker {
            Some(id) if is_stepped => pen.style(Role::SpeakerMarked(id.0)),
            Some(id) if marked == Some(index) => pen.style(Role::Speaker(id.0)).bold(),
            Some(id) => pen.style(Role::Speaker(id.0)),
            None if is_stepped => Style::new().add_modifier(Modifier::BOLD),
            None => continue,
        };
        layers.push(Layer { range, style });
    }
}

fn event_layers(pen: &Pen<'_>, row: TextRange, layers: &mut Vec<Layer>) {
    let app = pen.app;
    let events = &app.layers.events;
    let end = events.partition_point(|event| event.mention.start() < row.end());
    let start = events.partition_point(|event| event.mention.start() < row.start());
    let marked = app.marked_event();
    let start = start.saturating_sub(LOOK_BACK);
    for (index, event) in (start as u32..).zip(&events[start..end]) {
        let Some(range) = event.mention.intersect(row) else { continue };
        let role = match (marked == Some(app.layers.head(index)), event.is_era) {
            (true, _) => Role::TimeMarked,
            (false, true) => Role::Era,
            (false, false) => Role::Time,
        };
        layers.push(Layer { range, style: pen.style(role) });
    }
}

fn clipped(range: TextRange, row: TextRange) -> TextRange {
    range.intersect(row).unwrap_or(TextRange::new(row.start(), row.start()))
}
