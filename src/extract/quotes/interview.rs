//! Who asks and who answers, where a transcript only says `Q` and `A`.
//!
//! The words before the first question introduce them. Whoever wrote the article asks; of the others
//! the one answers with whom the interview is, or who is named in its title, or most. Where two are
//! introduced alike, nobody is told.

use super::cast::{Cast, PersonId};
use super::gender::Gender;
use super::mention::{Kind, Mention, Role};
use crate::document::{Document, TextRange};

/// An introduction is no longer, in bytes.
const REACH: usize = 6000;
/// Two who meet are named within so many bytes.
const N_SENTENCE: usize = 200;
/// So many headings above the first question may name who answers.
const N_HEADINGS: usize = 3;
/// So much says the title, or `interview with`; to be named once says one.
const SAID: u32 = 4;
/// Less is no introduction: somebody may be named in passing.
const LEAST: u32 = 2;

/// The two sides of an interview, as far as they are introduced.
#[derive(Debug, Clone, Copy, Default)]
pub struct Interview {
    /// Q.
    pub asks: Option<PersonId>,
    /// A.
    pub answers: Option<PersonId>,
}

/// Somebody who is introduced, and what speaks for each side.
#[derive(Debug, Clone, Copy)]
struct Introduced {
    person: PersonId,
    asks: bool,
    /// One of two who met: `Ana Ruiz spoke with Ben Fox`.
    is_met: bool,
    answers: u32,
}

/// Who was named last.
#[derive(Debug, Clone, Copy)]
struct Last {
    /// Among those introduced.
    index: usize,
    /// Where the name ends.
    end: usize,
    is_subject: bool,
}

impl Interview {
    /// Those whom `mentions`, which all stand before the first question at `offset`, introduce.
    pub fn of(
        document: &Document,
        cast: &Cast<'_>,
        mentions: impl Iterator<Item = Mention>,
        offset: usize,
    ) -> Self {
        let mut all: Vec<Introduced> = Vec::new();
        let mut last: Option<Last> = None;
        let is_near = |mention: &Mention| mention.range.start() + REACH > offset;
        for mention in mentions.filter(is_near) {
            if matches!(mention.kind, Kind::Pronoun(_)) {
                continue;
            }
            let somebody = cast.person(&document[mention.range]).filter(|person| {
                let person = cast.get(*person);
                person.is_somebody && person.gender != Gender::Neuter
            });
            let Some(person) = somebody else { continue };
            let known = all.iter().position(|known| known.person == person);
            let index = known.unwrap_or(all.len());
            if known.is_none() {
                all.push(Introduced::of(document, cast, person, offset));
            }
            let part = all[index].add(document, &mention);
            let same = last.filter(|last| {
                last.index != index && is_same_sentence(document, last.end, &mention)
            });
            if let Some(other) = same {
                all[other.index].meet(part, other.is_subject);
            }
            let is_subject = mention.role == Role::Subject;
            last = Some(Last { index, end: mention.range.end(), is_subject });
        }
        Self::among(&all)
    }

    /// The two sides, by what speaks for each of those introduced.
    fn among(all: &[Introduced]) -> Self {
        let may_answer = || all.iter().filter(|one| !one.asks && one.answers >= LEAST);
        let most = may_answer().map(|one| one.answers).max();
        let mut best = may_answer().filter(|one| Some(one.answers) == most);
        let answers = best.next().filter(|_| best.next().is_none()).map(|one| one.person);
        let others = || all.iter().filter(|one| Some(one.person) != answers);
        let asks = others().find(|one| one.asks).or_else(|| others().find(|one| one.is_met));
        // Where nobody answers, who wrote a column of advice may do that.
        Self { asks: asks.filter(|_| answers.is_some()).map(|one| one.person), answers }
    }
}

impl Introduced {
    fn of(document: &Document, cast: &Cast<'_>, person: PersonId, offset: usize) -> Self {
        let name = last_word(&cast.get(person).name);
        let asks = document.meta.authors.iter().any(|author| last_word(author.as_str()) == name);
        let answers = if is_in_title(document, name, offset) { SAID } else { 0 };
        Self { person, asks, is_met: false, answers }
    }

    /// Takes in what is said of them at one place.
    fn add(&mut self, document: &Document, mention: &Mention) -> Option<Part> {
        self.answers += 1 + u32::from(mention.role == Role::Subject);
        let part = Part::of(document, mention);
        match part {
            Some(Part::Asks) => self.asks = true,
            Some(Part::Answers | Part::Asked) => self.answers += SAID,
            Some(Part::Met) => self.is_met = true,
            None => {}
        }
        part
    }

