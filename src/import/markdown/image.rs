//! Images, by the words that stand for them: all that is shown of one.

use super::{ContainerKind, Importer};
use crate::document::BlockKind;

impl Importer {
    /// An image of which only the alternative text is known.
    pub(super) fn image(&mut self, alternative: &str) {
        self.start_image();
        self.text(alternative);
        self.n_images -= 1;
    }

    /// A paragraph that is nothing but images is a block of its own kind.
    pub(super) fn start_image(&mut self) {
        self.n_images += 1;
        let is_free = !self.writer.is_open() && self.marker.is_none() && self.table.is_none();
        if is_free && self.kind == BlockKind::Paragraph {
            self.kind = BlockKind::Image;
        }
    }

    /// Words beside an image make a paragraph of it.
    pub(super) fn leave_image(&mut self, words: &str) {
        if self.kind != BlockKind::Image || self.n_images > 0 || words.trim().is_empty() {
            return;
        }
        let is_quoted = self.is_in(ContainerKind::Quotation);
        self.kind = BlockKind::Paragraph;
        if self.writer.is_open() {
            let kind = if is_quoted { BlockKind::Quotation } else { BlockKind::Paragraph };
            self.writer.recast(kind);
        }
    }
}
