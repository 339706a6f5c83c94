//! When something happened: an interval of days, read from EDTF and written as EDTF and words.
//!
//! EDTF is ISO 8601-2, level 1. Years are astronomical: 44 BC is year −43, written `-0043`.
//! The calendar is the proleptic Gregorian one; years reach from −9999 to 9999.

mod edtf;
mod words;

pub use edtf::EdtfError;
pub use words::MONTHS;

use edtf::Year;
use jiff::civil::{Date, date};
use std::fmt;

/// A day, counted from 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day of a calendar date; `None` for 30 February and the like.
    pub fn of(year: i16, month: i8, day: i8) -> Option<Self> {
        let date = Date::new(year, month, day).ok()?;
        Some(Self(date.duration_since(EPOCH).as_hours().div_euclid(24) as i32))
    }

    /// Year, month and day of the month.
    pub fn date(self) -> (i16, i8, i8) {
        let date = EPOCH
            .checked_add(jiff::Span::new().days(i64::from(self.0)))
            .unwrap_or(if self.0 < 0 { Date::MIN } else { Date::MAX });
        (date.year(), date.month(), date.day())
    }

    fn year(self) -> i16 {
        self.date().0
    }

    /// The last day of a month.
    fn end_of_month(year: i16, month: i8) -> Option<Self> {
        let first = Date::new(year, month, 1).ok()?;
        Self::of(year, month, first.days_in_month())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.date();
        write!(f, "{}-{month:02}-{day:02}", Year(year))
    }
}

const EPOCH: Date = date(1970, 1, 1);

/// How finely a date is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A season of three months.
    Season,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// Any other span, from its first to its last day.
    Interval,
}

impl Precision {
    /// The name in the JSON export.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Season => "season",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Interval => "interval",
        }
    }
}

/// The days that a date allows, and how it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    /// The first day; `None` for an open beginning.
    pub first: Option<Day>,
    /// The last day, inclusive; `None` for an open end.
    pub last: Option<Day>,
    /// How finely it is given.
    pub precision: Precision,
    /// “About”.
    pub approximate: bool,
}

impl When {
    /// A single day; `None` if the calendar has no such day.
    pub fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        let day = Day::of(year, month, day)?;
        Some(Self::exact(day, day, Precision::Day))
    }

    /// A month; `None` if there is no such month.
    pub fn month(year: i16, month: i8) -> Option<Self> {
        let (first, last) = (Day::of(year, month, 1)?, Day::end_of_month(year, month)?);
        Some(Self::exact(first, last, Precision::Month))
    }

    /// A season by the meteorological months of the north, 21 for spring to 24 for winter, which
    /// has the year in which it begins.
    pub fn season(year: i16, code: i8) -> Option<Self> {
        let start = (code - 20) * 3;
        let first = Day::of(year, start, 1)?;
        let last = if code == 24 {
            Day::end_of_month(year + 1, 2)?
        } else {
            Day::end_of_month(year, start + 2)?
        };
        Some(Self::exact(first, last, Precision::Season))
    }

    /// A year.
    pub fn year(year: i16) -> Option<Self> {
        Self::years(year, year, Precision::Year)
    }

    /// The ten years that begin with `first`, such as 1950.
    pub fn decade(first: i16) -> Option<Self> {
        Self::years(first, first.checked_add(9)?, Precision::Decade)
    }

    /// The hundred years that begin with `first`, such as 1800 for the 19th century.
    pub fn century(first: i16) -> Option<Self> {
        Self::years(first, first.checked_add(99)?, Precision::Century)
    }

    /// One day.
    pub fn of_day(day: Day) -> Self {
        Self::exact(day, day, Precision::Day)
    }

    /// A quarter of a year, 1 to 4; an interval, since level 1 has no form for it.
    pub fn quarter(year: i16, quarter: i8) -> Option<Self> {
        let months = (quarter * 3 - 2, quarter * 3);
        Self::interval(Self::month(year, months.0)?.first, Self::month(year, months.1)?.last)
    }

    /// From the first day of one date to the last day of another.
    pub fn interval(first: Option<Day>, last: Option<Day>) -> Option<Self> {
        match (first, last) {
            (Some(first), Some(last)) if first > last => None,
            (None, None) => None,
            _ => Some(Self { first, last, precision: Precision::Interval, approximate: false }),
        }
    }

    /// The same date, “about”.
    pub fn about(self) -> Self {
        Self { approximate: true, ..self }
    }

    /// The day that stands for the whole on an axis and in an order: its middle, or its one end.
    pub fn middle(&self) -> Day {
        match (self.first, self.last) {
            (Some(first), Some(last)) => {
                Day(((i64::from(first.0) + i64::from(last.0)).div_euclid(2)) as i32)
            }
            (Some(day), None) | (None, Some(day)) => day,
            (None, None) => Day(0),
        }
    }

    /// A key that sorts by the first day, then by the last; open ends lie outermost.
    pub fn sort_key(&self) -> (i32, i32) {
        (self.first.map_or(i32::MIN, |day| day.0), self.last.map_or(i32::MAX, |day| day.0))
    }

    fn exact(first: Day, last: Day, precision: Precision) -> Self {
        Self { first: Some(first), last: Some(last), precision, approximate: false }
    }

    fn years(first: i16, last: i16, precision: Precision) -> Option<Self> {
        Some(Self::exact(Day::of(first, 1, 1)?, Day::of(last, 12, 31)?, precision))
    }
}

/// The coarsest precision at which an interval from `first` to `last` can be written.
fn bounds_precision(first: Option<Day>, last: Option<Day>) -> Precision {
    let first = first.map(|day| bound_precision(day, true));
    let last = last.map(|day| bound_precision(day, false));
    [first, last].into_iter().flatten().min().unwrap_or(Precision::Day)
}

fn bound_precision(day: Day, is_first: bool) -> Precision {
    let (year, month, _) = day.date();
    let whole = |month_of_bound: i8| {
        if is_first {
            Day::of(year, month_of_bound, 1)
        } else {
            Day::end_of_month(year, month_of_bound)
        }
    };
    if whole(if is_first { 1 } else { 12 }) == Some(day) {
        Precision::Year
    } else if whole(month) == Some(day) {
        Precision::Month
    } else {
        Precision::Day
    }
}

#[cfg(test)]
mod tests;
