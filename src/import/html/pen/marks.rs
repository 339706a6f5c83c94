//! The marks around words: which are open in a block, and which open and close before the next word.

use super::super::context::{Marks, link_mark};
use super::super::draft::Step;
use super::super::page::Attribute;
use super::Pen;
use crate::document::Mark;
use std::borrow::Cow;

/// A mark that is open in the block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Link(u32, bool),
    Strong,
    Emphasis,
    Code,
    Strike,
}

impl Pen<'_> {
    pub(super) fn set_marks(&mut self, marks: Marks) {
        let wanted = wanted(marks);
        let n_kept = n_same(&self.marks, &wanted);
        self.close_marks(n_kept);
        for open in &wanted[n_kept..] {
            let Some(mark) = self.mark(*open) else { continue };
            if let Some(draft) = &mut self.open {
                draft.steps.push((draft.text.len(), Step::Open(mark)));
                self.marks.push(*open);
            }
        }
    }

    pub(super) fn close_marks(&mut self, n_kept: usize) {
        if let Some(draft) = &mut self.open {
            for _ in n_kept..self.marks.len() {
                draft.steps.push((draft.text.len(), Step::Close));
            }
        }
        self.marks.truncate(n_kept);
    }

    fn mark(&self, open: Open) -> Option<Mark<'static>> {
        Some(match open {
            Open::Link(node, is_note) => {
                let element = self.page.element(self.page.nodes.get(node as usize)?)?;
                let target = self.base.target(element.value(Attribute::Href))?;
                let name = target.strip_prefix('#').filter(|_| is_note);
                link_mark(name.unwrap_or(&target).to_owned(), is_note)
            }
            Open::Strong => Mark::Strong,
            Open::Emphasis => Mark::Emphasis,
            Open::Code => Mark::Code,
            Open::Strike => Mark::Strike,
        })
    }
}

/// The marks of a text from the outermost in.
pub(super) fn wanted(marks: Marks) -> Cow<'static, [Open]> {
    if marks == Marks::default() {
        return Cow::Borrowed(&[]);
    }
    let link = marks.link.map(|(node, is_note)| Open::Link(node, is_note));
    let others = [
        (marks.is_strong, Open::Strong),
        (marks.is_emphasis, Open::Emphasis),
        (marks.is_code, Open::Code),
        (marks.is_struck, Open::Strike),
    ];
    let others = others.into_iter().filter(|(is_set, _)| *is_set).map(|(_, open)| open);
    Cow::Owned(link.into_iter().chain(others).collect())
}

pub(super) fn n_same(one: &[Open], other: &[Open]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}
