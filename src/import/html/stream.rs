//! Writes the blocks of a large page or a book as they come, so that they are not kept beside its
//! document. The opening is found among the first ones.

use super::draft::Draft;
use super::meta::About;
use super::opening::{open, open_book};
use super::title::FIRST_BLOCKS;
use crate::document::{Builder, Document, Meta};

/// Makes the title and what belongs to it of the first blocks.
type Open = fn(&mut Vec<Draft>, About) -> Meta;

/// Takes blocks and writes them.
#[derive(Debug)]
pub struct Stream {
    builder: Builder,
    open: Open,
    /// The first blocks, and what is known of the text, until its opening is found.
    first: Vec<Draft>,
    about: Option<About>,
    meta: Meta,
}

impl Stream {
    /// The stream of a page on which no article was looked for.
    pub fn of_page(about: About) -> Self {
        Self::new(about, |drafts, about| open(drafts, about, false))
    }

    /// The stream of the chapters of a book.
    pub fn of_book(meta: Meta) -> Self {
        let titles = meta.title.iter().map(|title| title.as_str().to_owned()).collect();
        Self::new(About { meta, titles, ..About::default() }, open_book)
    }

    fn new(about: About, open: Open) -> Self {
        let (builder, first, meta) = (Builder::new(), Vec::new(), Meta::default());
        Self { builder, open, first, about: Some(about), meta }
    }

    /// Takes the next block.
    pub fn push(&mut self, draft: Draft) {
        if self.about.is_none() {
            return draft.write(&mut self.builder);
        }
        self.first.push(draft);
        if self.first.len() > FIRST_BLOCKS {
            self.begin();
        }
    }

    /// The document of all blocks.
    pub fn finish(mut self) -> Document {
        self.begin();
        self.builder.finish(self.meta)
    }

    fn begin(&mut self) {
        if let Some(about) = self.about.take() {
            self.meta = (self.open)(&mut self.first, about);
            self.first.drain(..).for_each(|draft| draft.write(&mut self.builder));
        }
    }
}
