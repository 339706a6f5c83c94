//! Letters as a terminal shows them: grapheme clusters (UAX #29), and the cells that they take.

use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The widest cluster. Letters of Indic scripts join without end; what is wider comes in parts.
pub const WIDEST_CLUSTER: usize = 4;

/// The clusters of `text`, each with the byte at which it begins.
pub fn clusters(text: &str) -> Clusters<'_> {
    Clusters { graphemes: text.grapheme_indices(true), rest: (0, "") }
}

/// An iterator over clusters; see [`clusters`].
#[derive(Debug, Clone)]
pub struct Clusters<'a> {
    graphemes: GraphemeIndices<'a>,
    /// What is left of a grapheme that is too wide.
    rest: (usize, &'a str),
}

impl<'a> Iterator for Clusters<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let (at, grapheme) = match self.rest {
            (_, "") => self.graphemes.next()?,
            rest => rest,
        };
        // No letter that joins others is shorter than two bytes.
        let is_narrow = grapheme.len() <= 2 * WIDEST_CLUSTER;
        let end = if is_narrow { grapheme.len() } else { part_end(grapheme) };
        self.rest = (at + end, &grapheme[end..]);
        Some((at, &grapheme[..end]))
    }
}

/// How much of a grapheme is drawn together.
fn part_end(grapheme: &str) -> usize {
    if cluster_columns(grapheme) <= WIDEST_CLUSTER {
        return grapheme.len();
    }
    let mut used = 0;
    for (at, character) in grapheme.char_indices() {
        used += character.width().unwrap_or(0);
        if at > 0 && used > WIDEST_CLUSTER {
            return at;
        }
    }
    grapheme.len()
}

/// The width of one cluster in terminal cells; 0 if there is nothing to see.
pub fn cluster_columns(cluster: &str) -> usize {
    if cluster.len() == 1 { 1 } else { cluster.width() }
}

/// The width of `text` in terminal cells, measured per cluster as it is drawn.
pub fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    // The letters and signs of most prose are clusters of one cell; no others are taken for such.
    let is_plain = |c: char| matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}');
    if text.chars().all(is_plain) {
        return text.chars().count();
    }
    clusters(text).map(|(_, cluster)| cluster_columns(cluster)).sum()
}

/// Whether terminals differ on the width of a cluster: emoji, flags, marks, whatever is joined or
/// not as old as the tables of the oldest terminal in use.
pub fn is_disputed(cluster: &str) -> bool {
    let is_agreed = |c: char| {
        matches!(c, ' '..='\u{2ff}' | '\u{370}'..='\u{10ff}' | '\u{1200}'..='\u{22ff}'
            | '\u{2500}'..='\u{25fc}' | '\u{27c0}'..='\u{2aff}' | '\u{2e80}'..='\u{3247}' | '\u{3250}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
            | '\u{ff01}'..='\u{ff9d}')
    };
    let mut characters = cluster.chars();
    !characters.next().is_none_or(is_agreed) || characters.next().is_some()
}

/// The most cells that a terminal may take for a cluster.
pub fn most_columns(cluster: &str) -> usize {
    if is_disputed(cluster) { 2 * cluster.chars().count() } else { cluster_columns(cluster) }
}

/// `range` of `text`, in bytes, widened to whole clusters.
pub fn whole_clusters(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let is_letter_end = |at: usize| {
        let around = &text.as_bytes()[at.saturating_sub(1)..(at + 1).min(text.len())];
        around.len() < 2 || around.is_ascii()
    };
    if is_letter_end(range.start) && is_letter_end(range.end) {
        return range;
    }
    let mut whole = range.clone();
    for (start, cluster) in clusters(text) {
        let end = start + cluster.len();
        if (start..end).contains(&range.start) {
            whole.start = start;
        }
        if start < range.end && range.end <= end {
            whole.end = end;
        }
        if end >= range.end {
            break;
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_is_as_wide_as_it_is_drawn() {
        for (cluster, width) in [
            ("a", 1),
            ("漢", 2),
            ("e\u{301}", 1),
            ("👩\u{200d}💻", 2),
            ("👍🏽", 2),
            ("🇫🇷", 2),
            ("❤\u{fe0f}", 2),
            ("1\u{fe0f}\u{20e3}", 2),
            ("ｶ\u{ff9e}", 2),
            ("한", 2),
        ] {
            assert_eq!(clusters(cluster).count(), 1, "{cluster}");
            assert_eq!(columns(cluster), width, "{cluster}");
        }
    }

    #[test]
    fn letters_that_join_without_end_come_in_parts() {
        let chain = "क\u{94d}".repeat(40);
        assert_eq!(clusters(&chain).map(|(_, part)| part).collect::<String>(), chain);
        assert!(clusters(&chain).all(|(_, part)| cluster_columns(part) <= WIDEST_CLUSTER));
        assert!(clusters(&chain).all(|(_, part)| part.starts_with('क')));
    }

    #[test]
    fn emoji_flags_and_marks_are_disputed_and_letters_are_not() {
        for cluster in ["👩\u{200d}💻", "🇫🇷", "❤\u{fe0f}", "🫨", "e\u{301}", "क\u{94d}ष", "☀", "ﷺ"]
        {
            assert!(is_disputed(cluster), "{cluster}");
        }
        for cluster in ["a", "é", "漢", "、", "한", "カ", "ｶ", "ש", "م", "│", "“", "●", "ж"]
        {
            assert!(!is_disputed(cluster), "{cluster}");
        }
    }

    #[test]
    fn a_range_inside_a_cluster_takes_the_whole_of_it() {
        let text = "a👩\u{200d}💻b";
        assert_eq!(whole_clusters(text, 1..5), 1..12);
        assert_eq!(whole_clusters(text, 8..12), 1..12);
        assert_eq!(whole_clusters(text, 8..13), 1..13);
        assert_eq!(whole_clusters(text, 0..1), 0..1);
        assert_eq!(whole_clusters("cafe\u{301}s", 0..4), 0..6);
        assert_eq!(whole_clusters("漢字", 3..3), 3..3);
    }
}
