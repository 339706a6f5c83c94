//! Quotations: the quoted stretches of a block that are somebody's words, and what stands beside
//! them.
//!
//! A stretch counts if its sentence says whose it is, if it goes on with one that counts, or if it
//! is a whole utterance or a long passage; titles, terms, signs and scare quotes are none. Who the
//! names are is settled by [`resolve`](super::resolve), which knows the rest of the document.

use super::attribution::{Attribution, Ending, Form, after, before};
use super::cue::{Cue, is_sign};
use super::gender::Gender;
use super::mark::Quoted;
use super::rule::Rule;
use super::shape::Shape;
use super::subject::{Pronoun, Source};
use crate::document::{QuoteKind, TextRange, sentences};
use crate::extract::word_map::WordSet;
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

/// Reads the stretches of one block in order.
struct BlockReader<'a> {
    text: &'a str,
    block: TextRange,
    stretches: &'a [Quoted],
    lead: Option<Lead<'a>>,
    /// Whether people talk here, so that a word can be all that one says.
    is_dialogue: bool,
    /// The last stretch that was a quotation.
    last: Option<usize>,
}

impl BlockReader<'_> {
    fn read(&mut self, index: usize) -> Option<QuoteCandidate> {
        let stretch = &self.stretches[index];
        let inner = &self.text[stretch.inner.clone()];
        let shape = Shape::of(inner, &self.text[stretch.outer.end..]);
        let is_title = shape.is_title_like() && is_title_led(&self.text[..stretch.outer.start]);
        if is_title || is_stage_direction(inner) {
            return None;
        }
        let (found, base) = match self.attribution(index, &shape).filter(|found| shape.fits(found))
        {
            Some(found) => (Some(found), self.block.start()),
            None => self.led(index).unzip_or(self.block.start()),
        };
        if found.as_ref().is_some_and(|found| self.is_inscription(stretch, found))
            && !shape.is_passage()
        {
            return None;
        }
        let ahead = &self.text[self.narration_start(index)..stretch.outer.start];
        let is_nobodys = found.as_ref().is_some_and(|found| {
            found.form == Form::Before && found.source == Source::Unnamed && names_sign(ahead)
        });
        if is_nobodys && !shape.is_passage() {
            return None;
        }
        let join = self.join(index);
        let (rule, confidence) = match &found {
            Some(found) => (Rule::Beside(found.form), found.form.confidence()),
            None => (self.bare_rule(index, &shape, join)?, 0.5),
        };
        self.last = Some(index);
        let (label, words) = labelled(inner);
        let start = self.block.start() + stretch.inner.start + inner.len() - words.len();
        let voice = match label {
            Some(label) => {
                let at = self.block.start() + stretch.inner.start;
                Voice::Named(TextRange::new(at + label.start, at + label.end), None)
            }
            None => found.as_ref().map_or(Voice::Unsaid, |found| voice(found, base)),
        };
        let cue = found.as_ref().filter(|found| !found.verb.is_empty());
        Some(QuoteCandidate {
            words: TextRange::new(start, start + without_comma(words).len()),
            outer: range(&stretch.outer, self.block.start()),
            kind: kind(found.as_ref(), &shape),
            voice,
            cue: cue.map(|found| range(&found.verb, base)),
            rule,
            confidence,
            join,
            goes_on: !stretch.is_closed,
            block: self.block,
        })
    }

    /// Whether the words stand on something: `It reads, in gold, “…”`, `It says “…”`.
    fn is_inscription(&self, stretch: &Quoted, found: &Attribution) -> bool {
        let lead = self.text[..found.verb.start.min(stretch.outer.start)].trim_end();
        let is_things = found.source == Source::Pronoun(Pronoun::It)
            || (found.source == Source::Unnamed
                && (lead.ends_with(" that") || lead.ends_with(" which")));
        let is_ahead = found.form == Form::Before && found.verb.end <= stretch.outer.start;
        is_ahead
            && is_things
            && match &self.text[found.verb.clone()] {
                "reads" | "read" => true,
                "says" => self.text[found.verb.end..stretch.outer.start].trim().is_empty(),
                _ => false,
            }
    }

    /// The attribution in the block before: `Then she said:`.
    fn led(&self, index: usize) -> Led {
        let opens = index == 0 && self.text[..self.stretches[0].outer.start].trim().is_empty();
        let Some(lead) = self.lead.filter(|_| opens) else { return Led(None) };
        let from = self.text_start(lead.text);
        Led(before(lead.text, from, lead.text.len()).map(|found| (found, lead.block.start())))
    }

    /// Behind the last mark in a text.
    fn text_start(&self, text: &str) -> usize {
        let last = text.rfind(['”', '"', '»', '’']);
        last.map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8))
    }

    fn attribution(&self, index: usize, shape: &Shape) -> Option<Attribution> {
        let stretch = &self.stretches[index];
        let (from, to) = (self.narration_start(index), self.narration_end(index));
        let behind = stretch
            .is_closed
            .then(|| after(self.text, stretch.outer.end, to, shape.ending))
            .flatten();
        if let Some(behind) = behind.as_ref().filter(|behind| behind.form == Form::VerbName) {
            return Some(behind.clone());
        }
        let ahead = before(self.text, from, stretch.outer.start)
            // What follows the words before belongs to them: `“…,” she said, “…`.
            .filter(|ahead| {
                let is_shown = || is_shown(&self.text[from..stretch.outer.start]);
                ahead.form != Form::Colon || !(shape.is_term() || is_shown())
            });
        let is_comma = shape.ending == Ending::RunsOn;
        // In `changed to “Enough!” Ana Ruiz shrugged` another sentence begins with the name.
        let ends = matches!(shape.ending, Ending::Open | Ending::Stop)
            && is_taken_in(&self.text[from..stretch.outer.start]);
        let behind = behind.filter(|behind| !(ends && behind.form == Form::NameVerb));
        match (behind, ahead) {
            // After `“…?”` a sentence may begin with the next speaker.
            (Some(behind), Some(ahead)) if !is_comma => {
                let is_worse = ahead.form.is_inside() || ahead.source == Source::Unnamed;
                Some(if is_worse { behind } else { ahead })
            }
            (Some(behind), _) => Some(behind),
            (None, ahead) => ahead,
        }
    }

    /// The rule by which a stretch counts of whose speaker its sentence says nothing.
    fn bare_rule(&self, index: usize, shape: &Shape, join: Join) -> Option<Rule> {
        let stretch = &self.stretches[index];
        let before = &self.text[self.narration_start(index)..stretch.outer.start];
        if is_shown(before) && !shape.is_passage() {
            return None;
        }
        let follows =
            join == Join::GoesOn && self.last.is_some() && self.last == index.checked_sub(1);
        if follows && (shape.is_clause() || shape.is_utterance()) {
            return Some(Rule::SameSentence);
        }
        if (shape.is_utterance() && !(shape.ending == Ending::Stop && is_taken_in(before)))
            || (self.is_dialogue && !shape.is_term())
            || !stretch.is_closed
        {
            return Some(Rule::Utterance);
        }
        shape.is_passage().then_some(Rule::Passage)
    }

    fn join(&self, index: usize) -> Join {
        let Some(before) = index.checked_sub(1) else {
            let opens = self.text[..self.stretches[0].outer.start].trim().is_empty();
            return if opens { Join::Opens } else { Join::First };
        };
        let from = self.stretches[before].outer.end;
        let between = self.text[from..self.stretches[index].outer.start].trim();
        if between.is_empty() {
            return Join::Answers;
        }
        let is_near = between.len() < 400 && sentences(between).take(2).count() == 1;
        if is_near { Join::GoesOn } else { Join::Apart }
    }

    fn narration_start(&self, index: usize) -> usize {
        index.checked_sub(1).map_or(0, |before| self.stretches[before].outer.end)
    }

    fn narration_end(&self, index: usize) -> usize {
        self.stretches.get(index + 1).map_or(self.text.len(), |next| next.outer.start)
    }
}

