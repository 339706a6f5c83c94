//! What the reader leaves in the document, as the program holds it: the record, the places of its
//! items in the text as it is now, and what of it is saved.

mod saving;

pub use saving::Save;

use crate::document::{CleanText, Document, TextRange};
use crate::record::{Finding, Item, Kind, Passage, Place, Record};

use saving::Saving;

/// A shorter text is looked through at once.
const AT_ONCE_BYTES: usize = 1 << 20;

/// Whether what the reader leaves outlasts the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// It is saved.
    Stored,
    /// It lasts until the reader quits, for this reason.
    Session(&'static str),
}

/// What was kept of the document, for opening it.
#[derive(Debug)]
pub struct Kept {
    /// The record.
    pub record: Record,
    /// Whether changes of it are saved.
    pub keeping: Keeping,
    /// A number that no other program has: what ids begin with.
    pub instance: u64,
    /// Where the file of the document lies, if it is one.
    pub path: Option<String>,
}

/// A mark or a note at its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its words.
    pub words: TextRange,
    /// What it is.
    pub what: What,
    /// The id of its item.
    pub id: String,
}

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A mark with its letter.
    Mark(char),
    /// A note; a highlight if it is empty.
    Note(CleanText),
}

/// The record and its places.
#[derive(Debug)]
pub struct Marginalia {
    /// The marks and notes that have a place, in the order of the text.
    pub placed: Vec<Placed>,
    /// Those that have none, by their ids, in the order in which they came.
    pub lost: Vec<String>,
    /// The record, as the reader made it; its place and layout are those of the last save.
    pub record: Record,
    /// Whether it outlasts the program.
    pub keeping: Keeping,
    /// The place that the document, still growing, has not come to.
    pub awaited: Option<Place>,
    /// The measure that the document was opened with, in columns.
    pub opened_measure: u16,
    /// What is still looked for in a text that has changed.
    looking: Option<Looking>,
    /// Where the file of the document lies, if it is one.
    pub path: Option<String>,
    saving: Saving,
    instance: u64,
    n_made: u32,
}

/// A search for the items that are not where they were, and for the reader's place.
#[derive(Debug)]
struct Looking {
    /// The ids of the items, in the order in which they are looked for; the place comes last.
    ids: Vec<String>,
    finding: Finding,
}

impl Default for Marginalia {
    fn default() -> Self {
        Self {
            placed: Vec::new(),
            lost: Vec::new(),
            record: Record::default(),
            keeping: Keeping::Session("too little of the text has come"),
            awaited: None,
            opened_measure: 0,
            looking: None,
            path: None,
            saving: Saving::default(),
            instance: 0,
            n_made: 0,
        }
    }
}

impl Marginalia {
    /// What was kept of a document; its items have no places yet.
    /// `made` are items of this program, which come to them.
    pub fn new(kept: Kept, made: Vec<Item>, opened_measure: u16) -> Self {
        let Kept { mut record, keeping, instance, path } = kept;
        let saving = Saving { base: record.clone(), ..Saving::default() };
        let n_made = made.len() as u32;
        // Their ids were made before there was a number for this program.
        let named = (1..).zip(made).map(|(n, item)| Item { id: id(instance, n), ..item });
        record.items.extend(named);
        Self { record, keeping, saving, instance, path, n_made, opened_measure, ..Self::default() }
    }

    /// Finds the places of the items, those that are where they were at once; the others and the
    /// reader's place are then looked for by [`Marginalia::look_on`], if all of the document is
    /// there: in one that still grows, they may be further on.
    pub fn place_items(&mut self, document: &Document, is_whole: bool) {
        let anchored: Vec<(&Item, &Passage)> =
            self.record.items.iter().filter_map(|item| Some((item, item.kind.anchor()?))).collect();
        let mut passages: Vec<&Passage> = anchored.iter().map(|(_, passage)| *passage).collect();
        let is_moved = |place: &&Place| place.of as usize != document.end();
        passages.extend(self.awaited.iter().filter(is_moved).map(|place| &place.words));
        let finding = Finding::new(document, &passages, is_whole && self.is_unchanged(document));
        self.placed.clear();
        self.lost.clear();
        for ((item, anchor), range) in anchored.iter().zip(finding.unmoved()) {
            let range = if is_whole { range } else { anchor.unmoved(document) };
            self.placed.extend(range.and_then(|words| placed(item, words)));
        }
        self.placed.sort_by_key(|placed| placed.words);
        let ids = anchored.iter().map(|(item, _)| item.id.clone()).collect();
        self.looking = is_whole.then_some(Looking { ids, finding });
    }

    /// Whether items or the place are still looked for.
    pub fn is_looking(&self) -> bool {
        self.looking.is_some()
    }

