//! Sentences: of a block, and the one around a mention.
//!
//! A plain rule: a full stop, question or exclamation mark, closing quotes, a blank and a capital
//! letter or digit, unless the word before is an abbreviation or an initial. After an abbreviation
//! with stops inside (`U.S.`) a sentence begins only with a word that mostly begins one.

use super::{Document, TextRange, is_raised};
use std::ops::Range;

/// The sentence around `range`: from the end of the sentence before it to its own end.
pub fn sentence_around(document: &Document, range: TextRange) -> TextRange {
    let Some(block) = document.block_around(range.start()) else { return range };
    let text = &document[block.range];
    let base = block.range.start();
    let (from, to) = (range.start() - base, (range.end() - base).min(text.len()));
    let mut start = 0;
    let mut end = text.len();
    for at in sentence_starts(text) {
        if at <= from {
            start = at;
        } else if at >= to {
            end = at;
            break;
        }
    }
    let words = text[start..end].trim_end();
    TextRange::new(base + start, base + start + words.len())
}

/// The sentences of a block, in bytes of it, in order, each without the blanks after it.
pub fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    sentence_starts(text).chain(std::iter::once(text.len())).map(move |next| {
        let sentence = start..start + text[start..next].trim_end().len();
        start = next;
        sentence
    })
}

fn sentence_starts(text: &str) -> impl Iterator<Item = usize> {
    let lead = lead(text);
    let starts = text.match_indices(['.', '?', '!']).filter_map(|(at, _)| {
        let after = &text[at + 1..];
        let is_closing = |c| matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '»') || is_raised(c);
        let closing = after.trim_start_matches(is_closing);
        let next = closing.trim_start();
        let is_spaced = next.len() < closing.len();
        let opens = next.trim_start_matches(['“', '‘', '"', '\'', '(', '[', '«']);
        let is_capital =
            opens.chars().next().is_some_and(|first| first.is_uppercase() || first.is_numeric());
        let ends = || text[at..].starts_with(['?', '!']) || is_end(&text[..at], opens);
        (is_spaced && is_capital && ends()).then(|| text.len() - next.len())
    });
    lead.into_iter().chain(starts)
}

/// Where the words begin behind the bullet, the box or the raised number of an item.
fn lead(text: &str) -> Option<usize> {
    let (sign, _) = text.split_once(' ')?;
    let is_lead = matches!(sign, "•" | "◦" | "▪" | "☐" | "☑")
        || !sign.is_empty() && sign.chars().all(is_raised);
    is_lead.then(|| sign.len() + 1)
}

/// Whether a full stop between `before` and `after` ends a sentence.
fn is_end(before: &str, after: &str) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '“' | '"' | '(' | '—'))
        .next()
        .unwrap_or("");
    let mut letters = word.chars();
    let is_initial =
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I";
    if word.contains('.') {
        let next = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        return OPENERS.contains(&next);
    }
    !is_initial && !ABBREVIATIONS.contains(&word)
}

const ABBREVIATIONS: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "St", "Prof", "Gen", "Col", "Capt", "Sgt", "Maj", "Sen", "Rep", "Gov",
    "Lt", "Jr", "Sr", "Rev", "Hon", "Pres", "vs", "No", "Nos", "Vol", "vol", "pp", "p", "Fig",
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "c", "ca",
    "cf", "b", "d", "r", "Mt", "Ft",
];

/// Words that after `U.S.` begin a sentence rather than a name.
const OPENERS: &[&str] = &[
    "The", "A", "An", "In", "On", "At", "By", "But", "And", "Yet", "So", "If", "When", "While",
    "After", "Before", "Since", "He", "She", "It", "They", "We", "His", "Her", "Its", "Their",
    "This", "That", "These", "Those", "There", "As", "For", "To", "From", "With", "Most", "Many",
    "Some", "No", "Not", "Now", "Then", "Today",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta};

    #[track_caller]
    fn check_sentence(text: &str, words: &str, expected: &str) {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, text);
        let document = builder.finish(Meta::default());
        let at = text.find(words).unwrap();
        let sentence = sentence_around(&document, TextRange::new(at, at + words.len()));
        assert_eq!(&document[sentence], expected);
    }

    #[test]
    fn a_sentence_ends_at_its_stop_and_not_at_an_abbreviation() {
        let text =
            "First one. In 1949 Mr. Mao left the U.S. Army behind. Then he “slept.” He woke.";
        check_sentence(text, "1949", "In 1949 Mr. Mao left the U.S. Army behind.");
        check_sentence(text, "slept", "Then he “slept.”");
        check_sentence(text, "woke", "He woke.");
    }

    #[test]
    fn an_abbreviation_ends_a_sentence_before_a_word_that_begins_one() {
        let text = "They sailed to the U.S. The U.S. Navy met them at 5 p.m. In 1949 they left.";
        check_sentence(text, "sailed", "They sailed to the U.S.");
        check_sentence(text, "met", "The U.S. Navy met them at 5 p.m.");
    }

    #[test]
    fn the_number_of_a_footnote_is_no_part_of_a_sentence() {
        let text = "It was the same.¹ In 1949 he left.² So.";
        check_sentence(text, "1949", "In 1949 he left.²");
        check_sentence("¹² In 1949 he left.", "1949", "In 1949 he left.");
        check_sentence("• In 1949 he left.", "1949", "In 1949 he left.");
    }

    #[test]
    fn the_sentences_of_a_block_cover_it() {
        let text = "One. Two?  “Three!” Four";
        let found: Vec<&str> = sentences(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["One.", "Two?", "“Three!”", "Four"]);
    }
}
