//! Labels from clauses and phrases: which words are kept, and in what order.

use super::complement::{N_WORDS, Piece, cut, may_end, trim};
use super::date_phrase::{DatePhrase, Role, run_of_date};
use super::governor::{Governor, main_clause};
use super::lexicon::Kind;
use super::noun::noun_phrase_before;
use super::predicate::{Form, Predicate};
use super::pronoun::referent;
use super::subject::{Subject, Syntax};
use super::word::{Stop, Word, Words};
use super::write::write;
use super::{Class, Label};
use crate::extract::verb::{is_speech, is_state};
use std::ops::Range;

/// A subject longer than this loses what hangs on its noun.
const N_SUBJECT: usize = 6;

/// What the label of a date is made from.
#[derive(Debug, Clone)]
pub struct Draft<'s, 'a> {
    words: &'s Words<'a>,
    syntax: Syntax<'s, 'a>,
    before: Option<&'a str>,
    /// The phrase of the date.
    pub phrase: DatePhrase,
}

impl<'s, 'a> Draft<'s, 'a> {
    /// The draft for the date of `words`.
    pub fn new(words: &'s Words<'a>, syntax: Syntax<'s, 'a>, before: Option<&'a str>) -> Self {
        Self { words, syntax, before, phrase: DatePhrase::of(words) }
    }

    /// The label from the clause of the predicate at `index`.
    pub fn clause(&self, index: usize) -> Option<Label> {
        match self.syntax.predicates[index].form {
            Form::Finite => self.finite(index),
            Form::Participle => self.participle(index),
            Form::Ing | Form::Infinitive => self.attached(index),
        }
    }

    fn finite(&self, index: usize) -> Option<Label> {
        if self.is_speech(index)
            && let Some(told) = self.told_by(index).and_then(|told| self.finite(told))
        {
            return Some(told);
        }
        if let Some(main) = self.clause_of_contact(index) {
            return self.whole_clause(main, index).or_else(|| self.finite(main));
        }
        let subject = self.syntax.subject(index);
        let predicate = self.syntax.predicates[index];
        if let Some(label) = self.without_subject(&subject, index) {
            return Some(label);
        }
        let mut pieces = self.subject_pieces(index, &subject)?;
        let n_subject = pieces.len();
        pieces.extend(subject.auxiliaries.clone().map(|at| self.piece(at)));
        pieces.extend(self.verb(&predicate).map(|at| self.piece(at)));
        let n_fixed = pieces.len();
        pieces.extend(subject.object.clone().map(|at| self.piece(at)));
        let end = self.syntax.complement_end(index);
        pieces.extend(self.kept(predicate.end..end));
        let class = self.class(&predicate, !subject.auxiliaries.is_empty());
        let mut n_fixed = n_fixed;
        if pieces.len() > N_WORDS && self.is_pluperfect(&predicate) {
            pieces.remove(n_subject);
            n_fixed -= 1;
        }
        let kept = cut(&pieces, n_fixed, &predicate)
            .filter(|kept| self.says_something(kept, n_subject, &predicate));
        match kept {
            Some(kept) => Some(Label { text: write(kept, ""), class }),
            None => self.told_by(index).and_then(|told| self.finite(told)),
        }
    }

    /// The clause that `they faced` in `saw the danger they faced` belongs to.
    fn clause_of_contact(&self, index: usize) -> Option<usize> {
        let Syntax { list, predicates } = self.syntax;
        let start = predicates[index].start;
        let is_contact = start >= 2
            && list[start - 1].kind == Kind::Pronoun
            && list[start - 2].kind == Kind::Noun
            && list[start - 2].stop == Stop::None;
        let main = (0..index).rev().find(|main| predicates[*main].is_finite())?;
        let is_near = list[predicates[main].end - 1..start].iter().all(|word| {
            word.stop == Stop::None
                && !matches!(word.kind, Kind::Conjunction | Kind::Subordinator | Kind::Hinge)
        });
        (is_contact && is_near).then_some(main)
    }

