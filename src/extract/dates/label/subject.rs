//! Subjects: who or what a predicate is said of.
//!
//! A relative clause is said of the noun before it, a verb after `and` of the subject of the verb
//! before it, a participle of the noun before or after it.

use super::date_phrase::run_of_date;
use super::lexicon::Kind;
use super::noun::noun_phrase_before;
use super::predicate::{Form, Predicate};
use super::word::{Stop, Word};
use crate::extract::verb::is_speech;
use std::ops::Range;

/// How many verbs in a row may share a subject.
const N_SHARING: usize = 4;

/// Verbs beside those of speech that a clause with `that` belongs to.
const TELLING: &[&str] = &[
    "announced",
    "revealed",
    "showed",
    "declared",
    "agreed",
    "promised",
    "decided",
    "found",
    "learned",
    "confirmed",
    "ordered",
    "demanded",
    "denied",
    "proved",
    "ruled",
    "feared",
    "hoped",
    "reminded",
    "assured",
    "convinced",
    "persuaded",
    "knew",
    "realized",
    "understood",
];

/// What a clause with `that` may be said to be.
const PLAIN: &[&str] =
    &["apparent", "clear", "evident", "obvious", "certain", "likely", "plain", "probable", "true"];

/// Pronouns that are nothing but subjects.
const SUBJECTS: &[&str] = &["he", "she", "they", "we", "I"];

/// Whether a clause without a pronoun of its own may go on from a word: `the coat | he wore`.
fn may_be_object(word: &Word) -> bool {
    matches!(word.kind, Kind::Noun | Kind::Ing | Kind::Determiner | Kind::Number)
}

/// What a predicate is said of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// The words, as indices in order.
    pub words: Vec<usize>,
    /// The auxiliaries that the verb shares with the one before `and`: `was signed and renewed`.
    pub auxiliaries: Range<usize>,
    /// The noun before a relative clause that lacks its object: `the treaty which Britain signed`.
    pub object: Range<usize>,
    /// How many of the words stand before `whose`.
    pub n_owner: usize,
}

/// Words and their predicates.
#[derive(Debug, Clone, Copy)]
pub struct Syntax<'s, 'a> {
    /// The words.
    pub list: &'s [Word<'a>],
    /// Their predicates.
    pub predicates: &'s [Predicate],
}

impl Syntax<'_, '_> {
    /// The subject of the predicate at `index`; without words if none is found.
    pub fn subject(self, index: usize) -> Subject {
        self.shared_subject(index, N_SHARING)
    }

    fn shared_subject(self, index: usize, n_left: usize) -> Subject {
        let at = self.before_adverbs(self.predicates[index].start);
        let is_joined = at > 0
            && self.list[at - 1].kind == Kind::Conjunction
            && self.list[at - 1].stop == Stop::None;
        if is_joined
            && n_left > 0
            && let Some(other) = self.joined_to(index, at - 1)
        {
            let auxiliaries = self.shared_auxiliaries(other, index);
            return Subject { auxiliaries, ..self.shared_subject(other, n_left - 1) };
        }
        match self.predicates[index].form {
            Form::Finite => self.finite_subject(index, at, n_left),
            Form::Participle | Form::Ing => self.participle_subject(index, at),
            Form::Infinitive => Subject::default(),
        }
    }

    /// Where the adverbs before `at` begin.
    pub fn before_adverbs(self, mut at: usize) -> usize {
        while at > 0
            && self.list[at - 1].kind == Kind::Adverb
            && self.list[at - 1].stop < Stop::Colon
        {
            at -= 1;
        }
        at
    }

    /// The predicate that the one at `index` is joined to by the conjunction at `at`.
    fn joined_to(self, index: usize, at: usize) -> Option<usize> {
        let form = self.predicates[index].form;
        let is_joined = |other: &usize| {
            let other = &self.predicates[*other];
            let is_apart = self.list[other.end - 1..at].iter().any(|word| word.stop > Stop::Comma);
            other.form == form && !is_apart
        };
        (0..index).rev().find(is_joined)
    }

