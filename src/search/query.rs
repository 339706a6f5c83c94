//! What is searched for. Case counts once a capital letter was typed (smart case).

use super::pattern::Pattern;
use super::phrase::Phrase;
use crate::document::{Case, Folded, Places, TextRange};
use std::ops::ControlFlow;

/// What to search for.
#[derive(Debug, Clone)]
pub struct Query(Form);

#[derive(Debug, Clone)]
enum Form {
    Phrase(Box<Phrase>),
    Pattern(Pattern),
    Person(Box<Person>),
}

/// Somebody, by the places of the document that name them, and in other words by their names.
#[derive(Debug, Clone)]
struct Person {
    places: Places,
    names: Pattern,
}

impl Query {
    /// The query for a phrase; `None` if it folds to nothing.
    pub fn phrase(typed: &str) -> Option<Self> {
        Phrase::new(typed).map(|phrase| Self(Form::Phrase(Box::new(phrase))))
    }

    /// The query for a regular expression; `None` if it is empty.
    ///
    /// # Errors
    /// Why it is none, in a few words.
    pub fn pattern(typed: &str) -> Result<Option<Self>, String> {
        Ok(Pattern::new(typed)?.map(|pattern| Self(Form::Pattern(pattern))))
    }

    /// The query for somebody: the places of the document that name them, of which no other hit is
    /// known there, and in other words the names; `None` without a name.
    pub fn person<'a>(names: impl Iterator<Item = &'a str>, places: Places) -> Option<Self> {
        let Self(Form::Pattern(names)) = Self::names(names)? else { return None };
        Some(Self(Form::Person(Box::new(Person { places, names }))))
    }

    /// Whether it is for somebody, by places of one document.
    pub fn is_person(&self) -> bool {
        matches!(self.0, Form::Person(_))
    }

    /// The query for any of some names, as words of their own; `None` if there are none.
    fn names<'a>(names: impl Iterator<Item = &'a str>) -> Option<Self> {
        let mut names: Vec<String> = names.map(regex::escape).collect();
        // Of names that begin alike, the longest one is meant.
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        if names.is_empty() {
            return None;
        }
        Self::pattern(&format!(r"\b(?:{})\b", names.join("|"))).ok().flatten()
    }

    /// Hands the hits in the block at `range` of the document, whose text is `text`, to `take`, as
    /// ranges of the document; like [`Self::each`] otherwise.
    pub fn each_in(
        &self,
        folded: &mut Folded,
        (range, text): (TextRange, &str),
        take: &mut dyn FnMut(TextRange) -> ControlFlow<()>,
    ) {
        let Form::Person(person) = &self.0 else {
            return self.each(folded, text, &mut |hit| take(hit.shifted(range.start())));
        };
        let is_whole = |place: &TextRange| {
            let end = place.end() - range.start();
            text.is_char_boundary(place.start() - range.start()) && text.is_char_boundary(end)
        };
        for place in person.places.within(range).filter(is_whole) {
            if take(place).is_break() {
                return;
            }
        }
    }

    /// Hands the hits in `text`, which is none of the document, to `take`, in order, none overlapping
    /// another, until it breaks.
    ///
    /// `folded` lends its memory.
    pub fn each(
        &self,
        folded: &mut Folded,
        text: &str,
        take: &mut dyn FnMut(TextRange) -> ControlFlow<()>,
    ) {
        match &self.0 {
            Form::Phrase(phrase) => {
                folded.refold(text, Case::Lowered);
                phrase.each(folded, text, take);
            }
            Form::Pattern(pattern) => pattern.each_folded(folded, text, take),
            Form::Person(person) => person.names.each_folded(folded, text, take),
        }
    }

    /// Whether `text` holds a hit.
    pub fn is_in(&self, folded: &mut Folded, text: &str) -> bool {
        let mut is_found = false;
        self.each(folded, text, &mut |_| {
            is_found = true;
            ControlFlow::Break(())
        });
        is_found
    }

    /// The hits in `text`.
    pub fn ranges_in(&self, text: &str) -> Vec<TextRange> {
        let mut ranges = Vec::new();
        self.each(&mut Folded::default(), text, &mut |range| {
            ranges.push(range);
            ControlFlow::Continue(())
        });
        ranges
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, typed: &str, expected: &[&str]) {
        let hits = Query::phrase(typed).map_or_else(Vec::new, |query| query.ranges_in(text));
        let words: Vec<_> = hits.iter().map(|hit| &text[hit.start()..hit.end()]).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn a_phrase_is_found_as_printed() {
        check(
            "a ‘great\u{a0}power’ and a great  power",
            "great power",
            &["great\u{a0}power", "great  power"],
        );
        check("the so‑called “truth”", "\"truth\"", &["“truth”"]);
    }

    #[test]
    fn a_capital_letter_makes_case_count() {
        check("Natásha and natasha", "natasha", &["Natásha", "natasha"]);
        check("Natásha and natasha", "Natasha", &["Natásha"]);
        check("Natásha and natasha", "NATASHA", &[]);
        check("naNana", "Nana", &["Nana"]);
    }

    #[test]
    fn names_are_found_as_whole_words_the_longest_first() {
        let query = Query::names(["Fox", "Ana Fox", "Mr. Fox"].into_iter()).unwrap();
        let text = "Mr. Fox and Ana Fox saw Fox, no fox, no Foxes.";
        let hits = query.ranges_in(text);
        let words: Vec<_> = hits.iter().map(|hit| &text[hit.start()..hit.end()]).collect();
        assert_eq!(words, ["Mr. Fox", "Ana Fox", "Fox"]);
    }

    #[test]
    fn an_accent_typed_is_only_a_letter() {
        check("resume and résumé", "résumé", &["resume", "résumé"]);
    }

    #[test]
    fn an_unfolded_letter_is_one_hit() {
        check("Straße", "s", &["S", "ß"]);
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        check("text", "  ", &[]);
        check("text", "\u{301}", &[]);
    }
}
