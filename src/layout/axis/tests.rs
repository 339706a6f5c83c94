use super::*;
use proptest::prelude::*;

fn span(first: i32, last: i32, tick: &str, rank: u32) -> Span {
    Span { first, last, tick: tick.to_owned(), rank, is_approximate: false, era: None }
}

fn year(year: i32, tick: &str) -> Span {
    let first = (year - 1970) * 365;
    span(first, first + 364, tick, 1)
}

fn era(first: i32, last: i32, name: &str) -> Span {
    Span { era: Some(name.to_owned()), ..span(first, last, "", 1) }
}

/// The three rows as text: `o` a mark, `=` a range, `.` a break.
fn picture(axis: &Axis) -> [String; 3] {
    let width = axis.line.len();
    let mut rows = [vec![' '; width], vec![' '; width], vec![' '; width]];
    let mut write = |row: usize, column: usize, text: &str| {
        for (at, character) in text.chars().enumerate() {
            rows[row][column + at] = character;
        }
    };
    for label in &axis.labels {
        write(0, label.column, &label.text);
    }
    for (column, cell) in axis.line.iter().enumerate() {
        let sign = match cell {
            Cell::Line => "-",
            Cell::Break => ".",
            Cell::Range { .. } => "=",
            Cell::Mark { .. } => "o",
        };
        write(1, column, sign);
    }
    for era in &axis.eras {
        write(2, era.start, "(");
        write(2, era.end, ")");
        write(2, era.name_column, &era.name);
    }
    rows.map(|row| row.into_iter().collect::<String>().trim_end().to_owned())
}

#[track_caller]
fn check(spans: &[Span], columns: usize, current: Option<usize>, expected: [&str; 3]) {
    assert_eq!(picture(&plot(spans, columns, current)), expected);
}

#[test]
fn days_are_to_scale() {
    // 40 days on cells 0 to 20: day 10 is cell 5. No stretch is long enough to be broken here.
    let days = [0, 4, 10, 14, 18, 22, 26, 30, 34, 40];
    let spans: Vec<Span> = days.iter().map(|day| span(*day, *day, "", 1)).collect();
    check(&spans, 21, None, ["", "o-o--o-o-o-o-o-o-o--o", ""]);
}

#[test]
fn an_empty_axis_is_a_line() {
    check(&[], 5, None, ["", "-----", ""]);
    assert_eq!(plot(&[], 0, None).line.len(), 0);
}

#[test]
fn one_event_stands_in_the_middle() {
    check(&[span(5, 5, "1949", 1)], 9, Some(0), ["  1949", "----o----", ""]);
}

#[test]
fn a_long_empty_stretch_is_broken() {
    // Two clusters of two events, ten days apart, a thousand days between them.
    let spans = [
        span(0, 0, "a", 1),
        span(10, 10, "b", 2),
        span(1010, 1010, "c", 3),
        span(1020, 1020, "d", 4),
    ];
    // 24 cells: 10 for each cluster, 4 for the break.
    check(&spans, 24, None, ["a        b    c        d", "o--------o....o--------o", ""]);
}

#[test]
fn a_span_of_many_cells_is_a_range() {
    let spans = [year(2000, "2000"), span(11_680, 11_680, "2002", 2)];
    let axis = plot(&spans, 13, None);
    assert!(axis.line.iter().filter(|cell| **cell == Cell::Range { item: 0 }).count() >= 5);
}

#[test]
fn marks_that_fall_together_stand_side_by_side() {
    let spans = [
        span(0, 0, "a", 1),
        span(500, 500, "b", 2),
        span(501, 501, "c", 3),
        span(502, 502, "d", 4),
        span(1000, 1000, "e", 5),
    ];
    let line = &picture(&plot(&spans, 19, None))[1];
    assert_eq!(line, "o-------ooo-------o");
}

#[test]
fn labels_never_touch_and_the_current_one_wins() {
    let spans = [
        span(0, 0, "1900", 1),
        span(200, 200, "1901", 2),
        span(210, 210, "1902", 3),
        span(400, 400, "1905", 4),
    ];
    let labels = |current| -> Vec<String> {
        plot(&spans, 19, current).labels.into_iter().map(|label| label.text).collect()
    };
    assert_eq!(labels(None), ["1900", "1901", "1905"]);
    assert_eq!(labels(Some(2)), ["1900", "1902", "1905"]);
}

#[test]
fn an_era_is_a_bracket_over_its_time() {
    let spans = [span(0, 0, "a", 1), span(100, 100, "b", 2), era(20, 80, "Cold War")];
    check(
        &spans,
        21,
        None,
        ["a                   b", "o-------------------o", "    ( Cold War  )"],
    );
}

#[test]
fn extreme_days_do_not_overflow() {
    let spans = [span(i32::MIN, i32::MIN, "a", 1), span(i32::MAX, i32::MAX, "b", 2)];
    assert_eq!(plot(&spans, 40, Some(1)).line.len(), 40);
}

proptest! {
    #[test]
    fn every_plot_is_sound(
        days in proptest::collection::vec((-800_000i32..800_000, 0i32..40_000, 1u32..50), 0..60),
        columns in 0usize..200,
        current in 0usize..60,
    ) {
        let spans: Vec<Span> = days
            .iter()
            .map(|(first, length, rank)| span(*first, first + length, &first.to_string(), *rank))
            .collect();
        let current = (current < spans.len()).then_some(current);
        let axis = plot(&spans, columns, current);
        prop_assert_eq!(axis.line.len(), columns);
        for pair in axis.labels.windows(2) {
            prop_assert!(pair[0].column + pair[0].text.len() < pair[1].column);
        }
        if let Some(label) = axis.labels.last() {
            prop_assert!(label.column + label.text.len() <= columns);
        }
        if let Some(current) = current.filter(|_| columns > 0) {
            let is_seen = axis.line.contains(&Cell::Mark { item: current });
            prop_assert!(is_seen);
        }
        let marked: Vec<i64> = axis.line.iter().filter_map(|cell| match cell {
            Cell::Mark { item } if Some(*item) != current => {
                Some((i64::from(spans[*item].first) + i64::from(spans[*item].last)).div_euclid(2))
            }
            _ => None,
        }).collect();
        prop_assert!(marked.is_sorted(), "{:?}", marked);
    }
}
