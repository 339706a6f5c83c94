//! Bytes that come in pieces, to text.
//!
//! The encoding is decided as for the whole, by the same bytes of it: until those are there, only
//! what is ASCII is text already.

use super::decode::warnings;
use super::encoding::{self, Detected, Encoding, WINDOW_BYTES, mark};

/// Of what was text before the encoding was decided, the guess needs so much.
const BEFORE_BYTES: usize = 64;

/// Decodes piece by piece, wherever the pieces end. The first piece holds the head of the text.
pub struct Decoder {
    asked: Option<Encoding>,
    /// What of the beginning an encoding may be declared in.
    head: Vec<u8>,
    /// The end of what is text already.
    before: Vec<u8>,
    /// Bytes that are no text yet: the encoding is open, or a letter is not complete.
    held: Vec<u8>,
    detected: Option<Detected>,
    letters: Letters,
    n_damaged: usize,
}

/// How letters are made of bytes.
enum Letters {
    Utf8,
    Standard(Box<encoding_rs::Decoder>),
    Utf32(fn([u8; 4]) -> u32),
}

impl Decoder {
    /// A decoder of bytes in `encoding`, or else in the one that they are in.
    pub fn new(encoding: Option<Encoding>) -> Self {
        Self {
            asked: encoding,
            head: Vec::new(),
            before: Vec::new(),
            held: Vec::new(),
            detected: None,
            letters: Letters::Utf8,
            n_damaged: 0,
        }
    }

    /// Appends the text of the next piece to `text`; `is_last` if none comes after it.
    pub fn decode(&mut self, piece: &[u8], is_last: bool, text: &mut String) {
        let room = encoding::DECLARATION_BYTES.max(encoding::PATTERN_BYTES) - self.head.len();
        self.head.extend_from_slice(&piece[..piece.len().min(room)]);
        self.held.extend_from_slice(piece);
        let is_first = self.detected.is_none() && self.before.is_empty();
        if self.detected.is_none() {
            self.detected = self.detect(is_first, is_last);
            match self.detected {
                Some(detected) => self.begin(detected, is_first),
                None => return self.take_ascii(text),
            }
        }
        let held = std::mem::take(&mut self.held);
        let n_read = match &mut self.letters {
            Letters::Utf8 => utf8(&held, is_last, text, &mut self.n_damaged),
            Letters::Standard(decoder) => {
                standard(decoder, &held, is_last, text, &mut self.n_damaged)
            }
            Letters::Utf32(unit) => utf32(&held, *unit, is_last, text, &mut self.n_damaged),
        };
        self.held = held[n_read..].to_vec();
    }

    /// Whether the text so far is the bytes as they are, so that offsets in it are offsets of them.
    pub fn is_verbatim(&self) -> bool {
        matches!(self.letters, Letters::Utf8) && self.n_damaged == 0 && mark(&self.head).is_none()
    }

    /// What the reader should know of the encoding.
    pub fn warnings(&self) -> Vec<String> {
        self.detected.map_or_else(Vec::new, |detected| warnings(detected, self.n_damaged))
    }

    /// The encoding of the held bytes and what follows, if enough of them is there.
    fn detect(&self, is_first: bool, is_last: bool) -> Option<Detected> {
        if let Some(encoding) = self.asked {
            return Some(Detected::sure(encoding));
        }
        if is_first && let Some(detected) = encoding::by_head(&self.held) {
            return Some(detected);
        }
        match self.held.iter().position(|byte| !byte.is_ascii()) {
            Some(first) if is_last || self.held.len() - first >= WINDOW_BYTES => {
                let before = [&self.before[..], &self.held[..first]].concat();
                let window = &self.held[first..];
                Some(encoding::by_window(
                    &self.head,
                    &before,
                    &window[..window.len().min(WINDOW_BYTES)],
                ))
            }
            None if is_last => Some(Detected::sure(Encoding::UTF_8)),
            _ => None,
        }
    }

    fn begin(&mut self, detected: Detected, is_first: bool) {
        if is_first
            && let Some((_, length)) =
                mark(&self.held).filter(|(marked, _)| *marked == detected.encoding)
        {
            self.held.drain(..length);
        }
        self.letters = match detected.encoding {
            encoding if encoding == Encoding::UTF_8 => Letters::Utf8,
            Encoding::Standard(encoding) => {
                Letters::Standard(Box::new(encoding.new_decoder_without_bom_handling()))
            }
            Encoding::Utf32 { is_little_endian: true } => Letters::Utf32(u32::from_le_bytes),
            Encoding::Utf32 { is_little_endian: false } => Letters::Utf32(u32::from_be_bytes),
        };
    }

    /// Takes what is the same in every encoding that is still possible.
    fn take_ascii(&mut self, text: &mut String) {
        let n_ascii = self.held.iter().position(|byte| !byte.is_ascii()).unwrap_or(self.held.len());
        let ascii = &self.held[..n_ascii];
        text.push_str(str::from_utf8(ascii).unwrap_or_default());
        self.before.extend_from_slice(&ascii[ascii.len().saturating_sub(BEFORE_BYTES)..]);
        self.before.drain(..self.before.len().saturating_sub(BEFORE_BYTES));
        self.held.drain(..n_ascii);
    }
}

