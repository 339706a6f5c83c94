//! The headings of a text, and the table of contents that only looks like headings.

use super::group::Place;
use super::head::{self, Phase};
use super::line::{Line, opens_sentence};
use super::marker::marker;
use super::{Importer, heading, segment, shape};
use crate::document::BlockKind;

/// A longer line is no title of a chapter.
const CHAPTER_COLUMNS: usize = 60;

/// What a table of contents has said so far.
#[derive(Clone, Default)]
pub enum Contents {
    /// None is being read.
    #[default]
    Outside,
    /// Its heading was read.
    Heading,
    /// Its first entry; the text begins where that comes again.
    Entries(String),
}

impl Importer {
    /// Writes lines if they are a heading, or an entry of a table of contents.
    pub fn heading(&mut self, lines: &[Line], place: Place) -> bool {
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
        if heading::division(words).is_some() && place.n_blank > 0 {
            let gap = self.heading_gap.map_or(place.n_blank, |gap| gap.min(place.n_blank));
            self.heading_gap = Some(gap);
        }
        self.last_number = heading::lone_number(words).unwrap_or(self.last_number);
        self.chapter = (lines.len() == 1 && heading::is_untitled(words)).then_some(level + 1);
        self.writer.joined(BlockKind::Heading { level }, 0, lines);
        self.enter_body();
        true
    }

    /// The title of a chapter, of which the line above tells only the number.
    pub fn chapter_title(&mut self, level: u8, lines: &[Line], place: Place) -> bool {
        let ([line], Some(next)) = (lines, place.next) else { return false };
        let words = line.words();
        let is_title = match words.strip_suffix('.') {
            Some(words) => heading::is_all_capitals(words),
            None => head::title_lines(lines) == 1 && line.columns <= CHAPTER_COLUMNS,
        };
        let is_heading = is_title
            && place.is_alone
            && words.starts_with(char::is_alphabetic)
            // A chapter may well begin with a question.
            && !words.ends_with(['?', '!', '…'])
            && !heading::is_contents_line(words)
            && !heading::is_contents_line(next.words())
            && !heading::is_numeral(next.words());
        if is_heading {
            self.writer.joined(BlockKind::Heading { level }, 0, lines);
        }
        is_heading
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

    /// The level of the heading that lines are; `None` if they are none.
    fn heading_level(&self, lines: &[Line], place: Place) -> Option<u8> {
        if lines.len() > 2 {
            return None;
        }
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
                let is_top = line.indent == 0 && heading::is_all_capitals(words);
                (is_top || line.is_strong()).then_some(if is_top { 1 } else { 2 })
            }
            _ => None,
        }
    }

    /// The level of a line that stands alone.
    fn lone_level(&self, line: &Line, place: Place) -> Option<u8> {
        let words = line.words();
        if heading::is_part(words) {
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
        if self.heads_text(line, place) {
            return Some(1);
        }
        // Where chapters stand apart by two lines, a signature by one is no heading.
        let gap = self.heading_gap.unwrap_or(0).min(2);
        (heading::is_all_capitals(words) && place.n_blank >= gap && place.next.is_some())
            .then_some(2)
    }

    /// Whether a line stands alone, left of the running text, as headings of a memorandum do.
    fn heads_text(&self, line: &Line, place: Place) -> bool {
        let is_left = self.setting.margin.is_none_or(|margin| line.indent < margin);
        let is_set_in = place.next.is_some_and(|next| {
            (line.indent + 2..line.indent + 10).contains(&next.indent)
                && marker(next.words()).is_none()
        });
        is_left
            && is_set_in
            && opens_sentence(line.words())
            && head::title_lines(std::slice::from_ref(line)) == 1
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
}
