//! The head of an article: title, dek, by-line and captions; and all other headings.

use super::{Importer, Phase};
use crate::document::{BlockKind, CleanText, Nesting};
use crate::import::text::{Line, are_captions, are_credited, byline, is_dek};
use pulldown_cmark::HeadingLevel;
use std::ops::Range;

impl Importer {
    /// A title that only the metadata have stands above the text, with the dek under it.
    pub(super) fn write_meta(&mut self, head: &str) {
        let Some(title) = self.meta.title.clone() else { return };
        let first = head.lines().map(str::trim).find(|line| !line.is_empty());
        let heading = first.and_then(|line| line.strip_prefix("# "));
        if heading.is_some_and(|heading| heading.trim() == title.as_str()) {
            return;
        }
        self.writer.add(BlockKind::Title, Nesting::default(), title.as_str());
        self.phase = Phase::Titled;
        if let Some(dek) = self.meta.dek.clone() {
            self.writer.add(BlockKind::Dek, Nesting::default(), dek.as_str());
            self.phase = Phase::Captions;
        }
    }

    /// The paragraphs under the title may be a dek, a by-line, captions.
    pub(super) fn paragraph(&mut self, range: Range<usize>) {
        self.leave_paragraph();
        if !self.containers.is_empty() {
            return;
        }
        let window = std::mem::take(&mut self.source);
        self.top_paragraph(window.get(range).unwrap_or("").trim());
        self.source = window;
    }

    fn top_paragraph(&mut self, source: &str) {
        let lines = source.lines().take(4).map(|line| line.trim_matches(['*', '_', ' ']));
        let lines: Vec<Line> = lines.map(Line::new).collect();
        let is_head = matches!(self.phase, Phase::Titled | Phase::Captions);
        if self.phase == Phase::Titled && is_dek(&lines) {
            self.kind = BlockKind::Dek;
            self.meta.dek.get_or_insert_with(|| CleanText::line(lines[0].words()));
            self.phase = Phase::Captions;
        } else if !source.starts_with('!')
            && (if is_head { are_captions(&lines) } else { are_credited(&lines) })
        {
            self.kind = BlockKind::Caption;
            if is_head && self.meta.authors.is_empty() {
                let names = lines.iter().flat_map(|line| byline(line.words()));
                self.meta.authors = names.map(CleanText::line).collect();
            }
        } else if !source.starts_with('!') {
            self.phase = Phase::Body;
        }
    }

    pub(super) fn start_heading(&mut self, level: HeadingLevel) {
        self.write_marker();
        self.leave_paragraph();
        let is_title = level == HeadingLevel::H1
            && self.phase == Phase::Start
            && self.containers.is_empty()
            && !self.names.has_headings();
        self.kind =
            if is_title { BlockKind::Title } else { BlockKind::Heading { level: level as u8 } };
        self.heading = Some(String::new());
    }

    pub(super) fn end_heading(&mut self) {
        let words = self.heading.take().unwrap_or_default();
        if self.writer.is_open() {
            let name = self.names.of_heading(&words);
            name.iter().for_each(|name| self.writer.builder().target_block(name));
        }
        if self.kind == BlockKind::Title {
            self.meta.title.get_or_insert_with(|| CleanText::line(words.trim()));
        }
        self.phase = match self.kind {
            BlockKind::Title => Phase::Titled,
            _ => Phase::Body,
        };
        self.leave_paragraph();
    }
}
