//! Where the clause of a predicate begins, and the word that opens it.

use super::lexicon::Kind;
use super::predicate::Predicate;
use super::subject::Syntax;
use super::word::Stop;

/// Where a clause begins.
#[derive(Debug, Clone, Copy)]
pub struct ClauseStart {
    /// Its first word.
    pub start: usize,
    /// The word that opens it: `when`, `which`, `that`.
    pub opener: Option<usize>,
}

impl Syntax<'_, '_> {
    /// Where the clause of the predicate at `index` begins, whose adverbs begin at `at`.
    pub fn clause(self, index: usize, at: usize) -> ClauseStart {
        let verb = at;
        let mut at = at;
        let mut others = self.predicates[..index].iter().rev().filter(|other| other.is_finite());
        let mut other = others.next();
        while at > 0 {
            let before = &self.list[at - 1];
            if before.stop >= Stop::Colon {
                break;
            }
            if let Some(other) = other.filter(|other| other.end == at) {
                return self.after_other(other, verb);
            }
            match before.kind {
                Kind::Relative | Kind::Subordinator => {
                    return ClauseStart { start: at, opener: Some(at - 1) };
                }
                Kind::That if self.opens_clause(at - 1) => {
                    return ClauseStart { start: at, opener: Some(at - 1) };
                }
                Kind::Hinge if self.hinge_opens(at, verb) => {
                    return ClauseStart { start: at, opener: Some(at - 1) };
                }
                Kind::Conjunction
                    if other.is_some_and(|other| self.is_new_clause(other, at - 1)) =>
                {
                    break;
                }
                _ => at -= 1,
            }
            while other.is_some_and(|other| other.end > at) {
                other = others.next();
            }
        }
        ClauseStart { start: at, opener: None }
    }

    /// A clause after another without an opener: `When it began, Berg left`, `said Berg left`.
    fn after_other(self, other: &Predicate, verb: usize) -> ClauseStart {
        let last = other.end - 1;
        let comma = (last..verb).find(|at| self.list[*at].stop == Stop::Comma);
        // `The men who signed it left`.
        let is_relative = self.relative_before(other.start).is_some();
        let start = match comma {
            Some(comma) => comma + 1,
            None if is_relative => verb,
            None => other.end,
        };
        ClauseStart { start, opener: None }
    }

    fn opens_clause(self, at: usize) -> bool {
        at > 0 && (self.list[at - 1].kind != Kind::Preposition) && self.list[at].stop == Stop::None
    }

    fn hinge_opens(self, at: usize, verb: usize) -> bool {
        at < verb
            && !matches!(self.list[at].kind, Kind::Date | Kind::Calendar)
            && self.list[at - 1..verb].iter().all(|word| word.stop == Stop::None)
    }

    /// Whether the conjunction at `at` joins clauses rather than nouns.
    fn is_new_clause(self, other: &Predicate, at: usize) -> bool {
        at > 0
            && (self.list[at - 1].stop == Stop::Comma
                || self.list[other.end - 1..at].iter().all(|word| word.stop == Stop::None))
    }
}
