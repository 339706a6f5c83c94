//! The part of a clause before its verb that is the subject: no opening phrases, no appositions.

use super::date_phrase::run_of_date;
use super::lexicon::Kind;
use super::subject::{SUBJECTS, Syntax};
use super::word::Stop;
use std::ops::Range;

impl Syntax<'_, '_> {
    /// The part of `start..end` that is a subject: no opening phrases, no appositions.
    pub(super) fn noun_part(self, start: usize, end: usize) -> Vec<usize> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut from = start;
        for at in start..end {
            if self.list[at].stop > Stop::None {
                parts.push(from..at + 1);
                from = at + 1;
            }
        }
        let is_interrupted = from == end;
        if !is_interrupted {
            parts.push(from..end);
        }
        let n_opening =
            parts.iter().take_while(|part| self.opens(part)).count().min(parts.len().max(1) - 1);
        let parts = &parts[n_opening..];
        match parts {
            [] => Vec::new(),
            // One comma parts no subject from its verb: `Anna, come here`.
            [only] if is_interrupted && n_opening == 0 && only.len() == 1 => Vec::new(),
            [first, ..] if is_interrupted => self.without_opening(first.clone()).collect(),
            [first, .., last] if self.is_list(parts) => (first.start..last.end).collect(),
            [.., last] => self.without_opening(last.clone()).collect(),
        }
    }

    /// Whether a part cannot be a subject.
    fn opens(self, part: &Range<usize>) -> bool {
        let words = &self.list[part.clone()];
        let is_opening = matches!(
            words[0].kind,
            Kind::Preposition
                | Kind::Hinge
                | Kind::Adverb
                | Kind::Ing
                | Kind::PastOrParticiple
                | Kind::Participle
                | Kind::Subordinator
                | Kind::To
                | Kind::Date
                | Kind::Calendar
                | Kind::Particle
        );
        // `On 25 August, the eve of the battle, …`.
        let is_day = part.start > 0
            && matches!(self.list[part.start - 1].kind, Kind::Date | Kind::Calendar | Kind::Number)
            && words[0].kind == Kind::Article
            && words
                .iter()
                .take(3)
                .any(|word| word.is_one_of(&["day", "eve", "anniversary", "feast"]));
        is_opening
            || is_day
            || words.iter().all(|word| matches!(word.kind, Kind::Number | Kind::Date))
    }

    /// Whether the parts are the items of a list: `Israel, Britain and France`.
    fn is_list(self, parts: &[Range<usize>]) -> bool {
        let has_and =
            |part: &Range<usize>| self.list[part.clone()].iter().any(|word| word.is("and"));
        parts.last().is_some_and(has_and)
            && parts.iter().all(|part| part.len() <= 6)
            && !parts[1..parts.len() - 1].iter().any(|part| self.opens(part))
    }

    /// A part without conjunctions, adverbs and phrases that open it.
    fn without_opening(self, mut part: Range<usize>) -> Range<usize> {
        while part.len() > 1 && self.list[part.start].kind == Kind::Adverb {
            part.start += 1;
        }
        let opens =
            |at: usize| matches!(self.list[at].kind, Kind::Preposition | Kind::Hinge | Kind::To);
        // The hinge of `Before noon on Friday, Berg left` may be left out already.
        let is_hinged = part.start > 0 && self.list[part.start - 1].kind == Kind::Hinge;
        let is_opened = opens(part.start) || is_hinged;
        if is_opened && let Some(start) = self.after_phrase(&part) {
            part.start = start;
        }
        let is_kept = |at: usize| {
            !matches!(
                self.list[at].kind,
                Kind::Conjunction | Kind::Adverb | Kind::Date | Kind::Calendar
            )
        };
        while part.len() > 1 && !is_kept(part.start) {
            part.start += 1;
        }
        // `After dinner | he went`; but `the coat he wore`.
        let is_subject = |at: &usize| {
            let before = self.list[at - 1].kind;
            let is_opened = is_opened || matches!(before, Kind::Date | Kind::Calendar);
            is_opened && before != Kind::Conjunction && self.list[*at].is_one_of(SUBJECTS)
        };
        part.start = (part.start + 1..part.end).rev().find(is_subject).unwrap_or(part.start);
        part
    }

    /// Where a noun begins after a phrase that opens a part: `In the second year | the port …`.
    fn after_phrase(self, part: &Range<usize>) -> Option<usize> {
        let is_noun_start = |at: &usize| {
            let (before, word) = (&self.list[at - 1], &self.list[*at]);
            let opens = matches!(word.kind, Kind::Article | Kind::Determiner | Kind::Pronoun);
            before.is_nounish()
                && (opens
                    || before.kind == Kind::Date
                    || (before.kind == Kind::Calendar && word.kind == Kind::Noun))
        };
        let after_date = run_of_date(self.list, part.start + 1).filter(|end| *end < part.end);
        after_date.or_else(|| (part.start + 2..part.end).find(is_noun_start))
    }
}
