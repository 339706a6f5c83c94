//! A long text in windows, since the parser keeps some fifty bytes for each sign of what it reads.
//!
//! A window ends where everything that was begun has ended: behind a blank line, before a line at
//! the margin that is no item of a list, outside of fenced code and of HTML. Where there is no such
//! line for long, it ends anyway. What a window needs of the others is known to all of them: the
//! definitions of links, and which footnotes there are.

use super::place::Signs;
use memchr::{memchr, memchr_iter, memmem, memrchr};
use pulldown_cmark::{BrokenLink, CowStr};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A window ends at the first line behind this where it may.
const USUAL_BYTES: usize = 256 << 10;

/// A window ends here, wherever that is.
const MOST_BYTES: usize = 512 << 10;

/// More definitions than this stand in no text that anybody wrote.
const MOST_DEFINITIONS: usize = 100_000;

/// How long the first window of a text is, of which more may come unless it `is_all`; `None` while
/// that is open, or nothing is left.
pub fn window(text: &str, is_all: bool) -> Option<usize> {
    // What a line that has not ended yet will be is open too, but for one that is too long.
    let is_sure = is_all || text.len() > MOST_BYTES;
    let text = if is_sure { text } else { &text[..memrchr(b'\n', text.as_bytes())? + 1] };
    let whole = (is_all && !text.is_empty()).then_some(text.len());
    if text.len() <= USUAL_BYTES {
        return whole;
    }
    let mut inside = Inside::default();
    let mut at = 0;
    let mut last_line = 0;
    let mut is_after_blank = false;
    while at < text.len().min(MOST_BYTES) {
        let length = memchr(b'\n', &text.as_bytes()[at..]).map_or(text.len() - at, |end| end + 1);
        let line = &text[at..at + length];
        if at > USUAL_BYTES && is_after_blank && inside.is_nothing() && begins_anew(line) {
            return Some(at);
        }
        inside.read(line);
        is_after_blank = line.trim_ascii().is_empty();
        last_line = at;
        at += length;
    }
    if at >= text.len() && text.len() <= MOST_BYTES {
        return whole;
    }
    // Between two lines, if they are not that long themselves.
    let line_end = Some(last_line).filter(|at| *at > USUAL_BYTES);
    Some(line_end.unwrap_or_else(|| text.floor_char_boundary(MOST_BYTES)))
}

/// Whether a line behind a blank one ends all that was open above it.
fn begins_anew(line: &str) -> bool {
    let first = line.as_bytes().first().copied().unwrap_or(b' ');
    first.is_ascii_alphabetic() || matches!(first, b'#' | b'"' | b'(' | b'|') || !first.is_ascii()
}

/// What the lines read so far have begun and not ended.
#[derive(Debug, Default)]
pub struct Inside {
    /// The sign of a fence, and how many there are.
    fence: Option<(u8, usize)>,
    /// The end of a block of HTML that blank lines do not end.
    html: Option<&'static str>,
}

impl Inside {
    /// Whether all that was begun has ended.
    pub fn is_nothing(&self) -> bool {
        self.fence.is_none() && self.html.is_none()
    }

    /// Reads the next line.
    pub fn read(&mut self, line: &str) {
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Definitions {
    links: HashMap<String, String>,
    notes: HashSet<String>,
    signs: Arc<Signs>,
    /// The end of what was read, since a definition may stand on two lines.
    rest: String,
}

impl Definitions {
    /// Takes the definitions in the next piece of a text.
    pub fn read(&mut self, text: &str) {
        let mut piece = std::mem::take(&mut self.rest);
        push_lines(&mut piece, text);
        // What ends with a line that holds no definition is read.
        let end = memrchr(b'\n', piece.as_bytes()).unwrap_or(0);
        let line = memrchr(b'\n', &piece.as_bytes()[..end]).map_or(0, |at| at + 1);
        self.rest = piece[line.max(piece.floor_char_boundary(piece.len().saturating_sub(8000)))..]
            .to_owned();
        self.add(&piece);
    }

    /// Adds the definitions that stand whole in `text`.
    fn add(&mut self, text: &str) {
        Arc::make_mut(&mut self.signs).read(text);
        for at in memmem::find_iter(text.as_bytes(), b"]:") {
            // A label has fewer than a thousand characters.
            let from = text.floor_char_boundary(at.saturating_sub(4000));
            let line_start = text[from..at].rfind('\n').map(|end| from + end + 1);
            let Some(line_start) = line_start.or((from == 0).then_some(0)) else { continue };
            let Some(label) = text[line_start..at].trim_start_matches(' ').strip_prefix('[') else {
                continue;
            };
            if self.links.len() + self.notes.len() >= MOST_DEFINITIONS {
                break;
            }
            match label.strip_prefix('^') {
                Some(label) => {
                    self.notes.insert(label.to_owned());
                }
                None => {
                    let target = text[at + 2..].trim_start_matches([' ', '\n']);
                    let line = target.lines().next().unwrap_or_default();
                    let target = match line.strip_prefix('<') {
                        Some(rest) => rest.split('>').next().unwrap_or_default(),
                        None => line.split_ascii_whitespace().next().unwrap_or_default(),
                    };
                    if !target.is_empty() {
                        self.links.entry(folded(label)).or_insert_with(|| target.to_owned());
                    }
                }
            }
        }
    }

    /// Whether nothing is defined.
    pub fn is_empty(&self) -> bool {
        self.links.is_empty() && self.notes.is_empty() && self.signs.is_empty()
    }

    /// Whether nothing is defined here that is not defined in `other` too.
    pub fn are_in(&self, other: &Self) -> bool {
        self.notes.is_subset(&other.notes)
            && self.signs.are_in(&other.signs)
            && self.links.iter().all(|(label, target)| other.links.get(label) == Some(target))
    }

    /// The signs of notes in a window.
    pub fn signs_in(&self, window: &str) -> Arc<Signs> {
        if !self.signs.is_empty() {
            return self.signs.clone();
        }
        let mut signs = Signs::default();
        signs.read(window);
        Arc::new(signs)
    }

    /// The target of a link that is not defined in its window.
    pub fn link<'a>(&'a self, link: &BrokenLink<'_>) -> Option<(CowStr<'a>, CowStr<'a>)> {
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

/// Appends the next piece of a text, with a line feed for each CR that ends a line alone: the parser
/// knows no other line ends, and offsets stay what they are.
pub fn push_lines(out: &mut String, text: &str) {
    // The CR at the end of the last piece may have been half of a line end.
    if out.ends_with('\r') && !text.is_empty() && !text.starts_with('\n') {
        out.pop();
        out.push('\n');
    }
    let mut written = 0;
    for at in memchr_iter(b'\r', text.as_bytes()) {
        if at + 1 < text.len() && text.as_bytes()[at + 1] != b'\n' {
            out.push_str(&text[written..at]);
            out.push('\n');
            written = at + 1;
        }
    }
    out.push_str(&text[written..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn windows(text: &str) -> Vec<&str> {
        let mut rest = text;
        let windows = std::iter::from_fn(|| {
            let (first, after) = rest.split_at(window(rest, true)?);
            rest = after;
            Some(first)
        });
        windows.collect()
    }

    /// The lengths of the windows of a text, in lines of it.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let windows = windows(text);
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
        assert_eq!(windows(&line).len(), 2);
    }
}
