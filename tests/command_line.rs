//! The real binary without a terminal: exports, checks, and every bad input in one clear line.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

fn dateline(arguments: &[&str], input: Option<&[u8]>) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .env("XDG_STATE_HOME", concat!(env!("CARGO_TARGET_TMPDIR"), "/no-state-here"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        // Nobody's own settings.
        .env("XDG_CONFIG_HOME", concat!(env!("CARGO_TARGET_TMPDIR"), "/no-settings"))
        .stdin(if input.is_some() { Stdio::piped() } else { Stdio::null() })
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    if let (Some(mut stdin), Some(bytes)) = (child.stdin.take(), input) {
        // A refusal may come before all is read.
        let _ = stdin.write_all(bytes);
    }
    child.wait_with_output().expect("the binary ends")
}

/// A file of this test's own.
fn file(name: &str, bytes: &[u8]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder can be made");
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a file can be written");
    path.display().to_string()
}

/// One line on stderr that holds `expected`, nothing on stdout, exit status 2.
#[track_caller]
fn check_refused(arguments: &[&str], input: Option<&[u8]>, expected: &str) {
    let output = dateline(arguments, input);
    let errors = String::from_utf8(output.stderr).expect("errors are text");
    assert_eq!(output.status.code(), Some(2), "{errors}");
    assert!(output.stdout.is_empty());
    assert!(errors.starts_with("dateline: ") && errors.contains(expected), "{errors}");
    assert_eq!(errors.matches('\n').count(), 1, "{errors}");
    assert!(!errors.trim_end().contains(char::is_control), "{errors:?}");
}

#[test]
fn every_bad_file_is_refused_in_one_line() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    check_refused(&["no/such/file.txt"], None, "no such file");
    check_refused(&[folder], None, "this is a folder");
    check_refused(&["/dev/zero"], None, "this is a device");
    check_refused(&[&file("empty.txt", b"")], None, "empty");
    check_refused(&[&file("blank.txt", b" \n\t\n")], None, "empty");
    check_refused(
        &[&file("signs.md", b"#\n\n<!-- so -->\n")],
        None,
        "no words in the file, only signs of Markdown",
    );
    check_refused(&[&file("signs.html", b"<html><p></p></html>")], None, "only signs of HTML");
    check_refused(&[&file("program", b"\x7fELF\x02\x01\x01\0\0\0")], None, "not a text");
    check_refused(&[&file("book.pdf", b"%PDF-1.7\n")], None, "pdftotext");
    let noise: Vec<u8> = (0..=255).cycle().take(4000).collect();
    check_refused(&[&file("noise.txt", &noise)], None, "binary");
    check_refused(&["-"], Some(b""), "empty");
    check_refused(&["no\u{1b}[31m\u{202e}such"], None, "no␛[31m⟪RLO⟫such");
}

#[test]
fn a_named_pipe_is_refused_without_waiting() {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pipe");
    let _ = fs::remove_file(&path);
    let made = Command::new("mkfifo").arg(&path).status().expect("mkfifo runs");
    assert!(made.success());
    check_refused(&[&path.display().to_string()], None, "named pipe");
}

#[test]
fn every_bad_option_is_refused_in_one_line() {
    check_refused(&["--colour"], None, "--help");
    check_refused(&["--measure", "3"], None, "20..=200");
    check_refused(&["--theme", "pink"], None, "dark, light, plain");
    check_refused(&["--date", "2022-02-30"], None, "not in the calendar");
    check_refused(&["--export", "docx"], None, "json");
}

#[test]
fn a_bad_companion_is_refused_with_line_and_column() {
    let text = file("article.txt", b"He came in May 1949.\n");
    let bad =
        b"schema = 1\n[[event]]\ndate = \"1949-13\"\nlabel = \"x\"\nanchor = { exact = \"x\" }\n";
    let companion = file("bad.toml", bad);
    check_refused(&["--companion", &companion, &text], None, "bad.toml:3:8: `1949-13`");
    check_refused(&["--companion", "no.toml", &text], None, "no.toml: there is no such file");
    check_refused(&["--check", &text], None, "no companion");
}

#[test]
fn an_encoding_is_found_out_or_named() {
    let text = file("koi8.txt", b"\xc1\xc2\xd7\n");
    let output = dateline(&["--encoding", "koi8-r", &text], None);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "абв\n");
    let wide: Vec<u8> = "\u{feff}A café.\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let output = dateline(&["-"], Some(&wide));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "A café.\n");
    check_refused(&["--encoding", "klingon", &text], None, "no such encoding");
}

