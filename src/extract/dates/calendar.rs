//! The words of the calendar: months, seasons, eras, ordinals, and parts of a period.

use crate::document::{Precision, When};

/// The number of a month by its name or usual abbreviation, capitalised as a name is.
pub fn month(word: &str) -> Option<i8> {
    let stem = word.strip_suffix('.').unwrap_or(word);
    // `may`, `march` and `august` in small letters are a verb, a verb and an adjective.
    if !stem.starts_with(|c: char| c.is_ascii_uppercase()) || stem.len() < 3 {
        return None;
    }
    let lower = stem.to_ascii_lowercase();
    // A full stop after a whole name ends a sentence.
    let n_skipped = usize::from(stem.len() < word.len());
    let is_named = |names: &[&str]| names[n_skipped..].contains(&lower.as_str());
    let index = MONTHS.iter().position(|names| is_named(names))?;
    Some(index as i8 + 1)
}

/// The whole name first.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sept", "sep"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// The EDTF code of a season, 21 for spring to 24 for winter.
pub fn season(word: &str) -> Option<i8> {
    match word.to_ascii_lowercase().as_str() {
        "spring" => Some(21),
        "summer" => Some(22),
        "autumn" | "fall" => Some(23),
        "winter" => Some(24),
        _ => None,
    }
}

/// A counting of years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Era {
    /// BC, BCE.
    Before,
    /// AD, CE.
    Common,
}

impl Era {
    /// The era by its sign, with or without full stops.
    pub fn of(word: &str) -> Option<Self> {
        match word {
            "BC" | "BCE" | "B.C." | "B.C.E." => Some(Self::Before),
            "AD" | "CE" | "A.D." | "C.E." => Some(Self::Common),
            _ => None,
        }
    }

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

/// The number of an ordinal in words, up to the twenty-first.
pub fn ordinal(word: &str) -> Option<i16> {
    let lower = word.to_ascii_lowercase();
    let index = ORDINALS.iter().position(|ordinal| *ordinal == lower)?;
    Some(index as i16 + 1)
}

const ORDINALS: [&str; 21] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
];

/// A part of a year, a month, a decade or a century.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The first third or so.
    Early,
    /// Mid.
    Middle,
    /// The last third or so.
    Late,
}

impl Part {
    /// The part by its word.
    pub fn of(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "early" => Some(Self::Early),
            "mid" => Some(Self::Middle),
            "late" => Some(Self::Late),
            _ => None,
        }
    }

    /// The days of this part of `when`, about; of a season or a day, all of it.
    pub fn narrow(self, when: When) -> Option<When> {
        let (year, month, _) = when.first?.date();
        let years = |from: i16, to: i16| {
            When::interval(When::year(year + from)?.first, When::year(year + to)?.last)
        };
        let [early, middle, late] = match when.precision {
            Precision::Century => [(0, 33), (34, 66), (67, 99)].map(|(from, to)| years(from, to)),
            Precision::Decade => [(0, 3), (4, 6), (7, 9)].map(|(from, to)| years(from, to)),
            Precision::Year => [(1, 4), (5, 8), (9, 12)].map(|(from, to)| {
                When::interval(When::month(year, from)?.first, When::month(year, to)?.last)
            }),
            Precision::Month => {
                let day = |day| When::day(year, month, day);
                [
                    When::interval(when.first, day(10)?.last),
                    When::interval(day(11)?.first, day(20)?.last),
                    When::interval(day(21)?.first, when.last),
                ]
            }
            Precision::Day | Precision::Season | Precision::Interval => [Some(when); 3],
        };
        let part = match self {
            Self::Early => early,
            Self::Middle => middle,
            Self::Late => late,
        };
        part.map(When::about)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(part: &str, of: &str, expected: &str) {
        let when = Part::of(part).unwrap().narrow(When::parse(of).unwrap()).unwrap();
        assert_eq!(when.edtf(), expected);
    }

    #[test]
    fn a_part_narrows_a_period_to_its_third() {
        check("late", "195X", "1957~/1959~");
        check("mid", "18XX", "1834~/1866~");
        check("early", "1942", "1942-01~/1942-04~");
        check("late", "1949-02", "1949-02-21~/1949-02-28~");
        check("late", "-04XX", "-0432~/-0400~");
    }

    #[test]
    fn months_are_names_and_not_verbs() {
        assert_eq!([month("May"), month("Sept."), month("DEC")], [Some(5), Some(9), Some(12)]);
        assert_eq!([month("may"), month("march"), month("Ma"), month("Junes")], [None; 4]);
    }
}
