//! The companion file: what an editor curates and what a reader notes, as TOML.
//!
//! In: the text of a companion, and later a document. Out: [`Curated`] items, each a range of that
//! document. An item is kept by its words, never by an offset, so one companion serves every
//! edition of its text; what cannot be found for sure is listed as unresolved, never guessed.

mod read;
mod write;

pub use write::write;

use crate::document::{
    Anchor, Anchorage, Basis, CleanText, Document, Event, Findings, Meta, Note, Origin, Quotation,
    QuoteKind, Speaker, SpeakerId, TextRange, UnresolvedItem, When, fold, sentence_around,
};
use thiserror::Error;

/// A companion file, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Companion {
    /// What it says of the document.
    pub meta: Meta,
    speakers: Vec<Speaker>,
    events: Vec<EventItem>,
    quotes: Vec<QuoteItem>,
    notes: Vec<NoteItem>,
}

/// What is wrong with a companion, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{line}:{column}: {message}")]
pub struct CompanionError {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong and what to do: one line of clean text.
    pub message: String,
}

/// A companion's items, anchored in a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curated {
    /// Events, quotations and speakers, in the order of the file.
    pub findings: Findings,
    /// Notes, in the order of the text.
    pub notes: Vec<Note>,
    /// What is anchored nowhere.
    pub unresolved: Vec<UnresolvedItem>,
}

#[derive(Debug, Clone, PartialEq)]
struct EventItem {
    when: When,
    label: CleanText,
    is_era: bool,
    anchor: Anchor,
}

#[derive(Debug, Clone, PartialEq)]
struct QuoteItem {
    speaker: Option<CleanText>,
    kind: QuoteKind,
    cue: Option<CleanText>,
    anchor: Anchor,
}

#[derive(Debug, Clone, PartialEq)]
struct NoteItem {
    text: CleanText,
    anchor: Anchor,
}

impl Companion {
    /// Reads the text of a companion file.
    pub fn parse(text: &str) -> Result<Self, CompanionError> {
        read::read(text)
    }

    /// Whether it was written for this document, by the title.
    pub fn is_for(&self, document: &Document) -> bool {
        match (&self.meta.title, &document.meta.title) {
            (Some(mine), Some(title)) => is_same(mine, title),
            _ => false,
        }
    }

    /// Anchors the items in `document`.
    pub fn resolve(&self, document: &Document) -> Curated {
        let mut resolver =
            Resolver { document, anchorage: Anchorage::new(document), unresolved: Vec::new() };
        let events = resolver.events(&self.events);
        let mut speakers = Vec::new();
        for speaker in &self.speakers {
            adopt(&mut speakers, speaker);
        }
        let quotes = resolver.quotes(&self.quotes, &mut speakers);
        let mut notes = resolver.notes(&self.notes);
        notes.sort_by_key(|note| note.words);
        Curated {
            findings: Findings { events, quotes, speakers, ..Findings::default() },
            notes,
            unresolved: resolver.unresolved,
        }
    }
}

/// Anchors items in one document, and keeps those that lead nowhere.
struct Resolver<'a> {
    document: &'a Document,
    anchorage: Anchorage<'a>,
    unresolved: Vec<UnresolvedItem>,
}

impl Resolver<'_> {
    fn events(&mut self, items: &[EventItem]) -> Vec<Event> {
        let mut events = Vec::new();
        for (item, rank) in items.iter().zip(1..) {
            let Some(mention) = self.place("event", &item.anchor) else { continue };
            events.push(Event {
                mention,
                when: item.when,
                basis: Basis::Stated,
                sentence: sentence_around(self.document, mention),
                label: item.label.clone(),
                is_era: item.is_era,
                origin: Origin::Curated,
                rule: None,
                confidence: 1.0,
                rank,
                same_as: None,
            });
        }
        events
    }

    fn quotes(&mut self, items: &[QuoteItem], speakers: &mut Vec<Speaker>) -> Vec<Quotation> {
        let mut quotes = Vec::new();
        for item in items {
            let speaker = item.speaker.clone().map(|name| {
                let speaker = Speaker { name, description: None };
                adopt(speakers, &speaker)
            });
            let Some(words) = self.place("quote", &item.anchor) else { continue };
            quotes.push(Quotation {
                words: without_comma(self.document, words),
                kind: item.kind,
                speaker,
                cue: item.cue.clone(),
                continues: None,
                origin: Origin::Curated,
                rule: None,
                confidence: 1.0,
            });
        }
        quotes
    }

    fn notes(&mut self, items: &[NoteItem]) -> Vec<Note> {
        let mut notes = Vec::new();
        for item in items {
            if let Some(words) = self.place("note", &item.anchor) {
                notes.push(Note { words, text: item.text.clone(), origin: Origin::Curated });
            }
        }
        notes
    }

    /// Where an anchor leads; if nowhere, that is noted.
    fn place(&mut self, kind: &'static str, anchor: &Anchor) -> Option<TextRange> {
        match self.anchorage.resolve(anchor) {
            Ok(range) => Some(range),
            Err(reason) => {
                let exact = anchor.0.first().map_or("", |selector| &selector.exact);
                self.unresolved.push(UnresolvedItem {
                    kind,
                    exact: CleanText::line(exact),
                    reason,
                });
                None
            }
        }
    }
}

/// The id of `speaker`, who is added unless already there by name.
fn adopt(speakers: &mut Vec<Speaker>, speaker: &Speaker) -> SpeakerId {
    let known = speakers.iter().position(|known| is_same(&known.name, &speaker.name));
    let index = known.unwrap_or_else(|| {
        speakers.push(speaker.clone());
        speakers.len() - 1
    });
    SpeakerId(index as u32)
}

/// The comma before a closing quotation mark is the article's, not the speaker's.
fn without_comma(document: &Document, words: TextRange) -> TextRange {
    let kept = document[words].strip_suffix(',').map_or(words.len(), str::len);
    TextRange::new(words.start(), words.start() + kept)
}

fn is_same(one: &CleanText, other: &CleanText) -> bool {
    let (one, other) = (fold(one.as_str()), fold(other.as_str()));
    one.text().trim() == other.text().trim()
}

#[cfg(test)]
mod tests;
