//! The layers over the text: events, quotations, speakers and notes, each with its origin.
//!
//! Extraction and the companion both make [`Findings`]; [`Layers`] merges them. A curated item
//! replaces the extracted ones that it overlaps. Lists are in the order of the text.

use super::{CleanText, TextRange, Unresolved, When, fold};
use std::collections::HashMap;

/// Where an item comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Found in the prose by a rule.
    Extracted,
    /// Written by an editor in a companion.
    Curated,
    /// Written by the reader.
    Yours,
}

impl Origin {
    /// The name that the reader and the JSON export see.
    pub fn name(self) -> &'static str {
        match self {
            Self::Extracted => "extracted",
            Self::Curated => "curated",
            Self::Yours => "yours",
        }
    }
}

/// How a date was obtained, so that a guess never looks like a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Stated in full.
    Stated,
    /// Its year completed from what stands before it.
    Completed,
    /// Reckoned from another date.
    Relative,
}

impl Basis {
    /// The name in the JSON export.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Completed => "completed",
            Self::Relative => "relative",
        }
    }
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The words of the date, or without any, of what happened.
    pub mention: TextRange,
    /// When.
    pub when: When,
    /// How the date was obtained.
    pub basis: Basis,
    /// The sentence around the mention.
    pub sentence: TextRange,
    /// What happened, in a few words.
    pub label: CleanText,
    /// A named era: shown beneath the axis, not on it.
    pub is_era: bool,
    /// Where the event comes from.
    pub origin: Origin,
    /// The rule that found it; `None` for a curated one.
    pub rule: Option<&'static str>,
    /// From 0 to 1.
    pub confidence: f32,
    /// 1 for the most important.
    pub rank: u32,
}

/// The index of a speaker in [`Layers::speakers`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpeakerId(pub u32);

impl SpeakerId {
    /// The index as `usize`.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Somebody who is quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name as fully as the text gives it.
    pub name: CleanText,
    /// The description given there.
    pub description: Option<CleanText>,
}

/// What a quotation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// Said.
    Speech,
    /// Written.
    Writing,
    /// A term, or a few words of somebody's.
    Phrase,
}

impl QuoteKind {
    /// The name in the JSON export and the companion.
    pub fn name(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Writing => "writing",
            Self::Phrase => "phrase",
        }
    }
}

/// Words of somebody's, quoted.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    /// The words between the marks.
    pub words: TextRange,
    /// What kind of quotation it is.
    pub kind: QuoteKind,
    /// Who; `None` if that is not sure enough to say.
    pub speaker: Option<SpeakerId>,
    /// The attribution cue, such as `said`.
    pub cue: Option<CleanText>,
    /// The quotation, as an index in text order, that this one goes on with.
    pub continues: Option<u32>,
    /// Where the quotation comes from.
    pub origin: Origin,
    /// The rule that found it; `None` for a curated one.
    pub rule: Option<&'static str>,
    /// From 0 to 1.
    pub confidence: f32,
}

/// A note on a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The words noted on.
    pub words: TextRange,
    /// The note.
    pub text: CleanText,
}

/// A companion item whose anchor leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnresolvedItem {
    /// `event`, `quote` or `note`.
    pub kind: &'static str,
    /// The words of its first selector.
    pub exact: CleanText,
    /// Why.
    pub reason: Unresolved,
}

/// Events, quotations and their speakers from one source.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    /// The events, in any order.
    pub events: Vec<Event>,
    /// The quotations, in any order; `continues` counts in this list.
    pub quotes: Vec<Quotation>,
    /// Who is quoted.
    pub speakers: Vec<Speaker>,
}

/// Everything that the panels show, merged from all sources.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layers {
    /// The events, in the order of the text.
    pub events: Vec<Event>,
    /// Indices of `events` in the order of time: by first day, last day, place.
    pub chronology: Vec<u32>,
    /// The quotations, in the order of the text.
    pub quotes: Vec<Quotation>,
    /// Who is quoted; those of the companion first.
    pub speakers: Vec<Speaker>,
    /// The notes, in the order of the text.
    pub notes: Vec<Note>,
    /// Companion items that are anchored nowhere.
    pub unresolved: Vec<UnresolvedItem>,
}

impl Layers {
    /// Merges what was found in the prose with what an editor wrote.
    pub fn merge(extracted: Findings, curated: Findings) -> Self {
        let mut layers = Self { speakers: curated.speakers, ..Self::default() };
        let ids = adopt_speakers(&mut layers.speakers, extracted.speakers);

        let dates = Overlaps::of(curated.events.iter().map(|event| event.mention));
        let found = extracted.events.into_iter().filter(|event| !dates.any(event.mention));
        layers.events = curated.events.into_iter().chain(found).collect();
        layers.events.sort_by_key(|event| event.mention);
        layers.chronology = chronology(&layers.events);

        let words = Overlaps::of(curated.quotes.iter().map(|quote| quote.words));
        let found = extracted.quotes.into_iter().map(|mut quote| {
            quote.speaker = quote.speaker.map(|id| ids[id.index()]);
            quote
        });
        layers.quotes = merge_quotes(curated.quotes, found, &words);
        layers
    }
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

/// Joins both lists in text order, keeping `continues` on the quotation it meant.
fn merge_quotes(
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
    let mut places: Vec<(u32, u32)> =
        all.iter().zip(0..).map(|((index, _), place)| (*index, place)).collect();
    places.sort_unstable();
    let place_of = |index: u32| {
        places.binary_search_by_key(&index, |place| place.0).ok().map(|at| places[at].1)
    };
    all.into_iter()
        .map(|(_, quote)| Quotation { continues: quote.continues.and_then(place_of), ..quote })
        .collect()
}

fn chronology(events: &[Event]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..events.len() as u32).collect();
    order.sort_by_key(|index| {
        let event = &events[*index as usize];
        (event.when.sort_key(), event.mention)
    });
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Precision;

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
