//! The archive of a book, read part by part and never beyond its limits.

use super::super::ImportError;
use super::super::html::join;
use super::{BOOK, xml};
use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// The most of one chapter, as of a page of HTML.
pub const CHAPTER_MEGABYTES: u64 = 32;

/// The most of a package or a table of contents.
pub const PACKAGE_MEGABYTES: u64 = 4;

/// The most of all that is read of a book; its pictures are not read.
const BOOK_MEGABYTES: u64 = 512;

/// Of a small archive less is read: the text of a book is hardly ever packed to a tenth, and what
/// is packed to less is sooner a trap. A page takes up to 25 times its size in memory, so that an
/// archive of a few kilobytes must not hold all that a large one may.
const SMALL_MEGABYTES: u64 = 36;
const MOST_RATIO: u64 = 16;

/// An archive, and how much of it may still be unpacked.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The most that is read of the book, in megabytes, and the bytes that are left of it.
    most_megabytes: u64,
    n_left: u64,
    n_damaged: usize,
    /// The parts by their names in small letters; `None` for those that only case tells apart. Empty
    /// until a part is missing.
    names: HashMap<String, Option<usize>>,
    /// The parts that a seller encrypted.
    encrypted: HashSet<String>,
}

/// Why a part cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It is not there.
    Missing,
    /// It is larger than so many megabytes.
    TooLarge(u64),
    /// The whole book is larger than so many.
    BookTooLarge(u64),
    /// It needs a password.
    Encrypted,
    /// It cannot be unpacked.
    Damaged,
}

impl Trouble {
    /// What is wrong with a part, after its name.
    pub fn words(self) -> String {
        match self {
            Self::Missing => "is missing in the book".to_owned(),
            Self::TooLarge(most) => format!("is larger than {most} MB, which is the limit,"),
            Self::BookTooLarge(most) => {
                format!("is beyond the {most} MB that are read of a book of this size")
            }
            Self::Encrypted => "is encrypted".to_owned(),
            Self::Damaged => "is damaged".to_owned(),
        }
    }

    /// The error, where nothing else can be read.
    pub fn into_error(self) -> ImportError {
        match self {
            Self::Encrypted => ImportError::Encrypted,
            Self::TooLarge(most) | Self::BookTooLarge(most) => ImportError::Unpacked(BOOK, most),
            Self::Missing | Self::Damaged => ImportError::Broken(BOOK),
        }
    }
}

/// Whether an archive is a book: it says so first, or has what only books have.
pub fn is_book(bytes: &[u8]) -> bool {
    let is_zip = bytes.starts_with(b"PK\x03\x04");
    let says_so = || bytes.get(30..58).is_some_and(|head| head == b"mimetypeapplication/epub+zip");
    let has_container = || {
        ZipArchive::new(Cursor::new(bytes)).is_ok_and(|zip| zip.index_for_name(CONTAINER).is_some())
    };
    is_zip && (says_so() || has_container())
}

/// The file that names the package.
pub const CONTAINER: &str = "META-INF/container.xml";

const ENCRYPTION: &str = "META-INF/encryption.xml";

/// What only makes fonts unusable outside of the book.
const FONT_ALGORITHMS: [&str; 2] =
    ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"];

impl<'a> Archive<'a> {
    /// The archive in `bytes`.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ImportError> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportError::Broken(BOOK))?;
        // Each byte would be unpacked many times.
        if zip.has_overlapping_files().unwrap_or(false) {
            return Err(ImportError::Overlapping(BOOK));
        }
        let most_megabytes = most_megabytes(bytes.len() as u64);
        let n_left = most_megabytes << 20;
        let encrypted = HashSet::new();
        let names = HashMap::new();
        let mut archive = Self { zip, most_megabytes, n_left, n_damaged: 0, names, encrypted };
        if let Ok(list) = archive.read(ENCRYPTION, PACKAGE_MEGABYTES) {
            archive.encrypted = encrypted_parts(&String::from_utf8_lossy(&list));
        }
        Ok(archive)
    }

    /// The bytes of a part, at most so many megabytes. Of one that is damaged, those before it.
    pub fn read(&mut self, path: &str, megabytes: u64) -> Result<Vec<u8>, Trouble> {
        let index = self.index(path).ok_or(Trouble::Missing)?;
        let part = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
            | ZipError::InvalidPassword => Trouble::Encrypted,
            _ => Trouble::Damaged,
        })?;
        let limit = megabytes << 20;
        let most = limit.min(self.n_left);
        // What the archive says of the size is a hint, and may be false.
        let mut bytes = Vec::with_capacity(part.size().min(most).min(1 << 20) as usize);
        let read = part.take(most + 1).read_to_end(&mut bytes);
        let n_bytes = bytes.len() as u64;
        self.n_left = self.n_left.saturating_sub(n_bytes);
        if n_bytes > most {
            return Err(if most < limit {
                Trouble::BookTooLarge(self.most_megabytes)
            } else {
                Trouble::TooLarge(megabytes)
            });
        }
        match read {
            Err(_) if bytes.is_empty() => Err(Trouble::Damaged),
            Err(_) => {
                self.n_damaged += 1;
                Ok(bytes)
            }
            Ok(_) => Ok(bytes),
        }
    }

    /// Whether these parts take more bytes than `least`, as far as the archive tells.
    pub fn is_larger(&mut self, paths: &[String], least: u64) -> bool {
        let mut n_bytes = 0_u64;
        paths.iter().any(|path| {
            let part = self.index(path).and_then(|index| self.zip.by_index_raw(index).ok());
            n_bytes = n_bytes.saturating_add(part.map_or(0, |part| part.size()));
            n_bytes > least
        })
    }

    /// The part of this name, or the only one whose name differs from it by case alone.
    fn index(&mut self, path: &str) -> Option<usize> {
        if let Some(index) = self.zip.index_for_name(path) {
            return Some(index);
        }
        if self.names.is_empty() {
            for (index, name) in self.zip.file_names().enumerate() {
                let Ok(name) = name else { continue };
                let only = self.names.entry(name.to_ascii_lowercase()).or_insert(Some(index));
                *only = only.filter(|first| *first == index);
            }
        }
        *self.names.get(&path.to_ascii_lowercase())?
    }

    /// Whether one of these parts is encrypted.
    pub fn encrypts(&self, paths: &[String]) -> bool {
        paths.iter().any(|path| self.encrypted.contains(path))
    }

    /// What was damaged and is shown as far as it goes.
    pub fn warning(&self) -> Option<String> {
        match self.n_damaged {
            0 => None,
            1 => Some("1 part of the book is damaged and shown as far as it goes".to_owned()),
            n => Some(format!("{n} parts of the book are damaged and shown as far as they go")),
        }
    }
}

/// The most that is read of a book whose archive has so many bytes.
pub fn most_megabytes(n_bytes: u64) -> u64 {
    (SMALL_MEGABYTES + n_bytes.saturating_mul(MOST_RATIO) / (1 << 20)).min(BOOK_MEGABYTES)
}

/// The parts that are encrypted, fonts aside.
fn encrypted_parts(list: &str) -> HashSet<String> {
    let mut paths = HashSet::new();
    let mut is_font = false;
    xml::read(list, |event| {
        let xml::Event::Start { name, attributes, .. } = event else { return };
        match name {
            "encryptionmethod" => {
                is_font = FONT_ALGORITHMS.contains(&attributes.get("algorithm"));
            }
            "cipherreference" if !is_font => {
                paths.insert(join("", &attributes.path("uri")));
            }
            _ => {}
        }
    });
    paths
}
