//! Whether a word that may be part of a date is one here: `May`, `spring`, `1968`.

use super::grammar::Words;
use super::lexicon::Kind;
use super::number::Number;
use super::phrase::Form;
use super::word::Gap;
use super::year;
use crate::extract::verb::is_past;

/// Whether the word at `at` does not belong to the noun before it: the phrase ends, or a verb, a
/// conjunction or a preposition follows.
pub fn is_free(words: Words<'_>, at: usize) -> bool {
    const FREE: &[&str] = &[
        "when", "while", "where", "who", "which", "but", "as", "at", "with", "without", "after",
        "before", "because", "if", "it", "he", "she", "they", "we", "i", "you", "there", "this",
        "not", "only", "under", "against", "is", "are", "can", "could", "may", "might", "must",
        "should", "did", "do", "does", "has", "have", "than", "so", "then", "also", "now", "no",
        "nobody", "none", "both", "all", "most", "many", "amid", "despite", "via", "near", "into",
        "onto", "up", "out", "down", "off", "his",
    ];
    let Some(word) = words.next(at, Gap::is_blank) else { return true };
    match word.kind {
        Kind::Other => {
            let letters = words.letters(word);
            word.is_capital || FREE.contains(&letters) || is_past(letters)
        }
        Kind::Unit(..) | Kind::DayPart | Kind::Ordinal(_) | Kind::Of => false,
        _ => true,
    }
}

/// Whether the word at `at` stands in a name: `the Sunday Times`, `Good Friday`.
pub fn is_name_part(words: Words<'_>, at: usize) -> bool {
    let is_name = |word: &super::word::Word| word.is_capital && word.kind == Kind::Other;
    let follows = words.next(at + 1, Gap::is_blank).is_some_and(is_name);
    // Feasts and days of mourning; elsewhere a name stands before the day as the subject does.
    const NAMED: &[&str] =
        &["good", "black", "bloody", "super", "ash", "palm", "easter", "cyber", "holy", "whit"];
    let is_named = words.before(at).is_some_and(|word| {
        NAMED.iter().any(|name| words.letters(word).eq_ignore_ascii_case(name))
    });
    // `“Monday’s Hat”`.
    let is_title = words.list.get(at + 1).is_some_and(|word| word.gap == Gap::Apostrophe)
        && words.next(at + 2, Gap::is_blank).is_some_and(is_name);
    is_named || is_title || (follows && words.kind_before(at) == Kind::The)
}

/// Whether a month without a day and a year is one.
pub fn is_month_here(words: Words<'_>, at: usize, month: i8) -> bool {
    let word = &words.list[at];
    let behind = words.list.get(at + 1);
    let is_led = matches!(
        words.kind_before(at),
        Kind::In
            | Kind::To
            | Kind::From
            | Kind::Later
            | Kind::Earlier
            | Kind::Part(_)
            | Kind::About
    ) || goes_on(words, at);
    // `It belongs to May`, but `from March to May`.
    let is_to = words.before(at).is_some_and(|word| words.letters(word) == "to")
        && !words.list[at.saturating_sub(8)..at]
            .iter()
            .any(|word| words.letters(word).eq_ignore_ascii_case("from"));
    let is_led = is_led && !(is_to && !goes_on(words, at) && matches!(month, 3..=6 | 8));
    let is_of = words.kind_before(at) == Kind::Of;
    let is_named = words
        .next(at + 1, Gap::is_blank)
        .is_some_and(|word| word.is_capital && word.kind == Kind::Other);
    let is_owner = behind.is_some_and(|word| word.gap == Gap::Apostrophe);
    let is_joined = word.gap == Gap::Hyphen || behind.is_some_and(|next| next.gap == Gap::Hyphen);
    let letters = words.letters(word);
    let is_short = letters.len() <= 4 && !letters.ends_with('.') && !matches!(month, 5..=7);
    if is_joined || (is_short && letters.len() < 4) {
        return false;
    }
    match month {
        // `May` and `March` are words, and names.
        3 | 5 => is_led && !is_named && !is_owner,
        4 | 6 | 8 => {
            (is_led || is_of)
                && (!is_named
                    || words
                        .before(at)
                        .is_some_and(|word| words.letters(word).eq_ignore_ascii_case("in")))
        }
        _ => (is_led || !is_named) && !is_capital_before(words, at),
    }
}

/// Whether a name goes on with the month: `Red October`.
fn is_capital_before(words: Words<'_>, at: usize) -> bool {
    let starts = |index: usize| matches!(words.list[index].gap, Gap::Start | Gap::Stop | Gap::Sign);
    words
        .before(at)
        .is_some_and(|word| word.is_capital && word.kind == Kind::Other && !starts(at - 1))
}

/// Whether the word stands in a list or range behind a date: `in April and May`.
fn goes_on(words: Words<'_>, at: usize) -> bool {
    let Some((_, end)) = words.last else { return false };
    match at - end {
        0 => matches!(words.list[at].gap, Gap::Comma | Gap::Dash),
        1 => matches!(words.list[at - 1].kind, Kind::And | Kind::To),
        _ => false,
    }
}

