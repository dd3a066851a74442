//! One file per product. What writes pages knows nothing of broadband: it shows a
//! [`Document`](crate::document::Document).

pub mod directory;
pub mod geopackage;
pub mod html;
pub mod markdown;
pub mod record;
pub mod schema;
pub mod tables;
pub mod terminal;
pub mod unfinished;
pub mod workbook;
