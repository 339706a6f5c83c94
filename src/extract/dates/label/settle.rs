//! Of two verbs without anything between that parts clauses, which one is a participle.

use super::lexicon::Kind;
use super::predicate::Form;
use super::predicate::Predicate;
use super::subject::{SUBJECTS, Syntax};
use super::word::{Stop, Word};
use crate::extract::verb::is_speech;

/// Participles that stand behind a noun far more often than for its verb.
const NAMING: &[&str] = &["called", "named", "based", "dubbed", "nicknamed", "entitled", "titled"];

/// Makes participles of the verbs that a clause has beside its own.
pub(super) fn settle(list: &[Word], found: &mut [Predicate]) {
    let mut last: Option<usize> = None;
    for index in 0..found.len() {
        if !found[index].is_finite() {
            continue;
        }
        if let Some(first) = last
            && !is_parted(list, found[first].end, found[index].start)
        {
            let after = list.get(found[first].end);
            let goes_on = after.is_some_and(|word| {
                matches!(word.kind, Kind::Preposition | Kind::To | Kind::Date | Kind::Particle)
            }) && has_object(list, &found[index]);
            let is_named = list[found[first].main].is_one_of(NAMING);
            if found[first].is_ambiguous && (!found[index].is_ambiguous || goes_on || is_named) {
                if !is_told(list, &found[first]) && !is_opened(list, found, first) {
                    found[first].form = Form::Participle;
                }
            } else if found[index].is_ambiguous && !is_of_noun(list, found, first, index) {
                found[index].form = Form::Participle;
                continue;
            }
        }
        last = Some(index);
    }
}

/// The words before a verb within which its clause may be opened.
const REACH: usize = 4;

/// The word that opens the clause of a verb, with at most its subject between: `the lease that Spain
/// signed`.
fn opener(list: &[Word], found: &[Predicate], verb: usize) -> Option<usize> {
    let before = verb.checked_sub(1).map_or(0, |before| found[before].end);
    let start = found[verb].start;
    let opens =
        |at: &usize| matches!(list[*at].kind, Kind::Relative | Kind::That | Kind::Subordinator);
    (start.saturating_sub(REACH).max(before)..start)
        .rev()
        .take_while(|at| list[*at].stop == Stop::None)
        .find(opens)
}

/// Whether a verb has a clause of its own behind a noun, or behind a word such as `when`.
fn is_opened(list: &[Word], found: &[Predicate], verb: usize) -> bool {
    let is_own = |at: usize| {
        list[at].kind != Kind::That || Syntax { list, predicates: found }.is_relative(at)
    };
    opener(list, found, verb).is_some_and(is_own)
}

/// Whether the clause of the verb `first` goes on from a noun that has no verb yet, so that the one
/// at `index` is what it did: `The man who built it moved to Oslo`. Of several it is the last.
fn is_of_noun(list: &[Word], found: &[Predicate], first: usize, index: usize) -> bool {
    let Some(opener) = opener(list, found, first) else { return false };
    let is_relative = matches!(list[opener].kind, Kind::Relative | Kind::That)
        && opener > 0
        && list[opener - 1].stop == Stop::None
        && Syntax { list, predicates: found }.is_relative(opener);
    let start = (0..opener)
        .rev()
        .find(|at| {
            list[*at].stop > Stop::None
                || matches!(
                    list[*at].kind,
                    Kind::Subordinator | Kind::Hinge | Kind::That | Kind::Relative
                )
        })
        .map_or(0, |at| at + 1);
    let is_before = |other: &Predicate| other.start >= start && other.start < opener;
    let next = found[index + 1..].iter().find(|next| next.is_finite());
    let is_last = next.is_none_or(|next| {
        // `the powders he had prescribed`.
        list[next.start - 1].kind == Kind::Pronoun || is_parted(list, found[index].end, next.start)
    });
    is_relative && is_last && !found[..first].iter().any(is_before)
}

/// Whether a noun phrase follows a verb at once.
fn has_object(list: &[Word], predicate: &Predicate) -> bool {
    list[predicate.end - 1].stop == Stop::None
        && list.get(predicate.end).is_some_and(|word| {
            (word.is_nounish() && !matches!(word.kind, Kind::Date | Kind::Calendar))
                || matches!(word.kind, Kind::Article | Kind::Determiner | Kind::Pronoun)
        })
}

/// Whether what a verb is followed by may be a clause: `said the war was over`.
fn is_told(list: &[Word], predicate: &Predicate) -> bool {
    is_speech(list[predicate.main].text)
        || list[predicate.main].is_one_of(&["announced", "declared", "agreed", "feared", "hoped"])
}

/// Whether anything between two verbs parts their clauses.
fn is_parted(list: &[Word], from: usize, to: usize) -> bool {
    // `the powders he had prescribed`.
    if to > from && list[to - 1].is_one_of(SUBJECTS) {
        return true;
    }
    list[from.saturating_sub(1)..to].iter().enumerate().any(|(index, word)| {
        word.stop > Stop::None
            || (index > 0
                && matches!(
                    word.kind,
                    Kind::Relative
                        | Kind::That
                        | Kind::Subordinator
                        | Kind::Hinge
                        | Kind::Conjunction
                ))
    })
}
