use super::*;

#[track_caller]
fn check(edtf: &str, first: &str, last: &str, words: &str) {
    let when = When::parse(edtf).unwrap();
    let show = |day: Option<Day>| day.map_or("..".to_owned(), |day| day.to_string());
    assert_eq!((show(when.first), show(when.last)), (first.to_owned(), last.to_owned()));
    assert_eq!(when.edtf(), edtf);
    assert_eq!(when.words(), words);
}

#[test]
fn every_form_of_level_1_is_read_written_and_said() {
    check("1949", "1949-01-01", "1949-12-31", "1949");
    check("1949-12", "1949-12-01", "1949-12-31", "December 1949");
    check("1949-12-16", "1949-12-16", "1949-12-16", "16 December 1949");
    check("195X", "1950-01-01", "1959-12-31", "1950s");
    check("18XX", "1800-01-01", "1899-12-31", "19th century");
    check("1968-21", "1968-03-01", "1968-05-31", "spring 1968");
    check("1968-24", "1968-12-01", "1969-02-28", "winter 1968");
    check("1958~", "1958-01-01", "1958-12-31", "about 1958");
    check("1914/1918", "1914-01-01", "1918-12-31", "1914–1918");
    check("1957~/1959~", "1957-01-01", "1959-12-31", "about 1957–1959");
    check("1917-03/1917-06", "1917-03-01", "1917-06-30", "March–June 1917");
    check("2022-02-24/2022-02-28", "2022-02-24", "2022-02-28", "24–28 February 2022");
    check("2022/..", "2022-01-01", "..", "since 2022");
}

#[test]
fn years_before_christ_are_astronomical() {
    check("-0479", "-0479-01-01", "-0479-12-31", "480 BC");
    check("-04XX", "-0499-01-01", "-0400-12-31", "5th century BC");
    check("0000", "0000-01-01", "0000-12-31", "1 BC");
}

#[test]
fn leap_days_are_known() {
    assert!(When::parse("2000-02-29").is_ok());
    assert_eq!(When::parse("1900-02-29"), Err(EdtfError::Impossible("1900-02-29".to_owned())));
}

#[test]
fn what_is_no_date_is_refused() {
    for text in ["", "49", "1949-13", "1949-12-32", "soon", "1949/1948", "../..", "19XX-03"] {
        assert!(When::parse(text).is_err(), "{text}");
    }
}

#[test]
fn days_count_from_1970() {
    assert_eq!(Day::of(1970, 1, 2), Some(Day(1)));
    assert_eq!(Day::of(2000, 1, 1), Some(Day(10957)));
    assert_eq!(Day(-1).date(), (1969, 12, 31));
}
