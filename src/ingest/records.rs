//! One shape for every table: named columns of text, rows that know their number, and the
//! geometry where the format has one.

use geo::Geometry;

use crate::crs::Crs;
use crate::findings::{Finding, Findings, Rule};
use crate::ingest::number::{
    Decimal, NumberFault, parse_number, parse_rate, parse_yes_no, written_with,
};
use crate::ingest::provenance::InputFile;
use crate::model::knowledge::Knowledge;
use crate::spelling::nearest;
use crate::units::Mbps;
use crate::words::{Said, key};

/// A table or vector layer, read whole.
#[derive(Debug, Default)]
pub struct Records {
    /// In file order.
    pub columns: Vec<Column>,
    /// Rows in file order.
    pub rows: Vec<Record>,
    /// Whether the format has geometries at all.
    pub spatial: bool,
    /// The coordinate reference system the file states for its geometries.
    pub crs: Option<Crs>,
}

/// Which columns are to be read, by name: what a file holds beside them stays in it.
pub type Wanted<'a> = &'a dyn Fn(&str) -> bool;

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// As the file has it.
    pub name: String,
    /// Whether its cells are there.
    pub reading: Reading,
}

/// Whether the cells of a column are there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// They are.
    Read,
    /// Nobody asked for them.
    NotWanted,
    /// They are of a type that is no number and no text, such as a list.
    Refused(String),
}

impl Column {
    /// A column of a format whose cells can all be read.
    pub fn readable(name: impl Into<String>, wanted: Wanted<'_>) -> Self {
        let name = name.into();
        let reading = if wanted(&name) { Reading::Read } else { Reading::NotWanted };
        Self { name, reading }
    }

    /// Whether its cells are there.
    pub fn is_read(&self) -> bool {
        self.reading == Reading::Read
    }
}

/// One row.
#[derive(Debug)]
pub struct Record {
    /// As findings count: see [`Finding::row`].
    pub row: u64,
    /// One per column; nothing where blank.
    pub cells: Vec<Option<Cell>>,
    /// The geometry in the file's own coordinates; nothing where absent.
    pub geometry: Option<Result<Geometry<f64>, GeometryFault>>,
}

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Text, as somebody wrote it.
    Text(String),
    /// A number that the format stores as one, in text that reads back to it: decimal point, no
    /// groups.
    Number(String),
}

impl Cell {
    /// Text without surrounding space; blank is nothing.
    pub fn text(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self::Text(text.to_owned()))
    }

    /// A number; what is not finite is nothing.
    pub fn number(number: f64) -> Option<Self> {
        number.is_finite().then(|| Self::Number(number.to_string()))
    }

    /// How it reads.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
        }
    }
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

/// A column of numbers, with the decimal sign that its texts are written with.
#[derive(Clone, Debug)]
pub struct NumberColumn {
    /// Where its cells are.
    pub column: ColumnIdx,
    /// How findings call it.
    pub field: String,
    /// `None` where nothing tells.
    decimal: Option<Decimal>,
    /// What to do about a text that can be read in two ways.
    hint: SignHint,
}

/// Whether a section of the project file has the key `decimal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignHint {
    /// The key can settle it.
    Setting,
    /// Only the table can.
    Table,
}

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
        let mut named = (0..self.columns.len()).filter(|&i| self.columns[i].name == column.name);
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

        let Some(found) = found else {
            let named = self.columns.iter().map(|c| c.name.as_str()).filter(|c| !c.is_empty());
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
                        key::FindingNoSuchColumn { columns: self.names() },
                    )
                    .field(column.key)
                    .value(&column.name)
                    .hint(hint),
            );
            return None;
        };
        match &self.columns[found].reading {
            Reading::Read => Some(ColumnIdx(found)),
            Reading::NotWanted => unreachable!("`{}` is looked up and was not read", column.name),
            Reading::Refused(stored) => {
                findings.add(
                    input
                        .finding(Rule::ColumnUnreadable, key::FindingColumnType { stored })
                        .field(column.key)
                        .value(&column.name)
                        .hint(key::HintColumnType),
                );
                None
            }
        }
    }

    /// Whether there is a column of this name.
    pub fn has(&self, name: &str) -> bool {
        self.columns.iter().any(|column| column.name == name)
    }

    /// The names of all columns, for a finding.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        names.join(", ")
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

    /// A column of numbers. The decimal sign is what `stated` says, else what the column's own texts
    /// agree on; a column that writes points throughout is read so under a stated comma too.
    pub fn numbers(
        &self,
        column: Option<ColumnIdx>,
        field: impl Into<String>,
        stated: Option<Decimal>,
        hint: SignHint,
    ) -> Option<NumberColumn> {
        let column = column?;
        let decimal = match stated {
            Some(Decimal::Point) => stated,
            None | Some(Decimal::Comma) => self.written_with(column).or(stated),
        };
        Some(NumberColumn { column, field: field.into(), decimal, hint })
    }

    fn written_with(&self, column: ColumnIdx) -> Option<Decimal> {
        written_with(self.rows.iter().filter_map(|row| match &row.cells[column.0] {
            Some(Cell::Text(text)) => Some(text.as_str()),
            _ => None,
        }))
    }
}

