//! Every vector format that GDAL opens, spreadsheets among them.

use gdal::vector::{Feature, FieldValue, LayerAccess};

use crate::crs::Crs;
use crate::findings::{Finding, Findings, Rule};
use crate::ingest::drivers::{self, Form};
use crate::ingest::geometry::from_gdal;
use crate::ingest::provenance::InputFile;
use crate::ingest::records::{Cell, Column, Record, Records, Wanted};
use crate::words::{Said, key};

/// Reads one layer whole. `None` after an error finding.
pub fn read(
    input: &InputFile,
    layer: Option<&str>,
    wanted: Wanted<'_>,
    findings: &mut Findings,
) -> Option<Records> {
    let dataset = drivers::open(input, Form::Vector, findings)?;
    let names: Vec<String> = dataset.layers().map(|l| l.name()).collect();
    let place = match (layer, names.as_slice()) {
        (Some(layer), names) => names.iter().position(|name| name == layer),
        (None, [_]) => Some(0),
        (None, _) => None,
    };
    let Some(place) = place else {
        let (count, layers) = (names.len(), names.join(", "));
        let missing = |message: Said| input.finding(Rule::LayerMissing, message);
        let finding = match layer {
            Some(layer) => {
                missing(key::FindingNoSuchLayer { layers }.into()).field("layer").value(layer)
            }
            None => missing(key::FindingSeveralLayers { count, layers }.into()),
        };
        findings.add(finding.hint(key::HintLayer));
        return None;
    };
    let mut layer = match dataset.layer(place) {
        Ok(layer) => layer,
        Err(cause) => {
            let message = key::FindingLayerDamaged { cause: cause.to_string() };
            findings.add(input.finding(Rule::FileUnreadable, message));
            return None;
        }
    };
    let columns: Vec<Column> =
        layer.defn().fields().map(|field| Column::readable(field.name(), wanted)).collect();
    let spatial = layer.defn().geom_fields().next().is_some();
    let crs = layer.spatial_ref().filter(|_| spatial).and_then(Crs::stated_by_file);
    // A spreadsheet has its header in row 1; features are counted by their own id.
    let is_sheet = matches!(dataset.driver().short_name().as_str(), "XLSX" | "ODS" | "XLS");
    let keeps_blanks = dataset.driver().short_name() != "MapInfo File";
    let mut doubtful = Doubtful::default();
    let mut rows = Vec::new();
    let mut features = layer.features();
    // A layer that ends and one that cannot be read further look the same but for what GDAL says.
    loop {
        let (feature, complaint) = drivers::complained(|| features.next());
        if let Some(cause) = complaint {
            let message = key::FindingLayerDamaged { cause };
            let finding = input.finding(Rule::FileUnreadable, message).hint(key::HintDamaged);
            findings.add(match rows.last().map(|record: &Record| record.row) {
                Some(last) => finding.at(last + 1),
                None => finding,
            });
            return None;
        }
        let Some(feature) = feature else { break };
        let i = rows.len();
        rows.push({
            let cells: Vec<Option<Cell>> = (0..columns.len())
                .map(|i| (is_sheet || columns[i].is_read()).then(|| value(&feature, i))?)
                .map(|cell| cell.filter(|cell| keeps_blanks || !doubtful.takes(cell, &feature)))
                .collect();
            let geometry = feature.geometry().map(from_gdal);
            let row = match feature.fid() {
                Some(fid) if !is_sheet => fid,
                _ => i as u64 + 2,
            };
            Record { row, cells, geometry }
        });
    }
    if is_sheet {
        rows.retain(|record| record.cells.iter().any(Option::is_some));
    }
    findings.extend(doubtful.finding(input));
    Some(Records { columns, rows, spatial, crs })
}

/// Zeros of a format that stores a blank number as 0. That a connection of 0 Mbit/s or a battery of 0
/// hours is meant is not known, and so neither is the number.
#[derive(Default)]
struct Doubtful {
    count: u64,
    first: Option<u64>,
}

impl Doubtful {
    fn takes(&mut self, cell: &Cell, feature: &Feature<'_>) -> bool {
        let is_zero = matches!(cell, Cell::Number(number) if number.parse() == Ok(0.0));
        if is_zero {
            self.count += 1;
            self.first = self.first.or(feature.fid());
        }
        is_zero
    }

    fn finding(&self, input: &InputFile) -> Option<Finding> {
        let first = self.first?;
        let message = key::FindingZeroOrBlank { count: self.count };
        Some(input.finding(Rule::ZeroOrBlank, message).at(first).hint(key::HintZeroOrBlank))
    }
}

