//! Layout: blocks become rows, rows become pages, spans of time become the cells of an axis.
//!
//! Rows are byte ranges of the document; columns are terminal cells, measured per grapheme as they
//! are drawn. Only what is asked for is laid out, and kept for the current measure.

pub mod axis;
mod lines;
mod pages;
mod table;
mod wrap;

pub use lines::{clip, wrap_text};
pub use pages::{Flow, Line, RowCache, RowPlace};
pub use wrap::{Content, Piece, Row, bars, wrap};
