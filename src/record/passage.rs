//! Passages: words of a document, found again in it after it was edited or imported anew.
//!
//! In: a range of a document. Out: a [`Passage`], a W3C text quote selector with a position as a
//! hint, and later the range of the same words. Words are compared, and what stands between them is
//! not. A passage is found where more words of its surroundings agree than anywhere else, and more
//! than agreed with any other place when it was made; what is not that sure is not found, since a
//! note on other words is worse than one without a place.

mod finding;
mod search;

pub use finding::{Finding, find};

use super::words::{Words, is_in_word};
use crate::document::{Document, TextRange};
use memchr::memmem;
use search::{Search, Wanted};
use serde::{Deserialize, Serialize};

/// Words that are kept before and after a passage.
const CONTEXT: usize = 8;
/// The surroundings are looked for in this many bytes.
const CONTEXT_BYTES: usize = 1 << 10;
/// Other places with the same words are looked at up to this many.
const MOST_RIVALS: usize = 2000;
/// A passage of a mark has this many words.
const PLACE_WORDS: usize = 8;

/// Words of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Passage {
    /// The words themselves.
    pub exact: String,
    /// What stands right before them.
    #[serde(default)]
    pub prefix: String,
    /// What stands right after them.
    #[serde(default)]
    pub suffix: String,
    /// Where they began, in bytes of the document.
    #[serde(default)]
    pub start: u32,
    /// How many words around another place with the same words agreed with those around this one,
    /// at most; `None` if there was no other place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rival: Option<u32>,
    /// Other words near it are nearly the same between the same surroundings, so that only the
    /// exact ones count.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_double: bool,
}

impl Passage {
    /// The words of `range`; `None` if it holds none. What reaches into a further chunk is left
    /// out.
    pub fn of(document: &Document, range: TextRange) -> Option<Self> {
        let chunk = document.chunk_at(range.start())?;
        let text = chunk.text();
        let from = range.start().checked_sub(chunk.base())?;
        let exact = text.get(from..(range.end() - chunk.base()).min(text.len()))?;
        let start = from + (exact.len() - exact.trim_start().len());
        let exact = exact.trim();
        if Words::of(exact).len() == 0 {
            return None;
        }
        let end = start + exact.len();
        let mut passage = Self {
            exact: exact.to_owned(),
            prefix: last_words(&text[..start]).to_owned(),
            suffix: first_words(&text[end..], CONTEXT).to_owned(),
            start: (chunk.base() + start) as u32,
            ..Self::default()
        };
        passage.rival = passage.find_rival(document);
        if passage.rival.is_some() {
            // Whole paragraphs are moved: what tells one place from another is in its own.
            passage.prefix = passage.prefix.rsplit('\n').next().unwrap_or_default().to_owned();
            passage.suffix = passage.suffix.split('\n').next().unwrap_or_default().to_owned();
            passage.rival = passage.find_rival(document);
        }
        let mut search = Search::new(&passage);
        search.look_close(chunk, &Words::of(text));
        let has_double = search.close.len() > 1 || search.is_crowded;
        Some(Self { has_double, ..passage })
    }

    /// The first words at `offset`, from the word that it lies in; before the end of the text, the
    /// last ones.
    pub fn at(document: &Document, offset: usize) -> Option<Self> {
        let chunk = document.chunk_at(offset)?;
        let text = chunk.text();
        let from = word_start(text, text.floor_char_boundary(offset.saturating_sub(chunk.base())));
        let words = first_words(&text[from..], PLACE_WORDS);
        let range = if Words::of(words).len() > 0 {
            from..from + words.len()
        } else {
            let words = last_words(text[..from].trim_end());
            let end = text[..from].trim_end().len();
            end - words.len()..end
        };
        Self::of(document, TextRange::new(chunk.base() + range.start, chunk.base() + range.end))
    }

    /// The passage where it was, if all of its surroundings stand there as they did.
    pub fn unmoved(&self, document: &Document) -> Option<TextRange> {
        let start = self.start as usize;
        let chunk = document.chunk_at(start)?;
        let text = chunk.text();
        let from = start.checked_sub(chunk.base())?;
        let rest = text.get(from..)?.strip_prefix(self.exact.as_str())?;
        let is_there = text[..from].ends_with(&self.prefix) && rest.starts_with(&self.suffix);
        is_there.then(|| TextRange::new(start, start + self.exact.len()))
    }

    /// Whether another place had the same words and the same surroundings.
    fn is_repeated(&self) -> bool {
        let n_words = Words::of(&self.prefix).len() + Words::of(&self.suffix).len();
        self.rival.is_some_and(|rival| rival as usize >= n_words)
    }

    /// How many words agree around another place with the same words, at most.
    fn find_rival(&self, document: &Document) -> Option<u32> {
        let wanted = Wanted::of(self);
        let finder = memmem::Finder::new(&self.exact);
        let places = document
            .chunks()
            .iter()
            .flat_map(|chunk| finder.find_iter(chunk.text().as_bytes()).map(move |at| (chunk, at)));
        let others = places.filter(|(chunk, at)| chunk.base() + at != self.start as usize);
        let agreement = others.take(MOST_RIVALS).map(|(chunk, at)| {
            let (text, end) = (chunk.text(), at + self.exact.len());
            let before = Words::of(last_words(&text[..at]));
            let after = Words::of(first_words(&text[end..], CONTEXT));
            wanted.agreement(&before, before.len(), &after, 0) as u32
        });
        agreement.max()
    }
}

/// The indices of the words at which folded words stand, which begin and end with a blank.
fn occurrences(words: &Words, folded: &str) -> impl Iterator<Item = usize> {
    let finder = memmem::Finder::new(folded.as_bytes()).into_owned();
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + finder.find(&words.text.as_bytes()[from..])?;
        // The blank at the end is the one before the next word.
        from = at + 1;
        Some(words.index_at(at + 1))
    })
}

/// Where the word begins that `at` lies in; `at`, if it lies in none.
fn word_start(text: &str, at: usize) -> usize {
    if !text[at..].starts_with(is_in_word) {
        return at;
    }
    let near = &text[text.ceil_char_boundary(at.saturating_sub(CONTEXT_BYTES))..at];
    at - (near.len() - near.trim_end_matches(is_in_word).len())
}

/// The end of `text` that holds as many words as surroundings have.
fn last_words(text: &str) -> &str {
    let near = &text[text.ceil_char_boundary(text.len().saturating_sub(CONTEXT_BYTES))..];
    let words = Words::of(near);
    let first = words.len().saturating_sub(CONTEXT);
    words.list.get(first).map_or("", |word| &near[word.start as usize..])
}

/// The beginning of `text` that holds so many words.
fn first_words(text: &str, n_words: usize) -> &str {
    let near = &text[..text.floor_char_boundary(CONTEXT_BYTES)];
    let words = Words::of(near);
    let last = n_words.min(words.len()).checked_sub(1);
    last.map_or("", |last| &near[..words.list[last].end as usize])
}

#[cfg(test)]
mod tests;
