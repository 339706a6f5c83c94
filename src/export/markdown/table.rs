//! Tables, a row to a line.

use super::escape::Setting;
use super::{Writer, prefix};
use crate::document::{Alignment, Block, BlockKind, TextRange};

impl Writer<'_> {
    pub(super) fn table(&mut self, block: &Block) {
        let BlockKind::Table { has_header, alignments } = block.kind else { return };
        let text = &self.document[block.range];
        let n_columns = text.split('\n').map(|row| row.split('\t').count()).max().unwrap_or(1);
        let rules = (0..n_columns).map(|column| match alignments.of(column) {
            Alignment::Left => " --- |",
            Alignment::Center => " :-: |",
            Alignment::Right => " --: |",
        });
        let rule = format!("|{}", rules.collect::<String>());
        if has_header {
            let first = text.split('\n').next().map_or(0, str::len);
            let end = block.range.start() + first;
            self.row(TextRange::new(block.range.start(), end), n_columns);
            self.source_line(&rule);
            if end < block.range.end() {
                self.rows_of(TextRange::new(end + 1, block.range.end()));
            }
        } else {
            self.source_line(&format!("|{}", "  |".repeat(n_columns)));
            self.source_line(&rule);
            self.rows_of(block.range);
        }
    }

    pub(super) fn rows(&mut self, block: &Block) {
        self.rows_of(block.range);
    }

    fn rows_of(&mut self, range: TextRange) {
        let mut at = range.start();
        for row in self.document[range].split('\n') {
            self.row(TextRange::new(at, at + row.len()), 1);
            at += row.len() + 1;
        }
    }

    /// A row of at least so many cells.
    fn row(&mut self, range: TextRange, least: usize) {
        self.out.push_str(&prefix(&self.open));
        self.out.push('|');
        let mut at = range.start();
        let mut n_cells = 0;
        for cell in self.document[range].split('\t') {
            let start = at + (cell.len() - cell.trim_start().len());
            let words = TextRange::new(start, start + cell.trim().len());
            self.out.push(' ');
            // What stands in a cell never begins a line.
            let mut written = String::new();
            self.inline.line(words, Setting::Cell, &mut written);
            self.out.push_str(&written);
            self.out.push_str(" |");
            at += cell.len() + 1;
            n_cells += 1;
        }
        for _ in n_cells..least {
            self.out.push_str("  |");
        }
        self.out.push('\n');
    }
}
