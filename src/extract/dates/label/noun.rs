//! Noun phrases, told from their last word back.

use super::lexicon::Kind;
use super::word::{Stop, Word};
use std::ops::Range;

/// The most words that a noun phrase has.
const N_WORDS: usize = 10;

/// The noun phrase that ends before `end`; empty if there is none.
pub fn noun_phrase_before(list: &[Word], end: usize) -> Range<usize> {
    let mut start = end;
    while start > 0 && end - start < N_WORDS {
        let word = &list[start - 1];
        if start < end && word.stop > Stop::None {
            break;
        }
        let takes = match word.kind {
            Kind::Noun | Kind::Name | Kind::Number | Kind::Calendar | Kind::Date => true,
            Kind::Article | Kind::Determiner => {
                start -= 1;
                if is_after_of(list, start) {
                    start -= 1;
                    continue;
                }
                break;
            }
            Kind::Preposition => start < end && is_joining(list, start - 1),
            Kind::Conjunction => {
                start < end
                    && word.is("and")
                    && list[start].kind == Kind::Name
                    && start >= 2
                    && list[start - 2].kind == Kind::Name
            }
            Kind::PastOrParticiple | Kind::Participle | Kind::Ing | Kind::Present => {
                start < end && is_adjective(list, start - 1)
            }
            _ => false,
        };
        if !takes {
            break;
        }
        start -= 1;
    }
    // What it may not begin with.
    while start < end
        && matches!(list[start].kind, Kind::Preposition | Kind::Conjunction | Kind::Adverb)
    {
        start += 1;
    }
    if list[start..end].iter().any(|word| matches!(word.kind, Kind::Noun | Kind::Name)) {
        start..end
    } else {
        end..end
    }
}

fn is_after_of(list: &[Word], at: usize) -> bool {
    at >= 2 && list[at - 1].is("of") && list[at - 1].stop == Stop::None && is_joining(list, at - 1)
}

/// Whether the `of` at `at` stands between two parts of a phrase.
fn is_joining(list: &[Word], at: usize) -> bool {
    list[at].is("of") && at > 0 && list[at - 1].stop == Stop::None && list[at - 1].is_nounish()
}

/// Whether a form of a verb stands before its noun: `the hated treaty`.
fn is_adjective(list: &[Word], at: usize) -> bool {
    at > 0
        && list[at - 1].stop == Stop::None
        && matches!(
            list[at - 1].kind,
            Kind::Article | Kind::Determiner | Kind::Preposition | Kind::Number
        )
}
