//! What a reader leaves in a document: the place, the layout, marks and notes.
//!
//! In: a document, and ranges of it. Out: a [`Record`] that says the same without offsets one
//! could not do without: every place is kept by its words, as a [`Passage`], and found again in
//! the document as it is then, however it was edited or imported. A record belongs to a text, and
//! not to a path: a [`Sketch`] of its words tells which. [`fn@merge`] joins the records of several
//! programs that read one document at once. Pure: where records are stored is the shell's matter.

mod json;
mod merge;
mod passage;
mod sketch;
mod words;

pub use json::{MOST_BYTES, RecordError};
pub use merge::merge;
pub use passage::{Finding, Passage, find};
pub use sketch::{Likeness, Sketch, hash};

use crate::document::Checkpoint;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// What is kept of one document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Record {
    /// What the document is called, for whoever looks into the file.
    #[serde(default)]
    pub title: String,
    /// Where its file was last, if it was one: tells texts apart that are hardly alike any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// Where the reader was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What the reader made of the screen.
    #[serde(default)]
    pub layout: Layout,
    /// Marks and notes, deleted ones too, in the order in which they came.
    #[serde(default)]
    pub items: Vec<Item>,
    /// What a later version keeps besides, kept for it.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// A page, and the place on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The offset of the top of the page.
    pub top: u32,
    /// How many blank lines stood above its first row.
    pub lead: u32,
    /// The reading place.
    pub at: u32,
    /// How long the document was, in bytes.
    pub of: u32,
    /// The first words of the page.
    pub words: Passage,
    /// From where on a long source is read to show the page before the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A place in a source, as long as that has so many bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The size of the source, in bytes.
    pub size: u32,
    /// The place.
    pub from: Checkpoint,
}

/// What the reader made of the screen; `None` for what is as it always is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Layout {
    /// The panels that stand: `all`, `timeline`, `quotes`, `article`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub panels: Option<String>,
    /// The panel that fills the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zoomed: Option<String>,
    /// The widest line of running text, in columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<u16>,
}

/// A mark or a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Unlike that of any other item, in whichever program it was made.
    pub id: String,
    /// What it is.
    #[serde(flatten)]
    pub kind: Kind,
    /// What a later version keeps of it besides, kept for it.
    #[serde(flatten)]
    pub rest: Map<String, Value>,
}

/// What an item is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Kind {
    /// A place with a letter.
    Mark {
        /// The letter that goes there.
        letter: char,
        /// The place.
        anchor: Passage,
    },
    /// A passage, and what the reader thought of it.
    Note {
        /// The note; a highlight if it is empty.
        text: String,
        /// The words noted on.
        anchor: Passage,
    },
    /// Was there, and was deleted: otherwise it would come back from another program.
    Deleted,
}

impl Kind {
    /// Where the item stands; `None` once it is deleted.
    pub fn anchor(&self) -> Option<&Passage> {
        match self {
            Self::Mark { anchor, .. } | Self::Note { anchor, .. } => Some(anchor),
            Self::Deleted => None,
        }
    }
}

impl Record {
    /// Whether it holds nothing that would be missed.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.place.is_none() && self.layout == Layout::default()
    }

    /// The item of this id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }
}
