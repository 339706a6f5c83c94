//! Dialogue: whose turn it is where nothing says who speaks.
//!
//! Two people who talk take turns, A-B-A-B, as long as nothing else comes between them.

use super::cast::PersonId;
use super::rule::Rule;
use std::ops::Range;

/// Turns with more narration between them, in bytes, are no dialogue.
const APART: usize = 350;
/// How far back the other one of two may have spoken, in turns.
const N_BACK: usize = 6;

/// Who speaks, and why.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Said {
    /// Who.
    pub person: PersonId,
    /// From 0 to 1.
    pub confidence: f32,
    /// The rule that found it.
    pub rule: Rule,
}

/// Who spoke in the last two turns.
#[derive(Debug, Clone, Copy, Default)]
pub struct LastTwo {
    /// The last speaker.
    pub last: Option<PersonId>,
    /// Whom that one named in speaking to them.
    pub addressee: Option<PersonId>,
    /// The speaker before.
    pub other: Option<PersonId>,
    /// Where the last turn ended.
    pub end: usize,
}

/// The turns so far of the dialogue that goes on.
#[derive(Debug, Default)]
pub struct Dialogue {
    turns: Vec<Turn>,
    /// What those before it left to be told.
    filled: Vec<(Range<usize>, Said)>,
}

#[derive(Debug, Clone)]
struct Turn {
    /// Its quotations.
    quotes: Range<usize>,
    start: usize,
    end: usize,
    said: Option<Said>,
    addressee: Option<PersonId>,
}

impl Dialogue {
    /// Adds a turn.
    pub fn push(
        &mut self,
        quotes: Range<usize>,
        start: usize,
        end: usize,
        said: Option<Said>,
        addressee: Option<PersonId>,
    ) {
        if start.saturating_sub(self.end()) > APART {
            self.fill_back();
            self.turns.clear();
        }
        self.turns.push(Turn { quotes, start, end, said, addressee });
    }

    /// Who spoke in the last two turns before `at`, if they are near.
    pub fn last_two(&self, at: usize) -> LastTwo {
        let is_near = |turn: &&Turn, at: usize| at.saturating_sub(turn.end) <= APART;
        let Some(last) = self.turns.last().filter(|last| is_near(last, at)) else {
            return LastTwo::default();
        };
        let other = self.turns.len().checked_sub(2).map(|index| &self.turns[index]);
        LastTwo {
            last: last.speaker(),
            addressee: last.addressee,
            end: last.end,
            other: other.filter(|other| is_near(other, last.start)).and_then(Turn::speaker),
        }
    }

    /// Where the last turn ended.
    pub fn end(&self) -> usize {
        self.turns.last().map_or(0, |last| last.end)
    }

    /// Whose turn it is at `at`: not that of the last speaker, but of the other one.
    pub fn whose_turn(&self, at: usize, addressee: Option<PersonId>) -> Option<Said> {
        let last = self.turns.last().filter(|last| at.saturating_sub(last.end) <= APART)?;
        let Some(said) = last.said else {
            let before = self.turns.len().checked_sub(2).map(|index| &self.turns[index])?;
            let near = last.start.saturating_sub(before.end) <= APART;
            let said = before.said.filter(|said| near && addressee != Some(said.person))?;
            return Some(Said { confidence: 0.61, rule: Rule::Alternation, ..said });
        };
        let other = self.other_than(said.person);
        let (person, confidence) = match (other, last.addressee) {
            (Some((other, 1)), _) => (other, 0.75_f32.min(said.confidence)),
            (_, Some(addressed)) if addressed != said.person => (addressed, 0.7),
            (Some((other, _)), _) => (other, 0.62_f32.min(said.confidence)),
            (None, _) => return None,
        };
        let is_free = addressee != Some(person);
        is_free.then_some(Said { person, confidence, rule: Rule::Alternation })
    }

    /// The last one who spoke before the last speaker, and how many turns before.
    fn other_than(&self, speaker: PersonId) -> Option<(PersonId, usize)> {
        let lately = self.turns.windows(2).rev().take(N_BACK);
        let near = lately.take_while(|two| two[1].start.saturating_sub(two[0].end) <= APART);
        near.enumerate().find_map(|(at, two)| {
            two[0].speaker().filter(|other| *other != speaker).map(|other| (other, at + 1))
        })
    }

    /// The turns before a dialogue whose speakers only the turns after them tell.
    pub fn filled_back(&mut self) -> Vec<(Range<usize>, Said)> {
        self.fill_back();
        std::mem::take(&mut self.filled)
    }

    fn fill_back(&mut self) {
        for index in (0..self.turns.len().saturating_sub(2)).rev() {
            let [turn, next, third] = &self.turns[index..index + 3] else { continue };
            let is_near = next.start.saturating_sub(turn.end) <= APART
                && third.start.saturating_sub(next.end) <= APART;
            let (Some(answer), Some(said)) = (next.speaker(), third.said) else { continue };
            let is_free = turn.addressee != Some(said.person) && answer != said.person;
            if turn.said.is_none() && is_near && is_free {
                let said =
                    Said { confidence: said.confidence.min(0.58), rule: Rule::Alternation, ..said };
                self.filled.push((turn.quotes.clone(), said));
                self.turns[index].said = Some(said);
            }
        }
    }
}

impl Turn {
    fn speaker(&self) -> Option<PersonId> {
        self.said.map(|said| said.person)
    }
}
