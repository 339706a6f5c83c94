//! The timeline panel: the events in an order, the axis, and the list that it zooms to.

use super::article::Size;
use crate::document::{Document, Event, Layers, TextRange, When};
use crate::layout::axis::{self, Axis, Ground};
use crate::layout::wrap_text;

/// Sentences in the zoomed list show at most this many rows.
const SENTENCE_ROWS: usize = 6;

/// In which order the events are stepped through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// In the order of time.
    #[default]
    Happened,
    /// In the order of the text.
    Told,
}

impl Order {
    /// The order in the reader's words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Happened => "as it happened",
            Self::Told => "as told",
        }
    }
}

/// A line of the zoomed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListLine {
    /// An event, by its index in text order.
    Event(u32),
    /// A row of the sentence of the event above it.
    Sentence(TextRange),
    /// The time between two events, in days.
    Gap(i64),
}

/// The timeline's state.
#[derive(Debug, Default)]
pub struct Timeline {
    /// The order of stepping.
    pub order: Order,
    /// The event looked at while the panels are unlinked.
    pub cursor: Option<u32>,
    /// The axis for the panel's width, made by [`Timeline::fit`].
    pub axis: Axis,
    /// The lines of the zoomed list that are on the screen, made by [`Timeline::fit_list`].
    pub lines: Vec<ListLine>,
    top: usize,
    /// The reader looks at other events than the marked one, as long as that stays marked.
    looked_from: Option<Option<u32>>,
    fitted: Option<(u16, Option<u32>)>,
    /// What of the axis does not hang on the marked event, for so many columns.
    ground: Option<(u16, Ground)>,
    /// The events as the axis knows them, in the order of the text.
    spans: Vec<axis::Span>,
    /// The events in the order of the text: of each its first mention.
    told: Vec<u32>,
    /// For each mention, the place of its event in the order of time.
    places: Vec<u32>,
}

impl Timeline {
    /// How many events there are, each counted once.
    pub fn n_events(&self) -> usize {
        self.told.len()
    }

    /// The place of an event in the order, from 0; of a further mention, that of its event.
    pub fn position(&self, layers: &Layers, event: u32) -> Option<usize> {
        match self.order {
            Order::Happened => self.places.get(event as usize).map(|place| *place as usize),
            Order::Told => self.told.binary_search(&layers.head(event)).ok(),
        }
    }

    /// The event at a place of the order.
    pub fn at(&self, layers: &Layers, position: usize) -> Option<u32> {
        match self.order {
            Order::Happened => layers.chronology.get(position).copied(),
            Order::Told => self.told.get(position).copied(),
        }
    }

    /// The item of the axis that shows an event.
    pub fn axis_item(&self, event: u32) -> Option<usize> {
        self.told.binary_search(&event).ok()
    }

    /// Looks some events further down the list (up if negative), without another one being marked.
    pub fn look(&mut self, events: isize, marked: Option<u32>) {
        let last = self.n_events().saturating_sub(1);
        self.top = self.top.saturating_add_signed(events).min(last);
        self.looked_from = Some(marked);
    }

    /// The event that a cell of the axis shows: its label on the row above the line, its bracket
    /// on the row beneath, and on the line the nearest one, at most `slack` columns away.
    pub fn event_at_cell(&self, row: usize, column: usize, slack: usize) -> Option<u32> {
        let axis = &self.axis;
        let near = |item: &(usize, usize)| item.0 <= slack;
        let item = match row {
            0 => axis.labels.iter().find_map(|label| {
                let end = label.column + label.text.chars().count();
                (label.column..end).contains(&column).then_some(label.item)
            }),
            2 => axis.brackets.iter().find_map(|era| {
                (era.first_column..=era.last_column).contains(&column).then_some(era.item)
            }),
            _ => None,
        };
        let on_line = || {
            let marks = axis.cells.iter().enumerate();
            let marks = marks.filter_map(|(at, cell)| Some((at.abs_diff(column), cell.item()?)));
            marks.min_by_key(|mark| mark.0).filter(near).map(|mark| mark.1)
        };
        let item = if row == 1 { on_line() } else { item };
        self.told.get(item?).copied()
    }

    /// Takes other layers; what is looked at is found among them by its words.
    pub fn adopt(&mut self, before: &Layers, layers: &Layers) {
        let carried_over = |event: u32| layers.event_at(before.events.get(event as usize)?.mention);
        let top = self.at(before, self.top).and_then(carried_over);
        self.cursor = self.cursor.and_then(carried_over).map(|event| layers.head(event));
        (self.fitted, self.ground) = (None, None);
        self.told = (0..layers.events.len() as u32).filter(|at| layers.head(*at) == *at).collect();
        self.spans = self.told.iter().map(|at| span(&layers.events[*at as usize])).collect();
        self.places = vec![0; layers.events.len()];
        for (event, place) in layers.chronology.iter().zip(0..) {
            self.places[*event as usize] = place;
        }
        for at in 0..layers.events.len() {
            self.places[at] = self.places[layers.head(at as u32) as usize];
        }
        self.top = top.and_then(|event| self.position(layers, event)).unwrap_or(0);
    }

