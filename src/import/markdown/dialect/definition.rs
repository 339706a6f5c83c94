//! Colons that begin what a term means, and others: the parser takes each at the beginning of a line
//! for one, whatever stands above it.

use std::ops::Range;

/// A longer line is no term.
const TERM_BYTES: usize = 120;

/// The lines of a paragraph, in which the colons that define nothing are escaped.
pub fn marked(lines: &[&str], range: Range<usize>) -> String {
    let mut out = String::new();
    for at in range {
        let line = lines[at];
        if line.trim_start().starts_with(':') && !is_table_rule(line) && !defines(lines, at) {
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
