//! Forms of dates that are told by another date: the day of writing, or what was told last.

use super::absolute::side_form;
use super::day::month_and_day;
use super::grammar::{Found, Words};
use super::lexicon::Kind;
use super::license::{is_free, is_name_part};
use super::phrase::{Form, From, Point, Side, Unit, Year};
use super::span::span;
use super::word::Gap;
use crate::extract::verb::is_past;

/// `last year`, `this March`, `that summer`, `next Friday`, `last night`, `that same day`.
pub fn side(words: Words<'_>, at: usize, side: Side) -> Option<Found> {
    let next = at + 1;
    match (side, words.after(next)) {
        (Side::That | Side::This, Kind::Side(Side::Same)) => of_side(words, next + 1, Side::Same),
        (Side::This, Kind::Side(Side::Past | Side::Coming | Side::Current)) => {
            let Kind::Side(side) = words.after(next) else { return None };
            of_side(words, next + 1, side)
        }
        // `the last year` is a span; `the last day of school` and `the last week of May` end one.
        (Side::Last, unit) if words.kind_before(at) == Kind::The && is_end(words, next, unit) => {
            None
        }
        // `the same year` needs its article, and the past year is mostly a span.
        (Side::Same | Side::Past | Side::Current | Side::Previous, _) => None,
        (Side::Following, _) if !words.list[at].is_capital => None,
        // `Next day` goes on from what was told.
        (Side::Next, Kind::Unit(Unit::Day, false) | Kind::DayPart) => {
            of_side(words, next, Side::Following)
        }
        _ => of_side(words, next, side),
    }
}

/// Whether `the last` and the unit at `at` are the end of a span, or the span.
fn is_end(words: Words<'_>, at: usize, unit: Kind) -> bool {
    matches!(unit, Kind::Unit(Unit::Day | Unit::Year, _) | Kind::DayPart)
        || words.after(at + 1) == Kind::Of
}

/// What stands behind a side: a unit, a month, a season, a weekday or a part of a day.
fn of_side(words: Words<'_>, at: usize, side: Side) -> Option<Found> {
    let (point, end) = match words.after(at) {
        // `that day’s end` is still that day, but `this year 1949` is not this one.
        Kind::Unit(_, false) if matches!(words.after(at + 1), Kind::Number(_)) => return None,
        Kind::Unit(unit, false) => (Point::Unit(unit, side), at + 1),
        Kind::Fiscal if words.after(at + 1) == Kind::Unit(Unit::Year, false) => {
            (Point::Unit(Unit::Year, side), at + 2)
        }
        Kind::Month(month) if month_and_day(words, at, month).is_some() => {
            let found = month_and_day(words, at, month)?;
            let Point::Days { month, first, last, .. } = found.point else { return Some(found) };
            (Point::Days { month, first, last, year: Year::Side(side) }, found.end)
        }
        // `told that August Brandt …`.
        Kind::Month(3..=6 | 8) if is_capital_after(words, at) => return None,
        Kind::Month(month) => (Point::Month(month, Year::Side(side)), at + 1),
        Kind::Season(code) => (Point::Season(code, Year::Side(side)), at + 1),
        Kind::Weekday(day) => (Point::Weekday(day, Some(side)), day_part_end(words, at + 1)),
        Kind::Feast(feast) => (Point::Feast(feast, Year::Side(side)), at + 1),
        Kind::DayPart => (Point::Unit(Unit::Day, side), at + 1),
        _ => return None,
    };
    Some(Found::new(end, point, side_form(side)))
}

/// Whether a name goes on behind the word at `at`.
fn is_capital_after(words: Words<'_>, at: usize) -> bool {
    words
        .next(at + 1, Gap::is_blank)
        .is_some_and(|word| word.is_capital && word.kind == Kind::Other)
}

/// The index behind a part of the day, if one stands at `at`: `Monday night`.
fn day_part_end(words: Words<'_>, at: usize) -> usize {
    at + usize::from(words.after(at) == Kind::DayPart)
}

