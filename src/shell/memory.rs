//! What is remembered of documents: which record belongs to one, and what is told if there can be
//! none.

use super::arguments::{Arguments, CiteStyle};
use super::environment;
use super::open::Source;
use super::storage::{Storage, StorageError, Stored};
use crate::app::Marginalia;
use crate::app::{Keeping, Kept, What};
use crate::document::{Document, Note, Origin};
use crate::export::Style;
use crate::record::Sketch;
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
            kept: kept(Stored::default(), Keeping::Session(why)),
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
                Remembered { kept: kept(stored, Keeping::Stored), name, told }
            }
            Err(error) => {
                let told = format!("place, marks and notes cannot be kept: {error}");
                // It is tried again whenever there is something to keep.
                let stored = storage.find(sketch, path.as_deref()).unwrap_or_default();
                let name = sketch.to_string();
                Remembered { kept: kept(stored, Keeping::Stored), name, told: Some(told) }
            }
        }
    }

    /// The reader's notes on a document, and what should be told of them.
    pub fn notes(&self, document: &Document, source: &Source) -> (Vec<Note>, Option<String>) {
        let Some(storage) = self.storage() else { return (Vec::new(), None) };
        let sketch = Sketch::of(document).filter(|sketch| !sketch.is_empty());
        let found = sketch.map(|sketch| storage.find(&sketch, source.path().as_deref()));
        match found {
            Some(Ok(stored)) => placed(document, stored),
            Some(Err(error)) => (Vec::new(), Some(told_of(&error))),
            None => (Vec::new(), None),
        }
    }
}

fn told_of(error: &StorageError) -> String {
    format!("your notes cannot be read: {error}")
}

fn kept(stored: Stored, keeping: Keeping) -> Kept {
    // A random number, as the standard library has one for its maps.
    let instance = RandomState::new().build_hasher().finish();
    Kept { record: stored.record, keeping, instance }
}

/// The notes that have a place in the document, and how many have none.
fn placed(document: &Document, stored: Stored) -> (Vec<Note>, Option<String>) {
    let told = stored.told.clone();
    let mut marginalia = Marginalia::new(kept(stored, Keeping::Stored), Vec::new(), 0);
    marginalia.place_items(document, true);
    let notes = marginalia.placed.iter().filter_map(|placed| match &placed.what {
        What::Note(text) => {
            Some(Note { words: placed.words, text: text.clone(), origin: Origin::Yours })
        }
        What::Mark(_) => None,
    });
    let notes = notes.collect();
    let n = marginalia.n_lost_notes();
    let lost = (n > 0).then(|| format!("{n} of your notes have no place in this text any more"));
    (notes, told.or(lost))
}
