//! The particles of names: which of them leave the family name where it stands first.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

/// A word between given and family names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Particle {
    /// `van`, `de la`: a part of the family name, also where that stands first.
    #[serde(rename = "non-dropping-particle")]
    NonDropping(String),
    /// The `de` of Simone de Beauvoir: where the family name stands first, it stands behind the
    /// given names.
    #[serde(rename = "dropping-particle")]
    Dropping(String),
}

impl Particle {
    /// The particle that stands before a family name in a byline.
    pub fn before(word: String, family: &str) -> Self {
        if is_dropped(&word, family) { Self::Dropping(word) } else { Self::NonDropping(word) }
    }

    /// The same, dropped if it is Dutch or German: the *MLA Handbook* lists Beethoven, Goethe and
    /// Toorn under their names, where a byline has the particle small.
    pub fn dropped_if_dutch_or_german(self) -> Self {
        match self.as_str().split(' ').next() {
            Some("van" | "von" | "vom" | "zu" | "zum" | "zur") => {
                Self::Dropping(self.as_str().to_owned())
            }
            _ => self,
        }
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        match self {
            Self::NonDropping(word) | Self::Dropping(word) => word,
        }
    }
}

/// Given names, and the particles behind them.
pub(super) fn without_particles(names: &str) -> (String, Option<String>) {
    let words: Vec<&str> = names.split_whitespace().collect();
    let is_particle = |word: &&&str| word.starts_with(char::is_lowercase);
    let n_particles = words.iter().skip(1).rev().take_while(is_particle).count();
    let (given, particles) = words.split_at(words.len() - n_particles);
    (given.join(" "), (n_particles > 0).then(|| particles.join(" ")))
}

/// Whether a particle in front of a family name stands behind the given names where that stands
/// first: the French and Spanish `de`, unless the name has one syllable, as de Gaulle’s has.
///
/// The guides leave `de la` to the language of the name, which a byline does not tell; it stays with
/// the name, as the guides have it in English.
///
/// Source: the rules of the *MLA Handbook* for French and Spanish names; the *Chicago Manual of
/// Style* has the same names in its lists.
fn is_dropped(particle: &str, family: &str) -> bool {
    particle == "de" && n_syllables(family) > 1
}

/// How many syllables a French or Spanish name has: groups of vowels, without a silent `e`.
fn n_syllables(name: &str) -> usize {
    let letters: Vec<char> = name.nfd().filter(|letter| letter.is_alphabetic()).collect();
    let is_vowel = |letter: &char| "aeiouyAEIOUY".contains(*letter);
    let groups = letters.chunk_by(|one, other| is_vowel(one) == is_vowel(other));
    let n_groups = groups.filter(|group| is_vowel(&group[0])).count();
    let is_silent = matches!(letters[..], [.., before, 'e'] if !is_vowel(&before)) && n_groups > 1;
    n_groups - usize::from(is_silent)
}
