//! Tables as files. One declaration of a column drives the CSV and Parquet files, the layers of
//! the GeoPackage and the documentation in `docs/output.md`.

use std::fs::File;
use std::path::Path;

use polars::prelude::{Column as PolarsColumn, DataFrame, NamedFrom, ParquetWriter, Series};

use crate::error::Error;
use crate::findings::is_formula;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
}

/// One value of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Unknown, or without meaning for the row.
    Blank,
    /// Text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number; finite.
    Number(f64),
}

impl Cell {
    /// Text; blank where there is none.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A count.
    pub fn count(count: usize) -> Self {
        Self::Integer(i64::try_from(count).expect("nothing is counted beyond 2^63"))
    }

    /// What `make` makes of a value, blank without one.
    pub fn of<T>(value: Option<T>, make: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Blank, make)
    }
}

/// One column of a table whose rows are `R`.
pub struct Column<R> {
    /// Its name; part of the contract with those who read the files.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// What it means, for the documentation.
    pub meaning: &'static str,
    cell: Box<dyn Fn(&R) -> Cell>,
}

/// Declares a column.
pub fn column<R>(
    name: impl Into<String>,
    kind: Kind,
    meaning: &'static str,
    cell: impl Fn(&R) -> Cell + 'static,
) -> Column<R> {
    Column { name: name.into(), kind, meaning, cell: Box::new(cell) }
}

/// A table, filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its name, and that of its files.
    pub name: &'static str,
    /// Names and kinds of its columns.
    pub columns: Vec<(String, Kind)>,
    /// Its rows, each as wide as `columns`.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Fills a table.
    pub fn fill<R>(
        name: &'static str,
        columns: &[Column<R>],
        rows: impl IntoIterator<Item = R>,
    ) -> Self {
        let rows = rows
            .into_iter()
            .map(|row| columns.iter().map(|column| (column.cell)(&row)).collect())
            .collect();
        Self { name, columns: columns.iter().map(|c| (c.name.clone(), c.kind)).collect(), rows }
    }

    /// Writes `NAME.csv` and `NAME.parquet`.
    pub fn write(&self, directory: &Path) -> Result<(), Error> {
        self.write_csv(&directory.join(format!("{}.csv", self.name)))?;
        self.write_parquet(&directory.join(format!("{}.parquet", self.name)))
    }

    /// UTF-8, comma, decimal point, LF, blank for unknown; numbers in the shortest form that
    /// reads back to the same value. A text that a spreadsheet would run stands behind an
    /// apostrophe.
    fn write_csv(&self, path: &Path) -> Result<(), Error> {
        let failed = |cause: csv::Error| Error::write(path, cause);
        let mut writer = csv::Writer::from_path(path).map_err(failed)?;
        writer.write_record(self.columns.iter().map(|(name, _)| name)).map_err(failed)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(csv_text)).map_err(failed)?;
        }
        writer.flush().map_err(|cause| Error::write(path, cause))
    }

    fn write_parquet(&self, path: &Path) -> Result<(), Error> {
        let columns: Vec<PolarsColumn> =
            (0..self.columns.len()).map(|i| self.polars_column(i)).collect();
        let mut frame = DataFrame::new(self.rows.len(), columns)
            .map_err(|cause| Error::Internal(format!("table {}: {cause}", self.name)))?;
        let file = File::create(path).map_err(|cause| Error::write(path, cause))?;
        ParquetWriter::new(file).finish(&mut frame).map_err(|cause| Error::write(path, cause))?;
        Ok(())
    }

    pub(super) fn polars_column(&self, i: usize) -> PolarsColumn {
        let (name, kind) = &self.columns[i];
        let cells = self.rows.iter().map(|row| &row[i]);
        let name = name.as_str().into();
        let series = match kind {
            Kind::Text => {
                let texts: Vec<Option<&str>> = cells
                    .map(|cell| match cell {
                        Cell::Text(text) => Some(text.as_str()),
                        _ => None,
                    })
                    .collect();
                Series::new(name, texts)
            }
            Kind::Integer => {
                let numbers: Vec<Option<i64>> = cells
                    .map(|cell| match cell {
                        Cell::Integer(number) => Some(*number),
                        _ => None,
                    })
                    .collect();
                Series::new(name, numbers)
            }
            Kind::Number => {
                let numbers: Vec<Option<f64>> = cells
                    .map(|cell| match cell {
                        Cell::Number(number) => Some(*number),
                        _ => None,
                    })
                    .collect();
                Series::new(name, numbers)
            }
        };
        series.into()
    }
}

pub(super) fn csv_text(cell: &Cell) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Text(text) if is_formula(text) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
        Cell::Integer(number) => number.to_string(),
        Cell::Number(number) => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use polars::prelude::{ParquetReader, SerReader};

    fn sample() -> Table {
        Table {
            name: "sample",
            columns: vec![
                ("id".into(), Kind::Text),
                ("n".into(), Kind::Integer),
                ("x".into(), Kind::Number),
            ],
            rows: vec![
                vec![Cell::text("=1+1"), Cell::Integer(-3), Cell::Number(0.1 + 0.2)],
                vec![Cell::text("\"q\"\nå"), Cell::Blank, Cell::Number(1e300)],
                vec![Cell::text("-5"), Cell::Blank, Cell::Blank],
            ],
        }
    }

    #[test]
    fn csv_and_parquet_read_back_to_the_same() {
        let directory = tempfile::tempdir().expect("temporary directory");
        sample().write(directory.path()).expect("written");
        let text = std::fs::read_to_string(directory.path().join("sample.csv")).expect("read");
        assert!(text.starts_with("id,n,x\n'=1+1,-3,0.30000000000000004\n"), "{text}");
        let mut reader = csv::Reader::from_path(directory.path().join("sample.csv")).expect("csv");
        let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("row")).collect();
        assert_eq!(&rows[1][0], "\"q\"\nå");
        assert_eq!(rows[1][2].parse::<f64>(), Ok(1e300));
        assert_eq!(&rows[2][0], "-5");
        assert_eq!(&rows[2][2], "");

        let file = File::open(directory.path().join("sample.parquet")).expect("open");
        let frame = ParquetReader::new(file).finish().expect("parquet");
        assert_eq!(frame.shape(), (3, 3));
        assert_eq!(frame.column("id").expect("id").str().expect("text").get(0), Some("=1+1"));
        assert_eq!(frame.column("n").expect("n").null_count(), 2);
        let x = frame.column("x").expect("x").f64().expect("numbers").get(0);
        assert_eq!(x, Some(0.1 + 0.2));
    }

    #[test]
    fn a_table_without_rows_still_has_its_columns() {
        let directory = tempfile::tempdir().expect("temporary directory");
        Table { rows: vec![], ..sample() }.write(directory.path()).expect("written");
        let text = std::fs::read_to_string(directory.path().join("sample.csv")).expect("read");
        assert_eq!(text, "id,n,x\n");
    }
}
