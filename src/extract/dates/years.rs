//! Years in figures: behind a day or a month, with an era, in a range, alone.

use super::absolute::fixed;
use super::calendar::Era;
use super::grammar::{Found, Words};
use super::lexicon::Kind;
use super::license::{is_era_year_here, is_range_here, is_year_here};
use super::number::Number;
use super::phrase::Form;
use super::word::Gap;
use super::year::is_measured;
use crate::document::When;

/// A year that goes on behind a day or a month, and the index behind it.
pub struct YearAfter {
    /// The year.
    pub year: i16,
    /// The index.
    pub end: usize,
}

/// The year behind a day or a month: `1949`, `, 1949`, `of 1949`, `44 BC`, `’49`.
pub fn year_after(words: Words<'_>, at: usize) -> Option<YearAfter> {
    let at = if words.after(at) == Kind::Of { at + 1 } else { at };
    let word = words.next(at, |gap| gap.is_blank_or_comma() || gap == Gap::Apostrophe)?;
    if let Kind::Era(era) = word.kind {
        let Kind::Number(number) = words.after(at + 1) else { return None };
        return Some(YearAfter { year: era.year(number.value)?, end: at + 2 });
    }
    let Kind::Number(number) = word.kind else { return None };
    if !number.is_plain() {
        return None;
    }
    if let Some((era, end)) = era_after(words, at + 1, number) {
        return Some(YearAfter { year: era.year(number.value)?, end });
    }
    if word.gap == Gap::Apostrophe {
        return Some(YearAfter { year: short_year(number)?, end: at + 1 });
    }
    let is_year = is_year_number(number) && !is_measured(words.text, number.end);
    is_year.then_some(YearAfter { year: number.value, end: at + 1 })
}

pub fn bare_year(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
    if let Some(era) = words.era.filter(|_| is_era_year_here(words, at, number)) {
        return fixed(at + 1, When::year(era.year(number.value)?), Form::Era);
    }
    is_year_here(words, at, number).then(|| fixed(at + 1, When::year(number.value), Form::Year))?
}

/// `1914–1918`, `1911-12`.
pub fn years(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
    let Kind::Number(second) = words.next(at + 1, Gap::is_joint)?.kind else { return None };
    let last = match second.n_digits {
        4 => second.value,
        2 => number.value / 100 * 100 + second.value,
        _ => return None,
    };
    let is_range = is_year_number(number)
        && second.is_plain()
        && (number.value + 1..2101).contains(&last)
        // A third number would make it a code.
        && words.next(at + 2, Gap::is_joint).is_none()
        && is_range_here(words, at, number, last);
    let when = When::interval(When::year(number.value)?.first, When::year(last)?.last);
    let found = is_range.then(|| fixed(at + 2, when, Form::Years))?;
    found.map(|found| Found { joint: Some(at + 1), ..found })
}

/// `AD 64`.
pub fn era_first(words: Words<'_>, at: usize, era: Era) -> Option<Found> {
    let Kind::Number(number) = words.after(at + 1) else { return None };
    if era != Era::Common || !number.is_plain() {
        return None;
    }
    let year = |number: Number| When::year(era.year(number.value)?);
    match words.next(at + 2, Gap::is_joint).map(|word| word.kind) {
        // `AD 527–565`.
        Some(Kind::Number(last)) if last.is_plain() && last.value > number.value => {
            let when = When::interval(year(number)?.first, year(last)?.last);
            let found = fixed(at + 3, when, Form::Era)?;
            Some(Found { joint: Some(at + 2), ..found })
        }
        _ => fixed(at + 2, year(number), Form::Era),
    }
}

/// `146 BC`, `431–404 BC`.
pub fn era_year(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
    if words.list[at].gap == Gap::Hyphen {
        return None;
    }
    if let Some((era, end)) = era_after(words, at + 1, number) {
        let first = When::year(era.year(number.value)?);
        return era_last(words, end, first?).or_else(|| fixed(end, first, Form::Era));
    }
    // `between 76 and 67 BC`: the first year has the era of the second.
    if let (Kind::And | Kind::To, Kind::Number(last)) = (words.after(at + 1), words.after(at + 2)) {
        let (era, _) = era_after(words, at + 3, last)?;
        let is_led = matches!(words.kind_before(at), Kind::From | Kind::In | Kind::To);
        let year = era.year(number.value).filter(|_| is_led && number.is_plain())?;
        return fixed(at + 1, When::year(year), Form::Era);
    }
    let Kind::Number(last) = words.next(at + 1, Gap::is_joint)?.kind else { return None };
    let (era, end) = era_after(words, at + 2, last)?;
    let year = |number: Number| When::year(era.year(number.value)?);
    let found = fixed(end, When::interval(year(number)?.first, year(last)?.last), Form::Era);
    found.map(|found| Found { joint: Some(at + 1), ..found })
}

/// `27 BC – AD 14`, `27 BC–14 AD`: the range to the year behind a dash, if it has an era of its own.
fn era_last(words: Words<'_>, joint: usize, first: When) -> Option<Found> {
    let (year, end) = match words.next(joint, Gap::is_joint)?.kind {
        Kind::Era(era) => match words.after(joint + 1) {
            Kind::Number(last) if last.is_plain() => (era.year(last.value)?, joint + 2),
            _ => return None,
        },
        Kind::Number(last) => {
            let (era, end) = era_after(words, joint + 1, last)?;
            (era.year(last.value)?, end)
        }
        _ => return None,
    };
    let when = When::interval(first.first, When::year(year)?.last)
        .filter(|_| first.first < When::year(year).and_then(|last| last.first));
    let found = fixed(end, when, Form::Era)?;
    Some(Found { joint: Some(joint), ..found })
}

fn era_after(words: Words<'_>, at: usize, number: Number) -> Option<(Era, usize)> {
    let Kind::Era(era) = words.after(at) else { return None };
    // British Columbia and the like: `in 2010 BC Hydro …`.
    let is_era = words.letters(&words.list[at]) != "BC" || !(1850..2101).contains(&number.value);
    (is_era && number.is_plain()).then_some((era, at + 1))
}

/// `’69`: the century is that of living memory.
pub fn short_year(number: Number) -> Option<i16> {
    let century = if number.value > 30 { 1900 } else { 2000 };
    (number.is_plain() && number.n_digits == 2).then_some(century + number.value)
}

pub fn is_year_number(number: Number) -> bool {
    number.is_plain() && number.n_digits == 4 && (1000..2101).contains(&number.value)
}
