//! The grammar of dates: from words to phrases.
//!
//! In: the text of a block. Out: its [`Phrase`]s, disjoint, in order. At each word the longest form
//! that begins there is taken; a form looks a few words ahead and behind, so the time is linear.

use super::about::{is_about_time, is_circa, is_rounded};
use super::calendar::{Era, Feast};
use super::era::find_eras;
use super::lexicon::Kind;
use super::phrase::{Form, Phrase, Point, Side, Unit};
use super::word::{Gap, Word, read_words};
use super::{absolute, day, feast, offset, period, quarter, relative, years};
use crate::document::{Part, Precision, When};

/// The words of a block, as the rules read them.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The block.
    pub text: &'a str,
    /// Its words.
    pub list: &'a [Word],
    /// The last phrase found, and the index behind its last word.
    pub last: Option<(&'a Phrase, usize)>,
    /// Whether the block is a heading, where a year needs no license.
    pub is_heading: bool,
    /// The era that years without one are in, if years were told with it just before.
    pub era: Option<Era>,
}

/// A form found at a word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// The index behind the last word.
    pub end: usize,
    /// When.
    pub point: Point,
    /// The form.
    pub form: Form,
    /// The word with which the last end of a range begins.
    pub joint: Option<usize>,
}

impl Found {
    /// A form with one end.
    pub fn new(end: usize, point: Point, form: Form) -> Self {
        Self { end, point, form, joint: None }
    }
}

impl<'a> Words<'a> {
    /// The word at `at`, if it is joined to the one before by `gap`s of which `joins` is true.
    pub fn next(&self, at: usize, joins: impl Fn(Gap) -> bool) -> Option<&'a Word> {
        self.list.get(at).filter(|word| joins(word.gap))
    }

    /// The kind of the word at `at`, if only blanks stand before it.
    pub fn after(&self, at: usize) -> Kind {
        self.next(at, Gap::is_blank).map_or(Kind::Other, |word| word.kind)
    }

    /// The word before `at`, if only blanks stand between.
    pub fn before(&self, at: usize) -> Option<&'a Word> {
        let gap = self.list.get(at)?.gap;
        let index = at.checked_sub(1).filter(|_| gap.is_blank())?;
        self.list.get(index)
    }

    /// The kind of the word before `at`.
    pub fn kind_before(&self, at: usize) -> Kind {
        self.before(at).map_or(Kind::Other, |word| word.kind)
    }

    /// The letters of a word.
    pub fn letters(&self, word: &Word) -> &'a str {
        &self.text[word.start..word.end]
    }

    /// Whether the word at `at` is this one, in whatever case, behind blanks.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.next(at, Gap::is_blank)
            .is_some_and(|found| self.letters(found).eq_ignore_ascii_case(word))
    }
}

/// Reads blocks into phrases.
#[derive(Debug, Default)]
pub struct Grammar {
    words: Vec<Word>,
    /// The era of the years told last.
    era: Option<Era>,
}

impl Grammar {
    /// Replaces `phrases` by those of `text`.
    pub fn read(&mut self, text: &str, is_heading: bool, phrases: &mut Vec<Phrase>) {
        read_words(text, &mut self.words);
        phrases.clear();
        read_phrases(text, &self.words, is_heading, &mut self.era, phrases);
        let n_dates = phrases.len();
        find_eras(text, &self.words, phrases);
        if phrases.len() > n_dates {
            phrases.sort_by_key(|phrase| phrase.range.start);
            phrases.dedup_by(|next, phrase| next.range.start < phrase.range.end);
        }
    }
}

fn read_phrases(
    text: &str,
    words: &[Word],
    is_heading: bool,
    era: &mut Option<Era>,
    phrases: &mut Vec<Phrase>,
) {
    let mut last_end = None;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if !may_begin(word.kind, words.get(at + 1)) {
            at += 1;
            continue;
        }
        let last = phrases.last().zip(last_end);
        let view = Words { text, list: words, last, is_heading, era: *era };
        match phrase_at(view, at) {
            Some((phrase, end)) => {
                *era = era_of(&phrase, *era);
                phrases.push(phrase);
                last_end = Some(end);
                at = end;
            }
            None => at += 1,
        }
    }
}

