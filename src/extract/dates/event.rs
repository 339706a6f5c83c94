//! Events: the dates of a chunk with their sentences and labels, and their order of importance.

use super::date::{DateMention, Form, dates};
use super::label::label;
use crate::document::{Basis, Block, Chunk, CleanText, Event, Origin, TextRange, When, sentences};
use crate::extract::verb::is_past;
use std::collections::HashSet;
use std::ops::Range;

/// A sentence is read this far for its tense, in bytes.
const TENSE_BYTES: usize = 600;

/// A date in a chunk that may become an event.
#[derive(Debug, Clone, PartialEq)]
pub struct EventCandidate {
    mention: TextRange,
    when: When,
    form: Form,
    sentence: TextRange,
    label: CleanText,
    is_past: bool,
}

/// Appends the dates of `block` to `candidates`.
pub fn find_events(chunk: &Chunk, block: &Block, candidates: &mut Vec<EventCandidate>) {
    let text = chunk.slice(block.range);
    let found = dates(text);
    if found.is_empty() {
        return;
    }
    let base = block.range.start();
    let mut sentences = sentences(text).peekable();
    let mut tense = None;
    for mention in found {
        // Both lists are in order, so a block is read once however many dates it has.
        while sentences.next_if(|sentence| sentence.end < mention.range.end).is_some() {
            tense = None;
        }
        let whole = 0..text.len();
        let sentence = sentences.peek().filter(|at| at.start <= mention.range.start);
        let sentence = sentence.unwrap_or(&whole);
        let is_past = *tense.get_or_insert_with(|| is_told_in_past(&text[sentence.clone()]));
        let found = candidate(text, mention, sentence, is_past);
        candidates.push(found.shifted(base));
    }
}

fn candidate(
    text: &str,
    mention: DateMention,
    sentence: &Range<usize>,
    is_past: bool,
) -> EventCandidate {
    let DateMention { range, when, form } = mention;
    let words = &text[sentence.clone()];
    let label = label(words, range.start - sentence.start..range.end - sentence.start);
    EventCandidate {
        mention: TextRange::new(range.start, range.end),
        when,
        form,
        sentence: TextRange::new(sentence.start, sentence.end),
        label: CleanText::line(&label),
        is_past,
    }
}

impl EventCandidate {
    /// The candidate of a block, with its places counted from `base` on.
    fn shifted(self, base: usize) -> Self {
        let (mention, sentence) = (self.mention.shifted(base), self.sentence.shifted(base));
        Self { mention, sentence, ..self }
    }
}

fn is_told_in_past(sentence: &str) -> bool {
    let words = sentence[..sentence.floor_char_boundary(TENSE_BYTES)].split_whitespace();
    words.map(|word| word.trim_matches(|c: char| !c.is_alphabetic())).any(is_past)
}

/// The events, in text order; of one date in one sentence the first mention.
pub fn resolve_events(candidates: impl Iterator<Item = EventCandidate>) -> Vec<Event> {
    let mut seen = HashSet::new();
    let mut kept: Vec<EventCandidate> =
        candidates.filter(|candidate| seen.insert((candidate.when, candidate.sentence))).collect();
    kept.sort_by_key(|candidate| candidate.mention);
    let ranks = ranks(&kept);
    kept.into_iter().zip(ranks).map(|(candidate, rank)| event(candidate, rank)).collect()
}

fn event(candidate: EventCandidate, rank: u32) -> Event {
    Event {
        mention: candidate.mention,
        when: candidate.when,
        basis: Basis::Stated,
        sentence: candidate.sentence,
        label: candidate.label,
        is_era: false,
        origin: Origin::Extracted,
        rule: Some(candidate.form.rule()),
        confidence: candidate.form.confidence(),
        rank,
    }
}

/// The rank of each candidate, 1 for the most important: finer dates first, then what is told in
/// the past tense, then the first mention of a date, then the order of the text.
fn ranks(candidates: &[EventCandidate]) -> Vec<u32> {
    let mut seen = HashSet::new();
    let mut order: Vec<_> = candidates
        .iter()
        .enumerate()
        .map(|(index, candidate)| {
            let is_repeated = !seen.insert(candidate.when);
            (coarseness(&candidate.when), !candidate.is_past, is_repeated, index)
        })
        .collect();
    order.sort_unstable();
    let mut ranks = vec![0; candidates.len()];
    for (rank, (.., index)) in (1..).zip(order) {
        ranks[index] = rank;
    }
    ranks
}

/// 0 for days and months, 1 for parts of a year, then a year, a decade and more.
fn coarseness(when: &When) -> u8 {
    let (Some(first), Some(last)) = (when.first, when.last) else { return 4 };
    match last.0 - first.0 {
        ..=31 => 0,
        32..=130 => 1,
        131..=366 => 2,
        367..=3660 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder, Document, Meta};
    use crate::extract::extract;

    fn document(text: &str) -> Document {
        let mut builder = Builder::new();
        text.lines().for_each(|line| builder.add(BlockKind::Paragraph, line));
        builder.finish(Meta::default())
    }

    /// The events in text order, as `rank date: label`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let events = extract(&document(text)).events;
        let shown: Vec<String> = events
            .iter()
            .map(|event| format!("{} {}: {}", event.rank, event.when.edtf(), event.label))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn finer_dates_and_past_tenses_come_first() {
        check(
            "In the 19th century the port grew rich. The bridge opened in 1931.\n\
             The mayor resigned on 4 May 1932. In 1950 the ferries stop.",
            &[
                "4 18XX: The port grew rich",
                "2 1931: The bridge opened",
                "1 1932-05-04: The mayor resigned",
                "3 1950: The ferries stop",
            ],
        );
    }

    #[test]
    fn a_date_said_twice_in_a_sentence_is_one_event() {
        check("By December 1949, in December 1949 indeed, he left.", &["1 1949-12: He left"]);
    }

    #[test]
    fn a_sentence_is_that_of_its_own_date() {
        let text = "He left in 1949. She came in 1950, by train. They met.";
        let document = document(text);
        let events = extract(&document).events;
        assert_eq!(&document[events[1].sentence], "She came in 1950, by train.");
        assert_eq!(&document[events[1].mention], "1950");
    }
}
