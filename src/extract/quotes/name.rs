//! Names of people: where they stand, and what is left of them without titles.
//!
//! A name is a run of capitalised words, with initials, and small particles (`de`, `van`, `bin`)
//! between them. Which capitalised words begin a sentence rather than a name is a matter of a list.

use super::token::Token;

/// The number of tokens of the name that begins with the first of `tokens`; 0 if none does.
pub fn name_length(tokens: &[Token<'_>]) -> usize {
    let mut length = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if is_name_word(token) {
            at += 1;
            length = at;
            // A possessor is not whom a verb after it is about.
            if is_possessive(token.text) {
                return 0;
            }
        } else if length > 0 && is_particle(token.text) {
            at += 1;
        } else {
            break;
        }
    }
    let has_name = tokens[..length].iter().any(|token| !is_title(token.text));
    if has_name { length } else { 0 }
}

/// A name without its titles, its words separated by one blank; all of it if that leaves nothing.
pub fn bare_name(words: &str) -> String {
    let bare: Vec<&str> = words.split_whitespace().skip_while(|word| is_title(word)).collect();
    if bare.is_empty() { words.to_owned() } else { bare.join(" ") }
}

/// Whether a title stands before the name.
pub fn has_title(words: &str) -> bool {
    words.split_whitespace().next().is_some_and(is_title)
}

fn is_name_word(token: &Token<'_>) -> bool {
    let is_prefixed =
        ["al-", "el-", "d’", "d'"].iter().any(|prefix| token.text.starts_with(prefix))
            && token.text.chars().any(char::is_uppercase);
    (token.is_capital() || is_prefixed) && !is_opener(token.text)
}

fn is_possessive(word: &str) -> bool {
    ["’s", "'s", "s’", "s'"].iter().any(|ending| word.ends_with(ending))
}

/// Whether the word stands in small letters between the words of a name.
pub fn is_particle(word: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "de", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le",
        "bin", "ibn", "ben", "ter", "zu", "el", "al", "af", "y",
    ];
    PARTICLES.contains(&word)
}

/// Whether a full stop after the word is part of it.
pub fn is_abbreviated_title(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Capt", "Lt", "Maj",
        "Sgt", "Rev", "Hon", "St", "Jr", "Sr", "Pres", "Adm",
    ];
    TITLES.contains(&word)
}

fn is_title(word: &str) -> bool {
    const TITLES: &[&str] = &[
        "President",
        "Premier",
        "Chancellor",
        "Minister",
        "Prime",
        "Professor",
        "Doctor",
        "Senator",
        "Representative",
        "Congressman",
        "Congresswoman",
        "Governor",
        "Mayor",
        "General",
        "Colonel",
        "Captain",
        "Major",
        "Lieutenant",
        "Sergeant",
        "Admiral",
        "Marshal",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Emperor",
        "Sir",
        "Lord",
        "Lady",
        "Dame",
        "Pope",
        "Father",
        "Sister",
        "Bishop",
        "Archbishop",
        "Cardinal",
        "Rabbi",
        "Imam",
        "Judge",
        "Justice",
        "Secretary",
        "Ambassador",
        "Chairman",
        "Comrade",
        "Coach",
        "Miss",
        "Mister",
        "Madame",
        "Monsieur",
        "Herr",
        "Frau",
        "Inspector",
        "Detective",
        "Officer",
        "Chief",
    ];
    TITLES.contains(&word) || word.strip_suffix('.').is_some_and(is_abbreviated_title)
}

/// Whether a capitalised word is more likely to open a sentence, or to name a day, than a person.
pub fn is_opener(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "A",
        "About",
        "According",
        "After",
        "Afterward",
        "Afterwards",
        "Again",
        "Ago",
        "All",
        "Already",
        "Also",
        "Although",
        "Among",
        "An",
        "And",
        "Another",
        "Anybody",
        "Anyone",
        "April",
        "As",
        "Asked",
        "At",
        "August",
        "Because",
        "Before",
        "Behind",
        "Both",
        "But",
        "By",
        "December",
        "Despite",
        "During",
        "Each",
        "Earlier",
        "Even",
        "Eventually",
        "Ever",
        "Every",
        "Everybody",
        "Everyone",
        "February",
        "Few",
        "Finally",
        "First",
        "For",
        "Friday",
        "From",
        "He",
        "Hence",
        "Her",
        "Here",
        "Hers",
        "His",
        "How",
        "However",
        "I",
        "If",
        "Immediately",
        "In",
        "Indeed",
        "Instead",
        "Into",
        "It",
        "Its",
        "January",
        "July",
        "June",
        "Just",
        "Last",
        "Later",
        "Like",
        "Many",
        "Maybe",
        "Meanwhile",
        "Monday",
        "Moreover",
        "Most",
        "Much",
        "My",
        "Near",
        "Nearly",
        "Never",
        "Nevertheless",
        "Next",
        "No",
        "Nobody",
        "None",
        "Nor",
        "Not",
        "Nothing",
        "November",
        "Now",
        "October",
        "Of",
        "Often",
        "On",
        "Once",
        "One",
        "Only",
        "Or",
        "Other",
        "Others",
        "Our",
        "Over",
        "Perhaps",
        "Recently",
        "Saturday",
        "Second",
        "September",
        "She",
        "Since",
        "So",
        "Some",
        "Somebody",
        "Someone",
        "Sometimes",
        "Soon",
        "Still",
        "Such",
        "Suddenly",
        "Sunday",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "Therefore",
        "These",
        "They",
        "Third",
        "This",
        "Those",
        "Though",
        "Three",
        "Through",
        "Thursday",
        "Thus",
        "To",
        "Today",
        "Tomorrow",
        "Too",
        "Tuesday",
        "Two",
        "Under",
        "Until",
        "Unlike",
        "Upon",
        "We",
        "Wednesday",
        "Well",
        "What",
        "When",
        "Where",
        "Whether",
        "Which",
        "While",
        "Who",
        "Why",
        "With",
        "Within",
        "Without",
        "Yesterday",
        "Yet",
        "You",
        "Your",
    ];
    WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    /// The name in brackets begins the text.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let tokens = tokens(text, 0, text.len());
        let end = name_length(&tokens).checked_sub(1).map_or(0, |last| tokens[last].end);
        assert_eq!(&text[..end], expected);
    }

    #[test]
    fn a_name_has_initials_particles_and_titles() {
        check("Odd Arne Westad wrote", "Odd Arne Westad");
        check("Rep. G.K. Butterfield said", "Rep. G.K. Butterfield");
        check("Ludwig van der Rohe built", "Ludwig van der Rohe");
        check("Faisal al-Haddad and", "Faisal al-Haddad");
        check("Simone de the", "Simone");
    }

    #[test]
    fn an_opener_a_title_and_a_possessor_are_no_names() {
        check("The minister", "");
        check("Yesterday Smith", "");
        check("President of", "");
        check("Smith’s dog said", "");
    }

    #[test]
    fn a_bare_name_has_no_title() {
        assert_eq!(bare_name("Prime Minister  Ana Brandt"), "Ana Brandt");
        assert_eq!(bare_name("Mr. Hale"), "Hale");
        assert!(has_title("Mr. Hale") && !has_title("Hale"));
    }
}
