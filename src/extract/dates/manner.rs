//! The manner in which an article tells its dates: as news or as history.

use super::phrase::{Form, From, Phrase, Point};
use crate::document::When;

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
    pub fn of<'a>(written: Option<When>, phrases: impl Iterator<Item = &'a Phrase>) -> Self {
        let Some(written) = written.and_then(|written| written.first) else { return Self::History };
        let (mut n_stated, mut n_old, mut n_deictic) = (0_usize, 0_usize, 0_usize);
        for phrase in phrases {
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
