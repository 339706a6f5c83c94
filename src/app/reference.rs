//! References: the words of a paragraph that lead to a footnote, to another place, or out of the
//! document.

use super::article::Stepped;
use super::{Action, App, Effect, Panel, PeekLine};
use crate::document::{Block, BlockId, BlockKind, CleanText, Document, Mark, Span, TextRange};

/// A peek shows so many; a paragraph that is made of links has many more.
const MOST_SHOWN: usize = 8;

/// A footnote of more blocks is cut in the peek.
const MOST_BLOCKS: usize = 8;

impl App {
    /// The references of the paragraph at the reading place; if it has none, those of the nearest
    /// paragraph on the page that has some.
    pub(super) fn references(&self) -> Vec<Span<'_>> {
        let document = &self.document;
        let of_range = |range: TextRange| -> Vec<Span<'_>> {
            let mut spans: Vec<Span<'_>> = Vec::new();
            for span in document.spans_in(range).filter(|span| span.mark.target().is_some()) {
                if spans.len() == MOST_SHOWN {
                    break;
                }
                if !spans.iter().any(|earlier| says_again(document, earlier, &span)) {
                    spans.push(span);
                }
            }
            spans
        };
        let Some(block) = document.block_around(self.article.place()) else { return Vec::new() };
        let here = of_range(block.range);
        if !here.is_empty() {
            return here;
        }
        let rows = self.article.page.iter().filter_map(|line| line.row.as_ref());
        let shown: Vec<Span<'_>> = rows.flat_map(|row| of_range(row.range)).collect();
        let place = self.article.place();
        let nearest = shown.iter().min_by_key(|span| span.range.start().abs_diff(place));
        let block = nearest.and_then(|span| document.block_around(span.range.start()));
        block.map_or_else(Vec::new, |block| of_range(block.range))
    }

    /// Whether the paragraph at the reading place has a footnote.
    pub fn is_at_footnote(&self) -> bool {
        self.has_here(|mark| matches!(mark, Mark::Note(_)))
    }

    /// Whether the peek shows references: in the article, unless an item was stepped to. Links
    /// stand in every paragraph of a web page; they give way to an item in the same paragraph.
    pub(super) fn shows_references(&self) -> bool {
        let is_stepped =
            matches!(self.article.stepped(), Some(Stepped::Event(_) | Stepped::Quote(_)));
        let is_article = self.view.focus == Panel::Article && self.view.browsed == Panel::Article;
        let event = self.marked_event().map(|at| self.layers.events[at as usize].mention);
        let quote = self.marked_quote().map(|at| self.layers.quotes[at as usize].words);
        let here = self.document.block_around(self.article.place()).map(|block| block.range);
        let is_here = |words: TextRange| here.is_some_and(|here| here.contains(words.start()));
        let has_item_here = event.is_some_and(is_here) || quote.is_some_and(is_here);
        let has_items = event.is_some() || quote.is_some();
        let has_link = || self.has_here(|mark| mark.target().is_some());
        let is_meant = self.is_at_footnote() || !has_items || !has_item_here && has_link();
        is_article && !is_stepped && is_meant
    }

    /// Whether the paragraph at the reading place has a span of such a mark.
    fn has_here(&self, is_meant: impl Fn(&Mark<'_>) -> bool) -> bool {
        let document = &self.document;
        document
            .block_around(self.article.place())
            .is_some_and(|block| document.spans_in(block.range).any(|span| is_meant(&span.mark)))
    }

    /// Goes where the link or the footnote at `here` leads, or has the system open it; `None` if
    /// there is none.
    pub(super) fn follow_at(&mut self, here: TextRange) -> Option<Vec<Effect>> {
        let document = self.document.clone();
        let span = document.spans_in(here).filter(|span| span.mark.target().is_some()).last()?;
        Some(self.follow_span(&document, &span))
    }

    /// Goes where the first of the references leads that leads to a place in the document.
    pub(super) fn follow(&mut self) {
        let references = self.references();
        let place = followed(&self.document, &references);
        match place.map(|(_, block)| block.range) {
            Some(range) => {
                let first = TextRange::new(range.start(), range.start());
                self.jump(Stepped::Passage(first), range);
            }
            None if references.is_empty() => {}
            None => {
                let [peek, links] = [Action::Peek, Action::Links].map(|action| self.key_of(action));
                let words = "these links lead out of the document";
                self.tell(&format!("{words}; {peek} shows where, {links} opens them"));
            }
        }
    }
}

