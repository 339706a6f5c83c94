//! Places with a name, `<a id="x"></a>`, and the notes among them: a paragraph that begins with a name
//! and with the very words of a short link that leads there, such as `[\*](#x)`.

use super::Importer;
use super::tags;
use crate::document::BlockKind;
use memchr::memmem;
use std::collections::HashMap;

/// A longer sign of a note is none.
const SIGN_BYTES: usize = 12;

/// A longer name is none.
const NAME_BYTES: usize = 200;

/// More of them stand in no text that anybody wrote.
const MOST_SIGNS: usize = 100_000;

/// What a paragraph with a name begins with, up to the name.
const ANCHOR: &str = "<a id=\"";

/// The signs of notes that are led to by links, by the names of their places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signs {
    /// What paragraphs with a name begin with.
    anchors: HashMap<String, String>,
    /// The words of links.
    references: HashMap<String, String>,
}

impl Signs {
    /// Takes those of a text.
    pub fn read(&mut self, text: &str) {
        for at in memmem::find_iter(text.as_bytes(), ANCHOR) {
            let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
            if !text[line..at].trim().is_empty() || self.anchors.len() >= MOST_SIGNS {
                continue;
            }
            if let Some((name, sign)) = anchor(&text[at..]) {
                self.anchors.entry(name.to_owned()).or_insert(sign);
            }
        }
        for at in memmem::find_iter(text.as_bytes(), b"](#") {
            let from = text.floor_char_boundary(at.saturating_sub(3 * SIGN_BYTES));
            let open = text[from..at].rmatch_indices('[').map(|(open, _)| from + open);
            let mut open = open.filter(|open| !text[..*open].ends_with('\\'));
            let link = open.next().and_then(|open| reference(&text[open..]));
            if let Some((name, sign)) = link.filter(|_| self.references.len() < MOST_SIGNS) {
                self.references.entry(name.to_owned()).or_insert(sign);
            }
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.anchors.is_empty() || self.references.is_empty()
    }

    /// Whether a note stands at a place.
    pub fn is_note(&self, name: &str) -> bool {
        let sign = self.anchors.get(name);
        sign.is_some() && sign == self.references.get(name)
    }

    /// Whether a link refers to the note at a place; `link` is its source.
    pub fn is_reference(&self, name: &str, link: &str) -> bool {
        self.is_note(name)
            && reference(link).map(|(_, sign)| sign).as_ref() == self.anchors.get(name)
    }

    /// Whether all of them are in `other` too.
    pub fn are_in(&self, other: &Self) -> bool {
        let are_in = |one: &HashMap<String, String>, other: &HashMap<String, String>| {
            one.iter().all(|(name, sign)| other.get(name) == Some(sign))
        };
        are_in(&self.anchors, &other.anchors) && are_in(&self.references, &other.references)
    }
}

/// The name of the place and the sign behind it that a paragraph begins with.
fn anchor(source: &str) -> Option<(&str, String)> {
    let rest = source.strip_prefix(ANCHOR)?;
    let near = &rest[..rest.floor_char_boundary(NAME_BYTES)];
    let name = &near[..near.find('"')?];
    let words = rest[name.len() + 1..].strip_prefix("></a>")?;
    let near = &words[..words.floor_char_boundary(2 * SIGN_BYTES)];
    Some((name, sign(near.split_whitespace().next()?)?))
}

/// The name of the place that the link at the beginning of `source` leads to, and its words.
fn reference(source: &str) -> Option<(&str, String)> {
    let near = &source[..source.floor_char_boundary(3 * SIGN_BYTES + NAME_BYTES)];
    let (words, rest) = near.strip_prefix('[')?.split_once("](#")?;
    let name = rest.split([')', ' ', '\n']).next()?;
    Some((name, sign(words)?))
}

/// A sign as it is read.
fn sign(source: &str) -> Option<String> {
    let sign = source.replace('\\', "");
    let is_sign = (1..=SIGN_BYTES).contains(&sign.len()) && !sign.contains(char::is_whitespace);
    is_sign.then_some(sign)
}

impl Importer {
    /// A tag may name the place where it stands.
    pub(super) fn place_of(&mut self, tag: &str) {
        tags::place(tag).iter().for_each(|name| self.place(name));
    }

    pub(super) fn place(&mut self, name: &str) {
        if name.len() <= NAME_BYTES && !self.html.hides() && self.names.has_room() {
            self.writer.builder().target(name);
        }
    }

    /// Whether a paragraph is a note that a link leads to.
    pub(super) fn is_signed_note(&self, source: &str) -> bool {
        anchor(source).is_some_and(|(name, _)| self.names.signs.is_note(name))
    }

    /// A note that a link leads to.
    pub(super) fn start_signed_note(&mut self) {
        self.kind = BlockKind::Footnote;
        self.phase = super::Phase::Body;
    }
}

/// A paragraph without the names of its place.
pub fn without_names(source: &str) -> &str {
    let mut words = source;
    while let Some((tag, rest)) = words.split_once("></a>").filter(|_| words.starts_with(ANCHOR)) {
        if tag[1..].contains(['<', '>', '\n']) {
            break;
        }
        words = rest;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_begins_with_the_words_of_a_link_to_it() {
        let mut signs = Signs::default();
        signs.read("One[\\*](#a) and [A](#b), [the c](#c).\n\n<a id=\"a\"></a>\\* Note\n<a id=\"b\"></a>As\n");
        assert_eq!(["a", "b", "c"].map(|name| signs.is_note(name)), [true, false, false]);
        assert!(signs.is_reference("a", "[\\*](#a)") && !signs.is_reference("a", "[so](#a)"));
    }

    #[test]
    fn names_stand_before_words() {
        assert_eq!(without_names("<a id=\"a\"></a><a id=\"b\"></a>By Ann"), "By Ann");
        assert_eq!(without_names("<a id=\"a\">By</a> Ann"), "<a id=\"a\">By</a> Ann");
    }
}
