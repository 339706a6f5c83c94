//! The kinds of words that a label is cut by: the function words of English, by table, and the
//! rest by form.

use crate::extract::verb::{VerbForm, verb_form};
use crate::extract::word_map::{WordMap, WordSet};

/// What a word does in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `the`, and possessives, which open a noun phrase and nothing else.
    Article,
    /// `some`, `all`, `those`: before a noun or instead of one.
    Determiner,
    /// `he`, `it`, `there`.
    Pronoun,
    /// `who`, `which`: the noun before it goes on.
    Relative,
    /// `that`, before what stands around it has told which it is.
    That,
    /// `when`, `because`: a clause begins.
    Subordinator,
    /// `after`, `until`: before a noun or a clause.
    Hinge,
    /// `in`, `of`.
    Preposition,
    /// `to`.
    To,
    /// `out`, `away`: belongs to the verb before it.
    Particle,
    /// `and`, `but`.
    Conjunction,
    /// Finite forms of `to be`.
    Be,
    /// Finite forms of `to have`.
    Have,
    /// Finite forms of `to do`.
    Do,
    /// `would`, `can`.
    Modal,
    /// A past tense.
    Past,
    /// A past tense or a participle.
    PastOrParticiple,
    /// A participle.
    Participle,
    /// A third person of the present.
    Present,
    /// A form in `-ing`.
    Ing,
    /// `also`, `soon`, and what ends in `-ly`.
    Adverb,
    /// Figures, and numbers in words.
    Number,
    /// A year in figures, a month or a weekday.
    Calendar,
    /// Any other word.
    Noun,
    /// A word with a capital.
    Name,
    /// The date itself.
    Date,
}

/// The kind of a word without signs; `is_first` if its capital may be that of a sentence.
pub fn kind_of(word: &str, is_first: bool) -> Kind {
    match word.chars().next().unwrap_or(' ') {
        'a'..='z' => kind_of_small(word),
        initial if initial.is_numeric() || matches!(initial, '$' | '£' | '€') => {
            if is_year(word) { Kind::Calendar } else { Kind::Number }
        }
        initial if initial.is_uppercase() => kind_of_capital(word, is_first),
        _ => by_ending(word),
    }
}

fn kind_of_small(word: &str) -> Kind {
    let word = if word.ends_with('t') { without_not(word) } else { word };
    WORDS.get(word).or_else(|| by_verb(word)).unwrap_or_else(|| by_ending(word))
}

fn without_not(word: &str) -> &str {
    word.strip_suffix("n’t").or_else(|| word.strip_suffix("n't")).unwrap_or(word)
}

fn kind_of_capital(word: &str, is_first: bool) -> Kind {
    let mut buffer = [0; 16];
    // An acronym is a name; so is what is too long for any table.
    let is_acronym = word.chars().nth(1).is_some_and(char::is_uppercase);
    let Some(small) = lowercase(without_not(word), &mut buffer).filter(|_| !is_acronym) else {
        return Kind::Name;
    };
    if DAYS.get(small.trim_end_matches('.')).is_some() && (small != "may" || !is_first) {
        return Kind::Calendar;
    }
    // A function word has a capital where a sentence begins, and in headlines.
    match WORDS.get(small) {
        Some(kind) if is_first || (word.len() > 1 && kind != Kind::Modal) => kind,
        _ if is_first => by_verb(small).unwrap_or(Kind::Name),
        _ => Kind::Name,
    }
}

/// The word in small letters, if it is short.
fn lowercase<'a>(word: &str, buffer: &'a mut [u8; 16]) -> Option<&'a str> {
    let small = buffer.get_mut(..word.len())?;
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    str::from_utf8(small).ok()
}

fn by_verb(word: &str) -> Option<Kind> {
    Some(match verb_form(word)? {
        VerbForm::Past => Kind::Past,
        VerbForm::PastOrParticiple => Kind::PastOrParticiple,
        VerbForm::Participle => Kind::Participle,
        VerbForm::Present => Kind::Present,
    })
}

fn by_ending(word: &str) -> Kind {
    if word.len() < 5 || !word.ends_with(['g', 'y', 'd']) {
        Kind::Noun
    } else if word.ends_with("ing") {
        Kind::Ing
    } else if word.ends_with("ly") {
        Kind::Adverb
    } else if word.ends_with("ed") && word.len() > 16 {
        // Too long to be looked up.
        Kind::PastOrParticiple
    } else {
        Kind::Noun
    }
}

/// Whether figures look like a year or a decade: `1950`, `1950s`, `1914–1918`.
fn is_year(word: &str) -> bool {
    let n_digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &word[n_digits..];
    n_digits == 4 && (rest.is_empty() || rest == "s" || rest.starts_with(['–', '-', '/']))
}

/// The function words, and nouns that look like a form of a verb.
const WORDS: &WordMap<Kind, 1024> = &WordMap::new(Kind::Noun)
    .with(ARTICLES, Kind::Article)
    .with(DETERMINERS, Kind::Determiner)
    .with(PRONOUNS, Kind::Pronoun)
    .with(RELATIVES, Kind::Relative)
    .with(THAT, Kind::That)
    .with(SUBORDINATORS, Kind::Subordinator)
    .with(HINGES, Kind::Hinge)
    .with(PREPOSITIONS, Kind::Preposition)
    .with(TO, Kind::To)
    .with(PARTICLES, Kind::Particle)
    .with(CONJUNCTIONS, Kind::Conjunction)
    .with(BE, Kind::Be)
    .with(HAVE, Kind::Have)
    .with(DO, Kind::Do)
    .with(MODALS, Kind::Modal)
    .with(ADVERBS, Kind::Adverb)
    .with(NUMBERS, Kind::Number)
    .with(NOUNS, Kind::Noun);

