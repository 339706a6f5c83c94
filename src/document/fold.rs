//! Folding: the form of a text in which search and anchors compare.
//!
//! In: text. Out: [`Folded`], lower case without accents, with one sign for every kind of quote,
//! dash and blank, and a sparse map back to the bytes of the original. Runs of blanks and runs of
//! dashes fold to one. The map has an entry only where the distance between the two texts changes.
//! Most of a text is ASCII in which one byte folds to one, and is folded run by run: search folds
//! what it reads, and keeps no folded copy.

use super::{Chunk, TextRange};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folded text and the way back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    text: String,
    /// (byte of the folded text, byte of the original), sorted; what lies between moves alike.
    map: Vec<(u32, u32)>,
    case: Case,
}

/// What becomes of capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Case {
    /// They are folded to small ones.
    #[default]
    Lowered,
    /// They stay.
    Kept,
}

/// Folds one string.
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded::default();
    folded.push(text, 0);
    folded
}

/// Folds the blocks of a chunk, joined by `'\n'`, which no folded query contains.
pub fn fold_chunk(chunk: &Chunk) -> Folded {
    let mut folded = Folded::default();
    folded.text.reserve(chunk.text().len());
    for block in chunk.blocks().iter() {
        if !folded.text.is_empty() {
            folded.text.push('\n');
        }
        folded.push(chunk.slice(block.range), block.range.start() - chunk.base());
    }
    folded
}

impl Folded {
    /// Folds another string into the same memory.
    pub fn refold(&mut self, text: &str, case: Case) {
        self.text.clear();
        self.map.clear();
        self.case = case;
        self.push(text, 0);
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the original behind `start..end` of the folded text; combining marks after
    /// the last letter belong to it.
    ///
    /// `original` is the text that was folded.
    pub fn original(&self, original: &str, start: usize, end: usize) -> TextRange {
        debug_assert!(start < end, "a match has at least one byte");
        let from = original.floor_char_boundary(self.origin(start));
        let last = original.floor_char_boundary(self.origin(end - 1));
        let mut to = last + original[last..].chars().next().map_or(0, char::len_utf8);
        for character in original[to..].chars() {
            if !is_combining_mark(character) {
                break;
            }
            to += character.len_utf8();
        }
        TextRange::new(from, to)
    }

    /// The byte of the original from which the folded byte `at` came.
    fn origin(&self, at: usize) -> usize {
        let index = self.map.partition_point(|entry| entry.0 as usize <= at);
        match index.checked_sub(1) {
            Some(index) => self.map[index].1 as usize + at - self.map[index].0 as usize,
            None => at,
        }
    }

    /// Appends `text`, which stands at `at` in the original.
    fn push(&mut self, text: &str, at: usize) {
        let mut offset = 0;
        while offset < text.len() {
            let last = self.text.as_bytes().last().copied().unwrap_or(b'\n');
            let plain = plain_bytes(&text.as_bytes()[offset..], last);
            if plain > 0 {
                self.push_plain(&text[offset..offset + plain], at + offset);
                offset += plain;
            }
            let Some(character) = text[offset..].chars().next() else { break };
            self.push_character(character, at + offset);
            offset += character.len_utf8();
        }
    }

    /// Appends ASCII of which each byte folds to one.
    fn push_plain(&mut self, text: &str, at: usize) {
        self.note(at);
        let from = self.text.len();
        self.text.push_str(text);
        if let Some(tail) = self.text.get_mut(from..).filter(|_| self.case == Case::Lowered) {
            tail.make_ascii_lowercase();
        }
    }

    fn push_character(&mut self, character: char, at: usize) {
        match sign_of(character) {
            Some(sign) => self.push_sign(sign, at),
            None if character == '…' => self.push_str("...", at),
            None => {
                for part in std::iter::once(character).nfkd() {
                    if is_combining_mark(part) || is_hidden(part) {
                        continue;
                    }
                    // A raised minus is one, too.
                    if let Some(sign) = sign_of(part) {
                        self.push_sign(sign, at);
                        continue;
                    }
                    match letters_of(part) {
                        Some(letters) => self.push_str(letters, at),
                        None if self.case == Case::Kept => {
                            self.push_str(part.encode_utf8(&mut [0; 4]), at);
                        }
                        None => {
                            for lower in part.to_lowercase().filter(|c| !is_combining_mark(*c)) {
                                self.push_str(lower.encode_utf8(&mut [0; 4]), at);
                            }
                        }
                    }
                }
            }
        }
    }

    /// Appends a blank or a dash, unless the text ends in one; quotes always.
    fn push_sign(&mut self, sign: char, at: usize) {
        let collapses = matches!(sign, ' ' | '-');
        if collapses && self.text.ends_with(sign) {
            return;
        }
        self.push_str(sign.encode_utf8(&mut [0; 4]), at);
    }

    fn push_str(&mut self, text: &str, at: usize) {
        self.note(at);
        let from = self.text.len();
        self.text.push_str(text);
        // Each further letter of an expansion comes from the same original byte.
        for (index, _) in text.char_indices().skip(1) {
            self.map.push(((from + index) as u32, at as u32));
        }
    }

    /// Notes that what is appended next comes from `at`, if the map does not say so already.
    fn note(&mut self, at: usize) {
        let folded = self.text.len();
        if self.origin_of_next(folded) != at {
            self.map.push((folded as u32, at as u32));
        }
    }

    /// As [`Folded::origin`] for the end of the text, where the last entry always counts.
    fn origin_of_next(&self, folded: usize) -> usize {
        self.map.last().map_or(folded, |entry| entry.1 as usize + folded - entry.0 as usize)
    }
}

/// How many of the first bytes fold to one byte each: ASCII without blanks or dashes that run
/// together, where the folded text ends in `last`.
fn plain_bytes(bytes: &[u8], last: u8) -> usize {
    let mut before = last;
    let is_plain = |byte: &u8| {
        let runs_together = *byte == before && matches!(byte, b' ' | b'-');
        before = *byte;
        IS_PLAIN[usize::from(*byte)] && !runs_together
    };
    bytes.iter().map(is_plain).position(|plain| !plain).unwrap_or(bytes.len())
}

/// Of each byte, whether it is ASCII that folds to itself, but for its case.
const IS_PLAIN: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x80 {
        table[byte] = !matches!(byte as u8, b'`' | b'\t'..=b'\r');
        byte += 1;
    }
    table
};