/// An attribution with the start of the block that it was found in.
struct Led(Option<(Attribution, usize)>);

impl Led {
    fn unzip_or(self, base: usize) -> (Option<Attribution>, usize) {
        match self.0 {
            Some((found, base)) => (Some(found), base),
            None => (None, base),
        }
    }
}

/// Whether the words before a mark say that a title, a term or a sign follows.
fn is_shown(before: &str) -> bool {
    let words = || before.rsplit(|c: char| c.is_whitespace()).filter(|word| !word.is_empty());
    let bare = |word: &str| word.trim_end_matches([',', ':', '.']).to_ascii_lowercase();
    let last = words().next().map(bare).unwrap_or_default();
    let is_naming = matches!(
        last.as_str(),
        "called"
            | "titled"
            | "entitled"
            | "named"
            | "labeled"
            | "labelled"
            | "dubbed"
            | "reading"
            | "term"
            | "word"
            | "phrase"
            | "so-called"
            | "as"
            | "of"
            | "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
    );
    is_naming || names_sign(before)
}

/// Whether one of the last words of a sentence is that of a sign, a title or the like.
fn names_sign(before: &str) -> bool {
    let words = before.rsplit(|c: char| c.is_whitespace()).filter(|word| !word.is_empty());
    let is_stop = |word: &&str| word.ends_with(['.', '?', '!']);
    words
        .take(9)
        .take_while(|word| !is_stop(word))
        .any(|word| is_sign(&word.trim_end_matches([',', ':', '.']).to_ascii_lowercase()))
}

