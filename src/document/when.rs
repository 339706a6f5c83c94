//! When something happened: an interval of days, read from EDTF and written as EDTF and words.
//!
//! EDTF is ISO 8601-2, level 1. Years are astronomical: 44 BC is year −43, written `-0043`.
//! The calendar is the proleptic Gregorian one; years reach from −9999 to 9999.

use jiff::civil::{Date, date};
use std::fmt;
use thiserror::Error;

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

/// What is wrong with a date in EDTF.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EdtfError {
    /// Not in the form of a date.
    #[error(
        "`{0}` is not an EDTF date; write 1949, 1949-12, 1949-12-16, 195X, 18XX, 1968-21 (spring), 1958~ (about) or 1914/1918"
    )]
    Form(String),
    /// In the form of a date that no calendar has.
    #[error("`{0}` is not in the calendar")]
    Impossible(String),
    /// An interval that ends before it begins.
    #[error("`{0}` ends before it begins")]
    Backwards(String),
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

    /// Reads EDTF, level 1.
    pub fn parse(text: &str) -> Result<Self, EdtfError> {
        let Some((from, to)) = text.split_once('/') else { return parse_date(text, text) };
        let end = |part: &str| match part {
            "" | ".." => Ok(None),
            part => parse_date(part, text).map(Some),
        };
        let (from, to) = (end(from)?, end(to)?);
        let first = from.and_then(|when| when.first);
        let last = to.and_then(|when| when.last);
        if first.is_none() && last.is_none() {
            return Err(EdtfError::Form(text.to_owned()));
        }
        let when =
            Self::interval(first, last).ok_or_else(|| EdtfError::Backwards(text.to_owned()))?;
        let approximate = [from, to].iter().flatten().any(|when| when.approximate);
        Ok(Self { approximate, ..when })
    }

    /// The date in EDTF.
    pub fn edtf(&self) -> String {
        let mark = if self.approximate { "~" } else { "" };
        if self.precision == Precision::Interval {
            let (first, last) = (self.first, self.last);
            let coarse = bounds_precision(first, last);
            let end = |day: Option<Day>| match day {
                Some(day) => format!("{}{mark}", bound(day, coarse)),
                None => "..".to_owned(),
            };
            return format!("{}/{}", end(first), end(last));
        }
        let Some(first) = self.first else { return String::new() };
        format!("{}{mark}", bound(first, self.precision))
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

    /// The date in words, whole: `December 1949`, `about 1921`, `19th century`.
    pub fn words(&self) -> String {
        let words = self.whole().bare_words(MONTHS);
        match self.part_prefix() {
            Some(part) => format!("{part}{words}"),
            None if self.approximate => format!("about {words}"),
            None => words,
        }
    }

    /// The date in few columns: `Dec 1949`, `c. 1921`, `19th c.`.
    pub fn short_words(&self) -> String {
        let words = self.whole().bare_words(SHORT_MONTHS).replace("century", "c.");
        match self.part_prefix() {
            Some(part) => format!("{part}{words}"),
            None if self.approximate => format!("c. {words}"),
            None => words,
        }
    }

    /// The year alone, for a tick of an axis: `1949`, `1950s`, `19th c.`.
    pub fn tick(&self) -> String {
        match (self.precision, self.first) {
            (Precision::Decade | Precision::Century, _) => {
                self.whole().bare_words(SHORT_MONTHS).replace("century", "c.")
            }
            (_, Some(first)) => year_words(first.year()),
            (_, None) => self.last.map_or_else(String::new, |day| year_words(day.year())),
        }
    }

    fn bare_words(&self, months: [&str; 12]) -> String {
        let Some(first) = self.first else {
            return self.last.map_or_else(String::new, |last| {
                format!("until {}", day_words(last, Precision::Day, months))
            });
        };
        let Some(last) = self.last else {
            return format!("since {}", day_words(first, bound_precision(first, true), months));
        };
        match self.precision {
            Precision::Interval => interval_words(first, last, months),
            precision => day_words(first, precision, months),
        }
    }

    fn exact(first: Day, last: Day, precision: Precision) -> Self {
        Self { first: Some(first), last: Some(last), precision, approximate: false }
    }

    fn years(first: i16, last: i16, precision: Precision) -> Option<Self> {
        Some(Self::exact(Day::of(first, 1, 1)?, Day::of(last, 12, 31)?, precision))
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

/// A year as EDTF writes it: four digits, with a sign before the year 0.
struct Year(i16);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}", self.0.unsigned_abs())
    }
}

