//! Plain text: lines to paragraphs, headings, verse, tables.
//!
//! In: any text. Out: a document that holds every visible character of it in order; only the
//! underlines of headings are left out. What lines mean is decided group by group, a group being
//! the lines between two blank ones, from what was read before it and the first line after it: so
//! the head of a file can be shown while the rest arrives.

mod head;
mod heading;
mod line;
mod marker;
mod segment;
mod shape;
mod sign;
mod terminal;
mod write;

#[cfg(test)]
mod tests;

use super::decode::RawLines;
use crate::document::{BlockKind, CleanText, Document, Meta};
use head::{Frame, Phase};
use line::{Line, ends_sentence};
use marker::marker;
use segment::Setting;
use write::Writer;

/// A group of more lines is imported in parts, so that no block is endless.
const GROUP_LINES: usize = 1024;

/// The same in bytes.
const GROUP_BYTES: usize = 64 << 10;

/// The document of a text.
pub fn import(text: &str) -> Document {
    let mut importer = Importer::default();
    let mut group = Group::default();
    for line in RawLines::new(text).map(Line::new) {
        if line.is_blank() {
            group.n_blank_after += 1;
            continue;
        }
        if group.n_blank_after > 0 {
            importer.group(&group, Some(&line));
            group = group.followed();
        }
        group.push(line);
        if group.lines.len() >= GROUP_LINES || group.n_bytes >= GROUP_BYTES {
            importer.part(&mut group);
        }
    }
    importer.group(&group, None);
    importer.writer.finish(importer.meta)
}

/// Lines without a blank line between them, and the blank lines around them.
#[derive(Default)]
struct Group<'a> {
    lines: Vec<Line<'a>>,
    n_bytes: usize,
    n_blank_before: usize,
    n_blank_after: usize,
    /// Whether lines before these were imported already.
    is_rest: bool,
}

impl<'a> Group<'a> {
    fn push(&mut self, line: Line<'a>) {
        self.n_bytes += line.words().len();
        self.lines.push(line);
    }

    /// The empty group after this one.
    fn followed(mut self) -> Self {
        self.lines.clear();
        let n_blank_before = self.n_blank_after;
        Self { lines: self.lines, n_blank_before, ..Self::default() }
    }
}

/// Where the lines of a block stand.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// Whether they are a whole group.
    is_alone: bool,
    /// Blank lines before them.
    n_blank: usize,
    /// The line after them, and after the blank lines that follow.
    next: Option<&'a Line<'a>>,
}

impl Place<'_> {
    /// Whether more than one block may be made: with the lines known to be complete.
    fn is_closed(self) -> bool {
        self.is_alone && self.next.is_some()
    }
}

/// What a table of contents has said so far.
#[derive(Default)]
enum Contents {
    /// None is being read.
    #[default]
    Outside,
    /// Its heading was read.
    Heading,
    /// Its first entry; the text begins where that comes again.
    Entries(String),
}

#[derive(Default)]
struct Importer {
    writer: Writer,
    meta: Meta,
    phase: Phase,
    frame: Frame,
    contents: Contents,
    setting: Setting,
    /// The columns of the marks of the list items that enclose the place.
    items: Vec<usize>,
    /// The fewest blank lines before a chapter.
    heading_gap: Option<usize>,
    /// The last heading that was only an Arabic number.
    last_number: u32,
    /// Whether the last block was ended by a stop.
    has_ended: bool,
}

impl Importer {
    fn group(&mut self, group: &Group, next: Option<&Line>) {
        self.blocks(group, 0, group.lines.len(), next);
    }

    /// Imports the blocks of a growing group of which the end is known.
    fn part(&mut self, group: &mut Group) {
        let n_lines = group.lines.len();
        let mut at = 0;
        while at < n_lines {
            let end = at + segment::end(&group.lines[at..], self.setting);
            // The last block may grow, unless it is all there is.
            if end == n_lines && at > 0 {
                break;
            }
            self.blocks(group, at, end, None);
            at = end;
        }
        group.lines.drain(..at);
        group.n_bytes = group.lines.iter().map(|line| line.words().len()).sum();
        group.is_rest = true;
    }

    /// Imports the blocks of the lines from `at` to `end`.
    fn blocks(&mut self, group: &Group, mut at: usize, end: usize, next: Option<&Line>) {
        while at < end {
            let block_end = at + segment::end(&group.lines[at..], self.setting);
            let is_first = at == 0 && !group.is_rest;
            let place = Place {
                is_alone: is_first && block_end == group.lines.len(),
                n_blank: if is_first { group.n_blank_before } else { 0 },
                next: group.lines.get(block_end).or(next),
            };
            self.block(&group.lines[at..block_end], place);
            at = block_end;
        }
    }

