//! The day of publication that a line under a headline tells: `Posted on Wed 3 March 2021 at 10 am`.
//!
//! In: a part of such a line. Out: its day, if nothing stands around it but what such lines say:
//! words for publishing, a weekday, the time of day, names, and what was changed later.

use crate::document::{MONTHS, Precision, When, typed_date};
use crate::import::credit::{are_names_alone, byline};

/// The most words of a day: `3 de marzo de 2021`.
pub const MOST_WORDS: usize = 5;

/// The months in other languages, from January on, as far as they differ from English.
const OTHER_MONTHS: [[&str; 12]; 6] = [
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    [
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ],
];

/// The day in a part of a line.
pub fn day(part: &str) -> Option<When> {
    let words: Vec<&str> = part.split_whitespace().collect();
    (0..words.len()).find_map(|at| {
        let (when, length) = day_at(&words[at..])?;
        let behind = before_update(&words[at + length..]);
        (may_stand_before(&words[..at]) && may_stand_behind(behind)).then_some(when)
    })
}

/// The day in a line that tells where a text was written before it: `Leeds, 3 March 2021`.
pub fn day_behind_place(line: &str) -> Option<When> {
    const MOST_WORDS: usize = 3;
    let (place, rest) =
        [", ", " - ", " – ", " — "].iter().find_map(|sign| line.split_once(sign))?;
    let is_place = place.split(' ').count() <= MOST_WORDS
        && place.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && place.chars().all(|c| c.is_alphabetic() || " .-’'".contains(c));
    if is_place { day(&rest.replace(" - ", " ")) } else { None }
}

/// The day that words begin with, and how many of them say it.
pub fn day_at(words: &[&str]) -> Option<(When, usize)> {
    (1..=MOST_WORDS.min(words.len())).rev().find_map(|length| {
        let when = date(&words[..length])?;
        (when.precision == Precision::Day).then_some((when, length))
    })
}

/// The date that all of these words say, in one of several languages.
fn date(words: &[&str]) -> Option<When> {
    if let [word] = words {
        return numbers(word.trim_end_matches([',', ')']));
    }
    let is_small = |word: &&&str| !matches!(word.to_lowercase().as_str(), "de" | "del" | "of");
    let words: Vec<String> = words.iter().filter(is_small).map(|word| in_english(word)).collect();
    if words.iter().any(|word| word.is_empty()) || words.len() > 3 {
        return None;
    }
    typed_date(words.join(" ").trim_end_matches([',', ')'])).ok()
}

