//! The thread of dates: what an article told last, by which the next relative date is reckoned.
//!
//! In: phrases in the order of the text, each with where it stands. Out: dates. History is told
//! along a thread (`in March` is the March nearest to what was told last); news is told from the
//! day of writing (`in March` is the last one, or the next). An article says by its dates which
//! of the two it is.

use super::manner::Manner;
use super::phrase::{Form, From, Phrase, Point, Side, Unit, Year};
use super::reckon::{
    about_month, day_of, feast_beside, month_beside, nearest_month, season_beside, shifted,
    unit_beside, weekday_beside,
};
use crate::document::{Basis, Precision, When};
use std::cmp::Ordering;

/// Where a phrase stands, as far as its date depends on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// The start of its block.
    pub block_at: usize,
    /// The start of its sentence.
    pub sentence_at: usize,
    /// Whether it stands between brackets or quotation marks: beside the thread.
    pub is_aside: bool,
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
    /// The last date of any kind, and the sentence in which it stands.
    said: Option<(When, usize)>,
    /// The block of the last date that was told from the day of writing.
    deictic_in: usize,
    /// The last year alone, likewise, if the sentence tells of it: not `since 1925`.
    year_said: Option<(When, usize)>,
}

/// The sentence before begins within so many bytes.
const NEAR: usize = 250;

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
            said: None,
            deictic_in: usize::MAX,
            year_said: None,
        }
    }

    /// The date of a phrase, and how it was obtained; the thread goes on from there.
    pub fn date(&mut self, phrase: &Phrase, place: Place) -> Option<(When, Basis)> {
        let (when, basis) = self.reckon(phrase.point, place)?;
        if self.leads(phrase, place, when) {
            self.lead(when, place);
        }
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
        if told.precision <= Precision::Month {
            self.fine = Some(told);
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

    fn reckon(&self, point: Point, place: Place) -> Option<(When, Basis)> {
        let completed = |when: Option<When>| Some((when?, Basis::Completed));
        let relative = |when: Option<When>| Some((when?, Basis::Relative));
        match point {
            Point::Fixed(when) => Some((when, Basis::Stated)),
            Point::Month(month, Year::Open) => {
                completed(self.year_of(month, place).and_then(|year| When::month(year, month)))
            }
            Point::Days { month, first, last, year: Year::Open } => completed(
                self.year_of(month, place).and_then(|year| days(year, month, first, last)),
            ),
            Point::Days { month, first, last, year: Year::Side(side) } => {
                let (year, ..) =
                    month_beside(self.seen_from(side, place)?, month, side)?.first?.date();
                relative(days(year, month, first, last))
            }
            Point::Days { month, first, last, year: Year::Of(side) } => {
                relative(days(self.year_beside(side, place)?, month, first, last))
            }
            Point::Season(code, Year::Open) => completed(self.season(code, place)),
            Point::Quarter(quarter, Year::Open) => completed(self.quarter(quarter, place)),
            Point::Feast(feast, Year::Open) => {
                let base = self.base(place)?;
                let when = nearest_month(base, feast.day(2000)?.first?.date().1);
                completed(when.and_then(|year| feast.day(year)))
            }
            Point::Month(month, Year::Side(side)) => {
                relative(month_beside(self.seen_from(side, place)?, month, side))
            }
            Point::Season(code, Year::Side(side)) => {
                relative(season_beside(self.seen_from(side, place)?, code, side))
            }
            Point::Feast(feast, Year::Side(side) | Year::Of(side)) => {
                relative(feast_beside(self.seen_from(side, place)?, feast, side))
            }
            Point::Month(month, Year::Of(side)) => {
                relative(When::month(self.year_beside(side, place)?, month))
            }
            Point::Season(code, Year::Of(side)) => {
                relative(When::season(self.year_beside(side, place)?, code))
            }
            Point::Quarter(quarter, Year::Of(side) | Year::Side(side)) => {
                relative(When::quarter(self.year_beside(side, place)?, quarter))
            }
            Point::Tens(tens) => completed(self.tens(tens)),
            Point::DayOfMonth(day) => completed(self.day_of_month(day, place)),
            Point::Weekday(day, side) => relative(self.weekday(day, side, place)),
            Point::Unit(unit, side) => relative(unit_beside(
                self.fine_enough(self.seen_from(side, place)?, unit),
                unit,
                side,
            )),
            Point::Shift(Unit::Year, by, From::Today) => {
                let (year, month, day) = day_of(self.written?)?.date();
                relative(When::day(year + by, month, day))
            }
            Point::Shift(unit, by, from) => {
                let base = self.counted_from(from, unit, place)?;
                let base = self.fine_enough(base, unit);
                relative(shifted(base, unit, by).or_else(|| about_month(base, unit, by)))
            }
        }
    }

    /// The date from which `last`, `this` and `that` are seen.
    fn seen_from(&self, side: Side, place: Place) -> Option<When> {
        // In history, whoever is quoted speaks of his own day.
        let is_quoted = place.is_aside && self.manner == Manner::History;
        match side.is_deictic() && !is_quoted {
            true => self.written,
            false => self.said_or_told(place).or(self.written),
        }
    }

    /// The date before in the same sentence, else what was told.
    fn said_or_told(&self, place: Place) -> Option<When> {
        let is_here = |said: &(When, usize)| {
            said.1 == place.sentence_at && said.0.precision <= Precision::Year
        };
        // `In 2008 it was found. Two years later …`: a year alone may be no thread of its own.
        let is_just_before = |said: &(When, usize)| {
            Some(*said) == self.said
                && said.1 < place.sentence_at
                && place.sentence_at - said.1 < NEAR
        };
        let said = self.said.filter(is_here).or(self.year_said.filter(is_just_before));
        said.map(|said| said.0).or(self.told)
    }

    fn year_beside(&self, side: Side, place: Place) -> Option<i16> {
        let when = unit_beside(self.seen_from(side, place)?, Unit::Year, side)?;
        when.first.map(|day| day.date().0)
    }

    /// The date itself, or the last day or month told, if the unit asks for one and it is near.
    fn fine_enough(&self, base: When, unit: Unit) -> When {
        let is_fine_unit = matches!(unit, Unit::Day | Unit::Week | Unit::Month);
        let near = |fine: &When| (fine.middle().0 - base.middle().0).abs() <= 366;
        match self.fine.filter(near) {
            Some(fine) if is_fine_unit && base.precision > Precision::Month => fine,
            _ => base,
        }
    }

    fn counted_from(&self, from: From, unit: Unit, place: Place) -> Option<When> {
        let is_said = self
            .said
            .is_some_and(|said| said.1 == place.sentence_at && said.0.precision <= Precision::Year);
        match (from, self.manner) {
            (From::Either, _) if is_said => self.said.map(|said| said.0),
            (From::Written | From::Today, _) => self.written,
            (From::Told, _) if self.is_day_before(unit, place) => self.told,
            // `Two years later` of nothing that was told is no date; it is never seen from the day
            // of writing, which lies behind what is told.
            (From::Told, _) => self.said_or_told(place),
            (From::Either, Manner::History) => self.said_or_told(place).or(self.written),
            (From::Either, Manner::News) if self.is_telling(place) => self.said_or_told(place),
            (From::Either, Manner::News) => self.written.or(self.told),
        }
    }

    /// Whether days are counted from the day or month that the sentence before has told beside a
    /// year: `They met on 4 March 2019, as in 1950. Two days later …`.
    fn is_day_before(&self, unit: Unit, place: Place) -> bool {
        let is_fine = |told: When| told.precision <= Precision::Month;
        matches!(unit, Unit::Day | Unit::Week | Unit::Month)
            && self.told.is_some_and(is_fine)
            && self.said.is_some_and(|said| {
                said.1 == self.told_at
                    && said.1 < place.sentence_at
                    && said.0.precision == Precision::Year
            })
    }

    /// The date by which a month or a day without a year is told.
    fn base(&self, place: Place) -> Option<When> {
        let is_plan = self.is_plan(place) && self.written.is_some();
        match self.manner {
            _ if place.shared.is_some() => place.shared,
            _ if place.is_personal && self.told_in != place.block_at && self.written.is_some() => {
                self.written
            }
            _ if self.is_year_here(place) => self.year_said.map(|said| said.0),
            // `This year she did not wait. By July …`.
            Manner::History
                if self.deictic_in == place.block_at && self.told_in != place.block_at =>
            {
                self.written
            }
            Manner::History if !is_plan => self.told.or(self.written),
            // News go back to a day or a month for the length of a paragraph.
            Manner::News if self.is_telling(place) && !is_plan => self.told,
            _ => self.written.or(self.told),
        }
    }

    /// Whether the clause tells of what is still to come.
    fn is_plan(&self, place: Place) -> bool {
        match place.tense {
            Tense::Future => true,
            Tense::Planned => self.manner == Manner::News,
            Tense::Past | Tense::Unknown => false,
        }
    }

    /// Whether the sentence has said a year, and nothing finer was told in it: `The strike of 1971,
    /// which began on 20 January`.
    fn is_year_here(&self, place: Place) -> bool {
        self.year_said.is_some_and(|said| said.1 == place.sentence_at)
            && self.told_at < place.sentence_at
    }

    /// Whether the paragraph tells of days or months that are long over.
    fn is_telling(&self, place: Place) -> bool {
        let is_old = |told: When| {
            let written = self.written.map_or(told, |written| written);
            told.precision <= Precision::Month && written.middle().0 - told.middle().0 > 366
        };
        self.told_in == place.block_at && self.told.is_some_and(is_old)
    }

    /// Whether a date without a year is told by the day of writing.
    fn is_told_from_writing(&self, place: Place) -> bool {
        place.shared.is_none() && self.written.is_some() && self.base(place) == self.written
    }

    fn year_of(&self, month: i8, place: Place) -> Option<i16> {
        let base = self.base(place)?;
        let (year, base_month, _) = base.first?.date();
        if !self.is_told_from_writing(place) || base.precision > Precision::Month {
            return nearest_month(base, month);
        }
        Some(match (place.tense, month.cmp(&base_month)) {
            (Tense::Past, Ordering::Greater) => year - 1,
            (Tense::Future | Tense::Planned, Ordering::Less) => year + 1,
            (Tense::Unknown, Ordering::Greater) if month - base_month >= 6 => year - 1,
            (Tense::Unknown, Ordering::Less) if base_month - month > 6 => year + 1,
            _ => year,
        })
    }

    fn season(&self, code: i8, place: Place) -> Option<When> {
        let base = self.base(place)?;
        let (year, month, _) = base.first?.date();
        if base.precision > Precision::Season {
            return When::season(year, code);
        }
        if self.is_told_from_writing(place) {
            let step = if self.is_plan(place) { Side::Next } else { Side::Last };
            let is_now = (code - 20) * 3 <= month && month <= (code - 20) * 3 + 2;
            return season_beside(base, code, if is_now { Side::This } else { step });
        }
        let middle = (code - 20) * 3 + 1;
        let middle = if middle > 12 { 1 } else { middle };
        let year = nearest_month(base, middle)?;
        When::season(if code == 24 { year - 1 } else { year }, code)
    }

    fn quarter(&self, quarter: i8, place: Place) -> Option<When> {
        let base = self.base(place)?;
        let (year, month, _) = base.first?.date();
        let has_begun = base.precision > Precision::Month || quarter * 3 - 2 <= month;
        When::quarter(if has_begun || self.is_plan(place) { year } else { year - 1 }, quarter)
    }

    /// The decade of the century that lies nearest to what was told; without that, of the 20th.
    fn tens(&self, tens: i16) -> Option<When> {
        let year = |when: When| when.first.map(|day| day.date().0);
        let written = self.written.and_then(year);
        let told = self.told.and_then(year).or(written);
        let century = told.map_or(1900, |told| told.div_euclid(100) * 100);
        let near = [century - 100, century, century + 100].into_iter().map(|from| from + tens);
        // Of these days nobody says `the twenties`.
        let past = near.filter(|decade| written.is_none_or(|written| *decade + 20 <= written));
        let nearest = past.min_by_key(|decade| told.map_or(0, |told| (decade + 5 - told).abs()));
        When::decade(if told.is_some() { nearest? } else { century + tens })
    }

    /// The day of the month that was told last.
    fn day_of_month(&self, day: i8, place: Place) -> Option<When> {
        let told = self.said_or_told(place).or(self.written)?;
        let base = self.fine_enough(told, Unit::Day);
        let (year, month, _) = base.first.filter(|_| base.precision <= Precision::Month)?.date();
        When::day(year, month, day)
    }

    fn weekday(&self, weekday: i8, side: Option<Side>, place: Place) -> Option<When> {
        let written = self.written.and_then(day_of);
        let told = self.told.and_then(day_of);
        let is_plan = self.is_plan(place);
        let Some(side) = side.filter(|side| *side != Side::Same) else {
            let is_here = self.told_in == place.block_at;
            let is_told = side.is_some() || self.manner == Manner::History;
            let old = told.filter(|_| is_told && !is_plan && is_here);
            return match (old, written, told) {
                // Beside a day that was told, a weekday is the next one.
                (Some(day), ..) | (None, None, Some(day)) => Some(weekday_beside(day, weekday, 1)),
                // `On Friday it will meet`, written on a Friday, is today.
                (None, Some(day), _) => {
                    let is_ahead = is_plan && day.weekday() != i32::from(weekday);
                    Some(weekday_beside(day, weekday, i16::from(is_ahead)))
                }
                (None, None, None) => None,
            };
        };
        let day = if side.is_deictic() { written } else { told.or(written) }?;
        let step = if side == Side::This { i16::from(is_plan) } else { side.step() };
        Some(weekday_beside(day, weekday, step))
    }
}

/// A day, or days, of a month.
fn days(year: i16, month: i8, first: i8, last: i8) -> Option<When> {
    let start = When::day(year, month, first)?;
    if first == last {
        return Some(start);
    }
    When::interval(start.first, When::day(year, month, last)?.last)
}
