//! Scores dates as a timeline needs them: points in the calendar are required, and durations,
//! sets and references to now are neither missed nor false.

use super::gold::{Document, Ratio, Timex, share};
use super::predict::FoundDate;
use super::value::{agrees, canonical};
use std::collections::HashSet;

/// What was right.
#[derive(Debug, Default)]
pub struct Score {
    /// The same words.
    pub strict: Ratio,
    /// Any overlap.
    pub relaxed: Ratio,
    n_values: usize,
    right_values: usize,
}

impl Score {
    /// The share of right values among what overlaps.
    pub fn value_accuracy(&self) -> f64 {
        share(self.right_values, self.n_values)
    }

    /// Found and of the right value.
    pub fn value_f1(&self) -> f64 {
        self.relaxed.f1() * self.value_accuracy()
    }
}

/// Scores all documents together.
pub fn score(pairs: &[(Document, Vec<FoundDate>)]) -> Score {
    let mut score = Score::default();
    for (gold, found) in pairs {
        add(&mut score, gold, found);
    }
    score
}

fn add(score: &mut Score, gold: &Document, found: &[FoundDate]) {
    let (required, optional): (Vec<&Timex>, Vec<&Timex>) =
        gold.timex.iter().partition(|timex| is_required(timex));
    let gold_spans: HashSet<_> = required.iter().map(|timex| timex.span).collect();
    let mut used: Vec<&FoundDate> = Vec::new();
    for date in found {
        let meets = |timex: &&Timex| timex.span.overlap(date.span) > 0;
        let is_hit = required.iter().any(meets);
        if !is_hit && optional.iter().any(meets) {
            continue;
        }
        score.strict.right_found += usize::from(gold_spans.contains(&date.span));
        score.relaxed.right_found += usize::from(is_hit);
        used.push(date);
    }
    let found_spans: HashSet<_> = used.iter().map(|date| date.span).collect();
    for timex in &required {
        score.strict.right_gold += usize::from(found_spans.contains(&timex.span));
        add_value(score, timex, &used);
    }
    for ratio in [&mut score.strict, &mut score.relaxed] {
        ratio.n_found += used.len();
        ratio.n_gold += required.len();
    }
}

/// Whether one date is found, and its value right: that of the date which overlaps it most.
fn add_value(score: &mut Score, timex: &Timex, used: &[&FoundDate]) {
    let over: Vec<&&FoundDate> =
        used.iter().filter(|date| date.span.overlap(timex.span) > 0).collect();
    // Of equals the first.
    let best = over.iter().rev().max_by_key(|date| date.span.overlap(timex.span));
    let (Some(best), Some(value)) = (best, &timex.value) else {
        score.relaxed.right_gold += usize::from(!over.is_empty());
        return;
    };
    score.relaxed.right_gold += 1;
    score.n_values += 1;
    let is_found_as_points = || {
        let found: HashSet<String> =
            over.iter().filter_map(|date| date.value.as_deref().map(canonical)).collect();
        value.contains('/') && value.split('/').all(|end| found.contains(&canonical(end)))
    };
    let is_right = agrees(value, best.value.as_deref()) || is_found_as_points();
    score.right_values += usize::from(is_right);
}

fn is_required(timex: &Timex) -> bool {
    let is_date = matches!(timex.kind.as_str(), "DATE" | "TIME");
    let is_point = timex.value.as_deref().is_some_and(is_in_calendar);
    is_date && is_point && !timex.optional && !timex.nested
}

/// Whether a value is a year or part of one, a decade or a century, of either era.
fn is_in_calendar(value: &str) -> bool {
    let n_digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &value[n_digits..];
    match n_digits {
        4.. => true,
        3 => matches!(rest, "" | "X"),
        2 => matches!(rest, "" | "XX"),
        _ => value.starts_with("BC"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gold::Span;

    fn timex(start: usize, end: usize, kind: &str, value: &str) -> Timex {
        let span = Span { start, end };
        let value = Some(value.to_owned());
        Timex { span, kind: kind.to_owned(), value, optional: false, nested: false }
    }

    fn found(start: usize, end: usize, value: &str) -> FoundDate {
        FoundDate { span: Span { start, end }, value: Some(value.to_owned()) }
    }

    /// Strict F1, relaxed precision, value accuracy, value-F1.
    #[track_caller]
    fn check(gold: Vec<Timex>, dates: Vec<FoundDate>, expected: [f64; 4]) {
        let document = Document {
            dct: None,
            text: "x".repeat(100),
            timex: gold,
            quotes: Vec::new(),
            not_quotes: Vec::new(),
        };
        let score = score(&[(document, dates)]);
        let figures = [
            score.strict.f1(),
            score.relaxed.precision(),
            score.value_accuracy(),
            score.value_f1(),
        ];
        for (figure, wanted) in figures.into_iter().zip(expected) {
            assert!((figure - wanted).abs() < 1e-9, "{figures:?} is not {expected:?}");
        }
    }

    #[test]
    fn all_right_is_one_and_nothing_found_is_none() {
        let gold = || vec![timex(0, 4, "DATE", "1949"), timex(10, 14, "DATE", "1950")];
        check(gold(), vec![found(0, 4, "1949"), found(10, 14, "1950")], [1.0; 4]);
        check(gold(), Vec::new(), [0.0; 4]);
    }

    #[test]
    fn an_overlap_is_relaxed_and_a_wrong_value_counts_against_the_value_alone() {
        let gold = || vec![timex(0, 4, "DATE", "1949"), timex(10, 14, "DATE", "1950")];
        let dates = vec![found(0, 6, "1949"), found(10, 14, "1951")];
        check(gold(), dates, [0.5, 1.0, 0.5, 0.5]);
        // One of three found is false: precision 2/3, recall 1, F1 0.8.
        let dates = vec![found(0, 4, "1949"), found(10, 14, "1950"), found(20, 24, "1960")];
        check(gold(), dates, [0.8, 2.0 / 3.0, 1.0, 0.8]);
    }

    #[test]
    fn durations_and_optional_dates_are_neither_missed_nor_false() {
        let optional = Timex { optional: true, ..timex(30, 34, "DATE", "1955") };
        let gold = || {
            vec![timex(0, 4, "DATE", "1949"), timex(10, 20, "DURATION", "P3Y"), optional.clone()]
        };
        check(gold(), vec![found(0, 4, "1949")], [1.0; 4]);
        check(gold(), vec![found(0, 4, "1949"), found(12, 16, "1952")], [1.0; 4]);
    }

    #[test]
    fn a_range_may_be_found_as_its_two_ends() {
        let gold = || vec![timex(0, 9, "DATE", "1914/1918")];
        check(gold(), vec![found(0, 4, "1914"), found(5, 9, "1918")], [0.0, 1.0, 1.0, 1.0]);
        check(gold(), vec![found(0, 9, "1914")], [1.0, 1.0, 0.0, 0.0]);
    }
}
