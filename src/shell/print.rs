//! Output when nothing is read interactively.

use super::arguments::Export;
use super::open::Opened;
use crate::companion;
use crate::document::{CleanText, Document, Layers};
use crate::export;
use std::io::{self, Write};

/// The text of an export.
pub fn export(export: Export, document: &Document, layers: &Layers) -> String {
    match export {
        Export::Text => export::text(document),
        Export::Json => export::json(document, layers) + "\n",
        Export::Companion => companion::write(document, layers),
    }
}

/// Writes to standard output; the exit status.
pub fn write(text: &str) -> io::Result<i32> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(0)
}

/// Lists what the companion anchors nowhere; the exit status, 1 if there is any.
pub fn check(name: &str, opened: &Opened) -> anyhow::Result<i32> {
    if !opened.has_companion {
        anyhow::bail!("{name}: there is no companion to check; name one with --companion");
    }
    let curated = &opened.curated;
    for item in &curated.unresolved {
        let words = CleanText::line(item.exact.as_str());
        write(&format!("{} “{words}”: {}\n", item.kind, item.reason.name()))?;
    }
    let (events, quotes) = (curated.findings.events.len(), curated.findings.quotes.len());
    let n = curated.unresolved.len();
    write(&format!("{events} events and {quotes} quotations anchored, {n} unresolved\n"))?;
    Ok(i32::from(n > 0))
}