/// `the following year`, `the next day`, `the year before`, `the Sunday`.
pub fn after_the(words: Words<'_>, at: usize) -> Option<Found> {
    match words.after(at + 1) {
        Kind::Side(side) => {
            let side = match side {
                Side::Next => Side::Following,
                // `the last year` is a span, `the current year` is this one.
                Side::Last | Side::Past => return None,
                Side::This | Side::That => return None,
                side => side,
            };
            of_side(words, at + 2, side)
        }
        Kind::Unit(unit @ (Unit::Quarter | Unit::Weekend), false)
            if matches!(
                words.kind_before(at),
                Kind::In | Kind::To | Kind::From | Kind::Later | Kind::About
            ) =>
        {
            // `over the weekend`, `earnings for the quarter`.
            let is_of = words.after(at + 2) == Kind::Of;
            let side = if unit == Unit::Quarter { Side::That } else { Side::Last };
            (!is_of).then_some(Found::new(at + 2, Point::Unit(unit, side), side_form(side)))
        }
        Kind::Unit(Unit::Year, false) if is_year_back(words, at + 2) => {
            Some(Found::new(at + 4, Point::Shift(Unit::Year, -1, From::Told), Form::Anaphoric))
        }
        Kind::Unit(Unit::Day, false) if matches!(words.after(at + 3), Kind::Deictic(-1 | 1)) => {
            // `the day after tomorrow`, `the day before yesterday`.
            let days = match (words.after(at + 2), words.after(at + 3)) {
                (Kind::Later, Kind::Deictic(1)) => 2,
                (Kind::Earlier, Kind::Deictic(-1)) => -2,
                _ => return None,
            };
            let point = Point::Shift(Unit::Day, days, From::Written);
            Some(Found::new(at + 4, point, Form::Deictic))
        }
        Kind::Weekday(day) => {
            let end = day_part_end(words, at + 2);
            (!is_name_part(words, at + 1)).then_some(Found::new(
                end,
                Point::Weekday(day, Some(Side::Same)),
                Form::Weekday,
            ))
        }
        Kind::Unit(unit, false) => {
            let by = match words.after(at + 2) {
                Kind::Later => 1,
                Kind::Earlier => -1,
                Kind::Side(Side::Following) => 1,
                _ => return None,
            };
            is_free(words, at + 3).then_some(Found::new(
                at + 3,
                Point::Shift(unit, by, From::Told),
                Form::Anaphoric,
            ))
        }
        _ => None,
    }
}

/// `ten years ago`, `two months later`, `a year earlier`.
pub fn amount(words: Words<'_>, at: usize) -> Option<Found> {
    // `two or three years ago` is no one date.
    let is_choice = matches!(words.kind_before(at), Kind::And | Kind::To)
        && matches!(
            words.kind_before(at.checked_sub(1)?),
            Kind::Cardinal(_) | Kind::Number(_) | Kind::A
        );
    if is_choice {
        return None;
    }
    let (number, unit, behind) = span(words, at)?;
    if !(1..=5000).contains(&number) {
        return None;
    }
    let (by, from, end) = match words.after(behind) {
        // `ten years on, …`; not `ten years on the road`.
        _ if words.is(behind, "on") && words.next(behind + 1, Gap::is_blank).is_none() => {
            (number, From::Told, behind + 1)
        }
        // `three days after that`; not `after that war`.
        Kind::Later | Kind::Earlier if is_that(words, behind + 1) => {
            let is_later = words.after(behind) == Kind::Later;
            (if is_later { number } else { -number }, From::Told, behind + 2)
        }
        Kind::Ago if unit == Unit::Year && words.after(behind + 1) == Kind::Deictic(0) => {
            (-number, From::Today, behind + 2)
        }
        Kind::Ago => (-number, From::Written, behind + 1),
        Kind::From if words.is(behind + 1, "now") => (number, From::Written, behind + 2),
        Kind::Later if is_adverb(words, behind) => (number, From::Told, behind + 1),
        Kind::Earlier if is_adverb(words, behind) => {
            let is_compared = words.is(behind, "earlier");
            (-number, if is_compared { From::Either } else { From::Told }, behind + 1)
        }
        _ => return None,
    };
    let form =
        if matches!(from, From::Written | From::Today) { Form::Deictic } else { Form::Anaphoric };
    Some(Found::new(end, Point::Shift(unit, by, from), form))
}

