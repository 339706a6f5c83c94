//! The paragraphs of a note that has no element of its own: those between it and the next one.

use super::super::context::{Context, Kind};
use super::super::page::{Attribute, Element, Node};
use super::super::tag::Tag;
use super::Flow;
use super::names::MOST_NODES;
use crate::document::{Nesting, columns};

/// Where the paragraphs stand that may go on with a note.
#[derive(Debug, Clone, Copy)]
pub struct BehindNote {
    /// How many elements are open around the note.
    depth: usize,
    /// What lies around its further paragraphs.
    nesting: Nesting,
}

impl Flow<'_> {
    /// Takes note of a note that an element of this name begins, if it begins a paragraph.
    pub(super) fn begin_paragraphs(&mut self, tag: Tag) {
        let depth = match tag {
            Tag::P => Some(self.stack.len()),
            _ if !tag.is_block() && self.block() == Some(Tag::P) => {
                Some(self.last_block as usize - 1)
            }
            _ => None,
        };
        let depth = depth.filter(|_| self.pen.next.is_note);
        self.pen.next.behind_note = depth.map(|depth| {
            let marker = self.pen.marker.as_ref();
            let hanging = marker.map_or(0, |marker| columns(&marker.text) + 1).clamp(2, 40) as u8;
            let around = marker.map_or(self.context.nesting, |marker| marker.nesting);
            BehindNote { depth, nesting: around.in_item(hanging) }
        });
    }

    /// Makes a block a part of the note before it, if it is one.
    pub(super) fn continue_note(&mut self, index: usize, tag: Tag, context: &mut Context) {
        let Some(behind) = self.pen.next.behind_note else { return };
        if self.stack.len() > behind.depth {
            return;
        }
        let is_words = matches!(tag, Tag::P | Tag::Blockquote | Tag::Ul | Tag::Ol | Tag::Pre);
        if self.stack.len() < behind.depth || !is_words || !self.goes_on(index) {
            self.pen.next.behind_note = None;
            return;
        }
        if context.kind == Kind::Paragraph {
            context.kind = Kind::Footnote;
        }
        context.nesting = behind.nesting;
        context.is_quoted = false;
    }

    /// Whether a block stands in a list of notes: its element holds nothing else, or the next one
    /// of them begins before a reference, a heading or the end of what lies around them.
    fn goes_on(&self, index: usize) -> bool {
        let page = self.pen.page;
        if self.notes.is_sign_at(page, index) {
            return false;
        }
        if self.context.kind == Kind::Footnote {
            return true;
        }
        let mut depth = 0_usize;
        for node in page.nodes[index..].iter().take(MOST_NODES) {
            match node {
                Node::Close(tag) if tag.is_block() && *tag != Tag::P => {
                    let Some(around) = depth.checked_sub(1) else { return false };
                    depth = around;
                }
                Node::Open { tag, is_closed, .. } => {
                    if self.notes_of(node).next().is_some() {
                        let may_begin = matches!(tag, Tag::P | Tag::Div | Tag::Aside);
                        return depth == 0 && (may_begin || !tag.is_block());
                    }
                    if page.element(node).is_some_and(|element| self.is_apart(element)) {
                        return false;
                    }
                    depth += usize::from(tag.is_block() && *tag != Tag::P && !is_closed);
                }
                _ => {}
            }
        }
        false
    }

    /// Whether an element stands in no note: what is set apart, and a reference to one.
    fn is_apart(&self, element: Element<'_>) -> bool {
        let is_reference = |href| self.base.place(href).is_some_and(|to| self.notes.contains(&to));
        element.tag.level().is_some()
            || matches!(element.tag, Tag::Hr | Tag::Table | Tag::Figure)
            || element.get(Attribute::Href).is_some_and(is_reference)
    }
}
