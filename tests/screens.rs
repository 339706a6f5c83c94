//! Keys to frames: state, layout and drawing together, at every class of size.

mod common;

use common::Session;
use dateline::app::{FileNumber, Theme};
use dateline::import::Format;
use insta::assert_snapshot;

#[test]
fn wide_at_140x40() {
    assert_snapshot!(Session::edition().size(140, 40).keys(".....").screen());
}

#[test]
fn wide_at_120x36() {
    assert_snapshot!(Session::edition().size(120, 36).keys(">>").screen());
}

#[test]
fn medium_at_90x26() {
    assert_snapshot!(Session::edition().size(90, 26).keys(".......").screen());
}

#[test]
fn medium_with_quotes_on_demand() {
    assert_snapshot!(Session::edition().size(90, 26).keys("sj").screen());
}

#[test]
fn small_at_60x20() {
    assert_snapshot!(Session::edition().size(60, 20).keys(".......").screen());
}

#[test]
fn least_at_20x5() {
    assert_snapshot!(Session::edition().size(20, 5).keys("......").screen());
}

#[test]
fn too_small() {
    assert_snapshot!(Session::edition().size(19, 4).screen());
}

#[test]
fn timeline_zoomed() {
    assert_snapshot!(Session::edition().size(120, 36).keys("tjjjjz").screen());
}

#[test]
fn quotes_zoomed() {
    assert_snapshot!(Session::edition().size(90, 26).keys("sjjz").screen());
}

#[test]
fn article_zoomed_has_no_chrome() {
    assert_snapshot!(Session::edition().size(90, 26).keys("z").screen());
}

#[test]
fn ascii() {
    let session = Session::edition().size(120, 36).settings(|settings| settings.is_ascii = true);
    assert_snapshot!(session.keys("....").screen());
}

#[test]
fn help() {
    assert_snapshot!(Session::edition().size(120, 36).keys("?").screen());
}

#[test]
fn the_status_tells_which_of_several_files_is_read() {
    let several = FileNumber { number: 2, of: 3 };
    let session = Session::edition().size(60, 20).settings(|settings| settings.file = several);
    assert!(session.keys("..").screen().contains("%  file 2/3  ¶"));
    assert!(!Session::edition().size(60, 20).screen().contains("file 1/1"));
}

#[test]
fn searching_shows_the_count_while_typing() {
    assert_snapshot!(Session::edition().size(120, 36).keys("/great power").screen());
}

#[test]
fn a_peek_at_an_event_under_the_zoomed_timeline() {
    assert_snapshot!(Session::edition().size(90, 26).keys("tjjjzK").screen());
}

#[test]
fn a_peek_at_a_quotation() {
    assert_snapshot!(Session::edition().size(60, 20).keys(">>K").screen());
}

#[test]
fn the_date_of_writing_is_asked_for() {
    assert_snapshot!(Session::edition().size(90, 26).keys("tD<Ctrl-u>soon<Enter>").screen());
}

