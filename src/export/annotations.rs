//! The layers as annotations of the W3C: one collection of JSON-LD, with an annotation for each
//! quotation, event and note.
//!
//! In: byte ranges. Out: for each, the exact words with some of the text around them, and Unicode code
//! points of the text of `--export json`. Ids are relative to the file that is written.
//!
//! Source: W3C, *Web Annotation Data Model*, 2017: 3.1 (annotations), 3.2.4 (bodies), 3.3.5
//! (motivations), 4.2.4 and 4.2.5 (selectors), 5 (collections).

use super::json::Rows;
use super::passage::parts;
use super::points::CodePoints;
use crate::document::{Document, Event, Layers, Note, Quotation, TextRange};
use serde::Serialize;
use std::io;

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// So many characters before and after the words are told.
const AROUND: usize = 32;

#[derive(Serialize)]
struct Collection<'a, I> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
    total: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Page<I>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<I> {
    id: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    part_of: &'static str,
    start_index: usize,
    items: I,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<Body>,
    target: Target<'a>,
}

#[derive(Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    format: &'static str,
    purpose: &'static str,
}

#[derive(Serialize)]
struct Target<'a> {
    source: &'a str,
    selector: (Quote<'a>, Position),
}

#[derive(Serialize)]
struct Quote<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

#[derive(Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: usize,
    end: usize,
}

/// Writes the annotations, on one line and without a line end. `name` is that of the file, which is
/// the source of a document without an address.
pub fn write_annotations(
    document: &Document,
    layers: &Layers,
    name: &str,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let source = document.meta.url.as_ref().map_or_else(|| relative(name), ToString::to_string);
    let writer = Annotator { document, layers, source: &source, points: CodePoints::of(document) };
    let quotes = (1..).zip(&layers.quotes).map(|(number, quote)| writer.quote(number, quote));
    let events = layers.events.iter().filter(|event| event.same_as.is_none());
    let n_events = events.clone().count();
    let events = (1..).zip(events).map(|(number, event)| writer.event(number, event));
    let notes = (1..).zip(&layers.notes).map(|(number, note)| writer.note(number, note));
    let total = layers.quotes.len() + n_events + layers.notes.len();
    let collection = Collection {
        context: CONTEXT,
        id: "#annotations",
        kind: "AnnotationCollection",
        label: document.meta.title.as_ref().map(|title| title.as_str()),
        total,
        first: (total > 0).then(|| Page {
            id: "#page-1",
            kind: "AnnotationPage",
            part_of: "#annotations",
            start_index: 0,
            items: Rows(quotes.chain(events).chain(notes)),
        }),
    };
    serde_json::to_writer(out, &collection).map_err(io::Error::from)
}

struct Annotator<'a> {
    document: &'a Document,
    layers: &'a Layers,
    source: &'a str,
    points: CodePoints<'a>,
}

impl<'a> Annotator<'a> {
    /// A quotation, tagged with its speaker.
    fn quote(&self, number: usize, quote: &Quotation) -> Annotation<'_> {
        let speaker = quote.speaker.and_then(|id| self.layers.speakers.get(id.index()));
        let tag = speaker.map(|speaker| body(speaker.name.as_str(), "tagging"));
        let description = speaker.and_then(|speaker| speaker.description.as_ref());
        let description = description.map(|words| body(words.as_str(), "describing"));
        self.annotation(
            format!("#quote-{number}"),
            if speaker.is_some() { "tagging" } else { "highlighting" },
            tag.into_iter().chain(description).collect(),
            quote.words,
        )
    }

    /// An event, described by its label and tagged with its date in EDTF.
    fn event(&self, number: usize, event: &Event) -> Annotation<'_> {
        let label = event.label.as_str().trim();
        let label = (!label.is_empty()).then(|| body(label, "describing"));
        let date = body(&event.when.edtf(), "tagging");
        let motivation = if label.is_some() { "describing" } else { "tagging" };
        let body = label.into_iter().chain([date]).collect();
        self.annotation(format!("#event-{number}"), motivation, body, event.mention)
    }

    /// A note; without words it only highlights.
    fn note(&self, number: usize, note: &Note) -> Annotation<'_> {
        let text = note.text.as_str();
        let comment = (!text.trim().is_empty()).then(|| body(text, "commenting"));
        let motivation = if comment.is_some() { "commenting" } else { "highlighting" };
        let body = comment.into_iter().collect();
        self.annotation(format!("#note-{number}"), motivation, body, note.words)
    }

    fn annotation(
        &self,
        id: String,
        motivation: &'static str,
        body: Vec<Body>,
        words: TextRange,
    ) -> Annotation<'_> {
        // Words over several blocks are told by those in the first, where anchors live.
        let block = self.document.block_around(words.start()).map(|block| block.range);
        let words = parts(self.document, words).first().copied().unwrap_or_default();
        let block = block.unwrap_or(words);
        let before = &self.document[TextRange::new(block.start(), words.start())];
        let after = &self.document[TextRange::new(words.end(), block.end())];
        let prefix_at = before.char_indices().rev().take(AROUND).last().map_or(0, |(at, _)| at);
        let suffix_end = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        let (start, end) = self.points.range(words);
        let quote = Quote {
            kind: "TextQuoteSelector",
            exact: &self.document[words],
            prefix: &before[prefix_at..],
            suffix: &after[..suffix_end],
        };
        let position = Position { kind: "TextPositionSelector", start, end };
        let target = Target { source: self.source, selector: (quote, position) };
        Annotation { id, kind: "Annotation", motivation, body, target }
    }
}

fn body(value: &str, purpose: &'static str) -> Body {
    Body { kind: "TextualBody", value: value.to_owned(), format: "text/plain", purpose }
}

/// The name of a file as a relative IRI: what has a meaning in one is written in percent.
fn relative(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => out.push(byte.into()),
            _ if byte.is_ascii_alphanumeric() => out.push(byte.into()),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
