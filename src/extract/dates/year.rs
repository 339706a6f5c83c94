//! Whether a bare number is a year.
//!
//! Four digits are taken for one only where the words before them expect a date (`in 1968`), a
//! year that was found just before goes on (`1969 and 1972`), or in a range of years; and never
//! before what is counted or measured.

use super::date::{DateMention, Form};
use super::neighbor::{after_dash, word_after, word_before};
use super::number::Number;
use crate::document::Precision;

/// Whether `number`, which has the form of a year, is one here.
///
/// `has_part` says that `early`, `mid` or `late` stands before it.
pub fn is_licensed(
    text: &str,
    number: Number,
    has_part: bool,
    previous: Option<&DateMention>,
) -> bool {
    if is_amount(text, number.end) {
        return false;
    }
    if has_part || continues(text, number, previous) {
        return true;
    }
    let word = word_before(text, number.start);
    match license(text, &word.word.to_ascii_lowercase(), word.start) {
        License::None => false,
        License::Strong if is_likely(number.value) => true,
        // A thing counted is mostly a plural, and then the sum may well stand before it.
        License::Strong | License::Weak => !is_plural(word_after(text, number.end).word),
    }
}

/// How strongly the word before a number says that it is a year.
enum License {
    None,
    Weak,
    Strong,
}

fn license(text: &str, word: &str, start: usize) -> License {
    match word {
        "in" | "since" | "during" | "until" | "till" | "circa" | "c." | "ca." | "year" | "b."
        | "d." | "r." | "born" | "died" => License::Strong,
        "by" | "from" | "after" | "before" | "between" | "around" | "about" | "roughly"
        | "approximately" => License::Weak,
        "of" if !is_sum(word_before(text, start).word) => License::Weak,
        _ => License::None,
    }
}

/// Whether what is `of` a number is an amount of something.
fn is_sum(word: &str) -> bool {
    const SUMS: &[&str] = &[
        "total",
        "sum",
        "cost",
        "price",
        "number",
        "population",
        "altitude",
        "height",
        "depth",
        "length",
        "distance",
        "elevation",
        "average",
        "maximum",
        "minimum",
        "speed",
        "crowd",
        "force",
        "weight",
        "capacity",
        "circulation",
        "some",
    ];
    SUMS.contains(&word.to_ascii_lowercase().as_str())
}

/// Years of which articles speak; others are as often amounts.
fn is_likely(value: i16) -> bool {
    (1400..2050).contains(&value) && value % 100 != 0
}

/// Whether the number goes on after a year: `1969, 1970 and 1972`, `from 1914 to 1918`.
fn continues(text: &str, number: Number, previous: Option<&DateMention>) -> bool {
    let Some(previous) = previous else { return false };
    let is_year = matches!(previous.form, Form::Year) || previous.when.precision < Precision::Year;
    let between = text.get(previous.range.end..number.start).unwrap_or("");
    is_year
        && between.len() <= 12
        && matches!(
            between.trim(),
            "," | "and" | ", and" | "or" | "to" | "until" | "till" | "through" | "–" | "-" | "&"
        )
}

/// Whether what stands after a number is counted or measured by it.
pub fn is_amount(text: &str, end: usize) -> bool {
    const UNITS: &[&str] = &[
        "people",
        "men",
        "women",
        "children",
        "persons",
        "soldiers",
        "troops",
        "workers",
        "miles",
        "mile",
        "metres",
        "meters",
        "metre",
        "meter",
        "feet",
        "foot",
        "ft",
        "km",
        "kilometres",
        "kilometers",
        "kg",
        "kilograms",
        "pounds",
        "tons",
        "tonnes",
        "percent",
        "per",
        "pages",
        "page",
        "words",
        "dollars",
        "euros",
        "francs",
        "marks",
        "rubles",
        "roubles",
        "yen",
        "yuan",
        "cents",
        "years",
        "days",
        "hours",
        "minutes",
        "weeks",
        "months",
        "times",
        "square",
        "cubic",
        "million",
        "billion",
        "thousand",
        "hundred",
        "dead",
        "killed",
        "wounded",
        "acres",
        "hectares",
        "degrees",
        "volts",
        "watts",
        "horsepower",
        "calories",
        "points",
        "votes",
        "seats",
        "copies",
        "head",
        "yards",
        "inches",
        "gallons",
    ];
    word_after(text, end).is_any(UNITS)
}

/// Whether a word looks like a plural noun; some that do are none.
fn is_plural(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "was",
        "is",
        "has",
        "his",
        "its",
        "this",
        "as",
        "us",
        "does",
        "across",
        "always",
        "perhaps",
        "towards",
        "thus",
        "besides",
        "whereas",
        "sometimes",
        "afterwards",
        "ours",
        "less",
    ];
    word.len() > 2
        && word.ends_with('s')
        && !word.ends_with("ss")
        && word.starts_with(char::is_lowercase)
        && !OTHERS.contains(&word)
}

/// The second year of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The last year.
    pub last: i16,
    /// Where the range ends.
    pub end: usize,
}

/// The range that begins with `first`: `1914–1918`, `1911-12`.
pub fn range(text: &str, first: Number) -> Option<Range> {
    let second = Number::at(text, after_dash(text, first.end)?).filter(Number::is_plain)?;
    let last = match second.n_digits {
        4 => second.value,
        2 => first.value / 100 * 100 + second.value,
        _ => return None,
    };
    let is_range = first.n_digits == 4
        && (1000..2100).contains(&first.value)
        && (first.value + 1..2100).contains(&last)
        // A third number would make it a code.
        && after_dash(text, second.end)
            .is_none_or(|at| !text[at..].starts_with(|c: char| c.is_ascii_digit()));
    is_range.then_some(Range { last, end: second.end })
}

impl Range {
    /// Whether the range that begins with `first` is one of years here.
    pub fn is_dated(self, text: &str, first: Number, previous: Option<&DateMention>) -> bool {
        let before = text[..first.start].trim_end();
        let is_enclosed = before.ends_with('(') && text[self.end..].starts_with([')', ';', ',']);
        let second = Number { start: first.start, end: self.end, ..first };
        if is_enclosed || is_licensed(text, second, false, previous) {
            return true;
        }
        // Elsewhere only what can hardly be a range of amounts or pages.
        let word = word_before(text, first.start);
        let is_after_the = word.is_any(&["the"]);
        is_after_the
            && is_likely(first.value)
            && self.last - first.value <= 120
            && !is_amount(text, self.end)
    }
}
