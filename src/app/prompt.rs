//! The search prompt, and the keys of a line that is typed.

use super::article::Bookmark;
use super::key::{Code, Key};
use super::search::Phrase;
use super::view::View;
use crate::search::Query;
use tui_input::{Input, InputRequest};

/// What is searched for, as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// The phrase, or the regular expression.
    pub words: String,
    /// It is a regular expression.
    pub is_pattern: bool,
    /// It is the name of a person whose mentions are meant, and not these words.
    pub is_person: bool,
}

impl Typed {
    /// A phrase.
    pub fn phrase(words: &str) -> Self {
        Self { words: words.to_owned(), ..Self::default() }
    }

    /// The mentions of the person of this name.
    pub(super) fn person(name: &str) -> Self {
        Self { is_person: true, ..Self::phrase(name) }
    }

    /// What is searched for; `None` if it folds to nothing; else why it is no pattern.
    pub(super) fn query(&self) -> Result<Option<Query>, String> {
        if self.is_pattern { Query::pattern(&self.words) } else { Ok(Query::phrase(&self.words)) }
    }

    /// `“great power”` or `/gr.at/`.
    pub fn shown(&self) -> String {
        let words = &self.words;
        if self.is_pattern { format!("/{words}/") } else { format!("“{words}”") }
    }
}

/// The line in which a phrase is typed.
#[derive(Debug)]
pub struct Prompt {
    /// The text and its cursor.
    pub input: Input,
    /// What is typed is a regular expression.
    pub is_pattern: bool,
    /// The page from which `/` was pressed.
    pub origin: Bookmark,
    /// What stood where then.
    pub view: View,
    /// The search in force then.
    pub before: Phrase,
    /// How many searches back the line shows; what was typed at 0.
    recalled: usize,
    /// What was typed before an earlier search was shown.
    draft: Typed,
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
        let (input, draft) = (Input::default(), Typed::default());
        Self { input, is_pattern: false, origin, view, before, recalled: 0, draft }
    }

    /// What is typed.
    pub fn typed(&self) -> Typed {
        let words = self.input.value().to_owned();
        Typed { words, is_pattern: self.is_pattern, is_person: false }
    }

    /// Takes a key; in an empty line, what deletes leaves it. `history` are the searches so far.
    pub fn press(&mut self, key: Key, history: &[Typed]) -> PromptPress {
        let deletes = key.code == Code::Backspace || key.ctrl && key.code == Code::Char('h');
        if deletes && self.input.value().is_empty() {
            return PromptPress::Cancelled;
        }
        match (key.code, key.ctrl) {
            (Code::Char('r'), true) => {
                self.is_pattern = !self.is_pattern;
                PromptPress::Edited
            }
            (Code::Up, _) | (Code::Char('p'), true) => {
                self.recall(history, (self.recalled + 1).min(history.len()))
            }
            (Code::Down, _) | (Code::Char('n'), true) => {
                self.recall(history, self.recalled.saturating_sub(1))
            }
            _ => edit(&mut self.input, key),
        }
    }

    /// Shows the search that was made so many searches ago, or again what was typed.
    fn recall(&mut self, history: &[Typed], recalled: usize) -> PromptPress {
        if recalled == self.recalled {
            return PromptPress::Nothing;
        }
        if self.recalled == 0 {
            self.draft = self.typed();
        }
        let at = history.len().checked_sub(recalled).filter(|_| recalled > 0);
        let shown = at.and_then(|at| history.get(at)).unwrap_or(&self.draft).clone();
        self.recalled = recalled;
        (self.input, self.is_pattern) = (Input::new(shown.words), shown.is_pattern);
        PromptPress::Edited
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
