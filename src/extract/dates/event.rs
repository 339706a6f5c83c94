//! Events: along the thread of all candidates, when they happened, and how much they matter.

use super::candidate::EventCandidate;
use super::label::Class;
use super::manner::Manner;
use super::merge::{Mention, merged};
use super::own_day;
use super::phrase::Form;
use super::rank::{Facts, ranks};
use super::thread::{Section, Thread};
use crate::document::{Basis, Day, Document, Event, Origin, TextRange, When};

/// What of a candidate is told in no event, but counts.
struct Told {
    /// What its label tells of.
    class: Class,
    /// The start of its block.
    block_at: usize,
    /// Whether the block is a heading.
    is_heading: bool,
}

/// The events, in text order.
pub fn resolve_events(document: &Document, candidates: Vec<EventCandidate>) -> Vec<Event> {
    let own = own_day::captions(document, &candidates);
    let written = document.meta.written();
    let manner = Manner::of(written, &candidates);
    let mut thread = Thread::new(written, manner);
    let (mut events, mut told): (Vec<Event>, Vec<Told>) = (Vec::new(), Vec::new());
    for candidate in candidates {
        if !candidate.is_dated(manner) {
            continue;
        }
        let section = Section::of(document, candidate.mention, &candidate.phrase);
        section.into_iter().for_each(|section| thread.enter(section));
        let Some((when, basis)) = thread.date(&candidate.phrase, candidate.place) else { continue };
        // What is told below hangs on the day of the document, though that is no event.
        if own.iter().any(|caption| caption.contains(candidate.mention.start())) {
            continue;
        }
        let head = events.len() as u32;
        let event = event(&candidate, when, basis);
        let ends = ends(&candidate, when).into_iter().flatten();
        let ends: Vec<Event> = ends
            .map(|(mention, when)| Event { mention, when, same_as: Some(head), ..event.clone() })
            .collect();
        let EventCandidate { class, is_heading, place, .. } = candidate;
        events.extend(std::iter::once(event).chain(ends));
        told.resize_with(events.len(), || Told { class, block_at: place.block_at, is_heading });
    }
    merge(&mut events, &told);
    let ranks = ranks_of(&events, &told);
    for (event, rank) in events.iter_mut().zip(ranks) {
        event.rank = rank;
    }
    events
}

/// Marks the further mentions of an event.
fn merge(events: &mut [Event], told: &[Told]) {
    let heads = merged(events.len(), |index| {
        let event = &events[index];
        Mention {
            when: event.when,
            sentence: event.sentence,
            label: event.label.as_str(),
            is_era: event.is_era,
            is_bare: told[index].class == Class::Mention,
        }
    });
    for index in 0..events.len() {
        // The ends of a range belong to it, which may be a further mention itself.
        let own = events[index].same_as;
        events[index].same_as = match own {
            Some(range) => events[range as usize].same_as.or(own),
            None => heads[index].map(|head| events[head as usize].same_as.unwrap_or(head)),
        };
    }
}

/// The two ends of a range, each a date of its own that belongs to the range.
fn ends(candidate: &EventCandidate, when: When) -> Option<[(TextRange, When); 2]> {
    let phrase = &candidate.phrase;
    let joint = phrase.joint.as_ref()?;
    let (first, last) = when.first.zip(when.last)?;
    let of = |day: Day| match phrase.form {
        Form::Years | Form::Era => When::year(day.date().0),
        _ => Some(When::of_day(day)),
    };
    let part = |from: usize, to: usize, when: When| {
        let base = candidate.mention.start() - phrase.range.start;
        (TextRange::new(base + from, base + to), when)
    };
    Some([
        part(phrase.range.start, joint.start, of(first)?),
        part(joint.end, phrase.range.end, of(last)?),
    ])
}

/// The event of a candidate, as yet without a rank.
fn event(candidate: &EventCandidate, when: When, basis: Basis) -> Event {
    let form = candidate.phrase.form;
    Event {
        mention: candidate.mention,
        when,
        basis,
        sentence: candidate.sentence,
        label: candidate.label.clone(),
        is_era: form == Form::Named,
        origin: Origin::Extracted,
        rule: Some(form.rule()),
        confidence: form.confidence(),
        rank: 0,
        same_as: None,
    }
}

/// The rank of each date: the events first, then their further mentions in the order of the text.
fn ranks_of(events: &[Event], told: &[Told]) -> Vec<u32> {
    let heads = || (0..).zip(events).filter(|(_, event)| event.same_as.is_none());
    let facts = |(index, event): (usize, &Event)| Facts {
        when: event.when,
        basis: event.basis,
        confidence: event.confidence,
        class: told[index].class,
        sentence: event.sentence.start(),
        paragraph: told[index].block_at,
        is_heading: told[index].is_heading,
    };
    let facts: Vec<Facts> = heads().map(facts).collect();
    let mut all = vec![0; events.len()];
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
