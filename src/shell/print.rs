//! Output when nothing is read interactively.

use super::arguments::Export;
use super::open::Opened;
use crate::companion;
use crate::export::{self, Style};
use std::io::{self, BufWriter, StdoutLock, Write};

/// How much is handed to the system at a time.
const WRITE_BYTES: usize = 256 << 10;

/// Writes an export of the document of this name to standard output. What a text is asked for needs
/// no dates.
pub fn export(export: Export, opened: &Opened, name: &str, style: Style) -> io::Result<()> {
    let document = &opened.document;
    match export {
        Export::Text => to_stdout(|out| export::write_text(document, out)),
        Export::Markdown => write(&export::markdown(document)),
        Export::Notes => write(&export::notes(document, &opened.curated.notes, &opened.lost)),
        Export::Companion => write(&companion::write(document, &opened.layers())),
        Export::Quotes => {
            let layers = opened.layers();
            let text = export::cite(document, &layers, &export::quotations(&layers), style);
            write(&if text.is_empty() { text } else { text + "\n" })
        }
        Export::Csv => to_stdout(|out| export::write_csv(document, &opened.layers(), out)),
        Export::Json | Export::Jsonl => {
            on_a_line(|out| export::write_json(document, &opened.layers(), out))
        }
        Export::TimelineJs => {
            on_a_line(|out| export::write_timelinejs(document, &opened.layers(), out))
        }
        Export::W3c => {
            on_a_line(|out| export::write_annotations(document, &opened.layers(), name, out))
        }
    }
}

/// Writes to standard output.
pub fn write(text: &str) -> io::Result<()> {
    to_stdout(|out| out.write_all(text.as_bytes()))
}

/// Writes what is one line, with its end.
fn on_a_line(
    write: impl FnOnce(&mut BufWriter<StdoutLock<'_>>) -> io::Result<()>,
) -> io::Result<()> {
    to_stdout(|out| {
        write(out)?;
        out.write_all(b"\n")
    })
}

fn to_stdout(
    write: impl FnOnce(&mut BufWriter<StdoutLock<'_>>) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(WRITE_BYTES, io::stdout().lock());
    let written = write(&mut out).and_then(|()| out.flush());
    // What is left is of no use to anybody.
    let _ = out.into_parts();
    written
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
