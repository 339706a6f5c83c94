//! What keys do in a list, and how its entries are gone to.

use super::super::article::Stepped;
use super::super::key::{Code, Key};
use super::super::prompt::{PromptPress, Typed, edit, paste};
use super::super::search::{Going, mentions_of};
use super::super::step::Way;
use super::super::{App, Effect, Overlay, Panel};
use super::{Finder, List, Outline, People, Sources, Target};

impl Finder {
    /// Takes a key that moves the selection; whether it was one.
    fn moves(&mut self, key: Key) -> bool {
        let rows = match (key.code, key.ctrl) {
            (Code::Up, _) | (Code::Char('p'), true) => -1,
            (Code::Down, _) | (Code::Char('n'), true) => 1,
            (Code::Home, _) => isize::MIN,
            (Code::End, _) => isize::MAX,
            (Code::PageUp, _) => -self.page(),
            (Code::PageDown, _) => self.page(),
            _ => return false,
        };
        self.step(rows);
        true
    }
}

impl App {
    /// Opens a list, at the entry of the reader's place.
    pub(in crate::app) fn open_finder(&mut self, list: List, here: Option<u32>) {
        self.overlay = Some(Overlay::Finder(Box::new(Finder::new(list, here))));
    }

    /// Opens the outline at the reader's place.
    pub(in crate::app) fn open_outline(&mut self) {
        let outline = Outline::of(&self.document);
        let here = outline.at(&self.document, self.article.place());
        self.open_finder(List::Outline(outline), here);
    }

    /// Opens the list of people.
    pub(in crate::app) fn open_people(&mut self) {
        self.open_finder(List::People(People::of(&self.layers)), None);
    }

    /// Closes the list; that of the matches can be opened again where it was.
    fn close_finder(&mut self) {
        self.search.waiting = None;
        if let Some(Overlay::Finder(finder)) = self.overlay.take()
            && matches!(&finder.list, List::Matches(matches) if matches.total() > 0)
        {
            self.search.list = Some(finder);
        }
    }

    /// Shows the people in the place of the outline, or the other way round.
    fn show_other_list(&mut self) {
        let sources =
            Sources { document: &self.document, layers: &self.layers, keymap: &self.keymap };
        let Some(Overlay::Finder(finder)) = &mut self.overlay else { return };
        match finder.list {
            List::Outline(_) => {
                finder.replace(List::People(People::of(&self.layers)), None, sources);
            }
            List::People(_) => {
                let outline = Outline::of(&self.document);
                let here = outline.at(&self.document, self.article.place());
                finder.replace(List::Outline(outline), here, sources);
            }
            List::Actions | List::Matches(_) | List::Links(_) | List::Marks(_) | List::Notes(_) => {
            }
        }
    }

    /// Lists the people among other layers, if they are listed.
    pub(in crate::app) fn list_people_again(&mut self) {
        let sources =
            Sources { document: &self.document, layers: &self.layers, keymap: &self.keymap };
        let Some(Overlay::Finder(finder)) = &mut self.overlay else { return };
        if let List::People(_) = finder.list {
            finder.replace(List::People(People::of(&self.layers)), None, sources);
        }
    }

    /// Goes to where a person is named first, and searches for the names, so that `n` and `N` go
    /// from one to the next.
    fn go_to_person(&mut self, index: usize) {
        let layers = self.layers.clone();
        let Some(person) = layers.people.get(index) else { return };
        self.view.focus_on(Panel::Article);
        let Some(query) = mentions_of(person) else {
            return self.jump(Stepped::Passage(person.first), person.first);
        };
        self.search.show(&self.document, &self.layers, query);
        self.search.typed = Typed::person(person.name.as_str());
        let leaves = Some(self.article.bookmark());
        let from = person.first.start();
        self.go_to_hit(Going { from, way: Way::Forward, passes: 0, leaves });
    }

    /// Searches for the mentions of the person who is searched for among other layers.
    pub(in crate::app) fn follow_person_again(&mut self) {
        let layers = self.layers.clone();
        let is_person = self.search.hits.as_ref().is_some_and(|hits| hits.query.is_person());
        if !is_person {
            return;
        }
        let current = self.search.current;
        match self.search.person(&layers).and_then(mentions_of) {
            Some(query) => {
                self.search.show(&self.document, &layers, query);
                self.search.current =
                    current.and_then(|hit| self.search.at(&self.document, hit.range));
            }
            // As long as the text is looked through, somebody may be lost and found again.
            None if self.progress.is_some() => {}
            // In a text that is read again, nobody may be called so.
            None => {
                self.search.hide();
            }
        }
    }

