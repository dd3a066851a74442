//! What the members of an OFDS object say.

use geo::{Coord, LineString};
use serde_json::Value;

use crate::findings::{Finding, Rule};
use crate::ingest::provenance::InputFile;

/// An id as text; OFDS wants text, but numbers are seen.
pub(super) fn id_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A span's end: an id in packages, the whole node in GeoJSON.
pub(super) fn end_id(value: &Value) -> Option<String> {
    if value.is_object() { id_text(&value["id"]) } else { id_text(value) }
}

pub(super) fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Value::String(text) => vec![text.clone()],
        _ => Vec::new(),
    }
}

/// Ids and names of the organisations that own or run a node or span: OFDS
/// `physicalInfrastructureProvider` and `networkProviders`.
pub(super) fn providers(object: &Value) -> Vec<String> {
    let owner = std::iter::once(&object["physicalInfrastructureProvider"]);
    let networks = object["networkProviders"].as_array().into_iter().flatten();
    let named = owner.chain(networks).flat_map(|provider| [&provider["id"], &provider["name"]]);
    let mut names: Vec<String> = named.filter_map(id_text).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// OFDS: a node or span without a status is taken to be in operation.
pub(super) fn in_service(object: &Value) -> bool {
    object["status"].as_str().is_none_or(|status| status == "operational")
}

pub(super) fn not_in_service(
    rule: Rule,
    what: &str,
    id: &str,
    object: &Value,
    row: u64,
    file: &InputFile,
) -> Finding {
    file.finding(rule, format!("{what} {id} is not in operation and carries nothing"))
        .at(row)
        .field("status")
        .value(object["status"].as_str().unwrap_or_default())
}

/// A GeoJSON geometry inside a package; nothing where it is absent or malformed.
pub(super) fn geometry(value: &Value) -> Option<geo::Geometry<f64>> {
    // The conversion below panics on a position of fewer than two numbers.
    if !has_whole_positions(&value["coordinates"]) {
        return None;
    }
    serde_json::from_value::<geojson::Geometry>(value.clone()).ok()?.try_into().ok()
}

pub(super) fn has_whole_positions(coordinates: &Value) -> bool {
    match coordinates.as_array().map(Vec::as_slice) {
        None | Some([]) => false,
        Some(position) if position.iter().any(Value::is_number) => position.len() >= 2,
        Some(several) => several.iter().all(has_whole_positions),
    }
}

pub(super) fn position(location: &Value) -> Option<Coord<f64>> {
    match geometry(location)? {
        geo::Geometry::Point(point) => Some(point.0),
        _ => None,
    }
}

pub(super) fn line(route: &Value) -> Option<LineString<f64>> {
    match geometry(route)? {
        geo::Geometry::LineString(line) if line.0.len() >= 2 => Some(line),
        _ => None,
    }
}
