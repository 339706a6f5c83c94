//! A document of which the bytes are still coming.
//!
//! Plain text and Markdown are read as they come: the document of any beginning is, but for its
//! last block, the beginning of the whole. Of a page and of a book all bytes are kept until the
//! last is there.

use super::cut::cut;
use super::decoder::Decoder;
use super::gzip::{self, Unpacking};
use super::markdown::{Definitions, MarkdownReader};
use super::text::TextReader;
use super::whole::{check_html, import_whole, no_words};
use super::{Format, ImportError, Imported, Options, decode, epub, html, message, sniff};
use crate::document::{Checkpoint, Document, Extent};

/// What a file is, is told by so much of it; so much of a text is shown before the rest.
pub const HEAD_BYTES: usize = 32 << 10;
/// So much of a page or a book is shown before the rest.
const PAGE_HEAD_BYTES: usize = 96 << 10;

/// More of a page is looked at where its first bytes show nothing.
const LONG_HEAD_BYTES: usize = 16 * PAGE_HEAD_BYTES;

/// In a page of more tags no article is looked for; such a page takes seconds to be read.
const MOST_TAGS: usize = 1 << 18;

/// A piece becomes text of no more than this, tabs and signs written out.
const PIECE_ROOM: usize = 64 << 20;

/// Whether a file that begins so may hold far more than its bytes.
pub fn is_packed(start: &[u8]) -> bool {
    start.starts_with(b"PK") || gzip::is_gzip(start)
}

/// Makes a document of bytes as they come.
pub struct Arriving {
    name: String,
    options: Options<'static>,
    unpacking: Option<Unpacking>,
    is_packed: bool,
    stage: Stage,
    /// The links and notes that are defined anywhere, if that was looked for.
    known: Option<Definitions>,
    /// Those found on the way.
    seen: Definitions,
}

/// How far it has come.
enum Stage {
    /// It is not known what it is.
    Start(Vec<u8>),
    /// It cannot be read in pieces.
    Kept(Vec<u8>),
    /// Plain text.
    Text(Decoder, TextReader),
    /// Markdown.
    Markdown(Decoder, MarkdownReader),
}

impl Arriving {
    /// Nothing has come yet of a file with these options.
    pub fn new(options: Options<'_>) -> Self {
        let Options { name, format, encoding } = options;
        Self {
            name: name.to_owned(),
            options: Options { name: "", format, encoding },
            unpacking: None,
            is_packed: false,
            stage: Stage::Start(Vec::new()),
            known: None,
            seen: Definitions::default(),
        }
    }

    /// Takes the next bytes.
    pub fn take(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        if let Some(mut unpacking) = self.unpacking.take() {
            let taken = unpacking.unpack(bytes, |bytes| self.take_unpacked(bytes));
            self.unpacking = Some(unpacking);
            return taken;
        }
        self.take_unpacked(bytes)?;
        if let Stage::Start(start) = &mut self.stage
            && gzip::is_gzip(start)
        {
            let packed = std::mem::take(start);
            if let Some(name) = self.name.strip_suffix(".gz") {
                self.name = name.to_owned();
            }
            self.is_packed = true;
            self.unpacking = Some(Unpacking::new());
            return self.take(&packed);
        }
        Ok(())
    }

    /// Refuses a file of so many bytes, if what it is has a limit.
    pub fn check_size(&self, n_bytes: u64) -> Result<(), ImportError> {
        match &self.stage {
            Stage::Kept(bytes) if !bytes.starts_with(b"PK") && !self.is_packed => {
                check_html(n_bytes)
            }
            _ => sniff::check_size(n_bytes),
        }
    }

    /// The document of what has come; `None` if that cannot be told, or nothing of it can be seen.
    pub fn so_far(&self) -> Result<Option<Document>, ImportError> {
        let document = match &self.stage {
            Stage::Start(bytes) if bytes.starts_with(b"PK") => self.head_of(bytes),
            Stage::Start(start) => match self.import_start(start) {
                Ok(document) => Some(document),
                Err(ImportError::Empty | ImportError::NoWords(_)) => None,
                Err(error) => return Err(error),
            },
            Stage::Kept(bytes) => self.head_of(bytes),
            Stage::Text(_, reader) => Some(reader.clone().finish()),
            Stage::Markdown(_, reader) => Some(reader.clone().finish()),
        };
        let mut document = document.filter(|document| !document.is_empty());
        if let Some(document) = &mut document {
            document.extent = Extent::Beginning(None);
        }
        Ok(document)
    }

