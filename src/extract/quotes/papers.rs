//! What somebody wrote without a verb that says so: `Thorne’s diary for May has one word: “Thieves.”`
//!
//! In: the tokens of the sentence before a quotation, up to its colon. Out: whose paper it is.

use super::attribution::{Attribution, Form};
use super::cue::Cue;
use super::name::is_possessive;
use super::subject::{Pronoun, Source};
use super::token::Token;
use crate::extract::word_map::WordSet;

/// Between the owner and the paper stand at most so many words: `her last surviving letter`.
const N_BETWEEN: usize = 2;

/// The owner of the last paper that the tokens name.
pub fn papers(tokens: &[Token<'_>]) -> Option<Attribution> {
    let at = tokens.iter().rposition(|token| is_paper(token.text))?;
    let owner = (at.saturating_sub(1 + N_BETWEEN)..at).rev().find_map(|owner| {
        let source = owner_at(tokens, owner)?;
        tokens[owner + 1..at].iter().all(Token::is_small).then_some(source)
    })?;
    Some(Attribution {
        source: owner,
        verb: tokens[at].end..tokens[at].end,
        cue: Cue::Writing,
        description: None,
        form: Form::Papers,
    })
}

/// Whose what follows the token is.
fn owner_at(tokens: &[Token<'_>], at: usize) -> Option<Source> {
    match tokens[at].text {
        "his" | "His" => return Some(Source::Pronoun(Pronoun::He)),
        "her" | "Her" => return Some(Source::Pronoun(Pronoun::She)),
        word if !is_possessive(word) || !tokens[at].is_capital() => return None,
        _ => {}
    }
    let n_before = tokens[..at].iter().rev().take(3).take_while(|token| token.is_capital()).count();
    // `In Thorne’s diary`: a preposition that opens the sentence is no part of the name.
    let opens = |first: usize| super::name::is_opener(tokens[first].text);
    let first = (at - n_before..=at).find(|first| !opens(*first))?;
    let bare = tokens[at].text.rfind(['’', '\''])?;
    Some(Source::Named(tokens[first].start..tokens[at].start + bare))
}

/// Papers that are mostly one person’s own.
fn is_paper(word: &str) -> bool {
    #[rustfmt::skip]
    const PAPERS: &WordSet<64> = &WordSet::new(()).with(&[
        "autobiography", "confession", "diaries", "diary", "email", "epitaph", "journal",
        "journals", "letter", "letters", "logbook", "memo", "memoir", "memoirs", "note",
        "notebook", "notebooks", "notes", "postcard", "telegram", "testament", "tweet", "will",
    ], ());
    PAPERS.contains(word)
}