/// The EDTF of a day at a precision, by the first day of the interval.
fn bound(day: Day, precision: Precision) -> String {
    let (year, month, _) = day.date();
    match precision {
        Precision::Day | Precision::Interval => day.to_string(),
        Precision::Month => format!("{}-{month:02}", Year(year)),
        Precision::Season => format!("{}-{}", Year(year), 20 + month / 3),
        Precision::Year => Year(year).to_string(),
        Precision::Decade => masked(year, 10),
        Precision::Century => masked(year, 100),
    }
}

/// A decade or century by any of its years: the last digits become `X`.
fn masked(year: i16, span: i16) -> String {
    let digits = format!("{:04}", year.unsigned_abs());
    let kept = if span == 10 { 3 } else { 2 };
    let sign = if year < 0 { "-" } else { "" };
    format!("{sign}{}{}", &digits[..kept], "X".repeat(4 - kept))
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

fn parse_date(part: &str, whole: &str) -> Result<When, EdtfError> {
    let form = || EdtfError::Form(whole.to_owned());
    let bare = part.trim_end_matches(['~', '?', '%']);
    if part.len() - bare.len() > 1 {
        return Err(form());
    }
    let (sign, digits) = match bare.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, bare),
    };
    let mut fields = digits.split('-');
    let year = fields.next().unwrap_or("");
    let number = |field: Option<&str>| match field {
        None => Ok(None),
        Some(text) if text.len() == 2 => text.parse::<i8>().map(Some).map_err(|_| form()),
        Some(_) => Err(form()),
    };
    let (month, day) = (number(fields.next())?, number(fields.next())?);
    if year.len() != 4 || fields.next().is_some() {
        return Err(form());
    }
    let impossible = || EdtfError::Impossible(whole.to_owned());
    if let Some(stem) = year.strip_suffix("XX").or_else(|| year.strip_suffix('X')) {
        let span = if year.ends_with("XX") { 100 } else { 10 };
        let stem: i16 = digits_of(stem).ok_or_else(form)?;
        if month.is_some() {
            return Err(form());
        }
        // -04XX covers the years −499 to −400.
        let near = sign * stem * span;
        let first = if sign < 0 { near - (span - 1) } else { near };
        let when = if span == 100 { When::century(first) } else { When::decade(first) };
        return when.map(|when| qualified(when, part)).ok_or_else(impossible);
    }
    let year = sign * digits_of(year).ok_or_else(form)?;
    let when = match (month, day) {
        (None, _) => When::year(year),
        (Some(month @ 1..=12), None) => When::month(year, month),
        (Some(season @ 21..=24), None) => When::season(year, season),
        (Some(_), None) => None,
        (Some(month), Some(day)) => When::day(year, month, day),
    };
    when.map(|when| qualified(when, part)).ok_or_else(impossible)
}

fn digits_of(text: &str) -> Option<i16> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

fn qualified(when: When, part: &str) -> When {
    if part.ends_with(['~', '?', '%']) { when.about() } else { when }
}

fn year_words(year: i16) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i32::from(year)) }
}

