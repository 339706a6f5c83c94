//! Predicates: the verb groups of a sentence, told by the kinds of the words around them.
//!
//! In: words. Out: [`Predicate`]s, in order and disjoint. A form that is a past tense and a
//! participle (`signed`) is told by its neighbors first, and then by the clause: of two verbs
//! without anything between that parts clauses one is a participle.

use super::lexicon::Kind;
use super::noun::noun_phrase_before;
use super::word::{Stop, Word};
use crate::extract::verb::is_speech;
use std::ops::Range;

/// What a verb group does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// It makes a clause: `was signed`.
    Finite,
    /// It stands for a clause without subject: `signed by both`.
    Participle,
    /// Likewise, `signing it`.
    Ing,
    /// `to sign it`.
    Infinitive,
}

/// A verb with its auxiliaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Predicate {
    /// The first word.
    pub start: usize,
    /// After the last word.
    pub end: usize,
    /// The verb itself; the last auxiliary if there is none.
    pub main: usize,
    /// What it does.
    pub form: Form,
    /// Whether it may as well be a participle.
    pub is_ambiguous: bool,
    /// Whether it is in the passive.
    pub is_passive: bool,
}

impl Predicate {
    /// Whether the predicate makes a clause.
    pub fn is_finite(&self) -> bool {
        self.form == Form::Finite
    }

    /// The words of the group.
    pub fn words(&self) -> Range<usize> {
        self.start..self.end
    }

    fn simple(at: usize, form: Form) -> Self {
        Self { start: at, end: at + 1, main: at, form, is_ambiguous: false, is_passive: false }
    }
}

/// The predicates of `list`.
pub fn predicates(list: &[Word]) -> Vec<Predicate> {
    let mut found: Vec<Predicate> = Vec::with_capacity(8);
    let is_past = list.iter().any(|word| match word.kind {
        Kind::Past | Kind::PastOrParticiple => true,
        Kind::Be => word.is("was") || word.is("were"),
        Kind::Have => word.is("had"),
        _ => false,
    });
    let mut at = 0;
    while at < list.len() {
        let predicate = match list[at].kind {
            Kind::Be | Kind::Have | Kind::Do | Kind::Modal => Some(group(list, at)),
            Kind::Past if !is_noun_here(list, at) => Some(Predicate::simple(at, Form::Finite)),
            Kind::Present if is_present(list, at, is_past) => {
                Some(Predicate::simple(at, Form::Finite))
            }
            Kind::PastOrParticiple => past(list, at, &found),
            Kind::Participle if !is_noun_here(list, at) => {
                Some(Predicate::simple(at, Form::Participle))
            }
            Kind::Ing => ing(list, at),
            Kind::To => infinitive(list, at),
            _ => None,
        };
        at = predicate.map_or(at + 1, |predicate| predicate.end);
        found.extend(predicate);
    }
    settle(list, &mut found);
    found
}

/// The word before `at` that nothing parts from it, adverbs aside.
fn before(list: &[Word], at: usize) -> Option<usize> {
    let previous = at.checked_sub(1)?;
    match &list[previous] {
        word if word.stop > Stop::None => None,
        word if word.kind == Kind::Adverb => before(list, previous),
        _ => Some(previous),
    }
}

