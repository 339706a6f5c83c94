//! Which clause or phrase of a sentence says what happened at its date.

use super::date_phrase::{DatePhrase, Role};
use super::lexicon::Kind;
use super::noun::noun_phrase_before;
use super::predicate::Form;
use super::subject::Syntax;
use super::word::{Stop, Word};
use std::ops::Range;

/// What a label is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Governor {
    /// The clause of the predicate with this index.
    Clause(usize),
    /// A phrase without a verb of its own.
    Phrase(Range<usize>),
    /// Nothing that can be told.
    None,
}

/// The words near the date, by what parts them.
struct Surroundings {
    /// From the semicolon, colon or dash before the date to the next after it.
    whole: Range<usize>,
    /// After the last comma before the date.
    part: usize,
    /// The last predicate before the phrase of the date.
    left: Option<usize>,
    /// The first finite one after it.
    right: Option<usize>,
}

/// What governs the date of `syntax`.
pub fn governor(syntax: Syntax, phrase: &DatePhrase) -> Governor {
    let around = Surroundings::of(syntax, &phrase.words);
    let (left, right) = (around.left, around.right);
    let list = syntax.list;
    let start = phrase.words.start;
    let clause = |choice: Option<usize>| choice.map_or(Governor::None, Governor::Clause);
    if is_cleft(list, &phrase.words) && right.is_some() {
        return clause(right);
    }
    if start == around.whole.start {
        return clause(main_after(syntax, &phrase.words).or(right));
    }
    if matches!(
        list[start - 1].kind,
        Kind::Conjunction | Kind::Subordinator | Kind::Relative | Kind::That
    ) {
        return clause(right.or(left));
    }
    if start == around.part {
        return clause(after_comma(syntax, &phrase.words, &around));
    }
    if let Some(left) = left.filter(|left| syntax.predicates[*left].start >= around.part) {
        return match phrase.role {
            Role::Time => Governor::Clause(left),
            _ => within_object(syntax, phrase, left),
        };
    }
    without_verb(syntax, phrase, &around)
}

impl Surroundings {
    fn of(syntax: Syntax, phrase: &Range<usize>) -> Self {
        let list = syntax.list;
        let is_end = |at: &usize| list[*at].stop > Stop::Comma;
        let start = (0..phrase.start).rev().find(is_end).map_or(0, |at| at + 1);
        let end = (phrase.end - 1..list.len()).find(is_end).map_or(list.len(), |at| at + 1);
        let part = (start..phrase.start)
            .rev()
            .find(|at| list[*at].stop == Stop::Comma)
            .map_or(start, |at| at + 1);
        let left = syntax
            .predicates
            .iter()
            .rposition(|other| other.end <= phrase.start && other.start >= start);
        let right = syntax
            .predicates
            .iter()
            .position(|other| other.is_finite() && other.start >= phrase.end && other.start < end);
        Self { whole: start..end, part, left, right }
    }
}

/// After a date that opens its sentence, the first clause that stands by itself.
fn main_after(syntax: Syntax, phrase: &Range<usize>) -> Option<usize> {
    let is_main = |index: &usize| {
        let predicate = &syntax.predicates[*index];
        predicate.is_finite()
            && predicate.start >= phrase.end
            && syntax.clause(*index, syntax.before_adverbs(predicate.start)).opener.is_none()
    };
    let near = syntax.list[phrase.end - 1..].iter().position(|word| word.stop > Stop::Comma);
    let end = near.map_or(syntax.list.len(), |near| phrase.end + near);
    (0..syntax.predicates.len()).find(is_main).filter(|index| syntax.predicates[*index].start < end)
}

/// `It was in 1950 that the treaty was signed`.
fn is_cleft(list: &[Word], phrase: &Range<usize>) -> bool {
    phrase.start >= 2
        && list[phrase.start - 1].kind == Kind::Be
        && list[phrase.start - 2].is("it")
        && list.get(phrase.end).is_some_and(|word| word.is("that") || word.is("when"))
}

/// The clause of a date that a comma stands before: of the clause before it or of the next.
fn after_comma(syntax: Syntax, phrase: &Range<usize>, around: &Surroundings) -> Option<usize> {
    let list = syntax.list;
    let finite_left = around.left.and_then(|left| finite_before(syntax, left));
    let (Some(left), Some(right)) = (finite_left, around.right) else {
        return finite_left.or(around.right).or(around.left);
    };
    let is_closed = list[phrase.end - 1].stop > Stop::None || phrase.end == list.len();
    let opener = syntax.clause(left, syntax.predicates[left].start).opener;
    let is_subordinate =
        opener.is_some_and(|at| matches!(list[at].kind, Kind::Subordinator | Kind::Hinge));
    if is_closed && !is_subordinate { around.left.or(Some(left)) } else { Some(right) }
}

/// The finite predicate at or before `index`.
fn finite_before(syntax: Syntax, index: usize) -> Option<usize> {
    (0..=index).rev().find(|other| syntax.predicates[*other].is_finite())
}

