//! Output when nothing is read interactively.

use super::arguments::Export;
use super::open::Opened;
use crate::companion;
use crate::document::{Document, Layers};
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

/// Writes to standard output. Whoever reads it may stop doing so.
pub fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

/// What the companion anchors nowhere, and how much it does.
pub fn check(name: &str, opened: &Opened) -> anyhow::Result<String> {
    if !opened.has_companion {
        anyhow::bail!("{name}: there is no companion to check; name one with --companion");
    }
    let curated = &opened.curated;
    let lost = curated
        .unresolved
        .iter()
        .map(|item| format!("{} “{}”: {}\n", item.kind, item.exact, item.reason.name()));
    let (events, quotes) = (curated.findings.events.len(), curated.findings.quotes.len());
    let n = curated.unresolved.len();
    let sum = format!("{events} events and {quotes} quotations anchored, {n} unresolved\n");
    Ok(lost.chain([sum]).collect())
}
