//! Quotations: the quoted stretches of a block that are somebody's words, and what stands beside
//! them.
//!
//! A stretch counts if its sentence says whose it is, if it goes on with one that counts, or if it
//! is a whole utterance or a long passage; titles, terms, signs and scare quotes are none. Who the
//! names are is settled by [`resolve`](super::resolve), which knows the rest of the document.

mod lead_in;
mod reader;

use super::attribution::Attribution;
use super::gender::Gender;
use super::mark::Quoted;
use super::rule::Rule;
use super::subject::{Pronoun, Source};
use crate::document::{QuoteKind, TextRange};
use reader::BlockReader;
use std::ops::Range;

/// A quoted stretch that is somebody's words.
///
/// Aligned as a [`Quotation`](crate::document::Quotation) is, so that those can be made in the room
/// of the candidates: of a long text there are hundreds of thousands.
#[derive(Debug, Clone, PartialEq)]
#[repr(align(8))]
pub struct QuoteCandidate {
    /// The words, without a comma at their end.
    pub words: TextRange,
    /// From the opening mark to behind the closing one.
    pub outer: TextRange,
    /// What kind of quotation it is.
    pub kind: QuoteKind,
    /// Who, as far as the block says.
    pub voice: Voice,
    /// The verb.
    pub cue: Option<TextRange>,
    /// The rule that found it.
    pub rule: Rule,
    /// From 0 to 1.
    pub confidence: f32,
    /// How it stands to the quotation before it in its block.
    pub join: Join,
    /// Whether it goes on in the next block.
    pub goes_on: bool,
    /// Its block.
    pub block: TextRange,
}

/// Whose words a candidate is.
#[derive(Debug, Clone, PartialEq)]
pub enum Voice {
    /// Of this name, with this description.
    Named(TextRange, Option<TextRange>),
    /// Of whom a pronoun means.
    Pronoun(Pronoun),
    /// Of somebody by a noun: all of it, and its head.
    Nominal(TextRange, TextRange),
    /// Of whoever asks, or answers, in a transcript that says `Q` and `A`.
    Asks,
    /// See `Asks`.
    Answers,
    /// Of somebody or something without a name.
    Unnamed,
    /// Nothing is said.
    Unsaid,
}

impl Voice {
    /// The gender that a pronoun has.
    pub fn gender(&self) -> Option<Gender> {
        match self {
            Self::Pronoun(Pronoun::He) => Some(Gender::Male),
            Self::Pronoun(Pronoun::She) => Some(Gender::Female),
            _ => None,
        }
    }
}

/// How a quotation stands to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// It opens its block.
    Opens,
    /// It is the first of its block, after narration.
    First,
    /// Nothing stands between them: somebody else answers.
    Answers,
    /// In the same sentence, or right after the verb of the other: `…,” she said. “…`.
    GoesOn,
    /// Behind other sentences.
    Apart,
}

/// The quotations of a block, in order.
///
/// `lead` is the block before, if it ends with a colon: its last sentence may say who speaks here.
pub fn find_quotes<'a>(
    text: &'a str,
    block: TextRange,
    stretches: &'a [Quoted],
    lead: Option<Lead<'a>>,
) -> impl Iterator<Item = QuoteCandidate> + use<'a> {
    let is_alone = stretches
        .windows(2)
        .any(|two| text[two[0].outer.end..two[1].outer.start].trim().is_empty());
    let opens = stretches.first().is_some_and(|first| text[..first.outer.start].trim().is_empty());
    let mut reader =
        BlockReader { text, block, stretches, lead, is_dialogue: is_alone || opens, last: None };
    (0..stretches.len()).filter_map(move |index| reader.read(index))
}

/// A block that leads to the next one.
#[derive(Debug, Clone, Copy)]
pub struct Lead<'a> {
    /// Its text.
    pub text: &'a str,
    /// Where it stands.
    pub block: TextRange,
}

/// Whose words they are by an attribution found in the block at `base`.
pub fn voice(found: &Attribution, base: usize) -> Voice {
    let range = |bytes: &Range<usize>| range(bytes, base);
    match &found.source {
        Source::Named(name) => Voice::Named(range(name), found.description.as_ref().map(range)),
        Source::Pronoun(pronoun) => Voice::Pronoun(*pronoun),
        Source::Nominal(whole, head) => Voice::Nominal(range(whole), range(head)),
        Source::Unnamed => Voice::Unnamed,
    }
}

fn range(bytes: &Range<usize>, base: usize) -> TextRange {
    TextRange::new(base + bytes.start, base + bytes.end)
}
