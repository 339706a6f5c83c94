//! Whom a form of a name is joined with: the one person whom it fits.
//!
//! Every rule asks for one who fits and no other: what fits two is a name of its own.

use super::{Cast, PersonId};
use crate::extract::quotes::name::is_particle;
use crate::extract::quotes::written_name::WrittenName;
use std::collections::HashMap;

/// Of so many people with one word in their names nobody is meant by it any more.
const N_NAMESAKES: usize = 6;

impl Cast<'_> {
    /// `Anna Petrovna`, who is the only Anna Petrovna Fox.
    pub(super) fn with_surname(&self, name: &WrittenName<'_>) -> Option<PersonId> {
        let known = self.by_two.get(&name.words.join(" ")).filter(|_| name.words.len() == 2)?;
        let mut fitting = known.iter().filter(|id| self.get(**id).gender.fits(name.gender()));
        fitting.next().copied().filter(|_| fitting.next().is_none())
    }

    /// `De Vries`, who is the only Jean-Luc de Vries.
    pub(super) fn with_particle(&self, name: &WrittenName<'_>) -> Option<PersonId> {
        let [first, last] = name.words[..] else { return None };
        let particle = first.to_lowercase();
        let known = self.by_last.get(last).filter(|_| is_particle(&particle))?;
        let end = format!(" {particle} {last}");
        let mut fitting = known.iter().filter(|id| self.get(**id).name.ends_with(&end));
        fitting.next().copied().filter(|_| fitting.next().is_none())
    }

    /// The only one who is written in full with this title before the given name: `Prince Karl`,
    /// where there is a Prince Karl Fox.
    pub(super) fn of_title(&self, title: &str, word: &str) -> Option<PersonId> {
        match self.by_title.get(&format!("{title} {word}"))?.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The only one with these initials: `LF` of a transcript is Lena Fox.
    pub(super) fn with_initials(&self, initials: &str) -> Option<PersonId> {
        let is_short = initials.len() < 4 && initials.bytes().all(|byte| byte.is_ascii_uppercase());
        let of = |name: &str| -> String {
            WrittenName::of(name).words.iter().filter_map(|word| word.chars().next()).collect()
        };
        let mut fitting = (0..self.people.len()).filter(|index| {
            let person = &self.people[*index];
            is_short
                && !person.is_thing
                && person.name.contains(' ')
                && of(&person.name) == initials
        });
        let only = fitting.next().filter(|_| fitting.next().is_none());
        only.map(|index| PersonId(index as u32))
    }

    /// `Suvórovs`, where the text names Suvórov.
    pub(super) fn is_several(&self, word: &str) -> bool {
        word.strip_suffix('s').is_some_and(|one| one.len() > 3 && self.n_alone(one) > 0)
    }

    /// Those with this surname, else those with this given name.
    pub(super) fn namesakes(&self, word: &str) -> Vec<PersonId> {
        let found = self.by_last.get(word).or_else(|| self.by_first.get(word));
        found.filter(|found| found.len() < N_NAMESAKES).cloned().unwrap_or_default()
    }
}

/// Notes that somebody has this word in the name.
pub(super) fn remember(map: &mut HashMap<String, Vec<PersonId>>, word: &str, id: PersonId) {
    let known = map.entry(word.to_owned()).or_default();
    if known.len() < N_NAMESAKES {
        known.push(id);
    }
}
