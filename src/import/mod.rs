//! Importers: bytes of a file to a document.
//!
//! In: the bytes of a file or a pipe, or the head of them. Out: [`Imported`], or an
//! [`ImportError`] that says what the bytes are instead. Damage is a warning, never an error.

use crate::document::Document;
use thiserror::Error;

mod decode;
mod encoding;
mod epub;
mod format;
mod gzip;
mod html;
mod markdown;
mod sniff;
mod text;

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
    sniff::check_size(bytes.len() as u64)?;
    if !gzip::is_gzip(bytes) {
        return import_unpacked(bytes, options);
    }
    let unpacked = gzip::unpack(bytes)?;
    let name = options.name.strip_suffix(".gz").unwrap_or(options.name);
    let mut imported = import_unpacked(&unpacked.bytes, Options { name, ..options })?;
    imported.warnings.extend(unpacked.warning);
    Ok(imported)
}

/// So much of a file, and of the text of a book, is shown before the rest is read.
pub const HEAD_BYTES: usize = 96 << 10;

/// The document of the beginning of a file, where that is the beginning of its document too.
///
/// Of a book, `start` is the whole archive; of anything else it may be the first bytes, more than
/// [`HEAD_BYTES`]. `None` where all of it must be read, or is read as soon.
pub fn import_head(start: &[u8], options: Options<'_>) -> Option<Imported> {
    let is_asked = |format| options.format.is_none_or(|asked| asked == format);
    if is_asked(Format::Epub) && epub::is_book(start) {
        return epub::import(start, Some(HEAD_BYTES)).ok();
    }
    let head = &start[..start.len().min(HEAD_BYTES)];
    // What is not told apart by lines of ASCII cannot be cut at one.
    let can_be_cut = !gzip::is_gzip(head) && !sniff::has_zeros(head, options.encoding);
    let cut = memchr::memrchr(b'\n', head).filter(|_| can_be_cut && start.len() > HEAD_BYTES)?;
    let head = &head[..cut];
    let text = decode::decode(head, options.encoding).text;
    let format = options.format.unwrap_or_else(|| Format::of_text(&text, options.name));
    if format == Format::Html && !html::has_head(&text) {
        return None;
    }
    import_unpacked(head, Options { format: Some(format), ..options }).ok()
}

fn import_unpacked(bytes: &[u8], options: Options<'_>) -> Result<Imported, ImportError> {
    if options.format.map_or_else(|| epub::is_book(bytes), |format| format == Format::Epub) {
        return epub::import(bytes, None);
    }
    sniff::refuse_binaries(bytes, options.encoding)?;
    let decoded = decode::decode(bytes, options.encoding);
    sniff::check_size(decode::written_bytes(&decoded.text))?;
    let format = options.format.unwrap_or_else(|| Format::of_text(&decoded.text, options.name));
    let document = match format {
        Format::Text | Format::Epub => text::import(&decoded.text),
        Format::Html => {
            check_limit(format, decoded.text.len(), MOST_HTML_MB)?;
            html::import(&decoded.text)
        }
        Format::Markdown => {
            check_limit(format, decoded.text.len(), MOST_MARKDOWN_MB)?;
            markdown::import(&decoded.text)
        }
    };
    if document.is_empty() {
        return Err(ImportError::Empty);
    }
    Ok(Imported { document, warnings: decoded.warnings() })
}

/// What is kept of a page is several times as large as the page.
const MOST_HTML_MB: u64 = 32;

/// What the parser of Markdown keeps of a text is many times as large as the text.
const MOST_MARKDOWN_MB: u64 = 256;

fn check_limit(format: Format, n_bytes: usize, most_mb: u64) -> Result<(), ImportError> {
    let n_mb = (n_bytes as u64).div_ceil(1 << 20);
    if n_mb > most_mb {
        return Err(ImportError::OverLimit(format.name(), n_mb, most_mb));
    }
    Ok(())
}
