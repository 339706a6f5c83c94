//! Bytes to text, and text to lines.
//!
//! UTF-8 is borrowed, not copied. What is not UTF-8 becomes U+FFFD, once for each longest part of
//! a character, as the WHATWG encoding standard says.

use memchr::{memchr, memchr2, memchr3, memmem};
use std::borrow::Cow;

/// The text of a file.
#[derive(Debug)]
pub struct Decoded<'a> {
    /// The text, without a byte order mark.
    pub text: Cow<'a, str>,
    encoding: &'static str,
    n_damaged: usize,
}

impl Decoded<'_> {
    /// What the reader should know of the encoding.
    pub fn warnings(&self) -> Vec<String> {
        let encoding = self.encoding;
        match self.n_damaged {
            0 => Vec::new(),
            1 => vec![format!("1 place is not {encoding} and is shown as “\u{fffd}”")],
            n => vec![format!("{n} places are not {encoding} and are shown as “\u{fffd}”")],
        }
    }
}

/// Decodes UTF-8, or UTF-16 with a byte order mark.
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Decoded<'_> {
    let encoding = "UTF-8";
    if let Ok(text) = str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), encoding, n_damaged: 0 };
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
    Decoded { text: Cow::Owned(text), encoding, n_damaged }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded<'static> {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut n_damaged = 0;
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        text.push(character.unwrap_or_else(|_| {
            n_damaged += 1;
            '\u{fffd}'
        }));
    }
    if !odd.is_empty() {
        text.push('\u{fffd}');
        n_damaged += 1;
    }
    Decoded { text: Cow::Owned(text), encoding: "UTF-16", n_damaged }
}

/// The most bytes that a text takes with its tabs and controls written out.
pub fn written_bytes(text: &str) -> u64 {
    /// No text below this can grow beyond the offsets of a document.
    const SAFE_BYTES: usize = u32::MAX as usize / 9;
    if text.len() < SAFE_BYTES {
        return text.len() as u64;
    }
    let growth = |byte: u8| match byte {
        b'\t' => 7,
        0..=0x1f | 0x7f => 2,
        // The lead byte of C1 controls.
        0xc2 => 1,
        _ => 0,
    };
    let n_pieces = text.len() as u64 >> 15;
    let n_bidi = text.matches(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
    let spelled_out = 6 * n_bidi.count() as u64;
    text.len() as u64 + n_pieces + spelled_out + text.bytes().map(growth).sum::<u64>()
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
        let decoded = decode(bytes);
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
            b"caf\xe9 \xff!",
            "caf\u{fffd} \u{fffd}!",
            &["2 places are not UTF-8 and are shown as “\u{fffd}”"],
        );
        check(b"\xe2\x80", "\u{fffd}", &["1 place is not UTF-8 and is shown as “\u{fffd}”"]);
    }

    #[test]
    fn half_a_character_of_utf_16_is_damage() {
        check(
            b"\xff\xfea\0\x00\xd8b",
            "a\u{fffd}\u{fffd}",
            &["2 places are not UTF-16 and are shown as “\u{fffd}”"],
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
