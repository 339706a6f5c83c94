//! Words of the text that differ from a phrase by one letter.
//!
//! In: a phrase that is not found. Out: what stands in the text and is the same folded, but for a
//! letter that is wrong, missing, too many, or changed places with the next. Compared are whole
//! words only, each time from the beginning of a word.

use crate::document::{Case, Chunk, Folded, fold};
use std::collections::HashMap;

/// Shorter phrases are near to too much.
const LEAST_LETTERS: usize = 4;

/// Words near to a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// The words as they stand in the text for the first time.
    pub words: String,
    /// How often they are there, whatever their case and accents.
    pub count: usize,
}

/// Collects what is near to a phrase.
#[derive(Debug, Clone)]
pub struct Nearby {
    phrase: String,
    /// By the folded words, as they stand in the text, and how often.
    found: HashMap<String, Near>,
}

impl Nearby {
    /// For a phrase as it was typed; `None` if it is too short.
    pub fn of(typed: &str) -> Option<Self> {
        let phrase = fold(typed).text().trim().to_owned();
        let is_long = phrase.chars().filter(|c| c.is_alphanumeric()).count() >= LEAST_LETTERS;
        is_long.then(|| Self { phrase, found: HashMap::new() })
    }

    /// Looks through a chunk.
    pub fn read(&mut self, chunk: &Chunk) {
        let mut folded = Folded::default();
        for block in chunk.blocks().iter() {
            let original = chunk.slice(block.range);
            folded.refold(original, Case::Lowered);
            let text = folded.text();
            for start in word_starts(text) {
                let Some(length) = near_length(&text[start..], &self.phrase) else { continue };
                let near = self.found.entry(text[start..start + length].to_owned());
                let near = near.or_insert_with(|| {
                    let range = folded.original(original, start, start + length);
                    let words = original[range.start()..range.end()].to_owned();
                    Near { words, count: 0 }
                });
                near.count += 1;
            }
        }
    }

    /// Takes what was found in later chunks.
    pub fn merge(&mut self, later: Self) {
        for (folded, near) in later.found {
            let count = near.count;
            self.found.entry(folded).and_modify(|found| found.count += count).or_insert(near);
        }
    }

    /// The `n` that are there most often.
    pub fn best(self, n: usize) -> Vec<Near> {
        let mut all: Vec<Near> = self.found.into_values().collect();
        all.sort_by(|one, other| {
            other.count.cmp(&one.count).then_with(|| one.words.cmp(&other.words))
        });
        all.truncate(n);
        all
    }
}

/// Where the words of a folded text begin.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let bytes = text.as_bytes();
    (0..bytes.len()).filter(move |at| is_part(bytes[*at]) && (*at == 0 || !is_part(bytes[at - 1])))
}

/// The length of the words at the beginning of `text` that differ from `phrase` by at most one
/// letter.
fn near_length(text: &str, phrase: &str) -> Option<usize> {
    let same = text.bytes().zip(phrase.bytes()).take_while(|(one, other)| one == other).count();
    let same = text.floor_char_boundary(phrase.floor_char_boundary(same));
    let (here, there) = (&text[same..], &phrase[same..]);
    let (mut ahead, mut asked) = (here.chars(), there.chars());
    let (first, letter) = (ahead.next(), asked.next());
    let ends = |skipped: usize, rest: &str| {
        let length = same + skipped + rest.len();
        let is_whole =
            here[skipped..].starts_with(rest) && !text[length..].starts_with(char::is_alphanumeric);
        is_whole.then_some(length)
    };
    let width = |letter: Option<char>| letter.map_or(0, char::len_utf8);
    let is_swapped = first.is_some() && (ahead.next(), first) == (letter, asked.next());
    let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let is_alike = letter.is_some() && is_letter(first) == is_letter(letter);
    ends(0, there)
        .or_else(|| is_alike.then(|| ends(width(first), &there[width(letter)..])).flatten())
        .or_else(|| is_letter(first).then(|| ends(width(first), there)).flatten())
        .or_else(|| letter.and_then(|_| ends(0, &there[width(letter)..])))
        .or_else(|| {
            let both = width(first) + width(letter);
            is_swapped.then(|| ends(both, &there[both..])).flatten()
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta};
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, typed: &str, expected: &[(&str, usize)]) {
        let mut builder = Builder::new();
        for paragraph in text.split('\n') {
            builder.add(BlockKind::Paragraph, paragraph);
        }
        let document = builder.finish(Meta::default());
        let mut nearby = Nearby::of(typed).expect("long enough");
        nearby.read(&document.chunks()[0]);
        let best = nearby.best(3);
        let best: Vec<_> = best.iter().map(|near| (near.words.as_str(), near.count)).collect();
        assert_eq!(best, expected);
    }

    #[test]
    fn one_letter_may_be_wrong() {
        let text = "Gabuev said so. Then Gabuev, and GABUEV’s friends, and Gab.";
        for typed in ["gabeuv", "gabuex", "gabue", "gabuevs", "xgabuev", "gbuev", "GaBuEv"] {
            check(text, typed, &[("Gabuev", 3)]);
        }
        check(text, "gabxxv", &[]);
    }

    #[test]
    fn several_words_are_compared_as_one() {
        check("a great\u{a0}power\nof Great Powers", "graet power", &[("great\u{a0}power", 1)]);
    }

    #[test]
    fn accents_do_not_count() {
        check("Natásha", "natascha", &[("Natásha", 1)]);
    }

    #[test]
    fn short_phrases_are_near_to_nothing() {
        assert!(Nearby::of("the").is_none());
    }

    proptest! {
        #[test]
        fn near_is_what_the_distance_says(word in "[abé]{1,6}", phrase in "[abé]{4,6}") {
            let is_near = near_length(&word, &phrase) == Some(word.len());
            prop_assert_eq!(is_near, strsim::osa_distance(&word, &phrase) <= 1);
        }
    }
}
