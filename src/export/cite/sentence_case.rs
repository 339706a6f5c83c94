//! Titles in sentence case, as the APA wants them: only names keep their capitals.
//!
//! In: a title as it was printed, and the document. Out: the title, in which a word is written small
//! if the text itself writes it small. Where a short text leaves it open whether a word is a name,
//! the title stays as it is: a name without its capital is worse than a word with one.

use crate::document::Document;
use std::collections::HashMap;
use unicode_segmentation::UnicodeSegmentation;

/// So much of the text is asked.
const MOST_BYTES: usize = 1 << 20;

/// A word is no name if the text writes it small at least so many times as often as not.
const TIMES: usize = 9;

/// A name in the title of a text of so many bytes is named in the text, too.
const LONG_TEXT: usize = 4000;

/// Shorter words may be small in a title in which all others are not.
const SHORT: usize = 5;

/// Words that are never names, for texts that do not have them.
const NEVER_NAMES: &[&str] = &[
    "a", "an", "the", "and", "but", "or", "of", "in", "on", "at", "to", "for", "from", "with",
    "by", "about", "after", "before", "into", "over", "under", "as", "is", "are", "was", "were",
    "be", "how", "why", "what", "when", "where", "who", "its", "their", "your", "our", "this",
    "that", "these", "those", "not", "it",
];

/// How often the text writes a word small and capitalized, inside sentences.
#[derive(Debug, Clone, Copy, Default)]
struct Uses {
    small: usize,
    capital: usize,
}

/// What the text says of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Name,
    Word,
    Open,
}

