//! Predicates: the verb groups of a sentence, told by the kinds of the words around them.
//!
//! In: words. Out: [`Predicate`]s, in order and disjoint. A form that is a past tense and a
//! participle (`signed`) is told by its neighbors first, and then by the clause: of two verbs
//! without anything between that parts clauses one is a participle.

use super::lexicon::Kind;
use super::past_form::past;
use super::settle::settle;
use super::word::{Stop, Word};
use crate::extract::verb::is_speech;
use std::ops::Range;

/// What a verb group does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// It makes a clause: `was signed`.
    Finite,
    /// It stands for a clause without subject: `signed by both`.
    Participle,
    /// Likewise, `signing it`.
    Ing,
    /// `to sign it`.
    Infinitive,
}

/// A verb with its auxiliaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Predicate {
    /// The first word.
    pub start: usize,
    /// After the last word.
    pub end: usize,
    /// The verb itself; the last auxiliary if there is none.
    pub main: usize,
    /// What it does.
    pub form: Form,
    /// Whether it may as well be a participle.
    pub is_ambiguous: bool,
    /// Whether it is in the passive.
    pub is_passive: bool,
}

impl Predicate {
    /// Whether the predicate makes a clause.
    pub fn is_finite(&self) -> bool {
        self.form == Form::Finite
    }

    /// The words of the group.
    pub fn words(&self) -> Range<usize> {
        self.start..self.end
    }

    pub(super) fn simple(at: usize, form: Form) -> Self {
        Self { start: at, end: at + 1, main: at, form, is_ambiguous: false, is_passive: false }
    }
}

/// The predicates of `list`.
pub fn predicates(list: &[Word]) -> Vec<Predicate> {
    let mut found: Vec<Predicate> = Vec::with_capacity(8);
    let is_past = list.iter().any(|word| match word.kind {
        Kind::Past | Kind::PastOrParticiple => true,
        Kind::Be => word.is("was") || word.is("were"),
        Kind::Have => word.is("had"),
        _ => false,
    });
    let mut at = 0;
    while at < list.len() {
        let predicate = match list[at].kind {
            Kind::Be | Kind::Have | Kind::Do | Kind::Modal => Some(group(list, at)),
            Kind::Past if !is_noun_here(list, at) => Some(Predicate::simple(at, Form::Finite)),
            Kind::Present if is_present(list, at, is_past) => {
                Some(Predicate::simple(at, Form::Finite))
            }
            Kind::PastOrParticiple => past(list, at, &found),
            Kind::Participle if !is_noun_here(list, at) => {
                Some(Predicate::simple(at, Form::Participle))
            }
            Kind::Ing => ing(list, at),
            Kind::To => infinitive(list, at),
            _ => None,
        };
        at = predicate.map_or(at + 1, |predicate| predicate.end);
        found.extend(predicate);
    }
    settle(list, &mut found);
    found
}

/// The word before `at` that nothing parts from it, adverbs aside.
pub(super) fn before(list: &[Word], at: usize) -> Option<usize> {
    let previous = at.checked_sub(1)?;
    match &list[previous] {
        word if word.stop > Stop::None => None,
        word if word.kind == Kind::Adverb => before(list, previous),
        _ => Some(previous),
    }
}

/// A group that begins with an auxiliary.
fn group(list: &[Word], at: usize) -> Predicate {
    let mut predicate = Predicate::simple(at, Form::Finite);
    let first = list[at].kind;
    let mut has_be = first == Kind::Be;
    let mut next = at + 1;
    while next < list.len() && list[next - 1].stop == Stop::None {
        let word = &list[next];
        if word.is("all") && list.get(next + 1).is_some_and(|after| after.is("but")) {
            next += 2;
            continue;
        }
        let is_part = match word.kind {
            Kind::Adverb => {
                next += 1;
                continue;
            }
            Kind::Participle | Kind::PastOrParticiple => {
                first != Kind::Do || has_be || word.text.len() < 4
            }
            Kind::Ing => has_be,
            Kind::Past if word.text.ends_with("ed") => first != Kind::Do,
            // `had had so bad an effect`.
            Kind::Have if first == Kind::Have && word.is("had") => true,
            // `did not read`, `would have been`.
            Kind::Noun | Kind::Have | Kind::Do | Kind::Past => {
                word.is("being") || (next == first_after(list, at) && is_before_base(first))
            }
            _ => word.is_one_of(&["been", "being"]),
        };
        if !is_part {
            break;
        }
        predicate.is_passive =
            has_be && matches!(word.kind, Kind::Participle | Kind::PastOrParticiple);
        predicate.main = next;
        predicate.end = next + 1;
        if word.is_one_of(&["be", "been", "being"]) {
            has_be = true;
        } else if !matches!(word.kind, Kind::Have | Kind::Do) {
            break;
        }
        next += 1;
    }
    predicate
}

fn first_after(list: &[Word], at: usize) -> usize {
    (at + 1..list.len()).find(|next| list[*next].kind != Kind::Adverb).unwrap_or(at + 1)
}

