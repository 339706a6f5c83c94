//! What was left in a long text that has changed is looked for while one reads.

use super::*;
use crate::record::{Item, Kind, Passage, Place, Record};

/// So many paragraphs are more than a megabyte.
const N_PARAGRAPHS: usize = 3000;

fn paragraph(n: usize) -> String {
    let words = format!("In the year of paragraph {n} a ship {n} came home with its {n} letters. ");
    words.clone() + &"The harbor slept on. ".repeat(25) + words.replace("came", "went").trim_end()
}

fn start_of(document: &Document, words: &str) -> usize {
    let found = document.blocks().find(|block| document[block.range].starts_with(words));
    found.unwrap().range.start()
}

/// The words of a paragraph that are noted on.
fn words(n: usize) -> String {
    paragraph(n).split_once(" with").unwrap().0.to_owned()
}

/// A record of the place and of four notes, in paragraphs 50, 900, 2000 and 2900.
fn record(document: &Document) -> Record {
    let passage = |n: usize| {
        let start = start_of(document, &paragraph(n));
        Passage::of(document, TextRange::new(start, start + words(n).len())).unwrap()
    };
    let note = |n: usize| Item {
        id: n.to_string(),
        kind: Kind::Note { text: format!("note {n}"), anchor: passage(n) },
        rest: Default::default(),
    };
    let top = start_of(document, &paragraph(1500)) as u32;
    let words = Passage::at(document, top as usize).unwrap();
    let of = document.end() as u32;
    Record {
        items: [50, 900, 2000, 2900].map(note).to_vec(),
        place: Some(Place { top, lead: 0, at: top, of, words, source: None }),
        ..Record::default()
    }
}

fn noted(app: &App) -> Vec<String> {
    let notes = app.article.marginalia.notes();
    notes.map(|(placed, _)| app.document[placed.words].to_owned()).collect()
}

#[test]
fn in_a_long_text_that_has_changed_notes_and_place_are_found_while_one_reads() {
    let mut paragraphs: Vec<String> = (1..=N_PARAGRAPHS).map(paragraph).collect();
    let borrowed = |paragraphs: &[String]| -> App {
        app(&paragraphs.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let before = borrowed(&paragraphs);
    let record = record(&before.document);
    // Behind the first note a paragraph is new, and that of the third note is gone.
    paragraphs.remove(1999);
    paragraphs.insert(70, "A paragraph that is new, and as no other one.".to_owned());
    let mut app = borrowed(&paragraphs);
    app.take_up(Kept { record, keeping: Keeping::Stored, instance: 7, path: None });
    assert_eq!(noted(&app), [words(50)], "what did not move is there at once");
    assert!(app.is_unfinished() && app.article.is_at_start());
    let mut n_parts = 0;
    while app.is_unfinished() {
        app.update(Message::GoOn);
        n_parts += 1;
    }
    assert!(n_parts >= app.document.chunks().len(), "{n_parts}");
    assert_eq!(noted(&app), [words(50), words(900), words(2900)]);
    assert_eq!(app.article.marginalia.lost, ["2000"]);
    assert!(app.notice.as_ref().unwrap().as_str().starts_with("1 note without a place"));
    assert_eq!(app.article.place(), start_of(&app.document, &paragraph(1500)));
}

#[test]
fn a_note_that_is_deleted_while_it_is_looked_for_does_not_come_back() {
    let mut paragraphs: Vec<String> = (1..=N_PARAGRAPHS).map(paragraph).collect();
    let texts: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let record = record(&app(&texts).document);
    paragraphs.insert(70, "A paragraph that is new, and as no other one.".to_owned());
    let texts: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    let mut app = app(&texts);
    app.take_up(Kept { record, keeping: Keeping::Stored, instance: 7, path: None });
    app.update(Message::GoOn);
    app.article.marginalia.change("900", Kind::Deleted);
    while app.is_unfinished() {
        app.update(Message::GoOn);
    }
    assert_eq!(app.article.marginalia.notes().count(), 3);
    assert!(app.article.marginalia.lost.is_empty());
}
