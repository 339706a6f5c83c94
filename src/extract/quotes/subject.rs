//! The subject of a cue verb: a name with its role, a pronoun, or somebody without a name.

use super::cue::{Cue, is_adverb, is_thing};
use super::name::{has_title, name_length};
use super::token::Token;
use std::ops::Range;

/// Roles and descriptions are no longer, in tokens.
const N_ROLE: usize = 8;
const N_DESCRIPTION: usize = 30;

/// Whose words are quoted, as far as the words beside them say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A name, by its bytes in the block.
    Named(Range<usize>),
    /// He or she.
    Pronoun,
    /// Somebody: `a spokesman`, `I`.
    Unnamed,
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

/// The subject that begins with token `from`; `None` if there is none, or it is a thing.
pub fn subject(tokens: &[Token<'_>], from: usize) -> Option<Subject> {
    let first = tokens.get(from)?;
    let plain = |source| Some(Subject { source, description: None, end: from + 1 });
    match first.text {
        "he" | "she" | "He" | "She" => return plain(Source::Pronoun),
        "I" | "we" | "they" | "We" | "They" => return plain(Source::Unnamed),
        _ => {}
    }
    if is_determiner(first.text) {
        named(tokens, from + 1, from).or_else(|| nominal(tokens, from + 1))
    } else {
        named(tokens, from, from)
    }
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
            n_small += 1;
            at += 1;
        } else {
            break;
        }
    }
    let name = name?;
    let bytes = tokens[name.start].start..tokens[name.end - 1].end;
    let has_determiner = start > from;
    // `The Soviets said`, `lawyer Fox said`: too little to tell a person.
    let is_person = match (has_determiner, n_small) {
        (true, 0) => has_title(tokens[name.start].text),
        (false, 1..) => name.len() > 1,
        _ => true,
    };
    let description = (n_small > 0).then(|| span(&tokens[start..name.start])).flatten();
    let source = if is_person { Source::Named(bytes) } else { Source::Unnamed };
    Some(Subject { source, description, end: after_parenthesis(tokens, at) })
}

/// `a spokesman for the ministry`; with a name between commas after it, that name.
fn nominal(tokens: &[Token<'_>], start: usize) -> Option<Subject> {
    let is_part = |token: &&Token<'_>| token.is_word() && Cue::of(token.text).is_none();
    let length = tokens[start..].iter().take(N_ROLE + 4).take_while(is_part).count();
    let role = &tokens[start..start + length];
    let head = role.iter().take_while(|token| is_role_word(token.text)).last()?;
    if is_thing(head.text) {
        return None;
    }
    let end = start + length;
    let n_adverbs = role.iter().rev().take_while(|token| is_adverb(token.text)).count();
    let unnamed = Subject { source: Source::Unnamed, description: None, end: end - n_adverbs };
    if !tokens.get(end).is_some_and(|token| token.is(",")) {
        return Some(unnamed);
    }
    let name = name_length(&tokens[end + 1..]);
    let close = end + 1 + name;
    if name < 2 || !tokens.get(close).is_some_and(|token| token.is(",")) {
        return Some(unnamed);
    }
    let bytes = tokens[end + 1].start..tokens[close - 1].end;
    Some(Subject { source: Source::Named(bytes), description: span(role), end: close + 1 })
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
    let close =
        (from + 2..reach).find(|at| tokens[*at].is(",") && cue_at(tokens, at + 1).is_some())?;
    let (verb, cue) = cue_at(tokens, close + 1)?;
    Some((verb, cue, description(&tokens[from + 1..close])))
}

/// The cue verb at token `from`, past adverbs.
pub fn cue_at(tokens: &[Token<'_>], from: usize) -> Option<(usize, Cue)> {
    let rest = tokens.get(from..)?;
    let n_adverbs = rest.iter().take(3).take_while(|token| is_adverb(token.text)).count();
    let verb = rest.get(n_adverbs)?;
    let puts_it =
        matches!(verb.text, "put" | "puts") && rest.get(n_adverbs + 1).is_some_and(|t| t.is("it"));
    let cue = if puts_it { Cue::Speech } else { Cue::of(verb.text)? };
    Some((from + n_adverbs, cue))
}

/// The description after `said NAME`: `, the teacher, …`.
pub fn description_after(tokens: &[Token<'_>], from: usize) -> Option<Range<usize>> {
    if !tokens.get(from)?.is(",") {
        return None;
    }
    let rest = &tokens[from + 1..];
    let length = rest.iter().take(N_DESCRIPTION).take_while(|token| is_inside(token)).count();
    description(&rest[..length])
}

fn is_inside(token: &Token<'_>) -> bool {
    token.is_word() || matches!(token.text, "&" | "’" | "'" | "-")
}

/// A description if the tokens are one: with an article, which is left out, or a role `of`, `at`
/// or `for` something.
fn description(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    let (first, rest) = tokens.split_first()?;
    // An age before it: `43, a teacher`.
    if first.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return rest.first().filter(|token| token.is(",")).and_then(|_| description(&rest[1..]));
    }
    if matches!(first.text, "a" | "an" | "the") {
        return span(rest);
    }
    let is_role = first.is_small()
        && is_role_word(first.text)
        && !is_participle(first.text)
        && tokens.iter().any(|token| matches!(token.text, "of" | "at" | "for"));
    is_role.then(|| span(tokens)).flatten()
}

/// Whether a word says what somebody did while speaking: `smiling at him` is no role.
fn is_participle(word: &str) -> bool {
    const ROLES: &[&str] = &["acting", "founding", "leading", "managing", "retired", "visiting"];
    (word.ends_with("ing") || word.ends_with("ed") || word.ends_with("ly"))
        && !ROLES.contains(&word)
}

fn span(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    Some(tokens.first()?.start..tokens.last()?.end)
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
    matches!(
        word.to_lowercase().as_str(),
        "the" | "a" | "an" | "one" | "another" | "his" | "her" | "their" | "my" | "our"
    )
}

/// Whether a word may be part of a role: no verb, no adverb, no preposition, no pronoun.
fn is_role_word(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "of", "at", "for", "from", "in", "on", "to", "with", "by", "about", "and", "or", "but",
        "as", "that", "which", "who", "whom", "when", "where", "while", "if", "because", "is",
        "was", "are", "were", "be", "been", "being", "it", "he", "she", "they", "him", "them",
        "this", "these", "those", "not", "the", "a", "an", "so", "than", "into", "after", "before",
        "against", "over", "under", "through", "between", "during", "me", "us", "what", "how",
        "calling", "saying", "adding", "called", "calls", "like", "since", "until", "whose",
    ];
    word.starts_with(char::is_alphabetic)
        && !OTHERS.contains(&word)
        && !is_adverb(word)
        && Cue::of(word).is_none()
}
