//! The mouse: the wheel, a click on an item, and selecting words by dragging.
//!
//! In: what was done, and where, as the part of the screen and the cell in it; which part that is
//! was decided by the geometry of the frame that the reader saw.

use super::article::Stepped;
use super::motion::Unit;
use super::selection::Selection;
use super::step::Way;
use super::timeline::ListLine;
use super::{Action, App, Effect, Overlay, Panel};
use crate::document::TextRange;

/// A part of the screen that the mouse can point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The text.
    Text,
    /// The cards of the quotations.
    Cards,
    /// The axis of the timeline, with the labels above it and the eras beneath it.
    Axis,
    /// What the timeline says of the marked event.
    Event,
    /// The zoomed list of events.
    Events,
    /// The help, or another list over the panels.
    Overlay,
    /// Anything else.
    Elsewhere,
}

/// A cell of a part, from its left top corner. While dragging, it may lie outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    /// The part.
    pub part: Part,
    /// Rows down.
    pub row: i32,
    /// Columns to the right.
    pub column: i32,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// The button went down: once, twice or three times in a row at one place.
    Press(u8),
    /// The mouse was moved while the button was down.
    Drag,
    /// The button went up.
    Release,
    /// The wheel was turned, down if positive, by so many notches.
    Wheel(i32),
}

/// A notch of the wheel is so many lines.
const WHEEL_LINES: isize = 3;

/// A mark of the axis that is this near to the pointer is meant.
const AXIS_SLACK: usize = 2;

impl App {
    /// Turns the mouse on or off. Off, the terminal's own selection works as ever.
    pub(super) fn switch_mouse(&mut self) -> Vec<Effect> {
        self.settings.has_mouse = !self.settings.has_mouse;
        let words = match self.settings.has_mouse {
            true => {
                let key = self.key_of(Action::Mouse);
                let how = "click, drag and scroll; most terminals select with Shift";
                format!("mouse on: {how}; {key} turns it off")
            }
            false => "mouse off: the terminal selects again".to_owned(),
        };
        self.tell(&words);
        vec![Effect::CaptureMouse(self.settings.has_mouse)]
    }

    /// Does what was done with the mouse.
    pub(super) fn point(&mut self, deed: Deed, target: Target) -> Vec<Effect> {
        match (&self.overlay, deed) {
            (Some(Overlay::Peek(peeked)), Deed::Wheel(notches))
                if target.part == Part::Elsewhere && peeked.last_top > 0 =>
            {
                self.turn_in_overlay(notches as isize * WHEEL_LINES);
            }
            (None | Some(Overlay::Peek(_)), _) => return self.point_at_panels(deed, target),
            (Some(_), Deed::Wheel(notches)) => {
                self.turn_in_overlay(notches as isize * WHEEL_LINES);
            }
            (Some(Overlay::Finder(_)), Deed::Press(_)) if target.part == Part::Overlay => {
                return self.click_in_finder(target.row.max(0) as usize);
            }
            (Some(_), _) => {}
        }
        Vec::new()
    }

    fn turn_in_overlay(&mut self, rows: isize) {
        match &mut self.overlay {
            Some(Overlay::Help { top }) => *top = top.saturating_add_signed(rows),
            Some(Overlay::Finder(_)) => self.turn_in_finder(rows),
            Some(Overlay::Peek(peeked)) => peeked.scroll(rows),
            Some(Overlay::Prompt(_) | Overlay::Date(_) | Overlay::Links(_) | Overlay::Note(_))
            | None => {}
        }
    }

    fn point_at_panels(&mut self, deed: Deed, target: Target) -> Vec<Effect> {
        match deed {
            Deed::Wheel(notches) => self.turn_wheel(notches as isize, target.part),
            Deed::Press(clicks) => {
                self.notice = None;
                self.press_at(clicks, target);
            }
            Deed::Drag => self.drag_to(target),
            Deed::Release => return self.release_at(target),
        }
        Vec::new()
    }

    fn turn_wheel(&mut self, notches: isize, part: Part) {
        let way = if notches > 0 { Way::Forward } else { Way::Backward };
        let n = notches.unsigned_abs();
        match part {
            Part::Cards => self.quotes.look(notches, self.marked_quote()),
            Part::Events => self.timeline.look(notches * WHEEL_LINES, self.marked_event()),
            // The strip has nothing to scroll but its marked event.
            Part::Axis | Part::Event => self.step_event(way, n),
            Part::Text | Part::Overlay | Part::Elsewhere => {
                let lines = notches * WHEEL_LINES;
                self.article.scroll_line(&self.document, &self.layers, lines);
            }
        }
    }

