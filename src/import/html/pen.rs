//! Writes the text of a page into blocks: blanks become one, marks open and close around it.

mod beside;
mod marks;
mod sign;
mod words;

use super::context::Context;
use super::draft::{Draft, Step};
use super::flow::BehindNote;
use super::link::Base;
use super::notes::is_paragraph_number;
use super::page::Page;
use crate::document::{BlockKind, Mark, Nesting, columns};
use crate::import::text::is_star_break;
use beside::Beside;
use marks::Open;
use sign::is_note_sign;
use words::Blank;

pub use sign::OwnSign;

/// The marker of a list item of which nothing was written yet.
#[derive(Debug, Clone)]
pub struct Marker {
    /// How it is written.
    pub text: String,
    /// What lies around the item.
    pub nesting: Nesting,
}

/// What is known of the next block before its first word is written.
#[derive(Debug, Default)]
pub struct Next {
    /// It is a footnote.
    pub is_note: bool,
    /// It names whose words the block before it is.
    pub is_attribution: bool,
    /// The sign that it may begin with, which stands there already.
    pub sign: Option<OwnSign>,
    /// The language in which it is written, if it is code.
    pub language: Option<String>,
    /// It stands right behind a part of a line that names who wrote and when.
    pub is_behind_meta: bool,
    /// It stands behind such a sign, of which a bracket may be left.
    pub is_behind_sign: bool,
    /// It may go on with the note before it.
    pub behind_note: Option<BehindNote>,
}

/// Writes blocks.
pub struct Pen<'a> {
    /// The page whose text is written.
    pub page: &'a Page,
    base: &'a Base,
    /// Takes the blocks that are done.
    done: &'a mut dyn FnMut(Draft),
    /// The marker of the item that begins with the next text.
    pub marker: Option<Marker>,
    /// What the next block is, besides what the elements around it say.
    pub next: Next,
    /// What lies around the last block that is done.
    pub nesting: Nesting,
    open: Option<Draft>,
    is_table: bool,
    blank: Blank,
    marks: Vec<Open>,
    names: Vec<String>,
    beside: Beside,
}

impl<'a> Pen<'a> {
    /// A pen for the text of `page`; `done` takes the blocks.
    pub fn new(page: &'a Page, base: &'a Base, done: &'a mut dyn FnMut(Draft)) -> Self {
        Self {
            page,
            base,
            done,
            marker: None,
            next: Next::default(),
            nesting: Nesting::default(),
            open: None,
            is_table: false,
            blank: Blank::None,
            marks: Vec::new(),
            names: Vec::new(),
            beside: Beside::default(),
        }
    }

    /// Whether text was written into the block that is open.
    pub fn has_text(&self) -> bool {
        self.open.as_ref().is_some_and(|draft| !draft.text.is_empty())
    }

    /// Whether the block that is open ends with these words.
    pub fn ends_with(&self, words: &str) -> bool {
        self.open.as_ref().is_some_and(|draft| draft.text.trim_end().ends_with(words))
    }

    /// Goes on with the block that is open, if that is nothing but the number of a paragraph.
    pub fn runs_in(&mut self) -> bool {
        let is_number = self.open.as_ref().is_some_and(|draft| {
            draft.kind == BlockKind::Paragraph && is_paragraph_number(draft.text.trim())
        });
        if is_number {
            self.blank = Blank::Space;
        }
        is_number
    }

    /// Whether a line of the block that is open was just ended.
    pub fn is_at_line(&self) -> bool {
        self.open.as_ref().is_some_and(|draft| draft.text.ends_with('\n'))
    }

    /// Ends the block for the name of whose words it is; `false` where it goes on in the same sentence.
    pub fn ends_quotation(&mut self) -> bool {
        const DASHES: [char; 4] = ['—', '–', '―', '-'];
        if let Some(draft) = self.open.as_mut().filter(|draft| !draft.text.is_empty()) {
            let is_apart = self.blank != Blank::None;
            let words = draft.text.trim_end_matches(DASHES).trim_end();
            let has_dash = words.len() + 1 < draft.text.trim_end().len();
            let is_ended = draft.text.ends_with('\n')
                || words.ends_with(['.', '!', '?', '…', '”', '"', '’', '»', ')', ']'])
                || !is_apart && words.ends_with(char::is_alphanumeric);
            if !has_dash && !is_ended {
                return false;
            }
            let length = words.len();
            draft.text.truncate(length);
        }
        self.end();
        true
    }

    /// Ends a line of running text; two such ends are the end of a paragraph.
    pub fn end_line(&mut self) {
        match &mut self.open {
            Some(_) if self.is_table => self.blank = Blank::Space,
            Some(draft) if matches!(draft.kind, BlockKind::Heading { .. }) => {
                self.blank = Blank::Space;
            }
            Some(draft) if draft.text.ends_with('\n') && draft.kind != BlockKind::Preformatted => {
                self.end();
            }
            Some(draft) if !draft.text.is_empty() => {
                draft.text.push('\n');
                self.blank = Blank::None;
            }
            _ => {}
        }
    }

