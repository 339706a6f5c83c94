//! Which places of a page are footnotes.
//!
//! Few pages say so. A link that is raised, or says that it refers to a note, and leads to a later
//! place of the same page, is a reference; the place is a footnote. So it is where a link that is
//! nothing but a number or another sign leads to a later place from which another one leads back.

mod sign;

#[cfg(test)]
mod tests;

use super::context::is_note_reference;
use super::link::Base;
use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;
use crate::import::script::raised;
use std::collections::{HashMap, HashSet};

pub use sign::{NEAR, Sign, is_number, is_paragraph_number};

/// More notes than this are not told from other places.
const MOST_NOTES: usize = 100_000;

/// Signs of notes that are no number.
const STARS: &str = "*†‡§¶‖";

/// The name of a reference stands at most so many nodes before its link.
const BEFORE: usize = 3;

/// The footnotes of a page, or of the chapters of a book as far as they are read.
///
/// All places are called by their names in the document: those that [`Base::name`] gives.
#[derive(Debug, Default)]
pub struct Notes {
    /// By their names, the sign that refers to each, where it is one.
    signs: HashMap<String, Option<Sign>>,
    /// The numbers among the signs.
    numbers: HashSet<String>,
    /// The names of the places where a reference stands.
    references: HashSet<String>,
    /// By the name of the place, the signs that lead to a later place, which may be a note.
    candidates: HashMap<String, Candidate>,
    /// The files of the book that are read.
    files: HashSet<String>,
    /// The files of the book to which links lead.
    linked: HashSet<String>,
    /// The files of the book that are not read one after the other; one may be a note.
    aside: HashSet<String>,
}

/// A sign that leads to a later place.
#[derive(Debug)]
struct Candidate {
    sign: Sign,
    names: Vec<String>,
}

/// What is seen of a page while its notes are looked for.
struct Seen<'a> {
    page: &'a Page,
    base: &'a Base,
    ids: HashSet<&'a str>,
    n_raised: usize,
    is_heading: bool,
    /// The candidate in which, or behind which, the page is read.
    place: Option<String>,
    notes: &'a mut Notes,
}

impl Notes {
    /// The footnotes that are referred to in a page.
    pub fn of(page: &Page, base: &Base) -> Self {
        let mut notes = Self::default();
        notes.read(page, base);
        notes
    }

    /// The footnotes of a book, of which nothing is read yet and these files stand aside.
    pub fn of_book(aside: impl Iterator<Item = String>) -> Self {
        Self { aside: aside.collect(), ..Self::default() }
    }

    /// Takes the footnotes that are referred to in a page, or in the next file of a book; those may
    /// stand in a file behind it.
    pub fn read(&mut self, page: &Page, base: &Base) {
        self.files.extend(base.path.clone());
        let ids = HashSet::new();
        let mut seen =
            Seen { page, base, ids, n_raised: 0, is_heading: false, place: None, notes: self };
        for (index, node) in page.nodes.iter().enumerate() {
            match node {
                Node::Close(Tag::Sup) => seen.n_raised = seen.n_raised.saturating_sub(1),
                Node::Close(tag) if tag.level().is_some() => seen.is_heading = false,
                _ => {}
            }
            if let Some(element) = page.element(node) {
                seen.take(index, element);
            }
        }
    }

    /// Whether the place of this name is a footnote.
    pub fn contains(&self, name: &str) -> bool {
        self.signs.contains_key(name)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.signs.is_empty()
    }

    /// Whether a link leads into the file of this path.
    pub fn are_linked_in(&self, path: &str) -> bool {
        self.linked.contains(path)
    }

    /// Whether a reference stands at the place of this name.
    pub fn are_referred_to_at(&self, name: &str) -> bool {
        self.references.contains(name)
    }

    /// Whether one of them stands in the element that starts at a node.
    pub fn are_in(&self, page: &Page, base: &Base, index: usize) -> bool {
        const MOST_NODES: usize = 2000;
        let nodes = if self.signs.is_empty() { None } else { page.within(index, MOST_NODES) };
        let mut ids =
            nodes.into_iter().flatten().filter_map(|node| page.element(node)?.get(Attribute::Id));
        ids.any(|id| self.contains(&base.name(id)))
    }

    /// The sign of the reference to a note.
    pub fn sign(&self, name: &str) -> Option<&Sign> {
        self.signs.get(name)?.as_ref()
    }

    /// The sign of the reference to a note, if the note that starts at a node has no other one.
    pub fn sign_at(&self, name: &str, page: &Page, index: usize) -> Option<&Sign> {
        let sign = self.sign(name)?;
        let words = words_at(page, index);
        let first = words.chars().next()?;
        let own = words.split(|c: char| !c.is_numeric()).find(|part| !part.is_empty());
        let word = words.split_whitespace().next();
        let begins = word.is_some_and(|word| sign.is(word) || sign.behind(word).is_some());
        let has_other = STARS.contains(first)
            || first.is_numeric() && own != sign.number()
            || "[(".contains(first) && word.is_some_and(|word| Sign::of(word).is_some());
        (begins || !has_other).then_some(sign)
    }

    /// Whether the block that starts at a node begins with the sign of a note, referred to or not.
    pub fn is_sign_at(&self, page: &Page, index: usize) -> bool {
        let words = words_at(page, index);
        let first = words.split_whitespace().next().unwrap_or("");
        let is_alone = is_number(words.trim());
        Sign::of(first).is_some() && (is_alone || !first.chars().all(char::is_alphanumeric))
    }

    /// How a sign is shown: `note 1` as a number where nothing else has it.
    pub fn shown(&self, sign: &Sign) -> String {
        match sign.numbered().filter(|number| !self.numbers.contains(*number)) {
            Some(number) => raised(number, ""),
            None => sign.shown(),
        }
    }

