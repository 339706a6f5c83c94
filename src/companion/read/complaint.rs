//! What is wrong with a companion, in one line that knows its place.

use super::super::CompanionError;
use crate::document::clean_into;
use std::ops::Range;

/// Longer messages are cut: a line of the status bar or the shell has to hold them.
pub(super) const MESSAGE_CHARACTERS: usize = 240;

/// An error of the parser, in the words of this program.
pub(super) fn located(text: &str, error: &toml::de::Error) -> CompanionError {
    let span = error.span().unwrap_or(0..0);
    error_at(text, span.start, &plain(error.message(), text, span))
}

/// The error at a byte of the file.
pub(super) fn error_at(text: &str, at: usize, message: &str) -> CompanionError {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    CompanionError {
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
        message: one_line(message),
    }
}

/// The parser's message in the words of this program: what is wrong, then what to do.
fn plain(message: &str, text: &str, span: Range<usize>) -> String {
    if let Some((key, known)) =
        message.strip_prefix("unknown field `").and_then(|rest| rest.rsplit_once("`, expected "))
    {
        let known = known.trim_start_matches("one of ");
        return format!("unknown key `{key}`; known here: {known}");
    }
    if let Some(key) = message.strip_prefix("missing field ") {
        return format!("{key} is missing here; add it");
    }
    if let Some((found, expected)) =
        message.strip_prefix("invalid type: ").and_then(|rest| rest.rsplit_once(", expected "))
    {
        let is_header = text.get(span).is_some_and(|source| source.starts_with('['));
        return match (found, expected) {
            ("map", "a sequence") if is_header => {
                "one of a list has two brackets; write `[[…]]`".to_owned()
            }
            _ => format!("expected {}, not {}", named(expected), named(found)),
        };
    }
    if message == "duplicate key" {
        return "this key is there twice; remove one".to_owned();
    }
    message.to_owned()
}

/// What TOML calls a kind of value that serde has another word for.
fn named(kind: &str) -> &str {
    match kind {
        "map" => "a table",
        "sequence" | "a sequence" => "a list",
        _ => kind,
    }
}

fn one_line(message: &str) -> String {
    let mut clean = String::new();
    clean_into(&message.replace(['\n', '\r', '\t'], " "), &mut clean);
    match clean.char_indices().nth(MESSAGE_CHARACTERS) {
        Some((cut, _)) => clean[..cut].to_owned() + "…",
        None => clean,
    }
}
