//! HTML inside of Markdown: in blocks of its own, and among words.

use super::tags::{self, Piece};
use super::{Importer, Phase};
use crate::document::BlockKind;

/// What of HTML is being read.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The lines of a block of HTML.
    block: String,
    /// The element whose content is not shown.
    hidden: Option<&'static str>,
}

impl State {
    /// Takes a line of a block.
    pub fn push(&mut self, html: &str) {
        self.block.push_str(html);
    }

    /// Whether the words that come now are not shown.
    pub fn hides(&self) -> bool {
        self.hidden.is_some()
    }
}

impl Importer {
    /// A tag among words. Only what ends a line, or stands for words, leaves a trace.
    pub(super) fn inline_html(&mut self, html: &str) {
        let mut alternative = None;
        let mut tag = None;
        tags::each_piece(html, |piece| match piece {
            Piece::Image(words) => alternative = Some(words),
            Piece::Tag(name, opens) => tag = Some((name, opens)),
            Piece::Words(_) => {}
        });
        // What an element hides hides its end tag too, in the reading of a lone piece.
        let is_end = html.starts_with("</");
        match tag.as_ref().map(|(name, _)| name.as_str()) {
            Some(name) if is_end && self.html.hidden == Some(name) => self.html.hidden = None,
            Some("br") if self.writer.is_open() => self.hard_break(),
            _ => self.html.hidden = self.html.hidden.or_else(|| hides(html)),
        }
        if let Some(words) = alternative {
            self.image(&words);
        }
    }

    /// A block of HTML as paragraphs and headings.
    pub(super) fn html_block(&mut self) {
        let html = std::mem::take(&mut self.html.block);
        tags::each_piece(&html, |piece| match piece {
            Piece::Words(words) => self.html_words(&words),
            Piece::Image(words) => self.image(&words),
            Piece::Tag(name, _) if name == "br" && self.writer.is_open() => self.hard_break(),
            Piece::Tag(name, opens) if tags::is_block(&name) => self.html_tag(&name, opens),
            Piece::Tag(name, opens) if opens && matches!(name.as_str(), "td" | "th") => {
                if self.writer.is_open() {
                    self.writer.text(" ");
                }
            }
            Piece::Tag(..) => {}
        });
        if self.heading.is_some() {
            self.end_heading();
        }
        self.leave_paragraph();
    }

    fn html_words(&mut self, words: &str) {
        let is_blank = words.trim().is_empty();
        if is_blank && !self.writer.is_open() {
            return;
        }
        let words = if self.writer.is_open() { words } else { words.trim_start() };
        self.text(words);
        if self.phase == Phase::Titled && self.kind == BlockKind::Paragraph {
            self.phase = Phase::Body;
        }
    }

    fn html_tag(&mut self, name: &str, opens: bool) {
        if self.heading.is_some() {
            self.end_heading();
        }
        self.leave_paragraph();
        let level = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
        match (name, opens, level) {
            ("hr", _, _) => self.rule(),
            (_, true, Some(level)) => {
                let level = pulldown_cmark::HeadingLevel::try_from(usize::from(level));
                level.into_iter().for_each(|level| self.start_heading(level));
            }
            ("li", true, _) => {
                let nesting = self.nesting();
                self.writer.begin(BlockKind::Item { hanging: 2 }, nesting);
                self.writer.exact(&super::name::bullet(1));
            }
            _ => {}
        }
    }
}

/// The element that a start tag opens, if its content is not shown.
fn hides(html: &str) -> Option<&'static str> {
    let name = html.strip_prefix('<')?;
    ["script", "style", "template"].into_iter().find(|hidden| {
        name.get(..hidden.len()).is_some_and(|start| start.eq_ignore_ascii_case(hidden))
    })
}