/// The title in sentence case; as it is, if its capitals say nothing, or the text too little. What
/// stands behind a colon begins with a capital (*Publication Manual* 6.17).
pub fn in_sentence_case(title: &str, document: &Document) -> String {
    let lowered = lowered(title, document);
    let mut parts = lowered.split(": ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |title, part| title + ": " + &with_capital(part))
}

/// Words whose first begins with a capital; what has one within, as eBay has, stays.
fn with_capital(words: &str) -> String {
    let word = words.split(' ').next().unwrap_or_default();
    let mut rest = words.chars();
    match rest.next() {
        Some(first) if !word.contains(char::is_uppercase) => {
            first.to_uppercase().chain(rest).collect()
        }
        _ => words.to_owned(),
    }
}

fn lowered(title: &str, document: &Document) -> String {
    if !is_headline(title) {
        return title.to_owned();
    }
    let mut uses: HashMap<String, Uses> =
        title.unicode_words().map(|word| (stem(word).to_lowercase(), Uses::default())).collect();
    let is_long = count(title, document, &mut uses) >= LONG_TEXT;
    let mut out = String::with_capacity(title.len());
    let mut begins = true;
    let mut is_short_form = false;
    for part in title.split_word_bounds() {
        let is_word = part.chars().any(char::is_alphanumeric);
        let is_asked = is_word && !begins && is_capitalized(part);
        match is_asked.then(|| verdict(part, &uses, is_long)) {
            Some(Verdict::Open) => return title.to_owned(),
            Some(Verdict::Word) => out.push_str(&part.to_lowercase()),
            Some(Verdict::Name) | None => out.push_str(part),
        }
        // A part begins after a colon, a dash and the end of a sentence.
        begins = match part {
            ":" | "—" | "?" | "!" => true,
            "." => !is_short_form,
            _ => begins && !is_word,
        };
        // The last point of U.S. is that of the word.
        is_short_form = part.contains('.');
    }
    out
}

fn verdict(word: &str, uses: &HashMap<String, Uses>, is_long: bool) -> Verdict {
    let small = stem(word).to_lowercase();
    let Uses { small: n_small, capital } = uses.get(&small).copied().unwrap_or_default();
    match (n_small, capital) {
        _ if NEVER_NAMES.contains(&small.as_str()) => Verdict::Word,
        (0, 0) if is_long => Verdict::Word,
        (0, 0) => Verdict::Open,
        _ if n_small >= TIMES * capital && n_small > 0 => Verdict::Word,
        _ => Verdict::Name,
    }
}

/// Whether all words that are not short have capitals, so that capitals say nothing.
fn is_headline(title: &str) -> bool {
    let mut long = title.unicode_words().filter(|word| word.chars().count() >= SHORT).peekable();
    long.peek().is_some() && long.all(|word| !word.starts_with(char::is_lowercase))
}

/// Whether the first letter, and no other, is a capital.
fn is_capitalized(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && !letters.any(char::is_uppercase)
}

/// The word without its genitive.
fn stem(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

/// Counts the words in the prose at the beginning of the document; of how many bytes that was.
///
/// The title tells nothing where it stands in the text.
fn count(title: &str, document: &Document, uses: &mut HashMap<String, Uses>) -> usize {
    let prose = document.blocks().filter(|block| block.kind.is_prose());
    let mut n_bytes = 0;
    for block in prose {
        if n_bytes > MOST_BYTES {
            break;
        }
        n_bytes += block.range.len();
        document[block.range].split(title).for_each(|text| count_in(text, uses));
    }
    n_bytes
}

fn count_in(text: &str, uses: &mut HashMap<String, Uses>) {
    // The first word of a sentence is capitalized, whatever it is.
    let mut is_inside = false;
    for part in text.split_word_bounds() {
        let Some(first) = part.chars().next().filter(|first| first.is_alphabetic()) else {
            is_inside &= matches!(part, " " | "," | ";" | "-" | "’" | "'");
            continue;
        };
        if let Some(uses) = uses.get_mut(&stem(part).to_lowercase()) {
            uses.small += usize::from(first.is_lowercase());
            uses.capital += usize::from(is_inside && first.is_uppercase());
        }
        is_inside = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta};

    #[track_caller]
    fn check(title: &str, text: &str, expected: &str) {
        let mut builder = Builder::new();
        builder.add(BlockKind::Title, title);
        builder.add(BlockKind::Paragraph, text);
        let document = builder.finish(Meta::default());
        assert_eq!(in_sentence_case(title, &document), expected);
    }

    #[test]
    fn what_stands_behind_a_colon_begins_with_a_capital() {
        check("The sea: a history", "It is the sea.", "The sea: A history");
        check("Bidding: eBay and others", "It is late.", "Bidding: eBay and others");
    }

    /// The titles as they were printed, and as the APA’s examples give them.
    #[test]
    fn titles_of_the_published_examples() {
        check("Superfans: A Love Story", "It is a story, a love story.", "Superfans: A love story");
        check(
            "Can We Get Better at Forgetting?",
            "Some things we get better at; forgetting is one.",
            "Can we get better at forgetting?",
        );
        check(
            "Behave: The Biology of Humans at Our Best and Worst",
            "The biology of humans, at their best and at their worst.",
            "Behave: The biology of humans at our best and worst",
        );
        check(
            "Cancer Death Rate in U.S. Sees Largest One-Year Drop Ever",
            "No year ever sees as large a drop in the death rate, the largest for one disease.",
            "Cancer death rate in U.S. sees largest one-year drop ever",
        );
    }

    #[test]
    fn names_keep_their_capitals() {
        check(
            "China’s Russia Risk",
            "For China, Russia is a risk; the risk of China.",
            "China’s Russia risk",
        );
        check(
            "China’s Russia Risk",
            "As “China’s Russia Risk” has it, China and Russia are at risk.",
            "China’s Russia risk",
        );
        check(
            "The Great War in Kent",
            "A war, the Great War, great as any war.",
            "The Great War in Kent",
        );
    }

    #[test]
    fn a_short_text_without_a_word_leaves_the_title_alone() {
        check("A Harbor Town", "The harbor was small.", "A Harbor Town");
        let long = "The harbor was small. ".repeat(LONG_TEXT / 20);
        check("A Harbor Town", &long, "A harbor town");
    }

    #[test]
    fn a_title_in_sentence_case_stays() {
        check("What nobody in Rome knew", "In rome nobody.", "What nobody in Rome knew");
    }
}
