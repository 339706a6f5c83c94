//! Which places of a page are footnotes.
//!
//! Few pages say so. A link that is raised, or says that it refers to a note, and leads to a later
//! place of the same page, is a reference; the place is a footnote.

use super::context::is_note_reference;
use super::link::{Base, unescape};
use super::page::{Attribute, Node, Page};
use super::tag::Tag;
use std::collections::{HashMap, HashSet};

/// More notes than this are not told from other places.
const MOST_NOTES: usize = 100_000;

/// The beginning of a note is looked for among so many nodes.
const NEAR: usize = 12;

/// The footnotes of a page, by their ids, with the words that refer to each.
#[derive(Debug, Default)]
pub struct Notes(HashMap<String, String>);

impl Notes {
    /// The footnotes that are referred to in a page.
    pub fn of(page: &Page, base: &Base) -> Self {
        let mut notes = HashMap::new();
        let mut seen: HashSet<&str> = HashSet::new();
        let mut n_raised = 0_usize;
        for (index, node) in page.nodes.iter().enumerate() {
            if let Node::Close(Tag::Sup) = node {
                n_raised = n_raised.saturating_sub(1);
            }
            let Some(element) = page.element(node) else { continue };
            n_raised += usize::from(element.tag == Tag::Sup);
            if let Some(id) = element.get(Attribute::Id) {
                seen.insert(id);
            }
            if element.tag != Tag::A {
                continue;
            }
            seen.extend(element.get(Attribute::Name));
            let is_raised = n_raised > 0 || is_followed_by_sup(page, index);
            let Some(id) = base.fragment(element.value(Attribute::Href)) else { continue };
            let is_reference = is_raised || is_note_reference(element);
            if is_reference && !seen.contains(id) && notes.len() < MOST_NOTES {
                notes.entry(unescape(id)).or_insert_with(|| words_at(page, index).to_owned());
            }
        }
        Self(notes)
    }

    /// Whether the place of this id is a footnote.
    pub fn contains(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// Whether one of them stands in the element that starts at a node.
    pub fn are_in(&self, page: &Page, index: usize) -> bool {
        const MOST_NODES: usize = 2000;
        let nodes = if self.0.is_empty() { None } else { page.within(index, MOST_NODES) };
        let mut ids =
            nodes.into_iter().flatten().filter_map(|node| page.element(node)?.get(Attribute::Id));
        ids.any(|id| self.contains(id))
    }

    /// The star or dagger that refers to a note.
    pub fn star(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(String::as_str).filter(|words| is_star(words))
    }

    /// The sign of the reference to a note, if the note that starts at a node has no other one.
    pub fn number(&self, id: &str, page: &Page, index: usize) -> Option<&str> {
        let number = self.0.get(id).filter(|number| is_number(number) || is_star(number))?;
        let words = words_at(page, index);
        let first = words.chars().next()?;
        let own = words.split(|c: char| !c.is_numeric()).find(|part| !part.is_empty());
        let has_other = "*†‡§¶‖".contains(first)
            || (first.is_numeric() || "[(".contains(first)) && own != Some(number.as_str());
        (!has_other).then_some(number)
    }
}

/// The first words behind a node, without the brackets around a number.
fn words_at(page: &Page, index: usize) -> &str {
    let near = page.nodes.iter().skip(index + 1).take(NEAR);
    let mut texts = near.filter_map(|node| match node {
        Node::Text(range) => Some(page.slice(range).trim()),
        _ => None,
    });
    let words = texts.find(|text| !text.is_empty()).unwrap_or("");
    let words = &words[..words.floor_char_boundary(20)];
    let number = words.trim_matches(['[', ']', '(', ')']);
    if is_number(number) { number } else { words }
}

/// Whether words are the sign of a note that is no number.
fn is_star(words: &str) -> bool {
    (1..=4).contains(&words.chars().count()) && words.chars().all(|c| "*†‡§¶‖".contains(c))
}

/// Whether words are the number of a note.
pub fn is_number(words: &str) -> bool {
    (1..=4).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_followed_by_sup(page: &Page, index: usize) -> bool {
    matches!(page.nodes.get(index + 1), Some(Node::Open { tag: Tag::Sup, .. }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raised_link_to_a_later_place_is_a_reference() {
        let page = Page::parse(
            "<p id=top>x<sup><a id=r1 href=#n1>1</a></sup> <a href=#n2><sup>2</sup></a> \
             <a href=#plain>there</a> <sup><a href=#top>up</a></sup> \
             <a class=footnote-ref href='#n%33'>3</a><p id=n1><sup><a href=#r1>1</a></sup>",
            false,
        );
        let notes = Notes::of(&page, &Base::default());
        let found = ["n1", "n2", "n3", "plain", "top", "r1"].map(|id| notes.contains(id));
        assert_eq!(found, [true, true, true, false, false, false]);
    }
}
