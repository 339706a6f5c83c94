//! What a reader is told of somebody where the name first stands, for the list of people.
//!
//! In: the text around a name. Out: the bytes of the phrase of a noun behind or before it, else of
//! where somebody is, what somebody does, or how old somebody is. Only the first of these is a noun
//! by which somebody may be called later.

use super::description::{described, description_after, is_attribute};
use super::name::{is_opener, is_organisation};
use super::subject::is_role_word;
use super::token::{Token, tokens};
use crate::document::{Document, TextRange};
use crate::extract::verb::verb_form;
use crate::extract::word_map::WordSet;
use std::ops::Range;

/// A description is looked for in so many bytes behind a name, and before it.
const REACH: usize = 240;
const REACH_BACK: usize = 80;
/// A clause that describes is no longer, in tokens.
const N_CLAUSE: usize = 12;
/// So many words stand before a name at most.
const N_BEFORE: usize = 5;

/// What stands beside a name to say who that is: `Odd Arne Westad, a historian at Yale`.
pub fn described_beside(document: &Document, name: TextRange) -> Option<TextRange> {
    let block = document.block_around(name.start())?;
    let text = &document[block.range];
    let base = block.range.start();
    let (start, end) = (name.start() - base, name.end() - base);
    let to = text.floor_char_boundary((end + REACH).min(text.len()));
    let after = tokens(text, end, to);
    let found = description_after(&after, 0)
        .or_else(|| {
            let from = text.ceil_char_boundary(start.saturating_sub(REACH_BACK));
            described_before(&tokens(text, from, start), from == 0)
        })
        .or_else(|| apposed(&after))?;
    Some(TextRange::new(base + found.start, base + found.end))
}

/// `the structural engineer NAME`: the phrase of a noun for somebody right before a name.
fn described_before(tokens: &[Token<'_>], is_whole: bool) -> Option<Range<usize>> {
    let is_part = |token: &&Token<'_>| {
        (is_role_word(token.text) || token.is_capital())
            && verb_form(token.text).is_none_or(|_| token.is("retired"))
            && !leads(token)
    };
    let n_words = tokens.iter().rev().take(N_BEFORE + 1).take_while(is_part).count();
    let first = tokens.len() - n_words;
    let is_led = first.checked_sub(1).map_or(is_whole, |before| leads(&tokens[before]));
    // `to prevent NAME`, `for example NAME`.
    let is_verb =
        n_words == 1 && first.checked_sub(1).is_some_and(|before| tokens[before].is("to"));
    let phrase = &tokens[first..];
    let is_led = is_led && !is_verb && !phrase.first().is_some_and(|first| first.is("example"));
    let noun = phrase.last().filter(|noun| noun.is_small() && is_led && n_words <= N_BEFORE)?;
    // Not `friend`, whose friend it is being the whole of it.
    described(phrase).filter(|found| found.end == noun.end && !is_of_another(noun.text))
}

/// Whether a phrase before a name begins behind the word: `including`, `As`.
fn leads(token: &Token<'_>) -> bool {
    let is_preposition =
        matches!(token.text, "by" | "with" | "to" | "from" | "for" | "of" | "and" | "," | ";");
    let is_noun = matches!(token.text, "king" | "running" | "commanding");
    let is_going_on =
        token.is_small() && token.text.ends_with("ing") && !(is_noun || is_attribute(token.text));
    is_preposition
        || is_going_on
        || matches!(token.text, "the" | "a" | "an")
        || is_opener(token.text)
}

/// Whether a noun says whose somebody is rather than what.
fn is_of_another(noun: &str) -> bool {
    #[rustfmt::skip]
    const KIN: &WordSet<64> = &WordSet::new(()).with(&[
        "aunt", "boy", "brother", "colleague", "cousin", "daughter", "father", "friend", "girl",
        "husband", "lady", "man", "mother", "neighbor", "neighbour", "nephew", "niece", "sister",
        "son", "uncle", "wife", "woman",
    ], ());
    KIN.contains(noun)
}

/// `, of the University of Kiel,`, `, who leads the board,`, `, 43,`.
fn apposed(after: &[Token<'_>]) -> Option<Range<usize>> {
    let rest = after.first().filter(|token| token.is(",")).map(|_| &after[1..])?;
    let is_end =
        |token: &Token<'_>| token.is(",") || token.is_stop() || matches!(token.text, ";" | ")");
    let length = rest.iter().position(is_end)?;
    let (first, inner) = rest[..length].split_first()?;
    match first.text {
        "of" | "at" | "from" | "with" => {
            let n_article = usize::from(inner.first().is_some_and(|token| token.is("the")));
            let body = &inner[n_article..];
            let words = || body.iter().map(|token| token.text);
            let is_name = body.iter().all(|token| {
                token.is_capital() || matches!(token.text, "of" | "for" | "and" | "&")
            });
            (is_name && words().any(is_organisation)).then(|| span(body))?
        }
        "who" => {
            let verb = inner.first()?;
            (is_standing(verb.text) && (3..=N_CLAUSE).contains(&inner.len()))
                .then(|| span(inner))?
        }
        // `43`.
        age if inner.is_empty()
            && age.len() == 2
            && age.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            span(&rest[..1])
        }
        _ => None,
    }
}

/// Verbs of what somebody does for a living.
fn is_standing(verb: &str) -> bool {
    #[rustfmt::skip]
    const VERBS: &WordSet<64> = &WordSet::new(()).with(&[
        "advises", "chairs", "coaches", "commands", "directs", "edits", "farms", "founded", "headed",
        "heads", "leads", "manages", "oversees", "owns", "practices", "represents", "researches",
        "runs", "studies", "teaches", "works",
    ], ());
    VERBS.contains(verb)
}

fn span(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    Some(tokens.first()?.start..tokens.last()?.end)
}
