//! Tables as files: `NAME.csv` and `NAME.parquet`.

use std::fs::File;
use std::path::Path;

use polars::prelude::{Column as PolarsColumn, DataFrame, NamedFrom, ParquetWriter, Series};

use crate::error::Error;
use crate::findings::is_formula;
use crate::table::{Cell, Kind, Row, Shape, Table};

/// Writes `NAME.csv` and `NAME.parquet`.
pub fn write(table: &Table, directory: &Path) -> Result<(), Error> {
    write_csv(table, &directory.join(format!("{}.csv", table.name)))?;
    write_parquet(table, &directory.join(format!("{}.parquet", table.name)))
}

/// UTF-8, comma, decimal point, LF, blank for unknown; numbers in the shortest form that reads back
/// to the same value. A text that a spreadsheet would run stands behind an apostrophe.
fn write_csv(table: &Table, path: &Path) -> Result<(), Error> {
    let failed = |cause: csv::Error| Error::write(path, cause);
    let mut writer = csv::Writer::from_path(path).map_err(failed)?;
    writer.write_record(table.columns.iter().map(|column| &*column.name)).map_err(failed)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(csv_text)).map_err(failed)?;
    }
    writer.flush().map_err(|cause| Error::write(path, cause))
}

fn write_parquet(table: &Table, path: &Path) -> Result<(), Error> {
    let mut frame = frame(table)?;
    let file = File::create(path).map_err(|cause| Error::write(path, cause))?;
    ParquetWriter::new(file).finish(&mut frame).map_err(|cause| Error::write(path, cause))?;
    Ok(())
}

/// So many rows are held at a time; each piece is a row group of the Parquet file.
const ROWS_AT_A_TIME: usize = 1 << 16;

/// Writes a table as [`write()`] does, while its rows are made: one of a million rows and more need not
/// fit in memory.
pub fn write_in_pieces<R: Row>(
    shape: &Shape,
    rows: impl IntoIterator<Item = R>,
    directory: &Path,
) -> Result<(), Error> {
    let csv_path = directory.join(format!("{}.csv", shape.table));
    let parquet_path = directory.join(format!("{}.parquet", shape.table));
    let csv_failed = |cause: csv::Error| Error::write(&csv_path, cause);
    let empty = Table::of::<R>(shape, []);
    let mut csv = csv::Writer::from_path(&csv_path).map_err(csv_failed)?;
    csv.write_record(empty.columns.iter().map(|column| &*column.name)).map_err(csv_failed)?;

    let parquet_failed = |cause| Error::write(&parquet_path, cause);
    let file = File::create(&parquet_path).map_err(|cause| Error::write(&parquet_path, cause))?;
    let schema = frame(&empty)?;
    let mut parquet = ParquetWriter::new(file).batched(schema.schema()).map_err(parquet_failed)?;

    let mut rows = rows.into_iter();
    loop {
        let piece = Table::of(shape, rows.by_ref().take(ROWS_AT_A_TIME));
        if piece.rows.is_empty() {
            break;
        }
        for row in &piece.rows {
            csv.write_record(row.iter().map(csv_text)).map_err(csv_failed)?;
        }
        parquet.write_batch(&frame(&piece)?).map_err(parquet_failed)?;
    }
    csv.flush().map_err(|cause| Error::write(&csv_path, cause))?;
    parquet.finish().map_err(parquet_failed)?;
    Ok(())
}

fn frame(table: &Table) -> Result<DataFrame, Error> {
    let columns = (0..table.columns.len()).map(|i| polars_column(table, i)).collect();
    DataFrame::new(table.rows.len(), columns)
        .map_err(|cause| Error::Internal(format!("table {}: {cause}", table.name)))
}

fn polars_column(table: &Table, i: usize) -> PolarsColumn {
    let column = &table.columns[i];
    let cells = table.rows.iter().map(|row| &row[i]);
    let name = (&*column.name).into();
    let series = match column.kind() {
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

fn csv_text(cell: &Cell) -> String {
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
    use crate::table::table;
    use polars::prelude::{ParquetReader, SerReader};

    table! {
        /// A row.
        pub struct Sample in "sample" {
            name: Option<String>,
            sites: Option<u32>,
            value: Option<f64>,
        }
    }

    fn sample() -> Vec<Sample> {
        let row = |name: &str, sites, value| Sample { name: Some(name.to_owned()), sites, value };
        vec![
            row("=1+1", Some(3), Some(0.1 + 0.2)),
            row("\"q\"\nå", None, Some(1e300)),
            row("-5", None, None),
        ]
    }

    #[test]
    fn csv_and_parquet_read_back_to_the_same() {
        let directory = tempfile::tempdir().expect("temporary directory");
        let table = Table::of(&Shape::of::<Sample>(), sample());
        write(&table, directory.path()).expect("written");
        let text = std::fs::read_to_string(directory.path().join("sample.csv")).expect("read");
        assert!(text.starts_with("name,sites,value\n'=1+1,3,0.30000000000000004\n"), "{text}");
        let mut reader = csv::Reader::from_path(directory.path().join("sample.csv")).expect("csv");
        let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("row")).collect();
        assert_eq!(&rows[1][0], "\"q\"\nå");
        assert_eq!(rows[1][2].parse::<f64>(), Ok(1e300));
        assert_eq!((&rows[2][0], &rows[2][2]), ("-5", ""));

        let file = File::open(directory.path().join("sample.parquet")).expect("open");
        let frame = ParquetReader::new(file).finish().expect("parquet");
        assert_eq!(frame.shape(), (3, 3));
        assert_eq!(frame.column("name").expect("name").str().expect("text").get(0), Some("=1+1"));
        assert_eq!(frame.column("sites").expect("sites").null_count(), 2);
        let value = frame.column("value").expect("value").f64().expect("numbers").get(0);
        assert_eq!(value, Some(0.1 + 0.2));
    }

    #[test]
    fn a_table_without_rows_still_has_its_columns() {
        let directory = tempfile::tempdir().expect("temporary directory");
        write(&Table::of::<Sample>(&Shape::of::<Sample>(), []), directory.path()).expect("written");
        let text = std::fs::read_to_string(directory.path().join("sample.csv")).expect("read");
        assert_eq!(text, "name,sites,value\n");
    }

    #[test]
    fn pieces_make_the_table_that_is_written_whole() {
        for rows in [0, 1, ROWS_AT_A_TIME, 2 * ROWS_AT_A_TIME + 1] {
            let directory = tempfile::tempdir().expect("temporary directory");
            let read = |file: &str| {
                let path = directory.path().join(file);
                let parquet = File::open(path.with_extension("parquet")).expect("open");
                let frame = ParquetReader::new(parquet).finish().expect("parquet");
                (std::fs::read(path.with_extension("csv")).expect("csv"), frame)
            };
            let all = || {
                (0..rows).map(|row| Sample {
                    name: Some(format!("={row}")),
                    sites: None,
                    value: (row % 2 == 1).then_some(row as f64 / 2.0),
                })
            };
            let whole = Shape { table: "whole", ..Shape::of::<Sample>() };
            write_in_pieces(&Shape::of::<Sample>(), all(), directory.path()).expect("written");
            write(&Table::of(&whole, all()), directory.path()).expect("written");
            let (pieces, whole) = (read("sample"), read("whole"));
            assert!(pieces.0 == whole.0, "{rows} rows");
            assert!(pieces.1.equals_missing(&whole.1), "{rows} rows");
            assert_eq!(pieces.1.shape(), (rows, 3));
        }
    }
}
