//! Copying: which words are meant, and what the reader is told.

use super::article::Stepped;
use super::{App, Effect, Panel, date_words, paragraph_at};
use crate::document::Meta;
use crate::export::{self, Cited};

/// The longest text that terminals are known to take through OSC 52, before base64.
const MAX_BYTES: usize = 74_000 / 4 * 3;

impl App {
    /// Copies the words of the focused item, or of the paragraph.
    pub(super) fn copy(&mut self) -> Vec<Effect> {
        let Some(cited) = self.meant() else { return self.nothing_to_copy() };
        let text = match cited {
            Cited::Quote(index) => self.document[self.layers.quotes[index].words].to_owned(),
            Cited::Event(index) => {
                let event = &self.layers.events[index];
                format!("{}: {}", date_words(&self.document, event), event.label)
            }
            Cited::Passage(range) => self.document[range].to_owned(),
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
        let text = export::cite(&document, &self.layers, cited, self.settings.cite);
        self.send(text, cited, " with its source")
    }

    /// The item that the focus means, or the paragraph.
    pub(super) fn meant(&self) -> Option<Cited> {
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

    /// Whether a terminal takes what it is sent is not known; the notice claims no more.
    fn send(&mut self, text: String, cited: Cited, source: &str) -> Vec<Effect> {
        let what = match cited {
            Cited::Quote(_) => "the quotation",
            Cited::Event(_) => "the event",
            Cited::Passage(_) => "the paragraph",
        };
        if text.len() > MAX_BYTES {
            self.tell(&format!("{what} is too long for the clipboard: {} KB", text.len() / 1000));
            return Vec::new();
        }
        let n_words = text.split_whitespace().count();
        self.tell(&format!("{what}{source} sent to the clipboard: {n_words} words"));
        vec![Effect::Copy(text)]
    }
}
