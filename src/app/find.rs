//! Searching: the keys of the prompt, and the way from hit to hit.

use super::article::{Bookmark, Stepped};
use super::finder::{Finder, List, Matches, Sources};
use super::prompt::{Prompt, PromptPress, Typed};
use super::search::{Going, Waiting};
use super::step::Way;
use super::{Action, App, Overlay, Panel};
use crate::document::{Document, TextRange};
use crate::search::{Hit, Hits, Lookup};
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

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
        let (typed, origin, view) = (prompt.typed(), prompt.origin, prompt.view);
        match press {
            PromptPress::Nothing => {}
            PromptPress::Edited => {
                self.article.restore(origin);
                if typed.words.is_empty() {
                    self.search.hide();
                } else {
                    self.search.find(&self.document, &self.layers, &typed);
                    let (from, way) = (origin.place, Way::Forward);
                    let going = Going { from, way, passes: 0, leaves: None };
                    self.search.waiting = Some(Waiting::Look(going));
                }
            }
            PromptPress::Cancelled => {
                let before = prompt.before.clone();
                self.overlay = None;
                self.view = view;
                self.article.restore(origin);
                self.search.take_back(&self.document, &self.layers, before);
            }
            // What is no pattern stays in the line to be mended.
            PromptPress::Accepted if self.search.refusal.is_some() => {}
            PromptPress::Accepted => {
                self.overlay = None;
                self.accept_search(&typed, origin);
            }
        }
    }

    /// Stays at the match; an empty phrase repeats the last search.
    fn accept_search(&mut self, typed: &Typed, origin: Bookmark) {
        if typed.words.is_empty() {
            return self.next_match(Way::Forward, 1);
        }
        self.search.remember(typed);
        if let Some(Waiting::Look(going) | Waiting::Hit(going)) = &mut self.search.waiting {
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

    /// Searches for words, from behind them on: for those of a selection, or the one at the place.
    pub(super) fn search_for(&mut self, words: &str, from: usize) {
        // In whatever case: a name at the beginning of a sentence is a name elsewhere.
        let typed = Typed::phrase(&words.to_lowercase());
        self.search.remember(&typed);
        self.search.find(&self.document, &self.layers, &typed);
        self.view.focus_on(Panel::Article);
        let leaves = Some(self.article.bookmark());
        self.go_to_hit(Going { from, way: Way::Forward, passes: 0, leaves });
    }

    /// Searches for what is selected, or for the word at the reading place.
    pub(super) fn search_word(&mut self) {
        let document = self.document.clone();
        let place = self.article.place();
        let selected = self.selection().and_then(|range| {
            let block = document.block_around(range.start())?;
            range.intersect(block.range)
        });
        // What is found is not to be a part of what was selected.
        self.leave_selection();
        match selected.or_else(|| word_at(&document, place)) {
            Some(range) => self.search_for(&document[range], range.end()),
            None => self.tell("no word here to search for"),
        }
    }

    /// Searches for the nearest words, if the last thing told was that there is no match.
    pub(super) fn search_near(&mut self) -> bool {
        if !self.search.has_missed {
            return false;
        }
        let near = self.search.near.as_ref().and_then(|near| near.first());
        let Some(words) = near.map(|near| near.words.clone()) else { return false };
        self.search_for(&words, self.article.place());
        true
    }

    pub(super) fn next_match(&mut self, way: Way, n: usize) {
        if self.search.typed.words.is_empty() {
            return self.tell_nothing_searched();
        }
        if self.search.hits.is_none() {
            self.search.show_again(&self.document, &self.layers);
        }
        if self.view.focus != Panel::Article {
            return self.next_item(way, n);
        }
        let from = if way == Way::Forward { self.after_place() } else { self.article.place() };
        let leaves = Some(self.article.bookmark());
        self.go_to_hit(Going { from, way, passes: n.min(MOST_PASSED) - 1, leaves });
    }

    /// Steps to the next item of the focused panel that has a match.
    fn next_item(&mut self, way: Way, n: usize) {
        let layers = self.layers.clone();
        if !self.search.items.are_of(&layers) {
            return self.tell("still counting");
        }
        let is_timeline = self.view.focus == Panel::Timeline;
        let (n_items, from, panel) = if is_timeline {
            let from = self.marked_event().and_then(|at| self.timeline.position(&layers, at));
            (self.timeline.n_events(), from, "timeline")
        } else {
            let from = self.marked_quote().and_then(|at| self.quotes.position(at));
            (self.quotes.list().len(), from, "quotes")
        };
        let item = |at: usize| {
            let quote = || self.quotes.list().at(at);
            if is_timeline { self.timeline.at(&layers, at) } else { quote() }
        };
        let items = &self.search.items;
        let has_hit = |at: &usize| {
            let has = |index| {
                if is_timeline { items.has_event(index) } else { items.has_quote(index) }
            };
            item(*at).is_some_and(has)
        };
        let matched: Vec<usize> = (0..n_items).filter(has_hit).collect();
        let len = matched.len();
        if len == 0 {
            return self.tell(&format!("no match in the {panel}"));
        }
        let ahead = matched.partition_point(|at| from.is_some_and(|from| *at <= from));
        let behind = matched.partition_point(|at| from.is_some_and(|from| *at < from));
        let steps = (n - 1) % len;
        let to = match way {
            Way::Forward => (ahead + steps) % len,
            Way::Backward => (behind + 2 * len - 1 - steps) % len,
        };
        let Some(index) = item(matched[to]) else { return };
        if is_timeline {
            self.go_to_event(index);
        } else {
            self.go_to_quote(index);
        }
        self.tell(&format!("match {} of {len} in the {panel}", to + 1));
    }

    /// Where the search for the next match begins: behind the one we are at.
    fn after_place(&self) -> usize {
        let place = self.article.place();
        let hit = self.search.hits.as_ref().map(|hits| hits.from(&self.document, place, 0));
        let is_at_hit = matches!(hit, Some(Lookup::Found(hit)) if hit.range.start() == place);
        // At a place that no search led to, a match right there is the next one.
        if is_at_hit && self.article.stepped().is_some() { place + 1 } else { place }
    }

    /// Looks for the hit that was put off, before the next frame or what depends on it.
    pub(super) fn look_for_hit(&mut self) {
        let Some(Waiting::Look(going)) = self.search.waiting else { return };
        let place = self.article.place();
        self.go_to_hit(going);
        self.take_free_end_along(place);
    }

    /// Goes to a hit; if it has not been found yet, as soon as it is.
    pub(super) fn go_to_hit(&mut self, going: Going) {
        self.search.waiting = None;
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
            (Lookup::Unknown, _) => self.search.waiting = Some(Waiting::Hit(going)),
            (Lookup::Nothing, _) if going.leaves.is_some() => self.tell_no_match(),
            (Lookup::Nothing, _) => {}
        }
    }

    /// Opens the list of all matches: where it was closed, or at the place.
    pub(super) fn open_matches(&mut self) {
        self.search.waiting = None;
        if self.search.typed.words.is_empty() {
            return self.tell_nothing_searched();
        }
        if self.search.hits.is_none() {
            self.search.show_again(&self.document, &self.layers);
        }
        let is_counting = self.is_counting();
        let Some(hits) = self.search.hits.clone() else { return };
        let is_listed =
            matches!(&self.overlay, Some(Overlay::Finder(finder)) if lists(finder, &hits));
        if is_counting {
            // What is typed meanwhile filters the list that comes.
            self.search.waiting = Some(Waiting::List);
            if !is_listed {
                self.open_finder(List::Matches(Matches::awaited(&hits)), None);
            }
            return self.tell("counting; the list fills when all matches are counted");
        }
        if hits.total() == 0 {
            self.overlay = self.overlay.take().filter(|_| !is_listed);
            return self.tell_no_match();
        }
        let here = hits.n_before(&self.document, self.article.place()).unwrap_or(0);
        let matches = Matches::of(&hits, here);
        let here = Some(matches.index_of(here));
        let sources =
            Sources { document: &self.document, layers: &self.layers, keymap: &self.keymap };
        match (&mut self.overlay, self.search.list.take()) {
            (Some(Overlay::Finder(finder)), _) if is_listed => {
                finder.replace(List::Matches(matches), here, sources);
            }
            (_, Some(closed)) if lists(&closed, &hits) => {
                self.overlay = Some(Overlay::Finder(closed));
            }
            _ => self.open_finder(List::Matches(matches), here),
        }
    }

    /// Goes to a match that was listed.
    pub(super) fn go_to_listed(&mut self, hit: Hit) {
        self.view.focus_on(Panel::Article);
        self.search.current = Some(hit);
        self.jump(Stepped::Passage(hit.range), hit.range);
    }

    fn tell_nothing_searched(&mut self) {
        let key = self.key_of(Action::Search);
        self.tell(&format!("nothing searched for yet; {key} begins a search"));
    }

    /// Tells that the search went around, and where it is now, which the words would hide.
    fn tell_wrapped(&mut self, way: Way) {
        let words = match way {
            Way::Forward => "past the end: on from the top",
            Way::Backward => "past the top: on from the end",
        };
        let total = self.search.hits.as_ref().map_or(0, Hits::total);
        match self.hit_number() {
            Some(number) => self.tell(&format!("{words}, {number}/{total}")),
            None => self.tell(words),
        }
    }

    /// Tells that there is no match, and what there is instead.
    pub(super) fn tell_no_match(&mut self) {
        let mut words = format!("no match for {}", self.search.typed.shown());
        let near = self.search.near.iter().flatten();
        let near: Vec<String> =
            near.map(|near| format!("{} ({})", near.words, near.count)).collect();
        if let Some(first) = near.first() {
            words += &format!("; near: {}", near.join(", "));
            let plain = first.rsplit_once(" (").map_or("", |(words, _)| words);
            words += &format!("  Enter searches for {plain}");
        }
        self.tell(&words);
        self.search.has_missed = true;
    }
}

/// Whether a list is that of these hits.
fn lists(finder: &Finder, hits: &Hits) -> bool {
    matches!(&finder.list, List::Matches(matches) if Arc::ptr_eq(matches.query(), &hits.query))
}

/// The word at `offset`, or else the next one of the paragraph.
fn word_at(document: &Document, offset: usize) -> Option<TextRange> {
    let block = document.block_around(offset)?;
    let at = offset.saturating_sub(block.range.start());
    let words = document[block.range].unicode_word_indices();
    let word = words.map(|(start, word)| TextRange::new(start, start + word.len()));
    word.into_iter().find(|word| word.end() > at).map(|word| word.shifted(block.range.start()))
}
