//! A long text in windows, since the parser keeps some fifty bytes for each sign of what it reads.
//!
//! A window ends where everything that was begun has ended: behind a blank line, before a line at
//! the margin that is no item of a list, outside of fenced code and of HTML. Where there is no such
//! line for long, it ends anyway. What a window needs of the others is known to all of them: the
//! definitions of links, and which footnotes there are.

use memchr::{memchr, memmem};
use pulldown_cmark::{BrokenLink, CowStr};
use std::collections::{HashMap, HashSet};

/// A window ends at the first line behind this where it may.
const USUAL_BYTES: usize = 256 << 10;

/// A window ends here, wherever that is.
const MOST_BYTES: usize = 2 << 20;

/// More definitions than this stand in no text that anybody wrote.
const MOST_DEFINITIONS: usize = 100_000;

/// The windows of a text, in order.
pub struct Windows<'a> {
    rest: &'a str,
}

impl<'a> Windows<'a> {
    /// The windows of `text`.
    pub fn new(text: &'a str) -> Self {
        Self { rest: text }
    }
}

impl<'a> Iterator for Windows<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        if self.rest.is_empty() {
            return None;
        }
        let (window, rest) = self.rest.split_at(end(self.rest));
        self.rest = rest;
        Some(window)
    }
}

/// How long the first window is.
fn end(text: &str) -> usize {
    if text.len() <= USUAL_BYTES {
        return text.len();
    }
    let mut inside = Inside::default();
    let mut at = 0;
    let mut last_line = 0;
    let mut is_after_blank = false;
    while at < text.len().min(MOST_BYTES) {
        let length = memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len() - at, |end| end + 1);
        let line = &text[at..at + length];
        if at > USUAL_BYTES && is_after_blank && inside.is_nothing() && begins_anew(line) {
            return at;
        }
        inside.read(line);
        is_after_blank = line.trim_ascii().is_empty();
        last_line = at;
        at += length;
    }
    if at >= text.len() && text.len() <= MOST_BYTES {
        return text.len();
    }
    // Between two lines, if they are not that long themselves.
    if last_line > USUAL_BYTES { last_line } else { text.floor_char_boundary(MOST_BYTES) }
}

/// Whether a line behind a blank one ends all that was open above it.
fn begins_anew(line: &str) -> bool {
    let first = line.as_bytes().first().copied().unwrap_or(b' ');
    first.is_ascii_alphabetic() || matches!(first, b'#' | b'"' | b'(' | b'|') || !first.is_ascii()
}

/// What the lines read so far have begun and not ended.
#[derive(Debug, Default)]
struct Inside {
    /// The sign of a fence, and how many there are.
    fence: Option<(u8, usize)>,
    /// The end of a block of HTML that blank lines do not end.
    html: Option<&'static str>,
}

impl Inside {
    fn is_nothing(&self) -> bool {
        self.fence.is_none() && self.html.is_none()
    }

    fn read(&mut self, line: &str) {
        if let Some(end) = self.html {
            if contains(line, end) {
                self.html = None;
            }
            return;
        }
        let words = line.trim_start_matches(' ');
        if line.len() - words.len() > 3 {
            return;
        }
        match words.as_bytes().first() {
            Some(sign @ (b'`' | b'~')) => self.read_fence(words, *sign),
            Some(b'<') if self.fence.is_none() => self.html = opened_html(words),
            _ => {}
        }
    }

    fn read_fence(&mut self, words: &str, sign: u8) {
        let n_signs = words.bytes().take_while(|byte| *byte == sign).count();
        match self.fence {
            Some((open, n_open)) => {
                let is_bare = words[n_signs..].trim_ascii().is_empty();
                if sign == open && n_signs >= n_open && is_bare {
                    self.fence = None;
                }
            }
            None if n_signs >= 3 && !(sign == b'`' && words[n_signs..].contains('`')) => {
                self.fence = Some((sign, n_signs));
            }
            None => {}
        }
    }
}

/// The end of the HTML that a line begins, if that may lie behind a blank line.
fn opened_html(words: &str) -> Option<&'static str> {
    const ENDS: [(&str, &str); 8] = [
        ("<!--", "-->"),
        ("<?", "?>"),
        ("<![CDATA[", "]]>"),
        ("<!", ">"),
        ("<script", "</script>"),
        ("<pre", "</pre>"),
        ("<style", "</style>"),
        ("<textarea", "</textarea>"),
    ];
    let begins = |start: &str| {
        words.get(..start.len()).is_some_and(|words| words.eq_ignore_ascii_case(start))
    };
    let (start, end) = ENDS.into_iter().find(|(start, _)| begins(start))?;
    (!contains(&words[start.len()..], end)).then_some(end)
}

