//! What of a record is saved, and what is told of it.
//!
//! One save runs at a time. What the reader is told of a mark or a note is told when it is saved,
//! and not before.

use super::{Keeping, Marginalia};
use crate::record::{Item, Kind, Record, merge};

/// A record to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Save {
    /// The record as it was last known to be stored.
    pub base: Record,
    /// The record as it is here.
    pub mine: Record,
}

/// What is saved of a record.
#[derive(Debug, Default)]
pub(super) struct Saving {
    /// The record as it is stored.
    pub(super) base: Record,
    /// What is being saved.
    pub(super) in_flight: Option<Record>,
    /// What to tell once that is saved.
    pub(super) sent_words: Vec<String>,
    /// What to tell once the next one is saved.
    pub(super) words: Vec<String>,
    /// Why the last save failed, and how much was to be told once it was done.
    pub(super) failed: Option<(String, usize)>,
    /// The reader was asked whether to quit without saving.
    pub(super) is_warned: bool,
}

impl Marginalia {
    /// Tells `words` once what they are about is saved; what to tell at once, if it never is.
    pub fn tell_when_saved(&mut self, words: String) -> Option<String> {
        match self.keeping {
            Keeping::Stored => {
                self.saving.words.push(words);
                None
            }
            Keeping::Session(why) => Some(format!("{words} until you quit: {why}")),
        }
    }

    /// What is to be saved now, with the record as it is; `None` if a save runs, if there is
    /// nothing new, or if nothing is kept.
    pub fn save(&mut self, snapshot: Record) -> Option<Save> {
        if snapshot == self.saving.base {
            self.record = snapshot;
            return None;
        }
        self.save_anyway(snapshot)
    }

    /// The same, even if there is nothing new.
    pub fn save_anyway(&mut self, snapshot: Record) -> Option<Save> {
        self.record = snapshot;
        let saving = &mut self.saving;
        if self.keeping != Keeping::Stored || saving.in_flight.is_some() {
            return None;
        }
        saving.in_flight = Some(self.record.clone());
        saving.sent_words.append(&mut saving.words);
        Some(Save { base: saving.base.clone(), mine: self.record.clone() })
    }

    /// Takes what is stored now; what to tell, and whether items of another program are in it.
    pub fn saved(&mut self, stored: Record) -> (Vec<String>, bool) {
        let Some(sent) = self.saving.in_flight.take() else { return (Vec::new(), false) };
        let merged = merge(&sent, &stored, &self.record);
        let has_more = merged.items != self.record.items;
        self.record = merged;
        self.saving.base = stored;
        self.saving.failed = None;
        self.saving.is_warned = false;
        (std::mem::take(&mut self.saving.sent_words), has_more)
    }

    /// Notes that the last save failed; what was to be told is told after one that does not. Whether
    /// that is news: it is the first time, or for another reason, or more marks and notes wait.
    pub fn not_saved(&mut self, why: String) -> bool {
        let saving = &mut self.saving;
        saving.in_flight = None;
        let newer = std::mem::take(&mut saving.words);
        saving.words = std::mem::take(&mut saving.sent_words);
        saving.words.extend(newer);
        let failed = Some((why, saving.words.len()));
        let is_news = saving.failed != failed;
        saving.failed = failed;
        is_news
    }

    /// Whether marks and notes wait to be saved, and no save runs.
    pub fn is_dirty(&self) -> bool {
        let saving = &self.saving;
        saving.in_flight.is_none() && saving.base.items != self.record.items
    }

    /// Whether a save runs.
    pub fn is_saving(&self) -> bool {
        self.saving.in_flight.is_some()
    }

    /// Notes that the reader is asked whether to quit without saving; whether it is the first time.
    pub fn warn(&mut self) -> bool {
        !std::mem::replace(&mut self.saving.is_warned, true)
    }

    /// Whether that was asked.
    pub fn is_warned(&self) -> bool {
        self.saving.is_warned
    }

    /// Why marks and notes could not be saved, and how many changes of them; `None` if all are.
    /// Where nothing is saved, notes count: a mark is soon set again.
    pub fn unsaved(&self) -> Option<(usize, &str)> {
        if let Keeping::Session(why) = self.keeping {
            let is_note = |item: &&Item| matches!(item.kind, Kind::Note { .. });
            let n_notes = self.record.items.iter().filter(is_note).count();
            return (n_notes > 0).then_some((n_notes, why));
        }
        let (why, _) = self.saving.failed.as_ref().filter(|_| !self.saving.words.is_empty())?;
        Some((self.saving.words.len(), why))
    }
}
