//! The cast: who or what the names of a document are.
//!
//! In: all mentions and all names beside quotations. Out: one [`Person`] for each that the names
//! tell apart, and for each written form whose it is. A surname, or a given name, alone is the one
//! person who has it; `Mr. Fox` and `Mrs. Fox` are two, and neither is the Ana Fox whom the text
//! calls by her given name. What fits two people stays a name of its own.

use super::gender::{Gender, of_given_name, of_title};
use super::mention::{Kind, Role};
use super::mentions::Mentions;
use super::name::has_title;
use super::quote::{QuoteCandidate, Voice};
use super::written_name::{WrittenName, from_capitals, is_same_given_name};
use crate::document::{Document, TextRange};
use std::collections::HashMap;

/// Of so many people with one word in their names nobody is meant by it any more.
const N_NAMESAKES: usize = 6;
/// Whoever is named without a title so many times as often as with it is shown without.
const N_BARE: u32 = 3;
/// So many times two names stand side by side by chance.
const N_CHANCE: u32 = 2;
/// So many times a given name stands alone where people are called by it.
const N_ALONE: u32 = 3;

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
    /// The description given beside the name.
    pub description: Option<TextRange>,
    /// Where the fullest name stands first.
    pub named_at: TextRange,
    /// From where to where they are spoken to by name, if more than once.
    pub spoken_to: Option<TextRange>,
    /// How often the narration names them.
    pub n_narrated: u32,
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
}

/// A name as it is written.
#[derive(Debug)]
struct Form<'a> {
    text: &'a str,
    at: TextRange,
    n_mentions: u32,
    /// Inside sentences, where a capital letter means a name.
    n_inside: u32,
    is_voice: bool,
    /// From the first to the last time that somebody is spoken to by it.
    spoken_to: Option<TextRange>,
    n_narrated: u32,
    /// With a verb of their own.
    n_acts: u32,
    n_he: u32,
    n_she: u32,
    person: Option<PersonId>,
    /// Its title, without a full stop.
    title: Option<&'a str>,
}

