//! Labels above the axis, brackets beneath it.

use super::Span;
use super::clusters::Clusters;
use super::marks::Place;
use crate::document::columns;
use std::collections::HashSet;

/// A label above the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The cell of its first letter.
    pub column: usize,
    /// What it says.
    pub text: String,
    /// The span that it labels.
    pub item: usize,
}

/// An era beneath the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EraBracket {
    /// The first cell.
    pub start: usize,
    /// The last cell.
    pub end: usize,
    /// Its name, cut to fit; empty where nothing fits.
    pub name: String,
    /// The cell of the name's first letter.
    pub name_column: usize,
    /// The span of the era.
    pub item: usize,
}

/// A bracket needs its two ends, and a blank at both sides of a name.
const LEAST_ERA: usize = 3;

/// As many labels as stand apart: the current one's, the outermost ones', then by rank.
pub(super) fn labels(
    spans: &[Span],
    places: &[Place],
    width: usize,
    current: Option<usize>,
) -> Vec<Label> {
    let first = places.iter().min_by_key(|place| place.column).map(|place| place.item);
    let last = places.iter().max_by_key(|place| place.column).map(|place| place.item);
    let mut order = places.to_vec();
    order.sort_by_key(|place| {
        let item = Some(place.item);
        (item != current, item != first && item != last, spans[place.item].rank, place.item)
    });
    let mut taken = vec![false; width];
    let mut said = HashSet::new();
    let mut labels = Vec::new();
    for place in order {
        let text = &spans[place.item].tick;
        let length = columns(text);
        if length == 0 || length > width || said.contains(text.as_str()) {
            continue;
        }
        let column = place.column.saturating_sub(length / 2).min(width - length);
        let around = column.saturating_sub(1)..(column + length + 1).min(width);
        if taken[around].iter().any(|is_taken| *is_taken) {
            continue;
        }
        taken[column..column + length].fill(true);
        said.insert(text.as_str());
        labels.push(Label { column, text: text.clone(), item: place.item });
    }
    labels.sort_by_key(|label| label.column);
    labels
}

/// The eras that fit beside each other, the important ones first.
pub(super) fn eras(spans: &[Span], clusters: &Clusters, width: usize) -> Vec<EraBracket> {
    let mut order: Vec<(usize, &Span, &String)> = spans
        .iter()
        .enumerate()
        .filter_map(|(item, span)| Some((item, span, span.era.as_ref()?)))
        .collect();
    order.sort_by_key(|(item, span, _)| (span.rank, *item));
    let mut brackets: Vec<EraBracket> = Vec::new();
    for (item, span, name) in order {
        let (start, end) = (clusters.cell(span.first.into()), clusters.cell(span.last.into()));
        let is_free = brackets.iter().all(|other| end < other.start || other.end < start);
        if end - start + 1 < LEAST_ERA || end >= width || !is_free {
            continue;
        }
        brackets.push(bracket(start, end, name, item));
    }
    brackets.sort_by_key(|bracket| bracket.start);
    brackets
}

fn bracket(start: usize, end: usize, name: &str, item: usize) -> EraBracket {
    // The two ends and a blank at each side of the name.
    let room = (end - start + 1).saturating_sub(4);
    let name = if columns(name) <= room {
        name.to_owned()
    } else if room >= 4 {
        let (kept, _) = crate::layout::clip(name, room - 1);
        format!("{}…", kept.trim_end())
    } else {
        String::new()
    };
    let name_column = start + (end - start + 1 - columns(&name)) / 2;
    EraBracket { start, end, name, name_column, item }
}