/// Whether a form may begin with a word of this kind; most words of a text are refused here.
fn may_begin(kind: Kind, next: Option<&Word>) -> bool {
    match kind {
        Kind::The | Kind::A | Kind::Side(Side::That) => {
            next.is_some_and(|next| next.kind != Kind::Other)
        }
        Kind::Other | Kind::Figure | Kind::Clock | Kind::Ago => false,
        Kind::Of | Kind::And | Kind::To | Kind::From | Kind::In | Kind::About => false,
        Kind::Every | Kind::Future | Kind::Possessive => false,
        Kind::Unit(unit, is_plural) => unit == Unit::Quarter || (unit == Unit::Year && !is_plural),
        _ => true,
    }
}

/// The era of the years that come next.
fn era_of(phrase: &Phrase, era: Option<Era>) -> Option<Era> {
    match (phrase.form, phrase.point) {
        (Form::Era, Point::Fixed(When { last: Some(last), .. })) => {
            Some(if last.date().0 <= 0 { Era::Before } else { Era::Common })
        }
        (Form::Year | Form::Month | Form::Day, Point::Fixed(When { first: Some(first), .. }))
            if first.date().0 >= 1000 =>
        {
            None
        }
        _ => era,
    }
}

/// The phrase that begins with the word at `at`, and the index behind it.
fn phrase_at(words: Words<'_>, at: usize) -> Option<(Phrase, usize)> {
    offset::phrase(words, at).or_else(|| plain_phrase(words, at))
}

/// The phrase without an offset that begins with the word at `at`, and the index behind it.
pub(super) fn plain_phrase(words: Words<'_>, at: usize) -> Option<(Phrase, usize)> {
    let first = words.list[at];
    let opened = opening(words, at);
    let (found, part) = match opened {
        _ if let Some(found) = half(words, at) => (found, None),
        _ if let Some(found) = day::edge_day(words, at) => (found, None),
        Some((core, part, is_edge)) => (opened_core(words, at, core, is_edge)?, part),
        None => (core(words, at)?, None),
    };
    let mut range = first.start..words.list[found.end - 1].end;
    let before = words.before(at);
    let is_about = before.is_some_and(|word| word.kind == Kind::About);
    let is_shift = matches!(found.point, Point::Shift(..));
    let is_led =
        |word: &&Word| is_circa(words.letters(word)) || (is_shift && word.kind == Kind::About);
    let is_second = |_: &&Word| feast::second_word(words, at) == Some(found);
    if let Some(before) = before.filter(|word| is_led(word) || is_second(word)) {
        range.start = before.start;
    }
    let is_bound = is_led_by_boundary(words, at);
    let is_about = (is_about && is_about_time(words, before, &found))
        || is_rounded(&words.list[at..found.end], found.point);
    let joint = found.joint.map(|joint| {
        let is_word = words.list[joint - 1].kind == Kind::To;
        words.list[joint - 1 - usize::from(is_word)].end..words.list[joint].start
    });
    let Found { point, form, end, .. } = found;
    Some((Phrase { range, point, offset: None, part, joint, is_bound, is_about, form }, end))
}

/// Whether `since`, `until` and the like stand before the word at `at`.
pub(super) fn is_led_by_boundary(words: Words<'_>, at: usize) -> bool {
    words.before(at).is_some_and(|word| is_boundary(words.letters(word)))
        && !at.checked_sub(2).is_some_and(|not| is_not(words.letters(&words.list[not])))
}

