//! One shape for every table: named columns of text, rows that know their number, and the
//! geometry where the format has one.

use geo::Geometry;

use crate::crs::{Crs, CrsError, Misplaced, Projected, Transform, WorkingCrs};
use crate::findings::{Finding, Findings, Rule};
use crate::ingest::number::{Decimal, parse_number, parse_yes_no};
use crate::ingest::provenance::InputFile;
use crate::model::knowledge::Knowledge;
use crate::spelling::nearest;
use crate::words::{Said, key};

/// A table or vector layer, read whole.
#[derive(Debug, Default)]
pub struct Records {
    /// Column names in file order.
    pub columns: Vec<String>,
    /// Rows in file order.
    pub rows: Vec<Record>,
    /// Whether the format has geometries at all.
    pub spatial: bool,
    /// The coordinate reference system the file states for its geometries.
    pub crs: Option<Crs>,
}

/// One row.
#[derive(Debug)]
pub struct Record {
    /// As findings count: see [`Finding::row`].
    pub row: u64,
    /// One per column; nothing where blank.
    pub cells: Vec<Option<String>>,
    /// The geometry in the file's own coordinates; nothing where absent.
    pub geometry: Option<Result<Geometry<f64>, GeometryFault>>,
}

/// Why a geometry cannot be used as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GeometryFault {
    /// It has no coordinates.
    Empty,
    /// It is of a kind that has no points, lines or polygons.
    Unsupported(String),
}

/// Place of a column in [`Record::cells`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnIdx(usize);

/// A column the project names: which setting names it, and how it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnName {
    /// The key of the project file, such as `persons`.
    pub key: &'static str,
    /// The name of the column in the file.
    pub name: String,
}

impl Records {
    /// Finds a column; an absent one is an error finding that lists the columns found.
    pub fn column(
        &self,
        column: &ColumnName,
        input: &InputFile,
        findings: &mut Findings,
    ) -> Option<ColumnIdx> {
        let mut named = (0..self.columns.len()).filter(|&i| self.columns[i] == column.name);
        let found = named.next();
        if found.is_some() && named.next().is_some() {
            findings.add(
                input
                    .finding(Rule::ColumnMissing, key::FindingColumnTwice)
                    .field(column.key)
                    .value(&column.name)
                    .hint(key::HintColumnNames),
            );
            return None;
        }

        if found.is_none() {
            let named = self.columns.iter().map(String::as_str).filter(|c| !c.is_empty());
            let near = nearest(&column.name, named);
            let key = column.key;
            let hint: Said = match near {
                Some(near) => key::HintNearSetting { key, near }.into(),
                None => key::HintColumn { key }.into(),
            };
            findings.add(
                input
                    .finding(
                        Rule::ColumnMissing,
                        key::FindingNoSuchColumn { columns: self.columns.join(", ") },
                    )
                    .field(column.key)
                    .value(&column.name)
                    .hint(hint),
            );
        }
        found.map(ColumnIdx)
    }

    /// [`Self::column`] for a column that the project may not name.
    pub fn optional_column(
        &self,
        column: Option<&ColumnName>,
        input: &InputFile,
        findings: &mut Findings,
    ) -> Option<ColumnIdx> {
        self.column(column?, input, findings)
    }

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
        CrsError::NotProjected(crs, name) => key::FindingCrsDegrees { crs, name }.into(),
        CrsError::NotMetres(crs, name, unit) => key::FindingCrsUnit { crs, name, unit }.into(),
        CrsError::NoTransform(from, to, cause) => key::FindingCrsNoWay { from, to, cause }.into(),
    }
}

impl Record {
    /// The text of a cell.
    pub fn text(&self, column: Option<ColumnIdx>) -> Option<&str> {
        self.cells[column?.0].as_deref()
    }

    /// The number in a cell that `make` accepts. What cannot be read or cannot be true is a
    /// finding, and unknown.
    pub fn quantity<T>(
        &self,
        column: Option<ColumnIdx>,
        field: &str,
        decimal: Decimal,
        make: impl Fn(f64) -> Option<T>,
        input: &InputFile,
        findings: &mut Findings,
    ) -> Option<T> {
        let text = self.text(column)?;
        let about = |rule, message: Said| {
            input.finding(rule, message).at(self.row).field(field).value(text)
        };
        let Some(number) = parse_number(text, decimal) else {
            let finding = about(Rule::NumberUnreadable, key::FindingNoNumber.into());
            findings.add(match decimal {
                Decimal::Point if text.contains(',') => finding.hint(key::HintDecimal),
                _ => finding,
            });
            return None;
        };
        let made = make(number);
        if made.is_none() {
            findings.add(about(Rule::NumberOutOfRange, key::FindingImpossible.into()));
        }
        made
    }

    /// Yes, no or unknown; any other word is a finding, and unknown.
    pub fn yes_no(
        &self,
        column: Option<ColumnIdx>,
        field: &str,
        input: &InputFile,
        findings: &mut Findings,
    ) -> Knowledge {
        let Some(text) = self.text(column) else { return Knowledge::Unknown };
        parse_yes_no(text).unwrap_or_else(|| {
            findings.add(
                input
                    .finding(Rule::ValueUnknown, key::FindingNoYesNo)
                    .at(self.row)
                    .field(field)
                    .value(text)
                    .hint(key::HintYesNo),
            );
            Knowledge::Unknown
        })
    }
}

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
    columns: Option<(ColumnIdx, ColumnIdx, String, String)>,
    decimal: Decimal,
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
        decimal: Decimal,
        working: &WorkingCrs,
        input: &'a InputFile,
        findings: &mut Findings,
    ) -> Option<Self> {
        let columns = match columns {
            Some(named) => {
                let x = records.column(&named.x, input, findings);
                let y = records.column(&named.y, input, findings);
                Some((x?, y?, named.x.name.clone(), named.y.name.clone()))
            }
            None => None,
        };
        // Column coordinates have nothing to do with the CRS of the file's geometries.
        let crs = if columns.is_some() { crs } else { crs.or(records.crs.as_ref()) };
        let transform = transform(crs, working, input, findings)?;
        Some(Self {
            input,
            transform,
            columns,
            decimal,
            seen: 0,
            unreadable: 0,
            swapped: 0,
            outside: 0,
        })
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
        let (x_column, y_column, x_name, y_name) = self.columns.as_ref()?;
        let field = format!("{x_name}, {y_name}");
        if record.text(Some(*x_column)).is_none() && record.text(Some(*y_column)).is_none() {
            let finding = self.input.finding(Rule::CoordinateMissing, key::FindingPlaceBlank);
            findings.add(finding.at(record.row).field(field));
            return None;
        }
        let mut number = |column: ColumnIdx, name: &str| {
            let text = record.text(Some(column));
            let number = text.and_then(|t| parse_number(t, self.decimal));
            if number.is_none() {
                let finding = self
                    .input
                    .finding(
                        Rule::CoordinateMissing,
                        match text {
                            Some(_) => Said::from(key::FindingPlaceNoNumber),
                            None => key::FindingPlaceBlank.into(),
                        },
                    )
                    .at(record.row)
                    .field(name);
                findings.add(match text {
                    Some(t) if t.contains(',') && self.decimal == Decimal::Point => {
                        finding.value(t).hint(key::HintDecimalHere)
                    }
                    Some(t) => finding.value(t),
                    None => finding,
                });
            }
            (number, text.is_some())
        };
        let (x, x_written) = number(*x_column, x_name);
        let (y, y_written) = number(*y_column, y_name);
        let (Some(x), Some(y)) = (x, y) else {
            self.unreadable += usize::from(x_written && y_written);
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
