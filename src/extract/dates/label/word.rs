//! The words of a sentence around a date, each with its kind and the signs at its ends.
//!
//! In: a sentence and where the date stands. Out: [`Words`], of which the date is one. Brackets that
//! do not hold the date are left out; of brackets that do, the words inside stand for the sentence
//! and those before them are kept aside. A long sentence is read only near the date, so the time
//! does not depend on its length.

use super::by_neighbors::by_neighbors;
use super::lexicon::{Kind, kind_of};
use super::sign::{core_end, is_abbreviated, stop_of};
use std::ops::Range;

/// How far before and after the date the sentence is read, in bytes.
const REACH: (usize, usize) = (320, 220);

/// The sign after a word that parts it from the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// Only a blank.
    None,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A dash.
    Dash,
    /// A semicolon, or the end of a sentence.
    Full,
}

/// A word, without the signs around it.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    /// The word.
    pub text: &'a str,
    /// The signs before it.
    pub open: &'a str,
    /// The signs after it.
    pub close: &'a str,
    /// What it does in its clause.
    pub kind: Kind,
    /// What parts it from the next word.
    pub stop: Stop,
}

impl Word<'_> {
    /// Whether the word may be part of a noun phrase: a noun, a name, a number.
    pub fn is_nounish(&self) -> bool {
        matches!(self.kind, Kind::Noun | Kind::Name | Kind::Number | Kind::Calendar | Kind::Date)
    }

    /// Whether the word is `word`, in small or capital letters.
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    /// Whether the word is one of `words`.
    pub fn is_one_of(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(word))
    }

    /// Whether the word is a possessive: `Stalin’s`.
    pub fn is_possessive(&self) -> bool {
        self.text.ends_with("’s")
            || self.text.ends_with("'s")
            || self.close == "’"
            || (self.kind == Kind::Date
                && (self.close.starts_with("’s") || self.close.starts_with("'s")))
    }
}

/// The words around a date.
#[derive(Debug)]
pub struct Words<'a> {
    /// The words, in order.
    pub list: Vec<Word<'a>>,
    /// The index of the date in `list`.
    pub date: usize,
    /// What stands before the bracket that holds the date; empty if none does.
    pub outer: Vec<Word<'a>>,
    /// Whether the sentence goes on after the last word.
    pub is_cut: bool,
}

impl<'a> Words<'a> {
    /// The words of `sentence` near the date.
    pub fn around(sentence: &'a str, date: Range<usize>) -> Self {
        let window = window(sentence, &date);
        let mut reader = Reader { is_opening: window.start == 0, ..Reader::default() };
        reader.read(&sentence[window.start..date.start]);
        let level = reader.level;
        let rest = &sentence[date.end..window.end];
        // What hangs on the date without a blank: `1949’s`, `1950-built`, a comma.
        let n_stuck = rest.find(|c: char| c.is_whitespace() || c == '—').unwrap_or(rest.len());
        reader.date(&sentence[date], &rest[..n_stuck]);
        let date = reader.list.len() - 1;
        reader.read(&rest[n_stuck..]);
        let is_cut = window.end < sentence.len();
        reader.finish(date, level, is_cut)
    }

    /// The words of the first `n_bytes` of a sentence that holds no date of interest.
    pub fn of_opening(sentence: &'a str, n_bytes: usize) -> Vec<Word<'a>> {
        let end = sentence.floor_char_boundary(n_bytes);
        let end = if end < sentence.len() {
            sentence[..end].rfind(char::is_whitespace).unwrap_or(end)
        } else {
            end
        };
        let mut reader = Reader { is_opening: true, ..Reader::default() };
        reader.read(&sentence[..end]);
        reader.without_brackets()
    }
}

/// The part of the sentence that is read: whole words within reach of the date.
fn window(sentence: &str, date: &Range<usize>) -> Range<usize> {
    let mut start = sentence.floor_char_boundary(date.start.saturating_sub(REACH.0));
    if start > 0 {
        let blank = sentence[start..date.start].find(char::is_whitespace);
        start = blank.map_or(date.start, |blank| start + blank);
    }
    let mut end = sentence.ceil_char_boundary((date.end + REACH.1).min(sentence.len()));
    if end < sentence.len() {
        let blank = sentence[date.end..end].rfind(char::is_whitespace);
        end = blank.map_or(date.end, |at| date.end + at);
    }
    start..end
}

#[derive(Default)]
struct Reader<'a> {
    list: Vec<Word<'a>>,
    /// For each word, in how many brackets it stands.
    levels: Vec<u8>,
    level: u8,
    /// Whether the next word has a capital because a sentence or a quotation begins.
    is_opening: bool,
    /// Signs that stand alone before the next word.
    loose: &'a str,
}

impl<'a> Reader<'a> {
    fn read(&mut self, text: &'a str) {
        if text.starts_with('—') {
            self.stop(Stop::Dash);
        }
        if self.list.capacity() == 0 {
            self.list.reserve(64);
            self.levels.reserve(64);
        }
        let has_dash = text.contains('—') || text.contains("--");
        for chunk in text.split_ascii_whitespace() {
            if has_dash {
                self.parts(chunk);
            } else {
                self.chunk(chunk);
            }
        }
    }

    /// A chunk with dashes in it.
    fn parts(&mut self, chunk: &'a str) {
        for (index, part) in chunk.split(['—']).flat_map(|part| part.split("--")).enumerate() {
            if index > 0 {
                self.stop(Stop::Dash);
            }
            if !part.is_empty() {
                self.chunk(part);
            }
        }
    }

