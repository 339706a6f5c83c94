//! What single words can be in a date.
//!
//! A word that is no name of the calendar by itself (`may`, `second`) is only classed; the grammar
//! decides.

use super::calendar::{Era, Feast};
use super::number::Number;
use super::phrase::{Side, Unit};
use super::word_table::WORDS;
use crate::document::{Part, When};
use crate::extract::word_map::WordMap;

/// What a word can be in a date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Nothing.
    Other,
    /// A figure that is no part of a date.
    Figure,
    /// `1949`, `16th`, `1950s`.
    Number(Number),
    /// A whole date in figures: `1949-12-16`, `24/02/2022`.
    Date(When),
    /// A time of day: `10:30`, `noon`.
    Clock,
    /// `third`.
    Ordinal(i16),
    /// `three`, `dozen`; a hundred and more.
    Cardinal(i16),
    /// `twenties` is 20.
    Tens(i16),
    /// `fortnight`, `fortnights`, with whether it is a plural.
    Fortnight(bool),
    /// `December`, `Dec.`
    Month(i8),
    /// Monday is 1.
    Weekday(i8),
    /// The EDTF code, 21 for spring.
    Season(i8),
    /// `Q3`.
    Quarter(i8),
    /// `year`, `years`, with whether it is a plural.
    Unit(Unit, bool),
    /// `morning`, `night`.
    DayPart,
    /// `yesterday` is −1.
    Deictic(i16),
    /// `BC`, `CE`.
    Era(Era),
    /// `early`, `mid`, `late`.
    Part(Part),
    /// `end`, `beginning`, `middle` of something.
    Edge(Part),
    /// `last`, `next`, `this`, `that`, `following`.
    Side(Side),
    /// `fiscal`, before `year`.
    Fiscal,
    /// `ago`.
    Ago,
    /// `later`, `after`: forward from what was told.
    Later,
    /// `earlier`, `before`: backward from what was told.
    Earlier,
    /// `the`.
    The,
    /// `a`, `an`.
    A,
    /// `half`.
    Half,
    /// `of`.
    Of,
    /// `and`, `or`.
    And,
    /// `to`, `through`, `until`, `till`.
    To,
    /// `from`, `between`.
    From,
    /// `in`, `on`, `by`, `since`, `during` and the like.
    In,
    /// `about`, `around`, `c.`, `circa`, `nearly`, `some`, `almost`.
    About,
    /// `each`, `every`, `per`, `any`.
    Every,
    /// `will`, `would`.
    Future,
    /// A day of feast, told by its rule.
    Feast(Feast),
    /// `eve`: the day before.
    Eve,
    /// `his`, `her`, `their`: before `60s` an age.
    Possessive,
}

/// The kind of a word of letters.
pub fn class(word: &str) -> Kind {
    let bytes = word.as_bytes();
    let first = bytes[0] | 0x20;
    if bytes.len() > LONGEST || !first.is_ascii_lowercase() {
        return Kind::Other;
    }
    let look = LOOKS[(first - b'a') as usize];
    let last = 1 << (bytes[bytes.len() - 1] & 0x1f);
    if look.lengths & (1 << bytes.len()) == 0 || look.last_letters & last == 0 {
        return Kind::Other;
    }
    let Some(index) = PLACES.get_in_any_case(word) else { return Kind::Other };
    let (_, kind) = WORDS[usize::from(index)];
    let is_name = match kind {
        Kind::Month(_) | Kind::Weekday(_) | Kind::Feast(_) => bytes[0].is_ascii_uppercase(),
        Kind::Era(_) => bytes.iter().all(u8::is_ascii_uppercase),
        _ => true,
    };
    if is_name { kind } else { Kind::Other }
}

/// No word of the table is longer.
const LONGEST: usize = 12;

/// How the words of the table that begin with one letter look: most words of a text are refused by
/// that alone.
#[derive(Clone, Copy)]
struct Look {
    /// Their lengths, as bits.
    lengths: u16,
    /// Their last letters, as bits by the place in the alphabet.
    last_letters: u32,
}

const LOOKS: [Look; 26] = {
    let mut looks = [Look { lengths: 0, last_letters: 0 }; 26];
    let mut index = 0;
    while index < WORDS.len() {
        let word = WORDS[index].0.as_bytes();
        let look = &mut looks[(word[0] - b'a') as usize];
        look.lengths |= 1 << word.len();
        look.last_letters |= 1 << (word[word.len() - 1] & 0x1f);
        index += 1;
    }
    looks
};

/// The index of each word of the table.
const PLACES: &WordMap<u8, 512> = &{
    let mut places = WordMap::new(0);
    let mut index = 0;
    while index < WORDS.len() {
        places = places.with(&[WORDS[index].0], index as u8);
        index += 1;
    }
    places
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_short() {
        assert!(WORDS.is_sorted_by(|one, other| one.0 < other.0));
        assert!(WORDS.iter().all(|(word, _)| word.len() <= LONGEST) && WORDS.len() <= 256);
    }

    #[test]
    fn names_have_a_capital() {
        assert_eq!([class("March"), class("march")], [Kind::Month(3), Kind::Other]);
        assert_eq!([class("BC"), class("Ad")], [Kind::Era(Era::Before), Kind::Other]);
        assert_eq!([class("LATER"), class("lately")], [Kind::Later, Kind::Other]);
    }
}
