//! Clusters: where the axis is to scale, and where it is broken.

use super::{Cell, Span};

/// Cells of a break.
const BREAK: usize = 4;
/// A break for every so many cells, at most.
const CELLS_PER_BREAK: usize = 20;
/// A gap of at least this share of the whole is broken…
const SHARE_OF_ALL: f64 = 0.12;
/// … and one of this share of its cluster, if the cluster has several spans to set apart.
const SHARE_OF_CLUSTER: f64 = 0.42;
/// How much a cluster's share of all the time weighs against one span.
const TIME_WEIGHT: f64 = 4.0;

/// A stretch of time that is to scale, and its cells.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    pub first: i64,
    pub last: i64,
    pub n_items: usize,
    /// The first cell.
    pub start: usize,
    /// How many cells; at least 1.
    pub width: usize,
}

impl Cluster {
    fn days(&self) -> i64 {
        self.last - self.first
    }

    /// The cell of a day, from the left of the axis, as a fraction.
    pub fn place(&self, day: i64) -> f64 {
        if self.days() == 0 {
            return self.start as f64 + (self.width - 1) as f64 / 2.0;
        }
        let share = (day - self.first) as f64 / self.days() as f64;
        self.start as f64 + share.clamp(0.0, 1.0) * (self.width - 1) as f64
    }

    /// The last cell.
    pub fn end(&self) -> usize {
        self.start + self.width - 1
    }
}

/// All clusters, in the order of time.
#[derive(Debug)]
pub(super) struct Clusters(Vec<Cluster>);

impl Clusters {
    /// Divides the time of `items`, which are sorted by their first days, for `columns` cells.
    pub fn of(spans: &[Span], items: &[usize], columns: usize) -> Self {
        let mut whole = Self(vec![covered(spans, items)]);
        whole.give_widths(columns);
        let gaps = gaps(spans, items);
        for _ in 0..columns / CELLS_PER_BREAK {
            // What stands apart by itself is not broken.
            if !whole.is_crowded(spans, items) {
                break;
            }
            let clusters = &mut whole.0;
            let all: i64 = clusters.iter().map(Cluster::days).sum();
            let widest = gaps
                .iter()
                .filter_map(|gap| Some((*gap, inside(clusters, *gap)?)))
                .filter(|((from, to), at)| {
                    let days = (to - from) as f64;
                    let cluster = &clusters[*at];
                    days >= SHARE_OF_ALL * all as f64
                        || (cluster.n_items >= 4
                            && days >= SHARE_OF_CLUSTER * cluster.days() as f64)
                })
                .max_by_key(|((from, to), _)| to - from);
            let Some(((from, to), at)) = widest else { break };
            let (before, after) = split(spans, items, &clusters[at], from, to);
            clusters.splice(at..=at, [before, after]);
            whole.give_widths(columns);
        }
        whole
    }

    /// Whether two spans of different days fall into one cell.
    fn is_crowded(&self, spans: &[Span], items: &[usize]) -> bool {
        let mut days: Vec<i64> = items.iter().map(|at| middle(&spans[*at])).collect();
        days.sort_unstable();
        days.dedup();
        let places = days.iter().map(|day| self.at(*day).place(*day));
        let places: Vec<f64> = places.collect();
        places.windows(2).any(|pair| pair[1] - pair[0] < 1.0)
    }

    /// The cluster that holds a day; for a day in a break, the one before it.
    pub fn at(&self, day: i64) -> &Cluster {
        let next = self.0.partition_point(|cluster| cluster.first <= day);
        &self.0[next.saturating_sub(1)]
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Cluster> {
        self.0.iter()
    }

    /// The cell of a day: a day in a break has the last cell before it.
    pub fn cell(&self, day: i64) -> usize {
        self.at(day).place(day).round() as usize
    }

    /// The line without any mark.
    pub fn empty_line(&self, columns: usize) -> Vec<Cell> {
        let mut line = vec![Cell::Line; columns];
        for pair in self.0.windows(2) {
            let gap = pair[0].end() + 1..pair[1].start;
            for cell in line.get_mut(gap).unwrap_or_default() {
                *cell = Cell::Break;
            }
        }
        line
    }

    /// Divides the cells: one for each cluster, the rest by what happened in it.
    fn give_widths(&mut self, columns: usize) {
        let n = self.0.len();
        let free = columns.saturating_sub((n - 1) * BREAK + n);
        let all: f64 = self.0.iter().map(|cluster| cluster.days() as f64).sum();
        let weight = |cluster: &Cluster| {
            cluster.n_items as f64 + TIME_WEIGHT * cluster.days() as f64 / all.max(1.0)
        };
        let weights: f64 = self.0.iter().map(weight).sum();
        let mut start = 0;
        let mut sum = 0.0;
        for cluster in &mut self.0 {
            // Rounding the running sum leaves no cell over.
            let before = (free as f64 * sum / weights).round() as usize;
            sum += weight(cluster);
            let after = (free as f64 * sum / weights).round() as usize;
            cluster.start = start;
            cluster.width = 1 + after - before;
            start += cluster.width + BREAK;
        }
    }
}

/// The day in the middle of a span, by which it is set among the others.
pub(super) fn middle(span: &Span) -> i64 {
    (i64::from(span.first) + i64::from(span.last)).div_euclid(2)
}

fn bounds(span: &Span) -> (i64, i64) {
    let first = i64::from(span.first);
    (first, i64::from(span.last).max(first))
}

fn covered(spans: &[Span], items: &[usize]) -> Cluster {
    let first = items.iter().map(|at| bounds(&spans[*at]).0).min().unwrap_or(0);
    let last = items.iter().map(|at| bounds(&spans[*at]).1).max().unwrap_or(first);
    Cluster { first, last, n_items: items.len(), start: 0, width: 1 }
}

/// The stretches that no span covers, as the last day before and the first day after.
fn gaps(spans: &[Span], items: &[usize]) -> Vec<(i64, i64)> {
    let mut gaps = Vec::new();
    let mut end = None;
    for at in items {
        let (first, last) = bounds(&spans[*at]);
        if let Some(end) = end.filter(|end| first > *end) {
            gaps.push((end, first));
        }
        end = Some(end.unwrap_or(last).max(last));
    }
    gaps
}

/// The cluster in which a gap lies; none once it is broken.
fn inside(clusters: &[Cluster], (from, to): (i64, i64)) -> Option<usize> {
    clusters.iter().position(|cluster| cluster.first <= from && to <= cluster.last)
}

fn split(
    spans: &[Span],
    items: &[usize],
    cluster: &Cluster,
    from: i64,
    to: i64,
) -> (Cluster, Cluster) {
    let within = |first: i64, last: i64| {
        items.iter().filter(|at| (first..=last).contains(&i64::from(spans[**at].first))).count()
    };
    let part = |first: i64, last: i64| Cluster {
        first,
        last,
        n_items: within(first, last),
        start: 0,
        width: 1,
    };
    (part(cluster.first, from), part(to, cluster.last))
}
