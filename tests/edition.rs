//! The built-in edition and its companion belong together, and to the original as well.

use dateline::companion::{self, Companion, Curated};
use dateline::document::{BlockKind, Builder, CleanText, Document, Findings, Layers, Meta};
use std::path::PathBuf;

const EDITION: &str = include_str!("../assets/edition/chinas-russia-risk.txt");
const COMPANION: &str = include_str!("../assets/edition/chinas-russia-risk.dateline.toml");
const OWN_META: &str = include_str!("../assets/edition/edition.toml");

/// The document of a plain text: one paragraph a line, as far as anchors are concerned.
fn document(text: &str) -> Document {
    let mut builder = Builder::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        builder.add(BlockKind::Paragraph, line);
    }
    let title = text.lines().next().map(CleanText::line);
    builder.finish(Meta { title, ..Meta::default() })
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
    let shared = std::env::var_os("DATELINE_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let path = shared.join("article/chinas-russia-risk.txt");
    match std::fs::read_to_string(&path) {
        Ok(original) => drop(check_anchored(&original)),
        Err(error) => eprintln!("skipped: {}: {error}", path.display()),
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
    let own = Companion::parse(OWN_META).expect("the metadata of the edition is valid");
    assert!(own.meta.source.is_some() && own.meta.dek.is_some());
}
