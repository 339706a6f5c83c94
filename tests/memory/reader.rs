//! A reader's files, and the program that reads them.

use crate::common::pty::{Program, command};
use portable_pty::CommandBuilder;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file of 90 paragraphs, of this test's own.
pub fn article(name: &str, change: impl Fn(u32) -> String) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("memory");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    write(&path, change);
    path
}

pub fn write(path: &Path, change: impl Fn(u32) -> String) {
    fs::write(path, (1..=90).map(change).collect::<String>()).unwrap();
}

pub fn paragraph(n: u32) -> String {
    let year = 1900 + n;
    format!(
        "Paragraph {n} tells what came of the year {year} in the harbor of {n} ships. “We saw {n} \
         of them leave,” said Anna Berg, and nobody saw them again.\n\n"
    )
}

pub fn reads(state: &Path, arguments: &[&str]) -> CommandBuilder {
    let mut command = command(arguments);
    command.env("XDG_STATE_HOME", state);
    command
}

pub fn start(state: &Path, path: &Path) -> Program {
    Program::run(reads(state, &["--theme", "dark", path.to_str().unwrap()]), 100, 30)
}

pub fn quit(mut program: Program) {
    program.send("q");
    assert!(program.finish().success());
    program.assert_restored();
}

pub fn records(state: &Path) -> Vec<PathBuf> {
    let folder = state.join("dateline/documents");
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let all = entries.map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|ending| ending == "json")).collect()
}

/// The screen without the blanks at the ends of its lines.
pub fn screen(program: &Program) -> String {
    let contents = program.screen().contents();
    contents.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

pub fn top_line(program: &Program) -> String {
    let contents = program.screen().contents();
    contents.lines().nth(2).unwrap_or_default().trim().to_owned()
}

/// What `--export` prints of a file.
pub fn exported(state: &Path, path: &Path, format: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["--export", format])
        .arg(path)
        .env("XDG_STATE_HOME", state)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

pub fn has_sign(screen: &vt100::Screen, sign: char) -> bool {
    screen.contents().contains(sign)
}

/// Whether the row that has `words` has them underlined.
pub fn is_underlined(screen: &vt100::Screen, words: &str) -> bool {
    let (rows, columns) = screen.size();
    (0..rows.get()).any(|row| {
        let cell = |column: u16| screen.cell(row, column);
        let marked = (0..columns.get()).filter_map(cell).filter(|cell| cell.underline());
        marked.map(|cell| cell.contents().to_owned()).collect::<String>().contains(words)
    })
}