/// Whether `that` stands at `at` for what was told.
fn is_that(words: Words<'_>, at: usize) -> bool {
    words.is(at, "that") && is_free(words, at + 1)
}

/// Whether `later`, `before` and the like stand without an object: `two years before the war` is
/// told by the war.
fn is_adverb(words: Words<'_>, at: usize) -> bool {
    let is_preposition = words.is(at, "after") || words.is(at, "before");
    let Some(next) = words.next(at + 1, Gap::is_blank) else { return true };
    if is_preposition {
        next.kind == Kind::And || is_past(words.letters(next))
    } else {
        !words.is(at + 1, "than")
    }
}

/// Whether `-earlier quarter`, `-ago period` stands at `at`.
fn is_year_back(words: Words<'_>, at: usize) -> bool {
    let is_back = words
        .next(at, |gap| gap == Gap::Hyphen)
        .is_some_and(|word| matches!(word.kind, Kind::Earlier | Kind::Ago));
    is_back
        && (words.after(at + 1) == Kind::Unit(Unit::Quarter, false) || words.is(at + 1, "period"))
}

/// `later that year`, `earlier this month`.
pub fn later_that(words: Words<'_>, at: usize) -> Option<Found> {
    if words.is(at + 1, "in") && words.after(at + 2) == Kind::The {
        return opened(words, at + 2)
            .or_else(|| match words.after(at + 3) {
                Kind::Season(code) => {
                    Some(Found::new(at + 4, Point::Season(code, Year::Open), Form::Yearless))
                }
                _ => None,
            })
            .filter(|_| {
                words.list[at].kind != Kind::Earlier || words.letters(&words.list[at]) != "before"
            });
    }
    let Kind::Side(side) = words.after(at + 1) else { return None };
    let is_here = matches!(side, Side::That | Side::This | Side::Same);
    is_here.then(|| self::side(words, at + 1, side))?
}

/// `yesterday`, `today`, `tomorrow night`.
///
/// `today’s youth` is of no day.
pub fn deictic(words: Words<'_>, at: usize, days: i16) -> Option<Found> {
    if words.list.get(at + 1).is_some_and(|word| word.gap == Gap::Apostrophe) && days == 0 {
        return None;
    }
    Some(Found::new(
        day_part_end(words, at + 1),
        Point::Shift(Unit::Day, days, From::Written),
        Form::Deictic,
    ))
}

/// `on Tuesday`, `Monday night`.
pub fn weekday(words: Words<'_>, at: usize, day: i8) -> Option<Found> {
    let is_any = matches!(words.kind_before(at), Kind::A | Kind::Every | Kind::Cardinal(1));
    if is_any || is_name_part(words, at) {
        return None;
    }
    let end = day_part_end(words, at + 1);
    Some(Found::new(end, Point::Weekday(day, None), Form::Weekday))
}

/// `by year-end`.
pub fn year_end(words: Words<'_>, at: usize) -> Option<Found> {
    let end = words.next(at + 1, |gap| matches!(gap, Gap::Hyphen | Gap::Blank))?;
    let is_end = words.letters(end).eq_ignore_ascii_case("end") && words.after(at + 2) != Kind::Of;
    let is_led = matches!(words.kind_before(at), Kind::In | Kind::To | Kind::About);
    (is_end && is_led).then_some(Found::new(
        at + 2,
        Point::Unit(Unit::Year, Side::That),
        Form::Anaphoric,
    ))
}

/// What only `the end of` and the like make a date: `the year`, `the month`.
pub fn opened(words: Words<'_>, at: usize) -> Option<Found> {
    if words.list[at].kind != Kind::The {
        return None;
    }
    match words.after(at + 1) {
        Kind::Unit(unit @ (Unit::Year | Unit::Month | Unit::Decade | Unit::Century), false) => {
            Some(Found::new(at + 2, Point::Unit(unit, Side::That), Form::Anaphoric))
        }
        _ => None,
    }
}
