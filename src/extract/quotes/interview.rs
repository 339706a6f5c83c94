//! Who asks and who answers, where a transcript only says `Q` and `A`.
//!
//! The words before the first question introduce them: whoever is named most there is the one who
//! answers, and the one with whom that person spoke asks.

use super::cast::{Cast, PersonId};
use super::gender::Gender;
use super::mention::{Kind, Mention};
use crate::document::Document;
use std::collections::HashMap;

/// The two sides of an interview, as far as they are introduced.
#[derive(Debug, Clone, Copy, Default)]
pub struct Interview {
    /// Q.
    pub asks: Option<PersonId>,
    /// A.
    pub answers: Option<PersonId>,
}

impl Interview {
    /// Those whom `mentions`, which all stand before the first question, introduce.
    pub fn of(
        document: &Document,
        cast: &Cast<'_>,
        mentions: impl Iterator<Item = Mention>,
    ) -> Self {
        let mut counts: HashMap<PersonId, (u32, usize)> = HashMap::new();
        let mut met = None;
        for mention in mentions.filter(|mention| !matches!(mention.kind, Kind::Pronoun(_))) {
            let somebody = cast.person(&document[mention.range]).filter(|person| {
                let person = cast.get(*person);
                person.is_somebody && person.gender != Gender::Neuter
            });
            let Some(person) = somebody else { continue };
            // Of two who are named as often it is the first one.
            let count = counts.entry(person).or_insert((0, usize::MAX - mention.range.start()));
            count.0 += 1;
            if is_met(document, &mention) {
                met = Some(person);
            }
        }
        let answers = counts.into_iter().max_by_key(|(_, count)| *count).map(|(person, _)| person);
        Self { asks: met.filter(|met| Some(*met) != answers), answers }
    }
}

/// `spoke with NAME`, `sat down with NAME`.
fn is_met(document: &Document, mention: &Mention) -> bool {
    let Some(block) = document.block_around(mention.range.start()) else { return false };
    let before = &document[block.range][..mention.range.start() - block.range.start()];
    [
        "spoke with ",
        "spoke to ",
        "talked with ",
        "talked to ",
        "sat down with ",
        "interviewed by ",
        "in conversation with ",
    ]
    .iter()
    .any(|words| before.ends_with(words))
}
