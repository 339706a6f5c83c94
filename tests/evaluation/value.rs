//! Values of dates: from EDTF to the gold's spelling, and whether two agree.
//!
//! `195X` is 195, `18XX` is 18, `1968-21` is 1968-SP, `-0145` is BC0146, and `1958~` is 1958. An
//! interval stays one, except that a quarter, half or week that the words themselves name is
//! written as such, since EDTF level 1 has no form for it.

use jiff::civil::Date;

/// The codes that stand in the place of a month.
fn season(code: &str) -> Option<&'static str> {
    Some(match code {
        "21" | "25" => "SP",
        "22" | "26" => "SU",
        "23" | "27" => "FA",
        "24" | "28" => "WI",
        "33" => "Q1",
        "34" => "Q2",
        "35" => "Q3",
        "36" => "Q4",
        "40" => "H1",
        "41" => "H2",
        _ => return None,
    })
}

/// The value of a date in EDTF that is said in `words`.
pub fn of_edtf(edtf: &str, words: &str) -> Option<String> {
    let ends: Vec<&str> = edtf.split('/').filter(|end| !matches!(*end, "" | "..")).collect();
    match ends[..] {
        [] => None,
        [from, to] => {
            let ends = || format!("{}/{}", point(from), point(to));
            Some(named_period(from, to, &words.to_lowercase()).unwrap_or_else(ends))
        }
        [first, ..] => Some(point(first)),
    }
}

/// A year, a month, a day, or a season.
fn point(edtf: &str) -> String {
    let bare = edtf.trim().replace(['~', '?', '%'], "");
    let sign = bare.len() - bare.trim_start_matches(['Y', '-']).len();
    let n_digits = bare[sign..].bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'X');
    let (year, rest) = bare.split_at(sign + n_digits.count());
    let mut parts = vec![year_value(year)];
    let (date, clock) = rest.split_at(rest.find('T').unwrap_or(rest.len()));
    let rest: Vec<&str> = date.split('-').skip(1).collect();
    if let [code] = rest[..]
        && let Some(season) = season(code)
    {
        return format!("{}-{season}", parts[0]);
    }
    parts.extend(rest.into_iter().map(str::to_owned));
    parts.join("-") + clock
}

fn year_value(year: &str) -> String {
    let is_negative = year.contains('-');
    let digits = year.trim_start_matches(['-', 'Y']);
    let known = digits.trim_end_matches('X');
    if known != digits && digits.len() - known.len() <= 2 {
        return format!("{}{known}", if is_negative { "BC" } else { "" });
    }
    match known.parse::<u32>() {
        Ok(number) if is_negative || number == 0 => format!("BC{:04}", number + 1),
        Ok(_) => known.to_owned(),
        Err(_) => year.to_owned(),
    }
}

/// The quarter, half or week that an interval is and is called.
fn named_period(from: &str, to: &str, words: &str) -> Option<String> {
    if is_called_quarter(words)
        && let (Some(first), Some(last)) = (year_and_month(from, true), year_and_month(to, false))
        && first.0 == last.0
    {
        let period = match (first.1, last.1) {
            ("01", "03") => Some("Q1"),
            ("04", "06") => Some("Q2"),
            ("07", "09") => Some("Q3"),
            ("10", "12") => Some("Q4"),
            ("01", "06") => Some("H1"),
            ("07", "12") => Some("H2"),
            _ => None,
        };
        if let Some(period) = period {
            return Some(format!("{}-{period}", first.0));
        }
    }
    if !words.contains("week") {
        return None;
    }
    let (first, last): (Date, Date) = (from.parse().ok()?, to.parse().ok()?);
    let week = first.iso_week_date();
    let (year, number, day) = (week.year(), week.week(), week.weekday().to_monday_one_offset());
    match ((last - first).get_days(), day) {
        (6, 1) => Some(format!("{year}-W{number:02}")),
        (1, 6) => Some(format!("{year}-W{number:02}-WE")),
        _ => None,
    }
}

fn is_called_quarter(words: &str) -> bool {
    let is_number = |word: &str| {
        let mut characters = word.chars();
        matches!(characters.next(), Some('q' | 'h'))
            && matches!(characters.next(), Some('1'..='4'))
            && characters.next().is_none()
    };
    words.contains("quarter")
        || words.contains("half")
        || words.split(|c: char| !c.is_alphanumeric() && c != '_').any(is_number)
}