    /// How many bytes of text there are so far, about.
    pub fn n_bytes(&self) -> usize {
        match &self.stage {
            Stage::Start(bytes) | Stage::Kept(bytes) => bytes.len(),
            Stage::Text(_, reader) => reader.n_bytes(),
            Stage::Markdown(_, reader) => reader.n_bytes(),
        }
    }

    /// Whether offsets in the text are offsets in the file, so that its checkpoints hold there.
    pub fn is_verbatim(&self) -> bool {
        match &self.stage {
            Stage::Text(decoder, _) | Stage::Markdown(decoder, _) => {
                !self.is_packed && decoder.is_verbatim()
            }
            Stage::Start(_) | Stage::Kept(_) => false,
        }
    }

    /// What stands further on in the same file, of which `bytes` are the lines from a checkpoint on,
    /// with the offsets of the whole; `None` if it cannot be told without what stands before.
    pub fn window(&self, checkpoint: Checkpoint, bytes: &[u8]) -> Option<Document> {
        let letters = match str::from_utf8(bytes) {
            Ok(_) => bytes,
            // The last letter is cut.
            Err(error) if error.error_len().is_none() => &bytes[..error.valid_up_to()],
            Err(_) => return None,
        };
        let text = str::from_utf8(letters).ok().filter(|_| self.is_verbatim())?;
        match &self.stage {
            Stage::Text(_, reader) => {
                let mut reader = reader.behind(checkpoint);
                reader.read(text);
                Some(reader.finish())
            }
            Stage::Markdown(_, reader) => {
                let mut reader = reader.behind(checkpoint);
                reader.read(text);
                Some(reader.finish())
            }
            Stage::Start(_) | Stage::Kept(_) => None,
        }
    }

    /// Whether all bytes are kept until the last has come.
    pub fn is_kept(&self) -> bool {
        match &self.stage {
            Stage::Start(bytes) => bytes.starts_with(b"PK"),
            stage => matches!(stage, Stage::Kept(_)),
        }
    }

    /// The same file from its first byte on, if that is a text in which links and notes are
    /// defined behind where they are used: now it is known how.
    pub fn again(&self) -> Option<Self> {
        let knows_all = self.known.as_ref().is_some_and(|known| self.seen.are_in(known));
        let is_read = matches!(&self.stage, Stage::Markdown(_, reader) if reader.has_windows());
        (is_read && !knows_all && !self.seen.is_empty()).then(|| Self {
            known: Some(self.seen.clone()),
            ..Self::new(Options { name: &self.name, ..self.options })
        })
    }

    /// The whole document.
    pub fn finish(mut self) -> Result<Imported, ImportError> {
        let mut warnings = Vec::new();
        if let Some(mut unpacking) = self.unpacking.take() {
            let damage = unpacking.finish(|bytes| self.take_unpacked(bytes))?;
            warnings.extend(damage);
        }
        let mut text = String::new();
        let is_markdown = matches!(self.stage, Stage::Markdown(..));
        let imported = match self.stage {
            Stage::Start(bytes) | Stage::Kept(bytes) => {
                import_whole(&bytes, Options { name: &self.name, ..self.options })?
            }
            Stage::Text(mut decoder, mut reader) => {
                decoder.decode(b"", true, &mut text);
                reader.read(&text);
                Imported { document: reader.finish(), warnings: decoder.warnings() }
            }
            Stage::Markdown(mut decoder, mut reader) => {
                decoder.decode(b"", true, &mut text);
                reader.read(&text);
                Imported { document: reader.finish(), warnings: decoder.warnings() }
            }
        };
        if imported.document.is_empty() {
            return Err(if is_markdown {
                no_words(Format::Markdown, false)
            } else {
                ImportError::Empty
            });
        }
        warnings.splice(0..0, imported.warnings);
        Ok(Imported { warnings, ..imported })
    }

