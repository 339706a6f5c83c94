//! Labels: what happened at a date, in a few of the words of its sentence.
//!
//! In: a sentence and where the date stands in it. Out: a [`Label`] of at most twelve words that
//! ends whole, without the date and what led to it. The clause that the date belongs to is told by
//! the kinds of the words around it (see [`mod@governor`]), its subject and its complement likewise;
//! there is no parser and no dictionary. A long sentence is seen only near the date, so the time
//! does not depend on its length.

mod by_neighbors;
mod clause;
mod clause_start;
mod complement;
mod cut;
mod date_lead;
mod date_phrase;
mod draft;
mod governor;
mod lexicon;
mod nonfinite;
mod noun;
mod noun_part;
mod past_form;
mod phrase;
mod predicate;
mod pronoun;
mod relative_clause;
mod settle;
mod sign;
mod subject;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod whole_tests;
mod word;
mod write;

#[cfg(test)]
use cut::N_WORDS;
use draft::Draft;
use governor::{Governor, governor};
use predicate::{Predicate, is_told_in_present, predicates};
use std::ops::Range;
use subject::Syntax;
use word::{Stop, Words};

/// What a label tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Something that happened: `the treaty was signed`.
    Happening,
    /// How things were: `the treaty was popular`.
    State,
    /// The date only says which, as in `the 1950 treaty`, or no clause could be told.
    Mention,
}

/// A few words for what happened at a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The words.
    pub text: String,
    /// What they tell of.
    pub class: Class,
}

/// The label for the date at `date` of `sentence`; `before` is the sentence before it, if one is in
/// the same paragraph.
pub fn label(sentence: &str, date: Range<usize>, before: Option<&str>) -> Label {
    if let Some((told, date)) = cleft(sentence, &date) {
        return label(&told, date, before);
    }
    let is_supposed = is_supposed(sentence, &date);
    let label = told_label(sentence, date, before);
    Label { class: if is_supposed { Class::Mention } else { label.class }, ..label }
}

/// Whether a few words have a verb that makes a clause of them.
pub fn has_clause(words: &str) -> bool {
    // What stands before is as in a list, so that the first word may be a subject.
    let listed = format!("1: {words}");
    let list = Words::around(&listed, 0..1).list;
    // `The Third Man, directed by Carol Reed` has none.
    let is_apart = |verb: &Predicate| verb.is_ambiguous && list[verb.start - 1].stop == Stop::Comma;
    predicates(&list).iter().any(|verb| verb.is_finite() && verb.start > 0 && !is_apart(verb))
        || is_told_in_present(&list)
}

/// `It was not until 1863 that he signed` as `In 1863, he signed`, with the date in it.
fn cleft(sentence: &str, date: &Range<usize>) -> Option<(String, Range<usize>)> {
    let lead = sentence[..date.start].trim_end();
    let is_cleft =
        ["It was not until", "It was only in", "It was only on", "It was in", "It was on"]
            .contains(&lead);
    let behind = sentence[date.end..].trim_start_matches([',', ' ']);
    let told = behind.strip_prefix("that ").filter(|_| is_cleft)?;
    let words = &sentence[date.clone()];
    Some((format!("In {words}, {told}"), 3..3 + words.len()))
}

/// Whether a sentence only asks or supposes what happened: `If he had missed in 1865, …`.
fn is_supposed(sentence: &str, date: &Range<usize>) -> bool {
    let asks = sentence.trim_end().trim_end_matches(['”', '"', '’']).ends_with('?');
    let supposes = sentence.starts_with("If ") && !sentence[..date.start].contains(',');
    asks || supposes
}

fn told_label(sentence: &str, date: Range<usize>, before: Option<&str>) -> Label {
    let words = Words::around(sentence, date);
    let found = predicates(&words.list);
    let syntax = Syntax { list: &words.list, predicates: &found };
    let draft = Draft::new(&words, syntax, before);
    let governor = governor(syntax, &draft.phrase);
    let made = match &governor {
        Governor::Clause(index) => draft.clause(*index),
        Governor::Phrase(range) => draft.phrase(range.clone()),
        Governor::None => None,
    };
    // Of `Having won, he was shot` only the end is told.
    let made = made.filter(|label| !label.text.starts_with("Having "));
    // `Pancho Villa (active 1911)` tells more before the bracket than in it.
    let is_outside = |label: &Label| !words.outer.is_empty() && !label.text.contains(' ');
    made.filter(|label| !is_outside(label))
        .or_else(|| draft.fragment())
        .or_else(|| draft.other_clause(&governor))
        .or_else(|| draft.subject_only(&governor))
        .unwrap_or_else(|| Label { text: draft.opening(), class: Class::Mention })
}
