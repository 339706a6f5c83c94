//! Attribution: who is named beside a quotation as its speaker.
//!
//! In: the narration directly before or after a quotation, cut at the end of its sentence and at a
//! fixed length. Out: an [`Attribution`], or none where the words do not say it in one of a few
//! forms. All that is looked for is subject and verb; the object of `told` is never the speaker.

use super::cue::Cue;
use super::subject::{Source, Subject, cue_at, description_after, subject, verb_after};
use super::token::{Token, tokens};
use std::ops::Range;

/// Narration is read this far from a quotation, in bytes.
const REACH: usize = 400;
/// A verb stands at most so many tokens away from its quotation.
const N_BETWEEN: usize = 14;

/// What the words beside a quotation say of its speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// Who.
    pub source: Source,
    /// The verb, in bytes of the block.
    pub verb: Range<usize>,
    /// Whether the words were written.
    pub cue: Cue,
    /// The speaker's description, in bytes of the block.
    pub description: Option<Range<usize>>,
    /// The form in which it says so.
    pub form: Form,
}

/// The form of an attribution: the rule that found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `“…,” said NAME`.
    VerbName,
    /// `“…,” NAME said`.
    NameVerb,
    /// `“…” of the plan, NAME said.`
    Tail,
    /// `NAME said, “…”`.
    Before,
    /// `according to NAME`.
    According,
}

impl Form {
    /// The name of the rule.
    pub fn rule(self) -> &'static str {
        match self {
            Self::VerbName => "quote-verb-name",
            Self::NameVerb => "quote-name-verb",
            Self::Tail => "quote-tail",
            Self::Before => "name-verb-quote",
            Self::According => "according-to",
        }
    }

    /// How sure the form makes it that this is the speaker.
    pub fn confidence(self) -> f32 {
        match self {
            Self::VerbName | Self::NameVerb => 0.95,
            Self::Before => 0.9,
            Self::According => 0.85,
            Self::Tail => 0.8,
        }
    }
}

/// The attribution in the narration `text[from..to]` after a quotation.
///
/// `runs_on` says that the quotation does not end its sentence with a full stop, so that a name
/// after it can be that of its speaker.
pub fn after(text: &str, from: usize, to: usize, runs_on: bool) -> Option<Attribution> {
    let reach = text.floor_char_boundary(to.min(from + REACH));
    let mut tokens = tokens(text, from, reach);
    let end = tokens.iter().position(Token::is_stop).unwrap_or(tokens.len());
    tokens.truncate(end);
    let has_comma = tokens.first().is_some_and(|token| token.is(","));
    let start = usize::from(has_comma);
    verb_name(&tokens, start)
        .or_else(|| according(&tokens, start))
        .or_else(|| (runs_on || has_comma).then(|| name_verb(&tokens, start))?)
        .or_else(|| (end > 0).then(|| tail(&tokens))?)
}

