//! Words too long for their place: what lies between the parts that match gives way.

use crate::document::{CleanText, cluster_columns, clusters, columns};
use crate::layout::clip;
use std::ops::Range;

/// What stands for words that were left out.
const SIGN: &str = "…";

/// Of a stretch between two parts so many columns stay.
const LEAST: usize = 8;

/// Words of which some were left out.
#[derive(Debug)]
pub(super) struct Elided<'a> {
    words: &'a str,
    /// What was left out, in bytes: sorted and disjoint.
    gaps: Vec<Range<usize>>,
}

impl<'a> Elided<'a> {
    /// Leaves out words until all `parts` stand in the first `room` columns, as far as that can be:
    /// the longest stretch without any gives way first. Of words of which they are seen anyway,
    /// nothing is left out. The parts are in bytes, sorted by their start.
    pub fn new(words: &'a str, parts: &[Range<usize>], room: usize) -> Self {
        let end = parts.iter().map(|part| part.end).max().unwrap_or(0);
        let mut excess = columns(&words[..end]).saturating_sub(room);
        let mut stretches = between(parts);
        stretches.sort_by_key(|stretch| std::cmp::Reverse(columns(&words[stretch.clone()])));
        let mut gaps = Vec::new();
        for stretch in stretches {
            if excess == 0 {
                break;
            }
            let n_columns = columns(&words[stretch.clone()]);
            let least = if stretch.start == 0 { 0 } else { LEAST };
            let kept = n_columns.saturating_sub(excess + columns(SIGN)).max(least);
            let gap = middle(words, stretch, kept);
            let saved = columns(&words[gap.clone()]).saturating_sub(columns(SIGN));
            if saved > 0 {
                excess = excess.saturating_sub(saved);
                gaps.push(gap);
            }
        }
        gaps.sort_unstable_by_key(|gap| gap.start);
        Self { words, gaps }
    }

    /// The words that are left.
    pub fn text(&self) -> CleanText {
        let (mut left, mut from) = (String::new(), 0);
        for gap in &self.gaps {
            left.push_str(&self.words[from..gap.start]);
            left.push_str(SIGN);
            from = gap.end;
        }
        left.push_str(&self.words[from..]);
        CleanText::line(&left)
    }

    /// Where in the words that are left a place in all of them is.
    pub fn place(&self, at: usize) -> usize {
        let before = self.gaps.iter().filter(|gap| gap.start < at);
        before.fold(at, |left, gap| left + SIGN.len() - (at.min(gap.end) - gap.start))
    }

    /// Where a part of the words is.
    pub fn part(&self, part: &Range<usize>) -> Range<usize> {
        self.place(part.start)..self.place(part.end)
    }
}

/// The stretches before and between parts, which are sorted by their start.
fn between(parts: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut from = 0;
    let mut stretches = Vec::new();
    for part in parts {
        if part.start > from {
            stretches.push(from..part.start);
        }
        from = from.max(part.end);
    }
    stretches
}

/// What is left out of the middle of a stretch so that at most `kept` columns stay, whole words if
/// it has blanks; of a stretch at the beginning only the end stays.
fn middle(words: &str, stretch: Range<usize>, kept: usize) -> Range<usize> {
    let text = &words[stretch.clone()];
    let at_start = if stretch.start == 0 { 0 } else { kept / 2 };
    let head = clip(text, at_start).0;
    let head = head.rfind(char::is_whitespace).map_or(head.len(), |blank| blank + 1);
    let tail = last(text, kept - at_start).max(head);
    let blank = text[tail..].find(char::is_whitespace);
    let tail = tail + blank.map_or(0, |at| at + 1);
    stretch.start + head..stretch.start + tail
}

/// Where the last `width` columns of a text begin.
fn last(text: &str, width: usize) -> usize {
    let mut used = columns(text);
    for (at, cluster) in clusters(text) {
        if used <= width {
            return at;
        }
        used = used.saturating_sub(cluster_columns(cluster));
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts stand in brackets.
    #[track_caller]
    fn check(marked: &str, room: usize, expected: &str) {
        let (mut words, mut parts) = (String::new(), Vec::new());
        for piece in marked.split('[') {
            let (part, rest) = piece.split_once(']').unwrap_or(("", piece));
            if piece.contains(']') {
                parts.push(words.len()..words.len() + part.len());
            }
            words += part;
            words += rest;
        }
        let elided = Elided::new(&words, &parts, room);
        let mut shown = elided.text().to_string();
        for part in parts.iter().rev() {
            let part = elided.part(part);
            shown.insert(part.end, ']');
            shown.insert(part.start, '[');
        }
        assert_eq!(shown, expected);
    }

    #[test]
    fn what_is_seen_stays_as_it_is() {
        let words = "the [fleet] sailed to the [north] in May";
        check(words, "the fleet sailed to the north".len(), words);
    }

    #[test]
    fn the_longest_stretch_gives_way_at_the_ends_of_words() {
        check(
            "the [fleet] sailed with all its men to the [north] in May",
            32,
            "the [fleet] sailed …to the [north] in May",
        );
        check("in the spring of that year the [fleet] sailed", 18, "…year the [fleet] sailed");
    }

    #[test]
    fn words_without_blanks_are_cut_between_letters() {
        // Two columns each, one for the sign.
        check("[一]二三四五六七八九十百千万[億]兆", 16, "[一]二三…百千万[億]兆");
    }
}
