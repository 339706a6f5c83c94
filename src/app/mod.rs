//! Decides: takes messages, changes its state, and returns what the outside world must do.
//!
//! The panels stay in step through one value, the reading place of [`Article`]: stepping sets it,
//! scrolling moves it, and each panel marks its last item at or before it.

mod act;
mod action;
mod arrival;
mod article;
mod copy;
mod counting;
mod dating;
mod distance;
mod find;
mod finder;
mod help;
mod items;
mod jumps;
mod keep;
mod key;
mod keymap;
mod links;
mod marginalia;
mod marks;
mod message;
mod motion;
mod mouse;
mod named;
mod note_editor;
mod notes;
mod on_screen;
mod peek;
mod prompt;
mod quotes;
mod reference;
mod search;
mod selection;
mod settings;
mod shown_quotes;
mod step;
mod timeline;
mod view;

pub use action::{ACTIONS, Action, Binding, Group};
pub use article::{Article, DEFAULT_MEASURE, MAX_MEASURE, MIN_MEASURE, Size, Spot, Stepped};
pub use counting::{Found, Job};
pub use dating::DatePrompt;
pub use distance::{after_words, before_words};
pub use finder::{Entry, Finder, GUTTER, List, Listed};
pub use help::{HelpLine, help, help_rows};
pub use items::Items;
pub use key::{Code, Key};
pub use keymap::{Keymap, Press, Rebinding, clash};
pub use links::LinkNumbers;
pub use marginalia::{Keeping, Kept, Marginalia, Placed, Save, What};
pub use message::{Effect, Message};
pub use motion::Unit;
pub use mouse::{Deed, Part, Target};
pub use note_editor::NoteEditor;
pub use notes::NoteRef;
pub use peek::{PeekLine, Peeked};
pub use prompt::{Prompt, Typed};
pub use quotes::{Card, Quotes};
pub use search::Search;
pub use selection::Selection;
pub use settings::{Depth, FileNumber, Settings, Shade, Theme};
pub use shown_quotes::ShownQuotes;
pub use timeline::{ListLine, Order, Timeline, date_words, label_indent};
pub use view::{Arrangement, Panel, Standing, View};

use crate::document::{CleanText, Document, Layers, TextRange};
use finder::Sources;
use prompt::{PromptPress, paste};
use std::sync::Arc;

/// What covers the panels.
#[derive(Debug)]
pub enum Overlay {
    /// The line in which a phrase is typed.
    Prompt(Prompt),
    /// The line in which the date of writing is typed.
    Date(DatePrompt),
    /// All that is known of the marked item.
    Peek(Peeked),
    /// A list that leads somewhere.
    Finder(Box<Finder>),
    /// The panel in which a note is typed.
    Note(Box<NoteEditor>),
    /// The numbers at the links on the screen.
    Links(LinkNumbers),
    /// The keys, from this line on.
    Help {
        /// The first line shown.
        top: usize,
    },
}

/// The sizes of the panels in the coming frame; a panel that does not stand is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sizes {
    /// The text of the article.
    pub article: Size,
    /// The columns of the axis.
    pub axis: u16,
    /// The zoomed list of events.
    pub events: Size,
    /// The cards of the quotations.
    pub quotes: Size,
    /// The help, the peek, or a list that covers the panels.
    pub cover: Size,
}

/// The whole state.
#[derive(Debug)]
pub struct App {
    /// The document.
    pub document: Arc<Document>,
    /// Its events and quotations.
    pub layers: Arc<Layers>,
    /// How much of the text was looked through for them, in percent; `None` once all is.
    pub progress: Option<u8>,
    /// The article panel.
    pub article: Article,
    /// The timeline panel.
    pub timeline: Timeline,
    /// The quotes panel.
    pub quotes: Quotes,
    /// Focus, zoom, arrangement.
    pub view: View,
    /// What covers the panels.
    pub overlay: Option<Overlay>,
    /// The search in force.
    pub search: Search,
    /// Something to tell, until the next key.
    pub notice: Option<CleanText>,
    /// The bindings, and what was typed of one.
    pub keymap: Keymap,
    /// Theme and the like.
    pub settings: Settings,
}

impl App {
    /// The program at the top of a document.
    pub fn new(
        document: Arc<Document>,
        layers: Arc<Layers>,
        settings: Settings,
        measure: u16,
    ) -> Self {
        let mut app = Self {
            document,
            layers: Arc::default(),
            progress: None,
            article: Article::new(measure),
            timeline: Timeline::default(),
            quotes: Quotes::default(),
            view: View::default(),
            overlay: None,
            search: Search::default(),
            notice: None,
            keymap: Keymap::default(),
            settings,
        };
        app.adopt(layers);
        app
    }

