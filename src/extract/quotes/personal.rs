//! Signs that a name is somebody's, beside a verb that bodies and places have as well.
//!
//! In: what stands before and behind the name. A smile, a wife or an age is only a person's; who
//! arrives or answers may be a train or a government, and counts only where a `he` or `she` follows.

use super::cue::is_adverb;
use super::gender::{Gender, of_noun};
use crate::extract::word_map::WordSet;

/// What the words beside a name say of its being somebody's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Nothing.
    None,
    /// It does what people and bodies do: `arrived`, `answered`.
    Public,
    /// It does, has or is what only people do, have or are.
    Personal,
}

impl Sign {
    /// What the words before and behind a name say, of which it may be the owner.
    pub fn of(before: &str, after: &str, is_owner: bool) -> Self {
        if is_owner {
            return if owns(after) { Self::Personal } else { Self::None };
        }
        match after.as_bytes().first() {
            Some(b' ') if is_who(&after[1..], before) => Self::Personal,
            Some(b' ') => by_verb(after),
            Some(b',') if is_explained(after[1..].trim_start(), before) => Self::Personal,
            _ => Self::None,
        }
        .or(before)
    }

    fn or(self, before: &str) -> Self {
        let is_called = || before.ends_with(' ') && is_calling(last_word(before));
        if self != Self::Personal && is_called() { Self::Personal } else { self }
    }
}

/// `, 43,`, `, who`, `, the British foreign secretary,`.
fn is_explained(rest: &str, before: &str) -> bool {
    is_aged(rest) || is_who(rest, before) || is_apposed(rest)
}

fn last_word(before: &str) -> &str {
    before.trim_end().rsplit([' ', '\n']).next().unwrap_or("")
}

fn by_verb(after: &str) -> Sign {
    let mut words = after[1..].split(|c: char| !c.is_alphabetic());
    let Some(first) = words.next() else { return Sign::None };
    let verb = if is_adverb(first) { words.next().unwrap_or("") } else { first };
    match verb {
        "born" if first == "was" => Sign::Personal,
        _ if PERSONAL.contains(verb) => Sign::Personal,
        _ if PUBLIC.contains(verb) => Sign::Public,
        _ => Sign::None,
    }
}

/// `’s wife`, `’s left hand`.
fn owns(after: &str) -> bool {
    #[rustfmt::skip]
    const OWN: &WordSet<64> = &WordSet::new(()).with(&[
        "wife", "husband", "mother", "father", "brother", "sister", "son", "daughter", "uncle",
        "aunt", "nephew", "niece", "cousin", "widow", "fiancée", "grandmother", "grandfather",
        "parents", "eyes", "hand", "hands", "shoulder", "shoulders", "lips", "hair", "fingers",
        "cheek", "cheeks", "knees", "smile", "forehead", "elbow", "beard",
    ], ());
    let behind = after.trim_start_matches(['’', '\'', 's']);
    let Some(behind) = behind.strip_prefix(' ') else { return false };
    behind.split(|c: char| !c.is_alphabetic()).take(2).any(|word| OWN.contains(word))
}

/// `43,`.
fn is_aged(rest: &str) -> bool {
    let n_digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    matches!(n_digits, 1 | 2) && rest[n_digits..].starts_with([',', '.'])
}

/// `who came`, but not of many, `who were`, and not behind a place: `a man from Kew who came`.
fn is_who(rest: &str, before: &str) -> bool {
    let Some(rest) = rest.strip_prefix("who ") else { return false };
    let is_many = ["were ", "are ", "have "].iter().any(|verb| rest.starts_with(verb));
    !is_many && !matches!(last_word(before), "of" | "from" | "in" | "at" | "on" | "near")
}

/// `, the British foreign secretary,`.
fn is_apposed(rest: &str) -> bool {
    let Some((article, rest)) = rest.split_once(' ') else { return false };
    if !matches!(article, "a" | "an" | "the" | "his" | "her" | "their" | "my") {
        return false;
    }
    let is_end = |word: &str| {
        matches!(
            word,
            "of" | "at" | "for" | "in" | "from" | "to" | "who" | "and" | "on" | "with" | "whose"
        )
    };
    let mut words = rest.split(' ').peekable();
    for _ in 0..6 {
        let Some(word) = words.next() else { return false };
        if matches!(word, "which" | "that" | "where") {
            return false;
        }
        let bare = word.trim_end_matches([',', '.', ';', ')']);
        let ends = bare.len() < word.len() || words.peek().is_none_or(|next| is_end(next));
        if ends {
            return is_calling(bare);
        }
    }
    false
}

