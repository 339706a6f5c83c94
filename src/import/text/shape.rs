//! The shape of a group of lines: a break, a table, code, verse.

use super::heading;
use super::line::{Line, ends_sentence, opens_sentence};
use crate::document::BlockKind;
use std::ops::Range;

/// The columns of running text where nothing is known yet.
pub const USUAL_COLUMNS: usize = 66;

/// Whether a line is a thematic break.
pub fn is_break(words: &str) -> bool {
    if words.len() > 90 {
        return false;
    }
    let mut signs = words.chars().filter(|character| !character.is_whitespace());
    let Some(first) = signs.next() else { return false };
    let least = match first {
        '⁂' | '❦' | '☙' | '※' => 1,
        '*' | '-' | '_' | '—' | '–' | '~' | '=' | '#' | '•' | '·' | '─' => 3,
        _ => return false,
    };
    signs.clone().count() + 1 >= least && signs.all(|sign| sign == first)
}

/// Whether a line is a break that may stand between lines of text.
pub fn is_star_break(words: &str) -> bool {
    words.starts_with(['*', '⁂']) && is_break(words)
}

/// The level that `below` gives to `line` as its underline; `None` if it is none.
pub fn underlined(line: &Line, below: &Line) -> Option<u8> {
    let level = match below.words().bytes().next()? {
        b'=' => 1,
        b'-' => 2,
        b'~' => 3,
        _ => return None,
    };
    let sign = below.words().as_bytes()[0];
    let is_rule = below.columns >= 3 && below.words().bytes().all(|byte| byte == sign);
    let fits = below.columns * 2 >= line.columns && below.columns <= line.columns * 2 + 8;
    let is_title = line.columns <= 80
        && !line.signs.has_wide_gap
        && !line.signs.is_ruled
        && line.words().chars().any(char::is_alphanumeric);
    (is_rule && fits && is_title && line.indent.abs_diff(below.indent) <= 2).then_some(level)
}

/// Whether a line is quoted as in a letter by electronic mail.
pub fn is_quoted(line: &Line) -> bool {
    line.words().starts_with('>') && !line.words().starts_with(">>> ")
}

/// Whether columns or rules run through a line.
pub fn is_tabular(line: &Line) -> bool {
    line.signs.is_ruled || line.signs.has_wide_gap
}

/// The kind of lines that are kept with their blanks, if these are: a table, or code.
///
/// `margin` is the indentation of the running text.
pub fn unwrapped(lines: &[Line], margin: usize) -> Option<BlockKind> {
    if let Some(kind) = table(lines) {
        return Some(kind);
    }
    let n_records = lines.iter().filter(|line| line.signs.is_record).count();
    if lines.len() > 1 && n_records * 2 > lines.len() {
        return Some(BlockKind::Preformatted);
    }
    let n_code = lines.iter().filter(|line| line.signs.is_code).count();
    if lines[0].words().starts_with("```") {
        return Some(BlockKind::Preformatted);
    }
    let is_deep = lines.iter().all(|line| line.indent >= margin + 4);
    let is_code = if is_deep {
        n_code * 10 >= lines.len() * 3 || lines.iter().all(is_command)
    } else {
        lines.len() > 1 && n_code * 2 > lines.len() && !is_full(lines)
    };
    is_code.then_some(BlockKind::Preformatted)
}

/// Whether all lines but the last are nearly as wide as running text; lines of code differ.
fn is_full(lines: &[Line]) -> bool {
    lines[..lines.len() - 1].iter().all(|line| line.columns >= 50)
}

fn is_command(line: &Line) -> bool {
    let words = line.words();
    const MOST_WORDS: usize = 8;
    words.split(' ').count() <= MOST_WORDS
        && words
            .starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_punctuation())
        && !words.starts_with(['*', '(', '"', '\'', '[', '_'])
        && !words.ends_with([',', '.', '!', '?', ';', ':', '"', ')'])
        && line.columns < 80
}

