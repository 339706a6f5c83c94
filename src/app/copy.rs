//! Copying: which words are meant, and what the reader is told.

use super::article::Stepped;
use super::{App, Effect, Panel, paragraph_at};
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
                format!("{}: {}", &self.document[event.mention], event.label)
            }
            Cited::Passage(range) => self.document[range].to_owned(),
        };
        self.send(text, cited, "")
    }

    /// Copies them with their source.
    pub(super) fn copy_with_source(&mut self) -> Vec<Effect> {
        let Some(cited) = self.meant() else { return self.nothing_to_copy() };
        let text = export::cite(&self.document, &self.layers, cited, self.settings.cite);
        self.send(text, cited, " with its source")
    }

    fn meant(&self) -> Option<Cited> {
        let event = || self.marked_event().map(|index| Cited::Event(index as usize));
        let quote = || self.marked_quote().map(|index| Cited::Quote(index as usize));
        match (self.view.focus, self.article.stepped()) {
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