    /// Applies one message. Performs nothing: what the outside world must do is returned.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let mut effects = self.take(message);
        effects.extend(self.ask());
        effects
    }

    fn take(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Key(key) => return self.press(key),
            Message::Paste(text) => self.paste(&text),
            Message::Mouse(deed, target) => return self.point(deed, target),
            Message::Opened(document, layers) => self.reopen(document, layers),
            Message::Grown(document) => {
                self.grow(document);
                self.find_again();
            }
            Message::Saved { record, told, .. } => return self.saved(*record, told),
            Message::NotSaved { why, .. } => self.not_saved(&why),
            Message::Extracted { layers, progress } => {
                layers.into_iter().for_each(|layers| self.adopt_found(layers));
                self.progress = progress;
            }
            Message::Found(found) => self.take_found(found),
            Message::Background(shade) => self.adopt_shade(shade),
            Message::Told(text) => self.tell(&text),
            Message::GoOn => self.go_on(),
            Message::Resized => {}
        }
        Vec::new()
    }

    /// Adopts the panel sizes of the coming frame and lays out what they show; of an open peek that
    /// is done before, by [`App::lay_out_peek`].
    pub fn fit(&mut self, sizes: Sizes) {
        self.look_for_hit();
        self.article.fit(&self.document, sizes.article);
        let (event, quote) = (self.marked_event(), self.marked_quote());
        if sizes.axis > 0 {
            self.timeline.fit(sizes.axis, event);
        }
        if sizes.events.rows > 0 {
            self.timeline.fit_list(&self.document, &self.layers, sizes.events, event);
        }
        if sizes.quotes.rows > 0 {
            let is_zoomed = self.view.is_zoomed;
            self.quotes.fit(&self.document, &self.layers, sizes.quotes, quote, is_zoomed);
        }
        self.fit_hits();
        match &mut self.overlay {
            Some(Overlay::Help { top }) => {
                let rows = help_rows(sizes.cover.columns);
                *top = (*top).min(rows.saturating_sub(sizes.cover.rows.into()));
            }
            Some(Overlay::Peek(_)) => self.fit_peek(sizes.cover),
            Some(Overlay::Finder(finder)) => {
                let sources = Sources {
                    document: &self.document,
                    layers: &self.layers,
                    keymap: &self.keymap,
                };
                finder.fit(sources, sizes.cover);
            }
            _ => {}
        }
    }

    /// The key of an action, as notices name it; of one without a key, its command.
    pub(super) fn key_of(&self, action: Action) -> String {
        let named = || format!(":{}", action.name().replace('-', " "));
        self.keymap.shown(action).unwrap_or_else(named)
    }

    /// Tells the reader something, until the next key.
    pub fn tell(&mut self, text: &str) {
        self.notice = Some(CleanText::line(text));
    }

    fn press(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        let place = self.article.place();
        if let Some(Overlay::Prompt(prompt)) = &mut self.overlay {
            let press = prompt.press(key, &self.search.history);
            self.after_prompt(press);
            self.take_free_end_along(place);
            return Vec::new();
        }
        self.look_for_hit();
        // Who goes on reading waits for no hit any more; in a list one waits for its entries.
        if !matches!(self.overlay, Some(Overlay::Finder(_))) {
            self.search.waiting = None;
        }
        if key == Key::plain(Code::Enter) && self.overlay.is_none() && self.search_near() {
            return Vec::new();
        }
        self.search.has_missed = false;
        match &mut self.overlay {
            Some(Overlay::Prompt(_)) => Vec::new(),
            Some(Overlay::Date(_)) => self.press_in_date(key),
            Some(Overlay::Peek(_)) => self.press_in_peek(key),
            Some(Overlay::Links(_)) => self.press_in_links(key),
            Some(Overlay::Finder(_)) => {
                let effects = self.press_in_finder(key);
                self.take_free_end_along(place);
                effects
            }
            Some(Overlay::Note(_)) => self.press_in_note(key),
            Some(Overlay::Help { .. }) => self.press_in_help(key),
            // What was typed of a count or a sequence is taken back before anything else.
            None if key == Key::plain(Code::Esc) && self.keymap.clear() => Vec::new(),
            None if self.article.selection.is_some() => match self.keymap.press_selecting(key) {
                Press::Action(action, count) => self.act_selecting(action, count),
                Press::Pending | Press::Unbound => Vec::new(),
            },
            None => match self.keymap.press(key) {
                Press::Action(action, count) => self.act(action, count),
                Press::Pending | Press::Unbound => Vec::new(),
            },
        }
    }

    fn press_in_help(&mut self, key: Key) -> Vec<Effect> {
        let Press::Action(action, _) = self.keymap.press(key) else { return Vec::new() };
        let Some(Overlay::Help { top }) = &mut self.overlay else { return Vec::new() };
        match action {
            Action::Down | Action::NextParagraph => *top += 1,
            Action::Up | Action::PreviousParagraph => *top = top.saturating_sub(1),
            Action::PageDown | Action::HalfPageDown => *top += 10,
            Action::PageUp | Action::HalfPageUp => *top = top.saturating_sub(10),
            Action::Top => *top = 0,
            Action::Bottom => *top = usize::MAX / 2,
            Action::Help | Action::Escape | Action::Quit => self.overlay = None,
            Action::Redraw => return vec![Effect::Redraw],
            Action::Suspend => return vec![Effect::Suspend],
            _ => {}
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str) {
        match &mut self.overlay {
            Some(Overlay::Prompt(prompt)) => {
                paste(&mut prompt.input, text);
                self.after_prompt(PromptPress::Edited);
            }
            Some(Overlay::Date(prompt)) => prompt.paste(text),
            Some(Overlay::Finder(_)) => self.paste_in_finder(text),
            Some(Overlay::Note(editor)) => {
                if let Some(told) = editor.paste(text) {
                    self.tell(told);
                }
            }
            Some(Overlay::Peek(_) | Overlay::Links(_) | Overlay::Help { .. }) | None => {}
        }
    }
}

/// The range of the paragraph at `offset`.
fn paragraph_at(document: &Document, offset: usize) -> Option<TextRange> {
    document.block_around(offset).map(|block| block.range)
}

#[cfg(test)]
use peek::peek;
#[cfg(test)]
mod tests;
