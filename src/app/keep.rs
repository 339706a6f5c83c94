//! Keeping: what of the program's state outlasts it, taken up again when the document is opened.

use super::arrival::needed;
use super::marginalia::{Keeping, Kept, Marginalia};
use super::view::{Arrangement, Panel};
use super::{Action, App, Effect, Overlay};
use crate::document::Document;
use crate::record::{Layout, Passage, Place, Record, Source};

/// Told until the place has come.
const COMING: &str = "your place comes when the text is read so far";

impl App {
    /// Takes up what was kept of the document: marks and notes, the layout and the place.
    /// What was made before it was known stays.
    pub fn take_up(&mut self, kept: Kept) {
        let made = std::mem::take(&mut self.article.marginalia).record.items;
        let opened_measure = self.article.measure;
        self.article.marginalia = Marginalia::new(kept, made, opened_measure);
        self.take_up_layout();
        self.article.marginalia.awaited = self.article.marginalia.record.place.clone();
        self.find_again();
    }

    /// Finds the places of marks and notes, and the place of the reader, in a document that was
    /// just opened, has grown or was read again. In a long one that has changed, what is not where
    /// it was is looked for a part at a time.
    pub(super) fn find_again(&mut self) {
        let document = self.document.clone();
        self.article.marginalia.place_items(&document, document.extent.is_whole());
        self.go_to_known(&document);
        while self.article.marginalia.is_soon_found(&document) {
            self.look_on();
        }
    }

    /// Goes on looking for marks, notes and the place in a text that has changed.
    pub(super) fn look_on(&mut self) {
        let document = self.document.clone();
        let words = self.article.marginalia.look_on(&document);
        if self.article.marginalia.is_looking() {
            return;
        }
        let n = self.article.marginalia.n_lost_notes();
        if n > 0 {
            let notes = if n == 1 { "1 note".to_owned() } else { format!("{n} notes") };
            self.tell_too(&format!(
                "{notes} without a place: the words have changed; A lists them"
            ));
        }
        if let Some(place) = self.article.marginalia.awaited.take() {
            self.go_to_found(&place, Marginalia::moved_place(&document, &place, words));
        }
    }

    /// Goes to the place that was kept, if the document has come to it and its words stand there.
    fn go_to_known(&mut self, document: &Document) {
        let Some(place) = self.article.marginalia.awaited.take() else { return };
        let is_there = place.top.max(place.at) as usize <= document.end();
        if is_there && place.words.unmoved(document).is_some() {
            return self.go_to_found(&place, Some((place.top as usize, place.at as usize)));
        }
        if self.notice.is_none() && !document.extent.is_whole() {
            self.tell(COMING);
        }
        self.article.marginalia.awaited = Some(place);
    }

    /// Goes to a place that was kept. Nothing moves a reader who has moved since, whom a jump takes
    /// there.
    fn go_to_found(&mut self, place: &Place, found: Option<(usize, usize)>) {
        if self.notice.as_ref().is_some_and(|notice| notice.as_str() == COMING) {
            self.notice = None;
        }
        match found {
            Some((top, at)) if self.article.is_at_start() => {
                self.article.restore_page(top, place.lead, at);
            }
            Some((top, at)) => {
                self.article.leave_page(top, place.lead, at);
                let keys = self.keymap.shown(Action::LastPlace).unwrap_or_default();
                self.tell_too(&format!("the place where you were is read; {keys} goes there"));
            }
            None => self.tell_too("the words where you were are gone"),
        }
    }

    /// How long the text is, of which so far a stretch in the middle is missing: as long as it was.
    pub fn known_length(&self) -> Option<u64> {
        let place = self.article.marginalia.record.place.as_ref()?;
        (self.document.has_gap() && place.of > 0).then(|| place.of.into())
    }

    fn take_up_layout(&mut self) {
        let Layout { panels, zoomed, measure } = self.article.marginalia.record.layout.clone();
        if let Some(arrangement) = panels.as_deref().and_then(Arrangement::named) {
            self.view.arrangement = arrangement;
        }
        if let Some(panel) = zoomed.as_deref().and_then(Panel::named) {
            self.view.focus = panel;
            self.view.is_zoomed = true;
        }
        if let Some(measure) = measure {
            self.article.measure = measure.clamp(super::MIN_MEASURE, super::MAX_MEASURE);
        }
    }

    /// The record with the place and the layout as they are.
    fn snapshot(&mut self) -> Record {
        let mut record = self.article.marginalia.record.clone();
        if self.article.marginalia.awaited.is_none() || !self.article.is_at_start() {
            record.place = self.place(record.place.take());
        }
        record.layout = self.layout(&record.layout);
        let title = self.document.meta.title.as_ref().unwrap_or(&self.settings.name);
        if !record.is_empty() {
            record.title = title.to_string();
            // Of a text that was piped in, the last path is kept.
            record.path = self.article.marginalia.path.clone().or(record.path);
        }
        record
    }

    /// The page and the place on it; at the beginning of a text that was never read further, none.
    fn place(&mut self, before: Option<Place>) -> Option<Place> {
        let (top, lead, at) = self.article.page_place();
        if before.is_none() && top == 0 && at == 0 {
            return None;
        }
        // How long the text is, is known once all of it has come.
        let is_whole = self.document.extent.is_whole();
        let known = before.as_ref().filter(|_| !is_whole).map(|before| before.of);
        let of = known.unwrap_or(self.document.end() as u32);
        let (top, at) = (top as u32, at as u32);
        // Its words are looked for in the whole text, which a place that is the same does without.
        if let Some(before) = &before
            && (before.top, before.lead, before.at, before.of) == (top, lead, at, of)
        {
            let source = self.source(top).or(before.source);
            return Some(Place { source, ..before.clone() });
        }
        let words = Passage::at(&self.document, top as usize)?;
        Some(Place { top, lead, at, of, words, source: self.source(top) })
    }