    /// Ends a line of verse, if text stands in it.
    pub fn end_verse(&mut self) {
        if self.open.as_ref().is_some_and(|draft| !draft.text.ends_with('\n')) {
            self.end_line();
        }
    }

    /// Names the place where the next text is written.
    pub fn name(&mut self, id: &str) {
        let name = self.base.name(id).into_owned();
        match &mut self.open {
            Some(draft) if !draft.text.is_empty() => {
                draft.steps.push((draft.text.len(), Step::Target(name)));
            }
            _ => self.names.push(name),
        }
    }

    /// Adds a whole block.
    pub fn add(&mut self, draft: Draft) {
        self.end();
        self.open = Some(draft);
        self.end();
    }

    /// Begins a table; it stays open until [`Pen::end_table`].
    pub fn begin_table(&mut self, kind: BlockKind, nesting: Nesting) {
        self.end();
        let mut draft = Draft::new(kind, nesting);
        self.take_names(&mut draft);
        self.open = Some(draft);
        self.is_table = true;
    }

    /// Goes on with the next cell or row of the table: `\t` or `\n`.
    pub fn separate(&mut self, sign: &str) {
        self.close_marks(0);
        self.blank = Blank::None;
        self.push(sign);
    }

    /// Ends the table.
    pub fn end_table(&mut self) {
        self.is_table = false;
        self.end();
    }

    /// Ends the block; inside a table, what comes is only set apart.
    pub fn end(&mut self) {
        if self.is_table {
            self.blank = Blank::Space;
            return;
        }
        self.blank = Blank::None;
        self.close_marks(0);
        let Some(mut draft) = self.open.take() else { return };
        draft.text.truncate(draft.text.trim_end().len());
        let is_sign = is_note_sign(&draft.text);
        if is_sign && draft.kind == BlockKind::Footnote && self.beside.paused.is_none() {
            // The sign of a note stands in a block of its own, as in a list of terms.
            self.next.is_note = true;
            self.marker = Some(Marker { text: draft.text, nesting: draft.nesting });
            self.names.extend(names(draft.steps));
            return;
        }
        if draft.kind == BlockKind::Paragraph && is_star_break(&draft.text) {
            draft.recast_break();
        }
        let is_language = |(_, step): &(usize, Step)| matches!(step, Step::Open(Mark::Language(_)));
        if draft.kind == BlockKind::Preformatted && draft.steps.iter().any(is_language) {
            draft.steps.push((draft.text.len(), Step::Close));
        }
        let end = draft.text.len();
        for (at, _) in &mut draft.steps {
            *at = (*at).min(end);
        }
        if draft.text.is_empty() {
            self.names.extend(names(draft.steps));
        } else {
            self.nesting = draft.nesting;
            if self.beside.paused.is_some() {
                self.beside.waiting.push(draft);
                return;
            }
            (self.done)(draft);
            self.beside.waiting.drain(..).for_each(&mut *self.done);
        }
    }

    /// Ends everything.
    pub fn finish(mut self) {
        let depth = self.beside.paused.as_ref().map(|paused| paused.depth);
        depth.into_iter().for_each(|depth| self.end_note(depth));
        self.is_table = false;
        self.end();
    }

    fn begin(&mut self, context: Context) {
        if self.open.is_some() {
            return;
        }
        let mut draft = Draft::new(context.block_kind(), context.nesting);
        (draft.hint, draft.place) = (context.hint, context.place);
        if std::mem::take(&mut self.next.is_note) && draft.is_prose() {
            draft.kind = BlockKind::Footnote;
        }
        if let Some(marker) = self.marker.take().filter(|_| draft.is_prose()) {
            if draft.kind != BlockKind::Footnote {
                let hanging = (columns(&marker.text) + 1).min(40) as u8;
                draft.kind = BlockKind::Item { hanging };
            }
            draft.nesting = marker.nesting;
            draft.text = marker.text;
            if !draft.text.is_empty() {
                draft.text.push(' ');
            }
        }
        self.take_names(&mut draft);
        let language = self.next.language.take();
        if let Some(language) = language.filter(|_| draft.kind == BlockKind::Preformatted) {
            draft.steps.push((0, Step::Open(Mark::Language(language.into()))));
        }
        self.open = Some(draft);
        self.blank = Blank::None;
    }

    fn take_names(&mut self, draft: &mut Draft) {
        draft.steps.extend(self.names.drain(..).map(|name| (0, Step::Target(name))));
    }

    fn push(&mut self, text: &str) {
        if let Some(draft) = &mut self.open {
            draft.text.push_str(text);
        }
    }
}

/// The names of places among the steps of a block.
fn names(steps: Vec<(usize, Step)>) -> impl Iterator<Item = String> {
    steps.into_iter().filter_map(|(_, step)| match step {
        Step::Target(name) => Some(name),
        _ => None,
    })
}
