//! Plain text: lines to paragraphs, headings, verse, tables.
//!
//! In: any text. Out: a document that holds every visible character of it in order; only the
//! underlines of headings, and the numbers and running lines of pages, are left out. What lines mean is decided group by group, a group being
//! the lines between two blank ones, from what was read before it and the first line after it: so
//! the head of a file can be shown while the rest arrives.

mod day;
mod group;
mod head;
mod heading;
mod line;
mod marker;
mod note;
mod opening;
mod outline;
mod page;
mod reader;
mod segment;
mod shape;
mod sign;
mod signature;
mod signer;
mod terminal;
mod write;

#[cfg(test)]
mod tests;

// The head of an article is read alike in every format that has no names for its parts.
pub(super) use head::{
    Below, Lead, Phase, are_captions, are_credited, below_dek, is_of_head, is_personal, may_be_dek,
};
pub(super) use line::Line;
pub(super) use note::{is_about, is_note};
pub use reader::TextReader;
pub(super) use shape::is_star_break;
pub(super) use signature::{Signature, day, people, signature};
pub(super) use signer::{Signer, is_old};
pub(super) use write::joint;

use crate::document::{BlockKind, Checkpoint, Meta};
use group::{Group, Place};
use head::Frame;
use line::ends_sentence;
use marker::marker;
use outline::Contents;
use page::Pages;
use segment::Setting;
use write::Writer;

/// A first line that is so much shorter than the others is not full.
const SLACK: usize = 6;

/// One line that is set in by so much is no quotation.
const CENTERED: usize = 16;

/// Writes block after block, and remembers what tells the next ones apart.
#[derive(Clone, Default)]
struct Importer {
    writer: Writer,
    meta: Meta,
    phase: Phase,
    signer: Signer,
    frame: Frame,
    contents: Contents,
    pages: Pages,
    setting: Setting,
    /// The columns of the marks of the list items that enclose the place.
    items: Vec<usize>,
    /// The fewest blank lines before a chapter.
    heading_gap: Option<usize>,
    /// The last heading that was only an Arabic number.
    last_number: u32,
    /// Whether the last block was ended by a stop.
    has_ended: bool,
    /// The level of the title that the chapter, named by the last block, may have.
    chapter: Option<u8>,
}

