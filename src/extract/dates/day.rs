//! Days and months of the calendar, with the year behind them or without one.

use super::absolute::{fixed, opened, side_after, side_form};
use super::grammar::{Found, Words};
use super::lexicon::Kind;
use super::license::{is_free, is_month_here};
use super::number::{Number, Suffix};
use super::phrase::{Form, Point, Side, Unit, Year};
use super::word::Gap;
use super::year::is_amount;
use super::years::year_after;
use crate::document::{Day, Precision, When};

/// `16 December 1949`, `16th of December`, `3–7 June`.
pub fn day(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
    let follows = words.last.is_some_and(|(_, end)| end == at);
    if words.list[at].gap == Gap::Hyphen && !follows {
        return None;
    }
    let (last, days_end) = day_range(words, at, number);
    let month_at = days_end + usize::from(words.after(days_end) == Kind::Of);
    let Kind::Month(month) = words.after(month_at) else { return None };
    joined_at(days(words, month, number.value, last, month_at + 1), at, days_end)
}

/// `the last day of 1930`, `the first Monday of June 1932`, `the second to last day of May 1931`.
pub fn edge_day(words: Words<'_>, at: usize) -> Option<Found> {
    let start = at + usize::from(words.list[at].kind == Kind::The);
    let (place, day_at) = place(words, start)?;
    let weekday = match words.after(day_at) {
        Kind::Unit(Unit::Day, false) => None,
        Kind::Weekday(day) => Some(day),
        _ => return None,
    };
    let is_of =
        words.after(day_at + 1) == Kind::Of || (weekday.is_some() && words.is(day_at + 1, "in"));
    words.next(day_at + 2, Gap::is_blank).filter(|_| is_of)?;
    let found = opened(words, day_at + 2)?;
    let Point::Fixed(When { precision, first: Some(first), last: Some(last), .. }) = found.point
    else {
        return None;
    };
    let is_unit =
        precision == Precision::Month || (precision == Precision::Year && weekday.is_none());
    fixed(found.end, is_unit.then(|| day_in(first, last, place, weekday))?, Form::Day)
}

/// The place that `first`, `last` or `second to last` at `at` tells, and the index behind it; −1 is
/// the last one.
fn place(words: Words<'_>, at: usize) -> Option<(i32, usize)> {
    let joined = |at: usize| words.next(at, |gap| matches!(gap, Gap::Blank | Gap::Hyphen));
    match words.list.get(at)?.kind {
        Kind::Side(Side::Last) => Some((-1, at + 1)),
        Kind::Ordinal(place) => {
            let is_to_last = joined(at + 1).is_some_and(|word| words.letters(word) == "to")
                && joined(at + 2).is_some_and(|word| word.kind == Kind::Side(Side::Last));
            Some(if is_to_last { (-i32::from(place), at + 3) } else { (place.into(), at + 1) })
        }
        _ => None,
    }
}

/// The day that has this place among all days, or all weekdays of one name, from `first` to `last`.
fn day_in(first: Day, last: Day, place: i32, weekday: Option<i8>) -> Option<When> {
    let to = |day: Day, weekday: i8| (i32::from(weekday) - day.weekday()).rem_euclid(7);
    let step = if weekday.is_some() { 7 } else { 1 };
    let day = if place > 0 {
        first.0 + weekday.map_or(0, |weekday| to(first, weekday)) + step * (place - 1)
    } else {
        let back = weekday.map_or(0, |weekday| (7 - to(last, weekday)) % 7);
        last.0 - back + step * (place + 1)
    };
    (first.0..=last.0).contains(&day).then(|| When::of_day(Day(day)))
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
pub fn day_of_month(words: Words<'_>, at: usize) -> Option<Found> {
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

pub fn month_and_year(words: Words<'_>, at: usize, month: i8) -> Option<Found> {
    if let Some(year) = year_after(words, at + 1) {
        return fixed(year.end, When::month(year.year, month), Form::Month);
    }
    let (side, end) = side_after(words, at + 1)?;
    let point = Point::Month(month, Year::Of(side));
    Some(Found::new(end, point, side_form(side)))
}

pub fn yearless_month(at: usize, month: i8) -> Found {
    Found::new(at + 1, Point::Month(month, Year::Open), Form::Yearless)
}

/// A day or days of a month, with the year behind them if there is one.
pub fn days(words: Words<'_>, month: i8, first: i16, last: i16, end: usize) -> Option<Found> {
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

/// The form with the place of its joint, if two numbers stand before `end` and not one.
fn joined_at(found: Option<Found>, at: usize, end: usize) -> Option<Found> {
    found.map(|found| Found { joint: (end > at + 1).then_some(end - 1), ..found })
}

/// Whether no noun follows: `by May the Second Squadron` has no day.
fn is_ended(words: Words<'_>, at: usize) -> bool {
    is_free(words, at) && !words.next(at, Gap::is_blank).is_some_and(|word| word.is_capital)
}

#[cfg(test)]
mod tests {
    use crate::extract::dates::tests::check;

    #[test]
    fn a_weekday_of_a_month_is_counted_from_its_edge() {
        // 31 May 1942 was a Sunday, 1 June 1932 a Wednesday.
        check(
            "He left on [4 May 1930|1930-05-04]. [The last Sunday of May 1942|1942-05-31] was warm.",
        );
        check("They met on [the first Monday of June 1932|1932-06-06], and voted.");
        check("It fell on [the third Friday in March 2011|2011-03-18].");
        check("It has no fifth Monday of [February 1931|1931-02].");
    }

    #[test]
    fn a_day_is_counted_from_the_end_of_its_year_or_month() {
        check("She died on [the second to last day of 1936|1936-12-30].");
        check("She died on [the second-to-last day of May 1936|1936-05-30].");
        check("She died on [the second day of May 1936|1936-05-02].");
    }
}
