//! What a page says of a text by the names of the elements around it.

use super::added::is_called_added;
use super::draft::Hint;
use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;

/// What the line under a title is called.
const DEK: [&str; 10] = [
    "dek",
    "subtitle",
    "standfirst",
    "subheadline",
    "subhed",
    "subheading",
    "lede",
    "deck",
    "excerpt",
    "strapline",
];

/// What it may be called, as the beginning of a text may be.
const LEAD: [&str; 7] =
    ["lead", "leadin", "intro", "introduction", "chapo", "vorspann", "entradilla"];

/// What the names of an element say of the text in it.
pub fn hint(element: Element<'_>) -> Option<Hint> {
    const REFERENCES: [&str; 4] = ["references", "reflist", "bibliography", "biblist"];
    if element.tag == Tag::Hgroup {
        return Some(Hint::Dek);
    }
    if element.is_bare() {
        return (element.tag == Tag::Aside).then_some(Hint::Aside);
    }
    if is_pull_quote(element) {
        return Some(Hint::PullQuote);
    }
    if element.tag.level().is_some() && is_headline(element) {
        return Some(Hint::Headline);
    }
    if element.tag == Tag::P && is_remark(element) {
        return Some(Hint::Remark);
    }
    if element.tag == Tag::Aside {
        let is_of_site = is_called_added(element);
        return Some(if is_of_site { Hint::SiteAside } else { Hint::Aside });
    }
    let has = |names: &[&str]| {
        words(element).any(|word| names.iter().any(|name| word.eq_ignore_ascii_case(name)))
    };
    if !element.tag.is_block() || matches!(element.tag, Tag::Body | Tag::Html | Tag::Article) {
        None
    } else if has(&DEK) {
        Some(Hint::Dek)
    } else if has(&LEAD) && !matches!(element.tag, Tag::Ul | Tag::Ol) {
        Some(Hint::Lead)
    } else if has(&["byline", "bylines"]) || element.value(Attribute::Rel) == "author" {
        Some(Hint::Byline)
    } else if has(&REFERENCES) || element.value(Attribute::Role) == "doc-bibliography" {
        Some(Hint::References)
    } else {
        None
    }
}

/// Whether nothing but the elements around them stands between the start of an element and the
/// headline of the page before it.
pub fn is_behind_headline(page: &Page, index: usize) -> bool {
    const NEAR: usize = 6;
    let is_blank = |node: &Node| match node {
        Node::Text(range) => page.slice(range).trim().is_empty(),
        Node::Open { tag, .. } | Node::Close(tag) => tag.level().is_none(),
    };
    let before = page.nodes[..index].iter().rev().take(NEAR).find(|node| !is_blank(node));
    matches!(before, Some(Node::Close(Tag::H1)))
}

/// Whether a paragraph is called a note on the text.
fn is_remark(element: Element<'_>) -> bool {
    const NAMES: [&str; 6] = ["note", "notes", "correction", "disclosure", "disclaimer", "footer"];
    let mut words = element.value(Attribute::Class).split(|c: char| !c.is_ascii_alphanumeric());
    words.any(|word| NAMES.iter().any(|name| word.eq_ignore_ascii_case(name)))
}

/// Whether a heading is called that of a post, as the programs that make blogs do.
fn is_headline(element: Element<'_>) -> bool {
    let mut names = element.value(Attribute::Class).split_ascii_whitespace();
    names.any(|name| matches!(name, "post-title" | "entry-title" | "p-name"))
        || element
            .value(Attribute::Itemprop)
            .split_ascii_whitespace()
            .any(|name| name == "headline")
}

/// Whether an element is set large beside the text, with words of it.
fn is_pull_quote(element: Element<'_>) -> bool {
    let class = element.value(Attribute::Class).to_ascii_lowercase();
    ["pullquote", "pull-quote", "pull_quote", "pulledquote", "blockquote-pull"]
        .iter()
        .any(|name| class.contains(name))
        || element.value(Attribute::EpubType).contains("pullquote")
}

/// The words of the names that an element has.
pub fn words(element: Element<'_>) -> impl Iterator<Item = &str> {
    use Attribute::{Class, EpubType, Id, Itemprop, PartName};
    [Class, Id, Itemprop, EpubType, PartName]
        .into_iter()
        .flat_map(move |name| element.value(name).split(|c: char| !c.is_ascii_alphanumeric()))
        .flat_map(humps)
}

/// The words in a name that is written in one: `article`, `Header`, `Dek`.
fn humps(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let mut pairs = rest.as_bytes().windows(2);
        let is_end = |pair: &[u8]| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase();
        let length = pairs.position(is_end).map_or(rest.len(), |at| at + 1);
        let (word, behind) = rest.split_at(length);
        rest = behind;
        (!word.is_empty()).then_some(word)
    })
}
