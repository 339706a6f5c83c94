//! Images, by the words that stand for them: all that is shown of one. Where it is, is kept as a mark
//! over them.

use super::write::Writer;
use super::{ContainerKind, Importer};
use crate::document::BlockKind;

/// A longer address is the image itself.
const MOST_ADDRESS_BYTES: usize = 4000;

/// The images that are open: images may stand in the words for one.
#[derive(Debug, Clone, Default)]
pub struct State {
    n_open: usize,
    /// The address and the title of the outermost one, until its first word comes.
    waiting: Option<(String, String)>,
    /// Its marks were opened.
    is_marked: bool,
}

impl State {
    /// Whether the words that come now are those for an image.
    pub fn is_open(&self) -> bool {
        self.n_open > 0
    }

    /// Opens the marks that wait for words.
    pub fn open(&mut self, writer: &mut Writer) {
        if let Some((address, title)) = self.waiting.take() {
            writer.open_image(&address, &title);
            self.is_marked = true;
        }
    }
}

impl Importer {
    /// An image of which the alternative text is plain words.
    pub(super) fn image(&mut self, alternative: &str, address: &str) {
        self.start_image(address, "");
        self.text(alternative);
        self.end_image();
    }

    /// A paragraph that is nothing but images is a block of its own kind.
    pub(super) fn start_image(&mut self, address: &str, title: &str) {
        self.images.n_open += 1;
        if self.images.n_open == 1 {
            let address = if address.len() > MOST_ADDRESS_BYTES { "" } else { address };
            self.images.waiting = Some((address.to_owned(), title.to_owned()));
        }
        let is_free = !self.writer.is_open() && self.marker.is_none() && self.table.is_none();
        if is_free && self.kind == BlockKind::Paragraph {
            self.kind = BlockKind::Image;
        }
    }

    pub(super) fn end_image(&mut self) {
        self.images.n_open = self.images.n_open.saturating_sub(1);
        if self.images.n_open > 0 {
            return;
        }
        self.images.waiting = None;
        if std::mem::take(&mut self.images.is_marked) {
            self.writer.close_image();
        }
    }

    /// Before a mark in the words for an image: the marks of the image stand around it.
    pub(super) fn open_image(&mut self) {
        if self.images.waiting.is_some() {
            self.begin_words();
            self.open_tags();
        }
    }

    /// Words beside an image make a paragraph of it.
    pub(super) fn leave_image(&mut self, words: &str) {
        if self.kind != BlockKind::Image || self.images.is_open() || words.trim().is_empty() {
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
