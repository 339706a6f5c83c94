//! A document that is written as Markdown and read again is the same document.

#![allow(clippy::unwrap_used)]

mod common;

use common::book::book;
use common::document_as;
use common::generate::{hard_markdown, hard_text};
use common::likeness::{counts_notes, likeness};
use dateline::document::{CleanText, Document, Meta};
use dateline::export;
use dateline::import::Format;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

#[track_caller]
fn check(document: &Document) {
    let written = export::markdown(document);
    let again = document_as(&written, Format::Markdown);
    let has_notes = counts_notes(document);
    if let Some(mut again) = again.clone() {
        if document.meta.title.is_none() {
            // The first heading of a Markdown text is its title.
            again = again.clone().with_meta(Meta { title: None, ..Meta::clone(&again.meta) });
        }
        assert_eq!(metadata(&again.meta), metadata(&document.meta), "\n{written}");
    }
    let again = again.map(|again| likeness(&again, has_notes)).unwrap_or_default();
    let first = likeness(document, has_notes);
    for (again, first) in again.iter().zip(&first) {
        assert_eq!(again, first, "\n{written}");
    }
    assert_eq!(again.len(), first.len(), "\n{written}");
}

/// The title, which stands in the text, and what front matter has a field for; blanks that stand
/// together are one.
fn metadata(meta: &Meta) -> Vec<String> {
    let line = |words: &CleanText| {
        let words: Vec<&str> = words.as_str().split_whitespace().collect();
        words.join(" ")
    };
    let fields = [&meta.title, &meta.dek, &meta.source, &meta.url, &meta.language];
    let fields = fields.map(|field| field.as_ref().map(line).unwrap_or_default());
    let published = meta.published.map(|when| when.edtf()).unwrap_or_default();
    fields.into_iter().chain([published]).chain(meta.authors.iter().map(line)).collect()
}

/// The same texts each time, unless others are asked for: `ROUND_TRIP_SEED=7 ROUND_TRIP_CASES=20000`.
fn config() -> ProptestConfig {
    let asked = |name: &str| std::env::var(name).ok().and_then(|value| value.parse().ok());
    ProptestConfig {
        cases: asked("ROUND_TRIP_CASES").unwrap_or(512),
        rng_seed: RngSeed::Fixed(asked("ROUND_TRIP_SEED").unwrap_or(2026).into()),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn exported_markdown_reads_as_the_same_document(
        text in prop_oneof![hard_text(), hard_markdown()],
        format in proptest::sample::select(vec![Format::Text, Format::Markdown, Format::Html]),
    ) {
        if let Some(document) = document_as(&text, format) {
            check(&document);
        }
    }
}

#[test]
fn every_fixture_reads_as_the_same_document() {
    for name in
        ["harbor.html", "harbor.md", "harbor.txt", "harbor.xhtml", "lighthouse.md", "scripts.md"]
    {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/").to_owned() + name;
        let bytes = std::fs::read(path).unwrap();
        check(&dateline::import::import(&bytes).unwrap().document);
    }
    check(&dateline::import::import(&book()).unwrap().document);
}
