//! Names of authors, taken apart as citations need them.
//!
//! In: a name as a byline gives it. Out: a [`Name`], in the terms of CSL. What does not look like the
//! name of one person is kept whole: an organization whose last word stands first is worse than a
//! person whose family name does not.

use super::organization::is_organization;
use super::particle::{Particle, without_particles};
use serde::Serialize;

/// An author; its JSON is a name of CSL-JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Name {
    /// A person.
    Person {
        /// The family name.
        family: String,
        /// The given names.
        #[serde(skip_serializing_if = "Option::is_none")]
        given: Option<String>,
        /// What stands between the two.
        #[serde(flatten)]
        particle: Option<Particle>,
        /// `Jr.`, `III`.
        #[serde(skip_serializing_if = "Option::is_none")]
        suffix: Option<String>,
    },
    /// An organization, or what cannot be taken apart.
    Literal {
        /// The name as it is.
        literal: String,
    },
}

/// Persons have at most so many names and particles.
const MOST_WORDS: usize = 6;

/// What stands behind a name, with a comma or without one.
const SUFFIXES: &[&str] = &["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"];

/// Particles that are a part of the family name where they are capitalized: W. E. B. Du Bois.
const PARTICLES: &[&str] = &[
    "Da", "Dal", "De", "Del", "Della", "Der", "Des", "Di", "Dos", "Du", "La", "Las", "Le", "Los",
    "Saint", "St.", "Te", "Ten", "Ter", "Van", "Vande", "Vander", "Von",
];

impl Name {
    /// Takes a name apart.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        person(without_honors(text)).unwrap_or_else(|| Self::Literal { literal: text.to_owned() })
    }

    /// The part by which the name is known: the family name, or the whole.
    pub fn short(&self) -> &str {
        match self {
            Self::Person { family, .. } => family,
            Self::Literal { literal } => literal,
        }
    }

    /// The same with a particle that belongs to the family name in any place.
    pub fn with_kept_particle(self) -> Self {
        match self {
            Self::Person { family, given, particle: Some(particle), suffix } => {
                let particle = Some(Particle::NonDropping(particle.as_str().to_owned()));
                Self::Person { family, given, particle, suffix }
            }
            name => name,
        }
    }

    /// The same for a processor that takes López de Molina apart at its small word, unless the name
    /// comes with a particle: the first word of the family name stands for one.
    pub fn with_undivided_family(self) -> Self {
        match self {
            Self::Person { family, given, particle: None, suffix } if family.contains(' ') => {
                let (first, rest) = family.split_once(' ').unwrap_or_default();
                let particle = Some(Particle::NonDropping(first.to_owned()));
                Self::Person { family: rest.to_owned(), given, particle, suffix }
            }
            name => name,
        }
    }

    /// The same with a Dutch or German particle behind the given names where the family name stands
    /// first.
    pub fn with_dropped_particle(self) -> Self {
        match self {
            Self::Person { family, given, particle: Some(particle), suffix } => {
                let particle = Some(particle.dropped_if_dutch_or_german());
                Self::Person { family, given, particle, suffix }
            }
            name => name,
        }
    }
}

fn person(text: &str) -> Option<Name> {
    let (text, suffix) = without_suffix(text);
    if let Some((family, given)) = text.split_once(", ") {
        // The order of libraries, which books often give.
        let is_name = !family.is_empty() && !given.contains(',') && !is_organization(text);
        let (given, behind) = without_particles(given);
        let particle = behind.map(Particle::Dropping);
        return is_name.then(|| named(family, Some(&given), particle, suffix));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_person = (2..=MOST_WORDS).contains(&words.len())
        && !is_organization(text)
        && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '/' | '(' | '@'));
    if !is_person {
        return None;
    }
    let is_capital_particle = |word: &&&str| PARTICLES.contains(*word);
    let before = &words[..words.len() - 1];
    // The first name of somebody may be that of a particle, as Van’s is.
    let n_capital = before.iter().skip(1).rev().take_while(is_capital_particle).count();
    let (before, family) = words.split_at(before.len() - n_capital);
    let family = family.join(" ");
    let (given, particle) = without_particles(&before.join(" "));
    let particle = particle.map(|word| Particle::before(word, &family));
    Some(named(&family, Some(&given), particle, suffix))
}

fn named(
    family: &str,
    given: Option<&str>,
    particle: Option<Particle>,
    suffix: Option<&str>,
) -> Name {
    Name::Person {
        family: family.to_owned(),
        given: given.map(str::to_owned),
        particle,
        suffix: suffix.map(str::to_owned),
    }
}