impl<'a> Cast<'a> {
    /// The cast of a document.
    pub fn of(document: &'a Document, mentions: &Mentions, quotes: &[QuoteCandidate]) -> Self {
        let mut cast = Self::default();
        for mention in mentions.iter().filter(|mention| !matches!(mention.kind, Kind::Pronoun(_))) {
            let form = cast.form(document, mention.range);
            form.n_mentions += 1;
            form.n_inside +=
                u32::from(mention.kind == Kind::Name || mention.role == Role::Vocative);
            if mention.role == Role::Vocative {
                form.spoken_to = both(form.spoken_to, Some(mention.range));
            }
            form.n_narrated += u32::from(matches!(mention.role, Role::Subject | Role::Other));
            form.n_acts += u32::from(mention.acts);
            form.n_he += u32::from(mention.hint == Gender::Male);
            form.n_she += u32::from(mention.hint == Gender::Female);
        }
        for quote in quotes {
            if let Voice::Named(name, _) = quote.voice {
                cast.form(document, name).is_voice = true;
            }
        }
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
            description: None,
            named_at: at,
            spoken_to: None,
            n_narrated: 0,
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
            self.written.push(Form {
                text,
                at: range,
                n_mentions: 0,
                n_inside: 0,
                is_voice: false,
                spoken_to: None,
                n_narrated: 0,
                n_acts: 0,
                n_he: 0,
                n_she: 0,
                person: None,
                title: None,
            });
        }
        &mut self.written[index]
    }

    /// Finds whose each form is: full names first, then titles with one word, then bare words.
    fn enlist(&mut self) {
        let steps: [fn(&WrittenName<'_>) -> bool; 3] = [
            |name| name.words.len() > 1 || name.is_body,
            |name| name.words.len() == 1 && !name.is_body && name.title.is_some(),
            |name| name.words.len() == 1 && !name.is_body && name.title.is_none(),
        ];
        for step in steps {
            for index in 0..self.written.len() {
                let name = self.name(index);
                if step(&name) {
                    let person = self.enter(index, &name);
                    self.written[index].title = name.title;
                    self.note(index, person);
                }
            }
        }
        self.tell_genders();
        self.choose_titles();
    }

    /// Shows whoever has one word and a title by the usual one, or without if that is usual.
    fn choose_titles(&mut self) {
        let mut titled = vec![(0, 0); self.people.len()];
        for (index, form) in self.written.iter().enumerate().rev() {
            let Some(PersonId(id)) = form.person.filter(|_| has_title(form.text)) else { continue };
            let (n_titled, usual) = &mut titled[id as usize];
            if *n_titled == 0 || self.written[*usual].n_mentions <= form.n_mentions {
                *usual = index;
            }
            *n_titled += form.n_mentions;
        }
        for (id, (n_titled, usual)) in titled.into_iter().enumerate() {
            let name = WrittenName::of(&self.people[id].name);
            if name.title.is_none() || name.words.len() != 1 || n_titled == 0 {
                continue;
            }
            let is_bare = self.n_alone(name.last()) > N_BARE * n_titled;
            self.people[id].name = match is_bare {
                true => name.last().to_owned(),
                false => WrittenName::of(self.written[usual].text).shown(),
            };
        }
    }

    /// A form taken apart, without a first word that is no part of it: `Meeting Ana`, `In Oslo Ana`.
    fn name(&self, index: usize) -> WrittenName<'a> {
        let mut name = WrittenName::of(self.written[index].text);
        if let [first, last] = name.words[..]
            && !name.is_body
            && self.written[index].n_mentions <= N_CHANCE
            && self.n_alone(last) > N_CHANCE
            && of_given_name(first) == Gender::Unknown
        {
            let is_another = self.n_alone(first) > N_CHANCE;
            if first.ends_with("ing") || is_another {
                name.words.remove(0);
            }
        }
        name
    }

    fn enter(&mut self, index: usize, name: &WrittenName<'a>) -> Option<PersonId> {
        if name.is_body {
            return Some(self.whole(index, name, name.words.join(" ")));
        }
        match (name.words.len(), name.title) {
            (0, _) => None,
            (1, Some(title)) => Some(self.titled(index, name, title)),
            (1, None) => self.single(index, name),
            _ => Some(self.full(index, name)),
        }
    }

    /// `Ana Maria Ruiz`, who is Ana Ruiz.
    fn full(&mut self, index: usize, name: &WrittenName<'a>) -> PersonId {
        let (first, last) = (name.words[0], name.last());
        let known = self.by_last.get(last).map_or(&[][..], Vec::as_slice).iter().copied();
        let same = known.clone().find(|id| {
            let person = self.get(*id);
            let other = person.name.split(' ').next().unwrap_or("");
            person.gender.fits(name.gender()) && is_same_given_name(first, other)
        });
        if let Some(id) = same {
            self.rename(id, index, name);
            return id;
        }
        let id = self.create(index, name, name.shown());
        remember(&mut self.by_last, last, id);
        remember(&mut self.by_first, first, id);
        id
    }

    /// `Mr. Fox`, `Lady Ana`.
    fn titled(&mut self, index: usize, name: &WrittenName<'a>, title: &str) -> PersonId {
        let (word, gender) = (name.words[0], of_title(title));
        let namesakes = self.namesakes(word);
        let mut fitting = namesakes.iter().filter(|id| self.get(**id).gender.fits(gender));
        let only = fitting.next().copied().filter(|_| fitting.next().is_none());
        // Whom the text calls by the given name is not also Mr. or Mrs. So-and-so.
        let is_formal = matches!(title, "Mr" | "Mrs" | "Ms" | "Miss");
        let is_other = |id: &PersonId| {
            let given = self.get(*id).name.split(' ').next().unwrap_or("");
            is_formal && given != word && self.n_alone(given) >= N_ALONE && self.n_alone(word) == 0
        };
        if let Some(id) = only.filter(|id| !is_other(id)) {
            return id;
        }
        // `Miss` and `Mrs.` are two, an office and `Mr.` may be one.
        let key = format!("{} {word}", if is_formal { title } else { "" });
        self.whole(index, name, key)
    }

    /// `Fox`, `Ana`.
    fn single(&mut self, index: usize, name: &WrittenName<'a>) -> Option<PersonId> {
        let form = &self.written[index];
        let is_name = form.n_inside > 0 || form.is_voice || name.gender() != Gender::Unknown;
        let word = name.words[0];
        match self.namesakes(word).as_slice() {
            [only] => return Some(*only),
            [] if !is_name => return None,
            _ => {}
        }
        let titled: Vec<PersonId> = ["Mr", "Mrs", "Miss", "Ms", ""]
            .iter()
            .filter_map(|title| self.by_whole.get(&format!("{title} {word}")).copied())
            .collect();
        if let [only] = titled.as_slice() {
            return Some(*only);
        }
        let shouted = from_capitals(word).and_then(|word| self.namesakes(&word).first().copied());
        Some(shouted.unwrap_or_else(|| self.whole(index, name, word.to_owned())))
    }

    /// Those with this surname, else those with this given name.
    fn namesakes(&self, word: &str) -> Vec<PersonId> {
        let found = self.by_last.get(word).or_else(|| self.by_first.get(word));
        found.filter(|found| found.len() < N_NAMESAKES).cloned().unwrap_or_default()
    }

    /// How often a word stands alone as a name.
    fn n_alone(&self, word: &str) -> u32 {
        self.forms.get(word).map_or(0, |index| self.written[*index].n_mentions)
    }

    fn whole(&mut self, index: usize, name: &WrittenName<'a>, key: String) -> PersonId {
        if let Some(id) = self.by_whole.get(&key) {
            return *id;
        }
        let id = self.create(index, name, name.shown());
        self.by_whole.insert(key, id);
        id
    }

    fn create(&mut self, index: usize, name: &WrittenName<'a>, shown: String) -> PersonId {
        self.add(shown, name.gender(), self.written[index].at)
    }

    /// Shows a person by this form of the name, if it is fuller.
    fn rename(&mut self, id: PersonId, index: usize, name: &WrittenName<'a>) {
        let at = self.written[index].at;
        let is_sure = self.written[index].n_inside > 0;
        let person = self.get_mut(id);
        let n_words = person.name.split(' ').count();
        if is_sure && name.words.len() > n_words && name.words.len() < 5 {
            person.name = name.shown();
            person.named_at = at;
        }
    }

    fn note(&mut self, index: usize, person: Option<PersonId>) {
        self.written[index].person = person;
    }

    /// What pronouns after the names say, where the names do not.
    fn tell_genders(&mut self) {
        let mut tallies = vec![(0, 0); self.people.len()];
        for person in &mut self.people {
            person.is_somebody = matches!(person.gender, Gender::Male | Gender::Female);
        }
        for form in &self.written {
            let Some(PersonId(id)) = form.person else { continue };
            let tally = &mut tallies[id as usize];
            *tally = (tally.0 + form.n_he, tally.1 + form.n_she);
            let spoken_to = &mut self.people[id as usize].spoken_to;
            *spoken_to = both(*spoken_to, form.spoken_to);
            self.people[id as usize].n_narrated += form.n_narrated;
            self.people[id as usize].is_somebody |=
                form.is_voice || form.n_acts > 1 || (form.n_acts > 0 && form.text.contains(' '));
        }
        for (person, (n_he, n_she)) in self.people.iter_mut().zip(tallies) {
            if person.gender == Gender::Unknown {
                person.gender = match () {
                    () if n_he > 2 * n_she => Gender::Male,
                    () if n_she > 2 * n_he => Gender::Female,
                    () => Gender::Unknown,
                };
            }
        }
    }
}

/// From the start of the first to the end of the last.
fn both(one: Option<TextRange>, other: Option<TextRange>) -> Option<TextRange> {
    let (Some(a), Some(b)) = (one, other) else { return one.or(other) };
    Some(TextRange::new(a.start().min(b.start()), a.end().max(b.end())))
}

fn remember(map: &mut HashMap<String, Vec<PersonId>>, word: &str, id: PersonId) {
    let known = map.entry(word.to_owned()).or_default();
    if known.len() < N_NAMESAKES {
        known.push(id);
    }
}
