//! Where a block ends inside a group of lines without a blank line.
//!
//! Every answer depends only on the lines up to the first one of the next block, or on lines
//! behind it that say so whatever follows: while they are not there, lines belong together. So
//! the blocks of the head of a file, all but the last, are those of the whole file.

use super::heading;
use super::line::{Line, ends_sentence, opens_sentence};
use super::marker::{Marker, marker};
use super::shape::{are_options, is_break, is_quoted, is_star_break, is_tabular, underlined};

/// Nobody breaks lines by hand at more columns than this.
const LONGEST_WRAP: usize = 160;

/// Text is seldom broken by hand at more columns than this.
const USUAL_WRAP: usize = 85;

/// A line that is so much shorter than the others was ended on purpose.
const SHORT_BY: usize = 20;

/// Lines hang by no more than this.
const HANGING: usize = 10;

/// The least columns of a line that is one of many in running text.
const PROSE_COLUMNS: usize = 50;

/// What is known of the running text before a group.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setting {
    /// The columns to which its lines reach.
    pub width: Option<usize>,
    /// Its indentation.
    pub margin: Option<usize>,
    /// The indentation of the first line of each paragraph, if that is not the margin.
    pub first_line: Option<usize>,
    /// The same of the last block of the group, if its other lines are set in further.
    pub hanging: Option<usize>,
}

/// The index after the last line of the block that starts `lines`; at least 1.
pub fn end(lines: &[Line], setting: Setting) -> usize {
    if lines.len() > 1 && underlined(&lines[0], &lines[1]).is_some() {
        return 2;
    }
    if is_star_break(lines[0].words()) {
        return 1;
    }
    let mut block = Growing::new(&lines[0], setting);
    for at in 1..lines.len() {
        if block.ends_before(lines, at) {
            return at;
        }
        block.add(&lines[at]);
    }
    lines.len()
}

/// The indentation of the first line of a paragraph, if its other lines are set in further.
pub fn hanging(lines: &[Line]) -> Option<usize> {
    let (first, others) = lines.split_first()?;
    let is_set_in = |line: &Line| line.indent > first.indent + 1;
    let hangs = !others.is_empty() && others.iter().all(is_set_in) && !is_code(first);
    (hangs && marker(first.words()).is_none()).then_some(first.indent)
}

/// Whether a line is of code or of a log, and not a paragraph about it.
fn is_code(line: &Line) -> bool {
    (line.signs.is_code || line.signs.is_record) && line.columns <= LONGEST_WRAP
}

/// Whether a line is the name of a section in a man page.
pub fn is_name(line: &Line) -> bool {
    let words = line.words();
    // With a stop behind it, it is who speaks in a play.
    let is_named = heading::is_all_capitals(words) && !words.ends_with('.');
    words.starts_with(char::is_alphabetic) && (is_named || line.is_strong())
}

/// A block of which the end is not found yet.
struct Growing {
    setting: Setting,
    marker: Option<Marker>,
    widest: usize,
    n_lines: usize,
    n_code: usize,
    /// The indentation of the first line, and of the others if they agree.
    first: usize,
    others: Option<usize>,
}

impl Growing {
    fn new(line: &Line, setting: Setting) -> Self {
        Self {
            setting,
            marker: marker(line.words()),
            widest: line.columns,
            n_lines: 1,
            n_code: usize::from(is_code(line)),
            first: line.indent,
            others: None,
        }
    }

    fn add(&mut self, line: &Line) {
        self.widest = self.widest.max(line.columns);
        self.n_lines += 1;
        self.n_code += usize::from(is_code(line));
        self.others = self.others.or(Some(line.indent));
    }

    fn ends_before(&self, lines: &[Line], at: usize) -> bool {
        let (before, line, next) = (&lines[at - 1], &lines[at], lines.get(at + 1));
        if is_quoted(before) || is_quoted(line) {
            return is_quoted(before) != is_quoted(line);
        }
        if is_star_break(line.words()) {
            return true;
        }
        // Code and tables are cut nowhere.
        if self.n_code * 2 > self.n_lines && self.marker.is_none() {
            return false;
        }
        if are_options(&lines[at - self.n_lines], line) {
            return true;
        }
        let is_entry = heading::ends_with_page(line.words());
        // Of the last line it may be open still whether it is one of a table.
        if is_entry && heading::ends_with_page(before.words())
            || is_tabular(before) && (is_tabular(line) || next.is_none())
        {
            return false;
        }
        let is_over_rule = next.is_some_and(|next| underlined(line, next).is_some());
        is_over_rule && !is_break(before.words())
            || self.is_heading_over(before, line)
            || self.ends_before_item(before, line, next)
            || self.is_whole(before, line)
            || self.ends_before_hanging(before, line, next)
            || self.marker.is_none() && self.ends_short(before, line)
            || self.ends_before_indent(before, line, &lines[at + 1..])
    }

