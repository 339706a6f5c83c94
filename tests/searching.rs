//! Searching, from keys to frames: patterns, near words, the list of matches, hits in the panels.

mod common;

use common::Session;
use dateline::document::{BlockKind, Builder, Meta};
use insta::assert_snapshot;

/// Chapters of which each has the word once in each of its paragraphs.
fn book() -> Session {
    let mut builder = Builder::new();
    builder.add(BlockKind::Title, "The River");
    for chapter in 1..=4 {
        builder.add(BlockKind::Heading { level: 2 }, &format!("Chapter {chapter}: The Mills"));
        for paragraph in 1..=5 {
            let before = "the water went by. ".repeat(paragraph);
            let text = format!("In 190{paragraph}, {before}A Great\u{a0}Power came {paragraph}.");
            builder.add(BlockKind::Paragraph, &text);
        }
    }
    Session::of_document(builder.finish(Meta::default()))
}

#[test]
fn the_list_of_matches_at_120x36() {
    assert_snapshot!(book().size(120, 36).keys("/great power<Enter>nn&").screen());
}

#[test]
fn the_list_of_matches_filtered_at_80x24() {
    assert_snapshot!(book().size(80, 24).keys("/great power<Enter>&came 3").screen());
}

#[test]
fn the_list_of_matches_at_the_least_size() {
    assert_snapshot!(book().size(20, 5).keys("/great power<Enter>&").screen());
}

/// The last row of the screen.
fn status(session: &mut Session) -> String {
    let screen = session.screen();
    screen.lines().last().unwrap_or_default().trim().to_owned()
}

#[test]
fn the_prompt_says_what_is_wrong_with_a_pattern_and_what_is_near_to_a_phrase() {
    let mut shown = String::new();
    for keys in ["/<Ctrl-r>gr.at p", "/<Ctrl-r>(great", "/graet power", "/graet power<Enter>"] {
        shown += &status(&mut book().size(90, 26).keys(keys));
        shown += "\n";
    }
    assert_snapshot!(shown);
}

/// The letters that are drawn as hits.
fn marked(session: &mut Session) -> String {
    let buffer = session.frame();
    let is_marked = |cell: &&ratatui::buffer::Cell| cell.bg != ratatui::style::Color::Reset;
    buffer.content().iter().filter(is_marked).map(|cell| cell.symbol()).collect()
}

#[test]
fn hits_are_marked_in_the_zoomed_lists_too() {
    let mut session = Session::open(
        "In May 1949 the fleet sailed north.\n\n“The fleet is gone,” said Ann Lee, a clerk.\n",
    )
    .size(100, 30);
    session.press("/fleet<Enter>tjz");
    assert!(marked(&mut session).contains("fleet"), "{}", session.screen());
    session.press("zsjz");
    assert!(marked(&mut session).contains("fleet"), "{}", session.screen());
}

#[test]
fn matches_are_filtered_by_their_section_too() {
    let mut session = book().size(120, 36).keys("/great power<Enter>&chapter 3:");
    let screen = session.screen();
    assert_eq!(screen.matches("Chapter 3: The Mills").count(), 5, "{screen}");
    assert!(!screen.contains("Chapter 2"), "{screen}");
}
