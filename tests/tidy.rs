//! Keeps the layers, the sizes and the module docs.

// clippy knows test functions, not what they call.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// Folder under `src`, the folders that its files may import, and words that they must not contain.
const LAYERS: &[(&str, &[&str], &[&str])] = &[
    ("document", &[], WORLD),
    ("import", &["document"], WORLD),
    ("extract", &["document"], WORLD_BUT_THREADS),
    ("companion", &["document"], WORLD),
    ("export", &["document"], WORLD),
    ("layout", &["document"], WORLD),
    ("record", &["document"], WORLD),
    ("search", &["document"], WORLD),
    ("app", &["document", "export", "extract", "layout", "record", "search"], WORLD),
    ("ui", &["app", "document", "layout"], &["crossterm", "std::fs", "std::env", "&mut App"]),
];

/// What only the shell may touch.
const WORLD: &[&str] =
    &["ratatui::", "crossterm", "std::fs", "std::env", "std::thread", "Instant::now", "SystemTime"];

/// Extraction is spread over the cores; what it finds does not depend on how many there are.
const WORLD_BUT_THREADS: &[&str] =
    &["ratatui", "crossterm", "std::fs", "std::env", "Instant::now", "SystemTime"];

/// The only file that writes cells.
const CANVAS: &str = "src/ui/canvas.rs";
/// How cells are written.
const CELL_WRITERS: &[&str] =
    &["set_string", "set_symbol", "set_span", "set_line", "set_char", "Paragraph::"];

/// Lines of a source file, tests included.
const MOST_LINES: usize = 600;
/// Lines of the program itself.
const MOST_MAIN_LINES: usize = 40;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Every line of a file that holds one of `words`, as `path:line: word`.
fn lines_with(path: &Path, words: &[&str]) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let shown = path.strip_prefix(root()).unwrap().display().to_string();
    let mut found = Vec::new();
    for (line, number) in text.lines().zip(1..) {
        for word in words.iter().filter(|word| line.contains(**word)) {
            found.push(format!("{shown}:{number}: {word}"));
        }
    }
    found
}

/// Every folder of the crate that a file names and may not import.
fn imports_beside(path: &Path, folder: &str, allowed: &[&str]) -> Vec<String> {
    let is_other = |name: &&&str| **name != folder && !allowed.contains(*name);
    let others: Vec<String> = LAYERS
        .iter()
        .map(|(name, _, _)| name)
        .chain([&"shell"])
        .filter(is_other)
        .map(|name| format!("crate::{name}"))
        .collect();
    lines_with(path, &others.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn no_file_imports_from_a_layer_above_it() {
    let mut found = Vec::new();
    for (folder, allowed, words) in LAYERS {
        for path in rust_files(&root().join("src").join(folder)) {
            // Tests beside the code may build their documents by any means.
            if path.file_name().is_some_and(|name| name != "tests.rs") {
                found.extend(imports_beside(&path, folder, allowed));
                // Imports of several folders in one line would not be seen above.
                found.extend(lines_with(&path, &["use crate::{"]));
                found.extend(lines_with(&path, words));
            }
        }
    }
    assert!(found.is_empty(), "above their layer:\n{}", found.join("\n"));
}

#[test]
fn an_import_from_above_is_found() {
    let path = root().join("src/ui/mod.rs");
    assert!(imports_beside(&path, "layout", &[]).iter().any(|line| line.contains("crate::app")));
}

#[test]
fn cells_are_written_in_one_place() {
    let mut found = Vec::new();
    for path in rust_files(&root().join("src/ui")) {
        if !path.ends_with(CANVAS) && path != root().join(CANVAS) {
            found.extend(lines_with(&path, CELL_WRITERS));
        }
    }
    assert!(found.is_empty(), "cells written beside the canvas:\n{}", found.join("\n"));
}

#[test]
fn every_module_says_what_it_is_and_none_is_too_long() {
    let mut found = Vec::new();
    for path in rust_files(&root().join("src")) {
        let text = fs::read_to_string(&path).unwrap();
        let shown = path.strip_prefix(root()).unwrap().display();
        let is_tests = path.file_name().is_some_and(|name| name == "tests.rs");
        if !text.starts_with("//!") && !is_tests {
            found.push(format!("{shown}: no module doc"));
        }
        let n_lines = text.lines().count();
        let most = if path.ends_with("src/main.rs") { MOST_MAIN_LINES } else { MOST_LINES };
        if n_lines > most {
            found.push(format!("{shown}: {n_lines} lines, at most {most}"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn nothing_is_left_for_later_in_the_source() {
    let words = ["TODO", "FIXME", "todo!(", "unimplemented!(", "dbg!("];
    let found: Vec<String> =
        rust_files(&root().join("src")).iter().flat_map(|path| lines_with(path, &words)).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
