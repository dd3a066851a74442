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
