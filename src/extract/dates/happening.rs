//! Whether the few words of an entry, a row or an item tell that something happened.
//!
//! A number before `the harbor froze` is a year; before `SQL Server`, `conference room` or the name
//! of a wine it may be anything.

use super::label::has_clause;
use crate::extract::verb::verb_form;
use std::ops::Range;

/// Nouns that name what happens at one time.
const HAPPENINGS: &[&str] = &[
    "abdication",
    "abolition",
    "accession",
    "annexation",
    "armistice",
    "arrest",
    "arrival",
    "assassination",
    "attack",
    "attacks",
    "attempt",
    "battle",
    "beginning",
    "birth",
    "bombing",
    "boycott",
    "ceasefire",
    "clash",
    "clashes",
    "collapse",
    "completion",
    "conquest",
    "coronation",
    "coup",
    "crash",
    "crisis",
    "crusade",
    "cyclone",
    "death",
    "declaration",
    "defeat",
    "discovery",
    "drought",
    "earthquake",
    "election",
    "elections",
    "end",
    "epidemic",
    "eruption",
    "execution",
    "exodus",
    "expedition",
    "explosion",
    "expulsion",
    "fall",
    "famine",
    "fire",
    "flight",
    "flood",
    "floods",
    "foundation",
    "founding",
    "genocide",
    "hurricane",
    "inauguration",
    "independence",
    "invasion",
    "landing",
    "launch",
    "liberation",
    "marriage",
    "massacre",
    "merger",
    "mutiny",
    "occupation",
    "opening",
    "outbreak",
    "pandemic",
    "partition",
    "peace",
    "plague",
    "protests",
    "raid",
    "rebellion",
    "referendum",
    "release",
    "resignation",
    "retreat",
    "return",
    "revolt",
    "revolution",
    "riot",
    "riots",
    "rising",
    "scandal",
    "siege",
    "signing",
    "start",
    "storm",
    "strike",
    "strikes",
    "summit",
    "surrender",
    "treaty",
    "trial",
    "truce",
    "unification",
    "uprising",
    "victory",
    "visit",
    "voyage",
    "war",
    "wars",
    "wedding",
];

/// Whether `words` name a happening, have a verb of their own, or are what is left of a clause.
pub fn tells_happening(words: &str) -> bool {
    names_happening(words) || has_clause(words) || is_clipped(words)
}

fn names_happening(words: &str) -> bool {
    words.split(|c: char| !c.is_alphabetic()).any(|word| {
        word.len() > 2 && HAPPENINGS.iter().any(|known| word.eq_ignore_ascii_case(known))
    })
}

/// Whether words are a clause without subject or verb, as chronologies have them: `born in Oslo`,
/// `Moves to Leeds`, `new factory in Hull`; a title such as `The Man in the Moon` is none.
fn is_clipped(words: &str) -> bool {
    const PLACES: &[&str] =
        &["against", "at", "by", "from", "in", "into", "near", "on", "over", "to", "under"];
    let head = words.split([',', ';', '(']).next().unwrap_or(words);
    let words = || head.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    let (Some(first), second) = (words().next(), words().nth(1)) else { return false };
    let is_verb = |word: &str| verb_form(&word.to_lowercase()).is_some();
    let opens_with_verb = is_verb(first)
        || first.ends_with('s')
            && !first.ends_with("ss")
            && second.is_some_and(is_small)
            && second != Some("and")
            && second != Some("of");
    let has_place = words().skip(1).any(|word| PLACES.contains(&word));
    let has_small = words()
        .skip(1)
        .any(|word| is_small(word) && word.len() > 3 && !PLACES.contains(&word) && word != "with");
    let has_participle = words().skip(1).any(|word| is_small(word) && is_verb(word));
    opens_with_verb || has_participle || has_place && has_small
}

/// Whether an item is nothing but the name of a work, a person or a place with a year in brackets at
/// `year`: `Metropolis (1927)`.
pub fn is_catalog_entry(item: &str, year: &Range<usize>) -> bool {
    let (Some(before), Some(after)) =
        (item[..year.start].strip_suffix('('), item[year.end..].strip_prefix(')'))
    else {
        return false;
    };
    !names_happening(before) && !has_clause(before) && !has_clause(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_is_told_in_few_words() {
        for words in [
            "Born in Porbandar",
            "Studies law in London",
            "Moves to South Africa",
            "Google incorporated",
            "Nationalised",
            "New factory in Hull",
            "Headquarters move to London",
            "Sputnik 1 in orbit",
            "Man lands on the moon",
            "Students take the square",
            "Battle of Hastings",
            "The long war",
        ] {
            assert!(tells_happening(words), "{words}");
        }
    }

    #[test]
    fn names_and_things_do_not_happen() {
        for words in [
            "SQL Server",
            "Conference room",
            "Library, books and maps",
            "Château Latour, aged in oak",
            "The Man in the High Castle",
            "The Third Man, directed by Carol Reed",
            "Jane Eyre",
            "Office of the director",
            "Booker Prize",
        ] {
            assert!(!tells_happening(words), "{words}");
        }
    }
}
