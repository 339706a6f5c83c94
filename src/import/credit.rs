//! The people whom a credit names: `By Ann Lee in Leeds and John Roe, staff writers`.
//!
//! In: a line under a title, or what a page or a header says of its authors. Out: the names as they
//! are written, without what somebody is, for whom, and where. A line is only believed to be a
//! by-line where all that is left are full names: `By Candlelight` is none.

mod name;
mod suffix;

pub use name::{is_account, is_institution};
pub use suffix::Suffix;

use name::{is_author, is_body, is_full_name, is_person};

/// More people do not sign a text.
const MOST_NAMES: usize = 8;

/// A longer line is running text.
const MOST_BYTES: usize = 400;

/// What stands before the names of those who wrote.
const LEADS: [&str; 20] = [
    "by ",
    "by: ",
    "written by ",
    "posted by ",
    "story by ",
    "words by ",
    "text by ",
    "essay by ",
    "reported by ",
    "words: ",
    "text: ",
    "author: ",
    "authors: ",
    "interview by ",
    "reporting by ",
    "review by ",
    "story and photographs by ",
    "story and photos by ",
    "text and photos by ",
    "words and photos by ",
];

/// Other languages’ `by`, which may also be a part of a name: two words must follow.
const OTHER_LEADS: [&str; 5] = ["par ", "por ", "von ", "di ", "door "];

/// Other languages’ `and`.
const OTHER_ANDS: [&str; 5] = [" et ", " und ", " y ", " e ", " en "];

/// What stands before the names of those who did something else.
const OTHER_WORK: [&str; 16] = [
    " edited by ",
    " translated by ",
    " reviewed by ",
    " fact-checked by ",
    " photographs by ",
    " photography by ",
    " photos by ",
    " photo by ",
    " images by ",
    " illustrated by ",
    " illustrations by ",
    " illustration by ",
    " art by ",
    " photos: ",
    " photographs: ",
    " illustrations: ",
];

/// The authors that a by-line names; empty if it is none.
pub fn byline(line: &str) -> Vec<String> {
    let credit = Credit::of(line);
    let is_sentence = line.ends_with('.') && !line.ends_with("r.");
    match credit.lead {
        Some(_) if !is_sentence => credit.sure_names(),
        _ => Vec::new(),
    }
}

/// The names of people, if a line is nothing else: `Ann Lee and John Roe`.
pub fn people_alone(line: &str) -> Vec<String> {
    let names = Credit { names: line, lead: None }.sure_names();
    // A letter begins with a name and a comma.
    let is_open = line.ends_with([',', ';', ':']);
    if !is_open && names.iter().all(|name| is_person(name)) { names } else { Vec::new() }
}

/// Whether a line begins as a by-line does, whatever follows: `Posted by Ann Lee, who bakes`.
pub fn begins_credit(line: &str) -> bool {
    let Credit { names, lead } = Credit::of(line);
    let person: Vec<&str> = names.split([' ', ',']).take(2).collect();
    lead.is_some() && person.len() == 2 && is_author(&person.join(" "))
}

/// Whether a line is nothing but the names of people, or of those who write together.
pub fn are_names_alone(line: &str) -> bool {
    let names = Credit { names: line, lead: None }.sure_names();
    !names.is_empty() && names.iter().all(|name| is_person(name) || is_body(name))
}

/// What stands behind `By` or `Written by`, to where the line goes on with another’s work.
pub fn written_by(line: &str) -> &str {
    Credit::of(line).names
}

/// Takes the name that a part between commas is, or else what it adds to the last one.
pub fn push_name(names: &mut Vec<String>, part: &str) {
    match (Suffix::of(part), names.last_mut()) {
        (Some(Suffix::OfName), Some(last)) => *last = format!("{last} {part}"),
        (Some(_), Some(_)) => {}
        _ => names.push(part.to_owned()),
    }
}

/// The names in a line, and what stands before them.
struct Credit<'a> {
    names: &'a str,
    lead: Option<&'static str>,
}

