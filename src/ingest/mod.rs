//! Reading: one file per source; rows become structs of [`crate::model`], or findings.
//!
//! Every table arrives as [`records::Records`], whether it was CSV, Parquet or a vector format
//! that GDAL opens; what a column means is decided in the file named after what is read.

pub mod fixed;
pub mod masts;
pub mod mobile;
pub mod municipalities;
pub mod number;
pub mod ofds;
pub mod provenance;
pub mod records;
pub mod sites;

mod csv_text;
mod geometry;
mod parquet;
mod raster;
mod vector;

use crate::model::coverage::{FixedLayer, Mast, MobileLayer};
use crate::model::municipality::Municipality;
use crate::model::network::Network;
use crate::model::site::Site;
use crate::model::source::Source;

/// Everything that was read, checked.
#[derive(Debug)]
pub struct Inputs {
    /// Sorted by code.
    pub municipalities: Vec<Municipality>,
    /// Sorted by id.
    pub sites: Vec<Site>,
    /// In the order of the project file.
    pub fixed: Vec<FixedLayer>,
    /// In the order of the project file.
    pub mobile: Vec<MobileLayer>,
    /// Sorted by id; `None` where the project names no list of masts.
    pub masts: Option<Vec<Mast>>,
    /// `None` where the project names no network.
    pub network: Option<Network>,
    /// Every file, in the order it was read.
    pub sources: Vec<Source>,
}
