//! Which places of a page are footnotes.
//!
//! Few pages say so. A link that is raised, or says that it refers to a note, and leads to a later
//! place of the same page, is a reference; the place is a footnote.

use super::context::is_note_reference;
use super::link::{Base, unescape};
use super::page::{Attribute, Node, Page};
use super::tag::Tag;
use std::collections::HashSet;

/// More notes than this are not told from other places.
const MOST_NOTES: usize = 100_000;

/// The footnotes of a page, by their ids.
#[derive(Debug, Default)]
pub struct Notes(HashSet<String>);

impl Notes {
    /// The footnotes that are referred to in a page.
    pub fn of(page: &Page, base: &Base) -> Self {
        let mut notes = HashSet::new();
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
                notes.insert(unescape(id));
            }
        }
        Self(notes)
    }

    /// Whether the place of this id is a footnote.
    pub fn contains(&self, id: &str) -> bool {
        self.0.contains(id)
    }
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
