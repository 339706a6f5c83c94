//! Merges what was found in the prose with what an editor wrote.
//!
//! In: two [`Findings`], in any order. Out: [`Layers`] in the order of the text. A curated item
//! replaces the extracted ones that it overlaps. Items name each other by their indices, which
//! are carried over.

use super::{
    CleanText, Event, Findings, Layers, Origin, Person, Quotation, Speaker, SpeakerId, TextRange,
    fold,
};
use std::collections::HashMap;

impl Layers {
    /// Merges what was found in the prose with what an editor wrote.
    pub fn merge(extracted: Findings, curated: Findings) -> Self {
        let mut layers = Self { speakers: curated.speakers, ..Self::default() };
        let ids = adopt_speakers(&mut layers.speakers, extracted.speakers);

        layers.events = merge_events(curated.events, extracted.events);
        layers.chronology = chronology(&layers.events);

        let words = Overlaps::of(curated.quotes.iter().map(|quote| quote.words));
        let found = extracted.quotes.into_iter().map(|mut quote| {
            quote.speaker = quote.speaker.map(|id| ids[id.index()]);
            quote
        });
        layers.quotes = merge_quotes(curated.quotes, found, &words);
        layers.first_quotes = first_quotes(&layers.quotes, layers.speakers.len());
        layers.people = merge_people(extracted.people, &layers);
        layers
    }
}

/// Gives people the speakers of their names, with what an editor says of them, and adds the
/// speakers who are nowhere named.
fn merge_people(found: Vec<Person>, layers: &Layers) -> Vec<Person> {
    let Layers { speakers, quotes, first_quotes, .. } = layers;
    let folded = |name: &CleanText| fold(name.as_str()).text().to_owned();
    let named: HashMap<String, u32> =
        speakers.iter().map(|speaker| folded(&speaker.name)).zip(0..).collect();
    let mut is_named = vec![false; speakers.len()];
    let mut people = found;
    for person in &mut people {
        person.speaker = named.get(&folded(&person.name)).copied().map(SpeakerId);
        if let Some(id) = person.speaker {
            is_named[id.index()] = true;
            let description = speakers[id.index()].description.clone();
            person.description = description.or(person.description.take());
        }
    }
    for (index, speaker) in speakers.iter().enumerate().filter(|(index, _)| !is_named[*index]) {
        let Some(first) = first_quotes[index] else { continue };
        people.push(Person {
            name: speaker.name.clone(),
            description: speaker.description.clone(),
            speaker: Some(SpeakerId(index as u32)),
            first: quotes[first as usize].words,
            mentions: super::Places::default(),
            forms: Vec::new(),
        });
    }
    people.sort_by_key(|person| person.first);
    people
}

/// Adds `found` to `known`, each once by name; for each of `found`, who it is.
fn adopt_speakers(known: &mut Vec<Speaker>, found: Vec<Speaker>) -> Vec<SpeakerId> {
    let name = |speaker: &Speaker| fold(speaker.name.as_str()).text().to_owned();
    let mut ids: HashMap<String, SpeakerId> =
        known.iter().map(name).zip((0..).map(SpeakerId)).collect();
    let adopted = found.into_iter().map(|speaker| {
        *ids.entry(name(&speaker)).or_insert_with(|| {
            known.push(speaker);
            SpeakerId(known.len() as u32 - 1)
        })
    });
    adopted.collect()
}

/// Ranges to ask whether one overlaps any of them: their starts, sorted, each with the furthest
/// end of those up to it.
struct Overlaps(Vec<(usize, usize)>);

impl Overlaps {
    fn of(ranges: impl Iterator<Item = TextRange>) -> Self {
        let mut ranges: Vec<TextRange> = ranges.collect();
        ranges.sort();
        let mut furthest = 0;
        let reach = ranges.into_iter().map(|range| {
            furthest = furthest.max(range.end());
            (range.start(), furthest)
        });
        Self(reach.collect())
    }

    fn any(&self, range: TextRange) -> bool {
        let next = self.0.partition_point(|(start, _)| *start < range.end());
        next.checked_sub(1).is_some_and(|last| self.0[last].1 > range.start())
    }
}

