//! Absolute dates: every form that has its year, its decade or its century in it.
//!
//! In: the text of a block. Out: [`DateMention`]s, disjoint, in order. Each form is recognised
//! from a number outward, since but for centuries in words all of them have one: text without
//! digits costs one look at each byte. A look to either side is a few words at most, so the
//! time is linear in the text whatever stands in it.

use super::calendar::{Era, Part, month, season};
use super::neighbor::{
    Neighbor, after_dash, skip_blanks, skip_blanks_back, word_after, word_before,
};
use super::number::{Number, Suffix};
use super::period::{centuries_in_words, century, decade};
use super::year::{Range, is_amount, is_licensed, range};
use crate::document::{Precision, When};
use std::ops;

/// A date where it stands in a block.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    /// The date's own words, in bytes of the block.
    pub range: ops::Range<usize>,
    /// When.
    pub when: When,
    /// The form.
    pub form: Form,
}

/// The form of a date: the rule that found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `1949-12-16`.
    Iso,
    /// `16 December 1949`, `December 16, 1949`.
    Day,
    /// `3–7 June 1967`.
    Days,
    /// `December 1949`.
    Month,
    /// `spring of 1968`.
    Season,
    /// `1968`, where a year is expected.
    Year,
    /// `1914–1918`.
    Years,
    /// `146 BC`.
    Era,
    /// `1950s`.
    Decade,
    /// `19th century`.
    Century,
}

impl Form {
    /// The name of the rule.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Iso => "date-iso",
            Self::Day => "date-day",
            Self::Days => "date-days",
            Self::Month => "date-month",
            Self::Season => "date-season",
            Self::Year => "date-year",
            Self::Years => "date-years",
            Self::Era => "date-era",
            Self::Decade => "date-decade",
            Self::Century => "date-century",
        }
    }

    /// How sure the form alone makes it that this is a date.
    pub fn confidence(self) -> f32 {
        match self {
            Self::Iso | Self::Day | Self::Days => 0.98,
            Self::Month | Self::Era | Self::Century => 0.95,
            Self::Season | Self::Decade => 0.9,
            Self::Year | Self::Years => 0.85,
        }
    }
}

/// The dates of a block.
pub fn dates(text: &str) -> Vec<DateMention> {
    let mut found: Vec<DateMention> = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.as_bytes()[at..].iter().position(u8::is_ascii_digit) {
        let (number, next) = Number::read(text, at + offset);
        at = next;
        let Some(mention) = number.and_then(|number| date_of(text, number, found.last())) else {
            continue;
        };
        at = at.max(mention.range.end);
        // `the winter of 1944` after `1944` would begin inside the date before it.
        if found.last().is_none_or(|last| last.range.end <= mention.range.start) {
            found.push(mention);
        }
    }
    let n_numeric = found.len();
    centuries_in_words(text, &mut found);
    if found.len() > n_numeric {
        found.sort_by_key(|mention| mention.range.start);
    }
    found
}

/// The date that has `number` for its first number; `previous` is the one found before it.
fn date_of(text: &str, number: Number, previous: Option<&DateMention>) -> Option<DateMention> {
    if number.suffix == Suffix::Plural {
        return decade(text, number);
    }
    if number.n_digits <= 2
        && let Some(mention) = day(text, number).or_else(|| century(text, number))
    {
        return Some(mention);
    }
    if !number.is_plain() {
        return None;
    }
    iso(text, number)
        .or_else(|| era_year(text, number))
        .or_else(|| month_year(text, number))
        .or_else(|| season_year(text, number))
        .or_else(|| years(text, number, previous))
        .or_else(|| bare_year(text, number, previous))
}

fn iso(text: &str, number: Number) -> Option<DateMention> {
    let field = |at: usize| {
        let digits = text.get(at..at + 2)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<i8>().ok())?
    };
    let rest = &text.as_bytes()[number.end..];
    if number.n_digits != 4 || number.is_joined || rest.len() < 6 || rest[0] != b'-' {
        return None;
    }
    let (month, day) = (field(number.end + 1)?, field(number.end + 4)?);
    let ends = rest.get(6).is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-');
    if rest[3] != b'-' || !ends {
        return None;
    }
    let when = When::day(number.value, month, day)?;
    Some(DateMention { range: number.start..number.end + 6, when, form: Form::Iso })
}

