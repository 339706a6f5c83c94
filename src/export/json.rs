//! The whole document model as one JSON object; its keys are those of `--export json`.
//!
//! In: byte ranges. Out: Unicode code points of `text`, which all programs count alike. Every key
//! is always there; what is not known is null.

mod people;

use super::points::CodePoints;
use crate::document::{
    Block, BlockKind, CleanText, Day, Document, Event, Layers, LostNote, Mark, Meta, Note,
    Quotation, Span, SpeakerId, UnresolvedItem,
};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use std::fmt::{self, Display};
use std::io;

/// The version of the format.
const SCHEMA: u32 = 1;

/// The whole document model as one JSON object, on one line and without a line end.
pub fn json(document: &Document, layers: &Layers) -> String {
    let mut out = Vec::with_capacity(document.end() * 2);
    write_json(document, layers, &mut out).expect("memory takes what is written");
    String::from_utf8(out).expect("JSON of text is text")
}

/// Writes what [`json`] returns, row by row, so that it never stands in memory as a whole.
pub fn write_json(
    document: &Document,
    layers: &Layers,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let exporter = Exporter { document, layers, points: CodePoints::of(document) };
    serde_json::to_writer(out, &exporter).map_err(io::Error::from)
}

/// The text: its chunks, joined by the line end that stands between any two blocks.
struct WholeText<'a>(&'a Document);

impl Display for WholeText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, chunk) in self.0.chunks().iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            f.write_str(chunk.text())?;
        }
        Ok(())
    }
}

/// A value as it is shown, in a JSON string.
struct Shown<T>(T);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A list of rows, each made when it is written.
pub(super) struct Rows<I>(pub I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for Rows<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

#[derive(Serialize)]
struct BlockForm {
    kind: &'static str,
    level: Option<u8>,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct SpanForm<'a> {
    mark: &'static str,
    start: usize,
    end: usize,
    target: Option<&'a str>,
}

#[derive(Serialize)]
struct EventForm<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    edtf: String,
    from: Option<Shown<Day>>,
    to: Option<Shown<Day>>,
    precision: &'static str,
    approximate: bool,
    basis: &'static str,
    label: &'a str,
    sentence: RangeForm,
    origin: &'static str,
    rule: Option<&'static str>,
    confidence: f32,
    rank: u32,
    same_as: Option<u32>,
}

#[derive(Serialize)]
struct RangeForm {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct QuoteForm<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    kind: &'static str,
    speaker: Option<&'a str>,
    cue: Option<&'a str>,
    continues: Option<u32>,
    origin: &'static str,
    rule: Option<&'static str>,
    confidence: f32,
}

#[derive(Serialize)]
struct SpeakerForm<'a> {
    name: &'a str,
    description: Option<&'a str>,
    quotes: usize,
}

#[derive(Serialize)]
struct NoteForm<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    origin: &'static str,
}

#[derive(Serialize)]
struct UnresolvedForm<'a> {
    kind: &'static str,
    exact: &'a str,
    reason: &'static str,
}

/// Turns each part of the model into its form, in the order of the format.
struct Exporter<'a> {
    document: &'a Document,
    layers: &'a Layers,
    points: CodePoints<'a>,
}

impl Serialize for Exporter<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let layers = self.layers;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", &SCHEMA)?;
        write_meta(&self.document.meta, &mut map)?;
        map.serialize_entry("text", &Shown(WholeText(self.document)))?;
        let blocks: Vec<Block> = self.document.blocks().collect();
        map.serialize_entry("blocks", &Rows(blocks.iter().map(|block| self.block(block))))?;
        let spans: Vec<Span<'_>> = self.document.spans().collect();
        map.serialize_entry("spans", &Rows(spans.iter().map(|span| self.span(span))))?;
        self.write_events("events", false, &mut map)?;
        self.write_events("eras", true, &mut map)?;
        map.serialize_entry("quotes", &Rows(layers.quotes.iter().map(|quote| self.quote(quote))))?;
        let n_quotes = self.quotes_of_speakers();
        map.serialize_entry("speakers", &self.speakers(&n_quotes))?;
        let people = layers.people.iter().map(|person| self.person(person, &n_quotes));
        map.serialize_entry("people", &Rows(people))?;
        map.serialize_entry("notes", &Rows(layers.notes.iter().map(|note| self.note(note))))?;
        map.serialize_entry(
            "unresolved",
            &Rows(layers.unresolved.iter().map(unresolved).chain(layers.lost.iter().map(lost))),
        )?;
        map.end()
    }
}

impl<'a> Exporter<'a> {
    fn block(&self, block: &Block) -> BlockForm {
        let level = match block.kind {
            BlockKind::Heading { level } => Some(level),
            _ => None,
        };
        let (start, end) = self.points.range(block.range);
        BlockForm { kind: block.kind.name(), level, start, end }
    }

