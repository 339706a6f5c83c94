//! The hits against a search that folds letter by letter and tries every place.

use super::*;
use crate::document::{BlockKind, Builder, Document, Meta, TextRange, fold};
use proptest::prelude::*;

/// Folded characters, each with the range of the character that it comes from.
fn folded(text: &str) -> Vec<(char, std::ops::Range<usize>)> {
    let mut all: Vec<(char, std::ops::Range<usize>)> = Vec::new();
    for (at, character) in text.char_indices() {
        let range = at..at + character.len_utf8();
        for part in fold(character.encode_utf8(&mut [0; 4])).text().chars() {
            let runs_on = matches!(part, ' ' | '-') && all.last().is_some_and(|(c, _)| *c == part);
            if !runs_on {
                all.push((part, range.clone()));
            }
        }
    }
    all
}

/// The hits of a phrase without capital letters, with the combining marks behind them.
fn expected(text: &str, typed: &str) -> Vec<TextRange> {
    use unicode_normalization::char::is_combining_mark;
    let (text_folded, phrase) = (folded(text), folded(typed));
    if phrase.iter().all(|(character, _)| character.is_whitespace()) {
        return Vec::new();
    }
    let (mut hits, mut at, mut last_end) = (Vec::new(), 0, 0);
    while at + phrase.len() <= text_folded.len() {
        let window = &text_folded[at..at + phrase.len()];
        let is_hit = window.iter().zip(&phrase).all(|((one, _), (other, _))| one == other)
            && window[0].1.start >= last_end;
        at += if is_hit { phrase.len() } else { 1 };
        if is_hit {
            let end = window[phrase.len() - 1].1.end;
            let marks = text[end..].chars().take_while(|c| is_combining_mark(*c));
            last_end = end + marks.map(char::len_utf8).sum::<usize>();
            hits.push(TextRange::new(window[0].1.start, last_end));
        }
    }
    hits
}

/// Text of the letters, signs and marks that fold in some way.
fn text(most: usize) -> impl Strategy<Value = String> {
    const LETTERS: &str = "abAéàsßﬁ…e\u{301}\u{ad}\u{200b}‘’'\"“”`«—–-\u{2011} \t\u{a0}ŁøЖ漢.,\n";
    let letters: Vec<char> = LETTERS.chars().collect();
    let letter = proptest::sample::select(letters);
    proptest::collection::vec(letter, 1..most).prop_map(|letters| letters.into_iter().collect())
}

fn document(paragraphs: &[String]) -> Document {
    let mut builder = Builder::new();
    for paragraph in paragraphs {
        builder.add(BlockKind::Paragraph, paragraph);
    }
    builder.finish(Meta::default())
}

fn hits_of(document: &Document, typed: &str) -> Option<Hits> {
    let query = Query::phrase(typed)?;
    let mut hits = Hits::new(query, document);
    for (index, chunk) in document.chunks().iter().enumerate() {
        hits.add(index, count(chunk, &hits.query));
    }
    Some(hits)
}

fn ranges(hits: Vec<Hit>) -> Vec<TextRange> {
    hits.into_iter().map(|hit| hit.range).collect()
}

proptest! {
    #[test]
    fn hits_are_those_of_folding_everything(
        text in text(80),
        typed in "[abeéslofi…'“`—\\- \u{301}.]{0,4}",
    ) {
        let found = Query::phrase(&typed).map_or_else(Vec::new, |query| query.ranges_in(&text));
        prop_assert_eq!(found, expected(&text, &typed));
    }

    #[test]
    fn every_hit_is_found_from_every_place(
        paragraphs in proptest::collection::vec(text(40), 1..6),
        typed in "[abes ]{1,2}",
        at in 0usize..200,
    ) {
        let document = document(&paragraphs);
        let Some(hits) = hits_of(&document, &typed) else { return Ok(()) };
        let all: Vec<TextRange> = document
            .blocks()
            .flat_map(|block| {
                let hits = expected(&document[block.range], &typed);
                hits.into_iter().map(move |hit| hit.shifted(block.range.start()))
            })
            .collect();
        prop_assert_eq!(hits.total(), all.len());
        prop_assert_eq!(&ranges(hits.list(&document, 0, usize::MAX)), &all);
        let n_before = all.iter().filter(|hit| hit.start() < at).count();
        prop_assert_eq!(hits.n_before(&document, at), Some(n_before));
        for n in 0..3 {
            let found = |lookup| match lookup {
                Lookup::Found(hit) => Some((hit.range, hits.rank(&document, hit))),
                _ => None,
            };
            let ahead = all.get(n_before + n).map(|hit| (*hit, Some(n_before + n)));
            prop_assert_eq!(found(hits.from(&document, at, n)), ahead);
            let behind = n_before.checked_sub(n + 1).map(|rank| (all[rank], Some(rank)));
            prop_assert_eq!(found(hits.before(&document, at, n)), behind);
        }
    }
}

/// A document of several chunks with a number in each paragraph.
fn long(n: usize) -> Document {
    let filler = "the river ran on past the mills and the meadows ".repeat(100);
    let paragraphs: Vec<String> = (0..n).map(|n| format!("{filler} number {n}.")).collect();
    document(&paragraphs)
}

#[test]
fn what_lies_far_and_is_not_counted_is_unknown() {
    let document = long(1000);
    let query = Query::phrase("number 999").unwrap();
    let mut hits = Hits::new(query, &document);
    assert_eq!(hits.from(&document, 0, 0), Lookup::Unknown);
    for (index, chunk) in document.chunks().iter().enumerate() {
        hits.add(index, count(chunk, &hits.query));
    }
    assert!(matches!(hits.from(&document, 0, 0), Lookup::Found(_)));
    assert_eq!(hits.from(&document, document.end(), 0), Lookup::Nothing);
    assert_eq!((hits.total(), hits.are_counted()), (1, true));
}

#[test]
fn what_was_counted_stays_when_a_document_grows() {
    let query = Query::phrase("number").unwrap();
    let (before, other) = (long(300), long(700));
    let mut hits = Hits::new(query, &before);
    for (index, chunk) in before.chunks().iter().enumerate() {
        hits.add(index, count(chunk, &hits.query));
    }
    assert_eq!(hits.total(), 300);
    hits.carry_over(&before, &before.clone());
    assert!(hits.are_counted());
    // Another document shares no chunk, whatever its words.
    hits.carry_over(&before, &other);
    assert_eq!((hits.total(), hits.uncounted().count()), (0, other.chunks().len()));
}

#[test]
fn the_same_words_are_found_nearest() {
    let document = document(&["ab x ab".to_owned(), "ab".to_owned()]);
    assert_eq!(nearest(&document, "ab", 4), Some(5));
    assert_eq!(nearest(&document, "ab", 99), Some(8));
    assert_eq!(nearest(&document, "xy", 0), None);
}

#[test]
fn no_phrase_crosses_a_paragraph() {
    let document = document(&["the end".to_owned(), "of it".to_owned()]);
    assert_eq!(hits_of(&document, "end of").map(|hits| hits.total()), Some(0));
}
