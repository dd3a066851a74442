//! What the members of an OFDS object say.

use geo::{Coord, LineString};
use serde_json::Value;

use crate::ingest::power::split_ids;

/// What is kept of a node.
#[derive(Debug)]
pub(super) struct NodeRecord {
    pub id: Option<String>,
    pub name: Option<String>,
    pub types: Vec<String>,
    pub status: Status,
    /// Who owns and runs it.
    pub providers: Vec<String>,
    /// In the CRS of its network.
    pub position: Option<Coord<f64>>,
}

/// What is said of whether a node or span is in operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Status {
    Operational,
    /// Another code of the standard.
    NotOperational(String),
    /// A word that is no code of the standard.
    Unknown(String),
    /// Blank, or not there.
    Missing,
}

/// The codes of OFDS for what carries nothing. Source: Open Fibre Data Standard 0.3, `nodeStatus`
/// and `spanStatus`.
pub const NOT_OPERATIONAL: [&str; 5] =
    ["proposed", "planned", "underConstruction", "inactive", "decommissioned"];

/// What is kept of a span.
#[derive(Debug)]
pub(super) struct SpanRecord {
    pub id: Option<String>,
    pub name: Option<String>,
    pub status: Status,
    /// The ids of its two nodes.
    pub start: Option<String>,
    pub end: Option<String>,
    pub route: Route,
    /// Who owns and runs it.
    pub providers: Vec<String>,
    /// The trenches it is said to lie in.
    pub trenches: Vec<String>,
}

/// How a span is drawn.
#[derive(Debug)]
pub(super) enum Route {
    Absent,
    Line(LineString<f64>),
    /// No usable line, but what calls itself by this type.
    Unusable(String),
}

impl NodeRecord {
    pub fn of(mut object: Value) -> Self {
        Self {
            id: id_text(take(&mut object, "id")),
            name: string(take(&mut object, "name")),
            types: texts(take(&mut object, "type")),
            status: Status::of(take(&mut object, "status")),
            providers: providers(&mut object),
            position: position(take(&mut object, "location")),
        }
    }
}

impl SpanRecord {
    /// `trench_column` is the property that names the trenches.
    pub fn of(mut object: Value, trench_column: Option<&str>) -> Self {
        // First, since it may be a property that is read below too.
        let trenches = trench_column.map(|column| trenches(&object[column])).unwrap_or_default();
        Self {
            trenches,
            id: id_text(take(&mut object, "id")),
            name: string(take(&mut object, "name")),
            status: Status::of(take(&mut object, "status")),
            start: end_id(take(&mut object, "start")),
            end: end_id(take(&mut object, "end")),
            providers: providers(&mut object),
            route: route(take(&mut object, "route")),
        }
    }
}

/// A member of an object; null where there is none.
pub(super) fn take(object: &mut Value, key: &str) -> Value {
    object.get_mut(key).map(Value::take).unwrap_or_default()
}

