//! The calendar: countings of years, and feasts.

use crate::document::{Day, When};

/// A counting of years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Era {
    /// BC, BCE.
    Before,
    /// AD, CE.
    Common,
}

impl Era {
    /// The astronomical year of a year in this era; 1 BC is the year 0.
    pub fn year(self, year: i16) -> Option<i16> {
        match self {
            _ if year < 1 => None,
            Self::Before => Some(1 - year),
            Self::Common => Some(year),
        }
    }

    /// The century of this number in this era.
    pub fn century(self, number: i16) -> Option<When> {
        match self {
            _ if !(1..=40).contains(&number) => None,
            Self::Before => When::century(1 - number * 100),
            Self::Common => When::century((number - 1) * 100),
        }
    }
}

/// A day that returns every year under its own name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feast {
    /// 1 January.
    NewYear,
    /// Two days before Easter.
    GoodFriday,
    /// The Sunday after the first full moon of spring.
    Easter,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    MayDay,
    /// 24 December.
    ChristmasEve,
    /// 25 December.
    Christmas,
    /// 26 December.
    BoxingDay,
    /// 31 December.
    NewYearsEve,
    /// 31 October.
    Halloween,
    /// The fourth Thursday of November, as in the United States.
    Thanksgiving,
}

impl Feast {
    /// The day of the feast in a year.
    pub fn day(self, year: i16) -> Option<When> {
        match self {
            Self::NewYear => When::day(year, 1, 1),
            Self::MayDay => When::day(year, 5, 1),
            Self::Halloween => When::day(year, 10, 31),
            Self::ChristmasEve => When::day(year, 12, 24),
            Self::Christmas => When::day(year, 12, 25),
            Self::BoxingDay => When::day(year, 12, 26),
            Self::NewYearsEve => When::day(year, 12, 31),
            Self::GoodFriday => Some(When::of_day(Day(easter(year)?.first?.0 - 2))),
            Self::Easter => easter(year),
            Self::EasterMonday => Some(When::of_day(Day(easter(year)?.first?.0 + 1))),
            Self::Thanksgiving => {
                let first = Day::of(year, 11, 1)?;
                Some(When::of_day(Day(first.0 + (4 - first.weekday()).rem_euclid(7) + 21)))
            }
        }
    }
}

/// Easter Sunday of the western churches.
///
/// Source: the anonymous Gregorian computus, as in Meeus, Astronomical Algorithms, chapter 8.
fn easter(year: i16) -> Option<When> {
    let year_number = i32::from(year);
    let (golden, century, rest) = (year_number % 19, year_number / 100, year_number % 100);
    let moved = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moved + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let day = epact + weekday - 7 * late + 114;
    When::day(year, i8::try_from(day / 31).ok()?, i8::try_from(day % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_on_their_days() {
        let day = |feast: Feast, year| feast.day(year).unwrap().edtf();
        assert_eq!(day(Feast::Easter, 1916), "1916-04-23");
        assert_eq!(day(Feast::Easter, 2024), "2024-03-31");
        assert_eq!(day(Feast::GoodFriday, 2024), "2024-03-29");
        assert_eq!(day(Feast::EasterMonday, 1916), "1916-04-24");
        assert_eq!(day(Feast::Thanksgiving, 1999), "1999-11-25");
    }
}
