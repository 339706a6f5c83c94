//! Who speaks where nothing beside a quotation says it: who goes on, who acts, whose turn it is.

use super::{Beside, Resolver};
use crate::document::{BlockKind, TextRange};
use crate::extract::quotes::cast::PersonId;
use crate::extract::quotes::dialogue::Said;
use crate::extract::quotes::gender::Gender;
use crate::extract::quotes::mention::{Kind, Role};
use crate::extract::quotes::quote::{Join, Voice};
use crate::extract::quotes::rule::Rule;
use crate::extract::quotes::subject::Pronoun;
use std::ops::Range;

impl Resolver<'_, '_> {
    /// The speaker who goes on within the paragraph.
    pub(super) fn carried(
        &self,
        index: usize,
        quotes: &Range<usize>,
        last: Option<Said>,
        subject: Option<PersonId>,
    ) -> Option<Said> {
        let quote = &self.candidates[index];
        let last = last.filter(|_| index != quotes.start)?;
        if !matches!(quote.voice, Voice::Unsaid | Voice::Pronoun(_) | Voice::Named(..)) {
            return None;
        }
        let subject = subject.filter(|subject| self.can_be(index, *subject));
        if subject.is_none() && !self.can_be(index, last.person) {
            return None;
        }
        match subject.filter(|subject| *subject != last.person && quote.join == Join::Apart) {
            Some(person) => Some(Said { person, confidence: 0.6, rule: Rule::ActsBefore }),
            None => Some(Said {
                confidence: last.confidence.min(0.85),
                rule: Rule::SameParagraph,
                ..last
            }),
        }
    }

    /// Who acts right after the first quotation of a turn, as its first words say.
    pub(super) fn acting_after(&mut self, index: usize) -> Option<PersonId> {
        let end = self.end_of(index);
        let mention = self.mentions.get(self.n_seen).filter(|m| {
            m.role == Role::Subject
                && m.range.start() <= end + 2
                && m.range.start() < self.candidates[index].block.end()
        })?;
        match mention.kind {
            Kind::Pronoun(gender) => {
                let found =
                    self.pronoun(gender, mention.range.start(), &Beside::default(), true)?;
                Some(found.0)
            }
            _ => self
                .cast
                .person(&self.document[mention.range])
                .filter(|id| self.cast.get(*id).gender != Gender::Neuter),
        }
    }

    /// Who speaks where nothing says it.
    pub(super) fn unvoiced(&mut self, quotes: &Range<usize>, beside: &Beside) -> Option<Said> {
        let first = &self.candidates[quotes.start];
        if quotes.clone().any(|index| {
            matches!(
                self.candidates[index].voice,
                Voice::Unnamed
                    | Voice::Asks
                    | Voice::Answers
                    | Voice::Nominal(..)
                    | Voice::Pronoun(Pronoun::They)
            )
        }) {
            return None;
        }
        // A pronoun that means nobody surely still tells who does not speak.
        let gender = quotes.clone().find_map(|index| self.candidates[index].voice.gender());
        let can_speak = |person: &PersonId| {
            let is_spoken_to = [beside.addressee, beside.told].contains(&Some(*person));
            let fits = gender.is_none_or(|gender| self.cast.get(*person).gender.fits(gender));
            fits && !is_spoken_to
        };
        let acting = |person: Option<PersonId>, rule, confidence| {
            let person = person.filter(can_speak)?;
            Some(Said { person, confidence, rule })
        };
        acting(beside.after, Rule::ActsAfter, 0.7)
            .or_else(|| {
                acting(beside.before.filter(|_| first.join != Join::Opens), Rule::ActsBefore, 0.7)
            })
            .or_else(|| {
                let is_turn = matches!(first.join, Join::Opens | Join::Answers)
                    && self.is_in_dialogue(first.block);
                let said = self.dialogue.whose_turn(first.outer.start(), beside.addressee);
                said.filter(|said| is_turn && can_speak(&said.person))
            })
            .or_else(|| {
                let at = first.outer.start();
                let (person, _) = self
                    .acting
                    .filter(|(_, seen)| *seen > self.dialogue.end() && *seen + 700 > at)?;
                acting(Some(person), Rule::ActedBefore, 0.58)
            })
    }

    /// Whether a block and the last turn both stand in a block quotation, or neither does.
    fn is_in_dialogue(&self, block: TextRange) -> bool {
        let is_quoted = |at: usize| {
            let block = self.document.block_around(at);
            block.is_some_and(|block| block.kind == BlockKind::Quotation)
        };
        is_quoted(block.start()) == is_quoted(self.dialogue.end().saturating_sub(1))
    }
}
