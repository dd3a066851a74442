//! Where a record lies: from its geometry or two columns, by the file's CRS or the project's word,
//! into the working CRS.

use geo::Geometry;

use crate::crs::{Crs, CrsError, Misplaced, Projected, Transform, WorkingCrs};
use crate::findings::{Finding, Findings, Rule};
use crate::ingest::number::{Decimal, NumberFault, parse_number};
use crate::ingest::provenance::InputFile;
use crate::ingest::records::{
    ColumnIdx, ColumnName, GeometryFault, NumberColumn, Record, Records, SignHint,
};
use crate::words::{Said, key};

/// The columns of a table that hold coordinates.
#[derive(Clone, Debug)]
pub struct CoordinateColumns {
    /// Easting or longitude.
    pub x: ColumnName,
    /// Northing or latitude.
    pub y: ColumnName,
}

/// Reads positions of rows (sites, masts): from x and y columns, or from point geometries.
///
/// Rows without a usable place are findings and stay without one; when that is true of most rows,
/// the settings are wrong rather than the rows, and [`Placing::finish`] adds an error.
pub struct Placing<'a> {
    input: &'a InputFile,
    transform: Transform,
    columns: Option<[NumberColumn; 2]>,
    seen: usize,
    unreadable: usize,
    swapped: usize,
    outside: usize,
}

impl<'a> Placing<'a> {
    /// Finds the columns and the CRS. `None` after an error finding.
    pub fn new(
        records: &Records,
        columns: Option<&CoordinateColumns>,
        crs: Option<&Crs>,
        decimal: Option<Decimal>,
        working: &WorkingCrs,
        input: &'a InputFile,
        findings: &mut Findings,
    ) -> Option<Self> {
        let columns = match columns {
            Some(named) => {
                let x = records.column(&named.x, input, findings);
                let y = records.column(&named.y, input, findings);
                // No coordinate groups its thousands with a sign.
                let stated = decimal.or(Some(Decimal::Point));
                let numbers = |column: Option<ColumnIdx>, named: &ColumnName| {
                    records.numbers(column, &named.name, stated, SignHint::Setting)
                };
                Some([numbers(x, &named.x)?, numbers(y, &named.y)?])
            }
            None => None,
        };
        // Column coordinates have nothing to do with the CRS of the file's geometries.
        let crs = if columns.is_some() { crs } else { crs.or(records.crs.as_ref()) };
        let transform = transform(crs, working, input, findings)?;
        Some(Self { input, transform, columns, seen: 0, unreadable: 0, swapped: 0, outside: 0 })
    }

    /// The place of a row, or a finding.
    pub fn place(&mut self, record: &Record, findings: &mut Findings) -> Option<Projected> {
        self.seen += 1;
        match &self.columns {
            Some(_) => self.place_from_columns(record, findings),
            None => self.place_from_geometry(record, findings),
        }
    }

    fn place_from_columns(
        &mut self,
        record: &Record,
        findings: &mut Findings,
    ) -> Option<Projected> {
        let [x_column, y_column] = self.columns.as_ref()?;
        let field = format!("{}, {}", x_column.field, y_column.field);
        let text = |column: &NumberColumn| record.text(Some(column.column));
        if text(x_column).is_none() && text(y_column).is_none() {
            let finding = self.input.finding(Rule::CoordinateMissing, key::FindingPlaceBlank);
            findings.add(finding.at(record.row).field(field));
            return None;
        }
        let mut number = |column: &NumberColumn| {
            let about = |message: Said| {
                let finding = self.input.finding(Rule::CoordinateMissing, message);
                finding.at(record.row).field(&column.field)
            };
            let finding = match record.number(column, parse_number) {
                Some(Ok(number)) => return Some(number),
                None => about(key::FindingPlaceBlank.into()),
                Some(Err(fault)) => {
                    let finding = about(key::FindingPlaceNoNumber.into());
                    let finding = finding.value(text(column).unwrap_or_default());
                    match fault {
                        NumberFault::OtherSign | NumberFault::Ambiguous { .. } => {
                            finding.hint(key::HintDecimalHere)
                        }
                        NumberFault::Followed { number } => {
                            finding.hint(key::HintNumberAlone { number })
                        }
                        NumberFault::NoNumber | NumberFault::Bound => finding,
                    }
                }
            };
            findings.add(finding);
            None
        };
        let (x, y) = (number(x_column), number(y_column));
        let (Some(x), Some(y)) = (x, y) else {
            let written = text(x_column).is_some() && text(y_column).is_some();
            self.unreadable += usize::from(written);
            return None;
        };
        let written = format!("{x} {y}");
        self.project(x, y, record.row, &field, written, findings)
    }

