//! Names and numbers: what headings and footnotes are linked by, and what stands before items.

use crate::import::script::raised;
use std::collections::HashMap;

/// Headings behind so many others have no names; no text that anybody wrote has as many.
const MOST_HEADINGS: usize = 100_000;

/// The names given so far.
#[derive(Debug, Clone, Default)]
pub struct Names {
    headings: HashMap<String, u32>,
    n_headings: usize,
    /// How many footnotes were written among words.
    pub n_inline_notes: usize,
    notes: HashMap<String, usize>,
}

impl Names {
    /// Whether a heading was read.
    pub fn has_headings(&self) -> bool {
        self.n_headings > 0
    }

    /// The target of a heading, as GitHub makes it of its words.
    pub fn of_heading(&mut self, words: &str) -> Option<String> {
        self.n_headings += 1;
        if self.n_headings > MOST_HEADINGS {
            return None;
        }
        let slug = slug(words);
        let count = self.headings.entry(slug.clone()).or_insert(0);
        *count += 1;
        Some(match *count {
            1 => slug,
            n => format!("{slug}-{}", n - 1),
        })
    }

    /// The sign of a footnote: a raised number, in the order of the first references.
    pub fn of_note(&mut self, label: &str) -> String {
        let next = self.notes.len() + 1;
        let number = *self.notes.entry(label.to_lowercase()).or_insert(next);
        raised(&number.to_string(), "")
    }
}

/// The words of a heading as the target of a link, the way GitHub makes it.
pub fn slug(words: &str) -> String {
    let mut slug = String::with_capacity(words.len());
    for character in words.trim().chars().flat_map(char::to_lowercase) {
        match character {
            ' ' | '-' => slug.push('-'),
            '_' => slug.push('_'),
            character if character.is_alphanumeric() => slug.push(character),
            _ => {}
        }
    }
    slug
}

/// The target of a footnote; no heading is named like it.
pub fn note(label: &str) -> String {
    format!("note:{}", label.to_lowercase())
}

/// What stands before an item of a list in so many lists.
pub fn bullet(n_lists: usize) -> String {
    match n_lists % 3 {
        1 => "• ",
        2 => "◦ ",
        _ => "▪ ",
    }
    .to_owned()
}

/// What stands before a numbered item; the sign behind the number is the author's.
pub fn number(number: u64, source: &str) -> String {
    let after = source.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let sign = if after.starts_with(')') { ')' } else { '.' };
    format!("{number}{sign} ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headings: &[&str], expected: &[&str]) {
        let mut names = Names::default();
        let found: Vec<String> =
            headings.iter().filter_map(|words| names.of_heading(words)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_heading_is_linked_by_its_words() {
        check(&["The Harbor’s Price"], &["the-harbors-price"]);
        check(&["Größe & Maß: 2 von 3"], &["größe--maß-2-von-3"]);
        check(&["One", "One", "One"], &["one", "one-1", "one-2"]);
    }

    #[test]
    fn footnotes_are_numbered_in_the_order_of_their_references() {
        let mut names = Names::default();
        let signs: Vec<String> = ["b", "a", "B", "c"].map(|label| names.of_note(label)).into();
        assert_eq!(signs, ["¹", "²", "¹", "³"]);
    }

    #[test]
    fn the_sign_behind_a_number_is_the_authors() {
        assert_eq!(number(3, " 3) three"), "3) ");
        assert_eq!(number(10, "7. seven"), "10. ");
    }
}
