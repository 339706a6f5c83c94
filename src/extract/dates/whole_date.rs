//! Texts that are nothing but a date, and dates before the colon or dash of an entry.

use super::grammar::Grammar;
use super::phrase::{Form, Phrase};
use crate::document::is_raised;
use std::ops::Range;

/// No date is longer, in bytes.
pub const DATE_BYTES: usize = 48;

/// The date before the first colon or dash that words follow.
pub fn leading_date(grammar: &mut Grammar, text: &str) -> Option<Phrase> {
    const SIGNS: &[&str] = &[": ", " – ", " — ", " - ", " -- ", "—", ":\n"];
    let head = &text[..text.floor_char_boundary(DATE_BYTES)];
    if !head.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let start = marker(head);
    let ends = (start..head.len()).filter(|at| head.is_char_boundary(*at)).filter(|at| {
        let sign = SIGNS.iter().find(|sign| text[*at..].starts_with(**sign));
        let rest = sign.map(|sign| text[at + sign.len()..].trim_start());
        rest.is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_alphabetic() || "“\"‘(".contains(c))
        })
    });
    let phrase = ends.take(2).find_map(|end| whole_date(grammar, &text[start..end]))?;
    Some(shifted(phrase, start as isize))
}

/// Where the words begin behind the marker of an item: `• `, `- `, `12. `, `(3) `.
pub fn marker(text: &str) -> usize {
    let rest = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = text.len() - rest.len();
    let n_digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let is_number = (1..=3).contains(&n_digits)
        && rest[n_digits..].starts_with([')', '.'])
        && rest[n_digits + 1..].starts_with(' ');
    start + if is_number { n_digits + 2 } else { 0 }
}

/// The date that `text` is, aside from the words that lead it and the marks of footnotes.
pub fn whole_date(grammar: &mut Grammar, text: &str) -> Option<Phrase> {
    plain_date(grammar, text).or_else(|| year_first(grammar, text))
}

/// `1968, May`, `1971, 3 June`: a year, and the day or month behind it.
fn year_first(grammar: &mut Grammar, text: &str) -> Option<Phrase> {
    let start = text.find(|c: char| !c.is_whitespace())?;
    let (year, rest) = text[start..].split_at_checked(4)?;
    let rest = rest.strip_prefix([',', ' '])?.trim();
    let is_year = year.bytes().all(|byte| byte.is_ascii_digit());
    let phrase = plain_date(grammar, &format!("{rest} {year}")).filter(|_| is_year)?;
    let is_whole = phrase.range == (0..rest.len() + 1 + year.len());
    let is_day = matches!(phrase.form, Form::Day | Form::Days | Form::Month | Form::Season);
    let end = start + text[start..].trim_end().len();
    (is_whole && is_day).then_some(Phrase { range: start..end, joint: None, ..phrase })
}

fn plain_date(grammar: &mut Grammar, text: &str) -> Option<Phrase> {
    /// Behind it a year or a month needs nothing else to be one.
    const LED_BY: &str = "in ";
    if text.len() > DATE_BYTES || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let led = format!("{LED_BY}{text}");
    let mut phrases = Vec::new();
    grammar.read(&led, false, &mut phrases);
    let [phrase] = &phrases[..] else { return None };
    let Range { start, end } = phrase.range.clone();
    let is_alone = start >= LED_BY.len()
        && is_empty(&led[LED_BY.len()..start], &["about", "around", "by", "in", "on", "the"])
        && is_empty(&led[end..], &["onward", "onwards", "present", "today"]);
    let is_date = !matches!(
        phrase.form,
        Form::DayOfMonth | Form::Weekday | Form::Named | Form::Deictic | Form::Anaphoric
    );
    (is_alone && is_date).then(|| shifted(phrase.clone(), -(LED_BY.len() as isize)))
}

/// Whether there is nothing but these words, signs, and marks of footnotes: `¹`, `[2]`.
fn is_empty(text: &str, words: &[&str]) -> bool {
    let text = text.split('[').next().unwrap_or(text);
    text.split(|c: char| !c.is_alphanumeric() || is_raised(c))
        .filter(|word| !word.is_empty())
        .all(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

fn shifted(phrase: Phrase, by: isize) -> Phrase {
    let moved = |range: &Range<usize>| {
        range.start.wrapping_add_signed(by)..range.end.wrapping_add_signed(by)
    };
    Phrase { range: moved(&phrase.range), joint: phrase.joint.as_ref().map(moved), ..phrase }
}
