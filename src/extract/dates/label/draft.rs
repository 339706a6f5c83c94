//! What the label of a date is made from: its words, and which of them are kept.
//!
//! The words of the date itself and other times beside it are left out; a pronoun that is the subject
//! gives way to the name it stands for.

use super::Class;
use super::cut::{N_WORDS, Piece, may_end};
use super::date_phrase::{DatePhrase, Role, run_of_date};
use super::lexicon::Kind;
use super::predicate::Predicate;
use super::pronoun::referent;
use super::subject::{Subject, Syntax};
use super::word::{Stop, Word, Words};
use crate::extract::verb::{is_speech, is_state};
use std::ops::Range;

/// A subject longer than this loses what hangs on its noun.
const N_SUBJECT: usize = 6;

/// What the label of a date is made from.
#[derive(Debug, Clone)]
pub struct Draft<'s, 'a> {
    pub(super) words: &'s Words<'a>,
    pub(super) syntax: Syntax<'s, 'a>,
    pub(super) before: Option<&'a str>,
    /// The phrase of the date.
    pub(super) phrase: DatePhrase,
}

impl<'s, 'a> Draft<'s, 'a> {
    /// The draft for the date of `words`.
    pub fn new(words: &'s Words<'a>, syntax: Syntax<'s, 'a>, before: Option<&'a str>) -> Self {
        Self { words, syntax, before, phrase: DatePhrase::of(words) }
    }

    pub(super) fn is_speech(&self, index: usize) -> bool {
        let predicate = &self.syntax.predicates[index];
        is_speech(self.syntax.list[predicate.main].text) && !predicate.is_passive
    }

    /// The words of the subject, with names for pronouns.
    pub(super) fn subject_pieces(&self, index: usize, subject: &Subject) -> Option<Vec<Piece<'a>>> {
        let list = self.syntax.list;
        let kept: Vec<usize> =
            subject.words.iter().copied().filter(|at| !self.is_left_out(*at)).collect();
        let first = list[*kept.first()?];
        let mut pieces: Vec<Piece> = Vec::with_capacity(32);
        if matches!(first.kind, Kind::Pronoun | Kind::Article)
            && !self.is_weather(index, &first)
            && let Some(name) = referent(self.syntax, index, &first, self.before)
            && first.kind == Kind::Pronoun
        {
            pieces.extend(name.into_iter().map(|word| (None, word)));
            pieces.extend(kept[1..].iter().map(|at| self.piece(*at)));
        } else {
            pieces.extend(kept.iter().map(|at| self.piece(*at)));
        }
        // `that either the fort was lost or …`.
        let is_choice = |pair: &[Piece]| pair[0].1.is("either") && pair[1].1.kind == Kind::Article;
        if pieces.windows(2).next().is_some_and(is_choice) {
            pieces.remove(0);
        }
        if subject.n_owner > 0 && subject.n_owner < pieces.len() {
            // The comma before `whose` is no end of the subject.
            pieces[subject.n_owner - 1].1.stop = Stop::None;
            pieces.insert(subject.n_owner, (None, from_elsewhere("’s", Kind::Particle)));
        }
        shorten_subject(&mut pieces);
        close_subject(&mut pieces);
        (pieces.len() <= N_WORDS - 2
            && pieces.last().is_some_and(|(_, word)| may_end(word) || word.kind == Kind::Pronoun))
        .then_some(pieces)
    }

    /// `It rained`, where `it` is nothing.
    fn is_weather(&self, index: usize, subject: &Word) -> bool {
        const WEATHER: &[&str] =
            &["rained", "snowed", "froze", "thawed", "rain", "snow", "raining", "snowing"];
        let main = self.syntax.predicates[index].main;
        subject.is("it") && self.syntax.list[main].is_one_of(WEATHER)
    }

    /// The words of a verb group with the adverbs before it.
    pub(super) fn verb(&self, predicate: &Predicate) -> impl Iterator<Item = usize> {
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
            "today",
            "yesterday",
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

    pub(super) fn piece(&self, at: usize) -> Piece<'a> {
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
    pub(super) fn is_left_out(&self, at: usize) -> bool {
        self.phrase.words.contains(&at)
            && !self.is_glued()
            && !self.has_article()
            && !self.is_object()
    }

    /// Whether the verb says nothing without the date: `spent 1950 in Oslo`, `was Sunday and …`.
    fn is_object(&self) -> bool {
        let list = self.syntax.list;
        let DatePhrase { words, .. } = &self.phrase;
        let Some(verb) = words.start.checked_sub(1).filter(|at| list[*at].stop == Stop::None)
        else {
            return false;
        };
        let is_joined = list[words.end - 1].stop == Stop::None
            && list.get(words.end).is_some_and(|next| next.kind == Kind::Conjunction);
        let is_said = list[words.start].kind == Kind::Date || list[words.start].is("the");
        is_said
            && (list[verb].is_one_of(&["spent", "spend", "spends", "spending"])
                || is_joined && list[verb].kind == Kind::Be)
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
    pub(super) fn kept(&self, range: Range<usize>) -> impl Iterator<Item = Piece<'a>> {
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

    pub(super) fn class(&self, predicate: &Predicate, is_shared: bool) -> Class {
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
}

/// A time beside the date of the label, as `in 1950`, and where it ends.
fn other_time(list: &[Word], at: usize) -> Option<usize> {
    let word = list.get(at)?;
    if !word.is_one_of(&["in", "on", "by", "since", "until", "during", "from", "to"]) {
        return None;
    }
    let run = run_of_date(list, at + 1).or_else(|| season_of_year(list, at + 1))?;
    let is_noun_after = list.get(run).is_some_and(|next| {
        list[run - 1].stop == Stop::None && matches!(next.kind, Kind::Noun | Kind::Name)
    });
    let is_dated = list[at + 1..run].iter().any(|word| {
        word.kind == Kind::Calendar || word.text.len() > 2 && word.kind == Kind::Number
    });
    (is_dated && !is_noun_after).then_some(run)
}

/// Where `the autumn of 1130` ends that begins at `at`.
fn season_of_year(list: &[Word], at: usize) -> Option<usize> {
    const SEASONS: &[&str] = &["spring", "summer", "autumn", "fall", "winter"];
    let [article, season, of, year] = list.get(at..at + 4)? else { return None };
    let is_year = year.kind == Kind::Calendar || year.text.parse::<u16>().is_ok_and(|n| n > 31);
    let is_season = article.is("the") && season.is_one_of(SEASONS) && of.is("of");
    (is_season && is_year).then_some(at + 4)
}

/// A word that does not stand in the sentence.
pub(super) fn from_elsewhere(text: &str, kind: Kind) -> Word<'_> {
    Word { text, open: "", close: "", kind, stop: Stop::None }
}

/// Takes the comma from the end of a subject: what stood behind it is left out.
pub(super) fn close_subject(pieces: &mut [Piece]) {
    if let Some((at, _)) = pieces.last_mut() {
        *at = None;
    }
}

/// Takes from a long subject what hangs on its noun.
pub(super) fn shorten_subject(pieces: &mut Vec<Piece>) {
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
        // `the life of old Berg, of his son and of his daughter`.
        let first = pieces[of..].iter().position(|(_, word)| word.stop == Stop::Comma);
        let end = first.map_or(of, |comma| of + comma + 1);
        pieces.truncate(if end <= N_SUBJECT + 1 { end } else { of });
    }
}
