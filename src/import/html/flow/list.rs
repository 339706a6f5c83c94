//! Lists: the number or the sign with which an item begins.

use super::super::context::{Context, Kind};
use super::super::notes::{NEAR, Sign, is_number};
use super::super::page::{Attribute, Element, Node, Page};
use super::super::pen::{Marker, OwnSign};
use super::super::tag::Tag;
use super::Flow;
use crate::document::columns;
use crate::import::markdown::bullet;
use crate::import::script::raised;
use std::collections::HashMap;

/// The lists that are open.
#[derive(Default)]
pub(super) struct Lists {
    open: Vec<List>,
    /// How many items the lists of the page hold that count down, once that is asked for.
    n_items: Option<HashMap<usize, i64>>,
}

/// A list that is open.
struct List {
    /// The number of the next item; `None` for a list of bullets.
    next: Option<i64>,
    step: i64,
    is_lettered: bool,
}

impl Lists {
    /// Begins a list of bullets.
    pub(super) fn bullets(&mut self) {
        self.open.push(List { next: None, step: 1, is_lettered: false });
    }

    /// Begins a list of numbers, which starts at a node.
    pub(super) fn numbers(&mut self, page: &Page, index: usize, element: Element<'_>) {
        let is_reversed = element.get(Attribute::Reversed).is_some();
        let start = integer(element.value(Attribute::Start)).unwrap_or_else(|| match is_reversed {
            true => *self.n_items.get_or_insert_with(|| n_items(page)).get(&index).unwrap_or(&1),
            false => 1,
        });
        let step = if is_reversed { -1 } else { 1 };
        let is_lettered = element.value(Attribute::Type).eq_ignore_ascii_case("a");
        self.open.push(List { next: Some(start), step, is_lettered });
    }

    /// Ends the innermost list.
    pub(super) fn end(&mut self) {
        self.open.pop();
    }
}

/// How many items every list of a page holds that counts down, by the nodes at which they start.
fn n_items(page: &Page) -> HashMap<usize, i64> {
    let mut counts = HashMap::new();
    let mut open = Vec::new();
    for (index, node) in page.nodes.iter().enumerate() {
        match node {
            Node::Open { tag: Tag::Ul | Tag::Ol, is_closed: false, .. } => open.push((index, 0)),
            Node::Open { tag: Tag::Li, .. } => {
                if let Some((_, n_items)) = open.last_mut() {
                    *n_items += 1;
                }
            }
            Node::Close(Tag::Ul | Tag::Ol) => {
                let is_reversed = |index: usize| {
                    let element = page.element(&page.nodes[index]);
                    element.is_some_and(|element| element.get(Attribute::Reversed).is_some())
                };
                counts.extend(open.pop().filter(|(index, _)| is_reversed(*index)));
            }
            _ => {}
        }
    }
    counts.extend(open);
    counts
}

impl Flow<'_> {
    pub(super) fn item(&mut self, index: usize, element: Element<'_>, context: &mut Context) {
        let is_note = context.kind == Kind::Footnote || self.pen.next.is_note;
        let own = if is_note { None } else { own_number(&words_of_item(self.pen.page, index)) };
        // The sign of a note is the one that refers to it.
        let sign = self.notes.sign(&self.base.name(element.value(Attribute::Id)));
        let list = self.lists.open.last_mut();
        let number = list.and_then(|list| {
            let number = list.next.as_mut()?;
            if let Some(value) = integer(element.value(Attribute::Value)) {
                *number = value;
            }
            let shown = if list.is_lettered { letter(*number) } else { number.to_string() };
            *number += list.step;
            let is_note = context.kind == Kind::Footnote;
            Some(if is_note { raised(&shown, "") } else { format!("{shown}.") })
        });
        let number = sign.map(|sign| self.notes.shown(sign)).or(number);
        let bullet = || bullet(self.lists.open.len().max(1)).trim_end().to_owned();
        let text = match (number, own) {
            (_, Some(Own::Number(own, sign))) => {
                self.pen.next.sign = Some(OwnSign::new(sign, false));
                own
            }
            (Some(number), None) => number,
            (None, _) | (_, Some(Own::Section)) => bullet(),
        };
        let hanging = (columns(&text) + 1).min(40) as u8;
        self.pen.marker = Some(Marker { text, nesting: context.nesting });
        context.nesting = context.nesting.in_item(hanging);
        context.is_quoted = false;
    }

    pub(super) fn check_box(&mut self, element: Element<'_>) {
        let is_box = element.value(Attribute::Type).eq_ignore_ascii_case("checkbox");
        if let Some(marker) = self.pen.marker.as_mut().filter(|_| is_box) {
            let is_checked = element.get(Attribute::Checked).is_some();
            marker.text = if is_checked { "☑" } else { "☐" }.to_owned();
        }
    }
}

/// A number that an item begins with, besides that of its list.
enum Own {
    /// Such a one as lists have, as it is written.
    Number(String, Sign),
    /// That of a section: `1.2.`
    Section,
}

/// The first words of the item that starts at a node.
fn words_of_item(page: &Page, index: usize) -> String {
    const MOST_BYTES: usize = 16;
    let mut words = String::new();
    for node in page.nodes.iter().skip(index + 1).take(NEAR) {
        match node {
            Node::Text(range) if words.is_empty() => {
                words.push_str(page.slice(range).trim_start());
                // A label may be set apart by its looks alone.
                if words.ends_with('.') {
                    words.push(' ');
                }
            }
            Node::Text(range) => words.push_str(page.slice(range)),
            Node::Close(tag) if tag.is_block() => break,
            _ => {}
        }
        if words.len() > MOST_BYTES {
            break;
        }
    }
    words
}

/// The number that the words of an item begin with.
fn own_number(words: &str) -> Option<Own> {
    let (first, rest) = words.split_once(char::is_whitespace)?;
    let bare = first.strip_suffix(['.', ')']).unwrap_or(first);
    let is_part = |part: &str| (1..=3).contains(&part.len()) && is_number(part);
    let rest = rest.trim_start();
    if !bare.split('.').all(is_part) || !rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let is_title = rest.starts_with(char::is_uppercase);
    match Sign::of(bare) {
        Some(sign) if bare.len() < first.len() => Some(Own::Number(first.to_owned(), sign)),
        Some(_) => None,
        None if bare.len() < first.len() || is_title => Some(Own::Section),
        None => None,
    }
}

/// A number of an item, which is no larger than a reader can count.
fn integer(text: &str) -> Option<i64> {
    text.trim().parse().ok().filter(|number| (-1_000_000_000..1_000_000_000).contains(number))
}

/// `a` to `z`; beyond them, the number.
fn letter(number: i64) -> String {
    match u8::try_from(number) {
        Ok(number @ 1..=26) => char::from(b'a' + number - 1).to_string(),
        _ => number.to_string(),
    }
}
