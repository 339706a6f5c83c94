//! Reckoning: the date that a phrase means, once it is known from which date it is told.
//!
//! Nothing is guessed finer than what it is reckoned from: two days after a month that was told
//! is no day.

use super::calendar::Feast;
use super::phrase::{Side, Unit};
use crate::document::{Day, Precision, When};

/// `base` moved by units, forward if `by` is positive.
pub fn shifted(base: When, unit: Unit, by: i16) -> Option<When> {
    let (year, ..) = base.first?.date();
    match unit {
        Unit::Day => Some(When::of_day(Day(day_of(base)?.0 + i32::from(by)))),
        Unit::Week => Some(When::of_day(Day(day_of(base)?.0 + 7 * i32::from(by)))),
        Unit::Weekend => None,
        Unit::Month => {
            let (year, month) = month_shifted(month_of(base)?, i32::from(by));
            When::month(year, month)
        }
        Unit::Quarter => {
            let (year, month) = month_shifted(month_of(base)?, 3 * i32::from(by));
            When::quarter(year, (month + 2) / 3)
        }
        Unit::Year => When::year(year.checked_add(by).filter(|_| is_year(base))?),
        // A decade or a century ago is a year; the decade and the 20th century are not meant.
        Unit::Decade => Some(When::year(year.checked_add(by.checked_mul(10)?)?)?.about()),
        Unit::Century => Some(When::year(year.checked_add(by.checked_mul(100)?)?)?.about()),
    }
}

/// The month about which it was so many days or weeks from a month: two weeks later than March is
/// no day, but a time that can be told.
pub fn about_month(base: When, unit: Unit, by: i16) -> Option<When> {
    let days = match unit {
        Unit::Day => i32::from(by),
        Unit::Week => 7 * i32::from(by),
        _ => return None,
    };
    let middle = Day(base.middle().0.checked_add(days)?);
    let (year, month, _) = middle.date();
    (base.precision == Precision::Month).then(|| When::month(year, month))?.map(When::about)
}

/// The unit that lies on this side of the one around `base`.
pub fn unit_beside(base: When, unit: Unit, side: Side) -> Option<When> {
    let step = side.step();
    match unit {
        Unit::Week => Some(week(Day(day_of(base)?.0 + 7 * i32::from(step)))),
        Unit::Weekend => {
            let monday = monday(day_of(base)?).0 + 7 * i32::from(step);
            When::interval(Some(Day(monday + 5)), Some(Day(monday + 6)))
        }
        Unit::Century => {
            let (year, ..) = base.first?.date();
            When::century((year.div_euclid(100) + step) * 100)
        }
        Unit::Decade => {
            let (year, ..) = base.first?.date();
            When::decade((year.div_euclid(10) + step) * 10)
        }
        unit => shifted(base, unit, step),
    }
}

/// The month in `year`, told by `base`, that `side` asks for: the next one after it, the last one
/// before it, or the one of its year.
pub fn month_beside(base: When, month: i8, side: Side) -> Option<When> {
    let (year, base_month, _) = base.first?.date();
    let is_known = base.precision <= Precision::Season;
    let year = match side.step() {
        1 if is_known && month > base_month => year,
        -1 if is_known && month < base_month => year,
        1 if !is_known => year + 1,
        step => year + step,
    };
    When::month(year, month)
}

/// As [`month_beside`], of a season.
pub fn season_beside(base: When, code: i8, side: Side) -> Option<When> {
    let (year, month, _) = base.first?.date();
    let begins = (code - 20) * 3;
    let is_known = base.precision <= Precision::Month;
    let year = match side.step() {
        1 if is_known && begins > month => year,
        -1 if is_known && begins + 2 < month => year,
        // January and February belong to the winter of the year before.
        0 if code == 24 && is_known && month <= 2 => year - 1,
        -1 if code == 24 && is_known => year - 1,
        step => year + step,
    };
    When::season(year, code)
}

/// The weekday nearest to `day` on a side: 0 before it or on it, 1 after it, −1 before it.
pub fn weekday_beside(day: Day, weekday: i8, step: i16) -> When {
    let ahead = (i32::from(weekday) - day.weekday()).rem_euclid(7);
    let days = match (step, ahead) {
        (1, 0) => 7,
        (1, ahead) => ahead,
        (-1, ahead) => ahead - 7,
        (_, 0) => 0,
        (_, ahead) => ahead - 7,
    };
    When::of_day(Day(day.0 + days))
}

/// The feast nearest to `base`, or in its year.
pub fn feast_beside(base: When, feast: Feast, side: Side) -> Option<When> {
    let (year, ..) = base.first?.date();
    let this = feast.day(year)?;
    let year = match side.step() {
        1 if this.first > base.last => year,
        -1 if this.last < base.first => year,
        step => year + step,
    };
    feast.day(year)
}

/// The month without a year that lies nearest to `base`; of two as near, the later one.
pub fn nearest_month(base: When, month: i8) -> Option<i16> {
    let (year, base_month, _) = base.first?.date();
    if base.precision > Precision::Season {
        return (base.precision == Precision::Year).then_some(year);
    }
    let ahead = i32::from(month) - i32::from(base_month);
    Some(match ahead {
        ..=-6 => year + 1,
        7.. => year - 1,
        _ => year,
    })
}

/// The one day of a date.
pub fn day_of(when: When) -> Option<Day> {
    when.first.filter(|_| when.precision == Precision::Day)
}

fn month_of(when: When) -> Option<(i16, i8)> {
    let (year, month, _) = when.first?.date();
    (when.precision <= Precision::Month).then_some((year, month))
}

fn is_year(when: When) -> bool {
    when.precision <= Precision::Year || when.precision == Precision::Interval
}

fn month_shifted((year, month): (i16, i8), by: i32) -> (i16, i8) {
    let months = i32::from(year) * 12 + i32::from(month) - 1 + by;
    let year = i16::try_from(months.div_euclid(12)).unwrap_or(i16::MAX);
    (year, months.rem_euclid(12) as i8 + 1)
}

fn monday(day: Day) -> Day {
    Day(day.0 - (day.weekday() - 1))
}

fn week(day: Day) -> When {
    let monday = monday(day);
    let days = When::interval(Some(monday), Some(Day(monday.0 + 6)));
    days.unwrap_or_else(|| When::of_day(day))
}
