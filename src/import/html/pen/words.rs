//! Writes the words of a block: what stands between them, and marks around them.

use super::super::byline::is_next_part;
use super::super::context::Context;
use super::Pen;
use super::marks::{n_same, wanted};
use crate::document::columns;
use crate::import::script::BEFORE_BYTES;

/// Blanks that stand between what was written and what will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blank {
    None,
    Space,
    /// A line end of the source; between letters of scripts without blanks it is nothing.
    LineEnd,
    /// None stands in the source; what follows is another part of the line.
    Part,
    /// None is written, whatever stands in the source.
    Never,
}

/// What stands before a name already, where it is set behind a quotation.
const SIGNS: [char; 7] = ['—', '–', '―', '-', '~', '(', '['];

impl Pen<'_> {
    /// Sets what follows apart from a sentence that just ended.
    pub fn end_sentence(&mut self) {
        let is_ended =
            self.open.as_ref().is_some_and(|draft| draft.text.ends_with(['.', '!', '?']));
        if is_ended && self.blank == Blank::None {
            self.blank = Blank::Space;
        }
    }

    /// Sets what follows apart, as another part of a line that names who wrote and when.
    pub fn begin_part(&mut self) {
        if self.has_text() && self.blank == Blank::None {
            self.blank = Blank::Part;
        }
    }

    /// The last letters, if the next word stands right behind them.
    pub fn before(&self) -> &str {
        let text = self.open.as_ref().map_or("", |draft| draft.text.as_str());
        let is_apart = matches!(self.blank, Blank::Space | Blank::LineEnd | Blank::Part);
        if is_apart {
            ""
        } else {
            &text[text.ceil_char_boundary(text.len().saturating_sub(BEFORE_BYTES))..]
        }
    }

    /// Writes running text.
    pub fn flowing(&mut self, text: &str, context: Context) {
        for word in text.split_ascii_whitespace() {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            self.blanks(text.as_bytes()[..at].iter().rev());
            self.word(word, context);
        }
        self.blanks(text.as_bytes().iter().rev());
    }

    /// Takes note of the blanks that these bytes begin with.
    fn blanks<'b>(&mut self, bytes: impl Iterator<Item = &'b u8>) {
        for byte in bytes.take_while(|byte| byte.is_ascii_whitespace()) {
            match byte {
                b'\n' | b'\r' if self.blank == Blank::None => self.blank = Blank::LineEnd,
                b'\n' | b'\r' => {}
                _ if self.blank == Blank::None => self.blank = Blank::Space,
                _ => {}
            }
        }
    }

    /// Writes a word as it is.
    pub fn word(&mut self, word: &str, context: Context) {
        let word = self.without_sign(word, context);
        if word.is_empty() {
            return;
        }
        self.begin(context);
        if std::mem::take(&mut self.next.is_attribution) && !word.starts_with(SIGNS) {
            self.push("— ");
        }
        if std::mem::take(&mut self.next.is_behind_sign)
            && word.trim_matches(['.', ')', ']', ':', '/', '|']).is_empty()
        {
            return;
        }
        let Some(draft) = &mut self.open else { return };
        let is_apart = match self.blank {
            Blank::None | Blank::Never => false,
            Blank::Space => true,
            Blank::Part => word.starts_with(|c: char| c.is_alphanumeric() || "·|•@#".contains(c)),
            Blank::LineEnd => {
                let (before, after) = (draft.text.chars().next_back(), word.chars().next());
                !(before.is_some_and(is_unspaced) && after.is_some_and(is_unspaced))
            }
        };
        if is_apart && !draft.text.ends_with([' ', '\n', '\t']) && !draft.text.is_empty() {
            // A blank before a link is not part of it.
            let wanted = wanted(context.marks);
            let n_kept = n_same(&self.marks, &wanted);
            let is_part = self.blank == Blank::Part && is_next_part(&draft.text, word);
            self.close_marks(n_kept);
            self.push(if is_part { " · " } else { " " });
        }
        self.blank = Blank::None;
        self.set_marks(context.marks);
        self.push(word);
    }

    /// Begins the reading that stands above the words before it: `漢字（かんじ）`, `WWW (…)`.
    pub fn open_reading(&mut self, context: Context) {
        let before = self.open.as_ref().and_then(|draft| draft.text.chars().next_back());
        if before.is_none_or(is_unspaced) {
            self.word("（", context);
        } else {
            self.blank = Blank::Space;
            self.word("(", context);
        }
        self.blank = Blank::Never;
    }

    /// Ends the reading with the bracket that it began with.
    pub fn close_reading(&mut self, context: Context) {
        let text = self.open.as_ref().map_or("", |draft| draft.text.as_str());
        let is_wide = text.chars().rev().take(200).find(|c| "（(".contains(*c)) == Some('（');
        self.blank = Blank::Never;
        self.word(if is_wide { "）" } else { ")" }, context);
    }

    /// Writes text with its blanks and line ends.
    pub fn kept(&mut self, text: &str, context: Context) {
        // The line end behind the start tag is no text.
        let text = if self.has_text() { text } else { text.trim_start_matches('\n') };
        if text.is_empty() {
            return;
        }
        self.begin(context);
        self.blank = Blank::None;
        self.set_marks(context.marks);
        if !text.contains('\t') {
            self.push(text);
            return;
        }
        for piece in text.split_inclusive('\t') {
            self.push(piece.trim_end_matches('\t'));
            if piece.ends_with('\t') {
                let line = self.open.as_ref().and_then(|draft| draft.text.rsplit('\n').next());
                // A line of many tabs is measured no further than a screen is wide.
                let column =
                    line.map_or(0, |line| if line.len() < 512 { columns(line) } else { 0 });
                self.push(&"        "[column % 8..]);
            }
        }
    }
}

/// Whether a letter is of a script that is written without blanks.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3fffd}')
}
