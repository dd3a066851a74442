//! `findings`: every row that was not used, or used with a guess.

use crate::findings::Finding;
use crate::report::table::{Cell, Column, Kind, Table, column};

/// The columns, in order.
pub fn columns<'a>() -> Vec<Column<&'a Finding>> {
    use Kind::{Integer, Text};
    vec![
        column("rule", Text, "See `docs/findings.md`.", |f: &&'a Finding| {
            Cell::text(f.rule.name())
        }),
        column("severity", Text, "error, warning or info.", |f: &&'a Finding| {
            Cell::text(f.rule.severity().name())
        }),
        column("dataset", Text, "The file, as the project names it.", |f: &&'a Finding| {
            Cell::text(&f.dataset)
        }),
        column(
            "row",
            Integer,
            "In tables as a spreadsheet counts (the header is row 1), in Parquet from 1, in vector \
             files the feature id, in OFDS packages the place in its list from 1.",
            |f: &&'a Finding| {
                Cell::of(f.row.and_then(|row| i64::try_from(row).ok()), Cell::Integer)
            },
        ),
        column("field", Text, "The column or key.", |f: &&'a Finding| {
            Cell::of(f.field.as_deref(), Cell::text)
        }),
        column("value", Text, "As it was read.", |f: &&'a Finding| {
            Cell::of(f.value.as_deref(), Cell::text)
        }),
        column("message", Text, "What is wrong and what was done.", |f: &&'a Finding| {
            Cell::text(&f.message)
        }),
        column("hint", Text, "What to do about it.", |f: &&'a Finding| {
            Cell::of(f.hint.as_deref(), Cell::text)
        }),
    ]
}

/// Fills the table; findings are sorted already.
pub fn findings(findings: &[Finding]) -> Table {
    Table::fill("findings", &columns(), findings)
}
