//! The real binary in a pseudo-terminal: opens, steps, searches, quits, and gives the terminal back.

mod common;

use common::pty::{Program, command};

/// Words on the first page of the edition.
const FIRST: &str = "the dateline edition";

#[test]
fn it_opens_steps_searches_and_quits() {
    let mut program = Program::start(&[]);
    program.expect(FIRST);
    program.expect("¶ 1 of");
    program.send("..");
    program.expect("Timeline 2 of");
    program.send(">");
    program.expect("Quotes 1 of 8");
    program.send("g");
    program.expect("0%");
    program.send("/great power");
    program.expect("1/2  1 in quotes");
    program.send("\r");
    program.expect("1/2 “great power”");
    program.send("n");
    program.expect("2/2 “great power”");
    program.send("n");
    program.expect("past the end: on from the top");
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
}

#[test]
fn a_phrase_is_found_over_a_soft_wrap_whatever_its_quotes() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join("quoted.txt");
    let filler =
        "The river ran on past the mills and the meadows, and nobody came by.\n\n".repeat(40);
    let line =
        "She asked for “a great\u{a0}power’s word” that night, and for no other thing at all.";
    std::fs::write(&path, format!("{filler}{line}\n")).expect("a file can be written");
    let mut program = Program::run(command(&[path.to_str().expect("the path is UTF-8")]), 32, 20);
    program.expect("The river ran on");
    program.send("/asked for \"a great power's word\"\r");
    // The words stand on two rows.
    program.wait(
        |screen| {
            let contents = screen.contents();
            let row = |words: &str| contents.lines().position(|line| line.contains(words));
            row("asked for").zip(row("word”")).is_some_and(|(first, last)| first < last)
        },
        "the phrase over two rows",
    );
    program.send("q");
    assert!(program.finish().success());
}

#[test]
fn a_pattern_is_searched_for() {
    let mut program = Program::start(&[]);
    program.expect(FIRST);
    program.send("/\x12(gr.at power");
    program.expect("unclosed group");
    program.send(")");
    program.expect("1/2");
    program.send("\r");
    program.expect("1/2 /(gr.at power)/");
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
}

#[test]
fn the_list_of_matches_opens_where_it_was() {
    let mut program = Program::start(&[&long_file("listed.txt")]);
    program.expect("The river ran on");
    program.send("/bridge opened\r");
    program.expect("1/500");
    program.send("&May 17");
    program.expect("104 of 500");
    program.send("\x1b[B\x1b[B\r");
    program.expect("/500 “bridge opened”");
    program.expect("In May 1702 the bridge");
    program.send("g&");
    program.expect("104 of 500");
    program.send("\r");
    program.expect("In May 1702 the bridge");
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
}

#[test]
fn ctrl_c_quits() {
    let mut program = Program::start(&[]);
    program.expect(FIRST);
    program.send("\x03");
    assert!(program.finish().success());
    program.assert_restored();
}

#[test]
fn signals_give_the_terminal_back() {
    for (name, number) in [("TERM", 15), ("HUP", 1), ("INT", 2)] {
        let mut program = Program::start(&[]);
        program.expect(FIRST);
        program.signal(name);
        assert_eq!(program.finish().exit_code(), 128 + number, "{name}");
        program.assert_restored();
    }
}

#[test]
fn a_stopped_reader_comes_back_whole() {
    // A shell with job control stops and continues what it runs.
    let mut shell = command(&[]);
    *shell.get_argv_mut() = ["sh", "-mc", "\"$0\"; echo stopped; fg >/dev/null; echo ended"]
        .iter()
        .map(Into::into)
        .chain([env!("CARGO_BIN_EXE_dateline").into()])
        .collect();
    let mut program = Program::run(shell, 120, 36);
    program.expect(FIRST);
    program.send("\x1a");
    // Back from the stop at once, since the shell's next command is fg.
    program.wait(|screen| screen.alternate_screen(), "the reader again");
    program.expect(FIRST);
    program.send("jq");
    program.expect("ended");
    program.finish();
    program.assert_restored();
    let raw = String::from_utf8_lossy(&program.raw);
    assert!(raw.contains("stopped"), "it did not stop");
}

