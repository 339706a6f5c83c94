//! Days that return every year under their own names: `Christmas 1914`, `New Year’s Eve`.

use super::absolute::fixed;
use super::calendar::Feast;
use super::grammar::{Found, Words};
use super::lexicon::Kind;
use super::license::is_free;
use super::phrase::{Form, Point, Unit, Year};
use super::word::Gap;
use super::years::year_after;

const DAY: Kind = Kind::Unit(Unit::Day, false);

/// `Christmas 1914`, `Christmas Day`, `Christmas Eve`, `Easter Monday 1916`.
pub fn feast(words: Words<'_>, at: usize, feast: Feast) -> Option<Found> {
    let (feast, end) = match (feast, words.after(at + 1)) {
        (Feast::Christmas, Kind::Eve) => (Feast::ChristmasEve, at + 2),
        (_, Kind::Eve) => return None,
        (Feast::Easter, Kind::Weekday(1)) => (Feast::EasterMonday, at + 2),
        (Feast::Easter, Kind::Weekday(7)) => (feast, at + 2),
        // `Boxing` and `May` alone are none, nor is `a may day`.
        (Feast::BoxingDay | Feast::MayDay, _) => (feast, named_day(words, at + 1)?),
        (_, DAY) => (feast, at + 2),
        _ => (feast, at + 1),
    };
    found(words, at, end, feast, end > at + 1)
}

/// The feast of which the second word is at `at`: `New Year’s Eve 2019`, `Good Friday`. The phrase
/// begins with the word before.
pub fn second_word(words: Words<'_>, at: usize) -> Option<Found> {
    let before = words.before(at)?;
    match (words.letters(before), words.list[at].kind) {
        ("New", Kind::Unit(Unit::Year, false)) => {
            let is_owner = words.next(at + 1, |gap| gap == Gap::Apostrophe)?;
            let feast = match words.after(at + 2) {
                _ if words.letters(is_owner) != "s" => return None,
                Kind::Eve => Feast::NewYearsEve,
                DAY => Feast::NewYear,
                _ => return None,
            };
            found(words, at - 1, at + 3, feast, true)
        }
        ("Good", Kind::Weekday(5)) => found(words, at - 1, at + 1, Feast::GoodFriday, true),
        _ => None,
    }
}

/// The index behind a `Day` that belongs to a name.
fn named_day(words: Words<'_>, at: usize) -> Option<usize> {
    let is_day = words.after(at) == DAY && words.list[at].is_capital;
    is_day.then_some(at + 1)
}

/// The feast whose words are `at..end`, with its year if one follows, or where a day is expected.
fn found(words: Words<'_>, at: usize, end: usize, feast: Feast, is_named: bool) -> Option<Found> {
    if let Some(year) = year_after(words, end) {
        return fixed(year.end, feast.day(year.year), Form::Feast);
    }
    let is_led = matches!(
        words.kind_before(at),
        Kind::In | Kind::To | Kind::From | Kind::Earlier | Kind::Later | Kind::Side(_)
    );
    (is_led && (is_named || is_free(words, end))).then_some(Found::new(
        end,
        Point::Feast(feast, Year::Open),
        Form::Yearless,
    ))
}

#[cfg(test)]
mod tests {
    use crate::extract::dates::tests::check;

    #[test]
    fn feasts_of_two_words_are_days() {
        check(
            "It sank on [New Year’s Eve 2019|2019-12-31], and on [New Year's Day 1948|1948-01-01].",
        );
        check(
            "He left on [Christmas Eve 1914|1914-12-24] and came on [Boxing Day, 1915|1915-12-26].",
        );
        check("It began on [Easter Monday 1916|1916-04-24], not on [Good Friday 1916|1916-04-21].");
        check(
            "They marched on [May Day 1952|1952-05-01]. It rang on [Easter Sunday 1955|1955-04-10].",
        );
        check("It was [4 October 1947|1947-10-04]. On [New Year’s Eve|1947-12-31] he left.");
        check("[The day before New Year’s Day 1948|1947-12-31] she came.");
    }

    #[test]
    fn what_only_looks_like_a_feast_is_none() {
        check("A New Year’s resolution, a boxing day, New Years past and Good Fridays were dear.");
        check("It was in [1947|1947]. Eve left; Christmas Eve came, and the May Day rally.");
    }

    #[test]
    fn the_eve_of_a_date_is_the_day_before() {
        check("On [the eve of 1934|1933-12-31] he fled.");
        check("On [the eve of 4 May 1947|1947-05-03] he fled; on the eve of the war he had not.");
    }
}
