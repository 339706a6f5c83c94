//! Dates in figures: `1949-12-16`, `24/02/2022`.

use super::lexicon::Kind;
use crate::document::When;

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