impl Importer {
    /// Takes the next line that has words.
    fn text_line<'a>(&mut self, group: &mut Group<'a>, line: Line<'a>) {
        if group.n_blank_after > 0 {
            self.group(group, Some(&line));
            *group = std::mem::take(group).followed();
        }
        group.push(line);
        if group.is_large() {
            self.part(group);
        }
    }

    /// The same place in the text, of which the rest is written behind a checkpoint.
    fn behind(&self, checkpoint: Checkpoint) -> Self {
        Self { writer: Writer::behind(checkpoint), ..self.clone() }
    }

    fn group(&mut self, group: &Group, next: Option<&Line>) {
        if let Some(source) = group.source() {
            self.writer.note_source(source);
        }
        let mut at = 0;
        while at < group.lines.len() {
            let end = at + segment::end(&group.lines[at..], self.setting);
            self.block(&group.lines[at..end], group.place(at, end, next));
            self.setting.hanging = segment::hanging(&group.lines[at..end]);
            at = end;
        }
        self.setting.hanging = None;
    }

    /// Imports the blocks of a growing group of which the end is known.
    fn part(&mut self, group: &mut Group) {
        if let Some(source) = group.source() {
            self.writer.note_source(source);
        }
        let n_lines = group.lines.len();
        let mut at = 0;
        while at < n_lines {
            let end = at + segment::end(&group.lines[at..], self.setting);
            // The last block may grow, unless it is all there is.
            if end == n_lines && at > 0 {
                break;
            }
            self.block(&group.lines[at..end], group.place(at, end, None));
            at = end;
        }
        group.forget(at);
    }

    fn block(&mut self, lines: &[Line], place: Place) {
        self.read_frame(lines);
        let chapter = self.chapter.take();
        let is_made = self.lead(lines, place)
            || self.title(lines, place)
            || chapter.is_some_and(|level| self.chapter_title(level, lines, place))
            || self.byline(lines, place)
            || self.rule(lines, place)
            || self.heading(lines, place)
            || self.dek_or_captions(lines, place)
            || self.contents_list(lines)
            || self.illustration(lines)
            || self.item(lines)
            || self.kept(lines)
            || self.verse(lines);
        if !is_made {
            self.prose(lines);
        }
        self.has_ended = lines.last().is_some_and(|line| ends_sentence(line.words()));
    }

    fn rule(&mut self, lines: &[Line], place: Place) -> bool {
        let [line] = lines else { return false };
        let is_rule =
            is_star_break(line.words()) || place.is_alone && shape::is_break(line.words());
        if is_rule {
            self.writer.joined(BlockKind::Break, 0, lines);
        }
        is_rule
    }

    /// An image that the text names in brackets: `[Illustration: A ship]`.
    fn illustration(&mut self, lines: &[Line]) -> bool {
        let is_image = lines[0].words().starts_with("[Illustration")
            && lines.last().is_some_and(|line| line.words().ends_with(']'));
        if is_image {
            self.writer.joined(BlockKind::Image, 0, lines);
        }
        is_image
    }

    fn item(&mut self, lines: &[Line]) -> bool {
        let first = &lines[0];
        if let Some(marker) = marker(first.words()) {
            if shape::unwrapped(lines, self.margin(lines)) == Some(BlockKind::Tabular) {
                return false;
            }
            let depth = self.item_depth(first.indent);
            let kind = BlockKind::Item { hanging: hanging(marker.columns) };
            self.writer.joined(kind, depth, lines);
        } else if let Some(columns) = shape::tag(lines) {
            let kind = BlockKind::Item { hanging: hanging(columns) };
            self.writer.tagged(kind, 0, lines);
            self.setting.margin = self.setting.margin.or(Some(first.indent));
        } else if let Some(columns) = shape::definition(lines, self.usual()) {
            let kind = BlockKind::Item { hanging: hanging(columns) };
            self.writer.defined(kind, 0, lines);
            self.setting.margin = self.setting.margin.or(Some(first.indent));
        } else {
            return false;
        }
        self.phase = Phase::Body;
        true
    }

    /// How deep an item lies whose mark stands at `indent`.
    fn item_depth(&mut self, indent: usize) -> u8 {
        while self.items.last().is_some_and(|last| *last > indent) {
            self.items.pop();
        }
        if self.items.last().is_none_or(|last| *last + 1 < indent) {
            self.items.push(indent);
        }
        (self.items.len() - 1).min(usize::from(u8::MAX)) as u8
    }

    fn contents_list(&mut self, lines: &[Line]) -> bool {
        let is_list = shape::is_contents(lines);
        if is_list {
            self.writer.kept(BlockKind::Preformatted, 0, lines, shape::edge(lines));
        }
        is_list
    }

    /// Lines that are kept with their blanks.
    fn kept(&mut self, lines: &[Line]) -> bool {
        let kind = if shape::is_quoted(&lines[0]) {
            let is_narrow = lines.iter().all(|line| line.right() <= 80);
            Some(if is_narrow { BlockKind::Preformatted } else { BlockKind::Quotation })
        } else {
            shape::unwrapped(lines, self.margin(lines))
        };
        let Some(kind) = kind else { return false };
        let margin = self.margin(lines).min(shape::edge(lines));
        self.writer.kept(kind, 0, lines, margin);
        true
    }

    fn verse(&mut self, lines: &[Line]) -> bool {
        let is_verse = shape::is_verse(lines, self.usual());
        if is_verse {
            let edge = shape::edge(lines);
            let kind =
                if self.is_set_in(lines) { BlockKind::Quotation } else { BlockKind::Paragraph };
            self.writer.kept(kind, 0, lines, edge);
            self.enter_body();
        }
        is_verse
    }

    fn prose(&mut self, lines: &[Line]) {
        let edge = shape::edge(lines);
        let is_in_item = self.items.last().is_some_and(|mark| edge >= mark + 2);
        if is_in_item {
            let depth = self.items.len().min(usize::from(u8::MAX)) as u8;
            self.writer.joined(BlockKind::Paragraph, depth, lines);
            return;
        }
        if self.is_set_in(lines) {
            self.writer.joined(BlockKind::Quotation, 0, lines);
            self.items.clear();
            return;
        }
        self.writer.joined(BlockKind::Paragraph, 0, lines);
        self.learn(lines);
        let is_long = lines.len() > 1 || lines[0].columns > 100;
        if is_long || ends_sentence(lines[0].words()) {
            self.enter_body();
        }
        self.items.clear();
    }

    /// Takes the measures of a paragraph of the running text.
    fn learn(&mut self, lines: &[Line]) {
        let widest = lines.iter().map(|line| line.columns).max().unwrap_or(0);
        let (first, margin) = (lines[0].indent, shape::edge(&lines[lines.len().min(2) - 1..]));
        if lines.len() > 2 {
            self.setting.width = Some(widest);
        }
        if lines.len() > 1 || widest >= 60 && self.setting.first_line != Some(first) {
            self.setting.margin = Some(margin);
        }
        let is_full = lines.len() > 1
            && lines[0].right() + lines[1].first_word() + SLACK >= margin + self.usual();
        if is_full && (margin + 2..margin + 12).contains(&first) {
            self.setting.first_line = Some(first);
        }
    }

    /// Whether lines are all set in from the running text.
    fn is_set_in(&self, lines: &[Line]) -> bool {
        let edge = shape::edge(lines);
        let is_one = lines.len() == 1;
        let is_first_line = is_one && self.setting.first_line == Some(edge);
        // One line far from the margin is centered, or set to the right.
        self.setting
            .margin
            .is_some_and(|margin| edge >= margin + 2 && !(is_one && edge >= margin + CENTERED))
            && !is_first_line
    }

    fn margin(&self, lines: &[Line]) -> usize {
        self.setting.margin.unwrap_or_else(|| shape::edge(lines))
    }

    fn usual(&self) -> usize {
        self.setting.width.unwrap_or(shape::USUAL_COLUMNS)
    }

    fn enter_body(&mut self) {
        self.phase = Phase::Body;
        self.items.clear();
    }
}

/// A hanging indent; a wider one leaves no room for words.
fn hanging(columns: usize) -> u8 {
    columns.min(40) as u8
}
