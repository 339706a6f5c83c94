//! Blocks of which the kind is told by what comes later.

use super::Builder;
use crate::document::{BlockId, BlockKind};

impl Builder {
    /// Makes the open block one of another kind.
    pub fn recast(&mut self, kind: BlockKind) {
        if let Some(block) = &mut self.open {
            block.kind = kind;
        }
    }

    /// The block that begins next, or the open one.
    pub fn next_block(&self) -> BlockId {
        BlockId(self.first_block + self.blocks.len() as u32)
    }

    /// Makes a block that is done one of another kind, and numbers the paragraphs anew; its text.
    /// `None` if it stands in another chunk than the next one, and then it stays what it is.
    pub fn recast_done(&mut self, block: BlockId, kind: BlockKind) -> Option<&str> {
        let index = block.0.checked_sub(self.first_block)? as usize;
        let before = self.blocks.get(index)?.kind.is_numbered();
        let first = self.blocks[index];
        self.blocks[index].kind = kind;
        let renumbered = |number: u32| number + u32::from(kind.is_numbered()) - u32::from(before);
        self.number = renumbered(self.number);
        for block in &mut self.blocks[index..] {
            block.number = renumbered(block.number);
        }
        self.text.get(first.range.start() - self.base..first.range.end() - self.base)
    }
}
