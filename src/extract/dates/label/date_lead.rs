//! What leads to a date (`as early as`, `at the end of`), which a label leaves out with it.

use super::lexicon::Kind;
use super::word::{Stop, Word};

/// Where the phrase of the date begins.
pub(super) fn start_of(list: &[Word], date: usize) -> usize {
    let at = before_parts(list, date);
    let at = before_clock(list, before_preposition(list, at));
    let at = before_first_of_range(list, at);
    before_degree(list, at)
}

/// Whether the word before `at` goes on to the word at `at`, as one of `words`.
fn is_led_by(list: &[Word], at: usize, words: &[&str]) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| list[before].stop == Stop::None && list[before].is_one_of(words))
}

/// Over the parts of a time: `the end of`, `early`, `the morning of`.
fn before_parts(list: &[Word], date: usize) -> usize {
    const PARTS: &[&str] = &[
        "beginning",
        "end",
        "middle",
        "start",
        "close",
        "half",
        "part",
        "turn",
        "dawn",
        "eve",
        "morning",
        "evening",
        "night",
        "afternoon",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "years",
        "year",
        "month",
        "months",
        "days",
        "day",
        "week",
        "weekend",
        "outset",
        "midst",
        "course",
        "most",
        "much",
        "rest",
        "decades",
        "quarter",
        "night",
    ];
    const BEFORE_DATE: &[&str] = &[
        "early",
        "late",
        "mid",
        "about",
        "around",
        "circa",
        "c",
        "ca",
        "nearly",
        "roughly",
        "approximately",
        "some",
        "year",
        "years",
        "the",
        "probably",
        "perhaps",
        "possibly",
        "this",
        "that",
        "first",
        "second",
        "last",
        "latter",
        "final",
        "very",
        "a",
        "closing",
        "opening",
        "all",
    ];
    /// What opens a noun phrase, and so cannot stand before `the week before`.
    const OPENERS: &[&str] = &["the", "this", "that", "a"];
    let first = list[date].text.split(' ').next().unwrap_or("");
    let is_opened = OPENERS.iter().any(|opener| first.eq_ignore_ascii_case(opener));
    let mut at = date;
    loop {
        if at == date && is_opened && is_led_by(list, at, OPENERS) {
            return at;
        } else if is_led_by(list, at, BEFORE_DATE) {
            at -= 1;
        } else if is_led_by(list, at, &["of", "in"]) && is_led_by(list, at - 1, PARTS) {
            at -= 2;
        } else if at < date
            && is_led_by(list, at, PARTS)
            && at + 1 < list.len()
            && list[at].is("of")
        {
            at -= 1;
        } else {
            return at;
        }
    }
}

/// Over the preposition of a time.
fn before_preposition(list: &[Word], at: usize) -> usize {
    const BEFORE: &[&str] = &[
        "in",
        "on",
        "by",
        "of",
        "during",
        "since",
        "until",
        "till",
        "from",
        "to",
        "around",
        "about",
        "between",
        "after",
        "before",
        "at",
        "through",
        "throughout",
        "for",
        "into",
        "within",
        "as",
        "dated",
        "circa",
        "over",
        "than",
        "and",
    ];
    if !is_led_by(list, at, BEFORE) || list[at - 1].is("than") {
        return at;
    }
    // `and` leads to a date only as the second of two.
    if list[at - 1].is("and") && !ends_with_date(list, at - 1) {
        return at;
    }
    // `took over in 1950`, `handed over last May`.
    let is_particle = list[at - 1].is("over")
        && at >= 2
        && list[at - 2].stop == Stop::None
        && matches!(list[at - 2].kind, Kind::Past | Kind::PastOrParticiple | Kind::Participle);
    if is_particle {
        return at;
    }
    let at = at - 1;
    if list[at].is_one_of(&["after", "before"]) {
        return before_distance(list, at);
    }
    if list[at].is_one_of(&["as", "to", "until", "till", "of"])
        && is_led_by(
            list,
            at,
            &["early", "late", "recently", "back", "up", "prior", "instead", "ahead", "as"],
        )
    {
        return at - 1;
    }
    at
}

