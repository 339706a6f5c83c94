//! Phrase search over the logical text of a document.
//!
//! A phrase is found as printed: across soft wraps, whatever its quotes, dashes, blanks and
//! accents. Case counts once the phrase has a capital letter (smart case). Text is folded once for
//! each chunk; hits are ranges of the document, in order, none overlapping another.

mod fuzzy;

pub use fuzzy::{Fuzzy, Manner};

use crate::document::{Chunk, Document, Folded, TextRange, fold, fold_chunk};
use memchr::memmem;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// More hits than this are counted but not listed: the list takes 16 MB.
const LISTED_HITS: usize = 2_000_000;

/// A phrase to search for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    folded: String,
    /// The letters and digits as typed, if case counts.
    exact: Option<String>,
}

impl Query {
    /// The query for what was typed; `None` if it folds to nothing.
    pub fn new(typed: &str) -> Option<Self> {
        let folded = fold(typed).text().to_owned();
        if folded.trim().is_empty() {
            return None;
        }
        let exact = typed.chars().any(char::is_uppercase).then(|| letters(typed));
        Some(Self { folded, exact })
    }

    /// Whether `text` holds the phrase.
    pub fn is_in(&self, text: &str) -> bool {
        let folded = fold(text);
        self.find(&folded, text).next().is_some()
    }

    /// The hits in a chunk, as ranges of the document.
    fn in_chunk<'a>(
        &'a self,
        chunk: &'a Chunk,
        folded: &'a Folded,
    ) -> impl Iterator<Item = TextRange> + 'a {
        self.find(folded, chunk.text()).map(|range| range.shifted(chunk.base()))
    }

    /// The hits in folded text, as ranges of the original.
    fn find<'a>(
        &'a self,
        folded: &'a Folded,
        original: &'a str,
    ) -> impl Iterator<Item = TextRange> + 'a {
        let finder = memmem::Finder::new(&self.folded);
        let length = self.folded.len();
        let (mut at, mut last_end) = (0, 0);
        std::iter::from_fn(move || {
            loop {
                let start = at + finder.find(&folded.text().as_bytes()[at..])?;
                let range = folded.original(original, start, start + length);
                // Both letters of an unfolded “ß” lead to the same place.
                let is_new = range.start() >= last_end;
                if is_new && self.has_case_of(&original[range.start()..range.end()]) {
                    (at, last_end) = (start + length, range.end());
                    return Some(range);
                }
                // What is refused may overlap what is not: `Nana` in `naNana`.
                at = start + 1;
            }
        })
    }

    fn has_case_of(&self, words: &str) -> bool {
        self.exact.as_ref().is_none_or(|exact| letters(words) == *exact)
    }
}