#[test]
fn a_pipe_is_read_and_the_keys_come_from_the_terminal() {
    let mut shell = command(&[]);
    let line = "printf 'A Title\\n\\nHe came in May 1949.\\n' | \"$0\"";
    *shell.get_argv_mut() =
        ["sh", "-c", line, env!("CARGO_BIN_EXE_dateline")].iter().map(Into::into).collect();
    let mut program = Program::run(shell, 80, 24);
    program.expect("He came in May 1949.");
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
}

#[test]
fn a_pipe_that_does_not_end_is_read_and_left_at_once() {
    let lines = [
        "(printf 'He came in May 1949.\n\nShe st'; sleep 1000) | \"$0\" -",
        "yes 'He came in May 1949.' | \"$0\"",
    ];
    for line in lines {
        let mut shell = command(&[]);
        *shell.get_argv_mut() =
            ["sh", "-c", line, env!("CARGO_BIN_EXE_dateline")].iter().map(Into::into).collect();
        let mut program = Program::run(shell, 80, 24);
        program.expect("He came in May 1949.");
        program.expect("reading");
        program.send("Gk");
        program.send("q");
        program.wait(|screen| !screen.alternate_screen(), "the end");
        program.assert_restored();
    }
}

#[test]
fn what_comes_through_a_pipe_is_shown_as_it_comes() {
    let mut shell = command(&[]);
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("gate");
    let _ = std::fs::remove_file(&path);
    let line = "(echo 'He came in May 1949.'; echo; until [ -e \"$1\" ]; do sleep 0.1; done; \
                echo 'He left in June 1951.') | \"$0\"";
    let path = path.to_str().expect("the path is UTF-8");
    *shell.get_argv_mut() =
        ["sh", "-c", line, env!("CARGO_BIN_EXE_dateline"), path].iter().map(Into::into).collect();
    let mut program = Program::run(shell, 80, 24);
    program.expect("He came in May 1949.");
    program.expect("reading");
    std::fs::write(path, "").expect("a file can be written");
    program.expect("He left in June 1951.");
    program.expect("¶ 1 of 2");
    program.send("q");
    assert!(program.finish().success());
}

#[test]
fn what_is_piped_in_and_is_no_text_leaves_the_terminal_alone() {
    for (line, refusal) in [
        ("head -c 9000 /dev/urandom | \"$0\" -", "this is binary data"),
        ("printf '\\177ELF\\002' | \"$0\" -", "this is a program (ELF)"),
        ("printf ' \n\n' | \"$0\" -", "the file is empty"),
    ] {
        let mut shell = command(&[]);
        let line = format!("{line}; echo status $?");
        *shell.get_argv_mut() =
            ["sh", "-c", &line, env!("CARGO_BIN_EXE_dateline")].iter().map(Into::into).collect();
        let mut program = Program::run(shell, 80, 24);
        program.expect(refusal);
        program.expect("status 2");
        program.finish();
        assert!(!String::from_utf8_lossy(&program.raw).contains("\x1b[?1049h"), "{line}");
    }
}

#[test]
fn what_is_piped_in_may_be_one_of_several_files() {
    let mut shell = command(&[]);
    let line = "printf 'He came in May 1949.\\n' | \"$0\" README.md -";
    *shell.get_argv_mut() =
        ["sh", "-c", line, env!("CARGO_BIN_EXE_dateline")].iter().map(Into::into).collect();
    let mut program = Program::run(shell, 80, 24);
    program.expect("file 1/2");
    program.send("\x0e");
    program.expect("He came in May 1949.");
    program.expect("file 2/2");
    program.send("\x10");
    program.expect("file 1/2");
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
}

#[test]
fn the_place_survives_a_storm_of_sizes() {
    let mut program = Program::start(&[]);
    program.expect(FIRST);
    program.send("50%");
    program.expect("Most of this will probably never come to pass.");
    let before = first_line(&program);
    assert!(!before.is_empty());
    for step in 0..40 {
        program.resize(30 + step * 4, 8 + step);
    }
    program.resize(120, 36);
    program.wait(|screen| screen.contents().lines().count() > 30, "the last size");
    program.expect(&before);
    program.send("q");
    program.finish();
    program.assert_restored();
}

