//! Days that are told by their distance from a date: `two days after 4 May 1947`, `the day before
//! Christmas 1950`.

use super::grammar::{Words, is_led_by_boundary, plain_phrase};
use super::lexicon::Kind;
use super::phrase::{Form, Phrase, Unit};
use super::reckon::{about_month, shifted};
use super::span::span;
use crate::document::{Day, Precision, When};

/// How far a date lies from the one that its words name, forward if `by` is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offset {
    /// In which unit it is counted.
    pub unit: Unit,
    /// How many of them.
    pub by: i16,
    /// Whether it is the day before all of what is named: `the eve of 1934`.
    pub is_eve: bool,
}

impl Offset {
    /// The offset whose words begin at `at`, and the index of the date behind it.
    fn read(words: Words<'_>, at: usize) -> Option<(Self, usize)> {
        let (number, unit, end) = match words.list[at].kind {
            Kind::The => match words.after(at + 1) {
                Kind::Eve if words.after(at + 2) == Kind::Of => {
                    let eve = Self { unit: Unit::Day, by: -1, is_eve: true };
                    return (words.after(at + 3) != Kind::Other).then_some((eve, at + 3));
                }
                Kind::Unit(unit, false) => (1, unit, at + 2),
                _ => return None,
            },
            Kind::A | Kind::Cardinal(_) | Kind::Number(_) | Kind::Half => span(words, at)?,
            _ => return None,
        };
        // `two or three days after` counts to no one day.
        let is_choice = matches!(words.kind_before(at), Kind::And | Kind::To);
        let by = match words.after(end) {
            Kind::Later if words.is(end, "after") => number,
            Kind::Earlier if words.is(end, "before") => -number,
            _ => return None,
        };
        // `New Year’s Day` is told by its second word.
        let date_at = end + 1 + usize::from(words.is(end + 1, "New"));
        let is_there = words.after(date_at) != Kind::Other && (1..=5000).contains(&number);
        (is_there && !is_choice).then_some((Self { unit, by, is_eve: false }, date_at))
    }

    /// The date that lies so far from `base`; `None` if that is told less exactly than it is counted.
    pub fn from(self, base: When) -> Option<When> {
        if self.is_eve {
            let first = base.first.filter(|_| base.precision <= Precision::Year)?;
            return Some(When::of_day(Day(first.0 - 1)));
        }
        shifted(base, self.unit, self.by).or_else(|| about_month(base, self.unit, self.by))
    }
}

/// The phrase that begins with the word at `at` by a distance, and the index behind it.
pub(super) fn phrase(words: Words<'_>, at: usize) -> Option<(Phrase, usize)> {
    let (offset, date_at) = Offset::read(words, at)?;
    let (base, end) = plain_phrase(words, date_at)?;
    let before = words.before(at);
    let is_about =
        before.is_some_and(|word| word.kind == Kind::About || words.letters(word) == "than");
    is_counted_from(&base).then(|| {
        let range = words.list[at].start..base.range.end;
        let is_bound = is_led_by_boundary(words, at);
        let is_about = is_about || base.is_about;
        (Phrase { range, offset: Some(offset), is_bound, is_about, ..base }, end)
    })
}

/// Whether a distance can be counted from what a phrase names by itself, and not from another date.
fn is_counted_from(phrase: &Phrase) -> bool {
    let is_named = matches!(
        phrase.form,
        Form::Figures
            | Form::Day
            | Form::Month
            | Form::Year
            | Form::Era
            | Form::Feast
            | Form::Yearless
    );
    is_named && phrase.joint.is_none()
}

#[cfg(test)]
mod tests {
    use crate::extract::dates::tests::check;

    #[test]
    fn a_distance_from_a_date_is_counted_from_it() {
        check("[Two days after 4 May 1947|1947-05-06] she left.");
        check("[Five days before Christmas 1946|1946-12-20] she wrote.");
        check("[The day before Christmas 1950|1950-12-24] he died.");
        check("[A week after Easter 1947|1947-04-13] the ice broke.");
        check("The well was dry [two months after March 12, 1931|1931-05].");
        check("[Ten years after 1945|1955] the street was still in ruins.");
        check("It fell in [1931|1931]. [The day after Christmas|1931-12-26] he left.");
        check("It came less than [a week after 4 May 1947|1947-05-11~], and sank.");
        // Told by the year alone no day can be reckoned.
        check("Two days after 1947 she left.");
    }

    #[test]
    fn what_only_follows_a_date_keeps_it() {
        check(
            "After [4 May 1947|1947-05-04] she left; two days after the flood of [1948|1948] too.",
        );
        check(
            "It lasted for years after [1945|1945], and two or three days after [4 May 1947|1947-05-04].",
        );
    }
}
