//! Colons that begin what a term means, and others: the parser takes each at the beginning of a line
//! for one, whatever stands above it.

use std::ops::Range;

/// A longer line is no term.
const TERM_BYTES: usize = 120;

/// Code that is longer than this before a line, or goes on for more lines, is none.
const CODE_BYTES: usize = 2000;
const CODE_LINES: usize = 20;

/// The lines of a paragraph, in which the colons that define nothing are escaped.
pub fn marked(lines: &[&str], range: Range<usize>) -> String {
    let mut out = String::new();
    for at in range.clone() {
        let line = lines[at];
        if line.trim_start().starts_with(':') && is_in_code(&out, &lines[at..range.end]) {
            // A line end in code is a blank, and a backslash a sign of it.
            out.truncate(out.trim_end().len());
            out.push(' ');
            out.push_str(line.trim_start());
        } else if line.trim_start().starts_with(':') && !is_table_rule(line) && !defines(lines, at)
        {
            let (blanks, words) = line.split_at(line.len() - line.trim_start().len());
            out.push_str(blanks);
            out.push('\\');
            out.push_str(words);
        } else {
            out.push_str(line);
        }
    }
    out
}

/// Whether code that was begun in `before` ends in the lines behind it.
fn is_in_code(before: &str, behind: &[&str]) -> bool {
    let mut rest = &before[before.ceil_char_boundary(before.len().saturating_sub(CODE_BYTES))..];
    let behind = || -> String { behind.iter().take(CODE_LINES).copied().collect() };
    while let Some(at) = rest.find('`') {
        let is_escaped = (at - rest[..at].trim_end_matches('\\').len()) % 2 == 1;
        let n_signs = rest[at..].len() - rest[at..].trim_start_matches('`').len();
        let after = &rest[at + n_signs..];
        let n_signs = n_signs - usize::from(is_escaped);
        match end_of_code(after, n_signs).filter(|_| n_signs > 0) {
            Some(end) => rest = &after[end..],
            None if n_signs > 0 && end_of_code(&behind(), n_signs).is_some() => return true,
            None => rest = after,
        }
    }
    false
}

/// Where code ends that so many backticks have begun.
fn end_of_code(text: &str, n_signs: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let signs = &text[at + found..];
        let n_found = signs.len() - signs.trim_start_matches('`').len();
        at += found + n_found;
        if n_found == n_signs {
            return Some(at);
        }
    }
    None
}

/// Whether a line says what the term above it means: the term is one line, with a blank line between
/// at most, or is defined already by the lines before.
fn defines(lines: &[&str], at: usize) -> bool {
    if !is_definition(lines[at]) {
        return false;
    }
    let is_blank = |at: usize| lines[at].trim().is_empty();
    let Some(mut above) = at.checked_sub(1) else { return false };
    if is_blank(above) {
        let Some(next) = above.checked_sub(1) else { return false };
        above = next;
    }
    let words = lines[above].trim();
    if is_definition(lines[above]) || lines[above].starts_with("    ") {
        return true;
    }
    let is_first = above == 0 || is_blank(above - 1);
    is_first
        && !words.is_empty()
        && words.len() <= TERM_BYTES
        && !words.ends_with(['.', ':', ';', ',', '!'])
        && !words.starts_with(['|', '#', '>', '-', '*', '+', '<', ':'])
}

/// Whether a line is the rule under the head of a table: `:---|---:`.
fn is_table_rule(line: &str) -> bool {
    line.contains('-') && line.trim().chars().all(|c| matches!(c, '-' | ':' | '|' | ' ' | '\t'))
}

fn is_definition(line: &str) -> bool {
    let words = line.trim_start_matches(' ');
    line.len() - words.len() <= 3 && (words.starts_with(": ") || words.starts_with(":\t"))
}