/// Months and weekdays, which are written with a capital.
const DAYS: &WordSet<128> = &WordSet::new(()).with(CALENDAR, ());

#[rustfmt::skip]
const CALENDAR: &[&str] = &[
    "apr", "april", "aug", "august", "dec", "december", "feb", "february", "friday", "jan",
    "january", "jul", "july", "jun", "june", "mar", "march", "may", "monday", "nov", "november",
    "oct", "october", "saturday", "sep", "sept", "september", "sunday", "thursday", "tuesday",
    "wednesday",
];
const ARTICLES: &[&str] = &["a", "an", "her", "his", "its", "my", "our", "the", "their", "your"];
#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "all", "another", "any", "both", "certain", "each", "either", "enough", "every", "few", "many",
    "most", "much", "neither", "no", "several", "some", "such", "these", "this", "those", "various",
];
#[rustfmt::skip]
const PRONOUNS: &[&str] = &[
    "anyone", "everybody", "everyone", "he", "herself", "him", "himself", "i", "it", "itself", "me",
    "nobody", "she", "someone", "them", "themselves", "there", "they", "us", "we", "you",
];
const RELATIVES: &[&str] = &["which", "who", "whom", "whose"];
const THAT: &[&str] = &["that"];
#[rustfmt::skip]
const SUBORDINATORS: &[&str] = &[
    "although", "because", "how", "if", "lest", "once", "though", "unless", "what", "when",
    "whenever", "where", "whereas", "wherever", "whether", "while", "why",
];
const HINGES: &[&str] = &["after", "as", "before", "since", "than", "till", "until"];
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "about", "above", "across", "against", "alongside", "amid", "amidst", "among", "amongst",
    "around", "at", "behind", "below", "beneath", "beside", "besides", "between", "beyond", "by",
    "circa", "concerning", "despite", "during", "except", "following", "for", "from", "in",
    "including", "inside", "into", "like", "near", "of", "on", "onto", "out-of", "outside", "over",
    "past", "per", "regarding", "through", "throughout", "toward", "towards", "under", "unlike",
    "upon", "versus", "via", "with", "within", "without",
];
const TO: &[&str] = &["to"];
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "ahead", "apart", "aside", "away", "down", "forward", "off", "out", "together", "up",
];
const CONJUNCTIONS: &[&str] = &["and", "but", "nor", "or", "yet"];
const BE: &[&str] = &["am", "are", "is", "was", "were"];
const HAVE: &[&str] = &["had", "has", "have"];
const DO: &[&str] = &["did", "do", "does"];
#[rustfmt::skip]
const MODALS: &[&str] = &[
    "can", "cannot", "could", "may", "might", "must", "shall", "should", "will", "would",
];
#[rustfmt::skip]
const ADVERBS: &[&str] = &[
    "abroad", "afterward", "afterwards", "again", "almost", "alone", "already", "also", "always",
    "back", "else", "even", "eventually", "ever", "far", "finally", "further", "furthermore",
    "hence", "here", "home", "however", "immediately", "indeed", "initially", "instead", "just",
    "later", "less", "meanwhile", "more", "moreover", "nearly", "never", "nevertheless",
    "nonetheless", "not", "now", "officially", "often", "only", "originally", "otherwise",
    "overnight", "perhaps", "previously", "quite", "rather", "recently", "roughly", "shortly", "so",
    "sometime", "sometimes", "soon", "still", "subsequently", "suddenly", "then", "thereafter",
    "therefore", "thus", "today", "tomorrow", "too", "twice", "very", "well",
    "yesterday",
];
#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "billion", "dozen", "eight", "eleven", "fifty", "five", "forty", "four", "hundred", "million",
    "nine", "one", "seven", "six", "ten", "thirty", "thousand", "three", "twelve", "twenty", "two",
];
/// Nouns and adjectives that end as a form of a verb or an adverb does, or stand before nouns.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "anything", "assembly", "bed", "beginning", "being", "bombing", "building", "ceiling", "daily",
    "early", "elderly", "evening", "everything", "family", "fighting", "first", "former",
    "friendly", "hearing", "king", "landing", "last", "late", "meeting", "monopoly", "morning",
    "need", "new", "next", "nothing", "old", "other", "own", "rally", "red", "ring", "same",
    "shelling", "shilling", "something", "spring", "sterling", "string", "supply", "thing",
    "uprising", "viking", "wedding", "wing",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_by_table_and_form() {
        assert_eq!(kind_of("The", true), Kind::Article);
        assert_eq!(kind_of("United", false), Kind::Name);
        assert_eq!(kind_of("Founded", true), Kind::PastOrParticiple);
        assert_eq!(kind_of("March", false), Kind::Calendar);
        assert_eq!(kind_of("1950s", false), Kind::Calendar);
        assert_eq!(kind_of("12,000", false), Kind::Number);
        assert_eq!(kind_of("slowly", false), Kind::Adverb);
        assert_eq!(kind_of("internationalized", false), Kind::PastOrParticiple);
        assert_eq!(kind_of("Österreich", false), Kind::Name);
    }
}
