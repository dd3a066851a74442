//! What a result says, as tables: each column is declared once, as a field of a row.
//!
//! From that one declaration fall out the CSV and Parquet files, the sheets of the workbook, the
//! layers of the GeoPackage, the schema in `tables.json`, `docs/output.md`, what the public edition
//! leaves out, and how a written result is read back. What a column is called and means stands in
//! the files of the languages under its name: `column--NAME`, or `in-TABLE--NAME` where it means
//! something else than elsewhere. A column without words does not compile.
//!
//! ```text
//! table! {
//!     /// One site and one single point of it.
//!     pub struct DependencyRow in "dependencies" {
//!         site_id: String as Holds::Id,      <- name, type, and what it holds where the
//!         stage: Stage,                         type does not say it
//!     }
//! }
//! ```

pub mod alone;
pub mod coherence;
mod column;
pub mod difference;
mod edition;
pub mod element;
pub mod endurance;
mod field;
pub mod finding;
pub mod gain;
pub mod indicator;
pub mod list;
pub mod outage;
pub mod question;
pub mod score;
pub mod sensitivity;
pub mod service;
pub mod site;
pub mod unit;
pub mod worst;
mod written;

use std::borrow::Cow;

use crate::model::framework::Names;
use crate::words::{Language, Words};

pub use column::{Cell, Column, ColumnWords, Holds, Kind};
pub use edition::Edition;
pub(crate) use field::{Cells, Fault, Field};
pub use field::{Ids, OfMunicipality, Part, Spread, UnitId, Value};
pub use written::{WrittenResult, WrittenTable};

/// A row of a table.
pub trait Row: Sized {
    /// The name of the table, and that of its files.
    const TABLE: &'static str;
    /// Where the words of its columns are, if not in `column`.
    const WORDS: &'static str;

    /// Its columns, in order.
    fn columns(shape: &Shape) -> Vec<Column>;

    /// Its cells, as wide as its columns.
    fn cells(&self, shape: &Shape) -> Vec<Cell>;

    /// Reads a row that was written.
    fn read(cells: &Cells<'_>) -> Result<Self, Fault>;
}

/// What of a table is only known when it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// Its name, where rows alike make several tables.
    pub table: &'static str,
    /// What its first column names.
    pub unit: Unit,
    /// The things that have columns each, such as the pillars of a framework.
    pub spread: Vec<Thing>,
    /// For whom it is.
    pub edition: Edition,
}

/// What rows are about that may be about several kinds of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Municipalities.
    Municipality,
    /// Groups of municipalities.
    Group,
    /// Whatever a table names.
    Any,
}

/// A thing that has columns of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    /// Its id: the name of the first of the columns, and the beginning of the others.
    pub id: String,
    /// What people call it, in the languages in which it has a name.
    pub names: Names,
}

impl Thing {
    /// One whose name is in the files of the languages.
    pub fn named_by_list(id: &str) -> Self {
        Self { id: id.to_owned(), names: Names::default() }
    }
}

impl Shape {
    /// That of a table in full, about municipalities.
    pub fn of<R: Row>() -> Self {
        Self {
            table: R::TABLE,
            unit: Unit::Municipality,
            spread: Vec::new(),
            edition: Edition::Full,
        }
    }

    /// Under another name, about other units.
    #[must_use]
    pub fn about(self, table: &'static str, unit: Unit) -> Self {
        Self { table, unit, ..self }
    }

    /// With columns for each of these.
    #[must_use]
    pub fn with(self, spread: Vec<Thing>) -> Self {
        Self { spread, ..self }
    }
}

