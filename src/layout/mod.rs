//! Layout: blocks to rows, spans of time to cells.

pub mod axis;
