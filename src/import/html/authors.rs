//! The authors of a page in the lines that name them.
//!
//! In: what bylines and `meta` elements say, `By Ann Lee and John Roe`. Out: the names, each once.

use crate::document::{CleanText, fold};
use std::collections::HashSet;

/// The authors that several names of the page tell, each once, however it is written; `source` may
/// be one of them, `&` and all.
pub fn authors(names: &[String], source: &str) -> Vec<CleanText> {
    let mut authors: Vec<CleanText> = Vec::new();
    for names in names {
        if fold(names).text() == fold(source).text() {
            authors.push(CleanText::line(names));
        } else {
            authors.extend(people(names));
        }
    }
    let mut seen = HashSet::new();
    authors.retain(|author| seen.insert(fold(author.as_str()).text().to_owned()));
    authors
}

/// Whether all that is said of the authors is the name of an account or of a role, as the programs
/// that make sites fill it in.
pub fn are_accounts(authors: &[CleanText]) -> bool {
    const ACCOUNTS: [&str; 14] = [
        "admin",
        "administrator",
        "author",
        "editor",
        "editors",
        "editorial team",
        "guest",
        "root",
        "site admin",
        "staff",
        "user",
        "webmaster",
        "wordpress",
        "wp admin",
    ];
    authors.iter().all(|author| {
        let folded = fold(author.as_str());
        ACCOUNTS.contains(&folded.text().replace(['-', '_'], " ").trim())
    })
}

/// The names in `By Ann Lee and John Roe`, `Written by Ann Lee, edited by Bo Dee`.
pub fn people(names: &str) -> Vec<CleanText> {
    let line = written_by(names).replace(" AND ", " and ");
    let has_semicolons = line.contains(';');
    let mut people: Vec<String> = Vec::new();
    for names in line.split([';', '&']).flat_map(|names| names.split(" and ")) {
        // With semicolons between the authors, a comma stands within a name.
        if has_semicolons && is_family_first(names) {
            people.push(given_first(names));
            continue;
        }
        names.split(',').for_each(|name| push_name(&mut people, name.trim()));
    }
    // A by-line may hold a date too.
    people.retain(|name| !name.is_empty() && name.len() < 100 && !name.contains(char::is_numeric));
    people.iter().map(|name| CleanText::line(name)).collect()
}

/// The names in parts between commas: `Ann Lee` in `Ann Lee`, `MD`, `Staff Writer`.
pub fn names_in(parts: &[String]) -> Vec<String> {
    let mut names = Vec::new();
    parts.iter().for_each(|part| push_name(&mut names, part));
    names
}

/// Takes the name that a part is, or else what it adds to the last one.
fn push_name(names: &mut Vec<String>, part: &str) {
    match (Suffix::of(part), names.last_mut()) {
        (Some(Suffix::OfName), Some(last)) => *last = format!("{last} {part}"),
        (Some(_), Some(_)) => {}
        _ => names.push(part.to_owned()),
    }
}

/// What stands behind a name and a comma, and is no other name.
enum Suffix {
    /// `Jr.`
    OfName,
    /// `PhD`, `Special to The Times`, `Staff Writer`, `The Quay`.
    Other,
}

impl Suffix {
    fn of(words: &str) -> Option<Self> {
        let bare = words.replace('.', "").to_ascii_lowercase();
        match bare.as_str() {
            "jr" | "sr" | "ii" | "iii" | "iv" => Some(Self::OfName),
            "phd" | "md" | "ma" | "ms" | "mba" | "msc" | "rn" | "esq" | "jd" => Some(Self::Other),
            _ => (bare.starts_with("special to ") || is_post(&bare) || is_paper(&bare))
                .then_some(Self::Other),
        }
    }
}

/// Whether words in small letters say what somebody does for a paper: `senior staff writer`.
fn is_post(words: &str) -> bool {
    const POSTS: [&str; 7] = [
        "writer",
        "reporter",
        "correspondent",
        "editor",
        "columnist",
        "contributor",
        "editor-in-chief",
    ];
    words.rsplit(' ').next().is_some_and(|last| POSTS.contains(&last))
}

/// Whether words in small letters name a paper or an agency.
fn is_paper(words: &str) -> bool {
    const AGENCIES: [&str; 4] = ["reuters", "afp", "ap", "upi"];
    const KINDS: [&str; 4] = [" press", " news", " magazine", " journal"];
    words.starts_with("the ")
        || AGENCIES.contains(&words)
        || KINDS.iter().any(|kind| words.ends_with(kind))
}

