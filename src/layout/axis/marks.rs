//! Marks and ranges on the line.

use super::clusters::{Cluster, Clusters, middle};
use super::{Cell, Span};

/// A span of at least this many cells is drawn as a range; a year among years stays a point.
const RANGE_CELLS: f64 = 3.0;
/// A span that is alone in its cluster, where nothing gives a scale, is a range from this many days on.
const LONG_DAYS: i64 = 2 * 366;

/// Where an item is drawn: its mark, or the middle of its range.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub item: usize,
    pub column: usize,
}

/// Draws `items`, which are sorted by time, on `line`; where each of them is.
pub(super) fn draw(
    spans: &[Span],
    items: &[usize],
    clusters: &Clusters,
    current: Option<usize>,
    line: &mut [Cell],
) -> Vec<Place> {
    let is_long = |item: &usize| {
        let span = &spans[*item];
        let (first, last) = (clusters.at(span.first.into()), clusters.at(span.last.into()));
        let cells = last.place(span.last.into()) - first.place(span.first.into());
        let days = i64::from(span.last) - i64::from(span.first);
        cells >= RANGE_CELLS && (first.n_items > 1 || days >= LONG_DAYS)
    };
    let (long, short): (Vec<usize>, Vec<usize>) = items.iter().partition(|item| is_long(item));
    let mut places = draw_ranges(spans, &long, clusters, current, line);
    for cluster in clusters.iter() {
        let days = cluster.first..=cluster.last;
        let is_inside = |item: &usize| days.contains(&middle(&spans[*item]));
        let mut inside: Vec<usize> = short.iter().copied().filter(is_inside).collect();
        inside.sort_by_key(|item| middle(&spans[*item]));
        places.extend(draw_marks(spans, &inside, cluster, current, line));
    }
    if let Some(place) = places.iter().find(|place| Some(place.item) == current) {
        line[place.column] = Cell::Mark { item: place.item };
    }
    places
}

/// Ranges from the least important to the most, so that the important ones are seen whole.
fn draw_ranges(
    spans: &[Span],
    long: &[usize],
    clusters: &Clusters,
    current: Option<usize>,
    line: &mut [Cell],
) -> Vec<Place> {
    let mut order = long.to_vec();
    order.sort_by_key(|item| (Some(*item) == current, std::cmp::Reverse(spans[*item].rank)));
    let mut places = Vec::new();
    for item in order {
        let (from, to) =
            (clusters.cell(spans[item].first.into()), clusters.cell(spans[item].last.into()));
        for cell in line.iter_mut().take(to + 1).skip(from) {
            if *cell != Cell::Break {
                *cell = Cell::Range { item };
            }
        }
        places.push(Place { item, column: usize::midpoint(from, to) });
    }
    places
}

/// Marks of one cluster, each in a cell of its own as long as there are enough.
fn draw_marks(
    spans: &[Span],
    inside: &[usize],
    cluster: &Cluster,
    current: Option<usize>,
    line: &mut [Cell],
) -> Vec<Place> {
    let wanted: Vec<f64> = inside.iter().map(|item| cluster.place(middle(&spans[*item]))).collect();
    let columns = if inside.len() <= cluster.width {
        apart(&wanted, cluster.start, cluster.end())
    } else {
        wanted.iter().map(|column| column.round() as usize).collect()
    };
    let mut order: Vec<Place> =
        inside.iter().zip(columns).map(|(item, column)| Place { item: *item, column }).collect();
    order.sort_by_key(|place| {
        (Some(place.item) == current, std::cmp::Reverse(spans[place.item].rank))
    });
    for place in &order {
        line[place.column] = Cell::Mark { item: place.item };
    }
    order
}

/// Whole cells, strictly rising, as near to the `wanted` ones as can be, between `first` and `last`.
///
/// Source: isotonic regression by pooling adjacent violators, on the wanted cells less their index.
fn apart(wanted: &[f64], first: usize, last: usize) -> Vec<usize> {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for (index, column) in wanted.iter().enumerate() {
        let mut pool = (column - index as f64, 1);
        while let Some((mean, n)) = pools.last().copied().filter(|(mean, _)| *mean > pool.0) {
            pool = ((mean * n as f64 + pool.0 * pool.1 as f64) / (n + pool.1) as f64, n + pool.1);
            pools.pop();
        }
        pools.push(pool);
    }
    let least = first as f64;
    let most = (last + 1) as f64 - wanted.len() as f64;
    let bases = pools
        .iter()
        .flat_map(|(mean, n)| std::iter::repeat_n(mean.clamp(least, most.max(least)), *n));
    bases.enumerate().map(|(index, base)| base.round() as usize + index).collect()
}