/// The first of some references that leads to a place in the document, and the block there.
fn followed(document: &Document, references: &[Span<'_>]) -> Option<(TextRange, Block)> {
    references.iter().find_map(|span| Some((span.range, target_of(document, span)?)))
}

/// Whether a reference shows nothing that an earlier one does not: a footnote referred to twice, or
/// a link of the same words to the same place.
fn says_again(document: &Document, earlier: &Span<'_>, span: &Span<'_>) -> bool {
    let is_note = matches!(span.mark, Mark::Note(_));
    earlier.mark == span.mark && (is_note || document[earlier.range] == document[span.range])
}

/// The lines of the peek at references: the footnotes in full, of links where they lead. At the one
/// that is gone to from the peek, that is said.
pub(super) fn reference_lines(app: &App, width: usize) -> Vec<PeekLine> {
    let document = &app.document;
    let references = app.references();
    let followed = followed(document, &references).map(|(words, _)| words);
    let key = app.key_of(Action::GoThere);
    let place = |span: &Span<'_>, words: &str| match followed == Some(span.range) {
        true => super::peek::fact("to", &format!("{words}; {key} goes there")),
        false => super::peek::fact("to", words),
    };
    let mut lines = Vec::new();
    for span in references {
        if !lines.is_empty() {
            lines.push(PeekLine::Blank);
        }
        match (&span.mark, target_of(document, &span)) {
            (Mark::Note(_), Some(note)) => {
                for block in footnote(document, note) {
                    lines.extend(super::peek::words(app, block.range, width));
                }
                if followed == Some(span.range) {
                    lines.push(place(&span, "the note"));
                }
            }
            (_, Some(block)) => {
                lines.push(PeekLine::Head(CleanText::line(&document[span.range])));
                for block in there(document, block) {
                    lines.extend(super::peek::words(app, block.range, width));
                }
                lines.push(place(&span, &format!("paragraph {}", block.number.max(1))));
            }
            (mark, None) => {
                lines.push(PeekLine::Head(CleanText::line(&document[span.range])));
                lines.push(super::peek::fact("to", mark.target().unwrap_or_default()));
            }
        }
    }
    lines
}

/// The block that a reference leads to; `None` if it leads out of the document.
pub(super) fn target_of(document: &Document, span: &Span<'_>) -> Option<Block> {
    let id = match &span.mark {
        Mark::Note(id) => id,
        Mark::Link(target) => target.strip_prefix('#')?,
        _ => return None,
    };
    document.block_around(document.target(id)?)
}

/// The block that a link leads to, and what stands under it if it is a heading.
fn there(document: &Document, first: Block) -> impl Iterator<Item = Block> {
    let is_heading = matches!(first.kind, BlockKind::Heading { .. } | BlockKind::Title);
    let next = document.block_at(first.range.start()).map(|id| BlockId(id.0 + 1));
    let under = next.filter(|_| is_heading).and_then(|id| document.block(id));
    std::iter::once(first).chain(under)
}

/// The blocks of a footnote: the one that begins it, and those further in behind it.
fn footnote(document: &Document, first: Block) -> impl Iterator<Item = Block> {
    let id = document.block_at(first.range.start()).unwrap_or_default();
    let depth = first.nesting.depth();
    let is_more = move |block: &Block| {
        first.kind == BlockKind::Footnote && (block.nesting.depth() > depth || block.goes_on)
    };
    let rest = (id.0 + 1..).map_while(|id| document.block(BlockId(id))).take_while(is_more);
    std::iter::once(first).chain(rest).take(MOST_BLOCKS)
}
