//! The JSON export, parsed back.

use super::*;
use crate::document::{
    Basis, Builder, CHUNK_BYTES, Mark, Nesting, Origin, Person, Places, Precision, QuoteKind,
    Speaker, TextRange, Unresolved, When,
};
use serde_json::Value;

/// A document with one of everything and characters of two, three and four bytes before them.
fn sample() -> (Document, Layers) {
    let mut builder = Builder::new();
    builder.add(BlockKind::Title, "Natásha — 🦀");
    builder.add(BlockKind::Heading { level: 2 }, "Öl");
    builder.begin(BlockKind::Paragraph, Nesting::default());
    builder.push_text("Im Dezember 1949 “kam” ");
    builder.open(Mark::Link("https://example.org".into()));
    builder.push_text("sie");
    builder.close();
    builder.push_text(".");
    let document = builder.finish(Meta {
        title: Some(CleanText::line("Natásha — 🦀")),
        published: When::parse("2022-03").ok(),
        ..Meta::default()
    });
    let layers = Layers {
        events: vec![Event {
            mention: range_of(&document, "Dezember 1949"),
            when: When::parse("../1949-11~").expect("the date is in the calendar"),
            basis: Basis::Completed,
            sentence: range_of(&document, "Im Dezember 1949 “kam” sie."),
            label: CleanText::line("ä"),
            is_era: false,
            origin: Origin::Extracted,
            rule: Some("month-year"),
            confidence: 0.9,
            rank: 3,
            same_as: None,
        }],
        chronology: vec![0],
        quotes: vec![Quotation {
            words: range_of(&document, "kam"),
            kind: QuoteKind::Phrase,
            speaker: Some(SpeakerId(0)),
            cue: None,
            continues: Some(0),
            origin: Origin::Curated,
            rule: None,
            confidence: 1.0,
        }],
        speakers: vec![Speaker { name: CleanText::line("Bén"), description: None }],
        people: vec![Person {
            name: CleanText::line("Bén"),
            description: Some(CleanText::line("a singer")),
            speaker: Some(SpeakerId(0)),
            first: range_of(&document, "sie"),
            mentions: Places::default(),
            forms: vec![CleanText::line("sie")],
        }],
        notes: vec![Note {
            words: range_of(&document, "sie"),
            text: CleanText::line("who?"),
            origin: Origin::Yours,
        }],
        unresolved: vec![UnresolvedItem {
            kind: "event",
            exact: CleanText::line("May"),
            reason: Unresolved::Ambiguous,
        }],
        ..Layers::default()
    };
    (document, layers)
}

fn range_of(document: &Document, words: &str) -> TextRange {
    let start = document.chunks()[0].text().find(words).expect("the words are in the document");
    TextRange::new(start, start + words.len())
}

fn parsed(document: &Document, layers: &Layers) -> Value {
    serde_json::from_str(&json(document, layers)).expect("it is JSON")
}

fn slice(text: &str, item: &Value) -> String {
    let offset = |key: &str| item[key].as_u64().expect("an offset is a number") as usize;
    text.chars().skip(offset("start")).take(offset("end") - offset("start")).collect()
}

/// The keys of an object, or of each object of a list, are those of design §5.
#[track_caller]
fn check_keys(value: &Value, expected: &str) {
    let objects = match value {
        Value::Array(list) => &list[..],
        object => std::slice::from_ref(object),
    };
    assert!(!objects.is_empty(), "there is one to look at");
    for object in objects {
        let keys: Vec<_> = object.as_object().expect("it is an object").keys().cloned().collect();
        let mut expected: Vec<_> = expected.split(' ').collect();
        // Parsed objects sort their keys.
        expected.sort_unstable();
        assert_eq!(keys, expected);
    }
}

#[test]
fn every_key_is_there_and_no_other() {
    let (document, layers) = sample();
    let whole = parsed(&document, &layers);
    let top = "schema title dek authors source url published language text blocks spans events \
               eras quotes speakers people notes unresolved";
    check_keys(&whole, top);
    check_keys(&parsed(&Builder::new().finish(Meta::default()), &Layers::default()), top);
    check_keys(&whole["blocks"], "kind level start end");
    check_keys(&whole["spans"], "mark start end target");
    check_keys(
        &whole["events"],
        "start end text edtf from to precision approximate basis label sentence origin rule \
         confidence rank same_as",
    );
    check_keys(&whole["events"][0]["sentence"], "start end");
    check_keys(
        &whole["quotes"],
        "start end text kind speaker cue continues origin rule confidence",
    );
    check_keys(&whole["speakers"], "name description quotes");
    check_keys(&whole["people"], "start end name description forms mentions quotes");
    check_keys(&whole["notes"], "start end text origin");
    check_keys(&whole["unresolved"], "kind exact reason");
}

