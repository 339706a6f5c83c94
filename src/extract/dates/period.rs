//! Decades and centuries, and the ordinals that count them.

use super::absolute::fixed;
use super::calendar::Era;
use super::day::days;
use super::grammar::{Found, Words};
use super::lexicon::Kind;
use super::license::is_free;
use super::number::{Number, Suffix};
use super::phrase::{Form, Point, Unit};
use super::quarter::quarter;
use super::word::Gap;
use crate::document::When;

/// `nineteenth century`, `third quarter`, `sixth of December`, in digits or words.
pub fn ordinal(words: Words<'_>, at: usize) -> Option<Found> {
    let (value, end) = ordinal_number(words, at)?;
    let joined = words.next(end, |gap| gap.is_blank() || gap == Gap::Hyphen)?;
    match joined.kind {
        Kind::Unit(Unit::Century, _) => century(words, at, value, end + 1),
        Kind::Unit(Unit::Quarter, false) if (1..=4).contains(&value) => {
            quarter(words, value as i8, end + 1)
        }
        Kind::And if joined.gap.is_blank() => {
            let (_, second_end) = ordinal_number(words, end + 1)?;
            let is_centuries = words.after(second_end) == Kind::Unit(Unit::Century, true);
            is_centuries.then(|| fixed(end, Era::Common.century(value), Form::Century))?
        }
        Kind::Of if joined.gap.is_blank() => {
            let Kind::Month(month) = words.after(end + 1) else { return None };
            days(words, month, value, value, end + 2)
        }
        _ => None,
    }
}

/// The ordinal that begins at `at`, and the index behind it: `19th`, `third`, `twenty-first`.
pub fn ordinal_number(words: Words<'_>, at: usize) -> Option<(i16, usize)> {
    match words.list.get(at)?.kind {
        Kind::Number(number) if number.suffix == Suffix::Ordinal && number.n_digits <= 2 => {
            Some((number.value, at + 1))
        }
        Kind::Ordinal(value) => Some((value, at + 1)),
        Kind::Cardinal(tens @ (20 | 30)) => {
            match words.next(at + 1, |gap| gap == Gap::Hyphen)?.kind {
                Kind::Ordinal(ones @ 1..=9) => Some((tens + ones, at + 2)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn century(words: Words<'_>, at: usize, number: i16, end: usize) -> Option<Found> {
    // `a 2nd-century mosaic` and `19th-century art` describe a thing.
    let is_joined = words.list[end - 1].gap == Gap::Hyphen
        || words.list.get(end).is_some_and(|word| word.gap == Gap::Hyphen);
    if is_joined {
        return None;
    }
    if let Kind::Era(era) = words.after(end) {
        return fixed(end + 1, era.century(number), Form::Century);
    }
    // Anything may have a first century, and the 30th is a story.
    let is_word = matches!(words.list[at].kind, Kind::Ordinal(_));
    let lowest = if is_word { 4 } else { 1 };
    (lowest..=22)
        .contains(&number)
        .then(|| fixed(end, Era::Common.century(number), Form::Century))?
}

/// `1950s`, the hundred years of `1800s`, `’60s`.
pub fn decade(words: Words<'_>, at: usize, number: Number) -> Option<Found> {
    let is_the = words.kind_before(at) == Kind::The || words.list[at].gap.is_joint();
    if number.n_digits == 2 {
        let is_short = words.list[at].gap == Gap::Apostrophe && number.value % 10 == 0;
        return is_short.then(|| fixed(at + 1, When::decade(1900 + number.value), Form::Decade))?;
    }
    if let Kind::Era(era) = words.after(at + 1) {
        let first = match era {
            Era::Before => -9 - number.value,
            Era::Common => number.value,
        };
        return (number.value % 10 == 0)
            .then(|| fixed(at + 2, When::decade(first), Form::Decade))?;
    }
    if number.n_digits != 4 || number.value % 10 != 0 || !(1000..2101).contains(&number.value) {
        return None;
    }
    let is_century = number.value % 100 == 0 && number.value < 2000;
    // Without an article `1000s of …` may be an amount.
    let is_led = is_the || matches!(words.kind_before(at), Kind::Part(_) | Kind::To | Kind::And);
    if !is_led && (number.value % 100 == 0 || words.after(at + 1) == Kind::Of) {
        return None;
    }
    let when = if is_century { When::century(number.value) } else { When::decade(number.value) };
    fixed(at + 1, when, Form::Decade)
}

/// `in the twenties`, `the early seventies`, where nothing is measured. `the`
/// is the index of the article, `at` that of the decade.
pub fn tens_decade(words: Words<'_>, the: usize, at: usize, tens: i16) -> Option<Found> {
    let is_led = words.list[the].kind == Kind::The
        && matches!(words.kind_before(the), Kind::In | Kind::Of | Kind::To | Kind::From);
    let is_measured = words.list[..the].iter().rev().take(8).any(|word| {
        matches!(
            words.letters(word),
            "temperature" | "temperatures" | "degrees" | "scores" | "highs"
        )
    });
    (is_led && !is_measured && is_free(words, at + 1))
        .then(|| Found::new(at + 1, Point::Tens(tens), Form::Decade))
}