/// Whether a noun is what people are called and firms, papers or ships are not: `historian`, but
/// not `maker` or `pioneer`.
fn is_calling(noun: &str) -> bool {
    #[rustfmt::skip]
    const CALLINGS: &WordSet<256> = &WordSet::new(()).with(&[
        "actor", "aide", "ambassador", "archbishop", "architect", "astronomer", "author", "baker",
        "banker", "barber", "bishop", "boxer", "boy", "butcher", "captain", "carpenter", "chemist",
        "child", "clerk", "clinician", "colleague", "colonel", "comedian", "composer", "conductor", "cook", "cousin",
        "critic", "dancer", "deputy", "designer", "diplomat", "director", "doctor", "drummer",
        "editor", "emperor", "engineer", "envoy", "explorer", "farmer", "friend", "gardener",
        "general", "governor", "guitarist", "heir", "historian", "inventor", "jeweller", "judge", "king",
        "lawyer", "librarian", "lieutenant", "magician", "major", "mathematician", "mayor", "mechanic", "merchant",
        "minister", "monk", "musician", "neighbor", "neighbour", "officer", "orphan", "painter", "philosopher", "physician", "politician",
        "photographer", "pilot", "plumber", "poet", "preacher", "president", "priest", "prisoner",
        "professor", "prophet", "rabbi", "reporter", "sailor", "scholar", "sculptor", "secretary",
        "senator", "sergeant", "servant", "shoemaker", "singer", "slave", "soldier", "spy",
        "student", "surgeon", "surveyor", "tailor", "teacher", "technician", "theologian", "thief", "translator", "twin",
        "veteran", "volunteer", "waiter", "weaver", "writer",
    ], ());
    // Lists, and what parties and views are called: `the socialist Vooruit`.
    #[rustfmt::skip]
    const OTHERS: &WordSet<64> = &WordSet::new(()).with(&[
        "blacklist", "capitalist", "checklist", "communist", "extremist", "fascist", "feminist",
        "imperialist", "islamist", "leftist", "loyalist", "nationalist", "pacifist", "playlist",
        "populist", "racist", "rightist", "royalist", "separatist", "shortlist", "socialist",
        "specialist", "terrorist", "unionist", "wishlist",
    ], ());
    let is_ist = noun.len() > 5 && noun.ends_with("ist") && !OTHERS.contains(noun);
    noun.starts_with(|c: char| c.is_lowercase())
        && (is_ist || CALLINGS.contains(noun) || of_noun(noun) != Gender::Unknown)
}

/// Whether a word that begins with a capital letter only where sentences begin is a noun there
/// rather than a name: `Soldiers wept`, `Dinner arrived`.
pub fn is_bare_noun(word: &str) -> bool {
    #[rustfmt::skip]
    const NOUNS: &WordSet<256> = &WordSet::new(()).with(&[
        "Anger", "Applause", "Art", "Autumn", "Blood", "Breakfast", "Business", "Care", "Caution",
        "Chance", "Charity", "Children", "Coffee", "Cold", "Conscience", "Conversation", "Courage",
        "Curiosity", "Darkness", "Dawn", "Day", "Daylight", "Death", "Defeat", "Desire", "Despair",
        "Dinner", "Doubt", "Dusk", "Dust", "Duty", "Envy", "Evening", "Evil", "Experience",
        "Exhaustion", "Faith", "Fall", "Fame", "Family", "Fate", "Fear", "Fire", "Folk", "Food",
        "Fortune", "Freedom", "Fury", "Genius", "Gossip", "Government", "Grief", "Guilt", "Heat",
        "Heaven", "Hell", "Help", "History", "Hope", "Hunger", "Ice", "Illness", "Instinct",
        "Interest", "Joy", "Justice", "Laughter", "Law", "Legend", "Life", "Light", "Lightning",
        "Literature", "Luck", "Lunch", "Mail", "Management", "Mankind", "Marriage", "Memory", "Men",
        "Midnight", "Mist", "Money", "Morning", "Music", "Nature", "Necessity", "News", "Night",
        "Noon", "Opinion", "Order", "Pain", "Panic", "Passion", "Patience", "Peace", "People",
        "Pity", "Poetry", "Police", "Poverty", "Power", "Pride", "Progress", "Rage", "Rain",
        "Reality", "Reason", "Relief", "Religion", "Rescue", "Revenge", "Rumor", "Rumour",
        "Science", "Shame", "Sickness", "Silence", "Sleep", "Smoke", "Snow", "Society", "Sorrow",
        "Spring", "Staff", "Storm", "Success", "Summer", "Sunlight", "Sunset", "Supper", "Sweat",
        "Talk", "Tea", "Terror", "Thought", "Thunder", "Time", "Tradition", "Traffic", "Trouble",
        "Truth", "Victory", "Violence", "War", "Water", "Wealth", "Weather", "Wind", "Winter",
        "Wisdom", "Women", "Word", "Work", "Youth",
    ], ());
    let has_ending = ["tion", "sion", "ness", "ity", "ism", "ship", "hood", "ly"];
    // Names of the ancients: `Tacitus`, `Thucydides`, `Sophocles`.
    let singular =
        ["ss", "us", "is", "dides", "pides", "nides", "biades", "ocles", "thenes", "medes"];
    NOUNS.contains(word)
        || (word.ends_with('s') && !singular.iter().any(|ending| word.ends_with(ending)))
        || has_ending.iter().any(|ending| word.ends_with(ending))
}

