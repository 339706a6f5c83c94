//! A phrase, found as printed: across soft wraps, whatever its quotes, dashes, blanks and accents.

use crate::document::{Folded, TextRange, fold};
use memchr::memmem;
use std::ops::ControlFlow;
use unicode_normalization::UnicodeNormalization;

/// A phrase to search for.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    finder: memmem::Finder<'static>,
    /// The letters and digits as typed, if case counts.
    exact: Option<String>,
}

impl Phrase {
    /// `None` if what was typed folds to nothing.
    pub(super) fn new(typed: &str) -> Option<Self> {
        let folded = fold(typed);
        if folded.text().trim().is_empty() {
            return None;
        }
        let exact = typed.chars().any(char::is_uppercase).then(|| letters(typed));
        Some(Self { finder: memmem::Finder::new(folded.text()).into_owned(), exact })
    }

    /// Hands on the hits in folded text, as ranges of the original.
    pub(super) fn each(
        &self,
        folded: &Folded,
        original: &str,
        take: &mut dyn FnMut(TextRange) -> ControlFlow<()>,
    ) {
        let length = self.finder.needle().len();
        let (mut at, mut last_end) = (0, 0);
        while let Some(found) = self.finder.find(&folded.text().as_bytes()[at..]) {
            let start = at + found;
            let range = folded.original(original, start, start + length);
            // Both letters of an unfolded “ß” lead to the same place.
            let is_new = range.start() >= last_end;
            if !is_new || !self.has_case_of(&original[range.start()..range.end()]) {
                // What is refused may overlap what is not: `Nana` in `naNana`.
                at = start + 1;
                continue;
            }
            if take(range).is_break() {
                return;
            }
            (at, last_end) = (start + length, range.end());
        }
    }

    fn has_case_of(&self, words: &str) -> bool {
        let Some(exact) = &self.exact else { return true };
        if words.is_ascii() {
            return words.bytes().filter(u8::is_ascii_alphanumeric).eq(exact.bytes());
        }
        letters(words) == *exact
    }
}

/// Letters and digits without accents, in their case.
fn letters(text: &str) -> String {
    text.nfkd().filter(|character| character.is_alphanumeric()).collect()
}
