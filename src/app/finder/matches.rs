//! The matches of a search, each with the words around it and the section it stands in.
//!
//! A match is known by its rank. The hits are found again where the list is looked at, some hundreds
//! at a time, so that a list of a million is as good as one of ten.

use super::{Entry, paragraph};
use crate::document::{BlockKind, CleanText, Document, TextRange};
use crate::search::{Hit, Hits, Query};
use std::cell::RefCell;
use std::sync::Arc;

/// So many are listed; of more, those around the place.
const MOST_LISTED: usize = 1_000_000;
/// At most so many are found and compared with what is typed at a time.
const AT_A_TIME: usize = 512;
/// So many are found for the rows of a screen.
const ON_SCREEN: usize = 64;
/// Bytes of the text before a match, and behind it.
const AROUND: (usize, usize) = (28, 160);

/// The matches.
#[derive(Debug)]
pub struct Matches {
    hits: Hits,
    /// The rank of the first one that is listed.
    first: usize,
    /// Hits that were found, from this rank on.
    found: RefCell<(usize, Vec<Hit>)>,
}

impl Matches {
    /// The matches around the one of this rank; all must be counted.
    pub fn of(hits: &Hits, here: usize) -> Self {
        let last_first = hits.total().saturating_sub(MOST_LISTED);
        let first = here.saturating_sub(MOST_LISTED / 2).min(last_first);
        Self { hits: hits.clone(), first, found: RefCell::default() }
    }

    /// None yet: they are still being counted.
    pub fn awaited(hits: &Hits) -> Self {
        Self::of(&hits.without_counts(), 0)
    }

    /// What is searched for.
    pub fn query(&self) -> &Arc<Query> {
        &self.hits.query
    }

    /// How many there are, with those that are not listed.
    pub fn total(&self) -> usize {
        self.hits.total()
    }

    /// How many are listed.
    pub fn len(&self) -> u32 {
        self.hits.total().min(MOST_LISTED) as u32
    }

    /// The entry of the match of a rank.
    pub fn index_of(&self, rank: usize) -> u32 {
        rank.saturating_sub(self.first).min(self.len().saturating_sub(1) as usize) as u32
    }

    /// How many entries are compared with what is typed at a time.
    pub fn at_a_time(&self) -> usize {
        self.hits.listed_at_once().min(AT_A_TIME)
    }

    /// The match of an entry.
    pub fn hit(&self, document: &Document, index: u32) -> Option<Hit> {
        let rank = self.first + index as usize;
        let mut found = self.found.borrow_mut();
        let is_found = rank.checked_sub(found.0).is_some_and(|at| at < found.1.len());
        if !is_found {
            // Who goes on from the last one goes through all of them.
            let is_next = rank > 0 && rank == found.0 + found.1.len();
            let n = if is_next { AT_A_TIME } else { ON_SCREEN };
            *found = (rank, self.hits.list(document, rank, n));
        }
        found.1.get(rank - found.0).copied()
    }

    /// The words around a match, and its section.
    pub fn text(&self, document: &Document, index: u32) -> String {
        self.hit(document, index).map_or_else(String::new, |hit| {
            format!("{}  {}", around(document, hit.range).0, section(document, hit.range))
        })
    }

    /// The row of a match.
    pub fn entry(&self, document: &Document, index: u32) -> Entry {
        let Some(hit) = self.hit(document, index) else { return Entry::default() };
        let (text, at) = around(document, hit.range);
        let text = CleanText::line(&text);
        let number =
            document.block_around(hit.range.start()).map_or(1, |block| paragraph(document, block));
        Entry {
            faint_from: text.as_str().len(),
            matched: std::iter::once(at..at + hit.range.len()).collect(),
            text,
            detail: CleanText::line(&section(document, hit.range)),
            number: Some(number),
            ..Entry::default()
        }
    }
}

/// The name of the section of a match, on one line; empty above the first one.
fn section(document: &Document, hit: TextRange) -> String {
    // The title tells nothing of where in the text it is.
    let heading = document.section_at(hit.start());
    let heading = heading.filter(|heading| heading.kind != BlockKind::Title);
    let heading = heading.map_or("", |heading| &document[heading.range]);
    heading.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words around a match on one line, and where in them it begins.
fn around(document: &Document, hit: TextRange) -> (String, usize) {
    let Some(block) = document.block_around(hit.start()).map(|block| block.range) else {
        return (String::new(), 0);
    };
    let text = &document[block];
    let (start, end) = (hit.start() - block.start(), hit.end() - block.start());
    let from = text.floor_char_boundary(start.saturating_sub(AROUND.0));
    // A word that is cut is left out.
    let blank = text[from..start].find(char::is_whitespace).filter(|_| from > 0);
    let from = from + blank.map_or(0, |at| at + 1);
    let to = text.floor_char_boundary((end + AROUND.1).min(text.len()));
    let blank = text[end..to].rfind(char::is_whitespace).filter(|_| to < text.len());
    let to = blank.map_or(to, |at| end + at);
    let [before, behind] = [from > 0, to < text.len()].map(|is_cut| if is_cut { "…" } else { "" });
    let line = text[from..to].replace(['\n', '\t'], " ");
    (format!("{before}{line}{behind}"), before.len() + start - from)
}
