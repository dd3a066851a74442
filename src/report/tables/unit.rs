//! `municipalities`, `groups` and `indicators`.

use crate::ingest::Inputs;
use crate::readiness::Assessment;
use crate::readiness::aggregate::Interval;
use crate::readiness::indicator::{INDICATORS, Indicator, IndicatorValue, Pillar};
use crate::readiness::unit::UnitAssessment;
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::units::Score;

/// A municipality or a group and what was concluded of it.
pub struct UnitRow<'a> {
    code: &'a str,
    name: &'a str,
    unit: &'a UnitAssessment,
}

fn score_cell(score: Option<Score>) -> Cell {
    Cell::of(score, |score| Cell::Number(score.value()))
}

/// The columns that municipalities and groups share.
fn unit_columns<'a>() -> Vec<Column<UnitRow<'a>>> {
    use Kind::{Integer, Number};
    fn count<'a>(
        name: &str,
        meaning: &'static str,
        of: fn(&UnitAssessment) -> usize,
    ) -> Column<UnitRow<'a>> {
        column(name, Integer, meaning, move |r: &UnitRow<'a>| Cell::count(of(r.unit)))
    }
    fn score<'a>(
        name: &str,
        meaning: &'static str,
        of: fn(&Interval) -> Option<Score>,
    ) -> Column<UnitRow<'a>> {
        column(name, Number, meaning, move |r: &UnitRow<'a>| {
            score_cell(r.unit.score.as_ref().and_then(|s| of(&s.score)))
        })
    }
    let mut columns = vec![
        count("sites", "Sites that count in it.", |u| u.sites),
        count("schools", "Schools among them.", |u| u.schools),
        count("care_homes", "Care homes among them.", |u| u.care_homes),
        count("sites_connected", "With a fixed connection in service.", |u| u.connected),
        count("sites_unconnected", "Known to be without (fixed_status none).", |u| u.unconnected),
        count("sites_unknown", "Of which nobody knows (fixed_status unknown).", |u| u.unknown),
        count("sites_with_spof", "With the flag spof_network.", |u| u.with_spof),
        score("score", "0–100; blank where a pillar is wholly unknown, or without sites.", |i| {
            i.value
        }),
        score("score_low", "When every unknown falls badly.", |i| Some(i.low)),
        score("score_high", "When every unknown falls well.", |i| Some(i.high)),
        column(
            "rank",
            Integer,
            "1 is best; equals share a rank; blank without a score.",
            |r: &UnitRow<'a>| Cell::of(r.unit.rank.and_then(|rank| rank.rank), Cell::count),
        ),
        column(
            "rank_low",
            Integer,
            "5th percentile of the rank over the draws.",
            |r: &UnitRow<'a>| Cell::of(r.unit.rank, |rank| Cell::count(rank.low)),
        ),
        column(
            "rank_high",
            Integer,
            "95th percentile of the rank over the draws.",
            |r: &UnitRow<'a>| Cell::of(r.unit.rank, |rank| Cell::count(rank.high)),
        ),
    ];
    for (i, pillar) in Pillar::ALL.into_iter().enumerate() {
        type Bound = (&'static str, &'static str, fn(&Interval) -> Option<Score>);
        let bounds: [Bound; 3] = [
            ("", "Pillar, 0–100; blank where nothing in it is known.", |i| i.value),
            ("_low", "Pillar, when every unknown falls badly.", |i| Some(i.low)),
            ("_high", "Pillar, when every unknown falls well.", |i| Some(i.high)),
        ];
        for (ending, meaning, of) in bounds {
            let name = format!("{}{ending}", pillar.name());
            columns.push(column(name, Number, meaning, move |r: &UnitRow<'a>| {
                score_cell(r.unit.score.as_ref().and_then(|s| of(&s.pillars[i])))
            }));
        }
    }
    columns.push(count("sites_passed", "That a network passes.", |u| u.passed));
    columns.push(count("sites_planned", "With a connection decided but not built.", |u| u.planned));
    columns
}

