//! Speakers by a noun: `the league said`, `the official said`, `I said`.
//!
//! The noun is that of a body with this last word in its name, or of somebody who was described by
//! it; else it stands for somebody of its own, by the words of the text.

use super::cast::{Cast, PersonId};
use super::dialogue::LastTwo;
use super::gender::{Gender, of_noun};
use super::kind::is_one_of_people;
use super::place::is_place;
use super::scene::Scene;
use crate::document::{Document, TextRange};
use std::collections::HashMap;

/// How far back `the firm` may have been named, in bytes.
const REACH: usize = 1200;

/// Whom the nouns stand for so far.
#[derive(Debug, Default)]
pub struct Nouns {
    /// The last one with this noun in the name or the description.
    by_noun: HashMap<String, PersonId>,
    /// Those who are only called by a noun.
    by_phrase: HashMap<String, PersonId>,
    narrator: Option<PersonId>,
}

impl Nouns {
    /// A person or a body is mentioned: `the league` and `the senator` may mean it now.
    pub fn see(&mut self, cast: &Cast<'_>, person: PersonId) {
        let known = cast.get(person);
        let noun = match known.gender {
            Gender::Neuter if !known.is_thing => known.name.rsplit(' ').next(),
            _ => None,
        };
        if let Some(noun) = noun.filter(|noun| noun.len() > 3) {
            self.remember(noun.to_lowercase(), person);
        }
    }

    /// A person is named with a title: `the mayor` may mean Mayor Hancock now.
    pub fn entitle(&mut self, title: &str, person: PersonId) {
        if !matches!(title, "Mr" | "Mrs" | "Ms" | "Miss" | "Dr" | "Prof") {
            self.remember(title.to_lowercase(), person);
        }
    }

    /// A person is described: `the spokesman` may mean them now.
    pub fn describe(
        &mut self,
        document: &Document,
        person: PersonId,
        description: Option<TextRange>,
    ) {
        let Some(range) = description else { return };
        if let Some(noun) = head_noun(&document[range]) {
            self.remember(noun.to_lowercase(), person);
        }
    }

    fn remember(&mut self, noun: String, person: PersonId) {
        self.by_noun.insert(noun, person);
    }

    /// Whom a noun phrase means, and how sure that is.
    pub fn find(
        &mut self,
        cast: &mut Cast<'_>,
        scene: &Scene,
        nominal: &Nominal<'_>,
    ) -> Option<(PersonId, f32)> {
        let Nominal { determiner, rest, noun, at } = *nominal;
        let is_known = matches!(determiner, "the" | "The");
        if is_known {
            if let Some(person) = self.by_noun.get(noun) {
                return Some((*person, 0.75));
            }
            if is_body(noun) {
                let body = scene.body_since(at.start().saturating_sub(REACH))?;
                // `The firm` is no country.
                let is_it = noun == "government" || !is_place(&cast.get(body).name);
                return is_it.then_some((body, 0.65));
            }
        }
        let is_one = is_known || matches!(determiner, "a" | "an" | "A" | "An" | "one" | "One");
        if !is_one || !(is_role(noun) || is_one_of_people(noun)) || rest.len() > 60 {
            return None;
        }
        let shown = format!("{} {rest}", determiner.to_lowercase());
        let person = *self
            .by_phrase
            .entry(rest.to_lowercase())
            .or_insert_with(|| cast.add(shown, of_noun(noun), at));
        Some((person, 0.6))
    }

    /// Who says `I` in the narration: the one whom others call by a name that stands only there.
    pub fn narrator(&mut self, cast: &mut Cast<'_>, at: TextRange) -> PersonId {
        *self.narrator.get_or_insert_with(|| {
            let known = cast.only_spoken_to();
            let person = known.unwrap_or_else(|| cast.add("I".to_owned(), Gender::Narrator, at));
            cast.get_mut(person).gender = Gender::Narrator;
            person
        })
    }
}

/// A noun phrase that is a speaker.
#[derive(Debug, Clone, Copy)]
pub struct Nominal<'a> {
    determiner: &'a str,
    /// The phrase without its determiner.
    rest: &'a str,
    noun: &'a str,
    at: TextRange,
}

impl<'a> Nominal<'a> {
    /// The phrase at `whole` with its noun at `head`.
    pub fn of(document: &'a Document, whole: TextRange, head: TextRange) -> Self {
        let (phrase, noun) = (&document[whole], &document[head]);
        let (determiner, rest) = phrase.split_once(' ').unwrap_or(("", phrase));
        Self { determiner, rest, noun, at: whole }
    }

