//! People: everybody whom the text names, whether they speak or not.
//!
//! In: the cast, and who of it speaks. Out: [`Person`]s in the order in which they are first named.
//! A body, such as a firm, is one only if it speaks; so is a name of which nothing says that it is
//! somebody's.

use super::beside::described_beside;
use super::cast::{self, Cast, PersonId};
use super::gender::Gender;
use super::kind::is_office;
use super::mention::Kind;
use super::mentions::Mentions;
use crate::document::{CleanText, Document, Person, Places, SpeakerId, TextRange};
use std::collections::HashMap;

/// So many forms of one name are kept.
const MOST_FORMS: usize = 8;

/// What is known of one of the cast.
#[derive(Default)]
struct Named {
    first: Option<TextRange>,
    forms: Vec<(u32, TextRange)>,
}

/// Everybody who is named or speaks.
pub fn people(
    document: &Document,
    cast: &Cast<'_>,
    speakers: &HashMap<PersonId, SpeakerId>,
    mut mentions: HashMap<PersonId, Places>,
) -> Vec<Person> {
    let mut named: HashMap<PersonId, Named> = HashMap::new();
    for form in cast.forms() {
        let is_meant = speakers.contains_key(&form.person) || is_somebody(cast, form.person);
        if is_meant {
            let known = named.entry(form.person).or_default();
            known.first = known.first.map_or(Some(form.at), |first| Some(first.min(form.at)));
            known.forms.push((form.n_mentions, form.at));
        }
    }
    for person in speakers.keys() {
        named.entry(*person).or_default();
    }
    let person = |(id, mut known): (PersonId, Named)| {
        known.forms.sort_by_key(|(n, at)| (std::cmp::Reverse(*n), *at));
        known.forms.truncate(MOST_FORMS);
        let person = cast.get(id);
        let mut mentions = mentions.remove(&id).unwrap_or_default();
        if mentions.is_empty() {
            mentions.push(person.named_at);
        }
        mentions.shrink();
        let described = description(document, person);
        Person {
            name: CleanText::line(&person.name),
            description: described.map(|at| CleanText::line(&document[at])),
            speaker: speakers.get(&id).copied(),
            first: known.first.unwrap_or(person.named_at),
            mentions,
            forms: known.forms.iter().map(|(_, at)| CleanText::line(&document[*at])).collect(),
        }
    };
    let mut people: Vec<Person> = named.into_iter().map(person).collect();
    let key = |person: &Person| (person.first, person.name.to_string());
    people.sort_by_key(key);
    people
}

/// What is told of one of the cast, beside the words that are quoted or where the name first stands.
pub fn description(document: &Document, person: &cast::Person) -> Option<TextRange> {
    person.description.or_else(|| described_beside(document, person.named_at))
}

/// Where each of the cast is named.
pub fn places(
    document: &Document,
    cast: &Cast<'_>,
    mentions: &Mentions,
) -> HashMap<PersonId, Places> {
    let mut places: HashMap<PersonId, Places> = HashMap::new();
    for mention in mentions.iter().filter(|mention| !matches!(mention.kind, Kind::Pronoun(_))) {
        if let Some(person) = cast.person(&document[mention.range]) {
            places.entry(person).or_default().push(mention.range);
        }
    }
    places
}

/// Whether a name is surely that of somebody, and not of a place or a thing.
fn is_somebody(cast: &Cast<'_>, id: PersonId) -> bool {
    let person = cast.get(id);
    let is_full = person.name.contains(' ');
    if person.is_thing || is_office(&person.name) {
        return false;
    }
    match person.gender {
        Gender::Neuter => false,
        // `Europeans`, of whom a sentence goes on with `he`.
        Gender::Male | Gender::Female | Gender::Narrator => person.is_somebody || is_full,
        Gender::Unknown => person.is_person || (person.is_somebody && is_full),
    }
}

#[cfg(test)]
mod tests;
