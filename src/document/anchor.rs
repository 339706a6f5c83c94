//! Anchors: passages found again by their words.
//!
//! A [`Selector`] is a W3C text quote selector: the exact words, and optionally what stands right
//! before and after them. An [`Anchor`] is a list of selectors of which the first that resolves
//! counts. Words are compared folded, as search compares them.

use super::{Document, Folded, TextRange, fold, fold_chunk};
use memchr::memmem;

/// How alike a passage must be to words that are no longer there as given.
const LIKENESS: f64 = 0.8;

/// Longer words are not looked for in other forms: comparing them takes the square of their length.
const LONGEST_CLOSE: usize = 2000;

/// A text quote selector.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selector {
    /// The words themselves.
    pub exact: String,
    /// Words right before them; empty if any will do.
    pub prefix: String,
    /// Words right after them; empty if any will do.
    pub suffix: String,
}

/// A passage that survives edits around it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Anchor(pub Vec<Selector>);

/// Why an anchor leads nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unresolved {
    /// The words are not in the document.
    NotFound,
    /// They are there more than once, and the context does not tell which is meant.
    Ambiguous,
}

impl Unresolved {
    /// The name of the reason in the JSON export.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Ambiguous => "ambiguous",
        }
    }
}

/// A document folded once, for resolving many anchors.
#[derive(Debug)]
pub struct Anchorage<'a> {
    document: &'a Document,
    folded: Vec<Folded>,
}

/// A match in folded text: the chunk, and the folded bytes.
#[derive(Debug, Clone, Copy)]
struct Match {
    chunk: usize,
    start: usize,
    end: usize,
}

impl<'a> Anchorage<'a> {
    /// Folds `document`.
    pub fn new(document: &'a Document) -> Self {
        let folded = document.chunks().iter().map(|chunk| fold_chunk(chunk)).collect();
        Self { document, folded }
    }

    /// The passage that `anchor` means; never a guess.
    pub fn resolve(&self, anchor: &Anchor) -> Result<TextRange, Unresolved> {
        let mut reason = Unresolved::NotFound;
        for selector in &anchor.0 {
            match self.select(selector) {
                Ok(range) => return Ok(range),
                Err(Unresolved::Ambiguous) => reason = Unresolved::Ambiguous,
                Err(Unresolved::NotFound) => {}
            }
        }
        Err(reason)
    }

    fn select(&self, selector: &Selector) -> Result<TextRange, Unresolved> {
        let exact = folded_words(&selector.exact);
        if exact.is_empty() {
            return Err(Unresolved::NotFound);
        }
        let prefix = folded_words(&selector.prefix);
        let suffix = folded_words(&selector.suffix);
        let matches = self.occurrences(&exact);
        let in_context: Vec<Match> = matches
            .iter()
            .copied()
            .filter(|found| {
                let text = self.folded[found.chunk].text();
                stands_before(text[..found.start].trim_end_matches(' '), &prefix)
                    && stands_after(text[found.end..].trim_start_matches(' '), &suffix)
            })
            .collect();
        match (&in_context[..], &matches[..]) {
            ([found], _) | ([], [found]) => Ok(self.original(*found)),
            ([], []) => self.close_match(&exact, &prefix, &suffix),
            _ => Err(Unresolved::Ambiguous),
        }
    }

    /// Whole-word occurrences of folded words.
    fn occurrences(&self, words: &str) -> Vec<Match> {
        let finder = memmem::Finder::new(words);
        let mut found = Vec::new();
        for (chunk, folded) in self.folded.iter().enumerate() {
            let text = folded.text();
            for start in finder.find_iter(text.as_bytes()) {
                let end = start + words.len();
                if is_word_end(text, start) && is_word_end(text, end) {
                    found.push(Match { chunk, start, end });
                }
            }
        }
        found
    }

