//! What runs along the pages of a printed text, and what goes on behind it.

use super::*;

const FIRST: &str = "   The road was laid in the spring of 1871, and it was taken\n   up when the town had neither money nor sense, and";
const SECOND: &str =
    "   nobody has left a word about the stones of it.\n\n   Another paragraph begins here.";
const WHOLE: &str = "The road was laid in the spring of 1871, and it was taken up when the town had neither money nor sense, and nobody has left a word about the stones of it.";

#[track_caller]
fn check_words(text: &str, expected: &[&str]) {
    let document = import(text);
    let blocks: Vec<&str> = document.blocks().map(|block| &document[block.range]).collect();
    assert_eq!(blocks, expected);
}

#[test]
fn a_paragraph_goes_on_over_the_foot_and_the_head_of_a_page() {
    check_words(
        &format!(
            "{FIRST}\n\n\nPell          Standard          [Page 1]\n\u{c}\nRFC 1       Tolls      May 1999\n\n\n{SECOND}\n"
        ),
        &[WHOLE, "Another paragraph begins here."],
    );
    check_words(
        &format!("{FIRST}\n\n            1\n\u{c}{SECOND}\n"),
        &[WHOLE, "Another paragraph begins here."],
    );
}

#[test]
fn a_running_line_is_read_once() {
    let page = |head: &str, words: &str| format!("{head}\n\n{words}\n\n\u{c}");
    let pages =
        ["One is here.", "Two is here.", "Three is here."].map(|words| page("The Road", words));
    check_words(
        &pages.concat(),
        &["The Road", "One is here.", "The Road", "Two is here.", "Three is here."],
    );
    let feet = ["One.", "Two.", "Three."].map(|words| format!("{words}\n\nThe Road\n\n\u{c}"));
    check_words(&feet.concat(), &["One.", "The Road", "Two.", "Three."]);
}

#[test]
fn what_stands_elsewhere_than_at_the_ends_of_a_page_stays() {
    check_words("So it was.\n\n12\n\nAnd so it is.\n", &["So it was.", "12", "And so it is."]);
    check_words(
        "So it was.\n\u{c}Chapter 2\n\nAnd so it is.\n\n2\n",
        &["So it was.", "Chapter 2", "And so it is.", "2"],
    );
    check_words(
        "Name      Year\nBread     1921\n\nTotal     17\n\u{c}So it was.\n",
        &["Name      Year\nBread     1921", "Total     17", "So it was."],
    );
}
