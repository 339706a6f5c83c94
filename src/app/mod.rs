//! Decides: takes messages, changes its state, and returns what the outside world must do.
//!
//! The panels stay in step through one value, the reading place of [`Article`]: stepping sets it,
//! scrolling moves it, and each panel marks its last item at or before it.

mod act;
mod action;
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
mod motion;
mod mouse;
mod note_editor;
mod notes;
mod on_screen;
mod peek;
mod prompt;
mod quotes;
mod reference;
mod search;
mod selection;
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
pub use motion::Unit;
pub use mouse::{Deed, Part, Target};
pub use note_editor::NoteEditor;
pub use notes::NoteRef;
pub use peek::{PeekLine, Peeked};
pub use prompt::{Prompt, Typed};
pub use quotes::{Card, Quotes};
pub use search::Search;
pub use selection::Selection;
pub use shown_quotes::ShownQuotes;
pub use timeline::{ListLine, Order, Timeline, date_words, label_indent};
pub use view::{Arrangement, Panel, Standing, View};

use crate::document::{CleanText, Document, Layers, TextRange};
use crate::export::Style;
use crate::record::Record;
use crate::search::nearest;
use finder::Sources;
use prompt::{PromptPress, paste};
use std::sync::Arc;

/// What reaches the program.
#[derive(Debug)]
pub enum Message {
    /// A key.
    Key(Key),
    /// Pasted text.
    Paste(String),
    /// The mouse: what was done, and where.
    Mouse(Deed, Target),
    /// The document, read again.
    Opened(Arc<Document>, Arc<Layers>),
    /// The document, of which more has come.
    Grown(Arc<Document>),
    /// What was found in the document while it was being read.
    Extracted {
        /// What is found so far; `None` if nothing more than before.
        layers: Option<Arc<Layers>>,
        /// How much of the text was read, in percent; `None` at the end.
        progress: Option<u8>,
    },
    /// A part of what was counted in the background.
    Found(Found),
    /// The terminal told the color of its page.
    Background(Shade),
    /// What the reader left in a file is stored.
    Saved {
        /// The number of the file.
        file: usize,
        /// What is stored of it now.
        record: Box<Record>,
        /// What else should be told.
        told: Option<String>,
    },
    /// It could not be stored.
    NotSaved {
        /// The number of the file.
        file: usize,
        /// Why.
        why: String,
    },
    /// Something to tell the reader.
    Told(String),
    /// Only the size changed.
    Resized,
    /// Nothing else is to be done: time for what was put off.
    GoOn,
}

/// What the outside world must do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Send text to the clipboard, and tell how that went.
    Copy {
        /// The text.
        text: String,
        /// What it is, in the reader's words.
        what: String,
    },
    /// Have another program open this link, which leads to the web or is an address of mail.
    Open(String),
    /// Take the mouse from the terminal, or give it back.
    CaptureMouse(bool),
    /// Store what the reader left in the file.
    Save(Box<Save>),
    /// Read the file again.
    Reload,
    /// Count in the background what [`App::search_job`] tells, and stop what was counted before.
    Search,
    /// Look for dates and quotations again: the document has another date of writing.
    LookAgain,
    /// Go this many files on, or back if negative.
    OtherFile(isize),
    /// Draw the whole screen again.
    Redraw,
    /// Stop until the shell brings us back.
    Suspend,
    /// Leave.
    Quit,
}

/// Whether the terminal's page is dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// Light ink on a dark page.
    Dark,
    /// Dark ink on a light page.
    Light,
}

/// The set of colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// For a dark page.
    Dark,
    /// For a light page.
    Light,
    /// No colors at all.
    Plain,
}

/// How many colors the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Any RGB value.
    True,
    /// The 256 of xterm.
    Xterm256,
    /// The 16 of the terminal's own palette.
    Ansi16,
}

/// What is set once and seldom changed.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The colors in use.
    pub theme: Theme,
    /// The reader chose the theme; what the terminal tells does not change it.
    pub has_chosen_theme: bool,
    /// How many colors there are.
    pub depth: Depth,
    /// Only ASCII for lines and marks.
    pub is_ascii: bool,
    /// The form of a copied source.
    pub cite: Style,
    /// The program that takes what is copied, with its arguments; empty for none.
    pub copy_command: Vec<String>,
    /// The mouse is ours.
    pub has_mouse: bool,
    /// How wide the terminal has to be for a panel to stand.
    pub standing: Standing,
    /// The program that opens links, with its arguments; empty for the system's own.
    pub open_command: Vec<String>,
    /// The name of the file, for a document without a title.
    pub name: CleanText,
    /// Which of the files it is.
    pub file: FileNumber,
}

/// Which of the files that are read together is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileNumber {
    /// Its place among them, from 1 on.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}

impl FileNumber {
    /// The file that is read alone.
    pub const ONLY: Self = Self { number: 1, of: 1 };
}

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

    /// Gives the space of panels that have nothing to show to the text: for a document in which
    /// no more will be found.
    pub fn drop_empty_panels(&mut self) {
        self.view.arrangement = needed(&self.layers);
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
            Some(Overlay::Date(prompt)) => {
                paste(&mut prompt.input, text);
                prompt.refusal = None;
            }
            Some(Overlay::Finder(_)) => self.paste_in_finder(text),
            Some(Overlay::Note(editor)) => {
                if let Some(told) = editor.paste(text) {
                    self.tell(told);
                }
            }
            Some(Overlay::Peek(_) | Overlay::Links(_) | Overlay::Help { .. }) | None => {}
        }
    }

    /// Takes other layers of the same document. Items are known by their indices, so what points
    /// at one is pointed at its words among the others.
    fn adopt(&mut self, layers: Arc<Layers>) {
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
    fn adopt_found(&mut self, layers: Arc<Layers>) {
        let is_as_needed = self.progress.is_none() && self.view.arrangement == needed(&self.layers);
        self.adopt(layers);
        if is_as_needed {
            self.drop_empty_panels();
        }
    }

    fn adopt_shade(&mut self, shade: Shade) {
        if !self.settings.has_chosen_theme {
            self.settings.theme = match shade {
                Shade::Dark => Theme::Dark,
                Shade::Light => Theme::Light,
            };
        }
    }

    /// Takes a document of which more has come. What was there stays where it was; if that turns
    /// out to be something else, the reader stays at the same words.
    fn grow(&mut self, document: Arc<Document>) {
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
    fn reopen(&mut self, document: Arc<Document>, layers: Arc<Layers>) {
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
fn needed(layers: &Layers) -> Arrangement {
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

/// The range of the paragraph at `offset`.
fn paragraph_at(document: &Document, offset: usize) -> Option<TextRange> {
    document.block_around(offset).map(|block| block.range)
}

#[cfg(test)]
use peek::peek;
#[cfg(test)]
mod tests;
