//! The lists of marks and of notes.

use super::super::article::Stepped;
use super::super::key::{Code, Key};
use super::super::note_editor::NoteEditor;
use super::super::{App, Effect, Overlay, Panel};
use super::{Entry, List, Target};
use crate::document::{CleanText, TextRange};
use crate::record::Kind;

/// More of a note, or of the words that it is on, is not compared and not shown.
const MOST: usize = 500;

/// A mark or a note in its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The letter of a mark.
    sign: String,
    /// What a note says, and the words.
    text: String,
    /// Where in `text` the words begin that a note is on.
    words_from: usize,
    /// Whose it is, or that it has no place.
    detail: &'static str,
    /// The number of its paragraph.
    number: Option<u32>,
    /// Its words; `None` if they have no place in the text any more.
    words: Option<TextRange>,
    /// The id of one of the reader's own.
    id: Option<String>,
}

impl Listed {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn entry(&self) -> Entry {
        Entry {
            sign: CleanText::line(&self.sign),
            text: CleanText::line(&self.text),
            faint_from: self.words_from,
            detail: CleanText::line(self.detail),
            number: self.number,
            ..Entry::default()
        }
    }

    pub(super) fn target(&self) -> Target {
        match (self.words, &self.id) {
            (Some(words), _) => Target::Passage(words),
            (None, Some(id)) => Target::Lost(id.clone()),
            (None, None) => Target::Nowhere,
        }
    }
}

impl App {
    /// Opens the list of the marks, in the order of the text; those without a place come last.
    pub(in crate::app) fn list_marks(&mut self) {
        let marginalia = &self.article.marginalia;
        let mut listed: Vec<Listed> = marginalia
            .marks()
            .map(|(placed, letter)| self.listed(letter.to_string(), "", placed.words))
            .collect();
        for (listed, (placed, _)) in listed.iter_mut().zip(marginalia.marks()) {
            listed.id = Some(placed.id.clone());
        }
        listed.extend(self.lost(|kind| matches!(kind, Kind::Mark { .. })));
        self.open_list(List::Marks(listed), "no marks yet; m and a letter sets one");
    }

    /// Opens the list of the notes, in the order of the text; those without a place come last.
    pub(in crate::app) fn list_notes(&mut self) {
        let notes = self.notes();
        let mut listed: Vec<Listed> = notes
            .iter()
            .map(|note| Listed {
                id: note.id.map(str::to_owned),
                detail: match (note.id, note.text.as_str()) {
                    (Some(_), "") => "highlight",
                    (Some(_), _) => "yours",
                    (None, _) => "companion",
                },
                ..self.listed(String::new(), note.text.as_str(), note.words)
            })
            .collect();
        listed.extend(self.lost(|kind| matches!(kind, Kind::Note { .. })));
        self.open_list(List::Notes(listed), "no notes yet; a writes one");
    }

    /// Opens the list of the marks, and asks for those that other programs have set.
    pub(in crate::app) fn open_marks(&mut self) -> Vec<Effect> {
        self.list_marks();
        self.learn_of_others()
    }

    /// Opens the list of the notes, likewise.
    pub(in crate::app) fn open_notes(&mut self) -> Vec<Effect> {
        self.list_notes();
        self.learn_of_others()
    }

    /// Lists marks or notes again that have come while their list is open, unless it is filtered.
    pub(in crate::app) fn list_anew(&mut self) {
        let Some(Overlay::Finder(finder)) = &self.overlay else { return };
        match finder.list {
            _ if !finder.input.value().is_empty() => {}
            List::Marks(_) => self.list_marks(),
            List::Notes(_) => self.list_notes(),
            _ => {}
        }
    }

    fn open_list(&mut self, list: List, nothing: &str) {
        if list.is_empty() {
            self.overlay = None;
            return self.tell(nothing);
        }
        let place = self.article.place();
        let (List::Marks(listed) | List::Notes(listed)) = &list else { return };
        let is_behind = |listed: &&Listed| listed.words.is_some_and(|words| words.start() <= place);
        let here = listed.iter().take_while(is_behind).count().checked_sub(1);
        self.open_finder(list, here.map(|here| here as u32));
    }

