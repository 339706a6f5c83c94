//! Fuzzy matching of short lines, as lists are filtered by what is typed.
//!
//! In: what was typed, and one line after the other. Out: how well each matches, and which of its
//! letters did. Blanks part what is typed into words that may match in any order. Accents, and the
//! case of what is typed in small letters, do not count.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// How the letters of a typed word have to stand in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// In their order, with others between them: for names and headings.
    Fuzzy,
    /// Side by side: for prose, in which nearly every line has a few letters in some order.
    Words,
}

/// What was typed, ready to be compared with lines.
#[derive(Debug)]
pub struct Fuzzy {
    pattern: Pattern,
    matcher: Matcher,
    /// The first character of each grapheme of a line.
    letters: Vec<char>,
}

impl Fuzzy {
    /// Takes what was typed; nothing typed matches every line.
    pub fn new(typed: &str, manner: Manner) -> Self {
        let kind = match manner {
            Manner::Fuzzy => AtomKind::Fuzzy,
            Manner::Words => AtomKind::Substring,
        };
        let pattern = Pattern::new(typed, CaseMatching::Smart, Normalization::Smart, kind);
        Self { pattern, matcher: Matcher::new(Config::DEFAULT), letters: Vec::new() }
    }

    /// How well `line` matches, more being better; `None` if it does not.
    pub fn score(&mut self, line: &str) -> Option<u32> {
        let line = line_of(line, &mut self.letters);
        self.pattern.score(line, &mut self.matcher)
    }

    /// The parts of `line` that match any word of what was typed, in bytes of it, sorted and disjoint.
    pub fn parts(&mut self, line: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let letters = line_of(line, &mut self.letters);
        for word in &self.pattern.atoms {
            word.indices(letters, &mut self.matcher, &mut found);
        }
        found.sort_unstable();
        found.dedup();
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut graphemes = line.grapheme_indices(true).zip(0u32..);
        for index in found {
            let Some(((start, grapheme), _)) = graphemes.find(|(_, at)| *at == index) else {
                break;
            };
            let end = start + grapheme.len();
            match parts.last_mut() {
                Some(last) if last.end == start => last.end = end,
                _ => parts.push(start..end),
            }
        }
        parts
    }
}

/// A line as the library takes it. Its own way to make one mistakes letters with combining marks
/// for ASCII, and counts bytes there.
fn line_of<'a>(line: &'a str, letters: &'a mut Vec<char>) -> Utf32Str<'a> {
    if line.is_ascii() {
        return Utf32Str::Ascii(line.as_bytes());
    }
    letters.clear();
    if line.chars().all(is_alone) {
        letters.extend(line.chars());
    } else {
        letters.extend(line.graphemes(true).filter_map(|grapheme| grapheme.chars().next()));
    }
    // Beyond ASCII, version 0.3.1 does not look for a word where only its own length is left.
    letters.push(' ');
    Utf32Str::Unicode(letters)
}

/// Whether a character is a grapheme of its own beside others of which that is told: a letter of a
/// European language, or a mark of its punctuation. To look for graphemes takes ten times as long.
fn is_alone(character: char) -> bool {
    character < '\u{300}' && character != '\r' || ('\u{2010}'..='\u{2027}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts that match stand in brackets; without any, the line does not match.
    #[track_caller]
    fn check(typed: &str, manner: Manner, marked: &str) {
        let line = marked.replace(['[', ']'], "");
        let mut fuzzy = Fuzzy::new(typed, manner);
        let mut shown = line.clone();
        for part in fuzzy.parts(&line).into_iter().rev() {
            shown.insert(part.end, ']');
            shown.insert(part.start, '[');
        }
        assert_eq!(shown, marked);
        assert_eq!(fuzzy.score(&line).is_some(), shown != line);
    }

    #[test]
    fn of_a_line_that_is_only_a_part_the_words_in_it_are_marked() {
        let mut fuzzy = Fuzzy::new("chapter war", Manner::Words);
        assert_eq!(fuzzy.score("War and Peace"), None);
        assert_eq!(fuzzy.parts("War and Peace").first(), Some(&(0..3)));
    }

    #[test]
    fn letters_match_in_their_order() {
        check("wpc", Manner::Fuzzy, "[W]ar and [P]ea[c]e");
        check("epw", Manner::Fuzzy, "War and Peace");
    }

    #[test]
    fn in_prose_letters_stand_side_by_side() {
        check("pea war", Manner::Words, "[War] and [Pea]ce");
        check("wpc", Manner::Words, "War and Peace");
    }

    #[test]
    fn accents_do_not_count() {
        check("natasha", Manner::Fuzzy, "[Natásha]");
        check("cafe", Manner::Words, "un [cafe\u{301}] noir");
        check("noir", Manner::Words, "un cafe\u{301} [noir]");
    }

    #[test]
    fn what_is_told_to_be_alone_is_a_grapheme_of_its_own() {
        for letter in ('\0'..='\u{2100}').filter(|letter| is_alone(*letter)) {
            for text in [format!("a{letter}a"), format!("{letter}{letter}–")] {
                assert_eq!(text.graphemes(true).count(), 3, "{letter:?}");
            }
        }
    }

    #[test]
    fn a_capital_letter_makes_case_count() {
        check("War", Manner::Words, "[War] and peace");
        check("War", Manner::Words, "the war");
    }
}