    /// From where on the source is read to show the page at `top` first.
    fn source(&self, top: u32) -> Option<Source> {
        let size = self.document.source_size?;
        let from = self.document.checkpoint_before(top as usize)?;
        Some(Source { size, from })
    }

    fn layout(&self, before: &Layout) -> Layout {
        let view = self.view;
        let is_as_always = view.arrangement == needed(&self.layers) || self.is_looking();
        let is_measure_new = self.article.measure != self.article.marginalia.opened_measure;
        Layout {
            panels: (!is_as_always || before.panels.is_some())
                .then(|| view.arrangement.name().to_owned()),
            zoomed: view.is_zoomed.then(|| view.focus.name().to_owned()),
            measure: if is_measure_new { Some(self.article.measure) } else { before.measure },
        }
    }

    /// Saves what is new, if anything is.
    pub fn save(&mut self) -> Vec<Effect> {
        if self.article.marginalia.keeping != Keeping::Stored {
            return Vec::new();
        }
        let snapshot = self.snapshot();
        let save = self.article.marginalia.save(snapshot);
        save.into_iter().map(|save| Effect::Save(Box::new(save))).collect()
    }

    /// Saves whatever is new, and so learns what other programs have stored meanwhile.
    pub(super) fn learn_of_others(&mut self) -> Vec<Effect> {
        if self.article.marginalia.keeping != Keeping::Stored {
            return Vec::new();
        }
        let snapshot = self.snapshot();
        let save = self.article.marginalia.save_anyway(snapshot);
        save.into_iter().map(|save| Effect::Save(Box::new(save))).collect()
    }

    /// Takes what is stored now, tells what was to be told, and saves what has come since.
    pub(super) fn saved(&mut self, record: Record, told: Option<String>) -> Vec<Effect> {
        let (words, has_more) = self.article.marginalia.saved(record);
        if has_more {
            let document = self.document.clone();
            self.article.marginalia.place_items(&document, document.extent.is_whole());
            while self.article.marginalia.is_soon_found(&document) {
                self.look_on();
            }
            self.list_anew();
        }
        if let Some(told) = told.or_else(|| words.last().cloned()) {
            self.tell(&told);
        }
        if self.article.marginalia.is_dirty() { self.save() } else { Vec::new() }
    }

    pub(super) fn not_saved(&mut self, why: &str) {
        // The place is tried again every few seconds; that it cannot be saved is told once.
        let marginalia = &mut self.article.marginalia;
        let is_news = marginalia.not_saved(why.to_owned());
        if !is_news {
            return;
        }
        match self.unsaved_words().filter(|_| self.article.marginalia.is_warned()) {
            Some(question) => self.tell(&question),
            None => self.tell(&format!("not saved: {why}")),
        }
    }

    /// Before the program ends: takes the note that is being typed, and saves what is new.
    pub fn leave(&mut self) -> Vec<Effect> {
        if let Some(Overlay::Note(_)) = &self.overlay {
            self.keep_draft();
        }
        self.save()
    }

    /// Whether there is something that no save has tried to keep, or marks and notes that none has
    /// kept. What else failed is tried again when it changes, and at the end.
    pub fn has_new(&self) -> bool {
        let marginalia = &self.article.marginalia;
        if marginalia.keeping != Keeping::Stored || marginalia.is_saving() {
            return false;
        }
        let record = &marginalia.record;
        marginalia.is_dirty()
            || self.is_place_new(record.place.as_ref())
            || self.layout(&record.layout) != record.layout
    }

    fn is_place_new(&self, known: Option<&Place>) -> bool {
        if self.article.marginalia.awaited.is_some() && self.article.is_at_start() {
            return false;
        }
        let (top, lead, at) = self.article.page_place();
        match known {
            Some(place) => (place.top, place.lead, place.at) != (top as u32, lead, at as u32),
            None => (top, at) != (0, 0),
        }
    }

    /// Whether a save runs.
    pub fn is_saving(&self) -> bool {
        self.article.marginalia.is_saving()
    }

    /// Leaves; if marks or notes could not be saved, only when asked again, since they are lost
    /// then.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        match self.unsaved_words() {
            Some(question) if self.article.marginalia.warn() => {
                let effects = self.save();
                self.tell(&question);
                effects
            }
            _ => vec![Effect::Quit],
        }
    }

    /// What is asked if marks or notes could not be saved.
    fn unsaved_words(&self) -> Option<String> {
        let is_session = self.article.marginalia.keeping != Keeping::Stored;
        self.article.marginalia.unsaved().map(|(n, why)| {
            if is_session {
                let what = if n == 1 { "1 note is".to_owned() } else { format!("{n} notes are") };
                let them = if n == 1 { "it" } else { "them" };
                return format!("{what} kept nowhere; q again drops {them}: {why}");
            }
            let what = if n == 1 { "1 change".to_owned() } else { format!("{n} changes") };
            format!("{what} not saved; q again quits without: {why}")
        })
    }

    /// Tells something besides what is told already.
    fn tell_too(&mut self, words: &str) {
        match self.notice.take() {
            Some(told) => self.tell(&format!("{told}; {words}")),
            None => self.tell(words),
        }
    }
}
