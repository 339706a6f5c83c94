//! Events: along the thread of all candidates, when they happened, and how much they matter.

use super::candidate::EventCandidate;
use super::label::Class;
use super::manner::Manner;
use super::merge::{Mention, merged};
use super::phrase::Form;
use super::rank::ranks;
use super::thread::Thread;
use crate::document::{Basis, Day, Document, Event, Origin, TextRange, When};

/// A date of which it is known when it was.
struct Dated {
    candidate: EventCandidate,
    when: When,
    basis: Basis,
    same_as: Option<u32>,
}

/// The events, in text order.
pub fn resolve_events(document: &Document, candidates: Vec<EventCandidate>) -> Vec<Event> {
    let written = document.meta.published;
    let manner = Manner::of(written, &candidates);
    let mut thread = Thread::new(written, manner);
    let mut dated: Vec<Dated> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        if !candidate.is_dated(manner) {
            continue;
        }
        let Some((when, basis)) = thread.date(&candidate.phrase, candidate.place) else { continue };
        let ends = ends(&candidate, when);
        let head = dated.len() as u32;
        dated.push(Dated { candidate, when, basis, same_as: None });
        dated.extend(ends.into_iter().flatten().map(|(candidate, when)| Dated {
            candidate,
            when,
            basis,
            same_as: Some(head),
        }));
    }
    merge(&mut dated);
    let ranks = ranks_of(&dated);
    dated.into_iter().zip(ranks).map(|(dated, rank)| event(dated, rank)).collect()
}

/// Marks the further mentions of an event.
fn merge(dated: &mut [Dated]) {
    let mentions: Vec<Mention<'_>> = dated.iter().map(Dated::mention).collect();
    let heads = merged(&mentions);
    for index in 0..dated.len() {
        // The ends of a range belong to it, which may be a further mention itself.
        let own = dated[index].same_as;
        dated[index].same_as = match own {
            Some(range) => dated[range as usize].same_as.or(own),
            None => heads[index].map(|head| dated[head as usize].same_as.unwrap_or(head)),
        };
    }
}

impl Dated {
    fn mention(&self) -> Mention<'_> {
        Mention {
            when: self.when,
            sentence: self.candidate.sentence,
            label: self.candidate.label.as_str(),
            is_era: self.candidate.phrase.form == Form::Named,
            is_bare: self.candidate.class == Class::Mention,
        }
    }
}

/// The two ends of a range, each a date of its own that belongs to the range.
fn ends(candidate: &EventCandidate, when: When) -> Option<[(EventCandidate, When); 2]> {
    let phrase = &candidate.phrase;
    let joint = phrase.joint.as_ref()?;
    let (first, last) = when.first.zip(when.last)?;
    let of = |day: Day| match phrase.form {
        Form::Years | Form::Era => When::year(day.date().0),
        _ => Some(When::of_day(day)),
    };
    let part = |from: usize, to: usize, when: When| {
        let base = candidate.mention.start() - phrase.range.start;
        let mention = TextRange::new(base + from, base + to);
        (EventCandidate { mention, ..candidate.clone() }, when)
    };
    Some([
        part(phrase.range.start, joint.start, of(first)?),
        part(joint.end, phrase.range.end, of(last)?),
    ])
}

fn event(dated: Dated, rank: u32) -> Event {
    let Dated { candidate, when, basis, same_as } = dated;
    Event {
        mention: candidate.mention,
        when,
        basis,
        sentence: candidate.sentence,
        label: candidate.label,
        is_era: candidate.phrase.form == Form::Named,
        origin: Origin::Extracted,
        rule: Some(candidate.phrase.form.rule()),
        confidence: candidate.phrase.form.confidence(),
        rank,
        same_as,
    }
}

/// The rank of each date: the events first, then their further mentions in the order of the text.
fn ranks_of(dated: &[Dated]) -> Vec<u32> {
    let heads = || dated.iter().enumerate().filter(|(_, dated)| dated.same_as.is_none());
    let facts: Vec<_> =
        heads().map(|(_, dated)| dated.candidate.facts(dated.when, dated.basis)).collect();
    let mut all = vec![0; dated.len()];
    for ((index, _), rank) in heads().zip(ranks(&facts)) {
        all[index] = rank;
    }
    let mut next = facts.len() as u32;
    for rank in all.iter_mut().filter(|rank| **rank == 0) {
        next += 1;
        *rank = next;
    }
    all
}
