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
        for name in names.split(',').map(str::trim) {
            match (Suffix::of(name), people.last_mut()) {
                (Some(Suffix::OfName), Some(last)) => *last = format!("{last} {name}"),
                (Some(_), _) => {}
                (None, _) => people.push(name.to_owned()),
            }
        }
    }
    // A by-line may hold a date too.
    people.retain(|name| !name.is_empty() && name.len() < 100 && !name.contains(char::is_numeric));
    people.iter().map(|name| CleanText::line(name)).collect()
}

/// What stands behind a name and a comma, and is no other name.
enum Suffix {
    /// `Jr.`
    OfName,
    /// `PhD`, `Special to The Times`.
    Other,
}

impl Suffix {
    fn of(words: &str) -> Option<Self> {
        let bare = words.replace('.', "").to_ascii_lowercase();
        match bare.as_str() {
            "jr" | "sr" | "ii" | "iii" | "iv" => Some(Self::OfName),
            "phd" | "md" | "ma" | "ms" | "mba" | "msc" | "rn" | "esq" | "jd" => Some(Self::Other),
            _ => bare.starts_with("special to ").then_some(Self::Other),
        }
    }
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
        check(&["BY ANN LEE AND BO RUIZ | PHOTOGRAPHS BY CY"], "", &["ANN LEE", "BO RUIZ"]);
        check(&["Tom B.", "By Ann Dee."], "", &["Tom B.", "Ann Dee"]);
    }
}
