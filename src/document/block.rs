//! Blocks and inline spans: what a document is made of, as ranges of its text.

use super::{Alignments, Nesting, TextRange};
use std::borrow::Cow;

/// The index of a block among all blocks of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct BlockId(pub u32);

impl BlockId {
    /// The index as `usize`.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One block: a consecutive range of the text, without the line end that joins it to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What the block is.
    pub kind: BlockKind,
    /// Its text. Line ends inside it are the author's and are kept.
    pub range: TextRange,
    /// The lists and block quotations around it; none around the running text.
    pub nesting: Nesting,
    /// It goes on with the block before it, which was too long to be one.
    pub goes_on: bool,
    /// The paragraph number that the reader sees: its own, or that of the last one before it.
    pub number: u32,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The title of the document.
    Title,
    /// The line under the title that says what the article is about.
    Dek,
    /// A heading; level 1 is the highest.
    Heading {
        /// From 1 to 6.
        level: u8,
    },
    /// Running text; with line ends inside it, verse.
    Paragraph,
    /// A paragraph of a block quotation.
    Quotation,
    /// A list item, its marker included.
    Item {
        /// The columns that the marker takes, by which the following rows are indented.
        hanging: u8,
    },
    /// Rows of cells, a row to a line; a tab stands between two cells.
    Table {
        /// The first row names the columns.
        has_header: bool,
        /// To which side the cells of each column are set.
        alignments: Alignments,
    },
    /// Rows of which the author set the cells under each other with blanks: never wrapped.
    Tabular,
    /// Code and other text whose lines and blanks are meant: never wrapped.
    Preformatted,
    /// An image, by its alternative text.
    Image,
    /// A caption or a credit line.
    Caption,
    /// A thematic break.
    Break,
    /// A footnote.
    Footnote,
}

impl BlockKind {
    /// Whether the lines of the block are set as they are, however wide.
    pub fn is_unwrapped(self) -> bool {
        matches!(self, Self::Tabular | Self::Preformatted)
    }

    /// Whether the block is made of cells.
    pub fn is_table(self) -> bool {
        matches!(self, Self::Table { .. })
    }

    /// The kind of a piece that goes on with a block of this kind: it has no header of its own.
    pub(super) fn continued(self) -> Self {
        match self {
            Self::Table { alignments, .. } => Self::Table { has_header: false, alignments },
            kind => kind,
        }
    }

    /// Whether the block is prose in which dates and speech are looked for.
    pub fn is_prose(self) -> bool {
        matches!(
            self,
            Self::Dek | Self::Paragraph | Self::Quotation | Self::Item { .. } | Self::Footnote
        )
    }

    /// Whether the block counts as a paragraph for the reader (`¶ 9 of 23`).
    pub fn is_numbered(self) -> bool {
        matches!(
            self,
            Self::Paragraph
                | Self::Quotation
                | Self::Item { .. }
                | Self::Table { .. }
                | Self::Tabular
                | Self::Preformatted
        )
    }

    /// Whether a section begins with the block.
    pub fn is_section(self) -> bool {
        matches!(self, Self::Title | Self::Heading { .. })
    }

    /// The name of the kind in the JSON export.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Dek => "dek",
            Self::Heading { .. } => "heading",
            Self::Paragraph => "paragraph",
            Self::Quotation => "quotation",
            Self::Item { .. } => "item",
            Self::Table { .. } | Self::Tabular => "table",
            Self::Preformatted => "preformatted",
            Self::Image => "image",
            Self::Caption => "caption",
            Self::Break => "break",
            Self::Footnote => "footnote",
        }
    }
}

/// An inline style over a range inside one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span<'a> {
    /// The words that are styled.
    pub range: TextRange,
    /// How.
    pub mark: Mark<'a>,
}

/// What a span says of its words.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Mark<'a> {
    /// Stressed: italic, or underlined where the source underlined it.
    Emphasis,
    /// Strongly stressed: bold.
    Strong,
    /// Code.
    Code,
    /// The language in which a block of code is written, as its author names it.
    Language(Cow<'a, str>),
    /// Struck out.
    Strike,
    /// A link to a URL, or to `#id` inside the document, where `id` is a target.
    Link(Cow<'a, str>),
    /// A reference to the footnote at this target.
    Note(Cow<'a, str>),
    /// What an image shows, and the address of the image.
    Image(Cow<'a, str>),
    /// What its author says of the link or image over the same words.
    Title(Cow<'a, str>),
}

impl Mark<'_> {
    /// The name of the mark in the JSON export.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Emphasis => "emphasis",
            Self::Strong => "strong",
            Self::Code => "code",
            Self::Language(_) => "language",
            Self::Strike => "strike",
            Self::Link(_) => "link",
            Self::Note(_) => "note",
            Self::Image(_) => "image",
            Self::Title(_) => "title",
        }
    }

    /// Where a link or a footnote reference leads; `None` for the others.
    pub fn target(&self) -> Option<&str> {
        match self {
            Self::Link(target) | Self::Note(target) => Some(target),
            _ => None,
        }
    }

    /// The same mark, whatever lives shorter.
    pub fn into_owned(self) -> Mark<'static> {
        match self {
            Self::Emphasis => Mark::Emphasis,
            Self::Strong => Mark::Strong,
            Self::Code => Mark::Code,
            Self::Language(name) => Mark::Language(name.into_owned().into()),
            Self::Strike => Mark::Strike,
            Self::Link(target) => Mark::Link(target.into_owned().into()),
            Self::Note(target) => Mark::Note(target.into_owned().into()),
            Self::Image(address) => Mark::Image(address.into_owned().into()),
            Self::Title(words) => Mark::Title(words.into_owned().into()),
        }
    }
}
