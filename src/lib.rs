//! *beredd* tells Swedish municipalities whether the digital infrastructure is ready at the
//! schools and care homes that depend on it.

pub mod access;
pub mod crs;
pub mod error;
pub mod findings;
pub mod ingest;
pub mod model;
pub mod network;
pub mod project;
pub mod readiness;
pub mod report;
pub mod units;
