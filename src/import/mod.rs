//! Importers: bytes of a file to a document.
//!
//! In: the bytes of a file or a pipe, or the head of them. Out: [`Imported`], or an
//! [`ImportError`] that says what the bytes are instead. Damage is a warning, never an error.

use crate::document::Document;
use thiserror::Error;

mod decode;
mod encoding;
mod epub;
mod gzip;
mod html;
mod sniff;
mod text;

pub use encoding::Encoding;

/// What the reader says of the bytes, instead of what they say of themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints {
    /// The encoding.
    pub encoding: Option<Encoding>,
}

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
    /// Compressed bytes that grow beyond a limit: what they are, and the limit in MB.
    #[error(
        "this is {0} and holds more than {1} MB, which is the limit; \
         unpack it yourself if you trust it"
    )]
    Unpacked(&'static str, u64),
    /// A book that only the program of its seller can read.
    #[error(
        "this book is encrypted (DRM); read it in the program it was bought for, \
         or get it without encryption"
    )]
    Encrypted,
    /// More than a format can be read of: its name, and the limit in MB.
    #[error("this is more than {1} MB of {0}, which is the limit; split it")]
    Limit(&'static str, usize),
    /// Nothing of this format could be read.
    #[error("this {0} is damaged, and nothing in it can be read; get another copy of it")]
    Broken(&'static str),
    /// More than the offsets of a document can count.
    #[error(
        "the text takes {0} bytes, and at most 4 GiB can be read; cut it with `split -C 1G FILE`"
    )]
    TooLarge(u64),
}

/// Makes a document of the bytes of a file, which may be compressed.
pub fn import(bytes: &[u8]) -> Result<Imported, ImportError> {
    import_as(bytes, Hints::default())
}

/// Makes a document of bytes of which something is known already.
pub fn import_as(bytes: &[u8], hints: Hints) -> Result<Imported, ImportError> {
    sniff::check_size(bytes.len() as u64)?;
    if !gzip::is_gzip(bytes) {
        return import_unpacked(bytes, hints);
    }
    let unpacked = gzip::unpack(bytes)?;
    let mut imported = import_unpacked(&unpacked.bytes, hints)?;
    imported.warnings.extend(unpacked.warning);
    Ok(imported)
}

fn import_unpacked(bytes: &[u8], hints: Hints) -> Result<Imported, ImportError> {
    if epub::is_book(bytes) {
        return epub::import(bytes);
    }
    sniff::refuse_binaries(bytes, hints.encoding)?;
    let decoded = decode::decode(bytes, hints.encoding);
    sniff::check_size(decode::written_bytes(&decoded.text))?;
    let document = if sniff::is_html(&decoded.text) {
        html::import(&decoded.text)?
    } else {
        text::import(&decoded.text)
    };
    if document.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(Imported { document, warnings: decoded.warnings() })
}
