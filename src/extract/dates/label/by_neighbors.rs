//! Kinds of words that only the words beside them tell.

use super::lexicon::Kind;
use super::word::{Stop, Word};

/// Settles the kinds that depend on what stands beside a word.
pub(super) fn by_neighbors(list: &mut [Word]) {
    settle_that(list);
    settle_last(list);
    settle_her(list);
}

/// Makes a determiner of the `that` of `called that April` and `saw her that day`.
fn settle_that(list: &mut [Word]) {
    const TIMES: &[&str] = &[
        "day",
        "night",
        "morning",
        "afternoon",
        "evening",
        "week",
        "month",
        "year",
        "spring",
        "summer",
        "autumn",
        "winter",
    ];
    for at in 1..list.len() {
        let is_dated = list[at].kind == Kind::Calendar || list[at].is_one_of(TIMES);
        let before = &mut list[at - 1];
        if is_dated && before.kind == Kind::That && before.stop == Stop::None {
            before.kind = Kind::Determiner;
        }
    }
}

/// Makes an adverb of the `last` of `the agency last reviewed it`.
fn settle_last(list: &mut [Word]) {
    for at in 1..list.len().saturating_sub(1) {
        let is_past = matches!(list[at + 1].kind, Kind::Past | Kind::PastOrParticiple);
        let before = &list[at - 1];
        let is_subject = matches!(before.kind, Kind::Noun | Kind::Name | Kind::Pronoun)
            && before.stop == Stop::None
            && !before.is_possessive();
        if is_past && is_subject && list[at].stop == Stop::None && list[at].is("last") {
            list[at].kind = Kind::Adverb;
        }
    }
}

/// Makes a pronoun of the `her` of `he wrote to her in May`, and of `the letter to her arrived in May`.
fn settle_her(list: &mut [Word]) {
    let goes_on = |list: &[Word], at: usize| {
        list.get(at).is_none_or(|word| {
            matches!(
                word.kind,
                Kind::Preposition
                    | Kind::To
                    | Kind::Hinge
                    | Kind::Conjunction
                    | Kind::Relative
                    | Kind::That
                    | Kind::Subordinator
                    | Kind::Date
                    | Kind::Calendar
            )
        })
    };
    for at in 1..list.len() {
        if !list[at].is("her") || list[at].kind != Kind::Article {
            continue;
        }
        let is_led = matches!(list[at - 1].kind, Kind::Preposition | Kind::To);
        let is_before_verb = list
            .get(at + 1)
            .is_some_and(|next| matches!(next.kind, Kind::Past | Kind::PastOrParticiple))
            && (list[at + 1].stop > Stop::None || goes_on(list, at + 2));
        if list[at].stop > Stop::None || goes_on(list, at + 1) || is_led && is_before_verb {
            list[at].kind = Kind::Pronoun;
        }
    }
}
