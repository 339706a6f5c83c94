//! The signs at the end of a word: which of them belong to it, and what they part it from.

use super::word::{Stop, Word};

/// Where the word of a chunk ends and its closing signs begin.
pub(super) fn core_end(chunk: &str) -> usize {
    let last = chunk.char_indices().rev().find(|(_, c)| c.is_alphanumeric() || *c == '%');
    let Some((at, last)) = last else { return 0 };
    let end = at + last.len_utf8();
    // The full stop of `U.S.` and `Gen.` belongs to the word.
    let is_stopped = chunk[end..].starts_with('.') && is_abbreviation(&chunk[..end]);
    end + usize::from(is_stopped)
}

fn is_abbreviation(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "Mr", "Mrs", "Ms", "Dr", "St", "Prof", "Gen", "Col", "Capt", "Sgt", "Maj", "Sen", "Rep",
        "Gov", "Lt", "Jr", "Sr", "Rev", "Adm", "Brig", "No", "Mt", "Ft", "Jan", "Feb", "Mar",
        "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Pres", "Hon", "Inc", "Co",
        "Ltd", "Corp", "Bros", "Messrs", "Cpl", "Pvt", "Cmdr", "Supt", "Ave", "Blvd", "vs",
    ];
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let initial = word.len() == 1 && word.bytes().all(|c| c.is_ascii_uppercase());
    initial || word.contains('.') || TITLES.contains(&word)
}

/// Whether the stop after a word is that of an abbreviation.
pub(super) fn is_abbreviated(word: &Word) -> bool {
    word.close == "." && is_abbreviation(word.text)
}

pub(super) fn stop_of(signs: &str) -> Option<Stop> {
    signs
        .chars()
        .filter_map(|sign| match sign {
            ',' => Some(Stop::Comma),
            ':' => Some(Stop::Colon),
            '—' => Some(Stop::Dash),
            ';' | '.' | '!' | '?' => Some(Stop::Full),
            _ => None,
        })
        .max()
}