    /// `was`, for the `renewed` of `was signed and renewed`.
    fn shared_auxiliaries(self, other: usize, index: usize) -> Range<usize> {
        let (other, own) = (&self.predicates[other], &self.predicates[index]);
        let after = self.list.get(own.end).filter(|_| self.list[own.end - 1].stop == Stop::None);
        let has_object = after.is_some_and(|word| {
            word.is_nounish() && word.kind != Kind::Date
                || matches!(word.kind, Kind::Article | Kind::Determiner | Kind::Pronoun)
        });
        let is_near = own.start < 2 || self.list[own.start - 2].stop == Stop::None;
        let is_bare = own.start + 1 == own.end && own.is_ambiguous && is_near;
        if other.is_passive && is_bare && !has_object && self.list[own.main].text.ends_with("ed") {
            other.start..other.main
        } else {
            0..0
        }
    }

    fn finite_subject(self, index: usize, at: usize, n_left: usize) -> Subject {
        let clause = self.clause(index, at);
        if let Some(opener) = clause.opener
            && self.is_relative(opener)
        {
            return self.relative_subject(opener, clause.start, at);
        }
        let words = if clause.start < at {
            self.noun_part(clause.start, at)
        } else {
            self.interrupted(clause.start)
        };
        let is_listed = words.is_empty() && at > 0 && self.list[at - 1].stop == Stop::Comma;
        if is_listed
            && n_left > 0
            && let Some(other) = self.joined_to(index, at)
        {
            return self.shared_subject(other, n_left - 1);
        }
        Subject { words: self.last_noun(words), ..Subject::default() }
    }

    /// The words of a subject without a noun that stands before it and belongs to another phrase:
    /// `after church | the footman`, `when he woke up | he`.
    fn last_noun(self, mut words: Vec<usize>) -> Vec<usize> {
        const HALVES: &[&str] = &["half", "twice", "double", "quarter"];
        let opens_with_pronoun =
            words.first().is_some_and(|first| self.list[*first].kind == Kind::Pronoun);
        let begins = |index: &usize| {
            let at = words[*index];
            let (before, word) = (&self.list[words[index - 1]], &self.list[at]);
            let is_pronoun = word.kind == Kind::Pronoun
                && word.is_one_of(SUBJECTS)
                && before.kind != Kind::Conjunction
                && (before.stop > Stop::None || opens_with_pronoun || !may_be_object(before));
            // `Peter the Great` is one.
            let is_named = self.list.get(at + 1).is_some_and(|next| next.kind == Kind::Name);
            let is_noun = word.kind == Kind::Article
                && before.is_nounish()
                && before.stop == Stop::None
                && words[index - 1] + 1 == at
                && !before.is_one_of(HALVES)
                && !(is_named && before.kind == Kind::Name);
            is_pronoun || is_noun
        };
        if let Some(start) = (1..words.len()).rev().find(begins) {
            words.drain(..start);
        }
        words
    }

    /// Whether `that`, `who` or `which` at `opener` goes on from a noun.
    pub fn is_relative(self, opener: usize) -> bool {
        const FACTS: &[&str] = &[
            "fact",
            "claim",
            "news",
            "belief",
            "idea",
            "hope",
            "fear",
            "announcement",
            "view",
            "evidence",
            "condition",
            "suggestion",
            "report",
            "reports",
            "demand",
            "argument",
            "so",
        ];
        let word = &self.list[opener];
        let Some(before) = opener.checked_sub(1).map(|at| &self.list[at]) else { return false };
        if self.predicates.iter().any(|other| other.words().contains(&(opener - 1))) {
            return false;
        }
        match word.kind {
            Kind::Relative => before.kind != Kind::Preposition || word.is("whose"),
            Kind::That => {
                before.is_nounish()
                    && !before.is_one_of(FACTS)
                    && before.stop == Stop::None
                    && !self.is_told_before(opener)
            }
            _ => false,
        }
    }

    /// Whether `that` at `at` follows a verb of telling: `reported in the journal that …`.
    fn is_told_before(self, at: usize) -> bool {
        let last = self.predicates.iter().rev().find(|other| other.is_finite() && other.end <= at);
        last.is_some_and(|last| {
            let verb = &self.list[last.main];
            let between = &self.list[last.end - 1..at];
            let is_apart = between.iter().any(|word| word.stop > Stop::Comma);
            let is_plain =
                verb.kind == Kind::Be && between.iter().any(|word| word.is_one_of(PLAIN));
            !is_apart && (is_plain || is_speech(verb.text) || verb.is_one_of(TELLING))
        })
    }

