//! The blocks of a chunk, read one after the other for quotations and names.
//!
//! Paragraphs that a label opens (`HALE: …`) are one speech each; a block quotation above a line with
//! its source, or after a line that leads to it, is its speaker's; in all others the quotation marks
//! count.

use super::attribution::before;
use super::mark::{Next, Quoted, Style, quoted};
use super::mention::find_mentions;
use super::mentions::Mentions;
use super::quote::{Join, Lead, QuoteCandidate, Voice, find_quotes as quotes_of, voice};
use super::rule::Rule;
use super::source_line::Sources;
use super::transcript::{Label, Labels};
use crate::document::{Block, BlockKind, Chunk, Document, QuoteKind, TextRange};
use crate::extract::references::without_references;

/// Appends the quotations and mentions of a chunk.
pub fn find_quotes(
    document: &Document,
    chunk: &Chunk,
    quotes: &mut Vec<QuoteCandidate>,
    mentions: &mut Mentions,
) {
    let style = Style::of(chunk.text());
    let prose = || without_references(chunk).filter(|block| block.kind.is_prose());
    let labels = Labels::of(prose().map(|block| chunk.slice(block.range)));
    let mut blocks = prose().peekable();
    let mut lead = None;
    let mut sources = Sources::default();
    let mut found = Vec::new();
    while let Some(block) = blocks.next() {
        let text = chunk.slice(block.range);
        if let Some(label) = labels.label(text) {
            quotes.push(turn(block.range, text, &label));
            find_mentions(text, block.range.start(), &[], &mut found);
            mentions.extend(found.drain(..));
            lead = None;
            continue;
        }
        // The next block may stand in the next chunk.
        let next = match blocks.peek() {
            Some(next) => Some(chunk.slice(next.range)),
            None => next_in(document, &block),
        };
        let next = match next {
            Some(next) if style.opens(next) => Next::Opens,
            _ => Next::Other,
        };
        let stretches = quoted(text, style, next);
        find_mentions(text, block.range.start(), &stretches, &mut found);
        mentions.extend(found.drain(..));
        let may_be_sourced = block.kind == BlockKind::Quotation || is_bare(text, &stretches);
        if may_be_sourced && sources.read(chunk, &block, blocks.clone(), quotes) {
            lead = None;
            continue;
        }
        match lead.filter(|_| block.kind == BlockKind::Quotation && stretches.is_empty()) {
            Some(led) => {
                // All paragraphs of a block quotation are whose the line before it says.
                quotes.extend(block_quotation(&block, text, led));
                lead = Some(led);
                continue;
            }
            None => quotes.extend(quotes_of(text, block.range, &stretches, lead)),
        }
        // `And she cried out` leads to the next block, with a colon or without.
        let leads = !text.trim_end().ends_with(['.', '?', '!', '”', '"', '’', '\'', '…', ')', '»']);
        lead = leads.then_some(Lead { text, block: block.range });
    }
}

/// Whether no part of a block is marked as quoted, or all of it is.
fn is_bare(text: &str, stretches: &[Quoted]) -> bool {
    match stretches {
        [] => true,
        [one] => text[one.outer.clone()].len() == text.trim().len(),
        _ => false,
    }
}

fn next_in<'a>(document: &'a Document, block: &Block) -> Option<&'a str> {
    let next = document.block_around(block.range.end() + 1)?;
    (next.range != block.range && next.kind.is_prose()).then(|| &document[next.range])
}

/// A paragraph that a label opens.
fn turn(block: TextRange, text: &str, label: &Label) -> QuoteCandidate {
    let base = block.start();
    let words = TextRange::new(base + label.speech_at, base + text.trim_end().len());
    let named = |name: &std::ops::Range<usize>| {
        Voice::Named(TextRange::new(base + name.start, base + name.end), None)
    };
    QuoteCandidate {
        words,
        outer: block,
        kind: QuoteKind::Speech,
        voice: match &label.name {
            Some(name) => named(name),
            None if text.starts_with('Q') => Voice::Asks,
            None => Voice::Answers,
        },
        cue: None,
        rule: Rule::Transcript,
        confidence: 0.9,
        join: Join::Opens,
        goes_on: false,
        block,
    }
}

/// A block quotation whose speaker the line before it names.
fn block_quotation(block: &Block, text: &str, lead: Lead<'_>) -> Option<QuoteCandidate> {
    let found = before(lead.text, 0, lead.text.len())?;
    let trimmed = text.trim();
    let start = block.range.start() + text.len() - text.trim_start().len();
    Some(QuoteCandidate {
        words: TextRange::new(start, start + trimmed.len()),
        outer: block.range,
        kind: QuoteKind::Speech,
        voice: voice(&found, lead.block.start()),
        cue: None,
        rule: Rule::BlockQuotation,
        confidence: 0.8,
        join: Join::Opens,
        goes_on: false,
        block: block.range,
    })
}
