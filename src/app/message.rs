//! What the program is told, and what it asks the outside world to do.

use super::counting::Found;
use super::key::Key;
use super::marginalia::Save;
use super::mouse::{Deed, Target};
use super::settings::Shade;
use crate::document::{Document, Layers};
use crate::record::Record;
use std::sync::Arc;

/// What reaches the program.
#[derive(Debug)]
pub enum Message {
    /// A key.
    Key(Key),
    /// Pasted text.
    Paste(String),
    /// The mouse: what was done, and where.
    Mouse(Deed, Target),
    /// The document, read again.
    Opened(Arc<Document>, Arc<Layers>),
    /// The document, of which more has come.
    Grown(Arc<Document>),
    /// What was found in the document while it was being read.
    Extracted {
        /// What is found so far; `None` if nothing more than before.
        layers: Option<Arc<Layers>>,
        /// How much of the text was read, in percent; `None` at the end.
        progress: Option<u8>,
    },
    /// A part of what was counted in the background.
    Found(Found),
    /// The terminal told the color of its page.
    Background(Shade),
    /// What the reader left in a file is stored.
    Saved {
        /// The number of the file.
        file: usize,
        /// What is stored of it now.
        record: Box<Record>,
        /// What else should be told.
        told: Option<String>,
    },
    /// It could not be stored.
    NotSaved {
        /// The number of the file.
        file: usize,
        /// Why.
        why: String,
    },
    /// Something to tell the reader.
    Told(String),
    /// Only the size changed.
    Resized,
    /// Nothing else is to be done: time for what was put off.
    GoOn,
}

/// What the outside world must do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Send text to the clipboard, and tell how that went.
    Copy {
        /// The text.
        text: String,
        /// What it is, in the reader's words.
        what: String,
    },
    /// Have another program open this link, which leads to the web or is an address of mail.
    Open(String),
    /// Take the mouse from the terminal, or give it back.
    CaptureMouse(bool),
    /// Store what the reader left in the file.
    Save(Box<Save>),
    /// Read the file again.
    Reload,
    /// Count in the background what [`search_job`](super::App::search_job) tells, and stop what was
    /// counted before.
    Search,
    /// Look for dates and quotations again: the document has another date of writing.
    LookAgain,
    /// Go this many files on, or back if negative.
    OtherFile(isize),
    /// Draw the whole screen again.
    Redraw,
    /// Stop until the shell brings us back.
    Suspend,
    /// Leave.
    Quit,
}
