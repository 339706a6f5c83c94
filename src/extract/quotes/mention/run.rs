//! Runs of words with capital letters, in which names stand.

use crate::extract::quotes::name::{is_epithet, is_particle};
use crate::extract::quotes::token::has_stop;

/// Where the next word with a capital letter begins.
pub(super) fn run_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes[at..].iter().position(|byte| MAY_BE_CAPITAL[usize::from(*byte)])?;
        let is_first = || at == 0 || !bytes[at - 1].is_ascii_alphanumeric() && bytes[at - 1] < 0xC3;
        match bytes[at] {
            b'A'..=b'Z' if is_first() => return Some(at),
            // À and beyond; signs of punctuation begin with C2 or E2.
            0xC3..=0xD4 if is_first() => {
                let first = text[at..].chars().next()?;
                if first.is_uppercase() {
                    return Some(at);
                }
                at += first.len_utf8();
            }
            _ => at += 1,
        }
    }
}

/// The bytes with which a capital letter may begin: those of ASCII, and of À and beyond.
const MAY_BE_CAPITAL: [bool; 256] = {
    let mut may = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        may[byte] = matches!(byte as u8, b'A'..=b'Z' | 0xC3..=0xD4);
        byte += 1;
    }
    may
};

/// The end of a run of capitalised words and particles, which is cut off after some 80 bytes.
pub(super) fn run_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut end) = (start, start);
    while at - start < 80 {
        let length = word_end(bytes, at) - at;
        let word = &text[at..at + length];
        at += length;
        if word == "&"
            || is_particle(word)
            || matches!(word, "of" | "for")
            || is_led(word, &text[at..])
        {
            // Part of the name only if another word follows.
        } else if word.starts_with(|c: char| c.is_uppercase()) || word.starts_with("al-") {
            end = at;
        } else {
            break;
        }
        let is_last = word.strip_suffix('.').is_some_and(|word| !has_stop(word));
        if bytes.get(at) != Some(&b' ') || word.is_empty() || is_last {
            break;
        }
        at += 1;
    }
    end
}

/// `the` before what a ruler is called: `Catherine the Great`.
fn is_led(word: &str, behind: &str) -> bool {
    let next = || {
        behind.strip_prefix(' ').and_then(|rest| rest.split(|c: char| !c.is_alphabetic()).next())
    };
    word == "the" && next().is_some_and(is_epithet)
}

/// The end of the word at `at`: letters, digits, hyphens, apostrophes and the stops of initials.
fn word_end(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    while let Some(byte) = bytes.get(end) {
        let is_part = match byte {
            // Letters beyond ASCII, but not the quotation marks and dashes of E2 80.
            0x80.. => !is_sign(&bytes[end..]),
            b'-' => bytes.get(end + 1) != Some(&b'-'),
            b'\'' | b'.' | b'&' => true,
            _ => byte.is_ascii_alphanumeric(),
        };
        if !is_part {
            break;
        }
        end += if *byte == 0xE2 { 3 } else { 1 };
    }
    end
}

/// Whether a sign of punctuation other than the apostrophe stands here.
fn is_sign(bytes: &[u8]) -> bool {
    match bytes {
        [0xE2, 0x80, 0x99, ..] => false,
        [0xE2 | 0xC2, ..] => true,
        _ => false,
    }
}
