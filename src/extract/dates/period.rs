//! Decades and centuries.
//!
//! `the 1950s` is ten years and `the 1800s` a hundred, since decades at the turn of a century are
//! named otherwise; only the first decade of this one is not.

use super::calendar::{Era, ordinal};
use super::date::{DateMention, Form, qualified};
use super::neighbor::{word_after, word_before};
use super::number::{Number, Suffix};
use crate::document::When;
use memchr::memmem::Finder;

/// `1950s`, `late 1950s`; the hundred years of `1800s`.
pub fn decade(text: &str, number: Number) -> Option<DateMention> {
    if number.n_digits != 4 || number.value % 10 != 0 || !(1000..2100).contains(&number.value) {
        return None;
    }
    let whole = if number.value % 100 == 0 && number.value < 2000 {
        When::century(number.value)?
    } else {
        When::decade(number.value)?
    };
    let (start, when) = qualified(text, number.start, whole)?;
    // Without an article `1000s of …` may be an amount.
    let is_bare = start == number.start && !word_before(text, start).is_any(&["the"]);
    if is_bare && (number.value % 100 == 0 || word_after(text, number.end).word == "of") {
        return None;
    }
    Some(DateMention { range: start..number.end, when, form: Form::Decade })
}

/// `19th century`, `5th century BC`.
pub fn century(text: &str, number: Number) -> Option<DateMention> {
    let word = word_after(text, number.end);
    if number.suffix != Suffix::Ordinal || !word.is_any(&["century"]) {
        return None;
    }
    century_of(text, number.value, number.start, word.end)
}

/// `nineteenth century`; a first, second or third century only with its era, since anything
/// may have a first century.
pub fn centuries_in_words(text: &str, found: &mut Vec<DateMention>) {
    for at in Finder::new("entury").find_iter(text.as_bytes()) {
        if !text[..at].ends_with(['c', 'C']) {
            continue;
        }
        let word = word_before(text, at - 1);
        let start = match text[..word.start].strip_suffix("wenty-") {
            Some(rest) if rest.ends_with(['t', 'T']) => rest.len() - 1,
            _ => word.start,
        };
        let is_joined = text[..start].ends_with(['-', '‑']) && !text[..start].ends_with("id-");
        let Some(number) = ordinal(&text[start..word.end]).filter(|_| !is_joined) else { continue };
        let has_era = Era::of(word_after(text, at + "entury".len()).word).is_some();
        if word.end == at - 1 || (number <= 3 && !has_era) {
            continue;
        }
        found.extend(century_of(text, number, start, at + "entury".len()));
    }
}

fn century_of(text: &str, number: i16, start: usize, end: usize) -> Option<DateMention> {
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '‑');
    if text[end..].starts_with(joins) {
        return None;
    }
    let era = word_after(text, end);
    let (when, end) = match Era::of(era.word) {
        Some(sign) => (sign.century(number)?, era.end),
        // The 30th century is a story.
        None if number <= 21 => (Era::Common.century(number)?, end),
        None => return None,
    };
    let (start, when) = qualified(text, start, when)?;
    Some(DateMention { range: start..end, when, form: Form::Century })
}
