//! Quotations: the quoted stretches of a chunk that are somebody's words, and what stands beside
//! them.
//!
//! A stretch without an attribution counts only if it goes on with one that has it, or is a whole
//! utterance; titles, terms and scare quotes are none. Who the names are is settled by
//! [`speaker`](super::speaker), which knows the rest of the document.

use super::attribution::{Attribution, Form, after, before};
use super::cue::Cue;
use super::mark::{Quoted, Style, quoted};
use super::subject::Source;
use crate::document::{Block, Chunk, Document, QuoteKind, TextRange, sentences};

/// A quotation with fewer words is one only beside a verb.
const N_WORDS: usize = 5;

/// A quoted stretch that is somebody's words.
#[derive(Debug, Clone, PartialEq)]
pub struct QuoteCandidate {
    /// The words, without a comma at their end.
    pub words: TextRange,
    /// What kind of quotation it is.
    pub kind: QuoteKind,
    /// Who, as far as the block says.
    pub voice: Voice,
    /// The verb.
    pub cue: Option<TextRange>,
    /// The rule that found it.
    pub rule: &'static str,
    /// From 0 to 1.
    pub confidence: f32,
    /// Whether it opens its block.
    pub opens_block: bool,
    /// Whether it goes on in the next block.
    pub goes_on: bool,
    /// The start of its block.
    pub block_at: usize,
}

/// Whose words a candidate is.
#[derive(Debug, Clone, PartialEq)]
pub enum Voice {
    /// Of this name, with this description.
    Named(TextRange, Option<TextRange>),
    /// Of whoever speaks in the quotation before, if only one does in the block.
    Pronoun,
    /// Of whoever speaks in the quotation before.
    Same,
    /// Nobody can be told.
    Unknown,
}

/// Appends the quotations of `block` to `candidates`.
pub fn find_quotes(
    document: &Document,
    chunk: &Chunk,
    block: &Block,
    style: Style,
    candidates: &mut Vec<QuoteCandidate>,
) {
    let text = chunk.slice(block.range);
    if !text.bytes().any(|byte| byte == b'"' || byte >= 0x80) {
        return;
    }
    // The next block may stand in the next chunk.
    let next = document.block_around(block.range.end() + 1);
    let goes_on = next.is_some_and(|next| {
        next.range != block.range && next.kind.is_prose() && style.opens(&document[next.range])
    });
    let stretches = quoted(text, style, goes_on);
    let mut reader = BlockReader { text, block, stretches: &stretches, last: None };
    for index in 0..stretches.len() {
        candidates.extend(reader.read(index));
    }
}

/// Reads the stretches of one block in order.
struct BlockReader<'a> {
    text: &'a str,
    block: &'a Block,
    stretches: &'a [Quoted],
    /// The last stretch that was a quotation.
    last: Option<usize>,
}

impl BlockReader<'_> {
    fn read(&mut self, index: usize) -> Option<QuoteCandidate> {
        let stretch = &self.stretches[index];
        let words = self.text[stretch.inner.clone()].trim_end_matches(',');
        let shape = Shape::of(&self.text[stretch.inner.clone()]);
        let found = self.attribution(index).filter(|found| shape.fits(found));
        let (voice, rule, confidence) = match &found {
            Some(found) => self.voice(found, index),
            None if self.last.is_some() && self.follows(index) && shape.is_clause() => {
                (Voice::Same, "same-paragraph", 0.85)
            }
            None if shape.is_utterance() || self.goes_on(index) => {
                (Voice::Unknown, "utterance", 0.5)
            }
            None => return None,
        };
        self.last = Some(index);
        let base = self.block.range.start();
        let start = base + stretch.inner.start;
        Some(QuoteCandidate {
            words: TextRange::new(start, start + words.len()),
            kind: kind(found.as_ref(), &shape),
            voice,
            cue: found.map(|found| TextRange::new(found.verb.start, found.verb.end).shifted(base)),
            rule,
            confidence,
            opens_block: self.text[..stretch.outer.start].trim().is_empty(),
            goes_on: !stretch.is_closed,
            block_at: base,
        })
    }

    fn attribution(&self, index: usize) -> Option<Attribution> {
        let stretch = &self.stretches[index];
        let words = &self.text[stretch.inner.clone()];
        let runs_on = words.ends_with([',', '?', '!', '—', '–', '…', '-']);
        let (from, to) = (self.narration_start(index), self.narration_end(index));
        let behind = stretch
            .is_closed
            .then(|| after(self.text, stretch.outer.end, to, runs_on))
            .flatten()
            .filter(|found| found.form != Form::Tail || !words.ends_with(['.', '?', '!']));
        let ahead = before(self.text, from, stretch.outer.start);
        match (behind, ahead) {
            // After `“…?”` a sentence may begin with the next speaker.
            (Some(behind), Some(ahead)) if !words.ends_with(',') => {
                (behind.form == Form::VerbName).then_some(behind).or(Some(ahead))
            }
            (Some(behind), _) => Some(behind),
            (None, ahead) => ahead,
        }
    }

    fn narration_start(&self, index: usize) -> usize {
        index.checked_sub(1).map_or(0, |before| self.stretches[before].outer.end)
    }

    fn narration_end(&self, index: usize) -> usize {
        self.stretches.get(index + 1).map_or(self.text.len(), |next| next.outer.start)
    }

    fn voice(&self, found: &Attribution, index: usize) -> (Voice, &'static str, f32) {
        let base = self.block.range.start();
        let range =
            |range: &std::ops::Range<usize>| TextRange::new(range.start, range.end).shifted(base);
        match &found.source {
            Source::Named(name) => {
                let voice = Voice::Named(range(name), found.description.as_ref().map(range));
                (voice, found.form.rule(), found.form.confidence())
            }
            Source::Pronoun if self.is_near(index) => (Voice::Pronoun, "pronoun", 0.75),
            Source::Pronoun | Source::Unnamed => (Voice::Unknown, found.form.rule(), 0.7),
        }
    }

    /// Whether the quotation goes on with the one before it: `…,” she said, “…`, `…,” she said. “…`.
    fn follows(&self, index: usize) -> bool {
        let (from, to) = (self.narration_start(index), self.stretches[index].outer.start);
        let between = self.text[from..to].trim();
        self.last == index.checked_sub(1)
            && between.ends_with(['.', ',', ';', ':', '—'])
            && sentences(between).take(2).count() == 1
    }

    /// Whether a pronoun beside the quotation can mean the speaker of the one before it: hardly
    /// anything stands between them.
    fn is_near(&self, index: usize) -> bool {
        self.last.is_some_and(|last| {
            let between =
                &self.text[self.stretches[last].outer.end..self.stretches[index].outer.start];
            between.len() < 300 && sentences(between).take(3).count() <= 2
        })
    }

    fn goes_on(&self, index: usize) -> bool {
        !self.stretches[index].is_closed
    }
}

