//! Going anywhere by keys alone, in a pseudo-terminal: outline, people, links and back again.

// clippy knows test functions, not what they call.
#![allow(clippy::unwrap_used)]

mod common;

use common::pty::{Program, click, command};
use std::fs;
use std::path::PathBuf;

const FILLER: &str = "The water went by, and nobody came. ";

/// A file of this test's own.
fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("going");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Sections that each fill more than a page, with a note and links in the first.
fn river(name: &str, first_level: usize) -> String {
    let marks = "#".repeat(first_level);
    let page = format!("{}\n\n", FILLER.repeat(60));
    let mut text = format!(
        "{marks} Source\n\nIt begins small.[^1] See [the mouth](#mouth) or [a map](https://example.org/map).\n\n{page}"
    );
    for section in ["Bend", "Ferry", "Mouth"] {
        text += &format!("{marks}# {section}\n\nHere is the {}.\n\n{page}", section.to_lowercase());
    }
    file(name, &(text + "[^1]: As all rivers do.\n"))
}

/// The first line of text on the screen.
fn first_line(program: &Program) -> String {
    let contents = program.screen().contents();
    let mut lines = contents.lines().skip(1).map(str::trim);
    lines.find(|line| !line.is_empty()).unwrap_or_default().to_owned()
}

#[track_caller]
fn expect_first(program: &mut Program, words: &str) {
    program.wait(
        |screen| {
            let contents = screen.contents();
            let mut lines = contents.lines().skip(1).map(str::trim);
            lines.find(|line| !line.is_empty()).is_some_and(|line| line.starts_with(words))
        },
        words,
    );
}

fn quit(mut program: Program) {
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
}

#[test]
fn the_outline_goes_to_any_heading_whatever_the_first_level() {
    for level in [1, 3] {
        let mut program = Program::start(&[&river(&format!("level{level}.md"), level)]);
        program.expect("It begins small.");
        program.send("o");
        program.expect("Outline");
        program.expect("Mouth");
        program.send("fer\r");
        program.expect("Here is the ferry.");
        expect_first(&mut program, "Ferry");
        program.send("o");
        // The place is marked, and Enter stays there.
        program.expect("▌›");
        program.send("\x1b");
        program.expect_gone("Outline");
        expect_first(&mut program, "Ferry");
        quit(program);
    }
}

#[test]
fn many_jumps_are_gone_back_and_forward_through() {
    let mut program = Program::start(&[&river("jumps.md", 1)]);
    program.expect("It begins small.");
    // A search, the outline, a section, the end and the top.
    program.send("/here is the bend\r");
    program.expect("Here is the bend.");
    let bend = first_line(&program);
    program.send("omouth\r");
    expect_first(&mut program, "Mouth");
    program.send("2[");
    expect_first(&mut program, "Bend");
    program.send("G");
    program.expect("As all rivers do.");
    program.send("g");
    program.expect("It begins small.");
    program.send("H");
    program.expect("As all rivers do.");
    program.send("\x0f");
    expect_first(&mut program, "Bend");
    program.send("\x7f");
    expect_first(&mut program, "Mouth");
    program.send("H");
    program.expect("Here is the bend.");
    expect_first(&mut program, &bend);
    program.send("H");
    program.expect("It begins small.");
    program.send("H");
    program.expect("no earlier jump");
    program.send("2L");
    expect_first(&mut program, "Mouth");
    program.send("\x1b[1;3C");
    expect_first(&mut program, "Bend");
    quit(program);
}

#[test]
fn a_footnote_is_read_in_place_and_gone_to() {
    let mut program = Program::start(&[&river("note.md", 1)]);
    program.expect("It begins small.");
    program.send("K");
    program.expect("As all rivers do.");
    program.expect("It begins small.");
    program.send("K");
    program.expect_gone("As all rivers do.");
    program.send("\r");
    program.expect("As all rivers do.");
    program.send("H");
    program.expect("It begins small.");
    quit(program);
}

#[test]
fn a_person_is_found_and_followed_through_the_text() {
    let mut program = Program::start(&[]);
    program.expect("the dateline edition");
    program.send("o\t");
    program.expect("senior fellow, Carnegie Moscow Center");
    program.expect("5 quotes");
    program.expect("4 mentions");
    program.send("gabuev\r");
    program.expect("1/4 “Alexander Gabuev”");
    program.send("n");
    program.expect("2/4 “Alexander Gabuev”");
    program.send("N");
    program.expect("1/4 “Alexander Gabuev”");
    program.send("H");
    program.expect("the dateline edition");
    quit(program);
}

