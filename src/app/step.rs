//! Stepping: from item to item, and what each panel marks.

use super::article::Stepped;
use super::{App, Panel};
use crate::document::TextRange;

/// Which way to step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Forward,
    Backward,
}

impl Way {
    /// The place `n` items on from `from` among `len`; from nowhere, the way leads in.
    ///
    /// A step of several stops at the last item; a step from it leads nowhere.
    fn on(self, from: Option<usize>, n: usize, len: usize) -> Option<usize> {
        let last = len.checked_sub(1)?;
        match (self, from) {
            (Self::Forward, None) => Some((n - 1).min(last)),
            (Self::Forward, Some(at)) => (at < last).then(|| (at + n).min(last)),
            (Self::Backward, None) => None,
            (Self::Backward, Some(at)) => (at > 0).then(|| at.saturating_sub(n)),
        }
    }
}

impl App {
    /// The event that the timeline marks, by the index of its first mention in text order.
    ///
    /// Every mention counts: the one passed last tells which event it is.
    pub fn marked_event(&self) -> Option<u32> {
        if let (true, Some(cursor)) = (self.view.is_unlinked, self.timeline.cursor) {
            return Some(cursor);
        }
        if let Some(Stepped::Event(index)) = self.article.stepped() {
            return Some(self.layers.head(index));
        }
        let place = self.article.place();
        let events = &self.layers.events;
        let behind = events.partition_point(|event| event.mention.start() <= place);
        behind.checked_sub(1).map(|index| self.layers.head(index as u32))
    }

    /// The quotation that the sidebar marks, by its index in text order.
    pub fn marked_quote(&self) -> Option<u32> {
        if let (true, Some(cursor)) = (self.view.is_unlinked, self.quotes.cursor) {
            return Some(cursor);
        }
        if let Some(Stepped::Quote(index)) = self.article.stepped()
            && self.quotes.position(index).is_some()
        {
            return Some(index);
        }
        let place = self.article.place();
        let list = self.quotes.list();
        list.n_up_to(place, &self.layers.quotes).checked_sub(1).and_then(|at| list.at(at))
    }

    pub(super) fn step_event(&mut self, way: Way, n: usize) {
        let layers = self.layers.clone();
        let from = self.marked_event().and_then(|event| self.timeline.position(&layers, event));
        let to = way.on(from, n, self.timeline.n_events());
        let Some(index) = to.and_then(|position| self.timeline.at(&layers, position)) else {
            return self.tell_nowhere(way, layers.events.is_empty(), "event");
        };
        self.go_to_event(index);
    }

    /// Marks an event, and goes to its words unless the panels are unlinked.
    pub(super) fn go_to_event(&mut self, index: u32) {
        if self.view.is_unlinked {
            self.timeline.cursor = Some(index);
            self.view.browsed = Panel::Timeline;
        } else {
            let range = self.layers.events[index as usize].mention;
            self.jump(Stepped::Event(index), range);
        }
    }

    pub(super) fn step_quote(&mut self, way: Way, n: usize) {
        let list = self.quotes.list();
        let from = self.marked_quote().and_then(|quote| self.quotes.position(quote));
        let Some(index) = way.on(from, n, list.len()).and_then(|to| list.at(to)) else {
            return self.tell_nowhere(way, list.is_empty(), "quotation");
        };
        self.go_to_quote(index);
    }

    /// Marks a quotation, and goes to its words unless the panels are unlinked.
    pub(super) fn go_to_quote(&mut self, index: u32) {
        if self.view.is_unlinked {
            self.quotes.cursor = Some(index);
            self.view.browsed = Panel::Quotes;
        } else {
            self.jump(Stepped::Quote(index), self.layers.quotes[index as usize].words);
        }
    }

    /// The first or the last item of the focused panel.
    pub(super) fn step_to_end(&mut self, panel: Panel, way: Way) {
        let n = usize::MAX / 2;
        let back = match way {
            Way::Forward => Way::Backward,
            Way::Backward => Way::Forward,
        };
        match panel {
            Panel::Article => {}
            Panel::Timeline => {
                // From nowhere there is no way back; the first item is one step in.
                if self.marked_event().is_none() {
                    self.step_event(back, 1);
                }
                self.step_event(way, n);
            }
            Panel::Quotes => {
                if self.marked_quote().is_none() {
                    self.step_quote(back, 1);
                }
                self.step_quote(way, n);
            }
        }
        self.notice = None;
    }

    /// Goes to a passage, and leaves a page to come back to if that scrolls.
    pub(super) fn jump(&mut self, stepped: Stepped, range: TextRange) {
        let here = self.article.bookmark();
        let document = self.document.clone();
        if self.article.go_to(&document, stepped, range) {
            self.article.jumps.leave(here);
        }
    }

    /// Goes to what a panel marks, and to the article.
    pub(super) fn go_there(&mut self) {
        let panel = match (self.view.focus, self.view.is_unlinked) {
            (Panel::Article, true) => self.view.browsed,
            (panel, _) => panel,
        };
        let target = match panel {
            Panel::Timeline => self
                .marked_event()
                .map(|index| (Stepped::Event(index), self.layers.events[index as usize].mention)),
            Panel::Quotes => self
                .marked_quote()
                .map(|index| (Stepped::Quote(index), self.layers.quotes[index as usize].words)),
            Panel::Article => None,
        };
        match target {
            Some((stepped, range)) => self.jump(stepped, range),
            None if panel == Panel::Article => self.follow(),
            None => {}
        }
        self.view.focus_on(Panel::Article);
        self.link();
    }

    fn tell_nowhere(&mut self, way: Way, is_empty: bool, thing: &str) {
        // While the text is looked through, there may be more to come.
        let so_far = if self.is_looking() { " so far" } else { "" };
        self.tell(&match (is_empty, way) {
            (true, _) if self.is_looking() => format!("no {thing}s yet; still looking"),
            (true, _) => format!("no {thing}s here"),
            (false, Way::Forward) => format!("the last {thing}{so_far}"),
            (false, Way::Backward) => format!("the first {thing}{so_far}"),
        });
    }

    /// Ties the panels to the article again.
    pub(super) fn link(&mut self) {
        self.view.is_unlinked = false;
        self.view.browsed = Panel::Article;
        self.timeline.cursor = None;
        self.quotes.cursor = None;
    }
}
