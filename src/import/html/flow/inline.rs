//! What elements that stand in the line do where they start: links, images, formulas, notes.

use super::super::attribution::ends_block;
use super::super::context::{
    Context, Kind, Marks, formula, is_note_reference, is_way_back, link_mark,
};
use super::super::draft::{Draft, Hint, Step};
use super::super::notes::{NEAR, Sign, is_number};
use super::super::page::{Attribute, Element, Node};
use super::super::tag::Tag;
use super::super::{math, scripts};
use super::Flow;
use crate::document::{BlockKind, Mark, columns};
use crate::import::markdown::bullet;
use crate::import::script::{lowered, raised};

/// A longer address of an image is the image itself.
const MOST_ADDRESS_BYTES: usize = 4000;

impl Flow<'_> {
    pub(super) fn link(&mut self, index: usize, element: Element<'_>, context: &mut Context) {
        if is_way_back(element)
            || self.is_arrow(index, element)
            || self.is_called_back(index, element, *context)
            || self.enlarges(index, *context)
            || self.leads_back(index, element, *context)
        {
            context.is_hidden = true;
            return;
        }
        let number = self.pen.page.text_after(index).trim();
        if self.pen.next.is_note && element.is_named(&["footnote-number"]) && is_number(number) {
            self.sign_note(raised(number, ""));
            context.is_hidden = true;
            return;
        }
        let href = element.value(Attribute::Href);
        if href.is_empty() {
            return;
        }
        let is_note = self.base.place(href).is_some_and(|name| self.notes.contains(&name))
            || is_note_reference(element)
            // The notes of a book may stand in another of its files.
            || self.base.path.is_some() && self.depth(Tag::Sup) > 0 && href.contains('#');
        context.marks.link = Some((index as u32, is_note));
        if let Some(sign) = Sign::within(self.pen.page, index).filter(|_| is_note) {
            self.pen.flowing(&self.notes.shown(&sign), *context);
            context.is_hidden = true;
        }
    }

    /// Whether a link of a note leads back to its reference: the number that it begins with, or
    /// the words that it ends with.
    fn leads_back(&mut self, index: usize, element: Element<'_>, context: Context) -> bool {
        if context.kind != Kind::Footnote && !self.pen.next.is_note {
            return false;
        }
        let place = self.base.place(element.value(Attribute::Href));
        let is_back = place.is_some_and(|name| self.notes.are_referred_to_at(&name));
        if !is_back || self.pen.has_text() {
            return is_back && ends_block(self.pen.page, index);
        }
        self.is_own_sign(index, element)
    }

    /// Whose words a block quotation is, on a line of its own.
    pub(super) fn attribution(&mut self, tag: Tag, context: &mut Context) {
        if tag == Tag::Cite {
            if !self.pen.ends_quotation() {
                return;
            }
            context.marks.is_emphasis = self.context.marks.is_emphasis;
        }
        if tag == Tag::Figcaption {
            context.kind = Kind::Paragraph;
            context.nesting = self.pen.nesting;
            context.is_quoted = true;
        }
        context.hint = Hint::Attribution;
        self.pen.next.is_attribution = true;
    }

    /// A note that stands in the line, and what opens it.
    pub(super) fn span(&mut self, element: Element<'_>, context: &mut Context) {
        let is_called = |names: &[&str]| {
            element
                .value(Attribute::Class)
                .split_ascii_whitespace()
                .any(|name| names.contains(&name))
        };
        if is_called(&["margin-toggle"]) {
            context.is_hidden = true;
        } else if is_called(&["sidenote", "marginnote"]) {
            self.pen.begin_note(*context, self.stack.len(), is_called(&["sidenote"]));
            context.kind = Kind::Footnote;
            context.marks = Marks::default();
        } else if context.kind == Kind::Caption {
            // A credit is only set apart by its looks.
            self.pen.end_sentence();
        } else if context.stanza != 0 && is_called(&["lnum", "linenum", "linenumber", "lineno"]) {
            self.pen.flowing(" ", *context);
        }
    }

    /// Whether a link to a place of the same page is an arrow and nothing else.
    fn is_arrow(&self, index: usize, element: Element<'_>) -> bool {
        let words = self.pen.page.text_after(index).trim();
        !words.is_empty()
            && words.chars().all(|c| "↩↑⤴⬆↵⏎^\u{fe0e}\u{fe0f}".contains(c))
            && (self.base.fragment(element.value(Attribute::Href)).is_some()
                || self.base.place(element.value(Attribute::Href)).is_some())
    }

    /// Whether a link that a caption begins with only shows its image larger.
    fn enlarges(&mut self, index: usize, context: Context) -> bool {
        const NAMES: [&str; 6] = [
            "enlarge",
            "enlarge image",
            "enlarge this image",
            "click to enlarge",
            "view larger",
            "zoom",
        ];
        let words = self.pen.page.text_within(index).trim().to_lowercase();
        let is_such = context.kind == Kind::Caption
            && !self.pen.has_text()
            && NAMES.contains(&words.as_str());
        self.pen.next.is_behind_sign |= is_such;
        is_such
    }

    /// Whether a link at the end of a note says that it leads back, wherever that is.
    fn is_called_back(&self, index: usize, element: Element<'_>, context: Context) -> bool {
        const MOST_WORDS: usize = 4;
        const BACK: [&str; 7] =
            ["back", "return", "retour", "zurück", "volver", "voltar", "indietro"];
        if context.kind != Kind::Footnote && !self.pen.next.is_note {
            return false;
        }
        let words = self.pen.page.text_within(index).to_lowercase();
        let mut words = words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let first = words.next().filter(|word| *word != "go").or_else(|| words.next());
        first.is_some_and(|word| BACK.contains(&word))
            && words.count() < MOST_WORDS
            && self.base.place(element.value(Attribute::Href)).is_some()
            && ends_block(self.pen.page, index)
    }

    /// A page that is shown in a part of this one, as a link to it.
    pub(super) fn frame(&mut self, element: Element<'_>, context: Context) {
        let source = element.value(Attribute::Src);
        let Some(target) = self.base.target(source) else { return };
        let names = [Attribute::Title, Attribute::Name].into_iter();
        let mut names = names.map(|name| element.value(name).trim());
        let name = names.find(|name| !name.is_empty()).unwrap_or(source.trim());
        let marker = bullet(1);
        let hanging = columns(&marker) as u8;
        let mut draft = Draft::of(BlockKind::Item { hanging }, &(marker.clone() + name));
        draft.nesting = context.nesting;
        draft.steps.push((marker.len(), Step::Open(link_mark(target, false))));
        draft.steps.push((draft.text.len(), Step::Close));
        self.pen.add(draft);
    }

    /// An image by its alternative text: in the line where text stands before it.
    pub(super) fn image(&mut self, element: Element<'_>, context: Context) {
        let formula = formula(element);
        let alt = formula.unwrap_or_else(|| element.value(Attribute::Alt).trim());
        // Where a formula cannot be shown, an image of it says the same.
        let is_fallback = formula.is_some() || element.is_named(&["fallback"]);
        if alt.is_empty() || is_image_file(alt) || is_fallback && self.pen.ends_with(alt) {
            return;
        }
        let is_inline = self.pen.has_text()
            || formula.is_some()
            || self.cells.is_some()
            || self.pen.marker.is_some()
            || context.is_kept
            || context.kind != Kind::Paragraph;
        if is_inline {
            self.pen.flowing(alt, context);
        } else {
            let words: Vec<&str> = alt.split_ascii_whitespace().collect();
            let mut draft = Draft::of(BlockKind::Image, &words.join(" "));
            draft.nesting = context.nesting;
            let address = self.base.target(element.value(Attribute::Src));
            // What lies in a book has no address.
            let is_named =
                |address: &String| !address.starts_with('#') && address.len() <= MOST_ADDRESS_BYTES;
            if let Some(address) = address.filter(is_named) {
                draft.steps.push((0, Step::Open(Mark::Image(address.into()))));
                draft.steps.push((draft.text.len(), Step::Close));
            }
            self.pen.add(draft);
        }
    }

    /// A formula in a line, in place of its parts.
    pub(super) fn formula(&mut self, index: usize, context: &mut Context) {
        if let Some(words) = math::words(self.pen.page, index) {
            self.pen.flowing(&words, *context);
            context.is_hidden = true;
        }
    }

    /// What stands above or below the line, as one word, in place of its parts.
    pub(super) fn script(&mut self, index: usize, element: Element<'_>, context: &mut Context) {
        let is_note = context.marks.link.is_some_and(|(_, is_note)| is_note);
        if element.tag == Tag::Sup && !is_note && self.bracketed_note(index, context) {
            return;
        }
        let shifted = if element.tag == Tag::Sup { raised } else { lowered };
        let Some(words) = scripts::words(self.pen.page, index).filter(|_| !is_note) else {
            return;
        };
        // A letter that begins a block is the sign of a note, and no power.
        let is_sign = element.tag == Tag::Sup
            && !self.pen.has_text()
            && words.chars().all(|c| c.is_alphabetic() || "*†‡".contains(c));
        let shown = shifted(&words, self.pen.before()) + if is_sign { " " } else { "" };
        if context.is_kept {
            self.pen.kept(&shown, *context);
        } else {
            self.pen.flowing(&shown, *context);
        }
        context.is_hidden = true;
    }

    /// A reference to a note that is raised together with brackets around it, as one without them.
    fn bracketed_note(&mut self, index: usize, context: &mut Context) -> bool {
        let page = self.pen.page;
        let Some(sign) = Sign::within(page, index) else { return false };
        let is_link = |node: &Node| matches!(node, Node::Open { tag: Tag::A, .. });
        let nodes = page.within(index, NEAR).unwrap_or_default();
        let mut links = (0..nodes.len()).filter(|at| is_link(&nodes[*at]));
        let (Some(link), None) = (links.next(), links.next()) else { return false };
        let Some(element) = page.element(&nodes[link]) else { return false };
        let place = self.base.place(element.value(Attribute::Href));
        if !place.is_some_and(|name| self.notes.contains(&name)) {
            return false;
        }
        let _ = self.name(index + link, element);
        context.marks.link = Some(((index + link) as u32, true));
        self.pen.flowing(&self.notes.shown(&sign), *context);
        context.is_hidden = true;
        true
    }
}

/// Whether an alternative text is the name of a file, which tells nobody what the image shows.
fn is_image_file(alt: &str) -> bool {
    const ENDINGS: [&str; 7] = ["jpg", "jpeg", "png", "gif", "webp", "svg", "avif"];
    alt.rsplit_once('.').is_some_and(|(name, ending)| {
        name.ends_with(char::is_alphanumeric)
            && ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
    })
}