/// Whether a season without a year is one: `in the spring`, `by summer`.
pub fn is_season_here(words: Words<'_>, at: usize) -> bool {
    let before = match words.before(at) {
        Some(word) if word.kind == Kind::The => words.kind_before(at - 1),
        Some(word) => word.kind,
        None => Kind::Other,
    };
    let is_the = words.kind_before(at) == Kind::The;
    let is_led = matches!(before, Kind::In | Kind::To | Kind::From | Kind::About)
        && (!words.list[at].is_capital || is_the);
    let is_fall = words.letters(&words.list[at]) == "fall";
    let is_spent = is_the && at >= 2 && {
        let verb = words.letters(&words.list[at - 2]);
        ["spend", "spent", "passed"].contains(&verb)
    };
    if is_spent || is_campaign(words, at + 1) {
        return true;
    }
    is_led && is_free(words, at + 1) && (is_the || !is_fall)
}

/// Whether what the season names happened in one: `their summer offensive`.
fn is_campaign(words: Words<'_>, at: usize) -> bool {
    const NAMES: &[&str] = &[
        "offensive",
        "offensives",
        "campaign",
        "campaigns",
        "election",
        "elections",
        "session",
        "summit",
        "fighting",
    ];
    words
        .next(at, Gap::is_blank)
        .is_some_and(|word| NAMES.contains(&words.letters(word).to_ascii_lowercase().as_str()))
}

/// Whether a number with the form of a year is one.
pub fn is_year_here(words: Words<'_>, at: usize, number: Number) -> bool {
    let is_joined = words.list[at].gap == Gap::Hyphen;
    let is_year = number.n_digits == 4 && (1000..2101).contains(&number.value) && !is_joined;
    is_year
        && (year::is_licensed(words.text, number, previous(words))
            || (words.is_heading && year::is_titular(words.text, number))
            || is_attributive(words, at, number)
            || is_subject(words, at, number))
}

/// Whether a number of two or three digits is a year of the era that was told before: `in 146`.
pub fn is_era_year_here(words: Words<'_>, at: usize, number: Number) -> bool {
    let is_led = matches!(words.kind_before(at), Kind::In | Kind::To | Kind::From)
        && !words
            .before(at)
            .is_some_and(|word| ["to", "for", "on", "within"].contains(&words.letters(word)));
    (2..=3).contains(&number.n_digits)
        && (is_led || goes_on(words, at))
        && !year::is_amount(words.text, number.end)
        && words.list[at].gap != Gap::Hyphen
        && is_free(words, at + 1)
}

/// `the 1994 law`, `its 2006 highs`.
fn is_attributive(words: Words<'_>, at: usize, number: Number) -> bool {
    let is_led =
        matches!(words.kind_before(at), Kind::The | Kind::A | Kind::Possessive | Kind::Side(_))
            || words.before(at).is_none() && is_owned(words, at);
    let follows = words.next(at + 1, Gap::is_blank).is_some()
        || words.text[number.end..].starts_with([' ', '\n'])
            && words.text[number.end + 1..].starts_with(['“', '"', '‘']);
    is_led && follows && year::is_modern(number) && !year::is_amount(words.text, number.end)
}

/// Whether a possessive stands before: `Iraq’s 1990 invasion`.
fn is_owned(words: Words<'_>, at: usize) -> bool {
    at >= 1
        && words.list[at].gap.is_blank()
        && words.list[at - 1].gap == Gap::Apostrophe
        && words.letters(&words.list[at - 1]) == "s"
}

/// `1968 was a cold year`, at the start of a sentence.
fn is_subject(words: Words<'_>, at: usize, number: Number) -> bool {
    let starts = matches!(words.list[at].gap, Gap::Start | Gap::Stop);
    let verb = words.next(at + 1, Gap::is_blank).map(|word| words.letters(word));
    starts
        && year::is_modern(number)
        && verb.is_some_and(|verb| verb == "also" || verb == "is" || is_past(verb))
}

/// Whether two numbers joined by a dash are years.
pub fn is_range_here(words: Words<'_>, at: usize, first: Number, last: i16) -> bool {
    let end = words.list[at + 1].end;
    let is_titular = words.is_heading && year::is_titular(words.text, first);
    is_titular
        || year::is_range(words.text, Number { end, ..first }, last, previous(words))
        || (words.list[at + 1].gap == Gap::Dash
            && year::is_modern(first)
            && !year::is_amount(words.text, end)
            && !is_page(words, at))
}

/// Whether the number counts pages and the like.
fn is_page(words: Words<'_>, at: usize) -> bool {
    const COUNTED: &[&str] =
        &["page", "pages", "p", "pp", "no", "nos", "line", "lines", "section", "items", "room"];
    at.checked_sub(1).is_some_and(|before| {
        let word = words.letters(&words.list[before]).trim_end_matches('.').to_ascii_lowercase();
        COUNTED.contains(&word.as_str())
    })
}

/// The end of the date before, if it has a year that a list can go on from.
fn previous(words: Words<'_>) -> Option<usize> {
    let (phrase, _) = words.last?;
    let has_year = matches!(
        phrase.form,
        Form::Year
            | Form::Years
            | Form::Month
            | Form::Day
            | Form::Days
            | Form::Season
            | Form::Figures
    );
    has_year.then_some(phrase.range.end)
}
