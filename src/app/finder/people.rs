//! The people: everybody who is named or quoted, those who are named most first.

use super::{Entry, Sources};
use crate::document::{CleanText, Layers, Person};

/// The people, by their indices among the layers, each with the number of quotations.
#[derive(Debug)]
pub struct People(Vec<(u32, u32)>);

impl People {
    /// Everybody in the layers.
    pub fn of(layers: &Layers) -> Self {
        let mut n_quotes = vec![0; layers.speakers.len()];
        for id in layers.quotes.iter().filter_map(|quote| quote.speaker) {
            n_quotes[id.index()] += 1;
        }
        let quoted = |person: &Person| person.speaker.map_or(0, |id| n_quotes[id.index()]);
        let mut people: Vec<(u32, u32)> = (0..).zip(layers.people.iter().map(quoted)).collect();
        people.sort_by_key(|(index, n_quotes)| {
            let n_mentions = layers.people[*index as usize].mentions.len();
            (std::cmp::Reverse((n_mentions, *n_quotes)), *index)
        });
        Self(people)
    }

    /// How many there are.
    pub fn len(&self) -> u32 {
        self.0.len() as u32
    }

    /// The index among the layers of the person in an entry.
    pub fn person(&self, index: u32) -> u32 {
        self.0[index as usize].0
    }

    /// The name, and what is known of them.
    pub fn text(&self, layers: &Layers, index: u32) -> String {
        let Some(person) = layers.people.get(self.person(index) as usize) else {
            return String::new();
        };
        match &person.description {
            Some(description) => format!("{}  {description}", person.name),
            None => person.name.to_string(),
        }
    }

    /// The row of an entry.
    pub fn entry(&self, sources: Sources<'_>, index: u32) -> Entry {
        let (at, n_quotes) = self.0[index as usize];
        let Some(person) = sources.layers.people.get(at as usize) else {
            return Entry::default();
        };
        let block = sources.document.block_around(person.first.start());
        let quotes = counted(n_quotes, "quote");
        let mentions = counted(person.mentions.len() as u32, "mention");
        Entry {
            text: CleanText::line(&self.text(sources.layers, index)),
            faint_from: person.name.as_str().len(),
            detail: CleanText::line(&[quotes, mentions].join("  ")),
            number: block.map(|block| block.number.max(1)),
            ..Entry::default()
        }
    }
}

/// `1 quote`, `12 quotes`; nothing for none.
fn counted(n: u32, thing: &str) -> String {
    match n {
        0 => String::new(),
        1 => format!("1 {thing}"),
        n => format!("{n} {thing}s"),
    }
}
