//! Mouse events to messages: where the pointer is on the screen, and how many clicks belong
//! together.

use crate::app::{Deed, Message};
use crate::ui::Panes;
use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;
use std::time::{Duration, Instant};

/// Clicks at one place that are no further apart in time belong together.
const DOUBLE_CLICK: Duration = Duration::from_millis(400);

/// The last click.
#[derive(Debug, Default)]
pub struct Clicks {
    last: Option<(Instant, Position)>,
    n: u8,
}

impl Clicks {
    /// What the program has to know of an event, on a screen with these panes; `None` for nothing.
    pub fn message(&mut self, event: MouseEvent, panes: &Panes) -> Option<Message> {
        let at = Position::new(event.column, event.row);
        let deed = match event.kind {
            MouseEventKind::Down(MouseButton::Left) => Deed::Press(self.count(at, Instant::now())),
            MouseEventKind::Drag(MouseButton::Left) => Deed::Drag,
            MouseEventKind::Up(MouseButton::Left) => Deed::Release,
            MouseEventKind::ScrollDown => Deed::Wheel(1),
            MouseEventKind::ScrollUp => Deed::Wheel(-1),
            _ => return None,
        };
        if deed == Deed::Drag {
            // What follows is no second click, however soon.
            self.last = None;
        }
        let is_dragging = matches!(deed, Deed::Drag | Deed::Release);
        let target = if is_dragging { panes.target_in_text(at) } else { panes.target(at) };
        Some(Message::Mouse(deed, target))
    }

    /// Counts a click: 1, 2 or 3, and then from 1 on again.
    fn count(&mut self, at: Position, now: Instant) -> u8 {
        let is_more = self.last.is_some_and(|(before, place)| {
            place == at && now.duration_since(before) <= DOUBLE_CLICK
        });
        self.n = if is_more { self.n % 3 + 1 } else { 1 };
        self.last = Some((now, at));
        self.n
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clicks_that_follow_at_once_belong_together() {
        let mut clicks = Clicks::default();
        let (start, here) = (Instant::now(), Position::new(4, 2));
        let soon = Duration::from_millis(100);
        let counted: Vec<u8> = (0..4).map(|n| clicks.count(here, start + soon * n)).collect();
        assert_eq!(counted, [1, 2, 3, 1]);
        assert_eq!(clicks.count(here, start + Duration::from_secs(2)), 1);
        assert_eq!(clicks.count(Position::new(5, 2), start + Duration::from_secs(2)), 1);
    }
}
