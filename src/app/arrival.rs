//! What arrives while one reads: more of the document, dates and quotations, the file read again.
//!
//! The reader stays at the same words, and what points at an item is pointed at its words among the
//! others.

use super::view::Arrangement;
use super::{App, Overlay, Shade, Theme, act};
use crate::document::{Document, Layers};
use crate::search::nearest;
use std::sync::Arc;

impl App {
    /// Gives the space of panels that have nothing to show to the text: for a document in which
    /// no more will be found.
    pub fn drop_empty_panels(&mut self) {
        self.view.arrangement = needed(&self.layers);
    }

    /// Takes other layers of the same document. Items are known by their indices, so what points
    /// at one is pointed at its words among the others.
    pub(super) fn adopt(&mut self, layers: Arc<Layers>) {
        let before = std::mem::replace(&mut self.layers, layers);
        self.article.carry_over(&before, &self.layers);
        if let Some(Overlay::Prompt(prompt)) = &mut self.overlay {
            prompt.origin = prompt.origin.carried_over(&before, &self.layers);
        }
        self.timeline.adopt(&before, &self.layers);
        self.quotes.adopt(&before, &self.layers);
        self.search.look_through(&self.document, &self.layers);
        self.follow_person_again();
        self.list_people_again();
    }

    /// Takes other layers. In a text that is looked through at once, a panel that had nothing to
    /// show, and so no space, gets it with its first items.
    pub(super) fn adopt_found(&mut self, layers: Arc<Layers>) {
        let is_as_needed = self.progress.is_none() && self.view.arrangement == needed(&self.layers);
        self.adopt(layers);
        if is_as_needed {
            self.drop_empty_panels();
        }
    }

    pub(super) fn adopt_shade(&mut self, shade: Shade) {
        if !self.settings.has_chosen_theme {
            self.settings.theme = match shade {
                Shade::Dark => Theme::Dark,
                Shade::Light => Theme::Light,
            };
        }
    }

    /// Takes a document of which more has come. What was there stays where it was; if that turns
    /// out to be something else, the reader stays at the same words.
    pub(super) fn grow(&mut self, document: Arc<Document>) {
        if !document.continues(&self.document) {
            let progress = self.progress;
            self.replace(document, Arc::default());
            self.progress = progress;
            return;
        }
        // Whoever went to the end of a part has not gone on since, and may mean that of the whole.
        let was_part =
            self.notice.as_ref().is_some_and(|told| told.as_str().ends_with(act::SO_FAR));
        if was_part && document.extent.is_whole() {
            self.tell("all of it has been read now: the same key again goes there");
        }
        self.article.grow(&self.document);
        self.search.carry_over(&self.document, &document);
        self.document = document;
    }

    /// Whether there may be more events and quotations than are known.
    pub fn is_looking(&self) -> bool {
        self.progress.is_some() || !self.document.extent.is_whole()
    }

    /// Takes a document that was read again.
    pub(super) fn reopen(&mut self, document: Arc<Document>, layers: Arc<Layers>) {
        self.replace(document, layers);
        if !matches!(self.overlay, Some(Overlay::Note(_))) {
            self.overlay = None;
        }
        self.tell("read again");
        self.find_again();
    }

    /// Takes other text and other layers; the reader stays at the same words.
    fn replace(&mut self, document: Arc<Document>, layers: Arc<Layers>) {
        let top = self.article.top_offset(&self.document);
        let top = same_words(&self.document, top, &document);
        let place = same_words(&self.document, self.article.place(), &document);
        self.search.carry_over(&self.document, &document);
        // Where they stood, there may be other words now.
        (self.search.current, self.search.list) = (None, None);
        self.document = document;
        self.progress = None;
        self.article.reopen(top, place);
        self.adopt(layers);
    }
}

/// The panels that have something to show.
pub(super) fn needed(layers: &Layers) -> Arrangement {
    Arrangement::of(!layers.events.is_empty(), !layers.quotes.is_empty())
}

/// The offset in `new` of the words that stand at `at` in `old`; as far into the text if they are
/// gone.
fn same_words(old: &Document, at: usize, new: &Document) -> usize {
    const WORDS: usize = 60;
    let Some(block) = old.block_around(at) else { return 0 };
    let text = &old[block.range];
    let from = at.saturating_sub(block.range.start()).min(text.len());
    let words: String = text.get(from..).unwrap_or(text).chars().take(WORDS).collect();
    if words.is_empty() {
        return new.end();
    }
    nearest(new, &words, at).unwrap_or_else(|| {
        new.block_around(at.min(new.end())).map_or(0, |block| block.range.start())
    })
}