    /// `1968 saw riots in Paris` and `then came a letter` are labeled by what follows the verb.
    fn without_subject(&self, subject: &Subject, index: usize) -> Option<Label> {
        let predicate = &self.syntax.predicates[index];
        let is_date =
            !subject.words.is_empty() && subject.words.iter().all(|at| self.is_left_out(*at));
        let list = self.syntax.list;
        let is_inverted = subject.words.is_empty()
            && list[predicate.main]
                .is_one_of(&["came", "followed", "stood", "was", "were", "began"])
            && predicate.main == predicate.start;
        if !is_date && !is_inverted {
            return None;
        }
        let label = self.phrase(predicate.end..self.syntax.complement_end(index))?;
        let is_event = is_inverted || list[predicate.main].is("saw");
        Some(Label { class: if is_event { Class::Happening } else { Class::State }, ..label })
    }

    fn is_speech(&self, index: usize) -> bool {
        let predicate = &self.syntax.predicates[index];
        is_speech(self.syntax.list[predicate.main].text) && !predicate.is_passive
    }

    /// `had signed`, which says no less as `signed`.
    fn is_pluperfect(&self, predicate: &Predicate) -> bool {
        let list = self.syntax.list;
        list[predicate.start].is("had")
            && predicate.start + 1 == predicate.main
            && list[predicate.main].kind == Kind::PastOrParticiple
    }

    /// The clause of what was said: after the verb, or before it in `it fell, he said`.
    fn told_by(&self, index: usize) -> Option<usize> {
        let Syntax { list, predicates } = self.syntax;
        let end = predicates[index].end;
        let next = index + 1;
        let after = predicates.get(next).filter(|other| {
            let between = &list[end - 1..other.start];
            let verb = &list[predicates[index].main];
            if verb.is_one_of(&["told", "tells", "warned", "warns", "showed", "reported"])
                && !between.iter().any(|word| word.kind == Kind::That)
            {
                return false;
            }
            let is_quoted = list.get(end).is_some_and(|word| word.open.contains(['“', '"', '‘']));
            other.is_finite()
                && !between.iter().skip(usize::from(is_quoted)).any(|word| word.stop > Stop::None)
                && !between.iter().skip(1).any(|word| {
                    matches!(word.kind, Kind::Relative | Kind::Conjunction | Kind::Hinge)
                })
        });
        after.map(|_| next)
    }

