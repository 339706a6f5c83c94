//! Which encoding the bytes of a text are in.
//!
//! In: bytes, or the head of them. Out: an [`Encoding`], and how it is known: by a byte order
//! mark, else because the bytes are UTF-8, else by what the text says of itself, else by a guess.
//! Valid UTF-8 wins over a declaration, since a page that was saved again often keeps a false one.
//! Only the bytes from the first that is not ASCII on are looked at, and few of them, so that the
//! head of a text is read as the whole of it is.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
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
        return Some(Detected::standard(encoding));
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

/// The likeliest encoding of the bytes from the first that is not ASCII on.
fn guess(before: &[u8], window: &[u8]) -> &'static encoding_rs::Encoding {
    if is_english(before, window) {
        return encoding_rs::WINDOWS_1252;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&before[before.len().saturating_sub(64)..], false);
    // A window that is full may end inside a letter.
    detector.feed(window, window.len() < WINDOW_BYTES);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if guess == encoding_rs::EUC_JP && !can_be_japanese(&guess.decode(window).0) {
        // Some words of Chinese in Big5 are bytes of kana, in an order that no word has.
        let (_, is_damaged) = encoding_rs::BIG5.decode_without_bom_handling(window);
        if !is_damaged {
            return encoding_rs::BIG5;
        }
    }
    guess
}

/// A pound sign and a dash among English words say too little for a guess, if there are no more than
/// so many of them.
const FEW: usize = 16;

/// Whether a text is English but for a few bytes.
fn is_english(before: &[u8], window: &[u8]) -> bool {
    const WORDS: [&[u8]; 10] =
        [b"the", b"of", b"and", b"to", b"was", b"is", b"it", b"in", b"that", b"The"];
    let n_other = window.iter().filter(|byte| !byte.is_ascii()).count();
    if n_other > FEW {
        return false;
    }
    let near = &before[before.len().saturating_sub(WINDOW_BYTES)..];
    let words = near.split(u8::is_ascii_whitespace).chain(window.split(u8::is_ascii_whitespace));
    let (mut n_words, mut n_english) = (0, 0);
    for word in words.filter(|word| !word.is_empty()) {
        n_words += 1;
        n_english += usize::from(WORDS.contains(&word));
    }
    n_english > 0 && n_english * 8 >= n_words
}

/// Whether small kana mostly follow the syllables that they can follow.
fn can_be_japanese(text: &str) -> bool {
    let (mut n_small, mut n_wrong) = (0, 0);
    let mut before = ' ';
    for letter in text.chars() {
        if matches!(letter, 'ゃ' | 'ゅ' | 'ょ') {
            n_small += 1;
            n_wrong += usize::from(!"きしちにひみりぎじぢびぴ".contains(before));
        }
        before = letter;
    }
    n_wrong * 2 <= n_small
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

/// UTF-16 without a mark, in which every other byte of Latin letters and blanks is zero.
pub fn wide(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let (pairs, _) = head.as_chunks::<2>();
    if pairs.len() < 8 {
        return None;
    }
    let n_zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0).count();
    let (first, second) = (n_zeros(0), n_zeros(1));
    let is_most = |n: usize| n * 10 >= pairs.len() * 4;
    let is_rare = |n: usize| n * 50 <= pairs.len();
    if is_most(second) && is_rare(first) {
        Some(encoding_rs::UTF_16LE)
    } else if is_most(first) && is_rare(second) {
        Some(encoding_rs::UTF_16BE)
    } else {
        wide_by_blanks(pairs.as_flattened())
    }
}