/// `16 December 1949`, `the 16th of December, 1949`, `December 16, 1949`, and ranges of days.
fn day(text: &str, number: Number) -> Option<DateMention> {
    let (last_day, days_end) = match day_after_dash(text, number.end) {
        Some(last) => (last.value, last.end),
        None => (number.value, number.end),
    };
    let before = month_before(text, number.start);
    let (month, start, year) = match before {
        Some((month, start)) => (month, start, year_after(text, days_end)?),
        None => {
            let (month, month_end) = month_after(text, days_end)?;
            (month, number.start, year_after(text, month_end)?)
        }
    };
    if number.is_joined && before.is_none() {
        return None;
    }
    let first = When::day(year.value, month, i8::try_from(number.value).ok()?)?;
    let last = When::day(year.value, month, i8::try_from(last_day).ok()?)?;
    let (when, form) = if first == last {
        (first, Form::Day)
    } else {
        (When::interval(first.first, last.last)?, Form::Days)
    };
    Some(DateMention { range: start..year.end, when, form })
}

fn day_after_dash(text: &str, at: usize) -> Option<Number> {
    let to = after_dash(text, at).or_else(|| {
        let word = word_after(text, at);
        word.is_any(&["to"]).then(|| skip_blanks(text, word.end))
    })?;
    Number::at(text, to).filter(|number| number.n_digits <= 2 && number.suffix != Suffix::Plural)
}

/// The month that stands directly before a day, and its start.
fn month_before(text: &str, at: usize) -> Option<(i8, usize)> {
    let word = word_before(text, at);
    (word.end < at).then(|| month(word.word).map(|month| (month, word.start)))?
}

/// The month that stands directly after a day, and its end.
fn month_after(text: &str, at: usize) -> Option<(i8, usize)> {
    let mut word = word_after(text, at);
    if word.word == "of" {
        word = word_after(text, word.end);
    }
    let month = month(word.word)?;
    let stop = usize::from(word.word.len() <= 4 && text[word.end..].starts_with('.'));
    (word.start > at).then_some((month, word.end + stop))
}

/// A year that belongs to a day or a month.
struct Year {
    value: i16,
    end: usize,
}

/// The year after a month or a day, with or without a comma.
fn year_after(text: &str, at: usize) -> Option<Year> {
    let comma = usize::from(text[at..].starts_with(','));
    let start = skip_blanks(text, at + comma);
    let number = Number::at(text, start).filter(Number::is_plain)?;
    if let Some((era, end)) = era_after(text, number) {
        return Some(Year { value: era.year(number.value)?, end });
    }
    let is_year = number.n_digits == 4 && (1000..2100).contains(&number.value);
    is_year.then_some(Year { value: number.value, end: number.end })
}

fn era_after(text: &str, number: Number) -> Option<(Era, usize)> {
    let word = word_after(text, number.end);
    let era = Era::of(word.word)?;
    // British Columbia and the like: `in 2010 BC Hydro …`.
    (word.word != "BC" || number.value < 1700).then_some((era, word.end))
}

/// `146 BC`, `AD 64`, `476 CE`.
fn era_year(text: &str, number: Number) -> Option<DateMention> {
    if number.is_joined {
        return None;
    }
    let word = word_before(text, number.start);
    let (era, start, end) = if matches!(word.word, "AD" | "A.D.") {
        (Era::Common, word.start, number.end)
    } else if let Some((era, end)) = era_after(text, number) {
        (era, number.start, end)
    } else {
        return era_range(text, number);
    };
    let (start, when) = qualified(text, start, When::year(era.year(number.value)?)?)?;
    Some(DateMention { range: start..end, when, form: Form::Era })
}

/// `431–404 BC`.
fn era_range(text: &str, number: Number) -> Option<DateMention> {
    let last = Number::at(text, after_dash(text, number.end)?).filter(Number::is_plain)?;
    let (era, end) = era_after(text, last)?;
    let day = |number: Number| When::year(era.year(number.value)?);
    let when = When::interval(day(number)?.first, day(last)?.last)?;
    Some(DateMention { range: number.start..end, when, form: Form::Era })
}

