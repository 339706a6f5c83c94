//! Complements: how far the words after a verb belong to it.

use super::lexicon::Kind;
use super::predicate::Form;
use super::subject::Syntax;
use super::word::{Stop, Word};
use crate::extract::verb::is_speech;

impl Syntax<'_, '_> {
    /// Where the complement of a predicate ends: at the first word of another clause.
    pub fn complement_end(self, index: usize) -> usize {
        let start = self.predicates[index].end;
        let end = self.open_complement_end(index);
        // `proved that the campaign` is the beginning of a clause.
        let that = (start..end).rev().find(|at| self.list[*at].kind == Kind::That);
        let has_verb = |that: &usize| {
            self.predicates
                .iter()
                .any(|other| other.is_finite() && other.start > *that && other.start < end)
        };
        let opens_clause = |that: &usize| {
            let kind = self.list.get(*that + 1).map(|next| next.kind);
            self.list[*that - 1].kind != Kind::Preposition
                && matches!(kind, Some(Kind::Article | Kind::Determiner | Kind::Name))
        };
        that.filter(|that| opens_clause(that) && !has_verb(that)).unwrap_or(end)
    }

    fn open_complement_end(self, index: usize) -> usize {
        let predicate = self.predicates[index];
        let mut n_clauses = 0;
        let mut at = predicate.end;
        while at < self.list.len() {
            let before = &self.list[at - 1];
            if before.stop > Stop::Comma {
                return at;
            }
            if before.stop == Stop::Comma && !self.goes_on_after_comma(at) {
                return at;
            }
            // `“… to Oslo,” said Berg`.
            if before.close.contains(['”', '"']) && is_speech(self.list[at].text) {
                return at;
            }
            match self.list[at].kind {
                // `gave what was left of it`.
                _ if at == predicate.end && self.list[at].is("what") => n_clauses += 1,
                Kind::Relative => return self.without_preposition(at, predicate.end),
                Kind::Subordinator if at > predicate.end => return at,
                Kind::That if at > predicate.end && self.is_relative(at) => return at,
                Kind::That => n_clauses += 1,
                Kind::Hinge if self.opens_clause_after(at) => return at,
                Kind::Conjunction if self.joins_verb(at) || self.is_behind_verb(index, at) => {
                    return at;
                }
                _ => {}
            }
            if let Some(next) = self.finite_at(at) {
                let told = is_speech(self.list[predicate.main].text);
                if n_clauses == 0 && !told {
                    let start = self.clause(next, at).start;
                    let end = if start > predicate.end { start } else { at };
                    // `the town | it had been`.
                    let is_subject = end == at
                        && end > predicate.end + 1
                        && self.list[end - 1].kind == Kind::Pronoun
                        && self.list[end - 2].is_nounish();
                    return end - usize::from(is_subject);
                }
                if n_clauses == 0 {
                    n_clauses = 1;
                }
            }
            at += 1;
        }
        at
    }

    fn finite_at(self, at: usize) -> Option<usize> {
        self.predicates.iter().position(|other| other.is_finite() && other.start == at)
    }

    /// `in which` ends a clause before its preposition.
    fn without_preposition(self, at: usize, lowest: usize) -> usize {
        let is_led = self.list[at - 1].kind == Kind::Preposition;
        if is_led { (at - 1).max(lowest) } else { at }
    }

    /// Whether `after` or `until` at `at` opens a clause with a verb.
    fn opens_clause_after(self, at: usize) -> bool {
        if self.list[at].is("than") {
            return false;
        }
        let end = (at..self.list.len())
            .find(|at| self.list[*at].stop > Stop::None)
            .unwrap_or(self.list.len());
        let next = self.predicates.iter().find(|other| other.start > at);
        next.is_some_and(|next| next.start <= end && matches!(next.form, Form::Finite | Form::Ing))
    }

    /// Whether nothing but a date stands between a verb and the conjunction at `at`, so that the noun
    /// behind it is none of its objects: `It had snowed that day and the path …`.
    fn is_behind_verb(self, index: usize, at: usize) -> bool {
        let predicate = &self.predicates[index];
        let verb = &self.list[predicate.main];
        // `It was Sunday and the feast`, `She spent 1942 and the winter there`.
        let needs_more = matches!(verb.kind, Kind::Be | Kind::Have) || verb.is("spent");
        let is_date = |word: &Word| matches!(word.kind, Kind::Date | Kind::Preposition);
        let opens_noun = |word: &Word| matches!(word.kind, Kind::Article | Kind::Name);
        let between = &self.list[predicate.end..at];
        !needs_more
            && between.iter().any(|word| word.kind == Kind::Date)
            && between.iter().all(is_date)
            && self.list.get(at + 1).is_some_and(opens_noun)
    }

    /// Whether the conjunction at `at` is followed by another verb or clause.
    fn joins_verb(self, at: usize) -> bool {
        let next = self.predicates.iter().find(|other| other.start > at);
        let Some(next) = next else { return false };
        let gap = &self.list[at + 1..next.start];
        if gap.iter().all(|word| word.kind == Kind::Adverb) {
            return true;
        }
        let is_near = !self.list[at..next.start].iter().any(|word| word.stop > Stop::None);
        let has_other = gap.iter().any(|word| {
            matches!(word.kind, Kind::Relative | Kind::That | Kind::Subordinator | Kind::Hinge)
        });
        is_near && !has_other && next.is_finite()
    }

    /// Whether what follows a comma is another item of a list.
    fn goes_on_after_comma(self, at: usize) -> bool {
        let list = self.list;
        let is_and = list[at].kind == Kind::Conjunction;
        if !is_item(&list[at]) || (is_and && !list.get(at + 1).is_some_and(is_item)) {
            return false;
        }
        let mut from = at;
        while from < list.len() && from - at < 24 {
            let length = list[from..].iter().position(|word| word.stop > Stop::None);
            let end = length.map_or(list.len(), |length| from + length + 1);
            let has_verb = self
                .predicates
                .iter()
                .any(|other| other.is_finite() && other.start >= from && other.start < end);
            let is_last =
                list[from..end].iter().take(6).any(|word| word.is("and") || word.is("or"));
            if has_verb || (end - from > 7 && !is_last) {
                return false;
            }
            if is_last {
                let opens_clause = list[from].kind == Kind::Conjunction && end < list.len();
                return !opens_clause || list[end - 1].stop > Stop::Comma;
            }
            if list[end - 1].stop > Stop::Comma {
                return false;
            }
            from = end;
        }
        false
    }
}

/// Whether a word may begin an item of a list.
fn is_item(word: &Word) -> bool {
    word.is_nounish()
        || word.is("and")
        || word.is("or")
        || matches!(word.kind, Kind::Article | Kind::Determiner)
}
