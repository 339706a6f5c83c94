//! Lists of terms and what they mean, as Pandoc writes them: `: ` begins what the line above means.

use super::{ContainerKind, Importer, Phase};
use crate::document::Mark;
use std::ops::Range;

/// A longer term is a paragraph, and what stands under it no more than set in.
const TERM_BYTES: usize = 120;

/// What a term means is set in by so many columns, as in a page.
const COLUMNS: u8 = 4;

impl Importer {
    pub(super) fn start_term(&mut self, range: &Range<usize>) {
        self.write_marker();
        self.leave_paragraph();
        self.phase = Phase::Body;
        if range.len() <= TERM_BYTES {
            self.open(Mark::Strong);
        }
    }

    pub(super) fn start_definition(&mut self) {
        self.enter(ContainerKind::Definition, self.nesting().in_item(COLUMNS));
    }
}
