//! The line in which the date of writing is typed, by which “last year” is told.

use super::key::{Code, Key};
use super::prompt::{PromptPress, edit, paste};
use super::{App, Effect, Overlay};
use crate::document::{CleanText, EdtfError, Meta, When, typed_date};
use std::mem;
use std::sync::Arc;
use tui_input::Input;

/// The line and what is wrong with it.
#[derive(Debug)]
pub struct DatePrompt {
    /// The text and its cursor.
    pub input: Input,
    /// Why what was entered is no date, until it is changed.
    pub refusal: Option<CleanText>,
    /// The present date stands there untouched: what is typed takes its place.
    is_offered: bool,
}

impl DatePrompt {
    /// A line with the present date in it.
    pub fn new(published: Option<When>) -> Self {
        let typed = published.map_or_else(String::new, |when| when.edtf());
        Self { is_offered: !typed.is_empty(), input: Input::new(typed), refusal: None }
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str) {
        self.leave_offered(true);
        paste(&mut self.input, text);
        self.refusal = None;
    }

    /// The date that was offered is no longer that: it is written over, or mended.
    fn leave_offered(&mut self, is_written_over: bool) {
        if mem::take(&mut self.is_offered) && is_written_over {
            self.input.reset();
        }
    }
}

impl App {
    pub(super) fn open_date_prompt(&mut self) {
        self.overlay = Some(Overlay::Date(DatePrompt::new(self.document.meta.published)));
    }

    /// Takes a key in the line.
    pub(super) fn press_in_date(&mut self, key: Key) -> Vec<Effect> {
        let Some(Overlay::Date(prompt)) = &mut self.overlay else { return Vec::new() };
        let is_typed = matches!(key.code, Code::Char(_)) && !key.ctrl && !key.alt;
        prompt.leave_offered(is_typed);
        match edit(&mut prompt.input, key) {
            PromptPress::Nothing => {}
            PromptPress::Edited => prompt.refusal = None,
            PromptPress::Cancelled => self.overlay = None,
            PromptPress::Accepted => return self.accept_date(),
        }
        Vec::new()
    }

    /// Dates the document by what was typed; what is no date stays in the line to be mended.
    fn accept_date(&mut self) -> Vec<Effect> {
        let Some(Overlay::Date(prompt)) = &mut self.overlay else { return Vec::new() };
        let typed = prompt.input.value();
        let published =
            if typed.trim().is_empty() { Ok(None) } else { typed_date(typed).map(Some) };
        match published {
            Ok(published) => {
                self.overlay = None;
                self.date(published)
            }
            Err(error) => {
                prompt.refusal = Some(CleanText::line(refusal(&error)));
                Vec::new()
            }
        }
    }

    /// Gives the document another date of writing. The text stays the same, and so do all places.
    fn date(&mut self, published: Option<When>) -> Vec<Effect> {
        let meta = Meta::clone(&self.document.meta);
        if published == meta.published && !meta.is_edition {
            return Vec::new();
        }
        let meta = Meta { published, is_edition: false, ..meta };
        self.document = Arc::new(self.document.with_meta(meta));
        self.tell(&match published {
            Some(when) => format!("written: {}; dates such as “last year” follow", when.words()),
            None => "no date of writing; dates such as “last year” are left out".to_owned(),
        });
        vec![Effect::LookAgain]
    }
}

/// Why it is no date; two blanks stand before what has to give way first on a narrow line.
fn refusal(error: &EdtfError) -> &'static str {
    match error {
        EdtfError::Form(_) => "no date  write 2022-03-10 or 10 March 2022",
        EdtfError::Impossible(_) => "not in the calendar",
        EdtfError::Backwards(_) => "it ends before it begins",
    }
}
