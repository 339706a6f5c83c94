//! What stands beside a name to say who that is: `a senior fellow at the center`.
//!
//! In: the tokens beside the name. Out: the bytes of a noun phrase whose noun is what somebody is. A
//! clause is none, nor is the next item of a list, `the Republic of Korea`; what follows the phrase
//! in its sentence, `standing near` or `the Emperor placed`, is left out.

use super::nominal::is_role;
use super::subject::is_role_word;
use super::token::Token;
use crate::extract::verb::{VerbForm, verb_form};
use crate::extract::word_map::WordSet;
use std::ops::Range;

/// Descriptions are no longer, in tokens.
pub const N_DESCRIPTION: usize = 30;

/// The description after `said NAME`: `, the teacher, …`.
pub fn description_after(tokens: &[Token<'_>], from: usize) -> Option<Range<usize>> {
    if !tokens.get(from)?.is(",") {
        return None;
    }
    let rest = &tokens[from + 1..];
    let length = rest.iter().take(N_DESCRIPTION).take_while(|token| is_inside(token)).count();
    // An age before it: `43, a teacher`.
    let is_age = length == 1 && rest[0].text.bytes().all(|byte| byte.is_ascii_digit());
    if is_age {
        return description_after(tokens, from + 2);
    }
    // `a writer for partisan “news” sites`: what a mark cuts is not told.
    let whole = match rest.get(length) {
        Some(next) if is_opening(next.text) => {
            rest[..length].iter().rposition(|token| is_preposition(token.text)).unwrap_or(0)
        }
        _ => length,
    };
    description(&rest[..whole])
}

/// Whether a sign opens what belongs to the phrase that it stands in.
fn is_opening(sign: &str) -> bool {
    matches!(sign, "“" | "\"" | "‘" | "«" | "„" | "/" | "$" | "£" | "€" | "#" | "@" | "*")
}

fn is_inside(token: &Token<'_>) -> bool {
    token.is_word() || matches!(token.text, "&" | "’" | "'" | "-")
}

/// A description if the tokens are one: with an article, which is left out, or a role `of`, `at`
/// or `for` something.
pub fn description(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    let n_phrase = tokens.iter().take_while(|token| !is_relative(token.text)).count();
    let tokens = &tokens[..n_phrase];
    let (first, rest) = tokens.split_first()?;
    if !may_describe(tokens) {
        return None;
    }
    if first.text.bytes().all(|byte| byte.is_ascii_digit()) {
        return rest.first().filter(|token| token.is(",")).and_then(|_| description(&rest[1..]));
    }
    if matches!(first.text, "a" | "an" | "the") {
        return described(rest);
    }
    let is_role = first.is_small()
        && is_role_word(first.text)
        && !is_participle(first.text)
        && tokens.iter().any(|token| matches!(token.text, "of" | "at" | "for"));
    is_role.then(|| described(tokens))?
}

/// The bytes of the phrase of a noun for somebody that begins the tokens.
pub fn described(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    noun_phrase(tokens).and_then(span)
}

/// The phrase of a noun for somebody that begins the tokens.
fn noun_phrase<'t, 'a>(tokens: &'t [Token<'a>]) -> Option<&'t [Token<'a>]> {
    let head = (0..tokens.len()).find(|at| {
        let is_last = tokens.get(at + 1).is_none_or(|next| ends_head(next));
        is_last && is_somebody(tokens[*at].text)
    })?;
    // Before it nothing ends a phrase, but for `a thin and shallow maid`.
    let is_stray = |token: &Token<'_>| {
        !is_role_word(token.text) && !token.is_capital() && !matches!(token.text, "and" | "," | "’")
    };
    if tokens[..head].iter().any(is_stray) {
        return None;
    }
    let tail = &tokens[head + 1..];
    // `the officer at the gate began`: that is another's sentence.
    let is_clause = |token: &Token<'_>| {
        matches!(verb_form(token.text), Some(VerbForm::Past | VerbForm::Present))
    };
    let n_tail = (0..tail.len()).find(|at| {
        let before = at.checked_sub(1).map_or("", |at| tail[at].text);
        let is_inner =
            is_preposition(before) || matches!(before, "and" | "&") || is_article(before);
        let is_article = is_article(tail[*at].text);
        let is_verb = *at > 0
            && *at + 1 == tail.len()
            && verb_form(tail[*at].text) == Some(VerbForm::PastOrParticiple);
        is_relative(tail[*at].text)
            || matches!(tail[*at].text, "no" | "not" | "much" | "so" | "very" | "quite" | "too")
            || (!is_inner && (is_article || tail[*at].text.ends_with("ing") || is_verb))
    });
    let tail = &tail[..n_tail.unwrap_or(tail.len())];
    if tail.iter().any(is_clause) {
        return None;
    }
    let is_open = |token: &&Token<'_>| {
        is_preposition(token.text) || is_article(token.text) || token.is("and")
    };
    // `A man` says nothing.
    if tail.is_empty() && head == 0 && matches!(tokens[0].text, "man" | "woman") {
        return None;
    }
    let n_open = tail.iter().rev().take_while(is_open).count();
    Some(&tokens[..head + 1 + tail.len() - n_open])
}

