//! Bytes to text, and text to lines.
//!
//! UTF-8 is borrowed, not copied. What the encoding does not know becomes U+FFFD, once for each
//! longest part of a character, as the WHATWG encoding standard says.

use super::encoding::{Detected, Encoding, Evidence, detect, mark};
use memchr::{memchr, memchr2, memchr3, memmem};
use std::borrow::Cow;

/// The text of a file.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    detected: Detected,
    n_damaged: usize,
}

impl Decoded<'_> {
    /// What the reader should know of the encoding.
    pub fn warnings(&self) -> Vec<String> {
        warnings(self.detected, self.n_damaged)
    }
}

/// What the reader should know of an encoding, and of the places that are not in it.
pub fn warnings(detected: Detected, n_damaged: usize) -> Vec<String> {
    let name = detected.encoding.name();
    let guess = (detected.evidence == Evidence::Guess)
        .then(|| format!("read as {name}, which is a guess; --encoding names another"));
    let damage = match n_damaged {
        0 => None,
        1 => Some(format!("1 place is not {name} and is shown as “\u{fffd}”")),
        n => Some(format!("{n} places are not {name} and are shown as “\u{fffd}”")),
    };
    guess.into_iter().chain(damage).collect()
}

/// Decodes bytes in `encoding`, or else in the one that they are in.
pub fn decode(bytes: &[u8], encoding: Option<Encoding>) -> Decoded<'_> {
    let detected = match encoding {
        Some(encoding) => Detected { encoding, evidence: Evidence::Sure },
        // Nearly every text is UTF-8, and looking at all of it is no slower than at a part.
        None if is_plain(bytes) => Detected { encoding: Encoding::UTF_8, evidence: Evidence::Sure },
        None => detect(bytes),
    };
    let marked = mark(bytes).filter(|(encoding, _)| *encoding == detected.encoding);
    let bytes = &bytes[marked.map_or(0, |(_, length)| length)..];
    let (text, n_damaged) = match detected.encoding {
        encoding if encoding == Encoding::UTF_8 => utf8(bytes),
        Encoding::Standard(encoding) => standard(bytes, encoding),
        Encoding::Utf32 { is_little_endian: true } => utf32(bytes, u32::from_le_bytes),
        Encoding::Utf32 { is_little_endian: false } => utf32(bytes, u32::from_be_bytes),
    };
    Decoded { text, detected, n_damaged }
}

/// Whether all bytes are UTF-8, and no escapes of a Japanese encoding that is made of ASCII.
fn is_plain(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok()
        && memchr2(0, 0x1b, &bytes[..bytes.len().min(64 << 10)]).is_none()
}

fn utf8(bytes: &[u8]) -> (Cow<'_, str>, usize) {
    if let Ok(text) = str::from_utf8(bytes) {
        return (Cow::Borrowed(text), 0);
    }
    let mut text = String::with_capacity(bytes.len());
    let mut n_damaged = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push('\u{fffd}');
            n_damaged += 1;
        }
    }
    (Cow::Owned(text), n_damaged)
}

fn standard<'a>(
    bytes: &'a [u8],
    encoding: &'static encoding_rs::Encoding,
) -> (Cow<'a, str>, usize) {
    let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
    let n_damaged = if is_damaged { text.matches('\u{fffd}').count() } else { 0 };
    (text, n_damaged)
}

fn utf32(bytes: &[u8], unit: fn([u8; 4]) -> u32) -> (Cow<'static, str>, usize) {
    let (units, rest) = bytes.as_chunks::<4>();
    let letters = units.iter().map(|bytes| char::from_u32(unit(*bytes)));
    let letters = letters.chain((!rest.is_empty()).then_some(None));
    let mut n_damaged = 0;
    let text = letters.map(|letter| {
        n_damaged += usize::from(letter.is_none());
        letter.unwrap_or('\u{fffd}')
    });
    (Cow::Owned(text.collect()), n_damaged)
}

