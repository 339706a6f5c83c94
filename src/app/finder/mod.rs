//! The finder: a list over the panels that is filtered while one types, and leads somewhere.
//!
//! What is listed is a [`List`]; everything else is the same for all of them. Entries are made
//! only for the rows on the screen, and a long list is filtered a part at a time, between which
//! the shell draws and takes keys ([`Finder::is_unfinished`]).

mod elide;
mod entry;
mod keys;
mod list;
mod marginalia;
mod matches;
mod outline;
mod people;

pub use entry::{Entry, GUTTER};
pub use list::{List, Target};
pub use marginalia::Listed;
pub use matches::Matches;
pub use outline::Outline;
pub use people::People;

use super::article::Size;
use super::keymap::Keymap;
use crate::document::{Block, Document, Layers};
use crate::search::Fuzzy;
use std::mem;
use tui_input::Input;

/// What an entry is made from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its events and quotations.
    pub layers: &'a Layers,
    /// The keys in force.
    pub keymap: &'a Keymap,
}

/// The number of a block’s paragraph; a heading, and what stands above the first paragraph, has that
/// of the one after it.
fn paragraph(document: &Document, block: Block) -> u32 {
    (block.number + u32::from(!block.kind.is_numbered())).min(document.n_paragraphs())
}

/// The state of the list.
#[derive(Debug)]
pub struct Finder {
    /// What is listed.
    pub list: List,
    /// What is typed.
    pub input: Input,
    /// The rows on the screen, made by [`Finder::fit`].
    pub rows: Vec<Entry>,
    /// The entry at the reader's place, if there is one.
    here: Option<u32>,
    /// The entries that match, in the order in which they are shown.
    shown: Vec<(u32, Score)>,
    /// The place in `shown` of the entry that Enter goes to.
    selected: usize,
    /// The place in `shown` of the first row.
    top: usize,
    /// How many rows there were in the last frame; 0 before the first one.
    n_rows: usize,
    /// The entries that are still to be compared: a part of all, or of those that matched before.
    unread: Unread,
    /// The reader has moved the selection, and filtering leaves it where it is.
    has_moved: bool,
    /// The entry that the reader was asked about before it is deleted.
    asked: Option<u32>,
}

/// How well an entry matches; more is better.
type Score = u32;

/// What is called as it is typed comes before what is told with these words.
const NAMED_SO: Score = 1 << 16;

/// What is still to be compared with what is typed.
#[derive(Debug)]
enum Unread {
    /// All entries from this one on.
    All(u32),
    /// What matched when less was typed, from this place on.
    Matched(Vec<(u32, Score)>, usize),
}

impl Finder {
    /// A list in which nothing is typed yet, at the entry of the reader's place.
    pub fn new(list: List, here: Option<u32>) -> Self {
        let shown = (0..list.len()).map(|index| (index, 0)).collect();
        let selected = here.map_or(0, |index| index as usize);
        Self {
            unread: Unread::All(list.len()),
            list,
            input: Input::default(),
            rows: Vec::new(),
            here,
            shown,
            selected,
            top: selected,
            n_rows: 0,
            has_moved: false,
            asked: None,
        }
    }

    /// How many entries match so far.
    pub fn n_shown(&self) -> usize {
        self.shown.len()
    }

    /// Whether entries are still to be compared with what is typed.
    pub fn is_unfinished(&self) -> bool {
        match &self.unread {
            Unread::All(from) => *from < self.list.len(),
            Unread::Matched(matched, from) => *from < matched.len(),
        }
    }

    /// The index in the list of the entry that Enter goes to.
    pub fn chosen(&self) -> Option<u32> {
        self.shown.get(self.selected).map(|(index, _)| *index)
    }

    /// Begins to compare the entries with what is typed now. What only adds to what was typed is
    /// looked for among what matched.
    pub(super) fn filter(&mut self, sources: Sources<'_>, before: &str) {
        let typed = self.input.value();
        let matched = mem::take(&mut self.shown);
        let narrows = !before.is_empty() && typed.starts_with(before) && !self.is_unfinished();
        self.unread = if narrows { Unread::Matched(matched, 0) } else { Unread::All(0) };
        (self.selected, self.top, self.has_moved) = (0, 0, false);
        self.read_on(sources);
    }

