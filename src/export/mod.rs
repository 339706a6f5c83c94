//! Exports: the document and its layers in other forms, each as one string
//! or written as it is made.

mod cite;
mod json;
mod markdown;
mod notes;
mod passage;
mod text;

pub use cite::{Cited, Style, cite, quotations};
pub use json::{json, write_json};
pub use markdown::markdown;
pub use notes::notes;
pub use passage::{parts, passage};
pub use text::text;
