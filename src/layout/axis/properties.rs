//! What holds for every plot.

use super::*;
use crate::document::When;
use proptest::prelude::*;

fn any_day() -> impl Strategy<Value = i32> {
    prop_oneof![any::<i32>(), -200..200, Just(i32::MIN), Just(i32::MAX)]
}

prop_compose! {
    fn any_span()(
        first in any_day(),
        days in prop_oneof![Just(0), 0..60, any_day(), (0..31).prop_map(|doublings| 1 << doublings)],
        tick in "(é|[0-9]){0,5}",
        rank in 0..4u32,
        is_approximate: bool,
        era in proptest::option::weighted(0.1, "[a-zß語]{0,12}"),
    ) -> Span {
        Span { first, last: first.saturating_add(days), tick, rank, is_approximate, era }
    }
}

fn any_plot() -> impl Strategy<Value = (Vec<Span>, usize, Option<usize>)> {
    let spans = proptest::collection::vec(any_span(), 0..120);
    (spans, 0..160usize, proptest::option::of(0..120usize))
}

/// Whether `ranges` of columns lie within the axis, in order, with `blank` columns between.
fn are_apart(ranges: &[(usize, usize)], blank: usize, columns: usize) -> bool {
    ranges.windows(2).all(|pair| pair[0].1 + blank < pair[1].0)
        && ranges.iter().all(|(first, last)| first <= last && *last < columns)
}

proptest! {
    #[test]
    fn everything_lies_within_the_width_and_apart((spans, columns, current) in any_plot()) {
        let axis = plot(&spans, columns, current);
        prop_assert_eq!(axis.cells.len(), columns);
        let labels: Vec<_> = axis.labels.iter()
            .map(|label| (label.column, label.column + width_of(&label.text) - 1)).collect();
        prop_assert!(are_apart(&labels, 1, columns), "{:?}", labels);
        let brackets: Vec<_> = axis.brackets.iter()
            .map(|bracket| (bracket.first_column, bracket.last_column)).collect();
        prop_assert!(are_apart(&brackets, 0, columns), "{:?}", brackets);
        for bracket in axis.brackets.iter().filter(|bracket| !bracket.name.is_empty()) {
            prop_assert!(bracket.name_column >= bracket.first_column + 2);
            prop_assert!(bracket.name_column + width_of(&bracket.name) < bracket.last_column);
        }
    }

    #[test]
    fn time_runs_to_the_right((spans, columns, current) in any_plot()) {
        let axis = plot(&spans, columns, current);
        let keys: Vec<_> =
            axis.places.iter().map(|place| thin::time_key(&spans, place.item)).collect();
        prop_assert!(keys.is_sorted());
        prop_assert!(axis.places.iter().map(|place| place.first_column).is_sorted());
    }

    #[test]
    fn every_kept_span_has_a_cell_of_its_own((spans, columns, current) in any_plot()) {
        let axis = plot(&spans, columns, current);
        for place in &axis.places {
            prop_assert!(axis.cells[place.first_column].item().is_some(), "{:?}", place);
        }
        // Shared cells are for short axes; the current item may come on top of what is kept.
        let others = axis.places.iter().filter(|place| Some(place.item) != current);
        let mut columns_taken: Vec<_> = others.map(|place| place.first_column).collect();
        let n_taken = columns_taken.len();
        columns_taken.dedup();
        prop_assert!(columns < 12 || columns_taken.len() == n_taken);
    }

    #[test]
    fn the_current_item_has_a_mark((spans, columns, current) in any_plot()) {
        let axis = plot(&spans, columns, current);
        let marks = axis.cells.iter().filter(|cell| match cell {
            Cell::Mark { item, .. } => Some(*item) == current,
            _ => false,
        });
        let is_shown = columns > 0 && current.is_some_and(|item| item < spans.len());
        prop_assert_eq!(marks.count(), usize::from(is_shown));
    }

    #[test]
    fn the_axis_rests_while_a_reader_steps((spans, columns, current) in any_plot()) {
        let others = |current| {
            let mut places = plot(&spans, columns, current).places;
            places.retain(|place| Some(place.item) != current);
            places
        };
        let mut resting = others(None);
        let stepping = others(current);
        resting.retain(|place| Some(place.item) != current);
        prop_assert_eq!(resting, stepping);
    }
}

