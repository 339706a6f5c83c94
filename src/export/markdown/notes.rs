//! Footnotes that can be written as those of Markdown.

use crate::document::{Block, BlockKind, Document, Mark, Span, is_raised, raised_number};
use std::collections::BTreeMap;

/// The footnotes that can be written as such.
#[derive(Debug, Default)]
pub struct Notes {
    /// Their labels, by their targets.
    pub labels: BTreeMap<String, String>,
    /// Their labels, by the starts of their first blocks.
    pub blocks: BTreeMap<usize, String>,
}

impl Notes {
    /// The footnotes that are numbered from 1 on in the order in which they come, references and
    /// footnotes alike: so they are numbered when they are read again. From the first on that is
    /// not, and with signs that are no numbers, they stay what they are, and links lead to them.
    pub fn of(document: &Document) -> Self {
        let mut notes = Self::default();
        let mut places: Vec<(usize, Option<&str>, usize)> = Vec::new();
        let is_note = |span: &Span<'_>| matches!(span.mark, Mark::Note(_));
        let spans: Vec<Span<'_>> = document.spans().filter(is_note).collect();
        for span in &spans {
            let Mark::Note(target) = &span.mark else { continue };
            let block = document.target(target).and_then(|at| document.block_around(at));
            let Some(block) = block.filter(|block| block.kind == BlockKind::Footnote) else {
                continue;
            };
            if sign(document, &block) == Some(&document[span.range]) {
                places.push((span.range.start(), Some(target), block.range.start()));
            }
        }
        let footnotes = document.blocks().filter(|block| block.kind == BlockKind::Footnote);
        let footnotes = footnotes.filter(|block| sign(document, block).is_some());
        places.extend(footnotes.map(|block| (block.range.start(), None, block.range.start())));
        places.sort_unstable();
        for (_, target, start) in places {
            let next = (notes.blocks.len() + 1).to_string();
            let is_next = document
                .block_around(start)
                .is_some_and(|block| sign(document, &block) == Some(&raised_number(&next)));
            if !notes.blocks.contains_key(&start) && !is_next {
                break;
            }
            let label = notes.blocks.entry(start).or_insert(next).clone();
            target.map(|target| notes.labels.insert(target.to_owned(), label));
        }
        notes
    }
}

/// The raised number that a footnote begins with.
fn sign<'a>(document: &'a Document, block: &Block) -> Option<&'a str> {
    let sign = document[block.range].split(' ').next()?;
    (!block.goes_on && !sign.is_empty() && sign.chars().all(is_raised)).then_some(sign)
}
