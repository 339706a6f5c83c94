//! The document as plain text, for pipes and files.

use crate::document::{BlockKind, Document};

/// The document as plain text: its blocks, unwrapped, a blank line between them.
///
/// The items of a list follow each other without one. Ends with a line end unless it is empty.
pub fn text(document: &Document) -> String {
    let mut out = String::with_capacity(document.end() + document.n_blocks() + 1);
    let mut in_list = false;
    for block in document.blocks() {
        let is_item = matches!(block.kind, BlockKind::Item { .. });
        let goes_on = in_list && is_item;
        if !goes_on && !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&document[block.range]);
        out.push('\n');
        in_list = is_item;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Meta};

    #[track_caller]
    fn check(blocks: &[(BlockKind, &str)], expected: &str) {
        let mut builder = Builder::new();
        for (kind, words) in blocks {
            builder.add(*kind, words);
        }
        assert_eq!(text(&builder.finish(Meta::default())), expected);
    }

    #[test]
    fn blank_lines_stand_between_blocks_and_not_between_items() {
        let item = BlockKind::Item { hanging: 2 };
        check(
            &[
                (BlockKind::Title, "Title"),
                (item, "- one"),
                (item, "- two"),
                (BlockKind::Paragraph, "A line\nof verse."),
            ],
            "Title\n\n- one\n- two\n\nA line\nof verse.\n",
        );
    }

    #[test]
    fn an_empty_document_is_empty() {
        check(&[], "");
    }
}
