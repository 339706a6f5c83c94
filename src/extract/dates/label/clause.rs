//! Labels from clauses with a finite verb: its subject, the verb, and as much of what follows as fits.

use super::cut::{N_WORDS, Piece, cut};
use super::draft::Draft;
use super::governor::Governor;
use super::lexicon::Kind;
use super::noun::noun_phrase_before;
use super::predicate::{Form, Predicate};
use super::subject::{SUBJECTS, Subject, Syntax};
use super::word::Stop;
use super::write::write;
use super::{Class, Label};
use crate::extract::verb::is_speech;

impl<'a> Draft<'_, 'a> {
    /// The label from the clause of the predicate at `index`.
    pub fn clause(&self, index: usize) -> Option<Label> {
        match self.syntax.predicates[index].form {
            Form::Finite if self.is_inserted(index) => self.nearest(Some(index)),
            Form::Finite => self.finite(index),
            Form::Participle => self.participle(index),
            Form::Ing | Form::Infinitive => self.attached(index),
        }
    }

    pub(super) fn finite(&self, index: usize) -> Option<Label> {
        if self.is_speech(index)
            && let Some(told) = self.told_by(index).and_then(|told| self.finite(told))
        {
            return Some(told);
        }
        if let Some(main) = self.clause_of_contact(index) {
            return self.whole_clause(main, index).or_else(|| self.finite(main));
        }
        let subject = self.with_object(index, self.syntax.subject(index));
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
        // What was known or said outweighs that it was, and is told if both do not fit.
        let told = kept.and_then(|kept| pieces.get(kept.len())).filter(|(at, word)| {
            word.kind == Kind::That && !at.is_some_and(|at| self.syntax.is_relative(at))
        });
        if told.is_some()
            && let Some(label) = self
                .told_by(index)
                .filter(|told| !self.is_wished(*told))
                .and_then(|told| self.finite(told))
        {
            return Some(label);
        }
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

    /// The subject with the noun that its verb lacks as its object: `the gains they achieved`.
    fn with_object(&self, index: usize, subject: Subject) -> Subject {
        /// What is no object: `the day they left`.
        const WHEN_AND_WHERE: &[&str] = &[
            "day", "hour", "moment", "month", "morning", "night", "place", "reason", "time",
            "times", "way", "week", "year", "years",
        ];
        let Syntax { list, predicates } = self.syntax;
        let predicate = predicates[index];
        let start = predicate.start;
        let is_contact = start >= 2
            && subject.object.is_empty()
            && subject.words.last() == Some(&(start - 1))
            && list[start - 1].is_one_of(SUBJECTS)
            && list[start - 2].kind == Kind::Noun
            && list[start - 2].stop == Stop::None
            && !list[start - 2].is_one_of(WHEN_AND_WHERE);
        let is_whole = !predicate.is_passive
            && predicate.main > 0
            && self.kept(predicate.end..self.syntax.complement_end(index)).next().is_none();
        let object = noun_phrase_before(list, start - usize::from(start > 0));
        let is_noun = list
            .get(object.start)
            .is_some_and(|first| matches!(first.kind, Kind::Article | Kind::Determiner));
        if is_contact && is_whole && is_noun && self.phrase.words.start >= predicate.end {
            Subject { words: vec![start - 1], object, ..subject }
        } else {
            subject
        }
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

    /// `had signed`, which says no less as `signed`; not `had come`, which would say another time.
    fn is_pluperfect(&self, predicate: &Predicate) -> bool {
        const LIKE_PRESENT: &[&str] = &["come", "become", "overcome", "run"];
        let list = self.syntax.list;
        list[predicate.start].is("had")
            && predicate.start + 1 == predicate.main
            && list[predicate.main].kind == Kind::PastOrParticiple
            && !list[predicate.main].is_one_of(LIKE_PRESENT)
    }

    /// The clause of what was said: after the verb, or before it in `it fell, he said`.
    fn told_by(&self, index: usize) -> Option<usize> {
        let Syntax { list, predicates } = self.syntax;
        let end = predicates[index].end;
        // `said that the contract signed in 2020 had failed`.
        let is_verb = |next: &usize| predicates[*next].form != Form::Participle;
        let next = (index + 1..predicates.len()).find(is_verb)?;
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
        // What is told of a clause within it would be told by that clause again.
        after.filter(|_| self.clause_of_contact(next).is_none()).map(|_| next)
    }

    /// `that he should go`, which did not happen by that.
    fn is_wished(&self, index: usize) -> bool {
        let Syntax { list, predicates } = self.syntax;
        list[predicates[index].start].is("should")
    }

    /// The clause of `main` up to the end of what the predicate at `index` takes, if it fits.
    pub(super) fn whole_clause(&self, main: usize, index: usize) -> Option<Label> {
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

    /// The nearest other clause of the sentence that a label can be made from.
    pub fn other_clause(&self, tried: &Governor) -> Option<Label> {
        let tried = if let Governor::Clause(tried) = tried { Some(*tried) } else { None };
        Some(Label { class: Class::Mention, ..self.nearest(tried)? })
    }

    /// The label from the clause nearest to the date, other than `tried`.
    fn nearest(&self, tried: Option<usize>) -> Option<Label> {
        const N_TRIED: usize = 3;
        let predicates = self.syntax.predicates;
        let date = self.phrase.words.start;
        let mut others: Vec<usize> = (0..predicates.len())
            .filter(|index| predicates[*index].is_finite() && Some(*index) != tried)
            .filter(|index| !self.is_inserted(*index))
            .collect();
        others.sort_by_key(|index| predicates[*index].start.abs_diff(date));
        others.into_iter().take(N_TRIED).find_map(|index| self.finite(index))
    }

    /// Whether a verb only tells who speaks: `“We shall see,” said Berg, “that …”`.
    fn is_inserted(&self, index: usize) -> bool {
        let Syntax { list, predicates } = self.syntax;
        let verb = predicates[index];
        let quoted = verb.start.checked_sub(1).map(|at| list[at].close);
        quoted.is_some_and(|close| close.contains(['”', '"'])) && is_speech(list[verb.main].text)
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
            || main.is_one_of(&["became", "made", "gave", "took", "put", "set", "sent", "brought"])
            || main.is_one_of(&["be", "been", "done", "spent", "take", "taken"]);
        n_subject > 0 && kept.len() > n_subject && !(is_bare && needs_more && !predicate.is_passive)
    }
}