    /// Whether work that was put off for the next frame is left.
    pub fn is_unfinished(&self) -> bool {
        let is_finding =
            matches!(&self.overlay, Some(Overlay::Finder(finder)) if finder.is_unfinished());
        is_finding || self.article.marginalia.is_looking()
    }

    /// Goes on with what was put off.
    pub(in crate::app) fn go_on(&mut self) {
        let sources =
            Sources { document: &self.document, layers: &self.layers, keymap: &self.keymap };
        if let Some(Overlay::Finder(finder)) = &mut self.overlay {
            finder.read_on(sources);
        }
        if self.article.marginalia.is_looking() {
            self.look_on();
        }
    }

    pub(in crate::app) fn press_in_finder(&mut self, key: Key) -> Vec<Effect> {
        if let Some(effects) = self.delete_in_finder(key) {
            return effects;
        }
        let sources =
            Sources { document: &self.document, layers: &self.layers, keymap: &self.keymap };
        let Some(Overlay::Finder(finder)) = &mut self.overlay else { return Vec::new() };
        if finder.moves(key) {
            return Vec::new();
        }
        if key.code == Code::Tab || key.code == Code::BackTab {
            self.show_other_list();
            return Vec::new();
        }
        let deletes = key.code == Code::Backspace || key.ctrl && key.code == Code::Char('h');
        let before = finder.input.value().to_owned();
        match edit(&mut finder.input, key) {
            PromptPress::Edited => finder.filter(sources, &before),
            PromptPress::Accepted => return self.accept_in_finder(),
            PromptPress::Cancelled => self.close_finder(),
            // As in the search: what deletes leaves an empty line.
            PromptPress::Nothing if deletes && before.is_empty() => self.close_finder(),
            PromptPress::Nothing => {}
        }
        Vec::new()
    }

    /// Takes pasted text into the line.
    pub(in crate::app) fn paste_in_finder(&mut self, text: &str) {
        let sources =
            Sources { document: &self.document, layers: &self.layers, keymap: &self.keymap };
        let Some(Overlay::Finder(finder)) = &mut self.overlay else { return };
        let before = finder.input.value().to_owned();
        paste(&mut finder.input, text);
        finder.filter(sources, &before);
    }

    /// Moves the selection in the list as the wheel does.
    pub(in crate::app) fn turn_in_finder(&mut self, rows: isize) {
        if let Some(Overlay::Finder(finder)) = &mut self.overlay {
            finder.step(rows);
        }
    }

    /// Goes to the entry on a row, if there is one.
    pub(in crate::app) fn click_in_finder(&mut self, row: usize) -> Vec<Effect> {
        let Some(Overlay::Finder(finder)) = &mut self.overlay else { return Vec::new() };
        if finder.select_row(row) { self.accept_in_finder() } else { Vec::new() }
    }

    /// Goes to the selected entry, if there is one.
    fn accept_in_finder(&mut self) -> Vec<Effect> {
        let Some(Overlay::Finder(finder)) = &self.overlay else { return Vec::new() };
        let Some(index) = finder.chosen() else { return Vec::new() };
        let target = finder.list.target(
            Sources { document: &self.document, layers: &self.layers, keymap: &self.keymap },
            index,
        );
        self.close_finder();
        match target {
            Target::Hit(hit) => self.go_to_listed(hit),
            Target::Top(offset) => {
                self.view.focus_on(Panel::Article);
                self.article.jumps.leave(self.article.bookmark());
                let document = self.document.clone();
                self.article.put_on_top(&document, offset);
            }
            Target::Action(action) if self.article.selection.is_some() => {
                return self.act_selecting(action, None);
            }
            Target::Passage(words) => self.go_to_noted(words),
            Target::Lost(id) => self.open_lost(&id),
            Target::Nowhere => {}
            Target::Action(action) => return self.act(action, None),
            Target::Person(index) => self.go_to_person(index as usize),
            Target::Link(words) => return self.follow_link(words),
        }
        Vec::new()
    }
}
