//! The quotations and the people as they are kept, of what the pass over them has found.

use super::{Attributed, BAR, Found};
use crate::document::{
    CleanText, Document, Origin, Places, Quotation, QuoteKind, Speaker, SpeakerId,
};
use crate::extract::quotes::cast::{Cast, PersonId};
use crate::extract::quotes::people::{description, people};
use crate::extract::quotes::quote::{Join, QuoteCandidate, Voice};
use std::collections::HashMap;

/// What was found, in the room of the candidates.
pub(super) fn finish(
    document: &Document,
    cast: &Cast<'_>,
    found: &[Found],
    candidates: Vec<QuoteCandidate>,
    places: HashMap<PersonId, Places>,
) -> Attributed {
    let mut speakers = Vec::new();
    let mut ids: HashMap<PersonId, SpeakerId> = HashMap::new();
    let mut cues: HashMap<&str, CleanText> = HashMap::new();
    let mut last_kind = None;
    let quotation = |(index, candidate): (usize, QuoteCandidate)| {
        let found: Found = found[index];
        let said = found.said.filter(|said| said.confidence >= BAR);
        let speaker = said.map(|said| {
            *ids.entry(said.person).or_insert_with(|| {
                speakers.push(speaker(document, cast, said.person));
                SpeakerId(speakers.len() as u32 - 1)
            })
        });
        let is_written = candidate.voice == Voice::Unsaid
            && candidate.join == Join::GoesOn
            && last_kind == Some(QuoteKind::Writing);
        let kind = if is_written { QuoteKind::Writing } else { candidate.kind };
        last_kind = Some(kind);
        let cue = candidate.cue.map(|cue| {
            let words = &document[cue];
            cues.entry(words).or_insert_with(|| CleanText::line(words)).clone()
        });
        Quotation {
            words: candidate.words,
            kind,
            speaker,
            cue,
            continues: found.continues,
            origin: Origin::Extracted,
            rule: Some(said.map_or(candidate.rule, |said| said.rule).name()),
            confidence: said.map_or(candidate.confidence, |said| said.confidence),
        }
    };
    let mut quotes: Vec<Quotation> = candidates.into_iter().enumerate().map(quotation).collect();
    quotes.shrink_to_fit();
    let people = people(document, cast, &ids, places);
    Attributed { quotes, speakers, people }
}

fn speaker(document: &Document, cast: &Cast<'_>, person: PersonId) -> Speaker {
    let person = cast.get(person);
    let description = description(document, person).map(|at| CleanText::line(&document[at]));
    Speaker { name: CleanText::line(&person.name), description }
}
