//! Where each panel is: geometry by the size of the terminal, pure.

use crate::app::{App, Overlay, Panel, Part, Size, Sizes, Standing, Target, label_indent};
use ratatui::layout::{Position, Rect};

/// Below this many columns or rows there is only a message.
const LEAST: (u16, u16) = (20, 5);
/// The sidebar stands from these rows on.
const SIDEBAR_ROWS: u16 = 16;
/// In fewer columns no panel stands beside the text, whatever is wanted.
const LEAST_BESIDE: u16 = Standing::LEAST;
/// A list that covers the panels is no wider.
const LIST_COLUMNS: u16 = 96;

/// Where everything is; `None` for what does not stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Panes {
    /// The terminal is too small for anything.
    pub is_too_small: bool,
    /// The row with the title.
    pub header: Option<Rect>,
    /// The lines of text, across the whole of the article's space.
    pub article: Rect,
    /// The column that running text is set in.
    pub column: Rect,
    /// The quotes, with the rule at their left.
    pub quotes: Option<Rect>,
    /// The quotes fill the screen.
    pub quotes_fill: bool,
    /// The timeline: its name, and as much of axis and event as there are rows for.
    pub timeline: Option<Rect>,
    /// The timeline, zoomed to a list.
    pub events: Option<Rect>,
    /// The row at the bottom.
    pub status: Option<Rect>,
    /// What is known of the marked item, at the foot of the other panels.
    pub peek: Option<Rect>,
    /// The help or a list covers the panels; this is where its lines are.
    pub cover: Option<Rect>,
    /// The panel in which a note is typed, likewise.
    pub note: Option<Rect>,
}

/// Where everything is on a terminal of this `area`; an open peek must be laid out for it.
pub fn panes(area: Rect, app: &App) -> Panes {
    if area.width < LEAST.0 || area.height < LEAST.1 {
        return Panes { is_too_small: true, ..Panes::default() };
    }
    let view = app.view;
    let is_bare = view.is_zoomed && view.focus == Panel::Article;
    let mut panes = Panes::default();
    let mut free = area;
    if !is_bare {
        panes.status = Some(take_bottom(&mut free, 1));
    } else if app.overlay.is_some() || app.notice.is_some() || app.keymap.is_pending() {
        // What must be told lies over the last line, and the page stays where it is.
        panes.status = Some(take_bottom(&mut free.clone(), 1));
    }
    panes.cover = match app.overlay {
        Some(Overlay::Help { .. }) => Some(inset(free, margin(area))),
        Some(Overlay::Finder(_)) => Some(list_column(inset(free, margin(area)))),
        _ => None,
    };
    if let Some(Overlay::Peek(peeked)) = &app.overlay {
        // The list above it keeps some rows, whatever there is to tell.
        let rows = super::peek::rows(peeked).min(free.height * 2 / 3);
        panes.peek = Some(take_bottom(&mut free, rows));
    }
    if let Some(Overlay::Note(_)) = app.overlay {
        let rows = super::note_editor::rows(free.height);
        panes.note = Some(take_bottom(&mut free, rows));
    }
    let has_peek = panes.peek.is_some() || panes.note.is_some();
    let standing = app.settings.standing;
    let has_room = |wanted: u16| area.width >= wanted.max(LEAST_BESIDE);
    let timeline_has_room = view.arrangement.has_timeline() && has_room(standing.timeline);
    let timeline_stands = timeline_has_room && (!has_peek || view.focus == Panel::Timeline);
    let sidebar_stands =
        view.arrangement.has_quotes() && has_room(standing.quotes) && area.height >= SIDEBAR_ROWS;
    match view.focus {
        Panel::Timeline if view.is_zoomed || !timeline_stands => {
            panes.events = Some(free);
            set_article(&mut panes, Rect { height: free.height, ..free }, app, area);
            return panes;
        }
        Panel::Quotes if view.is_zoomed => {
            panes.quotes = Some(free);
            panes.quotes_fill = true;
            set_article(&mut panes, free, app, area);
            return panes;
        }
        _ => {}
    }
    if is_bare {
        set_article(&mut panes, free, app, area);
        return panes;
    }
    if timeline_stands {
        panes.timeline = Some(take_bottom(&mut free, timeline_rows(area.height)));
    }
    if sidebar_stands {
        let columns = (u32::from(area.width) * 31 / 100).clamp(34, 48) as u16;
        panes.quotes = Some(take_right(&mut free, columns));
    } else if view.focus == Panel::Quotes {
        if area.width < LEAST_BESIDE {
            panes.quotes = Some(free);
            panes.quotes_fill = true;
        } else {
            // The text moves aside, so that the words gone to are never beneath the panel.
            let columns = (area.width * 9 / 20).clamp(28, 44);
            panes.quotes = Some(take_right(&mut free, columns));
        }
    }
    if area.height >= 10 {
        panes.header = Some(take_top(&mut free, 1));
    }
    if area.height >= 14 {
        take_top(&mut free, 1);
        if panes.timeline.is_some() {
            take_bottom(&mut free, 1);
        }
    }
    set_article(&mut panes, free, app, area);
    panes
}

impl Panes {
    /// The sizes that the panels have, for laying out what they show.
    pub fn sizes(&self) -> Sizes {
        let quotes = self.quotes.map(|area| cards_area(area, self.quotes_fill));
        let events = self.events.map(|area| list_area(area).1);
        Sizes {
            article: size(self.column),
            axis: self.timeline.or(self.events).map_or(0, |area| axis_area(area).width),
            events: events.map_or(Size::default(), size),
            quotes: quotes.map_or(Size::default(), size),
            cover: self.cover.or(self.peek.map(super::peek::shown)).map_or(Size::default(), size),
        }
    }
}

