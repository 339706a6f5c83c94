//! Reads the TOML of a companion; every error is one line and knows its place.
//!
//! In: the text of the file. Out: a [`Companion`], or the first error with its line and column.
//! Values are checked while they are read, so that the parser still knows where they stand.

use super::{Companion, CompanionError, EventItem, NoteItem, QuoteItem};
use crate::document::{
    Anchor, CleanText, Meta, QuoteKind, Selector, Speaker, When, clean_into, fold,
};
use serde::de::{Error as _, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::ops::Range;
use toml::de::DeTable;

/// The one version of the format.
const SCHEMA: &str = "1";

/// Longer messages are cut: a line of the status bar or the shell has to hold them.
const MESSAGE_CHARACTERS: usize = 240;

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

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table { exact = … }")]
struct SelectorForm {
    exact: Words,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    suffix: String,
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

impl From<SelectorForm> for Selector {
    fn from(form: SelectorForm) -> Self {
        Self { exact: form.exact.0, prefix: form.prefix, suffix: form.suffix }
    }
}

/// A key left empty, to be filled in, says nothing.
fn filled(line: Option<Line>) -> Option<CleanText> {
    line.map(|line| line.0).filter(|text| !text.as_str().trim().is_empty())
}

struct Line(CleanText);

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(CleanText::line(&text)))
    }
}

struct Text(CleanText);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(CleanText::text(&text)))
    }
}

/// Text that has at least one letter, digit or sign to be found by.
struct Words(String);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StringVisitor {
            expected: "a string",
            read: |text| match fold(text).text().trim() {
                "" => Err("these words are empty; write them as the article has them".to_owned()),
                _ => Ok(Self(text.to_owned())),
            },
        })
    }
}

struct Date(When);

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StringVisitor {
            expected: "a date in quotes, such as \"1949-12\"",
            read: |text| When::parse(text).map(Self).map_err(|error| error.to_string()),
        })
    }
}

struct Kind(QuoteKind);

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const KINDS: [QuoteKind; 3] = [QuoteKind::Speech, QuoteKind::Writing, QuoteKind::Phrase];
        deserializer.deserialize_any(StringVisitor {
            expected: "a kind in quotes, such as \"writing\"",
            read: |text| {
                let kind = KINDS.into_iter().find(|kind| kind.name() == text);
                kind.map(Self).ok_or_else(|| {
                    format!("`{text}` is no kind of quotation; write speech, writing or phrase")
                })
            },
        })
    }
}

/// Reads a value from a string; its errors get the place of the string.
struct StringVisitor<T> {
    expected: &'static str,
    read: fn(&str) -> Result<T, String>,
}

impl<'de, T> Visitor<'de> for StringVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).map_err(E::custom)
    }

    /// A date without quotes comes as a map, as a table does.
    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<T, A::Error> {
        Err(A::Error::custom(format!("expected {}", self.expected)))
    }
}

struct AnchorForm(Anchor);

impl<'de> Deserialize<'de> for AnchorForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnchorVisitor)
    }
}

/// One selector or a list of them; an untagged enum would lose the places of the errors inside.
struct AnchorVisitor;

impl<'de> Visitor<'de> for AnchorVisitor {
    type Value = AnchorForm;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`{ exact = \"…\" }` or a list of these")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<AnchorForm, A::Error> {
        let form = SelectorForm::deserialize(MapAccessDeserializer::new(map))?;
        Ok(AnchorForm(Anchor(vec![form.into()])))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<AnchorForm, A::Error> {
        let mut selectors = Vec::new();
        while let Some(form) = list.next_element::<SelectorForm>()? {
            selectors.push(form.into());
        }
        if selectors.is_empty() {
            return Err(A::Error::custom("the list is empty; write `{ exact = \"…\" }` in it"));
        }
        Ok(AnchorForm(Anchor(selectors)))
    }
}

fn located(text: &str, error: &toml::de::Error) -> CompanionError {
    let span = error.span().unwrap_or(0..0);
    error_at(text, span.start, &plain(error.message(), text, span))
}

/// The error at a byte of the file.
fn error_at(text: &str, at: usize, message: &str) -> CompanionError {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    CompanionError {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        message: one_line(message),
    }
}

/// The parser's message in the words of this program: what is wrong, then what to do.
fn plain(message: &str, text: &str, span: Range<usize>) -> String {
    if let Some((key, known)) =
        message.strip_prefix("unknown field `").and_then(|rest| rest.rsplit_once("`, expected "))
    {
        let known = known.trim_start_matches("one of ");
        return format!("unknown key `{key}`; known here: {known}");
    }
    if let Some(key) = message.strip_prefix("missing field ") {
        return format!("{key} is missing here; add it");
    }
    if let Some((found, expected)) =
        message.strip_prefix("invalid type: ").and_then(|rest| rest.rsplit_once(", expected "))
    {
        let is_header = text.get(span).is_some_and(|source| source.starts_with('['));
        return match (found, expected) {
            ("map", "a sequence") if is_header => {
                "one of a list has two brackets; write `[[…]]`".to_owned()
            }
            _ => format!("expected {}, not {}", named(expected), named(found)),
        };
    }
    if message == "duplicate key" {
        return "this key is there twice; remove one".to_owned();
    }
    message.to_owned()
}

/// What TOML calls a kind of value that serde has another word for.
fn named(kind: &str) -> &str {
    match kind {
        "map" => "a table",
        "sequence" | "a sequence" => "a list",
        _ => kind,
    }
}

fn one_line(message: &str) -> String {
    let mut clean = String::new();
    clean_into(&message.replace(['\n', '\r', '\t'], " "), &mut clean);
    match clean.char_indices().nth(MESSAGE_CHARACTERS) {
        Some((cut, _)) => clean[..cut].to_owned() + "…",
        None => clean,
    }
}

#[cfg(test)]
mod tests;
