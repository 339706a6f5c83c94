//! The tense of a clause, told by the words before a date.
//!
//! The nearest sign counts: `said Tuesday that it will open in May` is told on a Tuesday of the
//! past and opens in a May to come.

use super::thread::Tense;
use crate::extract::verb::{VerbForm, is_past, verb_form};

/// How many words are looked at.
const N_WORDS: usize = 14;

/// The tense of the clause of a date, between `before` and `after` in its sentence: the words before
/// it tell, or else those after it, as in `On Tuesday they will meet`.
pub fn tense(before: &str, after: &str) -> Tense {
    match tense_before(before) {
        Tense::Unknown if before.split_ascii_whitespace().take(4).count() <= 3 => {
            tense_after(after)
        }
        tense => tense,
    }
}

/// The tense of the clause that `after` goes on with; unknown if it has two.
fn tense_after(after: &str) -> Tense {
    let mut told = Tense::Unknown;
    for word in after.split_ascii_whitespace().take(N_WORDS) {
        let is_last = word.ends_with([';', ':', '.']);
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if matches!(word, "will" | "shall") || word.ends_with("’ll") || word.ends_with("'ll") {
            return if told == Tense::Past { Tense::Unknown } else { Tense::Future };
        }
        if is_past(word) {
            told = Tense::Past;
        }
        if is_last {
            break;
        }
    }
    told
}

/// The tense at the end of `before`, the words of a sentence before a date.
fn tense_before(before: &str) -> Tense {
    let mut words = before.split_ascii_whitespace().rev().take(N_WORDS).peekable();
    // `to Nov. 16`, `by May`, `as early as Tuesday`: not when it was said, but until when.
    let is_bound = matches!(words.peek(), Some(&("to" | "through" | "until" | "by" | "till")));
    if is_bound {
        words.next();
    }
    while let Some(word) = words.next() {
        if word.ends_with([';', ':']) {
            break;
        }
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if is_future_sign(word) || is_to_be(word, words.peek().copied()) {
            return Tense::Future;
        }
        if word == "would" {
            return Tense::Planned;
        }
        // `planned to open`, `to be opened`.
        let is_infinitive = words.peek().is_some_and(|word| matches!(*word, "to" | "be"));
        if !is_infinitive && is_past(word) {
            return if is_bound { Tense::Unknown } else { Tense::Past };
        }
    }
    Tense::Unknown
}

/// `are to begin`: whether `word` and the one before it say so.
fn is_to_be(word: &str, before: Option<&str>) -> bool {
    word == "to" && matches!(before, Some("is" | "are"))
}

/// Whether a word says that something is still to come.
fn is_future_sign(word: &str) -> bool {
    const SIGNS: &[&str] = &[
        "will",
        "shall",
        "won’t",
        "won't",
        "plan",
        "plans",
        "planned",
        "planning",
        "scheduled",
        "due",
        "expected",
        "expects",
        "expect",
        "set",
        "slated",
        "upcoming",
        "hopes",
        "intends",
        "vowed",
        "promised",
        "poised",
        "payable",
        "effective",
        "soon",
    ];
    SIGNS.contains(&word) || word.ends_with("’ll") || word.ends_with("'ll")
}

/// A participle stands at most so many words behind its auxiliary.
const N_AUXILIARY: usize = 3;

/// Whether any verb of the beginning of a sentence is in the past tense; a participle behind an
/// auxiliary of the present, as in `are not entirely aligned`, is none.
pub fn is_told_in_past(sentence: &str) -> bool {
    let words = sentence[..sentence.floor_char_boundary(TENSE_BYTES)].split_whitespace();
    let mut n_left = 0;
    words.map(|word| word.trim_matches(|c: char| !c.is_alphabetic())).any(|word| {
        if matches!(word, "is" | "are" | "am" | "has" | "have" | "be" | "been" | "being") {
            n_left = N_AUXILIARY;
            return false;
        }
        let is_governed = n_left > 0;
        let ends = is_past(word) || verb_form(word) == Some(VerbForm::Participle);
        n_left = if ends { 0 } else { usize::saturating_sub(n_left, 1) };
        is_past(word) && !is_governed
    })
}

/// A sentence is read this far for its tense, in bytes.
const TENSE_BYTES: usize = 600;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_participle_of_the_present_tells_no_past() {
        assert!(is_told_in_past("Today the interests of both were aligned."));
        assert!(is_told_in_past("The firm, which has grown, cut its forecast today."));
        assert!(!is_told_in_past("Today the interests are not entirely aligned."));
    }

    #[test]
    fn the_nearest_sign_tells_the_tense() {
        assert_eq!(tense("The bridge will open in ", ""), Tense::Future);
        assert_eq!(tense("The mayor, who will resign, said on ", ""), Tense::Past);
        assert_eq!(tense("He said that she plans to sail on ", ""), Tense::Future);
        assert_eq!(tense("The term was extended to ", ""), Tense::Unknown);
        assert_eq!(tense("Tests are to begin on ", ""), Tense::Future);
        assert_eq!(tense("The firm said that it would sail on ", ""), Tense::Planned);
        assert_eq!(tense("In ", ""), Tense::Unknown);
    }

    #[test]
    fn what_follows_tells_the_tense_of_a_sentence_that_a_date_opens() {
        assert_eq!(tense("On ", " they will meet in the park."), Tense::Future);
        assert_eq!(tense("On ", " they met, and will meet."), Tense::Unknown);
        assert_eq!(tense("They met on ", " and will meet again."), Tense::Past);
    }
}
