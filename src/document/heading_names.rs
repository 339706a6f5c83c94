//! The names that headings have without being given one.

use std::collections::HashMap;

/// Headings behind so many others have no names; no text that anybody wrote has as many.
const MOST_HEADINGS: usize = 100_000;

/// The names of the headings of a text, in order.
#[derive(Debug, Clone, Default)]
pub struct HeadingNames {
    counts: HashMap<String, u32>,
    n_headings: usize,
}

impl HeadingNames {
    /// Whether a heading was read.
    pub fn is_empty(&self) -> bool {
        self.n_headings == 0
    }

    /// The target of the next heading, as GitHub makes it of its words.
    pub fn next(&mut self, words: &str) -> Option<String> {
        self.n_headings += 1;
        if self.n_headings > MOST_HEADINGS {
            return None;
        }
        let slug = slug(words);
        let count = self.counts.entry(slug.clone()).or_insert(0);
        *count += 1;
        Some(match *count {
            1 => slug,
            n => format!("{slug}-{}", n - 1),
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headings: &[&str], expected: &[&str]) {
        let mut names = HeadingNames::default();
        let found: Vec<String> = headings.iter().filter_map(|words| names.next(words)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_heading_is_linked_by_its_words() {
        check(&["The Harbor’s Price"], &["the-harbors-price"]);
        check(&["Größe & Maß: 2 von 3"], &["größe--maß-2-von-3"]);
        check(&["One", "One", "One"], &["one", "one-1", "one-2"]);
    }
}
