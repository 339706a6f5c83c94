//! The cells of a table, as ranges of its text.
//!
//! In a table that its author set with blanks, two blanks or a tab stand between two cells.

use crate::document::BlockKind;
use std::ops::Range;

/// The cells of the lines of a table, each without the blanks around it.
pub fn cells(kind: BlockKind, text: &str) -> Vec<Vec<Range<usize>>> {
    let mut start = 0;
    let line = |line: &str| {
        let cells = if kind.is_table() {
            between(line, |rest| rest.find('\t').map(|at| (at, at + 1)))
        } else {
            between(line, wide_gap)
        };
        let base = start;
        start += line.len() + 1;
        let trimmed = |cell: Range<usize>| {
            let words = &line[cell.clone()];
            let from = cell.start + (words.len() - words.trim_start().len());
            base + from..base + from + words.trim().len()
        };
        cells.into_iter().map(trimmed).collect()
    };
    text.split('\n').map(line).collect()
}

/// The parts of a line between the gaps that `gap` finds.
fn between(line: &str, gap: impl Fn(&str) -> Option<(usize, usize)>) -> Vec<Range<usize>> {
    let (mut parts, mut start) = (Vec::new(), 0);
    while let Some((from, to)) = gap(&line[start..]) {
        parts.push(start..start + from);
        start += to;
    }
    parts.push(start..line.len());
    parts
}

/// Two blanks or more, or a tab, between cells that are set under each other.
fn wide_gap(rest: &str) -> Option<(usize, usize)> {
    let from = rest.find("  ").into_iter().chain(rest.find('\t')).min()?;
    let length = rest[from..].len() - rest[from..].trim_start().len();
    Some((from, from + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Alignments;

    #[test]
    fn cells_are_told_by_tabs_or_by_wide_blanks() {
        let text = "1969  A clash \n\tat  the river   in May";
        let set = |kind| -> Vec<Vec<&str>> {
            let lines = cells(kind, text).into_iter();
            lines.map(|line| line.into_iter().map(|cell| &text[cell]).collect()).collect()
        };
        assert_eq!(
            set(BlockKind::Tabular),
            [vec!["1969", "A clash"], vec!["", "at", "the river", "in May"]]
        );
        let kind = BlockKind::Table { has_header: false, alignments: Alignments::NONE };
        assert_eq!(set(kind), [vec!["1969  A clash"], vec!["", "at  the river   in May"]]);
    }
}
