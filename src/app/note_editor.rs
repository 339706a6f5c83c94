//! The panel in which a note is typed: several lines, with the library's keys for editing.

use super::key::{Code, Key};
use crate::document::{CleanText, TextRange};
use ratatui_textarea::{Input, Key as Typed, TextArea, WrapMode};

/// A paste of more bytes is not taken: a record has to hold it, and many others.
const MOST_PASTED: usize = 1 << 20;

/// A note that is being typed.
#[derive(Debug)]
pub struct NoteEditor {
    /// The text and its cursor; all of it is clean. The library's widget draws it.
    pub area: TextArea<'static>,
    /// The words noted on, where they have a place in the text.
    pub words: Option<TextRange>,
    /// The first of them, to be shown.
    pub on: CleanText,
    /// The id of the note that is changed; `None` for a new one.
    pub id: Option<String>,
    before: String,
    asked: Option<Asked>,
}

/// What the reader is asked to press again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Drop,
    Delete,
}

/// What a key did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotePress {
    /// The text or its cursor changed, or nothing did.
    Edited,
    /// The note is finished.
    Accepted,
    /// It is left as it was.
    Cancelled,
    /// It is to be deleted.
    Deleted,
    /// This is asked before what was typed or noted is gone.
    Asks(&'static str),
}

impl NoteEditor {
    /// A note on `words`, which says `text` so far.
    pub(super) fn new(
        words: Option<TextRange>,
        on: CleanText,
        id: Option<String>,
        text: &str,
    ) -> Self {
        let mut area = TextArea::from(text.split('\n'));
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        // The terminal's own cursor stands where the next letter goes.
        area.set_cursor_style(Default::default());
        area.set_cursor_line_style(Default::default());
        area.move_cursor(ratatui_textarea::CursorMove::Bottom);
        area.move_cursor(ratatui_textarea::CursorMove::End);
        Self { area, words, on, id, before: text.to_owned(), asked: None }
    }

    /// What is typed, without blanks at its ends.
    pub fn text(&self) -> String {
        CleanText::text(self.area.lines().join("\n").trim()).to_string()
    }

    /// Whether it says something else than at first.
    pub(super) fn is_changed(&self) -> bool {
        self.text() != self.before
    }

    /// Takes a key.
    pub(super) fn press(&mut self, key: Key) -> NotePress {
        let asked = self.asked.take();
        let is_newline = key.alt || key.shift;
        match (key.code, key.ctrl) {
            (Code::Enter, false) if !is_newline => return NotePress::Accepted,
            (Code::Enter, _) | (Code::Char('j'), true) => self.area.insert_newline(),
            (Code::Esc, _) | (Code::Char('c'), true) => {
                if !self.is_changed() || asked == Some(Asked::Drop) {
                    return NotePress::Cancelled;
                }
                self.asked = Some(Asked::Drop);
                return NotePress::Asks("Esc again drops what you typed; Enter keeps it");
            }
            (Code::Char('x'), true) if self.id.is_some() => {
                if asked == Some(Asked::Delete) {
                    return NotePress::Deleted;
                }
                self.asked = Some(Asked::Delete);
                return NotePress::Asks("Ctrl-x again deletes the note");
            }
            (Code::Char(character), false) if !key.alt => self.insert(character),
            _ => {
                self.area.input(input(key));
            }
        }
        NotePress::Edited
    }

    /// Takes a character, cleaned.
    fn insert(&mut self, character: char) {
        // Whether a joiner joins is known with the letter after it; then the whole is cleaned.
        if matches!(character, '\u{200c}' | '\u{200d}') {
            self.area.insert_char(character);
        } else {
            let typed = CleanText::text(character.encode_utf8(&mut [0; 4]));
            self.area.insert_str(typed.as_str());
        }
    }

    /// Takes pasted text, cleaned; if it is too long, none of it, and what is told.
    pub(super) fn paste(&mut self, text: &str) -> Option<&'static str> {
        if text.len() > MOST_PASTED {
            return Some("not pasted: it is longer than 1 MB, and a note holds less");
        }
        self.area.insert_str(CleanText::text(text).as_str());
        None
    }
}

/// The key in the library's terms.
fn input(key: Key) -> Input {
    let typed = match key.code {
        Code::Char(character) => Typed::Char(character),
        Code::Enter => Typed::Enter,
        Code::Backspace => Typed::Backspace,
        Code::Delete => Typed::Delete,
        Code::Up => Typed::Up,
        Code::Down => Typed::Down,
        Code::Left => Typed::Left,
        Code::Right => Typed::Right,
        Code::Home => Typed::Home,
        Code::End => Typed::End,
        Code::PageUp => Typed::PageUp,
        Code::PageDown => Typed::PageDown,
        Code::Esc | Code::Tab | Code::BackTab | Code::F(_) | Code::Letter => Typed::Null,
    };
    Input { key: typed, ctrl: key.ctrl, alt: key.alt, shift: key.shift }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn editor() -> NoteEditor {
        NoteEditor::new(None, CleanText::line("x"), None, "")
    }

    #[test]
    fn joiners_between_letters_that_they_join_are_typed_and_others_dropped() {
        let joined = "\u{645}\u{6cc}\u{200c}\u{62e}\u{648}\u{627}\u{647}\u{645} 👩\u{200d}🔬";
        let mut editor = editor();
        for character in joined.chars() {
            editor.press(Key::char(character));
        }
        assert_eq!(editor.text(), joined);
        for character in "a\u{200d}b\u{200c}".chars() {
            editor.press(Key::char(character));
        }
        assert_eq!(editor.text(), joined.to_owned() + "ab");
    }

    #[test]
    fn a_paste_is_taken_whole_or_told() {
        let mut editor = editor();
        let long = "word ".repeat(20_000) + "END";
        assert_eq!(editor.paste(&long), None);
        assert_eq!(editor.text(), long);
        assert!(editor.paste(&"x".repeat(MOST_PASTED + 1)).is_some());
        assert_eq!(editor.text(), long, "what was there stays");
    }
}
