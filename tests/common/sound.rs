//! What holds for every document, however it was made; the fuzz targets use it too.

use dateline::document::Document;

/// Blocks follow each other, spans lie in them, and nothing in them commands a terminal.
///
/// # Panics
///
/// If that does not hold.
pub fn assert_sound(document: &Document) {
    let mut at = 0;
    for block in document.blocks() {
        assert_eq!(block.range.start(), at, "a gap before a block");
        at = block.range.end() + 1;
        assert!(!document[block.range].trim().is_empty(), "an empty block at {at}");
    }
    let is_clean = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    assert!(document.chunks().iter().all(|chunk| chunk.text().chars().all(is_clean)));
    for span in document.spans() {
        let block = document.block_around(span.range.start()).expect("a span lies in a block");
        assert!(block.range.covers(span.range) && !span.range.is_empty(), "{span:?}");
    }
}
