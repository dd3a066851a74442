//! Areas of which nothing is said but where they are.

use crate::crs::{Area, Crs, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::format;
use crate::ingest::geometry::area;
use crate::ingest::provenance::{InputFile, Sources};
use crate::words::{Said, key};

/// A file of areas.
#[derive(Clone, Debug)]
pub struct AreasInput {
    /// The file.
    pub file: InputFile,
    /// Its layer, where it has several.
    pub layer: Option<String>,
    /// Its CRS, where the file does not say or is wrong.
    pub crs: Option<Crs>,
}

/// Reads every area of a file, in its order. `None` after an error finding.
pub fn read(
    settings: &AreasInput,
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Vec<Area>> {
    let file = &settings.file;
    sources.register(file, findings)?;
    let records = format::read(file, settings.layer.as_deref(), &|_| false, findings)?;
    let needed = |message: Said| {
        file.finding(Rule::GeometryNotPolygons, message).field("area").hint(key::HintPolygon)
    };
    if !records.spatial {
        findings.add(needed(key::FindingTableNoArea.into()));
        return None;
    }
    let transform = records.transform(settings.crs.as_ref(), working, file, findings)?;
    let areas: Vec<Area> =
        records.rows.iter().filter_map(|row| area(row, &transform, file, findings)).collect();
    if areas.is_empty() {
        findings.add(needed(key::FindingNoArea.into()));
        return None;
    }
    Some(areas)
}
