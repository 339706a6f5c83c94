//! What is being read: opened, opened again, and looked through for dates and quotations.

use super::arguments::Arguments;
use super::open::{self, Opened, Source};
use super::run::Input;
use super::worker::{self, Delivery, Unread, Work};
use crate::app::{App, Message, Settings};
use crate::document::{Document, Layers, Meta, When};
use crate::extract;
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// Longer texts are looked through in the background.
const BACKGROUND_BYTES: usize = 256 << 10;

/// Where the document comes from, and what runs on it.
#[derive(Debug)]
pub struct Reading<'a> {
    source: &'a Source,
    arguments: &'a Arguments,
    /// What the companion says, into which the findings are merged.
    curated: Layers,
    /// The date of writing that the reader chose, which stays when the file is read again.
    published: Option<Option<When>>,
    /// Only the beginning is read so far.
    is_head: bool,
    /// What runs in the background; it stops when it is replaced.
    work: Option<Work>,
}

impl<'a> Reading<'a> {
    /// The reading of what was opened.
    pub fn new(source: &'a Source, arguments: &'a Arguments, opened: &Opened) -> Self {
        let curated = opened.curated_layers();
        let is_head = !opened.is_whole;
        Self { source, arguments, curated, published: None, is_head, work: None }
    }

    /// The program at the top of the document.
    pub fn app(&self, document: Document, settings: Settings, measure: u16) -> App {
        let layers = Arc::new(self.first_layers(&document));
        let is_long = self.is_head || is_long(&document);
        let mut app = App::new(Arc::new(document), layers, settings, measure);
        if is_long {
            app.progress = Some(0);
        } else {
            app.drop_empty_panels();
        }
        app
    }

    /// What is shown before anything was looked for: of a short text, all that is found at once.
    fn first_layers(&self, document: &Document) -> Layers {
        let is_later = self.is_head || is_long(document);
        if is_later { self.curated.clone() } else { self.layers(document) }
    }

    /// Reads what is not read yet, and begins to look for dates and quotations in a text that is
    /// too long to do it at once.
    pub fn begin(&mut self, app: &mut App, inbox: &Sender<Input>) {
        if std::mem::take(&mut self.is_head) {
            match open::open(self.source, self.arguments) {
                Ok(opened) => self.grow(app, opened),
                Err(why) => app.tell(&format!("only the beginning is shown: {why:#}")),
            }
        }
        if is_long(&app.document) {
            self.work(app, inbox, Delivery::AsFound);
        }
    }

    /// Takes the whole document in the place of its beginning.
    fn grow(&mut self, app: &mut App, opened: Opened) {
        self.curated = opened.curated_layers();
        let layers = Arc::new(self.first_layers(&opened.document));
        app.update(Message::Grown(Arc::new(opened.document), layers));
        if !is_long(&app.document) {
            app.drop_empty_panels();
        }
        if !opened.warnings.is_empty() {
            app.tell(&opened.warnings.join("; "));
        }
    }

    /// Reads the document again; an error is one clear sentence.
    pub fn reopen(&mut self, app: &mut App, inbox: &Sender<Input>) -> Result<(), String> {
        if matches!(self.source, Source::Pipe(_)) {
            return Err("what was piped in can be read only once".to_owned());
        }
        let opened =
            open::open(self.source, self.arguments).map_err(|error| format!("{error:#}"))?;
        self.work = None;
        self.curated = opened.curated_layers();
        let mut document = opened.document;
        if let Some(published) = self.published {
            document = document.with_meta(Meta { published, ..Meta::clone(&document.meta) });
        }
        let layers = Arc::new(self.first_layers(&document));
        app.update(Message::Opened(Arc::new(document), layers));
        self.begin(app, inbox);
        Ok(())
    }

    /// Looks again, since the document has another date of writing.
    pub fn look_again(&mut self, app: &mut App, inbox: &Sender<Input>) {
        self.published = Some(app.document.meta.published);
        if is_long(&app.document) {
            return self.work(app, inbox, Delivery::Together);
        }
        let document = app.document.clone();
        let layers = Some(Arc::new(self.layers(&document)));
        app.update(Message::Extracted { document, layers, progress: None });
    }

    fn layers(&self, document: &Document) -> Layers {
        worker::merge(extract::extract(document), self.curated.clone())
    }

    fn work(&mut self, app: &mut App, inbox: &Sender<Input>, delivery: Delivery) {
        let (document, curated) = (app.document.clone(), self.curated.clone());
        app.progress = Some(0);
        // What ran before stops first.
        self.work = None;
        let unread = Unread { document, curated, delivery };
        self.work = Some(worker::extract(unread, inbox.clone()));
    }
}

fn is_long(document: &Document) -> bool {
    document.end() > BACKGROUND_BYTES
}
