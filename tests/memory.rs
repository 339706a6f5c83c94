//! The real binary, run again: what the reader left is there.

// clippy knows test functions, not what they call.
#![allow(clippy::unwrap_used)]

mod common;

use common::pty::{Program, command, state_folder};
use portable_pty::CommandBuilder;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A file of 90 paragraphs, of this test's own.
fn article(name: &str, change: impl Fn(u32) -> String) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("memory");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    write(&path, change);
    path
}

fn write(path: &Path, change: impl Fn(u32) -> String) {
    fs::write(path, (1..=90).map(change).collect::<String>()).unwrap();
}

fn paragraph(n: u32) -> String {
    let year = 1900 + n;
    format!(
        "Paragraph {n} tells what came of the year {year} in the harbor of {n} ships. “We saw {n} \
         of them leave,” said Anna Berg, and nobody saw them again.\n\n"
    )
}

fn reads(state: &Path, arguments: &[&str]) -> CommandBuilder {
    let mut command = command(arguments);
    command.env("XDG_STATE_HOME", state);
    command
}

fn start(state: &Path, path: &Path) -> Program {
    Program::run(reads(state, &["--theme", "dark", path.to_str().unwrap()]), 100, 30)
}

fn quit(mut program: Program) {
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
}

fn records(state: &Path) -> Vec<PathBuf> {
    let folder = state.join("dateline/documents");
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let all = entries.map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect()
}

/// The screen without the blanks at the ends of its lines.
fn screen(program: &Program) -> String {
    let contents = program.screen().contents();
    contents.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn top_line(program: &Program) -> String {
    let contents = program.screen().contents();
    contents.lines().nth(2).unwrap_or_default().trim().to_owned()
}

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
fn a_home_that_is_missing_or_cannot_be_written_to_is_told_and_survived() {
    let path = article("homeless.txt", paragraph);
    let name = path.to_str().unwrap();
    let mut homeless = command(&[name]);
    homeless.env_remove("XDG_STATE_HOME");
    homeless.env_remove("HOME");
    let mut program = Program::run(homeless, 100, 30);
    program.expect("there is no home folder; set HOME");
    program.send("40G");
    program.expect("¶ 40 of 90");
    quit(program);
    // A file stands where the folder should be: nobody, not even root, can make one there.
    let state = state_folder();
    fs::create_dir_all(state.parent().unwrap()).unwrap();
    fs::write(&state, "").unwrap();
    let mut program = start(&state, &path);
    program.expect("cannot be kept");
    program.send("40Gma");
    program.expect("not saved: ");
    program.send("q");
    program.expect("1 change not saved");
    program.send("jq");
    program.finish();
    program.assert_restored();
    program.expect("marks and notes not saved (1)");
}

#[test]
fn a_read_only_home_is_told_and_survived() {
    let (state, path) = (state_folder(), article("read-only.txt", paragraph));
    fs::create_dir_all(&state).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "ro,size=64k", "tmpfs"])
        .arg(&state)
        .stderr(Stdio::null())
        .status();
    if !mounted.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED a_read_only_home_is_told_and_survived: nothing can be mounted here");
        return;
    }
    let unmount = Unmount(&state);
    let mut program = start(&state, &path);
    program.expect("read-only file system");
    program.send("40G");
    program.expect("¶ 40 of 90");
    quit(program);
    drop(unmount);
}

/// Whether the program may write files, as on a disk that fails and then works again.
#[cfg(target_os = "linux")]
fn let_write(program: &Program, may: bool) {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let pid = Pid::from_raw(program.child.process_id().unwrap() as i32);
    let limit = Rlimit { current: if may { None } else { Some(0) }, maximum: None };
    prlimit(pid, Resource::Fsize, limit).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_written_is_told_and_saved_with_the_next_try() {
    let (state, path) = (state_folder(), article("failing.txt", paragraph));
    // Who ignores the signal of a file that grows too large is told by an error.
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_dateline")]);
    command.args(["--theme", "dark", path.to_str().unwrap()]);
    for (name, value) in reads(&state, &[]).iter_extra_env_as_str() {
        command.env(name, value);
    }
    let mut program = Program::run(command, 100, 30);
    program.expect("Paragraph 1 tells");
    program.send("20Gma");
    program.expect("mark a: ");
    let before = fs::read(&records(&state)[0]).unwrap();
    let_write(&program, false);
    program.send("30Gmb");
    program.expect("not saved: file too large");
    assert_eq!(fs::read(&records(&state)[0]).unwrap(), before);
    let_write(&program, true);
    program.send("40Gmc");
    program.expect("mark c: ");
    quit(program);
    let mut program = start(&state, &path);
    program.send("B");
    for n in [20, 30, 40] {
        program.expect(&format!("Paragraph {n} tells"));
    }
    program.send("\x1b");
    program.expect_gone("Paragraph 20 tells");
    quit(program);
}

/// Unmounts, even if the test fails.
struct Unmount<'a>(&'a Path);

impl Drop for Unmount<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_record_that_cannot_be_read_is_set_aside_and_told() {
    for (bytes, told) in
        [("{\"schema\": 1, \"it", "it is damaged"), ("{\"schema\": 7}", "newer dateline")]
    {
        let (state, path) = (state_folder(), article("aside.txt", paragraph));
        let mut program = start(&state, &path);
        program.expect("Paragraph 1 tells");
        program.send("40Gma");
        program.expect("mark a: ");
        quit(program);
        let record = records(&state)[0].clone();
        fs::write(&record, bytes).unwrap();
        let mut program = Program::run(reads(&state, &[path.to_str().unwrap()]), 200, 30);
        program.expect(told);
        program.expect("set aside as");
        program.send("20Gma");
        program.expect("mark a: “Paragraph 20");
        quit(program);
        let aside = fs::read_dir(record.parent().unwrap()).unwrap().flatten();
        assert!(aside.into_iter().any(|entry| fs::read(entry.path()).unwrap() == bytes.as_bytes()));
    }
}

#[test]
fn what_is_set_aside_is_told_within_80_columns_and_in_full_at_the_end() {
    let (home, path) = (state_folder(), article("aside-80.txt", paragraph));
    let start = || {
        let mut at_home = command(&["--theme", "dark", path.to_str().unwrap()]);
        at_home.env_remove("XDG_STATE_HOME");
        at_home.env("HOME", &home);
        Program::run(at_home, 80, 24)
    };
    let mut program = start();
    program.expect("Paragraph 1 tells");
    program.send("40Gma");
    program.expect("mark a: ");
    quit(program);
    let record = records(&home.join(".local/state"))[0].clone();
    fs::write(&record, "{").unwrap();
    let mut program = start();
    program.expect("set aside as ~/.local/state/dateline/documents/");
    program.expect("*.damaged-");
    program.send("q");
    program.finish();
    program.assert_restored();
    program.expect("it is damaged");
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

/// What `--export` prints of a file.
fn exported(state: &Path, path: &Path, format: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["--export", format])
        .arg(path)
        .env("XDG_STATE_HOME", state)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn has_sign(screen: &vt100::Screen, sign: char) -> bool {
    screen.contents().contains(sign)
}

/// Whether the row that has `words` has them underlined.
fn is_underlined(screen: &vt100::Screen, words: &str) -> bool {
    let (rows, columns) = screen.size();
    (0..rows.get()).any(|row| {
        let cell = |column: u16| screen.cell(row, column);
        let marked = (0..columns.get()).filter_map(cell).filter(|cell| cell.underline());
        marked.map(|cell| cell.contents().to_owned()).collect::<String>().contains(words)
    })
}