impl Panes {
    /// What stands at a cell of the terminal.
    pub fn target(&self, at: Position) -> Target {
        let parts = self.parts();
        let found = parts.iter().flatten().find(|(_, area)| area.contains(at));
        found.map_or(Target { part: Part::Elsewhere, row: 0, column: 0 }, |(part, area)| {
            // In the text columns count from the edge of the column, also left of it.
            let area = if *part == Part::Text { self.column } else { *area };
            relative(*part, area, at)
        })
    }

    /// The same cell as one of the text, wherever it is: for dragging beyond the page.
    pub fn target_in_text(&self, at: Position) -> Target {
        relative(Part::Text, self.column, at)
    }

    /// The parts that can be pointed at, from the top to the bottom of what lies over what.
    fn parts(&self) -> [Option<(Part, Rect)>; 9] {
        let has_text = self.events.is_none() && !self.quotes_fill && !self.is_too_small;
        let strip = self.timeline.map(|area| {
            let has_eras = area.height >= 6;
            let rows = if area.height < 2 { 0 } else { 2 + u16::from(has_eras) };
            let axis = axis_area(Rect { y: area.y + 1, height: rows, ..area });
            (axis, Rect { y: axis.y + rows, height: area.height.saturating_sub(rows + 1), ..axis })
        });
        let list = self.events.map(list_area);
        let quotes = self.quotes.map(|area| (area, cards_area(area, self.quotes_fill)));
        [
            self.status.map(|area| (Part::Elsewhere, area)),
            self.peek.map(|area| (Part::Elsewhere, area)),
            self.cover.map(|area| (Part::Overlay, area)),
            list.and_then(|list| Some((Part::Axis, list.0?))),
            list.map(|list| (Part::Events, list.1)),
            quotes.map(|quotes| (Part::Cards, quotes.1)),
            strip.map(|strip| (Part::Axis, strip.0)),
            strip.map(|strip| (Part::Event, strip.1)),
            has_text.then_some((Part::Text, self.article)),
        ]
    }
}

fn relative(part: Part, area: Rect, at: Position) -> Target {
    Target {
        part,
        row: i32::from(at.y) - i32::from(area.y),
        column: i32::from(at.x) - i32::from(area.x),
    }
}

/// The rows of the timeline on a terminal of `rows`.
fn timeline_rows(rows: u16) -> u16 {
    match rows {
        28.. => 7,
        20.. => 4,
        _ => 1,
    }
}

/// The part of the quotes panel in which cards are set.
pub fn cards_area(area: Rect, is_full: bool) -> Rect {
    let left = if is_full { margin(area) } else { 2 };
    let top = if area.height >= 12 { 2 } else { 1 };
    let right = if area.width >= 34 { 2 } else { 1 };
    let bottom = u16::from(is_full && area.height >= 12);
    Rect {
        x: area.x + left,
        y: area.y + top,
        width: area.width.saturating_sub(left + right),
        height: area.height.saturating_sub(top + bottom),
    }
}

/// The rows of a list that covers the panels, below its name.
fn list_column(area: Rect) -> Rect {
    let mut rows = area;
    take_top(&mut rows, if area.height >= 12 { 2 } else { 1 });
    let width = rows.width.min(LIST_COLUMNS);
    Rect { x: rows.x + (rows.width - width) / 2, width, ..rows }
}

/// The columns of the axis.
pub fn axis_area(area: Rect) -> Rect {
    inset(area, 2)
}

/// The rows of the axis above a zoomed list (none where there is no room), and of the list.
pub fn list_area(area: Rect) -> (Option<Rect>, Rect) {
    let columns = inset(area, margin(area));
    let mut free = columns;
    take_top(&mut free, if area.height >= 12 { 2 } else { 1 });
    if area.height >= 12 {
        take_bottom(&mut free, 1);
    }
    let has_axis = area.height >= 20 && area.width >= LEAST_BESIDE;
    let axis = has_axis.then(|| {
        let axis = take_top(&mut free, 3);
        take_top(&mut free, 1);
        axis
    });
    (axis, free)
}

/// Where the labels of the zoomed list begin.
pub fn label_column(area: Rect) -> u16 {
    area.x + label_indent(area.width)
}

/// The free columns at both sides.
pub fn margin(area: Rect) -> u16 {
    if area.width >= 40 { 2 } else { 1 }
}

fn set_article(panes: &mut Panes, free: Rect, app: &App, area: Rect) {
    panes.article = free;
    let room = inset(free, margin(area));
    let width = app.article.measure.min(room.width).max(1);
    let x = free.x + free.width.saturating_sub(width) / 2;
    panes.column = Rect { x, width, ..free };
}

fn size(area: Rect) -> Size {
    Size { columns: area.width, rows: area.height }
}

fn inset(area: Rect, columns: u16) -> Rect {
    Rect {
        x: area.x + columns.min(area.width),
        width: area.width.saturating_sub(2 * columns),
        ..area
    }
}

fn take_top(free: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(free.height);
    let taken = Rect { height: rows, ..*free };
    free.y += rows;
    free.height -= rows;
    taken
}

fn take_bottom(free: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(free.height);
    free.height -= rows;
    Rect { y: free.y + free.height, height: rows, ..*free }
}

fn take_right(free: &mut Rect, columns: u16) -> Rect {
    let columns = columns.min(free.width);
    free.width -= columns;
    Rect { x: free.x + free.width, width: columns, ..*free }
}
