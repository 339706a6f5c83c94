//! The names of places, to which links lead, and what they tell of a block: that it is a note.

use super::super::context::Context;
use super::super::notes::{NEAR, Sign, words_at};
use super::super::page::{Attribute, Element, Node};
use super::super::pen::{Marker, OwnSign};
use super::super::tag::Tag;
use super::Flow;
use crate::document::columns;
use std::borrow::Cow;
use std::collections::HashSet;

/// A larger element is not searched for notes.
pub(super) const MOST_NODES: usize = 400;

impl Flow<'_> {
    /// Gives the place the name of the element, to which links may lead; whether it is a note.
    pub(super) fn name(&mut self, index: usize, element: Element<'_>) -> bool {
        if element.tag == Tag::Body && self.is_note_file(index) {
            return true;
        }
        if element.is_bare() {
            return false;
        }
        let mut is_named_note = false;
        let anchor = element.get(Attribute::Name).filter(|_| element.tag == Tag::A);
        for id in element.get(Attribute::Id).into_iter().chain(anchor) {
            if id.is_empty() {
                continue;
            }
            let name = self.base.name(id);
            let is_heading = |inner: Element<'_>| inner.tag.level().is_some();
            let is_note = self.notes.contains(&name)
                && !is_heading(element)
                // A sign may lead to a section of notes.
                && !(is_box(element.tag) && self.holds(index, is_heading) == Some(true));
            is_named_note |= is_note;
            if is_note && self.pen.is_at_line() {
                self.pen.end();
            }
            self.pen.name(id);
            if is_note {
                self.begin_note(index, element.tag, &name);
            }
        }
        if !is_named_note && let Some((at, name)) = self.only_note(index, element) {
            self.begin_note(at, element.tag, &name);
            return true;
        }
        is_named_note
    }

    /// Whether all of the file, of which the body starts at a node, is a note; takes note of its sign.
    fn is_note_file(&mut self, index: usize) -> bool {
        let path = self.base.path.as_deref().filter(|path| self.notes.contains(path));
        let Some(path) = path.filter(|_| self.pen.page.within(index, MOST_NODES).is_some()) else {
            return false;
        };
        self.begin_note(index, Tag::Body, path);
        true
    }

    /// What is known of the block that a note of this name begins, or which it stands in.
    fn begin_note(&mut self, index: usize, tag: Tag, name: &str) {
        self.pen.next.is_note = !self.pen.has_text();
        let sign = self.notes.sign_at(name, self.pen.page, index);
        if let Some(sign) = sign.filter(|_| self.pen.next.is_note) {
            let may_be_word = sign.number().is_none() && !sign.is_star();
            let is_word = may_be_word && !sign.begins(&words_at(self.pen.page, index));
            let is_apart = tag == Tag::Li || is_word;
            self.pen.next.sign = Some(OwnSign::new(sign.clone(), is_apart));
            self.sign_note(self.notes.shown(sign));
        }
    }

    /// The note that is all that an element without its name holds, and the node that has it.
    fn only_note(&self, index: usize, element: Element<'_>) -> Option<(usize, String)> {
        if !is_box(element.tag) || self.notes.is_empty() {
            return None;
        }
        let page = self.pen.page;
        let is_before_words = |node: &&Node| match node {
            Node::Text(range) => page.slice(range).trim().is_empty(),
            Node::Open { tag, .. } => tag.level().is_none(),
            Node::Close(_) => true,
        };
        let first = page.nodes[index + 1..].iter().take(NEAR).take_while(is_before_words);
        let (at, name) =
            first.enumerate().find_map(|(at, node)| Some((at, self.notes_of(node).next()?)))?;
        // An item is a note of its own, also where it is the only one.
        if matches!(page.nodes[index + 1 + at], Node::Open { tag: Tag::Li | Tag::Dt | Tag::Dd, .. })
        {
            return None;
        }
        let is_heading = |inner: Element<'_>| inner.tag.level().is_some();
        let is_alone =
            self.n_notes_within(index) == Some(1) && self.holds(index, is_heading) == Some(false);
        is_alone.then_some((index + 1 + at, name))
    }

    /// The notes that have their names from an element.
    pub(super) fn notes_of(&self, node: &Node) -> impl Iterator<Item = String> {
        let ids = self.pen.page.element(node).into_iter().flat_map(|element| {
            let anchor = element.get(Attribute::Name).filter(|_| element.tag == Tag::A);
            element.get(Attribute::Id).into_iter().chain(anchor)
        });
        let names = ids.map(|id| self.base.name(id));
        names.filter(|name| self.notes.contains(name)).map(Cow::into_owned)
    }

    /// How many notes the element that starts at a node holds; `None` if it is large.
    fn n_notes_within(&self, index: usize) -> Option<usize> {
        let nodes = self.pen.page.within(index, MOST_NODES)?;
        Some(nodes.iter().flat_map(|node| self.notes_of(node)).collect::<HashSet<_>>().len())
    }

    /// The paragraphs of a note that has an element of its own go with the first of them.
    pub(super) fn nest_note(&mut self, index: usize, element: Element<'_>, context: &mut Context) {
        let is_alone = is_box(element.tag) && self.n_notes_within(index) == Some(1);
        if !is_alone && element.tag != Tag::Body {
            return;
        }
        let (text, nesting) = (String::new(), context.nesting);
        let marker = self.pen.marker.get_or_insert(Marker { text, nesting });
        let hanging = (columns(&marker.text) + 1).clamp(2, 40) as u8;
        context.nesting = nesting.in_item(hanging);
        context.is_quoted = false;
    }

    /// Whether such an element stands in the one that starts at a node; `None` if that is large.
    fn holds(&self, index: usize, is_such: impl Fn(Element<'_>) -> bool) -> Option<bool> {
        let page = self.pen.page;
        let inside = page.within(index, MOST_NODES)?.iter().skip(1);
        Some(inside.filter_map(|node| page.element(node)).any(is_such))
    }

    /// The names of a number that is not shown, to which the index of a book may lead.
    pub(super) fn names_within(&mut self, index: usize) {
        const MOST_NODES: usize = 16;
        let page = self.pen.page;
        let inside = page.within(index, MOST_NODES).unwrap_or(&page.nodes[index..=index]);
        for element in inside.iter().filter_map(|node| page.element(node)) {
            let names = [Attribute::Id, Attribute::Name].into_iter();
            let names = names.filter_map(|name| element.get(name)).filter(|name| !name.is_empty());
            names.for_each(|name| self.pen.name(name));
        }
    }

    /// A note without a sign of its own has that of its reference.
    pub(super) fn sign_note(&mut self, text: String) {
        let around = self.pen.marker.as_ref().map(|marker| marker.nesting);
        self.pen.marker = Some(Marker { text, nesting: around.unwrap_or(self.context.nesting) });
    }

    /// Whether an element at the start of a note holds nothing but its sign, which stands there
    /// already.
    pub(super) fn is_own_sign(&mut self, index: usize, element: Element<'_>) -> bool {
        let is_heading = element.tag.level().is_some();
        let may_be = !element.is_bare() || element.tag == Tag::Sup || is_heading;
        let Some(own) = self.pen.next.sign.as_ref().filter(|_| may_be) else { return false };
        let is_own = Sign::within(self.pen.page, index).is_some_and(|sign| own.is_of(&sign));
        if is_own {
            self.pen.next.sign = None;
            self.pen.next.is_behind_sign = true;
        }
        is_own
    }
}

/// Whether an element may hold the paragraphs of a note.
fn is_box(tag: Tag) -> bool {
    matches!(tag, Tag::Div | Tag::Aside | Tag::Footer | Tag::Article)
}
