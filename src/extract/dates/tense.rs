//! The tense of a clause, told by the words before a date.
//!
//! The nearest sign counts: `said Tuesday that it will open in May` is told on a Tuesday of the
//! past and opens in a May to come.

use super::thread::Tense;
use crate::extract::verb::{VerbForm, is_past, verb_form};

/// How many words are looked at.
const N_WORDS: usize = 14;

/// The tense at the end of `before`, the words of a sentence before a date.
pub fn tense(before: &str) -> Tense {
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
        if is_future_sign(word) {
            return Tense::Future;
        }
        // `planned to open`, `to be opened`.
        let is_infinitive = words.peek().is_some_and(|word| matches!(*word, "to" | "be"));
        if !is_infinitive && is_past(word) {
            return if is_bound { Tense::Unknown } else { Tense::Past };
        }
    }
    Tense::Unknown
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
        assert_eq!(tense("The bridge will open in "), Tense::Future);
        assert_eq!(tense("The mayor, who will resign, said on "), Tense::Past);
        assert_eq!(tense("He said that she plans to sail on "), Tense::Future);
        assert_eq!(tense("The term was extended to "), Tense::Unknown);
        assert_eq!(tense("In "), Tense::Unknown);
    }
}
