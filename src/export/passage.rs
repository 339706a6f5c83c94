//! A stretch of the text, over one block or several.

use crate::document::{BlockKind, Document, TextRange};

/// A range, cut at the ends of blocks: its parts, in order, each inside one block.
pub fn parts(document: &Document, words: TextRange) -> Vec<TextRange> {
    let mut parts = Vec::new();
    let mut at = words.start();
    while let Some(block) = document.block_around(at).filter(|_| at < words.end()) {
        parts.extend(block.range.intersect(words));
        // One byte, the line end, stands between two blocks.
        at = at.max(block.range.end()) + 1;
    }
    parts
}

/// The words of a range, block by block, with a blank line between two of them; none between the
/// items of a list.
pub fn passage(document: &Document, words: TextRange) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    let mut is_after_item = false;
    for part in parts(document, words) {
        let block = document.block_around(part.start());
        let is_item = block.is_some_and(|block| matches!(block.kind, BlockKind::Item { .. }));
        if !out.is_empty() {
            out.push_str(if is_item && is_after_item { "\n" } else { "\n\n" });
        }
        out.push_str(&document[part]);
        is_after_item = is_item;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Meta};

    #[test]
    fn a_passage_over_blocks_has_blank_lines_between_them() {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, "He left.");
        builder.add(BlockKind::Item { hanging: 2 }, "- one");
        builder.add(BlockKind::Item { hanging: 2 }, "- two");
        builder.add(BlockKind::Paragraph, "She stayed.");
        let document = builder.finish(Meta::default());
        let words = TextRange::new(3, document.end() - 1);
        assert_eq!(passage(&document, words), "left.\n\n- one\n- two\n\nShe stayed");
    }
}
