//! `sensitivity`: which choice behind the score moves what.

use crate::score::draws::Factor;
use crate::score::sobol::Index;
use crate::score::{AskedScores, Scores};
use crate::table::{Holds, table};
use crate::words::codes;

codes! {
    /// What a choice moves.
    pub enum Moved: "moved" {
        /// The mean over the units of how many places their ranks move.
        RankShift = "rank_shift",
        /// The score of one unit.
        Score = "score",
    }
}

table! {
    /// One choice and one thing that it moves.
    pub struct SensitivityRow in "sensitivity" {
        output: Moved,
        unit_id: Option<String> as Holds::Id,
        factor: Factor,
        first_order: f64,
        first_order_low: f64,
        first_order_high: f64,
        total: f64,
        total_low: f64,
        total_high: f64,
        samples: u32,
    }
}

/// The rows of `sensitivity`: the ranks first, then by unit; each in the order of the choices. None
/// where nothing is asked.
pub fn sensitivity(scores: &AskedScores) -> Vec<SensitivityRow> {
    let mut rows = Vec::new();
    let Some(Scores { sensitivity: found, .. }) = &scores.found else { return rows };
    let mut add = |unit: Option<&str>, indices: &Option<Vec<Index>>| {
        for (&factor, index) in found.factors.iter().zip(indices.iter().flatten()) {
            rows.push(SensitivityRow {
                output: if unit.is_some() { Moved::Score } else { Moved::RankShift },
                unit_id: unit.map(str::to_owned),
                factor,
                first_order: index.first,
                first_order_low: index.first_low,
                first_order_high: index.first_high,
                total: index.total,
                total_low: index.total_low,
                total_high: index.total_high,
                samples: found.base,
            });
        }
    };
    add(None, &found.rank_shift);
    for (unit, indices) in scores.units.iter().zip(&found.scores) {
        add(Some(unit.id.as_str()), indices);
    }
    rows
}
