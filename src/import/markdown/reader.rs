//! A Markdown text that comes in pieces.

use super::window::{Definitions, push_lines, window};
use super::{Importer, front};
use crate::document::{Checkpoint, Document};
use std::sync::Arc;

/// Reads a text piece by piece, wherever the pieces end; the first one holds its metadata.
#[derive(Clone, Default)]
pub struct MarkdownReader {
    importer: Option<Importer>,
    definitions: Arc<Definitions>,
    /// What was not read yet.
    rest: String,
    /// Where that begins, in bytes of the text.
    at: usize,
    has_windows: bool,
}

impl MarkdownReader {
    /// A reader of a text in which these links and notes are defined, wherever that is. Others are
    /// known from where their windows are read.
    pub fn new(definitions: Definitions) -> Self {
        Self { definitions: Arc::new(definitions), ..Self::default() }
    }

    /// A reader of what stands behind a checkpoint, further on in the same text. It knows of what
    /// stands before it what this one does.
    pub fn behind(&self, checkpoint: Checkpoint) -> Self {
        let mut head = self.clone();
        head.take(true);
        let importer = head.importer.map(|importer| importer.behind(checkpoint));
        let (at, definitions) = (checkpoint.source as usize, self.definitions.clone());
        Self { importer, definitions, at, ..Self::default() }
    }

    /// Takes the next piece.
    pub fn read(&mut self, text: &str) {
        push_lines(&mut self.rest, text);
        self.take(false);
    }

    /// Whether a window was read, so that what is defined behind it was not known there.
    pub fn has_windows(&self) -> bool {
        self.has_windows
    }

    /// How many bytes of text there are so far, about.
    pub fn n_bytes(&self) -> usize {
        self.importer.as_ref().map_or(0, |importer| importer.writer.n_bytes()) + self.rest.len()
    }

    /// The document of all pieces.
    pub fn finish(mut self) -> Document {
        self.take(true);
        let mut importer = self.importer.unwrap_or_else(|| Importer::new("", Default::default()));
        importer.writer.end();
        importer.writer.finish(importer.meta)
    }

    fn take(&mut self, is_all: bool) {
        let rest = std::mem::take(&mut self.rest);
        let mut text = rest.as_str();
        let end = self.at + rest.len();
        let importer = self.importer.get_or_insert_with(|| {
            let (front, body) = front::split(text);
            text = body;
            Importer::new(body, front.unwrap_or_default())
        });
        while let Some(length) = window(text, is_all) {
            importer.note_source(end - text.len());
            let (window, after) = text.split_at(length);
            importer.window(window, &self.definitions);
            text = after;
            self.has_windows = true;
        }
        self.at = end - text.len();
        self.rest = text.to_owned();
    }
}
