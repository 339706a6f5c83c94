//! Fits a scale to spans of days: one function from days to columns, which never turns back.
//!
//! The *knots* of the function are the days at which something starts. They are grouped into
//! *clusters*, between which time is left out. In a cluster one day has one width, except that
//! neighbors are at least a column apart. To move only the marks, and not the scale, would push
//! them over days on which something else happened.

use super::knots::{Days, Knot, knots};
use std::ops::Range;

/// The columns of a break, on an axis of fewer than `WIDE` columns.
const BREAK: usize = 3;
/// The columns of a break on a wider axis.
const WIDE_BREAK: usize = 5;
/// The columns from which an axis is wide.
const WIDE: usize = 100;
/// The columns of line between a break and a cluster.
const BREAK_MARGIN: usize = 1;
/// There is at most one break in so many columns.
const COLUMNS_PER_BREAK: usize = 20;
/// The line runs on beyond the first and the last knot where it is not too short for that.
const MAX_MARGIN: usize = 2;
/// A break leaves out so many times the days for which it makes room; less would not be seen.
const RELIEF: f64 = 1.5;
/// A span wider than so many columns is a range.
const MIN_RANGE: f64 = 1.5;

/// Where the days are on the axis.
#[derive(Debug, Default)]
pub(super) struct Scale {
    /// The width of the axis.
    pub columns: usize,
    /// The columns of the breaks, in order.
    pub breaks: Vec<Range<usize>>,
    /// First and last column of each span.
    spans: Vec<(usize, usize)>,
    /// The corners of the function: a day and its distance from the left; sorted by both.
    corners: Vec<(i64, f64)>,
}

impl Scale {
    /// Fits a scale to `spans`, sorted by first and last day; `None` if there are none, or no columns.
    pub(super) fn fit(spans: &[Days], columns: usize) -> Option<Self> {
        let knots = knots(spans);
        if knots.is_empty() || columns == 0 {
            return None;
        }
        let mut fit = Fit { knots, columns, clusters: Vec::new() };
        let mut breaks_at = Vec::new();
        fit.lay_out(&breaks_at);
        while let Some(at) = fit.worst_gap() {
            breaks_at.push(at);
            breaks_at.sort_unstable();
            fit.lay_out(&breaks_at);
        }
        Some(fit.scale(spans))
    }

    /// First and last column of the `index`th span; the same unless it is a range.
    pub(super) fn columns_of(&self, index: usize) -> (usize, usize) {
        self.spans[index]
    }

    /// The column of a day; the first or the last that is plotted if it lies beyond.
    pub(super) fn column_at(&self, day: i64) -> usize {
        let after = self.corners.partition_point(|corner| corner.0 <= day);
        let Some(before) = after.checked_sub(1) else {
            return self.column(self.corners.first().map_or(0.0, |corner| corner.1));
        };
        let (start, x) = self.corners[before];
        let Some((end, next_x)) = self.corners.get(after) else { return self.column(x) };
        self.column(x + (day - start) as f64 / (end - start) as f64 * (next_x - x))
    }

    fn column(&self, x: f64) -> usize {
        column(x).min(self.columns - 1)
    }
}

/// The column of a distance from the left, past the error of a long sum.
fn column(x: f64) -> usize {
    (x + 1e-9).floor() as usize
}

/// Knots without a break between them, on one scale.
#[derive(Debug, Clone)]
struct Cluster {
    knots: Range<usize>,
    columns: Range<usize>,
    columns_per_day: f64,
    /// The distance of each knot, and of the last day, from the first column.
    distances: Vec<f64>,
}

/// A scale in the making.
struct Fit {
    knots: Vec<Knot>,
    columns: usize,
    clusters: Vec<Cluster>,
}

impl Fit {
    /// Lays the clusters out that breaks before the knots `breaks_at` leave.
    fn lay_out(&mut self, breaks_at: &[usize]) {
        let starts = std::iter::once(0).chain(breaks_at.iter().copied());
        let ends = breaks_at.iter().copied().chain([self.knots.len()]);
        let groups: Vec<Range<usize>> = starts.zip(ends).map(|(start, end)| start..end).collect();
        let columns = self.allot(&groups);
        self.clusters = groups
            .into_iter()
            .zip(columns)
            .map(|(knots, columns)| self.cluster(knots, columns))
            .collect();
    }

    /// The columns of each group: those it needs, and of the rest a share that is half by these,
    /// half by the square root of the duration.
    fn allot(&self, groups: &[Range<usize>]) -> Vec<Range<usize>> {
        let free = self.free_columns(groups.len());
        let all_needed: f64 = groups.iter().map(|group| self.needed(group)).sum();
        let all_weights: f64 = groups.iter().map(|group| self.weight(group)).sum();
        let rest = (free - all_needed).max(0.0);

        let mut exact = 0.0_f64;
        let mut offset = self.margin();
        let mut allotted = Vec::with_capacity(groups.len());
        for group in groups {
            let start = offset + exact.round() as usize;
            let by_need = self.needed(group) / all_needed;
            let by_duration =
                if all_weights > 0.0 { self.weight(group) / all_weights } else { by_need };
            exact += all_needed.min(free) * by_need + rest * by_need.midpoint(by_duration);
            allotted.push(start..offset + exact.round() as usize);
            offset += self.separator();
        }
        allotted
    }

