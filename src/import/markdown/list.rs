//! Lists, block quotations and footnotes: what encloses blocks, and what stands before them.

use super::{ContainerKind, Importer, Phase, columns, name};
use crate::document::Mark;
use pulldown_cmark::BlockQuoteKind;
use std::ops::Range;

impl Importer {
    pub(super) fn start_quotation(&mut self, alert: Option<BlockQuoteKind>, range: &Range<usize>) {
        self.write_item_marker();
        self.leave_paragraph();
        let nesting = self.nesting().in_quotation_behind(self.writer.builder().nesting());
        self.enter(ContainerKind::Quotation, nesting);
        let label = match alert {
            None => return self.begin_callout(range),
            Some(BlockQuoteKind::Note) => "Note",
            Some(BlockQuoteKind::Tip) => "Tip",
            Some(BlockQuoteKind::Important) => "Important",
            Some(BlockQuoteKind::Warning) => "Warning",
            Some(BlockQuoteKind::Caution) => "Caution",
        };
        self.styled(Mark::Strong, label);
        self.leave_paragraph();
    }

    pub(super) fn start_list(&mut self, first: Option<u64>) {
        self.write_item_marker();
        self.enter(ContainerKind::List(first), self.nesting());
        self.phase = Phase::Body;
    }

    pub(super) fn start_item(&mut self, range: Range<usize>) {
        self.leave_paragraph();
        let n_lists = self.n_lists();
        let marker = match self.containers.last_mut().map(|list| &mut list.kind) {
            Some(ContainerKind::List(Some(number))) => {
                let marker = name::number(*number, self.source.get(range).unwrap_or(""));
                *number = number.saturating_add(1);
                marker
            }
            _ => name::bullet(n_lists),
        };
        self.enter(ContainerKind::Item, self.nesting().in_item(columns(&marker)));
        let note = self.marker.take().unwrap_or_default();
        self.marker = Some(note + &marker);
    }

    /// A box takes the place of the bullet, and stands behind a number.
    pub(super) fn task(&mut self, is_done: bool) {
        let sign = if is_done { "☑ " } else { "☐ " };
        match &mut self.marker {
            Some(marker) if marker.starts_with(|c: char| c.is_ascii_digit()) => {
                marker.push_str(sign);
            }
            Some(marker) => *marker = sign.to_owned(),
            None => {
                self.begin();
                self.writer.exact(sign);
            }
        }
    }

    pub(super) fn start_footnote(&mut self, label: &str) {
        self.write_marker();
        self.leave_paragraph();
        self.writer.builder().target(&name::note(label));
        let marker = format!("{} ", self.names.of_note(label));
        self.enter(ContainerKind::Footnote, self.nesting().in_item(columns(&marker)));
        self.marker = Some(marker);
        self.phase = Phase::Body;
    }

    pub(super) fn note_reference(&mut self, label: &str) {
        let sign = self.names.of_note(label);
        self.styled(Mark::Note(name::note(label).into()), &sign);
    }
}