fn first_line(program: &Program) -> String {
    let contents = program.screen().contents();
    let line = contents.lines().nth(2).unwrap_or_default();
    line.get(..line.find('│').unwrap_or(line.len())).unwrap_or(line).trim().to_owned()
}

#[test]
fn a_copy_reaches_the_clipboard_as_osc_52() {
    let mut program = Program::start(&[]);
    program.expect(FIRST);
    program.send(">y");
    program.expect("sent to the terminal’s clipboard (OSC 52)");
    let raw = String::from_utf8_lossy(&program.raw).into_owned();
    assert!(raw.contains("\x1b]52;c;"), "no OSC 52");
    program.send("q");
    program.finish();
}

#[test]
fn a_key_that_changes_nothing_writes_nothing() {
    let mut program = Program::start(&["--theme", "dark"]);
    program.expect(FIRST);
    program.send("k");
    program.expect(FIRST);
    let before = program.raw.len();
    // Unbound keys, then one line up where there is none; the answer to `j` ends the silence.
    program.send("XXXXkkkk");
    program.send("j");
    program
        .wait(|screen| !screen.contents().contains("\n     China’s Russia Risk "), "a line down");
    let written = String::from_utf8_lossy(&program.raw[before..]).into_owned();
    assert_eq!(written.matches("\u{1b}[?2026h").count(), 1, "{written:?}");
    program.send("q");
    program.finish();
}

#[test]
fn a_panic_gives_the_terminal_back() {
    let mut panics = command(&[]);
    panics.env("DATELINE_PANIC", "1");
    let mut program = Program::run(panics, 120, 36);
    program.expect(FIRST);
    program.send("\x0c");
    assert_eq!(program.finish().exit_code(), 101);
    program.assert_restored();
    assert!(program.screen().contents().contains("as asked by a test"));
}

#[test]
fn no_color_is_obeyed() {
    let mut plain = command(&[]);
    plain.env("NO_COLOR", "1");
    let mut program = Program::run(plain, 120, 36);
    program.expect(FIRST);
    program.send("..>/great\r");
    program.expect("“great”");
    program.send("q");
    program.finish();
    let raw = String::from_utf8_lossy(&program.raw);
    for color in ["\x1b[38;", "\x1b[48;", "\x1b[33m", ";38;", ";48;"] {
        assert!(!raw.contains(color), "{color:?}");
    }
}

#[test]
fn a_document_cannot_command_the_terminal() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join("evil\u{1b}]0;name\u{7}\u{202e}.txt");
    let text = "\u{1b}]0;title\u{7} \u{9b}2J \u{1b}[6n\u{1b}c\n\n\
                “Say \u{1b}]52;c;ZXZpbA==\u{7} it \u{202e}now,” said Ann \u{1b}[5mLee in May 1949.\n\n\
                an unfinished \u{1b}[38;5\n";
    std::fs::write(&path, text).expect("a file can be written");
    let mut program = Program::start(&[path.to_str().expect("the path is UTF-8")]);
    program.expect("are shown as signs");
    program.send(".>zszt");
    program.expect("Timeline");
    program.send("q");
    program.finish();
    program.assert_restored();
    let raw = String::from_utf8_lossy(&program.raw);
    for command in [
        "]0;title\u{7}",
        "]0;name\u{7}",
        "\u{9b}",
        "\u{1b}[6n",
        "\u{1b}c",
        "\u{1b}]52;c;ZXZ",
        "\u{202e}",
        "\u{1b}[5m",
    ] {
        assert!(!raw.contains(command), "{command:?}");
    }
    assert!(raw.contains('␛') && raw.contains("⟪RLO⟫"));
}

#[test]
fn the_terminals_page_chooses_the_theme() {
    let mut program = Program::start(&[]);
    program.expect(FIRST);
    // The time color of the dark theme, until the terminal answers that its page is light.
    program.send(".");
    program.expect("Timeline 1 of");
    program.send("\x1b]11;rgb:fdfd/fcfc/f8f8\x1b\\");
    let light_ink = vt100::Color::Rgb(0x9a, 0x5b, 0x00);
    program.wait(|screen| has_color(screen, light_ink), "the light theme");
    program.send("q");
    program.finish();
}