#[test]
fn output_that_is_no_terminal_gets_the_text() {
    let output = dateline(&["-"], Some("A Title\r\n\r\nOne “line”.\r\n".as_bytes()));
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), "A Title\n\nOne “line”.\n");
}

#[test]
fn quotations_are_printed_with_their_source() {
    let text = "---\ntitle: A Harbor Town\nauthor: Anna Lee\ndate: 1950-03-04\nsource: The Quay\n---\n\n\
                “We walked,” said Ben Holt.\n\n“It froze,” said Mary Poe.\n";
    let arguments = ["--format", "markdown", "--export", "quotes", "--cite", "mla", "-"];
    let expected = "“We walked” (Ben Holt, qtd. in Lee, par. 1)\n\n“It froze” (Mary Poe, qtd. in Lee, \
                    par. 2)\n\nLee, Anna. “A Harbor Town.” The Quay, 4 Mar. 1950.\n";
    check_text(&arguments, text, expected);
    check_text(&["--export", "quotes", "-"], "Nobody spoke.\n", "");
}

#[test]
fn several_files_are_printed_one_after_the_other() {
    let (one, two) = (file("one.txt", b"The first.\n"), file("two.md", b"The *second*.\n"));
    check_text(&[&one, "-", &two], "The third.\n", "The first.\n\nThe third.\n\nThe second.\n");
    let markdown = ["--export", "markdown", &one, &two];
    check_text(&markdown, "", "The first.\n\nThe *second*.\n");
}

#[test]
fn of_several_files_those_that_open_are_printed_and_the_others_told() {
    let (one, two) = (file("there.txt", b"The first.\n"), file("also.txt", b"The second.\n"));
    let output = dateline(&[&one, "no/such/file.txt", &two], None);
    assert_eq!(String::from_utf8_lossy(&output.stdout), "The first.\n\nThe second.\n");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(errors.starts_with("dateline: no/such/file.txt: there is no such file"), "{errors}");
    assert_eq!((errors.matches('\n').count(), output.status.code()), (1, Some(2)));
    let output = dateline(&["no/one.txt", "no/two.txt"], None);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.stdout.is_empty());
    assert_eq!((errors.matches('\n').count(), output.status.code()), (2, Some(2)), "{errors}");
}

#[test]
fn several_files_are_exported_as_one_object_a_line() {
    let (one, two) = (file("a.txt", b"In May 1949.\n"), file("b.txt", "“No.”\n".as_bytes()));
    let both = dateline(&["--export", "jsonl", &one, &two], None);
    let alone = [&one, &two].map(|path| dateline(&["--export", "json", path], None).stdout);
    assert!(both.status.success());
    assert_eq!(both.stdout, alone.concat());
    let lines = String::from_utf8(both.stdout).expect("JSON is text");
    assert_eq!(lines.lines().count(), 2);
    for line in lines.lines() {
        assert!(line.starts_with("{\"schema\":1,") && line.ends_with('}'), "{line}");
    }
    check_refused(&["--export", "json", &one, &two], None, "use --export jsonl");
}

#[test]
fn what_is_for_one_file_is_refused_for_several() {
    check_refused(&["a", "b", "--companion", "c"], None, "--companion is for one file");
    check_refused(&["a", "b", "--export", "companion"], None, "for one file");
    check_refused(&["-", "-"], Some(b"A text.\n"), "only once");
}

#[test]
fn several_files_are_checked_and_each_line_names_its_file() {
    let anchored = |name: &str, exact: &str| {
        let path = file(&format!("{name}.txt"), b"He came in May 1949.\n");
        let event = format!(
            "schema = 1\n[[event]]\ndate = \"1949\"\nlabel = \"x\"\nanchor = {{ exact = \"{exact}\" }}\n"
        );
        let stem = path.strip_suffix(".txt").expect("the file has this name");
        fs::write(format!("{stem}.dateline.toml"), event).expect("it can be written");
        path
    };
    let (lost, found) = (anchored("lost", "June"), anchored("found", "May 1949"));
    let check = dateline(&["--check", &lost, &found], None);
    assert_eq!(check.status.code(), Some(1));
    let expected = format!(
        "{lost}: event “June”: not-found\n\
         {lost}: 0 events and 0 quotations anchored, 1 unresolved\n\
         {found}: 1 events and 0 quotations anchored, 0 unresolved\n"
    );
    assert_eq!(String::from_utf8_lossy(&check.stdout), expected);
    let bare = file("bare.txt", b"Nothing.\n");
    let check = dateline(&["--check", &bare, &found], None);
    assert_eq!(check.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&check.stderr).contains("no companion to check"));
    assert!(String::from_utf8_lossy(&check.stdout).starts_with(&found));
}

