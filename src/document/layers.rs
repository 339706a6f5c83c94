//! The layers over the text: events, quotations, speakers and notes, each with its origin.
//!
//! Extraction and the companion both make [`Findings`]; [`Layers::merge`] makes one of both. Lists
//! are in the order of the text.

use super::{CleanText, Places, Selector, TextRange, Unresolved, When};

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

    /// The basis in the reader's words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Completed => "year completed",
            Self::Relative => "reckoned from another date",
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
    /// The sentence around the mention; of a row or an entry, the words beside its date.
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
    /// The event, as an index in the list, of which this is one more mention. That one is the
    /// first mention of it, and its own is `None`.
    pub same_as: Option<u32>,
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

/// Somebody whom the text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The name as fully as the text gives it.
    pub name: CleanText,
    /// The description given there.
    pub description: Option<CleanText>,
    /// Who that is among the speakers; `None` for those who are not quoted.
    pub speaker: Option<SpeakerId>,
    /// Where they are named first.
    pub first: TextRange,
    /// Where they are named; nowhere if only a companion knows them.
    pub mentions: Places,
    /// The names by which they are called, the usual one first.
    pub forms: Vec<CleanText>,
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
    /// The note; a highlight if it is empty.
    pub text: CleanText,
    /// Where the note comes from: the companion, or the reader.
    pub origin: Origin,
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

/// A note of the reader's whose words have no place in the text any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostNote {
    /// The note; empty for a highlight.
    pub text: CleanText,
    /// The words that it was on.
    pub on: Selector,
    /// Why they are not found.
    pub reason: Unresolved,
}

/// Events, quotations and their speakers from one source.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    /// The events, in any order; `same_as` counts in this list.
    pub events: Vec<Event>,
    /// The quotations, in any order; `continues` counts in this list.
    pub quotes: Vec<Quotation>,
    /// Who is quoted.
    pub speakers: Vec<Speaker>,
    /// Who is named, in the order in which they first are.
    pub people: Vec<Person>,
}

/// Everything that the panels show, merged from all sources.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layers {
    /// The events, in the order of the text, with every further mention of them.
    pub events: Vec<Event>,
    /// Indices of `events`, each event once, in the order of time: by first day, last day, place.
    pub chronology: Vec<u32>,
    /// The quotations, in the order of the text.
    pub quotes: Vec<Quotation>,
    /// Who is quoted; those of the companion first.
    pub speakers: Vec<Speaker>,
    /// For each speaker, their first quotation, if they have one.
    pub first_quotes: Vec<Option<u32>>,
    /// Who is named or quoted, in the order in which they first are.
    pub people: Vec<Person>,
    /// The notes, in the order of the text.
    pub notes: Vec<Note>,
    /// Companion items that are anchored nowhere.
    pub unresolved: Vec<UnresolvedItem>,
    /// Notes of the reader's that are anchored nowhere.
    pub lost: Vec<LostNote>,
    /// Where items were found without regard to what stands before, and may still change.
    pub provisional: Option<TextRange>,
}

impl Layers {
    /// The event whose words these are, or else one that they lie in or reach into.
    pub fn event_at(&self, words: TextRange) -> Option<u32> {
        item_at(&self.events, words, |event| event.mention)
    }

    /// The quotation whose words these are, or else one that they lie in or reach into.
    pub fn quote_at(&self, words: TextRange) -> Option<u32> {
        item_at(&self.quotes, words, |quote| quote.words)
    }

    /// Whether an item with these words may still change.
    pub fn is_provisional(&self, words: TextRange) -> bool {
        self.provisional.is_some_and(|range| range.covers(words))
    }

    /// These layers, and behind them the items in `range`, which were found without regard to
    /// what stands before.
    pub fn with_provisional(&self, found: Findings, range: TextRange) -> Self {
        let Self { events, quotes, speakers, people, notes, unresolved, .. } = self.clone();
        let sure = Findings { events, quotes, speakers, people: Vec::new() };
        let mut layers = Self::merge(found, sure);
        // The speakers of before keep their ids, and so those who were named before are right.
        if !people.is_empty() {
            layers.people = people;
        }
        Self { notes, unresolved, provisional: Some(range), ..layers }
    }

    /// The event that a mention is of, as an index of `events`: itself, if it is the first one.
    pub fn head(&self, event: u32) -> u32 {
        self.events.get(event as usize).and_then(|event| event.same_as).unwrap_or(event)
    }
}

/// Of items that start before some words, so many may reach into them.
const LOOK_BACK: usize = 32;

fn item_at<T>(items: &[T], words: TextRange, range: impl Fn(&T) -> TextRange) -> Option<u32> {
    if let Ok(at) = items.binary_search_by_key(&words, &range) {
        return Some(at as u32);
    }
    let end = items.partition_point(|item| range(item).start() < words.end());
    let mut near = (0..end).rev().take(LOOK_BACK);
    near.find(|at| range(&items[*at]).intersect(words).is_some()).map(|at| at as u32)
}
