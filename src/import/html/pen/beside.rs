//! Notes in the margin, which stand in their page in the middle of the words that they are on: their
//! block waits, and they follow it.

use super::super::context::{Context, link_mark};
use super::super::draft::{Draft, Step};
use super::{Blank, Pen};
use crate::document::BlockKind;
use crate::import::script::raised;

/// Notes that stand in the middle of the words that they are on.
#[derive(Debug, Default)]
pub(super) struct Beside {
    pub(super) n_notes: usize,
    pub(super) n_numbered: usize,
    /// The notes that follow when the block is done.
    pub(super) waiting: Vec<Draft>,
    /// The block that is not written on as long as the note is.
    pub(super) paused: Option<Paused>,
}

#[derive(Debug)]
pub(super) struct Paused {
    pub(super) open: Option<Draft>,
    pub(super) is_table: bool,
    /// How many elements are open around the note.
    pub(super) depth: usize,
}

impl Pen<'_> {
    /// Begins a note in the middle of words, inside so many elements; it follows their block. One
    /// that its page does not number has a star, and none where its block begins with it.
    pub fn begin_note(&mut self, context: Context, depth: usize, is_numbered: bool) {
        if self.beside.paused.is_some() {
            return;
        }
        let begins = !self.has_text();
        self.begin(context);
        self.close_marks(0);
        self.beside.n_numbered += usize::from(is_numbered);
        self.beside.n_notes += 1;
        let number = match is_numbered {
            true => raised(&self.beside.n_numbered.to_string(), "") + " ",
            false if begins => String::new(),
            false => "* ".to_owned(),
        };
        let name = self.base.name(&format!("sidenote-{}", self.beside.n_notes)).into_owned();
        if let Some(draft) = self.open.as_mut().filter(|_| !number.is_empty()) {
            draft.steps.push((draft.text.len(), Step::Open(link_mark(name.clone(), true))));
            draft.text.push_str(number.trim_end());
            draft.steps.push((draft.text.len(), Step::Close));
        }
        let mut note = Draft::new(BlockKind::Footnote, context.nesting);
        note.text = number;
        note.steps.push((0, Step::Target(name)));
        let open = self.open.replace(note);
        let is_table = std::mem::take(&mut self.is_table);
        self.beside.paused = Some(Paused { open, is_table, depth });
        self.blank = Blank::None;
    }

    /// Begins the caption of a table of which rows were written, inside so many elements; it follows
    /// the table.
    pub fn begin_caption(&mut self, depth: usize) {
        if self.beside.paused.is_some() || !self.is_table {
            return;
        }
        self.close_marks(0);
        let open = self.open.take();
        let is_table = std::mem::take(&mut self.is_table);
        self.beside.paused = Some(Paused { open, is_table, depth });
        self.blank = Blank::None;
    }

    /// Ends the note or the caption that stands inside so many elements, if one does.
    pub fn end_note(&mut self, depth: usize) {
        if self.beside.paused.as_ref().is_none_or(|paused| paused.depth != depth) {
            return;
        }
        self.end();
        if let Some(paused) = self.beside.paused.take() {
            (self.open, self.is_table) = (paused.open, paused.is_table);
        }
    }
}