/// UTF-16 without a mark in another script, where zero bytes stand in blanks and line ends alone: the
/// one of the two in which the bytes are text.
fn wide_by_blanks(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    if !bytes.contains(&0) {
        return None;
    }
    let n_blanks = |encoding: &'static encoding_rs::Encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        let is_text = |letter: char| letter.is_whitespace() || !letter.is_control();
        let n_letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        let n_blanks = text.chars().filter(|letter| matches!(letter, ' ' | '\n')).count();
        let is_prose = text.chars().all(is_text) && n_letters * 2 > text.chars().count();
        (is_prose && n_blanks > 0).then_some(n_blanks)
    };
    let found = [encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].map(|one| (n_blanks(one), one));
    found.into_iter().max_by_key(|(n, _)| *n).filter(|(n, _)| n.is_some()).map(|(_, one)| one)
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
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], name: &str, evidence: Evidence) {
        let detected = detect(bytes);
        assert_eq!((detected.encoding.name(), detected.evidence), (name, evidence));
    }

    /// Prose in an encoding, long enough for a guess.
    fn encoded(text: &str, name: &str) -> Vec<u8> {
        let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
        encoding.encode(&text.repeat(20)).0.into_owned()
    }

    #[test]
    fn a_mark_names_the_encoding() {
        check(b"\xef\xbb\xbfx", "UTF-8", Evidence::Sure);
        check(b"\xff\xfex\0", "UTF-16LE", Evidence::Sure);
        check(b"\xfe\xff\0x", "UTF-16BE", Evidence::Sure);
        check(b"\xff\xfe\0\0x\0\0\0", "UTF-32", Evidence::Sure);
    }

    #[test]
    fn utf_8_is_known_by_its_letters_even_with_damage() {
        check("naïve".as_bytes(), "UTF-8", Evidence::Sure);
        check(b"na\xc3\xafve, then caf\xe9", "UTF-8", Evidence::Sure);
        check(b"cut: \xe2\x80", "UTF-8", Evidence::Sure);
        check(b"plain", "UTF-8", Evidence::Sure);
    }

    #[test]
    fn a_declaration_is_believed_where_the_bytes_are_not_utf_8() {
        let page = b"<html><meta http-equiv=Content-Type content='text/html; charset=KOI8-R'>\xc1";
        check(page, "KOI8-R", Evidence::Sure);
        check(b"<?xml version='1.0' encoding=\"iso-8859-2\"?>\xb1", "ISO-8859-2", Evidence::Sure);
        check("<meta charset=latin1>é".as_bytes(), "UTF-8", Evidence::Sure);
    }

    #[test]
    fn utf_16_cannot_be_declared_in_ascii_nor_utf_7_at_all() {
        for name in ["utf-16", "utf-7"] {
            let page = format!("<meta charset='{name}'>caf");
            check(&[page.as_bytes(), b"\xe9 au lait"].concat(), "windows-1252", Evidence::Guess);
        }
    }

    #[test]
    fn prose_tells_its_encoding() {
        let french = "Le café naïf, « l’été » de la dernière année. ";
        let russian = "Быстрая лиса и читатель в деревне. ";
        let japanese = "日本語の文章です。読者は夏に村へ行く。";
        let chinese = "中文文章的讀者在夏天去了村莊。";
        let korean = "한국어 문장을 읽는 사람이 여름에 마을로 갔다. ";
        for (text, name) in [
            (french, "windows-1252"),
            (russian, "windows-1251"),
            (russian, "KOI8-R"),
            (japanese, "Shift_JIS"),
            (japanese, "EUC-JP"),
            (chinese, "Big5"),
            (korean, "EUC-KR"),
        ] {
            let expected = if name == "KOI8-R" { "KOI8-U" } else { name };
            check(&encoded(text, name), expected, Evidence::Guess);
        }
        check(&encoded("NEEDLE 中文文章 ", "Big5"), "Big5", Evidence::Guess);
        check(&encoded("中文文章的读者在夏天去了村庄。", "gb18030"), "GBK", Evidence::Guess);
        check(&encoded(japanese, "iso-2022-jp"), "ISO-2022-JP", Evidence::Sure);
    }

    #[test]
    fn utf_16_without_a_mark_is_known_by_its_zeros() {
        let wide = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "A café in the village".encode_utf16().flat_map(unit).collect()
        };
        check(&wide(u16::to_le_bytes), "UTF-16LE", Evidence::Sure);
        check(&wide(u16::to_be_bytes), "UTF-16BE", Evidence::Sure);
        check(&[0; 4000], "UTF-8", Evidence::Sure);
    }

    #[test]
    fn the_head_of_a_text_is_read_as_the_whole_of_it() {
        let text = [b"plain ".repeat(20_000), encoded("Быстрая лиса. ", "koi8-r")].concat();
        assert_eq!(detect(&text[..text.len() - 60]).encoding.name(), detect(&text).encoding.name());
    }

    #[test]
    fn names_are_those_of_the_standard() {
        for (name, expected) in [
            ("latin1", Some("windows-1252")),
            (" Shift-JIS ", Some("Shift_JIS")),
            ("utf-32", Some("UTF-32")),
            ("utf-7", None),
            ("klingon", None),
        ] {
            assert_eq!(Encoding::named(name).map(Encoding::name), expected, "{name}");
        }
    }

    #[test]
    fn a_few_signs_among_english_words_are_those_of_western_europe() {
        check(b"The price was \xa35.", "windows-1252", Evidence::Guess);
        check(
            b"It was na\xefve \x97 I don\x92t.\n\nIt cost \xa35, and that was it.",
            "windows-1252",
            Evidence::Guess,
        );
        // Polish in its own encoding, which is no English.
        let polish = encoded("Zażółć gęślą jaźń, powiedział król do królowej. ", "windows-1250");
        check(&polish, "windows-1250", Evidence::Guess);
    }

    #[test]
    fn utf16_in_other_scripts_is_told_by_its_blanks() {
        for text in [
            "Жил-был старик со своею старухой\nу самого синего моря.\n",
            "むかしむかし、あるところに　おじいさんと\nおばあさんがいました。\n",
        ] {
            let bytes =
                |of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
            check(&bytes(u16::to_le_bytes), "UTF-16LE", Evidence::Sure);
            check(&bytes(u16::to_be_bytes), "UTF-16BE", Evidence::Sure);
        }
        assert_eq!(wide(b"\x7fELF\x02\x01\x01\0\0\0\0\0\x03\0>\0\x01\0\0\0"), None);
    }

    #[test]
    fn damage_beside_curly_quotes_leaves_utf8() {
        check(b"\xe2\x80\x9cBread\xe2\x80\x9d \xff and \xfe and \xfd", "UTF-8", Evidence::Sure);
    }
}
