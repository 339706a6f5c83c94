//! Tells whether two texts are the same one, edited: by a sketch of their words.
//!
//! In: a document. Out: a few small numbers. A text is taken as the set of its runs of five words;
//! of their hashes the twelve smallest are kept. The share of them that two texts have in common
//! estimates how much of their runs they do (Broder, *On the resemblance and containment of
//! documents*, 1997). Only the beginning counts, so that the sketch of a long file is known with
//! its first page.

use super::words::Words;
use crate::document::Document;
use std::collections::BTreeSet;
use std::fmt;

/// Words in a run.
const RUN: usize = 5;
/// Hashes that are kept.
const KEPT: usize = 12;
/// Hexadecimal digits of a kept hash.
const DIGITS: usize = 6;

/// A sketch of a text; its display is a name for a file, from which it can be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sketch(BTreeSet<u32>);

/// How sure it is that two texts are the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They have hardly anything in common.
    Other,
    /// They have something in common, or are too short to tell: the same text only if it lies in
    /// the same place.
    Related,
    /// Half of it or more: the same text, unless that one still lies elsewhere. The number tells
    /// which of several is nearest.
    Half(usize),
    /// Five sixths or more, likewise: the same text.
    Same(usize),
}

impl Sketch {
    /// The bytes of text that count.
    pub const BYTES: usize = 64 << 10;

    /// The sketch of a document; `None` as long as not enough of it has come.
    pub fn of(document: &Document) -> Option<Self> {
        if !document.extent.is_whole() && document.end() < Self::BYTES {
            return None;
        }
        let text = document.chunks().first().map_or("", |chunk| chunk.text());
        let words = Words::of(&text[..text.floor_char_boundary(Self::BYTES)]);
        let n_runs = (words.len() + 1).saturating_sub(RUN).max(usize::from(words.len() > 0));
        let mut smallest = BTreeSet::new();
        for first in 0..n_runs {
            let last = (first + RUN).min(words.len());
            smallest.insert(hash((first..last).map(|index| words.word(index))));
            if smallest.len() > KEPT {
                smallest.pop_last();
            }
        }
        // The smallest hashes are alike in their high digits.
        let low = smallest.into_iter().map(|hash| hash as u32 & ((1 << (4 * DIGITS)) - 1));
        Some(Self(low.collect()))
    }

    /// Reads a sketch from its display.
    pub fn parse(name: &str) -> Option<Self> {
        let is_whole = name.len().is_multiple_of(DIGITS) && name.len() <= KEPT * DIGITS;
        if !is_whole || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let parts = (0..name.len()).step_by(DIGITS);
        let hashes = parts.map(|at| u32::from_str_radix(&name[at..at + DIGITS], 16));
        hashes.collect::<Result<_, _>>().ok().map(Self)
    }

    /// Whether there is nothing to tell the text by.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How alike two texts are.
    pub fn likeness(&self, other: &Self) -> Likeness {
        let shared = self.0.intersection(&other.0).count();
        let most = self.0.len().max(other.0.len());
        // In a text of few words one changes nearly all runs.
        let are_short = most < KEPT;
        if shared * 6 >= most * 5 {
            Likeness::Same(shared)
        } else if shared * 2 >= most {
            Likeness::Half(shared)
        } else if shared == 0 && !are_short {
            Likeness::Other
        } else {
            Likeness::Related
        }
    }
}

impl fmt::Display for Sketch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|hash| write!(f, "{hash:0DIGITS$x}"))
    }
}

/// FNV-1a, the same on every machine and in every version, and its bits mixed well, as SplitMix64
/// ends.
pub fn hash<'a>(words: impl Iterator<Item = &'a str>) -> u64 {
    let bytes = words.flat_map(|word| word.bytes().chain([b' ']));
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta};

    fn document(paragraphs: &[String]) -> Document {
        let mut builder = Builder::new();
        for paragraph in paragraphs {
            builder.add(BlockKind::Paragraph, paragraph);
        }
        builder.finish(Meta::default())
    }

    /// A text of 40 paragraphs in which no run of words stands twice.
    fn text(name: &str) -> Vec<String> {
        let sentence = |n: u32| format!("The {name} {n} saw the {name} ships of {n} {name} leave.");
        (0..40).map(|n| (0..4).map(|k| sentence(n * 4 + k)).collect::<String>()).collect()
    }

    fn sketch(paragraphs: &[String]) -> Sketch {
        Sketch::of(&document(paragraphs)).unwrap()
    }

    #[test]
    fn an_edited_text_is_the_same_and_another_is_not() {
        let before = text("spring");
        let mut after = before.clone();
        after.remove(7);
        after.insert(20, "A paragraph that was not there before, about the harbor.".to_owned());
        after[30] = after[30].to_uppercase();
        let likeness = sketch(&before).likeness(&sketch(&after));
        assert!(matches!(likeness, Likeness::Half(_) | Likeness::Same(_)));
        assert_eq!(sketch(&before).likeness(&sketch(&text("autumn"))), Likeness::Other);
    }

    #[test]
    fn it_does_not_matter_how_the_words_are_set() {
        let before = text("spring");
        let after: Vec<String> =
            before.iter().map(|paragraph| paragraph.replace(' ', " *\n")).collect();
        assert_eq!(sketch(&before), sketch(&after));
    }

    #[test]
    fn a_name_tells_the_sketch() {
        let sketch = sketch(&text("spring"));
        assert_eq!(sketch.0.len(), KEPT);
        assert_eq!(Sketch::parse(&sketch.to_string()), Some(sketch));
        assert_eq!(Sketch::parse("lock"), None);
    }

    #[test]
    fn the_shortest_texts_have_one_too() {
        assert!(!sketch(&["Hello".to_owned()]).is_empty());
        assert!(sketch(&["* * *".to_owned()]).is_empty());
    }
}
