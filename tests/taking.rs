//! Selecting words, by keys and with the mouse, and copying them: what is drawn, and what reaches
//! the clipboard.

mod common;

use common::Session;
use common::pty::{Program, cell, click, command, mouse};
use dateline::app::Theme;
use insta::assert_snapshot;
use ratatui::style::Modifier;

const ARTICLE: &str = "\
A Harbor Town

By Anna Lee

In May 1949 the harbor froze, and the boats stayed in. Nobody had seen such a winter.

“We walked to the island,” said Ben Holt, the pilot. “The sea was a road.”

The thaw came late, and it came in one night.
";

/// The cells of a frame that are drawn as selected, row by row, as text.
fn drawn_as_selected(session: &mut Session) -> String {
    let buffer = session.frame();
    let area = buffer.area;
    let is_selected = |style: Modifier| {
        style.contains(Modifier::REVERSED) && style.contains(Modifier::UNDERLINED)
    };
    let rows = (0..area.height).map(|y| -> String {
        let cells = (0..area.width).map(|x| &buffer[(x, y)]);
        cells.filter(|cell| is_selected(cell.modifier)).map(|cell| cell.symbol()).collect()
    });
    rows.filter(|row| !row.is_empty()).collect::<Vec<_>>().join("\n")
}

fn plain() -> Session {
    Session::open(ARTICLE).settings(|settings| settings.theme = Theme::Plain)
}

#[test]
fn without_colors_a_selection_is_reversed_and_underlined() {
    let mut session = plain().size(60, 24).keys("2Gvvvj");
    assert_eq!(
        drawn_as_selected(&mut session).replace('\n', " "),
        "“We walked to the island,” said Ben Holt, the pilot. “The sea was a road.”"
    );
}

#[test]
fn a_selection_at_120x36() {
    assert_snapshot!(Session::edition().size(120, 36).keys(".vvvv").screen());
}

#[test]
fn a_selection_at_80x24() {
    assert_snapshot!(Session::edition().size(80, 24).keys("5Gv}}").screen());
}

#[test]
fn a_selection_at_20x5() {
    assert_snapshot!(Session::edition().size(20, 5).keys("5Gve").screen());
}

#[test]
fn a_selection_survives_any_size() {
    let mut session = plain().size(60, 24).keys("2Gvvvj");
    let before = session.app.selection();
    for (columns, rows) in [(20, 5), (140, 40), (19, 4), (60, 24)] {
        session.resize(columns, rows);
        assert_eq!(session.app.selection(), before);
    }
}

/// A file of this name with the article in it.
fn article(name: &str) -> String {
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, ARTICLE).expect("a file can be written");
    path.to_str().expect("the path is UTF-8").to_owned()
}

/// The texts that were sent to the terminal's clipboard.
fn clipboard(program: &Program) -> Vec<String> {
    let raw = String::from_utf8_lossy(&program.raw);
    let sequences = raw.split("\x1b]52;c;").skip(1);
    let encoded = sequences.filter_map(|rest| rest.split(['\x1b', '\x07']).next());
    encoded.map(|text| String::from_utf8(base64(text)).expect("what is copied is UTF-8")).collect()
}

/// Decodes base64 (RFC 4648).
fn base64(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut bits, mut n_bits) = (0u32, 0);
    for letter in text.bytes().filter(|letter| *letter != b'=') {
        let value = ALPHABET.iter().position(|one| *one == letter).expect("a letter of base64");
        bits = bits << 6 | value as u32;
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.push((bits >> n_bits & 0xff) as u8);
        }
    }
    bytes
}

#[test]
fn words_are_selected_by_keys_and_copied() {
    let mut program = Program::start(&[&article("selected.txt")]);
    program.expect("In May 1949");
    program.send("2Gv");
    program.expect("selected: 1 word, 1 character");
    program.send("wwwe");
    program.expect("selected: 3 words, 13 characters");
    program.send("y");
    program.expect("the selection sent to the terminal’s clipboard (OSC 52), 13 characters");
    program.send("2Gvvvv");
    program.expect("by paragraphs");
    program.send("y");
    program.expect("the selection sent to the terminal’s clipboard (OSC 52), 74 characters");
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
    let paragraph = "“We walked to the island,” said Ben Holt, the pilot. “The sea was a road.”";
    assert_eq!(clipboard(&program), ["“We walked to", paragraph]);
}

const WITH_SOURCE: &str = "\
---
title: A Harbor Town
author: Anna Lee
date: 1950-03-04
source: The Quay
url: https://quay.example/harbor
---

In May 1949 the harbor froze, and the boats stayed in.

“We walked to the island,” said Ben Holt, the pilot.
";