fn kind(found: Option<&Attribution>, shape: &Shape) -> QuoteKind {
    match found {
        _ if shape.n_words < N_WORDS && !shape.has_sign => QuoteKind::Phrase,
        Some(found) if found.cue == Cue::Writing => QuoteKind::Writing,
        _ => QuoteKind::Speech,
    }
}

/// What quoted words look like by themselves.
struct Shape {
    n_words: usize,
    /// Whether they begin like a sentence.
    has_capital: bool,
    /// Whether they end like one, or with the comma of speech.
    has_sign: bool,
    /// Whether they end like a sentence.
    has_stop: bool,
    /// Whether all their long words have capitals, as in a title.
    is_title: bool,
}

impl Shape {
    fn of(words: &str) -> Self {
        let first = words.chars().find(|c| c.is_alphanumeric());
        let mut long = words.split_whitespace().filter(|word| word.len() > 4).peekable();
        let has_stop = words.ends_with(['.', '?', '!', '…', '’', ')', ']']);
        let is_title =
            long.peek().is_some() && long.all(|word| !word.starts_with(char::is_lowercase));
        Self {
            n_words: words.split_whitespace().take(N_WORDS + 3).count(),
            has_capital: first.is_some_and(|first| first.is_uppercase() || first.is_numeric()),
            has_sign: has_stop || words.ends_with([',', '—', '–', '-']),
            has_stop,
            is_title,
        }
    }

    /// A sentence of its own, somebody's although nobody says whose.
    fn is_utterance(&self) -> bool {
        self.has_capital && self.has_stop && self.n_words >= N_WORDS && !self.is_title
    }

    /// A sentence, or a good part of one.
    fn is_clause(&self) -> bool {
        self.has_stop || (self.n_words >= N_WORDS && !self.is_title)
    }

