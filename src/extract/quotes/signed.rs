//! Whose words a block quotation is, by the line at its end: `— Ann Bee, Fish, 1990`.

use super::mention::{Kind, find_mentions};
use super::quote::{Join, QuoteCandidate, Voice};
use super::rule::Rule;
use crate::document::{Block, BlockKind, Chunk, QuoteKind, TextRange};

/// A longer line is no name.
const MOST_BYTES: usize = 120;

/// The name in the line at the end of a block quotation; `blocks` begins in the middle of it.
pub fn signature(
    chunk: &Chunk,
    quoted: &Block,
    blocks: impl Iterator<Item = Block>,
) -> Option<TextRange> {
    const MOST_BLOCKS: usize = 40;
    let is_inside = |block: &Block| {
        block.kind == BlockKind::Quotation
            && block.nesting.depth() == quoted.nesting.depth()
            && block.nesting.shared(quoted.nesting).depth() == quoted.nesting.depth()
    };
    // A list of sayings has a line behind each.
    let mut inside = blocks.take(MOST_BLOCKS).take_while(is_inside);
    inside.find_map(|block| name(chunk.slice(block.range), block.range.start()))
}

/// The name in a line behind a dash, of a text that stands at `base`.
pub fn name(text: &str, base: usize) -> Option<TextRange> {
    let words = text.trim_start_matches(['—', '–', '―', ' ']);
    let at = text.len() - words.len();
    if at == 0 || text.len() > MOST_BYTES || words.ends_with(['.', '!', '?', '”', '"', ':']) {
        return None;
    }
    let mut mentions = Vec::new();
    find_mentions(words, base + at, &[], &mut mentions);
    let first = mentions.first()?;
    let is_name = matches!(first.kind, Kind::Name | Kind::Opener) && !first.acts;
    (is_name && first.range.start() == base + at).then_some(first.range)
}

/// A paragraph of a block quotation that is signed with this name.
pub fn quotation(block: &Block, text: &str, name: TextRange) -> QuoteCandidate {
    let words = text.trim();
    let inner = words.strip_prefix(['“', '"', '„', '«']).unwrap_or(words);
    let inner = inner.strip_suffix(['”', '"', '“', '»']).unwrap_or(inner).trim();
    let start = block.range.start() + (inner.as_ptr() as usize - text.as_ptr() as usize);
    QuoteCandidate {
        words: TextRange::new(start, start + inner.len()),
        outer: block.range,
        kind: QuoteKind::Speech,
        voice: Voice::Named(name, None),
        cue: None,
        rule: Rule::BlockQuotation,
        confidence: 0.8,
        join: Join::Opens,
        goes_on: false,
        block: block.range,
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
    fn check(paragraphs: &[&str], expected: &[(&str, &str)]) {
        let found = quotes(paragraphs);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(who, words)| (who.as_str(), words.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn the_line_at_the_end_of_a_block_quotation_says_whose_it_is() {
        let words = "A pier is a promise to the sea.";
        check(&[words, "— Ana Ruiz"], &[("Ana Ruiz", words)]);
        check(&[words, "— Ana Ruiz, Salt: A Life, 1990"], &[("Ana Ruiz", words)]);
        check(&["“A pier is a promise to the sea.”", "– Ana Ruiz"], &[("Ana Ruiz", words)]);
        check(
            &[words, "And no sea keeps one.", "— Ana Ruiz"],
            &[("Ana Ruiz", words), ("Ana Ruiz", "And no sea keeps one.")],
        );
        check(
            &[words, "— Ana Ruiz", "It is a bridge that lost heart.", "— Joe Marsh"],
            &[("Ana Ruiz", words), ("Joe Marsh", "It is a bridge that lost heart.")],
        );
    }

    #[test]
    fn a_line_that_goes_on_behind_a_dash_is_no_signature() {
        check(&["A pier is a promise.", "— Ana Ruiz laughed at it."], &[]);
        check(&["A pier is a promise.", "— and a lie, said the clerk"], &[]);
        check(&["A pier is a promise.", "Ana Ruiz"], &[]);
    }
}
