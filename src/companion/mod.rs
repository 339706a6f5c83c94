//! The companion file: what an editor curates and what a reader notes, as TOML.

use crate::document::{Document, Findings, Layers, Meta, Note, UnresolvedItem};
use thiserror::Error;

/// A companion file, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Companion {
    /// What it says of the document.
    pub meta: Meta,
}

/// What is wrong with a companion, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{line}:{column}: {message}")]
pub struct CompanionError {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: String,
}

/// A companion's items, anchored in a document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curated {
    /// Events, quotations and speakers.
    pub findings: Findings,
    /// Notes.
    pub notes: Vec<Note>,
    /// What is anchored nowhere.
    pub unresolved: Vec<UnresolvedItem>,
}

impl Companion {
    /// Reads the text of a companion file.
    pub fn parse(text: &str) -> Result<Self, CompanionError> {
        let _ = text;
        Ok(Self { meta: Meta::default() })
    }

    /// Anchors the items in `document`.
    pub fn resolve(&self, document: &Document) -> Curated {
        let _ = document;
        Curated::default()
    }
}

/// A companion file with all items of `layers`, to start from.
pub fn write(document: &Document, layers: &Layers) -> String {
    let _ = (document, layers);
    String::new()
}
