//! CSV with LF, and GeoJSON with one feature a line: both read well in a diff.

use std::error::Error;

use serde::Serialize;

pub type Table = csv::Writer<Vec<u8>>;

pub fn table(delimiter: u8, header: &[&str]) -> Result<Table, Box<dyn Error>> {
    let mut table = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
    table.write_record(header)?;
    Ok(table)
}

pub fn finish(table: Table) -> Result<Vec<u8>, Box<dyn Error>> {
    Ok(table.into_inner().map_err(|e| e.to_string())?)
}

#[derive(Serialize)]
#[serde(tag = "type")]
pub enum Geometry {
    Point { coordinates: [f64; 2] },
    LineString { coordinates: Vec<[f64; 2]> },
    Polygon { coordinates: [Vec<[f64; 2]>; 1] },
}

#[derive(Serialize)]
pub struct Feature<P> {
    #[serde(rename = "type")]
    type_: &'static str,
    properties: P,
    geometry: Geometry,
}

impl<P: Serialize> Feature<P> {
    pub fn new(properties: P, geometry: Geometry) -> Self {
        Self { type_: "Feature", properties, geometry }
    }
}

/// In degrees, as RFC 7946 wants it.
pub fn collection<P: Serialize>(
    name: &str,
    features: &[Feature<P>],
) -> Result<Vec<u8>, Box<dyn Error>> {
    let lines = lines(features)?;
    let text = format!(
        "{{\"type\":\"FeatureCollection\",\"name\":\"{name}\",\"features\":[\n{lines}\n]}}\n"
    );
    Ok(text.into_bytes())
}

/// JSON values, one a line, with commas between.
pub fn lines<T: Serialize>(values: &[T]) -> Result<String, Box<dyn Error>> {
    let lines: Result<Vec<String>, _> = values.iter().map(serde_json::to_string).collect();
    Ok(lines?.join(",\n"))
}