    /// Takes in the part of whoever is named next in the sentence. To be its subject says little
    /// then: what was done may have been to ask.
    fn meet(&mut self, part: Option<Part>, is_subject: bool) {
        self.answers -= u32::from(is_subject);
        self.is_met |= part == Some(Part::Met);
        self.asks |= is_subject && part == Some(Part::Asked);
    }
}

/// Whether no sentence ends between `from` and a mention.
fn is_same_sentence(document: &Document, from: usize, mention: &Mention) -> bool {
    let to = mention.range.start();
    from < to
        && to - from < N_SENTENCE
        && !document[TextRange::new(from, to)].contains(['.', '?', '!', '\n'])
}

fn last_word(name: &str) -> &str {
    name.rsplit(' ').next().unwrap_or(name)
}

/// Whether a word stands in the title, or in one of the headings above the first question.
fn is_in_title(document: &Document, word: &str, offset: usize) -> bool {
    let has = |title: &str| {
        title.split(|c: char| !c.is_alphanumeric() && c != '-').any(|other| other == word)
    };
    let title = document.meta.title.as_ref();
    title.is_some_and(|title| has(title.as_str()))
        || document.sections_before(offset).take(N_HEADINGS).any(|head| has(&document[head.range]))
}

/// The part that somebody has in an interview, by the words before the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// `By NAME`, `interviewed by NAME`.
    Asks,
    /// `an interview with NAME`, `I spoke with NAME`.
    Answers,
    /// `Ben Fox questioned NAME`: whoever did so asks.
    Asked,
    /// `Ana Ruiz spoke with NAME`: one of the two.
    Met,
}

/// Verbs whose object answers. To have visited or met somebody says less.
#[rustfmt::skip]
const ASKED: &[&str] = &[
    "asked", "asks", "cross-examined", "examined", "grilled", "grills", "interrogated",
    "interviewed", "interviews", "questioned", "questions", "quizzed", "quizzes",
];
#[rustfmt::skip]
const MET: &[&str] = &[
    "spoke with", "spoke to", "speaks with", "speaks to", "in conversation with", "talked with",
    "talked to", "talks with", "talks to", "sat down with", "sits down with", "caught up with",
    "catches up with", "met", "meets", "met with", "visited", "visits", "called on", "calls on",
    "chatted with", "chats with", "corresponded with",
];

impl Part {
    fn of(document: &Document, mention: &Mention) -> Option<Self> {
        let block = document.block_around(mention.range.start())?;
        let at = mention.range.start() - block.range.start();
        let (before, after) = document[block.range].split_at(at);
        let sentence = before.rsplit(['.', '?', '!', '\n']).next().unwrap_or(before).trim();
        let has = |phrases: &[&str]| phrases.iter().any(|phrase| leads(sentence, phrase));
        if matches!(sentence, "By" | "by" | "Words by" | "Text by")
            || has(&["interviewed by", "Interviewed by", "Interview by", "Questions by"])
        {
            return Some(Self::Asks);
        }
        let with = ["interview with", "Interview with", "answer with", "answers with", "Q&A with"];
        let to = ["questions for", "Questions for", "A conversation with", "a conversation with"];
        if has(&with) || has(&to) {
            return Some(Self::Answers);
        }
        let name = mention.range.end() - mention.range.start();
        if ASKED.iter().any(|verb| is_object(sentence, verb)) && !after[name..].starts_with(" to ")
        {
            return Some(Self::Asked);
        }
        let is_met = has(MET);
        match sentence.split(' ').next() {
            Some("I" | "We") if is_met => Some(Self::Answers),
            _ => is_met.then_some(Self::Met),
        }
    }
}

/// Whether the words end with a verb and what describes its object: `asked the engineer`, but not
/// `asked about`, nor `who once asked`, which was another time.
fn is_object(words: &str, verb: &str) -> bool {
    let Some(at) = words.rfind(verb) else { return false };
    #[rustfmt::skip]
    const OTHERS: &[&str] = &[
        "about", "after", "at", "by", "for", "from", "how", "if", "in", "of", "on", "over", "that",
        "to", "what", "whether", "why", "with",
    ];
    let is_other = |word: &str| OTHERS.contains(&word);
    let is_relative = |word: &str| matches!(word, "who" | "whom" | "which" | "that" | "had");
    leads(words, verb)
        && !words[at + verb.len()..].split_whitespace().any(is_other)
        && !words[..at].split_whitespace().rev().take(2).any(is_relative)
}

/// Whether a phrase leads to the end of the words, past small words that describe who follows:
/// `spoke with the glaciologist`.
fn leads(words: &str, phrase: &str) -> bool {
    let Some(at) = words.rfind(phrase) else { return false };
    let between = &words[at + phrase.len()..];
    let is_small = |word: &str| word.starts_with(|c: char| c.is_lowercase());
    (between.is_empty() || between.starts_with(' '))
        && between.split_whitespace().all(is_small)
        && between.split_whitespace().count() < 7
}