/// A table, filled: what is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Its name, and that of its files.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as wide as `columns`.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Of rows.
    pub fn of<R: Row>(shape: &Shape, rows: impl IntoIterator<Item = R>) -> Self {
        let rows = rows.into_iter().map(|row| row.cells(shape)).collect();
        Self { name: shape.table, columns: R::columns(shape), rows }
    }

    /// For readers of one language: without the columns that are in another.
    pub fn in_language(&self, language: Language) -> Cow<'_, Self> {
        let is_other =
            |column: &Column| matches!(column.holds, Holds::Said(own) if own != language);
        let kept: Vec<bool> = self.columns.iter().map(|column| !is_other(column)).collect();
        if kept.iter().all(|kept| *kept) {
            return Cow::Borrowed(self);
        }
        fn of<T: Clone>(all: &[T], kept: &[bool]) -> Vec<T> {
            all.iter().zip(kept).filter(|(_, kept)| **kept).map(|(one, _)| one.clone()).collect()
        }
        Cow::Owned(Self {
            name: self.name,
            columns: of(&self.columns, &kept),
            rows: self.rows.iter().map(|row| of(row, &kept)).collect(),
        })
    }

    /// What people call it.
    pub fn label(&self, words: Words) -> String {
        words.code_by_id(TABLES, self.name).unwrap_or_else(|| self.name.to_owned())
    }

    /// What a row of it is.
    pub fn about(&self, words: Words) -> String {
        let about = crate::words::key::form::About;
        words.form_by_id(TABLES, self.name, about).unwrap_or_default()
    }
}

/// The list of the words of tables.
const TABLES: &str = "table";

/// The name of the file that records a result.
pub const RECORD: &str = "run.json";

/// Declares rows of tables.
macro_rules! table {
    ($($(#[$doc:meta])* pub struct $row:ident in $table:literal $(($words:literal))? {
        $($column:ident: $kind:ty $(as $holds:expr)?,)*
    } $(and in full { $($inside:ident: $inside_kind:ty $(as $inside_holds:expr)?,)* })?)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "the files of the languages say what each column means")]
        pub struct $row {
            $(pub $column: $kind,)*
            $($(pub $inside: $inside_kind,)*)?
        }

        impl $crate::table::Row for $row {
            const TABLE: &'static str = $table;
            const WORDS: &'static str = $crate::table::first!($($words,)? $table);

            fn columns(shape: &$crate::table::Shape) -> Vec<$crate::table::Column> {
                use $crate::table::Field;
                let mut columns = Vec::new();
                $(<$kind as Field>::columns(
                    stringify!($column), $crate::table::given!($($holds)?), Self::WORDS, shape,
                    &mut columns,
                );)*
                $(if shape.edition == $crate::table::Edition::Full {
                    $(<$inside_kind as Field>::columns(
                        stringify!($inside), $crate::table::given!($($inside_holds)?), Self::WORDS,
                        shape, &mut columns,
                    );)*
                })?
                columns
            }

            fn cells(&self, shape: &$crate::table::Shape) -> Vec<$crate::table::Cell> {
                use $crate::table::Field;
                let mut cells = Vec::with_capacity([$(stringify!($column)),*].len());
                $(Field::cells(&self.$column, shape, &mut cells);)*
                $(if shape.edition == $crate::table::Edition::Full {
                    $(Field::cells(&self.$inside, shape, &mut cells);)*
                })?
                cells
            }

            fn read(
                cells: &$crate::table::Cells<'_>,
            ) -> Result<Self, $crate::table::Fault> {
                use $crate::table::Field;
                Ok(Self {
                    $($column: <$kind as Field>::read(stringify!($column), cells)?,)*
                    $($($inside: match cells.has(stringify!($inside)) {
                        true => <$inside_kind as Field>::read(stringify!($inside), cells)?,
                        false => Default::default(),
                    },)*)?
                })
            }
        }

        const _: () = {
            use $crate::table::Field;
            use $crate::words::has_word;
            const WORDS: &str = concat!("in-", $crate::table::first!($($words,)? $table));
            $(assert!(
                !<$kind as Field>::IS_NAMED_HERE
                    || has_word("column", stringify!($column))
                    || has_word(WORDS, stringify!($column)),
                concat!("no word for the column ", $table, ".", stringify!($column))
            );)*
        };
    )*};
}

/// The first of one or two.
macro_rules! first {
    ($first:literal, $second:literal) => {
        $first
    };
    ($first:literal) => {
        $first
    };
}

/// What may be given.
macro_rules! given {
    () => {
        None
    };
    ($given:expr) => {
        Some($given)
    };
}

pub(crate) use {first, given, table};
