//! The timeline panel: the events in an order, the axis, and the list that it zooms to.

mod list;

pub use list::{ListLine, label_indent};

use super::article::Size;
use crate::document::{Document, Event, Layers, When};
use crate::layout::axis::{self, Axis, Ground};
use list::{List, Standing, Top};

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
    /// Where the zoomed list stands.
    standing: Standing,
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
        self.standing.top = self.standing.top.saturating_add_signed(events).min(last);
        self.standing.looked_from = Some(marked);
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
        let top = self.at(before, self.standing.top).and_then(carried_over);
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
        self.standing.top = top.and_then(|event| self.position(layers, event)).unwrap_or(0);
        let marked_row = self.standing.marked_row;
        self.standing.held_row = marked_row
            .and_then(|(event, row)| carried_over(event).map(|event| (layers.head(event), row)));
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
        let is_looking = self.standing.looked_from == Some(marked);
        let held_row = self.standing.held_row.filter(|(event, _)| Some(*event) == marked);
        let top = match marked.and_then(|event| self.position(layers, event)) {
            Some(position) if !is_looking => held_row
                .and_then(|(_, row)| list.top_with(position, row))
                .unwrap_or_else(|| list.top_for(position, self.standing.top)),
            _ => Top::of(self.standing.top.min(self.n_events().saturating_sub(1))),
        };
        let mut lines = Vec::with_capacity(rows);
        for position in top.position..self.n_events() {
            if lines.len() >= rows {
                break;
            }
            lines.extend(list.lines(position, position > top.position || top.has_gap));
        }
        lines.truncate(rows);
        let row = lines.iter().position(|line| marked.map(ListLine::Event) == Some(*line));
        self.standing.marked_row = marked.zip(row);
        (self.standing.top, self.lines, self.standing.held_row) = (top.position, lines, held_row);
        self.standing.looked_from = self.standing.looked_from.filter(|_| is_looking);
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
