//! The settings file: what is told of it on the command line, and what it changes on the screen.

// clippy knows test functions, not what they call.
#![allow(clippy::unwrap_used)]

mod common;

use common::pty::{Program, command};
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// A folder of this test's own with `dateline/config.toml` in it.
fn settings(name: &str, text: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("settings").join(name);
    fs::create_dir_all(folder.join("dateline")).unwrap();
    fs::write(folder.join("dateline/config.toml"), text).unwrap();
    folder
}

fn dateline(folder: &PathBuf, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .env("XDG_CONFIG_HOME", folder)
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The program, reading the edition with these settings.
fn reading(name: &str, text: &str) -> Program {
    let mut with_settings = command(&[]);
    with_settings.env("XDG_CONFIG_HOME", settings(name, text));
    Program::run(with_settings, 120, 36)
}

#[test]
fn what_is_printed_can_be_the_file() {
    let folder = settings("printed", "measure = 60\n[keys]\ntop = \"g g\"\n");
    let first = dateline(&folder, &["--print-config", "--print-keys"]);
    assert!(out(&first).contains("\nmeasure = 60\n"), "{}", out(&first));
    assert!(out(&first).contains("\ntop = [\"g g\"]"), "{}", out(&first));
    let again = dateline(&settings("reprinted", &out(&first)), &["--print-config", "--print-keys"]);
    let without_path = |text: String| text.lines().skip(2).collect::<Vec<_>>().join("\n");
    assert_eq!(without_path(out(&again)), without_path(out(&first)));
    assert_eq!(again.stderr, b"");
    assert!(again.status.success());
}

#[test]
fn the_man_page_shows_the_keys_in_force() {
    let folder = settings("man", "[keys]\ntop = \"g g\"\nzoom = []\n");
    let page = dateline(&folder, &["--generate", "man"]);
    let page = out(&page).replace("\\fB", "").replace("\\fR", "");
    let keys_of = |action: &str| {
        let line = page.lines().position(|line| line.ends_with(&format!("({action})"))).unwrap();
        page.lines().nth(line - 1).unwrap().to_owned()
    };
    assert_eq!(keys_of("top"), "gg");
    assert_eq!(keys_of("zoom"), "no key");
    assert_eq!(keys_of("timeline"), "t");
}

#[test]
fn everything_wrong_is_told_with_its_place() {
    let folder = settings("wrong", "mesure = 60\n[keys]\nnextmatch = \"n\"\n");
    let output = dateline(&folder, &["--print-config"]);
    assert_eq!(
        String::from_utf8(output.stderr.clone()).unwrap(),
        "dateline: config.toml:1:1: unknown setting `mesure`; did you mean `measure`?\n\
         dateline: config.toml:3:1: unknown action `nextmatch`; did you mean `next-match`?\n"
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(out(&output).contains("\nmeasure = 72\n"));
}

#[test]
fn a_file_that_was_asked_for_must_be_there() {
    let folder = settings("asked", "");
    let output = dateline(&folder, &["--config", "no/such.toml", "--print-config"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("dateline: cannot read the settings in no/such.toml: "), "{told}");
}

#[test]
fn an_option_counts_more_than_the_file() {
    let folder = settings("option", "measure = 60\ntheme = \"light\"\n");
    let output = dateline(&folder, &["--print-config", "--measure", "50"]);
    assert!(out(&output).contains("\nmeasure = 50\n"));
    assert!(out(&output).contains("\ntheme = \"light\"\n"));
}

#[test]
fn without_a_home_there_are_no_settings_and_no_error() {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["--print-config"])
        .env_remove("XDG_CONFIG_HOME")
        .env_remove("HOME")
        .output()
        .unwrap();
    assert!(output.status.success());
    assert_eq!(output.stderr, b"");
}

#[test]
fn keys_of_ones_own_do_what_the_help_says_then() {
    let mut program = reading("own-keys", "[keys]\nnext-event = [\"x\", \"g e\"]\ntop = \"g g\"\n");
    program.expect("x next event");
    program.send("x");
    program.expect("Timeline 1 of");
    program.send("ge");
    program.expect("Timeline 2 of");
    // The key that it had does nothing.
    program.send(".gg");
    program.expect("0%");
    program.send("?");
    program.expect("x ge");
    program.send("?q");
    assert!(program.finish().success());
}

#[test]
fn a_clash_is_told_and_reading_starts_with_the_usual_keys() {
    let mut program = reading("clash", "[keys]\ntop = \"x\"\nbottom = \"x\"\n");
    program.expect("config.toml:3:10: `x` is bound to `top` already");
    program.send(".");
    program.expect("Timeline 1 of");
    program.send("q");
    assert!(program.finish().success());
}

#[test]
fn a_document_sets_nothing() {
    let path = settings("document", "").join("evil.txt");
    fs::write(&path, "theme = \"plain\"\n[keys]\nquit = \"F12\"\n\nIn May 1949 he came.\n")
        .unwrap();
    fs::write(path.with_extension("dateline.toml"), "schema = 1\n").unwrap();
    fs::write(path.with_file_name("config.toml"), "[keys]\nquit = \"F12\"\n").unwrap();
    let mut program = Program::start(&[path.to_str().unwrap()]);
    program.expect("In May 1949");
    program.send("q");
    assert!(program.finish().success());
}

#[test]
fn panels_stand_from_the_columns_that_are_set() {
    let mut program = reading("layout", "[layout]\nquotes = \"never\"\n");
    program.expect("Timeline");
    program.expect("Quotes 8 s");
    program.send("q");
    assert!(program.finish().success());
}

#[test]
fn all_that_is_wrong_is_told_again_at_the_end() {
    let mut program = reading("at-the-end", "measure = 5000\n[keys]\nnextmatch = \"n\"\n");
    program.expect("config.toml:1:11");
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
    program.expect("config.toml:3:1: unknown action `nextmatch`");
}
