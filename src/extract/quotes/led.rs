//! What the word right before a name says of it.

/// By what a name is led.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Led {
    /// `the French`, `a Frenchman`, `many Russians`: hardly the name of one person.
    Article,
    /// `in Moscow`: mostly that of a place.
    Place,
    /// Anything else.
    Plainly,
}

impl Led {
    /// What the last word of `before` says.
    pub fn by(before: &str) -> Self {
        let mut words = before.rsplit([' ', '\n', '“', '"', '(', '—']);
        let word = words.next().unwrap_or("");
        match word {
            "the" | "The" | "a" | "A" | "an" | "An" | "these" | "those" | "These" | "Those"
            | "many" | "Many" | "some" | "Some" | "both" | "other" | "two" | "three" => {
                Self::Article
            }
            "in" | "In" | "into" | "Into" | "near" | "Near" | "throughout" | "across"
            | "Across" | "through" | "outside" | "Outside" | "inside" => Self::Place,
            // `looked at Fox`, `angry at Fox`.
            "at" | "At" => match words.next().unwrap_or("") {
                "look" | "looks" | "looked" | "looking" | "glance" | "glances" | "glanced"
                | "glancing" | "stared" | "staring" | "smiled" | "smiling" | "gazed" | "gazing"
                | "laughed" | "laughing" | "shouted" | "shouting" | "pointed" | "angry"
                | "nodded" | "back" | "up" | "down" | "again" | "intently" | "only" => {
                    Self::Plainly
                }
                _ => Self::Place,
            },
            _ => Self::Plainly,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_and_prepositions_of_place_are_told_from_the_rest() {
        assert_eq!(Led::by("he saw the"), Led::Article);
        assert_eq!(Led::by("“The"), Led::Article);
        assert_eq!(Led::by("they wintered in"), Led::Place);
        assert_eq!(Led::by("the battle at"), Led::Place);
        assert_eq!(Led::by("she looked at"), Led::Plainly);
        assert_eq!(Led::by(""), Led::Plainly);
    }
}