/// `2021-03-03`, `2021/03/03`, `3.3.2021`; with slashes, day and month may stand in either order.
fn numbers(word: &str) -> Option<When> {
    let numbers: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [first, month, last] = numbers[..] else { return None };
    let are_numbers = [first, month, last]
        .iter()
        .all(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    let (year, day) = match (first.len(), last.len()) {
        (4, 1 | 2) => (first, last),
        (1 | 2, 4) if word.contains('.') => (last, first),
        _ => return None,
    };
    let is_date = are_numbers && month.len() <= 2;
    is_date.then(|| typed_date(&format!("{year}-{month:0>2}-{day:0>2}")).ok())?
}

/// A word of a date with an English month for another one, and without the point of `3.` or `1er`.
fn in_english(word: &str) -> String {
    let bare = word.trim_end_matches([',', '.']).to_lowercase();
    let month = OTHER_MONTHS.iter().find_map(|months| {
        months.iter().position(|month| {
            let is_short = bare.chars().count() >= 3 && word.ends_with('.');
            *month == bare || is_short && month.starts_with(&*bare)
        })
    });
    match month {
        Some(month) => MONTHS[month].to_owned(),
        None if bare == "1er" => "1".to_owned(),
        None if bare.bytes().all(|byte| byte.is_ascii_digit()) => bare,
        None => word.trim_end_matches(',').to_owned(),
    }
}

/// Whether words before a day say that it is the one of publication, or whose the text is.
fn may_stand_before(words: &[&str]) -> bool {
    const SAID: [&str; 44] = [
        "published",
        "publication",
        "posted",
        "first",
        "written",
        "on",
        "date",
        "the",
        "at",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "publié",
        "publicado",
        "veröffentlicht",
        "le",
        "am",
        "el",
        "à",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
    ];
    const MORE_DAYS: [&str; 10] = [
        "vendredi",
        "samedi",
        "dimanche",
        "lunes",
        "martes",
        "miércoles",
        "jueves",
        "viernes",
        "sábado",
        "domingo",
    ];
    let is_said = |word: &&&str| {
        let bare = word.trim_matches([',', ':', '.', '–', '—', '-', '(']).to_lowercase();
        bare.is_empty()
            || SAID.contains(&bare.as_str())
            || MORE_DAYS.contains(&bare.as_str())
            || is_of_clock(word) && !bare.bytes().all(|byte| byte.is_ascii_digit())
    };
    let n_said = words.iter().rev().take_while(is_said).count();
    let names = words[..words.len() - n_said].join(" ");
    let names = names.trim_end_matches([',', ' ', '–', '—', '-']);
    names.is_empty() || !byline(names).is_empty() || are_names_alone(names)
}

/// Whether words behind a day tell the time of day, who wrote, or under what the text is listed.
fn may_stand_behind(words: &[&str]) -> bool {
    let n_clock = words.iter().take_while(|word| is_of_clock(word)).count();
    let rest = &words[n_clock..];
    let is_heading = |words: &[&str]| {
        words.len() <= 8 && words.iter().all(|word| word.starts_with(|c: char| !c.is_lowercase()))
    };
    match rest {
        [] => true,
        ["in" | "under", listed @ ..] => is_heading(listed),
        _ => {
            // `by Ann Lee in News, Bread`.
            let names = rest.iter().position(|word| *word == "in").unwrap_or(rest.len());
            !byline(&rest[..names].join(" ")).is_empty()
                && rest.get(names + 1..).is_none_or(is_heading)
        }
    }
}

/// Words without what they say of a later change: `10:00 am Updated April 29, 2019`.
fn before_update<'w>(words: &'w [&'w str]) -> &'w [&'w str] {
    const CHANGED: [&str; 11] = [
        "updated",
        "modified",
        "last",
        "edited",
        "corrected",
        "mis",
        "modifié",
        "aktualisiert",
        "actualizado",
        "aggiornato",
        "atualizado",
    ];
    let bare = |word: &str| word.trim_matches(['(', ':', ',']).to_lowercase();
    let at = words.iter().position(|word| CHANGED.contains(&bare(word).as_str()));
    &words[..at.unwrap_or(words.len())]
}

/// Whether a word is of a time of day: `at 10:15 AM (EST)`, `um 07.00 Uhr`, `à 7h30`.
fn is_of_clock(word: &str) -> bool {
    let bare = word.trim_matches([',', '(', ')', '.', '–', '—', '-']);
    let lower = bare.to_lowercase();
    let is_hour = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 8;
    let is_zone = (2..=4).contains(&bare.len()) && bare.chars().all(|c| c.is_ascii_uppercase());
    matches!(
        lower.as_str(),
        "" | "at" | "am" | "pm" | "a.m" | "p.m" | "um" | "uhr" | "à" | "a" | "las"
    ) || is_hour(bare) && bare.contains([':', '.', 'h'])
        || is_hour(bare) && lower.ends_with("am") | lower.ends_with("pm")
        || is_hour(bare) && bare.len() <= 2
        || is_zone && !matches!(bare, "BY" | "IN")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_under_a_headline_tells_the_day() {
        for (line, expected) in [
            ("March 3, 2021", "2021-03-03"),
            ("Published March 3, 2021", "2021-03-03"),
            ("Published: 10:00 AM EST March 3, 2021", "2021-03-03"),
            ("Posted on 3 March 2021 at 10:15 am", "2021-03-03"),
            ("Wednesday, March 3, 2021", "2021-03-03"),
            ("Wednesday, 3rd March 2021", "2021-03-03"),
            ("Wed 3 Mar 2021 07.00 GMT", "2021-03-03"),
            ("March 3 2021, 10:00 a.m.", "2021-03-03"),
            ("By Ann Lee on March 3, 2021", "2021-03-03"),
            ("Ann Lee, 3 March 2021", "2021-03-03"),
            ("Associated Press March 3, 2021, 9:02 AM", "2021-03-03"),
            ("2021-03-03", "2021-03-03"),
            ("03.03.2021, 07.00 Uhr", "2021-03-03"),
            ("Mar 3, 2021, 10:15 AM EST", "2021-03-03"),
            ("Wednesday 3 March 2021 by Ann Lee", "2021-03-03"),
            ("By Ann Lee March 3, 2021 3:46 PM", "2021-03-03"),
            ("Posted on March 3, 2021 by Jane Doe in News, Bread", "2021-03-03"),
            ("March 3, 2021 at 6:01 am Updated April 29, 2021 at 3:33 pm", "2021-03-03"),
            ("3 March 2021 (last modified 5 March 2021)", "2021-03-03"),
            ("3. März 2021, 07.00 Uhr", "2021-03-03"),
            ("Publié le 3 mars 2021 à 07h00", "2021-03-03"),
            ("Le 1er août 2021", "2021-08-01"),
            ("3 de marzo de 2021", "2021-03-03"),
            ("3 maart 2021", "2021-03-03"),
            ("Publié le 03 mars 2021 à 06h00, mis à jour le 04 mars 2021", "2021-03-03"),
            ("miércoles, 3 de marzo de 2021", "2021-03-03"),
        ] {
            assert_eq!(day(line).map(|when| when.edtf()).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn a_sentence_under_a_headline_tells_none() {
        for line in [
            "The harbor froze on March 3, 2021",
            "Updated March 3, 2021",
            "Last modified on Thu 4 Mar 2021 11.22 GMT",
            "March 3, 2021 was the day on which it froze",
            "New York, March 3, 2021",
            "Leeds, March 3, 2021",
            "March 2021",
            "03/04/2021",
            "2021",
        ] {
            assert_eq!(day(line), None, "{line}");
        }
    }
}
