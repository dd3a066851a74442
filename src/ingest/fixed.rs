//! Fixed coverage: polygons with technology, status and download rate.

use crate::crs::{Crs, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::format;
use crate::ingest::geometry::{area, is_complete};
use crate::ingest::number::Decimal;
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::records::{ColumnName, SignHint};
use crate::model::coverage::{FixedArea, FixedLayer, FixedStatus};
use crate::model::source::Origin;
use crate::units::Mbps;
use crate::words::key;

/// The settings of one `[[fixed]]`.
#[derive(Clone, Debug)]
pub struct FixedInput {
    /// The file.
    pub file: InputFile,
    /// Its layer, where it has several.
    pub layer: Option<String>,
    /// Its CRS, where the file does not say or is wrong.
    pub crs: Option<Crs>,
    /// The technology of every row, or the column that tells.
    pub technology: Stated<String>,
    /// The status of every row, or the column that tells.
    pub status: Stated<FixedStatus>,
    /// The download rate of every row, or the column that tells, where known.
    pub download: Option<Stated<Mbps>>,
    /// The decimal sign of text columns, where stated.
    pub decimal: Option<Decimal>,
    /// Whether outside means none.
    pub complete: bool,
}

/// A value that is the same for a whole dataset, or told by a column.
#[derive(Clone, Debug)]
pub enum Stated<T> {
    /// The same for all rows.
    All(T),
    /// Told by a column.
    Column(ColumnName),
}

impl<T> Stated<T> {
    /// The column, where one tells.
    pub fn column(&self) -> Option<&ColumnName> {
        match self {
            Self::All(_) => None,
            Self::Column(column) => Some(column),
        }
    }
}

/// Reads one layer. `None` after an error finding.
pub fn read(
    settings: &FixedInput,
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<FixedLayer> {
    let file = &settings.file;
    let source = sources.register(file, findings)?;
    let download_name = settings.download.as_ref().and_then(Stated::column);
    let named = [settings.technology.column(), settings.status.column(), download_name];
    let wanted = |name: &str| named.iter().flatten().any(|column| column.name == name);
    let records = format::read(file, settings.layer.as_deref(), &wanted, findings)?;
    let before = findings.errors().count();
    let technology = records.optional_column(settings.technology.column(), file, findings);
    let status = records.optional_column(settings.status.column(), file, findings);
    let download = records.optional_column(download_name, file, findings);
    if !records.spatial {
        findings.add(
            file.finding(Rule::GeometryNotPolygons, key::FindingTableNoFixed)
                .hint(key::HintFixedPolygons),
        );
        return None;
    }
    let rates = records.numbers(
        download,
        download_name.map_or("", |column| &column.name),
        settings.decimal,
        SignHint::Setting,
    );
    let transform = records.transform(settings.crs.as_ref(), working, file, findings)?;
    if findings.errors().count() > before {
        return None;
    }
    let mut areas = Vec::new();
    for record in &records.rows {
        let Some(area) = area(record, &transform, file, findings) else { continue };
        let status = match (&settings.status, record.text(status)) {
            (Stated::All(status), _) => *status,
            (Stated::Column(column), word) => {
                let known = word.and_then(FixedStatus::from_layer_word);
                let Some(known) = known else {
                    let finding = file
                        .finding(Rule::ValueUnknown, key::FindingNoStatus)
                        .at(record.row)
                        .field(&column.name)
                        .hint(key::HintStatus);
                    findings.add(match word {
                        Some(word) => finding.value(word),
                        None => finding,
                    });
                    continue;
                };
                known
            }
        };
        let technology = match &settings.technology {
            Stated::All(technology) => technology.clone(),
            Stated::Column(_) => record.text(technology).unwrap_or("unknown").to_owned(),
        };
        let download = match &settings.download {
            None => None,
            Some(Stated::All(download)) => Some(*download),
            Some(Stated::Column(_)) => record.rate(rates.as_ref(), file, findings),
        };
        let origin = Origin { source, row: record.row };
        areas.push(FixedArea { area, technology, status, download, origin });
    }
    if areas.is_empty() {
        findings.add(
            file.finding(Rule::GeometryNotPolygons, key::FindingNoFixedArea)
                .hint(key::HintFixedCrs),
        );
        return None;
    }
    let complete = is_complete(settings.complete, records.rows.len(), areas.len(), file, findings);
    Some(FixedLayer { source, complete, areas })
}
