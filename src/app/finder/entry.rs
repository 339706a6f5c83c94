//! A row of the list, and what of it is shown where it is too long.

use super::elide::Elided;
use crate::document::{CleanText, columns as columns_of};
use crate::layout::clip;
use crate::search::Fuzzy;
use std::mem;
use std::ops::Range;

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// A letter or a number by which the entry is known.
    pub sign: CleanText,
    /// How many levels it stands in.
    pub depth: u8,
    /// What it is known by, and then what is known of it.
    pub text: CleanText,
    /// Where in `text` what is only known of it begins, in bytes.
    pub faint_from: usize,
    /// The parts of `text` that match what is typed, in bytes.
    pub matched: Vec<Range<usize>>,
    /// What stands at the right; two blanks part what may be left out, the first one first.
    pub detail: CleanText,
    /// The parts of `detail` that match what is typed, in bytes.
    pub detail_matched: Vec<Range<usize>>,
    /// The number of its paragraph, which stands behind that.
    pub number: Option<u32>,
    /// It is the reader's place.
    pub is_here: bool,
    /// It is the one that Enter goes to.
    pub is_selected: bool,
}

/// The columns in front of an entry: the bar of the selected one, and the sign of the place.
pub const GUTTER: u16 = 3;

/// A section that would be cut to fewer columns is left out.
const LEAST_DETAIL: usize = 8;

impl Entry {
    /// Marks what matches; where a row of `columns` has no room for all of it, words between give
    /// way.
    pub fn show_matched(&mut self, fuzzy: &mut Fuzzy, columns: u16) {
        self.matched.extend(fuzzy.parts(self.text.as_str()));
        self.matched.sort_unstable_by_key(|part| (part.start, part.end));
        let room = self.room(columns);
        // What stands at the right leaves half of the row to the text, if it needs that.
        let detail = columns_of(self.detail.as_str()) + 2 + self.number_room();
        let room = room.saturating_sub(detail).max(room / 2).saturating_sub(1);
        let text = mem::take(&mut self.text);
        // What the entry is known by stays, where only what is known of it matches.
        let name = 0..self.faint_from.min(text.as_str().len());
        let is_kept = columns_of(text.as_str()[name.clone()].trim_end()) <= room / 2;
        let kept: Vec<Range<usize>> = Some(name)
            .filter(|_| is_kept)
            .into_iter()
            .chain(self.matched.iter().cloned())
            .collect();
        let elided = Elided::new(text.as_str(), &kept, room);
        self.text = elided.text();
        self.faint_from = elided.place(self.faint_from);
        self.matched = self.matched.iter().map(|part| elided.part(part)).collect();
    }

    /// The same of what stands at the right, of lists in which it is compared with what is typed:
    /// where it is too long, it is cut and not left out.
    pub fn show_matched_detail(&mut self, fuzzy: &mut Fuzzy, columns: u16) {
        let room = (self.room(columns) / 2).saturating_sub(2 + self.number_room());
        let parts = fuzzy.parts(self.detail.as_str());
        let detail = mem::take(&mut self.detail);
        if room < LEAST_DETAIL {
            return;
        }
        let elided = Elided::new(detail.as_str(), &parts, room - 1);
        self.detail = elided.text();
        self.detail_matched = parts.iter().map(|part| elided.part(part)).collect();
        if columns_of(self.detail.as_str()) > room {
            let kept = clip(self.detail.as_str(), room - 1).0.trim_end();
            self.detail_matched.retain(|part| part.end <= kept.len());
            self.detail = CleanText::line(&format!("{kept}…"));
        }
    }

    /// The columns of a row that text, detail and number share.
    fn room(&self, columns: u16) -> usize {
        let sign = usize::from(!self.sign.as_str().is_empty());
        let indent = 2 * (usize::from(self.depth) + sign);
        usize::from(columns.saturating_sub(GUTTER)).saturating_sub(indent)
    }

    /// The columns of the number of the paragraph, with its sign and the blanks before it.
    fn number_room(&self) -> usize {
        self.number.map_or(0, |number| number.to_string().len() + 4)
    }
}
