//! Every class of hostile input: each opens or is refused in one clear line, soon, and nothing of it
//! reaches the terminal.

// clippy knows test functions, not what they call.
#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;
mod corpus;
mod shapes;

use common::Session;
use common::pty::Program;
use corpus::{Expected, Hostile, opens, refused};
use dateline::import::{Options, import_with};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// Far above what the slowest takes without optimization; what grows with the square takes longer.
const DEADLINE: Duration = Duration::from_secs(20);

/// Whether a character may stand in a cell: it has a picture and commands nothing.
fn is_harmless(character: char) -> bool {
    !character.is_control()
        && !matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
            | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Opens one, looks at the document, and reads a few pages of it.
fn judge(hostile: &Hostile) -> Result<(), String> {
    let start = Instant::now();
    let options = Options { name: &hostile.name, ..Options::default() };
    let imported = match (import_with(&hostile.bytes, options), hostile.expected) {
        (Ok(imported), Expected::Opens(_)) => imported,
        (Err(error), Expected::Refused(words)) => {
            let line = error.to_string();
            let is_clear = line.contains(words) && !line.contains('\n') && line.len() < 200;
            return if is_clear { Ok(()) } else { Err(format!("refused as: {line}")) };
        }
        (Ok(_), Expected::Refused(_)) => return Err("opened".to_owned()),
        (Err(error), Expected::Opens(_)) => return Err(format!("refused: {error}")),
    };
    let document = imported.document;
    for chunk in document.chunks() {
        let is_clean = |c: char| c == '\n' || c == '\t' || is_harmless(c);
        if let Some(found) = chunk.text().chars().find(|c| !is_clean(*c)) {
            return Err(format!("{found:?} in the document"));
        }
    }
    if let Expected::Opens(words) = hostile.expected
        && !document.chunks().iter().any(|chunk| chunk.text().contains(words))
    {
        return Err(format!("“{words}” is not in the document"));
    }
    let mut session = Session::of_document(document).size(80, 24);
    for keys in ["", "  ", "G", "/the<Enter>", "tsz"] {
        session.press(keys);
        let screen = session.screen();
        if let Some(found) = screen.chars().find(|c| *c != '\n' && !is_harmless(*c)) {
            return Err(format!("{found:?} on the screen"));
        }
    }
    let took = start.elapsed();
    if took > DEADLINE { Err(format!("took {took:?}")) } else { Ok(()) }
}

#[track_caller]
fn check(class: Vec<Hostile>) {
    let failed: Vec<String> = class
        .iter()
        .filter_map(|hostile| judge(hostile).err().map(|why| format!("{}: {why}", hostile.name)))
        .collect();
    assert!(failed.is_empty(), "{} of {}:\n{}", failed.len(), class.len(), failed.join("\n"));
}

#[test]
fn control_sequences_are_shown_and_not_obeyed() {
    check(corpus::controls());
}

#[test]
fn every_encoding_and_all_damage_of_it_opens() {
    check(corpus::encodings());
}

#[test]
fn unicode_moves_no_cell_and_hides_no_word() {
    check(corpus::unicode());
}

#[test]
fn no_size_and_no_shape_is_too_much() {
    check(corpus::sizes());
}

#[test]
fn no_tag_soup_is_too_deep() {
    check(corpus::pages());
}

#[test]
fn no_archive_leads_out_of_itself_or_without_end() {
    check(corpus::books());
}

#[test]
fn much_of_one_thing_is_no_more_than_much() {
    check(shapes::markdown());
}

#[test]
fn elements_in_themselves_end() {
    check(shapes::pages());
}

#[test]
fn books_that_name_themselves_end() {
    check(shapes::books());
}

#[test]
fn the_judge_tells_right_from_wrong() {
    let text = "The needle lies in the harbor.";
    let verdict = |hostile: Hostile| judge(&hostile).err().unwrap_or_default();
    assert_eq!(verdict(opens("right", text, "needle")), "");
    assert_eq!(verdict(refused("right", "", "empty")), "");
    assert_eq!(verdict(opens("lost words", text, "thread")), "“thread” is not in the document");
    assert_eq!(verdict(refused("opened", text, "empty")), "opened");
    assert!(verdict(opens("refused", "", "needle")).starts_with("refused: "));
    assert!(verdict(refused("other words", "", "binary")).starts_with("refused as: "));
    let bad = "\u{1b}\u{9b}\0\r\u{8}\u{202e}\u{2069}\u{200b}\u{feff}\u{e0041}";
    assert!(!bad.chars().any(is_harmless) && "aé漢👨“".chars().all(is_harmless));
}

#[test]
fn the_name_of_a_file_commands_nothing() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile-names");
    std::fs::create_dir_all(&folder).unwrap();
    let names = [
        "\u{1b}]0;PWN\u{7}.txt",
        "new\nline.txt",
        "-rf.txt",
        "$(id);`id`|id&.txt",
        "\u{202e}txt.exe.txt",
        "c1\u{9b}7331m.txt",
        "%s%n.txt",
    ];
    for name in names {
        let path = folder.join(name);
        std::fs::write(&path, "The needle is here.\n").unwrap();
        let mut program = Program::start(&[path.to_str().unwrap()]);
        program.expect("The needle is here.");
        program.send("q");
        assert!(program.finish().success(), "{name:?}");
        program.assert_restored();
        let raw = String::from_utf8_lossy(&program.raw);
        for sign in ["]0;PWN\u{7}", "\u{202e}", "\u{9b}", "new\nline"] {
            assert!(!raw.contains(sign), "{sign:?} of {name:?}");
        }
    }
}
