//! Wraps blocks into rows.
//!
//! In: a block of a [`Document`] and a measure in terminal cells. Out: [`Row`]s, in order, that
//! hold every visible byte of the block once.

use super::lines::wrap_text;
use crate::document::{Block, BlockKind, Document, Level, TextRange};

/// A verse line or an item of a table of contents that does not fit goes on this much further in.
const TURNOVER: usize = 4;

/// One row of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The words on it.
    pub range: TextRange,
    /// The columns left free before them.
    pub indent: u16,
}

/// The rows of `block` in a column of `measure` cells; at least one.
///
/// Rows of a table or of code are as wide as they are written.
pub fn wrap(document: &Document, block: &Block, measure: usize) -> Vec<Row> {
    let text = &document[block.range];
    let base = block.range.start();
    let indent = indent(block, measure);
    let width = measure.saturating_sub(indent).max(1);
    let is_verse = text.contains('\n');
    let hanging = match block.kind {
        BlockKind::Item { hanging } => usize::from(hanging).min(width / 2),
        _ if is_verse => TURNOVER.min(width / 2),
        _ => 0,
    };
    let mut rows = Vec::new();
    let mut at = base;
    for line in text.split('\n') {
        if block.kind.is_unwrapped() {
            let range = TextRange::new(at, at + line.trim_end().len());
            rows.push(Row { range, indent: indent as u16 });
        } else {
            push_line(line, at, Setting { indent, width, hanging }, &mut rows);
        }
        at += line.len() + 1;
    }
    rows
}

struct Setting {
    indent: usize,
    width: usize,
    hanging: usize,
}

fn push_line(line: &str, at: usize, setting: Setting, rows: &mut Vec<Row>) {
    // Blanks at the start of a verse line are its indent.
    let words = line.trim_start_matches(' ');
    // Half of the width at least is left for words, however far a line and its turnover are set in.
    let most = (setting.width / 2).saturating_sub(setting.hanging);
    let lead = (line.len() - words.len()).min(most);
    let at = at + line.len() - words.len();
    let first = setting.width - lead;
    let rest = setting.width.saturating_sub(lead + setting.hanging).max(1);
    let start = rows.len();
    for range in wrap_text(words, first, rest) {
        let hanging = if rows.len() == start { 0 } else { setting.hanging };
        rows.push(Row {
            range: TextRange::new(at + range.start, at + range.end),
            indent: (setting.indent + lead + hanging) as u16,
        });
    }
}

/// How far a block is set in. Two thirds of the measure are kept for words, however deep it lies.
fn indent(block: &Block, measure: usize) -> usize {
    let columns = block.nesting.levels().map(|level| match level {
        Level::Item { columns } => usize::from(columns),
        Level::Quotation => 4,
    });
    columns.sum::<usize>().min(measure / 3)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Builder, Meta};

    #[track_caller]
    fn check(kind: BlockKind, text: &str, measure: usize, expected: &[&str]) {
        let mut builder = Builder::new();
        builder.add(kind, text);
        let document = builder.finish(Meta::default());
        let block = document.blocks().next().unwrap();
        let rows: Vec<String> = wrap(&document, block, measure)
            .iter()
            .map(|row| " ".repeat(row.indent.into()) + &document[row.range])
            .collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn verse_keeps_its_lines_and_indents_turnovers() {
        let verse = "Tell me not, in mournful numbers\n  Life is but a dream";
        check(
            BlockKind::Paragraph,
            verse,
            24,
            &["Tell me not, in mournful", "    numbers", "  Life is but a dream"],
        );
    }

    #[test]
    fn an_item_hangs_from_its_marker() {
        check(BlockKind::Item { hanging: 2 }, "- one two three", 10, &["- one two", "  three"]);
    }

    #[test]
    fn a_table_is_never_wrapped() {
        let table = "year   event and more\n1949   founded";
        check(BlockKind::Tabular, table, 10, &["year   event and more", "1949   founded"]);
    }

    #[test]
    fn a_block_quotation_is_set_in() {
        check(BlockKind::Quotation, "one two three", 12, &["    one two", "    three"]);
    }
}