/// Appends the letters in `bytes`; how many bytes they take.
fn utf8(bytes: &[u8], is_last: bool, text: &mut String, n_damaged: &mut usize) -> usize {
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        at += chunk.valid().len();
        let invalid = chunk.invalid();
        let is_begun =
            || str::from_utf8(invalid).err().is_some_and(|error| error.error_len().is_none());
        if !is_last && at + invalid.len() == bytes.len() && !invalid.is_empty() && is_begun() {
            return at;
        }
        if !invalid.is_empty() {
            text.push('\u{fffd}');
            *n_damaged += 1;
        }
        at += invalid.len();
    }
    at
}

fn standard(
    decoder: &mut encoding_rs::Decoder,
    bytes: &[u8],
    is_last: bool,
    text: &mut String,
    n_damaged: &mut usize,
) -> usize {
    let start = text.len();
    text.reserve(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3));
    let (_, n_read, is_damaged) = decoder.decode_to_string(bytes, text, is_last);
    if is_damaged {
        *n_damaged += text[start..].matches('\u{fffd}').count();
    }
    n_read
}

fn utf32(
    bytes: &[u8],
    unit: fn([u8; 4]) -> u32,
    is_last: bool,
    text: &mut String,
    n_damaged: &mut usize,
) -> usize {
    let (units, rest) = bytes.as_chunks::<4>();
    let is_cut = is_last && !rest.is_empty();
    let letters = units.iter().map(|bytes| char::from_u32(unit(*bytes)));
    for letter in letters.chain(is_cut.then_some(None)) {
        *n_damaged += usize::from(letter.is_none());
        text.push(letter.unwrap_or('\u{fffd}'));
    }
    if is_last { bytes.len() } else { bytes.len() - rest.len() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::decode::decode;
    use proptest::prelude::*;

    /// The text and the warnings of bytes of which `n_first` come first, then so many at a time.
    fn decoded(bytes: &[u8], n_first: usize, n_bytes: usize) -> (String, Vec<String>) {
        let mut decoder = Decoder::new(None);
        let mut text = String::new();
        let (first, rest) = bytes.split_at(n_first.min(bytes.len()));
        decoder.decode(first, rest.is_empty(), &mut text);
        let n_pieces = rest.len().div_ceil(n_bytes);
        for (index, piece) in rest.chunks(n_bytes).enumerate() {
            decoder.decode(piece, index + 1 == n_pieces, &mut text);
        }
        (text, decoder.warnings())
    }

    #[track_caller]
    fn check(bytes: &[u8]) {
        let whole = decode(bytes, None);
        for n_bytes in [1, 7, 4096] {
            let (text, warnings) = decoded(bytes, 100 << 10, n_bytes);
            assert!(text == whole.text, "{n_bytes}: {:?}", &text[text.len().saturating_sub(90)..]);
            assert_eq!(warnings, whole.warnings());
        }
    }

    #[test]
    fn an_encoding_found_out_late_is_that_of_the_whole() {
        let plain = "plain words\n".repeat(12_000).into_bytes();
        let encoded = |name: &str| {
            let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
            encoding.encode(&"Быстрая лиса и читатель в деревне. ".repeat(40)).0.into_owned()
        };
        for late in [encoded("koi8-r"), encoded("windows-1251"), encoded("utf-8"), b"\xe9".to_vec()]
        {
            check(&[&plain[..], &late, &plain, &late].concat());
        }
        check(&plain);
    }

    #[test]
    fn wide_letters_and_damage_are_those_of_the_whole() {
        let text = "A café, 漢字, 👩 and more.\n".repeat(9000);
        let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&[b"\xfe\xff", &utf_16[..], b"\xd8"].concat());
        check(&utf_16);
        let utf_32: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        check(&[b"\xff\xfe\0\0", &utf_32[..], b"\0\0"].concat());
        check(&[text.as_bytes(), b"\xff \xe2\x80 ", text.as_bytes(), b"\xf0\x9f"].concat());
        check(&["\u{feff}".as_bytes(), text.as_bytes()].concat());
    }

    proptest! {
        #[test]
        fn utf_8_is_read_alike_wherever_it_is_cut(
            pieces in proptest::collection::vec(prop_oneof![
                "\\PC{1,4}".prop_map(String::into_bytes),
                proptest::collection::vec(any::<u8>(), 1..3),
            ], 0..40),
            n_bytes in 1usize..9,
        ) {
            let bytes = [&b"caf\xc3\xa9 ".repeat(20_000)[..], &pieces.concat()].concat();
            let (text, warnings) = decoded(&bytes, 100 << 10, (90 << 10) + n_bytes);
            let whole = decode(&bytes, None);
            prop_assert!(text == whole.text);
            prop_assert_eq!(warnings, whole.warnings());
        }
    }
}
