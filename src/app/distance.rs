//! The time between two events, in words: `2 months after`, `the same year as`.

use crate::document::{Precision, When};

/// How long `later` is after `earlier`: “2 months after”.
pub fn after_words(later: &When, earlier: &When) -> String {
    distance(earlier, later).map_or_else(same(earlier, later), |time| format!("{time} after"))
}

/// How long `earlier` is before `later`: “2 months before”.
pub fn before_words(earlier: &When, later: &When) -> String {
    distance(earlier, later).map_or_else(same(earlier, later), |time| format!("{time} before"))
}

/// The time from one date to another, no finer than the coarser of them; `None` if they fall
/// together at that precision.
fn distance(earlier: &When, later: &When) -> Option<String> {
    let (from, to) = (earlier.middle(), later.middle());
    let days = i64::from(to.0) - i64::from(from.0);
    let ((first_year, first_month, _), (last_year, last_month, _)) = (from.date(), to.date());
    let years = i64::from(last_year) - i64::from(first_year);
    let months = years * 12 + i64::from(last_month) - i64::from(first_month);
    let is_vague = earlier.approximate || later.approximate;
    let (n, unit) = match coarser(earlier, later) {
        Unit::Day if days.abs() < 14 => (days, "day"),
        Unit::Day if days.abs() < 60 => (days / 7, "week"),
        Unit::Day | Unit::Month if months.abs() < 24 => (months, "month"),
        _ => (years, "year"),
    };
    let n = n.abs();
    let about = if is_vague { "about " } else { "" };
    let plural = if n == 1 { "" } else { "s" };
    (n > 0).then(|| format!("{about}{n} {unit}{plural}"))
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Day,
    Month,
    Year,
}

fn coarser(first: &When, second: &When) -> Unit {
    unit(first).max(unit(second))
}

fn unit(when: &When) -> Unit {
    match when.precision {
        Precision::Day => Unit::Day,
        Precision::Month | Precision::Season => Unit::Month,
        Precision::Year | Precision::Decade | Precision::Century => Unit::Year,
        Precision::Interval => match (when.first, when.last) {
            (Some(first), Some(last)) if last.0 - first.0 < 14 => Unit::Day,
            (Some(first), Some(last)) if last.0 - first.0 < 200 => Unit::Month,
            _ => Unit::Year,
        },
    }
}

fn same(first: &When, second: &When) -> impl FnOnce() -> String {
    let unit = match coarser(first, second) {
        Unit::Day => "day",
        Unit::Month => "month",
        Unit::Year => "year",
    };
    move || format!("the same {unit} as")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(earlier: &str, later: &str, expected: &str) {
        let (earlier, later) = (When::parse(earlier).unwrap(), When::parse(later).unwrap());
        assert_eq!(after_words(&later, &earlier), expected);
    }

    #[test]
    fn time_is_told_no_finer_than_the_dates() {
        check("2022-02-04", "2022-02-24", "2 weeks after");
        check("2022-02-24", "2022-02-25", "1 day after");
        check("1949-10", "1949-12", "2 months after");
        check("1949-12", "1953", "4 years after");
        check("1921", "1949-10", "28 years after");
        check("2021", "2022-02-04", "1 year after");
    }

    #[test]
    fn dates_that_fall_together_are_the_same() {
        check("2022-02", "2022-02-24", "the same month as");
        check("1953", "1953", "the same year as");
    }

    #[test]
    fn a_vague_date_makes_a_vague_distance() {
        check("1957~/1959~", "1969", "about 11 years after");
    }
}