    /// Whether the words are such that the attribution can be theirs.
    fn fits(&self, found: &Attribution) -> bool {
        let is_named = matches!(found.source, Source::Named(_));
        let is_bare_term = self.n_words < N_WORDS && !self.has_sign;
        match found.form {
            // The sentence is around the words, so they may be a term in it.
            Form::Tail => self.n_words >= N_WORDS,
            _ if self.is_title && self.n_words > 1 && !self.has_stop => {
                found.form == Form::VerbName
            }
            _ if is_bare_term => is_named && found.form != Form::According,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder, Document, Meta, QuoteKind};
    use crate::extract::extract;

    /// The document of a text with marks, and `(speaker, words)` of each `[speaker: words]`.
    fn marked(text: &str) -> (Document, Vec<(String, String)>) {
        let (mut builder, mut expected) = (Builder::new(), Vec::new());
        for line in text.split('¶') {
            let mut plain = String::new();
            for (index, part) in line.trim().split(['[', ']']).enumerate() {
                let words = part.split_once(": ").filter(|_| index % 2 == 1);
                expected.extend(words.map(|(who, words)| (who.to_owned(), words.to_owned())));
                plain.push_str(words.map_or(part, |(_, words)| words));
            }
            builder.add(BlockKind::Paragraph, &plain);
        }
        (builder.finish(Meta::default()), expected)
    }

    /// The quotations in brackets are found with these speakers (`?` for none), and no others.
    #[track_caller]
    fn check(text: &str) {
        let (document, expected) = marked(text);
        let findings = extract(&document);
        let name = |index: usize| findings.speakers[index].name.as_str();
        let found: Vec<(String, String)> = findings
            .quotes
            .iter()
            .map(|quote| {
                let speaker = quote.speaker.map_or("?", |id| name(id.index()));
                (speaker.to_owned(), document[quote.words].to_owned())
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_name_beside_a_verb_after_the_words_is_the_speaker() {
        check("“[Ana Ruiz: The pier is gone],” said Ana Ruiz.");
        check("“[Ana Ruiz: The pier is gone],” Ana Ruiz said. “[Ana Ruiz: Nobody saw it go.]”");
        check("“[Ana Ruiz: Who pays?]” Ana Ruiz, a harbour pilot, asked me.");
        check("“[Ana Ruiz: Nobody],” replied the harbour pilot Ana Ruiz.");
        check("\"[Ana Ruiz: No],\" Ana Ruiz later told reporters.");
        check("‘[Ana Ruiz: I won’t sign it],’ said Ana Ruiz, the boys’ teacher.");
        check(
            "The plan “[Ana Ruiz: was drawn up by men who never sailed],” according to Ana Ruiz.",
        );
    }

    #[test]
    fn a_name_beside_a_verb_before_the_words_is_the_speaker() {
        check("Ana Ruiz said, “[Ana Ruiz: The pier is gone.]”");
        check("A clerk of the port, Ana Ruiz, told me: “[Ana Ruiz: The pier is gone.]”");
        check("As Ana Ruiz once put it, “[Ana Ruiz: a pier is a promise.]”");
        check("According to Ana Ruiz, “[Ana Ruiz: the pier was doomed from the start.]”");
        check("Ana Ruiz wrote in her book Salt: A Life, “[Ana Ruiz: No pier lasts.]”");
    }

    #[test]
    fn the_end_of_a_sentence_attributes_what_is_quoted_in_it() {
        check(
            "But “[Ana Ruiz: the pier was the price of peace]” in the port, Ana Ruiz, a pilot, told me.",
        );
        check("The deal was “rock solid,” but the port, Ana Ruiz said, was not.");
    }

    #[test]
    fn the_other_half_of_split_words_has_the_same_speaker() {
        check("“[Ana Ruiz: The pier],” Ana Ruiz said, “[Ana Ruiz: is gone.]”");
        check("“[Ana Ruiz: It went],” Ana Ruiz said of the “old lady.” He left.");
    }

    #[test]
    fn a_pronoun_is_the_one_speaker_of_the_paragraph() {
        check(
            "“[Ana Ruiz: It went],” Ana Ruiz said. At night, she added, “[Ana Ruiz: we heard it.]”",
        );
        check(
            "“[Ana Ruiz: It went],” Ana Ruiz said. “[Ben Fox: It stands],” said Ben Fox. \
             Later he said, “[?: It fell down at night.]”",
        );
        check("“[?: It went],” she said.");
    }

    #[test]
    fn an_object_an_owner_and_one_of_two_are_no_speakers() {
        check("“[?: It fell down at night],” a friend of Ana Ruiz said.");
        check("“[?: It fell down at night],” he told Ana Ruiz.");
        check("Ben Fox and Ana Ruiz said, “[?: It fell down at night.]”");
        check("Ana Ruiz’s brother said, “[?: It fell down at night.]”");
        check("Ana Ruiz saw the man who said, “[?: It fell down at night.]”");
    }

    #[test]
    fn titles_terms_and_signs_are_not_speech() {
        check("The “unequal treaties” left a “rock solid” mark.");
        check("Her novel, “The Glass Bridge,” sold well; “On Salt” did not.");
        check("John “Shorty” Fox ran the “Blue Note,” a club. The sign said “No Entry” twice.");
        check(
            "He called it “a gift to no one,” and left. Ruiz said that the so-called “experts” agreed.",
        );
    }

    #[test]
    fn a_whole_utterance_is_found_without_a_speaker() {
        check("Nobody asked. “[?: There was never going to be a pier here.]”");
    }

    #[test]
    fn speech_over_paragraphs_has_one_speaker() {
        let text =
            "“[Ana Ruiz: First we waited for it. ]¶“[Ana Ruiz: Then we went],” Ana Ruiz said.";
        let (document, _) = marked(text);
        let quotes = extract(&document).quotes;
        assert_eq!((quotes[0].continues, quotes[1].continues), (None, Some(0)));
        assert!(quotes[0].speaker.is_some() && quotes[0].speaker == quotes[1].speaker);
    }

    #[test]
    fn written_words_are_writing_and_a_few_are_a_phrase() {
        let (document, _) =
            marked("“It went,” Ana Ruiz wrote. “It is gone.” Ben Fox said “not so”.");
        let kinds: Vec<_> = extract(&document).quotes.into_iter().map(|quote| quote.kind).collect();
        assert_eq!(kinds, [QuoteKind::Writing, QuoteKind::Writing, QuoteKind::Phrase]);
    }
}
