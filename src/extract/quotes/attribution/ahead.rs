//! The forms in which the words before a quotation say whose it is: `NAME said`, `NAME left, saying`.

use super::behind::according;
use super::{Attribution, Form, N_BETWEEN, REACH, attribution};
use crate::extract::quotes::cue::{Cue, is_adverb};
use crate::extract::quotes::name::name_length;
use crate::extract::quotes::papers::{document, papers};
use crate::extract::quotes::subject::{
    Pronoun, Source, Subject, cue_at, habit, is_role_word, subject, verb_after,
};
use crate::extract::quotes::token::{Token, has_stop, tokens};
use crate::extract::verb::is_finite;

/// The attribution in the narration `text[from..to]` before a quotation.
pub fn before(text: &str, from: usize, to: usize) -> Option<Attribution> {
    let reach = text.ceil_char_boundary(from.max(to.saturating_sub(REACH)));
    let start = last_sentence(text, reach, to);
    let tokens = tokens(text, start, to);
    // A stop that the plain search took for an abbreviation's.
    let stop = tokens.iter().rposition(Token::is_stop).map_or(0, |stop| stop + 1);
    let tokens = &tokens[stop..];
    let (last, body) = tokens.split_last()?;
    match last.text {
        "," | "—" | "–" => before_comma(body),
        ":" => before_comma(body).or_else(|| papers(body)).or_else(|| colon(body)),
        "that" => verb_before(body).or_else(|| embedded(tokens)),
        _ if cue_at(tokens, tokens.len() - 1).is_some() => verb_before(tokens),
        _ => participle(tokens).or_else(|| embedded(tokens)).or_else(|| document(tokens)),
    }
}

