//! What a name is the name of, by its words: a thing, a people, an office.
//!
//! The lists are short: the last word of a name for a thing (`the Marshall Plan`, `Arbat Street`) and
//! the adjectives of peoples, which are also how those are called (`the French`).

use super::gender::{Gender, of_given_name};
use super::name::is_title;
use super::place::is_place;
use super::written_name::from_capitals;
use crate::extract::word_map::WordSet;

/// Whether the words are the name of a thing, a place or a people.
pub fn is_thing(words: &[&str]) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    if words.len() == 1 {
        return false;
    }
    let is_given = of_given_name(first) != Gender::Unknown;
    THINGS.contains(last)
        || words.iter().all(|word| is_people(word))
        || is_time_of(last)
        || (!is_given && is_place(last))
        || (!is_given && is_people(first))
        || (!is_given && last.ends_with('s') && is_people(last))
        || is_state(first)
        || matches!(*first, "North" | "South" | "East" | "West" | "Upper" | "Greater" | "New")
        || matches!(
            *first,
            "Operation"
                | "Fort"
                | "Mount"
                | "Lake"
                | "Port"
                | "Cape"
                | "World"
                | "Royal"
                | "Rue"
                | "Château"
                | "Café"
                | "Palais"
                | "Musée"
                | "Eau"
                | "Hurricane"
                | "Typhoon"
                | "Cyclone"
        )
}

/// Whether a title before the words belongs to the name of a thing: `King County`, but not
/// `Mr. Street`.
pub fn is_thing_with(title: &str, words: &[&str]) -> bool {
    let is_in_names = matches!(
        title,
        "King" | "Queen" | "Prince" | "Princess" | "Lord" | "Lady" | "Duke" | "Saint" | "St"
    );
    is_in_names && words.last().is_some_and(|last| THINGS.contains(last))
}

/// Whether the words say an office or a rank and no name: `Grand Duke`, `Staff Officer`.
pub fn is_office(words: &str) -> bool {
    #[rustfmt::skip]
    const BESIDE: &WordSet<64> = &WordSet::new(()).with(&[
        "Grand", "Dowager", "Crown", "Military", "Provincial", "Staff", "Imperial", "Royal",
        "Serene", "Supreme", "Holy", "Great", "Vice", "Deputy", "Lower", "Upper", "House",
        "Foreign", "State", "First", "Second", "Confessor", "Aide-de-camp", "Lady", "US", "U.S.",
        "UK", "U.N.", "UN", "EU", "Former", "Acting", "Chief", "Your", "Kings", "Queens", "Princes",
        "Presidents", "Emperors", "Generals", "Majesty", "Highness", "Excellency", "Headquarters", "Command",
    ], ());
    words.split(' ').all(|word| {
        let plain = from_capitals(word);
        let word = plain.as_deref().unwrap_or(word);
        is_title(word)
            || BESIDE.contains(word)
            || (is_people(word) && of_given_name(word) == Gender::Unknown)
    })
}

