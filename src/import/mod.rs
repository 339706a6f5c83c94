//! Importers: bytes of a file to a document.
//!
//! In: the bytes of a file or a pipe, or the head of them. Out: [`Imported`], or an
//! [`ImportError`] that says what the bytes are instead. Damage is a warning, never an error.

use crate::document::Document;
use thiserror::Error;

mod decode;
mod sniff;
mod text;

/// A document, and what should be told about it.
#[derive(Debug)]
pub struct Imported {
    /// The document.
    pub document: Document,
    /// What was damaged or unusual, one clear sentence each.
    pub warnings: Vec<String>,
}

/// Why bytes are no document; each says what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    /// No visible character.
    #[error("the file is empty: there is nothing to read in it")]
    Empty,
    /// A PDF: text is in it, but only another program gets it out.
    #[error("this is a PDF; read its text with `pdftotext -layout FILE.pdf - | dateline -`")]
    Pdf,
    /// A format of which the first bytes are known.
    #[error("this is {0}, not a text; {1}")]
    Format(&'static str, &'static str),
    /// More control characters than any text has.
    #[error("this is binary data, not a text; see what it is with `file FILE`")]
    Binary,
    /// More than the offsets of a document can count.
    #[error(
        "the text takes {0} bytes, and at most 4 GiB can be read; cut it with `split -C 1G FILE`"
    )]
    TooLarge(u64),
}

/// Makes a document of the bytes of a file.
pub fn import(bytes: &[u8]) -> Result<Imported, ImportError> {
    sniff::check_size(bytes.len() as u64)?;
    sniff::refuse_binaries(bytes)?;
    let decoded = decode::decode(bytes);
    sniff::check_size(decode::written_bytes(&decoded.text))?;
    let document = text::import(&decoded.text);
    if document.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(Imported { document, warnings: decoded.warnings() })
}
