//! The sign of a note: what its reference shows, and what the note begins with.

use super::super::page::{Node, Page};
use crate::import::script::raised;

/// The sign of a note stands in an element of so many nodes.
pub const NEAR: usize = 12;

/// A longer sign is a phrase.
const MOST_BYTES: usize = 24;

/// The sign of a note, without the brackets around it: `1`, `*`, `a`, `note 1`, `Lee90`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sign(String);

impl Sign {
    /// What the element that starts at a node shows, if that is nothing but a sign.
    pub fn within(page: &Page, index: usize) -> Option<Self> {
        let mut words = String::new();
        for node in page.within(index, NEAR)? {
            if let Node::Text(range) = node {
                words.push_str(page.slice(range));
            }
            if words.len() > MOST_BYTES {
                return None;
            }
        }
        Self::of(&words)
    }

    /// The sign that these words are.
    pub fn of(words: &str) -> Option<Self> {
        let words = words.trim();
        let sign = bare(words);
        let is_sign = is_number(sign)
            || is_star(sign)
            || is_letter(sign)
            || numbered(sign).is_some()
            || is_word(sign) && words.starts_with('[') && words.ends_with(']');
        is_sign.then(|| Self(sign.to_owned()))
    }

    /// The number, if it is one.
    pub fn number(&self) -> Option<&str> {
        Some(self.0.as_str()).filter(|sign| is_number(sign))
    }

    /// The number behind the word for a note: `1` of `note 1`.
    pub fn numbered(&self) -> Option<&str> {
        numbered(&self.0)
    }

    /// Whether it is a star or dagger.
    pub fn is_star(&self) -> bool {
        is_star(&self.0)
    }

    /// Whether a word is this sign, with or without the signs around it.
    pub fn is(&self, word: &str) -> bool {
        let bare = bare(word);
        bare == self.0 || self.number().is_some_and(|number| bare == raised(number, ""))
    }

    /// What stands right behind this sign in a word: `So` of `[1]So`, `1.So` or `*So`.
    pub fn behind<'a>(&self, word: &'a str) -> Option<&'a str> {
        let inner = word.trim_start_matches(['[', '(']);
        let has_bracket = inner.len() < word.len();
        let rest = inner.strip_prefix(self.0.as_str())?;
        let behind = rest.trim_start_matches([']', ')', '.', ':']);
        let is_ended = behind.len() < rest.len();
        let is_set_apart =
            has_bracket && is_ended || self.is_star() || is_ended && is_number(&self.0);
        let is_word = behind.starts_with(|c: char| c.is_alphabetic() || "“‘«\"'".contains(c));
        (is_set_apart && is_word).then_some(behind)
    }

    /// Whether words begin with it as no sentence does: `a The log` and `B The log`, but neither
    /// `a log` nor `A log`.
    pub fn begins(&self, words: &str) -> bool {
        let mut words = words.split_whitespace();
        let is_sign = words.next() == Some(self.0.as_str());
        let is_no_word = !self.0.starts_with(|c: char| "AEIOUY".contains(c) || !c.is_ascii());
        is_sign
            && is_no_word
            && words.next().is_some_and(|next| next.starts_with(char::is_uppercase))
    }

    /// How the reference and the note show it.
    pub fn shown(&self) -> String {
        match self.number() {
            Some(number) => raised(number, ""),
            None if self.is_star() => self.0.clone(),
            None => format!("[{}]", self.0),
        }
    }
}

/// A word without the signs that stand around the sign of a note.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| c.is_whitespace() || "[]().:^".contains(c))
}

/// Whether words are the number of a note.
pub fn is_number(words: &str) -> bool {
    (1..=4).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether words are the number of a paragraph, as reports and laws have: `1.12`, `3.`
pub fn is_paragraph_number(words: &str) -> bool {
    let bare = words.strip_suffix(['.', ')']).unwrap_or(words);
    let is_part = |part: &str| (1..=3).contains(&part.len()) && is_number(part);
    bare.split('.').all(is_part) && (bare.len() < words.len() || bare.contains('.'))
}

/// Whether words are stars or daggers.
fn is_star(words: &str) -> bool {
    (1..=4).contains(&words.chars().count()) && words.chars().all(|c| "*†‡§¶‖".contains(c))
}

/// Whether words are a letter as notes are counted by, or a small Roman numeral.
fn is_letter(words: &str) -> bool {
    let mut letters = words.chars();
    let Some(first) = letters.next() else { return false };
    let is_repeated = first.is_alphabetic() && words.len() <= 4 && letters.all(|c| c == first);
    is_repeated || words.len() <= 6 && words.bytes().all(|byte| b"ivx".contains(&byte))
}

/// The number behind a word for `note`.
fn numbered(words: &str) -> Option<&str> {
    const NAMES: [&str; 8] = ["footnote", "endnote", "note", "fn", "fn.", "n.", "nota", "nb"];
    let (name, number) = words.split_once(char::is_whitespace)?;
    let number = bare(number);
    let is_note = NAMES.iter().any(|known| name.eq_ignore_ascii_case(known));
    (is_note && is_number(number)).then_some(number)
}

/// Whether words are a single name, as that of a work in a list of references.
fn is_word(words: &str) -> bool {
    words.starts_with(char::is_alphanumeric)
        && words.chars().all(|c| c.is_alphanumeric() || "+-_.".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_a_number_a_star_a_letter_or_a_name_in_brackets() {
        for (words, shown) in [
            ("1", "¹"),
            ("[12]", "¹²"),
            (" (3). ", "³"),
            ("*", "*"),
            ("††", "††"),
            ("[a]", "[a]"),
            ("b", "[b]"),
            ("aa", "[aa]"),
            ("iv", "[iv]"),
            ("α", "[α]"),
            ("[note 1]", "[note 1]"),
            ("[Lee90]", "[Lee90]"),
        ] {
            assert_eq!(Sign::of(words).map(|sign| sign.shown()).as_deref(), Some(shown), "{words}");
        }
    }

    #[test]
    fn words_may_stand_right_behind_a_sign() {
        for (sign, word, behind) in [
            ("1", "[1]So", Some("So")),
            ("1", "1.“So", Some("“So")),
            ("*", "*So", Some("So")),
            ("1", "1.5", None),
            ("1", "1So", None),
            ("a", "a.m", None),
            ("a", "[a]So", Some("So")),
            ("a", "ab", None),
        ] {
            let sign = Sign::of(sign).unwrap();
            assert_eq!(sign.behind(word), behind, "{word}");
        }
    }

    #[test]
    fn words_are_no_sign() {
        for words in ["", "[]", "see", "st", "there", "Lee90", "12345", "[citation needed]", "note"]
        {
            assert_eq!(Sign::of(words), None, "{words}");
        }
    }
}
