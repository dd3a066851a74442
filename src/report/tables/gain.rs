//! `gains`: what would change the score of each municipality.

use crate::ingest::Inputs;
use crate::readiness::Assessment;
use crate::readiness::gain::Gain;
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::score::evaluate::GroupScore;

/// One measure at some sites of a municipality.
pub struct GainRow<'a> {
    inputs: &'a Inputs,
    gain: &'a Gain,
}

/// The columns, in order.
pub fn columns<'a>() -> Vec<Column<GainRow<'a>>> {
    use Kind::{Integer, Number, Text};
    fn score<'a>(
        name: &str,
        meaning: &'static str,
        of: fn(&Gain) -> Option<f64>,
    ) -> Column<GainRow<'a>> {
        column(name, Number, meaning, move |r: &GainRow<'a>| Cell::of(of(r.gain), Cell::Number))
    }
    fn value(score: &GroupScore) -> Option<f64> {
        score.value.ok().map(|score| score.value())
    }
    vec![
        column("municipality_code", Text, "Always text.", |r: &GainRow<'a>| {
            Cell::text(r.inputs.municipalities[r.gain.municipality].code.as_str())
        }),
        column(
            "measure",
            Text,
            "connect (1 Gbit/s), gigabit (raise a connection to it), mobile (one more radio \
             network, 30 Mbit/s), second_way (for the connection), backup_power (24 h) or \
             second_feed.",
            |r: &GainRow<'a>| Cell::text(r.gain.measure.name()),
        ),
        column("sites_mended", Integer, "At how many sites it is tried.", |r: &GainRow<'a>| {
            Cell::count(r.gain.sites.len())
        }),
        column("sites_lacking", Integer, "How many are known to lack it.", |r: &GainRow<'a>| {
            Cell::count(r.gain.lacking)
        }),
        score("score", "As it is.", |g| value(&g.before)),
        score("score_after", "With the measure, all others as they are.", |g| value(&g.after)),
        score("gain", "The difference, in points.", |g| Some(value(&g.after)? - value(&g.before)?)),
        score("score_low_after", "When every unknown falls badly.", |g| Some(g.after.low.value())),
        score("score_high_after", "When every unknown falls well.", |g| Some(g.after.high.value())),
        column("rank", Integer, "As it is.", |r: &GainRow<'a>| {
            Cell::of(r.gain.rank_before, |rank| Cell::Integer(rank.into()))
        }),
        column("rank_after", Integer, "With the measure.", |r: &GainRow<'a>| {
            Cell::of(r.gain.rank_after, |rank| Cell::Integer(rank.into()))
        }),
        column(
            "site_ids",
            Text,
            "Where, joined by ;: care homes first, then schools, then others; most persons first.",
            |r: &GainRow<'a>| {
                let ids = r.gain.sites.iter().map(|&i| r.inputs.sites[i].id.as_str());
                Cell::text(ids.collect::<Vec<_>>().join(";"))
            },
        ),
    ]
}

/// Fills `gains`: by municipality, measure and number of sites.
pub fn gains(inputs: &Inputs, assessment: &Assessment) -> Table {
    let rows = assessment.gains.iter().map(|gain| GainRow { inputs, gain });
    Table::fill("gains", &columns(), rows)
}
