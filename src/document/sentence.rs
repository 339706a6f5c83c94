//! Sentences: the one around a mention.

use super::{Document, TextRange};

/// The sentence around `range`: from the end of the sentence before it to its own end.
///
/// A plain rule for now: a full stop, question or exclamation mark, closing quotes, a blank and a
/// capital letter, after a word of more than two letters that is not an initial.
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

fn sentence_starts(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices(['.', '?', '!']).filter_map(|(at, _)| {
        let after = &text[at + 1..];
        let closing = after.trim_start_matches(['”', '’', '"', '\'', ')', ']']);
        let next = closing.trim_start();
        let is_spaced = next.len() < closing.len();
        let opens = next.trim_start_matches(['“', '‘', '"', '\'', '(', '[']);
        let is_capital =
            opens.chars().next().is_some_and(|first| first.is_uppercase() || first.is_numeric());
        (is_spaced && is_capital && !ends_in_abbreviation(&text[..at]))
            .then(|| text.len() - next.len())
    })
}

fn ends_in_abbreviation(before: &str) -> bool {
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '“').next().unwrap_or("");
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    is_initial
        || word.contains('.')
        || matches!(
            word,
            "Mr" | "Mrs"
                | "Ms"
                | "Dr"
                | "St"
                | "Prof"
                | "Gen"
                | "Col"
                | "Sen"
                | "Rep"
                | "Gov"
                | "Lt"
                | "Jr"
                | "Sr"
                | "vs"
                | "No"
                | "Jan"
                | "Feb"
                | "Aug"
                | "Sept"
                | "Oct"
                | "Nov"
                | "Dec"
                | "c"
                | "ca"
                | "cf"
        )
}

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
}