/// The offset nearest to `at` at which `words` stand, letter for letter.
pub fn nearest(document: &Document, words: &str, at: usize) -> Option<usize> {
    let finder = memmem::Finder::new(words);
    let chunks = document.chunks();
    let here = chunks.partition_point(|chunk| chunk.base() <= at).saturating_sub(1);
    let mut best: Option<usize> = None;
    // From the chunk of the place outwards, while something nearer may stand there.
    for distance in 0..chunks.len() {
        let before = here.checked_sub(distance);
        let after = Some(here + distance).filter(|index| distance > 0 && *index < chunks.len());
        let is_near = |chunk: &&Arc<Chunk>| {
            let gap = chunk.base().saturating_sub(at).max(at.saturating_sub(chunk.end()));
            best.is_none_or(|best| best.abs_diff(at) > gap)
        };
        let near: Vec<_> =
            before.into_iter().chain(after).map(|index| &chunks[index]).filter(is_near).collect();
        if near.is_empty() && best.is_some() {
            break;
        }
        let found = near.into_iter().flat_map(|chunk| {
            finder.find_iter(chunk.text().as_bytes()).map(|found| chunk.base() + found)
        });
        best = found.chain(best).min_by_key(|found| found.abs_diff(at));
    }
    best
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hits {
    /// The hits, in the order of the text; at most 2,000,000.
    pub ranges: Vec<TextRange>,
    /// All of them, counted.
    pub total: usize,
}

impl Hits {
    /// The index of the first hit at or after `offset`; `None` past the last one.
    pub fn first_from(&self, offset: usize) -> Option<usize> {
        let index = self.ranges.partition_point(|range| range.start() < offset);
        (index < self.ranges.len()).then_some(index)
    }

    /// The index of the last hit before `offset`.
    pub fn last_before(&self, offset: usize) -> Option<usize> {
        self.ranges.partition_point(|range| range.start() < offset).checked_sub(1)
    }

    /// The hits that touch `range`, with their indices.
    pub fn touching(&self, range: TextRange) -> impl Iterator<Item = (usize, TextRange)> {
        let first = self.ranges.partition_point(|hit| hit.end() <= range.start());
        (first..)
            .zip(self.ranges[first..].iter().copied())
            .take_while(move |(_, hit)| hit.start() < range.end())
    }
}

/// A document, folded when it is first searched.
#[derive(Debug, Default)]
pub struct Index(Vec<Folded>);

impl Index {
    /// Forgets all but the first `n` chunks: those behind them may have changed.
    pub fn keep(&mut self, n: usize) {
        self.0.truncate(n);
    }

    /// All hits of `query` in `document`, which must be the same on every call.
    pub fn find(&mut self, document: &Document, query: &Query) -> Hits {
        let chunks = document.chunks();
        for chunk in &chunks[self.0.len().min(chunks.len())..] {
            self.0.push(fold_chunk(chunk));
        }
        let mut hits = Hits::default();
        for (chunk, folded) in chunks.iter().zip(&self.0) {
            for range in query.in_chunk(chunk, folded) {
                hits.total += 1;
                if hits.ranges.len() < LISTED_HITS {
                    hits.ranges.push(range);
                }
            }
        }
        hits
    }
}

/// Letters and digits without accents, in their case.
fn letters(text: &str) -> String {
    text.nfkd().filter(|character| character.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta};

    #[track_caller]
    fn check(text: &str, typed: &str, expected: &[&str]) {
        let mut builder = Builder::new();
        for paragraph in text.split('\n') {
            builder.add(BlockKind::Paragraph, paragraph);
        }
        let document = builder.finish(Meta::default());
        let hits = match Query::new(typed) {
            Some(query) => Index::default().find(&document, &query),
            None => Hits::default(),
        };
        let words: Vec<_> = hits.ranges.iter().map(|range| &document[*range]).collect();
        assert_eq!(words, expected);
        assert_eq!(hits.total, expected.len());
    }

    #[test]
    fn a_phrase_is_found_as_printed() {
        check(
            "a ‘great\u{a0}power’ and a great  power",
            "great power",
            &["great\u{a0}power", "great  power"],
        );
        check("the so‑called “truth”", "\"truth\"", &["“truth”"]);
    }

    #[test]
    fn a_capital_letter_makes_case_count() {
        check("Natásha and natasha", "natasha", &["Natásha", "natasha"]);
        check("Natásha and natasha", "Natasha", &["Natásha"]);
        check("Natásha and natasha", "NATASHA", &[]);
        check("naNana", "Nana", &["Nana"]);
    }

    #[test]
    fn an_accent_typed_is_only_a_letter() {
        check("resume and résumé", "résumé", &["resume", "résumé"]);
    }

    #[test]
    fn no_phrase_crosses_a_paragraph() {
        check("the end\nof it", "end of", &[]);
    }

    #[test]
    fn an_unfolded_letter_is_one_hit() {
        check("Straße", "s", &["S", "ß"]);
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        check("text", "  ", &[]);
        check("text", "\u{301}", &[]);
    }
}
