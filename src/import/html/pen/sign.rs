//! The sign that a block has of its own, though it is written already: from its reference, as the
//! number of its item.

use super::super::context::Context;
use super::super::notes::Sign;
use super::{Blank, Pen};
use crate::document::is_raised;

/// The sign that a block may have of its own.
#[derive(Debug)]
pub struct OwnSign {
    sign: Sign,
    /// It is one only with a sign around it: the note is numbered by its list, too, or it may be a
    /// word.
    is_apart: bool,
    /// A bracket that stands before it, or before other words.
    bracket: Option<&'static str>,
}

/// What a word is where a sign may stand.
enum Found<'w> {
    /// A bracket that may stand around it.
    Bracket(&'static str),
    /// The sign, with so many words right behind it.
    Sign(&'w str),
    /// Another word.
    Other,
}

impl OwnSign {
    /// A sign that a block may begin with, which is one only with a sign around it if it `is_apart`.
    pub fn new(sign: Sign, is_apart: bool) -> Self {
        Self { sign, is_apart, bracket: None }
    }

    /// Whether this is the sign, with or without the word for a note.
    pub fn is_of(&self, sign: &Sign) -> bool {
        self.sign == *sign || sign.numbered().is_some_and(|number| self.sign.is(number))
    }

    fn find<'w>(&self, word: &'w str) -> Found<'w> {
        if self.bracket.is_none() {
            match word {
                "[" => return Found::Bracket("["),
                "(" => return Found::Bracket("("),
                _ => {}
            }
        }
        let is_plain = word.chars().all(char::is_alphanumeric) && !word.chars().all(is_raised);
        let is_apart = self.is_apart && self.bracket.is_none();
        if self.sign.is(word) && !(is_apart && is_plain) {
            return Found::Sign("");
        }
        match self.sign.behind(word) {
            Some(behind) if self.bracket.is_none() => Found::Sign(behind),
            _ => Found::Other,
        }
    }
}

impl Pen<'_> {
    /// What is to be written of a word, where the sign of its block may stand.
    pub(super) fn without_sign<'w>(&mut self, word: &'w str, context: Context) -> &'w str {
        let Some(own) = self.next.sign.take() else { return word };
        match own.find(word) {
            Found::Bracket(bracket) => {
                self.next.sign = Some(OwnSign { bracket: Some(bracket), ..own });
                self.blank = Blank::None;
                ""
            }
            Found::Sign(behind) => {
                self.next.is_behind_sign = true;
                behind
            }
            Found::Other => {
                if let Some(bracket) = own.bracket {
                    let blank = std::mem::replace(&mut self.blank, Blank::None);
                    self.word(bracket, context);
                    self.blank = blank;
                }
                word
            }
        }
    }
}

/// Whether words are nothing but the sign of a note, as it is shown.
pub(super) fn is_note_sign(words: &str) -> bool {
    let is_number = !words.is_empty() && words.chars().all(is_raised);
    is_number
        || Sign::of(words).is_some_and(|sign| sign.number().is_none() && sign.shown() == words)
}
