//! The outline: the headings of a document, or without any its paragraphs by their first words.

use super::{Entry, paragraph};
use crate::document::{Block, BlockId, BlockKind, CleanText, Document};

/// So much of a paragraph is shown and compared, in bytes: more than a row holds.
const MOST_BYTES: usize = 240;

/// The blocks that are listed, in the order of the text.
#[derive(Debug)]
pub struct Outline {
    /// They are headings; else they are paragraphs.
    pub has_headings: bool,
    blocks: Vec<BlockId>,
    /// The level of the highest heading, which is not indented.
    highest: u8,
}

impl Outline {
    /// The outline of a document.
    pub fn of(document: &Document) -> Self {
        let headings = blocks(document, |block| level(block).is_some());
        let has_headings = headings
            .iter()
            .any(|id| document.block(*id).is_some_and(|block| block.kind != BlockKind::Title));
        if !has_headings {
            let paragraphs = blocks(document, |block| block.kind.is_numbered() && !block.goes_on);
            return Self { has_headings, blocks: paragraphs, highest: 0 };
        }
        let levels = headings.iter().filter_map(|id| level(&document.block(*id)?));
        let highest = levels.filter(|level| *level > 0).min().unwrap_or(0);
        Self { has_headings, blocks: headings, highest }
    }

    /// How many blocks are listed.
    pub fn len(&self) -> u32 {
        self.blocks.len() as u32
    }

    /// The last entry that begins at or before `offset`.
    pub fn at(&self, document: &Document, offset: usize) -> Option<u32> {
        let here = document.block_at(offset)?;
        let behind = self.blocks.partition_point(|block| *block <= here);
        behind.checked_sub(1).map(|index| index as u32)
    }

    /// The first words of an entry.
    pub fn text<'a>(&self, document: &'a Document, index: u32) -> &'a str {
        let Some(block) = self.block(document, index) else { return "" };
        let text = &document[block.range];
        let line = text.split('\n').next().filter(|_| !self.has_headings).unwrap_or(text);
        &line[..line.floor_char_boundary(MOST_BYTES)]
    }

    /// Where an entry begins.
    pub fn start(&self, document: &Document, index: u32) -> usize {
        self.block(document, index).map_or(0, |block| block.range.start())
    }

    /// The row of an entry.
    pub fn entry(&self, document: &Document, index: u32) -> Entry {
        let text = CleanText::line(self.text(document, index));
        let Some(block) = self.block(document, index) else { return Entry::default() };
        let depth = level(&block).map_or(0, |level| level.saturating_sub(self.highest));
        let number = Some(paragraph(document, block));
        Entry { depth, faint_from: text.as_str().len(), text, number, ..Entry::default() }
    }

    fn block(&self, document: &Document, index: u32) -> Option<Block> {
        document.block(*self.blocks.get(index as usize)?)
    }
}

fn blocks(document: &Document, is_meant: impl Fn(&Block) -> bool) -> Vec<BlockId> {
    let all = (0..).map(BlockId).zip(document.blocks());
    all.filter(|(_, block)| is_meant(block)).map(|(id, _)| id).collect()
}

/// The level of a heading; 0 for the title.
fn level(block: &Block) -> Option<u8> {
    match block.kind {
        BlockKind::Title => Some(0),
        BlockKind::Heading { level } => Some(level),
        _ => None,
    }
}