    /// The words of the subject, with names for pronouns.
    fn subject_pieces(&self, index: usize, subject: &Subject) -> Option<Vec<Piece<'a>>> {
        let list = self.syntax.list;
        let kept: Vec<usize> =
            subject.words.iter().copied().filter(|at| !self.is_left_out(*at)).collect();
        let first = list[*kept.first()?];
        let mut pieces: Vec<Piece> = Vec::with_capacity(32);
        if matches!(first.kind, Kind::Pronoun | Kind::Article)
            && let Some(name) = referent(self.syntax, index, &first, self.before)
            && first.kind == Kind::Pronoun
        {
            pieces.extend(name.into_iter().map(|word| (None, word)));
            pieces.extend(kept[1..].iter().map(|at| self.piece(*at)));
        } else {
            pieces.extend(kept.iter().map(|at| self.piece(*at)));
        }
        if subject.n_owner > 0 && subject.n_owner < pieces.len() {
            pieces.insert(subject.n_owner, (None, from_elsewhere("’s", Kind::Particle)));
        }
        shorten_subject(&mut pieces);
        close_subject(&mut pieces);
        (pieces.len() <= N_WORDS - 2
            && pieces.last().is_some_and(|(_, word)| may_end(word) || word.kind == Kind::Pronoun))
        .then_some(pieces)
    }

    /// The words of a verb group with the adverbs before it.
    fn verb(&self, predicate: &Predicate) -> impl Iterator<Item = usize> {
        /// Adverbs that only go on from what was told before.
        const GOING_ON: &[&str] = &[
            "also",
            "then",
            "finally",
            "however",
            "thus",
            "therefore",
            "subsequently",
            "later",
            "meanwhile",
            "still",
            "again",
            "eventually",
            "soon",
        ];
        let list = self.syntax.list;
        let mut start = predicate.start;
        while start > 0
            && list[start - 1].kind == Kind::Adverb
            && list[start - 1].stop == Stop::None
        {
            start -= 1;
        }
        (start..predicate.end).filter(move |at| {
            let goes_on = list[*at].kind == Kind::Adverb && list[*at].is_one_of(GOING_ON);
            !goes_on && !self.is_left_out(*at)
        })
    }

    /// What a participle is said of, and the participle: `Berg born in Oslo`.
    fn participle(&self, index: usize) -> Option<Label> {
        let predicate = self.syntax.predicates[index];
        if let Some(main) = main_clause(self.syntax, index)
            && let Some(label) = self.whole_clause(main, index)
        {
            return Some(label);
        }
        let subject = self.syntax.subject(index);
        let list = self.syntax.list;
        let mut pieces: Vec<Piece> = subject
            .words
            .iter()
            .filter(|at| !self.is_left_out(**at))
            .map(|at| self.piece(*at))
            .collect();
        // `his pact signed` is nobody's.
        let is_his = pieces.first().is_some_and(|(_, word)| {
            word.kind == Kind::Article && !word.is_one_of(&["the", "a", "an"])
        });
        if is_his && pieces.len() > 1 && !pieces[1].1.is("own") {
            pieces.remove(0);
        }
        shorten_subject(&mut pieces);
        if pieces.is_empty() {
            let outer = noun_phrase_before(&self.words.outer, self.words.outer.len());
            pieces.extend(outer.map(|at| (None, self.words.outer[at])));
        }
        if pieces.is_empty() || pieces[0].1.kind == Kind::Pronoun {
            return main_clause(self.syntax, index).and_then(|main| self.finite(main));
        }
        close_subject(&mut pieces);
        let n_subject = pieces.len();
        pieces.push((Some(predicate.main), list[predicate.main]));
        let n_fixed = pieces.len();
        let end = self.syntax.complement_end(index);
        pieces.extend(self.kept(predicate.end..end));
        let mut kept = cut(&pieces, n_fixed, &predicate)?.to_vec();
        // `The inquest held` would be the beginning of something.
        if kept.len() == n_fixed {
            kept.insert(n_subject, (None, auxiliary(&kept[n_subject - 1].1)));
        }
        let kept = &kept;
        Some(Label { text: write(kept, ""), class: Class::Happening })
    }

    /// The clause that an infinitive or `killing twenty` goes with.
    fn attached(&self, index: usize) -> Option<Label> {
        let predicate = self.syntax.predicates[index];
        if predicate.form == Form::Ing
            && let Some(label) = self.opened_by_ing(index)
        {
            return Some(label);
        }
        if let Some(main) = main_clause(self.syntax, index)
            && let Some(label) = self.whole_clause(main, index)
        {
            return Some(label);
        }
        if predicate.form == Form::Infinitive {
            return self.infinitive(index);
        }
        let main = main_clause(self.syntax, index)?;
        let between = self.syntax.predicates[main].end..predicate.start;
        let is_dated = self.syntax.list[between].iter().any(|word| word.kind == Kind::Calendar);
        if is_dated { self.with_ing(main, index) } else { self.finite(main) }
    }

    /// `After leaving Oslo in 1950, Berg …` left Oslo; `Leaving Oslo in 1950, Berg …` is one event.
    fn opened_by_ing(&self, index: usize) -> Option<Label> {
        let Syntax { list, predicates } = self.syntax;
        let start = predicates[index].start;
        let opens = start == 0 || list[start - 1].stop > Stop::Comma;
        let is_hinged = start > 0 && list[start - 1].kind == Kind::Hinge;
        if !opens && !is_hinged {
            return None;
        }
        let next = (index + 1..predicates.len()).find(|next| predicates[*next].is_finite());
        if opens {
            return next.and_then(|next| self.finite(next));
        }
        let main = if start == 1 || list[start - 2].stop > Stop::Comma {
            next
        } else {
            main_clause(self.syntax, index)
        }?;
        self.with_ing(main, index)
    }

    /// The subject of `main` with the form in `-ing` at `index`: `Berg leaving Oslo`.
    fn with_ing(&self, main: usize, index: usize) -> Option<Label> {
        let predicates = self.syntax.predicates;
        let start = predicates[index].start;
        let subject = self.syntax.subject(main);
        let mut pieces = self.subject_pieces(main, &subject)?;
        pieces.push(self.piece(start));
        let n_fixed = pieces.len();
        pieces.extend(self.kept(start + 1..self.syntax.complement_end(index)));
        let kept = cut(&pieces, n_fixed, &predicates[index]).filter(|kept| kept.len() > n_fixed)?;
        Some(Label { text: write(kept, ""), class: Class::Happening })
    }

    /// The clause of `main` up to the end of what the predicate at `index` takes, if it fits.
    fn whole_clause(&self, main: usize, index: usize) -> Option<Label> {
        let Syntax { list, predicates } = self.syntax;
        let (first, last) = (predicates[main], predicates[index]);
        let has_comma = list[first.end - 1..last.start].iter().any(|word| word.stop > Stop::None);
        if has_comma {
            return None;
        }
        let subject = self.syntax.subject(main);
        let mut pieces = self.subject_pieces(main, &subject)?;
        pieces.extend(self.verb(&first).map(|at| self.piece(at)));
        pieces.extend(self.kept(first.end..last.end));
        let n_fixed = pieces.len();
        pieces.extend(self.kept(last.end..self.syntax.complement_end(index)));
        let kept = cut(&pieces, n_fixed, &last)?;
        let class = self.class(&first, false);
        (kept.len() <= N_WORDS && (kept.len() > n_fixed || pieces.len() == n_fixed))
            .then(|| Label { text: write(kept, ""), class })
    }

    /// `to meet his rival`, of a decision too long to tell.
    fn infinitive(&self, index: usize) -> Option<Label> {
        let predicate = self.syntax.predicates[index];
        // `the British to invade`, `a deadline to leave`.
        let noun = noun_phrase_before(self.syntax.list, predicate.start);
        let is_near = !noun.is_empty() && self.syntax.list[noun.end - 1].stop == Stop::None;
        let mut pieces: Vec<Piece> = Vec::new();
        if is_near {
            pieces.extend(self.kept(noun.start..predicate.main));
        }
        pieces.push(self.piece(predicate.main));
        let n_fixed = pieces.len();
        pieces.extend(self.kept(predicate.end..self.syntax.complement_end(index)));
        let kept = cut(&pieces, n_fixed, &predicate).filter(|kept| kept.len() > 1)?;
        Some(Label { text: write(kept, ""), class: Class::State })
    }

    /// The label from a phrase without a verb.
    pub fn phrase(&self, range: Range<usize>) -> Option<Label> {
        let mut pieces: Vec<Piece> = self.kept(range).collect();
        if pieces.first().is_some_and(|(_, word)| word.kind == Kind::Relative) {
            return None;
        }
        let n_opening = pieces.iter().take_while(|(_, word)| !may_open(word)).count();
        pieces.drain(..n_opening);
        let end = if pieces.len() > N_WORDS {
            (1..=N_WORDS).rev().find(|at| {
                may_end(&pieces[at - 1].1)
                    && !pieces[*at].1.is("of")
                    && (pieces[at - 1].1.stop > Stop::None
                        || matches!(pieces[*at].1.kind, Kind::Preposition | Kind::Relative))
            })?
        } else {
            pieces.len()
        };
        let kept = trim(&pieces[..end], 0);
        let has_noun =
            kept.iter().any(|(_, word)| matches!(word.kind, Kind::Noun | Kind::Name | Kind::Ing));
        has_noun.then(|| Label { text: write(kept, ""), class: Class::Mention })
    }

    /// The label of a date in brackets, of a headline, or of an item of a list.
    pub fn fragment(&self) -> Option<Label> {
        let outer = &self.words.outer;
        if !outer.is_empty() {
            let noun = noun_phrase_before(outer, outer.len());
            let pieces: Vec<Piece> = noun.map(|at| (Some(at), outer[at])).collect();
            let kept = trim(&pieces, 0);
            if !kept.is_empty() {
                return Some(Label { text: write(kept, ""), class: Class::Mention });
            }
        }
        let list = self.syntax.list;
        let phrase = &self.phrase.words;
        let is_end = |at: &usize| list[*at].stop > Stop::Comma;
        // `1950: the treaty of Rome`.
        let start = (0..phrase.start).rev().find(is_end).map_or(0, |at| at + 1);
        let start = if phrase.end < list.len() && is_end(&(phrase.end - 1)) && start == phrase.start
        {
            phrase.end
        } else {
            start
        };
        let end = (start.max(phrase.end - 1).max(start)..list.len()).find(is_end);
        let end = end.map_or(list.len(), |at| at + 1);
        if self
            .syntax
            .predicates
            .iter()
            .any(|other| other.is_finite() && other.start >= start && other.end <= end)
            && end - start > N_WORDS
        {
            return None;
        }
        self.phrase(start..end)
    }

    /// The subject of a clause that is too long.
    pub fn subject_only(&self, tried: &Governor) -> Option<Label> {
        let Governor::Clause(index) = tried else { return None };
        let words = self.syntax.subject(*index).words;
        let range = *words.first()?..words.last()? + 1;
        let has_noun = self.syntax.list[range.clone()].iter().any(|word| word.kind == Kind::Noun);
        self.phrase(range).filter(|label| has_noun && label.text.contains(' '))
    }

    /// The first words of the sentence, with an ellipsis if it is longer.
    pub fn opening(&self) -> String {
        let n_words = self.syntax.list.len();
        let start = if self.phrase.words.start == 0 { self.phrase.words.end } else { 0 };
        let start = if start < n_words { start } else { 0 };
        let pieces: Vec<Piece> =
            (start..n_words).map(|at| self.piece(at)).take(N_WORDS + 1).collect();
        if pieces.len() <= N_WORDS && !self.words.is_cut {
            return write(&pieces, "");
        }
        write(trim(&pieces[..pieces.len().min(N_WORDS - 2)], 1), "…")
    }

    /// The nearest other clause of the sentence that a label can be made from.
    pub fn other_clause(&self, tried: &Governor) -> Option<Label> {
        const N_TRIED: usize = 3;
        let predicates = self.syntax.predicates;
        let date = self.phrase.words.start;
        let tried = if let Governor::Clause(tried) = tried { Some(*tried) } else { None };
        let mut others: Vec<usize> = (0..predicates.len())
            .filter(|index| predicates[*index].is_finite() && Some(*index) != tried)
            .collect();
        others.sort_by_key(|index| predicates[*index].start.abs_diff(date));
        let label = others.into_iter().take(N_TRIED).find_map(|index| self.finite(index))?;
        Some(Label { class: Class::Mention, ..label })
    }

    fn piece(&self, at: usize) -> Piece<'a> {
        let word = self.syntax.list[at];
        // `at that day’s hearing` keeps an article.
        if at == self.words.date && self.has_article() {
            return (None, from_elsewhere("the", Kind::Article));
        }
        (Some(at), word)
    }

    /// Whether the date stands before its noun and has an article of its own.
    fn has_article(&self) -> bool {
        let date = &self.syntax.list[self.words.date];
        let opens = ["the ", "that ", "this ", "The ", "That ", "This "];
        self.phrase.role == Role::Modifier && opens.iter().any(|open| date.text.starts_with(open))
    }

    /// Whether the word is of the date and what led to it.
    fn is_left_out(&self, at: usize) -> bool {
        self.phrase.words.contains(&at) && !self.is_glued() && !self.has_article()
    }

    /// Whether the date is part of a word: `post-1945`, `1950-built`.
    fn is_glued(&self) -> bool {
        let list = self.syntax.list;
        let date = self.words.date;
        // `the April 12 Incident` is a name.
        let is_named = list[date].close.is_empty()
            && list.get(date + 1).is_some_and(|next| next.kind == Kind::Name);
        self.phrase.role == Role::Modifier
            && (is_named
                || list[date].close.contains(char::is_alphanumeric)
                    && !list[date].is_possessive()
                    && list[date].close.starts_with('-')
                || date > 0 && list[date - 1].close.ends_with('-'))
    }

    /// The words of a range without the date and without other times.
    fn kept(&self, range: Range<usize>) -> impl Iterator<Item = Piece<'a>> {
        let list = self.syntax.list;
        let end = range.end;
        let mut skipped = range.start;
        range
            .filter(move |at| {
                if *at >= skipped
                    && let Some(after) = other_time(list, *at).filter(|after| *after <= end)
                {
                    skipped = after;
                }
                *at >= skipped && !self.is_left_out(*at)
            })
            .map(|at| self.piece(at))
    }

    fn class(&self, predicate: &Predicate, is_shared: bool) -> Class {
        let list = self.syntax.list;
        if self.phrase.role != Role::Time {
            return Class::Mention;
        }
        let (first, main) = (&list[predicate.start], &list[predicate.main]);
        let is_past = match first.kind {
            Kind::Past | Kind::PastOrParticiple => true,
            Kind::Be => first.is_one_of(&["was", "were"]) && predicate.main > predicate.start,
            Kind::Have => predicate.main > predicate.start,
            Kind::Do => first.is("did"),
            _ => false,
        };
        let is_phrasal = list.get(predicate.end).is_some_and(|word| word.kind == Kind::Particle);
        let is_event =
            is_past && (!is_state(main.text) || is_phrasal) && !main.is("been") || is_shared;
        if is_event { Class::Happening } else { Class::State }
    }

    /// Whether the verb has what it needs: `he was` and `it had` are the beginning of something.
    fn says_something(&self, kept: &[Piece], n_subject: usize, predicate: &Predicate) -> bool {
        let list = self.syntax.list;
        let is_telling = (predicate.end..list.len())
            .find(|at| !self.is_left_out(*at))
            .is_some_and(|at| list[at].kind == Kind::That);
        let main = &list[predicate.main];
        let is_bare = kept.last().is_some_and(|(at, _)| *at == Some(predicate.main));
        let needs_more = is_telling
            || matches!(main.kind, Kind::Be | Kind::Have | Kind::Do | Kind::Modal)
            || is_speech(main.text)
            || main.is_one_of(&["became", "made", "gave", "took", "put", "set", "sent", "brought"]);
        n_subject > 0 && kept.len() > n_subject && !(is_bare && needs_more && !predicate.is_passive)
    }
}