/// `XVI`, `II`: whether a word is the number of a ruler.
pub fn is_regnal(word: &str) -> bool {
    !word.is_empty()
        && word.len() < 7
        && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

fn is_time_of(last: &str) -> bool {
    last.starts_with(|c: char| c.is_ascii_digit())
        || last.contains('-') && last.bytes().any(|b| b.is_ascii_digit())
}

/// `U.S.`, `UK`: states that stand before a noun.
pub fn is_state(word: &str) -> bool {
    matches!(
        word,
        "U.S."
            | "US"
            | "U.K."
            | "UK"
            | "UN"
            | "U.N."
            | "EU"
            | "E.U."
            | "USSR"
            | "U.S.S.R."
            | "NATO"
    )
}

/// Whether a word alone stands for many: `the French`, `Cossacks`, but no `Frenchman`.
pub fn is_many(word: &str) -> bool {
    // But `German` and `Roman`, who are no `Ger` and `Ro` men.
    let one = ["man", "woman"].iter().find_map(|end| word.strip_suffix(end));
    is_people(word) && !one.is_some_and(is_people)
}

/// Whether a word is only that of a people as a whole: `the French said`, `the Soviets`.
pub fn is_plural(word: &str) -> bool {
    is_people(word) && ["s", "sh", "ch", "ese", "men"].iter().any(|end| word.ends_with(end))
}

/// Whether a word is what one of a people is called: `the German said`.
pub fn is_one_of_people(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && is_people(word) && !is_plural(word)
}

/// Whether a word is what belongs to a people or a country, or what its people are called.
pub fn is_people(word: &str) -> bool {
    let word = word.rsplit('-').next().unwrap_or(word);
    let singular = word.strip_suffix('s').unwrap_or(word);
    let person = ["men", "man", "women", "woman"].iter().find_map(|end| word.strip_suffix(end));
    PEOPLES.contains(word)
        || PEOPLES.contains(singular)
        || person.is_some_and(|word| PEOPLES.contains(word))
}

#[rustfmt::skip]
const PEOPLES: &WordSet<512> = &WordSet::new(()).with(&[
    "Afghan", "African", "Albanian", "Algerian", "American", "Arab", "Argentine", "Armenian",
    "Asian", "Athenian", "Australian", "Austrian", "Basque", "Bavarian", "Belgian", "Bohemian",
    "Bolivian", "Bosnian", "Brazilian", "British", "Briton", "Bulgarian", "Burmese", "Byzantine",
    "Cambodian", "Canadian", "Catalan", "Chechen", "Chilean", "Chinese", "Circassian", "Colombian",
    "Confederate", "Cossack", "Croat", "Croatian", "Cuban", "Cypriot", "Czech", "Danes", "Danish",
    "Dutch", "Egyptian", "English", "Estonian", "Ethiopian", "European", "Filipino", "Finns",
    "Finnish", "French", "Georgian", "German", "Ghanaian", "Greek", "Haitian", "Hungarian",
    "Icelandic", "Indian", "Indonesian", "Iranian", "Iraqi", "Irish", "Israeli", "Italian",
    "Jamaican", "Japanese", "Jew", "Jewish", "Jordanian", "Kazakh", "Kenyan", "Korean", "Kurd",
    "Kurdish", "Kuwaiti", "Latvian", "Lebanese", "Libyan", "Lithuanian", "Macedonian", "Malaysian",
    "Mexican", "Moldavian", "Moldovan", "Mongol", "Mongolian", "Moroccan", "Muslim", "Nigerian",
    "Norse", "Norwegian", "Ottoman", "Pakistani", "Palestinian", "Persian", "Peruvian", "Pole",
    "Polish", "Portuguese", "Prussian", "Romanian", "Russian", "Sardinian", "Saudi", "Saxon",
    "Scot", "Scottish", "Serb", "Serbian", "Sicilian", "Slav", "Slavic", "Slovak", "Slovene",
    "Somali", "Soviet", "Spaniard", "Spanish", "Spartan", "Sudanese", "Swede", "Swedish", "Swiss",
    "Syrian", "Taiwanese", "Tartar", "Tatar", "Thai", "Tibetan", "Tunisian", "Turk", "Turkish",
    "Ukrainian", "Uzbek", "Venetian", "Venezuelan", "Vietnamese", "Welsh", "Yemeni",
    "Yugoslav", "Catholic", "Protestant", "Orthodox", "Lutheran", "Methodist", "Buddhist", "Hindu",
    "Freemason", "Uhlan", "Hussar", "Christian", "Western", "Eastern", "Northern", "Southern",
    "Communist", "Nazi", "Fascist", "Bolshevik", "Jacobin", "Huguenot", "Puritan", "Quaker",
    "Habsburg", "Napoleonic", "Victorian", "Elizabethan", "Roman", "Norman", "Trojan",
], ());

/// Last words of names of things that are hardly anybody's surname; others, such as `Hill`, are told
/// by what stands before the name.
#[rustfmt::skip]
const THINGS: &WordSet<512> = &WordSet::new(()).with(&[
    "Accord", "Accords", "Act", "Acts", "Affair", "Affairs", "Age", "Agreement", "Airport",
    "Allies", "Amendment", "Archipelago", "Archive", "Archives", "Armada", "Assembly", "Award",
    "Awards", "Axis", "Basin", "Battle", "Battles", "Bay", "Bible", "Boulevard", "Brigade",
    "Brigades", "Building", "Canal", "Cathedral", "Cemetery", "Championship", "Channel", "Charter",
    "City", "Cliffs", "Cloister", "Coast", "Code", "Coliseum", "Colony", "Commonwealth", "Community",
    "Constitution", "Convention", "Corps", "County", "Crisis", "Crusade", "Cup", "Declaration",
    "Delta", "Desert", "Dynasty", "Embassy", "Empire", "Enlightenment", "Era", "Exchange",
    "Exhibition", "Expedition", "Factories", "Factory", "Falls", "Festival", "Fleet", "Force",
    "Forces", "Front", "Gallery", "Games", "Gardens", "Guards", "Guild", "Gulf", "Heights",
    "Highlands", "Highway", "Hills", "Host", "Hotel", "Hussars", "Industry", "Inquiry", "Island",
    "Islands", "Isles", "Isthmus", "Kingdom", "Lakes", "Legion", "Library", "Manifesto",
    "Market", "Marines", "Medal", "Minerals", "Mines", "Monastery", "Monument", "Mosque", "Mountain",
    "Mountains", "Nations", "Navy", "Ocean", "Olympics", "Order", "Ordinance", "Orchestra", "Pact",
    "Palace", "Papers", "Path", "Peace", "Peninsula", "Plan", "Plateau", "Policy", "Port", "Powers",
    "Prison", "Prize", "Problem", "Program", "Programme", "Protocol", "Provinces",
    "Quay", "Quarter", "Question", "Rampart", "Rebellion", "Reform", "Reforms", "Redoubt", "Reich",
    "Report", "Republic", "Republics", "Reserve", "Resistance", "Resolution", "Review", "Revolt",
    "Revolution", "Rights", "Rising", "River", "Road", "Route", "Sea", "Shield", "Siege", "Square",
    "Stadium", "Stock", "Strait", "Straits", "Strategy", "Stream", "Street", "Streets", "Summit",
    "Survey", "Syndrome", "System", "Temple", "Territories", "Territory", "Testament", "Theater",
    "Theatre", "Theorem", "Theory", "Tournament", "Trail", "Treaty", "Trench", "Trials", "Tribunal",
    "Troop", "Troops", "Truce", "Uprising", "Valley", "Volunteers", "War", "Wars", "Way", "Zone",
    "Armament", "Doctrine", "Division", "Regiment", "Battalion", "Squadron", "Wing", "Station",
    "Harbor", "Harbour", "Parish", "Province", "State", "States", "Offensive", "Movement", "Masonry",
    "Catholics", "Messenger", "Trust", "Heritage", "Book", "Books", "Laws", "Brothers", "Majesty", "Highness", "Excellency",
    "Abbey", "Gateway", "Guard", "Place", "Towers", "Avenue", "Bridge", "Chapel", "Creek", "Glacier",
    "Lagoon", "Lighthouse", "Pi", "Pier", "Reef", "Tower", "Tunnel", "Wharf", "Aqueduct", "Canyon",
    "Fjord", "Observatory", "Railroad", "Railway", "Seaway", "Shelf", "Volcano",
    "Conservative", "Democrat", "Democrats", "Republican", "Republicans", "Liberal", "Socialist",
], ());

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, expected: bool) {
        assert_eq!(is_thing(&name.split(' ').collect::<Vec<_>>()), expected, "{name}");
    }

    #[test]
    fn things_places_and_peoples_are_told_by_their_words() {
        for name in ["Marshall Plan", "U.S. Marshall Plan", "Arbat Street", "Vietnam War"] {
            check(name, true);
        }
        for name in ["Ross Ice Shelf", "Hale Railway"] {
            check(name, true);
        }
        for name in ["South Russia", "Moscow Germans", "Soviet Armed Forces", "Fort Taylor"] {
            check(name, true);
        }
    }

    #[test]
    fn names_of_people_are_none_of_these() {
        for name in ["Benny Hill", "Jack London", "Ana Ruiz", "Frenchman", "Olof Lindh", "Prince"] {
            check(name, false);
        }
    }

    #[test]
    fn offices_without_a_name_are_told() {
        assert!(
            is_office("Grand Duke") && is_office("Russian Emperor") && is_office("US Secretary")
        );
        assert!(!is_office("Duke Karl") && !is_office("Karl Grand"));
        assert!(is_many("French") && is_many("Cossacks") && !is_many("Frenchman"));
        assert!(is_many("Roman") && is_many("German"));
    }
}
