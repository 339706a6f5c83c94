//! Lists: the number or the sign with which an item begins.

use super::super::context::{Context, Kind};
use super::super::page::{Attribute, Element};
use super::super::pen::Marker;
use super::Flow;
use crate::document::columns;
use crate::import::markdown::bullet;
use crate::import::script::raised;

/// A list that is open.
pub(super) struct List {
    /// The number of the next item; `None` for a list of bullets.
    pub(super) next: Option<i64>,
    pub(super) step: i64,
    pub(super) is_lettered: bool,
}

impl Flow<'_> {
    pub(super) fn item(&mut self, element: Element<'_>, context: &mut Context) {
        let list = self.lists.last_mut();
        let number = list.and_then(|list| {
            let number = list.next.as_mut()?;
            if let Some(value) = integer(element.value(Attribute::Value)) {
                *number = value;
            }
            let shown = if list.is_lettered { letter(*number) } else { number.to_string() };
            *number += list.step;
            // The sign of a note is the one that refers to it.
            let is_note = context.kind == Kind::Footnote;
            let sign = self.notes.sign(&self.base.name(element.value(Attribute::Id)));
            Some(match (sign, is_note) {
                (Some(sign), _) => self.notes.shown(sign),
                (None, true) => raised(&shown, ""),
                (None, false) => format!("{shown}."),
            })
        });
        let bullet = || bullet(self.lists.len().max(1)).trim_end().to_owned();
        let text = number.unwrap_or_else(bullet);
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

pub(super) fn ordered(element: Element<'_>) -> List {
    let step = if element.get(Attribute::Reversed).is_some() { -1 } else { 1 };
    List {
        next: Some(integer(element.value(Attribute::Start)).unwrap_or(1)),
        step,
        is_lettered: element.value(Attribute::Type).eq_ignore_ascii_case("a"),
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