/// A time beside the date of the label, as `in 1950`, and where it ends.
fn other_time(list: &[Word], at: usize) -> Option<usize> {
    let word = list.get(at)?;
    if !word.is_one_of(&["in", "on", "by", "since", "until", "during", "from", "to"]) {
        return None;
    }
    let run = run_of_date(list, at + 1)?;
    let is_noun_after = list.get(run).is_some_and(|next| {
        list[run - 1].stop == Stop::None && matches!(next.kind, Kind::Noun | Kind::Name)
    });
    let is_dated = list[at + 1..run].iter().any(|word| word.kind == Kind::Calendar);
    (is_dated && !is_noun_after).then_some(run)
}

fn may_open(word: &Word) -> bool {
    !matches!(word.kind, Kind::Preposition | Kind::Conjunction | Kind::Hinge | Kind::Adverb)
        || word.is_one_of(&["about", "not"])
}

/// A word that does not stand in the sentence.
fn from_elsewhere(text: &str, kind: Kind) -> Word<'_> {
    Word { text, open: "", close: "", kind, stop: Stop::None }
}

/// The `was` that a participle is told with.
fn auxiliary(noun: &Word) -> Word<'static> {
    let is_plural =
        noun.text.ends_with('s') && !noun.text.ends_with("ss") && noun.kind == Kind::Noun;
    from_elsewhere(if is_plural { "were" } else { "was" }, Kind::Be)
}