/// A typed field as text that reads back to the same value.
fn value(feature: &Feature<'_>, field: usize) -> Option<Cell> {
    // A number that a feature does not have at all reads as 0, and only its text tells.
    feature.field_as_string(field).ok().flatten().filter(|text| !text.is_empty())?;
    match feature.field(field).ok().flatten()? {
        FieldValue::StringValue(text) => Cell::text(&text),
        FieldValue::IntegerValue(number) => Some(Cell::Number(number.to_string())),
        FieldValue::Integer64Value(number) => Some(Cell::Number(number.to_string())),
        FieldValue::RealValue(number) => Cell::number(number),
        FieldValue::DateValue(date) => Some(Cell::Text(date.to_string())),
        FieldValue::DateTimeValue(moment) => Some(Cell::Text(moment.to_rfc3339())),
        FieldValue::StringListValue(texts) => Cell::text(&texts.join(";")),
        FieldValue::IntegerListValue(numbers) => Some(joined(&numbers)),
        FieldValue::Integer64ListValue(numbers) => Some(joined(&numbers)),
        FieldValue::RealListValue(numbers) => Some(joined(&numbers)),
    }
}

fn joined<T: ToString>(numbers: &[T]) -> Cell {
    Cell::Text(numbers.iter().map(T::to_string).collect::<Vec<_>>().join(";"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_that_a_feature_lacks_is_blank_and_not_zero() {
        let directory = tempfile::tempdir().expect("temporary directory");
        let path = directory.path().join("sites.geojson");
        let text = r#"{"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"id":"a","pupils":12,"ups":0.5},
             "geometry":{"type":"Point","coordinates":[12,58]}},
            {"type":"Feature","properties":{"id":"b","pupils":null},"geometry":null},
            {"type":"Feature","properties":{"id":"c","pupils":0,"ups":0.0},"geometry":null}]}"#;
        std::fs::write(&path, text).expect("written");
        let input = InputFile::sample(&path);
        let records = read(&input, None, &|_| true, &mut Findings::default()).expect("readable");
        assert_eq!(records.names(), "id, pupils, ups");
        let cells = |row: usize| {
            let cells =
                records.rows[row].cells.iter().map(|c| c.as_ref().map_or("-", Cell::as_str));
            cells.collect::<Vec<_>>()
        };
        assert_eq!(cells(0), ["a", "12", "0.5"]);
        assert_eq!(cells(1), ["b", "-", "-"]);
        assert_eq!(cells(2), ["c", "0", "0"]);
    }

    /// A layer with the column `id`, a text, and `mbps`, a number, in a format of GDAL's.
    fn written(driver: &str, path: &std::path::Path, rows: &[(&str, Option<f64>)]) {
        use gdal::vector::{LayerOptions, OGRFieldType};
        let driver = gdal::DriverManager::get_driver_by_name(driver).expect("a driver");
        let mut dataset = driver.create_vector_only(path).expect("created");
        let layer = dataset.create_layer(LayerOptions::default()).expect("a layer");
        let fields = [("id", OGRFieldType::OFTString), ("mbps", OGRFieldType::OFTReal)];
        layer.create_defn_fields(&fields).expect("columns");
        for (id, mbps) in rows {
            let mut feature = Feature::new(layer.defn()).expect("a row");
            feature.set_field_string(0, id).expect("set");
            match mbps {
                Some(mbps) => feature.set_field_double(1, *mbps),
                None => feature.set_field_null(1),
            }
            .expect("set");
            feature.create(&layer).expect("written");
        }
        dataset.close().expect("written");
    }

    fn numbers(records: &Records) -> Vec<Option<&str>> {
        records.rows.iter().map(|row| row.cells[1].as_ref().map(Cell::as_str)).collect()
    }

    #[test]
    fn a_zero_that_may_be_a_blank_is_not_known() {
        let directory = tempfile::tempdir().expect("temporary directory");
        let rows = [("a", Some(5.0)), ("b", None), ("c", Some(0.0))];
        for (driver, name, read_as, told) in [
            ("MapInfo File", "layer.tab", [Some("5"), None, None], Some(2)),
            ("MapInfo File", "layer.mif", [Some("5"), None, None], Some(2)),
            ("GPKG", "layer.gpkg", [Some("5"), None, Some("0")], None),
        ] {
            let path = directory.path().join(name);
            written(driver, &path, &rows);
            let mut findings = Findings::default();
            let records = read(&InputFile::sample(&path), None, &|_| true, &mut findings);
            assert_eq!(numbers(&records.expect("readable")), read_as, "{name}");
            let found = findings.sorted().into_iter().find(|f| f.rule == Rule::ZeroOrBlank);
            assert_eq!(found.map(|finding| finding.row), told.map(Some), "{name}");
        }
    }

    #[test]
    fn the_first_row_of_a_sheet_is_its_header_also_where_all_is_text() {
        let directory = tempfile::tempdir().expect("temporary directory");
        for (driver, name) in [("XLSX", "sheet.xlsx"), ("ODS", "sheet.ods")] {
            let path = directory.path().join(name);
            written(driver, &path, &[("a", None), ("b", None)]);
            let input = InputFile::sample(&path);
            let records = read(&input, None, &|_| true, &mut Findings::default());
            let records = records.expect("readable");
            assert_eq!((records.names().as_str(), records.rows[0].row), ("id, mbps", 2), "{name}");
        }
    }
}