/// The year and the month of `1949-12` or of a day in it, which at a beginning is the first.
fn year_and_month(edtf: &str, is_beginning: bool) -> Option<(&str, &str)> {
    let parts: Vec<&str> = edtf.split('-').collect();
    let is_number =
        |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    let (year, month) = (*parts.first()?, *parts.get(1)?);
    let day_fits = match parts[2..] {
        [] => true,
        [day] => is_number(day, 2) && (!is_beginning || day == "01"),
        _ => false,
    };
    (is_number(year, 4) && is_number(month, 2) && day_fits).then_some((year, month))
}

/// One spelling for each value: 195X is 195, 18XX is 18, -146 is BC0146, no seconds, no zone.
pub fn canonical(value: &str) -> String {
    let mut value = value.trim().to_uppercase();
    let n_digits = value.bytes().take_while(u8::is_ascii_digit).count();
    if matches!((n_digits, &value[n_digits..]), (3, "X") | (2, "XX")) {
        value.truncate(n_digits);
        return value;
    }
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let minus = value.strip_prefix('-').filter(|year| is_digits(year) && year.len() <= 4);
    let named = value.strip_prefix("BC");
    let named = named.filter(|year| is_digits(year) && matches!(year.len(), 3 | 4));
    if let Some(year) = minus.or(named) {
        return format!("BC{year:0>4}");
    }
    let midnight = value.strip_suffix("T24:00").or_else(|| value.strip_suffix("T24:00:00"));
    if let Some(day) = midnight {
        value = format!("{day}T00:00");
    }
    let is_clock = |clock: &str| {
        let bytes = clock.as_bytes();
        bytes.len() >= 6 && bytes[bytes.len() - 6] == b'T' && bytes[bytes.len() - 3] == b':'
    };
    if let Some(clock) = value.strip_suffix(":00").filter(|clock| is_clock(clock)) {
        value = clock.to_owned();
    }
    value.strip_suffix('Z').map_or(value.clone(), str::to_owned)
}

/// Whether a value is right; an interval is, for either of its ends, and a day for its hours.
pub fn agrees(gold: &str, found: Option<&str>) -> bool {
    let Some(found) = found else { return false };
    let (gold, found) = (canonical(gold), canonical(found));
    if gold == found {
        return true;
    }
    if found.contains('/') && found.split('/').any(|end| canonical(end) == gold) {
        return true;
    }
    let day = |value: &str| value.split('T').next().unwrap_or_default().to_owned();
    gold.contains('T') && day(&gold).len() >= 10 && day(&found) == day(&gold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edtf: &str, words: &str, expected: &str) {
        assert_eq!(of_edtf(edtf, words).as_deref().unwrap_or("none"), expected);
    }

    #[test]
    fn dates_are_spelled_as_in_the_gold() {
        check("1949-12-03", "", "1949-12-03");
        check("1949-12~", "", "1949-12");
        check("195X", "", "195");
        check("18XX", "", "18");
        check("-03XX", "", "BC03");
        check("-0145", "", "BC0146");
        check("0000", "", "BC0001");
        check("1968-21", "", "1968-SP");
        check("1914/1918", "", "1914/1918");
        check("../1949-11", "", "1949-11");
        check("..", "", "none");
    }

    #[test]
    fn a_quarter_or_a_week_is_one_only_where_it_is_called_so() {
        check("2020-07/2020-09", "the third quarter", "2020-Q3");
        check("2020-07-01/2020-09-30", "Q3 2020", "2020-Q3");
        check("2020-07/2020-09", "that summer", "2020-07/2020-09");
        check("2020-01/2020-06", "the first half", "2020-H1");
        check("2020-02/2020-04", "a quarter", "2020-02/2020-04");
        check("2024-03-18/2024-03-24", "last week", "2024-W12");
        check("2024-03-23/2024-03-24", "that weekend", "2024-W12-WE");
        check("2024-03-19/2024-03-25", "a week", "2024-03-19/2024-03-25");
    }

    #[test]
    fn values_agree_whatever_their_spelling() {
        assert!(agrees("195X", Some("195")) && agrees("BC146", Some("-146")));
        assert!(agrees("1914", Some("1914/1918")) && !agrees("1914/1918", Some("1914")));
        assert!(agrees("2020-05-01T10:00", Some("2020-05-01")));
        assert!(!agrees("2020-05-01", Some("2020-05")) && !agrees("1914", None));
    }
}