    fn chunk(&mut self, chunk: &'a str) {
        if chunk.bytes().all(|byte| byte.is_ascii_alphanumeric()) && self.loose.is_empty() {
            let kind = self.kind_of(chunk, self.is_opening);
            self.list.push(Word { text: chunk, open: "", close: "", kind, stop: Stop::None });
            self.levels.push(self.level);
            self.is_opening = false;
            return;
        }
        let is_core = |c: char| c.is_alphanumeric() || matches!(c, '$' | '£' | '€' | '#');
        let Some(start) = chunk.find(is_core) else { return self.signs(chunk) };
        let end = core_end(chunk);
        if end <= start {
            return self.signs(chunk);
        }
        let (open, text, close) = (&chunk[..start], &chunk[start..end], &chunk[end..]);
        let is_first = self.is_opening || open.contains(['“', '"', '‘', '«']);
        let kind = self.kind_of(text, is_first);
        self.push(Word { text, open, close, kind, stop: Stop::None });
    }

    /// The kind of the next word: after an article, `will` and `might` are nouns.
    fn kind_of(&self, word: &str, is_first: bool) -> Kind {
        let is_after_article = self
            .list
            .last()
            .is_some_and(|last| last.kind == Kind::Article && last.stop == Stop::None);
        match kind_of(word, is_first) {
            Kind::Modal if is_after_article => Kind::Noun,
            kind => kind,
        }
    }

    /// The date, with what hangs on it.
    fn date(&mut self, text: &'a str, stuck: &'a str) {
        let word = Word { text, open: "", close: stuck, kind: Kind::Date, stop: Stop::None };
        self.push(word);
    }

    /// Signs without a word.
    fn signs(&mut self, signs: &'a str) {
        match signs {
            "–" | "-" | "−" | "―" => self.stop(Stop::Dash),
            "•" | "*" | "·" => self.stop(Stop::Full),
            _ => {
                self.open_brackets(signs);
                self.close_brackets(signs);
                if let Some(stop) = stop_of(signs) {
                    self.stop(stop);
                }
                self.loose = signs;
            }
        }
    }

    fn push(&mut self, word: Word<'a>) {
        self.open_brackets(word.open);
        let word = if word.open.is_empty() { Word { open: self.loose, ..word } } else { word };
        self.loose = "";
        self.list.push(word);
        self.levels.push(self.level);
        self.close_brackets(word.close);
        let stop = stop_of(word.close).filter(|_| !is_abbreviated(&word)).unwrap_or(Stop::None);
        self.stop(stop);
        self.is_opening = matches!(stop, Stop::Full | Stop::Colon);
    }

    fn open_brackets(&mut self, signs: &str) {
        let n_open = signs.bytes().filter(|sign| matches!(sign, b'(' | b'[')).count();
        self.level = self.level.saturating_add(n_open.min(9) as u8);
    }

    fn close_brackets(&mut self, signs: &str) {
        let n_closed = signs.bytes().filter(|sign| matches!(sign, b')' | b']')).count();
        self.level = self.level.saturating_sub(n_closed.min(9) as u8);
    }

    /// Parts the last word from what follows.
    fn stop(&mut self, stop: Stop) {
        if let Some(last) = self.list.last_mut() {
            last.stop = last.stop.max(stop);
        }
    }

    fn finish(mut self, date: usize, level: u8, is_cut: bool) -> Words<'a> {
        by_neighbors(&mut self.list);
        if level == 0 {
            self.bracket_dashes(date);
            let n_before = self.levels[..date].iter().filter(|level| **level == 0).count();
            return Words {
                list: self.without_brackets(),
                date: n_before,
                outer: Vec::new(),
                is_cut,
            };
        }
        let is_outside = |at: &usize| self.levels[*at] < level;
        let start = (0..date).rev().find(is_outside).map_or(0, |at| at + 1);
        let end = (date..self.list.len()).find(is_outside).unwrap_or(self.list.len());
        let inner = self.list[start..end].to_vec();
        self.list.truncate(start);
        self.levels.truncate(start);
        Words { list: inner, date: date - start, outer: self.without_brackets(), is_cut: false }
    }

    /// Counts what stands between two dashes, and holds no date, as in brackets.
    fn bracket_dashes(&mut self, date: usize) {
        const N_WORDS: usize = 16;
        let mut first: Option<usize> = None;
        for at in 0..self.list.len() {
            match self.list[at].stop {
                Stop::Full | Stop::Colon => first = None,
                Stop::Dash => {
                    let Some(opening) = first.replace(at).filter(|opening| at - opening <= N_WORDS)
                    else {
                        continue;
                    };
                    // `My brother left—we laughed—he had eaten nothing`: three clauses.
                    let is_clause = |at: usize| {
                        self.list.get(at).is_some_and(|first| {
                            first.is_one_of(&["he", "she", "they", "we"]) || first.text == "I"
                        })
                    };
                    let are_clauses = is_clause(opening + 1) && is_clause(at + 1);
                    let is_around = opening < date && date <= at;
                    if !are_clauses && !is_around {
                        self.levels[opening + 1..=at].fill(1);
                        self.list[opening].stop = Stop::None;
                        first = None;
                    }
                }
                _ => {}
            }
        }
    }

    /// The words outside of brackets and of pairs of dashes.
    fn without_brackets(self) -> Vec<Word<'a>> {
        if self.levels.iter().all(|level| *level == 0) {
            return self.list;
        }
        let mut kept: Vec<Word> = Vec::with_capacity(self.list.len());
        for (word, level) in self.list.into_iter().zip(self.levels) {
            if level == 0 {
                kept.push(word);
            } else if let (Some(last), true) = (kept.last_mut(), word.close.contains([')', ']'])) {
                last.stop = last.stop.max(word.stop);
            }
        }
        kept
    }
}
