//! The subject of a cue verb: a name with its role, a pronoun, or somebody without a name.

use super::cue::{Cue, is_adverb, is_document, is_sign};
use super::description::{N_DESCRIPTION, described, description, is_participle, may_describe};
use super::kind::{is_one_of_people, is_plural};
use super::name::{has_title, is_particle, is_possessive, name_length};
use super::token::Token;
use crate::extract::verb::is_past;
use crate::extract::word_map::WordSet;
use std::ops::Range;

/// Roles are no longer, in tokens.
const N_ROLE: usize = 8;

/// Whose words are quoted, as far as the words beside them say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A name, by its bytes in the block.
    Named(Range<usize>),
    /// `he`, `she`, `it`, `they`, `I`.
    Pronoun(Pronoun),
    /// Somebody by a noun, `a spokesman for the ministry`: all of it and its head, in bytes.
    Nominal(Range<usize>, Range<usize>),
    /// Somebody of whom nothing can be said, or a document.
    Unnamed,
}

/// A pronoun that can be a speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pronoun {
    /// He.
    He,
    /// She.
    She,
    /// It.
    It,
    /// They.
    They,
    /// I.
    I,
}

impl Pronoun {
    fn of(word: &str) -> Option<Self> {
        Some(match word {
            "he" | "He" => Self::He,
            "she" | "She" => Self::She,
            "it" | "It" => Self::It,
            "they" | "They" => Self::They,
            "I" => Self::I,
            _ => return None,
        })
    }
}

/// A subject among tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Who.
    pub source: Source,
    /// The description beside the name, by its bytes in the block.
    pub description: Option<Range<usize>>,
    /// One past its last token.
    pub end: usize,
}