/// What runs of blanks and bars make of lines.
fn table(lines: &[Line]) -> Option<BlockKind> {
    let count = |is: fn(&Line) -> bool| lines.iter().filter(|line| is(line)).count();
    let is_most = |n: usize| n > 0 && n * 10 >= lines.len() * 6;
    if is_most(count(|line| line.signs.is_ruled)) {
        return Some(if lines.len() > 1 { BlockKind::Tabular } else { BlockKind::Preformatted });
    }
    if lines.len() > 1 && lines.iter().any(|line| is_break(line.words())) {
        return Some(BlockKind::Preformatted);
    }
    let n_gaps = count(|line| line.signs.has_gap || line.signs.has_wide_gap);
    if n_gaps == 0 {
        return None;
    }
    let n_aligned = n_aligned(lines);
    let n_wide_gaps = count(|line| line.signs.has_wide_gap);
    // Cells of one width end at one right margin, as prose may; but prose has no column in which
    // every line begins a cell.
    let is_grid = lines.len() > 2 && n_aligned == lines.len() && n_wide_gaps == lines.len();
    if !is_grid && is_justified(lines) {
        return None;
    }
    let aligned = lines.len() > 1 && is_most(n_aligned);
    if is_most(n_wide_gaps) {
        return Some(if aligned { BlockKind::Tabular } else { BlockKind::Preformatted });
    }
    (lines.len() > 2 && aligned).then_some(BlockKind::Tabular)
}

/// Whether all lines but the last end at one right margin, as nroff(1) sets prose.
fn is_justified(lines: &[Line]) -> bool {
    let [body @ .., _] = lines else { return false };
    let right = body.iter().map(Line::right).max().unwrap_or(0);
    right >= 50 && body.iter().all(|line| line.right() + 1 >= right && is_evenly_spaced(line))
}

/// Whether no gap in a line is much wider than another; a tag before it may stand apart.
fn is_evenly_spaced(line: &Line) -> bool {
    let words = line.words();
    let has_single = words.split("  ").any(|part| part.trim().contains(' '));
    !(has_single && words.contains("    "))
}

/// How many lines have a cell that starts, or ends, at the column where most have one.
fn n_aligned(lines: &[Line]) -> usize {
    let most = |mut columns: Vec<usize>| {
        columns.sort_unstable();
        columns.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0)
    };
    let cells: Vec<Range<usize>> = lines.iter().flat_map(cells).collect();
    let ends = cells.iter().map(|cell| cell.end).collect();
    most(cells.iter().map(|cell| cell.start).collect()).max(most(ends))
}

/// The columns of the words that stand after two blanks or more, up to the next two.
fn cells(line: &Line) -> Vec<Range<usize>> {
    let mut cells: Vec<Range<usize>> = Vec::new();
    let mut n_blanks = 0;
    let mut column = line.indent;
    for character in line.words().chars() {
        let next = super::line::advance(column, character);
        match character {
            '\t' => n_blanks = 2,
            ' ' => n_blanks += 1,
            _ => {
                if n_blanks > 1 {
                    cells.push(column..next);
                } else if let Some(cell) = cells.last_mut() {
                    cell.end = next;
                }
                n_blanks = 0;
            }
        }
        column = next;
    }
    cells
}

/// The columns of a tag, if lines are one item of which the text stands in columns of its own.
pub fn tag(lines: &[Line]) -> Option<usize> {
    const WIDEST: usize = 24;
    let [first, rest @ ..] = lines else { return None };
    if !(first.signs.has_gap || first.signs.has_wide_gap) {
        return None;
    }
    let cells = cells(first);
    let start = cells.first()?.start;
    let is_option = first.words().starts_with('-');
    let edge = rest.first().map_or(start, |line| line.indent);
    let is_aligned = edge == start || is_option && edge > first.indent + 2;
    let is_block = is_aligned && rest.iter().all(|line| line.indent == edge);
    let is_tagged = !rest.is_empty() || is_option && cells.len() == 1;
    let columns = edge.checked_sub(first.indent)?;
    (is_block && is_tagged && start <= first.indent + WIDEST).then_some(columns)
}

