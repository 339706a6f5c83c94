//! Formulas: what stands between dollars is read as it stands, and no star or underscore in it is a
//! sign of Markdown.
//!
//! The parser takes more for formulas than are meant. Dollars that are words are hidden from it.

use super::Importer;
use crate::document::{BlockKind, Mark, formulas};
use crate::import::text::Phase;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag};
use std::ops::Range;

/// Stands for a dollar that is a word, in as many bytes.
const STAND_IN: &str = "\u{1}";

/// So many blanks and signs of block quotations stand at most at the sides of a line.
const MOST_MARGIN_BYTES: usize = 100;

/// So far before a dollar it is seen that it stands in an address.
const MOST_ADDRESS_BYTES: usize = 300;

/// The text with the dollars of its formulas and no others; `None` if there is no formula in it.
pub fn masked(text: &str) -> Option<String> {
    let found = formulas(text);
    if found.is_empty() || text.contains(STAND_IN) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for formula in found {
        mask(text, at..formula.start, &mut out);
        out.push_str(&text[formula.clone()]);
        at = formula.end;
    }
    mask(text, at..text.len(), &mut out);
    Some(out)
}

/// Appends a part of a text without its dollars. Those that are escaped stay, and those in addresses,
/// where no control character may stand.
fn mask(text: &str, range: Range<usize>, out: &mut String) {
    let mut at = range.start;
    for (found, _) in text[range.clone()].match_indices('$') {
        let dollar = range.start + found;
        let near = text.floor_char_boundary(dollar.saturating_sub(MOST_ADDRESS_BYTES));
        let word = text[near..dollar].rsplit(char::is_whitespace).next().unwrap_or_default();
        out.push_str(&text[at..dollar]);
        let is_escaped = (word.len() - word.trim_end_matches('\\').len()) % 2 == 1;
        let is_target = word.rsplit_once("](").is_some_and(|(_, target)| !target.contains(')'));
        let is_kept = is_escaped || is_target || word.contains("://");
        out.push_str(if is_kept { "$" } else { STAND_IN });
        at = dollar + 1;
    }
    out.push_str(&text[at..range.end]);
}

/// What was found in a masked text, with all its dollars.
pub fn unmasked(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Text(words) => Event::Text(plain(words)),
        Event::Code(words) => Event::Code(plain(words)),
        Event::Html(html) => Event::Html(plain(html)),
        Event::InlineHtml(html) => Event::InlineHtml(plain(html)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            Event::Start(Tag::Link { link_type, dest_url: plain(dest_url), title, id })
        }
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(words))) => {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(plain(words))))
        }
        event => event,
    }
}

fn plain(words: CowStr<'_>) -> CowStr<'_> {
    if words.contains(STAND_IN) { words.replace(STAND_IN, "$").into() } else { words }
}

impl Importer {
    /// A formula among words, with its dollars.
    pub(super) fn formula(&mut self, formula: &str) {
        if self.html.hides() {
            return;
        }
        self.leave_image(formula);
        self.begin_words();
        self.open_tags();
        self.writer.exact(&formula.replace(['\n', '\t'], " "));
        if let Some(heading) = &mut self.heading {
            heading.words.push_str(formula);
            heading.shown.push_str(formula);
        }
    }

    /// A formula between double dollars. With lines of its own, it is a block of code: so GitHub
    /// writes it too, and its lines are kept.
    pub(super) fn display_formula(&mut self, formula: &str, range: Range<usize>) {
        let source = self.source.as_str();
        let near = source.ceil_char_boundary(range.start.saturating_sub(MOST_MARGIN_BYTES));
        let before = source.get(near..range.start).unwrap_or("");
        let begins = near == 0 || before.contains('\n');
        let before = before.rsplit('\n').next().unwrap_or("").trim_start_matches(['>', ' ', '\t']);
        let near = source.floor_char_boundary(range.end + MOST_MARGIN_BYTES);
        let after = source.get(range.end..near).unwrap_or("");
        let ends = near == source.len() || after.contains('\n');
        let after = after.split('\n').next().unwrap_or("");
        let is_running = matches!(self.kind, BlockKind::Paragraph | BlockKind::Dek);
        let is_alone = is_running
            && begins
            && ends
            && before.is_empty()
            && after.trim().is_empty()
            && self.table.is_none()
            && self.heading.is_none()
            && !self.images.is_open()
            && !self.html.hides();
        if !is_alone {
            return self.formula(&format!("$${formula}$$"));
        }
        self.write_marker();
        self.leave_paragraph();
        self.writer.begin(BlockKind::Preformatted, self.nesting());
        self.writer.open(Mark::Language("math".into()));
        self.writer.code(formula.trim_matches(['\n', '\r', ' ']));
        self.leave_paragraph();
        self.phase = Phase::Body;
    }
}