/// Takes the comma from the end of a subject: what stood behind it is left out.
fn close_subject(pieces: &mut [Piece]) {
    if let Some((at, _)) = pieces.last_mut() {
        *at = None;
    }
}

/// Takes from a long subject what hangs on its noun.
fn shorten_subject(pieces: &mut Vec<Piece>) {
    if pieces.len() <= N_SUBJECT {
        return;
    }
    let ends = |at: &usize| {
        let word = &pieces[*at].1;
        may_end(&pieces[at - 1].1)
            && (matches!(
                word.kind,
                Kind::Preposition
                    | Kind::To
                    | Kind::PastOrParticiple
                    | Kind::Ing
                    | Kind::Relative
                    | Kind::Hinge
            ) && !word.is("of")
                || pieces[at - 1].1.stop == Stop::Comma
                    && !word.is("and")
                    && word.kind != Kind::Name)
    };
    let has_list = pieces.iter().any(|(_, word)| word.is("and"));
    if let Some(end) = (1..pieces.len()).find(ends).filter(|_| !has_list || pieces.len() > 8) {
        pieces.truncate(end);
    }
    if pieces.len() > N_SUBJECT + 2
        && let Some(of) = pieces.iter().rposition(|(_, word)| word.is("of")).filter(|of| *of > 1)
    {
        pieces.truncate(of);
    }
}
