//! Breaks one line of text into pieces that fit a width.
//!
//! In: text without line ends, and a width in terminal cells. Out: byte ranges of that text, in
//! order; what lies between two of them is blanks. Break positions follow UAX #14; a word wider
//! than the line is cut between graphemes.

use crate::document::{cluster_columns, clusters, columns};
use std::ops::Range;
use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

/// Longer texts are wrapped line by line: looking for the best breaks would take milliseconds.
const OPTIMAL_BYTES: usize = 8 << 10;

/// In narrower columns the best breaks leave rows half empty; there every row takes what fits.
const OPTIMAL_COLUMNS: usize = 40;

/// A word, or a part of one that is too wide, and the blanks behind it.
#[derive(Debug)]
struct Piece {
    start: usize,
    end: usize,
    columns: usize,
    blanks: usize,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.columns as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.blanks as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// The ranges of `text` that fit into `width` columns, the first of them into `first` columns.
///
/// Never empty: text without a word gives one empty range. A grapheme wider than the line stands
/// on a row of its own.
pub fn wrap_text(text: &str, first: usize, width: usize) -> Vec<Range<usize>> {
    let (first, width) = (first.max(1), width.max(1));
    let pieces = pieces(text, first.min(width));
    let widths = [first as f64, width as f64];
    let lines = if text.len() > OPTIMAL_BYTES || width < OPTIMAL_COLUMNS {
        wrap_first_fit(&pieces, &widths)
    } else {
        wrap_optimal_fit(&pieces, &widths, &Penalties::new())
            .unwrap_or_else(|_| wrap_first_fit(&pieces, &widths))
    };
    let ranges = lines.iter().filter_map(|line| Some(line.first()?.start..line.last()?.end));
    let ranges: Vec<_> = ranges.collect();
    if ranges.is_empty() { std::iter::once(0..0).collect() } else { ranges }
}

/// As much of the start of `text` as fits into `width` columns, and its width.
pub fn clip(text: &str, width: usize) -> (&str, usize) {
    let mut used = 0;
    for (at, cluster) in clusters(text) {
        let next = used + cluster_columns(cluster);
        if next > width {
            return (&text[..at], used);
        }
        used = next;
    }
    (text, used)
}

fn pieces(text: &str, width: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for word in WordSeparator::UnicodeBreakProperties.find_words(text) {
        let end = at + word.word.len();
        let blanks = word.whitespace.len();
        // UAX #14 allows a break before a dash too; typographers do not.
        let before = pieces.last().filter(|before: &&Piece| before.blanks == 0);
        let start = before.filter(|_| word.word.starts_with(['—', '–'])).map(|before| before.start);
        if let Some(start) = start.filter(|start| columns(&text[*start..end]) <= width) {
            pieces.pop();
            push_word(text, start..end, blanks, width, &mut pieces);
        } else {
            push_word(text, at..end, blanks, width, &mut pieces);
        }
        at = end + blanks;
    }
    pieces
}

fn push_word(text: &str, word: Range<usize>, blanks: usize, width: usize, out: &mut Vec<Piece>) {
    let total = columns(&text[word.clone()]);
    if total <= width {
        out.push(Piece { start: word.start, end: word.end, columns: total, blanks });
        return;
    }
    let (mut start, mut used) = (word.start, 0);
    // The last place on this line where it may be, and the columns before it.
    let mut between = None;
    let mut before = "";
    for (at, cluster) in clusters(&text[word.clone()]) {
        let (at, cells) = (word.start + at, cluster_columns(cluster));
        if used > 0 && may_part(before, cluster) {
            between = Some((at, used));
        }
        while used > 0 && used + cells > width {
            let (end, columns) = between.take().unwrap_or((at, used));
            out.push(Piece { start, end, columns, blanks: 0 });
            (start, used) = (end, used - columns);
        }
        used += cells;
        before = cluster;
    }
    out.push(Piece { start, end: word.end, columns: used, blanks });
}

/// Whether a word that has to be cut may be cut between two letters of it: not before what closes,
/// parts, lengthens or repeats, and not behind what opens (classes CL, CP, EX, IS, SY, NS, CJ and OP
/// of UAX #14).
fn may_part(before: &str, after: &str) -> bool {
    let begins_none = |c: char| {
        matches!(
            c,
            ')' | ']' | '}' | '!' | '?' | ',' | '.' | ':' | ';' | '/' | '’' | '”' | '»' | '›'
        ) || "、。，．・：；？！〉》」』】〕〗〙〛〟｠）］｝｡｣､･゠ーｰ々〻ゝゞヽヾ".contains(c)
            || "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ".contains(c)
    };
    let ends_none = |c: char| {
        matches!(c, '(' | '[' | '{' | '¡' | '¿' | '‘' | '“' | '«' | '‹')
            || "〈《「『【〔〖〘〚〝｟（［｛｢".contains(c)
    };
    !after.starts_with(begins_none) && !before.starts_with(ends_none)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    #[track_caller]
    fn check(text: &str, width: usize, expected: &[&str]) {
        let rows: Vec<_> = wrap_text(text, width, width).into_iter().map(|r| &text[r]).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn words_stay_whole_while_they_fit() {
        check("the fleet sailed in May", 12, &["the fleet", "sailed in", "May"]);
    }

    #[test]
    fn wide_lines_are_evened_out() {
        let text = "The quick brown fox jumps over the lazy dog and then runs a long";
        check(text, 42, &["The quick brown fox jumps over the lazy", "dog and then runs a long"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_between_graphemes() {
        check("cafe\u{301}cafe\u{301}", 4, &["cafe\u{301}", "cafe\u{301}"]);
        check("漢字漢字", 5, &["漢字", "漢字"]);
    }

    #[test]
    fn a_word_is_cut_between_letters_rather_than_before_a_point() {
        check("abcd.ef", 4, &["abc", "d.ef"]);
        check("(abcdefg)", 8, &["(abcdef", "g)"]);
        check("))))))", 4, &["))))", "))"]);
    }

    #[test]
    fn a_dash_may_end_a_line_but_not_begin_one() {
        check("abc def—ghi", 8, &["abc def—", "ghi"]);
    }

    #[test]
    fn a_dash_never_begins_a_line() {
        check("business—as they", 9, &["business—", "as they"]);
        check("all of it—as", 10, &["all of it—", "as"]);
        check("one either—in", 10, &["one", "either—in"]);
    }

    #[test]
    fn no_break_spaces_do_not_break() {
        check("on 4\u{a0}May 1949", 9, &["on 4\u{a0}May", "1949"]);
    }

    #[test]
    fn clipping_never_cuts_a_wide_letter() {
        assert_eq!(clip("漢字", 3), ("漢", 2));
        assert_eq!(clip("abc", 9), ("abc", 3));
    }

    proptest! {
        #[test]
        fn rows_hold_every_word_once_and_fit(text in "[a-zé漢 \u{a0}—👩🏽“”-]{0,200}", width in 4usize..60) {
            let rows = wrap_text(&text, width, width);
            let mut at = 0;
            for row in &rows {
                prop_assert!(text[at..row.start].chars().all(|c| c == ' '));
                // Only one grapheme may be wider than the line: it is never cut.
                let words = &text[row.clone()];
                let is_one = words.graphemes(true).count() == 1;
                prop_assert!(is_one || columns(words) <= width, "{words:?}");
                at = row.end;
            }
            prop_assert!(text[at..].chars().all(|c| c == ' '));
        }
    }
}
