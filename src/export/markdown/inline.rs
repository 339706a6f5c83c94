//! A line of a block with its marks, as Markdown.
//!
//! A mark is written where Markdown can read it: its sign must touch a word at the inside, and a
//! blank or a stop at the outside. Where it cannot, the words stay and the mark goes.

use super::escape::{Around, Setting, escape};
use crate::document::{Document, Mark, Span, TextRange, raised_number};
use std::collections::BTreeMap;

/// Writes lines of one document.
pub struct Inline<'a> {
    /// The document.
    pub document: &'a Document,
    /// The labels of the footnotes that are written, by their targets.
    pub notes: &'a BTreeMap<String, String>,
}

/// A mark that is open, and where it ends.
struct Open {
    end: usize,
    sign: String,
}

impl<'a> Inline<'a> {
    /// Appends the words of `line`, which lies in one block and is one line of it, to `out`.
    pub fn line(&self, line: TextRange, setting: Setting, out: &mut String) {
        let start = out.len();
        let spans = self.spans(line);
        let mut open: Vec<Open> = Vec::new();
        let mut at = line.start();
        let mut next = 0;
        loop {
            while open.last().is_some_and(|open| open.end <= at) {
                let closed = open.pop().map(|open| open.sign).unwrap_or_default();
                out.push_str(&closed);
            }
            if at >= line.end() {
                return;
            }
            while let Some(span) = spans.get(next).filter(|span| span.range.start() <= at) {
                next += 1;
                if span.range.start() < at {
                    continue;
                }
                if let Some(end) = self.whole(span, line, setting, out) {
                    at = end;
                    break;
                }
                open.extend(self.opened(span, line, &open, out));
            }
            let to = spans.get(next).map_or(line.end(), |span| span.range.start().max(at));
            let to = open.iter().map(|open| open.end).fold(to, usize::min).min(line.end());
            if to <= at {
                continue;
            }
            let is_link = open.iter().any(|open| open.sign.starts_with(']'));
            let setting =
                if is_link && setting == Setting::Words { Setting::Link } else { setting };
            // Signs that were just written are no end of a line, whatever stands before them.
            let before = match setting {
                Setting::Cell if at == line.start() => Some(' '),
                _ if out.len() == start => None,
                _ => self.before(at, line).or(Some('*')),
            };
            let after = self.after(to, line);
            escape(&self.document[TextRange::new(at, to)], Around { before, after }, setting, out);
            at = to;
        }
    }

    /// The spans on a line, as far as they lie on it, without the blanks at their ends.
    fn spans(&self, line: TextRange) -> Vec<Span<'a>> {
        let trimmed = |span: Span<'a>| {
            let range = span.range.intersect(line)?;
            let words = &self.document[range];
            let start = range.start() + (words.len() - words.trim_start().len());
            let end = range.start() + words.trim_end().len();
            (start < end).then(|| Span { range: TextRange::new(start, end), mark: span.mark })
        };
        let mut spans: Vec<Span<'a>> = self.document.spans_in(line).filter_map(trimmed).collect();
        spans.sort_by_key(|span| (span.range.start(), std::cmp::Reverse(span.range.end())));
        spans
    }

    /// Writes code, footnote references and bare links, whose words are not Markdown; where they
    /// end.
    fn whole(
        &self,
        span: &Span<'_>,
        line: TextRange,
        setting: Setting,
        out: &mut String,
    ) -> Option<usize> {
        let words = &self.document[span.range];
        match &span.mark {
            // The backticks of two pieces of code that touch would be one sign.
            Mark::Code if out.ends_with('`') => return None,
            // A table is parted at its bars before code is told apart.
            Mark::Code if setting == Setting::Cell => {
                out.push_str(&code(words).replace('|', "\\|"));
            }
            Mark::Code => out.push_str(&code(words)),
            Mark::Note(target) => {
                let label =
                    self.notes.get(&**target).filter(|label| raised_number(label) == words)?;
                out.push_str(&format!("[^{label}]"));
            }
            Mark::Link(target) if &**target == words && is_bare(target) => {
                out.push_str(&format!("<{target}>"));
            }
            _ => return None,
        }
        Some(span.range.end().min(line.end()))
    }

    /// Writes the sign that opens a mark, if Markdown can read it there.
    fn opened(
        &self,
        span: &Span<'_>,
        line: TextRange,
        open: &[Open],
        out: &mut String,
    ) -> Option<Open> {
        let end = span.range.end();
        // Marks nest; what would reach out of the one around it is left out.
        if open.last().is_some_and(|around| around.end < end) {
            return None;
        }
        let sign = match &span.mark {
            Mark::Emphasis => "*",
            Mark::Strong => "**",
            Mark::Strike => "~~",
            Mark::Link(target) => {
                if open.iter().any(|open| open.sign.starts_with(']')) {
                    return None;
                }
                out.push('[');
                return Some(Open { end, sign: format!("]({})", destination(target)) });
            }
            Mark::Note(_) | Mark::Code | Mark::Language(_) => return None,
        };
        let is_nested = open.iter().any(|open| open.sign == sign);
        // Two marks over the same words share their signs.
        let is_doubled = open.last().is_some_and(|around| around.end == end)
            && out.ends_with(['*', '~'])
            && self.before(span.range.start(), line) != out.chars().next_back();
        let is_free = |side: Option<char>| {
            side.is_none_or(|side| {
                side.is_whitespace() || side.is_ascii_punctuation() || "“”‘’—–…".contains(side)
            }) && !side.is_some_and(|side| "*_~`\\".contains(side))
        };
        let before = out.chars().next_back().filter(|_| span.range.start() > line.start());
        let is_set_off = is_doubled || is_free(before) && is_free(self.after(end, line));
        let is_set_off = is_set_off && !is_nested;
        is_set_off.then(|| {
            out.push_str(sign);
            Open { end, sign: sign.to_owned() }
        })
    }

    fn before(&self, at: usize, line: TextRange) -> Option<char> {
        self.document[TextRange::new(line.start(), at)].chars().next_back()
    }

    fn after(&self, at: usize, line: TextRange) -> Option<char> {
        self.document[TextRange::new(at, line.end())].chars().next()
    }
}

/// Code between as many backticks as it takes.
fn code(words: &str) -> String {
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let is_open = |side: Option<char>| matches!(side, Some('`' | ' '));
    let needs_room = is_open(words.chars().next()) || is_open(words.chars().next_back());
    let room = if needs_room { " " } else { "" };
    format!("{fence}{room}{words}{room}{fence}")
}

/// Whether a link can stand between angle brackets.
fn is_bare(target: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '\\' | '&' | '|');
    (target.starts_with("http://") || target.starts_with("https://"))
        && target.chars().all(is_plain)
}

/// Where a link leads, in angle brackets if it takes them.
fn destination(target: &str) -> String {
    let is_plain = |c: char| !c.is_control() && !c.is_whitespace() && !"()<>\\&|".contains(c);
    if !target.is_empty() && target.chars().all(is_plain) {
        return target.to_owned();
    }
    let mut out = String::from("<");
    for character in target.chars() {
        match character {
            '<' | '>' | '\\' | '&' | '|' => {
                out.push('\\');
                out.push(character);
            }
            character if character.is_control() => {
                for byte in character.to_string().bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
            character => out.push(character),
        }
    }
    out.push('>');
    out
}
