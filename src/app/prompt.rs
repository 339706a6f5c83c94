//! The search prompt, and the keys of a line that is typed.

use super::article::Bookmark;
use super::key::{Code, Key};
use super::search::Phrase;
use super::view::View;
use tui_input::{Input, InputRequest};

/// The line in which a phrase is typed.
#[derive(Debug)]
pub struct Prompt {
    /// The text and its cursor.
    pub input: Input,
    /// The page from which `/` was pressed.
    pub origin: Bookmark,
    /// What stood where then.
    pub view: View,
    /// The search in force then.
    pub before: Phrase,
}

/// What a key did to the prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromptPress {
    /// The text changed.
    Edited,
    /// The search stays.
    Accepted,
    /// Back to where it began.
    Cancelled,
    /// The cursor moved, or nothing happened.
    Nothing,
}

impl Prompt {
    /// An empty prompt.
    pub fn new(origin: Bookmark, view: View, before: Phrase) -> Self {
        Self { input: Input::default(), origin, view, before }
    }

    /// Takes a key; in an empty line, what deletes leaves it.
    pub fn press(&mut self, key: Key) -> PromptPress {
        let deletes = key.code == Code::Backspace || key.ctrl && key.code == Code::Char('h');
        if deletes && self.input.value().is_empty() {
            return PromptPress::Cancelled;
        }
        edit(&mut self.input, key)
    }
}

/// Takes a key in a line that is typed.
pub fn edit(input: &mut Input, key: Key) -> PromptPress {
    use InputRequest as Edit;
    let edit = match (key.code, key.ctrl) {
        (Code::Enter, _) => return PromptPress::Accepted,
        (Code::Esc, _) | (Code::Char('c' | 'g'), true) => return PromptPress::Cancelled,
        (Code::Char('u'), true) => Edit::DeleteLine,
        (Code::Char('w'), true) => Edit::DeletePrevWord,
        (Code::Char('k'), true) => Edit::DeleteTillEnd,
        (Code::Char('a'), true) | (Code::Home, _) => Edit::GoToStart,
        (Code::Char('e'), true) | (Code::End, _) => Edit::GoToEnd,
        (Code::Backspace, _) | (Code::Char('h'), true) => Edit::DeletePrevChar,
        (Code::Delete, _) => Edit::DeleteNextChar,
        (Code::Left, true) => Edit::GoToPrevWord,
        (Code::Right, true) => Edit::GoToNextWord,
        (Code::Left, _) => Edit::GoToPrevChar,
        (Code::Right, _) => Edit::GoToNextChar,
        (Code::Char(character), false) if !key.alt => Edit::InsertChar(character),
        _ => return PromptPress::Nothing,
    };
    match input.handle(edit) {
        Some(change) if change.value => PromptPress::Edited,
        _ => PromptPress::Nothing,
    }
}

/// Takes pasted text in a line that is typed, as one line.
pub fn paste(input: &mut Input, text: &str) {
    let words: Vec<&str> = text.split(|c: char| c.is_control() || c == ' ').collect();
    for character in words.join(" ").chars().take(1000) {
        input.handle(InputRequest::InsertChar(character));
    }
}
