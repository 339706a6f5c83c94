//! Events, quotations and notes as one table, for spreadsheets.
//!
//! In: byte ranges. Out: a row for each item, of the kind that its first column names, with Unicode
//! code points of the text of `--export json`; an event once, whatever its mentions. What a kind does
//! not have is empty.
//!
//! Source: RFC 4180, with a line of headings; the library writes it.

use super::passage::parts;
use super::points::CodePoints;
use crate::document::{Document, Event, Layers, Note, Quotation, TextRange};
use csv::{Terminator, WriterBuilder};
use serde::Serialize;
use std::io;

#[derive(Serialize, Default)]
struct Row<'a> {
    place: Place<'a>,
    date: Dates,
    words: Words<'a>,
    from: Source,
}

#[derive(Serialize, Default)]
struct Place<'a> {
    kind: &'static str,
    text: &'a str,
    paragraph: Option<u32>,
    start: usize,
    end: usize,
}

#[derive(Serialize, Default)]
struct Dates {
    date: String,
    from: String,
    to: String,
}

#[derive(Serialize, Default)]
struct Words<'a> {
    label: &'a str,
    sentence: &'a str,
    speaker: &'a str,
    cue: &'a str,
}

#[derive(Serialize, Default)]
struct Source {
    origin: &'static str,
    rule: &'static str,
    confidence: Option<f32>,
}

/// The headings, in the order of the fields of a row.
const HEADINGS: [&str; 15] = [
    "kind",
    "text",
    "paragraph",
    "start",
    "end",
    "date",
    "from",
    "to",
    "label",
    "sentence",
    "speaker",
    "cue",
    "origin",
    "rule",
    "confidence",
];

/// Writes the table. A note’s own words are its label.
pub fn write_csv(document: &Document, layers: &Layers, out: &mut impl io::Write) -> io::Result<()> {
    let mut writer =
        WriterBuilder::new().terminator(Terminator::CRLF).has_headers(false).from_writer(out);
    writer.write_record(HEADINGS)?;
    let table = Table { document, layers, points: CodePoints::of(document) };
    for event in layers.events.iter().filter(|event| event.same_as.is_none()) {
        writer.serialize(table.event(event))?;
    }
    for quote in &layers.quotes {
        writer.serialize(table.quote(quote))?;
    }
    for note in &layers.notes {
        writer.serialize(table.note(note))?;
    }
    writer.flush()
}

struct Table<'a> {
    document: &'a Document,
    layers: &'a Layers,
    points: CodePoints<'a>,
}

impl<'a> Table<'a> {
    fn event(&self, event: &'a Event) -> Row<'a> {
        let day = |day: Option<_>| day.map_or_else(String::new, |day| format!("{day}"));
        Row {
            place: self.place(if event.is_era { "era" } else { "event" }, event.mention),
            date: Dates {
                date: event.when.edtf(),
                from: day(event.when.first),
                to: day(event.when.last),
            },
            words: Words {
                label: event.label.as_str(),
                sentence: &self.document[event.sentence],
                ..Words::default()
            },
            from: Source {
                origin: event.origin.name(),
                rule: event.rule.unwrap_or_default(),
                confidence: Some(event.confidence),
            },
        }
    }

    fn quote(&self, quote: &'a Quotation) -> Row<'a> {
        let speaker = quote.speaker.and_then(|id| self.layers.speakers.get(id.index()));
        Row {
            place: self.place("quote", quote.words),
            words: Words {
                speaker: speaker.map_or("", |speaker| speaker.name.as_str()),
                cue: quote.cue.as_ref().map_or("", |cue| cue.as_str()),
                ..Words::default()
            },
            from: Source {
                origin: quote.origin.name(),
                rule: quote.rule.unwrap_or_default(),
                confidence: Some(quote.confidence),
            },
            ..Row::default()
        }
    }

    fn note(&self, note: &'a Note) -> Row<'a> {
        Row {
            place: self.place("note", note.words),
            words: Words { label: note.text.as_str(), ..Words::default() },
            from: Source { origin: note.origin.name(), ..Source::default() },
            ..Row::default()
        }
    }

    fn place(&self, kind: &'static str, words: TextRange) -> Place<'a> {
        let block = self.document.block_around(words.start());
        // Words over several blocks are told by those in the first.
        let words = parts(self.document, words).first().copied().unwrap_or_default();
        let (start, end) = self.points.range(words);
        let paragraph = block.filter(|block| block.kind.is_numbered()).map(|block| block.number);
        Place { kind, text: &self.document[words], paragraph, start, end }
    }
}