/// Joins both lists in text order, keeping `same_as` on the event it meant: of an event that was
/// replaced, the curated one in its place. What meant no first mention is an event of its own.
fn merge_events(curated: Vec<Event>, extracted: Vec<Event>) -> Vec<Event> {
    let means_first = |event: &Event| {
        let head = event.same_as.map(|head| extracted.get(head as usize));
        head.is_none_or(|head| head.is_some_and(|head| head.same_as.is_none()))
    };
    let is_sorted = || extracted.is_sorted_by_key(|event| event.mention);
    if curated.is_empty() && is_sorted() && extracted.iter().all(means_first) {
        return extracted;
    }
    let n_curated = curated.len() as u32;
    let editors = Overlaps::of(curated.iter().map(|event| event.mention));
    let mut all: Vec<(u32, Event)> = (0..).zip(curated).collect();
    let mut replaced = Vec::new();
    for (index, mut event) in (n_curated..).zip(extracted) {
        event.same_as = event.same_as.map(|head| head + n_curated);
        if editors.any(event.mention) {
            replaced.push((index, event.mention));
        } else {
            all.push((index, event));
        }
    }
    all.sort_by_key(|(_, event)| event.mention);
    let places = Places::of(all.iter().map(|(index, _)| *index));
    let mut events: Vec<Event> = all.into_iter().map(|(_, event)| event).collect();
    let place_of = |head: u32| {
        places.at(head).or_else(|| {
            let at = replaced.binary_search_by_key(&head, |(index, _)| *index).ok()?;
            curated_at(&events, replaced[at].1)
        })
    };
    let is_head = |place: &u32| events[*place as usize].same_as.is_none();
    let heads: Vec<Option<u32>> =
        events.iter().map(|event| event.same_as.and_then(place_of).filter(is_head)).collect();
    for (event, head) in events.iter_mut().zip(heads) {
        event.same_as = head;
    }
    events
}

/// The curated event that lies over `words`; events of an editor are seldom long.
fn curated_at(events: &[Event], words: TextRange) -> Option<u32> {
    const LOOK_BACK: usize = 32;
    let end = events.partition_point(|event| event.mention.start() < words.end());
    let is_over = |event: &Event| {
        event.origin != Origin::Extracted && event.mention.intersect(words).is_some()
    };
    let near = events[..end].iter().rev().take(LOOK_BACK).position(is_over)?;
    Some((end - 1 - near) as u32)
}

/// Where the items of a list stand after it was sorted.
struct Places(Vec<(u32, u32)>);

impl Places {
    /// The places of `indices`, the former places of what stands there now.
    fn of(indices: impl Iterator<Item = u32>) -> Self {
        let mut places: Vec<(u32, u32)> = indices.zip(0..).collect();
        places.sort_unstable();
        Self(places)
    }

    fn at(&self, index: u32) -> Option<u32> {
        let at = self.0.binary_search_by_key(&index, |place| place.0).ok()?;
        Some(self.0[at].1)
    }
}

/// Joins both lists in text order, keeping `continues` on the quotation it meant.
fn merge_quotes(
    curated: Vec<Quotation>,
    extracted: impl Iterator<Item = Quotation>,
    words: &Overlaps,
) -> Vec<Quotation> {
    if curated.is_empty() {
        let found: Vec<Quotation> = extracted.collect();
        if found.is_sorted_by_key(|quote| quote.words) {
            return found;
        }
        return merge_sorted(curated, found.into_iter(), words);
    }
    merge_sorted(curated, extracted, words)
}

fn merge_sorted(
    curated: Vec<Quotation>,
    extracted: impl Iterator<Item = Quotation>,
    words: &Overlaps,
) -> Vec<Quotation> {
    let n_curated = curated.len() as u32;
    let mut all: Vec<(u32, Quotation)> = (0..).zip(curated).collect();
    for (index, mut quote) in (n_curated..).zip(extracted) {
        quote.continues = quote.continues.map(|first| first + n_curated);
        if !words.any(quote.words) {
            all.push((index, quote));
        }
    }
    all.sort_by_key(|(_, quote)| quote.words);
    let places = Places::of(all.iter().map(|(index, _)| *index));
    let place_of = |index: u32| places.at(index);
    all.into_iter()
        .map(|(_, quote)| Quotation { continues: quote.continues.and_then(place_of), ..quote })
        .collect()
}

fn first_quotes(quotes: &[Quotation], n_speakers: usize) -> Vec<Option<u32>> {
    let mut first = vec![None; n_speakers];
    for (quote, index) in quotes.iter().zip(0..) {
        if let Some(id) = quote.speaker {
            first[id.index()].get_or_insert(index);
        }
    }
    first
}