    fn listed(&self, sign: String, text: &str, words: TextRange) -> Listed {
        let block = self.document.block_around(words.start());
        let number = block.map(|block| block.number).filter(|number| *number > 0);
        // A mark is a place: its words are all that stands there in the paragraph.
        let rest = block.map(|block| TextRange::new(words.start(), block.range.end()));
        let words_shown = if sign.is_empty() { words } else { rest.unwrap_or(words) };
        let on = clipped(&self.document[words_shown]);
        Listed { sign, number, words: Some(words), ..listed(text, on) }
    }

    /// What has no place in the text, which says so itself.
    fn lost(&self, is_meant: fn(&Kind) -> bool) -> Vec<Listed> {
        let marginalia = &self.article.marginalia;
        let items = marginalia.lost.iter().filter_map(|id| marginalia.record.item(id));
        let listed = items.filter(|item| is_meant(&item.kind)).filter_map(|item| {
            let (sign, text) = match &item.kind {
                Kind::Mark { letter, .. } => (letter.to_string(), ""),
                Kind::Note { text, .. } => (String::new(), text.as_str()),
                Kind::Deleted => return None,
            };
            let on = clipped(&item.kind.anchor()?.exact);
            let id = Some(item.id.clone());
            Some(Listed { sign, detail: "without a place", id, ..listed(text, on) })
        });
        listed.collect()
    }

    /// Deletes the selected mark or note when it is asked for twice; what to do then.
    pub(super) fn delete_in_finder(&mut self, key: Key) -> Option<Vec<Effect>> {
        let Some(Overlay::Finder(finder)) = &mut self.overlay else { return None };
        let asked = finder.asked.take();
        let (List::Marks(listed) | List::Notes(listed)) = &finder.list else { return None };
        if (key.code, key.ctrl) != (Code::Char('x'), true) {
            return None;
        }
        let index = finder.chosen()?;
        let chosen = &listed[index as usize];
        let Some(id) = chosen.id.clone() else {
            self.tell("this note is the companion’s; it is deleted there");
            return Some(Vec::new());
        };
        if asked != Some(index) {
            finder.asked = Some(index);
            self.tell("Ctrl-x again deletes it");
            return Some(Vec::new());
        }
        let is_marks = matches!(finder.list, List::Marks(_));
        self.article.marginalia.change(&id, Kind::Deleted);
        if is_marks {
            self.list_marks();
        } else {
            self.list_notes();
        }
        Some(self.keep("deleted".to_owned()))
    }

    /// Goes to the words of a mark or a note.
    pub(super) fn go_to_noted(&mut self, words: TextRange) {
        self.view.focus_on(Panel::Article);
        self.jump(Stepped::Passage(words), words);
    }

    /// Opens a note that has no place, to be changed or deleted.
    pub(super) fn open_lost(&mut self, id: &str) {
        let item = self.article.marginalia.record.item(id);
        let Some(Kind::Note { text, anchor }) = item.map(|item| &item.kind) else {
            return self.tell("the words of this mark are not in the text any more");
        };
        let (on, text) = (CleanText::line(clipped(&anchor.exact)), text.clone());
        let editor = NoteEditor::new(None, on, Some(id.to_owned()), &text);
        self.overlay = Some(Overlay::Note(Box::new(editor)));
    }
}

fn listed(text: &str, on: &str) -> Listed {
    let text = clipped(text).replace('\n', " ");
    let said = if text.is_empty() { text } else { text + "  " };
    // A mark and a highlight say nothing but the words.
    let words_from = if said.is_empty() { on.len() } else { said.len() };
    Listed {
        text: format!("{said}{}", on.replace('\n', " ")),
        words_from,
        sign: String::new(),
        detail: "",
        number: None,
        words: None,
        id: None,
    }
}

fn clipped(text: &str) -> &str {
    &text[..text.floor_char_boundary(MOST)]
}