    fn press_at(&mut self, clicks: u8, target: Target) {
        let (row, column) = (target.row.max(0) as usize, target.column.max(0) as usize);
        match target.part {
            Part::Text => self.press_in_text(clicks, row, column),
            Part::Cards => {
                let quote = self.quotes.card_at(row).map(|card| card.quote);
                self.click_item(Panel::Quotes, clicks, quote);
            }
            Part::Axis => {
                let event = self.timeline.event_at_cell(row, column, AXIS_SLACK);
                self.click_item(Panel::Timeline, clicks, event);
            }
            Part::Event => self.click_item(Panel::Timeline, clicks, None),
            Part::Events => {
                let shown = self.timeline.lines.get(..=row).unwrap_or_default();
                let event = shown.iter().rev().find_map(|line| match line {
                    ListLine::Event(index) => Some(*index),
                    ListLine::Sentence(_) | ListLine::Gap(_) => None,
                });
                self.click_item(Panel::Timeline, clicks, event);
            }
            Part::Overlay | Part::Elsewhere => {}
        }
    }

    /// One click goes to an item of a panel, two go to its words and into the article.
    fn click_item(&mut self, panel: Panel, clicks: u8, item: Option<u32>) {
        self.view.focus_on(panel);
        match (panel, item) {
            (_, None) | (Panel::Article, _) => {}
            (Panel::Timeline, Some(event)) => self.go_to_event(event),
            (Panel::Quotes, Some(quote)) => self.go_to_quote(quote),
        }
        if clicks > 1 && item.is_some() {
            self.go_there();
        }
    }

    fn press_in_text(&mut self, clicks: u8, row: usize, column: usize) {
        self.leave_selection();
        self.view.focus_on(Panel::Article);
        self.view.pressed = None;
        let Some(spot) = self.article.spot(&self.document, row, column) else { return };
        self.view.pressed = Some(spot.offset);
        let unit = match clicks {
            0 | 1 => return,
            2 => Unit::Word,
            _ => Unit::Paragraph,
        };
        self.put_free_end(Selection::new(spot.offset, spot.offset, unit));
    }

    fn drag_to(&mut self, target: Target) {
        let Some(anchor) = self.view.pressed else { return };
        let document = self.document.clone();
        let last = self.article.page.len().saturating_sub(1);
        let row = target.row.clamp(0, last as i32);
        let column = target.column.max(0) as usize;
        let Some(spot) = self.article.spot(&document, row as usize, column) else { return };
        // Beyond the page the text moves on by a line.
        let head =
            self.article.row_moved(&document, spot.offset, (target.row - row).signum() as isize);
        let selection = self.article.selection;
        if selection.is_none() && head == anchor {
            return;
        }
        let unit = selection.map_or(Unit::Character, |selection| selection.unit);
        self.put_free_end(Selection::new(anchor, head, unit));
    }

    fn release_at(&mut self, target: Target) -> Vec<Effect> {
        let Some(pressed) = self.view.pressed.take() else { return Vec::new() };
        if self.article.selection.is_some() {
            return Vec::new();
        }
        let (row, column) = (target.row.max(0) as usize, target.column.max(0) as usize);
        let spot = self.article.spot(&self.document, row, column);
        let is_exact = spot.is_some_and(|spot| spot.offset == pressed && spot.is_exact);
        self.click_text(pressed, is_exact)
    }

    /// Goes where the words at a place lead: a link, an event, a quotation; else to the place.
    fn click_text(&mut self, offset: usize, is_exact: bool) -> Vec<Effect> {
        let document = self.document.clone();
        let here = Unit::Character.around(&document, offset);
        if is_exact && let Some(effects) = self.follow_at(here) {
            return effects;
        }
        let holds = |range: TextRange| is_exact && range.contains(offset);
        let layers = self.layers.clone();
        let event = layers.events.iter().rposition(|event| holds(event.mention));
        let quote = layers.quotes.iter().rposition(|quote| holds(quote.words));
        match (event, quote) {
            (Some(event), _) => {
                let mention = layers.events[event].mention;
                self.jump(Stepped::Event(event as u32), mention);
            }
            (None, Some(quote)) => self.go_to_quote(quote as u32),
            (None, None) => self.article.keep_in_sight(&document, offset),
        }
        Vec::new()
    }
}