/// `said NAME, a description`.
fn verb_name(tokens: &[Token<'_>], start: usize) -> Option<Attribution> {
    let (verb, cue) = cue_at(tokens, start)?;
    let subject = subject(tokens, verb + 1)?;
    let description = description_after(tokens, subject.end);
    Some(attribution(subject, tokens[verb], cue, description, Form::VerbName))
}

/// `NAME, a description, said`.
fn name_verb(tokens: &[Token<'_>], start: usize) -> Option<Attribution> {
    let subject = subject(tokens, start)?;
    let (verb, cue, description) = verb_after(tokens, subject.end)?;
    Some(attribution(subject, tokens[verb], cue, description, Form::NameVerb))
}

fn according(tokens: &[Token<'_>], start: usize) -> Option<Attribution> {
    if !tokens.get(start)?.text.eq_ignore_ascii_case("according")
        || !tokens.get(start + 1)?.is("to")
    {
        return None;
    }
    let subject = subject(tokens, start + 2)?;
    let description = description_after(tokens, subject.end);
    Some(attribution(subject, tokens[start], Cue::Speech, description, Form::According))
}

/// The end of a sentence that begins before the quotation: `…, NAME, a description, told me.`
fn tail(tokens: &[Token<'_>]) -> Option<Attribution> {
    let is_cue = |token: &Token<'_>| Cue::of(token.text).is_some();
    let commas = tokens.iter().take(N_BETWEEN).enumerate().filter(|(_, token)| token.is(","));
    for (comma, _) in commas {
        if tokens[..comma].iter().any(is_cue) {
            return None;
        }
        let found = name_verb(tokens, comma + 1).filter(|found| {
            let verb_at = tokens.iter().position(|token| token.start == found.verb.start);
            // Only a verb that ends the sentence has all of it for its object.
            verb_at.is_some_and(|at| tokens.len() - at <= 3) && found.source != Source::Unnamed
        });
        if let Some(found) = found {
            return Some(Attribution { form: Form::Tail, ..found });
        }
    }
    None
}

/// The attribution in the narration `text[from..to]` before a quotation.
pub fn before(text: &str, from: usize, to: usize) -> Option<Attribution> {
    let reach = text.ceil_char_boundary(from.max(to.saturating_sub(REACH)));
    let tokens = tokens(text, reach, to);
    let start = tokens.iter().rposition(Token::is_stop).map_or(0, |stop| stop + 1);
    let tokens = &tokens[start..];
    let (last, body) = tokens.split_last()?;
    match last.text {
        "," | ":" | "that" => verb_before(body).or_else(|| according_before(body)),
        _ if cue_at(tokens, tokens.len() - 1).is_some() => verb_before(tokens),
        _ => None,
    }
}

/// `NAME told reporters`, at the end of the tokens.
fn verb_before(tokens: &[Token<'_>]) -> Option<Attribution> {
    let nearest = tokens.len().saturating_sub(N_BETWEEN);
    let verb = (nearest..tokens.len())
        .rev()
        .find(|at| cue_at(tokens, *at).is_some_and(|(verb, _)| verb == *at))?;
    // `said that the plan, “…”` tells what was said; the quotation is somebody's in it.
    if tokens[verb..].iter().any(|token| token.is("that")) {
        return None;
    }
    (0..verb).find_map(|at| {
        if !may_begin_subject(tokens, at) {
            return None;
        }
        let subject = subject(tokens, at)?;
        let (found, cue, description) = verb_after(tokens, subject.end)?;
        let is_it = found == verb;
        is_it.then(|| attribution(subject, tokens[verb], cue, description, Form::Before))
    })
}

/// `According to NAME`, at the end of the tokens.
fn according_before(tokens: &[Token<'_>]) -> Option<Attribution> {
    let start = tokens.iter().rposition(|token| token.text.eq_ignore_ascii_case("according"))?;
    let found = according(tokens, start)?;
    let end = found.description.as_ref().map_or_else(
        || match &found.source {
            Source::Named(name) => name.end,
            Source::Pronoun | Source::Unnamed => 0,
        },
        |description| description.end,
    );
    tokens.last().is_some_and(|last| last.end == end).then_some(found)
}

/// Whether a subject can begin at token `at`: not in the middle of a phrase, where the name would
/// be an object (`a friend of Smith said`) or one of several (`Fox and Smith said`).
fn may_begin_subject(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| tokens[at]) else { return true };
    match before.text {
        "," | ";" | ":" | "—" | "–" | "as" | "As" | "but" | "But" | "when" | "When" | "then"
        | "Then" | "Yet" | "yet" | "so" | "So" | "because" | "while" | "While" | "if" | "And"
        | "”" | ")" => true,
        "and" => at.checked_sub(2).is_none_or(|at| !tokens[at].is_capital()),
        "Later" | "Still" | "Once" | "Yesterday" | "Today" | "Finally" | "Instead"
        | "Meanwhile" | "Afterwards" | "Eventually" => true,
        _ => false,
    }
}

fn attribution(
    subject: Subject,
    verb: Token<'_>,
    cue: Cue,
    description: Option<Range<usize>>,
    form: Form,
) -> Attribution {
    Attribution {
        source: subject.source,
        verb: verb.start..verb.end,
        cue,
        description: description.or(subject.description),
        form,
    }
}
