//! What the tests share: the program without a terminal, and the program in one.

// Each test program uses a part of it.
#![allow(dead_code)]
// clippy knows test functions, not what they call.
#![allow(clippy::unwrap_used)]

pub mod book;
pub mod generate;
pub mod likeness;
pub mod pty;
pub mod sound;
pub mod svg;

use dateline::app::{
    App, Code, Depth, Effect, FileNumber, Key, Message, Settings, Standing, Theme,
};
use dateline::companion::Companion;
use dateline::document::{CleanText, Document, Findings, Layers, Meta};
use dateline::export::Style;
use dateline::import::{Format, Options};
use dateline::{extract, import, ui};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::PathBuf;
use std::sync::Arc;

pub const EDITION: &str = include_str!("../../assets/edition/chinas-russia-risk.md");
pub const COMPANION: &str = include_str!("../../assets/edition/chinas-russia-risk.dateline.toml");
pub const EDITION_META: &str = include_str!("../../assets/edition/edition.toml");

/// The folder with the original article, where there is one.
pub fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("DATELINE_SHARED").map(PathBuf::from);
    let folder =
        named.unwrap_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")));
    let is_there = folder.join("article").is_dir();
    if !is_there {
        eprintln!("skipped: no folder with the original article beside the repository");
    }
    is_there.then_some(folder)
}

/// The document of a text in a known format.
pub fn document_as(text: &str, format: Format) -> Option<Document> {
    let options = Options { format: Some(format), ..Options::default() };
    import::import_with(text.as_bytes(), options).ok().map(|imported| imported.document)
}

/// The program: state, layout and drawing together, without a terminal.
pub struct Session {
    pub app: App,
    /// What the companion says.
    curated: Findings,
    pub effects: Vec<Effect>,
    columns: u16,
    rows: u16,
}

impl Session {
    /// A document without a companion.
    pub fn open(text: &str) -> Self {
        Self::of_document(import::import(text.as_bytes()).unwrap().document)
    }

    /// An imported document without a companion.
    pub fn of_document(document: Document) -> Self {
        let layers = Layers::merge(extract::extract(&document), Findings::default());
        Self::of(document, layers, Findings::default())
    }

    /// A document of a known format, without a companion.
    pub fn open_as(text: &str, format: Format) -> Self {
        let document = document_as(text, format).unwrap();
        let layers = Layers::merge(extract::extract(&document), Findings::default());
        Self::of(document, layers, Findings::default())
    }

    /// The built-in edition.
    pub fn edition() -> Self {
        Self::with_companion(EDITION, true)
    }

    /// A text with the edition's companion.
    pub fn with_companion(text: &str, is_edition: bool) -> Self {
        let document = import::import(text.as_bytes()).unwrap().document;
        let companion = Companion::parse(COMPANION).unwrap();
        let mut curated = companion.resolve(&document);
        let mut meta = Meta::clone(&document.meta);
        meta.overlay(&companion.meta);
        if is_edition {
            let own = Companion::parse(EDITION_META).unwrap();
            meta.overlay(&own.meta);
            curated.findings.events.extend(own.resolve(&document).findings.events);
        }
        let document = document.with_meta(meta);
        let found = extract::extract(&document);
        let layers = Layers {
            notes: curated.notes,
            unresolved: curated.unresolved,
            ..Layers::merge(found, curated.findings.clone())
        };
        Self::of(document, layers, curated.findings)
    }

    fn of(document: Document, layers: Layers, curated: Findings) -> Self {
        let settings = Settings {
            theme: Theme::Dark,
            has_chosen_theme: true,
            depth: Depth::True,
            is_ascii: false,
            cite: Style::Plain,
            copy_command: Vec::new(),
            has_mouse: false,
            standing: Standing::default(),
            open_command: Vec::new(),
            name: CleanText::line("article.txt"),
            file: FileNumber::ONLY,
        };
        let mut app = App::new(Arc::new(document), Arc::new(layers), settings, 72);
        app.drop_empty_panels();
        let mut session = Self { app, curated, effects: Vec::new(), columns: 120, rows: 36 };
        session.frame();
        session
    }

    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.resize(columns, rows);
        self
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        (self.columns, self.rows) = (columns, rows);
        self.frame();
    }

    pub fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.app.settings);
        self.frame();
        self
    }

    /// Types keys: characters, and names such as `<Enter>` and `<Ctrl-f>`.
    pub fn keys(mut self, keys: &str) -> Self {
        self.press(keys);
        self
    }

    pub fn press(&mut self, keys: &str) {
        for key in parse_keys(keys) {
            let effects = self.app.update(Message::Key(key));
            if effects.contains(&Effect::LookAgain) {
                self.look_again();
            }
            self.effects.extend(effects);
            self.frame();
        }
    }

    /// Finds dates and quotations again, as the program does for a short text.
    fn look_again(&mut self) {
        let document = self.app.document.clone();
        let layers = Layers::merge(extract::extract(&document), self.curated.clone());
        let layers = Some(Arc::new(layers));
        self.app.update(Message::Extracted { layers, progress: None });
    }

    /// Draws a frame.
    pub fn frame(&mut self) -> Buffer {
        let area = Rect::new(0, 0, self.columns, self.rows);
        self.app.lay_out_peek(ui::peek_columns(area));
        let panes = ui::panes(area, &self.app);
        self.app.fit(panes.sizes());
        let mut buffer = Buffer::empty(area);
        ui::draw(&self.app, &panes, &mut buffer);
        buffer
    }

    /// The frame as text, a line a row, without blanks at the ends of lines.
    pub fn screen(&mut self) -> String {
        let buffer = self.frame();
        let mut screen = String::new();
        for y in 0..self.rows {
            let mut line = String::new();
            let mut x = 0;
            while x < self.columns {
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                x += (dateline::document::columns(symbol) as u16).max(1);
            }
            screen.push_str(line.trim_end());
            screen.push('\n');
        }
        screen
    }

    /// The words of the event that the timeline marks.
    pub fn marked_event(&self) -> Option<&str> {
        let event = &self.app.layers.events[self.app.marked_event()? as usize];
        Some(&self.app.document[event.mention])
    }

    /// The words of the quotation that the sidebar marks.
    pub fn marked_quote(&self) -> Option<&str> {
        let quote = &self.app.layers.quotes[self.app.marked_quote()? as usize];
        Some(&self.app.document[quote.words])
    }
}

/// Keys as the tests write them.
pub fn parse_keys(keys: &str) -> Vec<Key> {
    let mut parsed = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'))
            && let Some(key) = Key::parse(name).filter(|_| name.len() > 1)
        {
            parsed.push(key);
            rest = after;
            continue;
        }
        parsed.push(Key::plain(Code::Char(first)));
        rest = &rest[first.len_utf8()..];
    }
    parsed
}
