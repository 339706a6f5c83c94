//! Companions read and anchored in small documents.

use super::*;
use crate::document::{BlockKind, Builder, Unresolved};

const TEXT: &str = "In May 1949 Anna said, “We sail,” and left.\nIn May she wrote: “No more.”";

fn document(text: &str) -> Document {
    let mut builder = Builder::new();
    for paragraph in text.split('\n') {
        builder.add(BlockKind::Paragraph, paragraph);
    }
    builder.finish(Meta { title: Some(CleanText::line("The “Fleet”")), ..Meta::default() })
}

#[track_caller]
fn companion(items: &str) -> Companion {
    Companion::parse(&format!("schema = 1\n{items}")).expect("the companion is valid")
}

#[track_caller]
fn curated(items: &str) -> Curated {
    companion(items).resolve(&document(TEXT))
}

#[test]
fn an_event_is_anchored_with_its_sentence_and_ranked_by_its_place_in_the_file() {
    let curated = curated(
        "[[event]]\ndate = '1950'\nlabel = 'none'\nanchor = { exact = 'June' }\n\
         [[event]]\ndate = '1949-05'\nlabel = 'Anna sails'\nera = true\n\
         anchor = [{ exact = 'April' }, { exact = 'may 1949' }]",
    );
    let [event] = &curated.findings.events[..] else { panic!("{curated:?}") };
    let document = document(TEXT);
    assert_eq!(&document[event.mention], "May 1949");
    assert_eq!(&document[event.sentence], "In May 1949 Anna said, “We sail,” and left.");
    assert_eq!((event.when.edtf().as_str(), event.label.as_str()), ("1949-05", "Anna sails"));
    assert_eq!((event.rank, event.is_era, event.origin), (2, true, Origin::Curated));
}

#[test]
fn a_quotation_ends_before_the_comma() {
    let curated = curated("[[quote]]\nanchor = { exact = 'We sail,' }");
    assert_eq!(&document(TEXT)[curated.findings.quotes[0].words], "We sail");
    assert_eq!(curated.findings.quotes[0].kind, QuoteKind::Speech);
}

#[test]
fn speakers_named_in_quotations_alone_come_after_those_listed() {
    let curated = curated(
        "[[quote]]\nspeaker = 'Ben'\nanchor = { exact = 'We sail' }\n\
         [[quote]]\nspeaker = 'ANNA'\nkind = 'writing'\ncue = 'wrote'\n\
         anchor = { exact = 'No more.' }\n[[speaker]]\nname = 'Anna'\ndescription = 'sailor'",
    );
    let names: Vec<_> =
        curated.findings.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    assert_eq!(names, ["Anna", "Ben"]);
    let speakers: Vec<_> = curated.findings.quotes.iter().map(|quote| quote.speaker).collect();
    assert_eq!(speakers, [Some(SpeakerId(1)), Some(SpeakerId(0))]);
    assert_eq!(curated.findings.quotes[1].kind, QuoteKind::Writing);
}

#[test]
fn what_does_not_resolve_is_listed_with_its_reason() {
    let curated = curated(
        "[[note]]\ntext = 'x'\nanchor = [{ exact = \"Ju\\u001bne\" }, { exact = 'July' }]\n\
         [[quote]]\nanchor = { exact = 'In May' }",
    );
    let listed: Vec<_> = curated
        .unresolved
        .iter()
        .map(|item| (item.kind, item.exact.as_str(), item.reason))
        .collect();
    assert_eq!(
        listed,
        [("quote", "In May", Unresolved::Ambiguous), ("note", "Ju␛ne", Unresolved::NotFound),]
    );
}

#[test]
fn two_items_on_the_same_words_are_both_kept_and_notes_are_in_text_order() {
    let curated = curated(
        "[[note]]\ntext = 'late'\nanchor = { exact = 'No more' }\n\
         [[note]]\ntext = 'one'\nanchor = { exact = 'We sail' }\n\
         [[note]]\ntext = 'two'\nanchor = { exact = 'we sail' }",
    );
    let texts: Vec<_> = curated.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["one", "two", "late"]);
}

#[test]
fn a_companion_is_for_the_document_of_its_title() {
    let document = document(TEXT);
    assert!(companion("[document]\ntitle = 'the \"fleet\"'").is_for(&document));
    assert!(!companion("[document]\ntitle = 'Fleet'").is_for(&document));
    assert!(!companion("").is_for(&document));
}
