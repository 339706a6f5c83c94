//! Whether a text without a telling name is Markdown.

use super::front;

/// How much of a text is looked at.
const HEAD_BYTES: usize = 32 << 10;

/// Whether a text has the signs of Markdown, and more of them than a plain text has.
///
/// Metadata at its top is enough, and so is a heading in its first line. Else two different signs
/// are asked for, of those that hardly occur in prose.
pub fn is_likely(text: &str) -> bool {
    let head = &text[..text.floor_char_boundary(HEAD_BYTES)];
    if front::split(head).0.is_some() {
        return true;
    }
    let lines: Vec<&str> = head.lines().map(str::trim_end).collect();
    let is_blank = |at: usize| lines.get(at).is_none_or(|line| line.is_empty());
    let is_set_off = |at: usize| (at == 0 || is_blank(at - 1)) && is_blank(at + 1);
    let signs = lines.iter().enumerate().filter(|(_, line)| line.starts_with('#'));
    let (headings, comments): (Vec<_>, Vec<_>) =
        signs.partition(|(at, line)| is_heading(line) && is_set_off(*at));
    if !comments.is_empty() {
        return false;
    }
    let first = lines.iter().position(|line| !line.is_empty());
    if first.is_some() && first == headings.first().map(|(at, _)| *at) {
        return true;
    }
    let has = |is: fn(&str) -> bool| lines.iter().any(|line| is(line));
    let kinds = [
        !headings.is_empty(),
        has(has_link),
        has(is_fence),
        has(is_table_rule),
        has(has_strong),
        has(is_task),
    ];
    kinds.iter().filter(|kind| **kind).count() >= 2
}

fn is_heading(line: &str) -> bool {
    let words = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - words.len()))
        && words.starts_with(' ')
        && words.trim_start().starts_with(|c: char| c.is_alphanumeric() || "“\"*`[(".contains(c))
}

fn is_fence(line: &str) -> bool {
    line.starts_with("```") || line.starts_with("~~~")
}

/// A link in brackets whose target can be nothing else.
fn has_link(line: &str) -> bool {
    line.match_indices("](").any(|(at, _)| {
        let target = &line[at + 2..];
        ["http://", "https://", "#", "/", "./", "../", "mailto:"]
            .iter()
            .any(|start| target.starts_with(start))
    })
}

/// The line under the header of a table: `|---|:-:|`.
fn is_table_rule(line: &str) -> bool {
    line.contains('|')
        && line.contains("--")
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// Words between two pairs of stars.
fn has_strong(line: &str) -> bool {
    let mut parts = line.split("**");
    let _before = parts.next();
    parts.next().is_some_and(|words| {
        parts.next().is_some() && !words.is_empty() && words.trim() == words && !words.contains('*')
    })
}

fn is_task(line: &str) -> bool {
    ["- [ ] ", "- [x] ", "* [ ] ", "* [x] "].iter().any(|start| line.starts_with(start))
}
