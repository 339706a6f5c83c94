//! What is being read: opened, opened again, and looked through for dates and quotations.

use super::arguments::Arguments;
use super::open::{Opened, Source};
use super::opening::{self, Arrival, Rest};
use super::run::Input;
use super::searching;
use super::worker::{self, Delivery, Ticket, Unread, Work};
use crate::app::{App, Effect, Message, Settings};
use crate::document::{Document, Extent, Layers, Meta, When};
use crate::extract;
use crate::record::Place;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::Sender;

/// Longer texts are looked through in the background.
const BACKGROUND_BYTES: usize = 24 << 10;

/// The beginning of what comes through a pipe is looked through often while it is shorter.
const SHORT_BYTES: usize = 4 << 20;

/// Where the document comes from, and what runs on it.
pub struct Reading<'a> {
    source: &'a Source,
    arguments: &'a Arguments,
    /// What the companion says, into which the findings are merged.
    curated: Layers,
    /// The date of writing that the reader chose, which stays when the file is read again.
    published: Option<Option<When>>,
    /// What is still to be read, until that begins.
    rest: Option<Rest>,
    /// What reads in the background; it stops when it is replaced.
    load: Option<Work>,
    /// What is read takes the place of another document, once it is whole.
    is_again: bool,
    /// What looks for dates and quotations; it stops when it is replaced.
    work: Option<Work>,
    /// So much of the document was looked through, or is.
    n_looked: usize,
    /// What counts the hits of a search; it stops when it is replaced.
    search: Option<Work>,
    /// Where the reader is.
    place: Arc<AtomicUsize>,
}

impl<'a> Reading<'a> {
    /// The reading of what was opened.
    pub fn new(
        source: &'a Source,
        arguments: &'a Arguments,
        opened: &Opened,
        rest: Option<Rest>,
    ) -> Self {
        Self {
            source,
            arguments,
            curated: opened.curated_layers(),
            published: None,
            rest,
            load: None,
            is_again: false,
            work: None,
            n_looked: 0,
            search: None,
            place: Arc::default(),
        }
    }

    /// Tells what runs in the background where the reader is.
    pub fn tell_place(&self, place: usize) {
        self.place.store(place, Ordering::Relaxed);
    }

    /// The program at the top of the document.
    pub fn app(&self, document: Document, settings: Settings, measure: u16) -> App {
        let layers = Arc::new(self.first_layers(&document));
        let is_later = is_later(&document);
        let mut app = App::new(Arc::new(document), layers, settings, measure);
        if is_later {
            app.progress = Some(0);
        } else {
            app.drop_empty_panels();
        }
        app
    }

    /// What is shown before anything was looked for: of a short text, all that is found at once.
    fn first_layers(&self, document: &Document) -> Layers {
        if is_later(document) { self.curated.clone() } else { self.layers(document) }
    }

    /// Whether a result with this ticket is waited for.
    pub fn waits_for(&self, ticket: &Ticket) -> bool {
        self.load.iter().chain(&self.work).chain(&self.search).any(|work| work.is_of(ticket))
    }

    /// Reads as much as tells which text this is, if that has not begun.
    pub fn read_to_know(&mut self, app: &mut App) {
        let document = self.rest.as_mut().and_then(Rest::read_to_know);
        self.show_ahead(app, document);
    }

    /// Shows what stands around the place where the reader was, before the rest is read.
    pub fn read_ahead(&mut self, app: &mut App, place: &Place) {
        let rest = self.rest.as_mut();
        let document = rest.and_then(|rest| rest.read_ahead(&app.document, place));
        self.show_ahead(app, document);
    }

    fn show_ahead(&self, app: &mut App, document: Option<Document>) {
        if let Some(mut document) = document {
            document.meta = app.document.meta.clone();
            app.update(Message::Grown(Arc::new(document)));
        }
    }

    /// Begins to read what is not read yet, and to look for dates and quotations in a text that is
    /// too long to do it at once.
    pub fn begin(&mut self, app: &mut App, inbox: &Sender<Input>) {
        if let Some(rest) = self.rest.take() {
            self.load = Some(opening::read_on(rest, !self.is_again, inbox.clone()));
        }
        if is_later(&app.document) {
            self.look(app, inbox);
        }
    }

    /// Takes what was found.
    pub fn find(&mut self, app: &mut App, message: Message, inbox: &Sender<Input>) {
        let is_end = matches!(message, Message::Extracted { progress: None, .. });
        let before = app.layers.clone();
        self.update(app, message, inbox);
        if !Arc::ptr_eq(&before, &app.layers) {
            worker::dispose(before);
        }
        if is_end {
            self.work = None;
            self.look(app, inbox);
        }
    }

    /// Gives a message to the program. In other text there are other hits to be counted.
    fn update(&mut self, app: &mut App, message: Message, inbox: &Sender<Input>) {
        if app.update(message).contains(&Effect::Search) {
            self.search(app, inbox);
        }
    }

