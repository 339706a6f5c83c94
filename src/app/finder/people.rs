//! The people: everybody who is named or quoted, those who are named most first.

use super::{Entry, Sources};
use crate::document::{CleanText, Layers, Person};

/// The people.
#[derive(Debug)]
pub struct People {
    /// Their indices among the layers, each with the number of quotations.
    order: Vec<(u32, u32)>,
    /// How many digits the largest number of mentions has.
    n_digits: usize,
}

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
        let most = people.first().map(|(index, _)| &layers.people[*index as usize]);
        let n_digits = digits(most.map_or(0, |person| person.mentions.len()));
        Self { order: people, n_digits }
    }

    /// How many there are.
    pub fn len(&self) -> u32 {
        self.order.len() as u32
    }

    /// The index among the layers of the person in an entry.
    pub fn person(&self, index: u32) -> u32 {
        self.order[index as usize].0
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
        let (at, n_quotes) = self.order[index as usize];
        let Some(person) = sources.layers.people.get(at as usize) else {
            return Entry::default();
        };
        let block = sources.document.block_around(person.first.start());
        let number = block.map(|block| block.number.max(1));
        let quotes = counted(n_quotes as usize, "quote", 0);
        let mentions = counted(person.mentions.len(), "mention", self.n_digits);
        // The numbers of paragraphs end at the edge: what stands before them is as wide in each row.
        let n_narrow = digits(sources.document.n_paragraphs() as usize)
            .saturating_sub(number.map_or(0, |number| digits(number as usize)));
        let mentions = mentions + &BLANK.repeat(n_narrow);
        Entry {
            text: CleanText::line(&self.text(sources.layers, index)),
            faint_from: person.name.as_str().len(),
            detail: CleanText::line(&[quotes, mentions].join("  ")),
            number,
            ..Entry::default()
        }
    }
}

/// A blank that keeps columns in line; two common ones part what may be left out.
const BLANK: &str = "\u{a0}";

/// `1 quote`, `12 quotes`, each as wide as with so many digits and in the plural; nothing for none.
fn counted(n: usize, thing: &str, n_digits: usize) -> String {
    let before = BLANK.repeat(n_digits.saturating_sub(digits(n)));
    match n {
        0 => String::new(),
        1 => format!("{before}1 {thing}{BLANK}"),
        n => format!("{before}{n} {thing}s"),
    }
}

fn digits(n: usize) -> usize {
    n.checked_ilog10().map_or(1, |n| n as usize + 1)
}
