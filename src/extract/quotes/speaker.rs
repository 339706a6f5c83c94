//! Speakers: who the names beside quotations are, in one pass over a document.
//!
//! In: the quotation candidates and the full names of all chunks, in text order. Out: quotations
//! with speakers. A surname alone is the one person who was named with it in full so far; if there
//! are two, it stays a surname.

use super::name::{bare_name, has_title, is_opener, is_particle, name_length};
use super::quote::{QuoteCandidate, Voice};
use super::token::tokens;
use crate::document::{
    CleanText, Document, Origin, Quotation, QuoteKind, Speaker, SpeakerId, TextRange,
};
use std::collections::HashMap;

/// A name of several words in running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FullName {
    at: usize,
    /// Without titles.
    name: String,
    /// Whether it opens a sentence, where its first word may be any word.
    opens_sentence: bool,
}

/// Appends the names of several words in `text`, which stands at `base`, to `names`.
pub fn find_names(text: &str, base: usize, names: &mut Vec<FullName>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = run_start(text, at) {
        let end = run_end(text, start);
        at = end.max(start + 1);
        // One word is no full name; most capitals end here.
        if !bytes[start..end].contains(&b' ') {
            continue;
        }
        let tokens = tokens(text, start, end);
        let n_openers = tokens.iter().take_while(|token| is_opener(token.text)).count();
        let length = name_length(&tokens[n_openers..]);
        let run = &tokens[n_openers..n_openers + length];
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let name = bare_name(&text[first.start..last.end]);
        if name.contains(' ') {
            let opens_sentence = opens_sentence(&text[..first.start]);
            names.push(FullName { at: base + first.start, name, opens_sentence });
        }
    }
}

/// Where the next word with a capital letter begins, of those that a name can have first.
fn run_start(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_start = |at: &usize| {
        bytes[*at].is_ascii_uppercase() && (*at == 0 || !bytes[at - 1].is_ascii_alphanumeric())
    };
    (from..bytes.len()).find(is_start)
}

/// The end of a run of capitalised words and particles, which is cut off after some 80 bytes.
fn run_end(text: &str, start: usize) -> usize {
    let is_part = |byte: &u8| {
        byte.is_ascii_alphanumeric() || *byte >= 0x80 || matches!(byte, b'-' | b'\'' | b'.')
    };
    let (mut at, mut end) = (start, start);
    while at - start < 80 {
        let length = text.as_bytes()[at..].iter().take_while(|byte| is_part(byte)).count();
        let word = &text[at..at + length];
        at += length;
        if word.starts_with(|c: char| c.is_uppercase() || !c.is_ascii()) || word.starts_with("al-")
        {
            end = at;
        } else if !is_particle(word) {
            break;
        }
        if text.as_bytes().get(at) != Some(&b' ') {
            break;
        }
        at += 1;
    }
    end
}

fn opens_sentence(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', '?', '!', '“', '"', '”', ':', '‘', '’', '—'])
}

/// The quotations with their speakers.
pub fn resolve_quotes(
    document: &Document,
    candidates: Vec<QuoteCandidate>,
    names: &[FullName],
) -> (Vec<Quotation>, Vec<Speaker>) {
    let mut cast = Cast { document, names: names.iter().peekable(), ..Cast::of(document) };
    let mut quotes: Vec<Quotation> = Vec::with_capacity(candidates.len());
    let mut paragraph = Paragraph::default();
    let mut goes_on = false;
    for candidate in candidates {
        paragraph.enter(candidate.block_at);
        let continued = goes_on && candidate.opens_block;
        let before = continued.then(|| quotes.len() as u32 - 1);
        let inherited = before.and_then(|index| quotes[index as usize].speaker);
        let speaker = match &candidate.voice {
            Voice::Named(name, description) => Some(cast.speaker(*name, *description)),
            Voice::Same => paragraph.last,
            Voice::Pronoun => paragraph.last.filter(|_| !paragraph.has_several),
            Voice::Unknown => None,
        };
        goes_on = candidate.goes_on;
        let mut quote = quotation(document, &candidate, speaker.or(inherited), before);
        if candidate.voice == Voice::Same && quotes.last().is_some_and(is_writing) {
            quote.kind = QuoteKind::Writing;
        }
        paragraph.note(quote.speaker);
        quotes.push(quote);
        if let (Some(speaker), Some(index)) = (speaker, before) {
            attribute_back(&mut quotes, index, speaker);
        }
    }
    (quotes, cast.speakers)
}