/// A quotation is copied with its source by keys alone, in every form that there is.
#[test]
fn a_quotation_is_copied_with_its_source_in_every_form() {
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("with-source.md");
    std::fs::write(&path, WITH_SOURCE).expect("a file can be written");
    let mut program = Program::start(&[path.to_str().expect("the path is UTF-8")]);
    program.expect("In May 1949");
    program.send(">");
    program.expect("Quotes 1 of 1");
    let forms = ["plain text", "Markdown", "APA", "MLA", "Chicago", "BibTeX", "CSL-JSON"];
    for (index, form) in forms.iter().enumerate() {
        if index > 0 {
            program.send("c");
            program.expect(&format!("Y copies the source as {form}"));
        }
        program.send("Y");
        program.expect(&format!("the quotation with its source ({form}) sent to the terminal’s"));
    }
    program.send("cq");
    assert!(program.finish().success());
    let copied = clipboard(&program);
    let words = "We walked to the island";
    let reference = "Lee, A. (1950, March 4). A Harbor Town. The Quay. https://quay.example/harbor";
    assert_eq!(
        copied[2],
        format!("“{words}” (Ben Holt, as cited in Lee, 1950, para. 2)\n\n{reference}")
    );
    assert_eq!(copied.len(), forms.len());
    for copy in &copied {
        for fact in
            [words, "Ben Holt", "Lee", "A Harbor Town", "Quay", "1950", "quay.example/harbor", "1"]
        {
            assert!(copy.contains(fact), "no {fact} in {copy}");
        }
    }
}

#[test]
fn a_style_may_be_named_at_the_start() {
    let mut program = Program::start(&["--cite", "mla"]);
    program.expect("the dateline edition");
    program.send(">Y");
    program.expect("with its source (MLA) sent");
    program.send("q");
    program.finish();
    assert!(clipboard(&program)[0].contains("(Odd Arne Westad, qtd. in Schuman, par. 9)"));
}

#[test]
fn a_copy_is_given_to_the_configured_program_too() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let (taken, config) = (folder.join("taken.txt"), folder.join("copy.toml"));
    let command = format!("copy-command = [\"tee\", {:?}]\n", taken.to_str().expect("UTF-8"));
    std::fs::write(&config, command).expect("a file can be written");
    let config = config.to_str().expect("the path is UTF-8");
    let mut program = Program::start(&["--config", config, &article("given.txt")]);
    program.expect("In May 1949");
    program.send("2Gvy");
    program.expect("1 character; given to tee");
    program.send("q");
    program.finish();
    assert_eq!(std::fs::read_to_string(taken).expect("the program has written"), "“");
    assert_eq!(clipboard(&program), ["“"]);
}

#[test]
fn what_is_too_long_for_the_clipboard_is_told_and_not_sent() {
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("too-long.txt");
    std::fs::write(&path, "The river ran on past the mills.\n\n".repeat(2000)).expect("a file");
    let mut program = Program::start(&[path.to_str().expect("the path is UTF-8")]);
    // All of it is there.
    program.expect("of 2000");
    program.send("gvG");
    program.expect("selected: paragraphs 1 to 2000");
    program.send("y");
    program.expect("the selection is too long for the terminal: 67 KB");
    program.send("q");
    program.finish();
    assert_eq!(clipboard(&program), Vec::<String>::new());
}

/// What asks a terminal for its mouse, as xterm defines it: 1000 to 1003 what is reported, 1005, 1006,
/// 1015 and 1016 how, 9 the first of them all.
const MOUSE_MODES: [&str; 9] =
    ["9", "1000", "1001", "1002", "1003", "1005", "1006", "1015", "1016"];

/// The modes of the mouse that were set and reset so far, in order: `+1000`, `-1000`.
fn mouse_modes(program: &Program) -> Vec<String> {
    let raw = String::from_utf8_lossy(&program.raw).into_owned();
    let private = raw.split("\x1b[?").skip(1);
    let changes = private.filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        let sign = match &rest[end..=end] {
            "h" => '+',
            "l" => '-',
            _ => return None,
        };
        Some(rest[..end].split(';').map(move |mode| (sign, mode.to_owned())).collect::<Vec<_>>())
    });
    let changes = changes.flatten().filter(|(_, mode)| MOUSE_MODES.contains(&&**mode));
    changes.map(|(sign, mode)| format!("{sign}{mode}")).collect()
}

