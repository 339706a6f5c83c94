//! What the words before a mark say of what is marked: that it is a title, a term or a sign.

use crate::extract::quotes::cue::is_sign;
use crate::extract::quotes::name::is_possessive;
use crate::extract::word_map::WordSet;

/// Whether the words before a mark say that a title, a term or a sign follows.
pub(super) fn is_shown(before: &str) -> bool {
    let words = || before.rsplit(|c: char| c.is_whitespace()).filter(|word| !word.is_empty());
    let bare = |word: &str| word.trim_end_matches([',', ':', '.']).to_ascii_lowercase();
    let last = words().next().map(bare).unwrap_or_default();
    let is_naming = matches!(
        last.as_str(),
        "called"
            | "titled"
            | "entitled"
            | "named"
            | "labeled"
            | "labelled"
            | "dubbed"
            | "reading"
            | "term"
            | "word"
            | "phrase"
            | "so-called"
            | "as"
            | "of"
            | "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
    );
    is_naming || names_sign(before)
}

/// Whether one of the last words of a sentence is that of a sign, a title or the like.
pub(super) fn names_sign(before: &str) -> bool {
    let words = before.rsplit(|c: char| c.is_whitespace()).filter(|word| !word.is_empty());
    let is_stop = |word: &&str| word.ends_with(['.', '?', '!']);
    words
        .take(9)
        .take_while(|word| !is_stop(word))
        .any(|word| is_sign(&word.trim_end_matches([',', ':', '.']).to_ascii_lowercase()))
}

/// Whether the sentence before a mark runs on into the quoted words: `an end to the old “Order.”`
pub(super) fn is_taken_in(before: &str) -> bool {
    before.trim_end().ends_with(|c: char| c.is_lowercase())
}

/// Whether the words before a mark lead to the title of something: `on CNN’s`, `her novel,`.
pub(super) fn is_title_led(before: &str) -> bool {
    let last = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or("");
    let word = last.trim_end_matches(',');
    is_possessive(word)
        || matches!(word, "of" | "on" | "On" | "titled" | "entitled" | "called" | "the" | "The")
        || is_work(word)
}

/// Things that have titles.
fn is_work(word: &str) -> bool {
    #[rustfmt::skip]
    const WORKS: &WordSet<128> = &WordSet::new(()).with(&[
        "album", "article", "ballad", "biography", "blog", "book", "broadcast", "chapter", "column",
        "comedy", "commentary", "documentary", "drama", "essay", "exhibition", "film", "game",
        "hit", "hymn", "memoir", "movie", "musical", "novel", "opera", "painting", "paper", "play",
        "podcast", "poem", "program", "programme", "report", "series", "show", "single", "song",
        "story", "study", "thesis", "treatise",
    ], ());
    WORKS.contains(word)
}
