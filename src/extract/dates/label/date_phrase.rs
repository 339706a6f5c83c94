//! The phrase of a date: the date, what leads to it (`as early as`, `at the end of`) and what goes
//! on from it (`to 1918`, `BC`), as words that a label leaves out.

use super::date_lead::start_of;
use super::lexicon::Kind;
use super::word::{Stop, Word, Words};
use std::ops::Range;

/// What the date does in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It says when: `in 1950`.
    Time,
    /// It says which: `the 1950 treaty`.
    Modifier,
    /// Something is compared with it or dated by it: `than in 1950`, `unlike 1950`.
    Comparison,
}

/// The words of a date.
#[derive(Debug, Clone)]
pub struct DatePhrase {
    /// The words, with what leads to the date.
    pub words: Range<usize>,
    /// What the date does.
    pub role: Role,
}

impl DatePhrase {
    /// The phrase around the date of `words`.
    pub fn of(words: &Words) -> Self {
        let list = &words.list;
        let end = end_of(list, words.date);
        if is_modifier(list, words.date, end) {
            return Self { words: words.date..words.date + 1, role: Role::Modifier };
        }
        let start = start_of(list, words.date);
        let is_compared = start.checked_sub(1).is_some_and(|at| {
            list[at].stop == Stop::None && list[at].is_one_of(&["than", "unlike", "like"])
        });
        Self { words: start..end, role: if is_compared { Role::Comparison } else { Role::Time } }
    }
}

/// Whether a run of words that looks like a date begins at `at`, and where it ends.
pub fn run_of_date(list: &[Word], at: usize) -> Option<usize> {
    let is_dated = |word: &Word| matches!(word.kind, Kind::Calendar | Kind::Date);
    let is_day = |word: &Word| {
        word.kind == Kind::Number
            && word.text.len() <= 4
            && word.text.starts_with(|first: char| first.is_ascii_digit())
    };
    let first = list.get(at)?;
    let is_opened = is_dated(first)
        || (is_day(first) && list.get(at + 1).is_some_and(|next| is_dated(next) || is_era(next)));
    if !is_opened {
        return None;
    }
    let mut end = at + 1;
    while list.get(end).is_some_and(|word| is_dated(word) || is_day(word) || is_era(word))
        && matches!(list[end - 1].stop, Stop::None | Stop::Comma)
    {
        end += 1;
    }
    Some(end)
}

fn is_era(word: &Word) -> bool {
    word.is_one_of(&["BC", "AD", "BCE", "CE", "B.C.", "A.D.", "B.C.E.", "C.E."])
}

/// Where the date ends with what goes on from it.
fn end_of(list: &[Word], date: usize) -> usize {
    const GOING_ON: &[&str] = &["onward", "onwards", "alone", "itself", "forward"];
    const TO: &[&str] = &["to", "until", "till", "through", "and", "or"];
    let mut end = date + 1;
    while end < list.len() && list[end - 1].stop == Stop::None {
        let next = &list[end];
        let after = list.get(end + 1);
        if is_era(next) || next.is_one_of(GOING_ON) {
            end += 1;
        } else if next.is("or") && after.is_some_and(|word| word.is("tomorrow")) {
            end += 2;
        } else if next.is_one_of(TO)
            && let Some(next_end) = run_of_date(list, end + 1)
            && !list.get(next_end).is_some_and(|word| {
                list[next_end - 1].stop == Stop::None && word.kind == Kind::Noun
            })
        {
            end = next_end;
        } else if next.is("of") && after.is_some_and(|word| word.kind == Kind::Calendar) {
            end += 2;
        } else if next.is("of")
            && after.is_some_and(|word| word.is_one_of(&["that", "the", "this", "last"]))
            && let Some(at) = (end + 2..(end + 4).min(list.len())).find(|at| list[*at].is("year"))
        {
            end = at + 1;
        } else {
            break;
        }
    }
    end
}

/// Whether the date stands before a noun that it belongs to.
fn is_modifier(list: &[Word], date: usize, end: usize) -> bool {
    let word = &list[date];
    if word.close.contains(char::is_alphanumeric) {
        return true;
    }
    if word.is_possessive() && end < list.len() {
        return true;
    }
    let Some(before) = date.checked_sub(1).map(|at| &list[at]) else {
        return false;
    };
    if before.close.ends_with('-') && !before.is_one_of(&["mid", "early", "late"]) {
        return true;
    }
    let Some(after) = list.get(end) else { return false };
    // The 1950 treaty, his disastrous 1950 campaign; not `in 1950 troops entered`.
    let is_inside = matches!(before.kind, Kind::Article | Kind::Determiner)
        || before.is_possessive()
        || (before.kind == Kind::Noun
            && date >= 2
            && (list[date - 2].kind == Kind::Article || list[date - 2].is_possessive()));
    // `all that evening Berg waited`.
    let is_whole = before.is("all") && word.text.contains(' ');
    before.stop == Stop::None
        && !is_whole
        && list[end - 1].stop == Stop::None
        && is_inside
        && matches!(after.kind, Kind::Noun | Kind::Name | Kind::Ing | Kind::PastOrParticiple)
        && (after.kind != Kind::PastOrParticiple || list.get(end + 1).is_some_and(Word::is_nounish))
}
