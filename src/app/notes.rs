//! Notes: passages that the reader thought something of.

use super::article::Stepped;
use super::note_editor::{NoteEditor, NotePress};
use super::{App, Effect, Key, Overlay, Panel, PeekLine, paragraph_at};
use crate::document::{CleanText, Document, Note, TextRange};
use crate::export::Cited;
use crate::layout::wrap_text;
use crate::record::{Kind, Passage};

/// Of the words noted on, as many characters are told.
const TOLD: usize = 48;

/// And shown while a note on them is typed, in bytes.
const SHOWN: usize = 500;

/// A note, whosever it is.
#[derive(Debug, Clone, Copy)]
pub struct NoteRef<'a> {
    /// The words noted on.
    pub words: TextRange,
    /// The note; a highlight if it is empty.
    pub text: &'a CleanText,
    /// The id of the reader's own; `None` for one of the companion.
    pub id: Option<&'a str>,
}

impl App {
    /// All notes that have a place: the reader's and those of the companion, in the order of the
    /// text.
    pub fn notes(&self) -> Vec<NoteRef<'_>> {
        let mine = self.article.marginalia.notes().map(|(placed, text)| NoteRef {
            words: placed.words,
            text,
            id: Some(&placed.id),
        });
        let theirs = self.layers.notes.iter();
        let theirs =
            theirs.map(|Note { words, text, .. }| NoteRef { words: *words, text, id: None });
        let mut notes: Vec<NoteRef<'_>> = mine.chain(theirs).collect();
        notes.sort_by_key(|note| note.words);
        notes
    }

    /// The notes that touch `range`.
    pub fn notes_in(&self, range: TextRange) -> Vec<NoteRef<'_>> {
        let touches = |note: &NoteRef<'_>| note.words.intersect(range).is_some();
        self.notes().into_iter().filter(touches).collect()
    }

    /// Opens the note on what is meant: the reader's own one to change, or a new one.
    pub(super) fn open_note(&mut self) {
        let own = |words: TextRange| {
            let marginalia = &self.article.marginalia;
            marginalia.notes().find(|(placed, _)| placed.words == words)
        };
        let stepped = match self.article.stepped() {
            Some(Stepped::Passage(words)) => own(words),
            _ => None,
        };
        let Some(words) = stepped.map(|(placed, _)| placed.words).or_else(|| self.words_meant())
        else {
            return self.tell("there are no words here to note on");
        };
        let known = stepped.or_else(|| own(words));
        let id = known.map(|(placed, _)| placed.id.clone());
        let text = known.map_or("", |(_, text)| text.as_str());
        let on = &self.document[words];
        let on = CleanText::line(&on[..on.floor_char_boundary(SHOWN)]);
        let editor = NoteEditor::new(Some(words), on, id, text);
        self.leave_selection();
        self.overlay = Some(Overlay::Note(Box::new(editor)));
    }

    /// The words of the item that the focus means, or of the paragraph.
    fn words_meant(&self) -> Option<TextRange> {
        let words = match self.meant()? {
            Cited::Quote(index) => self.layers.quotes[index].words,
            Cited::Event(index) => self.layers.events[index].sentence,
            Cited::Passage(range) => range,
        };
        Passage::of(&self.document, words).map(|passage| {
            TextRange::new(passage.start as usize, passage.start as usize + passage.exact.len())
        })
    }

    pub(super) fn press_in_note(&mut self, key: Key) -> Vec<Effect> {
        let Some(Overlay::Note(editor)) = &mut self.overlay else { return Vec::new() };
        match editor.press(key) {
            NotePress::Edited => {}
            NotePress::Asks(question) => self.tell(question),
            NotePress::Cancelled => self.overlay = None,
            NotePress::Accepted => return self.accept_note(),
            NotePress::Deleted => return self.delete_note(),
        }
        Vec::new()
    }

    /// Keeps what was typed.
    fn accept_note(&mut self) -> Vec<Effect> {
        let Some(Overlay::Note(editor)) = self.overlay.take() else { return Vec::new() };
        let text = editor.text();
        let what = if text.is_empty() { "highlighted" } else { "noted" };
        let told = format!("{what}: {}", short(&editor.on));
        if editor.id.is_some() && !editor.is_changed() {
            return Vec::new();
        }
        self.put_note(&editor, text);
        self.keep(told)
    }

    /// Keeps what is typed when the program ends in the middle of it.
    pub(super) fn keep_draft(&mut self) {
        let Some(Overlay::Note(editor)) = self.overlay.take() else { return };
        if editor.is_changed() {
            let text = editor.text();
            self.put_note(&editor, text);
        }
    }

    fn put_note(&mut self, editor: &NoteEditor, text: String) {
        let marginalia = &mut self.article.marginalia;
        let known = editor.id.as_deref().and_then(|id| marginalia.record.item(id));
        let anchor = match known.and_then(|item| item.kind.anchor().cloned()) {
            Some(anchor) => Some(anchor),
            None => editor.words.and_then(|words| Passage::of(&self.document, words)),
        };
        let Some(anchor) = anchor else { return };
        let kind = Kind::Note { text, anchor };
        let known = editor.id.as_deref().filter(|id| marginalia.record.item(id).is_some());
        match (known, editor.words) {
            (Some(id), _) => marginalia.change(id, kind),
            (None, Some(words)) => marginalia.add(kind, words),
            (None, None) => {}
        }
    }

    fn delete_note(&mut self) -> Vec<Effect> {
        let Some(Overlay::Note(editor)) = self.overlay.take() else { return Vec::new() };
        let Some(id) = &editor.id else { return Vec::new() };
        self.article.marginalia.change(id, Kind::Deleted);
        self.keep("the note is deleted".to_owned())
    }

    /// Whether a note is on the paragraph at the reading place.
    pub fn is_at_note(&self) -> bool {
        !self.notes_here().is_empty()
    }

    /// Whether the peek shows notes: in the article, at a paragraph with some, unless an item was
    /// stepped to.
    pub(super) fn shows_notes(&self) -> bool {
        let is_article = self.view.focus == Panel::Article && self.view.browsed == Panel::Article;
        let is_item = matches!(self.article.stepped(), Some(Stepped::Event(_) | Stepped::Quote(_)));
        is_article && !is_item && self.is_at_note()
    }

    /// The notes that say something about the paragraph at the reading place.
    pub(super) fn notes_here(&self) -> Vec<NoteRef<'_>> {
        let paragraph = paragraph_at(&self.document, self.article.place());
        let notes = paragraph.map_or_else(Vec::new, |paragraph| self.notes_in(paragraph));
        notes.into_iter().filter(|note| !note.text.as_str().is_empty()).collect()
    }
}

