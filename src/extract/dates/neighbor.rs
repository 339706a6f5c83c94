//! The words next to a place in a text.
//!
//! A neighbor is separated by blanks alone; a comma or any other sign between leaves none. Words
//! longer than any in the tables are cut off unread, so that a look costs the same everywhere.

/// No word of a table is longer, in bytes.
const WORD_BYTES: usize = 24;

/// A word beside a place, with where it stands; empty if there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Neighbor<'a> {
    /// The word: letters and full stops.
    pub word: &'a str,
    /// Its first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

impl Neighbor<'_> {
    /// Whether the word is one of `words`, in whatever case.
    pub fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.word.eq_ignore_ascii_case(word))
    }
}

/// The word before `at`; its full stops belong to it (`Dec.`, `c.`).
pub fn word_before(text: &str, at: usize) -> Neighbor<'_> {
    let end = skip_blanks_back(text, at);
    let length: usize = text[..end]
        .chars()
        .rev()
        .take_while(|c| c.is_alphabetic() || *c == '.')
        .take(WORD_BYTES)
        .map(char::len_utf8)
        .sum();
    // An ellipsis before the word is none of its stops.
    let word = text[end - length..end].trim_start_matches('.');
    Neighbor { word, start: end - word.len(), end }
}

/// The word after `at`; a last full stop belongs to it only if it has another (`B.C.`).
pub fn word_after(text: &str, at: usize) -> Neighbor<'_> {
    let start = skip_blanks(text, at);
    let length: usize = text[start..]
        .chars()
        .take_while(|c| c.is_alphabetic() || *c == '.')
        .take(WORD_BYTES)
        .map(char::len_utf8)
        .sum();
    let word = &text[start..start + length];
    let bare = word.trim_end_matches('.');
    let kept = if bare.contains('.') { word } else { bare };
    Neighbor { word: kept, start, end: start + kept.len() }
}

/// The first place from `at` on without a blank; at most a few blanks are skipped.
pub fn skip_blanks(text: &str, at: usize) -> usize {
    at + blanks(text[at..].chars())
}

/// As [`skip_blanks`], towards the start.
pub fn skip_blanks_back(text: &str, at: usize) -> usize {
    at - blanks(text[..at].chars().rev())
}

fn blanks(characters: impl Iterator<Item = char>) -> usize {
    // A line of a wrapped text may be indented; a wider gap is no gap between two words.
    characters.take_while(|c| c.is_whitespace()).take(8).map(char::len_utf8).sum()
}