fn quotation(
    document: &Document,
    candidate: &QuoteCandidate,
    speaker: Option<SpeakerId>,
    continues: Option<u32>,
) -> Quotation {
    Quotation {
        words: candidate.words,
        kind: candidate.kind,
        speaker,
        cue: candidate.cue.map(|cue| CleanText::line(&document[cue])),
        continues,
        origin: Origin::Extracted,
        rule: Some(candidate.rule),
        confidence: candidate.confidence,
    }
}

fn is_writing(quote: &Quotation) -> bool {
    quote.kind == QuoteKind::Writing
}

/// Gives the speaker who is named at the end of a speech of several paragraphs to all of them.
fn attribute_back(quotes: &mut [Quotation], last: u32, speaker: SpeakerId) {
    let mut next = Some(last);
    while let Some(index) = next {
        let quote = &mut quotes[index as usize];
        if quote.speaker.is_some() {
            return;
        }
        quote.speaker = Some(speaker);
        next = quote.continues;
    }
}

/// Who has spoken in the block so far.
#[derive(Default)]
struct Paragraph {
    at: Option<usize>,
    last: Option<SpeakerId>,
    has_several: bool,
}

impl Paragraph {
    fn enter(&mut self, at: usize) {
        if self.at != Some(at) {
            *self = Self { at: Some(at), ..Self::default() };
        }
    }

    fn note(&mut self, speaker: Option<SpeakerId>) {
        self.has_several |= self.last.is_some() && self.last != speaker;
        self.last = speaker;
    }
}

/// Everybody who speaks, and the full names that could be theirs.
struct Cast<'a> {
    document: &'a Document,
    names: std::iter::Peekable<std::slice::Iter<'a, FullName>>,
    speakers: Vec<Speaker>,
    by_name: HashMap<String, SpeakerId>,
    /// The speakers by each word of their names; `None` if two share it.
    by_word: HashMap<String, Option<SpeakerId>>,
    /// The one full name with this last word; `None` if there are two.
    by_surname: HashMap<&'a str, Option<&'a FullName>>,
}

impl<'a> Cast<'a> {
    fn of(document: &'a Document) -> Self {
        Self {
            document,
            names: [].iter().peekable(),
            speakers: Vec::new(),
            by_name: HashMap::new(),
            by_word: HashMap::new(),
            by_surname: HashMap::new(),
        }
    }

    /// The speaker who is named at `name`.
    fn speaker(&mut self, name: TextRange, description: Option<TextRange>) -> SpeakerId {
        self.hear(name.end());
        let written: Vec<&str> = self.document[name].split_whitespace().collect();
        let written = written.join(" ");
        let bare = bare_name(&written);
        let id = self.known(&bare).unwrap_or_else(|| {
            let full = self.full_name(&bare);
            let shown = match &full {
                // A surname that stays one keeps its title.
                None if has_title(&written) && !bare.contains(' ') => &written,
                None => &bare,
                Some(full) => full,
            };
            self.add(full.as_deref().unwrap_or(&bare), shown)
        });
        self.by_name.insert(bare, id);
        let speaker = &mut self.speakers[id.index()];
        if speaker.description.is_none() {
            speaker.description = description.map(|at| CleanText::line(&self.document[at]));
        }
        id
    }

    /// Takes in the full names up to `offset`.
    fn hear(&mut self, offset: usize) {
        while let Some(full) = self.names.next_if(|full| full.at < offset) {
            let surname = full.name.rsplit(' ').next().unwrap_or(&full.name);
            let known = self.by_surname.entry(surname).or_insert(Some(full));
            *known = known.and_then(|known| better(known, full));
        }
    }

    /// The speaker of this name, or with this word in the name as nobody else has.
    fn known(&self, bare: &str) -> Option<SpeakerId> {
        let by_word = || self.by_word.get(bare).copied().flatten();
        self.by_name.get(bare).copied().or_else(by_word)
    }

