//! Tables.

use super::{Importer, Phase};
use crate::document::{Alignment, Alignments, BlockKind};
use pulldown_cmark::Alignment as Column;

/// Cells that hold nothing are written when one that does follows.
#[derive(Debug, Clone, Default)]
pub struct TableState {
    n_rows: usize,
    n_cells: usize,
    alignments: Alignments,
    has_words: bool,
}

impl Importer {
    pub(super) fn start_table(&mut self, columns: &[Column]) {
        self.write_marker();
        self.leave_paragraph();
        let alignments = columns.iter().map(|column| match column {
            Column::None | Column::Left => Alignment::Left,
            Column::Center => Alignment::Center,
            Column::Right => Alignment::Right,
        });
        let alignments = Alignments::new(alignments);
        let kind = BlockKind::Table { has_header: true, alignments };
        self.writer.begin(kind, self.nesting());
        self.table = Some(TableState { alignments, ..TableState::default() });
        self.phase = Phase::Body;
    }

    pub(super) fn start_row(&mut self) {
        if let Some(table) = &mut self.table {
            // A row above which nothing stands is the first one.
            if table.has_words {
                table.n_rows += 1;
            }
            table.n_cells = 0;
        }
    }

    pub(super) fn begin_cell(&mut self) {
        let Some(table) = &mut self.table else { return };
        let builder = self.writer.builder();
        (0..std::mem::take(&mut table.n_rows)).for_each(|_| builder.next_row());
        (0..std::mem::take(&mut table.n_cells)).for_each(|_| builder.next_cell());
        table.has_words = true;
    }

    pub(super) fn end_cell(&mut self) {
        self.close_tags();
        if let Some(table) = &mut self.table {
            table.n_cells += 1;
        }
    }

    /// A header without a word is none.
    pub(super) fn end_head(&mut self) {
        if let Some(table) = self.table.as_ref().filter(|table| !table.has_words) {
            let kind = BlockKind::Table { has_header: false, alignments: table.alignments };
            self.writer.recast(kind);
        }
    }
}