    /// Compares some more entries with what is typed.
    pub(super) fn read_on(&mut self, sources: Sources<'_>) {
        let typed = self.input.value();
        let mut fuzzy = Fuzzy::new(typed, self.list.manner());
        let at_a_time = self.list.at_a_time();
        let mut take = |index: u32| {
            let text = self.list.text(sources, index);
            let head = text.get(..typed.len()).filter(|_| self.list.is_ranked());
            let is_named_so = head.is_some_and(|head| head.eq_ignore_ascii_case(typed));
            Some((index, fuzzy.score(&text)? + if is_named_so { NAMED_SO } else { 0 }))
        };
        match &mut self.unread {
            Unread::All(from) => {
                let to = from.saturating_add(at_a_time as u32).min(self.list.len());
                self.shown.extend((*from..to).filter_map(&mut take));
                *from = to;
            }
            Unread::Matched(matched, from) => {
                let to = (*from + at_a_time).min(matched.len());
                self.shown.extend(matched[*from..to].iter().filter_map(|(index, _)| take(*index)));
                *from = to;
            }
        }
        self.choose();
    }

    /// Selects what matches best, or the reader's place if nothing is typed.
    fn choose(&mut self) {
        if self.list.is_ranked() {
            self.shown.sort_by_key(|(index, score)| (std::cmp::Reverse(*score), *index));
        }
        if self.has_moved {
            return;
        }
        let best = if self.input.value().is_empty() {
            self.here.and_then(|here| self.shown.binary_search_by_key(&here, |entry| entry.0).ok())
        } else {
            // Of several that match as well, the first.
            let places = (0..self.shown.len()).rev();
            places.max_by_key(|place| self.shown[*place].1)
        };
        self.selected = best.unwrap_or(0);
    }

    /// Lists something else, filtered by what is typed.
    pub(super) fn replace(&mut self, list: List, here: Option<u32>, sources: Sources<'_>) {
        let input = mem::take(&mut self.input);
        *self = Self { input, ..Self::new(list, here) };
        if !self.input.value().is_empty() {
            self.filter(sources, "");
        }
    }

    /// Moves the selection by rows; at the ends it stays.
    fn step(&mut self, rows: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.selected = self.selected.saturating_add_signed(rows).min(last);
        self.has_moved = true;
    }

    /// Selects the entry on a row of the screen; whether there is one.
    pub(super) fn select_row(&mut self, row: usize) -> bool {
        let place = self.top + row;
        let is_entry = place < self.shown.len();
        if is_entry {
            (self.selected, self.has_moved) = (place, true);
        }
        is_entry
    }

    /// Adopts the rows and columns of the coming frame and makes what stands in them.
    pub fn fit(&mut self, sources: Sources<'_>, size: Size) {
        let rows = usize::from(size.rows).max(1);
        let last_top = self.shown.len().saturating_sub(rows);
        let context = usize::from(rows > 4);
        let lowest = (self.selected + 1 + context).saturating_sub(rows);
        let highest = self.selected.saturating_sub(context);
        if self.n_rows == 0 {
            // Opened at a place: it stands in the middle.
            self.top = self.selected.saturating_sub(rows / 2);
        }
        self.n_rows = rows;
        self.top = self.top.max(lowest).min(highest).min(last_top);
        let mut fuzzy = Fuzzy::new(self.input.value(), self.list.manner());
        let shown = self.shown.iter().enumerate().skip(self.top).take(rows);
        self.rows = shown
            .map(|(place, (index, _))| {
                let mut entry = self.list.entry(sources, *index);
                if self.list.has_section() {
                    entry.show_matched_detail(&mut fuzzy, size.columns);
                }
                entry.show_matched(&mut fuzzy, size.columns);
                entry.is_here = self.here == Some(*index);
                entry.is_selected = place == self.selected;
                entry
            })
            .collect();
    }

    /// How many rows a page of the list moves by.
    fn page(&self) -> isize {
        (self.n_rows.saturating_sub(1)).max(1) as isize
    }
}
