//! Passages that are found, and those that are not.

use super::*;
use crate::document::{BlockKind, Builder, Meta};

fn document(text: &str) -> Document {
    let mut builder = Builder::new();
    for paragraph in text.split('\n') {
        builder.add(BlockKind::Paragraph, paragraph);
    }
    builder.finish(Meta::default())
}

/// The passage between `[` and `]` of `before` is found in `after` where they stand there;
/// without them, it is not found.
#[track_caller]
fn check(before: &str, after: &str) {
    let marked = |text: &str| {
        let range = text.find('[').map(|from| from..text.find(']').unwrap() - 1);
        (document(&text.replace(['[', ']'], "")), range)
    };
    let (old, range) = marked(before);
    let range = range.unwrap();
    let passage = Passage::of(&old, TextRange::new(range.start, range.end)).unwrap();
    let (new, expected) = marked(after);
    let found = find(&new, &[&passage], false)[0];
    assert_eq!(found.ok().map(|range| range.start()..range.end()), expected, "{passage:?}");
}

#[test]
fn words_are_found_behind_what_was_put_before_them() {
    check(
        "He came by sea in [May 1949] and went by land the same year.",
        "A new line.\nHe came by sea in [May 1949] and went by land the same year.",
    );
}

#[test]
fn one_side_is_enough_if_it_agrees_whole() {
    check(
        "In the spring of that year he came by sea in [May] and went.",
        "In the spring of that year he came by sea in [May], alone, and then went home.",
    );
}

#[test]
fn a_word_that_stands_elsewhere_is_not_taken_for_it() {
    check(
        "He came by sea in [May] and went by land the same year.\nIn May it rained.",
        "In May it rained.",
    );
    check("He came by sea in [May] and went by land.", "All was well in May and so on.");
}

#[test]
fn a_passage_that_is_repeated_is_not_found_at_its_other_place() {
    let refrain = "And nobody came to the shore that night or any other.";
    check(&format!("One.\n[{refrain}]\nTwo.\n{refrain}\nThree."), &format!("Two.\n{refrain}"));
}

#[test]
fn it_does_not_matter_how_the_text_is_set() {
    check(
        "He said that “[the great power] of the\nstate” was gone by then.",
        "He said\nthat *the* \"[the great power]\" of the state was gone by then."
            .replace("*the* ", "")
            .as_str(),
    );
}

#[test]
fn words_that_were_changed_are_found_between_what_was_not() {
    check(
        "Long before that day [the great fleet had sailed from the old harbor] in the spring \
         of the year.",
        "Long before that day [the great fleet has sailed from the old harbor] in the spring \
         of the year.",
    );
}

#[test]
fn a_short_text_is_found_whole() {
    check("[Hello] world.", "New.\n[Hello] world.");
}

#[test]
fn a_paragraph_that_was_changed_is_found_unless_another_is_like_it() {
    let paragraph = "The great fleet sailed from the old harbor in the spring of the year.";
    let changed = paragraph.replace("sailed", "left");
    check(&format!("One.\n[{paragraph}]\nTwo."), &format!("One.\n[{changed}]\nTwo."));
    let other = paragraph.replace("spring", "summer");
    check(&format!("[{paragraph}]\n{other}"), &format!("{changed}\n{other}"));
}

#[test]
fn a_place_at_the_end_is_known_by_the_last_words() {
    let document = document("One two.\nThree four.");
    assert_eq!(Passage::at(&document, document.end()).unwrap().exact, "One two.\nThree four.");
}

#[test]
fn a_place_in_the_middle_of_a_word_is_known_from_that_word_on() {
    let document = document("One harbor. Two.");
    assert_eq!(Passage::at(&document, 7).unwrap().exact, "harbor. Two");
    assert_eq!(Passage::at(&document, 4).unwrap().exact, "harbor. Two");
}
