//! Keeps the layers, the sizes and the module docs.

// clippy knows test functions, not what they call.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// Folder under `src`, and words that its files must not contain.
const FORBIDDEN: &[(&str, &[&str])] = &[
    (
        "document",
        &[
            "crate::import",
            "crate::extract",
            "crate::companion",
            "crate::export",
            "crate::layout",
            "crate::search",
            "crate::app",
            "crate::ui",
            "crate::shell",
            "ratatui",
            "crossterm",
            "std::fs",
            "std::env",
        ],
    ),
    (
        "import",
        &[
            "crate::extract",
            "crate::companion",
            "crate::export",
            "crate::layout",
            "crate::search",
            "crate::app",
            "crate::ui",
            "crate::shell",
            "ratatui",
            "crossterm",
            "std::fs",
            "std::env",
        ],
    ),
    (
        "extract",
        &[
            "crate::import",
            "crate::companion",
            "crate::export",
            "crate::layout",
            "crate::search",
            "crate::app",
            "crate::ui",
            "crate::shell",
            "ratatui",
            "crossterm",
            "std::fs",
            "std::env",
        ],
    ),
    (
        "companion",
        &[
            "crate::import",
            "crate::extract",
            "crate::export",
            "crate::layout",
            "crate::search",
            "crate::app",
            "crate::ui",
            "crate::shell",
            "ratatui",
            "crossterm",
            "std::fs",
            "std::env",
        ],
    ),
    (
        "export",
        &[
            "crate::import",
            "crate::extract",
            "crate::companion",
            "crate::layout",
            "crate::search",
            "crate::app",
            "crate::ui",
            "crate::shell",
            "ratatui",
            "crossterm",
            "std::fs",
            "std::env",
        ],
    ),
    (
        "layout",
        &[
            "crate::import",
            "crate::extract",
            "crate::companion",
            "crate::export",
            "crate::search",
            "crate::app",
            "crate::ui",
            "crate::shell",
            "ratatui",
            "crossterm",
            "std::fs",
            "std::env",
        ],
    ),
    (
        "search",
        &[
            "crate::import",
            "crate::extract",
            "crate::companion",
            "crate::export",
            "crate::layout",
            "crate::app",
            "crate::ui",
            "crate::shell",
            "ratatui",
            "crossterm",
            "std::fs",
            "std::env",
        ],
    ),
    (
        "app",
        &[
            "crate::import",
            "crate::companion",
            "crate::ui",
            "crate::shell",
            "ratatui",
            "crossterm",
            "std::fs",
            "std::env",
            "Instant::now",
            "SystemTime",
            "std::thread",
        ],
    ),
    (
        "ui",
        &[
            "crate::import",
            "crate::extract",
            "crate::companion",
            "crate::export",
            "crate::shell",
            "crossterm",
            "&mut App",
            "std::fs",
            "std::env",
        ],
    ),
];

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

#[test]
fn no_file_imports_from_a_layer_above_it() {
    let mut found = Vec::new();
    for (folder, words) in FORBIDDEN {
        for path in rust_files(&root().join("src").join(folder)) {
            // Tests beside the code may build their documents by any means.
            if path.file_name().is_some_and(|name| name != "tests.rs") {
                found.extend(lines_with(&path, words));
            }
        }
    }
    assert!(found.is_empty(), "above their layer:\n{}", found.join("\n"));
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