/// The columns of `municipalities`, in order.
pub fn municipality_columns<'a>() -> Vec<Column<UnitRow<'a>>> {
    let mut columns = vec![
        column("municipality_code", Kind::Text, "Always text.", |r: &UnitRow<'a>| {
            Cell::text(r.code)
        }),
        column("name", Kind::Text, "As the file writes it.", |r: &UnitRow<'a>| Cell::text(r.name)),
    ];
    columns.extend(unit_columns());
    columns
}

/// The columns of `groups`, in order.
pub fn group_columns<'a>() -> Vec<Column<UnitRow<'a>>> {
    let mut columns = vec![column(
        "group",
        Kind::Text,
        "As the group column of the municipalities writes it.",
        |r: &UnitRow<'a>| Cell::text(r.name),
    )];
    columns.extend(unit_columns());
    columns
}

/// Fills `municipalities`: sorted by code.
pub fn municipalities(inputs: &Inputs, assessment: &Assessment) -> Table {
    let rows = inputs
        .municipalities
        .iter()
        .zip(&assessment.municipalities)
        .map(|(m, unit)| UnitRow { code: m.code.as_str(), name: &m.name, unit });
    Table::fill("municipalities", &municipality_columns(), rows)
}

/// Fills `groups`: sorted by name.
pub fn groups(assessment: &Assessment) -> Table {
    let rows = assessment.groups.iter().map(|(name, unit)| UnitRow { code: name, name, unit });
    Table::fill("groups", &group_columns(), rows)
}

/// The value of one indicator for one municipality.
pub struct IndicatorRow<'a> {
    code: &'a str,
    indicator: Indicator,
    value: Option<IndicatorValue>,
}

/// The columns of `indicators`, in order.
pub fn indicator_columns<'a>() -> Vec<Column<IndicatorRow<'a>>> {
    use Kind::{Number, Text};
    fn share<'a>(
        name: &str,
        meaning: &'static str,
        of: fn(&IndicatorValue) -> Option<f64>,
    ) -> Column<IndicatorRow<'a>> {
        column(name, Number, meaning, move |r: &IndicatorRow<'a>| {
            Cell::of(r.value.as_ref().and_then(of), Cell::Number)
        })
    }
    vec![
        column("municipality_code", Text, "Always text.", |r: &IndicatorRow<'a>| {
            Cell::text(r.code)
        }),
        column("indicator", Text, "See `docs/method.md`.", |r: &IndicatorRow<'a>| {
            Cell::text(r.indicator.id)
        }),
        column("pillar", Text, "Where it counts.", |r: &IndicatorRow<'a>| {
            Cell::text(r.indicator.pillar.name())
        }),
        share("value", "Share 0–1 among the sites of which it is known.", |v| {
            v.value.map(|share| share.value())
        }),
        share("value_low", "Share when every unknown is a no.", |v| Some(v.low.value())),
        share("value_high", "Share when every unknown is a yes.", |v| Some(v.high.value())),
        share("known_share", "Share of sites of which it is known.", |v| Some(v.known.value())),
        share("normalised", "The value on 0–100, between goalposts 0 and 1.", |v| {
            v.value.map(|share| 100.0 * share.value())
        }),
        column("weight", Number, "Within its pillar.", |r: &IndicatorRow<'a>| {
            Cell::Number(r.indicator.weight)
        }),
    ]
}

/// Fills `indicators`: sorted by municipality, then in the order of the pillars.
pub fn indicators(inputs: &Inputs, assessment: &Assessment) -> Table {
    let units = inputs.municipalities.iter().zip(&assessment.municipalities);
    let rows = units.flat_map(|(municipality, unit)| {
        INDICATORS.iter().enumerate().map(move |(i, indicator)| IndicatorRow {
            code: municipality.code.as_str(),
            indicator: *indicator,
            value: unit.values.map(|values| values[i]),
        })
    });
    Table::fill("indicators", &indicator_columns(), rows)
}