/// The rows that name a panel while a part of the text is looked through.
fn names_while_looking(mut session: Session, keys: &str) -> String {
    session.app.progress = Some(7);
    session.press(keys);
    let screen = session.screen();
    let is_name =
        |line: &&str| ["Timeline", "Quotes", "looking"].iter().any(|name| line.contains(name));
    screen.lines().filter(is_name).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_panels_tell_how_far_the_text_is_looked_through() {
    let mut shown = String::new();
    for (columns, rows) in [(120, 36), (90, 26), (60, 18), (40, 12)] {
        shown += &names_while_looking(Session::edition().size(columns, rows), "..>>");
        shown += "\n\n";
    }
    let ascii = Session::edition().size(60, 18).settings(|settings| settings.is_ascii = true);
    shown += &names_while_looking(ascii, "..");
    for keys in ["", "s", "tz"] {
        shown += "\n\n";
        let mut session = Session::open("Nothing happened, and nobody spoke.").size(90, 26);
        session.app.view = dateline::app::View::default();
        shown += &names_while_looking(session, keys);
    }
    assert_snapshot!(shown);
}

/// A text with everything that Markdown has.
fn markdown() -> Session {
    Session::open_as(include_str!("data/lighthouse.md"), Format::Markdown)
}

/// All pages, from the top to the end.
fn pages(mut session: Session, n_pages: usize) -> String {
    let mut shown = session.screen();
    for _ in 1..n_pages {
        session.press("<Space>");
        shown += &"=".repeat(20);
        shown += "\n";
        shown += &session.screen();
    }
    shown
}

#[test]
fn markdown_at_120x36() {
    assert_snapshot!(pages(markdown().size(120, 36), 4));
}

#[test]
fn markdown_at_80x24() {
    assert_snapshot!(pages(markdown().size(80, 24), 6));
}

#[test]
fn markdown_tables_are_records_at_44x30() {
    assert_snapshot!(pages(markdown().size(44, 30).keys("z"), 6));
}

/// The rows of the page down to the last word, without the margin.
#[track_caller]
fn check_rows(text: &str, format: Format, expected: &[&str]) {
    let screen = Session::open_as(text, format).size(60, 20).keys("z").screen();
    let rows: Vec<&str> = screen.lines().map(str::trim).collect();
    let last = expected.last().and_then(|last| rows.iter().position(|row| row == last));
    let first = (last.unwrap_or_default() + 1).saturating_sub(expected.len());
    assert_eq!(rows[first..first + expected.len()], *expected, "{screen}");
}

#[test]
fn two_block_quotations_are_seen_to_be_two() {
    let rows = ["│  one", "│", "│  more", "", "│  two"];
    check_rows("> one\n>\n> more\n\n> two\n", Format::Markdown, &rows);
    let html = "<blockquote><p>one<p>more</blockquote><blockquote>two</blockquote>";
    check_rows(html, Format::Html, &rows);
    let alert = ["│  Note", "│", "│  one", "", "│  two"];
    check_rows("> [!NOTE]\n> one\n\n> two\n", Format::Markdown, &alert);
}

#[test]
fn code_is_scrolled_sideways() {
    assert_snapshot!(markdown().size(80, 24).keys("/1832-11-02<Enter>zlllllll").screen());
}

#[test]
fn a_match_at_the_side_is_looked_at() {
    let mut session = markdown().size(80, 24).keys("/before midnight<Enter>");
    assert!(session.screen().contains("mended before midnight"));
    session.press("/1832-11-02<Enter>");
    assert!(session.screen().contains("1832-11-02  lit"));
}

#[test]
fn a_footnote_is_peeked_at_in_place() {
    assert_snapshot!(markdown().size(80, 24).keys("/never been so bored<Enter>K").screen());
}

#[test]
fn a_match_inside_a_table_is_marked() {
    let mut session = markdown().size(80, 24).keys("/lenses, brought from the capital<Enter>");
    let buffer = session.frame();
    let is_marked = |cell: &&ratatui::buffer::Cell| {
        cell.bg != ratatui::style::Color::Reset && cell.symbol() != " "
    };
    let marked: String =
        buffer.content().iter().filter(is_marked).map(|cell| cell.symbol()).collect();
    // The row is an event, and the one at the reading place.
    assert_eq!(marked, "1832lenses,broughtfromthecapital");
}

#[test]
fn the_plain_theme_has_no_color() {
    let mut session =
        Session::edition().size(120, 36).settings(|settings| settings.theme = Theme::Plain);
    session.press(".>/great<Enter>");
    let buffer = session.frame();
    let colored = buffer.content().iter().filter(|cell| {
        cell.fg != ratatui::style::Color::Reset || cell.bg != ratatui::style::Color::Reset
    });
    assert_eq!(colored.count(), 0);
}
