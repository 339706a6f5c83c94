//! Dates in words: whole, in few columns, and as the tick of an axis.

use super::{Day, Precision, When, bound_precision, bounds_precision};

/// The months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SEASONS: [&str; 4] = ["spring", "summer", "autumn", "winter"];

impl When {
    /// The date in words, whole: `December 1949`, `about 1921`, `19th century`.
    pub fn words(&self) -> String {
        let words = self.whole().bare_words(MONTHS);
        match self.part_prefix() {
            Some(part) => format!("{part}{words}"),
            None if self.approximate => format!("about {words}"),
            None => words,
        }
    }

    /// The date in few columns: `Dec 1949`, `c. 1921`, `19th c.`.
    pub fn short_words(&self) -> String {
        let words = self.whole().bare_words(SHORT_MONTHS).replace("century", "c.");
        match self.part_prefix() {
            Some(part) => format!("{part}{words}"),
            None if self.approximate => format!("c. {words}"),
            None => words,
        }
    }

    /// The year alone, for a tick of an axis: `1949`, `1950s`, `19th c.`.
    pub fn tick(&self) -> String {
        match (self.precision, self.first) {
            (Precision::Decade | Precision::Century, _) => {
                self.whole().bare_words(SHORT_MONTHS).replace("century", "c.")
            }
            (_, Some(first)) => year_words(first.year()),
            (_, None) => self.last.map_or_else(String::new, |day| year_words(day.year())),
        }
    }

    fn bare_words(&self, months: [&str; 12]) -> String {
        let Some(first) = self.first else {
            return self.last.map_or_else(String::new, |last| {
                format!("until {}", day_words(last, Precision::Day, months))
            });
        };
        let Some(last) = self.last else {
            return format!("since {}", day_words(first, bound_precision(first, true), months));
        };
        match self.precision {
            Precision::Interval => interval_words(first, last, months),
            precision => day_words(first, precision, months),
        }
    }
}

fn year_words(year: i16) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i32::from(year)) }
}

fn day_words(first: Day, precision: Precision, months: [&str; 12]) -> String {
    let (year, month, day) = first.date();
    let month_name = months[month as usize - 1];
    match precision {
        Precision::Day | Precision::Interval => format!("{day} {month_name} {}", year_words(year)),
        Precision::Month => format!("{month_name} {}", year_words(year)),
        Precision::Season => {
            format!("{} {}", SEASONS[(month / 3 - 1) as usize], year_words(year))
        }
        Precision::Year => year_words(year),
        Precision::Decade => {
            let (year, era) = if year < 0 { (-(year + 9), " BC") } else { (year, "") };
            format!("{year}s{era}")
        }
        Precision::Century => {
            let (century, era) =
                if year < 0 { (-(year + 99) / 100 + 1, " BC") } else { (year / 100 + 1, "") };
            format!("{century}{} century{era}", ordinal_suffix(century))
        }
    }
}

fn interval_words(first: Day, last: Day, months: [&str; 12]) -> String {
    let precision = bounds_precision(Some(first), Some(last));
    let ends = [first, last].map(|day| day_words(day, precision, months));
    if ends[0] == ends[1] {
        return ends[0].clone();
    }
    let ((first_year, first_month, day), (last_year, last_month, _)) = (first.date(), last.date());
    if precision == Precision::Day && (first_year, first_month) == (last_year, last_month) {
        return format!("{day}–{}", ends[1]);
    }
    // The year is said once: December 1949 – February 1950, but March–June 1917.
    let year = format!(" {}", year_words(first_year));
    if precision != Precision::Year && first_year == last_year {
        return format!("{}–{}", ends[0].trim_end_matches(&year), ends[1]);
    }
    format!("{}–{}", ends[0], ends[1])
}

fn ordinal_suffix(number: i16) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}