/// `December 1949`, `Dec., 1949`, `December of 1949`.
fn month_year(text: &str, number: Number) -> Option<DateMention> {
    if number.is_joined {
        return None;
    }
    let mut before = skip_blanks_back(text, number.start);
    before -= usize::from(text[..before].ends_with(','));
    let mut word = word_before(text, before);
    if word.word == "of" {
        word = word_before(text, word.start);
    }
    let month = month(word.word)?;
    let year = year_after(text, number.start)?;
    // `March 2000 miles` is no date, if anybody ever began a sentence so.
    if is_amount(text, number.end) {
        return None;
    }
    let (start, when) = qualified(text, word.start, When::month(year.value, month)?)?;
    Some(DateMention { range: start..year.end, when, form: Form::Month })
}

/// `spring of 1968`, `summer 1914`, `winter of 1944–45`.
fn season_year(text: &str, number: Number) -> Option<DateMention> {
    let mut word = word_before(text, number.start);
    let is_of = word.word == "of";
    if is_of {
        word = word_before(text, word.start);
    }
    let code = season(word.word)?;
    if number.is_joined || (word.word == "fall" && !is_of && !is_after_the(text, &word)) {
        return None;
    }
    let year = year_after(text, number.start)?;
    let end = match range(text, number) {
        // A winter is named after both of its years.
        Some(Range { last, end }) if code == 24 && last == number.value + 1 => end,
        _ => year.end,
    };
    let (start, when) = qualified(text, word.start, When::season(year.value, code)?)?;
    Some(DateMention { range: start..end, when, form: Form::Season })
}

fn is_after_the(text: &str, word: &Neighbor<'_>) -> bool {
    word_before(text, word.start).is_any(&["the", "in", "late", "early"])
}

/// `1914–1918`, `1911-12`.
fn years(text: &str, number: Number, previous: Option<&DateMention>) -> Option<DateMention> {
    let range = range(text, number)?;
    if number.is_joined || !range.is_dated(text, number, previous) {
        return None;
    }
    let when = When::interval(When::year(number.value)?.first, When::year(range.last)?.last)?;
    let (start, when) = approximated(text, number.start, when);
    Some(DateMention { range: start..range.end, when, form: Form::Years })
}

fn bare_year(text: &str, number: Number, previous: Option<&DateMention>) -> Option<DateMention> {
    if number.n_digits != 4 || !(1000..2100).contains(&number.value) {
        return None;
    }
    let (start, when) = qualified(text, number.start, When::year(number.value)?)?;
    let has_part = when.precision == Precision::Interval;
    if !is_licensed(text, number, has_part, previous) {
        return None;
    }
    Some(DateMention { range: start..number.end, when, form: Form::Year })
}

/// The date with `late`, `about` and the like before it, and where it begins then.
///
/// `None` if what stands before it is joined by a hyphen and is no such word.
pub fn qualified(text: &str, start: usize, when: When) -> Option<(usize, When)> {
    let is_joined = text[..start].ends_with(['-', '‑']);
    let until = text[..start].trim_end_matches(['-', '‑']).len();
    let word = word_before(text, until);
    match Part::of(word.word) {
        Some(part) if start - word.end <= 8 => Some((word.start, part.narrow(when)?)),
        _ if is_joined => None,
        _ => Some(approximated(text, start, when)),
    }
}