    fn relative_subject(self, opener: usize, start: usize, at: usize) -> Subject {
        let noun = self.noun_before(opener);
        if self.list[opener].is("whose") {
            let n_owner = noun.len();
            let words = noun.chain(start..at).collect();
            return Subject { words, n_owner, ..Subject::default() };
        }
        let is_time = |at: usize| {
            let kind = self.list[at].kind;
            matches!(kind, Kind::Date | Kind::Calendar | Kind::Preposition | Kind::Adverb)
        };
        // `who in 1950 signed it`, `who, tired of it, left`.
        if (start..at).all(is_time) || self.list[opener].stop == Stop::Comma {
            return Subject { words: noun.collect(), ..Subject::default() };
        }
        Subject { words: self.noun_part(start, at), object: noun, ..Subject::default() }
    }

    /// The noun before a relative clause; not an age: `Berg, 88, who …`.
    fn noun_before(self, opener: usize) -> Range<usize> {
        let is_age = opener > 1
            && self.list[opener - 1].kind == Kind::Number
            && self.list[opener - 2].stop == Stop::Comma;
        let noun = noun_phrase_before(self.list, if is_age { opener - 1 } else { opener });
        // `the shootings of monks who …` are no persons.
        let of = noun.clone().rev().find(|at| self.list[*at].is("of"));
        match of {
            Some(of) if self.list[opener].is("who") && self.list[opener - 1].stop == Stop::None => {
                of + 1..noun.end
            }
            _ => noun,
        }
    }

    /// The `who` or `that` which goes on from a noun and opens the clause of a verb at `verb`.
    fn relative_before(self, verb: usize) -> Option<usize> {
        const REACH: usize = 8;
        (verb.saturating_sub(REACH)..verb)
            .rev()
            .take_while(|at| self.list[*at].stop == Stop::None)
            .find(|at| self.is_relative(*at))
    }

    /// The noun before a relative clause that stands between it and its verb.
    fn interrupted(self, start: usize) -> Vec<usize> {
        const REACH: usize = 24;
        let is_opener = |at: &usize| {
            matches!(self.list[*at].kind, Kind::Relative | Kind::That) && self.is_relative(*at)
        };
        // `Berg, for whom they waited, came`.
        let is_led = |at: &usize| {
            *at > 1
                && self.list[*at].kind == Kind::Relative
                && self.list[at - 1].kind == Kind::Preposition
                && self.list[at - 2].stop == Stop::Comma
        };
        let lowest = start.saturating_sub(REACH);
        let found = (lowest..start).rev().find(|at| is_opener(at) || is_led(at));
        let Some(opener) = found else { return Vec::new() };
        if is_led(&opener) {
            return self.noun_before(opener - 1).collect();
        }
        let is_end = |at: &usize| self.list[*at].stop > Stop::Comma;
        let first = (0..opener).rev().find(is_end).map_or(0, |at| at + 1);
        let has_verb = self
            .predicates
            .iter()
            .any(|other| other.is_finite() && other.start >= first && other.start < opener);
        if has_verb { self.noun_before(opener).collect() } else { self.noun_part(first, opener) }
    }

    fn participle_subject(self, index: usize, at: usize) -> Subject {
        let before = at.checked_sub(1).map(|before| &self.list[before]);
        let is_after_noun =
            before.is_some_and(|word| word.is_nounish() && word.stop <= Stop::Comma);
        if is_after_noun && !self.is_opening_phrase(at) {
            let words = noun_phrase_before(self.list, at).collect();
            return Subject { words, ..Subject::default() };
        }
        // `Born in Oslo, Berg left`: the noun after it.
        let next =
            (index + 1..self.predicates.len()).find(|next| self.predicates[*next].is_finite());
        let is_near = |next: &usize| {
            let between = &self.list[at..self.predicates[*next].start];
            !between.iter().any(|word| word.stop > Stop::Comma)
                && between.iter().any(|word| word.stop == Stop::Comma)
        };
        next.filter(is_near).map_or_else(Subject::default, |next| self.subject(next))
    }

