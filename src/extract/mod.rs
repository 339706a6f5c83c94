//! Extraction: dated events and attributed quotations found in the prose, by rules.

use crate::document::{Document, Findings, When};

/// The events, quotations and speakers of a document.
///
/// `written` is when it was written.
pub fn extract(document: &Document, written: Option<When>) -> Findings {
    let _ = (document, written);
    Findings::default()
}
