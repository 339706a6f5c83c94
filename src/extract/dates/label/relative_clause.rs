//! Relative clauses: whether `who`, `which` or `that` goes on from a noun, and what its verb is said of.

use super::lexicon::Kind;
use super::noun::noun_phrase_before;
use super::subject::{Subject, Syntax};
use super::word::Stop;
use crate::extract::verb::is_speech;
use std::ops::Range;

/// Verbs beside those of speech that a clause with `that` belongs to.
const TELLING: &[&str] = &[
    "announced",
    "revealed",
    "showed",
    "declared",
    "agreed",
    "promised",
    "decided",
    "found",
    "learned",
    "confirmed",
    "ordered",
    "demanded",
    "denied",
    "proved",
    "ruled",
    "feared",
    "hoped",
    "reminded",
    "assured",
    "conceded",
    "admitted",
    "acknowledged",
    "convinced",
    "persuaded",
    "knew",
    "realized",
    "understood",
];

/// What a clause with `that` may be said to be.
const PLAIN: &[&str] =
    &["apparent", "clear", "evident", "obvious", "certain", "likely", "plain", "probable", "true"];

impl Syntax<'_, '_> {
    /// Whether `that`, `who` or `which` at `opener` goes on from a noun.
    pub fn is_relative(self, opener: usize) -> bool {
        const FACTS: &[&str] = &[
            "fact",
            "claim",
            "news",
            "belief",
            "idea",
            "hope",
            "fear",
            "announcement",
            "view",
            "evidence",
            "condition",
            "suggestion",
            "report",
            "reports",
            "demand",
            "argument",
            "so",
        ];
        let word = &self.list[opener];
        let Some(before) = opener.checked_sub(1).map(|at| &self.list[at]) else { return false };
        if self.predicates.iter().any(|other| other.words().contains(&(opener - 1))) {
            return false;
        }
        match word.kind {
            Kind::Relative => before.kind != Kind::Preposition || word.is("whose"),
            Kind::That => {
                before.is_nounish()
                    && !matches!(before.kind, Kind::Calendar | Kind::Date)
                    && !before.is_one_of(FACTS)
                    && before.stop == Stop::None
                    && !self.is_told_before(opener)
            }
            _ => false,
        }
    }

    /// Whether `that` at `at` follows a verb of telling: `reported in the journal that …`.
    fn is_told_before(self, at: usize) -> bool {
        let last = self.predicates.iter().rev().find(|other| other.is_finite() && other.end <= at);
        last.is_some_and(|last| {
            let verb = &self.list[last.main];
            let between = &self.list[last.end - 1..at];
            let is_apart = between.iter().any(|word| word.stop > Stop::Comma);
            let is_plain =
                verb.kind == Kind::Be && between.iter().any(|word| word.is_one_of(PLAIN));
            !is_apart && (is_plain || is_speech(verb.text) || verb.is_one_of(TELLING))
        })
    }

    pub(super) fn relative_subject(self, opener: usize, start: usize, at: usize) -> Subject {
        let noun = self.noun_before(opener);
        if self.list[opener].is("whose") {
            let n_owner = noun.len();
            let words = noun.chain(start..at).collect();
            return Subject { words, n_owner, ..Subject::default() };
        }
        let is_time = |at: usize| {
            let kind = self.list[at].kind;
            matches!(kind, Kind::Date | Kind::Calendar | Kind::Preposition | Kind::Adverb)
        };
        // `who in 1950 signed it`, `who, tired of it, left`.
        if (start..at).all(is_time) || self.list[opener].stop == Stop::Comma {
            return Subject { words: noun.collect(), ..Subject::default() };
        }
        Subject { words: self.noun_part(start, at), object: noun, ..Subject::default() }
    }

    /// The noun before a relative clause; not an age: `Berg, 88, who …`.
    fn noun_before(self, opener: usize) -> Range<usize> {
        let is_age = opener > 1
            && self.list[opener - 1].kind == Kind::Number
            && self.list[opener - 2].stop == Stop::Comma;
        let noun = noun_phrase_before(self.list, if is_age { opener - 1 } else { opener });
        // `the shootings of monks who …` are no persons.
        let of = noun.clone().rev().find(|at| self.list[*at].is("of"));
        match of {
            Some(of) if self.list[opener].is("who") && self.list[opener - 1].stop == Stop::None => {
                of + 1..noun.end
            }
            _ => noun,
        }
    }

    /// The `who` or `that` which goes on from a noun and opens the clause of a verb at `verb`.
    pub(super) fn relative_before(self, verb: usize) -> Option<usize> {
        const REACH: usize = 8;
        (verb.saturating_sub(REACH)..verb)
            .rev()
            .take_while(|at| self.list[*at].stop == Stop::None)
            .find(|at| self.is_relative(*at))
    }

    /// The noun before a relative clause that stands between it and its verb.
    pub(super) fn interrupted(self, start: usize) -> Vec<usize> {
        const REACH: usize = 24;
        let is_opener = |at: &usize| {
            matches!(self.list[*at].kind, Kind::Relative | Kind::That) && self.is_relative(*at)
        };
        // `Berg, for whom they waited, came`.
        let is_led = |at: &usize| {
            *at > 1
                && self.list[*at].kind == Kind::Relative
                && self.list[at - 1].kind == Kind::Preposition
                && self.list[at - 2].stop == Stop::Comma
        };
        let lowest = start.saturating_sub(REACH);
        let found = (lowest..start).rev().find(|at| is_opener(at) || is_led(at));
        let Some(opener) = found else { return Vec::new() };
        if is_led(&opener) {
            return self.noun_before(opener - 1).collect();
        }
        let is_end = |at: &usize| self.list[*at].stop > Stop::Comma;
        let first = (0..opener).rev().find(is_end).map_or(0, |at| at + 1);
        let has_verb = self
            .predicates
            .iter()
            .any(|other| other.is_finite() && other.start >= first && other.start < opener);
        if has_verb { self.noun_before(opener).collect() } else { self.noun_part(first, opener) }
    }
}