    /// Whether only a phrase with a preposition stands before `at` in its sentence.
    fn is_opening_phrase(self, at: usize) -> bool {
        let start =
            (0..at).rev().find(|at| self.list[*at].stop > Stop::Comma).map_or(0, |at| at + 1);
        matches!(self.list[start].kind, Kind::Preposition | Kind::Hinge)
            && self.list[at - 1].stop == Stop::Comma
            && !self.list[start..at - 1].iter().any(|word| word.stop == Stop::Comma)
    }

    /// The part of `start..end` that is a subject: no opening phrases, no appositions.
    fn noun_part(self, start: usize, end: usize) -> Vec<usize> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut from = start;
        for at in start..end {
            if self.list[at].stop > Stop::None {
                parts.push(from..at + 1);
                from = at + 1;
            }
        }
        let is_interrupted = from == end;
        if !is_interrupted {
            parts.push(from..end);
        }
        let n_opening =
            parts.iter().take_while(|part| self.opens(part)).count().min(parts.len().max(1) - 1);
        let parts = &parts[n_opening..];
        match parts {
            [] => Vec::new(),
            // One comma parts no subject from its verb: `Anna, come here`.
            [only] if is_interrupted && n_opening == 0 && only.len() == 1 => Vec::new(),
            [first, ..] if is_interrupted => self.without_opening(first.clone()).collect(),
            [first, .., last] if self.is_list(parts) => (first.start..last.end).collect(),
            [.., last] => self.without_opening(last.clone()).collect(),
        }
    }

    /// Whether a part cannot be a subject.
    fn opens(self, part: &Range<usize>) -> bool {
        let words = &self.list[part.clone()];
        let is_opening = matches!(
            words[0].kind,
            Kind::Preposition
                | Kind::Hinge
                | Kind::Adverb
                | Kind::Ing
                | Kind::PastOrParticiple
                | Kind::Participle
                | Kind::Subordinator
                | Kind::To
                | Kind::Date
                | Kind::Calendar
                | Kind::Particle
        );
        // `On 25 August, the eve of the battle, …`.
        let is_day = part.start > 0
            && matches!(self.list[part.start - 1].kind, Kind::Date | Kind::Calendar | Kind::Number)
            && words[0].kind == Kind::Article
            && words
                .iter()
                .take(3)
                .any(|word| word.is_one_of(&["day", "eve", "anniversary", "feast"]));
        is_opening
            || is_day
            || words.iter().all(|word| matches!(word.kind, Kind::Number | Kind::Date))
    }

    /// Whether the parts are the items of a list: `Israel, Britain and France`.
    fn is_list(self, parts: &[Range<usize>]) -> bool {
        let has_and =
            |part: &Range<usize>| self.list[part.clone()].iter().any(|word| word.is("and"));
        parts.last().is_some_and(has_and)
            && parts.iter().all(|part| part.len() <= 6)
            && !parts[1..parts.len() - 1].iter().any(|part| self.opens(part))
    }

    /// A part without conjunctions, adverbs and phrases that open it.
    fn without_opening(self, mut part: Range<usize>) -> Range<usize> {
        while part.len() > 1 && self.list[part.start].kind == Kind::Adverb {
            part.start += 1;
        }
        let opens =
            |at: usize| matches!(self.list[at].kind, Kind::Preposition | Kind::Hinge | Kind::To);
        // The hinge of `Before noon on Friday, Berg left` may be left out already.
        let is_hinged = part.start > 0 && self.list[part.start - 1].kind == Kind::Hinge;
        let is_opened = opens(part.start) || is_hinged;
        if is_opened && let Some(start) = self.after_phrase(&part) {
            part.start = start;
        }
        let is_kept = |at: usize| {
            !matches!(
                self.list[at].kind,
                Kind::Conjunction | Kind::Adverb | Kind::Date | Kind::Calendar
            )
        };
        while part.len() > 1 && !is_kept(part.start) {
            part.start += 1;
        }
        // `After dinner | he went`; but `the coat he wore`.
        let is_subject = |at: &usize| {
            let before = self.list[at - 1].kind;
            let is_opened = is_opened || matches!(before, Kind::Date | Kind::Calendar);
            is_opened && before != Kind::Conjunction && self.list[*at].is_one_of(SUBJECTS)
        };
        part.start = (part.start + 1..part.end).rev().find(is_subject).unwrap_or(part.start);
        part
    }
}

