//! Quotations: what is quoted, and who said it.
//!
//! [`find_quotes`] reads one chunk: the marks ([`mark`]), which stretches between them are somebody's
//! words ([`shape`], [`quote`]) and what the sentence around them says of the speaker
//! ([`attribution`], [`subject`], [`cue`]), and the names beside them ([`mention`], [`personal`]). [`resolve_quotes`]
//! sees all chunks: who the names are ([`cast`]), whom pronouns mean ([`scene`]) and whose turn it is
//! ([`dialogue`]).

mod attribution;
mod beside;
mod block;
mod cast;
mod cue;
mod description;
mod dialogue;
mod gender;
mod interview;
mod kind;
mod led;
mod mark;
mod mention;
mod mentions;
mod name;
mod nominal;
mod papers;
mod people;
mod personal;
mod place;
mod quote;
mod resolve;
mod rule;
mod scene;
mod shape;
mod small;
mod source_line;
mod subject;
#[cfg(test)]
mod tests;
mod token;
mod transcript;
mod written_name;

pub use block::find_quotes;
pub use mentions::Mentions;
pub use quote::QuoteCandidate;
pub use resolve::{Attributed, resolve_quotes};