fn is_boundary(word: &str) -> bool {
    ["since", "until", "till"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// `Not until 1975` is in 1975.
fn is_not(word: &str) -> bool {
    word.eq_ignore_ascii_case("not")
}

/// `the first half of 2008`.
fn half(words: Words<'_>, at: usize) -> Option<Found> {
    let (part, of) = quarter::half_of(words, at)?;
    let start = of + usize::from(words.after(of) == Kind::The);
    words.next(start, Gap::is_blank)?;
    let found = core(words, of).or_else(|| absolute::opened(words, start))?;
    let Point::Fixed(when) = found.point else { return None };
    Some(Found { point: Point::Fixed(quarter::halved(when, part)?), joint: None, ..found })
}

/// `the late`, `early`, `the end of the`, `mid-`: where the core begins, and which part is meant.
fn opening(words: Words<'_>, at: usize) -> Option<(usize, Option<Part>, bool)> {
    let after_the = match words.list[at].kind {
        Kind::The => at + 1,
        _ => at,
    };
    if after_the > at && !words.list.get(after_the)?.gap.is_blank() {
        return None;
    }
    match words.list.get(after_the)?.kind {
        Kind::Part(part) => {
            let is_joined = words.next(after_the + 1, |gap| gap == Gap::Hyphen).is_some();
            let mut core = after_the + 1;
            // `early in 1862`.
            core += usize::from(words.is(core, "in"));
            if let Some(core) = day_part_of(words, core) {
                return Some((core, None, true));
            }
            let is_there = is_joined || words.next(core, Gap::is_blank).is_some();
            is_there.then_some((core, Some(part), false))
        }
        Kind::Edge(part) if words.after(after_the + 1) == Kind::Of => {
            let core = after_the + 2;
            words.next(core, Gap::is_blank)?;
            Some((core, Some(part), true))
        }
        Kind::DayPart => Some((day_part_of(words, after_the)?, None, true)),
        _ => None,
    }
}

/// The index behind `the morning of`, `the early hours of`.
fn day_part_of(words: Words<'_>, at: usize) -> Option<usize> {
    let at = at + usize::from(words.after(at) == Kind::The);
    let is_part = words.list.get(at)?.kind == Kind::DayPart;
    let of = at + 1 + usize::from(words.is(at + 1, "hours"));
    let is_of = is_part && words.after(of) == Kind::Of;
    (is_of && words.next(of + 1, Gap::is_blank).is_some()).then_some(of + 1)
}

/// The core behind an opening. Behind `the end of` a bare year or month needs no license.
fn opened_core(words: Words<'_>, at: usize, start: usize, is_edge: bool) -> Option<Found> {
    if words.list[start].gap == Gap::Hyphen {
        return absolute::joined(words, start);
    }
    let found = core(words, start)
        .or_else(|| absolute::opened(words, start))
        .or_else(|| relative::opened(words, start))?;
    // `late` may be a word of its own before a weekday; before `the fire` it is none.
    let is_the = words.list[at].kind == Kind::The;
    let is_day = matches!(found.point, Point::Fixed(When { precision: Precision::Day, .. }));
    (is_edge || !is_day || !is_the).then_some(found)
}

/// The longest form without `early` and the like that begins at `at`.
fn core(words: Words<'_>, at: usize) -> Option<Found> {
    match words.list[at].kind {
        Kind::The => absolute::after_the(words, at).or_else(|| relative::after_the(words, at)),
        Kind::Number(number) => day::listed_day(words, at, number)
            .or_else(|| absolute::number(words, at, number))
            .or_else(|| relative::amount(words, at)),
        Kind::Date(when) => Some(Found::new(at + 1, Point::Fixed(when), Form::Figures)),
        Kind::Month(5) => {
            feast::feast(words, at, Feast::MayDay).or_else(|| day::month(words, at, 5))
        }
        Kind::Month(month) => day::month(words, at, month),
        Kind::Weekday(day) => feast::second_word(words, at)
            .or_else(|| day::weekday_date(words, at))
            .or_else(|| relative::weekday(words, at, day)),
        Kind::Season(code) => absolute::season(words, at, code),
        Kind::Ordinal(_) => period::ordinal(words, at),
        Kind::Quarter(quarter) => quarter::quarter(words, quarter, at + 1),
        Kind::Feast(feast) => feast::feast(words, at, feast),
        Kind::Era(era) => years::era_first(words, at, era),
        Kind::Side(side) => relative::side(words, at, side),
        Kind::Deictic(days) => relative::deictic(words, at, days),
        Kind::A | Kind::Cardinal(_) => {
            period::ordinal(words, at).or_else(|| relative::amount(words, at))
        }
        Kind::Half | Kind::Unit(Unit::Quarter, _) => relative::amount(words, at),
        Kind::Later | Kind::Earlier => relative::later_that(words, at),
        Kind::Unit(Unit::Year, false) => {
            feast::second_word(words, at).or_else(|| relative::year_end(words, at))
        }
        _ => None,
    }
}