impl<'a> Credit<'a> {
    fn of(line: &'a str) -> Self {
        let line = line.split(['|', '·', '•']).next().unwrap_or(line).trim();
        // In ASCII letters of the other case, every byte keeps its place.
        let lower = line.to_ascii_lowercase();
        let lead = LEADS.iter().find(|lead| lower.starts_with(**lead)).or_else(|| {
            // Pages have `By` in an element of its own: `ByAnn Lee`.
            let behind = line.strip_prefix("By").or_else(|| line.strip_prefix("by"))?;
            behind.starts_with(char::is_uppercase).then_some(&"by")
        });
        let has_two_words = line.split_whitespace().nth(2).is_some();
        let other = OTHER_LEADS.iter().find(|lead| has_two_words && lower.starts_with(**lead));
        let lead = lead.or(other).copied();
        let start = lead.map_or(0, str::len);
        let end = OTHER_WORK.iter().filter_map(|work| lower[start..].find(work)).min();
        let end = end.map_or(line.len(), |length| start + length);
        let names = line[start..end].trim_end_matches([',', ';', ' ']);
        Self { names: without_stop(names), lead }
    }

    /// The names, if all of them are full ones and nothing else is left.
    fn sure_names(&self) -> Vec<String> {
        if self.names.len() > MOST_BYTES {
            return Vec::new();
        }
        let mut line = self.names.replace(" AND ", " and ");
        if self.lead.is_some_and(|lead| OTHER_LEADS.contains(&lead)) {
            OTHER_ANDS.iter().for_each(|and| line = line.replace(and, " and "));
        }
        let line = without_address(&line);
        if self.lead.is_some() && is_institution(line) {
            return vec![line.to_owned()];
        }
        let mut names = Vec::new();
        for part in line.split([';', '&']).flat_map(|part| part.split(" and ")) {
            let mut parts = part.split(',').map(str::trim).filter(|part| !part.is_empty());
            let first = without_address(parts.next().unwrap_or(""));
            if is_body(first) {
                names.push(first.to_owned());
            } else if !first.is_empty() {
                push_name(&mut names, without_place(first));
            }
            // One word behind a name says where, or for whom; a phrase, what somebody is.
            let others = parts.map(|part| part.trim_start_matches("and "));
            let is_kept = |part: &&str| Suffix::of(part) == Some(Suffix::OfName);
            let is_name = |part: &&str| part.contains(' ') && !is_phrase(part);
            let others = others.filter(|part| is_kept(part) || is_name(part));
            others.for_each(|part| push_name(&mut names, without_place(without_address(part))));
        }
        let are_sure = names.len() <= MOST_NAMES
            && names.first().is_some_and(|name| is_full_name(name))
            && names.iter().all(|name| is_author(name));
        names.retain(|name| are_sure && !is_account(name));
        names
    }
}

/// The point of `Tom B.` and `Jr.` is of the name; that behind a longer word ends a sentence.
fn without_stop(names: &str) -> &str {
    let before = names.trim_end_matches('.');
    let n_last = before.chars().rev().take_while(|c| c.is_alphabetic()).count();
    if n_last > 2 { before } else { names }
}

/// Names without what stands in brackets behind them, as an address of mail does, and without the
/// sign of a note.
fn without_address(names: &str) -> &str {
    let name = match names.split_once(['<', '(']) {
        Some((name, address)) if address.ends_with(['>', ')']) => name,
        _ => names,
    };
    name.trim_end_matches(['*', '∗', '†', '‡', '§', '¹', '²', '³', ' '])
}

/// Whether words behind a name and a comma are a phrase: `Software Engineer on Google Play`.
fn is_phrase(words: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let is_for = ["for ", "from ", "in ", "at "].iter().any(|start| words.starts_with(start));
    (is_for || words.starts_with(char::is_uppercase))
        && !words.contains(char::is_numeric)
        && !is_author(words)
        && words.split(' ').count() <= MOST_WORDS
}

