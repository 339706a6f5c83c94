//! Dated events: the dates of the prose, what happened then, and how much each matters.
//!
//! A block is read into classed words, in which the grammar finds phrases; a phrase says when as
//! far as its own words do. In the order of the text, a thread of dates then turns phrases into
//! dates, and dates with their sentences into events.

mod abbreviation;
mod about;
mod absolute;
mod beside_cells;
mod calendar;
mod candidate;
mod cells;
mod column;
mod day;
mod entry;
mod era;
mod event;
mod feast;
mod figures;
mod grammar;
mod happened_column;
mod happening;
mod imprint;
mod label;
mod lexicon;
mod license;
mod manner;
mod merge;
mod neighbor;
mod number;
mod offset;
mod opening;
mod own_day;
mod period;
mod phrase;
mod quarter;
mod rank;
mod reckon;
mod relative;
mod span;
mod table;
mod tense;
mod thread;
mod whole_date;
mod word;
mod word_table;
mod year;
mod years;

#[cfg(test)]
mod tests;

pub use candidate::{EventCandidate, EventReader};
pub use event::resolve_events;