/// Whether a name of one word is no surname: that of a paper, an agency or a firm that speaks and
/// writes, or short for something, as `BBC` and `D-Ohio.`
pub fn is_publisher(word: &str) -> bool {
    #[rustfmt::skip]
    const PUBLISHERS: &WordSet<128> = &WordSet::new(()).with(&[
        "Adobe", "Airbus", "Alphabet", "Amazon", "Apple", "Axios", "Bayer", "Bloomberg", "Boeing",
        "Cisco", "Disney", "Economist", "Exxon", "Facebook", "Figaro", "Ford", "Gazprom", "Google",
        "Greenpeace", "Guardian", "Huawei", "Ikea", "Instagram", "Intel", "Interfax", "Interpol",
        "Izvestia", "Lufthansa", "Meta", "Microsoft", "Moderna", "Monde", "Nature", "Netflix",
        "Newsweek", "Nokia", "Oracle", "Oxfam", "Pfizer", "Politico", "Pravda", "Reddit",
        "Renault", "Reuters", "Rosneft", "Samsung", "Siemens", "Sony", "Spiegel", "Spotify",
        "Starbucks", "Tass", "Tesla", "TikTok", "Time", "Toyota", "Twitter", "Uber", "Unesco",
        "Unicef", "Variety", "Vogue", "Volkswagen", "Volvo", "Walmart", "WhatsApp", "WikiLeaks",
        "Wikipedia", "Wired", "Xinhua", "Yahoo", "YouTube",
    ], ());
    let is_short = word.len() < 6 && !word.chars().any(char::is_lowercase);
    is_short || word.ends_with('.') || PUBLISHERS.contains(word)
}

/// What people do, and no government, paper or train.
#[rustfmt::skip]
const PERSONAL: &WordSet<256> = &WordSet::new(()).with(&[
    "blinked", "blushed", "bowed", "chuckled", "coughed", "cringed", "died", "dined", "disagreed",
    "drank", "dreamed", "dreamt", "emigrated", "fainted", "flinched", "frowned", "frowns", "gasped",
    "gazed", "giggled", "glanced", "glared", "grimaced", "grinned", "grins", "groaned", "grumbled",
    "gulped", "hesitated", "hummed", "knelt", "laughed", "laughs", "limped", "listened", "married",
    "mumbled", "murmured", "muttered", "nodded", "nods", "paced", "panted", "paused", "pondered",
    "pouted", "prayed", "prays", "remarried", "remembered", "remembers", "resigned", "scowled",
    "screamed", "shivered", "shouted", "shrugged", "shrugs", "shuddered", "sighed", "sighs", "slept",
    "smiled", "smiles", "smirked", "sneezed", "snorted", "sobbed", "squinted", "stammered", "stared", "tells", "recounts", "narrates",
    "strode", "studied", "stuttered", "sulked", "thinks", "thought", "trembled", "undressed",
    "walked", "walks", "weeps", "wept", "whispered", "whispers", "whistled", "winced", "winked",
    "wondered", "wonders", "writes", "wrote", "yawned", "yelled",
], ());

/// What bodies do as well.
#[rustfmt::skip]
const PUBLIC: &WordSet<64> = &WordSet::new(()).with(&[
    "admitted", "agreed", "answered", "argued", "arrived", "arrives", "asked", "asks", "began",
    "believed", "came", "comes", "decided", "demanded", "entered", "explained", "insisted", "knew",
    "left", "objected", "protested", "refused", "replied", "returned", "said", "says", "spoke",
    "stood", "told", "wanted", "went",
], ());

#[cfg(test)]
mod tests {
    use super::*;

    /// What the words around the brackets say of the name in them.
    #[track_caller]
    fn check(text: &str, expected: Sign) {
        let (before, rest) = text.split_once('[').unwrap();
        let (name, after) = rest.split_once(']').unwrap();
        let is_owner = after.starts_with('’');
        assert_eq!(Sign::of(before, after, is_owner), expected, "{name}");
    }

    #[test]
    fn what_only_people_do_have_and_are_is_a_sign() {
        for text in [
            "[Marx] later wrote",
            "[Sasha] smiled.",
            "[Sasha]’s hand",
            "[Mateo]’s older brother",
            "[Rossi], 43, came",
            "[Talleyrand], who came",
            "[Castlereagh], the British foreign secretary, came",
            "the historian [Guizot]",
            "[Sasha] was born",
            "to [Sasha], who came",
            "by the poet [Shelley] and",
        ] {
            check(text, Sign::Personal);
        }
    }

    #[test]
    fn what_bodies_and_seasons_do_is_less_of_a_sign() {
        for text in ["[Moscow] said", "[Spring] arrived", "[Verdanta] never answered"] {
            check(text, Sign::Public);
        }
        for text in [
            "[Verdanta], a maker of seeds, fell",
            "the steamer [Olga] sank",
            "[Oslo]’s mayor",
            "[Oslo], 1943, and",
            "[Krupp] announced",
            "a man from [Kew] who",
            "[Orozquistas], who were there",
            "[Elaeus], a town which Artayctes held as governor",
            "the leftist [Mouvement] and",
        ] {
            check(text, Sign::None);
        }
    }
}
