//! The date from which another one is told: the day of writing, or what was told last.

use super::{FAR, N_RECENT, NEAR, Place, Tense, Thread};
use crate::document::{Precision, When};
use crate::extract::dates::manner::Manner;
use crate::extract::dates::phrase::{From, Side, Unit};
use crate::extract::dates::reckon::unit_beside;

impl Thread {
    /// The date from which `last`, `this` and `that` are seen.
    pub(super) fn seen_from(&self, side: Side, place: Place) -> Option<When> {
        // In history, whoever is quoted speaks of his own day.
        let is_quoted = place.is_aside && self.manner == Manner::History;
        match side.is_deictic() && !is_quoted {
            true => self.written,
            false => self.said_or_told(place).or(self.written),
        }
    }

    /// The date before in the same sentence, else what was told.
    pub(super) fn said_or_told(&self, place: Place) -> Option<When> {
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
        said.map(|said| said.0).or_else(|| self.telling(place))
    }

    pub(super) fn year_beside(&self, side: Side, place: Place) -> Option<i16> {
        let when = unit_beside(self.seen_from(side, place)?, Unit::Year, side)?;
        when.first.map(|day| day.date().0)
    }

    /// The date itself, or the last day or month told of it, if the unit asks for one.
    pub(super) fn fine_enough(&self, base: When, unit: Unit) -> When {
        let is_fine_unit = matches!(unit, Unit::Day | Unit::Week | Unit::Month);
        let is_of = |fine: &When| base.first <= fine.first && fine.last <= base.last;
        match self.fine.filter(is_of) {
            Some(fine) if is_fine_unit && base.precision > Precision::Month => fine,
            _ => base,
        }
    }

    pub(super) fn counted_from(&self, from: From, unit: Unit, place: Place) -> Option<When> {
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

    /// The date by which a month without a year is told, or what lies about it.
    pub(super) fn base(&self, month: i8, place: Place) -> Option<When> {
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
            Manner::History if !is_plan => {
                self.telling(place).filter(|_| !self.is_far(place)).or(self.written)
            }
            // News go back to a day or a month for the length of a paragraph.
            Manner::News if self.is_telling(place) && !is_plan => self.told,
            Manner::News if self.is_in_old_story(month, place) => self.told,
            _ => self.written.or(self.told),
        }
    }

    /// Whether the clause tells of what is still to come.
    pub(super) fn is_plan(&self, place: Place) -> bool {
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
        let is_old = |told: When| told.precision <= Precision::Month && self.is_old(told);
        self.told_in == place.block_at && self.told.is_some_and(is_old)
    }

    /// Whether it was more than a year before the day of writing.
    pub(super) fn is_old(&self, when: When) -> bool {
        self.written.is_some_and(|written| written.middle().0 - when.middle().0 > 366)
    }

    /// Whether a paragraph goes on from the old days of which those before have told, with a month
    /// that would hardly be said of these days.
    fn is_in_old_story(&self, month: i8, place: Place) -> bool {
        let written = self.written.and_then(|written| written.first).map(|day| day.date().1);
        let n_ago = written.map_or(0, |now| (now - month).rem_euclid(12));
        let n_recent = if self.n_old > 1 { N_RECENT.0 } else { N_RECENT.1 };
        place.tense == Tense::Past
            && !place.is_aside
            && self.n_old > 0
            && n_ago > n_recent
            && place.block_at > self.told_in
            && place.sentence_at == place.block_at
    }

    /// Whether a year was told too far above to be the one of a month.
    fn is_far(&self, place: Place) -> bool {
        self.written.is_none()
            && !self.is_headed
            && self.section_at(place).is_none()
            && self.told.is_some_and(|told| told.precision >= Precision::Year)
            && place.block_at.saturating_sub(self.told_in) > FAR
    }

    /// Whether a date without a year is told by the day of writing.
    pub(super) fn is_told_from_writing(&self, month: i8, place: Place) -> bool {
        place.shared.is_none() && self.written.is_some() && self.base(month, place) == self.written
    }
}