    /// The columns that `n_groups` have among them.
    fn free_columns(&self, n_groups: usize) -> f64 {
        self.columns.saturating_sub(2 * self.margin() + (n_groups - 1) * self.separator()) as f64
    }

    fn margin(&self) -> usize {
        (self.columns / COLUMNS_PER_BREAK).min(MAX_MARGIN)
    }

    fn separator(&self) -> usize {
        2 * BREAK_MARGIN + self.break_width()
    }

    fn break_width(&self) -> usize {
        if self.columns < WIDE { BREAK } else { WIDE_BREAK }
    }

    /// The least columns of a group: the room of its steps, and one for the last knot.
    fn needed(&self, knots: &Range<usize>) -> f64 {
        (self.n_starts(&(knots.start..knots.end - 1)) + 1) as f64
    }

    fn n_starts(&self, knots: &Range<usize>) -> usize {
        self.knots[knots.clone()].iter().filter(|knot| knot.start.is_some()).count()
    }

    /// What the duration of a group counts. That of a date alone counts nothing: it would only
    /// draw a lone year longer than a month in which much happened.
    fn weight(&self, knots: &Range<usize>) -> f64 {
        if self.n_starts(knots) < 2 { 0.0 } else { self.n_days(knots).sqrt() }
    }

    fn n_days(&self, knots: &Range<usize>) -> f64 {
        (self.last_day(knots) - self.knots[knots.start].day + 1) as f64
    }

    fn last_day(&self, knots: &Range<usize>) -> i64 {
        self.knots[knots.end - 1].reach
    }

    fn cluster(&self, knots: Range<usize>, columns: Range<usize>) -> Cluster {
        let steps = self.steps(&knots);
        let width = (columns.len() - 1) as f64;
        let needed: f64 = steps.iter().map(|step| step.room).sum();
        let has_scale = self.has_scale(&knots);
        let columns_per_day = if has_scale { fit_steps(&steps, width) } else { 0.0 };
        let mut x = if has_scale { 0.0 } else { ((width - needed) / 2.0).max(0.0).floor() };
        // Without enough columns, neighbors share them.
        let shrink = if needed > width { width / needed } else { 1.0 };
        let mut distances = vec![x];
        for step in &steps {
            x += (step.room * shrink).max(step.days * columns_per_day);
            distances.push(x);
        }
        Cluster { knots, columns, columns_per_day, distances }
    }

    /// From each knot to the next, and from the last to the last day.
    fn steps(&self, knots: &Range<usize>) -> Vec<Step> {
        let step = |from: &Knot, to: i64, room| Step { days: (to - from.day) as f64, room };
        let group = &self.knots[knots.clone()];
        let tail = step(&group[group.len() - 1], self.last_day(knots), 0.0);
        let between = group.windows(2).map(|pair| step(&pair[0], pair[1].day, pair[0].room()));
        between.chain([tail]).collect()
    }

    /// Whether the days in a group are to scale, or its marks just stand in the middle.
    ///
    /// One date, however often, has nothing to be compared with. Between breaks it has a scale
    /// only if it would be a range on an axis without them: a century, but not a year.
    fn has_scale(&self, knots: &Range<usize>) -> bool {
        let group = &self.knots[knots.clone()];
        let is_one_day = group.iter().all(|knot| knot.day == group[0].day);
        let has_end = group.iter().any(|knot| knot.start.is_none());
        if !is_one_day || has_end {
            return true;
        }
        let all = 0..self.knots.len();
        let n_columns = self.n_days(knots) / self.n_days(&all) * self.columns as f64;
        group.len() == 1 && *knots != all && n_columns > MIN_RANGE
    }

    /// The knot after the widest gap that is worth a break.
    fn worst_gap(&self) -> Option<usize> {
        let needed: f64 = self.clusters.iter().map(|cluster| self.needed(&cluster.knots)).sum();
        let n_groups = self.clusters.len() + 1;
        if n_groups - 1 > self.columns / COLUMNS_PER_BREAK
            || self.free_columns(n_groups) < needed + 1.0
        {
            return None;
        }
        let gaps = self.clusters.iter().flat_map(|cluster| {
            let inner = cluster.knots.clone().skip(1);
            inner.map(move |knot| (cluster, knot, self.gap_before(knot) * cluster.columns_per_day))
        });
        gaps.filter(|(_, _, columns)| *columns > self.separator() as f64)
            .filter(|(cluster, knot, _)| self.helps(cluster, *knot))
            .max_by(|a, b| a.2.total_cmp(&b.2))
            .map(|(_, knot, _)| knot)
    }