/// Whether a name stands as in `Lee, Ann`.
pub fn is_family_first(names: &str) -> bool {
    names.trim().split_once(", ").is_some_and(|(family, given)| {
        !family.contains(' ') && !given.contains(',') && Suffix::of(given).is_none()
    })
}

/// What stands behind `By` or `Written by`, to where the line goes on with another’s work.
fn written_by(names: &str) -> &str {
    const LEADS: [&str; 6] =
        ["by ", "written by ", "posted by ", "story by ", "words by ", "text by "];
    /// Other languages’ `by`, which may also be a part of a name: two words must follow.
    const OTHER_LEADS: [&str; 3] = ["par ", "por ", "von "];
    const OTHER_WORK: [&str; 7] = [
        " edited by ",
        " translated by ",
        " reviewed by ",
        " photographs by ",
        " photography by ",
        " illustrated by ",
        " illustrations by ",
    ];
    let names = names.split(['|', '·', '•']).next().unwrap_or(names).trim();
    // In ASCII letters of the other case, every byte keeps its place.
    let lower = names.to_ascii_lowercase();
    let begins = |leads: &[&str]| {
        leads.iter().find(|lead| lower.starts_with(**lead)).map_or(0, |lead| lead.len())
    };
    let has_two_words = names.split_whitespace().nth(2).is_some();
    let start = begins(&LEADS).max(if has_two_words { begins(&OTHER_LEADS) } else { 0 });
    let ends = OTHER_WORK.iter().filter_map(|work| lower[start..].find(work));
    let end = ends.min().map_or(names.len(), |length| start + length);
    let line = names[start..end].trim_end_matches([',', ';', ' ']);
    // The point of `Tom B.` and `Jr.` is of the name.
    let n_last = line.trim_end_matches('.').chars().rev().take_while(|c| c.is_alphabetic()).count();
    if n_last > 2 { line.trim_end_matches('.') } else { line }
}

/// A name as journals write it, `Levi, Sara`, as it is said.
pub fn given_first(name: &str) -> String {
    match name.split_once(',') {
        Some((family, given)) if !given.contains(',') => {
            format!("{} {}", given.trim(), family.trim())
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_named_once_and_without_who_did_other_work() {
        #[track_caller]
        fn check(names: &[&str], source: &str, expected: &[&str]) {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            let authors = authors(&names, source);
            assert_eq!(authors.iter().map(CleanText::as_str).collect::<Vec<_>>(), expected);
        }
        check(&["Ann Lee", "Bo Dee", "ANN LEE"], "", &["Ann Lee", "Bo Dee"]);
        check(&["By Ann Lee and Bo Dee"], "", &["Ann Lee", "Bo Dee"]);
        check(&["Written by Ann Lee Edited by Bo Dee"], "", &["Ann Lee"]);
        check(&["Posted by Ann Lee"], "", &["Ann Lee"]);
        check(&["Par Élise Roy"], "", &["Élise Roy"]);
        check(&["Von Miller"], "", &["Von Miller"]);
        check(&["Bits & Bolts"], "Bits & Bolts", &["Bits & Bolts"]);
        check(&["Ann Lee & Bo Dee"], "Bits & Bolts", &["Ann Lee", "Bo Dee"]);
        check(&["Byron Lee"], "", &["Byron Lee"]);
        check(&["Lee, Ann; Ruiz, Bo"], "", &["Ann Lee", "Bo Ruiz"]);
        check(&["Ann Lee, Bo Ruiz"], "", &["Ann Lee", "Bo Ruiz"]);
        check(&["Ben Lee, Jr., and Dr. Bo Dee, PhD"], "", &["Ben Lee Jr.", "Dr. Bo Dee"]);
        check(&["Ann Lee, Special to the Times"], "", &["Ann Lee"]);
        check(&["Ann Lee, Staff Writer, and Bo Dee, Senior Editor"], "", &["Ann Lee", "Bo Dee"]);
        check(&["Ann Lee, The Quay", "Bo Dee, Associated Press"], "", &["Ann Lee", "Bo Dee"]);
        check(&["Staff Writer", "The Quay"], "", &["Staff Writer", "The Quay"]);
        check(&["BY ANN LEE AND BO RUIZ | PHOTOGRAPHS BY CY"], "", &["ANN LEE", "BO RUIZ"]);
        check(&["Tom B.", "By Ann Dee."], "", &["Tom B.", "Ann Dee"]);
    }
}
