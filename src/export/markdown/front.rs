//! Metadata above the text.

use crate::document::{CleanText, Document};

/// Metadata that the text does not show, as YAML.
pub fn front(document: &Document) -> String {
    let meta = &document.meta;
    let shown = |value: Option<&CleanText>| value.map(|value| quoted(value.as_str()));
    let names: Vec<String> = meta.authors.iter().map(|author| quoted(author.as_str())).collect();
    let authors = match &names[..] {
        [] => None,
        [author] => Some(author.clone()),
        authors => Some(format!("[{}]", authors.join(", "))),
    };
    let fields = [
        ("author", authors),
        ("source", shown(meta.source.as_ref())),
        ("url", shown(meta.url.as_ref())),
        ("date", meta.published.map(|published| quoted(&published.edtf()))),
        ("lang", shown(meta.language.as_ref())),
    ];
    let lines = fields.into_iter().filter_map(|(key, value)| Some(format!("{key}: {}\n", value?)));
    let lines: String = lines.collect();
    if lines.is_empty() { lines } else { format!("---\n{lines}---\n") }
}

fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