/// The one sign that stands for all of its kind.
fn sign_of(character: char) -> Option<char> {
    match character {
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' | '‹' | '›' | 'ʼ' => Some('\''),
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' | '"' => Some('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '-' => Some('-'),
        _ if character.is_whitespace() => Some(' '),
        _ => None,
    }
}

/// Letters that have no decomposition but an accepted spelling.
fn letters_of(character: char) -> Option<&'static str> {
    match character {
        'ß' | 'ẞ' => Some("ss"),
        'æ' | 'Æ' => Some("ae"),
        'œ' | 'Œ' => Some("oe"),
        'ø' | 'Ø' => Some("o"),
        'đ' | 'Đ' | 'ð' | 'Ð' => Some("d"),
        'ł' | 'Ł' => Some("l"),
        'þ' | 'Þ' => Some("th"),
        'ı' => Some("i"),
        _ => None,
    }
}

fn is_hidden(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text).text(), expected);
    }

    /// The original words behind `words` of the folded text.
    #[track_caller]
    fn behind<'a>(text: &'a str, words: &str) -> &'a str {
        let folded = fold(text);
        let start = folded.text().find(words).expect("the folded words are there");
        let range = folded.original(text, start, start + words.len());
        &text[range.start()..range.end()]
    }

    #[test]
    fn quotes_dashes_and_blanks_fold_to_one_sign() {
        check("“Great\u{a0}Power” — ‘so\u{2011}called’", "\"great power\" - 'so-called'");
        check("a--b––c", "a-b-c");
        check("two \n  lines", "two lines");
    }

    #[test]
    fn raised_and_lowered_signs_fold_to_what_is_typed() {
        check("10⁻³ aⁿ⁺¹ f⁽²⁾ CO₂ xᵢ₋₁ 1º ™", "10-3 an+1 f(2) co2 xi-1 1o tm");
        assert_eq!(behind("some 10⁻³ m", "10-3"), "10⁻³");
    }

    #[test]
    fn accents_and_ligatures_fold_away() {
        check("Natásha Ångström œuvre ﬁn Straße …", "natasha angstrom oeuvre fin strasse ...");
        check("e\u{301}tude", "etude");
    }

    #[test]
    fn a_match_leads_back_to_the_original_words() {
        assert_eq!(behind("the “great\n power” of", "great power"), "great\n power");
        assert_eq!(behind("to Natásha, he", "natasha"), "Natásha");
        assert_eq!(behind("cafe\u{301} noir", "cafe"), "cafe\u{301}");
        assert_eq!(behind("die Straße ist", "strasse"), "Straße");
    }

    #[test]
    fn a_part_of_an_expansion_is_the_whole_letter() {
        assert_eq!(behind("Straße", "s"), "S");
        assert_eq!(behind("aß", "s"), "ß");
    }

    #[test]
    fn the_next_blank_is_not_swallowed() {
        assert_eq!(behind("one   two", "one"), "one");
    }
}
