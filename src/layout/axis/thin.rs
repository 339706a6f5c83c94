//! Keeps as many spans as an axis can show apart, the most important ones.
//!
//! Of those that are equally important at the limit, every nth in time is kept, so that a dense
//! year still looks denser than a quiet one. The earliest and the latest always stay.

use super::{Days, Span};

/// As many marks as a narrow axis shows; a wide one has a quarter of its columns.
const FEW: usize = 24;

/// The items to be shown on the line, in the order of time; without eras.
///
/// Two thirds of the columns at most: a row of marks without a gap would tell nothing of time. And
/// not many more than twenty: a timeline with more is not taken in at a glance.
pub(super) fn keep(spans: &[Span], columns: usize) -> Vec<usize> {
    let mut items: Vec<usize> =
        (0..spans.len()).filter(|item| spans[*item].era.is_none()).collect();
    let capacity = (columns * 2 / 3).min(FEW.max(columns / 4)).max(1);
    if items.len() > capacity {
        items = thinned(spans, items, capacity);
    }
    items.sort_unstable_by_key(|item| time_key(spans, *item));
    items
}

/// Sorts by first day, last day, item.
pub(super) fn time_key(spans: &[Span], item: usize) -> (i64, i64, usize) {
    let days = Days::of(&spans[item]);
    (days.first, days.last, item)
}

fn thinned(spans: &[Span], mut items: Vec<usize>, capacity: usize) -> Vec<usize> {
    let first = items.iter().copied().min_by_key(|item| time_key(spans, *item));
    let last = items.iter().copied().max_by_key(|item| (spans[*item].last, *item));
    let ends: Vec<usize> =
        first.into_iter().chain(last.filter(|last| Some(*last) != first)).collect();
    items.retain(|item| !ends.contains(item));

    let room = capacity.saturating_sub(ends.len()).min(items.len());
    let Some(at) = room.checked_sub(1) else { return ends };
    let (_, limit, _) = items.select_nth_unstable_by_key(at, |item| spans[*item].rank);
    let limit = spans[*limit].rank;
    let mut kept = ends;
    kept.extend(items.iter().copied().filter(|item| spans[*item].rank < limit));
    let n_before = kept.len();
    let mut equals: Vec<usize> =
        items.into_iter().filter(|item| spans[*item].rank == limit).collect();
    equals.sort_unstable_by_key(|item| time_key(spans, *item));
    kept.extend(evenly(&equals, capacity.saturating_sub(n_before)));
    kept
}

/// `n` of `items`, evenly spread; all of them if there are no more.
fn evenly(items: &[usize], n: usize) -> impl Iterator<Item = usize> {
    let n = n.min(items.len());
    (0..n).map(move |step| items[(2 * step + 1) * items.len() / (2 * n)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(day: i32, rank: u32) -> Span {
        let tick = String::new();
        Span { first: day, last: day, tick, rank, is_approximate: false, era: None }
    }

    #[test]
    fn the_most_important_stay_and_the_ends() {
        let spans: Vec<Span> = [9, 3, 9, 1, 9, 2, 9, 9]
            .into_iter()
            .zip(0..)
            .map(|(rank, day)| span(day, rank))
            .collect();
        assert_eq!(keep(&spans, 6), [0, 3, 5, 7]);
    }

    #[test]
    fn equals_are_thinned_evenly() {
        let spans: Vec<Span> = (0..12).map(|day| span(day, 1)).collect();
        // The ends, and of the ten between them the middle one of each half.
        assert_eq!(keep(&spans, 6), [0, 3, 8, 11]);
    }

    #[test]
    fn eras_are_not_kept() {
        let era = Span { era: Some("Cold War".to_owned()), ..span(5, 1) };
        assert_eq!(keep(&[era, span(3, 1)], 80), [1]);
    }
}