    /// Whether the block is one line that heads the text below it.
    fn is_heading_over(&self, heading: &Line, line: &Line) -> bool {
        let words = heading.words();
        if self.n_lines > 1 {
            return false;
        }
        // The options that a man page explains stand at its margin, its headings left of it.
        let hangs = line.indent > heading.indent
            && (heading.indent == 0 || self.setting.margin.is_some_and(|m| heading.indent < m));
        let is_heading = hangs && is_name(heading)
            || line.columns >= PROSE_COLUMNS && heading::division(words).is_some();
        is_heading && !heading::is_contents_line(line.words())
    }

    fn ends_before_item(&self, before: &Line, line: &Line, next: Option<&Line>) -> bool {
        let Some(item) = marker(line.words()) else { return false };
        if let Some(first) = self.marker {
            let is_sibling =
                first.class.is_followed_by(item.class) && line.indent <= self.first + 1;
            return is_sibling || item.class.is_first() || line.indent < self.first;
        }
        let follows = |next: &Line| {
            marker(next.words()).is_some_and(|next| item.class.is_followed_by(next.class))
        };
        item.class.is_first() && (before.words().ends_with(':') || next.is_some_and(follows))
    }

    /// Whether `before` is a paragraph of its own, in a text of one line a paragraph.
    fn is_whole(&self, before: &Line, line: &Line) -> bool {
        if self.widest > LONGEST_WRAP || line.columns > LONGEST_WRAP {
            return true;
        }
        let is_wrapped = self.setting.width.is_some_and(|width| {
            width > USUAL_WRAP && before.columns.abs_diff(width) <= SHORT_BY / 2
        });
        before.columns > USUAL_WRAP
            && self.n_lines == 1
            && !is_wrapped
            && ends_sentence(before.words())
            && opens_sentence(line.words())
    }

    /// Whether the last line was ended on purpose, well before the margin.
    fn ends_short(&self, before: &Line, line: &Line) -> bool {
        let widest = if self.n_lines > 1 {
            self.widest
        } else {
            self.setting.width.unwrap_or(0).min(line.columns)
        };
        widest >= PROSE_COLUMNS + 10
            && before.columns + SHORT_BY <= widest
            && ends_sentence(before.words())
            && opens_sentence(line.words())
    }

    /// Whether `line` begins an entry of a list of which the other lines are set in: it goes on in the
    /// next line with a small letter, or the entry before was set so.
    fn ends_before_hanging(&self, before: &Line, line: &Line, next: Option<&Line>) -> bool {
        let is_at_edge = line.indent == self.first && before.indent == self.first;
        let goes_on = next.is_some_and(|next| {
            (line.indent + 2..=line.indent + HANGING).contains(&next.indent)
                && next.words().starts_with(char::is_lowercase)
                && line.columns >= PROSE_COLUMNS
                && ends_sentence(before.words())
        });
        self.marker.is_none()
            && is_at_edge
            && opens_sentence(line.words())
            && (goes_on || self.setting.hanging == Some(self.first))
    }

    /// Whether indentation tells that a paragraph starts at `line`.
    fn ends_before_indent(&self, before: &Line, line: &Line, after: &[Line]) -> bool {
        let Some(others) = self.others else {
            return self.ends_before_second(before, line, after);
        };
        if self.widest < PROSE_COLUMNS && line.columns < PROSE_COLUMNS {
            return false;
        }
        if others > self.first + 1 {
            // A hanging indent: the next entry comes back to the edge.
            return line.indent <= self.first && line.indent < before.indent;
        }
        if self.marker.is_some() && others > self.first {
            return line.indent < others;
        }
        line.indent >= others + 2 && line.indent <= others + 12 && before.indent == others
    }

    /// The same for the second line of a block, when its shape is not known yet.
    fn ends_before_second(&self, before: &Line, line: &Line, after: &[Line]) -> bool {
        let is_new = ends_sentence(before.words()) && opens_sentence(line.words());
        if self.setting.first_line == Some(line.indent) && line.indent >= before.indent && is_new {
            return true;
        }
        let Some(next) = after.first() else { return false };
        let is_prose = before.columns.max(line.columns).max(next.columns) >= PROSE_COLUMNS;
        if !is_prose || self.marker.is_some() || line.indent < before.indent {
            return false;
        }
        let next_comes_back = next.indent + 2 <= line.indent;
        if line.indent == before.indent {
            // Two first lines, of which the second has a paragraph below it.
            return before.indent >= 2 && next_comes_back && is_new;
        }
        // A paragraph of one line, and one whose first line is set in.
        next.indent == before.indent && next_comes_back && is_new
    }
}
