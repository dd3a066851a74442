//! The municipality file: polygons with code and name.

use std::collections::BTreeMap;

use geo::{Area as _, BooleanOps, BoundingRect, Intersects};

use crate::crs::{Crs, WorkingCrs};
use crate::findings::{Findings, Rule};
use crate::ingest::format;
use crate::ingest::geometry::{area, joined};
use crate::ingest::provenance::{InputFile, Sources};
use crate::ingest::records::ColumnName;
use crate::model::municipality::{Municipalities, Municipality, MunicipalityCode};
use crate::units::Metres;
use crate::words::{Decimal, key};

/// The settings of `[municipalities]`.
#[derive(Clone, Debug)]
pub struct MunicipalitiesInput {
    /// The file.
    pub file: InputFile,
    /// Its layer, where it has several.
    pub layer: Option<String>,
    /// Its CRS, where the file does not say or is wrong.
    pub crs: Option<Crs>,
    /// The column of the code.
    pub code: ColumnName,
    /// The column of the name.
    pub name: ColumnName,
    /// The column of the sub-region.
    pub group: Option<ColumnName>,
    /// Only these codes; empty for all.
    pub only: Vec<String>,
    /// A site outside every polygon joins the nearest within this distance.
    pub nearest_within: Metres,
}

/// Overlaps below this are drawing noise along a shared boundary, not two claims to a place.
const OVERLAP_NOISE_M2: f64 = 10_000.0;

/// Reads the municipalities. `None` after an error finding.
pub fn read(
    settings: &MunicipalitiesInput,
    working: &WorkingCrs,
    sources: &mut Sources,
    findings: &mut Findings,
) -> Option<Municipalities> {
    let file = &settings.file;
    sources.register(file, findings)?;
    let named = [Some(&settings.code), Some(&settings.name), settings.group.as_ref()];
    let wanted = |name: &str| named.iter().flatten().any(|column| column.name == name);
    let records = format::read(file, settings.layer.as_deref(), &wanted, findings)?;
    let code = records.column(&settings.code, file, findings);
    let name = records.column(&settings.name, file, findings);
    let group = records.optional_column(settings.group.as_ref(), file, findings);
    let transform = records.transform(settings.crs.as_ref(), working, file, findings);
    let (code, name, transform) = (code?, name?, transform?);
    if settings.group.is_some() && group.is_none() {
        return None;
    }

    let written: Vec<Option<&str>> = records.rows.iter().map(|r| r.text(Some(code))).collect();
    let pads = lost_leading_zeros(&written);
    let mut by_code: BTreeMap<MunicipalityCode, Municipality> = BTreeMap::new();
    let mut polygons_seen = 0;
    let mut unselected = Vec::new();
    for record in &records.rows {
        let Some(written) = record.text(Some(code)) else {
            findings.add(
                file.finding(Rule::IdMissing, key::FindingNoCode)
                    .at(record.row)
                    .field(&settings.code.name),
            );
            continue;
        };
        let whole = whole_number(written);
        let restored = if pads { format!("{whole:0>4}") } else { whole.to_owned() };
        let selected = settings.only.is_empty() || settings.only.contains(&restored);
        if restored != written && selected {
            findings.add(
                file.finding(
                    Rule::MunicipalityCodePadded,
                    key::FindingCodePadded { code: &restored },
                )
                .at(record.row)
                .field(&settings.code.name)
                .value(written)
                .hint(key::HintCodesText),
            );
        }
        if !selected {
            polygons_seen += 1;
            // Faults of what nobody asked for are nobody's concern.
            unselected.extend(area(record, &transform, file, &mut Findings::default()));
            continue;
        }
        let Some(area) = area(record, &transform, file, findings) else { continue };
        polygons_seen += 1;
        let code = MunicipalityCode::new(&restored).expect("the cell is not blank");
        match by_code.get_mut(&code) {
            Some(earlier) => {
                earlier.area = joined(&earlier.area, &area);
                findings.add(
                    file.finding(
                        Rule::MunicipalityMerged,
                        key::FindingMerged { code: code.as_str() },
                    )
                    .at(record.row)
                    .field(&settings.code.name)
                    .value(code.as_str()),
                );
            }
            None => {
                let municipality = Municipality {
                    name: record.text(Some(name)).unwrap_or(code.as_str()).to_owned(),
                    group: record.text(group).map(str::to_owned),
                    code: code.clone(),
                    area,
                };
                by_code.insert(code, municipality);
            }
        }
    }
    if polygons_seen == 0 {
        findings.add(
            file.finding(Rule::GeometryNotPolygons, key::FindingNoMunicipalityArea)
                .hint(key::HintMunicipalityCrs),
        );
        return None;
    }
    let mut complete = true;
    for wanted in &settings.only {
        if !by_code.keys().any(|code| code.as_str() == wanted) {
            complete = false;
            findings.add(
                file.finding(Rule::MunicipalitySelection, key::FindingNoSuchCode)
                    .field("only")
                    .value(wanted)
                    .hint(key::HintCodesDigits),
            );
        }
    }
    let selected: Vec<Municipality> = by_code.into_values().collect();
    report_overlaps(&selected, file, findings);
    complete.then_some(Municipalities { selected, unselected })
}

/// A code that a typed column turned into a decimal number, without the `.0`.
pub fn whole_number(code: &str) -> &str {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    code.strip_suffix(".0").filter(|whole| digits(whole)).unwrap_or(code)
}

/// Whether codes are Swedish ones of four digits that a spreadsheet turned into numbers: all are
/// digits, none is longer than four, and the shorter ones are of three, as 0114 becomes 114.
fn lost_leading_zeros(codes: &[Option<&str>]) -> bool {
    let mut codes = codes.iter().flatten().map(|code| whole_number(code)).peekable();
    codes.peek().is_some()
        && codes.all(|code| matches!(code.len(), 3 | 4) && code.bytes().all(|b| b.is_ascii_digit()))
}

fn report_overlaps(municipalities: &[Municipality], file: &InputFile, findings: &mut Findings) {
    let boxes: Vec<_> = municipalities.iter().map(|m| m.area.polygons().bounding_rect()).collect();
    for (i, one) in municipalities.iter().enumerate() {
        for (j, other) in municipalities.iter().enumerate().skip(i + 1) {
            let (Some(a), Some(b)) = (boxes[i], boxes[j]) else { continue };
            if !a.intersects(&b) {
                continue;
            }
            let shared = one.area.polygons().intersection(other.area.polygons()).unsigned_area();
            if shared > OVERLAP_NOISE_M2 {
                let overlap = key::FindingOverlap {
                    one: format!("{} {}", one.code, one.name),
                    other: format!("{} {}", other.code, other.name),
                    area: Decimal(shared / 1e6, 2),
                    code: one.code.as_str(),
                };
                findings.add(
                    file.finding(Rule::MunicipalityOverlap, overlap)
                        .field("geometry")
                        .value(format!("{};{}", one.code, other.code)),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_swedish_codes_get_their_zero_back() {
        assert!(lost_leading_zeros(&[Some("114"), Some("1421")]));
        assert!(lost_leading_zeros(&[Some("114.0"), None]));
        assert!(!lost_leading_zeros(&[Some("07026"), Some("114")]));
        assert!(!lost_leading_zeros(&[Some("IBZ")]));
        assert!(!lost_leading_zeros(&[None]));
        assert_eq!(whole_number("1421.0"), "1421");
        assert_eq!(whole_number("v1.0"), "v1.0");
    }
}
