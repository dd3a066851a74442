//! What each site has: its municipality, its fixed and mobile service, and what is near it.

pub mod connection;
pub mod location;
pub mod mast_reach;
pub mod mobile;
pub mod nearest;

pub(crate) mod area_index;
mod mast_layers;