/// Whether a word cannot stand before the noun of its phrase.
fn ends_head(token: &Token<'_>) -> bool {
    let is_part = is_role_word(token.text) || token.is_capital();
    !is_part
        || token.text.ends_with("ing")
            && verb_form(token.text).is_none()
            && !is_attribute(token.text)
}

/// Whether a word in `-ing` says what somebody is rather than does: `acting`.
pub fn is_attribute(word: &str) -> bool {
    matches!(
        word,
        "leading"
            | "acting"
            | "managing"
            | "founding"
            | "ruling"
            | "visiting"
            | "building"
            | "sitting"
            | "living"
            | "engineering"
            | "marketing"
            | "mining"
            | "shipping"
            | "boxing"
            | "banking"
            | "housing"
            | "nursing"
            | "promising"
            | "fighting"
            | "young"
    )
}

fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an" | "the" | "his" | "her" | "their" | "its")
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "at" | "for" | "in" | "on" | "from" | "with" | "by" | "to" | "under" | "near"
    )
}

fn is_relative(word: &str) -> bool {
    matches!(word, "who" | "whom" | "which" | "that" | "whose" | "where" | "when")
}

/// Whether a noun is what somebody is.
fn is_somebody(noun: &str) -> bool {
    #[rustfmt::skip]
    const PEOPLE: &WordSet<256> = &WordSet::new(()).with(&[
        "abbot", "acquaintance", "admiral", "advocate", "aide-de-camp", "analyst", "apostle",
        "baron", "bishop", "boss", "bride", "cadet", "cardinal", "celebrity", "ceo", "chair",
        "chairperson", "chef", "coach", "colonel", "commandant", "comrade", "consul", "cop",
        "corporal", "counsel", "czar", "dean", "delegate", "deputy", "dictator", "disciple", "dj",
        "duke", "earl", "enemy", "envoy", "executive", "favorite", "favourite", "fiancé", "fiancée",
        "foe", "founder", "freelance", "genius", "graduate", "groom", "guru", "heir", "hero",
        "hussar", "icon", "imam", "intern", "justice", "knight", "laureate", "magistrate", "magnate",
        "major", "marquis", "marshal", "master", "mate", "medic", "member", "midwife", "minister",
        "monarch", "mystic", "noble", "notary", "orderly", "orphan", "peer", "pharaoh", "pioneer",
        "pope", "prefect", "private", "prodigy", "professor", "prophet", "protégé", "recruit",
        "refugee", "saint", "serf", "sheriff", "sibling", "slave", "sniper", "spouse", "squire",
        "star", "strategist", "sultan", "surgeon", "suspect", "tsar", "tycoon", "tyrant", "twin",
        "valet", "veterinarian", "vizier", "whistleblower", "composer", "employee", "trustee",
        "nominee", "devotee", "referee", "retiree", "bookmaker", "chronicler", "clerk", "dealer",
        "economist", "sovereign", "conductor", "father-in-law", "mother-in-law", "son-in-law",
        "daughter-in-law", "brother-in-law", "sister-in-law", "leader", "artisan", "partisan",
        "courtesan", "physician", "viceroy", "regent", "khan", "caliph", "diplomat", "acrobat",
        "democrat", "republican", "autocrat", "aristocrat", "bureaucrat", "technocrat", "pensioner",
    ], ());
    let plain = noun.to_lowercase();
    PEOPLE.contains(&plain) || is_role(&plain)
}

