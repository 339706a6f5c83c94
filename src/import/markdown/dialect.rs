//! What other programs than GitHub's write, as the Markdown that the parser knows.
//!
//! Boxes between colons (Pandoc, Docusaurus) and under exclamation marks (MkDocs) become block
//! quotations with a title, line blocks become broken lines, notes among words become footnotes, and
//! comments of Obsidian are left out. What only looks like one of these, such as a box that is never
//! closed, stays as it is, and so do code and HTML.

mod definition;
mod inline;

use super::window::Inside;
use memchr::memmem;
use std::borrow::Cow;

/// Boxes in boxes; what lies deeper stays as it is.
const MOST_DEPTH: usize = 8;

/// After so many boxes that are never closed, no other is looked for.
const MOST_OPEN: usize = 8;

/// The text as the parser knows it. `n_notes` counts the notes among words, in all windows.
pub fn rewritten<'a>(text: &'a str, n_notes: &mut usize) -> Cow<'a, str> {
    let signs = ["\n:", ":::", "!!!", "???", "%%", "\n| ", "^", "==", "~"];
    let has_signs = |sign: &&str| memmem::find(text.as_bytes(), sign.as_bytes()).is_some();
    if !signs.iter().any(has_signs) && !text.starts_with("| ") {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let out = String::with_capacity(text.len());
    let mut rewriter = Rewriter { out, notes: String::new(), n_notes, n_open: 0 };
    rewriter.blocks(&lines, &mut Vec::new());
    let Rewriter { mut out, notes, .. } = rewriter;
    if !notes.is_empty() {
        out.push_str("\n\n");
        out.push_str(&notes);
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

struct Rewriter<'a> {
    out: String,
    /// The definitions of the notes among words.
    notes: String,
    n_notes: &'a mut usize,
    /// How many boxes were begun and never closed.
    n_open: usize,
}

/// A box and what it holds.
struct Boxed<'a> {
    /// Its first line in a block quotation; none if it has no looks of its own.
    title: Option<String>,
    lines: Vec<&'a str>,
    /// How many lines it takes.
    n_lines: usize,
}

impl Rewriter<'_> {
    /// Rewrites lines that stand in block quotations, as many as `prefix` has signs.
    fn blocks(&mut self, lines: &[&str], prefix: &mut Vec<&'static str>) {
        let mut inside = Inside::default();
        let mut at = 0;
        while at < lines.len() {
            let was_inside = !inside.is_nothing();
            inside.read(without_containers(lines[at]));
            if was_inside || !inside.is_nothing() {
                self.line(lines[at], prefix);
                at += 1;
                continue;
            }
            let rest = &lines[at..];
            let boxed = if prefix.len() < MOST_DEPTH { self.box_of(rest) } else { None };
            if let Some(boxed) = boxed {
                at += boxed.n_lines;
                self.boxed(&boxed, prefix);
            } else if let Some(n_lines) = comment(rest) {
                at += n_lines;
            } else if let Some((verse, n_lines)) = line_block(rest) {
                at += n_lines;
                verse.split_inclusive('\n').for_each(|line| self.line(line, prefix));
            } else if rest[0].trim().is_empty() {
                self.line(rest[0], prefix);
                at += 1;
            } else {
                let end = at + running(rest);
                let is_verbatim = rest[0].starts_with('<') || indent(rest[0]) >= 4;
                if is_verbatim {
                    lines[at..end].iter().for_each(|line| self.line(line, prefix));
                } else {
                    self.words(&definition::marked(lines, at..end), prefix);
                }
                at = end;
            }
        }
    }

    fn box_of<'l>(&mut self, lines: &[&'l str]) -> Option<Boxed<'l>> {
        let begins = lines.first()?.starts_with(":::");
        if begins && self.n_open < MOST_OPEN {
            let boxed = div(lines);
            self.n_open += usize::from(boxed.is_none());
            return boxed;
        }
        admonition(lines)
    }

    fn line(&mut self, line: &str, prefix: &[&str]) {
        self.out.extend(prefix.iter().copied());
        self.out.push_str(line);
    }

    fn boxed(&mut self, boxed: &Boxed<'_>, prefix: &mut Vec<&'static str>) {
        // What stands around it are other blocks.
        self.line("\n", prefix);
        if let Some(title) = &boxed.title {
            prefix.push("> ");
            self.line(title, prefix);
        }
        self.blocks(&boxed.lines, prefix);
        if boxed.title.is_some() {
            prefix.pop();
        }
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
        self.line("\n", prefix);
    }

    fn words(&mut self, words: &str, prefix: &[&str]) {
        let words = inline::rewritten(words, |note| {
            *self.n_notes += 1;
            let label = format!("[^inline-note-{}]", self.n_notes);
            let note: Vec<&str> = note.split_whitespace().collect();
            self.notes.push_str(&format!("{label}: {}\n\n", note.join(" ")));
            label
        });
        words.split_inclusive('\n').for_each(|line| self.line(line, prefix));
    }
}

/// A line without the signs of the quotations and items that it may stand in.
fn without_containers(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '>', '-', '*', '+'])
}

/// How many of these lines are read as one: up to the next blank one, or one that begins code or a
/// box.
fn running(lines: &[&str]) -> usize {
    let ends = |line: &&str| {
        let words = without_containers(line);
        line.trim().is_empty()
            || ["```", "~~~", ":::", "!!!", "???", "%%", "<"]
                .iter()
                .any(|sign| words.starts_with(sign))
    };
    lines.iter().skip(1).position(ends).map_or(lines.len(), |at| at + 1)
}

