//! A name as it is written, taken apart: its title, its words, whether it is a body's.

use super::gender::{Gender, of_given_name, of_title};
use super::kind::{is_many, is_regnal, is_state, is_thing, is_thing_with};
use super::name::{
    bare_words, has_title, is_epithet, is_organisation, is_particle, is_ruler, title,
};
use super::place::is_place;

/// A written name, taken apart.
#[derive(Debug)]
pub struct WrittenName<'a> {
    /// All of it.
    written: &'a str,
    /// Its title, without a full stop.
    pub title: Option<&'a str>,
    /// Its words without titles.
    pub words: Vec<&'a str>,
    /// `Jr.`, `III`: who is another person without it.
    suffix: Option<&'a str>,
    /// Whether it is that of a firm, a newspaper, an office or the like.
    pub is_body: bool,
}

impl<'a> WrittenName<'a> {
    /// Takes a name apart.
    pub fn of(written: &'a str) -> Self {
        let is_suffix = |word: &str| matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III");
        let mut words: Vec<&str> = bare_words(written).take(8).collect();
        let mut title = title(written).filter(|title| *title != "Messrs");
        // `M. de Beausset` is Monsieur, `M. Fox` may be Mary.
        if title.is_none() && matches!(words[..], ["M.", particle, _, ..] if is_particle(particle))
        {
            words.remove(0);
            title = Some("M");
        }
        let is_titled = title.is_some_and(is_ruler);
        if let Some(last) = words.last_mut().filter(|_| is_titled) {
            *last = if *last == "I." { "I" } else { last };
        }
        // `Napoleon III` is another than Napoleon, and so is John Paul II than John Paul I.
        let is_ruler = match words[..] {
            [_, number] => is_regnal(number),
            [_, .., number] => is_titled && is_regnal(number),
            _ => false,
        };
        let suffix =
            words.last().copied().filter(|word| is_suffix(word) && !is_ruler && words.len() > 1);
        words.retain(|word| is_ruler || !is_suffix(word));
        let n_fond = words.iter().take_while(|word| is_fond(word)).count();
        if n_fond < words.len() {
            words.drain(..n_fond);
        }
        // `To Alexander Prince Vasili replied`: behind a title another name begins.
        let n_inner = words.len().saturating_sub(1);
        if let Some(at) = words[..n_inner].iter().rposition(|word| has_title(word)) {
            let is_name = words[at + 1].starts_with(char::is_uppercase);
            if (at > 0 || n_fond > 0) && is_name {
                title = Some(words[at].trim_end_matches('.'));
                words.drain(..=at);
            }
        }
        let is_body = is_organisation(written)
            || title.map_or_else(|| is_thing(&words), |title| is_thing_with(title, &words));
        Self { written, title, is_body, words, suffix }
    }

    /// Whether it is that of a treaty, a street, a people: of nothing that speaks.
    pub fn is_thing(&self) -> bool {
        self.is_body && !is_organisation(self.written)
    }

    /// Whether it is that of a ruler with what he is called: `Catherine the Great`.
    pub fn is_byname(&self) -> bool {
        matches!(self.words[..], [_, .., "the", last] if is_epithet(last))
    }

    /// The surname, or the only word.
    pub fn last(&self) -> &'a str {
        self.words.last().copied().unwrap_or("")
    }

    /// The name as it is shown: with its title if that stands before one word.
    pub fn shown(&self) -> String {
        let from = match self.title {
            Some(title) if self.words.len() == 1 || is_particle(self.words[0]) => {
                let at = if title == "M" { 0 } else { self.written.rfind(title).unwrap_or(0) };
                let before = &self.written[..at];
                let is_longer = ["Prime ", "Vice "].iter().find(|word| before.ends_with(**word));
                at - is_longer.map_or(0, |word| word.len())
            }
            _ => {
                let suffix = self.suffix.map(|suffix| format!(" {suffix}")).unwrap_or_default();
                return self.words.join(" ") + &suffix;
            }
        };
        self.written[from..].split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The gender that its title or its given name tells.
    pub fn gender(&self) -> Gender {
        let is_place = || {
            let is_one = |word| is_place(word) || is_many(word) || is_state(word);
            matches!(self.words[..], [word] if self.title.is_none() && is_one(word))
        };
        if self.is_body || is_place() {
            return Gender::Neuter;
        }
        let title = self.title.map_or(Gender::Unknown, of_title);
        let given = self.words.first().map_or(Gender::Unknown, |word| match from_capitals(word) {
            Some(word) => of_given_name(&word),
            None => of_given_name(word),
        });
        // `Mr. James`: a surname that is also a given name.
        if self.title.is_some() && self.words.len() == 1 { title } else { title.or(given) }
    }
}

