//! The whole document model as one JSON object; its keys are those of `--export json`.
//!
//! In: byte ranges. Out: Unicode code points of `text`, which all programs count alike. Every key
//! is always there; what is not known is null.

use crate::document::{
    BlockKind, CleanText, Document, Event, Layers, Meta, Note, Quotation, Span, SpeakerId,
    TextRange, UnresolvedItem, When,
};
use serde::Serialize;
use std::borrow::Cow;

/// The version of the format.
const SCHEMA: u32 = 1;

/// Code points are counted once for each stretch of this many bytes.
const STRETCH: usize = 256;

/// The whole document model as one JSON object, on one line and without a line end.
pub fn json(document: &Document, layers: &Layers) -> String {
    let text = whole_text(document);
    let points = CodePoints::of(&text);
    let exporter = Exporter { document, layers, points };
    let form = exporter.document(&text);
    serde_json::to_string(&form).expect("strings and numbers under string keys are JSON")
}

/// The chunks, joined by the line end that stands between any two blocks.
fn whole_text(document: &Document) -> Cow<'_, str> {
    match document.chunks() {
        [] => Cow::Borrowed(""),
        [chunk] => Cow::Borrowed(chunk.text()),
        chunks => {
            Cow::Owned(chunks.iter().map(|chunk| chunk.text()).collect::<Vec<_>>().join("\n"))
        }
    }
}

/// How many code points stand before a byte.
struct CodePoints<'a> {
    text: &'a [u8],
    /// Those before each stretch.
    before: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    fn of(text: &'a str) -> Self {
        let text = text.as_bytes();
        let mut before = vec![0];
        let mut n_points = 0;
        for stretch in text.chunks(STRETCH) {
            n_points += n_starts(stretch);
            before.push(n_points);
        }
        Self { text, before }
    }

    fn at(&self, offset: usize) -> usize {
        let index = offset / STRETCH;
        self.before[index] + n_starts(&self.text[index * STRETCH..offset])
    }

    fn range(&self, range: TextRange) -> (usize, usize) {
        (self.at(range.start()), self.at(range.end()))
    }
}

/// How many characters begin in UTF-8 bytes.
fn n_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[derive(Serialize)]
struct DocumentForm<'a> {
    schema: u32,
    #[serde(flatten)]
    meta: MetaForm<'a>,
    text: &'a str,
    blocks: Vec<BlockForm>,
    spans: Vec<SpanForm<'a>>,
    events: Vec<EventForm<'a>>,
    quotes: Vec<QuoteForm<'a>>,
    speakers: Vec<SpeakerForm<'a>>,
    notes: Vec<NoteForm<'a>>,
    unresolved: Vec<UnresolvedForm<'a>>,
}

#[derive(Serialize)]
struct MetaForm<'a> {
    title: Option<&'a str>,
    dek: Option<&'a str>,
    authors: Vec<&'a str>,
    source: Option<&'a str>,
    url: Option<&'a str>,
    published: Option<String>,
    language: Option<&'a str>,
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
    #[serde(flatten)]
    date: DateForm,
    basis: &'static str,
    label: &'a str,
    sentence: RangeForm,
    origin: &'static str,
    rule: Option<&'static str>,
    confidence: f32,
    rank: u32,
}

#[derive(Serialize)]
struct DateForm {
    edtf: String,
    from: Option<String>,
    to: Option<String>,
    precision: &'static str,
    approximate: bool,
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
}

#[derive(Serialize)]
struct UnresolvedForm<'a> {
    kind: &'static str,
    exact: &'a str,
    reason: &'static str,
}

/// Turns each part of the model into its form.
struct Exporter<'a> {
    document: &'a Document,
    layers: &'a Layers,
    points: CodePoints<'a>,
}

impl<'a> Exporter<'a> {
    fn document(&self, text: &'a str) -> DocumentForm<'a> {
        let layers = self.layers;
        DocumentForm {
            schema: SCHEMA,
            meta: meta(&self.document.meta),
            text,
            blocks: self.blocks(),
            spans: self.document.spans().map(|span| self.span(span)).collect(),
            events: layers.events.iter().map(|event| self.event(event)).collect(),
            quotes: layers.quotes.iter().map(|quote| self.quote(quote)).collect(),
            speakers: self.speakers(),
            notes: layers.notes.iter().map(|note| self.note(note)).collect(),
            unresolved: layers.unresolved.iter().map(unresolved).collect(),
        }
    }

    fn blocks(&self) -> Vec<BlockForm> {
        let form = |kind: BlockKind, range| {
            let level = match kind {
                BlockKind::Heading { level } => Some(level),
                _ => None,
            };
            let (start, end) = self.points.range(range);
            BlockForm { kind: kind.name(), level, start, end }
        };
        self.document.blocks().map(|block| form(block.kind, block.range)).collect()
    }

    fn span(&self, span: &'a Span) -> SpanForm<'a> {
        let (start, end) = self.points.range(span.range);
        SpanForm { mark: span.mark.name(), start, end, target: span.mark.target() }
    }

    fn event(&self, event: &'a Event) -> EventForm<'a> {
        let (start, end) = self.points.range(event.mention);
        let sentence = self.points.range(event.sentence);
        EventForm {
            start,
            end,
            text: &self.document[event.mention],
            date: date(&event.when),
            basis: event.basis.name(),
            label: event.label.as_str(),
            sentence: RangeForm { start: sentence.0, end: sentence.1 },
            origin: event.origin.name(),
            rule: event.rule,
            confidence: event.confidence,
            rank: event.rank,
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

    fn speakers(&self) -> Vec<SpeakerForm<'a>> {
        // A count of its own: asking for each speaker in turn is quadratic in a long book.
        let mut counts = vec![0; self.layers.speakers.len()];
        for SpeakerId(id) in self.layers.quotes.iter().filter_map(|quote| quote.speaker) {
            if let Some(count) = counts.get_mut(id as usize) {
                *count += 1;
            }
        }
        let speakers = self.layers.speakers.iter().zip(counts);
        speakers
            .map(|(speaker, quotes)| SpeakerForm {
                name: speaker.name.as_str(),
                description: known(speaker.description.as_ref()),
                quotes,
            })
            .collect()
    }

    fn note(&self, note: &'a Note) -> NoteForm<'a> {
        let (start, end) = self.points.range(note.words);
        NoteForm { start, end, text: note.text.as_str() }
    }
}

fn meta(meta: &Meta) -> MetaForm<'_> {
    MetaForm {
        title: known(meta.title.as_ref()),
        dek: known(meta.dek.as_ref()),
        authors: meta.authors.iter().map(CleanText::as_str).collect(),
        source: known(meta.source.as_ref()),
        url: known(meta.url.as_ref()),
        published: meta.published.map(|published| published.edtf()),
        language: known(meta.language.as_ref()),
    }
}

fn known(text: Option<&CleanText>) -> Option<&str> {
    text.map(CleanText::as_str)
}

fn date(when: &When) -> DateForm {
    DateForm {
        edtf: when.edtf(),
        from: when.first.map(|day| day.to_string()),
        to: when.last.map(|day| day.to_string()),
        precision: when.precision.name(),
        approximate: when.approximate,
    }
}

fn unresolved(item: &UnresolvedItem) -> UnresolvedForm<'_> {
    UnresolvedForm { kind: item.kind, exact: item.exact.as_str(), reason: item.reason.name() }
}

#[cfg(test)]
mod tests;
