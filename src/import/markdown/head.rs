//! The head of an article: title, dek, by-line and captions; and all other headings.

use super::plain::{plain, with_day};
use super::{Importer, Phase, place, template};
use crate::document::{BlockKind, CleanText, Nesting};
use crate::import::credit::people_alone;
use crate::import::text::{
    Below, Lead, Line, Signature, are_captions, are_credited, below_dek, is_about, is_note,
    is_of_head, may_be_dek, signature,
};
use pulldown_cmark::HeadingLevel;
use std::borrow::Cow;
use std::ops::Range;

/// What is known of the heading that is being read.
#[derive(Debug, Clone, Default)]
pub struct Heading {
    /// Its words.
    pub words: String,
    /// The same as they are shown, without the signs of notes.
    pub shown: String,
    /// The name that its author gave it.
    id: Option<String>,
    /// Words in braces behind it that are no attributes of it.
    braces: String,
}

impl Importer {
    /// A window of the text, in which the day in its head is no item of a list.
    pub(super) fn with_day<'w>(&self, window: &'w str) -> Cow<'w, str> {
        match self.phase {
            Phase::Body => Cow::Borrowed(window),
            _ => with_day(window),
        }
    }

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
        if std::mem::take(&mut self.html.is_caption) {
            self.kind = BlockKind::Caption;
            return;
        }
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
        let plain = match self.phase {
            Phase::Start | Phase::Body => Cow::Borrowed(source),
            _ => plain(source),
        };
        let lines = plain.lines().take(4).map(|line| line.trim_matches(['*', '_', ' ', '\\']));
        let lines = lines.filter(|line| line.contains(char::is_alphanumeric));
        let lines: Vec<Line> = lines.map(Line::new).collect();
        if lines.is_empty() || self.phase == Phase::Start && is_kicker(source) {
            return;
        }
        if source.starts_with('!') || self.lead(&lines) {
            return;
        }
        let is_head = matches!(self.phase, Phase::Titled | Phase::Captions);
        // What the metadata call the dek may stand behind any caption.
        let may_be_dek = self.phase == Phase::Titled || is_head && self.meta.dek.is_some();
        if may_be_dek && self.is_dek(source, &lines) {
            self.kind = BlockKind::Dek;
            self.meta.dek.get_or_insert_with(|| CleanText::line(lines[0].words()));
            self.phase = Phase::Captions;
        } else if self.phase == Phase::Titled && self.is_lead(source, &lines) {
            self.phase = Phase::Lead(Lead::new(self.writer.next_block(), lines[0].words()));
        } else if if is_head { are_captions(&lines) } else { are_credited(&lines) } {
            self.kind = BlockKind::Caption;
            if is_head {
                lines.iter().for_each(|line| self.signer.read(&mut self.meta, line.words()));
                if self.phase == Phase::Titled && !lines.iter().any(|line| is_of_head(line.words()))
                {
                    self.phase = Phase::Captions;
                }
            }
        } else if is_head && are_people(&lines) {
            self.phase = Phase::Lead(Lead::of_people(self.writer.next_block()));
        } else if !(is_head && (is_note(lines[0].words()) || is_stressed(source))) {
            // Under a note on the text, or on its author, the head may go on.
            self.phase = Phase::Body;
        }
    }

    /// Whether a paragraph under the title is the dek by itself: the metadata say so, or all of it
    /// is stressed.
    fn is_dek(&self, source: &str, lines: &[Line]) -> bool {
        match &self.meta.dek {
            Some(dek) => has_letters_of(source, dek.as_str()),
            None => is_stressed(source) && self.may_be_dek(lines),
        }
    }

    /// Whether what follows tells if a paragraph under the title is the dek.
    fn is_lead(&self, source: &str, lines: &[Line]) -> bool {
        self.meta.dek.is_none() && !source.starts_with("$$") && self.may_be_dek(lines)
    }

    fn may_be_dek(&self, lines: &[Line]) -> bool {
        may_be_dek(lines) && !is_about(lines[0].words(), &self.meta.authors)
    }

    /// What stands under a sentence tells whether that is the dek. Names wait for what stands under
    /// them, and nothing else becomes of them yet.
    fn lead(&mut self, below: &[Line]) -> bool {
        let Phase::Lead(lead) = self.phase else { return false };
        self.phase = Phase::Body;
        match below_dek(lead.is_personal, below) {
            Below::Head => {
                if let Some(block) = lead.dek {
                    self.meta.dek = self.writer.dek(block);
                }
                self.phase = Phase::Captions;
                let people = lead.people.and_then(|block| self.writer.caption(block));
                people.iter().for_each(|line| self.signer.read(&mut self.meta, line.as_str()));
                false
            }
            Below::People if lead.people.is_none() => {
                let people = Some(self.writer.next_block());
                self.phase = Phase::Lead(Lead { people, ..lead });
                true
            }
            Below::People | Below::Text => false,
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
        let Heading { words, shown, id, .. } = *self.heading.take().unwrap_or_default();
        if self.writer.is_open() {
            id.iter().for_each(|name| self.writer.builder().target_block(name));
            let name = self.names.headings.next(&words);
            name.iter().for_each(|name| self.writer.builder().target_block(name));
        }
        let is_empty = words.trim().is_empty();
        if self.kind == BlockKind::Title && !is_empty {
            self.meta.title.get_or_insert_with(|| CleanText::line(shown.trim()));
        }
        let is_open = self.writer.is_open() && self.containers.is_empty();
        if is_open && self.signed_heading(&words) {
            return self.leave_paragraph();
        }
        self.phase = match self.kind {
            BlockKind::Title if is_empty => self.phase,
            BlockKind::Title => Phase::Titled,
            _ if is_open
                && self.phase == Phase::Titled
                && self.is_lead(&words, &[Line::new(&words)]) =>
            {
                Phase::Lead(Lead::new(self.writer.next_block(), &words))
            }
            _ if is_open && self.phase == Phase::Titled && are_people(&[Line::new(&words)]) => {
                Phase::Lead(Lead::of_people(self.writer.next_block()))
            }
            _ => Phase::Body,
        };
        self.leave_paragraph();
    }
}

/// Whether a line is nothing but the names of people.
fn are_people(lines: &[Line]) -> bool {
    let [line] = lines else { return false };
    !people_alone(line.words()).is_empty()
}

impl Importer {
    /// Takes a heading below the title that says who wrote. A day alone is sooner the heading of an
    /// entry, unless it stands under the names of the authors.
    fn signed_heading(&mut self, words: &str) -> bool {
        let is_head = matches!(self.phase, Phase::Titled | Phase::Lead(_) | Phase::Captions);
        let words = words.trim();
        let signature = if is_head { signature(words) } else { Signature::default() };
        let is_dated = signature.published.is_some()
            && (!signature.is_day_alone || !self.meta.authors.is_empty());
        let is_signed = !signature.names.is_empty() || is_dated;
        if is_signed {
            self.lead(&[Line::new(words)]);
            self.phase = if self.phase == Phase::Titled { Phase::Titled } else { Phase::Captions };
            self.writer.recast(BlockKind::Caption);
            self.signer.read(&mut self.meta, words);
        }
        is_signed
    }
}

/// Whether a paragraph above the title names a section: `OPINION`, `Food & Drink`.
fn is_kicker(source: &str) -> bool {
    const MOST_WORDS: usize = 3;
    let words = || source.split_whitespace();
    words().count() <= MOST_WORDS
        && words().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '&'))
        && source.ends_with(char::is_alphanumeric)
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
