//! Plain structs of the things a run is about, consistent by construction.
//!
//! Nothing here reads a file or computes a result: [`crate::ingest`] makes these structs once,
//! checked; the later stages only read them.

pub mod coverage;
pub mod framework;
pub mod indicator;
pub mod infrastructure;
pub mod knowledge;
pub mod municipality;
pub mod network;
pub mod power;
pub mod requirement;
pub mod site;
pub mod source;
pub mod trench;
