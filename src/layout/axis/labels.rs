//! Sets the labels above the line.
//!
//! Greedy by importance, since a label that stands must not vanish for two lesser ones. A label
//! stands centered over its mark; where another is in the way it may slide, but stays above it.

use super::{Label, Place, Plot, width_of};
use std::ops::RangeInclusive;

/// The labels that have room, from left to right.
pub(super) fn place(plot: &Plot<'_>, columns: usize) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    let mut taken = vec![false; columns];
    for place in by_importance(plot) {
        let text = &plot.spans[place.item].tick;
        if text.is_empty() || labels.iter().any(|label| label.text == *text) {
            continue;
        }
        let Some(column) = free_start(place, width_of(text), &taken) else { continue };
        taken[column..column + width_of(text)].fill(true);
        labels.push(Label { item: place.item, column, text: text.clone() });
    }
    labels.sort_by_key(|label| label.column);
    labels
}

/// The places to be labeled: the current one, then by rank, then by time.
///
/// The texts of the first and the last come before other ranks: they say where the axis begins
/// and ends.
fn by_importance(plot: &Plot<'_>) -> Vec<Place> {
    let current = plot.current_place();
    let is_current = |place: &Place| current.is_some_and(|current| current.item == place.item);
    let tick = |place: &Place| plot.spans[place.item].tick.as_str();
    let ends = [plot.places.first().map(tick), plot.places.last().map(tick)];
    let mut rest: Vec<Place> =
        plot.places.iter().copied().filter(|place| !is_current(place)).collect();
    rest.sort_by_key(|place| (!ends.contains(&Some(tick(place))), plot.spans[place.item].rank));
    current.into_iter().chain(rest).collect()
}

/// The column nearest to the centered one at which `width` columns, and one beside each end, are
/// free.
fn free_start(place: Place, width: usize, taken: &[bool]) -> Option<usize> {
    let centered = place.middle().saturating_sub(width / 2);
    starts_above(place, width, taken.len())?
        .filter(|start| {
            let end = (start + width + 1).min(taken.len());
            !taken[start.saturating_sub(1)..end].contains(&true)
        })
        .min_by_key(|start| start.abs_diff(centered))
}

/// Where a label may start so that it covers its place, or lies within it if that is wider.
fn starts_above(place: Place, width: usize, columns: usize) -> Option<RangeInclusive<usize>> {
    let rightmost = columns.checked_sub(width)?;
    let (flush_left, flush_right) =
        (place.first_column, (place.last_column + 1).saturating_sub(width));
    let (low, high) = (flush_left.min(flush_right), flush_left.max(flush_right));
    Some(low.min(rightmost)..=high.min(rightmost))
}
