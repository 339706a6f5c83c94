//! A source in prose: plain text, or Markdown.
//!
//! Who, in whose article, where, when, and which paragraph. What is not known is left out with its
//! comma.

use super::Passage;
use super::words::nested;
use crate::document::{CleanText, Meta};

/// What the text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// Nothing.
    Plain,
    /// Markdown: a block quotation and a line for the source.
    Markdown,
}

/// The quoted words with their source.
pub fn cited(meta: &Meta, passage: &Passage<'_>, quoted: &[String], markup: Markup) -> String {
    let source = source(meta, passage, markup);
    let source = if source.is_empty() { String::new() } else { format!("— {source}") };
    match markup {
        Markup::Plain => plain(passage, quoted, source),
        Markup::Markdown => markdown(passage, quoted, source),
    }
}

fn plain(passage: &Passage<'_>, quoted: &[String], source: String) -> String {
    let mut cited = vec![quoted.join("\n\n"), source];
    cited.retain(|part| !part.is_empty());
    let lines = passage.heading.iter().cloned().chain([cited.join(" ")]);
    lines.collect::<Vec<_>>().join("\n")
}

fn markdown(passage: &Passage<'_>, quoted: &[String], source: String) -> String {
    let quoted = quoted.iter().map(|words| {
        let lines: Vec<_> = words.lines().map(|line| format!("> {}", escaped(line))).collect();
        // A backslash at its end keeps a line of verse a line.
        lines.join("\\\n")
    });
    let heading = passage.heading.as_deref().map_or_else(String::new, escaped);
    let mut parts = vec![heading, quoted.collect::<Vec<_>>().join("\n>\n"), source];
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

/// The source, its known parts joined by commas; empty if nothing is known.
fn source(meta: &Meta, passage: &Passage<'_>, markup: Markup) -> String {
    let mut parts = Vec::new();
    if let Some(speaker) = passage.speaker {
        parts.push(shown(&speaker.name, markup));
        parts.extend(speaker.description.as_ref().map(|words| shown(words, markup)));
    }
    let work = work(meta, markup);
    match (parts.is_empty(), work.is_empty()) {
        (_, true) => {}
        (true, false) => parts.push(work),
        (false, false) => parts.push(format!("in {work}")),
    }
    parts.extend(meta.published.map(|published| published.words()));
    parts.extend(passage.paragraph.as_ref().map(|number| {
        let sign = if number.contains('–') { "¶¶" } else { "¶" };
        format!("{sign} {number}")
    }));
    let is_linked = markup == Markup::Markdown && link(meta).is_some() && meta.title.is_some();
    parts.extend(meta.url.as_ref().filter(|_| !is_linked).map(CleanText::to_string));
    comma_joined(&parts)
}

/// Author, title and publication.
fn work(meta: &Meta, markup: Markup) -> String {
    let mut parts = Vec::new();
    if !meta.authors.is_empty() {
        parts.push(listed(meta.authors.iter().map(|author| shown(author, markup)).collect()));
    }
    parts.extend(meta.title.as_ref().map(|title| match markup {
        Markup::Plain => format!("“{}”", nested(title.as_str())),
        Markup::Markdown => titled(title, meta),
    }));
    parts.extend(meta.source.as_ref().map(|source| match markup {
        Markup::Markdown if !meta.is_book => format!("*{}*", escaped(source.as_str())),
        _ => shown(source, markup),
    }));
    comma_joined(&parts)
}

/// The title, linked when there is somewhere to link to: in quotation marks where it stands in a
/// publication, whose own title is in italics then; else in italics itself.
fn titled(title: &CleanText, meta: &Meta) -> String {
    let is_part = meta.source.is_some() && !meta.is_book;
    let words = if is_part { nested(title.as_str()) } else { title.to_string() };
    let words = escaped(&words);
    let linked = match link(meta) {
        Some(link) => format!("[{words}]({link})"),
        None => words,
    };
    if is_part { format!("“{linked}”") } else { format!("*{linked}*") }
}

/// The address as a Markdown link takes it; `None` for what is no web address.
fn link(meta: &Meta) -> Option<String> {
    let url = meta.url.as_ref()?.as_str();
    let is_web = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    let encoded = url.replace(' ', "%20").replace('(', "%28").replace(')', "%29");
    is_web.then(|| encoded.replace('<', "%3C").replace('>', "%3E"))
}

/// Parts with commas between them; a closing quotation mark takes the comma inside.
fn comma_joined(parts: &[String]) -> String {
    let mut out = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        if let Some(inside) = out.strip_suffix('”') {
            // A title that ends in its own mark needs no comma, linked or not.
            let is_link = inside.ends_with(')');
            let words = inside.rsplit_once("](").filter(|_| is_link).map_or(inside, |link| link.0);
            let has_mark = words.ends_with(['?', '!', ',', '…']);
            out = if has_mark { format!("{out} ") } else { format!("{inside},” ") };
        } else if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(part);
    }
    out
}

/// Names as a sentence lists them: A, B, and C.
pub(super) fn listed(mut names: Vec<String>) -> String {
    match (names.pop(), names.len()) {
        (None, _) => String::new(),
        (Some(only), 0) => only,
        (Some(last), 1) => format!("{} and {last}", names[0]),
        (Some(last), _) => format!("{}, and {last}", names.join(", ")),
    }
}

fn shown(text: &CleanText, markup: Markup) -> String {
    match markup {
        Markup::Plain => text.to_string(),
        Markup::Markdown => escaped(text.as_str()),
    }
}

/// Text that Markdown shows as it is, on a line of its own.
///
/// Brackets that can be no link stay as they are: `[that’s]` is common in quotations.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let is_markup = match character {
            '\\' | '*' | '_' | '`' | '<' => true,
            '#' | '>' | '-' | '+' | '=' | '~' => out.is_empty(),
            ']' => matches!(characters.peek(), Some('(' | '[' | ':')),
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
