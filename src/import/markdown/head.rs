//! The head of an article: title, dek, by-line and captions; and all other headings.

use super::{Importer, Phase, place, template};
use crate::document::{BlockId, BlockKind, CleanText, Nesting};
use crate::import::text::{Line, are_captions, are_credited, follows_dek, may_be_dek, sign};
use pulldown_cmark::HeadingLevel;
use std::ops::Range;

/// What is known of the heading that is being read.
#[derive(Debug, Clone, Default)]
pub struct Heading {
    /// Its words.
    pub words: String,
    /// The name that its author gave it.
    id: Option<String>,
    /// Words in braces behind it that are no attributes of it.
    braces: String,
}

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
        let window = std::mem::take(&mut self.source);
        let source = window.get(range).unwrap_or("").trim();
        self.begin_paragraph(source);
        self.source = window;
    }

    fn begin_paragraph(&mut self, source: &str) {
        if self.is_signed_note(source) {
            return self.start_signed_note();
        }
        if !self.containers.is_empty() {
            return;
        }
        let source = place::without_names(source);
        match template::read(source) {
            None => self.top_paragraph(source),
            Some(words) => {
                words.iter().for_each(|(words, address)| self.image(words, address));
                self.leave_paragraph();
                self.html.leave_out();
            }
        }
    }

    fn top_paragraph(&mut self, source: &str) {
        let lines = source.lines().take(4).map(|line| line.trim_matches(['*', '_', ' ']));
        let lines: Vec<Line> = lines.map(Line::new).collect();
        if let Phase::Lead(block) = self.phase
            && !source.starts_with('!')
        {
            self.phase = Phase::Body;
            self.lead(block, &lines);
        }
        let is_head = matches!(self.phase, Phase::Titled | Phase::Captions);
        if self.phase == Phase::Titled && self.is_dek(source, &lines) {
            self.kind = BlockKind::Dek;
            self.meta.dek.get_or_insert_with(|| CleanText::line(lines[0].words()));
            self.phase = Phase::Captions;
        } else if self.phase == Phase::Titled && self.is_lead(source, &lines) {
            self.phase = Phase::Lead(self.writer.next_block());
        } else if !source.starts_with('!')
            && (if is_head { are_captions(&lines) } else { are_credited(&lines) })
        {
            self.kind = BlockKind::Caption;
            if is_head {
                lines.iter().for_each(|line| sign(&mut self.meta, line.words()));
            }
        } else if !source.starts_with('!') {
            self.phase = Phase::Body;
        }
    }

    /// Whether a paragraph under the title is the dek by itself: the metadata say so, or all of it
    /// is stressed.
    fn is_dek(&self, source: &str, lines: &[Line]) -> bool {
        match &self.meta.dek {
            Some(dek) => has_letters_of(source, dek.as_str()),
            None => is_stressed(source) && may_be_dek(lines),
        }
    }

    /// Whether what follows tells if a paragraph under the title is the dek.
    fn is_lead(&self, source: &str, lines: &[Line]) -> bool {
        self.meta.dek.is_none() && !source.starts_with("$$") && may_be_dek(lines)
    }

    /// What stands under a sentence tells whether that is the dek.
    fn lead(&mut self, block: BlockId, below: &[Line]) {
        if follows_dek(below) {
            self.meta.dek = self.writer.dek(block);
            self.phase = Phase::Captions;
        }
    }

    pub(super) fn start_heading(&mut self, level: HeadingLevel) {
        self.write_marker();
        self.leave_paragraph();
        let is_title = level == HeadingLevel::H1
            && self.phase == Phase::Start
            && self.containers.is_empty()
            && self.names.headings.is_empty();
        self.kind =
            if is_title { BlockKind::Title } else { BlockKind::Heading { level: level as u8 } };
        self.heading = Some(Box::default());
    }

    /// Takes what stands in braces behind the words of a heading: a name with `#`, classes with a
    /// stop, or a dash. The parser takes anything there; what is something else is words.
    pub(super) fn heading_attributes(&mut self, id: Option<&str>, range: Range<usize>) {
        let Some(heading) = &mut self.heading else { return };
        heading.id = id.map(str::to_owned);
        let source = self.source.get(range).unwrap_or("");
        let line = source.trim_end_matches(['\n', '\r', ' ', '\t', '=', '-', '#']);
        let Some(at) = line.rfind('{').filter(|_| line.ends_with('}')) else { return };
        let inner = &line[at + 1..line.len() - 1];
        let is_taken = !inner.contains(['}', '<', '>', '\\', '\n', '\r']);
        let is_attribute = |word: &str| word.len() > 1 && word.starts_with(['#', '.']);
        if is_taken && inner.trim() != "-" && !inner.split_ascii_whitespace().any(is_attribute) {
            let blank = if line[..at].ends_with(' ') { " " } else { "" };
            heading.braces = format!("{blank}{}", &line[at..]);
        }
    }

    pub(super) fn end_heading(&mut self) {
        let braces = self.heading.as_mut().map(|heading| std::mem::take(&mut heading.braces));
        let braces = braces.filter(|braces| !braces.is_empty());
        braces.into_iter().for_each(|braces| self.text(&braces));
        let Heading { words, id, .. } = *self.heading.take().unwrap_or_default();
        if self.writer.is_open() {
            id.iter().for_each(|name| self.writer.builder().target_block(name));
            let name = self.names.headings.next(&words);
            name.iter().for_each(|name| self.writer.builder().target_block(name));
        }
        let is_empty = words.trim().is_empty();
        if self.kind == BlockKind::Title && !is_empty {
            self.meta.title.get_or_insert_with(|| CleanText::line(words.trim()));
        }
        let is_open = self.writer.is_open() && self.containers.is_empty();
        self.phase = match self.kind {
            BlockKind::Title if is_empty => self.phase,
            BlockKind::Title => Phase::Titled,
            _ if is_open
                && self.phase == Phase::Titled
                && self.is_lead(&words, &[Line::new(&words)]) =>
            {
                Phase::Lead(self.writer.next_block())
            }
            _ => Phase::Body,
        };
        self.leave_paragraph();
    }
}

/// Whether a paragraph is one stressed run of words.
fn is_stressed(source: &str) -> bool {
    ['*', '_'].iter().any(|sign| {
        let inner = source.strip_prefix(*sign).and_then(|rest| rest.strip_suffix(*sign));
        inner.is_some_and(|inner| !inner.is_empty() && !inner.contains(*sign))
    })
}

/// Whether a text with its signs has the letters of another one, and no others.
fn has_letters_of(source: &str, other: &str) -> bool {
    let letters =
        |text: &'_ str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let other = letters(other);
    !other.is_empty() && letters(source) == other
}
