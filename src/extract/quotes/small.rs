//! Which words of names the text also writes in small letters: `Listen`, `Mason`, `Dear`.
//!
//! Counted are only words that stand in names, in one pass over the beginning of the text.

use crate::document::Document;
use std::collections::HashMap;

/// So much of a text tells how it writes its words, in bytes.
const REACH: usize = 4 << 20;

/// How often words stand in small letters.
#[derive(Debug, Default)]
pub struct SmallWords {
    counts: HashMap<String, u32>,
}

impl SmallWords {
    /// Counts those of `words`, which begin with a capital letter; others than of ASCII letters are
    /// taken for names.
    pub fn of<'w>(document: &Document, words: impl Iterator<Item = &'w str>) -> Self {
        let mut maybe = vec![false; 1 << 16];
        let mut counts = HashMap::new();
        for word in words.filter(|word| word.bytes().all(|byte| byte.is_ascii_alphabetic())) {
            let word = word.to_ascii_lowercase();
            maybe[place(word.as_bytes())] = true;
            counts.insert(word, 0);
        }
        let mut left = REACH;
        for chunk in document.chunks() {
            let text = chunk.text();
            let end = text.floor_char_boundary(left.min(text.len()));
            count(&text[..end], &maybe, &mut counts);
            left -= end;
            if left == 0 || end < text.len() {
                break;
            }
        }
        Self { counts }
    }

    /// How often `word` stands in small letters.
    pub fn count(&self, word: &str) -> u32 {
        self.counts.get(&word.to_ascii_lowercase()).copied().unwrap_or(0)
    }
}

fn count(text: &str, maybe: &[bool], counts: &mut HashMap<String, u32>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let n_letters = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let word = &bytes[at..at + n_letters];
        at += n_letters.max(1);
        let is_whole = bytes.get(at).is_none_or(|next| *next < 0xC3)
            && word.first().is_some_and(u8::is_ascii_lowercase)
            && at.checked_sub(n_letters + 1).is_none_or(|before| bytes[before] < 0x80);
        if is_whole
            && maybe[place(word)]
            && let Some(count) = counts.get_mut(&text[at - n_letters..at])
        {
            *count += 1;
        }
    }
}

/// Where a word is marked in a table of what may be looked for.
fn place(word: &[u8]) -> usize {
    let mut hash = word.len() as u32;
    for byte in word.iter().take(4) {
        hash = hash.wrapping_mul(31).wrapping_add(u32::from(*byte));
    }
    let last = word.last().copied().unwrap_or(0);
    (hash.wrapping_mul(0x9E37_79B9) >> 16) as usize ^ usize::from(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta};

    #[test]
    fn only_words_in_small_letters_are_counted() {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, "Listen, she said: listen! He listened. Non, mon ami.");
        builder.add(BlockKind::Paragraph, "They listen. éà Rose, a rose-bush.");
        let document = builder.finish(Meta::default());
        let small = SmallWords::of(&document, ["Listen", "Rose", "Ami", "Oslo"].into_iter());
        let counts = ["Listen", "Rose", "Ami", "Oslo", "She"].map(|word| small.count(word));
        assert_eq!(counts, [2, 1, 1, 0, 0]);
    }
}
