//! Results for people: maps and the colours they share with every other output.

pub mod language;
pub mod map;
pub mod palette;
