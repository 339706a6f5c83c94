//! The document of a file of which all bytes are there.

use super::markdown::MarkdownReader;
use super::message::{Body, Message};
use super::text::TextReader;
use super::{Format, ImportError, Imported, Options, decode, epub, html, message, sniff};

/// What is kept of a page is several times as large as the page.
const MOST_HTML_MB: u64 = 32;

/// The document of all bytes of a file.
pub fn import_whole(bytes: &[u8], options: Options<'_>) -> Result<Imported, ImportError> {
    if options.format.map_or_else(|| epub::is_book(bytes), |format| format == Format::Epub) {
        return epub::import(bytes, None);
    }
    if message::may_be(options.format, bytes)
        && let Some(message) = message::unpack(bytes)
        && let Some(imported) = import_message(message, options)?
    {
        return Ok(imported);
    }
    sniff::refuse_cut_archive(bytes)?;
    import_text(bytes, options)
}

/// The document of a message; `None` if nothing of it can be seen.
fn import_message(message: Message, options: Options<'_>) -> Result<Option<Imported>, ImportError> {
    for Body { bytes, is_html, encoding } in message.bodies {
        let format = is_html.then_some(Format::Html);
        let encoding = options.encoding.or(encoding);
        let mut imported = match import_text(&bytes, Options { name: "", format, encoding }) {
            Ok(imported) => imported,
            Err(ImportError::Empty | ImportError::NoWords(_)) => continue,
            Err(error) => return Err(error),
        };
        let mut meta = message.meta;
        meta.overlay(&imported.document.meta);
        imported.document.meta = meta.into();
        imported.warnings.extend(match message.n_attached {
            0 => None,
            1 => Some("1 attachment of this mail is not shown".to_owned()),
            n => Some(format!("{n} attachments of this mail are not shown")),
        });
        return Ok(Some(imported));
    }
    Ok(None)
}

/// The document of a text, a page too.
fn import_text(bytes: &[u8], options: Options<'_>) -> Result<Imported, ImportError> {
    sniff::refuse_binaries(bytes, options.encoding)?;
    let decoded = decode::decode(bytes, options.encoding);
    let format = options.format.unwrap_or_else(|| Format::of_text(&decoded.text, options.name));
    let document = match format {
        Format::Html => {
            check_html(decoded.text.len() as u64)?;
            html::import(&decoded.text)
        }
        Format::Text | Format::Epub => {
            let mut reader = TextReader::default();
            reader.read(&decoded.text);
            reader.finish()
        }
        Format::Markdown => {
            let mut reader = MarkdownReader::default();
            reader.read(&decoded.text);
            reader.finish()
        }
    };
    if document.is_empty() {
        return Err(no_words(format, decoded.text.trim().is_empty()));
    }
    Ok(Imported { document, warnings: decoded.warnings() })
}

/// What is wrong with a text of which nothing is shown.
pub fn no_words(format: Format, is_blank: bool) -> ImportError {
    match format {
        Format::Markdown | Format::Html if !is_blank => ImportError::NoWords(format.name()),
        _ => ImportError::Empty,
    }
}

/// Refuses a page of so many bytes, if it is too large.
pub fn check_html(n_bytes: u64) -> Result<(), ImportError> {
    let n_mb = n_bytes.div_ceil(1 << 20);
    if n_mb > MOST_HTML_MB {
        return Err(ImportError::OverLimit(Format::Html.name(), n_mb, MOST_HTML_MB));
    }
    Ok(())
}