/// The terminal selects by itself as long as it is not asked for its mouse; dateline asks only when
/// the reader does, whatever else is done, and gives back all that it took.
#[test]
fn the_mouse_is_taken_only_when_asked_for_and_given_back() {
    let mut program = Program::start(&[&article("mouse.txt")]);
    program.expect("In May 1949");
    for (keys, words) in [
        ("/may\r", "“may”"),
        (".", "Timeline 1 of"),
        ("v", "selected:"),
        ("vv", "by sentences"),
        ("y", "the selection sent"),
        (":", "Commands"),
    ] {
        program.send(keys);
        program.expect(words);
    }
    program.send("\x1b");
    program.expect_gone("Commands");
    program.send("z");
    program.resize(100, 30);
    program.expect_gone("Quotes 2");
    program.send("z");
    program.expect("/ search");
    assert_eq!(mouse_modes(&program), Vec::<String>::new());
    let is_free =
        |screen: &vt100::Screen| screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None;
    program.send("M");
    program.expect("mouse on");
    let taken = mouse_modes(&program);
    assert!(taken.contains(&"+1006".to_owned()) && taken.iter().all(|mode| mode.starts_with('+')));
    assert!(!is_free(program.screen()));
    program.send("M");
    program.wait(is_free, "the mouse is given back");
    program.expect("mouse off");
    let n_before = mouse_modes(&program).len();
    program.send("Mq");
    assert!(program.finish().success());
    program.assert_restored();
    let modes = mouse_modes(&program);
    assert!(modes[n_before..].iter().any(|mode| mode.starts_with('+')));
    for mode in &taken {
        let last = modes.iter().rev().find(|change| change[1..] == mode[1..]);
        assert_eq!(last, Some(&format!("-{}", &mode[1..])));
    }
}

#[test]
fn a_panic_and_a_signal_give_the_mouse_back() {
    for signal in [None, Some("TERM")] {
        let mut command = command(&[&article("mouse-end.txt")]);
        command.env("DATELINE_PANIC", "1");
        let mut program = Program::run(command, 120, 36);
        program.expect("In May 1949");
        program.send("M");
        program.expect("mouse on");
        match signal {
            Some(name) => program.signal(name),
            None => program.send("\x0c"),
        }
        program.finish();
        program.assert_restored();
        assert_eq!(program.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }
}

#[test]
fn the_mouse_goes_to_items_selects_and_scrolls() {
    let mut program = Program::start(&[]);
    program.expect("the dateline edition");
    program.send("M");
    program.expect("mouse on");
    click(&mut program, "1949");
    program.expect("Timeline 4 of");
    // A card of the sidebar.
    click(&mut program, "want to benefit");
    program.expect("Quotes 3 of 8");
    program.send("\x1b");
    program.expect("/ search");
    program.send("g");
    program.expect("  0%  ");
    program.send(&mouse(65, (10, 20), false).repeat(4));
    program.expect("security experts");
    let words = cell(&program, "security experts");
    let end = (words.0, words.1 + "security experts".len() - 1);
    let drag = mouse(0, words, false) + &mouse(32, end, false) + &mouse(0, end, true);
    program.send(&drag);
    program.expect("selected: 2 words, 16 characters");
    program.send("y");
    program.expect("the selection sent to the terminal’s clipboard");
    let once = mouse(0, words, false) + &mouse(0, words, true);
    program.send(&once.repeat(2));
    program.expect("selected: 1 word, 8 characters, by words");
    program.send(&(drag + &once.repeat(3)));
    program.expect("by paragraphs");
    program.send("q");
    program.send("q");
    assert!(program.finish().success());
    assert_eq!(clipboard(&program), ["security experts"]);
}

#[test]
fn the_form_of_a_source_is_chosen_once() {
    let state = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("form-of-sources");
    let _ = std::fs::remove_dir_all(&state);
    let reading = |arguments: &[&str]| {
        let mut reads = command(arguments);
        reads.env("XDG_STATE_HOME", &state);
        Program::run(reads, 100, 30)
    };
    let end = |mut program: Program| {
        program.send("q");
        assert!(program.finish().success());
    };
    let mut first = reading(&[&article("form-1.txt")]);
    first.expect("In May 1949");
    first.send("cc");
    first.expect("Y copies the source as APA");
    end(first);

    let mut other = reading(&[&article("form-2.txt")]);
    other.expect("In May 1949");
    other.send("1GY");
    other.expect("with its source (APA)");
    end(other);

    let mut asked = reading(&["--cite", "mla", &article("form-2.txt")]);
    asked.expect("In May 1949");
    asked.send("1GY");
    asked.expect("with its source (MLA)");
    end(asked);

    let mut again = reading(&[&article("form-1.txt")]);
    again.expect("In May 1949");
    again.send("1GY");
    again.expect("with its source (APA)");
    end(again);
}