    fn block(&mut self, lines: &[Line], place: Place) {
        self.read_frame(lines);
        let is_made = self.title(lines, place)
            || self.byline(lines, place)
            || self.rule(lines, place)
            || self.heading(lines, place)
            || self.dek_or_captions(lines, place)
            || self.item(lines)
            || self.kept(lines)
            || self.verse(lines);
        if !is_made {
            self.prose(lines);
        }
        self.has_ended = lines.last().is_some_and(|line| ends_sentence(line.words()));
    }

    fn read_frame(&mut self, lines: &[Line]) {
        if self.phase == Phase::Body && self.frame != Frame::Head {
            return;
        }
        for line in lines {
            let before = self.frame;
            self.frame = before.read(line.words(), &mut self.meta);
            if before == Frame::Head && self.frame == Frame::Text {
                self.phase = Phase::Start;
            }
        }
    }

    fn title(&mut self, lines: &[Line], place: Place) -> bool {
        let is_frame = self.frame == Frame::Head || lines[0].words().starts_with("*** ");
        if self.phase != Phase::Start || is_frame || !place.is_closed() {
            return false;
        }
        let n_title = head::title_lines(lines);
        if n_title == 0 {
            return false;
        }
        let (title, below) = lines.split_at(n_title);
        self.writer.joined(BlockKind::Title, 0, title);
        self.name(title);
        self.captions(below);
        self.phase = Phase::Titled;
        true
    }

    /// Takes the title from its lines, unless the file has named it already.
    fn name(&mut self, title: &[Line]) {
        let words: Vec<&str> = title.iter().map(|line| line.words()).collect();
        self.meta.title.get_or_insert_with(|| CleanText::line(&words.join(" ")));
    }

    fn byline(&mut self, lines: &[Line], place: Place) -> bool {
        let is_head = matches!(self.phase, Phase::Titled | Phase::Captions);
        let is_byline = is_head
            && lines.len() == 1
            && place.is_closed()
            && !head::byline(lines[0].words()).is_empty();
        if is_byline {
            self.captions(lines);
        }
        is_byline
    }

    fn dek_or_captions(&mut self, lines: &[Line], place: Place) -> bool {
        if !place.is_closed() {
            return false;
        }
        if self.phase == Phase::Titled && head::is_dek(lines) {
            self.writer.joined(BlockKind::Dek, 0, lines);
            self.meta.dek = Some(CleanText::line(lines[0].words()));
            self.phase = Phase::Captions;
            return true;
        }
        let is_head = matches!(self.phase, Phase::Titled | Phase::Captions);
        let are_captions =
            if is_head { head::are_captions(lines) } else { head::are_credited(lines) };
        if are_captions {
            self.captions(lines);
        }
        are_captions
    }

    fn captions(&mut self, lines: &[Line]) {
        for line in lines {
            self.writer.joined(BlockKind::Caption, 0, std::slice::from_ref(line));
            if self.meta.authors.is_empty() && self.phase != Phase::Body {
                let names = head::byline(line.words()).into_iter();
                self.meta.authors.extend(names.map(CleanText::line));
            }
        }
    }

    fn rule(&mut self, lines: &[Line], place: Place) -> bool {
        let [line] = lines else { return false };
        let is_rule =
            shape::is_star_break(line.words()) || place.is_alone && shape::is_break(line.words());
        if is_rule {
            self.writer.joined(BlockKind::Break, 0, lines);
        }
        is_rule
    }

    fn heading(&mut self, lines: &[Line], place: Place) -> bool {
        if let [line, below] = lines
            && let Some(level) = shape::underlined(line, below)
        {
            self.underlined(line, level);
            return true;
        }
        let Some(level) = self.heading_level(lines, place) else { return false };
        if self.is_entry(lines[0].words(), level, place) {
            self.writer.kept(BlockKind::Preformatted, 0, lines, shape::edge(lines));
            return true;
        }
        let words = lines[0].words();
        self.contents =
            if heading::is_contents(words) { Contents::Heading } else { Contents::Outside };
        if heading::division(words).is_some() {
            self.heading_gap =
                Some(self.heading_gap.map_or(place.n_blank, |n| n.min(place.n_blank)));
        }
        self.last_number = heading::lone_number(words).unwrap_or(self.last_number);
        self.writer.joined(BlockKind::Heading { level }, 0, lines);
        self.enter_body();
        true
    }

    /// A line with a rule below it: the title, if nothing stands above it.
    fn underlined(&mut self, line: &Line, level: u8) {
        let lines = std::slice::from_ref(line);
        if self.phase == Phase::Start && level == 1 {
            self.writer.joined(BlockKind::Title, 0, lines);
            self.name(lines);
            self.phase = Phase::Titled;
        } else {
            self.writer.joined(BlockKind::Heading { level }, 0, lines);
            self.enter_body();
        }
    }

