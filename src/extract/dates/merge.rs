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

/// For each of `n` mentions, the index of the first mention of its event, if that is another one.
pub fn merged<'a>(n: usize, mention: impl Fn(usize) -> Mention<'a>) -> Vec<Option<u32>> {
    let mut words = WordLists::default();
    let mut heads: HashMap<(When, bool), Vec<u32>> = HashMap::new();
    let mut found = Vec::with_capacity(n);
    for index in 0..n as u32 {
        let here = mention(index as usize);
        words.push(here.label);
        let heads = heads.entry((here.when, here.is_era)).or_default();
        let same = heads.iter().rev().take(N_COMPARED);
        let is_head = |head: &u32| {
            is_same(&mention(*head as usize), &here)
                || say_the_same(words.of(*head), words.of(index))
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

/// The words of each label that say something, each as a hash of its small letters; sorted.
#[derive(Default)]
struct WordLists {
    /// Those of all labels.
    words: Vec<u32>,
    /// Where those of each label end.
    ends: Vec<u32>,
}

impl WordLists {
    fn push(&mut self, label: &str) {
        let from = self.words.len();
        let words = label.split(|c: char| !c.is_alphanumeric());
        self.words.extend(words.filter(|word| word.len() > 3).map(hash));
        self.words[from..].sort_unstable();
        self.ends.push(self.words.len() as u32);
    }

    fn of(&self, label: u32) -> &[u32] {
        let from = label.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        &self.words[from as usize..self.ends[label as usize] as usize]
    }
}

/// Whether most words of the shorter label stand in the longer one.
fn say_the_same(one: &[u32], other: &[u32]) -> bool {
    let distinct = |words: &[u32]| words.chunk_by(|a, b| a == b).count();
    let n_words = distinct(one).min(distinct(other));
    let is_shared = |word: &&[u32]| other.binary_search(&word[0]).is_ok();
    let n_shared = one.chunk_by(|a, b| a == b).filter(is_shared).count();
    n_shared >= 2 && 3 * n_shared >= 2 * n_words
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
        assert_eq!(merged(mentions.len(), |index| mentions[index]), expected);
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
