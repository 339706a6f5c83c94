//! Which places of a page are footnotes.
//!
//! Few pages say so. A link that is raised, or says that it refers to a note, and leads to a later
//! place of the same page, is a reference; the place is a footnote. So it is where a link that is
//! nothing but a number leads to a later place from which another one leads back.

use super::context::is_note_reference;
use super::link::Base;
use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;
use std::collections::{HashMap, HashSet};

/// More notes than this are not told from other places.
const MOST_NOTES: usize = 100_000;

/// The beginning of a note is looked for among so many nodes.
pub const NEAR: usize = 12;

/// The name of a reference stands at most so many nodes before its link.
const BEFORE: usize = 3;

/// The footnotes of a page, or of the chapters of a book as far as they are read.
///
/// All places are called by their names in the document: those that [`Base::name`] gives.
#[derive(Debug, Default)]
pub struct Notes {
    /// By their names, the words that refer to each.
    words: HashMap<String, String>,
    /// The names of the places where a reference stands.
    references: HashSet<String>,
    /// By the name of the place, the numbers that lead to a later place, which may be a note.
    candidates: HashMap<String, Candidate>,
    /// The files of the book that are read.
    files: HashSet<String>,
    /// The files of the book to which links lead.
    linked: HashSet<String>,
}

/// A number that leads to a later place.
#[derive(Debug)]
struct Candidate {
    words: String,
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
        self.words.contains_key(name)
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
        let nodes = if self.words.is_empty() { None } else { page.within(index, MOST_NODES) };
        let mut ids =
            nodes.into_iter().flatten().filter_map(|node| page.element(node)?.get(Attribute::Id));
        ids.any(|id| self.contains(&base.name(id)))
    }

    /// The star or dagger that refers to a note.
    pub fn star(&self, name: &str) -> Option<&str> {
        self.words.get(name).map(String::as_str).filter(|words| is_star(words))
    }

    /// The sign of the reference to a note, if the note that starts at a node has no other one.
    pub fn number(&self, name: &str, page: &Page, index: usize) -> Option<&str> {
        let number = self.words.get(name).filter(|number| is_number(number) || is_star(number))?;
        let words = words_at(page, index);
        let first = words.chars().next()?;
        let own = words.split(|c: char| !c.is_numeric()).find(|part| !part.is_empty());
        let has_other = "*†‡§¶‖".contains(first)
            || (first.is_numeric() || "[(".contains(first)) && own != Some(number.as_str());
        (!has_other).then_some(number)
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
        let words = words_at(self.page, index);
        let is_raised = self.n_raised > 0 || is_followed_by_sup(self.page, index);
        let is_number = is_number(words) || is_star(words);
        let is_reference = is_raised || is_note_reference(element);
        if is_reference || is_number && self.is_of_other_file(index, element, &name) {
            if self.notes.words.len() < MOST_NOTES {
                let names = self.names(index, element);
                self.notes.references.extend(names);
                self.notes.words.entry(name).or_insert_with(|| words.to_owned());
            }
        } else if is_number
            && self.notes.candidates.len() < MOST_NOTES
            && !self.notes.candidates.contains_key(&name)
        {
            let candidate =
                Candidate { words: words.to_owned(), names: self.names(index, element) };
            self.notes.candidates.insert(name, candidate);
        }
    }

    /// Whether a place stands in a file before this one.
    fn is_before(&self, name: &str) -> bool {
        let file = name.split_once('#').map_or(name, |(file, _)| file);
        self.base.path.as_ref().is_some_and(|path| path != file && self.notes.files.contains(file))
    }

    /// Whether a number right behind words leads to a place in a file behind this one, and has a name
    /// so that one there can lead back. The chapter is done before that file is read.
    fn is_of_other_file(&self, index: usize, element: Element<'_>, name: &str) -> bool {
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
            && !self.names(index, element).is_empty()
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
            self.notes.words.entry(place.clone()).or_insert(candidate.words);
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

/// The words of the element that starts at a node, if they are nothing but the number of a note.
pub fn number_in(page: &Page, index: usize) -> Option<String> {
    let mut words = String::new();
    for node in page.within(index, NEAR)? {
        if let Node::Text(range) = node {
            words.push_str(page.slice(range));
        }
        if words.len() > 20 {
            return None;
        }
    }
    let is_sign = |c: char| c.is_whitespace() || "[]().".contains(c);
    let number = words.trim_matches(is_sign);
    let number = match number.split_once(char::is_whitespace) {
        Some((name, number)) if is_called_note(name) => number.trim_matches(is_sign),
        _ => number,
    };
    is_number(number).then(|| number.to_owned())
}

/// Whether a word stands for `note` before a number.
fn is_called_note(word: &str) -> bool {
    const NAMES: [&str; 7] = ["footnote", "endnote", "note", "fn", "fn.", "n.", "nota"];
    NAMES.iter().any(|name| word.eq_ignore_ascii_case(name))
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
    use super::super::tests::check;
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

    #[test]
    fn the_number_of_a_heading_is_no_note() {
        for heading in [
            "<h2 id=c><a href=#t>1</a> Fog</h2>",
            "<h2><a id=c href=#t>1</a> Fog</h2>",
            "<a id=c></a><h2><a href=#t>1</a> Fog</h2>",
        ] {
            check(
                &format!("<p><a id=t href=#c>1</a> Fog</p>{heading}<p>It rose."),
                &["paragraph: 1 Fog", "h2: 1 Fog", "paragraph: It rose."],
            );
        }
    }

    #[test]
    fn numbers_that_lead_to_each_other_are_a_reference_and_its_note() {
        let page = Page::parse(
            "<a id=r1 href=#n1>[1]</a> <span id=r2><a href=#n2>2</a></span> <a href=#n3>[3]</a> \
             <a id=r4 href=#n4>four</a> <p id=n1><a href=#r1>[1]</a> a<p id=n2>b <a href=#r2>up</a>\
             <p id=n3>c <a href=#r1>up</a><p id=n4>d <a href=#r4>up</a>",
            false,
        );
        let notes = Notes::of(&page, &Base::default());
        let found = ["n1", "n2", "n3", "n4"].map(|id| notes.contains(id));
        assert_eq!(found, [true, true, false, false]);
    }

    /// The blocks of a page where a reference is followed by its note.
    #[track_caller]
    fn check_note(reference: &str, note: &str) {
        let page = format!("<p>It was so{reference}, they say.</p>{note}<p>The end.</p>");
        check(
            &page,
            &["paragraph: It was so¹, they say.", "footnote: ¹ The log.", "paragraph: The end."],
        );
    }

    #[test]
    fn a_reference_is_a_raised_number_however_it_is_written() {
        for reference in [
            "<sup><a href=#n>1</a></sup>",
            "<a href=#n><sup>1</sup></a>",
            "<sup>[<a href=#n>1</a>]</sup>",
            "<sup><a href=#n><span>[</span>1<span>]</span></a></sup>",
            "<sup id=r class=reference><a href=#n><span class=cite-bracket>&#91;</span>1<span \
             class=cite-bracket>&#93;</span></a></sup>",
            "<a id=r href=#n>[1]</a>",
            "<sup id=r role=doc-noteref><a href=#n>[footnote 1]</a></sup>",
        ] {
            check_note(reference, "<ol><li id=n>The log. <a href=#r>^</a></ol>");
        }
    }

    #[test]
    fn a_note_is_its_number_and_its_words() {
        for note in [
            "<p id=n><a href=#r>[1]</a> The log.</p>",
            "<p><a name=n href=#r>1</a>. The log.</p>",
            "<p id=n>The log. <a href=#r>Back to the text</a></p>",
            "<div><span id=n>1.</span><p>The log.</p></div>",
            "<dl><dt id=n>1<dd>The log.</dl>",
            "<table><tr><td id=n>1</td><td>The log.</td></tr></table>",
            "<ol><li id=n><a href=#r>1</a> The log.</ol>",
        ] {
            check_note("<sup id=r><a href=#n>1</a></sup>", note);
        }
    }

    #[test]
    fn a_link_in_the_words_of_a_note_stays() {
        check(
            "<p>So<sup id=r><a href=#n>1</a></sup>.<p>No<sup id=r2><a href=#m>2</a></sup>.<p id=n>As \
             <a href=#r2>said there</a>, so.<p id=m><a href=#r>The log</a>.",
            &[
                "paragraph: So¹.",
                "paragraph: No².",
                "footnote: ¹ As said there, so.",
                "footnote: ² The log.",
            ],
        );
    }
}
