//! Words to blocks: what a block is, is settled when its first word comes.

use crate::document::{
    BlockId, BlockKind, Builder, Checkpoint, CleanText, Document, Mark, Meta, Nesting,
};
use crate::import::text::joint;
use std::borrow::Cow;

/// A tab in code reaches to the next multiple of this, as the structure of Markdown counts.
const TAB: usize = 4;

/// As much of the end of a line is remembered as tells what joins it to the next one.
const TAIL_BYTES: usize = 16;

/// Writes blocks through a [`Builder`].
#[derive(Debug, Clone, Default)]
pub struct Writer {
    builder: Builder,
    is_open: bool,
    /// The words of the open block, as far as they tell how it goes on.
    tail: String,
    /// A line of the source has ended, and what joins it to the next one is not yet known.
    is_broken: bool,
    /// A link is open; in links there are no others.
    is_linked: bool,
    /// It has a title.
    is_titled: bool,
    /// The open image has one.
    is_image_titled: bool,
}

impl Writer {
    /// Writes what stands behind a checkpoint.
    pub fn behind(checkpoint: Checkpoint) -> Self {
        Self { builder: Builder::behind(checkpoint), ..Self::default() }
    }

    /// Notes where in the source the next block begins, as [`Builder::note_source`] does.
    pub fn note_source(&mut self, source: usize) {
        self.builder.note_source(source);
    }

    /// Whether a block is open.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether a link is open.
    pub fn is_linked(&self) -> bool {
        self.is_linked
    }

    /// Begins a block.
    pub fn begin(&mut self, kind: BlockKind, nesting: Nesting) {
        self.builder.begin(kind, nesting);
        self.is_open = true;
        self.is_broken = false;
        self.tail.clear();
    }

    /// The block that begins next, or the open one.
    pub fn next_block(&self) -> BlockId {
        self.builder.next_block()
    }

    /// Makes a block the dek; its words.
    pub fn dek(&mut self, block: BlockId) -> Option<CleanText> {
        self.builder.recast_done(block, BlockKind::Dek).map(CleanText::line)
    }

    /// Makes a block a caption; its words.
    pub fn caption(&mut self, block: BlockId) -> Option<CleanText> {
        self.builder.recast_done(block, BlockKind::Caption).map(CleanText::line)
    }

    /// Makes the open block one of another kind.
    pub fn recast(&mut self, kind: BlockKind) {
        self.builder.recast(kind);
    }

    /// Ends the open block, if there is one.
    pub fn end(&mut self) {
        self.builder.end();
        self.is_open = false;
    }

    /// Adds a whole block.
    pub fn add(&mut self, kind: BlockKind, nesting: Nesting, words: &str) {
        self.begin(kind, nesting);
        self.builder.push_text(words);
        self.end();
    }

    /// Appends running text; blanks that stand together become one.
    pub fn text(&mut self, words: &str) {
        let is_broken = std::mem::take(&mut self.is_broken);
        let words = if is_broken { words.trim_start() } else { words };
        if is_broken {
            self.builder.push_text(joint(&self.tail, words));
        }
        let words = if self.tail.ends_with(' ') { words.trim_start_matches(' ') } else { words };
        let words = joined(words);
        self.builder.push_text(&words);
        self.tail.clear();
        self.tail
            .push_str(&words[words.ceil_char_boundary(words.len().saturating_sub(TAIL_BYTES))..]);
    }

    /// Appends text as it is.
    pub fn exact(&mut self, words: &str) {
        if std::mem::take(&mut self.is_broken) {
            self.builder.push_text(" ");
        }
        self.builder.push_text(words);
        self.tail.clear();
        self.tail.push('x');
    }

    /// Appends code, its tabs made blanks.
    pub fn code(&mut self, code: &str) {
        if !code.contains(['\t', '\r']) {
            return self.builder.push_text(code);
        }
        let mut out = String::with_capacity(code.len() + 64);
        for line in code.split_inclusive('\n') {
            let start = out.len();
            for character in line.chars() {
                match character {
                    '\t' => {
                        let column = out[start..].chars().count();
                        out.extend(std::iter::repeat_n(' ', TAB - column % TAB));
                    }
                    '\r' => {}
                    character => out.push(character),
                }
            }
        }
        self.builder.push_text(&out);
    }

    /// The line of the source ends; the text goes on.
    pub fn line_end(&mut self) {
        self.is_broken = true;
    }

    /// The line ends here for the reader too.
    pub fn hard_break(&mut self) {
        self.is_broken = false;
        self.exact("\n");
    }

    /// Opens a styled span.
    pub fn open(&mut self, mark: Mark) {
        if std::mem::take(&mut self.is_broken) {
            self.builder.push_text(joint(&self.tail, "x"));
            self.tail.clear();
        }
        self.is_linked |= matches!(mark, Mark::Link(_));
        self.builder.open(mark);
    }

    /// What the author says of the link that was opened last.
    pub fn title(&mut self, title: &str) {
        self.is_titled = self.open_title(title);
    }

    /// Closes the link.
    pub fn close_link(&mut self) {
        self.is_linked = false;
        if std::mem::take(&mut self.is_titled) {
            self.close();
        }
        self.close();
    }

    /// Opens an image.
    pub fn open_image(&mut self, address: &str, title: &str) {
        self.open(Mark::Image(address.into()));
        self.is_image_titled = self.open_title(title);
    }

    /// Closes the image.
    pub fn close_image(&mut self) {
        if std::mem::take(&mut self.is_image_titled) {
            self.close();
        }
        self.close();
    }

    /// Whether a title says anything, so that it was opened.
    fn open_title(&mut self, title: &str) -> bool {
        let title = CleanText::line(title);
        let has_words = !title.as_str().is_empty();
        if has_words {
            self.open(Mark::Title(title.as_str().into()));
        }
        has_words
    }

    /// Closes the span that was opened last.
    pub fn close(&mut self) {
        self.builder.close();
    }

    /// The builder, for cells and targets.
    pub fn builder(&mut self) -> &mut Builder {
        &mut self.builder
    }

    /// How many bytes of text were written.
    pub fn n_bytes(&self) -> usize {
        self.builder.n_bytes()
    }

    /// The finished document.
    pub fn finish(self, meta: Meta) -> Document {
        self.builder.finish(meta)
    }
}

/// Words with one blank where there were several, or tabs.
fn joined(words: &str) -> Cow<'_, str> {
    if !words.contains("  ") && !words.contains(['\t', '\n', '\r']) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            ' ' | '\t' | '\n' | '\r' if out.ends_with(' ') => {}
            '\t' | '\n' | '\r' => out.push(' '),
            character => out.push(character),
        }
    }
    Cow::Owned(out)
}
