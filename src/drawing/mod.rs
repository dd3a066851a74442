//! Maps and plots: what is drawn of a result, and how.
//!
//! [`maps`], [`plots`] and [`outage`] draw what belongs to a result, each with the marks and
//! furniture of [`map`] and the colours of [`palette`].

mod about;
pub mod map;
pub mod maps;
pub mod outage;
pub mod palette;
pub mod plots;

pub use about::DIRECTORY;
