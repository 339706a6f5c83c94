//! Merging: which dates are one more mention of an event that was told before.
//!
//! The same date alone is not enough: much happens in a year. It is the same event in the same
//! sentence, or where both labels say the same in the main.

use crate::document::{Precision, TextRange, When};
use std::collections::HashMap;

/// How many events of one date are compared with a further mention.
const N_COMPARED: usize = 8;

/// What is known of a mention.
#[derive(Debug, Clone, Copy)]
pub struct Mention<'a> {
    /// When.
    pub when: When,
    /// Its sentence.
    pub sentence: TextRange,
    /// What happened.
    pub label: &'a str,
    /// Whether it names an era, which is one however often it is named.
    pub is_era: bool,
    /// Whether it only names the date of something.
    pub is_bare: bool,
}

/// For each mention, the index of the first mention of its event, if that is another one.
pub fn merged(mentions: &[Mention<'_>]) -> Vec<Option<u32>> {
    let words: Vec<Words> = mentions.iter().map(|mention| Words::of(mention.label)).collect();
    let mut heads: HashMap<(When, bool), Vec<u32>> = HashMap::new();
    let mut found = Vec::with_capacity(mentions.len());
    for (mention, index) in mentions.iter().zip(0..) {
        let heads = heads.entry((mention.when, mention.is_era)).or_default();
        let same = heads.iter().rev().take(N_COMPARED);
        let is_head = |head: &u32| {
            is_same(&mentions[*head as usize], mention)
                || words[*head as usize].say_the_same(&words[index as usize])
        };
        let head = same.copied().find(is_head);
        if head.is_none() {
            heads.push(index);
        }
        found.push(head);
    }
    found
}

fn is_same(head: &Mention<'_>, mention: &Mention<'_>) -> bool {
    let is_near = mention.sentence.start().abs_diff(head.sentence.end()) < 400;
    mention.is_era
        || head.sentence == mention.sentence
        || (mention.is_bare && is_near && mention.when.precision <= Precision::Season)
}

/// The words of a label that say something, each as a hash of its small letters; sorted.
struct Words(Vec<u32>);

impl Words {
    fn of(label: &str) -> Self {
        let mut words: Vec<u32> = label
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() > 3)
            .map(hash)
            .collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }

    /// Whether most words of the shorter label stand in the longer one.
    fn say_the_same(&self, other: &Self) -> bool {
        let n_words = self.0.len().min(other.0.len());
        let n_shared = self.0.iter().filter(|word| other.0.binary_search(word).is_ok()).count();
        n_shared >= 2 && 3 * n_shared >= 2 * n_words
    }
}

/// FNV-1a, of which a hit by chance among the few words that are compared does no harm.
fn hash(word: &str) -> u32 {
    word.chars()
        .flat_map(char::to_lowercase)
        .fold(0x811C_9DC5, |hash, letter| (hash ^ letter as u32).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mention(year: i16, at: usize, label: &'static str) -> Mention<'static> {
        Mention {
            when: When::year(year).unwrap(),
            sentence: TextRange::new(at, at + 50),
            label,
            is_era: false,
            is_bare: false,
        }
    }

    #[track_caller]
    fn check(mentions: &[Mention<'_>], expected: &[Option<u32>]) {
        assert_eq!(merged(mentions), expected);
    }

    #[test]
    fn one_date_in_one_sentence_is_one_event() {
        check(
            &[mention(1931, 0, "The bridge opened"), mention(1931, 0, "Ships sank")],
            &[None, Some(0)],
        );
    }

    #[test]
    fn the_same_said_again_is_one_event() {
        let again = mention(1931, 900, "The great bridge opened at last");
        check(&[mention(1931, 0, "The bridge opened"), again], &[None, Some(0)]);
    }

    #[test]
    fn another_thing_in_the_same_year_is_another_event() {
        let other = mention(1931, 900, "The harbor closed");
        check(&[mention(1931, 0, "The bridge opened"), other], &[None, None]);
        check(
            &[mention(1931, 0, "The bridge opened"), mention(1932, 0, "The bridge opened")],
            &[None, None],
        );
    }

    #[test]
    fn an_era_is_one_however_often_it_is_named() {
        let era = |at| Mention { is_era: true, ..mention(1950, at, "Cold War") };
        check(&[era(0), era(900), era(9000)], &[None, Some(0), Some(0)]);
    }
}
