//! Groups: the lines between two blank ones.

use super::line::Line;

/// A group of more lines is imported in parts, so that no block is endless.
const GROUP_LINES: usize = 1024;

/// The same in bytes.
const GROUP_BYTES: usize = 64 << 10;

/// Lines without a blank line between them, and the blank lines around them.
#[derive(Clone, Default)]
pub struct Group<'a> {
    /// The lines.
    pub lines: Vec<Line<'a>>,
    n_bytes: usize,
    n_blank_before: usize,
    /// Blank lines after them, so far.
    pub n_blank_after: usize,
    /// Where the blank lines before them begin, in bytes of the text.
    start: usize,
    /// Where those after them begin.
    end: usize,
    /// Whether lines before these were imported already.
    is_rest: bool,
}

impl<'a> Group<'a> {
    /// Adds a line.
    pub fn push(&mut self, line: Line<'a>) {
        self.n_bytes += line.words().len();
        self.lines.push(line);
    }

    /// Adds a blank line after them, which begins at `at`.
    pub fn push_blank(&mut self, at: usize) {
        if self.n_blank_after == 0 {
            self.end = at;
        }
        self.n_blank_after += 1;
    }

    /// Where the text can be read from on to read these lines; `None` if a part of them was
    /// imported already, or there are none.
    pub fn source(&self) -> Option<usize> {
        (!self.is_rest && !self.lines.is_empty()).then_some(self.start)
    }

    /// Whether so much was read that the blocks of which the end is known should be imported.
    pub fn is_large(&self) -> bool {
        self.lines.len() >= GROUP_LINES || self.n_bytes >= GROUP_BYTES
    }

    /// Where the lines from `at` to `end` stand; `next` is the line after the group.
    pub fn place<'l>(&'l self, at: usize, end: usize, next: Option<&'l Line<'l>>) -> Place<'l> {
        let is_first = at == 0 && !self.is_rest;
        Place {
            is_alone: is_first && end == self.lines.len(),
            n_blank: if is_first { self.n_blank_before } else { 0 },
            next: self.lines.get(end).or(next),
        }
    }

    /// Leaves only the lines from `at` on.
    pub fn forget(&mut self, at: usize) {
        self.lines.drain(..at);
        self.n_bytes = self.lines.iter().map(|line| line.words().len()).sum();
        self.is_rest = true;
    }

    /// The group, to be kept after the text that it was read from.
    pub fn into_owned(self) -> Group<'static> {
        let lines = self.lines.into_iter().map(Line::into_owned).collect();
        Group { lines, ..self }
    }

    /// The empty group after this one.
    pub fn followed(mut self) -> Self {
        self.lines.clear();
        let (n_blank_before, start) = (self.n_blank_after, self.end);
        Self { lines: self.lines, n_blank_before, start, ..Self::default() }
    }
}

/// Where the lines of a block stand.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// Whether they are a whole group.
    pub is_alone: bool,
    /// Blank lines before them.
    pub n_blank: usize,
    /// The line after them, and after the blank lines that follow.
    pub next: Option<&'a Line<'a>>,
}

impl Place<'_> {
    /// Whether more than one block may be made: with the lines known to be complete.
    pub fn is_closed(self) -> bool {
        self.is_alone && self.next.is_some()
    }
}
