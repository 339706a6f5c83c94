//! Subjects: who or what a predicate is said of.
//!
//! A relative clause is said of the noun before it, a verb after `and` of the subject of the verb
//! before it, a participle of the noun before or after it.

use super::lexicon::Kind;
use super::noun::noun_phrase_before;
use super::predicate::{Form, Predicate};
use super::word::{Stop, Word};
use std::ops::Range;

/// How many verbs in a row may share a subject.
const N_SHARING: usize = 4;

/// Pronouns that are nothing but subjects.
pub(super) const SUBJECTS: &[&str] = &["he", "she", "they", "we", "I"];

/// Whether a clause without a pronoun of its own may go on from a word: `the coat | he wore`.
fn may_be_object(word: &Word) -> bool {
    matches!(word.kind, Kind::Noun | Kind::Ing | Kind::Determiner | Kind::Number)
}

/// What a predicate is said of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// The words, as indices in order.
    pub words: Vec<usize>,
    /// The auxiliaries that the verb shares with the one before `and`: `was signed and renewed`.
    pub auxiliaries: Range<usize>,
    /// The noun before a relative clause that lacks its object: `the treaty which Britain signed`.
    pub object: Range<usize>,
    /// How many of the words stand before `whose`.
    pub n_owner: usize,
}

/// Words and their predicates.
#[derive(Debug, Clone, Copy)]
pub struct Syntax<'s, 'a> {
    /// The words.
    pub list: &'s [Word<'a>],
    /// Their predicates.
    pub predicates: &'s [Predicate],
}

impl Syntax<'_, '_> {
    /// The subject of the predicate at `index`; without words if none is found.
    pub fn subject(self, index: usize) -> Subject {
        self.shared_subject(index, N_SHARING)
    }

    fn shared_subject(self, index: usize, n_left: usize) -> Subject {
        let at = self.before_adverbs(self.predicates[index].start);
        let is_joined = at > 0
            && self.list[at - 1].kind == Kind::Conjunction
            && self.list[at - 1].stop == Stop::None;
        if is_joined
            && n_left > 0
            && let Some(other) = self.joined_to(index, at - 1)
        {
            let auxiliaries = self.shared_auxiliaries(other, index);
            return Subject { auxiliaries, ..self.shared_subject(other, n_left - 1) };
        }
        match self.predicates[index].form {
            Form::Finite => self.finite_subject(index, at, n_left),
            Form::Participle | Form::Ing => self.participle_subject(index, at),
            Form::Infinitive => Subject::default(),
        }
    }

    /// Where the adverbs before `at` begin.
    pub fn before_adverbs(self, mut at: usize) -> usize {
        while at > 0
            && self.list[at - 1].kind == Kind::Adverb
            && self.list[at - 1].stop < Stop::Colon
        {
            at -= 1;
        }
        at
    }

    /// The predicate that the one at `index` is joined to by the conjunction at `at`.
    fn joined_to(self, index: usize, at: usize) -> Option<usize> {
        let form = self.predicates[index].form;
        let is_joined = |other: &usize| {
            let other = &self.predicates[*other];
            let is_apart = self.list[other.end - 1..at].iter().any(|word| word.stop > Stop::Comma);
            other.form == form && !is_apart
        };
        (0..index).rev().find(is_joined)
    }

    /// `was`, for the `renewed` of `was signed and renewed`.
    fn shared_auxiliaries(self, other: usize, index: usize) -> Range<usize> {
        let (other, own) = (&self.predicates[other], &self.predicates[index]);
        let after = self.list.get(own.end).filter(|_| self.list[own.end - 1].stop == Stop::None);
        let has_object = after.is_some_and(|word| {
            word.is_nounish() && word.kind != Kind::Date
                || matches!(word.kind, Kind::Article | Kind::Determiner | Kind::Pronoun)
        });
        let is_near = own.start < 2 || self.list[own.start - 2].stop == Stop::None;
        let is_bare = own.start + 1 == own.end && own.is_ambiguous && is_near;
        if other.is_passive && is_bare && !has_object && self.list[own.main].text.ends_with("ed") {
            other.start..other.main
        } else {
            0..0
        }
    }

    fn finite_subject(self, index: usize, at: usize, n_left: usize) -> Subject {
        let clause = self.clause(index, at);
        if let Some(opener) = clause.opener
            && self.is_relative(opener)
        {
            return self.relative_subject(opener, clause.start, at);
        }
        let words = if clause.start < at {
            self.noun_part(clause.start, at)
        } else {
            self.interrupted(clause.start)
        };
        let is_listed = words.is_empty() && at > 0 && self.list[at - 1].stop == Stop::Comma;
        if is_listed
            && n_left > 0
            && let Some(other) = self.joined_to(index, at)
        {
            return self.shared_subject(other, n_left - 1);
        }
        Subject { words: self.last_noun(words), ..Subject::default() }
    }

    /// The words of a subject without a noun that stands before it and belongs to another phrase:
    /// `after church | the footman`, `when he woke up | he`.
    fn last_noun(self, mut words: Vec<usize>) -> Vec<usize> {
        const HALVES: &[&str] = &["half", "twice", "double", "quarter"];
        let opens_with_pronoun =
            words.first().is_some_and(|first| self.list[*first].kind == Kind::Pronoun);
        let begins = |index: &usize| {
            let at = words[*index];
            let (before, word) = (&self.list[words[index - 1]], &self.list[at]);
            let is_pronoun = word.kind == Kind::Pronoun
                && word.is_one_of(SUBJECTS)
                && before.kind != Kind::Conjunction
                && (before.stop > Stop::None || opens_with_pronoun || !may_be_object(before));
            // `Peter the Great` is one.
            let is_named = self.list.get(at + 1).is_some_and(|next| next.kind == Kind::Name);
            let is_noun = word.kind == Kind::Article
                && before.is_nounish()
                && before.stop == Stop::None
                && words[index - 1] + 1 == at
                && !before.is_one_of(HALVES)
                && !(is_named && before.kind == Kind::Name);
            is_pronoun || is_noun
        };
        if let Some(start) = (1..words.len()).rev().find(begins) {
            words.drain(..start);
        }
        words
    }

    fn participle_subject(self, index: usize, at: usize) -> Subject {
        let before = at.checked_sub(1).map(|before| &self.list[before]);
        let is_after_noun =
            before.is_some_and(|word| word.is_nounish() && word.stop <= Stop::Comma);
        if is_after_noun && !self.is_opening_phrase(at) {
            let words = noun_phrase_before(self.list, at).collect();
            return Subject { words, ..Subject::default() };
        }
        // `Born in Oslo, Berg left`: the noun after it.
        let next =
            (index + 1..self.predicates.len()).find(|next| self.predicates[*next].is_finite());
        let is_near = |next: &usize| {
            let between = &self.list[at..self.predicates[*next].start];
            !between.iter().any(|word| word.stop > Stop::Comma)
                && between.iter().any(|word| word.stop == Stop::Comma)
        };
        next.filter(is_near).map_or_else(Subject::default, |next| self.subject(next))
    }

    /// Whether only a phrase with a preposition stands before `at` in its sentence.
    fn is_opening_phrase(self, at: usize) -> bool {
        let start =
            (0..at).rev().find(|at| self.list[*at].stop > Stop::Comma).map_or(0, |at| at + 1);
        matches!(self.list[start].kind, Kind::Preposition | Kind::Hinge)
            && self.list[at - 1].stop == Stop::Comma
            && !self.list[start..at - 1].iter().any(|word| word.stop == Stop::Comma)
    }
}
