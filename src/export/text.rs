//! The document as plain text, for pipes and files.

use crate::document::{BlockKind, Document};
use std::io::{self, Write};

/// Writes the document as plain text: its blocks, unwrapped, a blank line between them.
///
/// The items of a list follow each other without one. Ends with a line end unless it is empty.
pub fn write_text(document: &Document, out: &mut impl Write) -> io::Result<()> {
    let mut before = None;
    for chunk in document.chunks() {
        for block in chunk.blocks().iter() {
            let is_item = matches!(block.kind, BlockKind::Item { .. });
            if before.is_some_and(|was_item| !(was_item && is_item)) {
                out.write_all(b"\n")?;
            }
            out.write_all(chunk.slice(block.range).as_bytes())?;
            out.write_all(b"\n")?;
            before = Some(is_item);
        }
    }
    Ok(())
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
        let mut written = Vec::new();
        write_text(&builder.finish(Meta::default()), &mut written).unwrap();
        assert_eq!(String::from_utf8(written).unwrap(), expected);
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
