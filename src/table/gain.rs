//! `gains`: what would change the score of each municipality.

use crate::ingest::Inputs;
use crate::readiness::Assessment;
use crate::readiness::gain::{Gain, Measure};
use crate::score::evaluate::GroupScore;
use crate::table::{Holds, Ids, UnitId, table};
use crate::units::Score;

table! {
    /// One measure at some sites of a municipality.
    pub struct GainRow in "gains" {
        unit: UnitId,
        measure: Measure,
        sites_mended: usize,
        sites_lacking: usize,
        score: Option<Score>,
        score_after: Option<Score>,
        gain: Option<f64> as Holds::Points,
        score_low_after: Option<Score>,
        score_high_after: Option<Score>,
        rank: Option<u32>,
        rank_after: Option<u32>,
        site_ids: Ids as Holds::Id,
    }
}

/// The rows of `gains`: by municipality, measure and number of sites.
pub fn gains(inputs: &Inputs, assessment: &Assessment) -> Vec<GainRow> {
    assessment.gains.iter().map(|gain| row(inputs, gain)).collect()
}

fn row(inputs: &Inputs, gain: &Gain) -> GainRow {
    let value = |score: &GroupScore| score.value.ok();
    let (before, after) = (value(&gain.before), value(&gain.after));
    GainRow {
        unit: inputs.municipalities[gain.municipality].code.as_str().into(),
        measure: gain.measure,
        sites_mended: gain.sites.len(),
        sites_lacking: gain.lacking,
        score: before,
        score_after: after,
        gain: after.zip(before).map(|(after, before)| after.value() - before.value()),
        score_low_after: Some(gain.after.low),
        score_high_after: Some(gain.after.high),
        rank: gain.rank_before,
        rank_after: gain.rank_after,
        site_ids: Ids(gain.sites.iter().map(|&i| inputs.sites[i].id.clone()).collect()),
    }
}
