//! EPUB 2 and 3: the chapters of a book, in the order of its spine, to one document. Texts that the
//! spine leaves out and to which a link leads, as notes may be, stand behind them.
//!
//! In: the bytes of the archive. Out: a document of which every chapter went through the importer
//! of HTML, with the entries of the table of contents as headings where a chapter has none. Parts
//! that are missing, damaged or too large are left out and told; nothing is written anywhere, and
//! no name in the book is ever a path of this machine.
//!
//! The archive is read here and not by a library for books: none bounds what it unpacks before the
//! first chapter is asked for, and a package of 4 GB compresses to 4 MB. How much is unpacked grows
//! with the size of the archive, up to 512 MB: in memory a chapter of one-letter paragraphs takes ten
//! times its size, so that a bound on the unpacked size alone would let 42 KB take gigabytes.

mod archive;
mod contents;
mod package;
mod xml;

#[cfg(test)]
mod tests;

use super::cut::cut;
use super::html::{Notes, Stream, chapter};
use super::{ImportError, Imported, decode};
use archive::{Archive, Trouble};
use package::Package;
use std::slice;

pub use archive::is_book;

/// What the errors call a book.
const BOOK: &str = "book (EPUB)";

/// No article takes more, with its markup. What does is a book, of which the date may be that of a
/// later edition, and in which people say “yesterday” of days long before.
const ARTICLE_BYTES: u64 = 200 << 10;

/// More chapters than this are left out.
const MOST_CHAPTERS: usize = 10_000;

/// What is said of a book that names its parts, but no order.
const UNORDERED: &str =
    "the book does not say in which order its parts are read; they stand as it lists them";

/// Opens a book: all of it, or the beginning of its first chapters, each and in all about so many
/// bytes.
pub fn import(bytes: &[u8], most_text: Option<usize>) -> Result<Imported, ImportError> {
    let mut archive = Archive::open(bytes)?;
    let mut package = Package::read(&mut archive)?;
    if archive.encrypts(&package.spine) {
        return Err(ImportError::Encrypted);
    }
    package.meta.is_edition = archive.is_larger(&package.spine, ARTICLE_BYTES);
    let contents = contents::read(&mut archive, &package);
    let mut stream = Stream::of_book(package.meta);
    let mut n_blocks = 0;
    let mut left_out = LeftOut::default();
    let mut n_bytes = 0;
    let aside = package.spine.iter().skip(package.n_main).chain(&package.aside);
    let mut notes = Notes::of_book(aside.cloned());
    let n_spine = package.spine.len().min(MOST_CHAPTERS);
    let paths = package.spine.iter().take(n_spine).chain(&package.aside);
    for (index, path) in paths.take(MOST_CHAPTERS).enumerate() {
        if most_text.is_some_and(|most| n_bytes > most) {
            break;
        }
        // Some books leave their notes out of the order.
        let is_aside = index >= n_spine;
        if is_aside && (!notes.are_linked_in(path) || archive.encrypts(slice::from_ref(path))) {
            continue;
        }
        let bytes = match archive.read(path, archive::CHAPTER_MEGABYTES) {
            Ok(bytes) => bytes,
            Err(trouble) => {
                left_out.add(path, trouble);
                continue;
            }
        };
        let bytes = most_text.map_or(&*bytes, |most| cut(&bytes, most));
        let chapter = chapter(&decode::decode(bytes, None).text, path, &mut notes);
        for draft in contents::with_headings(chapter, path, &contents) {
            n_blocks += 1;
            n_bytes += draft.text.len();
            stream.push(draft);
        }
    }
    left_out.n_beyond = package.spine.len().saturating_sub(MOST_CHAPTERS);
    if n_blocks == 0 {
        return Err(left_out.first.map_or(ImportError::Wordless(BOOK), Trouble::into_error));
    }
    let document = stream.finish();
    let mut warnings = left_out.warnings();
    if package.is_unordered {
        warnings.push(UNORDERED.to_owned());
    }
    warnings.extend(archive.warning());
    Ok(Imported { document, warnings })
}

/// The chapters that could not be read.
#[derive(Debug, Default)]
struct LeftOut {
    first: Option<Trouble>,
    message: Option<String>,
    n: usize,
    n_beyond: usize,
}

impl LeftOut {
    fn add(&mut self, path: &str, trouble: Trouble) {
        self.n += 1;
        let name = path.rsplit('/').next().unwrap_or(path);
        let name: String = name.chars().take(40).collect();
        self.message.get_or_insert_with(|| format!("{name} {}", trouble.words()));
        self.first.get_or_insert(trouble);
    }

    fn warnings(self) -> Vec<String> {
        let more = match self.n.saturating_sub(1) {
            0 => String::new(),
            1 => ", and another part too".to_owned(),
            n => format!(", and {n} other parts too"),
        };
        let missing = self.message.map(|message| format!("{message} and is left out{more}"));
        let beyond = (self.n_beyond > 0).then(|| {
            format!(
                "only the first {MOST_CHAPTERS} parts are shown; {} are left out",
                self.n_beyond
            )
        });
        missing.into_iter().chain(beyond).collect()
    }
}