    /// Plots the axis for `columns` cells.
    pub fn fit(&mut self, columns: u16, marked: Option<u32>) {
        let wanted = (columns, marked);
        if self.fitted == Some(wanted) {
            return;
        }
        self.fitted = Some(wanted);
        let current = marked.and_then(|event| self.axis_item(event));
        let spans = &self.spans;
        let ground = match self.ground.take() {
            Some(ground) if ground.0 == columns => ground,
            _ => (columns, Ground::new(spans, columns.into())),
        };
        self.axis = ground.1.plot(spans, current);
        self.ground = Some(ground);
    }

    /// Lays out the zoomed list so that the marked event and its sentence are on the screen.
    pub fn fit_list(
        &mut self,
        document: &Document,
        layers: &Layers,
        size: Size,
        marked: Option<u32>,
    ) {
        let list = List { timeline: self, document, layers, size, marked };
        let rows = usize::from(size.rows);
        let is_looking = self.looked_from == Some(marked);
        let position = marked.and_then(|event| self.position(layers, event));
        let top = match position {
            Some(position) if !is_looking => list.top_for(position, self.top, rows),
            _ => self.top.min(self.n_events().saturating_sub(1)),
        };
        let mut lines = Vec::with_capacity(rows);
        for position in top..self.n_events() {
            if lines.len() >= rows {
                break;
            }
            lines.extend(list.lines(position, position > top));
        }
        lines.truncate(rows);
        (self.top, self.lines) = (top, lines);
        self.looked_from = self.looked_from.filter(|_| is_looking);
    }
}

/// What all lines of the zoomed list share.
struct List<'a> {
    timeline: &'a Timeline,
    document: &'a Document,
    layers: &'a Layers,
    size: Size,
    marked: Option<u32>,
}

impl List<'_> {
    /// The first event to show so that the one at `position` is seen whole: `top`, if it does.
    fn top_for(&self, position: usize, top: usize, rows: usize) -> usize {
        if position <= top {
            return position;
        }
        let mut used = self.lines(position, true).len();
        let mut from = position;
        // Back from the marked one, as far as there is room or as the list already stands.
        while from > top {
            used += self.lines(from - 1, from - 1 > top).len();
            if used > rows {
                break;
            }
            from -= 1;
        }
        from
    }

    /// An event, with the gap before it and, if it is marked, its sentence.
    fn lines(&self, position: usize, has_gap: bool) -> Vec<ListLine> {
        let mut lines = Vec::new();
        let Some(index) = self.timeline.at(self.layers, position) else { return lines };
        let event = &self.layers.events[index as usize];
        let before = position.checked_sub(1).and_then(|at| self.timeline.at(self.layers, at));
        if let Some(before) = before.filter(|_| has_gap && self.timeline.order == Order::Happened) {
            lines.extend(gap(&self.layers.events[before as usize], event).map(ListLine::Gap));
        }
        lines.push(ListLine::Event(index));
        if Some(index) == self.marked {
            lines.extend(sentence_rows(self.document, event, self.size.columns));
        }
        lines
    }
}

/// The date as the text says it, if that tells the year; else the date in words.
pub fn date_words(document: &Document, event: &Event) -> String {
    let mention = &document[event.mention];
    let tells_year = event.when.first.is_some_and(|first| {
        let year = first.date().0.unsigned_abs().to_string();
        mention.contains(&year)
            || (year.len() == 4 && mention.contains(&format!("{}0s", &year[..3])))
    });
    if tells_year || mention.contains("century") && !mention.contains("ago") {
        mention.to_owned()
    } else {
        event.when.words()
    }
}

/// The column at which the labels of the list begin, on a list of so many columns; sentences are
/// set in two columns further.
pub fn label_indent(columns: u16) -> u16 {
    18.min(columns / 3)
}

fn sentence_rows(document: &Document, event: &Event, columns: u16) -> Vec<ListLine> {
    // The paragraph numbers keep their column free where there is room.
    let right = if columns >= 70 { 8 } else { 0 };
    let width = columns.saturating_sub(label_indent(columns) + 2 + right).clamp(10, 72).into();
    let start = event.sentence.start();
    let rows = wrap_text(&document[event.sentence], width, width);
    let ranges = rows.into_iter().map(|row| TextRange::new(start + row.start, start + row.end));
    ranges.take(SENTENCE_ROWS).map(ListLine::Sentence).collect()
}

/// The days between two events, if they are worth telling: more than two years.
fn gap(before: &Event, after: &Event) -> Option<i64> {
    if before.is_era || after.is_era {
        return None;
    }
    let days = i64::from(after.when.first?.0) - i64::from(before.when.last?.0);
    (days > 730).then_some(days)
}

fn span(event: &Event) -> axis::Span {
    let When { first, last, .. } = event.when;
    let only = event.when.middle();
    axis::Span {
        first: first.unwrap_or(only).0,
        last: last.unwrap_or(only).0,
        // The name of an era stands in its bracket.
        tick: if event.is_era { String::new() } else { event.when.tick() },
        rank: event.rank,
        is_approximate: event.when.approximate,
        era: event.is_era.then(|| event.label.to_string()),
    }
}
