//! The line under a headline that names who wrote and when: `Ann Lee · 5 min read · Mar 3, 2021`.
//!
//! Sites set its parts beside each other by their looks alone, so that without a blank between
//! their elements the words would run together.

use super::hint::words;
use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;

/// A link that asks for something has no more nodes.
const NEAR: usize = 6;

/// Whether an element in the line begins right behind another one, with nothing between them.
pub fn is_beside(page: &Page, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| page.nodes.get(before));
    matches!(before, Some(Node::Close(tag)) if !tag.is_block())
}

/// Whether an element in such a line only asks for something.
pub fn is_call(page: &Page, index: usize) -> bool {
    const CALLS: [&str; 7] =
        ["follow", "following", "share", "subscribe", "save", "listen", "print"];
    let mut texts = page.within(index, NEAR).into_iter().flatten().filter_map(|node| match node {
        Node::Text(range) => Some(page.slice(range).trim()).filter(|text| !text.is_empty()),
        _ => None,
    });
    let first = texts.next();
    texts.next().is_none()
        && first.is_some_and(|text| CALLS.iter().any(|call| text.eq_ignore_ascii_case(call)))
}

/// Whether an element is called like such a line, or a part of it.
pub fn is_part(element: Element<'_>) -> bool {
    const NAMES: [&str; 11] = [
        "byline",
        "bylines",
        "meta",
        "postmeta",
        "author",
        "authors",
        "dateline",
        "date",
        "pubdate",
        "published",
        "timestamp",
    ];
    let is_around = matches!(element.tag, Tag::Html | Tag::Body | Tag::Article);
    !element.is_bare() && !is_around && (is_of_author(element) || is_called(element, &NAMES))
}

/// Whether an element is called the author of the page.
pub fn is_author(element: Element<'_>) -> bool {
    is_of_author(element) || is_called(element, &["author", "authors", "byline"])
}

fn is_of_author(element: Element<'_>) -> bool {
    element.value(Attribute::Rel) == "author"
}

fn is_called(element: Element<'_>, names: &[&str]) -> bool {
    words(element).any(|word| names.iter().any(|name| word.eq_ignore_ascii_case(name)))
}

/// Whether a word behind these words, with no blank between them, is the next part of the line.
pub fn is_next_part(before: &str, word: &str) -> bool {
    const JOINS: [&str; 10] = ["by", "on", "in", "and", "at", "for", "of", "par", "por", "von"];
    let last = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    let begins = |c: char| c.is_uppercase() || c.is_numeric() || c == '@';
    word.starts_with(begins)
        && before.ends_with(|c: char| c.is_alphanumeric() || ".)’”".contains(c))
        && !JOINS.iter().any(|join| last.eq_ignore_ascii_case(join))
}
