//! Places that links in the text lead to, with names that stand in a tag and in an address as they are.

use super::notes::Notes;
use crate::document::{Document, HeadingNames, Mark};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The places that are led to.
#[derive(Debug, Default)]
pub struct Places {
    /// The names of places, by the starts of the blocks in which they lie. Those that headings have by
    /// their words are none of them.
    pub by_start: BTreeMap<usize, Vec<String>>,
    /// The names, by those in the document.
    names: HashMap<String, String>,
}

impl Places {
    /// The places to which links lead, and references to notes that are not written as such.
    pub fn of(document: &Document, notes: &Notes) -> Self {
        let mut places = Self::default();
        let is_written = |name: &str| {
            let block = document.target(name).and_then(|at| document.block_around(at));
            block.is_some_and(|block| notes.blocks.contains_key(&block.range.start()))
        };
        let mut targets: Vec<String> = Vec::new();
        for span in document.spans() {
            match &span.mark {
                Mark::Link(target) => targets.extend(target.strip_prefix('#').map(str::to_owned)),
                Mark::Note(name) if !is_written(name) => {
                    targets.push(name.clone().into_owned());
                }
                _ => {}
            }
        }
        if targets.is_empty() {
            return places;
        }
        let headings = of_headings(document);
        let mut taken: BTreeSet<String> = BTreeSet::new();
        for target in targets {
            let Some(at) = document.target(&target).filter(|_| !places.names.contains_key(&target))
            else {
                continue;
            };
            let Some(block) = document.block_around(at) else { continue };
            let start = block.range.start();
            if headings.get(&target) == Some(&start) {
                continue;
            }
            let mut name = plain(&target);
            while headings.contains_key(&name) || !taken.insert(name.clone()) {
                name.push('-');
            }
            places.by_start.entry(start).or_default().push(name.clone());
            places.names.insert(target, name);
        }
        places
    }

    /// The name of the place of a note to which a link is written.
    pub fn of_note(&self, target: &str) -> Option<&str> {
        self.names.get(target).map(String::as_str)
    }

    /// The name of a place as it is written.
    pub fn name<'a>(&'a self, target: &'a str) -> &'a str {
        self.names.get(target).map_or(target, String::as_str)
    }
}

/// The names that headings have by their words, and where these begin.
fn of_headings(document: &Document) -> HashMap<String, usize> {
    let mut names = HeadingNames::default();
    let headings = document.chunks().iter().flat_map(|chunk| chunk.sections());
    let named = headings
        .filter_map(|block| Some((names.next(&document[block.range])?, block.range.start())));
    named.collect()
}

/// A name without what means something in a tag or an address.
fn plain(name: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    name.chars().map(|c| if is_plain(c) { c } else { '-' }).collect()
}