/// A name without `Dr.` before and `PhD` behind it, which the guides leave out.
fn without_honors(name: &str) -> &str {
    const TITLES: &[&str] = &["Dr. ", "Dr ", "Prof. ", "Professor "];
    const DEGREES: &[&str] =
        &["PhD", "Ph.D.", "MD", "M.D.", "DPhil", "MBA", "MSc", "MFA", "JD", "J.D.", "RN", "Esq."];
    let name = TITLES.iter().find_map(|title| name.strip_prefix(title)).unwrap_or(name);
    let bare = |degree: &&str| name.strip_suffix(*degree)?.strip_suffix(' ');
    DEGREES.iter().find_map(bare).map_or(name, |name| name.trim_end_matches(','))
}

fn without_suffix(text: &str) -> (&str, Option<&str>) {
    let found = SUFFIXES.iter().find_map(|suffix| {
        let before = text.strip_suffix(suffix)?.strip_suffix(' ')?;
        Some((before.trim_end_matches(','), Some(*suffix)))
    });
    found.unwrap_or((text, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `given|particle|family|suffix`, with a particle that is dropped in parentheses, or the whole
    /// name.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let parts = match Name::parse(text) {
            Name::Literal { literal } => literal,
            Name::Person { family, given, particle, suffix } => {
                let part = |part: Option<String>| part.unwrap_or_default();
                let particle = particle.map(|particle| match particle {
                    Particle::NonDropping(word) => word,
                    Particle::Dropping(word) => format!("({word})"),
                });
                format!("{}|{}|{family}|{}", part(given), part(particle), part(suffix))
            }
        };
        assert_eq!(parts, expected, "{text}");
    }

    #[test]
    fn persons_are_taken_apart() {
        check("Michael Schuman", "Michael||Schuman|");
        check("Vincent van Gogh", "Vincent|van|Gogh|");
        check("Simone de la Cruz", "Simone|de la|Cruz|");
        check("Martin Luther King, Jr.", "Martin Luther||King|Jr.");
        check("Henry Louis Gates Jr.", "Henry Louis||Gates|Jr.");
        check("Tolstoy, Leo", "Leo||Tolstoy|");
        check("Odd Arne Westad", "Odd Arne||Westad|");
    }

    #[test]
    fn particles_belong_to_the_family_name() {
        // Names of the *Chicago Manual of Style*, 8.5, with the last name as it lists them.
        check("W. E. B. Du Bois", "W. E. B.||Du Bois|");
        check("Walter de la Mare", "Walter|de la|Mare|");
        check("Thomas De Quincey", "Thomas||De Quincey|");
        check("Daphne du Maurier", "Daphne|du|Maurier|");
        check("Robert M. La Follette Sr.", "Robert M.||La Follette|Sr.");
        check("John Le Carré", "John||Le Carré|");
        check("Abraham Ten Broeck", "Abraham||Ten Broeck|");
        check("Stephen Van Rensselaer", "Stephen||Van Rensselaer|");
        check("Wernher von Braun", "Wernher|von|Braun|");
        check("Charles de Gaulle", "Charles|de|Gaulle|");
        check("Van Morrison", "Van||Morrison|");
        check("Edna St. Vincent Millay", "Edna St. Vincent||Millay|");
    }

    #[test]
    fn a_french_or_spanish_de_is_dropped_before_a_name_of_several_syllables() {
        // Greenville Technical College, “MLA Writing Style”: Maupassant, de Gaulle, d’Arcy, de la
        // Mare.
        check("Guy de Maupassant", "Guy|(de)|Maupassant|");
        check("Charles de Gaulle", "Charles|de|Gaulle|");
        check("Pierre d’Arcy", "Pierre||d’Arcy|");
        check("Walter de la Mare", "Walter|de la|Mare|");
        // grammarphobia.com, “What’s ‘de’ story?”: Beauvoir, Balzac, Cervantes, de Klerk, and de
        // Kooning, who is indexed among the K’s.
        check("Simone de Beauvoir", "Simone|(de)|Beauvoir|");
        check("Honoré de Balzac", "Honoré|(de)|Balzac|");
        check("Miguel de Cervantes", "Miguel|(de)|Cervantes|");
        check("F. W. de Klerk", "F. W.|de|Klerk|");
        check("Willem de Kooning", "Willem|(de)|Kooning|");
    }

    #[test]
    fn the_order_of_libraries_tells_where_a_particle_stands() {
        check("Beauvoir, Simone de", "Simone|(de)|Beauvoir|");
        check("Goethe, Johann Wolfgang von", "Johann Wolfgang|(von)|Goethe|");
        check("de Botton, Alain", "Alain||de Botton|");
    }

    #[test]
    fn titles_and_degrees_are_no_part_of_a_name() {
        check("Dr. Jane Doe PhD", "Jane||Doe|");
        check("Jane Doe, M.D.", "Jane||Doe|");
        check("Professor Plum", "Professor Plum");
    }

    #[test]
    fn organizations_and_single_names_stay_whole() {
        for name in [
            "World Health Organization",
            "The Economist",
            "National Institute of Mental Health",
            "Bill & Melinda Gates",
            "Reuters",
            "孔子",
            "Plato",
            "Smith, Jones, and Lee",
        ] {
            check(name, name);
        }
    }
}