fn chronology(events: &[Event]) -> Vec<u32> {
    let heads = (0..).zip(events).filter(|(_, event)| event.same_as.is_none());
    let mut order: Vec<u32> = heads.map(|(index, _)| index).collect();
    order.sort_by_key(|index| {
        let event = &events[*index as usize];
        (event.when.sort_key(), event.mention)
    });
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Basis, Precision, QuoteKind, When};

    fn event(start: usize, end: usize, year: i16, origin: Origin) -> Event {
        let range = TextRange::new(start, end);
        Event {
            mention: range,
            when: When::year(year).unwrap(),
            basis: Basis::Stated,
            sentence: range,
            label: CleanText::line("x"),
            is_era: false,
            origin,
            rule: None,
            confidence: 1.0,
            rank: 1,
            same_as: None,
        }
    }

    fn quote(start: usize, end: usize, speaker: u32, continues: Option<u32>) -> Quotation {
        Quotation {
            words: TextRange::new(start, end),
            kind: QuoteKind::Speech,
            speaker: Some(SpeakerId(speaker)),
            cue: None,
            continues,
            origin: Origin::Extracted,
            rule: None,
            confidence: 1.0,
        }
    }

    fn speaker(name: &str) -> Speaker {
        Speaker { name: CleanText::line(name), description: None }
    }

    #[test]
    fn a_curated_event_replaces_the_extracted_one_it_overlaps() {
        let extracted = Findings {
            events: vec![
                event(5, 9, 1948, Origin::Extracted),
                event(20, 24, 1950, Origin::Extracted),
            ],
            ..Findings::default()
        };
        let curated =
            Findings { events: vec![event(0, 9, 1949, Origin::Curated)], ..Findings::default() };
        let layers = Layers::merge(extracted, curated);
        let years: Vec<_> = layers.events.iter().map(|event| event.when.tick()).collect();
        assert_eq!(years, ["1949", "1950"]);
        assert_eq!(layers.events[0].when.precision, Precision::Year);
    }

    /// The events as `start-end`, with `=` and the start of the one that they are the same as.
    #[track_caller]
    fn check_heads(extracted: &[(usize, Option<u32>)], curated: &[(usize, usize)], expected: &str) {
        let found = extracted.iter().map(|(start, same_as)| Event {
            same_as: *same_as,
            ..event(*start, start + 4, 1950, Origin::Extracted)
        });
        let written = curated.iter().map(|(start, end)| event(*start, *end, 1951, Origin::Curated));
        let layers = Layers::merge(
            Findings { events: found.collect(), ..Findings::default() },
            Findings { events: written.collect(), ..Findings::default() },
        );
        let start = |event: &Event| event.mention.start();
        let shown: Vec<String> = layers
            .events
            .iter()
            .map(|event| match event.same_as {
                Some(head) => {
                    format!("{}={}", start(event), start(&layers.events[head as usize]))
                }
                None => start(event).to_string(),
            })
            .collect();
        assert_eq!(shown.join(" "), expected);
        let n_heads = layers.events.iter().filter(|event| event.same_as.is_none()).count();
        assert_eq!(layers.chronology.len(), n_heads);
    }

    #[test]
    fn a_further_mention_stays_with_its_event_wherever_that_stands() {
        check_heads(&[(10, None), (30, Some(0)), (20, None)], &[(0, 4)], "0 10 20 30=10");
        check_heads(&[(30, Some(2)), (20, None), (10, None)], &[(15, 16)], "10 15 20 30=10");
    }

    #[test]
    fn a_further_mention_of_a_replaced_event_is_one_of_the_curated_event() {
        check_heads(&[(10, None), (30, Some(0))], &[(8, 16)], "8 30=8");
        check_heads(&[(10, None), (30, Some(0)), (50, Some(0))], &[(28, 40)], "10 28 50=10");
    }

    #[test]
    fn a_mention_of_what_is_no_first_mention_is_an_event() {
        check_heads(&[(10, Some(1)), (30, Some(0))], &[], "10 30");
        check_heads(&[(10, None), (30, Some(7))], &[], "10 30");
    }

    #[test]
    fn events_of_one_time_are_in_the_order_of_the_text() {
        let curated = Findings {
            events: vec![
                event(30, 31, 1949, Origin::Curated),
                event(0, 1, 1950, Origin::Curated),
                event(10, 11, 1949, Origin::Curated),
            ],
            ..Findings::default()
        };
        assert_eq!(Layers::merge(Findings::default(), curated).chronology, [1, 2, 0]);
    }

    #[test]
    fn merged_quotations_keep_their_speaker_and_what_they_continue() {
        let extracted = Findings {
            quotes: vec![quote(40, 45, 0, None), quote(50, 55, 0, Some(0)), quote(0, 5, 1, None)],
            speakers: vec![speaker("Anna"), speaker("Ben")],
            ..Findings::default()
        };
        let curated = Findings {
            quotes: vec![quote(1, 4, 0, None)],
            speakers: vec![speaker("Ben")],
            ..Findings::default()
        };
        let layers = Layers::merge(extracted, curated);
        let names: Vec<_> = layers
            .quotes
            .iter()
            .map(|quote| layers.speakers[quote.speaker.unwrap().index()].name.as_str())
            .collect();
        assert_eq!(names, ["Ben", "Anna", "Anna"]);
        assert_eq!(layers.quotes[2].continues, Some(1));
    }
}
