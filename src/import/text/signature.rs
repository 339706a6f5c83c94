//! The line under a headline that names who wrote and when: `By Ann Lee on March 3, 2021`.
//!
//! In: the words of a line. Out: the names of people and the day, if it is such a line. Its parts
//! stand between bars or dots, or behind each other.

use super::day::{MOST_WORDS, day as day_of_part, day_at};
use crate::document::When;
use crate::import::credit::{byline, people_alone};

/// A longer part is a sentence.
const PART_BYTES: usize = 100;

/// What a line under a title says of the text: nothing, if it is no such line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// Those who wrote.
    pub names: Vec<String>,
    /// The day of publication.
    pub published: Option<When>,
    /// The line is only a day, and not said to be that of publication.
    pub is_day_alone: bool,
}

/// Those who wrote, and the day, as a line under a title says them: `By Jane Doe, March 3, 2021`.
///
/// A day behind other words than a name or a word for publishing is none of the page. Names without
/// `By` count where the day stands in another part of the line.
pub fn signature(line: &str) -> Signature {
    let published = day(line);
    let is_in_parts = parts(line).nth(1).is_some();
    let mut names = people(line).0;
    if names.is_empty() && published.is_some() {
        names = match line.split_once(" — ").or_else(|| line.split_once(" – ")) {
            Some((before, _)) => people_alone(before),
            None if is_in_parts => {
                parts(line).map(people_alone).find(|names| !names.is_empty()).unwrap_or_default()
            }
            None => names,
        };
    }
    if published.is_none() && !is_in_parts && byline(line).is_empty() {
        names.clear();
    }
    let is_day_alone =
        published.is_some() && !is_in_parts && names.is_empty() && !says_published(line);
    Signature { names, published, is_day_alone }
}

/// Whether a line under a title says who wrote or when.
pub fn is_signature(line: &str) -> bool {
    let Signature { names, published, .. } = signature(line);
    !names.is_empty() || published.is_some()
}

/// The day that a line under the headline tells.
pub fn day(line: &str) -> Option<When> {
    parts(line).find_map(day_of_part)
}

fn says_published(line: &str) -> bool {
    let lower = line.to_lowercase();
    ["publi", "posted", "written", "veröffentlicht"].iter().any(|said| lower.contains(said))
}

/// The people whom a line names behind `By`, and those whom it names without it if it is a by-line.
pub fn people(line: &str) -> (Vec<String>, Vec<String>) {
    let (mut named, mut others) = (Vec::new(), Vec::new());
    for part in parts(line) {
        let part = without_day(part);
        let by = byline(part);
        if !by.is_empty() {
            named = if named.is_empty() { by } else { named };
        } else if others.is_empty() && part.contains(' ') {
            others = byline(&format!("By {part}"));
        }
    }
    (named, others)
}

fn parts(line: &str) -> impl Iterator<Item = &str> {
    let parts = line.split(['·', '|', '•', '\n', '\t']);
    let parts = parts.flat_map(|part| part.split("   ")).flat_map(|part| part.split(" / "));
    let parts = parts.map(str::trim);
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
    let starts_day = |words: &str| {
        let words: Vec<&str> = words.split_whitespace().take(MOST_WORDS).collect();
        day_at(&words).is_some()
    };
    let dated = part.match_indices(' ').find(|(at, _)| starts_day(&part[at + 1..]));
    let part = dated.map_or(part, |(at, _)| &part[..at]);
    part.trim_end_matches([',', ' ', '–', '—', '-'])
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
            (
                "By Jane Doe | March 3, 2021 | Updated March 5, 2021",
                &["Jane Doe"],
                Some("2021-03-03"),
            ),
            ("Jane Doe · 5 min read · Mar 3, 2021", &["Jane Doe"], Some("2021-03-03")),
            ("Jane Doe — March 3, 2021", &["Jane Doe"], Some("2021-03-03")),
            ("Jane Doe / March 3, 2021", &["Jane Doe"], Some("2021-03-03")),
            ("By Jane Doe            March 3, 2021", &["Jane Doe"], Some("2021-03-03")),
            ("Machine Learning | March 3, 2021", &[], Some("2021-03-03")),
        ] {
            let signature = signature(line);
            assert_eq!(signature.names, names, "{line}");
            assert_eq!(signature.published.map(|when| when.edtf()).as_deref(), date, "{line}");
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
    fn a_by_line_names_people_with_and_without_a_word_for_it() {
        for (line, named, others) in [
            ("Ann Lee · 5 min read · Mar 3, 2021", &[][..], &["Ann Lee"][..]),
            ("By Ann Lee and John Roe · The Quay", &["Ann Lee", "John Roe"], &[]),
            ("News · By Ann Lee on March 3, 2021", &["Ann Lee"], &[]),
            ("By Ann Lee March 3, 2021 3:46 PM", &["Ann Lee"], &[]),
            ("by Ann Lee 22 Dec 2016", &["Ann Lee"], &[]),
            ("Wednesday 3 March 2021 by Ann Lee", &["Ann Lee"], &[]),
            ("By Ann Lee\nThe Quay News", &["Ann Lee"], &["The Quay News"]),
            ("Written by Ann Lee | The Quay", &["Ann Lee"], &[]),
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
