//! What every target does with the bytes of a file.

use dateline::document::{Document, Findings, Layers};
use dateline::export;
use dateline::extract;
use dateline::import::{Arriving, Format, Options, import_with};
use dateline::layout::wrap;

#[path = "../../common/sound.rs"]
mod sound;

/// Opens `bytes` whole and in pieces, looks them through, sets them and writes them out.
pub fn open(bytes: &[u8], format: Format) {
    let options = Options { format: Some(format), ..Options::default() };
    let Ok(imported) = import_with(bytes, options) else { return };
    let document = imported.document;
    sound::assert_sound(&document);
    let in_pieces = in_pieces(bytes, options);
    assert_eq!(blocks(&in_pieces), blocks(&document), "in pieces it is another text");
    let layers = Layers::merge(extract::extract(&document), Findings::default());
    for event in &layers.events {
        assert!(!document[event.mention].is_empty());
    }
    export::json(&document, &layers);
    for block in document.blocks() {
        wrap(&document, &block, 20);
    }
    let written = export::markdown(&document);
    let options = Options { format: Some(Format::Markdown), ..Options::default() };
    if let Ok(again) = import_with(written.as_bytes(), options) {
        sound::assert_sound(&again.document);
    }
}

fn in_pieces(bytes: &[u8], options: Options<'_>) -> Document {
    let mut arriving = Arriving::new(options);
    for piece in bytes.chunks(bytes.len() / 3 + 1) {
        arriving.take(piece).expect("it opened whole");
        if let Ok(Some(document)) = arriving.so_far() {
            sound::assert_sound(&document);
        }
    }
    if let Some(mut again) = arriving.again() {
        again.take(bytes).expect("it opened whole");
        return again.finish().expect("it opened whole").document;
    }
    arriving.finish().expect("it opened whole").document
}

fn blocks(document: &Document) -> Vec<(&'static str, &str)> {
    document.blocks().map(|block| (block.kind.name(), &document[block.range])).collect()
}
