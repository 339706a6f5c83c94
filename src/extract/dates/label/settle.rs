//! Of two verbs without anything between that parts clauses, which one is a participle.

use super::lexicon::Kind;
use super::predicate::Form;
use super::predicate::Predicate;
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
                if !is_told(list, &found[first]) && !is_opened(list, found[first].start) {
                    found[first].form = Form::Participle;
                }
            } else if found[index].is_ambiguous {
                found[index].form = Form::Participle;
                continue;
            }
        }
        last = Some(index);
    }
}

/// Whether a verb has a subject of its own after `that` or `which`: `the lease that Spain signed`.
fn is_opened(list: &[Word], verb: usize) -> bool {
    const REACH: usize = 4;
    (verb.saturating_sub(REACH)..verb)
        .rev()
        .take_while(|at| list[*at].stop == Stop::None)
        .any(|at| matches!(list[at].kind, Kind::Relative | Kind::That | Kind::Subordinator))
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
