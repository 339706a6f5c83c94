//! Copying: which words are meant. How it went is told by the shell, which sends them.

use super::article::Stepped;
use super::{Action, App, Effect, Panel, date_words, paragraph_at};
use crate::document::Meta;
use crate::export::{self, Cited};

impl App {
    /// Copies the words that are selected, of the focused item, or of the paragraph.
    pub(super) fn copy(&mut self) -> Vec<Effect> {
        let Some(cited) = self.meant() else { return self.nothing_to_copy() };
        let text = match cited {
            Cited::Quote(index) => self.document[self.layers.quotes[index].words].to_owned(),
            Cited::Event(index) => {
                let event = &self.layers.events[index];
                format!("{}: {}", date_words(&self.document, event), event.label)
            }
            Cited::Passage(range) => export::passage(&self.document, range),
        };
        self.send(text, cited, "")
    }

    /// Copies them with their source.
    pub(super) fn copy_with_source(&mut self) -> Vec<Effect> {
        let Some(cited) = self.meant() else { return self.nothing_to_copy() };
        // What has no title is known by the name of its file.
        let mut meta = Meta::clone(&self.document.meta);
        meta.title.get_or_insert_with(|| self.settings.name.clone());
        let document = self.document.with_meta(meta);
        let style = self.settings.cite;
        let text = export::cite(&document, &self.layers, &[cited], style);
        self.send(text, cited, &format!(" with its source ({})", style.words()))
    }

    /// The form of a copied source after the present one.
    pub(super) fn next_cite_style(&mut self) {
        self.settings.cite = self.settings.cite.next();
        let key = self.key_of(Action::CopyWithSource);
        self.tell(&format!("{key} copies the source as {}", self.settings.cite.words()));
    }

    /// What is selected, the item that the focus means, or the paragraph.
    pub(super) fn meant(&self) -> Option<Cited> {
        if let Some(range) = self.selection() {
            return Some(Cited::Passage(range));
        }
        let event = || self.marked_event().map(|index| Cited::Event(index as usize));
        let quote = || self.marked_quote().map(|index| Cited::Quote(index as usize));
        match (self.view.focus, self.article.stepped()) {
            (Panel::Article, _) if self.view.browsed == Panel::Timeline => event(),
            (Panel::Article, _) if self.view.browsed == Panel::Quotes => quote(),
            (Panel::Timeline, _) => event(),
            (Panel::Quotes, _) => quote(),
            (Panel::Article, Some(Stepped::Event(_))) => event(),
            (Panel::Article, Some(Stepped::Quote(_))) => quote(),
            (Panel::Article, _) => {
                paragraph_at(&self.document, self.article.place()).map(Cited::Passage)
            }
        }
    }

    fn nothing_to_copy(&mut self) -> Vec<Effect> {
        self.tell("nothing to copy here");
        Vec::new()
    }

    /// What was selected is copied, and selected no more.
    fn send(&mut self, text: String, cited: Cited, source: &str) -> Vec<Effect> {
        let what = match cited {
            Cited::Quote(_) => "the quotation",
            Cited::Event(_) => "the event",
            Cited::Passage(_) if self.leave_selection() => "the selection",
            Cited::Passage(_) => "the paragraph",
        };
        vec![Effect::Copy { text, what: format!("{what}{source}") }]
    }
}