    fn add(&mut self, name: String, sign: Option<Sign>) {
        self.numbers.extend(sign.as_ref().and_then(Sign::number).map(str::to_owned));
        self.signs.entry(name).or_insert(sign);
    }
}

impl<'a> Seen<'a> {
    fn take(&mut self, index: usize, element: Element<'a>) {
        self.n_raised += usize::from(element.tag == Tag::Sup);
        if element.tag.level().is_some() {
            // The number of a heading leads back to the table of contents.
            self.is_heading = true;
            self.place = None;
        }
        let anchor = element.get(Attribute::Name).filter(|_| element.tag == Tag::A);
        for id in element.get(Attribute::Id).into_iter().chain(anchor) {
            self.ids.insert(id);
            if self.is_heading {
                continue;
            }
            let candidates = &self.notes.candidates;
            let name = (!candidates.is_empty()).then(|| self.base.name(id));
            if let Some(name) = name.filter(|name| candidates.contains_key(name.as_ref())) {
                self.place = Some(name.into_owned());
            }
        }
        let href = element.get(Attribute::Href).filter(|_| element.tag == Tag::A);
        if let Some(name) = href.and_then(|href| self.base.place(href)) {
            let file = name.split_once('#').map_or(name.as_str(), |(file, _)| file);
            let is_new = self.base.path.is_some() && !self.notes.linked.contains(file);
            if is_new && self.notes.linked.len() < MOST_NOTES {
                self.notes.linked.insert(file.to_owned());
            }
            self.link(index, element, name);
        }
    }

    /// A link to a place of the document.
    fn link(&mut self, index: usize, element: Element<'_>, name: String) {
        self.end_candidate(&name);
        let own_id = self.base.own_id(&name);
        if own_id.is_some_and(|id| self.ids.contains(id)) || self.is_before(&name) {
            return;
        }
        let sign = Sign::within(self.page, index);
        let is_raised = self.n_raised > 0 || is_followed_by_sup(self.page, index);
        let is_reference = is_raised || is_note_reference(element);
        let is_elsewhere = |sign: &Sign| self.is_of_other_file(index, element, &name, sign);
        if is_reference || sign.as_ref().is_some_and(is_elsewhere) {
            if self.notes.signs.len() < MOST_NOTES {
                let names = self.names(index, element);
                self.notes.references.extend(names);
                self.notes.add(name, sign);
            }
        } else if let Some(sign) = sign
            && self.notes.candidates.len() < MOST_NOTES
            && !self.notes.candidates.contains_key(&name)
        {
            let candidate = Candidate { sign, names: self.names(index, element) };
            self.notes.candidates.insert(name, candidate);
        }
    }

    /// Whether a place stands in a file before this one.
    fn is_before(&self, name: &str) -> bool {
        let file = name.split_once('#').map_or(name, |(file, _)| file);
        self.base.path.as_ref().is_some_and(|path| path != file && self.notes.files.contains(file))
    }

    /// Whether a sign right behind words leads to a place in a file behind this one, and can be
    /// nothing else: it has a name so that one there can lead back, it is a star, or it leads to all
    /// of a file that stands aside. The chapter is done before that file is read.
    fn is_of_other_file(
        &self,
        index: usize,
        element: Element<'_>,
        name: &str,
        sign: &Sign,
    ) -> bool {
        let is_block = |node: &&Node| matches!(node, Node::Open { tag, .. } | Node::Close(tag) if tag.is_block());
        let before = self.page.nodes[index.saturating_sub(BEFORE)..index].iter().rev();
        let before = before.take_while(|node| !is_block(node));
        let mut texts = before.filter_map(|node| match node {
            Node::Text(range) => Some(self.page.slice(range)),
            _ => None,
        });
        let mut is_behind_words =
            || texts.next().is_some_and(|text| !text.ends_with(char::is_whitespace));
        self.base.own_id(name).is_none()
            && (sign.is_star()
                || self.notes.aside.contains(name)
                || !self.names(index, element).is_empty())
            && (self.page.text_after(index).trim().starts_with('[') || is_behind_words())
    }

    /// Makes a note of the candidate from which a link leads back to where it is referred to.
    fn end_candidate(&mut self, name: &str) {
        let Some(place) = &self.place else { return };
        let leads_back = |candidate: &Candidate| candidate.names.iter().any(|own| own == name);
        if self.notes.candidates.get(place).is_some_and(leads_back)
            && let Some(candidate) = self.notes.candidates.remove(place)
        {
            self.notes.references.extend(candidate.names);
            self.notes.add(place.clone(), Some(candidate.sign));
        }
    }

    /// The names of the place where a link stands.
    fn names(&self, index: usize, element: Element<'_>) -> Vec<String> {
        let before = &self.page.nodes[index.saturating_sub(BEFORE)..index];
        let around = before.iter().filter_map(|node| self.page.element(node));
        let ids = around.chain([element]).filter_map(|element| element.get(Attribute::Id));
        ids.chain(element.get(Attribute::Name)).map(|id| self.base.name(id).into_owned()).collect()
    }
}

/// The first words behind a node, from what stands before them without letters on.
pub fn words_at(page: &Page, index: usize) -> String {
    let mut words = String::new();
    for node in page.nodes.iter().skip(index + 1).take(NEAR) {
        if let Node::Text(range) = node {
            let text = page.slice(range).trim();
            words.push_str(&text[..text.floor_char_boundary(20)]);
            if words.contains(|c: char| c.is_alphanumeric() || STARS.contains(c)) {
                break;
            }
        }
    }
    words
}

fn is_followed_by_sup(page: &Page, index: usize) -> bool {
    matches!(page.nodes.get(index + 1), Some(Node::Open { tag: Tag::Sup, .. }))
}
