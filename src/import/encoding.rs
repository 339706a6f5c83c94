//! Which encoding the bytes of a text are in.
//!
//! In: bytes, or the head of them. Out: an [`Encoding`], and how it is known: by a byte order
//! mark, else because the bytes are UTF-8, else by what the text says of itself, else by a guess.
//! Valid UTF-8 wins over a declaration, since a page that was saved again often keeps a false one.
//! Only the bytes from the first that is not ASCII on are looked at, and few of them, so that the
//! head of a text is read as the whole of it is.

mod guess;
mod wide;

pub use wide::wide;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use guess::guess;
use memchr::memmem;

/// How many bytes from the first that is not ASCII on decide.
pub const WINDOW_BYTES: usize = 24 << 10;

/// A declaration stands in the first bytes; the standard for HTML says 1 KiB, pages say more.
pub const DECLARATION_BYTES: usize = 4 << 10;

/// How many bytes tell UTF-16 without a mark.
pub const PATTERN_BYTES: usize = 8 << 10;

/// An encoding that text can be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// One of the WHATWG standard.
    Standard(&'static encoding_rs::Encoding),
    /// UTF-32, which that standard leaves out and some programs write.
    Utf32 {
        /// The least significant byte comes first.
        is_little_endian: bool,
    },
}

impl Encoding {
    /// UTF-8.
    pub const UTF_8: Self = Self::Standard(encoding_rs::UTF_8);

    /// The encoding of this name, as the WHATWG standard lists them: `latin1`, `Shift_JIS`.
    pub fn named(name: &str) -> Option<Self> {
        let label = name.trim().as_bytes();
        match label.to_ascii_lowercase().as_slice() {
            b"utf-32" | b"utf-32le" => Some(Self::Utf32 { is_little_endian: true }),
            b"utf-32be" => Some(Self::Utf32 { is_little_endian: false }),
            _ => encoding_rs::Encoding::for_label_no_replacement(label).map(Self::Standard),
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Standard(encoding) => encoding.name(),
            Self::Utf32 { .. } => "UTF-32",
        }
    }

    /// Whether zero bytes are part of its letters.
    pub fn has_zeros(self) -> bool {
        match self {
            Self::Standard(encoding) => {
                encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE
            }
            Self::Utf32 { .. } => true,
        }
    }
}

/// How an encoding is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// By a byte order mark, by the bytes themselves, or by what the text says of itself.
    Sure,
    /// By how often letters follow each other.
    Guess,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detected {
    /// The encoding.
    pub encoding: Encoding,
    /// How it is known.
    pub evidence: Evidence,
}

impl Detected {
    /// An encoding that is no guess.
    pub fn sure(encoding: Encoding) -> Self {
        Self { encoding, evidence: Evidence::Sure }
    }

    fn standard(encoding: &'static encoding_rs::Encoding) -> Self {
        Self::sure(Encoding::Standard(encoding))
    }
}

/// The encoding of a text.
pub fn detect(bytes: &[u8]) -> Detected {
    if let Some(detected) = by_head(bytes) {
        return detected;
    }
    let Some(first) = bytes.iter().position(|byte| !byte.is_ascii()) else {
        return Detected::sure(Encoding::UTF_8);
    };
    let window = &bytes[first..bytes.len().min(first + WINDOW_BYTES)];
    by_window(bytes, &bytes[..first], window)
}

/// The encoding of a text, if its first bytes tell it, of which all that matter are in `head`.
pub fn by_head(head: &[u8]) -> Option<Detected> {
    if let Some((encoding, _)) = mark(head) {
        return Some(Detected::sure(encoding));
    }
    if let Some(encoding) = wide(&head[..head.len().min(PATTERN_BYTES)]) {
        return Some(Detected::sure(encoding));
    }
    japanese(&head[..head.len().min(WINDOW_BYTES)])
}

/// The encoding of a text that begins with `head`, by the window from the first byte on that is
/// not ASCII, and what stands before it.
pub fn by_window(head: &[u8], before: &[u8], window: &[u8]) -> Detected {
    if is_utf8(window) {
        return Detected::sure(Encoding::UTF_8);
    }
    if let Some(encoding) = declared(&head[..head.len().min(DECLARATION_BYTES)]) {
        return Detected::standard(encoding);
    }
    let guess = guess(before, window);
    Detected { encoding: Encoding::Standard(guess), evidence: Evidence::Guess }
}

/// The encoding that a byte order mark names, and how long the mark is.
pub fn mark(bytes: &[u8]) -> Option<(Encoding, usize)> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => Some((Encoding::Utf32 { is_little_endian: true }, 4)),
        [0, 0, 0xfe, 0xff, ..] => Some((Encoding::Utf32 { is_little_endian: false }, 4)),
        _ => encoding_rs::Encoding::for_bom(bytes)
            .map(|(encoding, length)| (Encoding::Standard(encoding), length)),
    }
}

/// Bytes of ASCII alone are UTF-8, but for the Japanese encoding that is made of them.
fn japanese(window: &[u8]) -> Option<Detected> {
    let has_escape = [b"\x1b$B".as_slice(), b"\x1b$@"]
        .iter()
        .any(|escape| memmem::find(window, escape).is_some());
    if !has_escape || !window.is_ascii() {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(window, true);
    Some(Detected::standard(detector.guess(None, Utf8Detection::Allow)))
}

/// Whether bytes are UTF-8, damage aside: letters of several bytes do not come about by chance.
fn is_utf8(window: &[u8]) -> bool {
    let (mut n_letters, mut n_damaged) = (0, 0);
    for chunk in window.utf8_chunks() {
        // The longer a letter, the less it comes about by chance.
        n_letters += chunk.valid().chars().map(|letter| letter.len_utf8() - 1).sum::<usize>();
        n_damaged += usize::from(!chunk.invalid().is_empty());
    }
    if n_letters > 0 || n_damaged != 1 {
        return n_letters >= n_damaged && n_letters > 0;
    }
    // All there is may be the beginning of a letter; one byte of it says too little.
    let begun = std::str::from_utf8(window).err().filter(|error| error.error_len().is_none());
    begun.is_some_and(|error| window.len() - error.valid_up_to() > 1)
}

/// What a page of HTML or XML says of its encoding.
fn declared(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    let text = text.trim_start();
    let label = if let Some(xml) = text.strip_prefix("<?xml") {
        value_after(xml.split("?>").next()?, "encoding")
    } else {
        text.split("<meta").skip(1).find_map(|meta| value_after(meta.split('>').next()?, "charset"))
    }?;
    let encoding = encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())?;
    // Who reads ASCII to learn that it is UTF-16 is told a falsehood.
    encoding.is_ascii_compatible().then_some(encoding)
}

/// The value behind `name`, `=` and perhaps a quotation mark.
fn value_after<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let at = text.find(name)? + name.len();
    let value = text[at..].trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)));
    Some(&value[..end.unwrap_or(value.len())]).filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests;
