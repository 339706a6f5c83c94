//! Candidates: the dates of a chunk with their sentences and labels, before it is known when they
//! were.

use super::entry::{self, Entry};
use super::grammar::Grammar;
use super::happening::is_catalog_entry;
use super::imprint::is_imprint;
use super::label::{Class, Label, label};
use super::manner::Manner;
use super::opening::{Opening, opening};
use super::phrase::{Form, From, Phrase, Point, Unit, Year};
use super::table::{self, first_sentence};
use super::tense::{is_told_in_past, tense};
use super::thread::{Place, Tense};
use crate::document::{Block, BlockKind, Chunk, CleanText, Precision, TextRange, When, sentences};
use crate::extract::references::is_reference;
use std::ops::Range;

/// A date in a chunk that may become an event.
#[derive(Debug, Clone, PartialEq)]
pub struct EventCandidate {
    /// The words of the date.
    pub mention: TextRange,
    /// What they say.
    pub phrase: Phrase,
    /// Where they stand.
    pub place: Place,
    /// The sentence around them.
    pub sentence: TextRange,
    /// What happened.
    pub label: CleanText,
    /// What the label tells of.
    pub class: Class,
    /// Whether the block is a heading.
    pub is_heading: bool,
    /// Whether the sentence is told in the past tense.
    pub is_past: bool,
}

/// Reads the events of blocks, keeping its room between them.
#[derive(Debug, Default)]
pub struct EventReader {
    grammar: Grammar,
    phrases: Vec<Phrase>,
}

impl EventReader {
    /// Appends the dates of `block` to `candidates`.
    pub fn read(&mut self, chunk: &Chunk, block: &Block, candidates: &mut Vec<EventCandidate>) {
        if block.kind.is_table() || block.kind == BlockKind::Tabular {
            self.read_table(chunk, block, candidates);
        } else if let Some(entry) = entry::alone(&mut self.grammar, chunk, block) {
            let mut candidate = told(entry, block.range.start());
            candidate.place.is_above = true;
            candidates.push(candidate);
        } else if is_read(block.kind) && !is_reference(chunk.slice(block.range)) {
            self.read_prose(chunk, block, candidates);
        }
    }

    fn read_table(&mut self, chunk: &Chunk, block: &Block, candidates: &mut Vec<EventCandidate>) {
        let text = chunk.slice(block.range);
        let base = block.range.start();
        for row in table::rows(&mut self.grammar, block.kind, text) {
            let Range { start, end } = row.phrase.range.clone();
            let entry = Entry {
                mention: TextRange::new(row.date.start + start, row.date.start + end).shifted(base),
                phrase: row.phrase,
                words: TextRange::new(row.words.start, row.words.end).shifted(base),
                told: &row.told,
            };
            candidates.push(told(entry, base));
        }
    }

    fn read_prose(&mut self, chunk: &Chunk, block: &Block, candidates: &mut Vec<EventCandidate>) {
        let text = chunk.slice(block.range);
        let opening = opening(&mut self.grammar, chunk, block);
        let is_heading = is_heading(block.kind, text) && opening != Opening::Number;
        self.grammar.read(text, is_heading, &mut self.phrases);
        if let Opening::Date(opening) = opening {
            entry::insert_opening(&mut self.phrases, opening);
        }
        if matches!(block.kind, BlockKind::Item { .. }) {
            self.phrases.retain(|phrase| {
                phrase.form != Form::Year || !is_catalog_entry(text, &phrase.range)
            });
        }
        if self.phrases.is_empty() || (block.kind == BlockKind::Caption && self.is_date_line(text))
        {
            return;
        }
        let base = block.range.start();
        let mut sentences = sentences(text).peekable();
        let mut aside = Aside::default();
        let (mut told_in_past, mut personal, mut before) = (None, None, None);
        for (index, phrase) in self.phrases.iter().enumerate() {
            // Both lists are in order, so a block is read once however many dates it has.
            while let Some(sentence) = sentences.next_if(|sentence| sentence.end < phrase.range.end)
            {
                (told_in_past, personal) = (None, None);
                before = Some(&text[sentence]);
            }
            let whole = 0..text.len();
            let sentence = sentences.peek().filter(|at| at.start <= phrase.range.start);
            let sentence = sentence.unwrap_or(&whole).clone();
            let date = phrase.range.start - sentence.start..phrase.range.end - sentence.start;
            if is_imprint(&text[sentence.clone()], &date) {
                continue;
            }
            let is_past =
                *told_in_past.get_or_insert_with(|| is_told_in_past(&text[sentence.clone()]));
            let place = Place {
                block_at: base,
                sentence_at: base + sentence.start,
                is_aside: aside.is_at(text, phrase.range.start),
                is_above: matches!(block.kind, BlockKind::Heading { .. }),
                is_personal: *personal.get_or_insert_with(|| is_personal(&text[sentence.clone()])),
                tense: tense(
                    &text[sentence.start..phrase.range.start],
                    &text[phrase.range.end.min(sentence.end)..sentence.end],
                ),
                shared: shared_year(text, phrase, self.phrases.get(index + 1)),
            };
            let words = &text[sentence.clone()];
            let (label, class) = match phrase.form {
                Form::Named => (text[phrase.range.clone()].to_owned(), Class::State),
                _ => {
                    let label = told_behind(&text[sentence.start..], words, &date)
                        .unwrap_or_else(|| label(words, date, before));
                    let release = release(block.kind, &text[..phrase.range.start], &label.text);
                    (release.unwrap_or(label.text), label.class)
                }
            };
            candidates.push(EventCandidate {
                mention: TextRange::new(phrase.range.start, phrase.range.end).shifted(base),
                phrase: phrase.clone(),
                place,
                sentence: TextRange::new(sentence.start, sentence.end).shifted(base),
                label: CleanText::line(&label),
                class,
                is_heading,
                is_past,
            });
        }
    }
}