/// `(Laughter.)`, `[Applause]`.
fn is_stage_direction(words: &str) -> bool {
    let words = words.trim();
    (words.starts_with('(') && words.ends_with(')')
        || words.starts_with('[') && words.ends_with(']'))
        && words.matches([')', ']']).count() == 1
}

/// Whether the sentence before a mark runs on into the quoted words: `an end to the old “Order.”`
fn is_taken_in(before: &str) -> bool {
    before.trim_end().ends_with(|c: char| c.is_lowercase())
}

/// Quoted words without the comma that leads on to the verb; `No,` keeps it as `No.` its stop.
fn without_comma(words: &str) -> &str {
    if words.contains(char::is_whitespace) { words.trim_end_matches(',') } else { words }
}

/// Whether the words before a mark lead to the title of something: `on CNN’s`, `her novel,`.
fn is_title_led(before: &str) -> bool {
    let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
    let word = last.trim_end_matches(',');
    super::name::is_possessive(word)
        || matches!(word, "of" | "on" | "On" | "titled" | "entitled" | "called" | "the" | "The")
        || is_work(word)
}

/// Things that have titles.
fn is_work(word: &str) -> bool {
    #[rustfmt::skip]
    const WORKS: &WordSet<128> = &WordSet::new(()).with(&[
        "album", "article", "ballad", "biography", "blog", "book", "broadcast", "chapter", "column",
        "comedy", "commentary", "documentary", "drama", "essay", "exhibition", "film", "game",
        "hit", "hymn", "memoir", "movie", "musical", "novel", "opera", "painting", "paper", "play",
        "podcast", "poem", "program", "programme", "report", "series", "show", "single", "song",
        "story", "study", "thesis", "treatise",
    ], ());
    WORKS.contains(word)
}

/// The label in quoted words of a transcript, `WALLACE: …`, and the words without it.
fn labelled(words: &str) -> (Option<Range<usize>>, &str) {
    let label = super::transcript::label(words).filter(|label| !label.is_plain);
    match label {
        Some(label) if label.name.is_some() => (label.name, &words[label.speech_at..]),
        _ => (None, words),
    }
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

fn kind(found: Option<&Attribution>, shape: &Shape) -> QuoteKind {
    match found {
        Some(found) if shape.is_phrase(found) => QuoteKind::Phrase,
        Some(found) if found.cue == Cue::Writing => QuoteKind::Writing,
        _ => QuoteKind::Speech,
    }
}
