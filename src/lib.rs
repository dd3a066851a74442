//! *beredd* tells Swedish municipalities whether the digital infrastructure is ready at the
//! schools and care homes that depend on it.

pub mod crs;
pub mod error;
pub mod findings;
pub mod model;
pub mod network;
pub mod report;
pub mod units;
