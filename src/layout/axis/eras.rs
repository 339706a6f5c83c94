//! Sets the brackets of the eras beneath the line.
//!
//! One row: of two eras that overlap, the more important is shown.

use super::scale::Scale;
use super::{Bracket, Days, Place, Plot, Span, width_of};
use unicode_segmentation::UnicodeSegmentation;

/// Columns of `╰─╯`.
const MIN_COLUMNS: usize = 3;
/// A corner and a blank at either side of the name.
const AROUND_NAME: usize = 4;
/// The shortest name that is still told from another, with its ellipsis.
const MIN_NAME: usize = 4;

/// The brackets that have room, from left to right: first the current one, whose name stands below
/// the axis.
pub(super) fn brackets(plot: &Plot<'_>) -> Vec<Bracket> {
    let mut brackets: Vec<Bracket> = Vec::new();
    let mut taken = vec![false; plot.ground.columns];
    let current = plot.current.filter(|item| plot.spans[*item].era.is_some());
    let current = current.and_then(|item| place(&plot.ground.scale, plot.spans, item));
    for place in current.iter().chain(&plot.ground.eras) {
        let columns = &mut taken[place.first_column..=place.last_column];
        if !columns.contains(&true) {
            columns.fill(true);
            brackets.push(bracket(plot.spans, *place));
        }
    }
    brackets.sort_by_key(|bracket| bracket.first_column);
    brackets
}

/// The eras that have room for a name, since a bracket without one is a riddle; by rank, then by
/// time.
pub(super) fn named(scale: &Scale, spans: &[Span]) -> Vec<Place> {
    let eras = (0..spans.len()).filter(|item| spans[*item].era.is_some());
    let places = eras.filter_map(|item| place(scale, spans, item));
    let mut places: Vec<Place> = places.filter(|place| !name(spans, *place).is_empty()).collect();
    places.sort_by_key(|place| (spans[place.item].rank, spans[place.item].first));
    places
}

/// The first and the last day of all eras, for an axis with nothing else; empty without eras.
pub(super) fn ends(spans: &[Span]) -> Vec<Days> {
    let days = spans.iter().filter(|span| span.era.is_some()).map(Days::of);
    let first = days.clone().map(|days| days.first).min();
    let last = days.map(|days| days.last).max();
    first.into_iter().chain(last).map(|day| Days { first: day, last: day }).collect()
}

/// The columns of an era, clipped to the days that are plotted; `None` if it is too narrow.
fn place(scale: &Scale, spans: &[Span], item: usize) -> Option<Place> {
    let place = columns(scale, spans, item);
    (place.last_column + 1 - place.first_column >= MIN_COLUMNS).then_some(place)
}

/// The columns of an era, clipped to the days that are plotted.
pub(super) fn columns(scale: &Scale, spans: &[Span], item: usize) -> Place {
    let days = Days::of(&spans[item]);
    Place {
        item,
        first_column: scale.column_at(days.first),
        last_column: scale.column_at(days.last),
    }
}

fn bracket(spans: &[Span], place: Place) -> Bracket {
    let n_columns = place.last_column + 1 - place.first_column;
    let name = name(spans, place);
    Bracket {
        item: place.item,
        first_column: place.first_column,
        last_column: place.last_column,
        name_column: place.first_column + (n_columns - width_of(&name)) / 2,
        name,
    }
}

/// The name of an era as far as its bracket has room for it; empty if too little would be left.
fn name(spans: &[Span], place: Place) -> String {
    let n_columns = place.last_column + 1 - place.first_column;
    let name = spans[place.item].era.as_deref().unwrap_or("");
    cut(name, n_columns.saturating_sub(AROUND_NAME))
}

/// `name` in at most `columns`, cut with an ellipsis; empty if too little would be left.
fn cut(name: &str, columns: usize) -> String {
    if width_of(name) <= columns {
        return name.to_owned();
    }
    if columns < MIN_NAME {
        return String::new();
    }
    let mut left = columns - 1;
    let kept = name.graphemes(true).take_while(|grapheme| {
        let fits = width_of(grapheme) <= left;
        left = left.saturating_sub(width_of(grapheme));
        fits
    });
    format!("{}…", kept.collect::<String>().trim_end())
}
