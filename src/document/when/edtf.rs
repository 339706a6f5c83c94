//! EDTF, level 1: a [`When`] read from it and written in it.

use super::{Day, Precision, When, bounds_precision};
use std::fmt;
use thiserror::Error;

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
}

/// A year as EDTF writes it: four digits, with a sign before the year 0.
pub(super) struct Year(pub i16);

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