#[test]
fn eras_stand_in_a_list_of_their_own_and_mentions_count_in_theirs() {
    let (document, mut layers) = sample();
    let event = layers.events[0].clone();
    let era = Event { is_era: true, ..event.clone() };
    let mention = |of: &Event, head| Event { same_as: Some(head), ..of.clone() };
    layers.events =
        vec![era.clone(), event.clone(), mention(&era, 0), mention(&event, 1), mention(&event, 0)];
    let whole = parsed(&document, &layers);
    let heads = |key: &str| {
        let list = whole[key].as_array().expect("it is a list");
        list.iter().map(|item| item["same_as"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(heads("eras"), [Value::Null, Value::from(0)]);
    assert_eq!(heads("events"), [Value::Null, Value::from(0), Value::Null]);
    assert_eq!(whole["eras"][0]["text"], "Dezember 1949");
}

#[test]
fn offsets_count_code_points() {
    let (document, layers) = sample();
    let whole = parsed(&document, &layers);
    let text = whole["text"].as_str().expect("the text is a string");
    for item in [&whole["events"][0], &whole["quotes"][0]] {
        assert_eq!(slice(text, item), item["text"].as_str().expect("its text is a string"));
    }
    assert_eq!(slice(text, &whole["events"][0]), "Dezember 1949");
    assert_eq!(slice(text, &whole["events"][0]["sentence"]), "Im Dezember 1949 “kam” sie.");
    assert_eq!(slice(text, &whole["notes"][0]), "sie");
    assert_eq!(slice(text, &whole["spans"][0]), "sie");
    assert_eq!(slice(text, &whole["people"][0]), "sie");
    let blocks = whole["blocks"].as_array().expect("blocks are a list");
    let blocks: Vec<_> = blocks.iter().map(|block| slice(text, block)).collect();
    assert_eq!(blocks, ["Natásha — 🦀", "Öl", "Im Dezember 1949 “kam” sie."]);
}

#[test]
fn values_have_the_names_of_the_design() {
    let (document, layers) = sample();
    let whole = parsed(&document, &layers);
    let event = &whole["events"][0];
    assert_eq!(event["edtf"], "../1949-11~");
    assert_eq!((&event["from"], &event["to"]), (&Value::Null, &Value::from("1949-11-30")));
    assert_eq!(event["precision"], Precision::Interval.name());
    assert_eq!((&event["approximate"], &event["basis"]), (&true.into(), &"completed".into()));
    assert_eq!((&event["origin"], &event["rule"]), (&"extracted".into(), &"month-year".into()));
    assert_eq!(event["confidence"].to_string(), "0.9");
    let quote = &whole["quotes"][0];
    assert_eq!((&quote["speaker"], &quote["kind"]), (&"Bén".into(), &"phrase".into()));
    assert_eq!((&quote["continues"], &quote["rule"]), (&0.into(), &Value::Null));
    assert_eq!(whole["speakers"][0]["quotes"], 1);
    assert_eq!(
        (&whole["people"][0]["quotes"], &whole["people"][0]["forms"][0]),
        (&1.into(), &"sie".into())
    );
    assert_eq!(whole["published"], "2022-03");
    assert_eq!((&whole["source"], &whole["authors"]), (&Value::Null, &Value::Array(vec![])));
    assert_eq!(whole["blocks"][1]["level"], 2);
    assert_eq!(whole["blocks"][2]["level"], Value::Null);
    assert_eq!(whole["spans"][0]["target"], "https://example.org");
    assert_eq!(whole["unresolved"][0]["reason"], "ambiguous");
}

#[test]
fn the_keys_are_written_in_the_order_of_the_design() {
    let (document, layers) = sample();
    let written = json(&document, &layers);
    assert!(written.starts_with("{\"schema\":1,\"title\":\"Natásha — 🦀\",\"dek\":null,"));
    assert!(written.contains("\"text\":\"Dezember 1949\",\"edtf\":\"../1949-11~\",\"from\":null,"));
    assert!(!written.contains('\n'));
}

#[test]
fn offsets_go_on_over_chunks() {
    let mut builder = Builder::new();
    for _ in 0..CHUNK_BYTES / 1000 * 3 {
        builder.add(BlockKind::Paragraph, &"é".repeat(500));
    }
    builder.add(BlockKind::Paragraph, "the end");
    let document = builder.finish(Meta::default());
    assert!(document.chunks().len() > 2);
    let whole = parsed(&document, &Layers::default());
    let text = whole["text"].as_str().expect("the text is a string");
    let blocks = whole["blocks"].as_array().expect("blocks are a list");
    assert_eq!(slice(text, &blocks[blocks.len() - 1]), "the end");
    assert_eq!(slice(text, &blocks[blocks.len() / 2]), "é".repeat(500));
}
