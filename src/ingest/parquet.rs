//! Parquet and GeoParquet, with or without GDAL's Arrow driver.

use gdal::vector::Geometry as GdalGeometry;
use polars::prelude::{AnyValue, ArrowDataType, DataFrame, ParquetReader, SerReader};

use crate::crs::Crs;
use crate::findings::{Findings, Rule};
use crate::ingest::csv_text::cell;
use crate::ingest::geometry::from_gdal;
use crate::ingest::provenance::InputFile;
use crate::ingest::records::{GeometryFault, Record, Records};
use crate::words::key;

/// What the `geo` metadata of a GeoParquet file says of its main geometry column.
struct GeoColumn {
    name: String,
    crs: Option<Crs>,
}

/// Reads a Parquet file whole. `None` after an error finding.
pub fn read(input: &InputFile, findings: &mut Findings) -> Option<Records> {
    match try_read(input) {
        Ok(records) => Some(records),
        Err(cause) => {
            findings.add(
                input
                    .finding(Rule::FileUnreadable, key::FindingNoParquet { cause })
                    .hint(key::HintParquet),
            );
            None
        }
    }
}

fn try_read(input: &InputFile) -> Result<Records, String> {
    let file = std::fs::File::open(&input.path).map_err(|cause| cause.to_string())?;
    let mut reader = ParquetReader::new(file);
    let metadata = reader.get_metadata().map_err(|cause| cause.to_string())?;
    let geo = metadata
        .key_value_metadata()
        .iter()
        .flatten()
        .find(|entry| entry.key == "geo")
        .and_then(|entry| entry.value.as_deref())
        .map(geo_column)
        .transpose()?;
    // Lists and structs (such as the bounding boxes of GeoParquet 1.1) are no cells of a table.
    let schema = reader.schema().map_err(|cause| cause.to_string())?;
    let flat = schema.iter().filter(|(_, field)| is_flat(field.dtype()));
    let names = flat.map(|(name, _)| name.to_string()).collect();
    let table = reader.with_columns(Some(names)).finish().map_err(|cause| cause.to_string())?;
    let geometry_name = geo.as_ref().map(|geo| geo.name.as_str());
    let plain: Vec<usize> = (0..table.width())
        .filter(|&i| Some(table.columns()[i].name().as_str()) != geometry_name)
        .collect();
    let columns = plain.iter().map(|&i| table.columns()[i].name().to_string()).collect();
    // Writers that know GeoArrow mark the column as an extension of binary.
    let geometries = geometry_name
        .and_then(|name| table.column(name).ok())
        .map(|column| column.as_materialized_series().to_storage());
    let rows = (0..table.height())
        .map(|i| Record {
            row: i as u64 + 1,
            cells: plain.iter().map(|&column| text(&table, column, i)).collect(),
            geometry: geometries.and_then(|g| g.get(i).ok()).and_then(|wkb| geometry(&wkb)),
        })
        .collect();
    Ok(Records { columns, rows, spatial: geo.is_some(), crs: geo.and_then(|geo| geo.crs) })
}

fn geo_column(json: &str) -> Result<GeoColumn, String> {
    let geo: serde_json::Value =
        serde_json::from_str(json).map_err(|cause| format!("`geo` metadata: {cause}"))?;
    let name = geo["primary_column"].as_str().ok_or("`geo` metadata names no primary column")?;
    let column = &geo["columns"][name];
    let encoding = column["encoding"].as_str().unwrap_or("WKB");
    if encoding != "WKB" {
        return Err(format!("geometry encoding {encoding}; only WKB is read"));
    }
    let crs = match column.get("crs") {
        // The specification: absent means OGC:CRS84, null means not known.
        None => Some(Crs::wgs84()),
        Some(serde_json::Value::Null) => None,
        Some(projjson) => {
            let id = &projjson["id"];
            let code = match (id["authority"].as_str(), &id["code"]) {
                (Some(authority), serde_json::Value::Number(code)) => format!("{authority}:{code}"),
                (Some(authority), serde_json::Value::String(code)) => format!("{authority}:{code}"),
                _ => projjson.to_string(),
            };
            Some(Crs::from_definition(&code).map_err(|fault| fault.to_string())?)
        }
    };
    Ok(GeoColumn { name: name.to_owned(), crs })
}

fn geometry(wkb: &AnyValue<'_>) -> Option<Result<geo::Geometry<f64>, GeometryFault>> {
    let bytes = match wkb {
        AnyValue::Binary(bytes) => *bytes,
        AnyValue::BinaryOwned(bytes) => bytes.as_slice(),
        _ => return None,
    };
    Some(match GdalGeometry::from_wkb(bytes) {
        Ok(stored) => from_gdal(&stored),
        Err(cause) => Err(GeometryFault::Unsupported(cause.to_string())),
    })
}

fn is_flat(stored: &ArrowDataType) -> bool {
    use ArrowDataType::{Extension, FixedSizeList, LargeList, List, Map, Struct, Union};
    match stored {
        Extension(extension) => is_flat(&extension.inner),
        List(_) | LargeList(_) | FixedSizeList(..) | Struct(_) | Map(..) | Union(_) => false,
        _ => true,
    }
}

/// A typed value as text that reads back to the same value.
fn text(table: &DataFrame, column: usize, row: usize) -> Option<String> {
    match table.columns()[column].get(row).ok()? {
        AnyValue::Null | AnyValue::Binary(_) | AnyValue::BinaryOwned(_) => None,
        AnyValue::String(text) => cell(text),
        AnyValue::StringOwned(text) => cell(text.as_str()),
        AnyValue::Boolean(true) => Some("true".to_owned()),
        AnyValue::Boolean(false) => Some("false".to_owned()),
        AnyValue::Float64(number) => number.is_finite().then(|| number.to_string()),
        AnyValue::Float32(number) => number.is_finite().then(|| number.to_string()),
        other => cell(&other.to_string()),
    }
}
