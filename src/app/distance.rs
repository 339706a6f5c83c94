//! The time between two events, in words: `2 months after`, `the same year as`.

use crate::document::{Precision, When};

/// How long `later` is after `earlier`, as “2 months after”; `None` if one lies in the other.
pub fn after_words(later: &When, earlier: &When) -> Option<String> {
    words(earlier, later, "after")
}

/// How long `earlier` is before `later`, as “2 months before”; `None` if one lies in the other.
pub fn before_words(earlier: &When, later: &When) -> Option<String> {
    words(earlier, later, "before")
}

/// The time between two dates, no finer than the coarser of them: from the end of one to the
/// beginning of the other, so that a century is not reckoned from its middle.
fn words(earlier: &When, later: &When, relation: &str) -> Option<String> {
    let unit = unit(earlier).max(unit(later));
    let (from, to) = (earlier.last?, later.first?);
    let days = i64::from(to.0) - i64::from(from.0);
    let ((first_year, first_month, _), (last_year, last_month, _)) = (from.date(), to.date());
    let years = i64::from(last_year) - i64::from(first_year);
    let months = years * 12 + i64::from(last_month) - i64::from(first_month);
    let (n, name) = match unit {
        Unit::Day if days < 14 => (days, "day"),
        Unit::Day if days < 60 => (days / 7, "week"),
        Unit::Day | Unit::Month if months < 24 => (months, "month"),
        _ => (years, "year"),
    };
    let about = if earlier.approximate || later.approximate { "about " } else { "" };
    match n {
        0 if earlier.sort_key() == later.sort_key() => Some(format!("the same {name} as")),
        1 => Some(format!("{about}1 {name} {relation}")),
        2.. => Some(format!("{about}{n} {name}s {relation}")),
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Day,
    Month,
    Year,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(earlier: &str, later: &str, expected: &str) {
        let (earlier, later) = (When::parse(earlier).unwrap(), When::parse(later).unwrap());
        assert_eq!(after_words(&later, &earlier).unwrap_or_default(), expected);
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
        check("2022-02-24", "2022-02-24", "the same day as");
        check("1953", "1953", "the same year as");
    }

    #[test]
    fn a_century_is_reckoned_from_its_end() {
        check("18XX", "1921", "22 years after");
    }

    #[test]
    fn what_lies_in_the_other_has_no_distance() {
        check("2022-02", "2022-02-24", "");
        check("18XX", "1842", "");
    }

    #[test]
    fn a_vague_date_makes_a_vague_distance() {
        check("1957~/1959~", "1969", "about 10 years after");
    }
}
