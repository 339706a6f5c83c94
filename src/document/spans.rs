//! The spans of a chunk, stored in a third of the memory that they take one by one.
//!
//! Each is twelve bytes. Where links lead is kept once for each chunk, and not at all where a link
//! leads to the very words that it stands over, as bare addresses do.

use super::{Mark, Span, TextRange};
use std::borrow::Cow;
use std::collections::HashMap;

/// A span: where it starts and ends in the document, and the code of its mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    start: u32,
    end: u32,
    code: u32,
}

/// Codes of marks. From `FIRST` on, each kind of mark that carries a text has every fifth.
const EMPHASIS: u32 = 0;
const STRONG: u32 = 1;
const CODE: u32 = 2;
const STRIKE: u32 = 3;
const OWN_WORDS: u32 = 4;
const FIRST: u32 = 5;
const N_KINDS: u32 = 5;

/// The spans of a chunk, by their starts.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spans {
    rows: Box<[Row]>,
    /// The texts of all marks that carry one, joined.
    targets: Box<str>,
    /// Where each of them ends.
    ends: Box<[u32]>,
}

impl Spans {
    /// Stores spans of `text`, the first byte of which is `base` in the document.
    pub(super) fn new(spans: &[MarkedRange], known: &Marks, text: &str, base: usize) -> Self {
        let mut kept = Targets { codes: vec![None; known.marks.len()], ..Targets::default() };
        let mut marks: Vec<(&Mark<'static>, MarkId)> =
            known.marks.iter().map(|(mark, id)| (mark, *id)).collect();
        marks.sort_unstable_by_key(|(_, id)| *id);
        let rows = spans.iter().map(|span| {
            let words = &text[span.range.relative_to(base)];
            let (mark, id) = marks[span.mark.0 as usize];
            let code = match mark {
                Mark::Link(target) if *target == words => OWN_WORDS,
                _ => kept.code(mark, id),
            };
            Row { start: span.range.start() as u32, end: span.range.end() as u32, code }
        });
        let rows = rows.collect();
        Self { rows, targets: kept.joined.into(), ends: kept.ends.into() }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The index of the first one that does not start before `offset`.
    pub(super) fn first_from(&self, offset: usize) -> usize {
        self.rows.partition_point(|row| (row.start as usize) < offset)
    }

    /// The one of this index; `text` is that of the chunk, which begins at `base`.
    pub(super) fn get<'a>(&'a self, index: usize, text: &'a str, base: usize) -> Span<'a> {
        let row = self.rows[index];
        let range = TextRange::new(row.start as usize, row.end as usize);
        let mark = match row.code {
            EMPHASIS => Mark::Emphasis,
            STRONG => Mark::Strong,
            CODE => Mark::Code,
            STRIKE => Mark::Strike,
            OWN_WORDS => Mark::Link(Cow::Borrowed(&text[range.relative_to(base)])),
            code => {
                let target = Cow::Borrowed(self.target(code));
                match code % N_KINDS {
                    0 => Mark::Link(target),
                    1 => Mark::Note(target),
                    2 => Mark::Language(target),
                    3 => Mark::Image(target),
                    _ => Mark::Title(target),
                }
            }
        };
        Span { range, mark }
    }

    fn target(&self, code: u32) -> &str {
        let index = ((code - FIRST) / N_KINDS) as usize;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.targets[start as usize..self.ends[index] as usize]
    }
}

/// What links and notes lead to, as it is stored.
#[derive(Default)]
struct Targets {
    joined: String,
    ends: Vec<u32>,
    /// The code of each mark that was met.
    codes: Vec<Option<u32>>,
}

impl Targets {
    fn code(&mut self, mark: &Mark<'_>, id: MarkId) -> u32 {
        let (target, kind) = match mark {
            Mark::Emphasis => return EMPHASIS,
            Mark::Strong => return STRONG,
            Mark::Code => return CODE,
            Mark::Strike => return STRIKE,
            Mark::Link(target) => (target, 0),
            Mark::Note(target) => (target, 1),
            Mark::Language(name) => (name, 2),
            Mark::Image(address) => (address, 3),
            Mark::Title(words) => (words, 4),
        };
        *self.codes[id.0 as usize].get_or_insert_with(|| {
            self.joined.push_str(target);
            self.ends.push(self.joined.len() as u32);
            FIRST + N_KINDS * (self.ends.len() as u32 - 1) + kind
        })
    }
}

/// A mark among those of the chunk that is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct MarkId(u32);

/// A span of the chunk that is being written.
#[derive(Debug, Clone, Copy)]
pub(super) struct MarkedRange {
    pub(super) range: TextRange,
    pub(super) mark: MarkId,
}

/// The different marks of the chunk that is being written.
#[derive(Debug, Clone, Default)]
pub(super) struct Marks {
    marks: HashMap<Mark<'static>, MarkId>,
}

impl Marks {
    /// The number of a mark.
    pub(super) fn id<'a>(&mut self, mark: Mark<'a>) -> MarkId {
        let marks: &HashMap<Mark<'a>, MarkId> = &self.marks;
        if let Some(id) = marks.get(&mark) {
            return *id;
        }
        let id = MarkId(self.marks.len() as u32);
        self.marks.insert(mark.into_owned(), id);
        id
    }

    /// Whether a mark says how words look, and no more.
    pub(super) fn is_style(&self, id: MarkId) -> bool {
        [Mark::Emphasis, Mark::Strong, Mark::Strike]
            .iter()
            .any(|mark| self.marks.get(mark) == Some(&id))
    }

    /// Forgets all.
    pub(super) fn clear(&mut self) {
        self.marks.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_come_out_as_they_went_in_and_equal_targets_are_kept_once() {
        let text = "http://x.org one two";
        let link = |target: &'static str| Mark::Link(target.into());
        let all = [
            (Mark::Strong, 0..12),
            (link("http://x.org"), 0..12),
            (link("http://x.org"), 13..16),
            (Mark::Note("http://x.org".into()), 13..16),
            (link("#a"), 17..20),
            (link("http://x.org"), 17..20),
            (Mark::Code, 18..20),
            (Mark::Language("c".into()), 18..20),
            (Mark::Image("d".into()), 18..20),
            (Mark::Title("e".into()), 18..20),
        ];
        let mut marks = Marks::default();
        let base = 100;
        let range =
            |range: &std::ops::Range<usize>| TextRange::new(base + range.start, base + range.end);
        let written: Vec<MarkedRange> = all
            .iter()
            .map(|(mark, at)| MarkedRange { range: range(at), mark: marks.id(mark.clone()) })
            .collect();
        let spans = Spans::new(&written, &marks, text, base);
        let read: Vec<Span<'_>> =
            (0..spans.len()).map(|index| spans.get(index, text, base)).collect();
        let expected: Vec<Span<'_>> =
            all.iter().map(|(mark, at)| Span { range: range(at), mark: mark.clone() }).collect();
        assert_eq!(read, expected);
        assert_eq!(&*spans.targets, "http://x.orghttp://x.org#acde");
        assert_eq!([100, 101, 113, 121].map(|at| spans.first_from(at)), [0, 2, 2, 10]);
    }

    #[test]
    fn an_address_that_is_its_own_target_takes_twelve_bytes() {
        let address = "http://x.org";
        let mut marks = Marks::default();
        let mark = marks.id(Mark::Link(address.into()));
        let span = MarkedRange { range: TextRange::new(0, address.len()), mark };
        let Spans { rows, targets, ends } = Spans::new(&[span], &marks, address, 0);
        assert_eq!(size_of_val(&*rows) + size_of_val(&*targets) + size_of_val(&*ends), 12);
    }
}