fn day_words(first: Day, precision: Precision, months: [&str; 12]) -> String {
    let (year, month, day) = first.date();
    let month_name = months[month as usize - 1];
    match precision {
        Precision::Day | Precision::Interval => format!("{day} {month_name} {}", year_words(year)),
        Precision::Month => format!("{month_name} {}", year_words(year)),
        Precision::Season => {
            format!("{} {}", SEASONS[(month / 3 - 1) as usize], year_words(year))
        }
        Precision::Year => year_words(year),
        Precision::Decade => {
            let (year, era) = if year < 0 { (-(year + 9), " BC") } else { (year, "") };
            format!("{year}s{era}")
        }
        Precision::Century => {
            let (century, era) =
                if year < 0 { (-(year + 99) / 100 + 1, " BC") } else { (year / 100 + 1, "") };
            format!("{century}{} century{era}", ordinal_suffix(century))
        }
    }
}

fn interval_words(first: Day, last: Day, months: [&str; 12]) -> String {
    let precision = bounds_precision(Some(first), Some(last));
    let ends = [first, last].map(|day| day_words(day, precision, months));
    if ends[0] == ends[1] {
        return ends[0].clone();
    }
    let ((first_year, first_month, day), (last_year, last_month, _)) = (first.date(), last.date());
    if precision == Precision::Day && (first_year, first_month) == (last_year, last_month) {
        return format!("{day}–{}", ends[1]);
    }
    // The year is said once: December 1949 – February 1950, but March–June 1917.
    let year = format!(" {}", year_words(first_year));
    if precision != Precision::Year && first_year == last_year {
        return format!("{}–{}", ends[0].trim_end_matches(&year), ends[1]);
    }
    format!("{}–{}", ends[0], ends[1])
}

fn ordinal_suffix(number: i16) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edtf: &str, first: &str, last: &str, words: &str) {
        let when = When::parse(edtf).unwrap();
        let show = |day: Option<Day>| day.map_or("..".to_owned(), |day| day.to_string());
        assert_eq!((show(when.first), show(when.last)), (first.to_owned(), last.to_owned()));
        assert_eq!(when.edtf(), edtf);
        assert_eq!(when.words(), words);
    }

    #[test]
    fn every_form_of_level_1_is_read_written_and_said() {
        check("1949", "1949-01-01", "1949-12-31", "1949");
        check("1949-12", "1949-12-01", "1949-12-31", "December 1949");
        check("1949-12-16", "1949-12-16", "1949-12-16", "16 December 1949");
        check("195X", "1950-01-01", "1959-12-31", "1950s");
        check("18XX", "1800-01-01", "1899-12-31", "19th century");
        check("1968-21", "1968-03-01", "1968-05-31", "spring 1968");
        check("1968-24", "1968-12-01", "1969-02-28", "winter 1968");
        check("1958~", "1958-01-01", "1958-12-31", "about 1958");
        check("1914/1918", "1914-01-01", "1918-12-31", "1914–1918");
        check("1957~/1959~", "1957-01-01", "1959-12-31", "about 1957–1959");
        check("1917-03/1917-06", "1917-03-01", "1917-06-30", "March–June 1917");
        check("2022-02-24/2022-02-28", "2022-02-24", "2022-02-28", "24–28 February 2022");
        check("2022/..", "2022-01-01", "..", "since 2022");
    }

    #[test]
    fn years_before_christ_are_astronomical() {
        check("-0479", "-0479-01-01", "-0479-12-31", "480 BC");
        check("-04XX", "-0499-01-01", "-0400-12-31", "5th century BC");
        check("0000", "0000-01-01", "0000-12-31", "1 BC");
    }

    #[test]
    fn leap_days_are_known() {
        assert!(When::parse("2000-02-29").is_ok());
        assert_eq!(When::parse("1900-02-29"), Err(EdtfError::Impossible("1900-02-29".to_owned())));
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["", "49", "1949-13", "1949-12-32", "soon", "1949/1948", "../..", "19XX-03"] {
            assert!(When::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_count_from_1970() {
        assert_eq!(Day::of(1970, 1, 2), Some(Day(1)));
        assert_eq!(Day::of(2000, 1, 1), Some(Day(10957)));
        assert_eq!(Day(-1).date(), (1969, 12, 31));
    }
}