/// The subject that begins with token `from`; `None` if there is none, or it is a sign.
pub fn subject(tokens: &[Token<'_>], from: usize) -> Option<Subject> {
    let first = tokens.get(from)?;
    let plain = |source| Some(Subject { source, description: None, end: from + 1 });
    if let Some(pronoun) = Pronoun::of(first.text) {
        return plain(Source::Pronoun(pronoun));
    }
    if matches!(first.text, "we" | "We" | "you" | "You") {
        return plain(Source::Unnamed);
    }
    // `One complains; another, in 1248, called`.
    let is_alone = tokens.get(from + 1).is_some_and(|next| next.is(",") || next.is("called"));
    if matches!(first.text, "another" | "Another" | "others" | "Others") && is_alone {
        return plain(Source::Unnamed);
    }
    if is_determiner(first.text) {
        if tokens.get(from + 1).is_some_and(|token| is_one_of_people(token.text))
            && !tokens.get(from + 2).is_some_and(Token::is_capital)
        {
            return nominal(tokens, from + 1, from);
        }
        let name = named(tokens, from + 1, from);
        return name.or_else(|| nominal(tokens, from + 1, from));
    }
    let owner = owner_length(&tokens[from..]);
    if owner > 0 {
        return nominal(tokens, from + owner, from);
    }
    named(tokens, from, from)
}

/// `Ana Brandt`, `the economist Ana Brandt`, `Kiel fire chief Ana Brandt`.
fn named(tokens: &[Token<'_>], start: usize, from: usize) -> Option<Subject> {
    let mut at = start;
    let mut name = None;
    let mut n_small = 0;
    while let Some(token) = tokens.get(at).filter(|_| at < start + N_ROLE) {
        let length = name_length(&tokens[at..]);
        if length > 0 {
            name = Some(at..at + length);
            at += length;
        } else if token.is_small() && is_role_word(token.text) {
            name = None;
            // `said de Vries`.
            n_small += usize::from(!is_particle(token.text));
            at += 1;
        } else {
            break;
        }
    }
    let name = name?;
    let bytes = tokens[name.start].start..tokens[name.end - 1].end;
    let has_determiner = start > from;
    // `The Soviets said`, `lawyer Fox said`: too little to tell a person. `The New Statesman`,
    // `the staring Fox` and `the IMF` are enough.
    let is_enough = match (has_determiner, n_small) {
        (true, 0) => {
            let first = tokens[name.start].text;
            has_title(first)
                || name.len() > 1
                || !(first.ends_with('s') || is_plural(first))
                || is_acronym(first)
        }
        (false, 1) => name.len() > 1 || is_fond(tokens[start].text),
        (false, 2..) => name.len() > 1,
        _ => true,
    };
    let before = &tokens[start..name.start];
    let is_role = n_small > 1 && may_describe(before) && !is_participle(before[0].text);
    let description = is_role.then(|| described(before)).flatten();
    let source = if is_enough { Source::Named(bytes) } else { Source::Unnamed };
    Some(Subject { source, description, end: after_parenthesis(tokens, at) })
}

fn is_fond(word: &str) -> bool {
    matches!(word, "poor" | "old" | "young" | "little" | "dear" | "good" | "big")
}

fn is_acronym(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.')
}

/// The length of `Scott’s` or `the city’s` at the start of the tokens; 0 if there is no owner.
fn owner_length(tokens: &[Token<'_>]) -> usize {
    let length = tokens.iter().take(4).take_while(|token| token.is_capital()).count();
    let owner = tokens[..length].iter().position(|token| is_possessive(token.text));
    owner.map_or(0, |at| at + 1)
}

/// `a spokesman for the ministry`; with a name between commas after it, that name.
fn nominal(tokens: &[Token<'_>], start: usize, from: usize) -> Option<Subject> {
    let is_part = |token: &&Token<'_>| {
        token.is_word() && Cue::of(token.text).is_none() && !ends_phrase(token.text)
    };
    let length = tokens[start..].iter().take(N_ROLE + 4).take_while(is_part).count();
    let role = &tokens[start..start + length];
    let n_adverbs = role.iter().rev().take_while(|token| is_adverb(token.text)).count();
    let role = &role[..length - n_adverbs];
    let n_head = role.iter().take_while(|token| is_role_word(token.text)).count();
    // `A man called.`: a verb that is a cue only here.
    let n_verbs =
        usize::from(role.len() > n_head && role.last().is_some_and(|last| last.is("called")));
    let role = &role[..role.len() - n_verbs];
    let head = role.get(n_head.checked_sub(1)?)?;
    if is_sign(head.text) {
        return None;
    }
    let end = start + role.len();
    let n_named = n_head + manner_at(&role[n_head..]);
    let bytes = tokens[from].start..role[n_named - 1].end;
    let source = if is_document(head.text) {
        Source::Unnamed
    } else {
        Source::Nominal(bytes, head.start..head.end)
    };
    let whole = Subject { source, description: None, end };
    if !tokens.get(end).is_some_and(|token| token.is(",")) {
        return Some(whole);
    }
    let Some(name) = named(tokens, end + 1, end + 1) else { return Some(whole) };
    let is_closed = tokens.get(name.end).is_none_or(|token| token.is(",") || token.is_stop());
    if !is_closed || !matches!(name.source, Source::Named(_)) {
        return Some(whole);
    }
    Some(Subject {
        source: name.source,
        description: described(role),
        end: tokens.len().min(name.end + 1),
    })
}

/// Where, behind the noun, the phrase says how something was said rather than who did: `the doctor
/// in a calm voice`, `the nurse to the guest`, `the maid and left`.
fn manner_at(behind: &[Token<'_>]) -> usize {
    let is_voice = |token: &Token<'_>| {
        matches!(
            token.text,
            "voice" | "tone" | "tones" | "whisper" | "accent" | "undertone" | "manner"
        )
    };
    let is_manner = |at: usize| {
        let next = behind.get(at + 1).map_or("", |token| token.text);
        let is_bare = !matches!(next, "the" | "a" | "an" | "his" | "her" | "their" | "its");
        match behind[at].text {
            "in" => is_bare || behind[at..].iter().take(7).any(is_voice),
            "and" => is_past(next),
            "once" => next == "more",
            "on" | "upon" | "after" | "before" => next.ends_with("ing"),
            "to" | "again" => true,
            word => is_adverb(word) || (word.ends_with("ing") && !is_role_word(next)),
        }
    };
    (0..behind.len()).find(|at| is_manner(*at)).unwrap_or(behind.len())
}

/// The verb that a subject which ends before token `from` has, past `, a description,`: its token,
/// its kind, and the description.
pub fn verb_after(tokens: &[Token<'_>], from: usize) -> Option<(usize, Cue, Option<Range<usize>>)> {
    if let Some((verb, cue)) = cue_at(tokens, from) {
        return Some((verb, cue, None));
    }
    if !tokens.get(from)?.is(",") {
        return None;
    }
    let reach = tokens.len().min(from + N_DESCRIPTION);
    let close = (from + 2..reach)
        .find(|at| matches!(tokens[*at].text, "," | ")") && cue_at(tokens, at + 1).is_some())?;
    let (verb, cue) = cue_at(tokens, close + 1)?;
    Some((verb, cue, description(&tokens[from + 1..close])))
}

/// The cue verb at token `from`, past adverbs.
pub fn cue_at(tokens: &[Token<'_>], from: usize) -> Option<(usize, Cue)> {
    let rest = tokens.get(from..)?;
    let n_adverbs = rest.iter().take(3).take_while(|token| is_adverb(token.text)).count();
    let verb = rest.get(n_adverbs)?;
    if let Some(cue) = habit(&rest[n_adverbs..]) {
        return Some((from + n_adverbs + 2, cue));
    }
    let second = rest.get(n_adverbs + 1).map_or("", |token| token.text);
    let is_progressive = n_adverbs > 0 && matches!(rest[n_adverbs - 1].text, "was" | "is");
    let cue = Cue::of_pair(verb.text, second)
        .or_else(|| Cue::of(verb.text))
        .or_else(|| Cue::of_participle(verb.text).filter(|_| is_progressive))
        // `would say`, `did not ask`.
        .or_else(|| (n_adverbs > 0).then(|| bare_cue(verb.text))?)?;
    Some((from + n_adverbs, cue))
}

/// The cue at the third of the tokens: `likes to say`, `used to point out`.
pub fn habit(tokens: &[Token<'_>]) -> Option<Cue> {
    let [fond, to, verb, rest @ ..] = tokens else { return None };
    let is_fond =
        matches!(fond.text, "likes" | "liked" | "loves" | "loved" | "used" | "tends" | "tended");
    let second = rest.first().map_or("", |token| token.text);
    let pair = Cue::of_pair(verb.text, second);
    pair.or_else(|| bare_cue(verb.text)).filter(|_| is_fond && to.is("to"))
}

fn bare_cue(word: &str) -> Option<Cue> {
    match word {
        "say" | "ask" | "tell" | "add" | "reply" | "answer" | "repeat" | "insist" | "remark"
        | "joke" | "complain" | "explain" | "boast" | "quip" | "warn" | "declare" => {
            Some(Cue::Speech)
        }
        "write" | "written" => Some(Cue::Writing),
        _ => None,
    }
}

/// Past a parenthesis such as `(D-Ohio)`, if one stands at token `at`.
fn after_parenthesis(tokens: &[Token<'_>], at: usize) -> usize {
    if !tokens.get(at).is_some_and(|token| token.is("(")) {
        return at;
    }
    let close = tokens[at..].iter().take(8).position(|token| token.is(")"));
    close.map_or(at, |close| at + close + 1)
}

fn is_determiner(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &WordSet<64> = &WordSet::new(()).with(&[
        "the", "a", "an", "one", "another", "his", "her", "their", "my", "our", "some", "several",
        "many", "two", "three", "its", "The", "A", "An", "One", "Another", "His", "Her", "Their",
        "My", "Our", "Some", "Several", "Many", "Two", "Three", "Its",
    ], ());
    WORDS.contains(word)
}

/// Whether a word cannot stand in a noun phrase that is a subject.
fn ends_phrase(word: &str) -> bool {
    matches!(
        word,
        "who"
            | "whom"
            | "which"
            | "that"
            | "when"
            | "while"
            | "because"
            | "if"
            | "as"
            | "but"
            | "he"
            | "she"
            | "they"
            | "it"
            | "with"
            | "without"
    )
}

/// Whether a word may be part of a role: no verb, no adverb, no preposition, no pronoun.
pub fn is_role_word(word: &str) -> bool {
    #[rustfmt::skip]
    const OTHERS: &WordSet<256> = &WordSet::new(()).with(&[
        "of", "at", "for", "from", "in", "on", "to", "with", "by", "about", "and", "or", "but",
        "as", "that", "which", "who", "whom", "when", "where", "while", "if", "because", "is",
        "was", "are", "were", "be", "been", "being", "it", "he", "she", "they", "him", "them",
        "this", "these", "those", "not", "the", "a", "an", "so", "than", "into", "after", "before",
        "against", "over", "under", "through", "between", "during", "me", "us", "what", "how",
        "calling", "saying", "adding", "few", "moment", "moments", "minute", "minutes", "pause",
        "called", "calls", "like", "since", "until", "whose", "my", "her", "his", "their", "your",
        "our", "its", "no", "up", "down", "out", "off", "away", "you", "we", "himself", "herself",
        "without", "upon", "there", "likes", "liked", "loves", "loved", "used", "tends", "tended", "put",
            "puts", "went", "goes", "pointed", "points", "burst", "chimed", "broke", "cut",
    ], ());
    word.starts_with(char::is_alphabetic)
        && !OTHERS.contains(word)
        && !is_adverb(word)
        && Cue::of(word).is_none()
}
