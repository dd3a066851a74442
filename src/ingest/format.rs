//! Which reader a file needs.

use crate::findings::{Findings, Rule};
use crate::ingest::provenance::InputFile;
use crate::ingest::records::{Cell, Records, Wanted};
use crate::ingest::{csv_text, parquet, vector};
use crate::words::key;

/// Reads a table or a vector layer, whatever the format, with the cells of the wanted
/// columns. `None` after an error finding.
pub fn read(
    input: &InputFile,
    layer: Option<&str>,
    wanted: Wanted<'_>,
    findings: &mut Findings,
) -> Option<Records> {
    let extension =
        input.path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    let records = match extension.as_str() {
        "csv" | "tsv" | "txt" => csv_text::read(input, wanted, findings),
        "parquet" | "geoparquet" | "pq" => parquet::read(input, wanted, findings),
        _ => vector::read(input, layer, wanted, findings),
    }?;
    if records.rows.is_empty() {
        findings.add(input.finding(Rule::FileEmpty, key::FindingNoRows).hint(key::HintEmpty));
        return None;
    }
    for record in &records.rows {
        let texts = record.cells.iter().map(|cell| cell.as_ref().map_or("", Cell::as_str));
        if let Some((place, bytes)) = csv_text::too_long(texts) {
            let finding = csv_text::field_too_long(input, bytes).at(record.row);
            findings.add(finding.field(records.columns[place].name.clone()));
            return None;
        }
    }
    Some(records)
}
