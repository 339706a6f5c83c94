//! Early, mid and late: the part of a period that a date means.
//!
//! A part narrows the days and keeps the precision: late 1942 is the year 1942, from September
//! on, about. So its EDTF is that of the whole, and its words are told by its days.

use super::{Day, Precision, When};

/// A part of a month, a year, a decade or a century.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The first third or so.
    Early,
    /// The middle.
    Middle,
    /// The last third or so.
    Late,
}

impl Part {
    const ALL: [Self; 3] = [Self::Early, Self::Middle, Self::Late];

    /// The word before the name of the whole.
    fn prefix(self) -> &'static str {
        match self {
            Self::Early => "early ",
            Self::Middle => "mid-",
            Self::Late => "late ",
        }
    }
}

impl When {
    /// This part of the date, about; of a day, a season or an interval, all of it.
    pub fn narrowed(self, part: Part) -> Self {
        let Some(first) = self.first else { return self };
        let (year, month, _) = first.date();
        let years = |from: i16, to: i16| Some((Self::year(year + from)?, Self::year(year + to)?));
        let months = |from, to| Some((Self::month(year, from)?, Self::month(year, to)?));
        let day = |day| Self::day(year, month, day);
        let ends = match (self.precision, part) {
            (Precision::Century, Part::Early) => years(0, 33),
            (Precision::Century, Part::Middle) => years(34, 66),
            (Precision::Century, Part::Late) => years(67, 99),
            (Precision::Decade, Part::Early) => years(0, 3),
            (Precision::Decade, Part::Middle) => years(4, 6),
            (Precision::Decade, Part::Late) => years(7, 9),
            (Precision::Year, Part::Early) => months(1, 4),
            (Precision::Year, Part::Middle) => months(5, 8),
            (Precision::Year, Part::Late) => months(9, 12),
            (Precision::Month, Part::Early) => day(1).zip(day(10)),
            (Precision::Month, Part::Middle) => day(11).zip(day(20)),
            (Precision::Month, Part::Late) => day(21).zip(Some(self)),
            (Precision::Day | Precision::Season | Precision::Interval, _) => return self,
        };
        ends.map_or(self, |(from, to)| Self {
            first: from.first,
            last: to.last,
            approximate: true,
            ..self
        })
    }

    /// The part that the date is, and its name, if it is only a part of a period.
    pub fn part_prefix(&self) -> Option<&'static str> {
        let whole = self.whole();
        if (whole.first, whole.last) == (self.first, self.last) {
            return None;
        }
        let is_this = |part: &Part| {
            let narrowed = whole.narrowed(*part);
            (narrowed.first, narrowed.last) == (self.first, self.last)
        };
        Part::ALL.into_iter().find(is_this).map(Part::prefix)
    }

    /// The period of this precision of which the date is all or a part; the date itself if it is
    /// a day, a season or an interval.
    pub fn whole(&self) -> Self {
        let Some((year, month, _)) = self.first.map(Day::date) else { return *self };
        let whole = match self.precision {
            Precision::Century => Self::century(year.div_euclid(100) * 100 + turn(year, 100)),
            Precision::Decade => Self::decade(year.div_euclid(10) * 10 + turn(year, 10)),
            Precision::Year => Self::year(year),
            Precision::Month => Self::month(year, month),
            Precision::Day | Precision::Season | Precision::Interval => None,
        };
        whole.unwrap_or(*self)
    }
}

/// Centuries and decades before the year 0 begin one year later: −499 to −400.
fn turn(year: i16, span: i16) -> i16 {
    match year.rem_euclid(span) {
        0 if year < 0 => 1 - span,
        _ if year < 0 => 1,
        _ => 0,
    }
}

impl Day {
    /// 1 for Monday to 7 for Sunday.
    pub fn weekday(self) -> i32 {
        // 1 January 1970 was a Thursday.
        (self.0 + 3).rem_euclid(7) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edtf: &str, part: Part, days: &str, words: &str) {
        let when = When::parse(edtf).unwrap().narrowed(part);
        let shown = format!("{}/{}", when.first.unwrap(), when.last.unwrap());
        assert_eq!((shown.as_str(), when.words().as_str()), (days, words));
    }

    #[test]
    fn a_part_narrows_a_period_to_its_third() {
        check("195X", Part::Late, "1957-01-01/1959-12-31", "late 1950s");
        check("18XX", Part::Middle, "1834-01-01/1866-12-31", "mid-19th century");
        check("1942", Part::Early, "1942-01-01/1942-04-30", "early 1942");
        check("1949-02", Part::Late, "1949-02-21/1949-02-28", "late February 1949");
        check("-04XX", Part::Late, "-0432-01-01/-0400-12-31", "late 5th century BC");
        check("1968-21", Part::Late, "1968-03-01/1968-05-31", "spring 1968");
    }

    #[test]
    fn a_part_is_written_as_its_whole() {
        assert_eq!(When::parse("195X").unwrap().narrowed(Part::Late).edtf(), "195X~");
        assert_eq!(When::parse("-04XX").unwrap().narrowed(Part::Early).edtf(), "-04XX~");
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        assert_eq!(Day::of(2024, 6, 10).unwrap().weekday(), 1);
        assert_eq!(Day::of(1916, 4, 23).unwrap().weekday(), 7);
    }
}
