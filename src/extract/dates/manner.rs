//! The manner in which an article tells its dates: as news or as history.

use super::candidate::EventCandidate;
use super::phrase::{Form, From, Point, Unit};
use crate::document::{Day, Precision, When};

/// News says in its first lines that it is of the day, in bytes.
const OPENING: usize = 1200;
/// So many days from the day of writing a date is of these days.
const THESE_DAYS: i32 = 3;

/// How an article tells its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// From the day of writing.
    News,
    /// Along its own thread.
    History,
}

impl Manner {
    /// The manner of an article: news if it has a day of writing, and the dates that it gives in
    /// full are few or lie around that day.
    pub fn of(written: Option<When>, candidates: &[EventCandidate]) -> Self {
        let Some(written) = written.and_then(|written| written.first) else { return Self::History };
        let mut opening = candidates.iter().take_while(|date| date.mention.start() < OPENING);
        if opening.any(|date| !date.place.is_aside && is_of_the_day(written, date.phrase.point)) {
            return Self::News;
        }
        let (mut n_stated, mut n_old, mut n_deictic) = (0_usize, 0_usize, 0_usize);
        for phrase in candidates.iter().map(|candidate| &candidate.phrase) {
            match phrase.point {
                Point::Fixed(When { first: Some(first), .. }) if phrase.form != Form::Named => {
                    n_stated += 1;
                    n_old += usize::from(written.0 - first.0 > 2 * 366);
                }
                Point::Weekday(..) | Point::Shift(_, _, From::Written) => n_deictic += 1,
                Point::Unit(_, side) if side.is_deictic() => n_deictic += 1,
                _ => {}
            }
        }
        let is_history = n_stated >= 3 && n_stated > 2 * n_deictic && 2 * n_old > n_stated;
        if is_history { Self::History } else { Self::News }
    }
}

/// `On Tuesday`, `yesterday`, or the day itself.
fn is_of_the_day(written: Day, point: Point) -> bool {
    match point {
        Point::Weekday(_, None) => true,
        Point::Shift(Unit::Day, by, From::Written) => by != 0,
        Point::Fixed(When { first: Some(first), precision: Precision::Day, .. }) => {
            (written.0 - first.0).abs() <= THESE_DAYS
        }
        _ => false,
    }
}
