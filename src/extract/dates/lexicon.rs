//! What single words can be in a date.
//!
//! The table is written for this program from the calendar and common usage. A word that is no
//! name of the calendar by itself (`may`, `second`) is only classed; the grammar decides.

use super::calendar::{Era, Feast};
use super::number::Number;
use super::phrase::{Side, Unit};
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

/// The table, sorted.
const WORDS: &[(&str, Kind)] = &[
    ("a", Kind::A),
    ("about", Kind::About),
    ("ad", Kind::Era(Era::Common)),
    ("after", Kind::Later),
    ("afternoon", Kind::DayPart),
    ("afterward", Kind::Later),
    ("afterwards", Kind::Later),
    ("ago", Kind::Ago),
    ("almost", Kind::About),
    ("an", Kind::A),
    ("and", Kind::And),
    ("any", Kind::Every),
    ("apr", Kind::Month(4)),
    ("april", Kind::Month(4)),
    ("around", Kind::About),
    ("aug", Kind::Month(8)),
    ("august", Kind::Month(8)),
    ("autumn", Kind::Season(23)),
    ("barely", Kind::About),
    ("bc", Kind::Era(Era::Before)),
    ("bce", Kind::Era(Era::Before)),
    ("before", Kind::Earlier),
    ("beginning", Kind::Edge(Part::Early)),
    ("between", Kind::From),
    ("by", Kind::In),
    ("ca", Kind::About),
    ("ce", Kind::Era(Era::Common)),
    ("centuries", Kind::Unit(Unit::Century, true)),
    ("century", Kind::Unit(Unit::Century, false)),
    ("christmas", Kind::Feast(Feast::Christmas)),
    ("circa", Kind::About),
    ("close", Kind::Edge(Part::Late)),
    ("coming", Kind::Side(Side::Coming)),
    ("current", Kind::Side(Side::Current)),
    ("dawn", Kind::DayPart),
    ("day", Kind::Unit(Unit::Day, false)),
    ("days", Kind::Unit(Unit::Day, true)),
    ("dec", Kind::Month(12)),
    ("decade", Kind::Unit(Unit::Decade, false)),
    ("decades", Kind::Unit(Unit::Decade, true)),
    ("december", Kind::Month(12)),
    ("dozen", Kind::Cardinal(12)),
    ("during", Kind::In),
    ("dusk", Kind::DayPart),
    ("each", Kind::Every),
    ("earlier", Kind::Earlier),
    ("early", Kind::Part(Part::Early)),
    ("easter", Kind::Feast(Feast::Easter)),
    ("eight", Kind::Cardinal(8)),
    ("eighteen", Kind::Cardinal(18)),
    ("eighteenth", Kind::Ordinal(18)),
    ("eighth", Kind::Ordinal(8)),
    ("eighties", Kind::Tens(80)),
    ("eighty", Kind::Cardinal(80)),
    ("eleven", Kind::Cardinal(11)),
    ("eleventh", Kind::Ordinal(11)),
    ("end", Kind::Edge(Part::Late)),
    ("ensuing", Kind::Side(Side::Following)),
    ("evening", Kind::DayPart),
    ("every", Kind::Every),
    ("fall", Kind::Season(23)),
    ("feb", Kind::Month(2)),
    ("february", Kind::Month(2)),
    ("fifteen", Kind::Cardinal(15)),
    ("fifteenth", Kind::Ordinal(15)),
    ("fifth", Kind::Ordinal(5)),
    ("fifties", Kind::Tens(50)),
    ("fifty", Kind::Cardinal(50)),
    ("first", Kind::Ordinal(1)),
    ("fiscal", Kind::Fiscal),
    ("five", Kind::Cardinal(5)),
    ("following", Kind::Side(Side::Following)),
    ("for", Kind::In),
    ("forties", Kind::Tens(40)),
    ("fortnight", Kind::Fortnight(false)),
    ("fortnights", Kind::Fortnight(true)),
    ("forty", Kind::Cardinal(40)),
    ("four", Kind::Cardinal(4)),
    ("fourteen", Kind::Cardinal(14)),
    ("fourteenth", Kind::Ordinal(14)),
    ("fourth", Kind::Ordinal(4)),
    ("friday", Kind::Weekday(5)),
    ("from", Kind::From),
    ("half", Kind::Half),
    ("halloween", Kind::Feast(Feast::Halloween)),
    ("hence", Kind::Later),
    ("her", Kind::Possessive),
    ("his", Kind::Possessive),
    ("hundred", Kind::Cardinal(100)),
    ("in", Kind::In),
    ("into", Kind::In),
    ("its", Kind::Possessive),
    ("jan", Kind::Month(1)),
    ("january", Kind::Month(1)),
    ("jul", Kind::Month(7)),
    ("july", Kind::Month(7)),
    ("jun", Kind::Month(6)),
    ("june", Kind::Month(6)),
    ("just", Kind::About),
    ("last", Kind::Side(Side::Last)),
    ("late", Kind::Part(Part::Late)),
    ("later", Kind::Later),
    ("latter", Kind::Part(Part::Late)),
    ("mar", Kind::Month(3)),
    ("march", Kind::Month(3)),
    ("may", Kind::Month(5)),
    ("mid", Kind::Part(Part::Middle)),
    ("midday", Kind::Clock),
    ("middle", Kind::Edge(Part::Middle)),
    ("midnight", Kind::Clock),
    ("monday", Kind::Weekday(1)),
    ("month", Kind::Unit(Unit::Month, false)),
    ("months", Kind::Unit(Unit::Month, true)),
    ("morning", Kind::DayPart),
    ("my", Kind::Possessive),
    ("nearly", Kind::About),
    ("next", Kind::Side(Side::Next)),
    ("night", Kind::DayPart),
    ("nine", Kind::Cardinal(9)),
    ("nineteen", Kind::Cardinal(19)),
    ("nineteenth", Kind::Ordinal(19)),
    ("nineties", Kind::Tens(90)),
    ("ninety", Kind::Cardinal(90)),
    ("ninth", Kind::Ordinal(9)),
    ("noon", Kind::Clock),
    ("nov", Kind::Month(11)),
    ("november", Kind::Month(11)),
    ("oct", Kind::Month(10)),
    ("october", Kind::Month(10)),
    ("of", Kind::Of),
    ("on", Kind::In),
    ("one", Kind::Cardinal(1)),
    ("onset", Kind::Edge(Part::Early)),
    ("opening", Kind::Edge(Part::Early)),
    ("or", Kind::And),
    ("our", Kind::Possessive),
    ("over", Kind::About),
    ("past", Kind::Side(Side::Past)),
    ("per", Kind::Every),
    ("preceding", Kind::Side(Side::Previous)),
    ("previous", Kind::Side(Side::Previous)),
    ("previously", Kind::Earlier),
    ("prior", Kind::Side(Side::Previous)),
    ("quarter", Kind::Unit(Unit::Quarter, false)),
    ("quarters", Kind::Unit(Unit::Quarter, true)),
    ("roughly", Kind::About),
    ("same", Kind::Side(Side::Same)),
    ("saturday", Kind::Weekday(6)),
    ("second", Kind::Ordinal(2)),
    ("sep", Kind::Month(9)),
    ("sept", Kind::Month(9)),
    ("september", Kind::Month(9)),
    ("seven", Kind::Cardinal(7)),
    ("seventeen", Kind::Cardinal(17)),
    ("seventeenth", Kind::Ordinal(17)),
    ("seventh", Kind::Ordinal(7)),
    ("seventies", Kind::Tens(70)),
    ("seventy", Kind::Cardinal(70)),
    ("shall", Kind::Future),
    ("since", Kind::In),
    ("six", Kind::Cardinal(6)),
    ("sixteen", Kind::Cardinal(16)),
    ("sixteenth", Kind::Ordinal(16)),
    ("sixth", Kind::Ordinal(6)),
    ("sixties", Kind::Tens(60)),
    ("sixty", Kind::Cardinal(60)),
    ("some", Kind::About),
    ("spring", Kind::Season(21)),
    ("start", Kind::Edge(Part::Early)),
    ("subsequent", Kind::Side(Side::Following)),
    ("summer", Kind::Season(22)),
    ("sunday", Kind::Weekday(7)),
    ("ten", Kind::Cardinal(10)),
    ("tenth", Kind::Ordinal(10)),
    ("thanksgiving", Kind::Feast(Feast::Thanksgiving)),
    ("that", Kind::Side(Side::That)),
    ("the", Kind::The),
    ("their", Kind::Possessive),
    ("third", Kind::Ordinal(3)),
    ("thirteen", Kind::Cardinal(13)),
    ("thirteenth", Kind::Ordinal(13)),
    ("thirties", Kind::Tens(30)),
    ("thirtieth", Kind::Ordinal(30)),
    ("thirty", Kind::Cardinal(30)),
    ("this", Kind::Side(Side::This)),
    ("thousand", Kind::Cardinal(1000)),
    ("three", Kind::Cardinal(3)),
    ("through", Kind::To),
    ("throughout", Kind::In),
    ("thursday", Kind::Weekday(4)),
    ("till", Kind::To),
    ("to", Kind::To),
    ("today", Kind::Deictic(0)),
    ("tomorrow", Kind::Deictic(1)),
    ("tonight", Kind::Deictic(0)),
    ("toward", Kind::In),
    ("towards", Kind::In),
    ("tuesday", Kind::Weekday(2)),
    ("twelfth", Kind::Ordinal(12)),
    ("twelve", Kind::Cardinal(12)),
    ("twenties", Kind::Tens(20)),
    ("twentieth", Kind::Ordinal(20)),
    ("twenty", Kind::Cardinal(20)),
    ("two", Kind::Cardinal(2)),
    ("until", Kind::To),
    ("upcoming", Kind::Side(Side::Coming)),
    ("wednesday", Kind::Weekday(3)),
    ("week", Kind::Unit(Unit::Week, false)),
    ("weekend", Kind::Unit(Unit::Weekend, false)),
    ("weeks", Kind::Unit(Unit::Week, true)),
    ("will", Kind::Future),
    ("winter", Kind::Season(24)),
    ("within", Kind::In),
    ("would", Kind::Future),
    ("year", Kind::Unit(Unit::Year, false)),
    ("years", Kind::Unit(Unit::Year, true)),
    ("yesterday", Kind::Deictic(-1)),
    ("your", Kind::Possessive),
];