    /// Whether it is the other one of two: `said the other`.
    pub fn is_other(&self) -> bool {
        self.noun == "other" && matches!(self.determiner, "the" | "The")
    }

    /// Whose wife or husband spoke, as `his wife` says.
    pub fn spouse(
        &self,
        cast: &Cast<'_>,
        before: LastTwo,
        addressee: Option<PersonId>,
    ) -> Option<PersonId> {
        let is_spouse = matches!(self.noun, "wife" | "husband" | "lady");
        let is_owned = matches!(self.determiner, "his" | "her");
        let of = [addressee, before.last, before.other].into_iter().flatten();
        of.filter(|_| is_spouse && is_owned).find_map(|person| {
            cast.spouse(person).filter(|id| cast.get(*id).gender == of_noun(self.noun))
        })
    }

    /// The gender of a phrase that says hardly more: `the old man`, `his wife`.
    pub fn gender_of_anybody(&self) -> Option<Gender> {
        let is_owned = matches!(self.determiner, "his" | "her" | "their" | "my");
        let is_any = matches!(
            self.noun,
            "man"
                | "woman"
                | "girl"
                | "boy"
                | "lady"
                | "gentleman"
                | "son"
                | "daughter"
                | "wife"
                | "husband"
                | "father"
                | "mother"
                | "brother"
                | "sister"
                | "lad"
                | "fellow"
        );
        let is_known = matches!(self.determiner, "the" | "The");
        let gender = Some(of_noun(self.noun)).filter(|gender| *gender != Gender::Unknown);
        gender.filter(|_| is_owned || (is_any && is_known))
    }
}

/// The noun that a description is about: `retired harbour pilot` of `… at the port`.
fn head_noun(description: &str) -> Option<&str> {
    let ends = |word: &&str| {
        !matches!(
            *word,
            "of" | "at" | "for" | "in" | "on" | "from" | "with" | "who" | "and" | "to" | "by"
        )
    };
    description.split([' ', ',']).take_while(ends).last()
}

/// Bodies that are named in full before.
fn is_body(noun: &str) -> bool {
    #[rustfmt::skip]
    const BODIES: &[&str] = &[
        "agency", "bank", "body", "board", "campaign", "charity", "club", "commission", "committee",
        "company", "council", "court", "department", "firm", "foundation", "fund", "government",
        "group", "institute", "league", "magazine", "ministry", "museum", "newspaper", "office",
        "organisation", "organization", "paper", "party", "publication", "service", "society",
        "trust", "union", "university",
    ];
    BODIES.contains(&noun)
}

/// Whether a noun is what somebody is: by its ending, or one of the common ones without any.
pub fn is_role(noun: &str) -> bool {
    #[rustfmt::skip]
    const ROLES: &[&str] = &[
        "activist", "adult", "aide", "ally", "architect", "aunt", "captain", "chemist", "chief",
        "child", "clerk", "colleague", "cook", "cousin", "critic", "diplomat", "director", "doctor",
        "driver", "expert", "fan", "friend", "general", "guard", "guest", "guide", "head",
        "historian", "host", "insider", "judge", "judges", "kid", "lawmaker", "local", "mayor",
        "mechanic", "monk", "narrator", "native", "neighbor", "neighbour", "nurse", "official",
        "officials", "parent", "patient", "pilot", "poet", "president", "priest", "prosecutor",
        "rabbi", "relative", "representative", "scholar", "secretary", "spokesperson", "student",
        "tourist", "uncle", "veteran", "victim", "visitor", "volunteer", "witness", "youth",
    ];
    #[rustfmt::skip]
    const THINGS: &[&str] = &[
        "answer", "banner", "chapter", "computer", "corner", "counter", "cover", "dinner", "factor",
        "letter", "matter", "mirror", "moment", "monitor", "motor", "number", "order", "other",
        "paper", "payment", "poster", "power", "quarter", "register", "river", "statement",
        "sticker", "summer", "supper", "tower", "water", "weather", "winter", "wonder", "poem",
        "rather", "another", "newspaper", "former", "latter",
    ];
    #[rustfmt::skip]
    const ENDINGS: &[&str] = &[
        "er", "or", "ist", "ian", "man", "woman", "eer", "ant", "ent", "lady", "boy", "girl", "ess",
    ];
    let has_ending = noun.len() > 4 && ENDINGS.iter().any(|ending| noun.ends_with(ending));
    let is_thing = THINGS.contains(&noun) || noun.ends_with("ment") || noun.ends_with("ness");
    !is_thing && (has_ending || ROLES.contains(&noun) || of_noun(noun) != Gender::Unknown)
}
