//! The words of a block, classed for the grammar of dates.
//!
//! In: the text of a block. Out: its [`Word`]s in order, each with the sign that stands before it.
//! Most words are [`Kind::Other`] and cost one look into a small table. Figures that can be no
//! part of a date (`$1995`, `1,850`, `1080p`) become one word of the kind [`Kind::Figure`].

use super::abbreviation::{abbreviation, quarter};
use super::figures::written_date;
use super::lexicon::{Kind, class};
use super::number::Number;

/// A word with what stands before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Word {
    /// The first byte in the block.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What stands between it and the word before.
    pub gap: Gap,
    /// What it can be in a date.
    pub kind: Kind,
    /// Whether it begins with a capital letter.
    pub is_capital: bool,
}

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// The block begins.
    Start,
    /// Blanks alone.
    Blank,
    /// A comma.
    Comma,
    /// A hyphen without blanks.
    Hyphen,
    /// A dash, with or without blanks.
    Dash,
    /// A slash without blanks.
    Slash,
    /// An apostrophe without blanks behind it: `’69`, `year’s`.
    Apostrophe,
    /// The end of a sentence, or a colon or semicolon.
    Stop,
    /// An opening bracket.
    Bracket,
    /// Quotation marks, closing brackets, other signs.
    Sign,
}

impl Gap {
    /// Whether the words on both sides can belong to one phrase: blanks alone.
    pub fn is_blank(self) -> bool {
        self == Self::Blank
    }

    /// Whether a date can go on behind it with its year or its weekday.
    pub fn is_blank_or_comma(self) -> bool {
        matches!(self, Self::Blank | Self::Comma)
    }

    /// Whether it can stand between the two ends of a range.
    pub fn is_joint(self) -> bool {
        matches!(self, Self::Hyphen | Self::Dash)
    }
}

/// Replaces `words` by those of `text`.
pub fn read_words(text: &str, words: &mut Vec<Word>) {
    words.clear();
    let bytes = text.as_bytes();
    let (mut at, mut gap_start) = (0, 0);
    while at < bytes.len() {
        let byte = bytes[at];
        let word = if byte.is_ascii_alphabetic() || byte >= 0x80 {
            letters(text, at)
        } else if byte.is_ascii_digit() {
            Some(figure(text, at))
        } else {
            None
        };
        let Some((end, kind)) = word else {
            at += if byte < 0x80 { 1 } else { text[at..].chars().next().map_or(1, char::len_utf8) };
            continue;
        };
        let gap = if words.is_empty() { first_gap(&text[..at]) } else { gap(&text[gap_start..at]) };
        words.push(Word { start: at, end, gap, kind, is_capital: is_capital(text, at) });
        (at, gap_start) = (end, end);
    }
}

fn is_capital(text: &str, at: usize) -> bool {
    let byte = text.as_bytes()[at];
    if byte < 0x80 { byte.is_ascii_uppercase() } else { text[at..].starts_with(char::is_uppercase) }
}

/// Which bytes are letters of ASCII.
const LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut letter = b'a';
    while letter <= b'z' {
        letters[letter as usize] = true;
        letters[letter.to_ascii_uppercase() as usize] = true;
        letter += 1;
    }
    letters
};

/// The word of letters that begins at `at`; `None` if a sign beyond ASCII stands there.
fn letters(text: &str, at: usize) -> Option<(usize, Kind)> {
    let bytes = text.as_bytes();
    let mut end = at + bytes[at..].iter().take_while(|byte| LETTERS[usize::from(**byte)]).count();
    while let Some(byte) = bytes.get(end) {
        if byte.is_ascii_alphabetic() {
            end += 1;
        } else if *byte >= 0x80 {
            // Dashes, quotation marks and the like are no letters, which is told without a table.
            let is_sign = *byte == 0xE2 && bytes.get(end + 1) == Some(&0x80);
            match text[end..].chars().next().filter(|_| !is_sign) {
                Some(letter) if letter.is_alphanumeric() => end += letter.len_utf8(),
                _ => break,
            }
        } else {
            break;
        }
    }
    if end == at {
        return None;
    }
    // `B.C.`, `a.m.`, `Dec.`: the stops of what is known with them.
    if bytes.get(end) == Some(&b'.')
        && let Some((length, kind)) = abbreviation(&text[at..])
    {
        return Some((at + length, kind));
    }
    if bytes.get(end).is_some_and(|byte| byte.is_ascii_digit()) {
        // `A1949`, `Q3`.
        let digits = bytes[end..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let kind = quarter(&text[at..end + digits]).unwrap_or(Kind::Figure);
        return Some((end + digits, kind));
    }
    Some((end, class(&text[at..end])))
}

/// The figure that begins at `at`.
fn figure(text: &str, at: usize) -> (usize, Kind) {
    if let Some(found) = written_date(&text[at..]) {
        return (at + found.0, found.1);
    }
    let (number, end) = Number::read(text, at);
    (end.max(at + 1), number.map_or(Kind::Figure, Kind::Number))
}

fn first_gap(before: &str) -> Gap {
    match gap(before) {
        Gap::Bracket => Gap::Bracket,
        Gap::Apostrophe => Gap::Apostrophe,
        _ => Gap::Start,
    }
}

fn gap(between: &str) -> Gap {
    let bytes = between.as_bytes();
    match bytes {
        b" " | b"\n" => return Gap::Blank,
        b", " | b",\n" | b"," => return Gap::Comma,
        b"-" => return Gap::Hyphen,
        b". " => return Gap::Stop,
        b"/" => return Gap::Slash,
        _ => {}
    }
    let signs = between.trim();
    match signs {
        "" => Gap::Blank,
        "," => Gap::Comma,
        "‑" if signs.len() == between.len() => Gap::Hyphen,
        "–" | "—" | "--" | "-" => Gap::Dash,
        // `year’s`, and `’69` behind a blank.
        "’" | "'" | "‘" if between.ends_with(signs) => Gap::Apostrophe,
        _ if signs.starts_with(['.', '!', '?', ';', ':']) => Gap::Stop,
        _ if signs.ends_with(['(', '[']) => Gap::Bracket,
        _ => Gap::Sign,
    }
}