#[test]
fn events_and_quotations_are_stepped_without_leaving_the_article() {
    let mut program = Program::start(&[]);
    program.expect("the dateline edition");
    program.send("3.");
    program.expect("Timeline 3 of");
    program.send(",");
    program.expect("Timeline 2 of");
    program.send("2>");
    program.expect("Quotes 2 of");
    program.send("<");
    program.expect("Quotes 1 of");
    quit(program);
}

#[test]
fn links_are_opened_by_the_configured_program() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("going/opened");
    fs::create_dir_all(&folder).unwrap();
    let out = folder.join("link");
    let _ = fs::remove_file(&out);
    // It fails on purpose, so that its end is told.
    let script = format!("printf %s \"$1\" > '{}'; exit 3", out.display());
    let words = ["sh", "-c", &script, "sh"].map(|word| format!("'''{word}'''")).join(", ");
    fs::write(folder.join("config.toml"), format!("open-command = [{words}]\n")).unwrap();
    let config = folder.join("config.toml");
    let mut program =
        Program::start(&["--config", config.to_str().unwrap(), &river("links.md", 1)]);
    program.expect("It begins small.");
    program.send("F");
    program.expect("1 to 3 opens a link");
    program.send("3");
    program.expect("sh could not open https://example.org/map (exit status: 3)");
    assert_eq!(fs::read_to_string(&out).unwrap(), "https://example.org/map");
    // A click does the same.
    fs::remove_file(&out).unwrap();
    program.send("M");
    program.expect("mouse on");
    click(&mut program, "a map");
    program.expect("sh could not open https://example.org/map (exit status: 3)");
    assert_eq!(fs::read_to_string(&out).unwrap(), "https://example.org/map");
    program.send("M");
    program.expect("mouse off");
    // One that leads into the document is followed there.
    program.send("F2");
    program.expect("Here is the mouth.");
    program.send("H");
    program.expect("It begins small.");
    quit(program);
}

#[test]
fn without_a_browser_a_link_is_told_and_copied() {
    let mut remote = command(&[&river("remote.md", 1)]);
    for name in ["BROWSER", "DISPLAY", "WAYLAND_DISPLAY"] {
        remote.env_remove(name);
    }
    remote.env("SSH_CONNECTION", "10.0.0.1 2000 10.0.0.2 22");
    let mut program = Program::run(remote, 120, 36);
    program.expect("It begins small.");
    program.send("F3");
    program.expect("no browser here: https://example.org/map sent");
    let raw = String::from_utf8_lossy(&program.raw).into_owned();
    // The link in base64, as `base64` of coreutils writes it.
    assert!(raw.contains("\x1b]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy9tYXA="), "no OSC 52");
    quit(program);
}

#[test]
fn a_command_is_found_by_name_and_done() {
    let mut program = Program::start(&["--theme", "dark"]);
    program.expect("the dateline edition");
    program.send(":");
    program.expect("Commands");
    program.send("theme\r");
    program.expect("theme: light");
    quit(program);
}

/// The background of the first cell of each of these words in the row that has them.
fn backgrounds(screen: &vt100::Screen, word: &str) -> Vec<vt100::Color> {
    let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
    let mut found = Vec::new();
    for row in 0..rows {
        let text: Vec<String> = (0..columns)
            .map(|column| {
                screen.cell(row, column).map_or(String::new(), |cell| cell.contents().to_owned())
            })
            .collect();
        for column in 0..text.len() {
            if text[column..].concat().starts_with(word) {
                found.extend(screen.cell(row, column as u16).map(vt100::Cell::bgcolor));
            }
        }
    }
    found
}

/// Where one is among the matches is told, and its colors are not those of the others.
#[test]
fn a_match_is_counted_and_told_from_the_others() {
    let text = "The fleet sailed.\n\nA second fleet stayed, and a third fleet burned.\n";
    let mut program = Program::start(&["--theme", "dark", &file("ships.txt", text)]);
    program.expect("The fleet sailed.");
    program.send("/fleet\r");
    for current in 0..3 {
        program.expect(&format!("{}/3 “fleet”", current + 1));
        let colors = backgrounds(program.screen(), "fleet");
        assert!(colors.len() >= 3, "{colors:?}");
        let others: Vec<_> = (0..3).filter(|at| *at != current).map(|at| colors[at]).collect();
        assert_eq!(others[0], others[1]);
        assert_ne!(colors[current], others[0], "the current match is like the others");
        assert_ne!(others[0], vt100::Color::Default, "the others are not marked");
        program.send("n");
    }
    // Past the last one, the first one again.
    program.expect("past the end");
    quit(program);
}