fn is_before_base(kind: Kind) -> bool {
    matches!(kind, Kind::Modal | Kind::Do)
}

/// Whether a form of a verb is a noun or an adjective where it stands: `the ground`, `in found …`.
fn is_noun_here(list: &[Word], at: usize) -> bool {
    before(list, at).is_some_and(|at| {
        matches!(list[at].kind, Kind::Article | Kind::Preposition | Kind::Number)
            || list[at].is_possessive()
    })
}

/// Whether a word in `-s` is a verb where it stands: after a subject, and before no verb.
///
/// In a sentence told in the past it is more often a noun: `the attacks on Oslo ended`.
fn is_present(list: &[Word], at: usize, is_past: bool) -> bool {
    let next = list.get(at + 1).filter(|_| list[at].stop == Stop::None);
    let is_before_verb = next.is_some_and(|next| {
        matches!(
            next.kind,
            Kind::Be | Kind::Have | Kind::Do | Kind::Modal | Kind::Past | Kind::PastOrParticiple
        ) || next.is("of")
    });
    let has_subject = match before(list, at) {
        Some(before) => {
            matches!(list[before].kind, Kind::Pronoun | Kind::Relative | Kind::That)
                || is_speech(list[at].text)
                || (!is_past
                    && (list[before].kind == Kind::Name
                        || (list[before].kind == Kind::Noun && before > 0)))
        }
        None => at > 0 && list[at - 1].stop == Stop::Comma,
    };
    has_subject && !is_before_verb
}

fn ing(list: &[Word], at: usize) -> Option<Predicate> {
    let is_verb = match before(list, at) {
        None => true,
        Some(previous) => match list[previous].kind {
            Kind::Hinge | Kind::Subordinator => true,
            Kind::Preposition => list[previous].is_one_of(&["by", "without", "of", "for", "in"]),
            Kind::Noun | Kind::Name => list.get(at + 1).is_some_and(|next| {
                !next.is_nounish() || matches!(next.kind, Kind::Name | Kind::Number)
            }),
            _ => false,
        },
    };
    is_verb.then(|| Predicate::simple(at, Form::Ing))
}

/// Whether words that are no sentence told in the past have a verb of the present that no table knows,
/// by its place: `man lands on the moon`, `students take the square`.
pub fn is_told_in_present(list: &[Word]) -> bool {
    let is_plain = |word: &Word| word.kind == Kind::Noun && word.stop == Stop::None;
    let has_s = |word: &Word| word.text.ends_with('s') && !word.text.ends_with("ss");
    let opens_noun = |word: &Word| matches!(word.kind, Kind::Article | Kind::Determiner);
    list.windows(3).any(|words| {
        let [subject, verb, after] = words else { return false };
        let is_subject = is_plain(subject) || subject.kind == Kind::Name;
        let is_led_on = opens_noun(after)
            || after.kind == Kind::Preposition && !after.is_one_of(&["of", "for", "with"]);
        let is_small = verb.text.starts_with(char::is_lowercase);
        is_subject
            && subject.stop == Stop::None
            && is_small
            && (is_plain(verb) || verb.kind == Kind::Present)
            && (has_s(verb) && !has_s(subject) && is_led_on
                || has_s(subject) && !has_s(verb) && opens_noun(after))
    })
}

/// `to meet`; not `to war`, which is a place to go to.
fn infinitive(list: &[Word], at: usize) -> Option<Predicate> {
    const PLACES: &[&str] = &[
        "war",
        "power",
        "death",
        "victory",
        "defeat",
        "peace",
        "independence",
        "prison",
        "school",
        "sea",
        "court",
        "life",
        "shore",
        "land",
        "date",
        "exile",
        "office",
        "trial",
        "part",
        "political",
        "military",
        "public",
        "civil",
        "foreign",
        "high",
        "south",
        "north",
        "east",
        "west",
        "southern",
        "northern",
        "eastern",
        "western",
        "one",
        "about",
        "men",
        "people",
    ];
    let main = first_after(list, at);
    let word = list.get(main).filter(|_| list[at].stop == Stop::None)?;
    let is_verb =
        matches!(word.kind, Kind::Noun | Kind::PastOrParticiple | Kind::Past | Kind::Have)
            && !word.is_one_of(PLACES)
            && !word.text.ends_with("tion")
            && (!word.text.ends_with('s') || word.text.ends_with("ss"));
    // `to be opened`.
    let is_part = |at: &usize| {
        word.is("be")
            && list[main..*at].iter().all(|word| word.stop == Stop::None)
            && matches!(list[*at].kind, Kind::PastOrParticiple | Kind::Participle)
    };
    let opened = Some(first_after(list, main)).filter(|at| *at < list.len()).filter(is_part);
    let main = opened.unwrap_or(main);
    is_verb.then_some(Predicate {
        start: at,
        end: main + 1,
        main,
        form: Form::Infinitive,
        is_ambiguous: false,
        is_passive: opened.is_some(),
    })
}
