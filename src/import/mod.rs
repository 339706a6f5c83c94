//! Importers: bytes of a file to a document.

use crate::document::Document;
use thiserror::Error;

mod text;

/// A document, and what should be told about it.
#[derive(Debug)]
pub struct Imported {
    /// The document.
    pub document: Document,
    /// What was damaged or unusual, one clear sentence each.
    pub warnings: Vec<String>,
}

/// Why bytes are no document; each says what is wrong and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    /// No visible character.
    #[error("the file is empty")]
    Empty,
}

/// Makes a document of the bytes of a file.
pub fn import(bytes: &[u8]) -> Result<Imported, ImportError> {
    let _ = bytes;
    Err(ImportError::Empty)
}
