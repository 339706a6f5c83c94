//! Names and numbers: what headings and footnotes are linked by, and what stands before items.

use super::place::Signs;
use crate::document::HeadingNames;
use crate::import::script::raised;
use std::collections::HashMap;
use std::sync::Arc;

/// More places than this have no names; no text that anybody wrote has as many.
const MOST_PLACES: usize = 100_000;

/// The names given so far.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Those of the headings.
    pub headings: HeadingNames,
    /// How many footnotes were written among words.
    pub n_inline_notes: usize,
    /// Which notes of the window that is read are led to by links.
    pub signs: Arc<Signs>,
    n_places: usize,
    notes: HashMap<String, usize>,
}

impl Names {
    /// Whether one more place may have a name.
    pub fn has_room(&mut self) -> bool {
        self.n_places += 1;
        self.n_places <= MOST_PLACES
    }

    /// The sign of a footnote: a raised number, in the order of the first references.
    pub fn of_note(&mut self, label: &str) -> String {
        let next = self.notes.len() + 1;
        let number = *self.notes.entry(label.to_lowercase()).or_insert(next);
        raised(&number.to_string(), "")
    }
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
