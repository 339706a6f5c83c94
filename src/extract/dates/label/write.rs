//! Writing a label down: its words with their signs, a capital, and no half a pair of marks.

use super::cut::Piece;
use super::lexicon::Kind;
use super::word::{Stop, Word};
use crate::document::is_raised;

/// The pieces as a text, with `ending` after them.
pub fn write(pieces: &[Piece], ending: &str) -> String {
    let mut text = String::with_capacity(96);
    for (index, (at, word)) in pieces.iter().enumerate() {
        if index > 0 && !text.ends_with('-') && word.text != "’s" {
            text.push(' ');
        }
        text.push_str(opening_signs(word));
        let shown = article(word, pieces.get(index + 1));
        if index > 0 && *at == Some(0) && is_capital_by_place(word) {
            text.extend(shown.chars().flat_map(char::to_lowercase));
        } else {
            text.push_str(shown);
        }
        let next = pieces.get(index + 1);
        let goes_on = next.is_some_and(|(next, _)| at.is_some() && *next == at.map(|at| at + 1));
        text.push_str(closing_signs(word, goes_on));
        if word.stop == Stop::Dash && goes_on {
            text.push_str(" –");
        }
    }
    finish(&text, ending)
}

/// Whether a word has its capital only because it opened the sentence: `Founded in Oslo, the firm …`.
fn is_capital_by_place(word: &Word) -> bool {
    matches!(
        word.kind,
        Kind::PastOrParticiple | Kind::Participle | Kind::Ing | Kind::Determiner | Kind::Article
    ) && word.open.is_empty()
}

fn opening_signs<'a>(word: &Word<'a>) -> &'a str {
    let is_kept = |sign: char| matches!(sign, '“' | '‘' | '"' | '«' | '\'');
    let start = word.open.find(is_kept).unwrap_or(word.open.len());
    word.open[start..].trim_end_matches(|sign| !is_kept(sign))
}

fn closing_signs<'a>(word: &Word<'a>, goes_on: bool) -> &'a str {
    if goes_on {
        word.close.trim_end_matches([')', ']', '—'])
    } else {
        let is_stop = |sign: char| !matches!(sign, '”' | '’' | '"' | '»' | '\'');
        word.close.trim_matches(is_stop)
    }
}

/// `an` before `1867 treaty` is `a` before `treaty`.
fn article<'a>(word: &Word<'a>, next: Option<&Piece>) -> &'a str {
    let Some((_, next)) = next else { return word.text };
    if !word.is_one_of(&["a", "an"]) {
        return word.text;
    }
    let is_vowel = next.text.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O']);
    let is_plain = next.text.starts_with(|first: char| first.is_ascii_alphabetic())
        && !next.is_one_of(&["one", "hour", "honest", "heir", "honor", "honour"])
        && !["uni", "eu", "use", "one"].iter().any(|start| next.text.starts_with(start));
    match (word.text, is_vowel, is_plain) {
        ("an", false, true) => "a",
        ("An", false, true) => "A",
        ("a", true, true) => "an",
        ("A", true, true) => "An",
        _ => word.text,
    }
}

/// A text with a capital letter, without closing signs and without half a pair of marks.
fn finish(text: &str, ending: &str) -> String {
    let closing = |c: char| matches!(c, '.' | ',' | ';' | ':' | '?' | '!' | '–' | '—' | ' ');
    let is_abbreviated = text.ends_with('.') && text[..text.len() - 1].contains('.');
    let text = if is_abbreviated { text } else { text.trim_end_matches(closing) };
    let mut text = text.trim_start_matches(closing).to_owned();
    for (open, close) in [('“', '”'), ('«', '»')] {
        if text.matches(open).count() != text.matches(close).count() {
            text.retain(|c| c != open && c != close);
        }
    }
    if text.contains('‘') != text.contains('’') && text.contains('‘') {
        text.retain(|c| c != '‘');
    }
    if text.matches('"').count() % 2 == 1 {
        text.retain(|c| c != '"');
    }
    drop_note_numbers(&mut text);
    capitalize(&mut text);
    text.push_str(ending);
    text
}

/// Units have no more letters, and bases of powers no more digits; a raised number behind more is
/// that of a footnote.
const N_UNIT: usize = 2;

/// Drops the raised number of a footnote behind a sign, a word or a number, as in `says,¹`, `Weber¹`
/// and `2014¹`; `km²` and `10³` keep their own.
fn drop_note_numbers(text: &mut String) {
    let (mut n_letters, mut n_digits, mut is_note) = (0, 0, false);
    text.retain(|c| {
        if !is_raised(c) {
            n_letters = if c.is_alphabetic() { n_letters + 1 } else { 0 };
            n_digits = if c.is_ascii_digit() { n_digits + 1 } else { 0 };
            is_note = n_letters > N_UNIT || n_digits > N_UNIT || !c.is_alphanumeric();
        }
        !(is_note && is_raised(c))
    });
}

fn capitalize(text: &mut String) {
    let Some((at, first)) = text.char_indices().find(|(_, c)| c.is_alphanumeric()) else { return };
    if at < 4 && first.is_lowercase() {
        let capital = first.to_uppercase().to_string();
        text.replace_range(at..at + first.len_utf8(), &capital);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_footnote_is_no_part_of_a_label() {
        assert_eq!(finish("the ice, it says,¹² froze", ""), "The ice, it says, froze");
        assert_eq!(finish("he met Weber¹ and Ås²³ there", ""), "He met Weber and Ås²³ there");
        assert_eq!(finish("he left in 2014²⁷ with $1,000³", ""), "He left in 2014 with $1,000");
        assert_eq!(finish("it covered 3 km² of ice", ""), "It covered 3 km² of ice");
        assert_eq!(finish("it weighed 10³ tons", ""), "It weighed 10³ tons");
    }
}
