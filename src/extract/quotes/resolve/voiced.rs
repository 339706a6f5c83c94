//! Who speaks by what stands beside a quotation: a name, a pronoun, a noun, a letter.

use super::{Beside, Resolver};
use crate::document::TextRange;
use crate::extract::quotes::cast::PersonId;
use crate::extract::quotes::dialogue::{LastTwo, Said};
use crate::extract::quotes::gender::Gender;
use crate::extract::quotes::interview::Interview;
use crate::extract::quotes::mention::{Kind, Role};
use crate::extract::quotes::nominal::Nominal;
use crate::extract::quotes::quote::{Join, QuoteCandidate, Voice};
use crate::extract::quotes::rule::Rule;
use crate::extract::quotes::scene::Wanted;
use crate::extract::quotes::subject::Pronoun;

impl Resolver<'_, '_> {
    /// Who is told, in the words after a quotation: `he said to NAME`, `he told NAME`.
    pub(super) fn told(&self, index: usize) -> Option<PersonId> {
        let quote = &self.candidates[index];
        let end = quote.outer.end();
        let reach = (end + 60).min(quote.block.end());
        let mention = self.mentions.get(self.n_seen).filter(|m| m.range.start() < reach)?;
        if mention.role != Role::Other || mention.kind != Kind::Name {
            return None;
        }
        let between = &self.document[TextRange::new(end, mention.range.start())];
        let is_told = [" to ", " told ", " asked ", " assured ", " informed ", " addressing "]
            .iter()
            .any(|word| between.ends_with(word));
        let person = self.cast.person(&self.document[mention.range]);
        person.filter(|_| is_told && !between.contains(['.', '“', '"']))
    }

    /// Whom `he` or `she` means in the narration at `at`.
    pub(super) fn pronoun(
        &self,
        gender: Gender,
        at: usize,
        beside: &Beside,
        answers: bool,
    ) -> Option<(PersonId, f32)> {
        let block_at = self.document.block_around(at).map_or(at, |block| block.range.start());
        let before = if answers { self.dialogue.last_two(block_at) } else { LastTwo::default() };
        // Whoever was `she` just before is not `he`.
        let other = beside.meant.filter(|(meant, _)| *meant != gender).map(|(_, person)| person);
        let others = [beside.addressee, beside.told, other];
        let wanted = Wanted { gender, at, block_at, before, others };
        self.scene.find(&self.cast, wanted)
    }

    /// Who is said beside a quotation to speak.
    pub(super) fn voiced(&mut self, index: usize, beside: &Beside) -> Option<Said> {
        let quote = &self.candidates[index];
        let said = |person, confidence| Some(Said { person, confidence, rule: quote.rule });
        match &quote.voice {
            Voice::Named(name, description) => {
                let person = self.cast.person(&self.document[*name])?;
                let described = &mut self.cast.get_mut(person).description;
                *described = described.or(*description);
                let description = *described;
                self.nouns.describe(self.document, person, description);
                said(person, quote.confidence)
            }
            Voice::Pronoun(pronoun) => {
                let (person, confidence) = self.meant(*pronoun, quote, beside)?;
                Some(Said { person, confidence, rule: Rule::Pronoun })
            }
            Voice::Nominal(whole, head) => {
                let noun = Nominal::of(self.document, *whole, *head);
                let at = quote.outer.start();
                let before = self.dialogue.last_two(quote.block.start());
                if noun.is_other() {
                    let said = self.dialogue.whose_turn(at, beside.addressee)?;
                    return Some(Said { rule: Rule::Noun, ..said });
                }
                let (person, confidence) = match noun.gender_of_anybody() {
                    Some(gender) => {
                        let spouse = noun.spouse(&self.cast, before, beside.addressee);
                        // Of several men `the man` is hardly ever the one whom `he` would mean.
                        spouse.map(|id| (id, 0.8)).or_else(|| {
                            let answers = matches!(quote.join, Join::Opens | Join::Answers);
                            let found = self.pronoun(gender, at, beside, answers)?;
                            Some((found.0, found.1 - 0.15))
                        })?
                    }
                    None => self.nouns.find(&mut self.cast, &self.scene, &noun)?,
                };
                Some(Said { person, confidence, rule: Rule::Noun })
            }
            Voice::Asks => {
                let person = self.interview(quote.block.start()).asks?;
                Some(Said { person, confidence: 0.7, rule: Rule::Asks })
            }
            Voice::Answers => {
                let person = self.interview(quote.block.start()).answers?;
                Some(Said { person, confidence: 0.75, rule: Rule::Answers })
            }
            Voice::Unnamed | Voice::Unsaid => None,
        }
    }

    /// Who asks and who answers, as introduced before the first question, at `offset` at the latest.
    fn interview(&mut self, offset: usize) -> Interview {
        let (document, cast) = (self.document, &self.cast);
        let mentions = self.mentions;
        *self
            .interview
            .get_or_insert_with(|| Interview::of(document, cast, mentions.before(offset), offset))
    }

    fn meant(
        &mut self,
        pronoun: Pronoun,
        quote: &QuoteCandidate,
        beside: &Beside,
    ) -> Option<(PersonId, f32)> {
        let at = quote.outer.start();
        let answers = matches!(quote.join, Join::Opens | Join::Answers);
        match pronoun {
            Pronoun::He => self.pronoun(Gender::Male, at, beside, answers),
            Pronoun::She => self.pronoun(Gender::Female, at, beside, answers),
            Pronoun::It => {
                let from = at.saturating_sub(600);
                self.scene.body_since(from).map(|person| (person, 0.7))
            }
            Pronoun::I => Some((self.nouns.narrator(&mut self.cast, quote.outer), 0.85)),
            Pronoun::They => None,
        }
    }
}