    /// Takes what was read.
    pub fn arrive(&mut self, app: &mut App, arrival: Arrival, inbox: &Sender<Input>) {
        match arrival {
            Arrival::More(mut document) => {
                // What is known of it stays, and what the reader chose.
                let mut meta = Meta::clone(&document.meta);
                meta.overlay(&app.document.meta);
                document.meta = Arc::new(meta);
                self.update(app, Message::Grown(Arc::new(document)), inbox);
                self.look(app, inbox);
            }
            Arrival::Whole(opened) if self.is_again => self.replace(app, *opened, inbox),
            Arrival::Whole(opened) => self.complete(app, *opened, inbox),
            Arrival::Failed(why) if self.is_again => {
                self.is_again = false;
                app.tell(&why);
            }
            Arrival::Failed(why) => {
                let mut document = Document::clone(&app.document);
                document.extent = Extent::Whole;
                self.update(app, Message::Grown(Arc::new(document)), inbox);
                app.tell(&format!("only the beginning is shown: {why}"));
                self.look(app, inbox);
            }
        }
    }

    /// Takes the whole document, of which the beginning is shown.
    fn complete(&mut self, app: &mut App, opened: Opened, inbox: &Sender<Input>) {
        self.load = None;
        let curated = opened.curated_layers();
        let document = self.dated(opened.document);
        self.update(app, Message::Grown(Arc::new(document)), inbox);
        if curated != self.curated {
            self.curated = curated;
            let layers = Some(Arc::new(self.curated.clone()));
            self.update(app, Message::Extracted { layers, progress: Some(0) }, inbox);
        }
        if !opened.warnings.is_empty() {
            app.tell(&opened.warnings.join("; "));
        }
        self.look(app, inbox);
    }

    /// Reads the document again; an error is one clear sentence.
    pub fn reopen(&mut self, app: &mut App, inbox: &Sender<Input>) -> Result<(), String> {
        if *self.source == Source::Pipe {
            return Err("what was piped in can be read only once".to_owned());
        }
        let (opened, rest) =
            opening::begin(self.source, self.arguments).map_err(|error| format!("{error:#}"))?;
        match rest {
            None => self.replace(app, opened, inbox),
            Some(rest) => {
                // What is read goes on being shown until all is there.
                let document = &app.document;
                self.is_again |= document.extent.is_whole() || document.has_gap();
                self.load = Some(opening::read_on(rest, !self.is_again, inbox.clone()));
                app.tell("reading again");
            }
        }
        Ok(())
    }

    /// Takes a document in the place of another one.
    fn replace(&mut self, app: &mut App, opened: Opened, inbox: &Sender<Input>) {
        (self.load, self.work, self.is_again, self.n_looked) = (None, None, false, 0);
        self.curated = opened.curated_layers();
        let document = self.dated(opened.document);
        let layers = Arc::new(self.first_layers(&document));
        worker::dispose((app.document.clone(), app.layers.clone()));
        self.update(app, Message::Opened(Arc::new(document), layers), inbox);
        if is_later(&app.document) {
            self.look(app, inbox);
        }
    }

    /// The document with the date of writing that the reader chose.
    fn dated(&self, document: Document) -> Document {
        match self.published {
            Some(published) => {
                let meta = Meta::clone(&document.meta);
                document.with_meta(Meta { published, is_edition: false, ..meta })
            }
            None => document,
        }
    }

    /// Looks for dates and quotations in what was not looked through: in the whole document, or in
    /// the beginning that is there. A file is soon there; what comes through a pipe is looked
    /// through again and again, while it is short or each time it has doubled.
    fn look(&mut self, app: &mut App, inbox: &Sender<Input>) {
        let end = app.document.end();
        let is_due = match app.document.extent {
            Extent::Whole => self.n_looked != usize::MAX,
            Extent::Beginning(_) if self.work.is_some() => false,
            Extent::Beginning(Some(_)) => self.n_looked == 0,
            Extent::Beginning(None) => {
                end >= 2 * self.n_looked || self.n_looked < end.min(SHORT_BYTES)
            }
        };
        if is_due {
            self.n_looked = if app.document.extent.is_whole() { usize::MAX } else { end };
            self.work(app, inbox, Delivery::AsFound);
        }
    }

    /// Looks again, since the document has another date of writing.
    pub fn look_again(&mut self, app: &mut App, inbox: &Sender<Input>) {
        self.published = Some(app.document.meta.published);
        if is_later(&app.document) {
            return self.work(app, inbox, Delivery::Together);
        }
        let layers = Some(Arc::new(self.layers(&app.document)));
        self.update(app, Message::Extracted { layers, progress: None }, inbox);
    }

    /// Counts what the search in force still has to count; what ran before stops first.
    pub fn search(&mut self, app: &App, inbox: &Sender<Input>) {
        self.search = None;
        self.search = app.search_job().map(|job| searching::search(job, inbox.clone()));
    }

    fn layers(&self, document: &Document) -> Layers {
        worker::merge(extract::extract(document), self.curated.clone())
    }

    fn work(&mut self, app: &mut App, inbox: &Sender<Input>, delivery: Delivery) {
        let (document, curated) = (app.document.clone(), self.curated.clone());
        app.progress = Some(0);
        // What ran before stops first.
        self.work = None;
        let unread = Unread { document, curated, delivery, place: self.place.clone() };
        self.work = Some(worker::extract(unread, inbox.clone()));
    }
}

/// Whether a document is looked through in the background.
fn is_later(document: &Document) -> bool {
    !document.extent.is_whole() || document.end() > BACKGROUND_BYTES
}