    /// A passage between the same prefix and suffix that is nearly the same.
    fn close_match(
        &self,
        exact: &str,
        prefix: &str,
        suffix: &str,
    ) -> Result<TextRange, Unresolved> {
        if prefix.is_empty() || suffix.is_empty() || exact.len() > LONGEST_CLOSE {
            return Err(Unresolved::NotFound);
        }
        let mut close = Vec::new();
        for before in self.occurrences(prefix) {
            let text = self.folded[before.chunk].text();
            let start = before.end + blanks(&text[before.end..]);
            let longest = exact.len() + exact.len() / 2 + 8;
            let window = &text[start..text.floor_char_boundary(start + longest + suffix.len())];
            for at in memmem::find_iter(window.as_bytes(), suffix) {
                let words = window[..at].trim_end_matches(' ');
                if !words.contains('\n') && strsim::normalized_levenshtein(words, exact) >= LIKENESS
                {
                    close.push(Match { chunk: before.chunk, start, end: start + words.len() });
                }
            }
        }
        match close[..] {
            [found] => Ok(self.original(found)),
            [] => Err(Unresolved::NotFound),
            _ => Err(Unresolved::Ambiguous),
        }
    }

    fn original(&self, found: Match) -> TextRange {
        let chunk = &self.document.chunks()[found.chunk];
        self.folded[found.chunk]
            .original(chunk.text(), found.start, found.end)
            .shifted(chunk.base())
    }
}

fn folded_words(words: &str) -> String {
    fold(words).text().trim().to_owned()
}

/// Whether no letter or digit stands on both sides of `at`.
fn is_word_end(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let after = text[at..].chars().next().is_some_and(char::is_alphanumeric);
    !(before && after)
}

/// Whether `text` ends in `prefix`, as whole words.
fn stands_before(text: &str, prefix: &str) -> bool {
    text.strip_suffix(prefix).is_some_and(|rest| is_word_end(text, rest.len()))
}

/// Whether `text` begins with `suffix`, as whole words.
fn stands_after(text: &str, suffix: &str) -> bool {
    text.starts_with(suffix) && is_word_end(text, suffix.len())
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(' ').len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta};

    fn document(text: &str) -> Document {
        let mut builder = Builder::new();
        for paragraph in text.split('\n') {
            builder.add(BlockKind::Paragraph, paragraph);
        }
        builder.finish(Meta::default())
    }

    #[track_caller]
    fn check(
        text: &str,
        selector: (&str, &str, &str),
        expected: Result<(usize, &str), Unresolved>,
    ) {
        let document = document(text);
        let (exact, prefix, suffix) = selector;
        let selector = Selector {
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
        };
        let found = Anchorage::new(&document).resolve(&Anchor(vec![selector]));
        assert_eq!(found.map(|range| (range.start(), &document[range])), expected);
    }

    #[test]
    fn unique_words_need_no_context() {
        check("In December 1949 he went.", ("december 1949", "", ""), Ok((3, "December 1949")));
    }

    #[test]
    fn context_chooses_among_several() {
        let text = "In May he came.\nIn May he left.";
        check(text, ("May", "", "he left"), Ok((19, "May")));
        check(text, ("May", "", ""), Err(Unresolved::Ambiguous));
        check(text, ("May", "", "he"), Err(Unresolved::Ambiguous));
    }

    #[test]
    fn context_is_whole_words() {
        let text = "In he said: May.\nIn she said: May.";
        check(text, ("May", "he said:", ""), Ok((12, "May")));
    }

    #[test]
    fn quotes_and_dashes_need_not_be_typed_as_printed() {
        check(
            "the “unequal—treaties” of",
            ("\"unequal-treaties\"", "", ""),
            Ok((4, "“unequal—treaties”")),
        );
    }

    #[test]
    fn part_of_a_word_is_no_match() {
        check("in 19490 and 1949", ("1949", "", ""), Ok((13, "1949")));
    }

    #[test]
    fn a_close_match_needs_both_sides() {
        let text = "He said that the great fleets had sailed in the spring of the year.";
        let exact = "the great fleet had sailed";
        check(text, (exact, "said that", "in the spring"), Ok((13, "the great fleets had sailed")));
        check(text, (exact, "said that", ""), Err(Unresolved::NotFound));
        check(
            text,
            ("a wholly other thing here", "said that", "in the spring"),
            Err(Unresolved::NotFound),
        );
    }

    #[test]
    fn words_do_not_run_on_into_the_next_paragraph() {
        check("the end\nof it", ("end of", "", ""), Err(Unresolved::NotFound));
    }
}
