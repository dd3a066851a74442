//! `municipalities` and `groups`.

use crate::ingest::Inputs;
use crate::model::framework::{Framework, GroupIdx};
use crate::readiness::Assessment;
use crate::readiness::composite::{Composite, Standing};
use crate::readiness::unit::UnitAssessment;
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::units::Score;

/// A municipality or a group and what was concluded of it.
pub struct UnitRow<'a> {
    code: &'a str,
    name: &'a str,
    unit: &'a UnitAssessment,
    composite: &'a Composite,
    place: usize,
}

fn score_cell(score: Option<Score>) -> Cell {
    Cell::of(score, |score| Cell::Number(score.value()))
}

/// The columns that municipalities and groups share.
fn unit_columns<'a>(framework: &Framework) -> Vec<Column<UnitRow<'a>>> {
    use Kind::{Integer, Number};
    fn count<'a>(
        name: &str,
        meaning: &'static str,
        of: fn(&UnitAssessment) -> usize,
    ) -> Column<UnitRow<'a>> {
        column(name, Integer, meaning, move |r: &UnitRow<'a>| Cell::count(of(r.unit)))
    }
    fn of_group<'a>(
        name: impl Into<String>,
        kind: Kind,
        meaning: &'static str,
        group: GroupIdx,
        of: impl Fn(Standing) -> Cell + 'static,
    ) -> Column<UnitRow<'a>> {
        column(name, kind, meaning, move |r: &UnitRow<'a>| {
            Cell::of(r.composite.standing(r.place, group), &of)
        })
    }
    let index = Framework::ROOT;
    let mut columns = vec![
        count("sites", "Sites that count in it.", |u| u.sites),
        count("schools", "Schools among them.", |u| u.schools),
        count("care_homes", "Care homes among them.", |u| u.care_homes),
        count("sites_connected", "With a fixed connection in service.", |u| u.connected),
        count("sites_unconnected", "Known to be without (fixed_status none).", |u| u.unconnected),
        count("sites_unknown", "Of which nobody knows (fixed_status unknown).", |u| u.unknown),
        count("sites_with_spof", "With the flag spof_network.", |u| u.with_spof),
        of_group(
            "score",
            Number,
            "0–100, the best estimate; blank without sites, or where nothing is known: scores says why.",
            index,
            |s| score_cell(s.score.value.ok()),
        ),
        of_group("score_low", Number, "When every unknown falls badly.", index, |s| {
            Cell::Number(s.score.low.value())
        }),
        of_group("score_high", Number, "When every unknown falls well.", index, |s| {
            Cell::Number(s.score.high.value())
        }),
        of_group(
            "rank",
            Integer,
            "1 is best; equals share a rank; blank without a score.",
            index,
            |s| Cell::of(s.rank, |rank| Cell::Integer(rank.into())),
        ),
        of_group(
            "rank_low",
            Integer,
            "5th percentile of the rank over the draws, or the rank where that is better.",
            index,
            |s| Cell::of(s.rank_interval, |(low, _)| Cell::Integer(low.into())),
        ),
        of_group(
            "rank_high",
            Integer,
            "95th percentile of the rank over the draws, or the rank where that is worse.",
            index,
            |s| Cell::of(s.rank_interval, |(_, high)| Cell::Integer(high.into())),
        ),
    ];
    for pillar in framework.pillars() {
        type Bound = (&'static str, &'static str, fn(Standing) -> Option<Score>);
        let bounds: [Bound; 3] = [
            (
                "",
                "Pillar, 0–100; blank where nothing in it is known, or nothing is asked.",
                |s| s.score.value.ok(),
            ),
            ("_low", "Pillar, when every unknown falls badly.", |s| Some(s.score.low)),
            ("_high", "Pillar, when every unknown falls well.", |s| Some(s.score.high)),
        ];
        for (ending, meaning, of) in bounds {
            let name = format!("{}{ending}", framework.group(pillar).id);
            columns.push(of_group(name, Number, meaning, pillar, move |s| score_cell(of(s))));
        }
    }
    columns.push(count("sites_passed", "That a network passes.", |u| u.passed));
    columns.push(count("sites_planned", "With a connection decided but not built.", |u| u.planned));
    columns.push(of_group(
        "known_share",
        Number,
        "Of how large a part of what the score is made of it is known, 0–1.",
        index,
        |s| Cell::Number(s.score.known.value()),
    ));
    columns.push(column(
        "score_rests_on",
        Kind::Text,
        "The pillars that are asked: what the score is made of. Ids, separated by blanks, in the \
         order of the framework; the same for all.",
        |r: &UnitRow<'a>| {
            let ids = r.composite.scores.asked.rests_on_ids();
            Cell::of(Some(ids).filter(|ids| !ids.is_empty()), Cell::text)
        },
    ));
    columns.push(of_group(
        "ranked_among",
        Integer,
        "How many are ranked together: those that have a score.",
        index,
        |s| Cell::count(s.ranked),
    ));
    columns.push(count(
        "service_places",
        "Pairs of a site and a digital service that concerns it: rows of services.",
        |u| u.service_places.all,
    ));
    columns.push(count("service_places_ready", "Of them, ready.", |u| u.service_places.ready));
    columns.push(count("service_places_unknown", "Of them, not known to be ready or not.", |u| {
        u.service_places.unknown
    }));
    columns
}

/// The columns of `municipalities`, in order.
pub fn municipality_columns<'a>(framework: &Framework) -> Vec<Column<UnitRow<'a>>> {
    let mut columns = vec![
        column("municipality_code", Kind::Text, "Always text.", |r: &UnitRow<'a>| {
            Cell::text(r.code)
        }),
        column("name", Kind::Text, "As the file writes it.", |r: &UnitRow<'a>| Cell::text(r.name)),
    ];
    columns.extend(unit_columns(framework));
    columns
}

/// The columns of `groups`, in order.
pub fn group_columns<'a>(framework: &Framework) -> Vec<Column<UnitRow<'a>>> {
    let mut columns = vec![column(
        "group",
        Kind::Text,
        "As the group column of the municipalities writes it.",
        |r: &UnitRow<'a>| Cell::text(r.name),
    )];
    columns.extend(unit_columns(framework));
    columns
}

/// Fills `municipalities`: sorted by code.
pub fn municipalities(inputs: &Inputs, assessment: &Assessment) -> Table {
    let units = inputs.municipalities.iter().zip(&assessment.municipalities).enumerate();
    let composite = &assessment.composite;
    let rows = units.map(|(place, (m, unit))| UnitRow {
        code: m.code.as_str(),
        name: &m.name,
        unit,
        composite,
        place,
    });
    Table::fill("municipalities", &municipality_columns(assessment.asked.whole()), rows)
}

/// Fills `groups`: sorted by name.
pub fn groups(assessment: &Assessment) -> Table {
    let composite = &assessment.group_composite;
    let units = assessment.groups.iter().enumerate();
    let rows = units.map(|(place, group)| UnitRow {
        code: &group.name,
        name: &group.name,
        unit: &group.assessment,
        composite,
        place,
    });
    Table::fill("groups", &group_columns(assessment.asked.whole()), rows)
}
