//! Forms of dates that name a day, a month, a season, a year or more of the calendar, with or
//! without the year that it belongs to: which of them begins at a word.

use super::day::{day, day_of_month, month_and_year, yearless_month};
use super::grammar::{Found, Words};
use super::lexicon::Kind;
use super::license::is_season_here;
use super::number::{Number, Suffix};
use super::period::{decade, ordinal, ordinal_number, tens_decade};
use super::phrase::{Form, Point, Side, Unit, Year};
use super::word::Gap;
use super::year::is_amount;
use super::years::{bare_year, era_year, is_year_number, short_year, year_after, years};
use crate::document::When;

pub fn fixed(end: usize, when: Option<When>, form: Form) -> Option<Found> {
    Some(Found::new(end, Point::Fixed(when?), form))
}

/// A date whose first word is a number in digits.
pub fn number(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
    let word = words.list[at];
    if number.suffix == Suffix::Plural {
        return decade(words, at, number);
    }
    if word.gap == Gap::Apostrophe && number.n_digits == 2 {
        let is_led = matches!(
            words.list.get(at.wrapping_sub(1))?.kind,
            Kind::In | Kind::Of | Kind::To | Kind::From
        );
        return is_led.then(|| fixed(at + 1, When::year(short_year(number)?), Form::Year))?;
    }
    if number.n_digits <= 2
        && let Some(found) = day(words, at, number).or_else(|| ordinal(words, at))
    {
        return Some(found);
    }
    if !number.is_plain() {
        return None;
    }
    era_year(words, at, number)
        .or_else(|| years(words, at, number))
        .or_else(|| bare_year(words, at, number))
}

/// Behind `the`: what the article belongs to.
pub fn after_the(words: Words<'_>, at: usize) -> Option<Found> {
    let next = words.next(at + 1, |gap| gap.is_blank() || gap == Gap::Apostrophe)?;
    match next.kind {
        Kind::Season(code) => season(words, at + 1, code),
        Kind::Number(number) if number.suffix == Suffix::Plural => decade(words, at + 1, number),
        Kind::Tens(tens) => tens_decade(words, at, at + 1, tens),
        Kind::Number(_) | Kind::Ordinal(_) | Kind::Cardinal(20 | 30) => {
            ordinal(words, at + 1).or_else(|| day_of_month(words, at))
        }
        _ => None,
    }
}

/// `spring of 1968`, `summer 1914`, `winter of 1944–45`, `spring of that year`, `in the spring`.
pub fn season(words: Words<'_>, at: usize, code: i8) -> Option<Found> {
    if let Some(year) = year_after(words, at + 1) {
        // A winter is named after both of its years.
        let end = match (code, words.next(year.end, Gap::is_joint).map(|word| word.kind)) {
            (24, Some(Kind::Number(last))) if last.value % 100 == (year.year + 1) % 100 => {
                year.end + 1
            }
            _ => year.end,
        };
        let is_of = words.after(at + 1) == Kind::Of;
        let is_fall = words.is(at, "fall") || words.letters(&words.list[at]) == "fall";
        let is_led =
            || matches!(words.kind_before(at), Kind::The | Kind::In | Kind::Part(_) | Kind::To);
        return (!is_fall || !is_of || is_led())
            .then(|| fixed(end, When::season(year.year, code), Form::Season))?;
    }
    if let Some((side, end)) = side_after(words, at + 1) {
        return Some(Found::new(end, Point::Season(code, Year::Of(side)), side_form(side)));
    }
    is_season_here(words, at).then_some(Found::new(
        at + 1,
        Point::Season(code, Year::Open),
        Form::Yearless,
    ))
}

/// What may stand behind `mid-`.
pub fn joined(words: Words<'_>, at: usize) -> Option<Found> {
    match words.list[at].kind {
        Kind::Number(number) if number.suffix == Suffix::Plural => decade(words, at, number),
        Kind::Number(_) | Kind::Ordinal(_) | Kind::Cardinal(_)
            if ordinal_number(words, at).is_some() =>
        {
            ordinal(words, at)
        }
        _ => opened(words, at),
    }
}

/// What needs no license behind `early`, `late` or `the end of`.
pub fn opened(words: Words<'_>, at: usize) -> Option<Found> {
    match words.list[at].kind {
        Kind::Number(number) if is_year_number(number) && !is_amount(words.text, number.end) => {
            fixed(at + 1, When::year(number.value), Form::Year)
        }
        Kind::Month(month) => {
            Some(month_and_year(words, at, month).unwrap_or_else(|| yearless_month(at, month)))
        }
        Kind::Season(code) => {
            Some(Found::new(at + 1, Point::Season(code, Year::Open), Form::Yearless))
        }
        // `in the late twenties`, but `in her late twenties`.
        Kind::Tens(tens) => tens_decade(words, at.checked_sub(2)?, at, tens),
        _ => None,
    }
}

/// `of that year`, `of the following year`, `last year` behind a month or a season.
pub fn side_after(words: Words<'_>, at: usize) -> Option<(Side, usize)> {
    let mut at = at;
    if words.after(at) == Kind::Of {
        at += 1;
        if words.after(at) == Kind::The {
            at += 1;
        }
        while let (Kind::Side(Side::That), Kind::Side(Side::Same)) =
            (words.after(at), words.after(at + 1))
        {
            at += 1;
        }
    }
    let Kind::Side(side) = words.after(at) else { return None };
    (words.after(at + 1) == Kind::Unit(Unit::Year, false)).then_some((side, at + 2))
}

/// The form of a date on this side.
pub fn side_form(side: Side) -> Form {
    if side.is_deictic() { Form::Deictic } else { Form::Anaphoric }
}
