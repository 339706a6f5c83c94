//! The elements that are open: what a start tag and an end tag end.

use super::super::context::Context;
use super::super::tag::{Role, Tag};
use super::{Entry, Flow};

/// More open elements are not told apart.
const MOST_OPEN: usize = 1 << 16;

/// How far up a mark that ends is looked for in elements around blocks.
const FAR: usize = 64;

impl Flow<'_> {
    pub(super) fn close(&mut self, tag: Tag) {
        if tag == Tag::Br {
            self.pen.end_line();
            return;
        }
        let at = self.depth(tag);
        if at == 0 {
            return;
        }
        if !tag.is_block() && at < self.last_block {
            self.end_mark(tag, at);
            return;
        }
        // Nothing ends what lies around the cell or the table that it stands in.
        let wall = match tag {
            Tag::Table | Tag::Body | Tag::Html => 0,
            Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody => self.depth(Tag::Table),
            _ => self.depth(Tag::Td).max(self.depth(Tag::Th)),
        };
        if at >= wall {
            self.pop_to(at);
        }
    }

    /// Ends a mark that was opened around the blocks that are open.
    pub(super) fn end_mark(&mut self, tag: Tag, at: u32) {
        let above = at as usize;
        if self.stack.len() - above <= FAR {
            for entry in &mut self.stack[above..] {
                entry.around.marks.clear(tag);
            }
            self.context.marks.clear(tag);
        }
    }

    /// Ends the elements that cannot contain this one, since their end tags may be left out.
    pub(super) fn imply_ends(&mut self, tag: Tag) {
        let is_content = !matches!(tag.role(), Role::Hidden | Role::Void);
        if is_content && self.stack.last().is_some_and(|entry| entry.tag == Tag::Head) {
            self.pop_to(self.stack.len() as u32);
        }
        match tag {
            Tag::A => self.close(Tag::A),
            Tag::Rt | Tag::Rp => {
                for part in [Tag::Rt, Tag::Rp] {
                    if self.depth(part) > self.depth(Tag::Ruby) {
                        self.close(part);
                    }
                }
            }
            _ => {}
        }
        if !tag.is_block() && tag != Tag::Hr {
            return;
        }
        if let Some(block) = self.block() {
            let is_ended = block == Tag::P || block.level().is_some() && tag.level().is_some();
            if is_ended {
                self.pop_to(self.last_block);
            }
        }
        let cell = self.depth(Tag::Td).max(self.depth(Tag::Th));
        let table = self.depth(Tag::Table);
        let list = self.depth(Tag::Ul).max(self.depth(Tag::Ol));
        let term = self.depth(Tag::Dt).max(self.depth(Tag::Dd));
        let (ended, wall) = match tag {
            Tag::Li => (self.depth(Tag::Li), list.max(cell)),
            Tag::Dt | Tag::Dd => (term, self.depth(Tag::Dl).max(cell)),
            Tag::Td | Tag::Th => (cell, table.max(self.depth(Tag::Tr))),
            Tag::Tr => (self.depth(Tag::Tr), table),
            Tag::Tbody => (self.depth(Tag::Tbody), table),
            _ => return,
        };
        if ended > wall {
            self.pop_to(ended);
        }
    }

    pub(super) fn depth(&self, tag: Tag) -> u32 {
        self.last[tag.index()]
    }

    /// The innermost block that is open.
    pub(super) fn block(&self) -> Option<Tag> {
        let at = (self.last_block as usize).checked_sub(1)?;
        self.stack.get(at).map(|entry| entry.tag)
    }

    pub(super) fn push(&mut self, tag: Tag, context: Context) {
        if self.stack.len() >= MOST_OPEN {
            return;
        }
        let around = std::mem::replace(&mut self.context, context);
        let same = self.last[tag.index()];
        self.stack.push(Entry { tag, same, block: self.last_block, around });
        let depth = self.stack.len() as u32;
        self.last[tag.index()] = depth;
        if tag.is_block() {
            self.last_block = depth;
        }
    }

    /// Ends all elements from this depth on.
    pub(super) fn pop_to(&mut self, depth: u32) {
        while self.stack.len() as u32 >= depth.max(1) {
            let Some(entry) = self.stack.pop() else { return };
            if !self.context.is_hidden {
                self.leave(entry.tag, entry.around);
            }
            self.pen.end_note(self.stack.len());
            self.pen.next.is_behind_meta |= self.context.is_meta && !entry.tag.is_block();
            self.last[entry.tag.index()] = entry.same;
            self.last_block = entry.block;
            self.context = entry.around;
        }
    }

    /// Ends the block in front of another place; lines of one stanza are one block.
    pub(super) fn end_block(&mut self, next: Context) {
        let is_line = next.stanza != 0
            && (next.stanza, next.kind) == (self.context.stanza, self.context.kind);
        if is_line { self.pen.end_verse() } else { self.pen.end() }
    }
}