/// Of `he recalled the 1950 treaty`: the clause if it is told in the past, and else the noun.
fn within_object(syntax: Syntax, phrase: &DatePhrase, left: usize) -> Governor {
    let list = syntax.list;
    let noun = noun_phrase_around(list, phrase);
    let before = noun.start.checked_sub(1).map(|at| &list[at]);
    let is_compared = before.is_some_and(|word| {
        matches!(word.kind, Kind::Hinge) || word.is_one_of(&["like", "unlike", "as"])
    });
    let predicate = &syntax.predicates[left];
    let is_present = matches!(list[predicate.start].kind, Kind::Present | Kind::Modal)
        || list[predicate.start].is_one_of(&["is", "are", "has", "have", "does", "do"]);
    if phrase.role == Role::Modifier && (is_compared || is_present) && noun.len() > 2 {
        return Governor::Phrase(noun);
    }
    Governor::Clause(left)
}

/// The noun phrase that holds a date: `the disastrous 1950 treaty`.
fn noun_phrase_around(list: &[Word], phrase: &DatePhrase) -> Range<usize> {
    let mut end = phrase.words.end;
    let is_noun =
        |word: &Word| matches!(word.kind, Kind::Noun | Kind::Name | Kind::Ing | Kind::Number);
    while end < list.len() && list[end - 1].stop == Stop::None && is_noun(&list[end]) {
        end += 1;
    }
    // `the 1938 annexation of Austria`.
    if list.get(end).is_some_and(|word| word.is("of")) && list[end - 1].stop == Stop::None {
        let mut at = end + 1;
        while at < list.len()
            && list[at - 1].stop == Stop::None
            && (is_noun(&list[at]) || matches!(list[at].kind, Kind::Article | Kind::Determiner))
        {
            at += 1;
        }
        if at > end + 1 && is_noun(&list[at - 1]) {
            end = at;
        }
    }
    let start = noun_phrase_before(list, phrase.words.end).start.min(phrase.words.start);
    start..end
}

/// What governs a date in a part of a sentence that has no verb before it.
fn without_verb(syntax: Syntax, phrase: &DatePhrase, around: &Surroundings) -> Governor {
    /// What a time or a cause is opened by, after which the noun is what happened.
    const CAUSES: &[&str] = &[
        "after",
        "before",
        "since",
        "until",
        "following",
        "upon",
        "despite",
        "like",
        "unlike",
        "by",
        "from",
        "till",
        "than",
    ];
    let list = syntax.list;
    let start = phrase.words.start;
    let first = &list[around.part];
    let is_first = around.part == around.whole.start;
    let right = around.right.filter(|right| {
        let at = syntax.predicates[*right].start;
        is_first || !list[phrase.words.end - 1..at].iter().any(|word| word.stop > Stop::None)
    });
    let choose = |choice: Option<usize>| choice.map_or(Governor::None, Governor::Clause);
    if first.is_one_of(CAUSES) && start > around.part + 1 {
        return match phrase.role {
            Role::Modifier => Governor::Phrase(noun_phrase_around(list, phrase)),
            _ => Governor::Phrase(around.part + 1..start),
        };
    }
    let is_subordinate = list[around.part..start]
        .iter()
        .any(|word| matches!(word.kind, Kind::That | Kind::Subordinator | Kind::Conjunction));
    if right.is_some() && is_subordinate {
        return choose(right);
    }
    if matches!(first.kind, Kind::Preposition | Kind::Adverb | Kind::Hinge | Kind::To) {
        let left = around.left.and_then(|left| {
            let is_near = syntax.predicates[left].form == Form::Participle
                && list[syntax.predicates[left].end - 1..around.part - 1]
                    .iter()
                    .all(|word| word.stop == Stop::None);
            if is_near { Some(left) } else { finite_before(syntax, left) }
        });
        return choose(if is_first { right.or(left) } else { left.or(right) });
    }
    if right.is_some() {
        return choose(right);
    }
    let phrase = match phrase.role {
        Role::Modifier => noun_phrase_around(list, phrase),
        _ => around.part..start,
    };
    let is_conjoined = list[phrase.start].kind == Kind::Conjunction;
    let phrase = phrase.start + usize::from(is_conjoined)..phrase.end;
    match around.left {
        // `Israel struck in 1956, Syria in 1967`: one word says nothing.
        Some(left) if phrase.len() < 2 && !is_first => Governor::Clause(left),
        _ if phrase.is_empty() => Governor::None,
        _ => Governor::Phrase(phrase),
    }
}

/// The clause that a phrase without subject goes with: of an infinitive, or of `killing twenty`.
pub fn main_clause(syntax: Syntax, index: usize) -> Option<usize> {
    let predicate = &syntax.predicates[index];
    debug_assert!(matches!(predicate.form, Form::Infinitive | Form::Ing | Form::Participle));
    let list = syntax.list;
    let main = finite_before(syntax, index)?;
    let between = &list[syntax.predicates[main].end - 1..predicate.start];
    let is_apart = between.iter().any(|word| {
        word.stop > Stop::Comma
            || matches!(word.kind, Kind::Relative | Kind::Subordinator | Kind::That)
    });
    (!is_apart).then_some(main)
}
