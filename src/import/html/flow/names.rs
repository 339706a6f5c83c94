//! The names of places, to which links lead, and what they tell of a block: that it is a note.

use super::super::page::{Attribute, Element};
use super::super::pen::{Marker, OwnNumber};
use super::super::tag::Tag;
use super::Flow;
use crate::import::script::raised;

impl Flow<'_> {
    /// Gives the place the name of the element, to which links may lead.
    pub(super) fn name(&mut self, index: usize, element: Element<'_>) {
        if element.is_bare() {
            return;
        }
        let anchor = element.get(Attribute::Name).filter(|_| element.tag == Tag::A);
        for id in element.get(Attribute::Id).into_iter().chain(anchor) {
            if id.is_empty() {
                continue;
            }
            let name = self.base.name(id);
            let is_note = self.notes.contains(&name) && element.tag.level().is_none();
            if is_note && self.pen.is_at_line() {
                self.pen.end();
            }
            self.pen.name(id);
            if is_note {
                self.pen.next.is_note = !self.pen.has_text();
                let number = self.notes.number(&name, self.pen.page, index);
                if let Some(number) = number.filter(|_| self.pen.next.is_note) {
                    let has_sign = element.tag == Tag::Li;
                    self.pen.next.number = Some(OwnNumber { number: number.to_owned(), has_sign });
                    self.number_note(raised(number, ""));
                }
            }
        }
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

    /// A note without a number of its own has that of its reference.
    pub(super) fn number_note(&mut self, text: String) {
        self.pen.marker = Some(Marker { text, nesting: self.context.nesting });
    }
}
