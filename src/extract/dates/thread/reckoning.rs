//! From the words of a date and the date that it is told from, when it was.

use super::{Place, Tense, Thread};
use crate::document::{Basis, Precision, When};
use crate::extract::dates::manner::Manner;
use crate::extract::dates::phrase::{From, Point, Side, Unit, Year};
use crate::extract::dates::reckon::{
    about_month, day_of, feast_beside, month_beside, nearest_month, season_beside, shifted,
    unit_beside, weekday_beside,
};
use std::cmp::Ordering;

impl Thread {
    pub(super) fn reckon(&self, point: Point, place: Place) -> Option<(When, Basis)> {
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
                let (_, month, _) = feast.day(2000)?.first?.date();
                let when = nearest_month(self.base(month, place)?, month);
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

    fn year_of(&self, month: i8, place: Place) -> Option<i16> {
        let base = self.base(month, place)?;
        let (year, base_month, _) = base.first?.date();
        if !self.is_told_from_writing(month, place) || base.precision > Precision::Month {
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
        let middle = if code == 24 { 1 } else { (code - 20) * 3 + 1 };
        let base = self.base(middle, place)?;
        let (year, month, _) = base.first?.date();
        if base.precision > Precision::Season {
            return When::season(year, code);
        }
        if self.is_told_from_writing(middle, place) {
            let step = if self.is_plan(place) { Side::Next } else { Side::Last };
            let is_now = (code - 20) * 3 <= month && month <= (code - 20) * 3 + 2;
            return season_beside(base, code, if is_now { Side::This } else { step });
        }
        let year = nearest_month(base, middle)?;
        When::season(if code == 24 { year - 1 } else { year }, code)
    }

    fn quarter(&self, quarter: i8, place: Place) -> Option<When> {
        let base = self.base(quarter * 3 - 1, place)?;
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
