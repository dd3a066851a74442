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
pub mod workbook;

/// Text of a file as any reader may show it: a control character could move a cursor, fake a line
/// or end a file of XML.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
