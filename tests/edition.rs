//! The built-in edition and its companion belong together, and to the original as well.

mod common;

use common::{COMPANION, EDITION, EDITION_META, Session, document_as, shared};
use dateline::companion::{self, Companion, Curated};
use dateline::document::{
    Block, BlockId, BlockKind, Document, Findings, Layers, Origin, Quotation, SpeakerId,
};
use dateline::import::Format;

fn document(text: &str) -> Document {
    dateline::import::import(text.as_bytes()).expect("it is a text").document
}

/// The original, where it is beside the repository.
fn original() -> Option<String> {
    let path = shared()?.join("article/chinas-russia-risk.txt");
    Some(std::fs::read_to_string(path).expect("the original is readable"))
}

/// The original in another format.
fn original_as(extension: &str, format: Format) -> Option<Document> {
    let path = shared()?.join("article/chinas-russia-risk").with_extension(extension);
    let text = std::fs::read_to_string(path).expect("the original is readable");
    document_as(&text, format)
}

fn companion() -> Companion {
    Companion::parse(COMPANION).expect("the companion of the edition is valid")
}

/// The words of the quotations as the companion gives them, read without the code under test.
fn exact_quotes() -> Vec<String> {
    let table: toml::Table = COMPANION.parse().expect("the companion is TOML");
    let quotes = table["quote"].as_array().expect("quotes are a list");
    let exact = |quote: &toml::Value| quote["anchor"]["exact"].as_str().map(str::to_owned);
    quotes.iter().filter_map(exact).collect()
}

#[track_caller]
fn check_anchored(text: &str) -> Curated {
    let document = document(text);
    assert!(companion().is_for(&document), "the companion is chosen by the title");
    let curated = companion().resolve(&document);
    assert_eq!(curated.unresolved, []);
    let anchored: Vec<&str> =
        curated.findings.quotes.iter().map(|quote| &document[quote.words]).collect();
    assert_eq!(anchored, exact_quotes());
    curated
}

#[test]
fn every_item_is_anchored_in_the_edition() {
    let findings = check_anchored(EDITION).findings;
    assert!(findings.events.len() >= 15, "{} events", findings.events.len());
    assert!(findings.quotes.len() >= 8, "{} quotations", findings.quotes.len());
    assert!(findings.quotes.iter().all(|quote| quote.speaker.is_some()));
}

#[test]
fn every_item_is_anchored_in_the_original() {
    if let Some(original) = original() {
        check_anchored(&original);
    }
}

#[test]
fn a_companion_written_from_the_edition_says_the_same() {
    let document = document(EDITION);
    let layers = |companion: &Companion| {
        let findings = companion.resolve(&document).findings;
        Layers::merge(Findings::default(), findings)
    };
    let layers_read = layers(&companion());
    let written = companion::write(&document, &layers_read);
    let again = Companion::parse(&written).expect("what is written is valid");
    assert_eq!(layers(&again), layers_read, "{written}");
}

#[test]
fn the_three_speakers_are_described() {
    let speakers = check_anchored(EDITION).findings.speakers;
    let described: Vec<&str> = speakers
        .iter()
        .filter(|speaker| speaker.description.is_some())
        .map(|speaker| speaker.name.as_str())
        .collect();
    assert_eq!(described, ["Alexander Gabuev", "Mark Williams", "Odd Arne Westad"]);
    assert_eq!(speakers.len(), 3);
}

#[test]
fn the_edition_tells_the_whole_argument() {
    let n_words = EDITION.split_whitespace().count();
    assert!(n_words >= 1600, "{n_words} words");
}

#[test]
fn the_editions_own_metadata_is_valid() {
    let own = Companion::parse(EDITION_META).expect("the metadata of the edition is valid");
    assert!(own.meta.source.is_some());
    let document = document(EDITION);
    assert_eq!(document.block(BlockId(1)).map(|block| block.kind), Some(BlockKind::Dek));
    assert!(document.meta.dek.is_some());
}

#[test]
fn an_editor_has_written_every_event_and_quotation_of_the_edition() {
    let layers = Session::edition().app.layers.clone();
    let extracted: Vec<&str> = layers
        .events
        .iter()
        .filter(|event| event.origin != Origin::Curated && event.same_as.is_none())
        .map(|event| event.label.as_str())
        .collect();
    assert_eq!(extracted, Vec::<&str>::new());
    assert!(layers.quotes.iter().all(|quote| quote.origin == Origin::Curated));
}

#[test]
fn the_original_loses_nothing() {
    let Some(source) = original() else { return };
    let document = document(&source);
    let visible = |text: &str| text.split_whitespace().collect::<String>();
    let text: String = document.chunks().iter().map(|chunk| visible(chunk.text())).collect();
    assert_eq!(text, visible(&source));
}

#[test]
fn without_a_companion_the_originals_quotations_have_their_speakers() {
    let Some(source) = original() else { return };
    let found = dateline::extract::extract(&document(&source));
    let mut counts: Vec<(String, usize)> = found
        .speakers
        .iter()
        .zip(0..)
        .map(|(speaker, id)| {
            let of_speaker = |quote: &&Quotation| quote.speaker == Some(SpeakerId(id));
            (speaker.name.to_string(), found.quotes.iter().filter(of_speaker).count())
        })
        .collect();
    counts.sort();
    let expected = [("Alexander Gabuev", 5), ("Mark Williams", 2), ("Odd Arne Westad", 1)];
    assert_eq!(counts, expected.map(|(name, n)| (name.to_owned(), n)));
    assert_eq!(found.quotes.len(), 8);
}

#[test]
fn the_original_is_the_same_document_from_markdown() {
    let (Some(text), Some(markdown)) = (original(), original_as("md", Format::Markdown)) else {
        return;
    };
    let text = document(&text);
    let blocks = |document: &Document| -> Vec<(&'static str, String)> {
        let block = |block: Block| (block.kind.name(), document[block.range].to_owned());
        document.blocks().map(block).collect()
    };
    assert_eq!(blocks(&markdown), blocks(&text));
    assert_eq!(markdown.meta, text.meta);
    assert_eq!(dateline::extract::extract(&markdown), dateline::extract::extract(&text));
}

#[test]
fn the_edition_is_the_same_document_from_its_markdown() {
    let edition = document(EDITION);
    let written = dateline::export::markdown(&edition);
    let again = document_as(&written, Format::Markdown).expect("it is Markdown");
    let [first, second] = [&again, &edition].map(|document| {
        let mut text = Vec::new();
        dateline::export::write_text(document, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    });
    assert_eq!(first, second);
    assert_eq!(dateline::extract::extract(&again), dateline::extract::extract(&edition));
    assert_eq!(again.meta, edition.meta);
}
