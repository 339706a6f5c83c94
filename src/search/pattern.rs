//! A regular expression, found in folded text.
//!
//! What is typed is folded as the text is, but for what is syntax: `gr.at power` finds a no-break
//! space, and `“a.+?”` straight quotes. The engine takes time that grows with the text alone, and
//! the size of what a pattern compiles to is bounded. No match crosses a paragraph.

use crate::document::{Case, Folded, TextRange};
use regex::{Regex, RegexBuilder};
use std::ops::ControlFlow;

/// A compiled pattern takes at most so many bytes.
const MOST_BYTES: usize = 4 << 20;

/// A regular expression.
#[derive(Debug, Clone)]
pub(super) struct Pattern {
    regex: Regex,
    /// Whether case counts: once a capital letter was typed.
    pub(super) case: Case,
}

impl Pattern {
    /// `None` if nothing was typed; else why it is no pattern, in a few words.
    pub(super) fn new(typed: &str) -> Result<Option<Self>, String> {
        if typed.is_empty() {
            return Ok(None);
        }
        let case = if has_capital(typed) { Case::Kept } else { Case::Lowered };
        let mut builder = RegexBuilder::new(&folded(typed));
        let regex = builder.size_limit(MOST_BYTES).dfa_size_limit(MOST_BYTES).build();
        regex.map(|regex| Some(Self { regex, case })).map_err(|error| reason(&error))
    }

    /// Folds `text` as the pattern wants it, and hands on its hits.
    pub(super) fn each_folded(
        &self,
        folded: &mut Folded,
        text: &str,
        take: &mut dyn FnMut(TextRange) -> ControlFlow<()>,
    ) {
        folded.refold(text, self.case);
        self.each(folded, text, take);
    }

    /// Hands on the hits in folded text, as ranges of the original; what matches no letter is none.
    pub(super) fn each(
        &self,
        folded: &Folded,
        original: &str,
        take: &mut dyn FnMut(TextRange) -> ControlFlow<()>,
    ) {
        let mut last_end = 0;
        for found in self.regex.find_iter(folded.text()).filter(|found| !found.is_empty()) {
            let range = folded.original(original, found.start(), found.end());
            // Both letters of an unfolded “ß” lead to the same place.
            if range.start() < last_end {
                continue;
            }
            last_end = range.end();
            if take(range).is_break() {
                return;
            }
        }
    }
}

/// Whether a capital letter stands there that is not the name of a class, as in `\S`.
fn has_capital(typed: &str) -> bool {
    let mut characters = typed.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            _ if character.is_uppercase() => return true,
            _ => {}
        }
    }
    false
}

/// The pattern as it is compared with folded text.
fn folded(typed: &str) -> String {
    let mut pattern = String::new();
    let mut depth = 0usize;
    let mut characters = typed.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some(next) if is_folded(next) => push_folded(&mut pattern, next, depth > 0),
                next => pattern.extend(std::iter::once('\\').chain(next)),
            },
            _ if is_folded(character) => push_folded(&mut pattern, character, depth > 0),
            // A run of blanks or dashes is one in folded text.
            ' ' | '-' if depth == 0 && pattern.ends_with(character) => {}
            _ => {
                match character {
                    '[' => depth += 1,
                    ']' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                pattern.push(character);
            }
        }
    }
    pattern
}

/// Whether a character is another one, or several, in folded text.
fn is_folded(character: char) -> bool {
    !character.is_ascii() || matches!(character, '`' | '\t'..='\r')
}

fn push_folded(pattern: &mut String, character: char, is_in_class: bool) {
    let mut folded = Folded::default();
    folded.refold(character.encode_utf8(&mut [0; 4]), Case::Kept);
    match folded.text() {
        "-" if is_in_class => pattern.push_str("\\-"),
        sign @ ("-" | " ") if pattern.ends_with(sign) => {}
        one if is_in_class || one.chars().count() == 1 => pattern.push_str(&regex::escape(one)),
        several => *pattern += &format!("(?:{})", regex::escape(several)),
    }
}

/// Why a pattern is none, in the words of the library, which tells it last.
fn reason(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(_) => "too large a pattern".to_owned(),
        error => {
            let told = error.to_string();
            let last = told.lines().last().unwrap_or_default();
            last.strip_prefix("error: ").unwrap_or(last).to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Query;

    #[track_caller]
    fn check(text: &str, typed: &str, expected: &[&str]) {
        let query = Query::pattern(typed).expect("it is a pattern").expect("it is not empty");
        let hits = query.ranges_in(text);
        let words: Vec<_> = hits.iter().map(|hit| &text[hit.start()..hit.end()]).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn a_pattern_is_found_in_folded_text() {
        check(
            "a great\u{a0}power, a Gréat  Power",
            "gr.at power",
            &["great\u{a0}power", "Gréat  Power"],
        );
        check("the “truth” and \"lies\"", "“[^”]+”", &["“truth”", "\"lies\""]);
        check("1914–18, 1939-1945", r"\d{4}—\d+", &["1914–18", "1939-1945"]);
        check("Straße", "s+", &["S", "ß"]);
    }

    #[test]
    fn a_capital_letter_makes_case_count() {
        check("The the THE", "the", &["The", "the", "THE"]);
        check("The the THE", "T[a-z]e", &["The"]);
        check("The the", r"\bthe\S*", &["The", "the"]);
        check("Ab aB", r"\p{Lu}\w", &["Ab"]);
    }

    #[test]
    fn a_dash_in_a_class_is_no_range() {
        check("a–z b", "[a–z]+", &["a–z"]);
    }

    #[test]
    fn what_matches_no_letter_is_no_hit() {
        check("abc", "x*", &[]);
        check("abxc", "x*", &["x"]);
    }

    #[test]
    fn lines_begin_and_end_with_their_paragraph() {
        check("one two", "^one|two$", &["one", "two"]);
    }

    #[test]
    fn what_is_no_pattern_says_why() {
        assert_eq!(Query::pattern("(a").unwrap_err(), "unclosed group");
        assert_eq!(Query::pattern("a{999}{999}").unwrap_err(), "too large a pattern");
        assert!(Query::pattern("").unwrap().is_none());
    }
}
