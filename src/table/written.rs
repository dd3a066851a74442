//! A result directory read back: its record and its CSV tables, nothing else; the input files may
//! be gone.
//!
//! Cells that are written behind an apostrophe are read without it.

use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use csv::StringRecord;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::findings::is_formula;
use crate::table::{Cells, Fault, RECORD, Row};

/// The result of some command.
pub struct WrittenResult {
    directory: PathBuf,
    record: serde_json::Value,
    /// The version that wrote it.
    pub version: String,
    files: Vec<String>,
    /// What to name instead where it is not the result that is asked for.
    hint: &'static str,
}

/// A table of a result.
pub struct WrittenTable {
    /// Its file.
    pub path: PathBuf,
    /// The names of its columns.
    pub columns: StringRecord,
    /// Its rows, in the order of the file.
    pub rows: Vec<StringRecord>,
}

impl WrittenResult {
    /// Opens the result in a directory. The hint says what to name instead.
    pub fn open(directory: &Path, hint: &'static str) -> Result<Self, Error> {
        let refuse = |message: String| Err(Error::Result { message, hint: hint.to_owned() });
        let shown = directory.display();
        if !directory.is_dir() {
            let why = if directory.exists() { "is no directory" } else { "does not exist" };
            return refuse(format!("{shown}: {why}"));
        }
        let path = directory.join(RECORD);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(cause) => {
                let file = RECORD;
                return refuse(format!("{shown}: holds no result of beredd: {file}: {cause}"));
            }
        };
        let record: serde_json::Value = match serde_json::from_str(&text) {
            Ok(record) => record,
            Err(cause) => {
                let path = path.display();
                return refuse(format!("{path}: is no record of a run of beredd: {cause}"));
            }
        };
        if record["program"] != "beredd" {
            let program = &record["program"];
            let path = path.display();
            return refuse(format!("{path}: was written by {program}, not by beredd"));
        }
        let files = record["files"].as_array().into_iter().flatten();
        let files = files.filter_map(|file| file.as_str().map(str::to_owned)).collect();
        let version = record["version"].as_str().unwrap_or("of an unknown version").to_owned();
        Ok(Self { directory: directory.to_owned(), record, version, files, hint })
    }

    /// The directory, as it was named.
    pub fn directory(&self) -> &Path {
        &self.directory
    }

    /// Which command wrote it. `demo` is a run; `outage` records the run it plays on.
    pub fn command(&self) -> &str {
        match self.record["command"].as_str() {
            Some(command) => command,
            None if self.record["outage"].is_object() => "outage",
            None => "run",
        }
    }

    /// The record, or the part of it that is asked for.
    pub fn record<T: DeserializeOwned>(&self) -> Result<T, Error> {
        serde_json::from_value(self.record.clone()).map_err(|cause| Error::Result {
            message: format!(
                "{}: is no record of a run of beredd: {cause}",
                self.directory.join(RECORD).display()
            ),
            hint: self.hint.to_owned(),
        })
    }

    /// Whether it has a file, by its own account.
    pub fn has(&self, file: &str) -> bool {
        self.files.iter().any(|own| own == file)
    }

    /// Reads a table.
    pub fn table(&self, name: &str) -> Result<WrittenTable, Error> {
        let path = self.path_of(name);
        let (mut reader, columns) = self.open_table(&path)?;
        let mut rows = Vec::new();
        for (number, row) in reader.records().enumerate() {
            let row = row.map_err(|cause| self.bad_row(&path, number, &cause))?;
            rows.push(row.iter().map(without_guard).collect());
        }
        Ok(WrittenTable { path, columns, rows })
    }

    /// Reads a table as rows. One without a column of them is of another version.
    pub fn rows<R: Row>(&self) -> Result<Vec<R>, Error> {
        self.rows_if(None)
    }

    /// Reads the rows of a table that have such a value in a column, and none of the others.
    pub fn rows_where<R: Row>(
        &self,
        column: &str,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Result<Vec<R>, Error> {
        self.rows_if(Some((column, &is_wanted)))
    }

    fn rows_if<R: Row>(&self, wanted: Option<Wanted<'_>>) -> Result<Vec<R>, Error> {
        let path = self.path_of(R::TABLE);
        let fault = |number: usize, fault: Fault| match fault {
            Fault::NoColumn(name) => self.other_version(&path, &name, "column"),
            Fault::Cell(cause) => self.bad_row(&path, number, &cause),
        };
        let (mut reader, columns) = self.open_table(&path)?;
        let places: HashMap<String, usize> = columns.iter().map(str::to_owned).zip(0..).collect();
        let wanted = match wanted {
            Some((column, is_wanted)) => {
                let place = places.get(column).copied();
                let no_column = || fault(0, Fault::NoColumn(column.to_owned()));
                Some((place.ok_or_else(no_column)?, is_wanted))
            }
            None => None,
        };
        let mut rows = Vec::new();
        let mut row = StringRecord::new();
        for number in 0.. {
            let more = reader.read_record(&mut row);
            if !more.map_err(|cause| self.bad_row(&path, number, &cause))? {
                break;
            }
            if wanted.is_none_or(|(place, is_wanted)| is_wanted(without_guard(&row[place]))) {
                let read = R::read(&Cells { places: &places, row: &row });
                rows.push(read.map_err(|cause| fault(number, cause))?);
            }
        }
        Ok(rows)
    }

    /// Where a table is.
    pub fn path_of(&self, table: &str) -> PathBuf {
        self.directory.join(format!("{table}.csv"))
    }

    fn open_table(&self, path: &Path) -> Result<(csv::Reader<File>, StringRecord), Error> {
        let unreadable = |cause: csv::Error| self.unreadable(path, &cause.to_string());
        let mut reader = csv::Reader::from_path(path).map_err(unreadable)?;
        let columns = reader.headers().map_err(unreadable)?.clone();
        Ok((reader, columns))
    }

    /// A file that was changed or lost.
    pub fn unreadable(&self, path: &Path, cause: &str) -> Error {
        Error::Result {
            message: format!("{}: cannot be read: {cause}", path.display()),
            hint: format!(
                "the result was written by beredd {}; run it again if a file was changed or lost",
                self.version
            ),
        }
    }

    /// A row, by its number from 0, that was changed.
    pub fn bad_row(&self, path: &Path, number: usize, cause: &impl std::fmt::Display) -> Error {
        self.unreadable(path, &format!("row {}: {cause}", number + 2))
    }

    /// A file without a column or a key that this version writes.
    pub fn other_version(&self, path: &Path, name: &str, what: &str) -> Error {
        self.from_other_version(format!("{}: has no {what} {name:?}", path.display()))
    }

    /// Anything that this version writes otherwise.
    pub fn from_other_version(&self, message: String) -> Error {
        Error::Result {
            message,
            hint: format!(
                "the result was written by beredd {}; run it again with this version, {}",
                self.version,
                env!("CARGO_PKG_VERSION")
            ),
        }
    }

    /// Another result than the one that is asked for.
    pub fn not_asked_for(&self, why: &str) -> Error {
        Error::Result {
            message: format!("{}: {why}", self.directory.display()),
            hint: self.hint.to_owned(),
        }
    }
}

impl WrittenTable {
    /// The place of a column.
    pub fn find(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|name| name == column)
    }
}

/// In which column a row is looked at, and whether it is wanted.
type Wanted<'a> = (&'a str, &'a dyn Fn(&str) -> bool);

/// A cell without the apostrophe that keeps a spreadsheet from running it.
pub(super) fn without_guard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_formula(text)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_guard_is_taken_away() {
        assert_eq!(without_guard("'=1+1"), "=1+1");
        assert_eq!(without_guard("'s-Gravenhage"), "'s-Gravenhage");
        assert_eq!(without_guard("'-5"), "'-5");
    }
}
