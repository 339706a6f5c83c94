//! dateline: a terminal reader for long-form articles. (The architecture is described here at the end.)

pub mod app;
pub mod companion;
pub mod document;
pub mod export;
pub mod extract;
pub mod import;
pub mod layout;
pub mod search;
pub mod shell;
pub mod ui;
