//! Running text: words, and the links, images and marks among them that CommonMark leaves as words.

use super::wiki::{self, Found};
use super::{Importer, bare_url};
use crate::document::{BlockKind, Mark, slug};
use std::ops::Range;

impl Importer {
    /// Words of the source, which stand in this range of it.
    pub(super) fn words(&mut self, words: &str, range: &Range<usize>) {
        if self.html.hides() || self.kind == BlockKind::Preformatted || self.images.is_open() {
            return self.text(words);
        }
        let words = self.callout(words, range);
        let (mut at, mut from) = (0, 0);
        // An escaped character stands behind its backslash.
        let before = self.source.get(..range.start).unwrap_or("");
        let is_escaped = (before.len() - before.trim_end_matches('\\').len()) % 2 == 1;
        let first = words.chars().next().filter(|_| is_escaped).map_or(0, char::len_utf8);
        let (mut aligned, mut source) = (first, range.start + first);
        while let Some((place, found)) = wiki::next(words, from) {
            from = place.end;
            let Some(between) = words.get(aligned..place.start) else { continue };
            let Some(start) = self.source_of(between, source..range.end) else { break };
            (aligned, source) = (place.start, start);
            if self.is_literal(&words[place.clone()], source) {
                self.some_text(&words[at..place.start]);
                at = place.end;
                self.found(found);
            }
        }
        self.some_text(&words[at..]);
    }

    /// Where words end in the range of the source that begins with them: their signs may be escaped
    /// there, or written as entities.
    fn source_of(&self, words: &str, range: Range<usize>) -> Option<usize> {
        let source = self.source.get(range.clone())?;
        let mut at = 0;
        for character in words.chars() {
            let rest = source.get(at..)?;
            let escaped = rest.strip_prefix('\\').filter(|_| character.is_ascii_punctuation());
            let is_escaped = escaped.is_some_and(|rest| rest.starts_with(character));
            let is_entity =
                rest.starts_with('&') && (character != '&' || rest.starts_with("&amp;"));
            at += match () {
                () if is_escaped => 2,
                () if is_entity => rest[..rest.floor_char_boundary(40)].find(';')? + 1,
                () if rest.starts_with(character) => character.len_utf8(),
                () => return None,
            };
        }
        Some(range.start + at)
    }

    /// Whether signs stand in the source as they are.
    fn is_literal(&self, signs: &str, at: usize) -> bool {
        let source = self.source.get(at..).unwrap_or("");
        // In a table, a bar inside of a cell is escaped.
        source.starts_with(signs)
            || self.table.is_some() && source.starts_with(&signs.replace('|', "\\|"))
    }

    fn some_text(&mut self, words: &str) {
        if !words.is_empty() {
            self.text(words);
        }
    }

    fn found(&mut self, found: Found<'_>) {
        match found {
            Found::Image { address, words } => self.image(words, address),
            Found::Page { words, .. } if self.writer.is_linked() => self.text(words),
            Found::Page { target, words } => {
                let heading = target.strip_prefix('#').map(|words| format!("#{}", slug(words)));
                self.leave_image(words);
                self.open(Mark::Link(heading.unwrap_or_else(|| target.to_owned()).into()));
                self.text(words);
                self.writer.close_link();
            }
            Found::Highlight(words) => {
                self.leave_image(words);
                self.open(Mark::Strong);
                self.text(words);
                self.writer.close();
            }
        }
    }

    pub(super) fn text(&mut self, words: &str) {
        if self.html.hides() {
            return;
        }
        if self.kind == BlockKind::Preformatted {
            return self.writer.code(words);
        }
        self.leave_image(words);
        self.begin_words();
        self.open_tags();
        let shifted = self.html.shifted(words);
        match &shifted {
            Some(number) => self.writer.text(number),
            None => self.linked(words),
        }
        self.html.note(words);
        if let Some(heading) = &mut self.heading {
            heading.words.push_str(words);
            heading.shown.push_str(shifted.as_deref().unwrap_or(words));
        }
    }

    /// Writes words, with links where an address stands among them.
    fn linked(&mut self, words: &str) {
        let mut at = 0;
        let addresses = if self.writer.is_linked() { Vec::new() } else { bare_url::find(words) };
        for address in addresses {
            self.writer.text(&words[at..address.start]);
            at = address.end;
            let address = &words[address];
            self.writer.open(Mark::Link(bare_url::target(address).into()));
            self.writer.exact(address);
            self.writer.close_link();
        }
        self.writer.text(&words[at..]);
    }

    pub(super) fn styled(&mut self, mark: Mark, words: &str) {
        self.leave_image(words);
        self.begin_words();
        self.open_tags();
        let is_note = matches!(mark, Mark::Note(_));
        self.writer.open(mark);
        self.writer.exact(words);
        self.writer.close();
        if let Some(heading) = &mut self.heading {
            heading.words.push_str(words);
            heading.shown.push_str(if is_note { "" } else { words });
        }
    }
}
