//! Tables: cells side by side while the measure allows it, else one record under the other.
//!
//! In: the text of a table, its cells between tabs and its rows between line ends. Out: [`Row`]s
//! of pieces. The columns take what they need, or shrink, the widest first, and their cells wrap.
//! Where not even the longest words fit, each row of the table becomes a record: a line for each
//! cell, with the name of its column before it.
//!
//! The ranges of the rows partition the text, so that every place has its row: the lines of a
//! wrapped row of the table begin where those of its tallest cell do.

use super::lines::{clip, wrap_text};
use super::wrap::{Content, Piece, Row};
use crate::document::{Alignment, Alignments, TextRange, columns};
use std::ops::Range;
use std::rc::Rc;

/// The columns between two columns of a table.
const GAP: usize = 3;

/// A word longer than this may be cut rather than make records of a table.
const LONGEST_WORD: usize = 16;

/// A column is not made narrower than this for the sake of the others.
const LEAST_COLUMNS: usize = 6;

/// More columns of a table are no columns for the eye.
const MOST_COLUMNS: usize = 16;

/// A table and where it is set.
pub struct Table<'a> {
    /// Its text.
    pub text: &'a str,
    /// The offset of the text in the document.
    pub base: usize,
    /// Whether the first row names the columns.
    pub has_header: bool,
    /// The sides to which cells are set.
    pub alignments: Alignments,
    /// The columns left free before it.
    pub indent: usize,
    /// The columns it may take.
    pub width: usize,
}

/// One row of cells: byte ranges of the text.
type Cells = Vec<Range<usize>>;

/// The names of the columns, and the columns that they take before the cells of a record.
struct Labels<'a> {
    names: &'a [Range<usize>],
    width: usize,
    /// The cells of the record are names themselves.
    is_head: bool,
}

/// A row as it is found: where it begins, and what is on it.
struct Draft {
    start: usize,
    content: Content,
}

