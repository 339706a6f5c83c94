//! The authors of a page in the lines that name them.
//!
//! In: what bylines and `meta` elements say, `By Ann Lee and John Roe`. Out: the names, each once.

use super::super::credit::{Suffix, is_account, is_institution, push_name, written_by};
use super::draft::Draft;
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

/// Drops the authors whom a page does not show, if it shows others: a publisher is shown as an owner
/// at most.
pub fn keep_shown(authors: &mut Vec<CleanText>, drafts: &[Draft]) {
    const MOST: usize = 16;
    if !(2..=MOST).contains(&authors.len()) {
        return;
    }
    // The page may show more of a name: `Ann B. Lee`.
    let shows = |draft: &Draft, name: &str| name.split(' ').all(|word| draft.text.contains(word));
    let is_shown = |name: &CleanText| drafts.iter().any(|draft| shows(draft, name.as_str()));
    let shown: Vec<bool> = authors.iter().map(is_shown).collect();
    if shown.contains(&true) {
        let mut shown = shown.into_iter();
        authors.retain(|_| shown.next() == Some(true));
    }
}

/// Whether all that is said of the authors is the name of an account or of a role, as the programs
/// that make sites fill it in.
pub fn are_accounts(authors: &[CleanText]) -> bool {
    authors.iter().all(|author| is_account(author.as_str()))
}

/// The names in `By Ann Lee and John Roe`, `Written by Ann Lee, edited by Bo Dee`.
pub fn people(names: &str) -> Vec<CleanText> {
    let line = written_by(names).replace(" AND ", " and ");
    if is_institution(&line) {
        return vec![CleanText::line(&line)];
    }
    let has_semicolons = line.contains(';');
    let mut people: Vec<String> = Vec::new();
    for names in line.split([';', '&']).flat_map(|names| names.split(" and ")) {
        // With semicolons between the authors, a comma stands within a name.
        if has_semicolons && is_family_first(names) {
            people.push(given_first(names));
            continue;
        }
        let is_sign = |c: char| c.is_whitespace() || "-–—".contains(c);
        names.split(',').for_each(|name| push_name(&mut people, name.trim_matches(is_sign)));
    }
    // A by-line may hold a date too.
    people.retain(|name| {
        !matches!(name.as_str(), "" | "By" | "by" | "BY")
            && name.len() < 100
            && !name.contains(char::is_numeric)
    });
    people.iter().map(|name| CleanText::line(name)).collect()
}

/// Whether a name stands as in `Lee, Ann`.
pub fn is_family_first(names: &str) -> bool {
    names.trim().split_once(", ").is_some_and(|(family, given)| {
        !family.contains(' ') && !given.contains(',') && Suffix::of(given).is_none()
    })
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