impl EventReader {
    /// Whether a line under the title is nothing but a date on which the article was published or
    /// updated.
    fn is_date_line(&self, text: &str) -> bool {
        let [phrase] = &self.phrases[..] else { return false };
        let before = text[..phrase.range.start].trim();
        let is_told = !before.is_empty()
            && before.split_whitespace().all(|word| {
                matches!(
                    word.trim_end_matches(':'),
                    "Published" | "First" | "published" | "Posted" | "Updated" | "on"
                )
            });
        is_told && !text[phrase.range.end..].contains(char::is_alphanumeric)
    }
}

/// The label of a date that is a sentence by itself, from the sentence behind it; `text` begins with
/// the date’s, `words`.
fn told_behind(text: &str, words: &str, date: &Range<usize>) -> Option<Label> {
    let is_alone = !words[..date.start].contains(char::is_alphanumeric)
        && !words[date.end..].contains(char::is_alphanumeric);
    let next = is_alone.then(|| sentences(text).nth(1))??;
    Some(label(&format!("1: {}", &text[next]), 0..1, None))
}

/// What a heading names before its date where its label has no word: `2.3.0` of `[2.3.0] - 2024-05-01`.
fn release(kind: BlockKind, before: &str, label: &str) -> Option<String> {
    let name = before.trim_matches(|c: char| !c.is_alphanumeric());
    let is_named = matches!(kind, BlockKind::Heading { .. }) && !name.is_empty();
    (is_named && !label.contains(char::is_alphabetic)).then(|| name.to_owned())
}

/// The candidate of a date that stands apart from what happened, in the block that begins at
/// `block_at`.
fn told(entry: Entry<'_>, block_at: usize) -> EventCandidate {
    let Entry { mention, phrase, words, told } = entry;
    let told = first_sentence(told);
    let label = label(&format!("1: {told}"), 0..1, None);
    EventCandidate {
        mention,
        phrase,
        place: Place {
            block_at,
            sentence_at: words.start(),
            is_aside: false,
            is_above: false,
            is_personal: is_personal(told),
            tense: Tense::Unknown,
            shared: None,
        },
        sentence: words,
        label: CleanText::line(&label.text),
        // It stands there for what happened, however few words tell it.
        class: if label.class == Class::Happening { Class::Happening } else { Class::State },
        is_heading: false,
        is_past: is_told_in_past(told),
    }
}

/// Whether dates are looked for in a block of this kind.
fn is_read(kind: BlockKind) -> bool {
    kind.is_prose()
        || matches!(kind, BlockKind::Title | BlockKind::Heading { .. } | BlockKind::Caption)
}

/// Whether a place of a block lies between brackets or quotation marks.
#[derive(Debug, Default)]
struct Aside {
    at: usize,
    n_brackets: usize,
    is_quoted: bool,
}

impl Aside {
    fn is_at(&mut self, text: &str, at: usize) -> bool {
        for sign in text[self.at..at].chars() {
            match sign {
                '(' | '[' => self.n_brackets += 1,
                ')' | ']' => self.n_brackets = self.n_brackets.saturating_sub(1),
                '“' => self.is_quoted = true,
                '”' => self.is_quoted = false,
                '"' => self.is_quoted = !self.is_quoted,
                _ => {}
            }
        }
        self.at = at;
        self.is_quoted || self.n_brackets > 0
    }
}

/// A sentence is read this far for its person, in bytes.
const PERSON_BYTES: usize = 600;

/// Whether a sentence is told in the first person, outside of what it quotes.
fn is_personal(sentence: &str) -> bool {
    let is_me = |word: &str| matches!(word.trim_end_matches([',', '.']), "I" | "me");
    let mut is_quoted = false;
    let sentence = &sentence[..sentence.floor_char_boundary(PERSON_BYTES)];
    sentence.split_ascii_whitespace().any(|word| {
        is_quoted |= word.starts_with(['“', '"', '‘']);
        let was_quoted = is_quoted;
        is_quoted &= !word.ends_with(['”', '"', '’']);
        !was_quoted && is_me(word)
    })
}

/// Whether a block is read as a heading: as one of its kind, or as a short line that is no sentence.
fn is_heading(kind: BlockKind, text: &str) -> bool {
    matches!(kind, BlockKind::Heading { .. } | BlockKind::Title)
        || (text.len() <= 80 && !text.ends_with(['.', '?', '!', '”', '"', ':', ',', '’']))
}

/// The date whose year a month shares: `May` in `from May to July 1942`.
fn shared_year(text: &str, phrase: &Phrase, next: Option<&Phrase>) -> Option<When> {
    let is_open = matches!(phrase.point, Point::Month(_, Year::Open) | Point::Days { .. });
    let next = next.filter(|_| is_open)?;
    let Point::Fixed(when) = next.point else { return None };
    let between = text[phrase.range.end..next.range.start].trim();
    let is_joined = matches!(
        between,
        "to" | "and" | "or" | "through" | "until" | "till" | "–" | "—" | "-" | "/" | ","
    );
    (is_joined && when.precision <= Precision::Month).then_some(when)
}

impl EventCandidate {
    /// Whether the words are a date in an article of this manner: `today` is one where news are
    /// told, and elsewhere means these days.
    pub fn is_dated(&self, manner: Manner) -> bool {
        let is_today = self.phrase.point == Point::Shift(Unit::Day, 0, From::Written);
        !is_today || (manner == Manner::News && self.is_past)
    }
}
