//! What all forms of a name say of whose it is: a gender, and whether it is somebody.

use super::form::{Evidence, Form};
use super::parts::N_RARE;
use super::{Cast, Person, PersonId, both};
use crate::extract::quotes::gender::Gender;
use crate::extract::quotes::personal::is_publisher;

impl Cast<'_> {
    /// What the sentences say of everybody: pronouns after the names, where these do not tell a
    /// gender, and whether it is somebody at all.
    pub(super) fn tell_genders(&mut self) {
        let mut tallies = vec![Tally::default(); self.people.len()];
        for person in &mut self.people {
            person.is_somebody = matches!(person.gender, Gender::Male | Gender::Female);
        }
        for form in &self.written {
            let Some(PersonId(id)) = form.person else { continue };
            tallies[id as usize].add(form);
            let person = &mut self.people[id as usize];
            person.spoken_to = both(person.spoken_to, form.spoken_to);
            person.n_narrated += form.n_narrated;
            person.is_somebody |= form.is_voice || form.title.is_some_and(is_personal);
        }
        for (person, tally) in self.people.iter_mut().zip(tallies) {
            tally.tell(person);
        }
    }
}

/// What all forms of a name say.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    n_mentions: u32,
    evidence: Evidence,
    is_voice: bool,
    /// A form of more than one word, or one of one word twice, has a verb of its own.
    acts: bool,
}

impl Tally {
    fn add(&mut self, form: &Form<'_>) {
        self.n_mentions += form.n_mentions;
        self.evidence.add(form.evidence);
        self.is_voice |= form.is_voice;
        let n_acts = form.evidence.n_acts;
        self.acts |= n_acts > 1 || (n_acts > 0 && form.text.contains(' '));
    }

    fn tell(&self, person: &mut Person) {
        let Evidence { n_he, n_she, n_acts, n_personal, .. } = self.evidence;
        person.is_somebody |= self.acts || (n_acts > 0 && person.name.contains(' '));
        if person.gender != Gender::Unknown {
            return;
        }
        person.is_thing = self.n_mentions > 0 && self.evidence.is_of_other(self.n_mentions);
        person.is_person =
            n_personal * N_RARE >= self.n_mentions && n_personal > 0 && !is_publisher(&person.name);
        person.is_somebody |= person.is_person;
        person.gender = match () {
            () if person.is_thing && !self.is_voice => Gender::Neuter,
            () if n_he > 2 * n_she => Gender::Male,
            () if n_she > 2 * n_he => Gender::Female,
            () => Gender::Unknown,
        };
    }
}

/// Whether a title is that of somebody, and no first word of many things: `Private`, `Chief`.
fn is_personal(title: &str) -> bool {
    !matches!(
        title,
        "Prime" | "Executive" | "Private" | "Master" | "Chief" | "Leader" | "Saint" | "St" | "Whip"
    )
}