    fn take_unpacked(&mut self, bytes: &[u8]) -> Result<(), ImportError> {
        let mut text = String::new();
        match &mut self.stage {
            Stage::Start(start) => {
                start.extend_from_slice(bytes);
                if start.len() < HEAD_BYTES || (!self.is_packed && gzip::is_gzip(start)) {
                    return Ok(());
                }
                let start = std::mem::take(start);
                self.stage = self.stage_for(&start)?;
                return self.take_unpacked(&start);
            }
            Stage::Kept(kept) => {
                kept.extend_from_slice(bytes);
                return sniff::check_size(kept.len() as u64);
            }
            Stage::Text(decoder, reader) => {
                check_room(reader.n_bytes())?;
                decoder.decode(bytes, false, &mut text);
                reader.read(&text);
            }
            Stage::Markdown(decoder, reader) => {
                check_room(reader.n_bytes())?;
                decoder.decode(bytes, false, &mut text);
                self.seen.read(&text);
                reader.read(&text);
            }
        }
        Ok(())
    }

    /// How a file that begins with `head` is read.
    fn stage_for(&self, head: &[u8]) -> Result<Stage, ImportError> {
        let Options { format, encoding, .. } = self.options;
        let may_be_book = format.is_none_or(|format| format == Format::Epub);
        if may_be_book && head.starts_with(b"PK") || format == Some(Format::Epub) {
            return Ok(Stage::Kept(Vec::new()));
        }
        if message::may_be(format, head) {
            return Ok(Stage::Kept(Vec::new()));
        }
        sniff::refuse_binaries(head, encoding)?;
        let text = decode::decode(head, encoding).text;
        let decoder = Decoder::new(encoding);
        Ok(match format.unwrap_or_else(|| Format::of_text(&text, &self.name)) {
            Format::Html | Format::Epub => Stage::Kept(Vec::new()),
            Format::Text => Stage::Text(decoder, TextReader::default()),
            Format::Markdown => {
                let known = self.known.clone().unwrap_or_default();
                Stage::Markdown(decoder, MarkdownReader::new(known))
            }
        })
    }

    /// The document of a few bytes; the last may be a part of a letter.
    fn import_start(&self, start: &[u8]) -> Result<Document, ImportError> {
        let cut = str::from_utf8(start).err().filter(|error| error.error_len().is_none());
        let letters = cut.map_or(start, |error| &start[..error.valid_up_to()]);
        let options = Options { name: &self.name, ..self.options };
        import_whole(letters, options).map(|imported| imported.document)
    }

    /// The document of the beginning of a page, or of a book that is all there.
    fn head_of(&self, bytes: &[u8]) -> Option<Document> {
        if bytes.starts_with(b"PK") {
            return epub::import(bytes, Some(PAGE_HEAD_BYTES))
                .ok()
                .map(|imported| imported.document);
        }
        let Options { format, encoding, .. } = self.options;
        // What is not told apart by signs of ASCII cannot be cut at one, nor parts of a message at all.
        if sniff::has_zeros(bytes, encoding) || message::may_be(format, bytes) {
            return None;
        }
        let may_have_article = memchr::memchr_iter(b'<', bytes).count() < MOST_TAGS;
        // Where the beginning is all styles and scripts, more of it may show something.
        for most in [PAGE_HEAD_BYTES, LONG_HEAD_BYTES] {
            if bytes.len() <= most {
                return None;
            }
            let text = decode::decode(cut(bytes, most), encoding).text;
            let document = html::head(&text, may_have_article)?;
            if !document.is_empty() {
                return Some(document);
            }
        }
        None
    }
}

/// Refuses a text for which offsets of 32 bits may not do once the next piece has come.
fn check_room(n_bytes: usize) -> Result<(), ImportError> {
    sniff::check_size(n_bytes as u64 + PIECE_ROOM as u64)
}

#[cfg(test)]
mod tests;
