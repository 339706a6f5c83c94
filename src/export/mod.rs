//! Exports: the document and its layers in other forms.

use crate::document::{Document, Layers};

/// The whole document model as one JSON object.
pub fn json(document: &Document, layers: &Layers) -> String {
    let _ = (document, layers);
    String::new()
}

/// The document as plain text: its blocks, a blank line between them.
pub fn text(document: &Document) -> String {
    let _ = document;
    String::new()
}
