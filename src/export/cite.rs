//! Words with their source, for pasting elsewhere.
//!
//! In: an item of the layers, or a range. Out: the words in curly quotes and one source: who, in
//! whose article, where, when, and which paragraph. What is not known is left out with its comma.

use super::passage::parts;
use crate::document::{CleanText, Document, Event, Layers, Meta, Speaker, TextRange};

/// The form in which a source is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Plain text.
    Plain,
    /// Markdown: a block quotation and a line for the source.
    Markdown,
}

impl Style {
    /// All styles, in the order in which the reader goes through them.
    pub const ALL: [Self; 2] = [Self::Plain, Self::Markdown];

    /// The style in the reader's words.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain text",
            Self::Markdown => "Markdown",
        }
    }

    /// The style after this one; after the last, the first.
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|style| *style == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}

/// What is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cited {
    /// A quotation, by its index in the layers.
    Quote(usize),
    /// An event, by its index in the layers.
    Event(usize),
    /// Any words of the document, of one block or several.
    Passage(TextRange),
}

/// The words and their source; empty if the layers have no such item.
pub fn cite(document: &Document, layers: &Layers, cited: Cited, style: Style) -> String {
    let citation = match cited {
        Cited::Quote(index) => layers.quotes.get(index).map(|quote| {
            let speaker = quote.speaker.and_then(|id| layers.speakers.get(id.index()));
            Citation { heading: None, words: quote.words, speaker }
        }),
        Cited::Event(index) => layers.events.get(index).map(|event| Citation {
            heading: Some(heading(event)),
            words: event.sentence,
            speaker: None,
        }),
        Cited::Passage(words) => Some(Citation { heading: None, words, speaker: None }),
    };
    let Some(citation) = citation else { return String::new() };
    let source = source(document, &citation, style);
    let paragraphs = paragraphs(document, citation.words);
    match style {
        Style::Plain => plain(&citation, &paragraphs, &source),
        Style::Markdown => markdown(&citation, &paragraphs, &source),
    }
}

struct Citation<'a> {
    /// A line above the words.
    heading: Option<String>,
    words: TextRange,
    speaker: Option<&'a Speaker>,
}

fn plain(citation: &Citation, paragraphs: &[String], source: &str) -> String {
    let words = paragraphs.join("\n\n");
    let source = if source.is_empty() { String::new() } else { format!("— {source}") };
    let mut cited = vec![words, source];
    cited.retain(|part| !part.is_empty());
    let lines = citation.heading.iter().cloned().chain([cited.join(" ")]);
    lines.collect::<Vec<_>>().join("\n")
}

fn markdown(citation: &Citation, paragraphs: &[String], source: &str) -> String {
    let quoted = paragraphs.iter().map(|words| {
        let lines: Vec<_> = words.lines().map(|line| format!("> {}", escaped(line))).collect();
        // A backslash at its end keeps a line of verse a line.
        lines.join("\\\n")
    });
    let heading = citation.heading.as_deref().map_or_else(String::new, escaped);
    let source = if source.is_empty() { String::new() } else { format!("— {source}") };
    let mut parts = vec![heading, quoted.collect::<Vec<_>>().join("\n>\n"), source];
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn heading(event: &Event) -> String {
    let date = event.when.words();
    match event.label.as_str().trim() {
        "" => date,
        label => format!("{date}: {label}"),
    }
}

/// The words, one string a block, in quotation marks: each paragraph opens, the last one closes.
fn paragraphs(document: &Document, words: TextRange) -> Vec<String> {
    let mut paragraphs: Vec<String> = parts(document, words)
        .into_iter()
        .map(|part| document[part].trim())
        .filter(|part| !part.is_empty())
        .map(|part| format!("“{part}"))
        .collect();
    if let Some(last) = paragraphs.last_mut() {
        last.push('”');
    }
    paragraphs
}

/// The source, its known parts joined by commas; empty if nothing is known.
fn source(document: &Document, citation: &Citation, style: Style) -> String {
    let meta = &document.meta;
    let mut parts = Vec::new();
    if let Some(speaker) = citation.speaker {
        parts.push(shown(&speaker.name, style));
        parts.extend(speaker.description.as_ref().map(|words| shown(words, style)));
    }
    let work = work(meta, style);
    match (parts.is_empty(), work.is_empty()) {
        (_, true) => {}
        (true, false) => parts.push(work),
        (false, false) => parts.push(format!("in {work}")),
    }
    parts.extend(meta.published.map(|published| published.words()));
    parts.extend(place(document, citation.words));
    let is_linked = style == Style::Markdown && link(meta).is_some() && meta.title.is_some();
    parts.extend(meta.url.as_ref().filter(|_| !is_linked).map(CleanText::to_string));
    comma_joined(&parts)
}

/// Author, title and publication.
fn work(meta: &Meta, style: Style) -> String {
    let mut parts = Vec::new();
    if !meta.authors.is_empty() {
        parts.push(listed(meta.authors.iter().map(|author| shown(author, style)).collect()));
    }
    parts.extend(meta.title.as_ref().map(|title| match style {
        Style::Plain => format!("“{title}”"),
        Style::Markdown => titled(title, link(meta)),
    }));
    parts.extend(meta.source.as_ref().map(|source| shown(source, style)));
    comma_joined(&parts)
}

/// The title in italics, or linked when there is somewhere to link to.
fn titled(title: &CleanText, link: Option<String>) -> String {
    let title = escaped(title.as_str());
    match link {
        Some(link) => format!("[{title}]({link})"),
        None => format!("*{title}*"),
    }
}

/// The address as a Markdown link takes it; `None` for what is no web address.
fn link(meta: &Meta) -> Option<String> {
    let url = meta.url.as_ref()?.as_str();
    let is_web = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    let encoded = url.replace(' ', "%20").replace('(', "%28").replace(')', "%29");
    is_web.then(|| encoded.replace('<', "%3C").replace('>', "%3E"))
}

/// The paragraph number as the reader sees it, `¶ 12` or `¶¶ 12–14`.
fn place(document: &Document, words: TextRange) -> Option<String> {
    let number = |offset: usize| {
        let block = document.block_around(offset)?;
        // A heading or a footnote has the number of a paragraph before it.
        block.kind.is_numbered().then_some(block.number)
    };
    let first = number(words.start())?;
    match number(words.end().saturating_sub(1).max(words.start())) {
        Some(last) if last > first => Some(format!("¶¶ {first}–{last}")),
        _ => Some(format!("¶ {first}")),
    }
}

/// Parts with commas between them; a closing quotation mark takes the comma inside.
fn comma_joined(parts: &[String]) -> String {
    let mut out = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        if let Some(inside) = out.strip_suffix('”') {
            // A title that ends in its own mark needs no comma.
            let has_mark = inside.ends_with(['?', '!', ',', '…']);
            out = if has_mark { format!("{out} ") } else { format!("{inside},” ") };
        } else if !out.is_empty() {
            out.push_str(", ");
        }
        out.push_str(part);
    }
    out
}

/// Names as a sentence lists them: A, B, and C.
fn listed(mut names: Vec<String>) -> String {
    match (names.pop(), names.len()) {
        (None, _) => String::new(),
        (Some(only), 0) => only,
        (Some(last), 1) => format!("{} and {last}", names[0]),
        (Some(last), _) => format!("{}, and {last}", names.join(", ")),
    }
}

fn shown(text: &CleanText, style: Style) -> String {
    match style {
        Style::Plain => text.to_string(),
        Style::Markdown => escaped(text.as_str()),
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

#[cfg(test)]
mod tests;