/// `NAME made a speech:`; things that show words lead to them likewise, so only people count.
fn colon(body: &[Token<'_>]) -> Option<Attribution> {
    let is_somebody = |found: &Attribution| !matches!(found.source, Source::Nominal(..));
    sentence_subject(body, Form::Colon).filter(is_somebody)
}

fn before_comma(body: &[Token<'_>]) -> Option<Attribution> {
    inverted_before(body)
        .or_else(|| verb_before(body))
        .or_else(|| according_before(body))
        .or_else(|| participle(body))
}

/// `In Kiel, added NAME`, at the end of the tokens.
fn inverted_before(tokens: &[Token<'_>]) -> Option<Attribution> {
    let nearest = tokens.len().saturating_sub(N_BETWEEN);
    (nearest..tokens.len()).rev().find_map(|verb| {
        let cue = Cue::of(tokens[verb].text)?;
        let follows = verb.checked_sub(1).is_none_or(|at| tokens[at].is(","));
        let subject = subject(tokens, verb + 1).filter(|_| follows)?;
        let is_named = matches!(subject.source, Source::Named(_));
        (is_named && subject.end == tokens.len())
            .then(|| attribution(subject, tokens[verb], cue, None, Form::Before))
    })
}

/// Where the last sentence of `text[from..to]` begins, as far as its stops and capitals say.
fn last_sentence(text: &str, from: usize, to: usize) -> usize {
    let bytes = &text.as_bytes()[..to];
    let mut at = to;
    while let Some(stop) = bytes[from..at].iter().rposition(|b| matches!(b, b'.' | b'?' | b'!')) {
        at = from + stop;
        let rest = text[at + 1..to].trim_start_matches(['”', '’', '"', '\'', ')']);
        let is_end = rest.starts_with(' ')
            && rest.trim_start().starts_with(|c: char| c.is_uppercase() || c.is_numeric())
            && !is_abbreviated(&text[from..at]);
        if is_end {
            return to - rest.len();
        }
    }
    from
}

/// Whether the last word is a title or an initial, so that a stop after it ends no sentence.
fn is_abbreviated(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '“', '"']).next().unwrap_or("");
    let is_short = word.len() <= 5 && !word.starts_with(char::is_lowercase);
    is_short && has_stop(word)
}

/// `NAME told reporters`, at the end of the tokens.
fn verb_before(tokens: &[Token<'_>]) -> Option<Attribution> {
    let nearest = tokens.len().saturating_sub(N_BETWEEN);
    let verb = (nearest..tokens.len()).rev().find(|at| {
        cue_at(tokens, *at).is_some_and(|(verb, _)| verb == *at)
            || at.checked_sub(2).is_some_and(|fond| habit(&tokens[fond..]).is_some())
    })?;
    // `said that the plan, “…”` tells what was said; the quotation is somebody's in it.
    if tokens[verb..].iter().any(|token| token.is("that")) {
        return None;
    }
    subject_of(tokens, verb, Form::Before).or_else(|| shared_subject(tokens, verb))
}

/// The subject of `NAME looked up and said`: the sentence's, if the verb is only its second one.
fn shared_subject(tokens: &[Token<'_>], verb: usize) -> Option<Attribution> {
    let before = tokens[..verb].iter().rev().find(|token| !is_adverb(token.text))?;
    let is_second = matches!(before.text, "and" | "but" | "then" | ",");
    let shared = is_second.then(|| sentence_subject(&tokens[..verb], Form::Before)).flatten();
    let nobody = Subject { source: Source::Unnamed, description: None, end: verb };
    let found = shared
        .unwrap_or_else(|| attribution(nobody, tokens[verb], Cue::Speech, None, Form::Before));
    Some(Attribution { verb: tokens[verb].start..tokens[verb].end, ..found })
}

/// The subject of the cue verb at token `verb`.
fn subject_of(tokens: &[Token<'_>], verb: usize, form: Form) -> Option<Attribution> {
    (0..verb).find_map(|at| {
        if !may_begin_subject(tokens, at) {
            return None;
        }
        let subject = subject(tokens, at)?;
        let (found, cue, description) = verb_after(tokens, subject.end)?;
        (found == verb).then(|| attribution(subject, tokens[verb], cue, description, form))
    })
}

/// `NAME left the room, saying`: the participle at the end of the tokens has the sentence's subject.
fn participle(tokens: &[Token<'_>]) -> Option<Attribution> {
    let nearest = tokens.len().saturating_sub(8);
    let at =
        (nearest..tokens.len()).rev().find(|at| Cue::of_participle(tokens[*at].text).is_some())?;
    let is_apart = at.checked_sub(1).is_none_or(|at| {
        matches!(tokens[at].text, "," | "and" | "then" | "by" | "while" | "later" | "was" | "is")
            || tokens[at].text.ends_with("ly")
    });
    let cue = Cue::of_participle(tokens[at].text)?;
    let found = sentence_subject(&tokens[..at], Form::Participle).filter(|_| is_apart)?;
    Some(Attribution { verb: tokens[at].start..tokens[at].end, cue, ..found })
}

/// The subject of a sentence, by its place at the sentence's start.
fn sentence_subject(tokens: &[Token<'_>], form: Form) -> Option<Attribution> {
    let lead = matches!(tokens.first()?.text, "But" | "And" | "Then" | "So" | "Yet" | "Still");
    let starts = [usize::from(lead)].into_iter().chain(
        // `In the evening, NAME …`.
        tokens.iter().take(10).position(|token| token.is(",")).map(|comma| comma + 1),
    );
    let starts = starts.chain(acting_name(tokens));
    let subject = starts.into_iter().find_map(|at| subject(tokens, at))?;
    let is_one = !matches!(subject.source, Source::Unnamed | Source::Pronoun(Pronoun::It));
    let verb = tokens.get(subject.end).or(tokens.last())?;
    is_one.then(|| Attribution {
        verb: verb.start..verb.start,
        ..attribution(subject, *verb, Cue::Speech, None, form)
    })
}

/// `In her last letter NAME had`: where a name begins that a finite verb follows.
fn acting_name(tokens: &[Token<'_>]) -> Option<usize> {
    (1..tokens.len().min(N_BETWEEN)).find(|at| {
        let length = name_length(&tokens[*at..]);
        let is_first = !tokens[at - 1].is_capital() && tokens[at - 1].is_word();
        let is_object = matches!(
            tokens[at - 1].text,
            "of" | "at" | "in" | "to" | "for" | "from" | "with" | "by" | "and" | "on"
        );
        let verb = tokens.get(at + length).filter(|_| length > 0 && is_first && !is_object);
        verb.is_some_and(|verb| is_finite(verb.text))
    })
}

/// `NAME said the plan was`, `NAME called it`: the quotation goes on with the sentence.
fn embedded(tokens: &[Token<'_>]) -> Option<Attribution> {
    let verbs = (0..tokens.len()).rev().take(30);
    for verb in verbs {
        let word = tokens[verb].text;
        if matches!(word, "so-called" | "term" | "word" | "phrase" | "titled" | "entitled") {
            return None;
        }
        let Some(cue) = Cue::inside(word) else { continue };
        let found =
            subject_of(tokens, verb, Form::Embedded).or_else(|| naming_subject(tokens, verb, cue));
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The subject of `called`, which is no cue elsewhere.
fn naming_subject(tokens: &[Token<'_>], verb: usize, cue: Cue) -> Option<Attribution> {
    (0..verb).find_map(|at| {
        let subject = may_begin_subject(tokens, at).then(|| subject(tokens, at))??;
        let between = tokens.get(subject.end..verb)?;
        let is_its = between.iter().all(|token| is_adverb(token.text))
            || (subject.source == Source::Unnamed && is_apart(between));
        (is_its && cue == Cue::Naming)
            .then(|| attribution(subject, tokens[verb], Cue::Speech, None, Form::Embedded))
    })
}

/// Whether the tokens are a remark between commas: `, in 1248,`.
fn is_apart(tokens: &[Token<'_>]) -> bool {
    matches!(tokens, [first, inner @ .., last] if first.is(",") && last.is(",")
        && inner.len() < N_BETWEEN
        && !inner.iter().any(|token| token.is_small() && is_finite(token.text)))
}

/// `According to NAME`, at the end of the tokens.
fn according_before(tokens: &[Token<'_>]) -> Option<Attribution> {
    let start = tokens.iter().rposition(|token| token.text.eq_ignore_ascii_case("according"))?;
    let found = according(tokens, start)?;
    let end = found.description.as_ref().map_or_else(
        || match &found.source {
            Source::Named(name) | Source::Nominal(name, _) => name.end,
            Source::Pronoun(_) | Source::Unnamed => 0,
        },
        |description| description.end,
    );
    tokens.last().is_some_and(|last| last.end == end).then_some(found)
}

/// Whether a subject can begin at token `at`: not in the middle of a phrase, where the name would
/// be an object (`a friend of Smith said`) or one of several (`Fox and Smith said`).
fn may_begin_subject(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|at| tokens[at]) else { return true };
    // `Then, after a pause he said`: these are never objects.
    if matches!(tokens[at].text, "he" | "she" | "they" | "I") {
        return true;
    }
    match before.text {
        "," | ";" | ":" | "—" | "–" | "as" | "As" | "but" | "But" | "when" | "When" | "then"
        | "Then" | "Yet" | "yet" | "so" | "So" | "because" | "while" | "While" | "if" | "And"
        | "”" | ")" | "\"" | "where" | "what" | "which" | "how" | "until" | "after" | "before" => {
            true
        }
        "and" => at.checked_sub(2).is_none_or(|at| !tokens[at].is_capital()),
        "Later" | "Still" | "Once" | "Yesterday" | "Today" | "Finally" | "Instead"
        | "Meanwhile" | "Afterwards" | "Eventually" | "However" | "Earlier" | "Monday"
        | "Tuesday" | "Wednesday" | "Thursday" | "Friday" | "Saturday" | "Sunday" => true,
        _ => is_behind_phrase(tokens, at),
    }
}

/// Whether the sentence begins with a phrase of place or time, and the subject right behind it: `In
/// his diary NAME`.
fn is_behind_phrase(tokens: &[Token<'_>], at: usize) -> bool {
    let is_led = matches!(
        tokens[0].text,
        "In" | "At" | "On" | "During" | "From" | "By" | "After" | "Before"
    );
    let Some([inner @ .., last]) = tokens.get(1..at).filter(|_| is_led && at < 8) else {
        return false;
    };
    let is_noun =
        |token: &Token<'_>| token.is_small() && is_role_word(token.text) && !is_finite(token.text);
    let is_part =
        |token: &Token<'_>| token.is_word() && !token.is_capital() && !is_finite(token.text);
    !inner.is_empty() && is_noun(last) && inner.iter().all(is_part)
}
