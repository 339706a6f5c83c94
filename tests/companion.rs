//! A companion that was written from what was found: loaded back, it says the same; edited, it
//! replaces what it overlaps.

mod common;

use common::EDITION;
use dateline::companion::{self, Companion};
use dateline::document::{Day, Document, Event, Findings, Layers, Origin, Quotation};
use dateline::{extract, import};

const TEXT: &str = "\
The Bridge of Sand

The bridge opened on 4 May 1931, and the harbor froze in January 1947. “It will stand for as long \
as the river wants it to,” said Ann Bly, the engineer of the works. “Not for a day longer.”

In 1950 the ferries stopped. Nobody missed them until the spring of 1968, when the bridge closed. \
“We had forgotten how wide the water is,” Ben Coe wrote.

It stood again in January 1947 money, as people said, and in 1950 it was gone.
";

fn document(text: &str) -> Document {
    import::import(text.as_bytes()).expect("it is text").document
}

fn found(document: &Document) -> Layers {
    Layers::merge(extract::extract(document), Findings::default())
}

/// What is found, under a companion of this text.
fn with_companion(document: &Document, companion: &str) -> Layers {
    let companion = Companion::parse(companion).expect("what is written is valid");
    let curated = companion.resolve(document);
    assert_eq!(curated.unresolved, [], "{:?}", document.meta.title);
    Layers::merge(extract::extract(document), curated.findings)
}

/// An event without what the format does not keep: rule, confidence, rank, and how it was reckoned.
fn event_words(document: &Document, layers: &Layers, event: &Event) -> String {
    let head = event.same_as.map(|head| layers.events[head as usize].mention.start());
    let (at, words) = (event.mention.start(), &document[event.mention]);
    let era = if event.is_era { " era" } else { "" };
    // Of a date it is the days that have to stay: `195X~` and `1957~/1959~` may be the same.
    let day = |day: Option<Day>| day.map_or_else(String::new, |day| day.to_string());
    let days = format!("{} to {}", day(event.when.first), day(event.when.last));
    let about = if event.when.approximate { " about" } else { "" };
    format!("{at} {words}: {days}{about} {} {head:?}{era}", event.label)
}

fn quote_words(document: &Document, layers: &Layers, quote: &Quotation) -> String {
    let speaker = quote.speaker.map(|id| &layers.speakers[id.index()]);
    let (at, words) = (quote.words.start(), &document[quote.words]);
    format!("{at} {words}: {} {speaker:?} {:?}", quote.kind.name(), quote.cue)
}

/// All items in the order of the text.
fn items(document: &Document, layers: &Layers) -> (Vec<String>, Vec<String>) {
    let events = layers.events.iter().map(|event| event_words(document, layers, event));
    let quotes = layers.quotes.iter().map(|quote| quote_words(document, layers, quote));
    (events.collect(), quotes.collect())
}

/// Writes the companion of a document, loads it back, and compares.
#[track_caller]
fn check_round_trip(document: &Document, layers: &Layers) -> Layers {
    let written = companion::write(document, layers);
    let again = with_companion(document, &written);
    assert_eq!(items(document, &again), items(document, layers), "{written}");
    again
}

#[test]
fn loaded_back_it_says_the_same_as_curated() {
    let document = document(TEXT);
    let layers = found(&document);
    assert!(layers.events.len() >= 5 && layers.quotes.len() == 3, "{layers:?}");
    let again = check_round_trip(&document, &layers);
    let heads = again.events.iter().filter(|event| event.same_as.is_none());
    assert!(heads.map(|event| event.origin).all(|origin| origin == Origin::Curated));
    assert!(again.quotes.iter().all(|quote| quote.origin == Origin::Curated));
}

#[test]
fn loaded_back_on_an_article_it_says_the_same() {
    let document = document(EDITION);
    check_round_trip(&document, &found(&document));
}

#[test]
fn edited_it_replaces_what_it_overlaps_and_nothing_else() {
    let document = document(TEXT);
    let before = found(&document);
    let written = companion::write(&document, &before);
    let edited = written
        .replace("date = \"1931-05-04\"", "date = \"1931-05-05\"")
        .replace("label = \"The ferries stopped\"", "label = \"The last ferry sails\"")
        .replace("speaker = \"Ben Coe\"", "speaker = \"Benjamin Coe\"");
    assert_ne!(written, edited);
    let after = with_companion(&document, &edited);
    let differences = |one: &[String], other: &[String]| -> Vec<String> {
        one.iter().filter(|item| !other.contains(item)).cloned().collect()
    };
    let (events, quotes) = (items(&document, &before).0, items(&document, &before).1);
    let (new_events, new_quotes) = items(&document, &after);
    assert_eq!((events.len(), quotes.len()), (new_events.len(), new_quotes.len()));
    let changed = differences(&new_events, &events).join("\n");
    assert!(
        changed.contains("1931-05-05") && changed.contains("The last ferry sails"),
        "{changed}"
    );
    assert_eq!(changed.lines().count(), 2, "{changed}");
    let changed = differences(&new_quotes, &quotes).join("\n");
    assert!(changed.contains("Benjamin Coe") && !changed.contains('\n'), "{changed}");
}

#[test]
fn what_is_taken_out_of_it_is_found_again() {
    let document = document(TEXT);
    let before = found(&document);
    let written = companion::write(&document, &before);
    // The items up to the first quotation alone.
    let events = written.split("[[quote]]").next().expect("there is a beginning");
    let after = with_companion(&document, events);
    assert_eq!(items(&document, &after), items(&document, &before));
    assert!(after.quotes.iter().all(|quote| quote.origin == Origin::Extracted));
}

#[test]
fn an_event_is_written_once_and_keeps_its_further_mentions() {
    let document = document(TEXT);
    let mut extracted = extract::extract(&document);
    let at = |year: &str| {
        let is_of = |event: &Event| event.when.edtf() == year && event.same_as.is_none();
        extracted.events.iter().position(is_of).expect("it is found")
    };
    let (first, era) = (at("1950"), at("1947-01"));
    let again = Event {
        mention: extracted.events.last().expect("there are events").mention,
        same_as: Some(first as u32),
        ..extracted.events[first].clone()
    };
    extracted.events.pop();
    extracted.events.push(again);
    extracted.events[era].is_era = true;
    let layers = Layers::merge(extracted.clone(), Findings::default());
    let written = companion::write(&document, &layers);
    assert_eq!(written.matches("date = \"1950\"").count(), 1, "{written}");
    assert_eq!(written.matches("era = true").count(), 1, "{written}");
    let curated = Companion::parse(&written).expect("it is valid").resolve(&document);
    let loaded = Layers::merge(extracted, curated.findings);
    assert_eq!(items(&document, &loaded), items(&document, &layers), "{written}");
}