fn contains(line: &str, end: &str) -> bool {
    line.as_bytes().windows(end.len()).any(|part| part.eq_ignore_ascii_case(end.as_bytes()))
}

/// What is defined anywhere in a text, for windows that only refer to it.
#[derive(Debug, Default)]
pub struct Definitions<'a> {
    links: HashMap<String, &'a str>,
    notes: HashSet<&'a str>,
}

impl<'a> Definitions<'a> {
    /// The definitions of a text; none of one that is a single window.
    pub fn of(text: &'a str) -> Self {
        let mut found = Self::default();
        if text.len() <= USUAL_BYTES {
            return found;
        }
        for at in memmem::find_iter(text.as_bytes(), b"]:") {
            // A label has fewer than a thousand characters.
            let from = text.floor_char_boundary(at.saturating_sub(4000));
            let line_start = text[from..at].rfind('\n').map(|end| from + end + 1);
            let Some(line_start) = line_start.or((from == 0).then_some(0)) else { continue };
            let Some(label) = text[line_start..at].trim_start_matches(' ').strip_prefix('[') else {
                continue;
            };
            if found.n() >= MOST_DEFINITIONS {
                break;
            }
            match label.strip_prefix('^') {
                Some(label) => {
                    found.notes.insert(label);
                }
                None => {
                    let target = text[at + 2..].trim_start_matches([' ', '\n']);
                    let line = target.lines().next().unwrap_or_default();
                    let target = match line.strip_prefix('<') {
                        Some(rest) => rest.split('>').next().unwrap_or_default(),
                        None => line.split_ascii_whitespace().next().unwrap_or_default(),
                    };
                    found.links.entry(folded(label)).or_insert(target);
                }
            }
        }
        found
    }

    fn n(&self) -> usize {
        self.links.len() + self.notes.len()
    }

    /// The target of a link that is not defined in its window.
    pub fn link(&self, link: &BrokenLink<'_>) -> Option<(CowStr<'a>, CowStr<'a>)> {
        let target = self.links.get(&folded(&link.reference))?;
        Some((CowStr::Borrowed(target), CowStr::Borrowed("")))
    }

    /// Definitions of the footnotes that `window` refers to and does not have, to be read behind
    /// it: without one, the parser takes a reference for plain words.
    pub fn missing_notes(&self, window: &str) -> String {
        let mut missing = String::new();
        if self.notes.is_empty() {
            return missing;
        }
        let mut seen = HashSet::new();
        for at in memmem::find_iter(window.as_bytes(), b"[^") {
            let near = &window[at + 2..window.floor_char_boundary(at + 1000)];
            let Some(label) = near.split(']').next().filter(|label| label.len() < near.len())
            else {
                continue;
            };
            if self.notes.contains(label) && seen.insert(label) {
                missing.push_str(&format!("\n\n[^{label}]: x\n"));
            }
        }
        missing
    }
}

/// A label as labels are compared: in lower case, with one blank where there are several.
fn folded(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lengths of the windows of a text, in lines of it.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let windows: Vec<&str> = Windows::new(text).collect();
        assert_eq!(windows.concat(), text);
        assert!(windows.iter().all(|window| window.len() <= MOST_BYTES));
        let starts: Vec<&str> =
            windows.iter().map(|window| window.lines().next().unwrap_or_default()).collect();
        assert_eq!(starts.join("|"), expected);
    }

    #[test]
    fn a_window_ends_where_nothing_is_open() {
        let filler = "words and words\n".repeat(USUAL_BYTES / 16 + 1);
        check("one\n\ntwo\n", "one");
        check(&format!("one\n{filler}\n- item\n\n  more\n\ntwo\n"), "one|two");
        check(&format!("```\n{filler}\nno\n```\n\ntwo\n"), "```|two");
        check(&format!("<!-- a\n{filler}\nno\n-->\n\ntwo\n"), "<!-- a|two");
    }

    #[test]
    fn a_window_that_never_ends_is_cut_between_lines_or_within_one() {
        let list = "- item\n".repeat(MOST_BYTES / 7 + 9);
        check(&list, "- item|- item");
        let line = "é".repeat(MOST_BYTES / 2 + 9);
        assert_eq!(Windows::new(&line).count(), 2);
    }
}
