//! Cells that only the other cells of their column make dates: `14–37` below `27 BC – AD 14`, and
//! `9/11/2001`, whose order another cell may tell.

use super::phrase::{Form, Phrase, Point};
use crate::document::When;

/// What the cells of a column say of each other.
#[derive(Debug, Clone, Copy, Default)]
pub struct Beside {
    /// Whether a year with its era is among them.
    has_era: bool,
    /// Whether a day stands before its month in one of them, and whether behind it.
    has_day_first: bool,
    has_month_first: bool,
}

impl Beside {
    /// Takes note of a cell, and of the date that it is by itself.
    pub fn add(&mut self, cell: &str, date: Option<&Phrase>) {
        self.has_era |= date.is_some_and(|date| date.form == Form::Era);
        if let Some((a, b, _)) = slashed(cell) {
            self.has_day_first |= a > 12;
            self.has_month_first |= b > 12;
        }
    }

    /// The date of a cell that is none by itself.
    pub fn date(self, cell: &str) -> Option<Phrase> {
        let when = match slashed(cell) {
            Some((a, b, year)) => match (self.has_day_first, self.has_month_first) {
                (true, false) => When::day(year, b, a),
                (false, true) => When::day(year, a, b),
                // The year is sure.
                _ => When::year(year),
            },
            None => years(cell).filter(|_| self.has_era),
        };
        let form = if cell.contains('/') { Form::Figures } else { Form::Era };
        Some(Phrase {
            range: 0..cell.len(),
            point: Point::Fixed(when?),
            offset: None,
            part: None,
            joint: None,
            is_bound: false,
            is_about: false,
            form,
        })
    }
}

/// `14–37`, `476`: years of the common era.
fn years(cell: &str) -> Option<When> {
    let year = |words: &str| words.trim().parse().ok().filter(|year| (1..2100).contains(year));
    match cell.split_once(['–', '—', '-']) {
        Some((first, last)) => {
            let (first, last) = (year(first)?, year(last)?);
            let when = When::interval(When::year(first)?.first, When::year(last)?.last);
            when.filter(|_| first < last)
        }
        None => When::year(year(cell)?),
    }
}

/// The two numbers before the year of `9/11/2001`.
fn slashed(cell: &str) -> Option<(i8, i8, i16)> {
    let mut parts = cell.trim().split('/');
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    let (a, b) = (a.parse().ok()?, b.parse().ok()?);
    let is_date = parts.next().is_none() && year.len() == 4 && (1..=31).contains(&a);
    let is_date = is_date && (1..=31).contains(&b) && (a <= 12 || b <= 12);
    is_date.then(|| Some((a, b, year.parse().ok()?)))?
}