impl Syntax<'_, '_> {
    /// Where a noun begins after a phrase that opens a part: `In the second year | the port …`.
    fn after_phrase(self, part: &Range<usize>) -> Option<usize> {
        let is_noun_start = |at: &usize| {
            let (before, word) = (&self.list[at - 1], &self.list[*at]);
            let opens = matches!(word.kind, Kind::Article | Kind::Determiner | Kind::Pronoun);
            before.is_nounish()
                && (opens
                    || before.kind == Kind::Date
                    || (before.kind == Kind::Calendar && word.kind == Kind::Noun))
        };
        let after_date = run_of_date(self.list, part.start + 1).filter(|end| *end < part.end);
        after_date.or_else(|| (part.start + 2..part.end).find(is_noun_start))
    }
}

/// Where a clause begins.
#[derive(Debug, Clone, Copy)]
pub struct ClauseStart {
    /// Its first word.
    pub start: usize,
    /// The word that opens it: `when`, `which`, `that`.
    pub opener: Option<usize>,
}

impl Syntax<'_, '_> {
    /// Where the clause of the predicate at `index` begins, whose adverbs begin at `at`.
    pub fn clause(self, index: usize, at: usize) -> ClauseStart {
        let verb = at;
        let mut at = at;
        let mut others = self.predicates[..index].iter().rev().filter(|other| other.is_finite());
        let mut other = others.next();
        while at > 0 {
            let before = &self.list[at - 1];
            if before.stop >= Stop::Colon {
                break;
            }
            if let Some(other) = other.filter(|other| other.end == at) {
                return self.after_other(other, verb);
            }
            match before.kind {
                Kind::Relative | Kind::Subordinator => {
                    return ClauseStart { start: at, opener: Some(at - 1) };
                }
                Kind::That if self.opens_clause(at - 1) => {
                    return ClauseStart { start: at, opener: Some(at - 1) };
                }
                Kind::Hinge if self.hinge_opens(at, verb) => {
                    return ClauseStart { start: at, opener: Some(at - 1) };
                }
                Kind::Conjunction
                    if other.is_some_and(|other| self.is_new_clause(other, at - 1)) =>
                {
                    break;
                }
                _ => at -= 1,
            }
            while other.is_some_and(|other| other.end > at) {
                other = others.next();
            }
        }
        ClauseStart { start: at, opener: None }
    }

    /// A clause after another without an opener: `When it began, Berg left`, `said Berg left`.
    fn after_other(self, other: &Predicate, verb: usize) -> ClauseStart {
        let last = other.end - 1;
        let comma = (last..verb).find(|at| self.list[*at].stop == Stop::Comma);
        // `The men who signed it left`.
        let is_relative = self.relative_before(other.start).is_some();
        let start = match comma {
            Some(comma) => comma + 1,
            None if is_relative => verb,
            None => other.end,
        };
        ClauseStart { start, opener: None }
    }

    fn opens_clause(self, at: usize) -> bool {
        at > 0 && (self.list[at - 1].kind != Kind::Preposition) && self.list[at].stop == Stop::None
    }

    fn hinge_opens(self, at: usize, verb: usize) -> bool {
        at < verb
            && !matches!(self.list[at].kind, Kind::Date | Kind::Calendar)
            && self.list[at - 1..verb].iter().all(|word| word.stop == Stop::None)
    }

    /// Whether the conjunction at `at` joins clauses rather than nouns.
    fn is_new_clause(self, other: &Predicate, at: usize) -> bool {
        at > 0
            && (self.list[at - 1].stop == Stop::Comma
                || self.list[other.end - 1..at].iter().all(|word| word.stop == Stop::None))
    }
}
