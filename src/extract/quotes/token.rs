//! Words and signs of a short stretch of prose, for the rules that look at their order.

use super::name::is_abbreviated_title;

/// A word or one sign, with its bytes in the block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// The word or the sign.
    pub text: &'a str,
    /// Its first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

impl Token<'_> {
    /// Whether it is this sign or word.
    pub fn is(&self, text: &str) -> bool {
        self.text == text
    }

    /// Whether it is a word or a number.
    pub fn is_word(&self) -> bool {
        self.text.starts_with(char::is_alphanumeric)
    }

    /// Whether it is a word that begins with a small letter.
    pub fn is_small(&self) -> bool {
        self.text.starts_with(char::is_lowercase)
    }

    /// Whether it is a word that begins with a capital letter.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it ends a sentence.
    pub fn is_stop(&self) -> bool {
        matches!(self.text, "." | "?" | "!" | "…")
    }
}

/// The tokens of `text[start..end]`; hyphens, apostrophes and the stops of abbreviations belong
/// to their words.
pub fn tokens(text: &str, start: usize, end: usize) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = start;
    while let Some(token) = token_at(text, at, end) {
        at = token.end;
        found.push(token);
    }
    found
}

/// The first token of `text[from..end]`.
fn token_at(text: &str, from: usize, end: usize) -> Option<Token<'_>> {
    let rest = text[from..end].trim_start();
    let start = end - rest.len();
    let first = rest.chars().next()?;
    let length = if first.is_alphanumeric() { word_length(rest) } else { first.len_utf8() };
    Some(Token { text: &rest[..length], start, end: start + length })
}

/// The tokens of `text[start..end]` up to the end of its first sentence; stops in brackets, as in
/// `(R-Fla.)`, end none.
pub fn sentence_tokens(text: &str, start: usize, end: usize) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = start;
    let mut open_at = None;
    while let Some(token) = token_at(text, at, end) {
        at = token.end;
        match token.text {
            "(" => open_at = Some(found.len()),
            ")" => open_at = None,
            _ if token.is_stop() && open_at.is_none_or(|open| found.len() > open + 10) => break,
            _ => {}
        }
        found.push(token);
    }
    found
}

/// The length of the word that begins `text`.
fn word_length(text: &str) -> usize {
    // Most words are letters of ASCII before a blank or a sign that ends them.
    let n_plain = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match text.as_bytes().get(n_plain) {
        None => return n_plain,
        Some(b'-' | b'\'' | b'.' | b',' | 0x80..) => {}
        Some(_) => return n_plain,
    }
    let mut characters = text.char_indices().peekable();
    let mut length = 0;
    while let Some((at, character)) = characters.next() {
        let goes_on = characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let is_part = character.is_alphanumeric()
            || (goes_on && matches!(character, '-' | '‑' | '’' | '\'' | '.' | ','))
                && (character != ',' || text[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
        if !is_part {
            let word = &text[..at];
            return if character == '.' && has_stop(word) { at + 1 } else { at };
        }
        length = at + character.len_utf8();
    }
    length
}

/// Whether a full stop after the word belongs to it.
pub fn has_stop(word: &str) -> bool {
    let mut letters = word.chars();
    let is_initial =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I";
    // `G.K.`, `N.J.`, but no `3.5` and no `said.Then`.
    // `(R-Fla.)`.
    let is_party = word.as_bytes().get(1) == Some(&b'-') && is_named_state(&word[2..]);
    let is_short = word.contains('.') && word.split('.').all(|part| part.chars().count() <= 2);
    is_initial
        || is_abbreviated_title(word)
        || ABBREVIATIONS.contains(&word)
        || is_party
        || (is_short && word.starts_with(char::is_uppercase))
}

fn is_named_state(text: &str) -> bool {
    text.starts_with(char::is_uppercase) && text.len() <= 5
}

#[rustfmt::skip]
const ABBREVIATIONS: &[&str] =
    &[
    "Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "Bros", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            tokens(text, 0, text.len()).into_iter().map(|token| token.text).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        check(
            "Rep. G.K. O’Hara-Ruiz, 43, left.",
            &["Rep.", "G.K.", "O’Hara-Ruiz", ",", "43", ",", "left", "."],
        );
        check("1,500 men (D-N.C.)", &["1,500", "men", "(", "D-N.C.", ")"]);
    }
}
