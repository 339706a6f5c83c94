//! Quotations: what is quoted, and who said it.

mod attribution;
mod cue;
mod mark;
mod name;
mod quote;
mod speaker;
mod subject;
mod token;

pub use mark::Style;
pub use quote::{QuoteCandidate, find_quotes};
pub use speaker::{FullName, find_names, resolve_quotes};
