//! The line under a headline that names who wrote and when: `By Ann Lee on March 3, 2021`.
//!
//! In: the words of a line. Out: the names of people and the day, if it is such a line. Its parts
//! stand between bars or dots, or behind each other.

use super::head::{byline, published};
use crate::document::When;

/// A longer part is a sentence.
const PART_BYTES: usize = 100;

/// Those who wrote, and the day, as a line under a title says them: `By Jane Doe, March 3, 2021`.
///
/// A day behind other words than a name or a word for publishing is none of the page.
pub fn signature(line: &str) -> (Vec<String>, Option<When>) {
    let names = byline(line);
    if !names.is_empty() {
        return (names.into_iter().map(str::to_owned).collect(), None);
    }
    if let Some(when) = published(line) {
        return (Vec::new(), Some(when));
    }
    let (named, when) = (people(line).0, day(line));
    let is_in_parts = parts(line).nth(1).is_some();
    match when {
        Some(_) if is_in_parts || !named.is_empty() => (named, when),
        None if is_in_parts => (named, None),
        _ => (Vec::new(), None),
    }
}

/// Whether a line under a title says who wrote or when.
pub fn is_signature(line: &str) -> bool {
    let (names, when) = signature(line);
    !names.is_empty() || when.is_some()
}

/// The day that a line under the headline tells.
pub fn day(line: &str) -> Option<When> {
    parts(line).find_map(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        (0..words.len()).find_map(|at| {
            [3, 1].into_iter().find_map(|length| {
                let date = words.get(at..at + length)?.join(" ");
                let when = published(date.trim_end_matches(','))?;
                let behind = before_update(&words[at + length..]);
                let is_end = are_of_clock(behind) || !byline(&behind.join(" ")).is_empty();
                (may_stand_before_day(&words[..at].join(" ")) && is_end).then_some(when)
            })
        })
    })
}

/// The people whom a line names behind `By`, and those whom it names without it if it is a by-line.
pub fn people(line: &str) -> (Vec<String>, Vec<String>) {
    let owned = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let (mut named, mut others) = (Vec::new(), Vec::new());
    for part in parts(line) {
        let part = without_day(part);
        let by = byline(part);
        if !by.is_empty() {
            named = if named.is_empty() { owned(by) } else { named };
        } else if others.is_empty() && part.contains(' ') {
            others = owned(byline(&format!("By {part}")));
        }
    }
    (named, others)
}

fn parts(line: &str) -> impl Iterator<Item = &str> {
    let parts = line.split(['·', '|', '•', '\n']).map(str::trim);
    parts.filter(|part| (1..=PART_BYTES).contains(&part.len()))
}

/// A part without the day that stands before or behind the names in it.
fn without_day(part: &str) -> &str {
    const WORK: [&str; 6] = ["posted", "published", "written", "story", "text", "words"];
    let is_said = |before: &str| {
        WORK.iter().any(|work| before.eq_ignore_ascii_case(work)) || day(before).is_some()
    };
    let part = match part.find(" by ").filter(|at| is_said(&part[..*at])) {
        Some(at) => &part[at + 1..],
        None => part,
    };
    let part = part.split(" on ").next().unwrap_or(part);
    let dated = part.match_indices(' ').find(|(at, _)| day_at(&part[at + 1..]).is_some());
    let part = dated.map_or(part, |(at, _)| &part[..at]);
    part.trim_end_matches([',', ' ', '–', '—', '-'])
}

/// The day that words begin with.
fn day_at(words: &str) -> Option<When> {
    let words: Vec<&str> = words.split_whitespace().take(3).collect();
    [3, 1]
        .into_iter()
        .find_map(|length| published(words.get(..length)?.join(" ").trim_end_matches(',')))
}

/// Whether words before a day say that it is the one of publication, or whose the text is.
fn may_stand_before_day(words: &str) -> bool {
    const SAID: [&str; 16] = [
        "published",
        "posted",
        "first",
        "written",
        "on",
        "date",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
    ];
    const SHORT: [&str; 4] = ["thu", "fri", "sat", "sun"];
    let bare = |word: &str| word.trim_matches([',', ':', '.', '–', '—', '-']).to_ascii_lowercase();
    let is_said = |word: &str| {
        let word = bare(word);
        word.is_empty() || SAID.contains(&word.as_str()) || SHORT.contains(&word.as_str())
    };
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    let n_said = words.iter().rev().take_while(|word| is_said(word)).count();
    let names = words[..words.len() - n_said].join(" ");
    let names = names.trim_end_matches([',', ' ']);
    names.is_empty()
        || !byline(names).is_empty()
        || names.contains(' ') && !byline(&format!("By {names}")).is_empty()
}

