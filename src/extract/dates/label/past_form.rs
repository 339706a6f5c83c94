//! Forms that are a past tense and a participle (`signed`), told by their neighbors.

use super::lexicon::Kind;
use super::noun::noun_phrase_before;
use super::predicate::{Form, Predicate, before};
use super::word::{Stop, Word};

/// What a form is that is a past tense and a participle.
pub(super) fn past(list: &[Word], at: usize, found: &[Predicate]) -> Option<Predicate> {
    let Some(previous) = before(list, at) else { return Some(past_that_opens(list, at, found)) };
    let word = &list[previous];
    if word.is_possessive() && word.kind != Kind::Date {
        return None;
    }
    let (form, is_ambiguous) = match word.kind {
        Kind::Article | Kind::Preposition => return None,
        Kind::Number if list.get(at + 1).is_none_or(Word::is_nounish) => return None,
        Kind::Determiner if is_before_noun(list, at) && !word.is_one_of(&["some", "all"]) => {
            return None;
        }
        Kind::To => (Form::Infinitive, false),
        Kind::Relative | Kind::That | Kind::Pronoun => (Form::Finite, false),
        Kind::Subordinator | Kind::Hinge => (Form::Participle, false),
        Kind::Ing if word.is("having") || word.is("being") => (Form::Participle, false),
        Kind::Conjunction => return past_after_conjunction(list, at, previous, found),
        Kind::Noun if is_hyphened(word) => return None,
        _ if is_in_opening(list, at) || is_done_by(list, at) => (Form::Participle, true),
        _ => (Form::Finite, true),
    };
    Some(Predicate { is_ambiguous, ..Predicate::simple(at, form) })
}

/// Whether the noun before `at` belongs to a preposition that opens the sentence or its part:
/// `In a letter sent …`.
fn is_in_opening(list: &[Word], at: usize) -> bool {
    let mut noun = noun_phrase_before(list, at);
    while noun.len() > 1 && matches!(list[noun.start].kind, Kind::Calendar | Kind::Date) {
        noun.start += 1;
    }
    let Some(leading) = noun.start.checked_sub(1).filter(|_| !noun.is_empty()) else {
        return false;
    };
    let opens = |at: usize| at == 0 || list[at - 1].stop > Stop::None;
    match list[leading].kind {
        Kind::Preposition => opens(leading),
        Kind::To => leading > 0 && list[leading - 1].is("according") && opens(leading - 1),
        _ => false,
    }
}

/// `a fleet led by Berg`; not `sales increased by 5 percent`, nor `he stood by her`.
fn is_done_by(list: &[Word], at: usize) -> bool {
    const ACTIVE: &[&str] =
        &["abided", "came", "dropped", "got", "lived", "passed", "played", "stood", "won"];
    list[at].stop == Stop::None
        && list.get(at + 1).is_some_and(|next| next.is("by"))
        && list.get(at + 2).is_some_and(|next| {
            next.is_nounish() && !matches!(next.kind, Kind::Number | Kind::Date | Kind::Calendar)
                || matches!(next.kind, Kind::Article | Kind::Determiner)
        })
        && !list[at].is_one_of(ACTIVE)
}

fn is_hyphened(word: &Word) -> bool {
    word.close.ends_with('-')
}

fn is_before_noun(list: &[Word], at: usize) -> bool {
    list[at].stop == Stop::None
        && list.get(at + 1).is_some_and(|next| matches!(next.kind, Kind::Noun | Kind::Name))
}

fn past_after_conjunction(
    list: &[Word],
    at: usize,
    conjunction: usize,
    found: &[Predicate],
) -> Option<Predicate> {
    let last = found.last();
    let is_joined = last.is_some_and(|last| {
        !list[last.end - 1..conjunction].iter().any(|word| word.stop > Stop::Comma)
    });
    if !is_joined && is_before_noun(list, at) {
        return None;
    }
    let form = match last {
        // `a treaty signed in Rome and renewed in Oslo`.
        Some(last) if last.form == Form::Participle && is_joined => Form::Participle,
        _ => Form::Finite,
    };
    Some(Predicate { is_ambiguous: true, ..Predicate::simple(at, form) })
}

/// A past form at the beginning or after a sign: `, signed in May,`.
fn past_that_opens(list: &[Word], at: usize, found: &[Predicate]) -> Predicate {
    let mut start = (0..at).rev().find(|at| list[*at].stop > Stop::Comma).map_or(0, |at| at + 1);
    if matches!(list[start].kind, Kind::Preposition | Kind::Adverb | Kind::Date | Kind::Hinge)
        && let Some(comma) = (start..at - 1).find(|at| list[*at].stop == Stop::Comma)
    {
        start = comma + 1;
    }
    let is_main =
        |other: &Predicate| other.is_finite() && other.start >= start && !is_aside(list, other);
    let has_verb = found.iter().any(is_main);
    // The comma of an apposition may close before the verb: `Berg, a sailor, left`.
    let n_commas = list[start..at].iter().filter(|word| word.stop == Stop::Comma).count();
    let opens_with_noun = list.get(start).is_some_and(|word| {
        word.is_nounish() || matches!(word.kind, Kind::Article | Kind::Determiner)
    });
    let is_finite = if has_verb {
        is_in_list_of_verbs(list, at)
    } else {
        opens_with_noun && (n_commas > 1 || !has_sure_verb_after(list, at))
    };
    let form = if is_finite && at > start { Form::Finite } else { Form::Participle };
    Predicate { is_ambiguous: true, ..Predicate::simple(at, form) }
}

/// Whether the part of a sentence that a verb stands in is opened by `who`, `for whom` and the like.
fn is_aside(list: &[Word], verb: &Predicate) -> bool {
    let start = (0..verb.start).rev().find(|at| list[*at].stop > Stop::None).map_or(0, |at| at + 1);
    let is_led = list[start].kind == Kind::Preposition;
    list[start + usize::from(is_led && start < verb.start)].kind == Kind::Relative
        || before(list, verb.start).is_some_and(|at| list[at].kind == Kind::Relative)
}

/// Whether `and` and another past tense follow: `he came, fought in May, and left`.
fn is_in_list_of_verbs(list: &[Word], at: usize) -> bool {
    let end = (at..list.len()).find(|at| list[*at].stop > Stop::Comma).unwrap_or(list.len());
    let and = (at + 1..end).find(|at| list[*at].kind == Kind::Conjunction && list[*at].is("and"));
    let next = and.and_then(|and| (and + 1..end).find(|at| list[*at].kind != Kind::Adverb));
    next.is_some_and(|next| {
        matches!(list[next].kind, Kind::Past | Kind::PastOrParticiple | Kind::Be | Kind::Have)
    })
}

/// Whether the clause has a verb after `at` that is nothing but finite.
fn has_sure_verb_after(list: &[Word], at: usize) -> bool {
    let rest = &list[at..];
    let end = rest.iter().position(|word| word.stop > Stop::Comma).map_or(rest.len(), |at| at + 1);
    let rest = &rest[1.min(end)..end];
    let n_main = rest
        .iter()
        .position(|word| matches!(word.kind, Kind::Relative | Kind::Subordinator | Kind::That))
        .unwrap_or(rest.len());
    let is_sure = |word: &Word| {
        matches!(word.kind, Kind::Past | Kind::Be | Kind::Have | Kind::Do | Kind::Modal)
    };
    rest[..n_main].iter().any(is_sure)
        || (1..n_main).any(|index| {
            rest[index].kind == Kind::PastOrParticiple && rest[index - 1].stop == Stop::Comma
        })
}
