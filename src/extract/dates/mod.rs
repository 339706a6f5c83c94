//! Dated events: the dates of the prose, what happened then, and how much each matters.

mod calendar;
mod date;
mod event;
mod label;
mod neighbor;
mod number;
mod period;
mod year;

pub use event::{EventCandidate, find_events, resolve_events};
