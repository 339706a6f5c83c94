//! Whether a bare number is a year.
//!
//! Four digits are taken for one only where the words before them expect a date (`in 1968`), a
//! year that was found just before goes on (`1969 and 1972`), or in a range of years; and never
//! before what is counted or measured.

use super::neighbor::{word_after, word_before};
use super::number::Number;

/// Whether `number`, which has the form of a year, is one here; `previous` is the end of the
/// last date with a year.
pub fn is_licensed(text: &str, number: Number, previous: Option<usize>) -> bool {
    if is_amount(text, number.end) {
        return !is_measured(text, number.end) && tells_of_people(text, number);
    }
    if continues(text, number, previous) || is_enclosed(text, number) {
        return true;
    }
    let word = word_before(text, number.start);
    match license(text, &word.word.to_ascii_lowercase(), word.start, number.end) {
        License::None => false,
        License::Strong if is_likely(number.value) => true,
        // A thing counted is mostly a plural, and then the sum may well stand before it.
        License::Strong | License::Weak => !is_plural(word_after(text, number.end).word),
    }
}

/// `(1911)`, and `(1911, …`.
fn is_enclosed(text: &str, number: Number) -> bool {
    is_likely(number.value)
        && text[..number.start].ends_with(['(', '['])
        && text[number.end..].starts_with([')', ']', ',', ';'])
}

/// How strongly the word before a number says that it is a year.
enum License {
    None,
    Weak,
    Strong,
}

fn license(text: &str, word: &str, start: usize, end: usize) -> License {
    match word {
        "in" | "since" | "during" | "throughout" | "until" | "till" | "circa" | "c." | "ca."
        | "year" | "b." | "d." | "r." | "born" | "died" => License::Strong,
        "by" | "into" | "through" | "for" | "both" | "toward" | "towards" | "dated" | "from"
        | "after" | "before" | "between" | "around" | "about" | "roughly" | "approximately" => {
            License::Weak
        }
        "was" if word_before(text, start).is_any(&["it"]) && is_closed(text, end) => {
            License::Strong
        }
        "to" if is_closed(text, end) => License::Weak,
        "of" if !is_sum(word_before(text, start).word) => License::Weak,
        _ => License::None,
    }
}

/// Whether a clause ends at `end`: `it goes back to 2007, when …`.
fn is_closed(text: &str, end: usize) -> bool {
    text[end..].starts_with([',', ';', ')'])
        || text[end..].is_empty()
        || text[end..].starts_with(['.'])
}

/// A year of the last three centuries, of which things are named: `the 1994 law`.
pub fn is_modern(number: Number) -> bool {
    is_likely(number.value) && number.value >= 1700 || number.value == 2000 || number.value == 1900
}

/// Whether a heading or the name of a period ends or begins with the year.
pub fn is_titular(text: &str, number: Number) -> bool {
    is_modern(number) && !is_amount(text, number.end)
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
fn continues(text: &str, number: Number, previous: Option<usize>) -> bool {
    let between = previous.and_then(|end| text.get(end..number.start)).unwrap_or("-----------");
    between.len() <= 12
        && matches!(
            between.trim(),
            "," | "and" | ", and" | "or" | "to" | "until" | "till" | "through" | "–" | "-" | "&"
        )
}

/// Whether what stands after a number is counted or measured by it.
pub fn is_amount(text: &str, end: usize) -> bool {
    is_measured(text, end) || word_after(text, end).is_any(PEOPLE)
}

/// Who may be counted, and what may have become of them.
const PEOPLE: &[&str] = &[
    "people", "men", "women", "children", "persons", "soldiers", "troops", "workers", "dead",
    "killed", "wounded", "injured",
];

/// Whether a number before a word for people is a year all the same: `In 1918 women voted`, `The
/// fire of 1871 killed three`.
fn tells_of_people(text: &str, number: Number) -> bool {
    let (before, after) = (word_before(text, number.start), word_after(text, number.end));
    let is_harm = after.is_any(&["killed", "wounded", "injured"]) && before.is_any(&["of"]);
    is_modern(number) && (is_harm || ["In", "By", "Since"].contains(&before.word))
}

/// Whether what stands after a number is a unit of measure.
pub fn is_measured(text: &str, end: usize) -> bool {
    const UNITS: &[&str] = &[
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

/// Whether the range from `range`, which ends where its second number does, to `last` is one of
/// years here.
pub fn is_range(text: &str, range: Number, last: i16, previous: Option<usize>) -> bool {
    let before = text[..range.start].trim_end();
    let is_enclosed = before.ends_with('(') && text[range.end..].starts_with([')', ';', ',']);
    if is_enclosed || is_licensed(text, range, previous) {
        return true;
    }
    // Elsewhere only what can hardly be a range of amounts or pages.
    let is_after_the = word_before(text, range.start).is_any(&["the"]);
    is_after_the
        && is_likely(range.value)
        && last - range.value <= 120
        && !is_amount(text, range.end)
}