/// Whether tokens can say what somebody is: no clause, as `though she had been thinking`, and no
/// way of doing something, as `riding past`.
pub fn may_describe(tokens: &[Token<'_>]) -> bool {
    #[rustfmt::skip]
    const CLAUSES: &WordSet<128> = &WordSet::new(()).with(&[
        "though", "although", "while", "if", "when", "because", "since", "unless", "until", "he",
        "she", "they", "it", "we", "you", "him", "them", "himself", "herself", "had", "was", "were",
        "is", "are", "has", "have", "been", "did", "does", "would", "could", "should", "might",
        "not", "then", "now", "still", "evidently", "suddenly", "again", "past", "towards",
        "toward", "up", "down", "away", "without", "having", "being",
    ], ());
    tokens.len() <= N_DESCRIPTION / 2 && !tokens.iter().any(|token| CLAUSES.contains(token.text))
}

/// Whether a word says what somebody did while speaking: `smiling at him` is no role.
pub fn is_participle(word: &str) -> bool {
    const ROLES: &WordSet<16> = &WordSet::new(())
        .with(&["acting", "founding", "leading", "managing", "retired", "visiting"], ());
    (word.ends_with("ing") || word.ends_with("ed") || word.ends_with("ly")) && !ROLES.contains(word)
}

fn span(tokens: &[Token<'_>]) -> Option<Range<usize>> {
    Some(tokens.first()?.start..tokens.last()?.end)
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    /// What is described behind a name, with the comma that leads to it.
    #[track_caller]
    fn check(after: &str, expected: Option<&str>) {
        let tokens = tokens(after, 0, after.len());
        assert_eq!(description_after(&tokens, 0).map(|range| &after[range]), expected);
    }

    #[test]
    fn a_noun_for_somebody_describes() {
        check(", a senior fellow at the Center, spoke", Some("senior fellow at the Center"));
        check(", 43, the shift supervisor.", Some("shift supervisor"));
        check(", the thin and shallow maid of honor, left", Some("thin and shallow maid of honor"));
        check(", a retired harbor pilot.", Some("retired harbor pilot"));
        check(", chief economist at the bank.", Some("chief economist at the bank"));
        check(", a Norwegian composer and pianist.", Some("Norwegian composer and pianist"));
    }

    #[test]
    fn what_follows_the_phrase_is_left_out() {
        check(", the hussar standing near, laughed", Some("hussar"));
        check(", a judge who had been ill.", Some("judge"));
        check(", the leader of the project stated.", Some("leader of the project"));
    }

    #[test]
    fn a_description_ends_at_a_whole_phrase() {
        check(", the head of the shipping company, left", Some("head of the shipping company"));
        check(", a captain of a very old ship, left", Some("captain"));
        check(", a writer for partisan “news” sites, left", Some("writer"));
        check(", a partisan “news” writer, left", None);
        check(", the mayor of Kiel (since 1990), left", Some("mayor of Kiel"));
    }

    #[test]
    fn clauses_and_items_of_a_list_describe_nobody() {
        check(", the hopes the Emperor placed on Moscow.", None);
        check(", the ambition of Napoleon, and the rest", None);
        check(", the Republic of Korea, and Japan", None);
        check(", the Confederacy made its first move.", None);
        check(", a white and empty plain.", None);
        check(", the charming Monsieur de Jobert, left", None);
        check(", the officer at the gate began.", None);
    }
}