/// The lines of a text, without their ends: LF, CRLF, CR, NEL, form feed, U+2028 and U+2029.
#[derive(Debug)]
pub struct RawLines<'a> {
    rest: &'a str,
    ends: Ends,
}

/// Which line ends occur; the rarer ones take longer to look for.
#[derive(Debug, Clone, Copy)]
enum Ends {
    Lf,
    Ascii,
    All,
}

impl<'a> RawLines<'a> {
    /// The lines of `text`.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let has = |end: &str| memmem::find(bytes, end.as_bytes()).is_some();
        let ends = if has("\u{85}") || has("\u{2028}") || has("\u{2029}") {
            Ends::All
        } else if memchr2(b'\r', 0x0c, bytes).is_some() {
            Ends::Ascii
        } else {
            Ends::Lf
        };
        Self { rest: text, ends }
    }

    fn end(&self) -> Option<usize> {
        let bytes = self.rest.as_bytes();
        match self.ends {
            Ends::Lf => memchr(b'\n', bytes),
            Ends::Ascii => memchr3(b'\n', b'\r', 0x0c, bytes),
            Ends::All => self.rest.find(['\n', '\r', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']),
        }
    }
}

impl<'a> Iterator for RawLines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let Some(end) = self.end() else { return Some(std::mem::take(&mut self.rest)) };
        let (line, rest) = self.rest.split_at(end);
        let n_bytes = if rest.starts_with("\r\n") {
            2
        } else {
            rest.chars().next().map_or(0, char::len_utf8)
        };
        self.rest = &rest[n_bytes..];
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: &str, warnings: &[&str]) {
        let decoded = decode(bytes, None);
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.warnings(), warnings);
    }

    #[test]
    fn a_byte_order_mark_is_not_text() {
        check("\u{feff}é".as_bytes(), "é", &[]);
        check(b"\xff\xfeh\0i\0", "hi", &[]);
        check(b"\xfe\xff\0h\0i", "hi", &[]);
    }

    #[test]
    fn what_is_not_utf_8_is_shown_and_counted() {
        check(
            b"caf\xc3\xa9 \xff ol\xc3\xa9 \xff!",
            "caf\u{e9} \u{fffd} ol\u{e9} \u{fffd}!",
            &["2 places are not UTF-8 and are shown as “\u{fffd}”"],
        );
        check(b"\xe2\x80", "\u{fffd}", &["1 place is not UTF-8 and is shown as “\u{fffd}”"]);
    }

    #[test]
    fn half_a_character_of_utf_16_is_damage() {
        check(
            b"\xff\xfea\0\x00\xd8b\0",
            "a\u{fffd}b",
            &["1 place is not UTF-16LE and is shown as “\u{fffd}”"],
        );
    }

    #[test]
    fn the_encoding_that_is_asked_for_is_taken() {
        let koi8 = Encoding::named("koi8-r");
        assert_eq!(decode(b"\xc1\xc2", koi8).text, "аб");
        assert!(decode(b"\xc1\xc2", koi8).warnings().is_empty());
        assert_eq!(decode("\u{feff}é".as_bytes(), Some(Encoding::UTF_8)).text, "é");
    }

    #[test]
    fn a_guess_is_told() {
        check(
            b"caf\xe9",
            "café",
            &["read as windows-1252, which is a guess; --encoding names another"],
        );
    }

    #[test]
    fn utf_32_is_read_and_half_a_letter_of_it_is_damage() {
        check(
            b"\xff\xfe\0\0h\0\0\0\0\0\0\x80i\0",
            "h\u{fffd}\u{fffd}",
            &["2 places are not UTF-32 and are shown as “\u{fffd}”"],
        );
    }

    #[test]
    fn every_line_end_ends_a_line() {
        let text = "a\nb\r\nc\rd\u{85}e\u{2028}f\u{2029}g\u{c}h";
        assert_eq!(RawLines::new(text).collect::<String>(), "abcdefgh");
        assert_eq!(RawLines::new(text).count(), 8);
        assert_eq!(RawLines::new("a\r\n\r\nb\n").collect::<Vec<_>>(), ["a", "", "b"]);
    }
}