/// A group that begins with an auxiliary.
fn group(list: &[Word], at: usize) -> Predicate {
    let mut predicate = Predicate::simple(at, Form::Finite);
    let first = list[at].kind;
    let mut has_be = first == Kind::Be;
    let mut next = at + 1;
    while next < list.len() && list[next - 1].stop == Stop::None {
        let word = &list[next];
        if word.is("all") && list.get(next + 1).is_some_and(|after| after.is("but")) {
            next += 2;
            continue;
        }
        let is_part = match word.kind {
            Kind::Adverb => {
                next += 1;
                continue;
            }
            Kind::Participle | Kind::PastOrParticiple => {
                first != Kind::Do || has_be || word.text.len() < 4
            }
            Kind::Ing => has_be,
            Kind::Past if word.text.ends_with("ed") => first != Kind::Do,
            // `had had so bad an effect`.
            Kind::Have if first == Kind::Have && word.is("had") => true,
            // `did not read`, `would have been`.
            Kind::Noun | Kind::Have | Kind::Do | Kind::Past => {
                word.is("being") || (next == first_after(list, at) && is_before_base(first))
            }
            _ => word.is_one_of(&["been", "being"]),
        };
        if !is_part {
            break;
        }
        predicate.is_passive =
            has_be && matches!(word.kind, Kind::Participle | Kind::PastOrParticiple);
        predicate.main = next;
        predicate.end = next + 1;
        if word.is_one_of(&["be", "been", "being"]) {
            has_be = true;
        } else if !matches!(word.kind, Kind::Have | Kind::Do) {
            break;
        }
        next += 1;
    }
    predicate
}

fn first_after(list: &[Word], at: usize) -> usize {
    (at + 1..list.len()).find(|next| list[*next].kind != Kind::Adverb).unwrap_or(at + 1)
}

fn is_before_base(kind: Kind) -> bool {
    matches!(kind, Kind::Modal | Kind::Do)
}

/// Whether a form of a verb is a noun or an adjective where it stands: `the ground`, `in found …`.
fn is_noun_here(list: &[Word], at: usize) -> bool {
    before(list, at).is_some_and(|at| {
        matches!(list[at].kind, Kind::Article | Kind::Preposition | Kind::Number)
            || list[at].is_possessive()
    })
}

/// Whether a word in `-s` is a verb where it stands: after a subject, and before no verb.
///
/// In a sentence told in the past it is more often a noun: `the attacks on Oslo ended`.
fn is_present(list: &[Word], at: usize, is_past: bool) -> bool {
    let next = list.get(at + 1).filter(|_| list[at].stop == Stop::None);
    let is_before_verb = next.is_some_and(|next| {
        matches!(
            next.kind,
            Kind::Be | Kind::Have | Kind::Do | Kind::Modal | Kind::Past | Kind::PastOrParticiple
        ) || next.is("of")
    });
    let has_subject = match before(list, at) {
        Some(before) => {
            matches!(list[before].kind, Kind::Pronoun | Kind::Relative | Kind::That)
                || is_speech(list[at].text)
                || (!is_past
                    && (list[before].kind == Kind::Name
                        || (list[before].kind == Kind::Noun && before > 0)))
        }
        None => at > 0 && list[at - 1].stop == Stop::Comma,
    };
    has_subject && !is_before_verb
}

