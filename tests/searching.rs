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

/// A match, and far behind it in the same paragraph a word by which the list is filtered.
fn far_word() -> Session {
    let mut builder = Builder::new();
    builder.add(BlockKind::Title, "The River");
    let section =
        "Of the mills on the upper river, their owners and all who worked in them, in 1901";
    builder.add(BlockKind::Heading { level: 2 }, section);
    let between = "the water went by and by, slow and green and cold, past the old mill";
    for what in ["herons", "otters", "swallows"] {
        let text = format!("A great power came, and then {between}, where {what} lived for ever.");
        builder.add(BlockKind::Paragraph, &text);
    }
    Session::of_document(builder.finish(Meta::default()))
}

#[test]
fn a_match_filtered_by_a_word_shows_the_word_and_the_match() {
    for (columns, rows) in [(120, 36), (80, 24), (61, 20)] {
        let mut session = far_word().size(columns, rows).keys("/great power<Enter>&otters");
        let screen = session.screen();
        let row = screen.lines().find(|line| line.contains("otters")).unwrap_or("");
        assert!(row.contains("great power"), "{columns}x{rows}\n{screen}");
        let row = screen.lines().position(|line| line == row).unwrap();
        let buffer = session.frame();
        let accent = |word: &str| {
            let line: Vec<&str> = (0..columns).map(|x| buffer[(x, row as u16)].symbol()).collect();
            let at = line.concat().chars().collect::<String>();
            let x = at[..at.find(word).unwrap()].chars().count() as u16;
            buffer[(x, row as u16)].style()
        };
        assert_eq!(accent("great"), accent("otters"));
        assert_ne!(accent("great"), accent("A great"));
    }
}

#[test]
fn a_match_filtered_by_a_word_of_its_long_section_shows_the_word() {
    let mut session = far_word().size(80, 24).keys("/great power<Enter>&worked");
    let screen = session.screen();
    assert_eq!(screen.matches("worked").count(), 3 + 1, "{screen}");
    assert_eq!(screen.matches("great power").count(), 3, "{screen}");
}

#[test]
fn where_the_words_around_a_match_go_on_that_is_shown() {
    let by = "the water went by and by and by, ".repeat(3);
    let text = format!("A great power came, {by}where otters lived{}", " and played".repeat(20));
    let mut builder = Builder::new();
    builder.add(BlockKind::Paragraph, &text);
    let session = Session::of_document(builder.finish(Meta::default())).size(120, 24);
    let screen = session.keys("/great power<Enter>&otters").screen();
    let row = screen.lines().find(|line| line.contains("otters")).unwrap();
    let (words, _) = row.split_once("¶").unwrap();
    assert!(words.trim_end().ends_with('…'), "{screen}");
}
