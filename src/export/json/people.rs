//! Who is named or quoted, as rows of the JSON export.

use super::{Exporter, known};
use crate::document::{CleanText, Person};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct PersonForm<'a> {
    /// Where they are first named.
    start: usize,
    end: usize,
    name: &'a str,
    description: Option<&'a str>,
    /// How they are written, the commonest form first.
    forms: Vec<&'a str>,
    /// How often they are named.
    mentions: usize,
    quotes: usize,
}

impl<'a> Exporter<'a> {
    /// A person; `n_quotes` are the quotations of each speaker.
    pub(super) fn person(&self, person: &'a Person, n_quotes: &[usize]) -> PersonForm<'a> {
        let (start, end) = self.points.range(person.first);
        let spoken = person.speaker.and_then(|id| n_quotes.get(id.index()));
        PersonForm {
            start,
            end,
            name: person.name.as_str(),
            description: known(person.description.as_ref()),
            forms: person.forms.iter().map(CleanText::as_str).collect(),
            mentions: person.mentions.len(),
            quotes: spoken.copied().unwrap_or(0),
        }
    }
}
