//! Spans of time, as they are counted: `two months`, `a year and a half`, `half a century`.

use super::grammar::Words;
use super::lexicon::Kind;
use super::number::Suffix;
use super::phrase::Unit;
use super::word::Gap;

/// The span of time that begins at `at` and the index behind it: `two months`, `a year and a half`,
/// `half a century`, `a quarter century`, `Ten years and three months`.
pub(super) fn span(words: Words<'_>, at: usize) -> Option<(i16, Unit, usize)> {
    let span = of_one_unit(words, at)?;
    // `He stayed two years and three months later left` counts the months alone.
    let begins = begins(words, at);
    if span.1 != Unit::Month && is_rest(words, at) {
        return None;
    }
    Some(begins.then(|| with_finer(words, span)).flatten().unwrap_or(span))
}

fn begins(words: Words<'_>, at: usize) -> bool {
    matches!(words.list[at].gap, Gap::Start | Gap::Stop | Gap::Comma)
}

/// Whether the span at `at` goes on from one of years, so that it is not counted alone: the day of
/// `Twelve years and one day later`.
fn is_rest(words: Words<'_>, at: usize) -> bool {
    let is_joined = words.kind_before(at) == Kind::And
        && matches!(words.kind_before(at - 1), Kind::Unit(Unit::Year, _));
    let number = at.checked_sub(3).filter(|_| is_joined);
    number.is_some_and(|number| begins(words, number))
}

/// The span with the one of a finer unit that `and` joins to it.
fn with_finer(
    words: Words<'_>,
    (number, unit, end): (i16, Unit, usize),
) -> Option<(i16, Unit, usize)> {
    words.next(end + 1, Gap::is_blank).filter(|_| words.after(end) == Kind::And)?;
    let (n_finer, finer, end) = of_one_unit(words, end + 1)?;
    let per_unit = match (unit, finer) {
        (Unit::Year, Unit::Month) => 12,
        (Unit::Week, Unit::Day) => 7,
        _ => return None,
    };
    Some((number.checked_mul(per_unit)?.checked_add(n_finer)?, finer, end))
}

fn of_one_unit(words: Words<'_>, at: usize) -> Option<(i16, Unit, usize)> {
    if let Some(span) = fraction(words, at) {
        return Some(span);
    }
    let (number, unit_at) = cardinal(words, at)?;
    if let Kind::Fortnight(is_plural) = words.after(unit_at) {
        let weeks = number.checked_mul(2)?;
        return (is_plural == (number > 1)).then_some((weeks, Unit::Week, unit_at + 1));
    }
    let (is_halved, unit_at) = and_a_half(words, unit_at);
    let Kind::Unit(unit, is_plural) = words.after(unit_at) else { return None };
    if is_plural != (number > 1 || is_halved) {
        return None;
    }
    let (is_halved, end) =
        if is_halved { (true, unit_at + 1) } else { and_a_half(words, unit_at + 1) };
    if !is_halved {
        return Some((number, unit, end));
    }
    let (per_unit, finer) = finer(unit)?;
    Some((number.checked_mul(per_unit)?.checked_add(per_unit / 2)?, finer, end))
}

/// Whether `and a half` stands at `at`, and the index behind it.
fn and_a_half(words: Words<'_>, at: usize) -> (bool, usize) {
    let is_there = words.after(at) == Kind::And
        && words.after(at + 1) == Kind::A
        && words.after(at + 2) == Kind::Half;
    if is_there { (true, at + 3) } else { (false, at) }
}

/// `half a century`, `a half-century`, `a quarter of a century`, `three quarters of a century`.
fn fraction(words: Words<'_>, at: usize) -> Option<(i16, Unit, usize)> {
    let (n_parts, part_at) = match words.list[at].kind {
        Kind::A => (1, at + 1),
        Kind::Cardinal(number @ 1..=3) => (number, at + 1),
        _ => (1, at),
    };
    let is_joined = |gap: Gap| matches!(gap, Gap::Blank | Gap::Hyphen);
    let part = if part_at == at { words.list.get(at) } else { words.next(part_at, is_joined) }?;
    let n_to_whole = match part.kind {
        Kind::Half => 2,
        Kind::Unit(Unit::Quarter, _) => 4,
        _ => return None,
    };
    let of = part_at + 1 + usize::from(words.after(part_at + 1) == Kind::Of);
    let unit_at = of + usize::from(words.after(of) == Kind::A);
    let Kind::Unit(unit, false) = words.next(unit_at, is_joined)?.kind else { return None };
    let (per_unit, finer) = finer(unit)?;
    (n_parts < n_to_whole).then_some((per_unit * n_parts / n_to_whole, finer, unit_at + 1))
}

/// The unit in which a part of `unit` is counted, and how many of it `unit` has.
fn finer(unit: Unit) -> Option<(i16, Unit)> {
    match unit {
        Unit::Year => Some((12, Unit::Month)),
        Unit::Decade => Some((10, Unit::Year)),
        Unit::Century => Some((100, Unit::Year)),
        Unit::Day | Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter => None,
    }
}

/// The number that begins at `at`, and the index behind it: `a`, `two`, `twenty-one`, `a hundred`, `15`.
fn cardinal(words: Words<'_>, at: usize) -> Option<(i16, usize)> {
    let joined = |at: usize| words.next(at, |gap| gap == Gap::Hyphen).map(|word| word.kind);
    let (number, end) = match words.list[at].kind {
        Kind::Number(number) if number.suffix == Suffix::None && number.n_digits <= 4 => {
            return Some((number.value, at + 1));
        }
        Kind::A => (1, at + 1),
        Kind::Cardinal(tens @ 20..=90) => match joined(at + 1) {
            Some(Kind::Cardinal(ones @ 1..=9)) => (tens + ones, at + 2),
            _ => (tens, at + 1),
        },
        Kind::Cardinal(number) => (number, at + 1),
        _ => return None,
    };
    match words.after(end) {
        Kind::Cardinal(scale @ (12 | 100 | 1000)) if number < 10 => {
            Some((number.checked_mul(scale)?, end + 1))
        }
        _ => Some((number, end)),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::dates::tests::check;

    #[test]
    fn a_span_of_two_units_is_one() {
        check(
            "It began in [May 1935|1935-05]. [Ten years and three months later|1945-08] it ended.",
        );
        check(
            "He came on [4 May 1935|1935-05-04]. [A week and two days later|1935-05-13] he left.",
        );
        check("He came on [4 May 1935|1935-05-04]. Twelve years and one day later he left.");
        check(
            "It began in [May 1935|1935-05]. He stayed two years and [three months later|1935-08] left.",
        );
    }
}