/// The columns that a line is set in.
fn indent(line: &str) -> usize {
    line.bytes()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .map(|byte| if byte == b'\t' { 4 } else { 1 })
        .sum()
}

/// A box between lines that begin with colons: `::: {.note}`, `:::tip A title`.
fn div<'a>(lines: &[&'a str]) -> Option<Boxed<'a>> {
    let words = lines.first()?.strip_prefix(":::")?.trim_start_matches(':').trim();
    if words.is_empty() || indent(lines[0]) > 3 {
        return None;
    }
    let mut depth = 0;
    let is_end = |line: &&str| {
        if let Some(rest) = line.strip_prefix(":::") {
            let is_bare = rest.trim_start_matches(':').trim().is_empty();
            depth = if is_bare { depth - 1 } else { depth + 1 };
        }
        depth == 0
    };
    let end = lines.iter().position(is_end)?;
    let (name, title) = match words.strip_prefix('{') {
        Some(attributes) => {
            let class = attributes.split([' ', '}']).find_map(|word| word.strip_prefix('.'));
            let title =
                attributes.split_once("title=\"").and_then(|(_, rest)| rest.split('"').next());
            (class.unwrap_or(""), title.unwrap_or(""))
        }
        None => {
            let (name, title) = words.split_once(' ').unwrap_or((words, ""));
            let title = title.trim().trim_end_matches(':');
            (name, title.split('{').next().unwrap_or(title))
        }
    };
    let name = name.trim_start_matches("callout-");
    let is_box = is_kind(name) || !title.is_empty();
    let title = is_box.then(|| title_line(name, title.trim()));
    Some(Boxed { title, lines: lines[1..end].to_vec(), n_lines: end + 1 })
}

/// A box of which the lines are set in: `!!! note "A title"`, `??? tip`.
fn admonition<'a>(lines: &[&'a str]) -> Option<Boxed<'a>> {
    let first = lines.first()?;
    let words = first.strip_prefix("!!!").or_else(|| {
        let rest = first.strip_prefix("???")?;
        Some(rest.strip_prefix('+').unwrap_or(rest))
    })?;
    let (name, title) = match words.strip_prefix(' ')?.trim().split_once('"') {
        Some((name, title)) => (name, title.strip_suffix('"')?),
        None => (words.trim(), ""),
    };
    let name = name.split_whitespace().next()?;
    let is_name = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let is_body = |line: &&&str| line.trim().is_empty() || indent(line) >= 4;
    let n_body = lines[1..].iter().take_while(is_body).count();
    let body = &lines[1..=n_body];
    let n_body = body.iter().rposition(|line| !line.trim().is_empty())? + 1;
    let set_out = |line: &&'a str| {
        let n_blanks = line.bytes().take(4).take_while(|byte| *byte == b' ').count();
        line.strip_prefix('\t').unwrap_or(&line[n_blanks..])
    };
    let lines = body[..n_body].iter().map(set_out).collect();
    is_name.then(|| Boxed { title: Some(title_line(name, title)), lines, n_lines: n_body + 1 })
}

/// The first line of a block quotation that is a box.
fn title_line(name: &str, title: &str) -> String {
    let is_name =
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let name = if is_name && name.starts_with(char::is_alphabetic) { name } else { "note" };
    format!("[!{name}] {title}\n>\n")
}

/// Whether a box with this name looks like one wherever it is shown.
fn is_kind(name: &str) -> bool {
    const KINDS: [&str; 18] = [
        "note",
        "tip",
        "info",
        "warning",
        "danger",
        "caution",
        "important",
        "details",
        "success",
        "question",
        "failure",
        "bug",
        "example",
        "quote",
        "abstract",
        "summary",
        "hint",
        "attention",
    ];
    KINDS.iter().any(|kind| name.eq_ignore_ascii_case(kind))
}

/// How many lines a comment takes that begins at the first one and ends at the end of another.
fn comment(lines: &[&str]) -> Option<usize> {
    let first = lines.first()?.strip_prefix("%%")?;
    let rest = [first].into_iter().chain(lines[1..].iter().copied());
    for (index, line) in rest.enumerate() {
        if let Some(at) = line.find("%%") {
            return line[at + 2..].trim().is_empty().then_some(index + 1);
        }
    }
    None
}

/// Lines that begin with a bar each, as the broken lines of a paragraph, and how many there are.
fn line_block(lines: &[&str]) -> Option<(String, usize)> {
    let words = |line: &&str| -> Option<String> {
        let words = line.trim_end().strip_prefix('|')?;
        let is_line = (words.is_empty() || words.starts_with(' ')) && !words.contains('|');
        let words = words.strip_prefix(' ').unwrap_or(words);
        let kept = words.trim_start();
        is_line.then(|| "\u{a0}".repeat(words.len() - kept.len()) + kept)
    };
    let found: Vec<String> = lines.iter().map_while(words).collect();
    let next = lines.get(found.len()).map_or("", |line| line.trim());
    let n_words = found.iter().filter(|line| !line.is_empty()).count();
    if n_words < 2 || !next.is_empty() || found.iter().any(|line| is_rule(line)) {
        return None;
    }
    let n_first = found.iter().position(|line| !line.is_empty())?;
    let mut verse = String::new();
    for (index, line) in found[n_first..].iter().enumerate() {
        match (index, line.is_empty()) {
            (0, _) => {}
            // An empty line would end the paragraph.
            (_, true) => verse.push_str("<br>"),
            _ => verse.push_str("\\\n"),
        }
        verse.push_str(line);
    }
    Some((verse + "\n", found.len()))
}

/// Whether a line stands under the head of a table.
fn is_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '-' | ':' | '+' | ' '))
}
