//! Quarters and halves: `the third quarter of 2020`, `the second half of the 1950s`.

use super::absolute::{fixed, side_after, side_form};
use super::grammar::{Found, Words};
use super::lexicon::Kind;
use super::phrase::{Form, Point, Side, Year};
use super::years::year_after;
use crate::document::{Part, Precision, When};

/// A quarter of a year; `end` is the index behind its name.
pub fn quarter(words: Words<'_>, quarter: i8, end: usize) -> Option<Found> {
    if let Some(year) = year_after(words, end) {
        return fixed(year.end, When::quarter(year.year, quarter), Form::Quarter);
    }
    if let Some((side, end)) = side_after(words, end) {
        return Some(Found::new(end, Point::Quarter(quarter, Year::Of(side)), side_form(side)));
    }
    // `the third quarter of the game`.
    (words.after(end) != Kind::Of).then_some(Found::new(
        end,
        Point::Quarter(quarter, Year::Open),
        Form::Yearless,
    ))
}

/// Which half stands at `at`, and the index behind its `of`: `the first half of`.
pub fn half_of(words: Words<'_>, at: usize) -> Option<(Part, usize)> {
    let first = at + usize::from(words.list[at].kind == Kind::The);
    let part = match if first == at { words.list[at].kind } else { words.after(first) } {
        Kind::Ordinal(1) | Kind::Part(Part::Early) => Part::Early,
        Kind::Ordinal(2) | Kind::Part(Part::Late) | Kind::Side(Side::Last) => Part::Late,
        _ => return None,
    };
    let is_half = words.after(first + 1) == Kind::Half && words.after(first + 2) == Kind::Of;
    is_half.then_some((part, first + 3))
}

/// The half of a year, or the early or late part of anything longer.
pub fn halved(when: When, part: Part) -> Option<When> {
    if when.precision != Precision::Year {
        return Some(when.narrowed(part));
    }
    let (year, ..) = when.first?.date();
    let months = if part == Part::Early { (1, 6) } else { (7, 12) };
    When::interval(When::month(year, months.0)?.first, When::month(year, months.1)?.last)
}
