//! The time axis.