/// Words without what they say of a later change: `10:00 am Updated April 29, 2019`.
fn before_update<'w>(words: &'w [&'w str]) -> &'w [&'w str] {
    const CHANGED: [&str; 5] = ["updated", "modified", "last", "edited", "corrected"];
    let bare = |word: &str| word.trim_matches(['(', ':', ',']).to_ascii_lowercase();
    let at = words.iter().position(|word| CHANGED.contains(&bare(word).as_str()));
    &words[..at.unwrap_or(words.len())]
}

/// Whether words behind a day tell the time of day.
fn are_of_clock(words: &[&str]) -> bool {
    words.iter().all(|word| {
        let word = word.trim_matches([',', '(', ')', '.']);
        matches!(word.to_ascii_lowercase().as_str(), "at" | "am" | "pm" | "a.m" | "p.m" | "")
            || word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(':')
            || (2..=4).contains(&word.len()) && word.chars().all(char::is_uppercase)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_names_who_wrote_and_the_day() {
        for (line, names, date) in [
            ("By Jane Doe", &["Jane Doe"][..], None),
            ("BY JANE DOE", &["JANE DOE"], None),
            ("BY THE ASSOCIATED PRESS", &["THE ASSOCIATED PRESS"], None),
            ("March 3, 2021", &[], Some("2021-03-03")),
            ("MAR. 3, 2021", &[], Some("2021-03-03")),
            ("By Jane Doe | March 3, 2021", &["Jane Doe"], Some("2021-03-03")),
            ("By Jane Doe, March 3, 2021", &["Jane Doe"], Some("2021-03-03")),
            (
                "By Jane Doe and Ann Lee · 3 March 2021",
                &["Jane Doe", "Ann Lee"],
                Some("2021-03-03"),
            ),
            ("March 3, 2021 · 12 min read", &[], Some("2021-03-03")),
            ("By Jane Doe | 12 min read", &["Jane Doe"], None),
        ] {
            let (people, when) = signature(line);
            assert_eq!(people, names, "{line}");
            assert_eq!(when.map(|when| when.edtf()).as_deref(), date, "{line}");
        }
        for line in [
            "BY THE SEA",
            "By the Sea of Japan, March 3, 2021",
            "By Jane Doe, March 3, 2021 was a day to remember",
            "Leeds, March 3, 2021",
            "The bread rose on March 3, 2021",
            "Bread | Butter",
        ] {
            assert!(!is_signature(line), "{line}");
        }
    }

    #[test]
    fn a_line_under_a_headline_tells_the_day() {
        for (line, expected) in [
            ("March 3, 2021", "2021-03-03"),
            ("Published March 3, 2021", "2021-03-03"),
            ("Posted on 3 March 2021 at 10:15 am", "2021-03-03"),
            ("Wednesday, March 3, 2021", "2021-03-03"),
            ("By Ann Lee on March 3, 2021", "2021-03-03"),
            ("Ann Lee, 3 March 2021", "2021-03-03"),
            ("Ann Lee · 5 min read · Mar 3, 2021", "2021-03-03"),
            ("2021-03-03 | News", "2021-03-03"),
            ("March 3, 2021 at 6:01 am Updated April 29, 2021 at 3:33 pm", "2021-03-03"),
            ("3 March 2021 (last modified 5 March 2021)", "2021-03-03"),
            ("Mar 3, 2021, 10:15 AM EST", "2021-03-03"),
            ("Wednesday 3 March 2021 by Ann Lee", "2021-03-03"),
            ("By Ann Lee March 3, 2021 3:46 PM", "2021-03-03"),
        ] {
            assert_eq!(day(line).map(|when| when.edtf()).as_deref(), Some(expected), "{line}");
        }
    }

    #[test]
    fn a_sentence_under_a_headline_tells_none() {
        for line in [
            "The harbor froze on March 3, 2021",
            "Updated March 3, 2021",
            "March 3, 2021 was the day on which it froze",
            "March 2021",
            "2021",
        ] {
            assert_eq!(day(line), None, "{line}");
        }
    }

    #[test]
    fn a_by_line_names_people_with_and_without_a_word_for_it() {
        for (line, named, others) in [
            ("Ann Lee · 5 min read · Mar 3, 2021", &[][..], &["Ann Lee"][..]),
            ("By Ann Lee and John Roe · The Quay", &["Ann Lee", "John Roe"], &["The Quay"]),
            ("News · By Ann Lee on March 3, 2021", &["Ann Lee"], &[]),
            ("By Ann Lee March 3, 2021 3:46 PM", &["Ann Lee"], &[]),
            ("by Ann Lee 22 Dec 2016", &["Ann Lee"], &[]),
            ("Wednesday 3 March 2021 by Ann Lee", &["Ann Lee"], &[]),
            ("By Ann Lee\nThe Quay News", &["Ann Lee"], &["The Quay News"]),
            ("Written by Ann Lee | The Quay", &["Ann Lee"], &["The Quay"]),
            ("Posted on May 6, 2020 by Ann Lee", &["Ann Lee"], &[]),
            ("Frozen by Ann Lee", &[], &[]),
            ("5 min read", &[], &[]),
            ("Reading time is short here", &[], &[]),
        ] {
            assert_eq!(people(line).0, named, "{line}");
            assert_eq!(people(line).1, others, "{line}");
        }
    }
}
