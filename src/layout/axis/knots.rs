//! The days between which a scale is stretched.
//!
//! In: spans of days. Out: *knots*, the days at which something starts, each with how far what has
//! started reaches. What lies between a reach and the next knot is empty, and may be broken.

use super::Span;

/// First and last day, inclusive and in order; wide enough for every difference of `i32`s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Days {
    pub first: i64,
    pub last: i64,
}

impl Days {
    pub(super) fn of(span: &Span) -> Self {
        Self { first: span.first.into(), last: span.last.max(span.first).into() }
    }

    pub(super) fn length(self) -> f64 {
        (self.last - self.first + 1) as f64
    }
}

/// A day at which something starts, or at which a span ends that contains another's start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Knot {
    pub day: i64,
    /// The span that starts here.
    pub start: Option<usize>,
    /// The last day of what has started so far; nothing happens from there to the next knot.
    pub reach: i64,
}

impl Knot {
    /// The least distance to the next knot.
    pub(super) fn room(&self) -> f64 {
        if self.start.is_some() { 1.0 } else { 0.0 }
    }
}

/// The knots of `spans`, sorted by day; ends come before starts.
///
/// The time inside a span counts as filled only if nothing else starts in it: `since 1850` must
/// not keep what is empty between 1850 and the next event from being broken.
pub(super) fn knots(spans: &[Days]) -> Vec<Knot> {
    let mut knots = Vec::with_capacity(spans.len() * 2);
    for (index, span) in spans.iter().enumerate() {
        let next = spans.partition_point(|other| other.first <= span.first);
        let contains_start = spans.get(next).is_some_and(|next| next.first <= span.last);
        let reach = if contains_start { span.first } else { span.last };
        knots.push(Knot { day: span.first, start: Some(index), reach });
        if contains_start {
            knots.push(Knot { day: span.last, start: None, reach: span.last });
        }
    }
    knots.sort_by_key(|knot| (knot.day, knot.start.is_some()));
    let mut reach = i64::MIN;
    for knot in &mut knots {
        reach = reach.max(knot.reach);
        knot.reach = reach;
    }
    knots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(spans: &[(i64, i64)], expected: &[(i64, i64)]) {
        let spans: Vec<Days> = spans.iter().map(|&(first, last)| Days { first, last }).collect();
        let knots: Vec<_> = knots(&spans).iter().map(|knot| (knot.day, knot.reach)).collect();
        assert_eq!(knots, expected);
    }

    #[test]
    fn a_span_alone_fills_its_days() {
        check(&[(0, 9), (20, 20)], &[(0, 9), (20, 20)]);
    }

    #[test]
    fn a_span_around_others_fills_none_but_its_ends() {
        check(&[(0, 9), (4, 5)], &[(0, 0), (4, 5), (9, 9)]);
    }

    #[test]
    fn spans_of_one_start_do_not_lie_in_each_other() {
        check(&[(0, 0), (0, 9)], &[(0, 0), (0, 9)]);
    }
}