    fn place_from_geometry(
        &mut self,
        record: &Record,
        findings: &mut Findings,
    ) -> Option<Projected> {
        let missing = |message: Said| {
            self.input.finding(Rule::CoordinateMissing, message).at(record.row).field("geometry")
        };
        let geometry = match &record.geometry {
            Some(Ok(geometry)) => geometry,
            Some(Err(GeometryFault::Empty)) | None => {
                findings.add(missing(key::FindingPlaceNoGeometry.into()));
                return None;
            }
            Some(Err(GeometryFault::Unsupported(kind))) => {
                findings.add(missing(key::FindingPlaceNoPoint.into()).value(kind));
                return None;
            }
        };
        let point = match geometry {
            Geometry::Point(point) => *point,
            other => {
                use geo::InteriorPoint;
                let inside = other.interior_point();
                findings.add(
                    self.input
                        .finding(Rule::GeometryReduced, key::FindingPlaceReduced)
                        .at(record.row)
                        .field("geometry"),
                );
                inside?
            }
        };
        let written = format!("{} {}", point.x(), point.y());
        self.project(point.x(), point.y(), record.row, "geometry", written, findings)
    }

    fn project(
        &mut self,
        x: f64,
        y: f64,
        row: u64,
        field: &str,
        written: String,
        findings: &mut Findings,
    ) -> Option<Projected> {
        let misplaced = match self.transform.position(x, y) {
            Ok(place) => return Some(place),
            Err(misplaced) => misplaced,
        };
        let about = |rule, message: Said| -> Finding {
            self.input.finding(rule, message).at(row).field(field).value(written.clone())
        };
        let finding = match misplaced {
            Misplaced::NotFinite => {
                about(Rule::CoordinateMissing, key::FindingPlaceNotFinite.into())
            }
            Misplaced::Zero => {
                self.unreadable += 1;
                about(Rule::CoordinateZero, key::FindingPlaceZero.into()).hint(key::HintZero)
            }
            Misplaced::Swapped => {
                self.swapped += 1;
                about(Rule::CoordinateSwapped, key::FindingPlaceSwapped.into()).hint(key::HintXAndY)
            }
            Misplaced::OutsideExtent => {
                self.outside += 1;
                about(Rule::CoordinateOutsideExtent, key::FindingPlaceOutside.into())
                    .hint(key::HintCheckCrs)
            }
        };
        findings.add(finding);
        None
    }

    /// Adds an error when most rows have the same fault, which then lies in the settings.
    pub fn finish(self, findings: &mut Findings) {
        let all = self.seen;
        let most = |count: usize| all > 0 && count * 2 > all;
        if most(self.swapped) {
            let message = key::FindingMostSwapped { count: self.swapped, all };
            findings.add(self.input.finding(Rule::CoordinatesSwapped, message).hint(key::HintSwap));
        } else if most(self.unreadable) {
            let message = key::FindingMostUnreadable { count: self.unreadable, all };
            findings.add(
                self.input
                    .finding(Rule::CoordinatesUnreadable, message)
                    .hint(key::HintDecimalOrColumns),
            );
        } else if most(self.outside) {
            let message = key::FindingMostOutside { count: self.outside, all };
            findings.add(
                self.input.finding(Rule::CoordinatesUnreadable, message).hint(key::HintBothCrs),
            );
        }
    }
}

impl Records {
    /// The way from the file's coordinates into the working CRS: the project's word beats the
    /// file's. `None` after an error finding.
    pub fn transform(
        &self,
        stated: Option<&Crs>,
        working: &WorkingCrs,
        input: &InputFile,
        findings: &mut Findings,
    ) -> Option<Transform> {
        transform(stated.or(self.crs.as_ref()), working, input, findings)
    }
}

/// [`Records::transform`] for formats that are no records.
pub fn transform(
    crs: Option<&Crs>,
    working: &WorkingCrs,
    input: &InputFile,
    findings: &mut Findings,
) -> Option<Transform> {
    let Some(crs) = crs else {
        findings.add(input.finding(Rule::CrsMissing, key::FindingNoCrs).hint(key::HintCrs));
        return None;
    };
    match Transform::new(crs, working) {
        Ok(transform) => Some(transform),
        Err(fault) => {
            findings.add(input.finding(Rule::CrsUnusable, crs_fault(&fault)));
            None
        }
    }
}

/// Why a CRS cannot be used, for a finding.
pub fn crs_fault(fault: &CrsError) -> Said {
    match fault {
        CrsError::Unknown(crs) => key::FindingCrsUnknown { crs }.into(),
        CrsError::NoDatabase => key::FindingNoDatabase.into(),
        CrsError::NotProjected(crs, name) => key::FindingCrsDegrees { crs, name }.into(),
        CrsError::NotMetres(crs, name, unit) => key::FindingCrsUnit { crs, name, unit }.into(),
        CrsError::NoTransform(from, to, cause) => key::FindingCrsNoWay { from, to, cause }.into(),
    }
}