    /// The full name that a surname stands for.
    fn full_name(&self, bare: &str) -> Option<String> {
        let full = self.by_surname.get(bare).copied().flatten()?;
        Some(full.name.clone())
    }

    fn add(&mut self, name: &str, shown: &str) -> SpeakerId {
        if let Some(id) = self.by_name.get(name) {
            return *id;
        }
        let id = SpeakerId(self.speakers.len() as u32);
        self.speakers.push(Speaker { name: CleanText::line(shown), description: None });
        self.by_name.insert(name.to_owned(), id);
        let words: Vec<&str> = name.split(' ').collect();
        // The first word and the last: a given name, or a surname in either order.
        let mut ends = vec![words[0], words[words.len() - 1]];
        ends.dedup();
        for word in ends {
            let known = self.by_word.entry(word.to_owned()).or_insert(Some(id));
            *known = known.filter(|known| *known == id);
        }
        id
    }
}

/// The fuller of two names with one surname if they are one person's; `None` if they are not.
///
/// Of a name that opens a sentence the first word may not belong to it, so the other one counts.
fn better<'a>(known: &'a FullName, other: &'a FullName) -> Option<&'a FullName> {
    if known.name.ends_with(&other.name) {
        let is_longer = known.name.len() > other.name.len();
        return Some(if is_longer && known.opens_sentence { other } else { known });
    }
    if other.name.ends_with(&known.name) {
        return Some(if other.opens_sentence { known } else { other });
    }
    match (known.opens_sentence, other.opens_sentence) {
        (true, false) => Some(other),
        (false, true) => Some(known),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder, Meta};
    use crate::extract::extract;

    /// The speakers, as `name` or `name (description)`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut builder = Builder::new();
        text.split('¶').for_each(|line| builder.add(BlockKind::Paragraph, line.trim()));
        let speakers = extract(&builder.finish(Meta::default())).speakers;
        let shown: Vec<String> = speakers
            .into_iter()
            .map(|speaker| match speaker.description {
                Some(description) => format!("{} ({description})", speaker.name),
                None => speaker.name.to_string(),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_surname_is_the_full_name_given_before() {
        check("I met Ana Maria Ruiz. “It went,” Ruiz said.", &["Ana Maria Ruiz"]);
        check("“It went,” said Ana Ruiz. ¶ “All of it,” Ms. Ruiz said.", &["Ana Ruiz"]);
        check("“It went,” Ruiz said. I had met Ana Ruiz before.", &["Ruiz"]);
        check("Yesterday Ruiz met Ana Ruiz. “It went,” Ruiz said.", &["Ana Ruiz"]);
    }

    #[test]
    fn a_surname_of_two_people_stays_a_surname() {
        check("I met Ana Ruiz and Ben Ruiz. “It went,” Ruiz said.", &["Ruiz"]);
    }

    #[test]
    fn a_title_stays_only_with_a_surname() {
        check("“It went,” said Mayor Fox. “It is gone.”", &["Mayor Fox"]);
        check("“It went,” said Sen. Amy Cole (D-Ohio).", &["Amy Cole"]);
    }

    #[test]
    fn the_description_comes_from_beside_the_name() {
        check(
            "“It went,” said Ana Ruiz, a pilot at the port, “all of it.”",
            &["Ana Ruiz (pilot at the port)"],
        );
        check("“It went,” Ana Ruiz, 43, a pilot, told me.", &["Ana Ruiz (pilot)"]);
        check("“It went,” the harbour pilot Ana Ruiz wrote.", &["Ana Ruiz (harbour pilot)"]);
        check("A clerk of the port, Ana Ruiz, said: “It went.”", &["Ana Ruiz (clerk of the port)"]);
        check("“It went,” said Ana Ruiz, who studies piers.", &["Ana Ruiz"]);
    }

    #[test]
    fn what_somebody_did_while_speaking_is_no_description() {
        check("“It went,” said Ana Ruiz, smiling at the port.", &["Ana Ruiz"]);
        check("“It went,” said Ana Ruiz, quietly at first for once.", &["Ana Ruiz"]);
    }
}
