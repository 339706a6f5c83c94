//! Words that make a date inexact: `c.`, `about`, `half a century ago`.

use super::grammar::{Found, Words};
use super::lexicon::Kind;
use super::phrase::{Point, Unit};
use super::word::Word;
use crate::document::Precision;

pub fn is_circa(word: &str) -> bool {
    matches!(word, "c." | "ca." | "Ca." | "circa" | "ca")
}

/// Whether the word before says that the date is not exact: a book about December 1949 is about
/// just that month.
pub fn is_about_time(words: Words<'_>, before: Option<&Word>, found: &Found) -> bool {
    let Some(word) = before else { return false };
    let letters = words.letters(word);
    let is_long = match found.point {
        Point::Fixed(when) => when.precision >= Precision::Year,
        Point::Shift(..) => true,
        _ => false,
    };
    let is_approximate =
        ["about", "around", "roughly", "approximately", "some", "nearly", "almost"]
            .iter()
            .any(|known| letters.eq_ignore_ascii_case(known));
    is_circa(letters) || (is_approximate && is_long)
}

/// `half a century ago` is no year to the day.
pub fn is_rounded(words: &[Word], point: Point) -> bool {
    let is_part = |word: &Word| matches!(word.kind, Kind::Half | Kind::Unit(Unit::Quarter, _));
    matches!(point, Point::Shift(Unit::Year, ..)) && words.iter().any(is_part)
}
