//! Looking for passages in a document, a part at a time.

use super::Passage;
use super::search::Search;
use crate::document::{Document, TextRange, Unresolved};
use crate::record::words::Words;

/// So many passages are looked for in a chunk at once.
const LOOKED_AT_ONCE: usize = 16;

/// Where each of `passages` stands in `document`, in their order.
///
/// `is_unchanged` says that the document is as long as it was: then a passage without a place of
/// its own, in a text that repeats itself, is where it was too.
pub fn find(
    document: &Document,
    passages: &[&Passage],
    is_unchanged: bool,
) -> Vec<Result<TextRange, Unresolved>> {
    let mut finding = Finding::new(document, passages, is_unchanged);
    while !finding.is_done(document) {
        finding.go_on(document);
    }
    finding.finish()
}

/// Looks for passages in a document, a part at a time.
#[derive(Debug)]
pub struct Finding {
    found: Vec<Result<TextRange, Unresolved>>,
    /// Those that are not where they were, with their indices.
    searches: Vec<(usize, Search)>,
    /// The index of the chunk that is looked through, and its words.
    chunk: usize,
    words: Option<Words>,
    /// How many of the searches have looked through it.
    n_looked: usize,
}

impl Finding {
    /// Finds what is where it was, of `passages` as [`find`] has them.
    pub fn new(document: &Document, passages: &[&Passage], is_unchanged: bool) -> Self {
        let found: Vec<_> = passages
            .iter()
            .map(|passage| {
                let is_sure = is_unchanged || !passage.is_repeated();
                passage.unmoved(document).filter(|_| is_sure).ok_or(Unresolved::NotFound)
            })
            .collect();
        let missing = (0..found.len()).filter(|index| found[*index].is_err());
        let searches = missing.map(|index| (index, Search::new(passages[index]))).collect();
        Self { found, searches, chunk: 0, words: None, n_looked: 0 }
    }

    /// Whether the whole document was looked through, or nothing is looked for.
    pub fn is_done(&self, document: &Document) -> bool {
        self.searches.is_empty() || self.chunk >= document.chunks().len()
    }

    /// Looks for some of the passages in a chunk: some milliseconds.
    pub fn go_on(&mut self, document: &Document) {
        let Some(chunk) = document.chunks().get(self.chunk) else { return };
        let words = self.words.get_or_insert_with(|| Words::of(chunk.text()));
        let end = (self.n_looked + LOOKED_AT_ONCE).min(self.searches.len());
        for (_, search) in &mut self.searches[self.n_looked..end] {
            search.look(chunk, words);
        }
        self.n_looked = end;
        if end == self.searches.len() {
            (self.chunk, self.words, self.n_looked) = (self.chunk + 1, None, 0);
        }
    }

    /// Where the passages stand, as far as the document was looked through.
    pub fn finish(mut self) -> Vec<Result<TextRange, Unresolved>> {
        for (index, search) in self.searches {
            self.found[index] = search.finish();
        }
        self.found
    }

    /// Where those stand that are where they were.
    pub fn unmoved(&self) -> impl Iterator<Item = Option<TextRange>> {
        self.found.iter().map(|found| found.as_ref().ok().copied())
    }
}