/// Whether two lines are options that a man page explains, each with its text in one column.
pub fn are_options(first: &Line, line: &Line) -> bool {
    let are_named = first.words().starts_with('-') && line.words().starts_with('-');
    let column = |line: &Line| cells(line).first().map(|cell| cell.start);
    are_named
        && first.indent == line.indent
        && column(first) == column(line)
        && column(line).is_some()
}

/// The columns by which text is set in below a term that stands on a line of its own.
pub fn definition(lines: &[Line], usual: usize) -> Option<usize> {
    let [term, second, rest @ ..] = lines else { return None };
    let columns = second.indent.checked_sub(term.indent)?;
    let is_term = term.columns <= 60
        && term.right() + 1 + second.first_word() < usual
        && !term.words().ends_with([',', '.', ';', '!', '?', '”', '—'])
        && !term.signs.has_wide_gap;
    let is_block = rest.iter().all(|line| line.indent == second.indent);
    let is_code = term.words().ends_with(['{', '(', ':'])
        || second.signs.is_code && !term.words().starts_with('-');
    (columns >= 3 && is_term && is_block && !is_code).then_some(columns)
}

/// The least indentation of these lines.
pub fn edge(lines: &[Line]) -> usize {
    lines.iter().map(|line| line.indent).min().unwrap_or(0)
}

/// Whether lines are a table of contents.
pub fn is_contents(lines: &[Line]) -> bool {
    let count = |is: fn(&str) -> bool| lines.iter().filter(|line| is(line.words())).count();
    let is_most = |n: usize| n * 10 >= lines.len() * 6;
    match lines.len() {
        0 | 1 => false,
        2 => {
            count(heading::ends_with_page) == 2
                || count(|words| heading::division(words).is_some()) == 2
        }
        _ => is_most(count(heading::is_contents_line)),
    }
}

/// Whether the line ends of these lines are meant; `usual` is the width of the running text.
pub fn is_verse(lines: &[Line], usual: usize) -> bool {
    let n = lines.len();
    if n < 2 {
        return false;
    }
    let widest = lines.iter().map(|line| line.columns).max().unwrap_or(0);
    let is_short = widest * 5 < usual * 4;
    // Prose is not set in columns so narrow.
    if lines.iter().all(is_field) || widest * 3 < usual {
        return true;
    }
    let is_open = |line: &Line| opens_sentence(line.words());
    let n_early = lines.windows(2).filter(|pair| ends_early(&pair[0], &pair[1], widest)).count();
    if n == 2 {
        let is_long = lines[0].columns * 10 >= usual * 6 && !has_stop(&lines[0]);
        let runs_on = is_long && (!is_open(&lines[1]) || ends_sentence(lines[1].words()))
            || lines[0].columns * 10 >= usual * 7 && lines[1].columns < 15;
        return is_short && !runs_on;
    }
    let are_open = lines.iter().all(is_open);
    if is_short {
        return n_early > 0 || are_open;
    }
    // Sentences, one a line, are prose.
    let n_sentences = lines[..n - 1].iter().filter(|line| ends_sentence(line.words())).count();
    are_open && n_early * 2 >= n - 1 && n_sentences * 2 < n
}

fn has_stop(line: &Line) -> bool {
    line.words().ends_with([',', ';', '—']) || ends_sentence(line.words())
}

/// Whether the first word of the next line would have fitted well into `widest` columns.
fn ends_early(line: &Line, next: &Line, widest: usize) -> bool {
    line.columns + next.first_word() + 4 < widest
}

/// Whether a line is a field of a header: `Subject: the treaty`.
fn is_field(line: &Line) -> bool {
    let Some((name, _)) = line.words().split_once(": ") else { return false };
    name.len() <= 24
        && name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
