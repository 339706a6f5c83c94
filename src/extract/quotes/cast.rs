//! The cast: who or what the names of a document are.
//!
//! In: all mentions and all names beside quotations. Out: one [`Person`] for each that the names
//! tell apart, and for each written form whose it is. A surname, or a given name, alone is the one
//! person who has it; `Mr. Fox` and `Mrs. Fox` are two, and neither is the Ana Fox whom the text
//! calls by her given name. What fits two people stays a name of its own.

mod enlist;
mod form;
mod join;
mod parts;
mod tally;

use super::gender::Gender;
use super::mention::Kind;
use super::mentions::Mentions;
use super::quote::{QuoteCandidate, Voice};
use super::rule::Rule;
use super::small::SmallWords;
use super::written_name::WrittenName;
use crate::document::{Document, TextRange};
use form::Form;
use std::collections::HashMap;

/// The index of a person in a [`Cast`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(u32);

/// Somebody, or a body such as a firm.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The fullest name; with its title if it is one word.
    pub name: String,
    /// Neuter for a firm, an office and the like.
    pub gender: Gender,
    /// Whether a title, a given name, a speech or what it does says that it is somebody.
    pub is_somebody: bool,
    /// Whether what it does, has or is says that it is somebody: it needs no gender.
    pub is_person: bool,
    /// The description given beside the name.
    pub description: Option<TextRange>,
    /// Where the fullest name stands first.
    pub named_at: TextRange,
    /// From where to where they are spoken to by name, if more than once.
    pub spoken_to: Option<TextRange>,
    /// How often the narration names them.
    pub n_narrated: u32,
    /// Whether it is neither a person nor a body that speaks, by its words or by those before it:
    /// `the Marshall Plan`, `the French`, `in Oslo`.
    pub is_thing: bool,
}

/// A form of a name, and how often it stands there.
#[derive(Debug, Clone, Copy)]
pub struct NameForm {
    /// Whose it is.
    pub person: PersonId,
    /// Where it first stands.
    pub at: TextRange,
    /// How often it stands there.
    pub n_mentions: u32,
}

/// Everybody, by the forms of their names.
#[derive(Debug, Default)]
pub struct Cast<'a> {
    people: Vec<Person>,
    forms: HashMap<&'a str, usize>,
    written: Vec<Form<'a>>,
    /// Those with this last word, or this first word, in their names.
    by_last: HashMap<String, Vec<PersonId>>,
    by_first: HashMap<String, Vec<PersonId>>,
    /// Those of one word with a title, by title and word, and bodies, by their whole names.
    by_whole: HashMap<String, PersonId>,
    /// Those who are named in full with a title, by it and the given name.
    by_title: HashMap<String, Vec<PersonId>>,
    /// Those of three words or more in their names, by the first two.
    by_two: HashMap<String, Vec<PersonId>>,
    small: SmallWords,
}

impl<'a> Cast<'a> {
    /// The cast of a document.
    pub fn of(document: &'a Document, mentions: &Mentions, quotes: &[QuoteCandidate]) -> Self {
        let mut cast = Self::default();
        for mention in mentions.iter().filter(|mention| !matches!(mention.kind, Kind::Pronoun(_))) {
            let form = cast.form(document, mention.range);
            form.count(&mention);
        }
        for quote in quotes {
            if let Voice::Named(name, _) = quote.voice {
                let form = cast.form(document, name);
                form.is_voice = true;
                form.is_label |= quote.rule == Rule::Transcript;
            }
        }
        let words = cast.written.iter().flat_map(|form| form.text.split([' ', '\n']));
        cast.small = SmallWords::of(document, words);
        cast.enlist();
        cast
    }

    /// Who is meant by a name as it is written.
    pub fn person(&self, name: &str) -> Option<PersonId> {
        self.written[*self.forms.get(name)?].person
    }

    /// The title in a name as it is written.
    pub fn title(&self, name: &str) -> Option<&'a str> {
        self.written[*self.forms.get(name)?].title
    }

    /// The person of this index.
    pub fn get(&self, id: PersonId) -> &Person {
        &self.people[id.0 as usize]
    }

    /// The person of this index, to be changed.
    pub fn get_mut(&mut self, id: PersonId) -> &mut Person {
        &mut self.people[id.0 as usize]
    }

    /// Adds somebody without a name, such as `the official`.
    pub fn add(&mut self, name: String, gender: Gender, at: TextRange) -> PersonId {
        let id = PersonId(self.people.len() as u32);
        self.people.push(Person {
            name,
            gender,
            is_somebody: true,
            is_person: false,
            description: None,
            named_at: at,
            spoken_to: None,
            n_narrated: 0,
            is_thing: false,
        });
        id
    }

    /// `Mrs. Fox` of `Mr. Fox`, and the other way round.
    pub fn spouse(&self, person: PersonId) -> Option<PersonId> {
        let name = WrittenName::of(&self.get(person).name);
        let other = match name.title? {
            "Mr" => "Mrs",
            "Mrs" => "Mr",
            _ => return None,
        };
        self.by_whole.get(&format!("{other} {}", name.last())).copied()
    }

    /// Who is spoken to by name, and named nowhere else: whoever tells the story. Of several it is
    /// the one who is there for the longest time.
    pub fn only_spoken_to(&self) -> Option<PersonId> {
        let reach = |person: &Person| person.spoken_to.filter(|range| range.len() > 1000);
        let unseen = self.people.iter().enumerate().filter(|(_, person)| {
            person.n_narrated == 0 && reach(person).is_some() && person.gender != Gender::Neuter
        });
        let most = unseen.max_by_key(|(index, person)| {
            (reach(person).map_or(0, |r| r.len()), usize::MAX - index)
        });
        most.map(|(index, _)| PersonId(index as u32))
    }

    /// The written forms of the names that are somebody's or something's, in the order in which
    /// they first stand.
    pub fn forms(&self) -> impl Iterator<Item = NameForm> {
        self.written.iter().filter(|form| form.n_mentions > 0).filter_map(|form| {
            let (at, n_mentions) = (form.at, form.n_mentions);
            form.person.map(|person| NameForm { person, at, n_mentions })
        })
    }

    fn form(&mut self, document: &'a Document, range: TextRange) -> &mut Form<'a> {
        let text = &document[range];
        let index = *self.forms.entry(text).or_insert(self.written.len());
        if index == self.written.len() {
            self.written.push(Form::new(text, range));
        }
        &mut self.written[index]
    }
}

/// From the start of the first to the end of the last.
fn both(one: Option<TextRange>, other: Option<TextRange>) -> Option<TextRange> {
    let (Some(a), Some(b)) = (one, other) else { return one.or(other) };
    Some(TextRange::new(a.start().min(b.start()), a.end().max(b.end())))
}