    /// The empty days before a knot.
    fn gap_before(&self, knot: usize) -> f64 {
        (self.knots[knot].day - self.knots[knot - 1].reach).max(0) as f64
    }

    /// Whether a break before `knot` sets crowded neighbors apart.
    ///
    /// A long gap alone is the truth, and is drawn. It is left out for the sake of a side that is
    /// crowded and far shorter, not counting there what may be left out next.
    fn helps(&self, cluster: &Cluster, knot: usize) -> bool {
        let sides = [cluster.knots.start..knot, knot..cluster.knots.end];
        sides.into_iter().any(|side| {
            let longest_gap =
                side.clone().skip(1).map(|knot| self.gap_before(knot)).fold(0.0, f64::max);
            self.gap_before(knot) > RELIEF * (self.n_days(&side) - longest_gap)
                && self.is_crowded(&side, cluster.columns_per_day)
        })
    }

    /// Whether a larger scale would set starts apart that are on different days.
    fn is_crowded(&self, knots: &Range<usize>, columns_per_day: f64) -> bool {
        self.knots[knots.clone()].windows(2).any(|pair| {
            let days = (pair[1].day - pair[0].day) as f64;
            let are_starts = pair.iter().all(|knot| knot.start.is_some());
            are_starts && days > 0.0 && days * columns_per_day < 1.0
        })
    }

    fn scale(&self, spans: &[Days]) -> Scale {
        let mut scale = Scale { columns: self.columns, ..Scale::default() };
        let mut starts = vec![0; spans.len()];
        for cluster in &self.clusters {
            let left = cluster.columns.start as f64;
            for (knot, distance) in self.knots[cluster.knots.clone()].iter().zip(&cluster.distances)
            {
                scale.corners.push((knot.day, left + distance));
                if let Some(index) = knot.start {
                    starts[index] = scale.column(left + distance);
                }
            }
            let end = cluster.distances.last().copied().unwrap_or_default();
            scale.corners.push((self.last_day(&cluster.knots), left + end));
        }
        scale.spans = spans
            .iter()
            .zip(starts)
            .map(|(days, start)| (start, self.last_column(&scale, *days, start)))
            .collect();
        scale.breaks = self.breaks();
        scale
    }

    /// The last column of a span that starts in the column `start`.
    fn last_column(&self, scale: &Scale, days: Days, start: usize) -> usize {
        let clusters = &self.clusters;
        let next =
            clusters.partition_point(|cluster| self.knots[cluster.knots.start].day <= days.first);
        let Some(cluster) = next.checked_sub(1).map(|index| &clusters[index]) else { return start };
        let is_range = days.last > self.last_day(&cluster.knots)
            || days.last > days.first && days.length() * cluster.columns_per_day > MIN_RANGE;
        if is_range { scale.column_at(days.last).max(start) } else { start }
    }

    fn breaks(&self) -> Vec<Range<usize>> {
        let next = self.clusters.iter().skip(1);
        next.map(|cluster| {
            let end = cluster.columns.start - BREAK_MARGIN;
            end - self.break_width()..end
        })
        .collect()
    }
}

/// The way from a knot to the next.
#[derive(Debug, Clone, Copy)]
struct Step {
    days: f64,
    /// The least columns, whatever the scale.
    room: f64,
}

/// The columns of a day with which the steps take `width` columns together, if each takes as many
/// as its days or its room, whichever is more; 0 if the rooms alone take more.
fn fit_steps(steps: &[Step], width: f64) -> f64 {
    let mut by_need: Vec<Step> = steps.iter().copied().filter(|step| step.days > 0.0).collect();
    // Those that outgrow their room at the smallest scale come first.
    by_need.sort_by(|a, b| (a.room / a.days).total_cmp(&(b.room / b.days)));
    let mut rooms: f64 = steps.iter().map(|step| step.room).sum();
    let mut days = 0.0;
    let mut columns_per_day = 0.0;
    for step in by_need {
        if days > 0.0 && columns_per_day * step.days <= step.room {
            break;
        }
        rooms -= step.room;
        days += step.days;
        columns_per_day = (width - rooms) / days;
    }
    columns_per_day.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_as_wide_as_its_days_but_no_narrower_than_its_room() {
        let step = |days, room| Step { days, room };
        // 1 + 1 for the crowded two, 8 for the 16 days.
        assert_eq!(fit_steps(&[step(0.0, 1.0), step(1.0, 1.0), step(16.0, 1.0)], 10.0), 0.5);
        // Nothing is crowded: 10 columns for 5 days.
        assert_eq!(fit_steps(&[step(2.0, 1.0), step(3.0, 0.0)], 10.0), 2.0);
    }
}