/// An id as text; OFDS wants text, but numbers are seen.
fn id_text(value: Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A span's end: an id in packages, the whole node in GeoJSON.
fn end_id(mut value: Value) -> Option<String> {
    if value.is_object() { id_text(take(&mut value, "id")) } else { id_text(value) }
}

fn string(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

fn texts(value: Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.into_iter().filter_map(string).collect(),
        Value::String(text) => vec![text],
        _ => Vec::new(),
    }
}

/// Ids and names of the organisations that own or run a node or span: OFDS
/// `physicalInfrastructureProvider` and `networkProviders`.
fn providers(object: &mut Value) -> Vec<String> {
    let networks = match take(object, "networkProviders") {
        Value::Array(providers) => providers,
        _ => Vec::new(),
    };
    let owner = take(object, "physicalInfrastructureProvider");
    let named = |mut provider: Value| {
        ["id", "name"].map(|key| id_text(take(&mut provider, key))).into_iter().flatten()
    };
    let mut names: Vec<String> = networks.into_iter().chain([owner]).flat_map(named).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// One id, or a list of them.
fn trenches(value: &Value) -> Vec<String> {
    let listed = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    let ids = listed.iter().cloned().filter_map(id_text);
    ids.flat_map(|text| split_ids(&text)).collect()
}

impl Status {
    /// OFDS writes its codes in small letters; hands and other programs do not always.
    fn of(status: Value) -> Self {
        let Some(word) = string(status).filter(|word| !word.trim().is_empty()) else {
            return Self::Missing;
        };
        let is = |code: &&str| word.trim().eq_ignore_ascii_case(code);
        if is(&"operational") {
            Self::Operational
        } else if NOT_OPERATIONAL.iter().any(is) {
            Self::NotOperational(word)
        } else {
            Self::Unknown(word)
        }
    }
}

/// A GeoJSON geometry inside a package; nothing where it is absent or malformed.
fn geometry(value: Value) -> Option<geo::Geometry<f64>> {
    // The conversion below panics on a position of fewer than two numbers.
    if !has_whole_positions(&value["coordinates"]) {
        return None;
    }
    serde_json::from_value::<geojson::Geometry>(value).ok()?.try_into().ok()
}

fn has_whole_positions(coordinates: &Value) -> bool {
    match coordinates.as_array().map(Vec::as_slice) {
        None | Some([]) => false,
        Some(position) if position.iter().any(Value::is_number) => position.len() >= 2,
        Some(several) => several.iter().all(has_whole_positions),
    }
}

fn position(location: Value) -> Option<Coord<f64>> {
    if let Some(plain) = plain_point(&location) {
        return Some(plain);
    }
    match geometry(location)? {
        geo::Geometry::Point(point) => Some(point.0),
        _ => None,
    }
}

/// What [`geometry`] makes of nearly every point, without its detours: there are as many as nodes.
fn plain_point(location: &Value) -> Option<Coord<f64>> {
    let members = location.as_object().filter(|members| members.len() == 2)?;
    let [x, y] = members.get("coordinates")?.as_array()?.as_slice() else { return None };
    (members.get("type")? == "Point").then_some(Coord { x: x.as_f64()?, y: y.as_f64()? })
}

fn route(value: Value) -> Route {
    if value.is_null() {
        return Route::Absent;
    }
    let kind = value["type"].as_str().unwrap_or_default().to_owned();
    match geometry(value) {
        Some(geo::Geometry::LineString(line)) if line.0.len() >= 2 => Route::Line(line),
        _ => Route::Unusable(kind),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_plain_point_is_read_as_any_other() {
        for location in [
            json!({ "type": "Point", "coordinates": [11.9, 58] }),
            json!({ "type": "Point", "coordinates": [11.9, 58, 3] }),
            json!({ "type": "Point", "coordinates": [11.9] }),
            json!({ "type": "Point", "coordinates": ["11.9", 58] }),
            json!({ "type": "LineString", "coordinates": [11.9, 58] }),
            json!({ "type": "Point", "coordinates": [11.9, 58], "bbox": "no" }),
            json!({ "coordinates": [11.9, 58] }),
            json!(null),
        ] {
            let point = match geometry(location.clone()) {
                Some(geo::Geometry::Point(point)) => Some(point.0),
                _ => None,
            };
            assert_eq!(position(location.clone()), point, "{location}");
            assert!(plain_point(&location).is_none_or(|plain| Some(plain) == point), "{location}");
        }
    }

    #[test]
    fn a_status_is_one_of_four_things() {
        for (status, is) in [
            (json!("operational"), Status::Operational),
            (json!(" Operational"), Status::Operational),
            (json!(" "), Status::Missing),
            (json!(null), Status::Missing),
            (json!(7), Status::Missing),
            (json!("Planned"), Status::NotOperational("Planned".to_owned())),
            (json!("UNDERCONSTRUCTION "), Status::NotOperational("UNDERCONSTRUCTION ".to_owned())),
            (json!("i drift"), Status::Unknown("i drift".to_owned())),
        ] {
            assert_eq!(Status::of(status), is);
        }
    }
}
