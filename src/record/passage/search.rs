//! The search for one passage: where its words stand, and how much around them agrees.

use super::{Passage, occurrences};
use crate::document::{Chunk, TextRange, Unresolved};
use crate::record::words::Words;

/// Words of a passage and of what agrees around it, at least: fewer stand in many places.
const LEAST_WORDS: usize = 9;
/// How alike words must be to those that are no longer there as they were.
const LIKENESS: f64 = 0.8;
/// Beginnings, or ends, of words that may be such are compared up to this many.
const MOST_CLOSE: usize = 8;

/// The words of a passage, to be compared.
#[derive(Debug)]
pub struct Wanted {
    exact: Words,
    prefix: Words,
    suffix: Words,
}

impl Wanted {
    pub fn of(passage: &Passage) -> Self {
        Self {
            exact: Words::of(&passage.exact),
            prefix: Words::of(&passage.prefix),
            suffix: Words::of(&passage.suffix),
        }
    }

    /// How many words agree, from the passage outwards: those of `before` that end before index
    /// `end`, and those of `after` from index `start` on.
    pub fn agreement(&self, before: &Words, end: usize, after: &Words, start: usize) -> usize {
        let mine = (0..self.prefix.len()).rev().map(|index| self.prefix.word(index));
        let theirs = (0..end).rev().map(|index| before.word(index));
        let n_before = mine.zip(theirs).take_while(|(mine, their)| mine == their).count();
        let mine = (0..self.suffix.len()).map(|index| self.suffix.word(index));
        let theirs = (start..after.len()).map(|index| after.word(index));
        n_before + mine.zip(theirs).take_while(|(mine, their)| mine == their).count()
    }

    fn n_around(&self) -> usize {
        self.prefix.len() + self.suffix.len()
    }
}

/// The search for one passage through the chunks of a document.
#[derive(Debug)]
pub struct Search {
    passage: Passage,
    wanted: Wanted,
    best: Option<(usize, TextRange)>,
    /// The agreement of the next best place.
    second: Option<usize>,
    /// Places between surroundings that both agree, with nearly the same words.
    pub close: Vec<TextRange>,
    /// There are more such places than are compared.
    pub is_crowded: bool,
}

impl Search {
    pub fn new(passage: &Passage) -> Self {
        let (wanted, passage) = (Wanted::of(passage), passage.clone());
        Self { passage, wanted, best: None, second: None, close: Vec::new(), is_crowded: false }
    }

    pub fn look(&mut self, chunk: &Chunk, words: &Words) {
        let (text, n_words) = (&self.wanted.exact.text, self.wanted.exact.len());
        if n_words == 0 {
            return;
        }
        for first in occurrences(words, text) {
            let end = first + n_words;
            let agreement = self.wanted.agreement(words, first, words, end);
            let range = self.range(chunk, words, first, end);
            match self.best {
                Some((most, _)) if agreement <= most => {
                    self.second = self.second.max(Some(agreement));
                }
                _ => {
                    self.second = self.second.max(self.best.map(|(most, _)| most));
                    self.best = Some((agreement, range));
                }
            }
        }
        self.look_close(chunk, words);
    }

    /// Words that were changed themselves: their first and last ones stand where they did in their
    /// paragraph, and what is between is nearly the same.
    pub fn look_close(&mut self, chunk: &Chunk, words: &Words) {
        const AROUND: usize = 4;
        const EDGE: usize = 3;
        const LONGEST: usize = 4000;
        let exact = &self.wanted.exact;
        let n_exact = exact.len();
        if self.passage.has_double || n_exact < EDGE || exact.text.len() > LONGEST {
            return;
        }
        let before = Words::of(self.passage.prefix.rsplit('\n').next().unwrap_or_default());
        let after = Words::of(self.passage.suffix.split('\n').next().unwrap_or_default());
        let (n_before, n_after) = (before.len().min(AROUND), after.len().min(AROUND));
        let head = before.run(before.len() - n_before, before.len()) + &exact.run(0, EDGE);
        let tail = exact.run(n_exact - EDGE, n_exact) + &after.run(0, n_after);
        let (head, tail) = (head + " ", tail + " ");
        // Where fewer words stand around it, the paragraph begins or ends there.
        let begins = |first: usize| n_before == AROUND || words.is_cut_before(chunk.text(), first);
        let ends = |end: usize| n_after == AROUND || words.is_cut_before(chunk.text(), end);
        let lasts = occurrences(words, &tail).map(|last| last + EDGE);
        let lasts: Vec<usize> =
            lasts.filter(|end| ends(end + n_after)).take(MOST_CLOSE + 1).collect();
        let firsts = occurrences(words, &head).filter(|first| begins(*first));
        let firsts: Vec<usize> =
            firsts.map(|first| first + n_before).take(MOST_CLOSE + 1).collect();
        // In a text that says the same over and over, nothing can be told by nearly the same words.
        self.is_crowded |= firsts.len().max(lasts.len()) > MOST_CLOSE;
        if self.is_crowded {
            return;
        }
        let lengths = n_exact * 2 / 3..=n_exact * 3 / 2;
        for first in firsts {
            for end in lasts.iter().filter(|end| lengths.contains(&end.saturating_sub(first))) {
                let theirs = words.run(first, *end);
                let mine = exact.text.trim_end();
                if strsim::normalized_levenshtein(mine, &theirs) >= LIKENESS {
                    self.close.push(self.range(chunk, words, first, *end));
                }
            }
        }
    }

    /// The words from index `first` up to `end`, with the signs that the passage has around them.
    fn range(&self, chunk: &Chunk, words: &Words, first: usize, end: usize) -> TextRange {
        let text = chunk.text();
        let (from, to) = (words.list[first].start as usize, words.list[end - 1].end as usize);
        let mine = &self.passage.exact;
        let list = &self.wanted.exact.list;
        let (head, tail) = (list[0].start as usize, list[list.len() - 1].end as usize);
        let from = if text[..from].ends_with(&mine[..head]) { from - head } else { from };
        let to = if text[to..].starts_with(&mine[tail..]) { to + mine.len() - tail } else { to };
        TextRange::new(chunk.base() + from, chunk.base() + to)
    }

    pub fn finish(self) -> Result<TextRange, Unresolved> {
        let Some((agreement, range)) = self.best else {
            return match self.close[..] {
                [range] if !self.is_crowded => Ok(range),
                [] => Err(Unresolved::NotFound),
                _ => Err(Unresolved::Ambiguous),
            };
        };
        let is_whole = agreement == self.wanted.n_around();
        let has_enough = is_whole || self.wanted.exact.len() + agreement >= LEAST_WORDS;
        let is_nearest = self.second.is_none_or(|second| agreement > second)
            && self.passage.rival.is_none_or(|rival| agreement > rival as usize);
        match (has_enough, is_nearest) {
            (true, true) => Ok(range),
            (false, _) if self.second.is_none() => Err(Unresolved::NotFound),
            _ => Err(Unresolved::Ambiguous),
        }
    }
}