/// A name without where or for whom somebody wrote: `Ann Lee in Leeds`.
fn without_place(name: &str) -> &str {
    const BEFORE: [&str; 4] = [" in ", " for ", " at ", " of "];
    let is_named =
        |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "the" | "of");
    let found = BEFORE.iter().find_map(|before| name.split_once(before));
    match found {
        Some((person, place))
            if person.contains(' ')
                && !is_body(person)
                && is_author(person)
                && place.split(' ').all(is_named) =>
        {
            person
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byline_names_its_authors() {
        for (line, expected) in [
            ("By Jane Doe", &["Jane Doe"][..]),
            (
                "by Jane Doe, John de Roe and Ann-Marie O’Hara",
                &["Jane Doe", "John de Roe", "Ann-Marie O’Hara"],
            ),
            ("By Ann Lee and the Editors of Time", &["Ann Lee", "the Editors of Time"]),
            ("By The Associated Press", &["The Associated Press"]),
            ("By The Quay Staff", &["The Quay Staff"]),
            ("By REUTERS", &["REUTERS"]),
            ("BY JANE DOE AND ANN LEE", &["JANE DOE", "ANN LEE"]),
            ("By Jane Doe, staff writer", &["Jane Doe"]),
            ("By Jane Doe, health reporter, The Quay", &["Jane Doe"]),
            ("By Jane Doe, Leeds", &["Jane Doe"]),
            ("By Jane Doe, Software Engineer", &["Jane Doe"]),
            ("By Jane Doe¹, Bo Dee² and Ann Lee*", &["Jane Doe", "Bo Dee", "Ann Lee"]),
            ("By Jane Doe, for The Quay", &["Jane Doe"]),
            ("Posted by Jane Doe, Software Engineer on Google Play", &["Jane Doe"]),
            ("By Jane Doe, Professor of History, and Ann Lee, Jr.", &["Jane Doe", "Ann Lee Jr."]),
            (
                "By Jane Doe, Ben Lee, Jr., and Dr. Bo Dee, PhD",
                &["Jane Doe", "Ben Lee Jr.", "Dr. Bo Dee"],
            ),
            ("By Jane Doe in Leeds and Bob Ray in New York", &["Jane Doe", "Bob Ray"]),
            ("By Jane Doe for The Quay", &["Jane Doe"]),
            ("By Jane Doe <jane@example.org>", &["Jane Doe"]),
            ("By Jane Doe (Leeds)", &["Jane Doe"]),
            ("Story and photos by Jane Doe", &["Jane Doe"]),
            ("Door Jan de Vries en Ann Lee", &["Jan de Vries", "Ann Lee"]),
            (
                "By National Oceanic and Atmospheric Administration",
                &["National Oceanic and Atmospheric Administration"],
            ),
            ("By Jane Doe of the Quay", &["Jane Doe"]),
            ("Words: Jane Doe. Photos: Ann Lee", &["Jane Doe"]),
            ("Text by Jane Doe", &["Jane Doe"]),
            ("Written by Jane Doe, illustrated by Ann Lee", &["Jane Doe"]),
            ("Par Élise Roy et Jean d’Arc", &["Élise Roy", "Jean d’Arc"]),
            ("Von Hans Müller und Eva Roth", &["Hans Müller", "Eva Roth"]),
            ("Por Juan Pérez y Ana Ruiz", &["Juan Pérez", "Ana Ruiz"]),
        ] {
            assert_eq!(byline(line), expected, "{line}");
        }
    }

    #[test]
    fn what_begins_like_a_byline_is_none_without_full_names() {
        for line in [
            "By Candlelight",
            "By Land and Sea",
            "By the Sea of Japan",
            "By The Sea",
            "By the press",
            "By the time he came",
            "By Monday it rained.",
            "By and large, bread was dear",
            "By the Staff",
            "By Staff",
            "By admin",
            "Von Miller",
            "Jane Doe",
        ] {
            assert_eq!(byline(line), [""; 0], "{line}");
        }
    }

    #[test]
    fn people_may_stand_alone_in_a_line() {
        assert_eq!(people_alone("Jane Doe"), ["Jane Doe"]);
        assert_eq!(people_alone("Jane Doe∗"), ["Jane Doe"]);
        assert_eq!(people_alone("Jane Q. Doe and Bob van Ray"), ["Jane Q. Doe", "Bob van Ray"]);
        assert_eq!(
            people_alone("Jane Doe, Ann Lee and Bob Ray"),
            ["Jane Doe", "Ann Lee", "Bob Ray"]
        );
        for line in [
            "Leeds",
            "New York",
            "Machine Learning",
            "Breaking News",
            "The Quay",
            "World Politics",
            "The Associated Press",
            "Chapter One",
            "She wept",
            "Dear Anna",
            "My Jane Doe,",
            "Jane Doe,",
            "5 min read",
        ] {
            assert_eq!(people_alone(line), [""; 0], "{line}");
        }
    }
}