/// 100 Gbit/s: no site is offered more, so that a larger number is none of Mbit/s.
const FASTEST_MBPS: f64 = 100_000.0;

impl Record {
    /// The text of a cell.
    pub fn text(&self, column: Option<ColumnIdx>) -> Option<&str> {
        self.cells[column?.0].as_ref().map(Cell::as_str)
    }

    /// Whether a cell says nothing.
    pub fn is_blank(&self, column: &NumberColumn) -> bool {
        self.text(Some(column.column)).is_none()
    }

    /// The number in a cell as `parse` reads text; `None` where it is blank.
    pub fn number(
        &self,
        column: &NumberColumn,
        parse: impl Fn(&str, Option<Decimal>) -> Result<f64, NumberFault>,
    ) -> Option<Result<f64, NumberFault>> {
        Some(match self.cells[column.column.0].as_ref()? {
            Cell::Text(text) => parse(text, column.decimal),
            Cell::Number(number) => parse(number, Some(Decimal::Point)),
        })
    }

    /// The number in a cell that `make` accepts. What cannot be read or cannot be true is a
    /// finding, and unknown.
    pub fn quantity<T>(
        &self,
        column: Option<&NumberColumn>,
        make: impl Fn(f64) -> Option<T>,
        input: &InputFile,
        findings: &mut Findings,
    ) -> Option<T> {
        self.made(column?, parse_number, make, input, findings)
    }

    /// [`Self::quantity`] for download rates, which may bring their unit.
    pub fn rate(
        &self,
        column: Option<&NumberColumn>,
        input: &InputFile,
        findings: &mut Findings,
    ) -> Option<Mbps> {
        let offered = |mbps: f64| Mbps::new(mbps).filter(|_| mbps <= FASTEST_MBPS);
        self.made(column?, parse_rate, offered, input, findings)
    }

    fn made<T>(
        &self,
        column: &NumberColumn,
        parse: impl Fn(&str, Option<Decimal>) -> Result<f64, NumberFault>,
        make: impl Fn(f64) -> Option<T>,
        input: &InputFile,
        findings: &mut Findings,
    ) -> Option<T> {
        let made = match self.number(column, parse)? {
            Ok(number) => make(number)
                .ok_or_else(|| input.finding(Rule::NumberOutOfRange, key::FindingImpossible)),
            Err(fault) => Err(unreadable(&fault, column.hint, input)),
        };
        made.map_err(|finding| {
            let value = self.text(Some(column.column)).unwrap_or_default();
            findings.add(finding.at(self.row).field(&column.field).value(value));
        })
        .ok()
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

/// Why a cell gives no number.
fn unreadable(fault: &NumberFault, hint: SignHint, input: &InputFile) -> Finding {
    let about = |message: Said| input.finding(Rule::NumberUnreadable, message);
    match fault {
        NumberFault::NoNumber => about(key::FindingNoNumber.into()),
        NumberFault::OtherSign => about(key::FindingNoNumber.into()).hint(key::HintDecimal),
        NumberFault::Ambiguous { decimals, thousands } => {
            let (decimals, thousands) = (decimals.to_string(), thousands.to_string());
            let finding = about(key::FindingNumberTwoWays { decimals, thousands }.into());
            match hint {
                SignHint::Setting => finding.hint(key::HintSignStated),
                SignHint::Table => finding.hint(key::HintSignInTable),
            }
        }
        NumberFault::Followed { number } => {
            about(key::FindingNoNumber.into()).hint(key::HintNumberAlone { number })
        }
        NumberFault::Bound => about(key::FindingNumberBound.into()).hint(key::HintNumberBound),
    }
}