#[test]
fn a_companion_beside_the_file_is_used_and_checked() {
    let text = file("beside.txt", b"He came in May 1949, and left.\n");
    let stem = text.strip_suffix(".txt").expect("the file has this name");
    let companion = format!("{stem}.dateline.toml");
    let event =
        "[[event]]\ndate = \"1949-05\"\nlabel = \"He comes\"\nanchor = { exact = \"May 1949\" }\n";
    fs::write(&companion, format!("schema = 1\n{event}")).expect("a companion can be written");
    let json = dateline(&["--export", "json", &text], None);
    let json = String::from_utf8_lossy(&json.stdout).into_owned();
    assert!(json.contains("\"label\":\"He comes\"") && json.contains("\"curated\""), "{json}");
    assert_eq!(dateline(&["--check", &text], None).status.code(), Some(0));
    let lost = "[[event]]\ndate = \"1950\"\nlabel = \"x\"\nanchor = { exact = \"June 1950\" }\n";
    fs::write(&companion, format!("schema = 1\n{event}{lost}")).expect("it can be written");
    let check = dateline(&["--check", &text], None);
    assert_eq!(check.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&check.stdout).contains("event “June 1950”: not-found"));
}

#[test]
fn a_companion_written_from_a_text_reads_back() {
    let text =
        file("written.txt", "“We sail in May,” said Anna Berg. In 1950 she left.\n".as_bytes());
    let written = dateline(&["--export", "companion", &text], None).stdout;
    let companion = file("written.toml", &written);
    let check = dateline(&["--check", "--companion", &companion, &text], None);
    assert_eq!(check.status.code(), Some(0), "{}", String::from_utf8_lossy(&check.stdout));
    assert!(String::from_utf8_lossy(&written).contains("Anna Berg"));
}

#[test]
fn the_date_of_writing_is_taken_from_the_option() {
    let text = file("dated.txt", b"A line.\n");
    let json = dateline(&["--date", "2022-03-10", "--export", "json", &text], None);
    assert!(String::from_utf8_lossy(&json.stdout).contains("\"published\":\"2022-03-10\""));
    let json = dateline(&["--date", "10 March 2022", "--export", "json", &text], None);
    assert!(String::from_utf8_lossy(&json.stdout).contains("\"published\":\"2022-03-10\""));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let line =
        format!("'{}' assets/edition/chinas-russia-risk.md | true", env!("CARGO_BIN_EXE_dateline"));
    let script = format!("set -o pipefail; {line}");
    let output = Command::new("bash")
        .args(["-c", &script])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("a shell runs");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stderr.is_empty());
}

#[test]
fn help_and_version_are_told_on_stdout() {
    assert!(String::from_utf8_lossy(&dateline(&["-V"], None).stdout).starts_with("dateline 0."));
    let help = dateline(&["--help"], None);
    assert!(help.status.success());
    for option in
        ["--companion", "--date", "--export", "--check", "--measure", "--theme", "--ascii"]
    {
        assert!(String::from_utf8_lossy(&help.stdout).contains(option), "{option}");
    }
}

/// What is printed for `input` as plain text.
#[track_caller]
fn check_text(arguments: &[&str], input: &str, expected: &str) {
    let output = dateline(arguments, Some(input.as_bytes()));
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}

#[test]
fn a_format_is_told_by_its_signs_and_by_its_name_or_asked_for() {
    let markdown = "# The *Harbor*\n\nIt began in 1949. So.\n";
    check_text(&["-"], markdown, "The Harbor\n\nIt began in 1949. So.\n");
    check_text(&["-", "--format", "text"], markdown, markdown);
    check_text(&["-", "--format", "markdown"], "a *b*\n", "a b\n");
    check_text(&["-"], "a *b*\n", "a *b*\n");
    check_text(&[&file("stars.md", b"a *b*\n")], "", "a b\n");
}

#[test]
fn markdown_is_exported_as_it_came() {
    let fixture = include_str!("data/lighthouse.md");
    let output = dateline(&["-", "--export", "markdown"], Some(fixture.as_bytes()));
    let written = String::from_utf8(output.stdout).expect("Markdown is text");
    check_text(&["-", "--export", "markdown"], &written, &written);
    for line in ["| 1831 | Tower, 31 m | 11,870 | crown |", "- [ ] Find the second ledger"] {
        assert!(written.contains(line), "{line}");
    }
}
