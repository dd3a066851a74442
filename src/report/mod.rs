//! Writing.
pub mod language;
