//! What the words of a date say, before it is known which year or day they mean.

use super::calendar::Feast;
use super::offset::Offset;
use crate::document::{Part, When};
use std::ops::Range;

/// The words of a date and what they say.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// The words, in bytes of the block.
    pub range: Range<usize>,
    /// When, as far as the words say it.
    pub point: Point,
    /// How far from there, if it is told by a distance.
    pub offset: Option<Offset>,
    /// The part of it that is meant.
    pub part: Option<Part>,
    /// What stands between the two ends of a range: the dash in `1914–1918`.
    pub joint: Option<Range<usize>>,
    /// Whether the words look away from the thread: `since 1979`, `until 2001`.
    pub is_bound: bool,
    /// Whether it is only about then.
    pub is_about: bool,
    /// The rule that found it.
    pub form: Form,
}

/// When, as far as words say it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Point {
    /// Said in full.
    Fixed(When),
    /// A month, of which year `year` says.
    Month(i8, Year),
    /// From one day of a month to another, which are mostly one.
    Days {
        /// The month.
        month: i8,
        /// The first day.
        first: i8,
        /// The last day.
        last: i8,
        /// Of which year.
        year: Year,
    },
    /// A season by its EDTF code.
    Season(i8, Year),
    /// A quarter of a year.
    Quarter(i8, Year),
    /// A feast.
    Feast(Feast, Year),
    /// `the twenties`: a decade of which the century is to be told.
    Tens(i16),
    /// `the 6th`.
    DayOfMonth(i8),
    /// A weekday, 1 for Monday.
    Weekday(i8, Option<Side>),
    /// `last year`, `the following month`, `that day`.
    Unit(Unit, Side),
    /// `ten years ago`, `two months later`.
    Shift(Unit, i16, From),
}

/// Of which year a month or a season is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    /// It is not said.
    Open,
    /// `last March`, `that December`.
    Side(Side),
    /// `March of the following year`.
    Of(Side),
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// From Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// Where a unit lies, seen from the writer or from what was told last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// `last`, from the writer.
    Last,
    /// `past`: as a span that ends now.
    Past,
    /// `next`, from the writer.
    Next,
    /// `coming`.
    Coming,
    /// `this`.
    This,
    /// `current`.
    Current,
    /// `that`, from what was told.
    That,
    /// `the same`.
    Same,
    /// `the following`.
    Following,
    /// `the previous`.
    Previous,
}

impl Side {
    /// Whether it is seen from the day of writing, and not from what was told.
    pub fn is_deictic(self) -> bool {
        use Side::{Coming, Current, Last, Next, Past, This};
        matches!(self, Last | Past | Next | Coming | This | Current)
    }

    /// −1 for the unit before, 0 for the same one, 1 for the one after.
    pub fn step(self) -> i16 {
        match self {
            Self::Last | Self::Past | Self::Previous => -1,
            Self::This | Self::Current | Self::That | Self::Same => 0,
            Self::Next | Self::Coming | Self::Following => 1,
        }
    }
}

/// From where a distance is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The day of writing.
    Written,
    /// The date that was told last.
    Told,
    /// Whichever of the two the text is about: `a year earlier`.
    Either,
    /// The day of writing, to the day: `ten years ago today`.
    Today,
}

/// The form of a date: the rule that found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `1949-12-16`, `24/02/2022`.
    Figures,
    /// `16 December 1949`, `December 16, 1949`.
    Day,
    /// `3–7 June 1967`.
    Days,
    /// `December 1949`.
    Month,
    /// `spring of 1968`.
    Season,
    /// `the third quarter of 2020`.
    Quarter,
    /// `1968`, where a year is expected.
    Year,
    /// `1914–1918`.
    Years,
    /// `146 BC`.
    Era,
    /// `1950s`.
    Decade,
    /// `19th century`.
    Century,
    /// `Christmas 1914`.
    Feast,
    /// `in March`, `on 16 December`: the year is to be told.
    Yearless,
    /// `the 6th`.
    DayOfMonth,
    /// `on Tuesday`.
    Weekday,
    /// `the Cold War`: an era, and no date.
    Named,
    /// `last year`, `yesterday`, `ten years ago`.
    Deictic,
    /// `two months later`, `the following spring`, `that December`.
    Anaphoric,
}

impl Form {
    /// The name of the rule.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Figures => "date-figures",
            Self::Day => "date-day",
            Self::Days => "date-days",
            Self::Month => "date-month",
            Self::Season => "date-season",
            Self::Quarter => "date-quarter",
            Self::Year => "date-year",
            Self::Years => "date-years",
            Self::Era => "date-era",
            Self::Decade => "date-decade",
            Self::Century => "date-century",
            Self::Feast => "date-feast",
            Self::Named => "era-named",
            Self::Yearless => "date-yearless",
            Self::DayOfMonth => "date-day-of-month",
            Self::Weekday => "date-weekday",
            Self::Deictic => "date-from-writing",
            Self::Anaphoric => "date-from-told",
        }
    }

    /// How sure the form alone makes it that this is a date, and this one.
    pub fn confidence(self) -> f32 {
        match self {
            Self::Figures | Self::Day | Self::Days => 0.98,
            Self::Month | Self::Era | Self::Century | Self::Feast => 0.95,
            Self::Season | Self::Decade | Self::Quarter | Self::Named => 0.9,
            Self::Year | Self::Years | Self::Deictic => 0.85,
            Self::Yearless | Self::Weekday => 0.75,
            Self::Anaphoric | Self::DayOfMonth => 0.7,
        }
    }
}
