//! Forms of dates that name a day, a month, a season, a year or more of the calendar, with or
//! without the year that it belongs to.

use super::calendar::{Era, Feast};
use super::grammar::{Found, Words};
use super::lexicon::Kind;
use super::license::{
    is_era_year_here, is_free, is_month_here, is_range_here, is_season_here, is_year_here,
};
use super::number::{Number, Suffix};
use super::phrase::{Form, Point, Side, Unit, Year};
use super::quarter::quarter;
use super::word::Gap;
use super::year::{is_amount, is_measured};
use crate::document::{Precision, When};

pub fn fixed(end: usize, when: Option<When>, form: Form) -> Option<Found> {
    Some(Found::new(end, Point::Fixed(when?), form))
}

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

fn is_year_number(number: Number) -> bool {
    number.is_plain() && number.n_digits == 4 && (1000..2101).contains(&number.value)
}

/// `’69`: the century is that of living memory.
fn short_year(number: Number) -> Option<i16> {
    let century = if number.value > 30 { 1900 } else { 2000 };
    (number.is_plain() && number.n_digits == 2).then_some(century + number.value)
}

fn era_after(words: Words<'_>, at: usize, number: Number) -> Option<(Era, usize)> {
    let Kind::Era(era) = words.after(at) else { return None };
    // British Columbia and the like: `in 2010 BC Hydro …`.
    let is_era = words.letters(&words.list[at]) != "BC" || !(1850..2101).contains(&number.value);
    (is_era && number.is_plain()).then_some((era, at + 1))
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

/// `16 December 1949`, `16th of December`, `3–7 June`.
fn day(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
    let follows = words.last.is_some_and(|(_, end)| end == at);
    if words.list[at].gap == Gap::Hyphen && !follows {
        return None;
    }
    let (last, days_end) = day_range(words, at, number);
    let month_at = days_end + usize::from(words.after(days_end) == Kind::Of);
    let Kind::Month(month) = words.after(month_at) else { return None };
    joined_at(days(words, month, number.value, last, month_at + 1), at, days_end)
}

/// The form with the place of its joint, if two numbers stand before `end` and not one.
fn joined_at(found: Option<Found>, at: usize, end: usize) -> Option<Found> {
    found.map(|found| Found { joint: (end > at + 1).then_some(end - 1), ..found })
}

/// The last day of a range of days, and the index behind it.
fn day_range(words: Words<'_>, at: usize, first: Number) -> (i16, usize) {
    let second_at = match words.after(at + 1) {
        Kind::To => at + 2,
        _ => at + 1,
    };
    let joins = |gap: Gap| {
        if second_at > at + 1 { gap.is_blank() } else { gap.is_joint() }
    };
    match words.next(second_at, joins).map(|word| word.kind) {
        Some(Kind::Number(last))
            if last.n_digits <= 2 && last.suffix != Suffix::Plural && last.value > first.value =>
        {
            (last.value, second_at + 1)
        }
        _ => (first.value, at + 1),
    }
}

/// A day or days of a month, with the year behind them if there is one.
fn days(words: Words<'_>, month: i8, first: i16, last: i16, end: usize) -> Option<Found> {
    let (first, last) = (i8::try_from(first).ok()?, i8::try_from(last).ok()?);
    let form = if first == last { Form::Day } else { Form::Days };
    if let Some(year) = year_after(words, end) {
        let start = When::day(year.year, month, first)?;
        let stop = When::day(year.year, month, last)?;
        let when = if first == last { Some(start) } else { When::interval(start.first, stop.last) };
        return fixed(year.end, when, form);
    }
    // A year with 29 February is found when the year is.
    When::day(2000, month, first)?;
    When::day(2000, month, last)?;
    let (year, form, end) = match side_after(words, end) {
        Some((side, end)) => (Year::Of(side), side_form(side), end),
        None => (Year::Open, Form::Yearless, end),
    };
    Some(Found::new(end, Point::Days { month, first, last, year }, form))
}

/// A date whose first word is a month.
pub fn month(words: Words<'_>, at: usize, month: i8) -> Option<Found> {
    if let Some(found) = month_and_day(words, at, month) {
        return Some(found);
    }
    if let Some(found) = month_and_year(words, at, month) {
        return Some(found);
    }
    is_month_here(words, at, month).then(|| yearless_month(at, month))
}

/// Whether no noun follows: `by May the Second Squadron` has no day.
fn is_ended(words: Words<'_>, at: usize) -> bool {
    is_free(words, at) && !words.next(at, Gap::is_blank).is_some_and(|word| word.is_capital)
}

pub fn month_and_day(words: Words<'_>, at: usize, month: i8) -> Option<Found> {
    let day_at = at + 1 + usize::from(words.after(at + 1) == Kind::The);
    match words.after(day_at) {
        Kind::Number(number) if number.n_digits <= 2 && number.suffix != Suffix::Plural => {
            let (last, end) = day_range(words, day_at, number);
            let is_counted = is_amount(words.text, words.list[end - 1].end);
            let is_joined = words.list.get(end).is_some_and(|word| {
                word.gap == Gap::Hyphen && !matches!(word.kind, Kind::Month(_))
            });
            if is_counted || is_joined {
                return None;
            }
            joined_at(days(words, month, number.value, last, end), day_at, end)
        }
        Kind::Ordinal(day) if day_at > at + 1 && is_ended(words, day_at + 1) => {
            days(words, month, day, day, day_at + 1)
        }
        _ => None,
    }
}

fn month_and_year(words: Words<'_>, at: usize, month: i8) -> Option<Found> {
    if let Some(year) = year_after(words, at + 1) {
        return fixed(year.end, When::month(year.year, month), Form::Month);
    }
    let (side, end) = side_after(words, at + 1)?;
    let point = Point::Month(month, Year::Of(side));
    Some(Found::new(end, point, side_form(side)))
}

/// The form of a date on this side.
pub fn side_form(side: Side) -> Form {
    if side.is_deictic() { Form::Deictic } else { Form::Anaphoric }
}

fn yearless_month(at: usize, month: i8) -> Found {
    Found::new(at + 1, Point::Month(month, Year::Open), Form::Yearless)
}

/// A weekday before a day of a month: `Monday, October 26`.
pub fn weekday_date(words: Words<'_>, at: usize) -> Option<Found> {
    let next = words.next(at + 1, Gap::is_blank_or_comma)?;
    let date_at = at + 1 + usize::from(next.kind == Kind::The);
    let found = match words.list.get(date_at)?.kind {
        Kind::Month(month) => month_and_day(words, date_at, month),
        Kind::Number(number) => day(words, date_at, number),
        _ => None,
    };
    found.filter(|found| matches!(found.form, Form::Day | Form::Yearless))
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

/// `nineteenth century`, `third quarter`, `sixth of December`, in digits or words.
pub fn ordinal(words: Words<'_>, at: usize) -> Option<Found> {
    let (value, end) = ordinal_number(words, at)?;
    let joined = words.next(end, |gap| gap.is_blank() || gap == Gap::Hyphen)?;
    match joined.kind {
        Kind::Unit(Unit::Century, _) => century(words, at, value, end + 1),
        Kind::Unit(Unit::Quarter, false) if (1..=4).contains(&value) => {
            quarter(words, value as i8, end + 1)
        }
        Kind::And if joined.gap.is_blank() => {
            let (_, second_end) = ordinal_number(words, end + 1)?;
            let is_centuries = words.after(second_end) == Kind::Unit(Unit::Century, true);
            is_centuries.then(|| fixed(end, Era::Common.century(value), Form::Century))?
        }
        Kind::Of if joined.gap.is_blank() => {
            let Kind::Month(month) = words.after(end + 1) else { return None };
            days(words, month, value, value, end + 2)
        }
        _ => None,
    }
}

/// The ordinal that begins at `at`, and the index behind it: `19th`, `third`, `twenty-first`.
fn ordinal_number(words: Words<'_>, at: usize) -> Option<(i16, usize)> {
    match words.list.get(at)?.kind {
        Kind::Number(number) if number.suffix == Suffix::Ordinal && number.n_digits <= 2 => {
            Some((number.value, at + 1))
        }
        Kind::Ordinal(value) => Some((value, at + 1)),
        Kind::Cardinal(tens @ (20 | 30)) => {
            match words.next(at + 1, |gap| gap == Gap::Hyphen)?.kind {
                Kind::Ordinal(ones @ 1..=9) => Some((tens + ones, at + 2)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn century(words: Words<'_>, at: usize, number: i16, end: usize) -> Option<Found> {
    // `a 2nd-century mosaic` and `19th-century art` describe a thing.
    let is_joined = words.list[end - 1].gap == Gap::Hyphen
        || words.list.get(end).is_some_and(|word| word.gap == Gap::Hyphen);
    if is_joined {
        return None;
    }
    if let Kind::Era(era) = words.after(end) {
        return fixed(end + 1, era.century(number), Form::Century);
    }
    // Anything may have a first century, and the 30th is a story.
    let is_word = matches!(words.list[at].kind, Kind::Ordinal(_));
    let lowest = if is_word { 4 } else { 1 };
    (lowest..=22)
        .contains(&number)
        .then(|| fixed(end, Era::Common.century(number), Form::Century))?
}

/// `Christmas 1914`, `Christmas Day`, `Christmas`.
pub fn feast(words: Words<'_>, at: usize, feast: Feast) -> Option<Found> {
    let end = at + 1 + usize::from(words.after(at + 1) == Kind::Unit(Unit::Day, false));
    if let Some(year) = year_after(words, end) {
        return fixed(year.end, feast.day(year.year), Form::Feast);
    }
    let is_led = matches!(
        words.kind_before(at),
        Kind::In | Kind::To | Kind::From | Kind::Earlier | Kind::Later | Kind::Side(_)
    );
    let is_day = is_free(words, end) || end > at + 1;
    (is_led && is_day).then_some(Found::new(end, Point::Feast(feast, Year::Open), Form::Yearless))
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
fn era_year(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
    if words.list[at].gap == Gap::Hyphen {
        return None;
    }
    if let Some((era, end)) = era_after(words, at + 1, number) {
        return fixed(end, When::year(era.year(number.value)?), Form::Era);
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

/// `1914–1918`, `1911-12`.
fn years(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
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

fn bare_year(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
    if let Some(era) = words.era.filter(|_| is_era_year_here(words, at, number)) {
        return fixed(at + 1, When::year(era.year(number.value)?), Form::Era);
    }
    is_year_here(words, at, number).then(|| fixed(at + 1, When::year(number.value), Form::Year))?
}

/// `1950s`, the hundred years of `1800s`, `’60s`.
fn decade(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
    let is_the = words.kind_before(at) == Kind::The || words.list[at].gap.is_joint();
    if number.n_digits == 2 {
        let is_short = words.list[at].gap == Gap::Apostrophe && number.value % 10 == 0;
        return is_short.then(|| fixed(at + 1, When::decade(1900 + number.value), Form::Decade))?;
    }
    if let Kind::Era(era) = words.after(at + 1) {
        let first = match era {
            Era::Before => -9 - number.value,
            Era::Common => number.value,
        };
        return (number.value % 10 == 0)
            .then(|| fixed(at + 2, When::decade(first), Form::Decade))?;
    }
    if number.n_digits != 4 || number.value % 10 != 0 || !(1000..2101).contains(&number.value) {
        return None;
    }
    let is_century = number.value % 100 == 0 && number.value < 2000;
    // Without an article `1000s of …` may be an amount.
    let is_led = is_the || matches!(words.kind_before(at), Kind::Part(_) | Kind::To | Kind::And);
    if !is_led && (number.value % 100 == 0 || words.after(at + 1) == Kind::Of) {
        return None;
    }
    let when = if is_century { When::century(number.value) } else { When::decade(number.value) };
    fixed(at + 1, when, Form::Decade)
}

/// `in the twenties`, `the early seventies`, where nothing is measured. `the`
/// is the index of the article, `at` that of the decade.
fn tens_decade(words: Words<'_>, the: usize, at: usize, tens: i16) -> Option<Found> {
    let is_led = words.list[the].kind == Kind::The
        && matches!(words.kind_before(the), Kind::In | Kind::Of | Kind::To | Kind::From);
    let is_measured = words.list[..the].iter().rev().take(8).any(|word| {
        matches!(
            words.letters(word),
            "temperature" | "temperatures" | "degrees" | "scores" | "highs"
        )
    });
    (is_led && !is_measured && is_free(words, at + 1))
        .then(|| Found::new(at + 1, Point::Tens(tens), Form::Decade))
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

/// A further day of the month before: `April 24 and 25`.
pub fn listed_day(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
    let (last, end) = words.last?;
    let is_day = number.is_plain() && number.n_digits <= 2;
    let is_listed = end + 1 == at && words.kind_before(at) == Kind::And && is_free(words, at + 1);
    if !is_day || !is_listed {
        return None;
    }
    match last.point {
        Point::Days { month, last, year, .. } if i16::from(last) < number.value => {
            days(words, month, number.value, number.value, at + 1).map(|found| match found.point {
                Point::Days { month, first, last, .. } => {
                    Found { point: Point::Days { month, first, last, year }, ..found }
                }
                _ => found,
            })
        }
        Point::Fixed(when) if when.precision == Precision::Day => {
            let (year, month, _) = when.first?.date();
            fixed(at + 1, When::day(year, month, number.value as i8), Form::Day)
        }
        _ => None,
    }
}

/// `by the 6th`, where nothing is counted by it.
fn day_of_month(words: Words<'_>, at: usize) -> Option<Found> {
    let Kind::Number(number) = words.after(at + 1) else { return None };
    let is_day = number.suffix == Suffix::Ordinal && (1..=31).contains(&number.value);
    let is_led = matches!(
        words.kind_before(at),
        Kind::In | Kind::To | Kind::From | Kind::Later | Kind::Earlier
    );
    let is_name = words.next(at + 2, Gap::is_blank).is_some_and(|word| word.is_capital);
    (is_day && is_led && !is_name && is_free(words, at + 2)).then_some(Found::new(
        at + 2,
        Point::DayOfMonth(number.value as i8),
        Form::DayOfMonth,
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
