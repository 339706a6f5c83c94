//! What somebody wrote without a verb that says so: `Thorne’s diary for May has one word: “Thieves.”`
//!
//! In: the tokens of the sentence before a quotation, up to its colon. Out: whose paper it is.

use super::attribution::{Attribution, Form};
use super::cue::{Cue, is_document};
use super::name::{is_possessive, name_length};
use super::subject::{Pronoun, Source};
use super::token::Token;
use crate::extract::verb::is_finite;
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

/// Who wrote the document of which a sentence tells that it has the words, `A letter of NAME blames
/// “…”`: its tokens end with the verb. Without a name nobody is told.
pub fn document(tokens: &[Token<'_>]) -> Option<Attribution> {
    let last = tokens.last().filter(|last| last.is_small() && is_finite(last.text))?;
    let is_article = matches!(tokens.first()?.text, "A" | "An" | "The" | "One" | "Another");
    let length = tokens[1..].iter().take(1 + N_BETWEEN).take_while(|word| word.is_small()).count();
    let noun = tokens[..=length].iter().rposition(|word| is_written(word.text));
    let noun = noun.filter(|_| is_article)?;
    // `A letter that Fox never saw made Hale`: of two verbs one is somebody else's.
    let n_verbs = tokens[noun + 1..].iter().filter(|word| is_verb(word)).count();
    if n_verbs > usize::from(is_verb(last)) {
        return None;
    }
    let is_led = matches!(tokens.get(noun + 1)?.text, "of" | "by" | "from");
    let length = if is_led { name_length(&tokens[noun + 2..]) } else { 0 };
    let name =
        tokens[noun + 2..].get(..length).and_then(|name| Some((name.first()?, name.last()?)));
    let source = name.map_or(Source::Unnamed, |(first, last)| Source::Named(first.start..last.end));
    Some(Attribution {
        source,
        verb: last.start..last.end,
        cue: Cue::Writing,
        description: None,
        form: Form::Papers,
    })
}

fn is_written(word: &str) -> bool {
    is_document(word) || is_paper(word)
}

/// Whether a word is a verb behind a noun; `dated` and `sent` only describe it.
fn is_verb(word: &Token<'_>) -> bool {
    let describes = matches!(
        word.text,
        "dated" | "sent" | "written" | "found" | "seen" | "published" | "kept" | "addressed"
    );
    word.is_small() && !describes && (is_finite(word.text) || word.is("who"))
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
