//! Footnotes that can be written as those of Markdown.

use crate::document::{BlockKind, Document, Mark, Span, raised_number};
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
    /// footnotes alike: so they are numbered when they are read again. Others stay what they are.
    pub fn of(document: &Document) -> Self {
        let mut places: Vec<(usize, &str, usize)> = Vec::new();
        let is_note = |span: &Span<'_>| matches!(span.mark, Mark::Note(_));
        let spans: Vec<Span<'_>> = document.spans().filter(is_note).collect();
        for span in &spans {
            let Mark::Note(target) = &span.mark else { continue };
            let block = document.target(target).and_then(|at| document.block_around(at));
            let Some(block) = block.filter(|block| block.kind == BlockKind::Footnote) else {
                continue;
            };
            let sign = document[block.range].split(' ').next();
            if sign == Some(&document[span.range]) {
                let start = block.range.start();
                places.extend([(span.range.start(), &**target, start), (start, target, start)]);
            }
        }
        places.sort_unstable();
        let mut notes = Self::default();
        for (_, target, start) in places {
            if notes.labels.contains_key(target) {
                continue;
            }
            let label = (notes.labels.len() + 1).to_string();
            let sign = raised_number(&label);
            let text = document.block_around(start).map_or("", |block| &document[block.range]);
            if text.split(' ').next() != Some(&sign) || notes.blocks.contains_key(&start) {
                return Self::default();
            }
            notes.labels.insert(target.to_owned(), label.clone());
            notes.blocks.insert(start, label);
        }
        notes
    }
}
