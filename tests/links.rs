//! Links and footnotes: numbered, followed in the document, given to another program, peeked at.

mod common;

use common::Session;
use dateline::app::Effect;
use dateline::import::Format;
use insta::assert_snapshot;

const TEXT: &str = "\
# Harbor

See [the lighthouse](#lighthouse), [a page](https://example.org/a?b=1), and [mail](mailto:a@b.org);
but not [a script](javascript:alert(1)) or [a file](file:///etc/passwd).[^1]

FILLER

## Lighthouse

It burned oil until 1901.

[^1]: The note at the foot.
";

fn harbor() -> Session {
    let filler = "The water went by, and nobody came. ".repeat(12) + "\n\n";
    Session::open_as(&TEXT.replace("FILLER\n", &filler.repeat(12)), Format::Markdown).size(80, 24)
}

#[test]
fn links_on_the_page_are_numbered() {
    assert_snapshot!(harbor().keys("F").screen());
}

#[test]
fn a_link_inside_the_document_is_followed_and_left_again() {
    let mut session = harbor();
    let before = session.screen();
    session.press("F1");
    assert!(session.screen().contains("It burned oil until 1901."));
    session.press("H");
    assert_eq!(session.screen(), before);
}

#[test]
fn there_is_a_way_back_where_both_ends_of_a_link_are_on_one_page() {
    let text = "# One\n\nSee [the rest](#two).\n\n## Two\n\nHere.\n";
    let mut session = Session::open_as(text, Format::Markdown);
    let before = session.app.article.place();
    session.press("F1");
    assert!(session.app.article.place() > before);
    session.press("H");
    assert_eq!(session.app.article.place(), before);
}

#[test]
fn the_web_and_mail_are_given_to_another_program() {
    let session = harbor().keys("F2F3");
    let opened = ["https://example.org/a?b=1", "mailto:a@b.org"];
    assert_eq!(session.effects, opened.map(|link| Effect::Open(link.to_owned())));
}

#[test]
fn nothing_else_is_opened() {
    let mut session = harbor().keys("F4");
    assert!(session.screen().contains("this leads to javascript:alert(1), which is not opened"));
    session.press("F5");
    assert_eq!(session.effects, []);
}

#[test]
fn a_footnote_has_a_number_too() {
    assert!(harbor().keys("F6").screen().contains("The note at the foot."));
}

#[test]
fn all_links_are_listed_and_filtered() {
    let mut session = harbor().keys("FF");
    assert_snapshot!(session.screen());
    session.press("mail<Enter>");
    assert_eq!(session.effects, [Effect::Open("mailto:a@b.org".to_owned())]);
}

#[test]
fn of_more_than_nine_links_the_second_digit_is_waited_for() {
    let links: String = (1..=12).map(|n| format!("[word {n}](https://a.org/{n}) ")).collect();
    let open =
        |keys: &str| Session::open_as(&links, Format::Markdown).size(80, 24).keys(keys).effects;
    assert_eq!(open("F1"), []);
    assert_eq!(open("F12"), [Effect::Open("https://a.org/12".to_owned())]);
    assert_eq!(open("F1<Enter>"), [Effect::Open("https://a.org/1".to_owned())]);
    assert_eq!(open("F2"), [Effect::Open("https://a.org/2".to_owned())]);
    assert_eq!(open("F1<Backspace>3"), [Effect::Open("https://a.org/3".to_owned())]);
}

#[test]
fn a_text_without_links_says_so() {
    assert!(Session::open("No links.").keys("F").screen().contains("there are no links here"));
}

#[test]
fn a_peek_shows_where_links_lead_and_the_text_there() {
    assert_snapshot!(harbor().keys("K").screen());
}

#[test]
fn a_quotation_is_peeked_at_over_all_its_paragraphs() {
    let text = "“We began at dawn, and the boats were far behind us by then.\n\n\
                “Nobody knew the second channel,” said Ann Lee.\n";
    let mut session = Session::open(text).size(80, 24).keys(">K");
    let screen = session.screen();
    let peek = screen.split("────").last().unwrap_or_default().to_owned();
    assert!(peek.contains("We began at dawn") && peek.contains("the second channel"), "{screen}");
}

#[test]
fn a_link_above_the_first_paragraph_is_listed_with_it() {
    let text = "# Harbor\n\n## [Lights](https://lights.example)\n\nThe [tide](https://tide.example) came.\n";
    let mut session = Session::open_as(text, Format::Markdown).size(80, 24).keys("FF");
    let screen = session.screen();
    let rows: Vec<&str> = screen.lines().filter(|line| line.contains(".example")).collect();
    assert!(rows.len() == 2 && rows.iter().all(|row| row.ends_with("¶ 1")), "{screen}");
}

#[test]
fn a_peek_that_is_longer_than_its_room_is_scrolled() {
    let words = "The water went by and nobody came, and so it went on. ".repeat(40);
    let text = format!("In May 1949 “{words}it was over,” said Ann Lee, a clerk.\n");
    let mut session = Session::open(&text).size(80, 24).keys(">K");
    let first = session.screen();
    assert!(first.contains("lines 1 to 14 of"), "{first}");
    session.press("jj");
    assert!(session.screen().contains("lines 3 to 16 of"), "{}", session.screen());
    session.press("<Space>");
    assert!(session.screen().contains("lines 16 to 29 of"), "{}", session.screen());
    session.press("G");
    let last = session.screen();
    assert!(last.contains("from") && last.contains("at    paragraph 1"), "{last}");
    session.press("jg");
    assert_eq!(session.screen(), first);
    // The text behind it has not moved.
    session.press("K");
    let closed = session.screen();
    assert_eq!(
        closed.lines().take(7).collect::<Vec<_>>(),
        first.lines().take(7).collect::<Vec<_>>()
    );
}
