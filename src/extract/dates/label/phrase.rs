//! Labels from phrases without a verb, and the first words of a sentence where nothing else can be told.

use super::cut::{N_WORDS, Piece, may_end, trim};
use super::draft::Draft;
use super::governor::Governor;
use super::lexicon::Kind;
use super::noun::noun_phrase_before;
use super::word::{Stop, Word};
use super::write::write;
use super::{Class, Label};
use std::ops::Range;

impl<'a> Draft<'_, 'a> {
    /// The label from a phrase without a verb.
    pub fn phrase(&self, range: Range<usize>) -> Option<Label> {
        let mut pieces: Vec<Piece> = self.kept(range).collect();
        if pieces.first().is_some_and(|(_, word)| word.kind == Kind::Relative) {
            return None;
        }
        let n_opening = pieces.iter().take_while(|(_, word)| !may_open(word)).count();
        pieces.drain(..n_opening);
        let end = if pieces.len() > N_WORDS {
            (1..=N_WORDS).rev().find(|at| {
                may_end(&pieces[at - 1].1)
                    && !pieces[*at].1.is("of")
                    && (pieces[at - 1].1.stop > Stop::None
                        || matches!(pieces[*at].1.kind, Kind::Preposition | Kind::Relative))
            })?
        } else {
            pieces.len()
        };
        let kept = trim(&pieces[..end], 0);
        let has_noun =
            kept.iter().any(|(_, word)| matches!(word.kind, Kind::Noun | Kind::Name | Kind::Ing));
        has_noun.then(|| Label { text: write(kept, ""), class: Class::Mention })
    }

    /// The label of a date in brackets, of a headline, or of an item of a list.
    pub fn fragment(&self) -> Option<Label> {
        let outer = &self.words.outer;
        if !outer.is_empty() {
            let noun = noun_phrase_before(outer, outer.len());
            let pieces: Vec<Piece> = noun.map(|at| (Some(at), outer[at])).collect();
            let kept = trim(&pieces, 0);
            if !kept.is_empty() {
                return Some(Label { text: write(kept, ""), class: Class::Mention });
            }
            // `The wall falls (1989)`.
            if outer.len() <= N_WORDS && outer.last().is_some_and(may_end) {
                let pieces: Vec<Piece> = outer.iter().map(|word| (None, *word)).collect();
                return Some(Label { text: write(&pieces, ""), class: Class::Mention });
            }
        }
        let list = self.syntax.list;
        let phrase = &self.phrase.words;
        let is_end = |at: &usize| list[*at].stop > Stop::Comma;
        // `1950: the treaty of Rome`.
        let start = (0..phrase.start).rev().find(is_end).map_or(0, |at| at + 1);
        let start = if phrase.end < list.len() && is_end(&(phrase.end - 1)) && start == phrase.start
        {
            phrase.end
        } else {
            start
        };
        let end = (start.max(phrase.end - 1).max(start)..list.len()).find(is_end);
        let end = end.map_or(list.len(), |at| at + 1);
        if self
            .syntax
            .predicates
            .iter()
            .any(|other| other.is_finite() && other.start >= start && other.end <= end)
            && end - start > N_WORDS
        {
            return None;
        }
        self.phrase(start..end)
    }

    /// The subject of a clause that is too long.
    pub fn subject_only(&self, tried: &Governor) -> Option<Label> {
        let Governor::Clause(index) = tried else { return None };
        let words = self.syntax.subject(*index).words;
        let range = *words.first()?..words.last()? + 1;
        let has_noun = self.syntax.list[range.clone()].iter().any(|word| word.kind == Kind::Noun);
        self.phrase(range).filter(|label| has_noun && label.text.contains(' '))
    }

    /// The first words of the sentence, with an ellipsis if it is longer.
    pub fn opening(&self) -> String {
        let n_words = self.syntax.list.len();
        let start = if self.phrase.words.start == 0 { self.phrase.words.end } else { 0 };
        let start = if start < n_words { start } else { 0 };
        let pieces: Vec<Piece> =
            (start..n_words).map(|at| self.piece(at)).take(N_WORDS + 1).collect();
        if pieces.len() <= N_WORDS && !self.words.is_cut {
            return write(&pieces, "");
        }
        write(trim(&pieces[..pieces.len().min(N_WORDS - 2)], 1), "…")
    }
}

fn may_open(word: &Word) -> bool {
    !matches!(
        word.kind,
        Kind::Preposition | Kind::To | Kind::Conjunction | Kind::Hinge | Kind::Adverb
    ) || word.is_one_of(&["about", "not"])
}
