//! The signs of a mark: stars and tildes where Markdown reads them as such, else tags of HTML.

use crate::document::Mark;

/// What a mark is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs {
    /// Before the words and behind them.
    pub sign: &'static str,
    /// The element of HTML that says the same.
    pub tag: &'static str,
}

impl Signs {
    /// The signs of a mark; `None` of one that is more than signs.
    pub fn of(mark: &Mark<'_>) -> Option<Self> {
        let (sign, tag) = match mark {
            Mark::Emphasis => ("*", "em"),
            Mark::Strong => ("**", "strong"),
            Mark::Strike => ("~~", "s"),
            Mark::Code => ("", "code"),
            Mark::Link(_) | Mark::Note(_) | Mark::Language(_) | Mark::Image(_) | Mark::Title(_) => {
                return None;
            }
        };
        Some(Self { sign, tag })
    }
}

/// What touches the two signs of a mark, at the outside and at the inside; nothing at the outside
/// is the end of a line, and nothing at the inside the sign of another mark.
#[derive(Debug, Clone, Copy)]
pub struct Sides {
    /// Before the words.
    pub before: Option<char>,
    /// The first of the words.
    pub first: Option<char>,
    /// The last of the words.
    pub last: Option<char>,
    /// Behind the words.
    pub after: Option<char>,
}

impl Sides {
    /// Whether stars at both ends are read as signs. A blank or a stop at the outside is enough,
    /// and so is a letter at the inside: words that touch a letter and begin with a quotation mark
    /// are not marked by stars.
    pub fn are_read(self) -> bool {
        let is_free = |outside: Option<char>| outside.is_none_or(is_stop);
        let is_letter = |inside: Option<char>| inside.is_some_and(is_letter);
        (is_free(self.before) || is_letter(self.first))
            && (is_free(self.after) || is_letter(self.last))
            // Signs that touch are one run of them.
            && !matches!(self.before, Some('*' | '~'))
    }
}

/// Whether a character parts words, surely.
fn is_stop(character: char) -> bool {
    character.is_whitespace()
        // A dollar that is a word is hidden from the parser where there are formulas.
        || character.is_ascii_punctuation() && character != '$'
        || "“”‘’«»—–…¿¡、。，「」（）".contains(character)
}

/// Whether a character is of a word, surely: letters in a circle are symbols.
fn is_letter(character: char) -> bool {
    let is_enclosed = matches!(character, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f189}');
    character.is_alphanumeric() && !is_enclosed
}