fn has_color(screen: &vt100::Screen, color: vt100::Color) -> bool {
    let (rows, columns) = screen.size();
    (0..rows.get()).any(|row| {
        (0..columns.get())
            .any(|column| screen.cell(row, column).is_some_and(|cell| cell.fgcolor() == color))
    })
}

#[test]
fn two_files_are_read_and_each_keeps_its_place() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let paths = ["ebb", "flow"].map(|name| {
        let path = folder.join(format!("{name}.txt"));
        let paragraph = |n: u32| format!("This is {name} {n}, told in 1949 and never again.\n\n");
        let text: String = (1..=90).map(paragraph).collect();
        std::fs::write(&path, text).expect("a file can be written");
        path.to_str().expect("the path is UTF-8").to_owned()
    });
    let mut program = Program::start(&[&paths[0], "no/such/file.txt", &paths[1]]);
    program.expect("This is ebb 1,");
    program.expect("file 1/3");
    program.send("40G");
    program.expect("¶ 40 of 90");
    let before = first_line(&program);
    program.send("\x0e");
    program.expect("cannot open no/such/file.txt: there is no such file");
    program.expect("This is ebb 40,");
    program.send("\x0e");
    program.expect("This is flow 1,");
    program.expect("file 3/3");
    program.send("20G");
    program.expect("¶ 20 of 90");
    program.send("2\x10");
    program.expect("file 1/3  ¶ 40 of 90");
    assert_eq!(first_line(&program), before);
    program.send("2\x0e");
    program.expect("file 3/3  ¶ 20 of 90");
    program.send("\x0e");
    program.expect("the last file");
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
}

/// A file of 500 dates that is too long to be looked through at once.
fn long_file(name: &str) -> String {
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let filler = "The river ran on past the mills and the meadows, and nobody came. ".repeat(50);
    let paragraph = |year: u32| format!("{filler}\n\nIn May {year} the bridge opened again.\n\n");
    let text: String = (1500..2000).map(paragraph).collect();
    std::fs::write(&path, text).expect("a file can be written");
    path.to_str().expect("the path is UTF-8").to_owned()
}

#[test]
fn a_long_file_is_looked_through_while_another_is_read() {
    let path = long_file("looked-through.txt");
    let mut program = Program::start(&[&path, "assets/edition/chinas-russia-risk.md"]);
    program.expect("The river ran on");
    program.send("\x0e..");
    program.expect("Timeline 2 of");
    program.expect("file 2/2");
    program.send("\x10");
    program.expect("Timeline 500");
    program.send("q");
    assert!(program.finish().success());
}

#[test]
fn without_a_file_that_opens_the_terminal_is_not_taken() {
    let mut program = Program::start(&["no/such/one.txt", "no/such/two.txt"]);
    assert_eq!(program.finish().exit_code(), 2);
    program.expect("dateline: no/such/one.txt: there is no such file");
    program.expect("dateline: no/such/two.txt: there is no such file");
    assert!(!String::from_utf8_lossy(&program.raw).contains("\x1b[?1049h"));
}

#[test]
fn a_long_text_is_looked_through_while_it_is_read() {
    let mut program = Program::start(&[&long_file("long.txt")]);
    program.expect("The river ran on");
    program.expect("Timeline 500");
    program.send("..");
    program.expect("Timeline 2 of 500");
    // Another date of writing is looked for in the background too, and the event stays.
    program.send("D10 March 2022\r");
    program.expect("written: 10 March 2022");
    program.expect("Timeline 2 of 500 · as it happened");
    // The end does not wait for what still runs.
    program.send("rq");
    assert!(program.finish().success());
    program.assert_restored();
}

#[test]
fn the_first_page_of_a_long_file_stands_before_the_rest_is_read() {
    let path = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("grows.html");
    let paragraph = |n: u32| format!("<p>This is paragraph {n} of a book that nobody wrote.</p>\n");
    let text: String = (1..=20_000).map(paragraph).collect();
    std::fs::write(&path, format!("<html><h1>The Book</h1>{text}")).expect("a file can be written");
    let mut program = Program::start(&[path.to_str().expect("the path is UTF-8")]);
    program.expect("This is paragraph 1 of a book");
    program.expect("h left");
    program.send("G");
    program.expect("This is paragraph 20000 of a book");
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
}
