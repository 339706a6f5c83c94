//! Draws the page: rows of text, with dates, quotations and search hits laid over them.

use super::style::Role;
use super::{Glyph, Panes, Pen};
use crate::app::{App, Overlay, Stepped};
use crate::document::{
    Block, BlockId, BlockKind, CleanText, Nesting, TextRange, cluster_columns, clusters, columns,
};
use crate::layout::{Content, Line, Row, bars};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

/// A range of the text and what it changes about the style below it.
struct Layer {
    range: TextRange,
    style: Style,
}

/// Draws the page; where the cursor stands: at the free end of what is selected.
pub(super) fn draw(pen: &mut Pen<'_>, panes: &Panes) -> Option<Position> {
    let app = pen.app;
    super::margin::draw(pen, panes);
    for (line, y) in app.article.page.iter().zip(panes.column.y..panes.column.bottom()) {
        let Some(block) = app.document.block(line.block) else { continue };
        match &line.row {
            Some(row) => {
                draw_bars(pen, panes, y, block.nesting);
                draw_row(pen, panes, y, row, &block);
            }
            None => draw_gap(pen, panes, y, line),
        }
    }
    let end = app.article.selection?.free_end(&app.document);
    let (line, column) = app.article.cell_of(&app.document, end)?;
    let x = panes.column.x + column as u16;
    (x < panes.article.right()).then_some(Position::new(x, panes.column.y + line as u16))
}

/// A blank row inside a block quotation keeps its bar.
fn draw_gap(pen: &mut Pen<'_>, panes: &Panes, y: u16, line: &Line) {
    let document = &pen.app.document;
    let nesting = |id: u32| document.block(BlockId(id)).map(|block| block.nesting);
    let below = nesting(line.block.0);
    let above = line.block.0.checked_sub(1).and_then(nesting);
    if let Some((above, below)) = above.zip(below) {
        draw_bars(pen, panes, y, above.shared(below));
    }
}

fn draw_bars(pen: &mut Pen<'_>, panes: &Panes, y: u16, nesting: Nesting) {
    let (glyph, style) = (pen.glyph(Glyph::Down), pen.style(Role::Rule));
    for bar in bars(nesting, panes.column.width.into()) {
        let x = panes.column.x + bar;
        pen.canvas.put(x, y, x + 1, glyph, style);
    }
}

fn draw_row(pen: &mut Pen<'_>, panes: &Panes, y: u16, row: &Row, block: &Block) {
    let base = base_style(pen, block.kind);
    if block.kind.is_unwrapped() {
        return draw_wide(pen, panes, y, row, base);
    }
    let space = panes.column;
    if let Content::Rules(rules) = &row.content {
        let (across, style) = (pen.glyph(Glyph::Across), pen.style(Role::Rule));
        for (left, width) in rules.iter() {
            let x = space.x + left;
            pen.canvas.line(x, y, (x + width).min(space.right()), across, style);
        }
    }
    for piece in row.pieces() {
        let mut x = space.x + piece.left;
        if block.kind == BlockKind::Break {
            let width = columns(pen.app.document.clean(piece.range).as_str()) as u16;
            x = space.x + space.width.saturating_sub(width) / 2;
        }
        let base = if piece.is_head { base.patch(pen.style(Role::Strong)) } else { base };
        draw_words(pen, Place { x, y, end: space.right(), skip: 0 }, piece.range, base);
    }
}

/// A row that is never wrapped, as far to the side as the reader looks.
fn draw_wide(pen: &mut Pen<'_>, panes: &Panes, y: u16, row: &Row, base: Style) {
    let skip = usize::from(pen.app.article.sideways);
    let width = usize::from(row.indent) + columns(pen.app.document.clean(row.range).as_str());
    // Code may use the free space at both sides of the column.
    let space = wide_area(panes, width);
    let left = space.x + row.indent;
    let place = Place { x: left, y, end: space.right(), skip };
    draw_words(pen, place, row.range, base);
    if skip > 0 && width > usize::from(row.indent) {
        let (glyph, style) = (pen.glyph(Glyph::Before), pen.style(Role::Faint));
        pen.canvas.put(left, y, left + 1, glyph, style);
    }
    if width > usize::from(space.width) + skip {
        let (glyph, style) = (pen.glyph(Glyph::After), pen.style(Role::Faint));
        pen.canvas.put(space.right() - 1, y, space.right(), glyph, style);
    }
}

