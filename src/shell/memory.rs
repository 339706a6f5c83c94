//! What is remembered of documents: which record belongs to one, and what is told if there can be
//! none.

use super::arguments::{Arguments, CiteStyle};
use super::environment;
use super::open::Source;
use super::storage::{Storage, StorageError, Stored};
use crate::app::Marginalia;
use crate::app::{Keeping, Kept, What};
use crate::document::{CleanText, Document, LostNote, Note, Origin, Selector};
use crate::export::Style;
use crate::record::{Item, Kind, Sketch, find};
use std::hash::{BuildHasher, Hasher, RandomState};

/// Where records are stored, or why nowhere.
#[derive(Debug)]
pub enum Memory {
    /// In this folder.
    Stored(Storage),
    /// Nowhere, as asked.
    Off,
    /// Nowhere: the environment names no home.
    Homeless,
}

/// What is remembered of one document.
#[derive(Debug)]
pub struct Remembered {
    /// For the program to take up.
    pub kept: Kept,
    /// The name under which the record is stored.
    pub name: String,
    /// What should be told.
    pub told: Option<String>,
}

/// The reader's notes on a document.
#[derive(Debug, Default)]
pub struct Noted {
    /// Those that have a place in it.
    pub notes: Vec<Note>,
    /// Those that have none.
    pub lost: Vec<LostNote>,
    /// What should be told.
    pub told: Option<String>,
}

/// Where the records stand in the folder of all programs.
const FOLDER: &str = "dateline/documents";
/// Why nothing is kept, in the reader's words.
const HOMELESS: &str = "there is no home folder to keep them in";

impl Memory {
    /// As the arguments and the environment say.
    pub fn of(arguments: &Arguments) -> Self {
        if arguments.no_state {
            return Self::Off;
        }
        match environment::state_folder() {
            Some(folder) => Self::Stored(Storage::new(folder.join(FOLDER))),
            None => Self::Homeless,
        }
    }

    /// The storage, if there is one.
    pub fn storage(&self) -> Option<&Storage> {
        match self {
            Self::Stored(storage) => Some(storage),
            Self::Off | Self::Homeless => None,
        }
    }

    /// Whether anything is remembered of any document.
    pub fn has_any(&self) -> bool {
        self.storage().is_some_and(Storage::has_any)
    }

    /// The form of a source that the settings tell, else the one that was chosen last.
    pub fn form(&self, set: Option<CiteStyle>) -> Style {
        let chosen = || {
            let name = self.storage()?.form()?;
            Style::named(&name)
        };
        set.map(Style::from).or_else(chosen).unwrap_or(Style::Plain)
    }

    /// What is remembered of a document that is opened to be read; `None` as long as too little of
    /// it has come to know it by.
    pub fn recall(&self, document: &Document, source: &Source) -> Option<Remembered> {
        let sketch = Sketch::of(document)?;
        Some(self.recall_by(&sketch, source))
    }

    fn recall_by(&self, sketch: &Sketch, source: &Source) -> Remembered {
        let nothing = |why, told: Option<&str>| Remembered {
            kept: kept(Stored::default(), Keeping::Session(why), None),
            name: String::new(),
            told: told.map(str::to_owned),
        };
        let storage = match self {
            Self::Stored(storage) => storage,
            Self::Off => return nothing("--no-state", None),
            Self::Homeless => {
                let told = "place, marks and notes are not kept: there is no home folder; set HOME";
                return nothing(HOMELESS, Some(told));
            }
        };
        if sketch.is_empty() {
            return nothing("this text has no words to know it by", None);
        }
        let path = source.path();
        let found = storage.find(sketch, path.as_deref());
        let prepared = storage.prepare();
        match found.and_then(|stored| prepared.map(|()| stored)) {
            Ok(mut stored) => {
                let (name, told) = (stored.name.clone(), stored.told.take());
                Remembered { kept: kept(stored, Keeping::Stored, path), name, told }
            }
            Err(error) => {
                let told = format!("place, marks and notes cannot be kept: {error}");
                // It is tried again whenever there is something to keep.
                let stored = storage.find(sketch, path.as_deref()).unwrap_or_default();
                let name = sketch.to_string();
                Remembered { kept: kept(stored, Keeping::Stored, path), name, told: Some(told) }
            }
        }
    }

    /// The reader's notes on a document, and what should be told of them.
    pub fn notes(&self, document: &Document, source: &Source) -> Noted {
        let Some(storage) = self.storage() else { return Noted::default() };
        let sketch = Sketch::of(document).filter(|sketch| !sketch.is_empty());
        let found = sketch.map(|sketch| storage.find(&sketch, source.path().as_deref()));
        match found {
            Some(Ok(stored)) => noted(document, stored),
            Some(Err(error)) => Noted { told: Some(told_of(&error)), ..Noted::default() },
            None => Noted::default(),
        }
    }
}

fn told_of(error: &StorageError) -> String {
    format!("your notes cannot be read: {error}")
}

fn kept(stored: Stored, keeping: Keeping, path: Option<String>) -> Kept {
    // A random number, as the standard library has one for its maps.
    let instance = RandomState::new().build_hasher().finish();
    Kept { record: stored.record, keeping, instance, path }
}

/// The notes on a document, as they have a place in it or none.
fn noted(document: &Document, stored: Stored) -> Noted {
    let told = stored.told.clone();
    let mut marginalia = Marginalia::new(kept(stored, Keeping::Stored, None), Vec::new(), 0);
    marginalia.place_items(document, true);
    while marginalia.is_looking() {
        marginalia.look_on(document);
    }
    let notes = marginalia.placed.iter().filter_map(|placed| match &placed.what {
        What::Note(text) => {
            Some(Note { words: placed.words, text: text.clone(), origin: Origin::Yours })
        }
        What::Mark(_) => None,
    });
    let notes = notes.collect();
    let lost = marginalia.lost.iter().filter_map(|id| marginalia.record.item(id));
    let lost: Vec<LostNote> = lost.filter_map(|item| lost_note(document, item)).collect();
    let words = match lost.len() {
        0 => None,
        1 => Some("1 of your notes has no place in this text any more".to_owned()),
        n => Some(format!("{n} of your notes have no place in this text any more")),
    };
    Noted { notes, lost, told: told.or(words) }
}

/// A note that has no place, and why; `None` for a mark.
fn lost_note(document: &Document, item: &Item) -> Option<LostNote> {
    let Kind::Note { text, anchor } = &item.kind else { return None };
    let reason = find(document, &[anchor], false)[0].err()?;
    let on = Selector {
        exact: anchor.exact.clone(),
        prefix: anchor.prefix.clone(),
        suffix: anchor.suffix.clone(),
    };
    Some(LostNote { text: CleanText::text(text), on, reason })
}
