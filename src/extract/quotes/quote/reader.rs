//! The stretches of one block, read in order: which of them are quotations, and of which kind.

use super::lead_in::{is_shown, is_taken_in, is_title_led, names_sign};
use super::{Join, Lead, QuoteCandidate, Voice, range, voice};
use crate::document::{QuoteKind, TextRange, sentences};
use crate::extract::quotes::attribution::{Attribution, Ending, Form, after, before};
use crate::extract::quotes::cue::Cue;
use crate::extract::quotes::mark::Quoted;
use crate::extract::quotes::rule::Rule;
use crate::extract::quotes::shape::Shape;
use crate::extract::quotes::subject::{Pronoun, Source};
use crate::extract::quotes::transcript::label;
use std::ops::Range;

/// Reads the stretches of one block in order.
pub(super) struct BlockReader<'a> {
    pub(super) text: &'a str,
    pub(super) block: TextRange,
    pub(super) stretches: &'a [Quoted],
    pub(super) lead: Option<Lead<'a>>,
    /// Whether people talk here, so that a word can be all that one says.
    pub(super) is_dialogue: bool,
    /// The last stretch that was a quotation.
    pub(super) last: Option<usize>,
}

impl BlockReader<'_> {
    pub(super) fn read(&mut self, index: usize) -> Option<QuoteCandidate> {
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
                let is_colon = || self.text[..stretch.outer.start].trim_end().ends_with(':');
                match ahead.form {
                    Form::Colon => !(shape.is_term() || is_shown()),
                    // `The letter opened “The Salt Road.”`
                    Form::Papers => is_colon() || !shape.is_title_like(),
                    _ => true,
                }
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

/// `(Laughter.)`, `[Applause]`.
fn is_stage_direction(words: &str) -> bool {
    let words = words.trim();
    (words.starts_with('(') && words.ends_with(')')
        || words.starts_with('[') && words.ends_with(']'))
        && words.matches([')', ']']).count() == 1
}

/// Quoted words without the comma that leads on to the verb; `No,` keeps it as `No.` its stop.
fn without_comma(words: &str) -> &str {
    if words.contains(char::is_whitespace) { words.trim_end_matches(',') } else { words }
}

/// The label in quoted words of a transcript, `WALLACE: …`, and the words without it.
fn labelled(words: &str) -> (Option<Range<usize>>, &str) {
    let label = label(words).filter(|label| !label.is_plain);
    match label {
        Some(label) if label.name.is_some() => (label.name, &words[label.speech_at..]),
        _ => (None, words),
    }
}

fn kind(found: Option<&Attribution>, shape: &Shape) -> QuoteKind {
    match found {
        Some(found) if shape.is_phrase(found) => QuoteKind::Phrase,
        Some(found) if found.cue == Cue::Writing => QuoteKind::Writing,
        _ => QuoteKind::Speech,
    }
}
