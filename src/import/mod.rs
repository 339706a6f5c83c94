//! Importers: bytes of a file to a document.
//!
//! In: the bytes of a file or a pipe, at once or as they come. Out: [`Imported`], or an
//! [`ImportError`] that says what the bytes are instead. Damage is a warning, never an error.

use crate::document::Document;
use thiserror::Error;

mod arriving;
mod credit;
mod cut;
mod decode;
mod decoder;
mod encoding;
mod epub;
mod format;
mod gzip;
mod html;
mod markdown;
mod message;
mod script;
mod sniff;
mod text;
mod whole;

pub use arriving::{Arriving, HEAD_BYTES, is_packed};
pub use encoding::Encoding;
pub use format::Format;

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
    /// Signs of this format, and no words.
    #[error("there are no words in the file, only signs of {0}; see them with --format text")]
    NoWords(&'static str),
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
    /// Nothing of this format could be read.
    #[error("this {0} is damaged, and nothing in it can be read; get another copy of it")]
    Broken(&'static str),
    /// A book of which all is images.
    #[error("no text is in this {0}, only images; open it in a program that shows them")]
    Wordless(&'static str),
    /// Parts of an archive lie over each other, as in one that unpacks without end.
    #[error("this {0} is damaged: parts of it lie over each other; get another copy of it")]
    Overlapping(&'static str),
    /// More than the offsets of a document can count.
    #[error(
        "the text takes {0} bytes, and at most 4 GiB can be read; cut it with `split -C 1G FILE`"
    )]
    TooLarge(u64),
    /// More than is read of a format: its name, how much there is, and how much is read, in MB.
    #[error(
        "this {0} takes {1} MB, and at most {2} MB can be read; split it, or open it with --format text"
    )]
    OverLimit(&'static str, u64, u64),
}

/// What is known of a file besides its bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Its name, which may be empty; only its extension counts.
    pub name: &'a str,
    /// The format that was asked for; else it is detected.
    pub format: Option<Format>,
    /// The encoding that was asked for; else it is detected.
    pub encoding: Option<Encoding>,
}

/// Makes a document of the bytes of a file of which nothing else is known.
pub fn import(bytes: &[u8]) -> Result<Imported, ImportError> {
    import_with(bytes, Options::default())
}

/// Makes a document of the bytes of a file, which may be compressed.
pub fn import_with(bytes: &[u8], options: Options<'_>) -> Result<Imported, ImportError> {
    const PIECE_BYTES: usize = 1 << 20;
    sniff::check_size(bytes.len() as u64)?;
    let mut arriving = Arriving::new(options);
    for piece in bytes.chunks(PIECE_BYTES) {
        arriving.take(piece)?;
    }
    if let Some(mut again) = arriving.again() {
        for piece in bytes.chunks(PIECE_BYTES) {
            again.take(piece)?;
        }
        return again.finish();
    }
    arriving.finish()
}