impl Table<'_> {
    /// The rows of the page; at least one.
    pub fn rows(&self) -> Vec<Row> {
        let rows: Vec<Cells> = self.lines().map(|line| self.cells(line)).collect();
        let drafts = match self.widths(&rows) {
            Some(widths) => self.side_by_side(&rows, &widths),
            None => self.records(&rows),
        };
        self.finished(drafts)
    }

    /// The lines of the text, as ranges of it.
    fn lines(&self) -> impl Iterator<Item = Range<usize>> {
        let mut at = 0;
        self.text.split('\n').map(move |line| {
            let start = at;
            at += line.len() + 1;
            start..start + line.len()
        })
    }

    /// The cells of a line, without the blanks around them. A line has at least one.
    fn cells(&self, line: Range<usize>) -> Cells {
        let mut at = line.start;
        let cells = self.text[line].split('\t').map(|cell| {
            let words = cell.trim();
            let start = at + (cell.len() - cell.trim_start().len());
            at += cell.len() + 1;
            start.min(at - 1)..start.min(at - 1) + words.len()
        });
        cells.collect()
    }

    /// How wide each column is; `None` if they do not fit beside each other.
    fn widths(&self, rows: &[Cells]) -> Option<Vec<usize>> {
        let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        if n_columns > MOST_COLUMNS {
            return None;
        }
        let mut needed = vec![0; n_columns];
        let mut widths = vec![0; n_columns];
        for (column, cell) in rows.iter().flat_map(|row| row.iter().enumerate()) {
            let words = &self.text[cell.clone()];
            let all = columns(words);
            let longest = words.split(' ').map(columns).max().unwrap_or(0).min(LONGEST_WORD);
            needed[column] = all.max(needed[column]);
            widths[column] = longest.max(all.min(LEAST_COLUMNS)).max(widths[column]);
        }
        let room = self.width.checked_sub(GAP * n_columns.saturating_sub(1))?;
        let mut left = room.checked_sub(widths.iter().sum())?;
        // Every free cell goes to the narrowest of the columns that need one more.
        while left > 0 {
            let wanting = (0..n_columns).filter(|column| widths[*column] < needed[*column]);
            let Some(column) = wanting.min_by_key(|column| widths[*column]) else { break };
            widths[column] += 1;
            left -= 1;
        }
        Some(widths)
    }

    fn side_by_side(&self, rows: &[Cells], widths: &[usize]) -> Vec<Draft> {
        let lefts: Vec<usize> = widths
            .iter()
            .scan(self.indent, |left, width| {
                let start = *left;
                *left += width + GAP;
                Some(start)
            })
            .collect();
        let wrapped: Vec<Vec<Vec<Range<usize>>>> = rows
            .iter()
            .map(|row| {
                row.iter().zip(widths).map(|(cell, width)| self.wrapped(cell, *width)).collect()
            })
            .collect();
        let is_open = wrapped.iter().skip(1).flatten().any(|cell| cell.len() > 1);
        let mut drafts = Vec::new();
        for (at, (line, cells)) in self.lines().zip(&wrapped).enumerate() {
            let is_head = at == 0 && self.has_header;
            let tallest = cells.iter().max_by_key(|cell| cell.len()).map_or(&[][..], |cell| cell);
            for n in 0..tallest.len().max(1) {
                let pieces = cells.iter().enumerate().filter_map(|(column, cell)| {
                    // The names of columns stand on the rule.
                    let n_above = if is_head { tallest.len() - cell.len() } else { 0 };
                    let words =
                        cell.get(n.checked_sub(n_above)?).filter(|words| !words.is_empty())?;
                    let width = columns(&self.text[words.clone()]);
                    let free = widths[column].saturating_sub(width);
                    let left = lefts[column]
                        + match self.alignments.of(column) {
                            Alignment::Left => 0,
                            Alignment::Center => free / 2,
                            Alignment::Right => free,
                        };
                    Some(self.piece(words, left, is_head))
                });
                let start = if n == 0 { line.start } else { tallest[n].start };
                drafts.push(Draft { start, content: Content::Pieces(pieces.collect()) });
            }
            let is_last = at + 1 == rows.len();
            if is_head && !is_last {
                let spans =
                    lefts.iter().zip(widths).map(|(left, width)| (*left as u16, *width as u16));
                drafts.push(Draft { start: line.end, content: Content::Rules(spans.collect()) });
            } else if is_open && !is_last {
                drafts.push(Draft { start: line.end, content: Content::Pieces(Rc::default()) });
            }
        }
        drafts
    }

    fn records(&self, rows: &[Cells]) -> Vec<Draft> {
        let has_names = self.has_header && rows.len() > 1;
        let names = if has_names { &rows[0][..] } else { &[] };
        let widest = names.iter().map(|name| columns(&self.text[name.clone()])).max().unwrap_or(0);
        let labels = Labels { names, width: widest.min(self.width * 2 / 5), is_head: false };
        // Names that are cut before the cells, or have none, stand in full above them.
        let has_cell = |column: usize| {
            let cells = rows.iter().skip(1).filter_map(|row| row.get(column));
            cells.into_iter().any(|cell| !cell.is_empty())
        };
        let is_whole = widest <= labels.width && (0..names.len()).all(has_cell);
        let is_shown = |at: usize| at > 0 || !has_names || !is_whole;
        let mut drafts: Vec<Draft> = Vec::new();
        for (at, (line, cells)) in
            self.lines().zip(rows).enumerate().filter(|(at, _)| is_shown(*at))
        {
            if !drafts.is_empty() {
                drafts
                    .push(Draft { start: line.start - 1, content: Content::Pieces(Rc::default()) });
            }
            let first = drafts.len();
            if has_names && at == 0 {
                let none = Labels { names: &[], width: 0, is_head: true };
                self.record(cells, &none, &mut drafts);
            } else {
                self.record(cells, &labels, &mut drafts);
            }
            match drafts.get_mut(first) {
                Some(draft) => draft.start = line.start,
                None => {
                    let content = Content::Pieces(Rc::default());
                    drafts.push(Draft { start: line.start, content });
                }
            }
        }
        // The names of the columns may stand before the first record.
        if let Some(draft) = drafts.first_mut() {
            draft.start = 0;
        }
        drafts
    }

    /// A line for each cell that holds something, or more.
    fn record(&self, cells: &Cells, labels: &Labels<'_>, drafts: &mut Vec<Draft>) {
        let left = if labels.width > 0 { labels.width + 2 } else { 0 };
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            for words in self.wrapped(cell, self.width.saturating_sub(left)) {
                let is_first = words.start == cell.start;
                let name = labels.names.get(column).filter(|name| is_first && !name.is_empty());
                let label = name.map(|name| {
                    let cut = self.cut_name(name, labels.width);
                    self.piece(&cut, self.indent, true)
                });
                let value = self.piece(&words, self.indent + left, labels.is_head);
                let pieces = label.into_iter().chain([value]).collect();
                drafts.push(Draft { start: words.start, content: Content::Pieces(pieces) });
            }
        }
    }

    /// As many words of a name as fit, or as much of its first word.
    fn cut_name(&self, name: &Range<usize>, width: usize) -> Range<usize> {
        let words = &self.text[name.clone()];
        let (fitting, _) = clip(words, width);
        let ends_word = fitting.len() == words.len() || words[fitting.len()..].starts_with(' ');
        let whole = fitting.rfind(' ').filter(|_| !ends_word).unwrap_or(fitting.len());
        name.start..name.start + fitting[..whole].trim_end().len()
    }

    fn wrapped(&self, cell: &Range<usize>, width: usize) -> Vec<Range<usize>> {
        // Looking for breaks takes a hundred times as long, and most cells need none.
        if columns(&self.text[cell.clone()]) <= width {
            return vec![cell.clone()];
        }
        let rows = wrap_text(&self.text[cell.clone()], width, width);
        rows.into_iter().map(|row| cell.start + row.start..cell.start + row.end).collect()
    }

    fn piece(&self, words: &Range<usize>, left: usize, is_head: bool) -> Piece {
        let range = TextRange::new(self.base + words.start, self.base + words.end);
        Piece { range, left: left as u16, is_head }
    }

    /// Every row ends where the next one begins.
    fn finished(&self, drafts: Vec<Draft>) -> Vec<Row> {
        let starts = drafts.iter().skip(1).map(|draft| draft.start);
        let ends: Vec<usize> = starts.chain([self.text.len()]).collect();
        let rows = drafts.into_iter().zip(ends).map(|(draft, end)| Row {
            range: TextRange::new(self.base + draft.start, self.base + end),
            indent: self.indent as u16,
            content: draft.content,
        });
        rows.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta, Nesting};
    use crate::layout::wrap;

    /// The rows of a table as they are drawn; cells are given between bars.
    #[track_caller]
    fn check(table: &str, width: usize, expected: &[&str]) {
        let alignments = Alignments::new([Alignment::Left, Alignment::Right, Alignment::Center]);
        let mut builder = Builder::new();
        builder.begin(BlockKind::Table { has_header: true, alignments }, Nesting::default());
        for (row, at) in table.split('\n').zip(0..) {
            if at > 0 {
                builder.next_row();
            }
            for (cell, at) in row.split('|').zip(0..) {
                if at > 0 {
                    builder.next_cell();
                }
                builder.push_text(cell);
            }
        }
        let document = builder.finish(Meta::default());
        let block = document.blocks().next().expect("there is a table");
        let rows = wrap(&document, &block, width);
        let shown: Vec<String> = rows
            .iter()
            .map(|row| {
                let mut line = String::new();
                if let Content::Rules(rules) = &row.content {
                    for (left, width) in rules.iter() {
                        line.extend(std::iter::repeat_n(' ', usize::from(*left) - columns(&line)));
                        line.extend(std::iter::repeat_n('─', (*width).into()));
                    }
                }
                for piece in row.pieces() {
                    line.extend(std::iter::repeat_n(' ', usize::from(piece.left) - columns(&line)));
                    line.push_str(&document[piece.range]);
                }
                line
            })
            .collect();
        assert_eq!(shown, expected);
        let mut at = block.range.start();
        for (row, index) in rows.iter().zip(0..) {
            assert_eq!(row.range.start(), at);
            assert!(index == 0 || rows[index - 1].range.start() < at, "two rows at {at}");
            at = row.range.end();
        }
        assert_eq!(at, block.range.end());
    }

    #[test]
    fn columns_take_what_they_need() {
        check(
            "Treaty|Year|Place\nNanking|1842|a\nAigun|58|ports",
            40,
            &[
                "Treaty    Year   Place",
                "───────   ────   ─────",
                "Nanking   1842     a",
                "Aigun       58   ports",
            ],
        );
    }

    #[test]
    fn the_widest_column_shrinks_and_its_cells_wrap() {
        check(
            "Year|n|What was agreed\n1842|1|five ports are opened to trade\n1858|22|x",
            24,
            &[
                "              What was",
                "Year    n      agreed",
                "────   ──   ────────────",
                "1842    1    five ports",
                "             are opened",
                "              to trade",
                "",
                "1858   22        x",
            ],
        );
    }

    #[test]
    fn what_is_too_wide_becomes_records() {
        check(
            "Year|Ports|What was agreed\n1842|Shanghai|five ports are opened\n|Canton|",
            16,
            &[
                "Year",
                "Ports",
                "What was agreed",
                "",
                "Year    1842",
                "Ports   Shanghai",
                "What    five",
                "        ports",
                "        are",
                "        opened",
                "",
                "Ports   Canton",
            ],
        );
    }

    #[test]
    fn ragged_rows_and_wide_letters_keep_their_columns() {
        check("a|b\n漢字\nx|y|z\n", 20, &["a      b", "────   ─   ─", "漢字", "x      y   z"]);
    }
}
