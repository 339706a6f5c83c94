//! Exports: the document and its layers in other forms, each as one string
//! or written as it is made.

mod annotations;
mod cite;
mod csv;
mod json;
mod markdown;
mod notes;
mod passage;
mod points;
mod text;
mod timelinejs;

pub use annotations::write_annotations;
pub use cite::{Cited, Style, cite, quotations};
pub use csv::write_csv;
pub use json::{json, write_json};
pub use markdown::markdown;
pub use notes::notes;
pub use passage::{parts, passage};
pub use text::write_text;
pub use timelinejs::write_timelinejs;