    fn heading_level(&self, lines: &[Line], place: Place) -> Option<u8> {
        let words = lines[0].words();
        let division = heading::division(words);
        match lines {
            [_] if division.is_some() => division,
            [_, title] if place.is_alone => {
                let is_title = head::title_lines(std::slice::from_ref(title)) == 1;
                division.filter(|_| is_title && heading::division(title.words()).is_none())
            }
            [line] if place.is_alone => self.lone_level(line, place),
            [line] if place.next.is_some() && self.is_left_of_text(line, place) => {
                let is_top = line.indent == 0 && heading::capitals(words);
                (is_top || line.is_strong()).then_some(if is_top { 1 } else { 2 })
            }
            _ => None,
        }
    }

    /// The level of a line that stands alone.
    fn lone_level(&self, line: &Line, place: Place) -> Option<u8> {
        let words = line.words();
        if heading::part(words) {
            return Some(1);
        }
        if heading::is_numeral(words) {
            return Some(2);
        }
        if let Some(number) = heading::lone_number(words) {
            // A page number stands in the middle of a sentence, and rarely in order.
            let is_next = number == 1 || number == self.last_number + 1;
            return (self.has_ended && is_next || number == 1).then_some(2);
        }
        if let Some(section) = heading::section(words) {
            let next = place.next.and_then(|next| heading::section(next.words()));
            let is_listed = next
                .is_some_and(|next| next.depth == section.depth && next.last == section.last + 1);
            return (self.items.is_empty() && !is_listed).then_some(section.depth);
        }
        // Where chapters stand apart by two lines, a signature by one is no heading.
        let gap = self.heading_gap.unwrap_or(0).min(2);
        (heading::capitals(words) && place.n_blank >= gap && place.next.is_some()).then_some(2)
    }

    /// Whether a line is the first of its group and stands left of the next one.
    fn is_left_of_text(&self, line: &Line, place: Place) -> bool {
        place.next.is_some_and(|next| next.indent > line.indent)
            && (line.indent == 0 || self.setting.margin.is_some_and(|margin| line.indent < margin))
            && segment::is_name(line)
    }

    /// Whether a heading is an entry of a table of contents.
    fn is_entry(&mut self, words: &str, level: u8, place: Place) -> bool {
        let Some(next) = place.next.map(Line::words) else { return false };
        let is_next_entry = heading::is_contents_line(next) || heading::is_numeral(next);
        match &self.contents {
            Contents::Entries(first) => is_next_entry && first != words,
            Contents::Heading if is_next_entry => {
                self.contents = Contents::Entries(words.to_owned());
                true
            }
            Contents::Outside if heading::division(words).is_some() => {
                let is_entry = heading::division(next).is_some_and(|next| next <= level);
                if is_entry {
                    self.contents = Contents::Entries(words.to_owned());
                }
                is_entry
            }
            Contents::Heading | Contents::Outside => false,
        }
    }

    fn item(&mut self, lines: &[Line]) -> bool {
        let first = &lines[0];
        if let Some(marker) = marker(first.words()) {
            if shape::unwrapped(lines, self.margin(lines)).is_some() && lines.len() > 1 {
                return false;
            }
            let depth = self.item_depth(first.indent);
            let kind = BlockKind::Item { hanging: hanging(marker.columns) };
            self.writer.joined(kind, depth, lines);
        } else if let Some(columns) = shape::tag(lines) {
            let kind = BlockKind::Item { hanging: hanging(columns) };
            self.writer.tagged(kind, 0, lines);
        } else if let Some(columns) = shape::definition(lines, self.usual()) {
            let kind = BlockKind::Item { hanging: hanging(columns) };
            self.writer.defined(kind, 0, lines);
        } else {
            return false;
        }
        self.setting.margin = self.setting.margin.or(Some(first.indent));
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

    /// Lines that are kept with their blanks.
    fn kept(&mut self, lines: &[Line]) -> bool {
        let kind = if shape::is_quoted(&lines[0]) {
            let is_narrow = lines.iter().all(|line| line.right() <= 80);
            Some(if is_narrow { BlockKind::Preformatted } else { BlockKind::Quotation })
        } else if shape::is_contents(lines) {
            Some(BlockKind::Preformatted)
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
        if lines.len() > 1 && first >= margin + 2 {
            self.setting.first_line = Some(first);
        }
    }

    /// Whether lines are all set in from the running text.
    fn is_set_in(&self, lines: &[Line]) -> bool {
        let edge = shape::edge(lines);
        let is_first_line = lines.len() == 1 && self.setting.first_line == Some(edge);
        self.setting.margin.is_some_and(|margin| edge >= margin + 2) && !is_first_line
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