    fn span<'s>(&self, span: &'s Span<'_>) -> SpanForm<'s> {
        let (start, end) = self.points.range(span.range);
        let target = match &span.mark {
            Mark::Language(words) | Mark::Image(words) | Mark::Title(words) => Some(&**words),
            mark => mark.target(),
        };
        SpanForm { mark: span.mark.name(), start, end, target }
    }

    /// Writes the eras or the other events; each list counts for itself.
    fn write_events<M: SerializeMap>(
        &self,
        key: &str,
        eras: bool,
        map: &mut M,
    ) -> Result<(), M::Error> {
        let events = &self.layers.events;
        let listed: Vec<u32> =
            (0..events.len() as u32).filter(|at| events[*at as usize].is_era == eras).collect();
        let place = |head: u32| listed.binary_search(&head).ok().map(|at| at as u32);
        let rows = listed.iter().map(|at| self.event(&events[*at as usize], place));
        map.serialize_entry(key, &Rows(rows))
    }

    fn event(&self, event: &'a Event, place: impl Fn(u32) -> Option<u32>) -> EventForm<'a> {
        let (start, end) = self.points.range(event.mention);
        let sentence = self.points.range(event.sentence);
        EventForm {
            start,
            end,
            text: &self.document[event.mention],
            edtf: event.when.edtf(),
            from: event.when.first.map(Shown),
            to: event.when.last.map(Shown),
            precision: event.when.precision.name(),
            approximate: event.when.approximate,
            basis: event.basis.name(),
            label: event.label.as_str(),
            sentence: RangeForm { start: sentence.0, end: sentence.1 },
            origin: event.origin.name(),
            rule: event.rule,
            confidence: event.confidence,
            rank: event.rank,
            same_as: event.same_as.and_then(place),
        }
    }

    fn quote(&self, quote: &'a Quotation) -> QuoteForm<'a> {
        let (start, end) = self.points.range(quote.words);
        let speaker = quote.speaker.and_then(|id| self.layers.speakers.get(id.index()));
        QuoteForm {
            start,
            end,
            text: &self.document[quote.words],
            kind: quote.kind.name(),
            speaker: speaker.map(|speaker| speaker.name.as_str()),
            cue: known(quote.cue.as_ref()),
            continues: quote.continues,
            origin: quote.origin.name(),
            rule: quote.rule,
            confidence: quote.confidence,
        }
    }

    /// How many quotations each speaker has.
    fn quotes_of_speakers(&self) -> Vec<usize> {
        // A count of its own: asking for each speaker in turn is quadratic in a long book.
        let mut counts = vec![0; self.layers.speakers.len()];
        for SpeakerId(id) in self.layers.quotes.iter().filter_map(|quote| quote.speaker) {
            if let Some(count) = counts.get_mut(id as usize) {
                *count += 1;
            }
        }
        counts
    }

    fn speakers(&self, n_quotes: &[usize]) -> Vec<SpeakerForm<'a>> {
        let speakers = self.layers.speakers.iter().zip(n_quotes);
        speakers
            .map(|(speaker, quotes)| SpeakerForm {
                name: speaker.name.as_str(),
                description: known(speaker.description.as_ref()),
                quotes: *quotes,
            })
            .collect()
    }

    fn note(&self, note: &'a Note) -> NoteForm<'a> {
        let (start, end) = self.points.range(note.words);
        NoteForm { start, end, text: note.text.as_str(), origin: note.origin.name() }
    }
}

fn write_meta<M: SerializeMap>(meta: &Meta, map: &mut M) -> Result<(), M::Error> {
    map.serialize_entry("title", &known(meta.title.as_ref()))?;
    map.serialize_entry("dek", &known(meta.dek.as_ref()))?;
    map.serialize_entry("authors", &Rows(meta.authors.iter().map(CleanText::as_str)))?;
    map.serialize_entry("source", &known(meta.source.as_ref()))?;
    map.serialize_entry("url", &known(meta.url.as_ref()))?;
    map.serialize_entry("published", &meta.published.map(|published| published.edtf()))?;
    map.serialize_entry("language", &known(meta.language.as_ref()))
}

fn known(text: Option<&CleanText>) -> Option<&str> {
    text.map(CleanText::as_str)
}

fn unresolved(item: &UnresolvedItem) -> UnresolvedForm<'_> {
    UnresolvedForm { kind: item.kind, exact: item.exact.as_str(), reason: item.reason.name() }
}

fn lost(note: &LostNote) -> UnresolvedForm<'_> {
    UnresolvedForm { kind: "note", exact: &note.on.exact, reason: note.reason.name() }
}

#[cfg(test)]
mod tests;
