//! The real binary, run again: what the reader left is there.

// clippy knows test functions, not what they call.
#![allow(clippy::unwrap_used)]

#[path = "../common/mod.rs"]
mod common;
mod failing;
mod reader;

use common::pty::{Program, state_folder};
use reader::{
    article, exported, has_sign, is_underlined, paragraph, quit, reads, records, screen, start,
    top_line, write,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

#[test]
fn closing_and_opening_comes_back_to_the_place_and_the_layout() {
    let (state, path) = (state_folder(), article("place.txt", paragraph));
    let mut program = start(&state, &path);
    program.expect("Paragraph 1 tells");
    program.send("40G");
    program.expect("¶ 40 of 90");
    program.send("w--");
    program.expect("64 columns");
    program.send("j");
    program.expect("¶ 40 of 90");
    let before = screen(&program);
    quit(program);
    let mut program = start(&state, &path);
    program.expect("¶ 40 of 90");
    assert_eq!(screen(&program), before);
    quit(program);
}

/// Waits until a record says `words`.
#[track_caller]
fn expect_record(program: &mut Program, state: &Path, words: &str) {
    let says = |record: &PathBuf| fs::read_to_string(record).is_ok_and(|text| text.contains(words));
    let end = Instant::now() + Duration::from_secs(20);
    while !records(state).iter().any(says) {
        assert!(Instant::now() < end, "no record says {words}");
        program.take_for(Duration::from_millis(50));
    }
}

#[test]
fn the_place_is_saved_without_a_further_key_and_when_another_file_is_shown() {
    let state = state_folder();
    let other = |n: u32| {
        paragraph(n).replace("harbor", "desert").replace("ships", "camels").replace("tells", "says")
    };
    let paths = [article("kept-one.txt", paragraph), article("kept-two.txt", other)];
    let names = paths.each_ref().map(|path| path.to_str().unwrap());
    let mut program = Program::run(reads(&state, &names), 100, 30);
    program.expect("Paragraph 1 tells");
    program.send("40G");
    expect_record(&mut program, &state, "Paragraph 40 tells");
    program.send("60G");
    program.expect("¶ 60 of 90");
    program.send("\x0e");
    program.expect("Paragraph 1 says");
    // Killed, it has no time to save anything more.
    expect_record(&mut program, &state, "Paragraph 60 tells");
    program.signal("KILL");
    program.finish();
}

#[test]
fn a_long_file_opens_at_the_place_with_its_notes_and_the_rest_comes() {
    let long =
        |n: u32| format!("{}{}\n\n", paragraph(n).trim_end(), " And so on it went.".repeat(1500));
    let (state, path) = (state_folder(), article("long.txt", long));
    let mut program = start(&state, &path);
    program.expect("Paragraph 1 tells");
    program.expect("of 90");
    program.send("80Gaa thought\r");
    program.expect("noted: “Paragraph 80");
    let before = top_line(&program);
    quit(program);
    let mut program = start(&state, &path);
    program.expect("Paragraph 80 tells");
    program.expect("of 90");
    assert_eq!(top_line(&program), before);
    program.send("A");
    program.expect("a thought");
    program.send("\x1b");
    program.expect_gone("a thought");
    program.send("g");
    program.expect("Paragraph 1 tells");
    program.send("''");
    program.expect("Paragraph 80 tells");
    quit(program);
}

#[test]
fn a_signal_keeps_the_place_and_the_note_that_is_being_typed() {
    let (state, path) = (state_folder(), article("signal.txt", paragraph));
    let mut program = start(&state, &path);
    program.expect("Paragraph 1 tells");
    program.send("30Gahalf a thou");
    program.expect("half a thou");
    program.signal("TERM");
    assert_eq!(program.finish().exit_code(), 143);
    let mut program = start(&state, &path);
    program.expect("¶ 30 of 90");
    program.send("A");
    program.expect("half a thou");
    program.send("\x1b");
    program.expect_gone("half a thou");
    quit(program);
}

#[test]
fn a_file_that_was_moved_and_edited_comes_back_to_the_same_words() {
    let (state, path) = (state_folder(), article("before.txt", paragraph));
    let mut program = start(&state, &path);
    program.expect("Paragraph 1 tells");
    program.send("40G");
    program.expect("¶ 40 of 90");
    let before = top_line(&program);
    quit(program);
    let moved = article("after.txt", |n| match n {
        5 => "A paragraph that is new.\n\n".to_owned() + &paragraph(n),
        7 | 50 => String::new(),
        20 => paragraph(n).to_uppercase(),
        _ => paragraph(n),
    });
    let mut program = start(&state, &moved);
    program.expect("¶ 40 of 89");
    assert_eq!(top_line(&program), before);
    quit(program);
    assert_eq!(records(&state).len(), 1, "it is one text");
}

#[test]
fn what_is_piped_in_is_known_by_its_words() {
    let (state, path) = (state_folder(), article("piped.txt", paragraph));
    let piped = || {
        let mut shell = reads(&state, &[]);
        let line = format!("cat '{}' | \"$0\"", path.display());
        *shell.get_argv_mut() =
            ["sh", "-c", &line, env!("CARGO_BIN_EXE_dateline")].iter().map(Into::into).collect();
        Program::run(shell, 100, 30)
    };
    let mut program = piped();
    program.expect("Paragraph 1 tells");
    program.send("40G");
    program.expect("¶ 40 of 90");
    quit(program);
    let mut program = piped();
    program.expect("¶ 40 of 90");
    quit(program);
}

#[test]
fn a_mark_is_told_when_it_is_on_the_disk_and_is_there_the_next_time() {
    let (state, path) = (state_folder(), article("marks.txt", paragraph));
    let mut program = start(&state, &path);
    program.expect("Paragraph 1 tells");
    program.send("40Gma");
    program.expect("mark a: “Paragraph 40 tells");
    let stored = fs::read_to_string(&records(&state)[0]).unwrap();
    assert!(stored.contains("Paragraph 40 tells"), "{stored}");
    // Killed, it has no time to save anything more.
    program.signal("KILL");
    program.finish();
    let mut program = start(&state, &path);
    program.expect("¶ 40 of 90");
    program.send("g'a");
    program.expect("¶ 40 of 90");
    program.send("B");
    program.expect("Marks");
    program.expect("a Paragraph 40 tells");
    program.send("\x1b");
    program.expect_gone("Marks");
    quit(program);
}

/// Row 6 of what readers of other programs ask for: a note on words, shown and exported.
#[test]
fn a_note_is_shown_in_the_text_and_exported_with_its_words() {
    let (state, path) = (state_folder(), article("notes.txt", paragraph));
    let mut program = start(&state, &path);
    program.expect("Paragraph 1 tells");
    program.send(">>a");
    program.expect("A note on “We saw 2 of them leave");
    program.send("Who saw\x1b\rthem?\r");
    program.expect("noted: “We saw 2 of them leave”");
    program.wait(|screen| has_sign(screen, '†'), "the sign of the note");
    program.wait(|screen| is_underlined(screen, "We saw 2"), "the words, underlined");
    quit(program);
    let exported = |format: &str| exported(&state, &path, format);
    let notes = exported("notes");
    assert!(notes.contains("> We saw 2 of them leave") && notes.contains("Who saw  \nthem?"));
    let companion = exported("companion");
    assert!(
        companion.contains("[[note]]\ntext = \"\"\"\nWho saw\nthem?\"\"\"")
            || companion.contains("Who saw\\nthem?"),
        "{companion}"
    );
    assert!(exported("json").contains("\"text\":\"Who saw\\nthem?\",\"origin\":\"yours\""));
}

/// Row 7: a highlight without a word.
#[test]
fn a_note_without_text_is_a_highlight() {
    let (state, path) = (state_folder(), article("highlight.txt", paragraph));
    let mut program = start(&state, &path);
    program.expect("Paragraph 1 tells");
    program.send(">a\r");
    program.expect("highlighted: “We saw 1 of them leave”");
    program.wait(|screen| has_sign(screen, '┃'), "the bar of the highlight");
    program.wait(|screen| is_underlined(screen, "We saw 1"), "the words, underlined");
    quit(program);
}

/// Row 8: notes are searched.
#[test]
fn the_list_of_notes_is_filtered_while_one_types() {
    let (state, path) = (state_folder(), article("search.txt", paragraph));
    let mut program = start(&state, &path);
    program.expect("Paragraph 1 tells");
    for (n, note) in [(10, "the first doubt"), (40, "a second thought"), (70, "no comment")] {
        program.send(&format!("{n}Ga{note}\r"));
        program.expect(&format!("noted: “Paragraph {n} tells"));
    }
    program.send("A");
    program.expect("no comment");
    program.send("thought");
    program.expect_gone("no comment");
    program.expect("a second thought");
    program.send("\r");
    program.expect("¶ 40 of 90");
    // The note is changed, and then deleted, which takes two keys.
    program.send("aand a third\r");
    program.expect("noted: “Paragraph 40");
    program.send("a");
    program.expect("a second thoughtand a third");
    program.send("\x18");
    program.expect("Ctrl-x again deletes the note");
    program.send("\x18");
    program.expect("the note is deleted");
    program.send("A");
    program.expect("no comment");
    assert!(!program.screen().contents().contains("second thought"));
    program.send("\x1b");
    program.expect_gone("no comment");
    quit(program);
}

/// Row 25: the place stays on resizing, reading again and other settings.
#[test]
fn the_place_stays_when_the_file_is_read_again_and_the_settings_change() {
    let (state, path) = (state_folder(), article("reload.txt", paragraph));
    let mut program = start(&state, &path);
    program.expect("Paragraph 1 tells");
    program.send("40G");
    program.expect("¶ 40 of 90");
    let before = top_line(&program);
    write(&path, |n| if n == 3 { paragraph(n) + "One more.\n\n" } else { paragraph(n) });
    program.send("r");
    program.expect("read again");
    program.send("---T");
    program.expect("theme: light");
    program.send("l");
    program.resize(60, 20);
    program.expect("¶ 41 of 91");
    program.resize(100, 30);
    program.send("_T");
    program.expect("theme: plain");
    program.send("l");
    program.expect("¶ 41 of 91");
    assert_eq!(top_line(&program), before);
    quit(program);
}

#[test]
fn notes_whose_words_are_gone_are_told_and_listed() {
    let (state, path) = (state_folder(), article("gone.txt", paragraph));
    let mut program = start(&state, &path);
    program.expect("Paragraph 1 tells");
    program.send("40Gathe lost one\r");
    program.expect("noted: “Paragraph 40");
    quit(program);
    write(&path, |n| if n == 40 { String::new() } else { paragraph(n) });
    let mut program = start(&state, &path);
    program.expect("1 note without a place");
    program.send("A");
    program.expect("without a place");
    program.expect("the lost one");
    program.send("\x1b");
    program.expect_gone("the lost one");
    quit(program);
    for (format, words) in [
        ("notes", "Without a place in this text any more\n\n> Paragraph 40 tells"),
        ("companion", "[[note]]\ntext = \"the lost one\"\nanchor = { exact = \"Paragraph 40 tells"),
        ("json", "\"unresolved\":[{\"kind\":\"note\",\"exact\":\"Paragraph 40 tells"),
    ] {
        let exported = exported(&state, &path, format);
        assert!(exported.contains(words), "{format}: {exported}");
    }
    write(&path, paragraph);
    let mut program = start(&state, &path);
    program.expect("Paragraph 1 tells");
    program.send("40G");
    program.wait(|screen| has_sign(screen, '†'), "the note, with its words again");
    quit(program);
}

#[test]
fn two_windows_keep_the_notes_of_both() {
    let (state, path) = (state_folder(), article("windows.txt", paragraph));
    let mut windows = [start(&state, &path), start(&state, &path)];
    // Both are open before one of them saves its place.
    for window in &mut windows {
        window.expect("Paragraph 1 tells");
    }
    for (window, n) in windows.iter_mut().zip([30, 60]) {
        window.send(&format!("{n}Gaof window {n}\r"));
        window.expect(&format!("noted: “Paragraph {n} tells"));
    }
    // The list of one shows what the other has noted meanwhile.
    windows[0].send("A");
    windows[0].expect("of window 60");
    windows[0].send("\x1b");
    windows[0].expect_gone("of window 60");
    let [one, two] = windows;
    quit(two);
    quit(one);
    let mut program = start(&state, &path);
    program.expect("of 90");
    program.send("A");
    program.expect("of window 30");
    program.expect("of window 60");
    program.send("\x1b");
    program.expect_gone("of window 30");
    quit(program);
}

#[test]
fn without_state_nothing_is_touched_and_marks_last_as_long_as_the_program() {
    let (state, path) = (state_folder(), article("stateless.txt", paragraph));
    let mut program = Program::run(reads(&state, &["--no-state", path.to_str().unwrap()]), 100, 30);
    program.expect("Paragraph 1 tells");
    program.send("40Gma");
    program.expect("until you quit: --no-state");
    program.send("g'a");
    program.expect("¶ 40 of 90");
    quit(program);
    assert!(!state.exists());
}

#[test]
fn without_state_notes_are_not_dropped_unasked() {
    let (state, path) = (state_folder(), article("unasked.txt", paragraph));
    let mut program = Program::run(reads(&state, &["--no-state", path.to_str().unwrap()]), 100, 30);
    program.expect("Paragraph 1 tells");
    program.send("40Ga a thought\r");
    program.expect("until you quit: --no-state");
    program.send("q");
    program.expect("1 note is kept nowhere; q again drops it: --no-state");
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
}

#[test]
fn several_files_are_all_remembered() {
    let state = state_folder();
    let other = |n: u32| {
        paragraph(n).replace("harbor", "desert").replace("ships", "camels").replace("tells", "says")
    };
    let paths = [article("one.txt", paragraph), article("two.txt", other)];
    let names = paths.each_ref().map(|path| path.to_str().unwrap());
    let mut program = Program::run(reads(&state, &names), 100, 30);
    program.expect("Paragraph 1 tells");
    program.send("20G");
    program.expect("¶ 20 of 90");
    program.send("\x0e");
    program.expect("Paragraph 1 says");
    program.send("50G");
    program.expect("¶ 50 of 90");
    quit(program);
    let mut program = Program::run(reads(&state, &names), 100, 30);
    program.expect("¶ 20 of 90");
    program.send("\x0e");
    program.expect("¶ 50 of 90");
    quit(program);
}
