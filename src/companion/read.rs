//! Reads the TOML of a companion; every error is one line and knows its place.
//!
//! In: the text of the file. Out: a [`Companion`], or the first error with its line and column.
//! Values are checked while they are read, so that the parser still knows where they stand.

mod complaint;
mod value;

use super::{Companion, CompanionError, EventItem, NoteItem, QuoteItem};
use crate::document::{CleanText, Meta, QuoteKind, Speaker};
use complaint::{error_at, located};
use serde::Deserialize;
use toml::de::DeTable;
use value::{AnchorForm, Date, Kind, Line, Text, Words};

/// The one version of the format.
const SCHEMA: &str = "1";

/// Reads a companion.
pub(super) fn read(text: &str) -> Result<Companion, CompanionError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut table = DeTable::parse(text).map_err(|error| located(text, &error))?;
    check_schema(text, table.get_mut())?;
    let form = FileForm::deserialize(toml::de::Deserializer::from(table))
        .map_err(|error| located(text, &error))?;
    Ok(form.into())
}

/// Takes the schema out of the file, first of all: a later one may have keys not known here.
fn check_schema(text: &str, table: &mut DeTable) -> Result<(), CompanionError> {
    let Some(schema) = table.remove("schema") else {
        return Err(error_at(text, 0, "`schema` is missing; begin the file with `schema = 1`"));
    };
    let number = schema.get_ref().as_integer().map(|integer| integer.as_str().to_owned());
    if number.as_deref() == Some(SCHEMA) {
        return Ok(());
    }
    let message = match number {
        Some(number) => {
            format!("schema {number} is not known here; write `schema = 1`, or update dateline")
        }
        None => "`schema` is a number; write `schema = 1`".to_owned(),
    };
    Err(error_at(text, schema.span().start, &message))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileForm {
    #[serde(default)]
    document: DocumentForm,
    #[serde(default)]
    speaker: Vec<SpeakerForm>,
    #[serde(default)]
    event: Vec<EventForm>,
    #[serde(default)]
    quote: Vec<QuoteForm>,
    #[serde(default)]
    note: Vec<NoteForm>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, expecting = "the table [document]")]
struct DocumentForm {
    title: Option<Line>,
    dek: Option<Line>,
    #[serde(default)]
    authors: Vec<Line>,
    source: Option<Line>,
    url: Option<Line>,
    published: Option<Date>,
    language: Option<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table [[speaker]]")]
struct SpeakerForm {
    name: Words,
    description: Option<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table [[event]]")]
struct EventForm {
    date: Date,
    label: Line,
    #[serde(default)]
    era: bool,
    anchor: AnchorForm,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table [[quote]]")]
struct QuoteForm {
    speaker: Option<Line>,
    kind: Option<Kind>,
    cue: Option<Line>,
    anchor: AnchorForm,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table [[note]]")]
struct NoteForm {
    text: Text,
    anchor: AnchorForm,
}

impl From<FileForm> for Companion {
    fn from(form: FileForm) -> Self {
        Self {
            meta: form.document.into(),
            speakers: form.speaker.into_iter().map(Speaker::from).collect(),
            events: form.event.into_iter().map(EventItem::from).collect(),
            quotes: form.quote.into_iter().map(QuoteItem::from).collect(),
            notes: form.note.into_iter().map(NoteItem::from).collect(),
        }
    }
}

impl From<DocumentForm> for Meta {
    fn from(form: DocumentForm) -> Self {
        Self {
            title: filled(form.title),
            dek: filled(form.dek),
            authors: form.authors.into_iter().filter_map(|name| filled(Some(name))).collect(),
            source: filled(form.source),
            url: filled(form.url),
            published: form.published.map(|date| date.0),
            language: filled(form.language),
            is_book: false,
            is_edition: false,
        }
    }
}

impl From<SpeakerForm> for Speaker {
    fn from(form: SpeakerForm) -> Self {
        Self { name: CleanText::line(&form.name.0), description: filled(form.description) }
    }
}

impl From<EventForm> for EventItem {
    fn from(form: EventForm) -> Self {
        Self { when: form.date.0, label: form.label.0, is_era: form.era, anchor: form.anchor.0 }
    }
}

impl From<QuoteForm> for QuoteItem {
    fn from(form: QuoteForm) -> Self {
        Self {
            speaker: filled(form.speaker),
            kind: form.kind.map_or(QuoteKind::Speech, |kind| kind.0),
            cue: filled(form.cue),
            anchor: form.anchor.0,
        }
    }
}

impl From<NoteForm> for NoteItem {
    fn from(form: NoteForm) -> Self {
        Self { text: form.text.0, anchor: form.anchor.0 }
    }
}

/// A key left empty, to be filled in, says nothing.
fn filled(line: Option<Line>) -> Option<CleanText> {
    line.map(|line| line.0).filter(|text| !text.as_str().trim().is_empty())
}

#[cfg(test)]
mod tests;
