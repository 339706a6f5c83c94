//! Searching: the keys of the prompt, and the way from hit to hit.

use super::article::{Bookmark, Stepped};
use super::prompt::{Prompt, PromptPress};
use super::search::Going;
use super::step::Way;
use super::{App, Overlay, Panel};
use crate::search::Lookup;

/// Nobody passes by more hits at once.
const MOST_PASSED: usize = 100_000_000;

impl App {
    pub(super) fn open_prompt(&mut self) {
        let prompt = Prompt::new(self.article.bookmark(), self.view, self.search.phrase());
        self.overlay = Some(Overlay::Prompt(prompt));
        // The matches are in the text, which a zoomed panel would hide.
        self.view.focus_on(Panel::Article);
    }

    pub(super) fn after_prompt(&mut self, press: PromptPress) {
        let Some(Overlay::Prompt(prompt)) = &self.overlay else { return };
        let (typed, origin, view) = (prompt.input.value().to_owned(), prompt.origin, prompt.view);
        match press {
            PromptPress::Nothing => {}
            PromptPress::Edited => {
                self.article.restore(origin);
                if typed.is_empty() {
                    self.search.hide();
                } else {
                    self.search.find(&self.document, &self.layers, &typed);
                    let (from, way) = (origin.place, Way::Forward);
                    self.go_to_hit(Going { from, way, passes: 0, leaves: None });
                }
            }
            PromptPress::Cancelled => {
                let before = prompt.before.clone();
                self.overlay = None;
                self.view = view;
                self.article.restore(origin);
                self.search.take_back(&self.document, &self.layers, before);
            }
            PromptPress::Accepted => {
                self.overlay = None;
                self.accept_search(&typed, origin);
            }
        }
    }

    /// Stays at the match; an empty phrase repeats the last search.
    fn accept_search(&mut self, typed: &str, origin: Bookmark) {
        if typed.is_empty() {
            return self.next_match(Way::Forward, 1);
        }
        self.search.typed = typed.to_owned();
        if let Some(going) = &mut self.search.going {
            going.leaves = Some(origin);
            return;
        }
        match self.search.current {
            Some(hit) => {
                if !self.article.bookmark().is_page_of(origin) {
                    self.article.jumps.leave(origin);
                }
                if hit.range.start() < origin.place {
                    self.tell_wrapped(Way::Forward);
                }
            }
            None => {
                self.article.restore(origin);
                self.tell_no_match();
            }
        }
    }

    pub(super) fn next_match(&mut self, way: Way, n: usize) {
        if self.search.typed.is_empty() {
            return self.tell("nothing searched for yet; / begins a search");
        }
        if self.search.hits.is_none() {
            let typed = self.search.typed.clone();
            self.search.find(&self.document, &self.layers, &typed);
        }
        self.view.focus_on(Panel::Article);
        let from = if way == Way::Forward { self.after_place() } else { self.article.place() };
        let leaves = Some(self.article.bookmark());
        self.go_to_hit(Going { from, way, passes: n.min(MOST_PASSED) - 1, leaves });
    }

    /// Where the search for the next match begins: behind the one we are at.
    fn after_place(&self) -> usize {
        let place = self.article.place();
        let hit = self.search.hits.as_ref().map(|hits| hits.from(&self.document, place, 0));
        let is_at_hit = matches!(hit, Some(Lookup::Found(hit)) if hit.range.start() == place);
        // At a place that no search led to, a match right there is the next one.
        if is_at_hit && self.article.stepped().is_some() { place + 1 } else { place }
    }

    /// Goes to a hit; if it has not been found yet, as soon as it is.
    pub(super) fn go_to_hit(&mut self, going: Going) {
        self.search.going = None;
        let document = self.document.clone();
        match self.search.look(&document, going) {
            (Lookup::Found(hit), has_wrapped) => {
                self.search.current = Some(hit);
                self.article.go_to(&document, Stepped::Passage(hit.range), hit.range);
                let Some(left) = going.leaves else { return };
                if !self.article.bookmark().is_page_of(left) {
                    self.article.jumps.leave(left);
                }
                if has_wrapped {
                    self.tell_wrapped(going.way);
                }
            }
            (Lookup::Unknown, _) => self.search.going = Some(going),
            (Lookup::Nothing, _) if going.leaves.is_some() => self.tell_no_match(),
            (Lookup::Nothing, _) => {}
        }
    }

    fn tell_wrapped(&mut self, way: Way) {
        self.tell(match way {
            Way::Forward => "past the end: on from the top",
            Way::Backward => "past the top: on from the end",
        });
    }

    fn tell_no_match(&mut self) {
        let words = format!("no match for “{}”", self.search.typed);
        self.tell(&words);
    }
}
