//! The thread of dates: what an article told last, by which the next relative date is reckoned.
//!
//! In: phrases in the order of the text, each with where it stands. Out: dates. History is told
//! along a thread (`in March` is the March nearest to what was told last); news is told from the
//! day of writing (`in March` is the last one, or the next). An article says by its dates which
//! of the two it is.

mod anchor;
mod reckoning;
mod section;

pub use section::Section;

use super::manner::Manner;
use super::phrase::{Form, From, Phrase, Point, Year};
use crate::document::{Basis, Precision, When};

/// Where a phrase stands, as far as its date depends on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The start of its block.
    pub block_at: usize,
    /// The start of its sentence.
    pub sentence_at: usize,
    /// Whether it stands between brackets or quotation marks: beside the thread.
    pub is_aside: bool,
    /// Whether it stands above what it dates, as a heading does.
    pub is_above: bool,
    /// Whether the writer tells of himself: `when I visited her in September`.
    pub is_personal: bool,
    /// The tense of its clause.
    pub tense: Tense,
    /// The date with which it shares its year: `from May to July 1942`.
    pub shared: Option<When>,
}

/// The tense of a clause, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// What happened.
    Past,
    /// What is to come.
    Future,
    /// What was to come when it was said: `would`. In news it mostly still is.
    Planned,
    /// It cannot be told.
    Unknown,
}

/// The thread.
#[derive(Debug, Clone, Copy)]
pub struct Thread {
    written: Option<When>,
    manner: Manner,
    told: Option<When>,
    /// The last day or month told, for what is reckoned in days and months.
    fine: Option<When>,
    /// The block and the sentence in which it was told.
    told_in: usize,
    told_at: usize,
    /// Whether a heading told it, for all that stands below.
    is_headed: bool,
    /// How many dates of old days were told since the last one of these days.
    n_old: u32,
    /// The last date of any kind, and the sentence in which it stands.
    said: Option<(When, usize)>,
    /// The block of the last date that was told from the day of writing.
    deictic_in: usize,
    /// The last year alone, likewise, if the sentence tells of it: not `since 1925`.
    year_said: Option<(When, usize)>,
    /// The last section that a year heads.
    section: Option<Section>,
}

/// The sentence before begins within so many bytes.
const NEAR: usize = 250;

/// Farther below a year alone than this, a month is hardly of it, in bytes.
const FAR: usize = 3000;

/// A month that was at most so many months ago is one of these days, whatever old days were told;
/// and one that was at most so many if they were told by a single date.
const N_RECENT: (i8, i8) = (2, 5);

/// Farther than this from the thread, a year is a remark and no new thread, in days.
const LEAP: i32 = 15 * 366;

impl Thread {
    /// The thread of an article that was written then.
    pub fn new(written: Option<When>, manner: Manner) -> Self {
        Self {
            written,
            manner,
            told: None,
            fine: None,
            told_in: usize::MAX,
            told_at: 0,
            is_headed: false,
            n_old: 0,
            said: None,
            deictic_in: usize::MAX,
            year_said: None,
            section: None,
        }
    }

    /// The date of a phrase, and how it was obtained; the thread goes on from there.
    pub fn date(&mut self, phrase: &Phrase, place: Place) -> Option<(When, Basis)> {
        let (when, basis) = self.reckon(phrase.point, place)?;
        let (when, basis) = match phrase.offset {
            Some(offset) => (offset.from(when)?, Basis::Relative),
            None => (when, basis),
        };
        let leads = self.leads(phrase, place, when);
        if leads {
            self.lead(when, place);
        }
        self.count_old(phrase, when, leads);
        if phrase.form == Form::Deictic && !place.is_aside {
            self.deictic_in = place.block_at;
        }
        if phrase.form != Form::Named {
            self.said = Some((when, place.sentence_at));
            if phrase.form == Form::Year && !phrase.is_bound && !place.is_aside {
                self.year_said = self.said;
            }
        }
        let when = phrase.part.map_or(when, |part| when.narrowed(part));
        Some((if phrase.is_about { when.about() } else { when }, basis))
    }

    fn lead(&mut self, when: When, place: Place) {
        // Of some days it is the last one from which the telling goes on.
        let told = match when.last {
            Some(last) if when.precision == Precision::Interval => When::of_day(last),
            _ => when,
        };
        self.told = Some(told);
        self.told_in = place.block_at;
        self.told_at = place.sentence_at;
        self.is_headed = place.is_above;
        self.lead_section(told, place);
        if told.precision <= Precision::Month {
            self.fine = Some(told);
        }
    }

    fn count_old(&mut self, phrase: &Phrase, when: When, leads: bool) {
        if phrase.form == Form::Deictic || phrase.form == Form::Weekday || !self.is_old(when) {
            self.n_old = 0;
        } else if leads {
            self.n_old += 1;
        }
    }

    /// Whether what comes next may be told by this date.
    fn leads(&self, phrase: &Phrase, place: Place, when: When) -> bool {
        let days = when.first.zip(when.last).map_or(i32::MAX, |(first, last)| last.0 - first.0);
        let looks_away = match phrase.point {
            Point::Shift(_, by, from) => by < 0 || from != From::Told,
            Point::Unit(_, side)
            | Point::Month(_, Year::Side(side))
            | Point::Season(_, Year::Side(side)) => {
                side.step() < 0 || (side.is_deictic() && self.manner == Manner::History)
            }
            _ => phrase.is_bound,
        };
        // Inside a paragraph the telling goes forward: a year before it is a look back, and one
        // far from it a remark.
        let is_remark = phrase.form == Form::Year
            && self.told_in == place.block_at
            && self.told.is_some_and(|told| {
                let ahead = when.middle().0 - told.middle().0;
                when.last < told.first || ahead.abs() > LEAP
            });
        let is_plan = self.is_plan(place) && self.manner == Manner::History;
        days <= 366 && !place.is_aside && !looks_away && !is_remark && !is_plan
    }
}
