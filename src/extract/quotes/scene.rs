//! The scene: who was mentioned and who spoke lately, to tell whom a pronoun means.

use super::cast::{Cast, PersonId};
use super::dialogue::LastTwo;
use super::gender::Gender;

/// So many people are kept in mind.
const N_PRESENT: usize = 10;

/// Somebody who was mentioned lately.
#[derive(Debug, Clone, Copy)]
struct Present {
    person: PersonId,
    /// The end of the last mention, and of the last one as a subject.
    seen_at: usize,
    subject_at: Option<usize>,
    /// Where the last mention opened its sentence.
    opened_at: Option<usize>,
    /// The end of the last mention with a verb of speech.
    spoke_at: Option<usize>,
}

/// How somebody is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// In any part of a sentence.
    Beside,
    /// As a subject, or quoted.
    Acting,
    /// As the subject that opens its sentence.
    Opening,
    /// As the subject of a verb of speech in the narration.
    Speaking,
}

/// Who is about.
#[derive(Debug, Default)]
pub struct Scene {
    /// People; the last mentioned are last.
    present: Vec<Present>,
    /// Bodies, likewise.
    bodies: Vec<Present>,
}

/// What is known of somebody whom a pronoun means.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// The pronoun's gender.
    pub gender: Gender,
    /// Where the pronoun's sentence begins.
    pub at: usize,
    /// Where its block begins.
    pub block_at: usize,
    /// Who spoke in the paragraphs before, if this one answers them.
    pub before: LastTwo,
    /// Who is surely not meant: those spoken to.
    pub others: [Option<PersonId>; 3],
}

impl Scene {
    /// Somebody is mentioned in the narration, or speaks.
    pub fn see(&mut self, cast: &Cast<'_>, person: PersonId, at: usize, part: Seen) {
        let known = cast.get(person);
        let list = match known.gender {
            _ if known.is_thing => return,
            Gender::Neuter => &mut self.bodies,
            _ if known.is_somebody => &mut self.present,
            _ => return,
        };
        let index = list.iter().position(|present| present.person == person);
        let before = index.map(|index| list.remove(index));
        let at_if = |is_now: bool, last: Option<usize>| if is_now { Some(at) } else { last };
        let last = |of: fn(&Present) -> Option<usize>| before.as_ref().and_then(of);
        let subject_at = at_if(part != Seen::Beside, last(|before| before.subject_at));
        let opened_at = at_if(part == Seen::Opening, last(|before| before.opened_at));
        let spoke_at = at_if(part == Seen::Speaking, last(|before| before.spoke_at));
        if list.len() == N_PRESENT {
            list.remove(0);
        }
        list.push(Present { person, seen_at: at, subject_at, opened_at, spoke_at });
    }

    /// The body that `it` means, mentioned at `from` or later: the last one that did something,
    /// else the only one.
    pub fn body_since(&self, from: usize) -> Option<PersonId> {
        let mut late = self.bodies.iter().filter(|body| body.seen_at >= from);
        let acting = late.clone().filter(|body| body.subject_at >= Some(from));
        let only = late.next().filter(|_| late.next().is_none());
        acting.max_by_key(|body| body.subject_at).or(only).map(|body| body.person)
    }

    /// Whom a pronoun means, and how sure that is.
    pub fn find(&self, cast: &Cast<'_>, wanted: Wanted) -> Option<(PersonId, f32)> {
        let opened_at = self.present.iter().filter_map(|present| present.opened_at).max();
        let mut scores: Vec<(f32, PersonId)> = self
            .present
            .iter()
            .filter(|present| can_be(cast, present.person, wanted))
            .map(|present| (score(cast, present, wanted, opened_at), present.person))
            .collect();
        scores.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (best, person) = *scores.first()?;
        let margin = scores.get(1).map_or(2.0, |(second, _)| best - second);
        let confidence = match margin {
            _ if best < -3.0 => 0.5,
            m if m >= 1.0 => 0.8,
            m if m >= 0.4 => 0.7,
            m if m >= 0.05 => 0.62,
            _ => 0.55,
        };
        Some((person, confidence))
    }
}

fn can_be(cast: &Cast<'_>, person: PersonId, wanted: Wanted) -> bool {
    cast.get(person).gender.fits(wanted.gender) && !wanted.others.contains(&Some(person))
}

/// How well a pronoun means somebody; `opened_at` is where a person last opened a sentence.
fn score(cast: &Cast<'_>, present: &Present, wanted: Wanted, opened_at: Option<usize>) -> f32 {
    let far = |at: usize| wanted.at.saturating_sub(at).min(8000) as f32 / 1000.0;
    let mut score = -1.15 * far(present.seen_at);
    match present.subject_at {
        Some(at) if at >= wanted.block_at => score += 1.5,
        _ if present.seen_at >= wanted.block_at => score += 0.9,
        Some(at) => score += 0.6 - 0.5 * far(at).min(1.2),
        None => {}
    }
    // `De Vries nodded when Fox, a pilot, came. “…,” he said.`
    if present.opened_at >= Some(wanted.block_at) && present.opened_at == opened_at {
        score += 0.35;
    }
    // `Ruiz said that Fox could have settled. “…,” she said.`
    if present.spoke_at >= Some(wanted.block_at) {
        score += 0.8;
    }
    let LastTwo { last, addressee, other, end } = wanted.before;
    // Who has acted since somebody spoke is likely to answer.
    let acted = present.subject_at.filter(|at| *at < wanted.block_at);
    if end > 0 && acted > Some(end) {
        score += 0.7;
    }
    if last == Some(present.person) && present.subject_at < Some(wanted.block_at) {
        score -= 0.7;
    }
    if other == Some(present.person) {
        score += 0.5;
    }
    if addressee == Some(present.person) {
        score += 1.0;
    }
    if cast.get(present.person).gender == Gender::Unknown {
        score -= 0.25;
    }
    score
}
