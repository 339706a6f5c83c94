//! Labels from participles, forms in `-ing` and infinitives: with the clause that they go with where
//! it fits, else with the noun that they are said of.

use super::cut::{Piece, cut};
use super::draft::{Draft, close_subject, from_elsewhere, shorten_subject};
use super::governor::main_clause;
use super::lexicon::Kind;
use super::noun::noun_phrase_before;
use super::predicate::Form;
use super::subject::Syntax;
use super::word::{Stop, Word};
use super::write::write;
use super::{Class, Label};

impl<'a> Draft<'_, 'a> {
    /// What a participle is said of, and the participle: `Berg born in Oslo`.
    pub(super) fn participle(&self, index: usize) -> Option<Label> {
        let predicate = self.syntax.predicates[index];
        if let Some(main) = main_clause(self.syntax, index)
            && let Some(label) = self.whole_clause(main, index)
        {
            return Some(label);
        }
        let subject = self.syntax.subject(index);
        let list = self.syntax.list;
        let mut pieces: Vec<Piece> = subject
            .words
            .iter()
            .filter(|at| !self.is_left_out(**at))
            .map(|at| self.piece(*at))
            .collect();
        // `his pact signed` is nobody's.
        let is_his = pieces.first().is_some_and(|(_, word)| {
            word.kind == Kind::Article && !word.is_one_of(&["the", "a", "an"])
        });
        if is_his && pieces.len() > 1 && !pieces[1].1.is("own") {
            pieces.remove(0);
        }
        let opens = |word: &Word| {
            matches!(word.kind, Kind::Preposition | Kind::To | Kind::Adverb | Kind::Conjunction)
        };
        let n_opening = pieces.iter().take_while(|(_, word)| opens(word)).count();
        pieces.drain(..n_opening);
        shorten_subject(&mut pieces);
        if pieces.is_empty() {
            let outer = noun_phrase_before(&self.words.outer, self.words.outer.len());
            pieces.extend(outer.map(|at| (None, self.words.outer[at])));
        }
        if pieces.is_empty() || pieces[0].1.kind == Kind::Pronoun {
            return main_clause(self.syntax, index).and_then(|main| self.finite(main));
        }
        close_subject(&mut pieces);
        let n_subject = pieces.len();
        pieces.push((Some(predicate.main), list[predicate.main]));
        let n_fixed = pieces.len();
        let end = self.syntax.complement_end(index);
        pieces.extend(self.kept(predicate.end..end));
        let mut kept = cut(&pieces, n_fixed, &predicate)?.to_vec();
        // `The inquest held` would be the beginning of something.
        if kept.len() == n_fixed {
            kept.insert(n_subject, (None, auxiliary(&kept[n_subject - 1].1)));
        }
        let kept = &kept;
        Some(Label { text: write(kept, ""), class: Class::Happening })
    }

    /// The clause that an infinitive or `killing twenty` goes with.
    pub(super) fn attached(&self, index: usize) -> Option<Label> {
        let predicate = self.syntax.predicates[index];
        if predicate.form == Form::Ing
            && let Some(label) = self.opened_by_ing(index)
        {
            return Some(label);
        }
        if let Some(main) = main_clause(self.syntax, index)
            && let Some(label) = self.whole_clause(main, index)
        {
            return Some(label);
        }
        if predicate.form == Form::Infinitive {
            return self.infinitive(index);
        }
        let main = main_clause(self.syntax, index)?;
        let between = self.syntax.predicates[main].end..predicate.start;
        let is_dated = self.syntax.list[between].iter().any(|word| word.kind == Kind::Calendar);
        if is_dated { self.with_ing(main, index) } else { self.finite(main) }
    }

    /// `After leaving Oslo in 1950, Berg …` left Oslo; `Leaving Oslo in 1950, Berg …` is one event.
    fn opened_by_ing(&self, index: usize) -> Option<Label> {
        let Syntax { list, predicates } = self.syntax;
        let start = predicates[index].start;
        let opens = start == 0 || list[start - 1].stop > Stop::Comma;
        let is_hinged = start > 0 && list[start - 1].kind == Kind::Hinge;
        if !opens && !is_hinged {
            return None;
        }
        let next = (index + 1..predicates.len()).find(|next| predicates[*next].is_finite());
        if opens {
            return next.and_then(|next| self.finite(next));
        }
        let main = if start == 1 || list[start - 2].stop > Stop::Comma {
            next
        } else {
            main_clause(self.syntax, index)
        }?;
        self.with_ing(main, index)
    }

    /// The subject of `main` with the form in `-ing` at `index`: `Berg leaving Oslo`.
    fn with_ing(&self, main: usize, index: usize) -> Option<Label> {
        let predicates = self.syntax.predicates;
        let start = predicates[index].start;
        let subject = self.syntax.subject(main);
        let mut pieces = self.subject_pieces(main, &subject)?;
        pieces.push(self.piece(start));
        let n_fixed = pieces.len();
        pieces.extend(self.kept(start + 1..self.syntax.complement_end(index)));
        let kept = cut(&pieces, n_fixed, &predicates[index]).filter(|kept| kept.len() > n_fixed)?;
        Some(Label { text: write(kept, ""), class: Class::Happening })
    }

    /// `to meet his rival`, of a decision too long to tell.
    fn infinitive(&self, index: usize) -> Option<Label> {
        let predicate = self.syntax.predicates[index];
        // `the British to invade`, `a deadline to leave`.
        let noun = noun_phrase_before(self.syntax.list, predicate.start);
        let most = if predicate.is_passive { Stop::Comma } else { Stop::None };
        let is_near = !noun.is_empty() && self.syntax.list[noun.end - 1].stop <= most;
        let mut pieces: Vec<Piece> = Vec::new();
        if is_near {
            pieces.extend(self.kept(noun.start..predicate.main));
        }
        // `to be killed`.
        let start = if predicate.is_passive && !is_near { predicate.start } else { predicate.main };
        pieces.extend((start..=predicate.main).map(|at| self.piece(at)));
        let n_fixed = pieces.len();
        pieces.extend(self.kept(predicate.end..self.syntax.complement_end(index)));
        let kept = cut(&pieces, n_fixed, &predicate).filter(|kept| kept.len() > 1)?;
        Some(Label { text: write(kept, ""), class: Class::State })
    }
}

/// The `was` that a participle is told with.
fn auxiliary(noun: &Word) -> Word<'static> {
    let is_plural =
        noun.text.ends_with('s') && !noun.text.ends_with("ss") && noun.kind == Kind::Noun;
    from_elsewhere(if is_plural { "were" } else { "was" }, Kind::Be)
}
