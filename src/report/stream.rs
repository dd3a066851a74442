//! Tables of a million rows and more: written in pieces, so that they need not fit in memory.

use std::fs::File;
use std::path::Path;

use polars::prelude::{DataFrame, ParquetWriter};

use crate::error::Error;
use crate::report::table::{Column, Table, csv_text};

/// So many rows are held at a time; each piece is a row group of the Parquet file.
const ROWS_AT_A_TIME: usize = 1 << 16;

/// Writes `NAME.csv` and `NAME.parquet` as [`Table::write`] does, while `rows` are made.
pub fn write<R>(
    name: &'static str,
    columns: &[Column<R>],
    rows: impl IntoIterator<Item = R>,
    directory: &Path,
) -> Result<(), Error> {
    let csv_path = directory.join(format!("{name}.csv"));
    let parquet_path = directory.join(format!("{name}.parquet"));
    let csv_failed = |cause: csv::Error| Error::write(&csv_path, cause);
    let mut csv = csv::Writer::from_path(&csv_path).map_err(csv_failed)?;
    csv.write_record(columns.iter().map(|column| &column.name)).map_err(csv_failed)?;

    let parquet_failed = |cause| Error::write(&parquet_path, cause);
    let file = File::create(&parquet_path).map_err(|cause| Error::write(&parquet_path, cause))?;
    let empty = frame(&Table::fill(name, columns, []))?;
    let mut parquet = ParquetWriter::new(file).batched(empty.schema()).map_err(parquet_failed)?;

    let mut rows = rows.into_iter();
    loop {
        let piece = Table::fill(name, columns, rows.by_ref().take(ROWS_AT_A_TIME));
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

fn frame(piece: &Table) -> Result<DataFrame, Error> {
    let columns = (0..piece.columns.len()).map(|i| piece.polars_column(i)).collect();
    DataFrame::new(piece.rows.len(), columns)
        .map_err(|cause| Error::Internal(format!("table {}: {cause}", piece.name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::{Cell, Kind, column};
    use polars::prelude::{ParquetReader, SerReader};

    fn columns() -> Vec<Column<usize>> {
        vec![
            column("id", Kind::Text, "", |row: &usize| Cell::text(format!("={row}"))),
            column("half", Kind::Number, "", |row: &usize| match row % 2 {
                0 => Cell::Blank,
                _ => Cell::Number(*row as f64 / 2.0),
            }),
        ]
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
            write("pieces", &columns(), 0..rows, directory.path()).expect("written");
            Table::fill("whole", &columns(), 0..rows).write(directory.path()).expect("written");
            let (pieces, whole) = (read("pieces"), read("whole"));
            assert!(pieces.0 == whole.0, "{rows} rows");
            assert!(pieces.1.equals_missing(&whole.1), "{rows} rows");
            assert_eq!(pieces.1.shape(), (rows, 2));
        }
    }
}
