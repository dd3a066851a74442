//! `sensitivity`: which of the choices behind a score moves the ranks and the scores.

use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::score::draws::Factor;
use crate::score::sobol::Index;
use crate::score::{AskedScores, Scores};

/// One choice and one thing that it moves.
pub struct Row<'a> {
    unit: Option<&'a str>,
    factor: Factor,
    index: Index,
    samples: u32,
}

/// The columns, in order.
pub fn columns<'a>() -> Vec<Column<Row<'a>>> {
    use Kind::{Integer, Number, Text};
    fn of<'a>(name: &str, meaning: &'static str, of: fn(&Index) -> f64) -> Column<Row<'a>> {
        column(name, Number, meaning, move |r: &Row<'a>| Cell::Number(of(&r.index)))
    }
    vec![
        column(
            "output",
            Text,
            "rank_shift (the mean over the units with a score of how many places the rank moves) or score (of one \
             unit).",
            |r: &Row<'a>| Cell::text(if r.unit.is_some() { "score" } else { "rank_shift" }),
        ),
        column("unit_id", Text, "The unit; blank of rank_shift.", |r: &Row<'a>| {
            Cell::of(r.unit, Cell::text)
        }),
        column("factor", Text, "weights, aggregation, goalposts or unknowns.", |r: &Row<'a>| {
            Cell::text(r.factor.name())
        }),
        of("first_order", "Sobol's: the share of the variance that it makes alone.", |i| i.first),
        of("first_order_low", "Lower end of its 95 % bootstrap interval.", |i| i.first_low),
        of("first_order_high", "Upper end.", |i| i.first_high),
        of(
            "total",
            "Sobol's: the share of the variance that it takes part in, together with others.",
            |i| i.total,
        ),
        of("total_low", "Lower end of its 95 % bootstrap interval.", |i| i.total_low),
        of("total_high", "Upper end.", |i| i.total_high),
        column("samples", Integer, "How many samples it is from.", |r: &Row<'a>| {
            Cell::Integer(r.samples.into())
        }),
    ]
}

/// Fills the table: the ranks first, then by unit; each in the order of the choices. Nothing where
/// nothing is asked.
pub fn sensitivity(table: &'static str, scores: &AskedScores) -> Table {
    let mut rows: Vec<Row<'_>> = Vec::new();
    if let Some(Scores { sensitivity: found, .. }) = &scores.found {
        let mut add = |unit, indices: &Option<Vec<Index>>| {
            for (&factor, &index) in found.factors.iter().zip(indices.iter().flatten()) {
                rows.push(Row { unit, factor, index, samples: found.base });
            }
        };
        add(None, &found.rank_shift);
        for (unit, indices) in scores.units.iter().zip(&found.scores) {
            add(Some(unit.id.as_str()), indices);
        }
    }
    Table::fill(table, &columns(), rows)
}