fn approximated(text: &str, start: usize, when: When) -> (usize, When) {
    let word = word_before(text, start);
    let is_circa = word.is_any(&["c.", "ca.", "circa"]);
    let is_about = word.is_any(&["about", "around", "roughly", "approximately"]);
    // A book about December 1949 is about just that month.
    if is_circa || (is_about && when.precision >= Precision::Year) {
        return (word.start, when.about());
    }
    (start, when)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dates in brackets, `[words|EDTF]`, are found, and no others.
    #[track_caller]
    fn check(marked: &str) {
        let (mut text, mut expected) = (String::new(), Vec::new());
        for (index, part) in marked.split(['[', ']']).enumerate() {
            let words = part.split_once('|').filter(|_| index % 2 == 1);
            expected.extend(words.map(|(words, edtf)| (words.to_owned(), edtf.to_owned())));
            text.push_str(words.map_or(part, |(words, _)| words));
        }
        let found: Vec<_> = dates(&text)
            .into_iter()
            .map(|date| (text[date.range].to_owned(), date.when.edtf()))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_day_is_read_in_every_usual_order() {
        check("On [December 16, 1949|1949-12-16], he left.");
        check("On [16 December 1949|1949-12-16] he left.");
        check("On [Dec. 16, 1949|1949-12-16], he left; on [16 Dec. 1949|1949-12-16] too.");
        check("By the [16th of December, 1949|1949-12-16], not a word.");
        check("Signed [1949-12-16|1949-12-16], kept.");
        check("On Friday, [May 3rd, 1863|1863-05-03], it rained.");
        check("It was [15 March 44 BC|-0043-03-15].");
        check("A wrapped line ends on [16\nDecember 1949|1949-12-16].");
    }

    #[test]
    fn an_impossible_day_is_no_date() {
        check("Due on 30 February, payable.");
        check("Due on 29 February, or 31 April 19490.");
        check("It says 1949-13-16 and 1949-02-30.");
    }

    #[test]
    fn a_range_of_days_shares_its_month() {
        check("From [June 3 to 7, 1967|1967-06-03/1967-06-07], nobody slept.");
        check("The [3–7 June 1967|1967-06-03/1967-06-07] talks failed.");
    }

    #[test]
    fn a_month_or_season_takes_its_year() {
        check("In [December 1949|1949-12] and in [Sept. 2001|2001-09].");
        check("In [late December 1949|1949-12-21~/1949-12-31~] it snowed.");
        check("In the [spring of 1968|1968-21] and [summer 1914|1914-22].");
        check("The [winter of 1944–45|1944-24] was hard, the [fall of 1989|1989-23] not.");
        check("He left in May. 2000 sheep stayed.");
    }

    #[test]
    fn may_and_march_without_a_year_are_words() {
        check("He may march in May; August Wilson, in March, may 1949 him.");
        check("March 2000 miles, they said.");
    }

    #[test]
    fn a_year_needs_a_word_that_expects_it() {
        check("In [1969|1969], by [1972|1972], since [1945|1945] and until [2001|2001].");
        check("The crisis of [1973|1973] came after [1969|1969], [1970|1970] and [1972|1972].");
        check(
            "Between [1933|1933] and [1945|1945] it was shut; from [1946|1946] to [1948|1948] too.",
        );
        check("In [early 1942|1942-01~/1942-04~] and [mid-1943|1943-05~/1943-08~].");
        check("1968 it was, Boeing 1968, No. 1968, page 1948, Route 1963, $1995, room 1984.");
        check("In 1500 metres, by 2000 votes, of 1500 soldiers, with 2010 windows, 1,850 crates.");
        check("A total of 1968, at 1945 hours, in 1080p, in 1968-style, and post-1945.");
    }

    #[test]
    fn a_range_of_years_is_one_date() {
        check("The [1914–1918|1914/1918] war; Jane Roe ([1871–1922|1871/1922]) saw it.");
        check("In [1911-12|1911/1912] the tomb was found.");
        check("See pages 1914–1918, call 555-1914-1918, lift 1200–1500 pounds.");
    }

    #[test]
    fn about_makes_a_date_approximate() {
        check("Born [c. 1120|1120~] or [c.1121|1121~], he wrote [about 1150|1150~].");
        check("It was built [around 1921|1921~], for about 1921 people.");
    }

    #[test]
    fn decades_and_centuries_are_periods() {
        check("In the [1950s|195X], the [late 1950s|1957~/1959~], the [mid-1960s|1964~/1966~].");
        check("The [1800s|18XX] had 1000s of sheep, and he is in his 60s.");
        check("In the [19th century|18XX] and the [late nineteenth century|1867~/1899~].");
        check(
            "The [5th century BC|-04XX], the [first century AD|00XX], the [twenty-first century|20XX].",
        );
        check(
            "The first century of its rule; a 2nd-century mosaic; half a century-old; the 18th and 19th centuries.",
        );
    }

    #[test]
    fn years_have_eras() {
        check("It fell in [146 BC|-0145], rose in [29 BCE|-0028], burned in [AD 64|0064].");
        check("From [431–404 BC|-0430/-0403] they fought; Rome ended in [476 CE|0476].");
        check("About 12,000 BC-style axes, and in [2010|2010] BC Hydro.");
    }

    // Each digit starts at most one look of a few words; so this is linear, not just short.
    #[test]
    fn a_block_full_of_digits_is_read() {
        assert_eq!(dates(&"1 ".repeat(32 << 10)), []);
        assert_eq!(dates(&"1".repeat(64 << 10)), []);
        assert_eq!(dates(&"1,".repeat(32 << 10)), []);
        assert_eq!(dates(&"in 1949 ".repeat(8 << 10)).len(), 8 << 10);
    }
}
