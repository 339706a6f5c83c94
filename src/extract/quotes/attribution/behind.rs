//! The forms in which the words behind a quotation say whose it is: `said NAME`, `NAME said`.

use super::{Attribution, Ending, Form, N_BETWEEN, REACH, attribution};
use crate::extract::quotes::cue::{Cue, is_adverb, is_inverted, is_manner};
use crate::extract::quotes::description::description_after;
use crate::extract::quotes::name::name_length;
use crate::extract::quotes::subject::{Source, Subject, cue_at, subject, verb_after};
use crate::extract::quotes::token::{Token, sentence_tokens};

/// The attribution in the narration `text[from..to]` after a quotation.
pub fn after(text: &str, from: usize, to: usize, ending: Ending) -> Option<Attribution> {
    let reach = text.floor_char_boundary(to.min(from + REACH));
    let tokens = sentence_tokens(text, from, reach);
    let has_comma = tokens.first().is_some_and(|token| token.is(","));
    let start = usize::from(has_comma);
    let start = start + usize::from(tokens.get(start).is_some_and(|token| token.is("as")));
    let goes_on = has_comma || matches!(ending, Ending::RunsOn | Ending::Open);
    verb_name(&tokens, start)
        .or_else(|| dash_name(&tokens))
        .or_else(|| according(&tokens, start))
        .or_else(|| {
            goes_on.then(|| name_verb(&tokens, start).or_else(|| called(&tokens, start)))?
        })
        .or_else(|| manner(&tokens, start, has_comma || ending == Ending::RunsOn))
        .or_else(|| {
            let is_inside = matches!(ending, Ending::Bare | Ending::RunsOn) && !tokens.is_empty();
            is_inside.then(|| tail(&tokens))?
        })
        .or_else(|| (ending == Ending::Bare).then(|| name_verb(&tokens, start))?)
}

/// `said NAME, a description`.
fn verb_name(tokens: &[Token<'_>], start: usize) -> Option<Attribution> {
    let (verb, cue) = cue_at(tokens, start)?;
    let pair = tokens
        .get(verb + 1)
        .is_some_and(|next| Cue::of_pair(tokens[verb].text, next.text).is_some());
    let subject = subject(tokens, verb + 1 + usize::from(pair))?;
    let description = description_after(tokens, subject.end);
    Some(attribution(subject, tokens[verb], cue, description, Form::VerbName))
}

/// `NAME, a description, said`.
fn name_verb(tokens: &[Token<'_>], start: usize) -> Option<Attribution> {
    let subject = subject(tokens, start)?;
    let (verb, cue, description) = verb_after(tokens, subject.end)?;
    Some(attribution(subject, tokens[verb], cue, description, Form::NameVerb))
}

/// `NAME called.`, `NAME called to him`: not `NAME called the police`.
fn called(tokens: &[Token<'_>], start: usize) -> Option<Attribution> {
    let subject = subject(tokens, start)?;
    let rest = tokens.get(subject.end..)?;
    let n_adverbs = rest.iter().take(2).take_while(|token| is_adverb(token.text)).count();
    let verb = rest.get(n_adverbs).filter(|verb| verb.is("called") || verb.is("calls"))?;
    let is_speech = rest.get(n_adverbs + 1).is_none_or(|next| {
        matches!(next.text, "," | "to" | "back" | "from" | "after" | "over" | "down" | "across")
            || is_adverb(next.text)
    });
    is_speech.then(|| attribution(subject, *verb, Cue::Speech, None, Form::NameVerb))
}

/// `smiled NAME`, and where the sentence runs on or is broken off, `NAME smiled`.
fn manner(tokens: &[Token<'_>], start: usize, runs_on: bool) -> Option<Attribution> {
    let n_dashes = tokens.iter().take_while(|token| matches!(token.text, "-" | "—" | "–")).count();
    let start = start.max(n_dashes);
    let first = tokens.get(start)?;
    if is_manner(first.text) {
        let subject = subject(tokens, start + 1)?;
        let is_named = matches!(subject.source, Source::Named(_));
        let is_sure = match subject.source {
            Source::Pronoun(_) => runs_on,
            Source::Nominal(..) => runs_on && is_inverted(first.text),
            _ => is_named,
        };
        return is_sure.then(|| attribution(subject, *first, Cue::Speech, None, Form::Manner));
    }
    let subject = subject(tokens, start).filter(|_| runs_on || n_dashes > 0)?;
    let verb = tokens[subject.end.min(tokens.len())..]
        .iter()
        .take(4)
        .find(|token| is_manner(token.text) || token.is("was"))?;
    Some(attribution(subject, *verb, Cue::Speech, None, Form::Manner))
}

/// `— NAME`, and nothing else in the line.
fn dash_name(tokens: &[Token<'_>]) -> Option<Attribution> {
    let dash = tokens.first().filter(|token| matches!(token.text, "—" | "–" | "―"))?;
    let length = name_length(&tokens[1..]);
    let is_all = length > 1 && tokens.get(1 + length).is_none_or(|next| next.is(","));
    let name = tokens[1..].get(..length).filter(|_| is_all)?;
    let bytes = name[0].start..name[length - 1].end;
    let description = description_after(tokens, 1 + length);
    let subject = Subject { source: Source::Named(bytes), description, end: 1 + length };
    Some(Attribution {
        verb: dash.start..dash.start,
        ..attribution(subject, *dash, Cue::Speech, None, Form::Dash)
    })
}

pub(super) fn according(tokens: &[Token<'_>], start: usize) -> Option<Attribution> {
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
            verb_at.is_some_and(|at| tokens.len() - at <= 4) && found.source != Source::Unnamed
        });
        if let Some(found) = found {
            return Some(Attribution { form: Form::Tail, ..found });
        }
    }
    None
}
