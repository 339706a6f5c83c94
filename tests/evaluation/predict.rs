//! What dateline finds in a gold document, in the gold's terms.
//!
//! The document's text may differ from the source in white space only; offsets are carried over by
//! counting the visible characters.

use super::gold::{Document, Span};
use super::value;
use dateline::document::{self, Findings, Layers, Meta, QuoteKind, TextRange, When};
use dateline::{extract, import};

/// A date that was found.
#[derive(Debug, Clone)]
pub struct FoundDate {
    pub span: Span,
    pub value: Option<String>,
}

/// A quotation that was found.
#[derive(Debug, Clone)]
pub struct FoundQuote {
    pub span: Span,
    pub speaker: Option<String>,
}

/// The dated events, every mention.
pub fn dates(gold: &Document) -> Vec<FoundDate> {
    let (document, layers) = read(gold);
    let alignment = Alignment::new(gold, &document);
    let events = layers.events.iter().filter(|event| !event.is_era);
    let found = events.filter_map(|event| {
        let value = value::of_edtf(&event.when.edtf(), &document[event.mention]);
        Some(FoundDate { span: alignment.span(event.mention)?, value })
    });
    found.collect()
}

/// The quotations that are no mere phrases.
pub fn quotes(gold: &Document) -> Vec<FoundQuote> {
    let (document, layers) = read(gold);
    let alignment = Alignment::new(gold, &document);
    let quotes = layers.quotes.iter().filter(|quote| quote.kind != QuoteKind::Phrase);
    let found = quotes.filter_map(|quote| {
        let speaker = quote.speaker.map(|id| layers.speakers[id.index()].name.to_string());
        Some(FoundQuote { span: alignment.span(quote.words)?, speaker })
    });
    found.collect()
}

fn read(gold: &Document) -> (document::Document, Layers) {
    let document = import::import(gold.text.as_bytes()).expect("the sets are text").document;
    let published = gold.dct.as_deref().map(|dct| When::parse(dct).expect("a dct is a date"));
    let document = document.with_meta(Meta { published, ..Meta::clone(&document.meta) });
    let layers = Layers::merge(extract::extract(&document), Findings::default());
    (document, layers)
}

/// Where the visible characters of the document stand in the source.
struct Alignment {
    /// For each byte of the document and its end, how many visible characters stand before it.
    visible_before: Vec<usize>,
    /// The code points of the source that are visible.
    source_at: Vec<usize>,
}

impl Alignment {
    fn new(gold: &Document, document: &document::Document) -> Self {
        let chunks: Vec<&str> = document.chunks().iter().map(|chunk| chunk.text()).collect();
        let text = chunks.join("\n");
        let visible = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(visible(&text), visible(&gold.text), "no visible character is lost or added");
        let mut visible_before = Vec::with_capacity(text.len() + 1);
        let mut n_visible = 0;
        for character in text.chars() {
            visible_before.extend(std::iter::repeat_n(n_visible, character.len_utf8()));
            n_visible += usize::from(!character.is_whitespace());
        }
        visible_before.push(n_visible);
        let points = gold.text.chars().enumerate();
        let source_at = points.filter(|(_, character)| !character.is_whitespace());
        Self { visible_before, source_at: source_at.map(|(at, _)| at).collect() }
    }

    /// The span in the source; `None` if nothing in it is visible.
    fn span(&self, range: TextRange) -> Option<Span> {
        let first = self.visible_before[range.start()];
        let end = self.visible_before[range.end()];
        let last = end.checked_sub(1).filter(|last| *last >= first)?;
        Some(Span { start: self.source_at[first], end: self.source_at[last] + 1 })
    }
}

#[test]
fn spans_are_carried_over_white_space() {
    let text = "One  two\n\nthree é four".to_owned();
    let gold =
        Document { dct: None, text, timex: Vec::new(), quotes: Vec::new(), not_quotes: Vec::new() };
    let document = import::import(gold.text.as_bytes()).expect("it is text").document;
    let alignment = Alignment::new(&gold, &document);
    let words = document.chunks()[0].text();
    let at = words.find("three").expect("it is there");
    let span = alignment.span(TextRange::new(at, words.len()));
    assert_eq!(span, Some(Span { start: 10, end: 22 }));
    assert_eq!(alignment.span(TextRange::new(at, at)), None);
}