/// The first words of a range, in quotation marks.
pub(super) fn short_words(document: &Document, range: TextRange) -> String {
    let words = &document[range];
    short(&CleanText::line(&words[..words.floor_char_boundary(SHOWN)]))
}

fn short(words: &CleanText) -> String {
    match words.as_str().char_indices().nth(TOLD) {
        Some((cut, _)) => {
            let kept = &words.as_str()[..cut];
            let kept = kept.rsplit_once(' ').map_or(kept, |(before, _)| before);
            format!("“{kept}…”")
        }
        None => format!("“{words}”"),
    }
}

/// The lines of the peek at notes: whose each is, what it is on, and what it says.
pub(super) fn note_lines(app: &App, width: usize) -> Vec<PeekLine> {
    let mut lines = Vec::new();
    for note in app.notes_here() {
        if !lines.is_empty() {
            lines.push(PeekLine::Blank);
        }
        let whose = if note.id.is_some() { "Your note" } else { "A note of the companion" };
        let words = short_words(&app.document, note.words);
        lines.push(PeekLine::Head(CleanText::line(&format!("{whose} on {words}"))));
        for line in note.text.as_str().lines() {
            let rows = wrap_text(line, width, width);
            lines.extend(rows.into_iter().map(|row| PeekLine::Label(CleanText::line(&line[row]))));
        }
    }
    lines
}
