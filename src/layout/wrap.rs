//! Wraps blocks into rows.
//!
//! In: a block of a [`Document`] and a measure in terminal cells. Out: [`Row`]s, in order, that
//! hold every visible byte of the block once.

use super::lines::{clip, wrap_text};
use super::table::Table;
use crate::document::{Block, BlockKind, Document, Level, Nesting, TextRange, is_raised};
use std::rc::Rc;

/// A verse line or an item of a table of contents that does not fit goes on this much further in.
const TURNOVER: usize = 4;

/// A line of code is set in one row up to this many columns; no reader looks further to the side.
const WIDEST: usize = 4096;

/// Code is set in by so many columns, or by a tenth of a narrow measure.
const CODE: usize = 4;

/// One row of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The part of the text that the row stands for. Its words are the words on the row, except in
    /// a table, where cells stand beside each other.
    pub range: TextRange,
    /// The columns left free before them.
    pub indent: u16,
    /// What is on the row.
    pub content: Content,
}

/// What is on a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// The words of its range.
    Words,
    /// Cells, or nothing.
    Pieces(Rc<[Piece]>),
    /// Rules under the names of columns: the first column of each, and its length.
    Rules(Rc<[(u16, u16)]>),
}

/// Words that stand together on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub range: TextRange,
    /// The columns left free before them, from the left edge of the text on.
    pub left: u16,
    /// They name a column.
    pub is_head: bool,
}

impl Row {
    fn of_words(range: TextRange, indent: usize) -> Self {
        Self { range, indent: indent as u16, content: Content::Words }
    }

    /// The words on the row, from the left to the right.
    pub fn pieces(&self) -> impl Iterator<Item = Piece> {
        let whole = Piece { range: self.range, left: self.indent, is_head: false };
        let (words, cells) = match &self.content {
            Content::Words => (Some(whole), &[][..]),
            Content::Pieces(cells) => (None, &cells[..]),
            Content::Rules(_) => (None, &[][..]),
        };
        words.into_iter().chain(cells.iter().copied())
    }
}

/// The rows of `block` in a column of `measure` cells; at least one.
///
/// Rows of code, and of a table set by its author, are as wide as they are written.
pub fn wrap(document: &Document, block: &Block, measure: usize) -> Vec<Row> {
    let text = &document[block.range];
    let base = block.range.start();
    let indent = indent(block, measure);
    let width = measure.saturating_sub(indent).max(1);
    if let BlockKind::Table { has_header, alignments } = block.kind {
        return Table { text, base, has_header, alignments, indent, width }.rows();
    }
    let is_verse = text.contains('\n');
    let hanging = match block.kind {
        BlockKind::Item { hanging } => usize::from(hanging).min(width / 2),
        BlockKind::Footnote => raised_columns(text).min(width / 2),
        _ if is_verse => TURNOVER.min(width / 2),
        _ => 0,
    };
    let mut rows = Vec::new();
    let mut at = base;
    for line in text.split('\n') {
        if block.kind.is_unwrapped() {
            push_unwrapped(line.trim_end(), at, indent, &mut rows);
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
        let range = TextRange::new(at + range.start, at + range.end);
        rows.push(Row::of_words(range, setting.indent + lead + hanging));
    }
}

fn push_unwrapped(line: &str, at: usize, indent: usize, rows: &mut Vec<Row>) {
    let mut start = 0;
    while line.len() - start > WIDEST {
        let (words, _) = clip(&line[start..], WIDEST);
        if words.is_empty() {
            break;
        }
        let end = start + words.len();
        rows.push(Row::of_words(TextRange::new(at + start, at + end), indent));
        start = end;
    }
    // A line that was cut behind its last word has no more to show.
    if start == 0 || start < line.len() {
        rows.push(Row::of_words(TextRange::new(at + start, at + line.len()), indent));
    }
}

/// The columns of a raised number at the beginning, and of the blank behind it.
fn raised_columns(text: &str) -> usize {
    let n_digits = text.chars().take_while(|c| is_raised(*c)).count();
    if n_digits > 0 && text.chars().nth(n_digits) == Some(' ') { n_digits + 1 } else { 0 }
}

/// How far a block is set in. Two thirds of the measure are kept for words, however deep it lies.
///
/// Code is set in, so that it is told from prose in any colors.
fn indent(block: &Block, measure: usize) -> usize {
    let code = if block.kind == BlockKind::Preformatted { CODE.min(measure / 10) } else { 0 };
    (block.nesting.levels().map(level_columns).sum::<usize>() + code).min(measure / 3)
}

/// The columns at which the bars of the block quotations around a block stand.
pub fn bars(nesting: Nesting, measure: usize) -> impl Iterator<Item = u16> {
    let bar = |left: &mut usize, level: Level| {
        let start = *left;
        *left += level_columns(level);
        Some(matches!(level, Level::Quotation { .. }).then_some(start as u16 + 1))
    };
    let least = measure / 3;
    nesting.levels().scan(0, bar).flatten().take_while(move |bar| usize::from(*bar) < least)
}

fn level_columns(level: Level) -> usize {
    match level {
        Level::Item { columns } => usize::from(columns),
        Level::Quotation { .. } => 4,
    }
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
        let rows: Vec<String> = wrap(&document, &block, measure)
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
    fn a_table_that_its_author_set_is_never_wrapped() {
        let table = "year   event and more\n1949   founded";
        check(BlockKind::Tabular, table, 10, &["year   event and more", "1949   founded"]);
    }

    #[test]
    fn a_block_quotation_is_set_in() {
        check(BlockKind::Quotation, "one two three", 12, &["    one two", "    three"]);
    }

    #[test]
    fn the_number_of_a_footnote_stands_out() {
        check(BlockKind::Footnote, "¹² one two three", 10, &["¹² one two", "   three"]);
    }

    #[test]
    fn a_line_of_code_goes_on_only_where_nobody_looks() {
        let code = "x".repeat(WIDEST + 9) + "\n\nend";
        let (first, rest) = (format!(" {}", &code[..WIDEST]), " xxxxxxxxx");
        check(BlockKind::Preformatted, &code, 10, &[&first, rest, " ", " end"]);
    }

    #[test]
    fn bars_stand_where_their_quotations_begin() {
        let nesting = Nesting::default().in_quotation().in_item(2).in_quotation();
        assert_eq!(bars(nesting, 72).collect::<Vec<_>>(), [1, 7]);
        assert_eq!(bars(nesting, 9).collect::<Vec<_>>(), [1]);
    }
}
