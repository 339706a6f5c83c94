//! The lists that are filtered while one types: what they show, and where they lead.

mod common;

use common::Session;
use insta::assert_snapshot;

/// Headings of three levels, the text under each long enough to fill a page.
fn book() -> Session {
    let mut text = String::from("# The River\n\n");
    for (part, chapters) in [("Spring", 2), ("Summer", 3), ("Autumn", 1)] {
        text += &format!("## {part}\n\nOpening words of {part}.\n\n");
        for chapter in 1..=chapters {
            text += &format!("### {part} chapter {chapter}\n\n");
            for paragraph in 1..=12 {
                text += &format!("{part} {chapter}, paragraph {paragraph}. ");
                text += &"The water went by. ".repeat(8);
                text += "\n\n";
            }
        }
    }
    Session::open_as(&text, dateline::import::Format::Markdown)
}

/// The first line of the page, below the running head.
fn first_line(session: &mut Session) -> String {
    let screen = session.screen();
    screen.lines().skip(1).find(|line| !line.trim().is_empty()).unwrap_or("").trim().to_owned()
}

#[test]
fn the_outline_is_nested_and_opens_at_the_place() {
    assert_snapshot!(book().size(80, 24).keys("]]]]jjo").screen());
}

#[test]
fn letters_typed_filter_the_outline_and_are_shown() {
    assert_snapshot!(book().size(60, 20).keys("osumch").screen());
}

#[test]
fn enter_goes_to_the_heading_and_h_comes_back() {
    let mut session = book().size(80, 24);
    let before = session.screen();
    session.press("osummer chapter 2<Enter>");
    assert_eq!(first_line(&mut session), "Summer chapter 2");
    session.press("H");
    assert_eq!(session.screen(), before);
}

#[test]
fn escape_leaves_everything_as_it_was() {
    let mut session = book().size(80, 24).keys("]]jj");
    let before = session.screen();
    session.press("oautumn<↓><↑><Esc>");
    assert_eq!(session.screen(), before);
}

#[test]
fn the_selection_moves_by_both_kinds_of_keys_and_stops_at_the_ends() {
    for (down, up) in [("<↓>", "<↑>"), ("<Ctrl-n>", "<Ctrl-p>")] {
        let mut session = book().size(80, 24);
        session.press("o");
        session.press(&down.repeat(3));
        session.press(&format!("{up}<Enter>"));
        assert_eq!(first_line(&mut session), "Spring chapter 1");
        session.press("o<PgDn>");
        session.press(&down.repeat(40));
        session.press("<Enter>");
        assert!(session.screen().contains("Autumn chapter 1"));
    }
}

#[test]
fn without_headings_the_paragraphs_are_listed() {
    let text: String = ["ebb", "flow", "slack"].iter().fold(String::new(), |text, word| {
        text + &format!("The {word} began at noon. {}\n\n", "And it went on so. ".repeat(30))
    });
    assert_snapshot!(Session::open(&text).size(60, 20).keys("}o").screen());
}

#[test]
fn the_deepest_list_is_shown_at_the_least_size() {
    assert_snapshot!(book().size(20, 5).keys("osumch2").screen());
}

#[test]
fn every_command_is_listed_with_its_keys() {
    assert_snapshot!(Session::edition().size(80, 24).keys(":").screen());
}

#[test]
fn a_command_is_found_by_its_name_and_done() {
    let mut session = Session::edition().size(120, 36).keys(":zoom<Enter>");
    assert!(session.app.view.is_zoomed);
    session.press(":theme<Enter>");
    assert!(session.screen().contains("theme: light"));
}

#[test]
fn a_long_list_is_filtered_a_part_at_a_time() {
    let paragraphs = (1..=30_000).map(|n| format!("Paragraph {n} of the log.\n\n"));
    let mut session = Session::open(&paragraphs.collect::<String>()).size(60, 20);
    session.press("o29999");
    assert!(session.app.is_unfinished());
    assert!(!session.screen().contains("no match"));
    while session.app.is_unfinished() {
        session.app.update(dateline::app::Message::GoOn);
    }
    session.press("<Enter>");
    assert!(session.screen().contains("Paragraph 29999 of the log."));
}

#[test]
fn a_command_that_is_called_as_it_is_typed_comes_first() {
    let screen = Session::edition().size(80, 24).keys(":people<Enter>").screen();
    assert!(screen.contains("Vladimir Putin"), "{screen}");
}
