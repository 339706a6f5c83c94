//! Reads a date that a person types: EDTF, or a day or month in words.

use super::when::{EdtfError, MONTHS, When};

/// The date that was typed: `2022-03-10`, `2022-03`, `2022` and all of EDTF, `10 March 2022`,
/// `March 10, 2022`, `March 2022`.
///
/// What is in no form of a date is an [`EdtfError::Form`] with what was typed.
pub fn typed_date(typed: &str) -> Result<When, EdtfError> {
    let typed = typed.trim();
    match When::parse(typed) {
        Err(EdtfError::Form(_)) => {}
        read => return read,
    }
    let form = || EdtfError::Form(typed.to_owned());
    let words: Vec<&str> =
        typed.split([' ', '\t', ',', '.', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let (day, month, year) = match words[..] {
        [month, year] => (None, month, year),
        [first, second, year] if first.starts_with(|c: char| c.is_ascii_digit()) => {
            (Some(day(first).ok_or_else(form)?), second, year)
        }
        [month, second, year] => (Some(day(second).ok_or_else(form)?), month, year),
        _ => return Err(form()),
    };
    let season = season_of(month).filter(|_| day.is_none());
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year = year.parse().ok().filter(|_| is_year).ok_or_else(form)?;
    let month = || month_of(month).ok_or_else(form);
    let when = match (day, season) {
        (_, Some(season)) => When::season(year, season),
        (Some(day), _) => When::day(year, month()?, day),
        (None, _) => When::month(year, month()?),
    };
    when.ok_or_else(|| EdtfError::Impossible(typed.to_owned()))
}

/// `10`, `10th`.
fn day(word: &str) -> Option<i8> {
    let n_digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let is_ordinal = matches!(&word[n_digits..], "" | "st" | "nd" | "rd" | "th");
    word[..n_digits].parse().ok().filter(|_| is_ordinal)
}

/// The season of EDTF, 21 for spring to 24 for winter.
fn season_of(word: &str) -> Option<i8> {
    match word.to_lowercase().as_str() {
        "spring" => Some(21),
        "summer" => Some(22),
        "autumn" | "fall" => Some(23),
        "winter" => Some(24),
        _ => None,
    }
}

/// A month in full, or the first three letters or more of it.
fn month_of(word: &str) -> Option<i8> {
    let begins =
        |month: &str| month.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let index = MONTHS.iter().position(|month| word.len() >= 3 && begins(month))?;
    Some(index as i8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let read = typed_date(typed).map(|when| when.edtf());
        assert_eq!(read.unwrap_or_else(|error| error.to_string()), expected, "{typed}");
    }

    #[test]
    fn a_date_is_read_as_people_type_it() {
        check("2022-03-10", "2022-03-10");
        check(" 2022-03 ", "2022-03");
        check("2022", "2022");
        check("10 March 2022", "2022-03-10");
        check("March 10, 2022", "2022-03-10");
        check("10th mar. 2022", "2022-03-10");
        check("Sept 1st 2022", "2022-09-01");
        check("march 2022", "2022-03");
        check("Spring 2022", "2022-21");
        check("fall 2022", "2022-23");
        check("195X", "195X");
    }

    #[test]
    fn a_day_that_no_calendar_has_is_told_so() {
        check("30 February 2022", "`30 February 2022` is not in the calendar");
        check("2022-02-30", "`2022-02-30` is not in the calendar");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for typed in
            ["", "soon", "10 Ma 2022", "10 March", "1000 March 2022", "March 10 22", "é é é"]
        {
            assert_eq!(typed_date(typed), Err(EdtfError::Form(typed.to_owned())), "{typed}");
        }
    }
}