/// Where words are drawn, and how many of their columns are left of it.
struct Place {
    x: u16,
    y: u16,
    end: u16,
    skip: usize,
}

/// Draws words with everything that lies over them.
fn draw_words(pen: &mut Pen<'_>, place: Place, range: TextRange, base: Style) {
    let Place { mut x, y, end, mut skip } = place;
    let layers = layers(pen, range);
    let mut cuts: Vec<usize> = vec![range.start(), range.end()];
    for layer in &layers {
        cuts.extend([layer.range.start(), layer.range.end()]);
    }
    cuts.retain(|at| (range.start()..=range.end()).contains(at));
    cuts.sort_unstable();
    cuts.dedup();
    let mut labels = Vec::new();
    for pair in cuts.windows(2) {
        let part = TextRange::new(pair[0], pair[1]);
        labels.extend(link_number(pen.app, part.start()).map(|number| (x, number)));
        let style = layers
            .iter()
            .filter(|layer| layer.range.covers(part))
            .fold(base, |style, layer| style.patch(layer.style));
        let mut words = pen.app.document.clean(part);
        if skip > 0 {
            let (hidden, width) = crate::layout::clip(words.as_str(), skip);
            words = words.part(hidden.len()..words.as_str().len());
            skip -= width;
            // Of a wide letter at the edge, a blank is left.
            if let Some((_, letter)) = clusters(words.as_str()).next().filter(|_| skip > 0) {
                x += (cluster_columns(letter) - skip) as u16;
                words = words.part(letter.len()..words.as_str().len());
                skip = 0;
            }
        }
        x = pen.canvas.put(x, y, end, words, style);
    }
    for (x, number) in labels {
        draw_label(pen, Place { x, y, end, skip: 0 }, number);
    }
}

/// The number of the link that begins here, while the links are numbered.
fn link_number(app: &App, at: usize) -> Option<usize> {
    let Some(Overlay::Links(numbers)) = &app.overlay else { return None };
    numbers.links.iter().position(|link| link.start() == at).map(|index| index + 1)
}

/// Draws the number of a link that begins at `place`: over the blank before it, if there is one.
fn draw_label(pen: &mut Pen<'_>, place: Place, number: usize) {
    let label = CleanText::line(&number.to_string());
    let before = place.x.checked_sub(1).filter(|x| pen.canvas.is_blank(*x, place.y));
    let x = before.unwrap_or(place.x);
    let style = pen.style(Role::CurrentHit);
    pen.canvas.put(x, place.y, place.end, label.as_clean(), style);
}

/// Where a row of so many columns that is never wrapped is drawn.
fn wide_area(panes: &Panes, width: usize) -> Rect {
    if width <= panes.column.width.into() {
        return panes.column;
    }
    let right = panes.article.right().saturating_sub(super::panes::margin(panes.article));
    Rect { width: right.saturating_sub(panes.column.x), ..panes.column }
}

fn base_style(pen: &Pen<'_>, kind: BlockKind) -> Style {
    match kind {
        BlockKind::Title | BlockKind::Heading { level: 1 | 2 } => pen.style(Role::Strong),
        BlockKind::Heading { level: 3 | 4 } => pen.style(Role::Strong).italic(),
        BlockKind::Heading { .. } => pen.style(Role::Text).italic(),
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
        let style = pen.mark_style(&span.mark);
        layers.push(Layer { range: span.range, style });
    }
    note_layers(pen, row, &mut layers);
    quote_layers(pen, row, &mut layers);
    event_layers(pen, row, &mut layers);
    for range in app.search.on_screen.touching(row) {
        let is_current = app.search.current.is_some_and(|hit| hit.range == range);
        let role = if is_current { Role::CurrentHit } else { Role::Hit };
        layers.push(Layer { range, style: pen.style(role) });
    }
    if let Some(range) = app.selection().and_then(|selected| selected.intersect(row)) {
        layers.push(Layer { range, style: pen.style(Role::Selected) });
    }
    // A letter is drawn once, and in one style.
    for layer in &mut layers {
        layer.range = app.document.whole_letters(layer.range, row);
    }
    layers
}

fn note_layers(pen: &Pen<'_>, row: TextRange, layers: &mut Vec<Layer>) {
    let style = pen.style(Role::Noted);
    let notes = pen.app.notes_in(row);
    layers.extend(notes.iter().map(|note| Layer { range: note.words, style }));
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
