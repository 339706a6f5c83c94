//! Metadata above the text, as front matter. The title stands in the text itself; where that does not
//! begin with it, it is given as the one of the page.

use crate::document::{BlockKind, CleanText, Document};

/// What is known of the document besides its text and title, as YAML.
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
        ("pagetitle", shown(meta.title.as_ref().filter(|title| !begins_with(document, title)))),
        ("subtitle", shown(meta.dek.as_ref())),
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

/// Whether a document begins with its title, so that it is read there.
fn begins_with(document: &Document, title: &CleanText) -> bool {
    let first = document.blocks().next().filter(|block| block.kind == BlockKind::Title);
    first.is_some_and(|block| {
        document[block.range].split_whitespace().eq(title.as_str().split_whitespace())
    })
}

fn quoted(value: &str) -> String {
    format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
}
