//! Parquet and GeoParquet, with or without GDAL's Arrow driver.
//!
//! Only the columns that are wanted are touched: what stands beside them can be of any type.

use gdal::vector::Geometry as GdalGeometry;
use polars::prelude::{AnyValue, ArrowDataType, Column as Values, ParquetReader, SerReader};

use crate::crs::Crs;
use crate::findings::{Findings, Rule};
use crate::ingest::contained::contained;
use crate::ingest::geometry::from_gdal;
use crate::ingest::provenance::InputFile;
use crate::ingest::records::{Cell, Column, GeometryFault, Reading, Record, Records, Wanted};
use crate::words::key;

/// What the `geo` metadata of a GeoParquet file says of its main geometry column.
struct GeoColumn {
    name: String,
    crs: Option<Crs>,
}

/// Reads a Parquet file. `None` after an error finding.
pub fn read(input: &InputFile, wanted: Wanted<'_>, findings: &mut Findings) -> Option<Records> {
    // The library stops at some damages by a panic instead of an error.
    let tried = contained(|| try_read(input, wanted));
    match tried.unwrap_or_else(|| Err("the file is damaged".to_owned())) {
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

fn try_read(input: &InputFile, wanted: Wanted<'_>) -> Result<Records, String> {
    let file = std::fs::File::open(&input.path).map_err(|cause| cause.to_string())?;
    let mut reader = ParquetReader::new(file);
    let metadata = reader.get_metadata().map_err(|cause| cause.to_string())?;
    let height = metadata.num_rows;
    let geo = metadata
        .key_value_metadata()
        .iter()
        .flatten()
        .find(|entry| entry.key == "geo")
        .and_then(|entry| entry.value.as_deref())
        .map(geo_column)
        .transpose()?;
    let schema = reader.schema().map_err(|cause| cause.to_string())?;
    let geometry_name = geo.as_ref().map(|geo| geo.name.as_str());
    let plain = schema.iter().filter(|(name, _)| Some(name.as_str()) != geometry_name);
    let columns: Vec<Column> = plain
        .map(|(name, field)| Column {
            name: name.to_string(),
            reading: match (wanted(name), refused(field.dtype())) {
                (false, _) => Reading::NotWanted,
                (true, Some(stored)) => Reading::Refused(stored),
                (true, None) => Reading::Read,
            },
        })
        .collect();
    let read = columns.iter().filter(|column| column.is_read()).map(|column| &column.name);
    let geometry_column = geometry_name.filter(|name| schema.contains(name));
    let names: Vec<String> = read.cloned().chain(geometry_column.map(str::to_owned)).collect();
    let table = match names.is_empty() {
        true => None,
        false => {
            let reader = reader.with_columns(Some(names));
            Some(reader.finish().map_err(|cause| cause.to_string())?)
        }
    };
    // The rows that are there count, not those that the file says there are.
    let height = match &table {
        Some(table) if table.height() != height => return Err("rows are missing".to_owned()),
        Some(table) => table.height(),
        None => height.min(1),
    };
    let values = |name: &str| table.as_ref().and_then(|table| table.column(name).ok());
    let values_of: Vec<Option<&Values>> = columns
        .iter()
        .map(|column| column.is_read().then(|| values(&column.name)).flatten())
        .collect();
    // Writers that know GeoArrow mark the column as an extension of binary.
    let geometries =
        geometry_column.and_then(values).map(|column| column.as_materialized_series().to_storage());
    let rows = (0..height)
        .map(|i| Record {
            row: i as u64 + 1,
            cells: values_of.iter().map(|values| cell((*values)?, i)).collect(),
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

/// The name of a type that gives no cells; `None` for one that does.
fn refused(stored: &ArrowDataType) -> Option<String> {
    use ArrowDataType::*;
    match stored {
        Extension(extension) => refused(&extension.inner),
        Dictionary(_, values, _) => refused(values),
        Null
        | Boolean
        | Int8
        | Int16
        | Int32
        | Int64
        | UInt8
        | UInt16
        | UInt32
        | UInt64
        | Float32
        | Float64
        | Utf8
        | LargeUtf8
        | Utf8View
        | Date32
        | Date64
        | Timestamp(_, None) => None,
        Timestamp(_, Some(zone)) => Some(format!("Timestamp({zone})")),
        Decimal(precision, scale) => Some(format!("Decimal({precision}, {scale})")),
        Binary | LargeBinary | BinaryView | FixedSizeBinary(_) => Some("Binary".to_owned()),
        List(_) | LargeList(_) | FixedSizeList(..) => Some("List".to_owned()),
        Struct(_) => Some("Struct".to_owned()),
        Map(..) => Some("Map".to_owned()),
        other => Some(format!("{other:?}")),
    }
}

/// A typed value as a cell that reads back to the same value.
fn cell(values: &Values, row: usize) -> Option<Cell> {
    let value = values.get(row).ok()?;
    // Categories too are texts.
    if let Some(text) = value.get_str() {
        return Cell::text(text);
    }
    match value {
        AnyValue::Null => None,
        AnyValue::Boolean(truth) => Some(Cell::Text(truth.to_string())),
        AnyValue::Float64(number) => Cell::number(number),
        AnyValue::Float32(number) => number.is_finite().then(|| Cell::Number(number.to_string())),
        number @ (AnyValue::Int8(_)
        | AnyValue::Int16(_)
        | AnyValue::Int32(_)
        | AnyValue::Int64(_)
        | AnyValue::UInt8(_)
        | AnyValue::UInt16(_)
        | AnyValue::UInt32(_)
        | AnyValue::UInt64(_)) => Some(Cell::Number(number.to_string())),
        other => Cell::text(&other.to_string()),
    }
}