fn is_fond(word: &str) -> bool {
    matches!(word, "Poor" | "Dear" | "Old" | "Little" | "Young" | "Good" | "Dearest")
}

/// `J.`, `James` and `Jim`: whether two given names can be one person's.
pub fn is_same_given_name(first: &str, other: &str) -> bool {
    let initial = |name: &str| name.chars().next();
    let is_initial = |name: &str| name.len() <= 2 || name.contains('.');
    first == other
        || ((is_initial(first) || is_initial(other)) && initial(first) == initial(other))
        || SHORT_NAMES.iter().any(|(short, long)| {
            (first == *short && other == *long) || (first == *long && other == *short)
        })
}

/// Short forms that belong to one given name.
const SHORT_NAMES: &[(&str, &str)] = &[
    ("Abe", "Abraham"),
    ("Alex", "Alexander"),
    ("Andy", "Andrew"),
    ("Ben", "Benjamin"),
    ("Bernie", "Bernard"),
    ("Beth", "Elizabeth"),
    ("Bill", "William"),
    ("Bob", "Robert"),
    ("Bobby", "Robert"),
    ("Charlie", "Charles"),
    ("Chris", "Christopher"),
    ("Chuck", "Charles"),
    ("Dan", "Daniel"),
    ("Dave", "David"),
    ("Dick", "Richard"),
    ("Don", "Donald"),
    ("Ed", "Edward"),
    ("Eliza", "Elizabeth"),
    ("Fred", "Frederick"),
    ("Greg", "Gregory"),
    ("Jack", "John"),
    ("Jeff", "Jeffrey"),
    ("Jim", "James"),
    ("Jimmy", "James"),
    ("Joe", "Joseph"),
    ("Kate", "Katherine"),
    ("Ken", "Kenneth"),
    ("Larry", "Lawrence"),
    ("Lizzy", "Elizabeth"),
    ("Matt", "Matthew"),
    ("Mike", "Michael"),
    ("Mitch", "Mitchell"),
    ("Nick", "Nicholas"),
    ("Pete", "Peter"),
    ("Rick", "Richard"),
    ("Rob", "Robert"),
    ("Ron", "Ronald"),
    ("Sam", "Samuel"),
    ("Steve", "Stephen"),
    ("Sue", "Susan"),
    ("Ted", "Edward"),
    ("Tim", "Timothy"),
    ("Tom", "Thomas"),
    ("Tony", "Anthony"),
    ("Will", "William"),
];

/// A word in capitals as it stands in running text; `None` for any other.
pub fn from_capitals(word: &str) -> Option<String> {
    let is_shouted = word.chars().count() > 2 && !word.chars().any(char::is_lowercase);
    let mut letters = word.chars();
    let first = letters.next().filter(|_| is_shouted)?;
    Some(first.to_string() + &letters.as_str().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(written: &str, shown: &str, gender: Gender) {
        let name = WrittenName::of(written);
        assert_eq!((name.shown().as_str(), name.gender()), (shown, gender));
    }

    #[test]
    fn a_title_is_shown_before_one_word() {
        check("Mr. Hale", "Mr. Hale", Gender::Male);
        check("Prime Minister Ana Brandt", "Ana Brandt", Gender::Female);
        check("Messrs. Hale", "Hale", Gender::Unknown);
        check("Stephen King", "Stephen King", Gender::Male);
        check("M. de Marmont", "M. de Marmont", Gender::Male);
        check("M. Fox", "M. Fox", Gender::Unknown);
        check("Emperor Francis I", "Francis I", Gender::Male);
        check("Tsar Alexander I.", "Alexander I", Gender::Male);
        check("Pope John Paul II", "John Paul II", Gender::Male);
        check("John F. Kennedy Jr.", "John F. Kennedy Jr.", Gender::Male);
    }

    #[test]
    fn behind_a_title_another_name_begins() {
        check("Alexander Prince Vasili", "Prince Vasili", Gender::Male);
        check("Ana Count Fox", "Count Fox", Gender::Male);
    }

    #[test]
    fn capitals_are_read_as_small_letters() {
        check("PETER MBEKI", "PETER MBEKI", Gender::Male);
        assert_eq!(from_capitals("MBEKI").as_deref(), Some("Mbeki"));
    }

    #[test]
    fn places_and_bodies_are_no_persons() {
        check("Russia", "Russia", Gender::Neuter);
        check("the Pilots’ League", "the Pilots’ League", Gender::Neuter);
    }
}
