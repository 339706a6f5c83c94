//! The words of a text, as passages are compared: folded, without the signs between them.
//!
//! Line breaks, quotes, dashes and the marks of a markup stand between words, so that a text says
//! the same words when it is wrapped anew or imported from another format. In a script that sets no
//! blanks between words, each character is one.

use crate::document::fold;

/// A word, as bytes of the text that it stands in: half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    pub start: u32,
    pub end: u32,
    /// Where it begins in [`Words::text`].
    pub at: u32,
}

/// The words of a text.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The words, folded, with one blank before each and one after the last.
    pub text: String,
    /// The words, in order.
    pub list: Vec<Word>,
}

impl Words {
    /// The words of `text`.
    pub fn of(text: &str) -> Self {
        let mut words = Self { text: String::with_capacity(text.len() + 2), list: Vec::new() };
        let mut from = None;
        for (at, character) in text.char_indices() {
            let is_alone = is_whole_word(character);
            if let Some(start) = from.filter(|_| is_alone || !is_in_word(character)) {
                words.push(text, start, at);
                from = None;
            }
            if is_alone {
                words.push(text, at, at + character.len_utf8());
            } else if from.is_none() && character.is_alphanumeric() {
                from = Some(at);
            }
        }
        if let Some(start) = from {
            words.push(text, start, text.len());
        }
        words.text.push(' ');
        words
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The folded word of this index.
    pub fn word(&self, index: usize) -> &str {
        let end = self.list.get(index + 1).map_or(self.text.len() - 1, |next| next.at as usize - 1);
        &self.text[self.list[index].at as usize..end]
    }

    /// The words from index `from` up to `to`, with one blank before each.
    pub fn run(&self, from: usize, to: usize) -> String {
        (from..to).map(|index| format!(" {}", self.word(index))).collect()
    }

    /// Whether a line of `text`, of which these are the words, ends before the word of this index;
    /// it does at both ends of the text.
    pub fn is_cut_before(&self, text: &str, index: usize) -> bool {
        let Some(before) = index.checked_sub(1) else { return true };
        let Some(next) = self.list.get(index) else { return true };
        text[self.list[before].end as usize..next.start as usize].contains('\n')
    }

    /// The index of the word that begins at this byte of [`Words::text`].
    pub fn index_at(&self, at: usize) -> usize {
        self.list.partition_point(|word| (word.at as usize) < at)
    }

    fn push(&mut self, text: &str, start: usize, end: usize) {
        self.text.push(' ');
        let at = self.text.len();
        let word = &text[start..end];
        if word.is_ascii() {
            self.text.push_str(word);
            self.text[at..].make_ascii_lowercase();
        } else {
            self.text.extend(fold(word).text().chars().filter(|c| c.is_alphanumeric()));
        }
        if self.text.len() == at {
            self.text.pop();
            return;
        }
        self.list.push(Word { start: start as u32, end: end as u32, at: at as u32 });
    }
}

/// Whether a word goes on with this character: letters and digits, their marks, and what is hidden
/// between them.
pub(super) fn is_in_word(character: char) -> bool {
    character.is_alphanumeric()
        || unicode_normalization::char::is_combining_mark(character)
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// Whether it is of a script without blanks between words: Thai, Lao, Burmese, Khmer, Chinese and
/// Japanese, by their blocks in Unicode.
fn is_whole_word(character: char) -> bool {
    matches!(character,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
        && character.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words = Words::of(text);
        assert_eq!(words.text, expected);
        let all: Vec<&str> = (0..words.len()).map(|index| words.word(index)).collect();
        assert_eq!(all, expected.split_whitespace().collect::<Vec<_>>());
    }

    #[test]
    fn signs_and_breaks_stand_between_words() {
        check("“Great\nPower” — so-called", " great power so called ");
        check("", " ");
    }

    #[test]
    fn marks_of_letters_and_hidden_characters_do_not() {
        check("Natásha cafe\u{301} hy\u{ad}phen", " natasha cafe hyphen ");
    }

    #[test]
    fn a_character_is_a_word_where_no_blanks_are_set() {
        check("in 北京 now", " in 北 京 now ");
    }
}