/// What a form is that is a past tense and a participle.
fn past(list: &[Word], at: usize, found: &[Predicate]) -> Option<Predicate> {
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

fn ing(list: &[Word], at: usize) -> Option<Predicate> {
    let is_verb = match before(list, at) {
        None => true,
        Some(previous) => match list[previous].kind {
            Kind::Hinge | Kind::Subordinator => true,
            Kind::Preposition => list[previous].is_one_of(&["by", "without", "of", "for", "in"]),
            Kind::Noun | Kind::Name => list.get(at + 1).is_some_and(|next| {
                !next.is_nounish() || matches!(next.kind, Kind::Name | Kind::Number)
            }),
            _ => false,
        },
    };
    is_verb.then(|| Predicate::simple(at, Form::Ing))
}

/// `to meet`; not `to war`, which is a place to go to.
fn infinitive(list: &[Word], at: usize) -> Option<Predicate> {
    const PLACES: &[&str] = &[
        "war",
        "power",
        "death",
        "victory",
        "defeat",
        "peace",
        "independence",
        "prison",
        "school",
        "sea",
        "court",
        "life",
        "shore",
        "land",
        "date",
        "exile",
        "office",
        "trial",
        "part",
        "political",
        "military",
        "public",
        "civil",
        "foreign",
        "high",
        "south",
        "north",
        "east",
        "west",
        "southern",
        "northern",
        "eastern",
        "western",
        "one",
        "about",
        "men",
        "people",
    ];
    let main = first_after(list, at);
    let word = list.get(main).filter(|_| list[at].stop == Stop::None)?;
    let is_verb =
        matches!(word.kind, Kind::Noun | Kind::PastOrParticiple | Kind::Past | Kind::Have)
            && !word.is_one_of(PLACES)
            && !word.text.ends_with("tion")
            && (!word.text.ends_with('s') || word.text.ends_with("ss"));
    // `to be opened`.
    let is_part = |at: &usize| {
        word.is("be")
            && list[main..*at].iter().all(|word| word.stop == Stop::None)
            && matches!(list[*at].kind, Kind::PastOrParticiple | Kind::Participle)
    };
    let opened = Some(first_after(list, main)).filter(|at| *at < list.len()).filter(is_part);
    let main = opened.unwrap_or(main);
    is_verb.then_some(Predicate {
        start: at,
        end: main + 1,
        main,
        form: Form::Infinitive,
        is_ambiguous: false,
        is_passive: opened.is_some(),
    })
}

/// Participles that stand behind a noun far more often than for its verb.
const NAMING: &[&str] = &["called", "named", "based", "dubbed", "nicknamed", "entitled", "titled"];

/// Makes participles of the verbs that a clause has beside its own.
fn settle(list: &[Word], found: &mut [Predicate]) {
    let mut last: Option<usize> = None;
    for index in 0..found.len() {
        if !found[index].is_finite() {
            continue;
        }
        if let Some(first) = last
            && !is_parted(list, found[first].end, found[index].start)
        {
            let after = list.get(found[first].end);
            let goes_on = after.is_some_and(|word| {
                matches!(word.kind, Kind::Preposition | Kind::To | Kind::Date | Kind::Particle)
            }) && has_object(list, &found[index]);
            let is_named = list[found[first].main].is_one_of(NAMING);
            if found[first].is_ambiguous && (!found[index].is_ambiguous || goes_on || is_named) {
                if !is_told(list, &found[first]) && !is_opened(list, found[first].start) {
                    found[first].form = Form::Participle;
                }
            } else if found[index].is_ambiguous {
                found[index].form = Form::Participle;
                continue;
            }
        }
        last = Some(index);
    }
}

/// Whether a verb has a subject of its own after `that` or `which`: `the lease that Spain signed`.
fn is_opened(list: &[Word], verb: usize) -> bool {
    const REACH: usize = 4;
    (verb.saturating_sub(REACH)..verb)
        .rev()
        .take_while(|at| list[*at].stop == Stop::None)
        .any(|at| matches!(list[at].kind, Kind::Relative | Kind::That | Kind::Subordinator))
}

/// Whether a noun phrase follows a verb at once.
fn has_object(list: &[Word], predicate: &Predicate) -> bool {
    list[predicate.end - 1].stop == Stop::None
        && list.get(predicate.end).is_some_and(|word| {
            (word.is_nounish() && !matches!(word.kind, Kind::Date | Kind::Calendar))
                || matches!(word.kind, Kind::Article | Kind::Determiner | Kind::Pronoun)
        })
}

/// Whether what a verb is followed by may be a clause: `said the war was over`.
fn is_told(list: &[Word], predicate: &Predicate) -> bool {
    is_speech(list[predicate.main].text)
        || list[predicate.main].is_one_of(&["announced", "declared", "agreed", "feared", "hoped"])
}

/// Whether anything between two verbs parts their clauses.
fn is_parted(list: &[Word], from: usize, to: usize) -> bool {
    list[from.saturating_sub(1)..to].iter().enumerate().any(|(index, word)| {
        word.stop > Stop::None
            || (index > 0
                && matches!(
                    word.kind,
                    Kind::Relative
                        | Kind::That
                        | Kind::Subordinator
                        | Kind::Hinge
                        | Kind::Conjunction
                ))
    })
}