    /// Whether that is to go on at once: nothing is left to look for, or the document is short.
    pub fn is_soon_found(&self, document: &Document) -> bool {
        let is_short = document.end() <= AT_ONCE_BYTES;
        self.looking.as_ref().is_some_and(|looking| is_short || looking.finding.is_done(document))
    }

    /// Goes on looking for what is not where it was. At the end, what is found nowhere is lost, and
    /// the words of the reader's place are told, if they were looked for and are there.
    pub fn look_on(&mut self, document: &Document) -> Option<TextRange> {
        let looking = self.looking.as_mut()?;
        if !looking.finding.is_done(document) {
            looking.finding.go_on(document);
            return None;
        }
        let Looking { ids, finding } = self.looking.take()?;
        let mut found = finding.finish();
        let place = found.drain(ids.len()..).next();
        for (id, range) in ids.iter().zip(found) {
            // It may have been deleted meanwhile.
            let item = self.record.item(id).filter(|item| item.kind.anchor().is_some());
            let is_placed = self.placed.iter().any(|placed| placed.id == *id);
            match (item.filter(|_| !is_placed), range) {
                (Some(item), Ok(words)) => self.placed.extend(placed(item, words)),
                (Some(_), Err(_)) => self.lost.push(id.clone()),
                (None, _) => {}
            }
        }
        self.placed.sort_by_key(|placed| placed.words);
        place?.ok()
    }

    /// Whether the document is as long as it was when it was last read.
    fn is_unchanged(&self, document: &Document) -> bool {
        self.record.place.as_ref().is_none_or(|place| place.of as usize == document.end())
    }

    /// Where a kept page and place are now, as their offsets, if the words of the page are now at
    /// `words`; `None` if they are gone from a document that has changed.
    pub fn moved_place(
        document: &Document,
        place: &Place,
        words: Option<TextRange>,
    ) -> Option<(usize, usize)> {
        let is_unchanged = place.of as usize == document.end();
        let by = match words {
            _ if is_unchanged => 0,
            words => words?.start() as i64 - i64::from(place.words.start),
        };
        let moved = |offset: u32| (i64::from(offset) + by).max(0) as usize;
        let (top, at) = (moved(place.top), moved(place.at));
        let at = if place.at == place.of { document.end() } else { at };
        Some((in_text(document, top), in_text(document, at)))
    }

    /// Adds an item.
    pub fn add(&mut self, kind: Kind, words: TextRange) {
        self.n_made += 1;
        let item = Item { id: id(self.instance, self.n_made), kind, rest: Default::default() };
        self.placed.extend(placed(&item, words));
        self.placed.sort_by_key(|placed| placed.words);
        self.record.items.push(item);
    }

    /// Makes something else of an item; deleted ones lose their place.
    pub fn change(&mut self, id: &str, kind: Kind) {
        let Some(item) = self.record.items.iter_mut().find(|item| item.id == id) else { return };
        item.kind = kind;
        let item = item.clone();
        match self.placed.iter().position(|placed| placed.id == id) {
            Some(index) => match placed(&item, self.placed[index].words) {
                Some(changed) => self.placed[index] = changed,
                None => drop(self.placed.remove(index)),
            },
            None if item.kind == Kind::Deleted => self.lost.retain(|lost| lost != id),
            None => {}
        }
    }

    /// The notes that have a place, in the order of the text.
    pub fn notes(&self) -> impl Iterator<Item = (&Placed, &CleanText)> {
        self.placed.iter().filter_map(|placed| match &placed.what {
            What::Note(text) => Some((placed, text)),
            What::Mark(_) => None,
        })
    }

    /// The marks that have a place, in the order of the text.
    pub fn marks(&self) -> impl Iterator<Item = (&Placed, char)> {
        self.placed.iter().filter_map(|placed| match placed.what {
            What::Mark(letter) => Some((placed, letter)),
            What::Note(_) => None,
        })
    }

    /// How many notes have no place.
    pub fn n_lost_notes(&self) -> usize {
        let is_note = |id: &&String| {
            self.record.item(id).is_some_and(|item| matches!(item.kind, Kind::Note { .. }))
        };
        self.lost.iter().filter(is_note).count()
    }
}

fn id(instance: u64, n: u32) -> String {
    format!("{instance:016x}-{n}")
}

fn placed(item: &Item, words: TextRange) -> Option<Placed> {
    let what = match &item.kind {
        Kind::Mark { letter, .. } => What::Mark(*letter),
        Kind::Note { text, .. } => What::Note(CleanText::text(text)),
        Kind::Deleted => return None,
    };
    Some(Placed { words, what, id: item.id.clone() })
}

/// The nearest offset in the text at which a character begins.
fn in_text(document: &Document, offset: usize) -> usize {
    let offset = offset.min(document.end());
    document
        .chunk_at(offset)
        .map_or(0, |chunk| chunk.base() + chunk.text().floor_char_boundary(offset - chunk.base()))
}