fn span(edtf: &str) -> Span {
    let when = When::parse(edtf).unwrap();
    let (first, last) = (when.first.unwrap().0, when.last.unwrap().0);
    Span { first, last, tick: when.tick(), rank: 1, is_approximate: when.approximate, era: None }
}

#[test]
fn a_week_is_told_apart_on_an_axis_of_two_centuries() {
    let dates = "18XX 1921 1949-10 1949-12 1950-02 1953 1957/1959~ 1969 1972 2017 2019-06 2021 \
                 2022-02 2022-02-04 2022-02-24 2022-02-25 2022-03-01 2022-03-03 2022-03-07 \
                 2032/2037~";
    let spans: Vec<Span> = dates.split_whitespace().map(span).collect();
    let axis = plot(&spans, 116, None);
    let shown: Vec<usize> = axis.places.iter().map(|place| place.item).collect();
    assert_eq!(shown, (0..spans.len()).collect::<Vec<_>>());
    let n_marks = axis.cells.iter().filter(|cell| matches!(cell, Cell::Mark { .. })).count();
    // All but the century, 1957, 2017, 2021 and 2032, which are as wide as they lasted.
    assert_eq!(n_marks, spans.len() - 5);
    let labels: Vec<&str> = axis.labels.iter().map(|label| label.text.as_str()).collect();
    for expected in ["19th c.", "1921", "1949", "1953", "1969", "1972", "2022", "2032"] {
        assert!(labels.contains(&expected), "{expected} is not in {labels:?}");
    }
}

#[test]
fn a_hundred_thousand_spans_are_thinned() {
    let spans: Vec<Span> = (0..100_000)
        .map(|day| Span {
            first: day,
            last: day,
            tick: day.to_string(),
            rank: 2 - u32::from(day % 10_000 == 5_000),
            is_approximate: false,
            era: None,
        })
        .collect();
    let axis = plot(&spans, 120, Some(70_001));
    assert!(axis.places.len() <= 81);
    let is_kept = |item: &usize| axis.places.iter().any(|place| place.item == *item);
    let important: Vec<usize> = (0..10).map(|step| step * 10_000 + 5_000).collect();
    assert!(important.iter().all(is_kept));
}

#[test]
fn breaks_before_ends_that_lie_far_apart_stay_within_the_width() {
    let span = |first, last| Span {
        first,
        last,
        tick: String::new(),
        rank: 1,
        is_approximate: false,
        era: None,
    };
    let crowd = (0..20).map(|day| span(day, day));
    let since = (1..9).map(|power| span(0, 10_i32.pow(power)));
    let spans: Vec<Span> = crowd.chain(since).collect();
    for columns in 0..300 {
        assert_eq!(plot(&spans, columns, None).cells.len(), columns);
    }
}

#[test]
fn starts_before_the_end_of_a_span_have_columns_of_their_own() {
    const FAR: i32 = 1_445_636_517;
    let days = |day: i32, n: usize| std::iter::repeat_n((day, day), n);
    // As many starts as there are columns, and behind the last one only ends.
    let ends = [(0, 256), (-1, 19), (-1_533_917_209, -1_533_917_209)];
    let more = [(-FAR, -FAR), (7 - FAR, 7 - FAR), (1_569_229_380, 1_569_229_380)];
    let all = ends.into_iter().chain(more).chain(days(0, 6)).chain(days(i32::MIN, 6));
    let all = all.chain(days(i32::MAX, 3)).chain(days(FAR, 2));
    let span = |(first, last)| Span {
        first,
        last,
        tick: String::new(),
        rank: 0,
        is_approximate: false,
        era: None,
    };
    let spans: Vec<Span> = all.map(span).collect();
    let axis = plot(&spans, 41, None);
    let mut columns: Vec<usize> = axis.places.iter().map(|place| place.first_column).collect();
    let n_places = columns.len();
    columns.dedup();
    assert_eq!(columns.len(), n_places);
}
