//! Exports: the document and its layers in other forms, each as one string.

mod cite;
mod json;
mod text;

pub use cite::{Cited, Style, cite};
pub use json::json;
pub use text::text;