/// The abbreviation with stops that begins `text`, and its length.
pub fn abbreviation(text: &str) -> Option<(usize, Kind)> {
    let length =
        text.bytes().take(8).take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'.').count();
    let word = &text[..length];
    let starts = |known: &str| {
        word.len() >= known.len()
            && word.as_bytes()[..known.len()].eq_ignore_ascii_case(known.as_bytes())
    };
    for (known, era) in [
        ("B.C.E.", Era::Before),
        ("B.C.", Era::Before),
        ("A.D.", Era::Common),
        ("C.E.", Era::Common),
    ] {
        if starts(known) {
            return Some((known.len(), Kind::Era(era)));
        }
    }
    if starts("a.m.") || starts("p.m.") {
        return Some((4, Kind::Clock));
    }
    let stop = word.find('.')?;
    let stem = &word[..=stop];
    if stem == "c." || stem == "ca." || stem == "Ca." {
        return Some((stem.len(), Kind::About));
    }
    let weekday =
        ["Mon.", "Tue.", "Wed.", "Thu.", "Fri.", "Sat.", "Sun."].iter().position(|known| {
            stem == *known
                || (stem.len() > 4
                    && stem.starts_with(&known[..3])
                    && ["Tues.", "Weds.", "Thur.", "Thurs."].contains(&stem))
        });
    if let Some(index) = weekday {
        return Some((stem.len(), Kind::Weekday(index as i8 + 1)));
    }
    // A full stop after a whole name ends a sentence.
    match class(stem.trim_end_matches('.')) {
        Kind::Month(5) => None,
        month @ Kind::Month(_) if stem.len() <= 5 && !matches!(stem, "June." | "July.") => {
            Some((stem.len(), month))
        }
        _ => None,
    }
}