/// Over the time of day before a date: `by ten o’clock in`, `at noon on`, `at 5 p.m.`.
fn before_clock(list: &[Word], at: usize) -> usize {
    const NAMED: &[&str] = &["noon", "midnight"];
    const COUNTED: &[&str] = &["o’clock", "o'clock", "a.m", "p.m", "a.m.", "p.m.", "am", "pm"];
    if !is_led_by(list, at, NAMED) && !is_led_by(list, at, COUNTED) {
        return at;
    }
    let mut start = at - 1;
    if list[start].is_one_of(COUNTED) {
        let is_hour = |word: &Word| word.kind == Kind::Number && word.stop == Stop::None;
        if start == 0 || !is_hour(&list[start - 1]) {
            return at;
        }
        start -= 1;
    }
    const LED_BY: &[&str] =
        &["about", "after", "around", "at", "before", "by", "from", "toward", "towards", "until"];
    while is_led_by(list, start, LED_BY) {
        start -= 1;
    }
    start
}

/// Over how far from a date something was: `a few days before`, `shortly after`.
fn before_distance(list: &[Word], at: usize) -> usize {
    const UNITS: &[&str] = &[
        "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year",
        "years",
    ];
    if is_led_by(list, at, &["immediately", "just", "long", "shortly", "soon"]) {
        return at - 1;
    }
    if !is_led_by(list, at, UNITS) {
        return at;
    }
    let is_count = |word: &Word| {
        matches!(word.kind, Kind::Number | Kind::Determiner | Kind::Adverb)
            || word.is_one_of(&["a", "an", "the", "few", "couple", "of"])
    };
    let mut start = at - 1;
    while start > 0 && list[start - 1].stop == Stop::None && is_count(&list[start - 1]) {
        start -= 1;
    }
    if start < at - 1 { start } else { at }
}

fn ends_with_date(list: &[Word], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    // `from Aug. 14 to`.
    let is_day = list[before].kind == Kind::Number
        && before > 0
        && list[before - 1].kind == Kind::Calendar
        && list[before - 1].stop == Stop::None;
    is_day || is_dated(&list[before])
}

/// Whether a word may be the first of two dates: `the summer and autumn of 1940`.
fn is_dated(word: &Word) -> bool {
    const SEASONS: &[&str] = &["spring", "summer", "autumn", "winter"];
    word.kind == Kind::Calendar || word.is_one_of(SEASONS)
}

/// Over the first date of a range: `from 1914 to`.
fn before_first_of_range(list: &[Word], at: usize) -> usize {
    const TO: &[&str] = &["to", "until", "till", "through", "and"];
    if !list[at].is_one_of(TO) || !ends_with_date(list, at) {
        return at;
    }
    let mut first = at;
    let is_run = |word: &Word| is_dated(word) || word.kind == Kind::Number;
    while first > 0 && is_run(&list[first - 1]) && list[first - 1].stop <= Stop::Comma {
        first -= 1;
    }
    before_preposition(list, before_parts(list, first))
}

/// Over what says how exact a time is: `only`, `as early as`, `beginning`.
fn before_degree(list: &[Word], at: usize) -> usize {
    const DEGREES: &[&str] = &[
        "only",
        "back",
        "early",
        "late",
        "later",
        "again",
        "even",
        "just",
        "especially",
        "particularly",
        "beginning",
        "starting",
        "sometime",
        "as",
        "far",
        "notably",
        "first",
        "not",
        "again",
        "once",
        "until",
        "up",
        "dating",
        "almost",
        "right",
        "both",
    ];
    const REPEATS: usize = 4;
    let mut start = at;
    while start > 0
        && at - start < REPEATS
        && (is_led_by(list, start, DEGREES) || is_guess(list, start))
    {
        start -= 1;
    }
    // `He was born not` is no end; `first` and `again` stay with a verb before them.
    if start < at && list[start].is_one_of(&["first", "again", "both", "not", "up"]) {
        return start + 1;
    }
    start
}

/// Whether the word before `at` says how sure or exact the date is.
fn is_guess(list: &[Word], at: usize) -> bool {
    const GUESSES: &[&str] = &[
        "apparently",
        "certainly",
        "exactly",
        "initially",
        "mainly",
        "merely",
        "mostly",
        "originally",
        "possibly",
        "precisely",
        "presumably",
        "probably",
        "reportedly",
        "supposedly",
    ];
    is_led_by(list, at, GUESSES)
}
