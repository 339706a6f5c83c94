//! The likeliest encoding of bytes that are no UTF-8 and declare nothing.

use super::WINDOW_BYTES;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

/// The likeliest encoding of the bytes from the first that is not ASCII on.
pub(super) fn guess(before: &[u8], window: &[u8]) -> &'static encoding_rs::Encoding {
    let around = [before.last().unwrap_or(&b' ')].into_iter().chain(window).chain(b" ");
    if is_macintosh(&around.copied().collect::<Vec<u8>>()) {
        return encoding_rs::MACINTOSH;
    }
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

/// Whether an old Macintosh wrote a text: its apostrophe in `don’t` and its opening quotation mark are
/// capitals elsewhere, which do not stand among small letters.
fn is_macintosh(window: &[u8]) -> bool {
    const APOSTROPHE: u8 = 0xd5;
    const OPENING: u8 = 0xd2;
    const CLOSING: u8 = 0xd3;
    let is_apostrophe = |three: &[u8]| {
        three[1] == APOSTROPHE && three[0].is_ascii_lowercase() && three[2].is_ascii_lowercase()
    };
    let is_opening = |three: &[u8]| {
        three[0].is_ascii_whitespace() && three[1] == OPENING && three[2].is_ascii_alphabetic()
    };
    let is_closing = |three: &[u8]| {
        three[0].is_ascii_punctuation() && three[1] == CLOSING && three[2].is_ascii_whitespace()
    };
    // Those of Windows are accents on a Macintosh, of which only some stand among letters.
    let has_windows_quotes = window.windows(3).any(|three| {
        three[0].is_ascii_whitespace() && matches!(three[1], 0x91 | 0x93)
            || matches!(three[1], 0x92 | 0x94) && !three[2].is_ascii_alphabetic()
    });
    let has = |is: &dyn Fn(&[u8]) -> bool| window.windows(3).any(is);
    !has_windows_quotes && (has(&is_apostrophe) || has(&is_opening) && has(&is_closing))
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