/// `Q3`.
pub fn quarter(word: &str) -> Option<Kind> {
    match word.as_bytes() {
        [b'Q', digit @ b'1'..=b'4'] => Some(Kind::Quarter((digit - b'0') as i8)),
        _ => None,
    }
}

/// The date in figures that begins `text`, and its length: `1949-12-16`, with a time of day or
/// not; `24/02/2022`, if its order can be told.
pub fn written_date(text: &str) -> Option<(usize, Kind)> {
    let bytes = text.as_bytes();
    let field = |from: usize, n_digits: usize| -> Option<i16> {
        let digits = text.get(from..from + n_digits)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let ends_at = |end: usize| {
        bytes
            .get(end)
            .is_none_or(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'/'))
    };
    if bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-') {
        let when = When::day(field(0, 4)?, field(5, 2)? as i8, field(8, 2)? as i8)?;
        let length = 10 + clock(&bytes[10.min(bytes.len())..]);
        return ends_at(length).then_some((length, Kind::Date(when)));
    }
    let first = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let sign = *bytes.get(first)?;
    if !(1..=2).contains(&first) || !matches!(sign, b'/' | b'.') {
        return None;
    }
    let second = text[first + 1..].bytes().take(3).take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&second) || bytes.get(first + 1 + second) != Some(&sign) {
        return None;
    }
    let (a, b) = (field(0, first)?, field(first + 1, second)?);
    let year_at = first + second + 2;
    let n_digits = text[year_at..].bytes().take(5).take_while(u8::is_ascii_digit).count();
    let year = match n_digits {
        4 => field(year_at, 4).filter(|year| (1000..2100).contains(year))?,
        // `11/23/44`, where a number over 12 says that it is a date.
        2 if sign == b'/' && a.max(b) > 12 => {
            field(year_at, 2).map(|year| if year < 30 { 2000 + year } else { 1900 + year })?
        }
        _ => return None,
    };
    // With both at most 12 the order is that of a country we do not know, unless they agree.
    let (day, month) = match (a, b) {
        _ if sign == b'.' || a > 12 || a == b => (a, b),
        _ if b > 12 => (b, a),
        _ => return None,
    };
    let when = When::day(year, month as i8, day as i8)?;
    ends_at(year_at + n_digits).then_some((year_at + n_digits, Kind::Date(when)))
}

/// The length of `T04:00`, with seconds and zone, behind a date.
fn clock(bytes: &[u8]) -> usize {
    if !(bytes.len() >= 6 && bytes[0] == b'T' && bytes[3] == b':') {
        return 0;
    }
    bytes
        .iter()
        .take(32)
        .take_while(|byte| {
            byte.is_ascii_digit() || matches!(byte, b'T' | b':' | b'+' | b'-' | b'Z' | b'.')
        })
        .count()
        - usize::from(bytes.get(6) == Some(&b'.') && !bytes.get(7).is_some_and(u8::is_ascii_digit))
}

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

    #[test]
    fn a_date_in_figures_is_read_where_its_order_can_be_told() {
        let length = |text| written_date(text).map(|(length, _)| length);
        assert_eq!(
            [length("1949-12-16."), length("1949-13-16"), length("1949-12-16-A")],
            [Some(10), None, None]
        );
        assert_eq!(
            [length("24/02/2022"), length("02/24/2022"), length("2/4/2022")],
            [Some(10), Some(10), None]
        );
        assert_eq!(length("2022-02-24T04:00."), Some(16));
    }
}
