//! The line below quoted words that says whose they are: `— Harold Finch, The Long Road`.
//!
//! In: a block. Out: the words above the line and the name in it, in bytes of the block. A dash that
//! opens somebody's speech leads no such line: what follows the name there is no title.

mod line;

use super::quote::{Join, QuoteCandidate, Voice};
use super::rule::Rule;
use crate::document::{Block, BlockKind, Chunk, QuoteKind, TextRange};
use line::source_line;
use std::ops::Range;

/// A source line is no longer, in bytes.
const LONGEST: usize = 160;

/// A source line is looked for below so many paragraphs of a block quotation.
const MOST_PARAGRAPHS: usize = 40;

/// Whose the paragraphs of the block quotation are that is being read.
#[derive(Debug, Default)]
pub struct Sources {
    /// The name, and where the blocks end that are that one's.
    last: Option<(TextRange, usize)>,
}

impl Sources {
    /// Whether `block`, without quotation marks, is a quotation with a source line, or the line; what
    /// is quoted is appended. `rest` are the blocks behind it.
    pub fn read(
        &mut self,
        chunk: &Chunk,
        block: &Block,
        rest: impl Iterator<Item = Block>,
        quotes: &mut Vec<QuoteCandidate>,
    ) -> bool {
        let (text, base) = (chunk.slice(block.range), block.range.start());
        let is_quotation = block.kind == BlockKind::Quotation;
        let known = self.last.filter(|(_, end)| block.range.end() <= *end);
        let found = match known {
            None if may_be_sourced(block, text) => source_line(text, is_quotation),
            Some(_) => source_line(text, true),
            None => None,
        };
        let (words, name) = match (found, known) {
            // The line itself, which the blocks above have read.
            (Some(line), Some(_)) if line.words.is_empty() => return true,
            (Some(line), _) if !line.words.is_empty() => {
                (line.words, TextRange::new(base + line.name.start, base + line.name.end))
            }
            (_, Some((name, _))) => (0..text.trim_end().len(), name),
            _ if is_quotation => {
                self.last = below(chunk, block, rest);
                let Some((name, _)) = self.last else { return false };
                (0..text.trim_end().len(), name)
            }
            _ => return false,
        };
        let words = unmarked(text, words);
        let words = TextRange::new(base + words.start, base + words.end);
        quotes.push(candidate(words, block.range, name));
        true
    }
}

/// Words without blanks and quotation marks around them.
fn unmarked(text: &str, words: Range<usize>) -> Range<usize> {
    let whole = text[words.clone()].trim();
    let marks = ['“', '”', '"', '‘', '’', '«', '»', '„'];
    let is_marked = whole.starts_with(marks) && whole.ends_with(marks);
    let bare = if is_marked { whole.trim_matches(marks) } else { whole };
    let start = words.start + text[words].find(bare).unwrap_or(0);
    start..start + bare.len()
}

/// Only verse and block quotations have a source line in the same block.
fn may_be_sourced(block: &Block, text: &str) -> bool {
    let is_verse = block.kind == BlockKind::Paragraph && text.contains('\n');
    block.kind == BlockKind::Quotation || is_verse
}

/// The name in the line below a block quotation, and where that line ends.
fn below(
    chunk: &Chunk,
    block: &Block,
    rest: impl Iterator<Item = Block>,
) -> Option<(TextRange, usize)> {
    for next in rest.take(MOST_PARAGRAPHS) {
        let is_same = next.kind == BlockKind::Quotation && next.nesting == block.nesting;
        let is_below = next.kind == BlockKind::Paragraph && next.nesting.depth() == 0;
        if !is_same && !is_below {
            return None;
        }
        let (text, base) = (chunk.slice(next.range), next.range.start());
        match source_line(text, true) {
            Some(line) if is_same || line.words.is_empty() => {
                let name = TextRange::new(base + line.name.start, base + line.name.end);
                return Some((name, next.range.end()));
            }
            _ if !is_same => return None,
            _ => {}
        }
    }
    None
}

fn candidate(words: TextRange, block: TextRange, name: TextRange) -> QuoteCandidate {
    QuoteCandidate {
        words,
        outer: block,
        kind: QuoteKind::Speech,
        voice: Voice::Named(name, None),
        cue: None,
        rule: Rule::SourceLine,
        confidence: 0.9,
        join: Join::Opens,
        goes_on: false,
        block,
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder, Meta, Nesting};
    use crate::extract::extract;

    /// The words and the speakers of the quotations in a block quotation of these paragraphs.
    fn quotes(paragraphs: &[&str]) -> Vec<(String, String)> {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, "The pier had been closed for years.");
        for text in paragraphs {
            builder.begin(BlockKind::Quotation, Nesting::default().in_quotation());
            builder.push_text(text);
            builder.end();
        }
        builder.add(BlockKind::Paragraph, "It opened again in May.");
        let document = builder.finish(Meta::default());
        let found = extract(&document);
        let speaker = |quote: &crate::document::Quotation| {
            quote.speaker.map_or("?", |id| found.speakers[id.index()].name.as_str()).to_owned()
        };
        let words = |quote: &crate::document::Quotation| document[quote.words].to_owned();
        found.quotes.iter().map(|quote| (speaker(quote), words(quote))).collect()
    }

    #[track_caller]
    fn check_block(paragraphs: &[&str], expected: &[(&str, &str)]) {
        let found = quotes(paragraphs);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(who, words)| (who.as_str(), words.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_line_at_the_end_of_a_block_quotation_says_whose_it_is() {
        let words = "A pier is a promise to the sea.";
        check_block(&[words, "— Ana Ruiz"], &[("Ana Ruiz", words)]);
        check_block(&[words, "— Ana Ruiz, Salt: A Life, 1990"], &[("Ana Ruiz", words)]);
        check_block(&["“A pier is a promise to the sea.”", "– Ana Ruiz"], &[("Ana Ruiz", words)]);
        check_block(
            &[words, "And no sea keeps one.", "— Ana Ruiz"],
            &[("Ana Ruiz", words), ("Ana Ruiz", "And no sea keeps one.")],
        );
        check_block(
            &[words, "— Ana Ruiz", "It is a bridge that lost heart.", "— Joe Marsh"],
            &[("Ana Ruiz", words), ("Joe Marsh", "It is a bridge that lost heart.")],
        );
    }

    #[test]
    fn a_line_that_goes_on_behind_a_dash_is_no_signature() {
        check_block(&["A pier is a promise.", "— Ana Ruiz laughed at it."], &[]);
        check_block(&["A pier is a promise.", "— and a lie, said the clerk"], &[]);
        check_block(&["A pier is a promise.", "Ana Ruiz"], &[]);
    }
}
