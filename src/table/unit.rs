//! `municipalities` and `groups`: what is known of each unit, and its score.

use crate::ingest::Inputs;
use crate::model::framework::{Framework, GroupIdx};
use crate::readiness::Assessment;
use crate::readiness::composite::{Composite, Standing};
use crate::readiness::unit::UnitAssessment;
use crate::table::{
    Cell, Holds, OfMunicipality, Part, Shape, Spread, Thing, Unit, UnitId, Value, table,
};
use crate::units::{Score, Share};

table! {
    /// One municipality, or one group of them.
    pub struct UnitRow in "municipalities" {
        unit: UnitId,
        name: OfMunicipality<String>,
        sites: usize,
        schools: usize,
        care_homes: usize,
        sites_connected: usize,
        sites_unconnected: usize,
        sites_unknown: usize,
        sites_with_spof: usize,
        score: Option<Score>,
        score_low: Option<Score>,
        score_high: Option<Score>,
        rank: Option<u32>,
        rank_low: Option<u32>,
        rank_high: Option<u32>,
        pillars: Spread<PillarScore>,
        sites_passed: usize,
        sites_planned: usize,
        known_share: Option<Share>,
        score_rests_on: Option<String>,
        ranked_among: Option<usize>,
        service_places: usize,
        service_places_ready: usize,
        service_places_unknown: usize,
    }
}

/// The score of a pillar, and its bounds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PillarScore {
    /// The best estimate.
    pub value: Option<Score>,
    /// When every unknown falls badly.
    pub low: Option<Score>,
    /// When every unknown falls well.
    pub high: Option<Score>,
}

impl Part for PillarScore {
    const LIST: &'static str = "of-pillar";
    const COLUMNS: &'static [(&'static str, &'static str, Holds)] = &[
        ("", "whole", Holds::Points),
        ("_low", "low", Holds::Points),
        ("_high", "high", Holds::Points),
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![self.value.cell(), self.low.cell(), self.high.cell()]
    }

    fn read(cells: &[&str]) -> Option<Self> {
        let [value, low, high] = [0, 1, 2].map(|i| Option::<Score>::read(cells[i]));
        Some(Self { value: value?, low: low?, high: high? })
    }
}

/// The shape of `municipalities` under a framework.
pub fn municipalities_shape(framework: &Framework) -> Shape {
    Shape::of::<UnitRow>().with(pillars(framework))
}

/// The shape of `groups` under a framework.
pub fn groups_shape(framework: &Framework) -> Shape {
    Shape::of::<UnitRow>().about("groups", Unit::Group).with(pillars(framework))
}

fn pillars(framework: &Framework) -> Vec<Thing> {
    let groups = framework.pillars().map(|pillar| framework.group(pillar));
    groups.map(|group| Thing { id: group.id.clone(), names: group.names.clone() }).collect()
}

/// A unit among those that are scored together.
#[derive(Clone, Copy)]
struct Of<'a> {
    framework: &'a Framework,
    composite: &'a Composite,
    place: usize,
}

impl Of<'_> {
    fn standing(&self, group: GroupIdx) -> Option<Standing> {
        self.composite.standing(self.place, group)
    }

    fn pillars(&self) -> Spread<PillarScore> {
        let of = |pillar| {
            let found = self.standing(pillar).map(|standing| standing.score);
            let score = PillarScore {
                value: found.and_then(|score| score.value.ok()),
                low: found.map(|score| score.low),
                high: found.map(|score| score.high),
            };
            (self.framework.group(pillar).id.clone(), score)
        };
        Spread(self.framework.pillars().map(of).collect())
    }
}

/// The rows of `municipalities`: by code.
pub fn municipalities(inputs: &Inputs, assessment: &Assessment) -> Vec<UnitRow> {
    let framework = assessment.asked.whole();
    let units = inputs.municipalities.iter().zip(&assessment.municipalities).enumerate();
    let rows = units.map(|(place, (m, unit))| {
        row(
            m.code.as_str(),
            &m.name,
            unit,
            Of { framework, composite: &assessment.composite, place },
        )
    });
    rows.collect()
}

/// The rows of `groups`: by name.
pub fn groups(assessment: &Assessment) -> Vec<UnitRow> {
    let framework = assessment.asked.whole();
    let rows = assessment.groups.iter().enumerate().map(|(place, group)| {
        let of = Of { framework, composite: &assessment.group_composite, place };
        row(&group.name, &group.name, &group.assessment, of)
    });
    rows.collect()
}

fn row(id: &str, name: &str, unit: &UnitAssessment, of: Of<'_>) -> UnitRow {
    let index = of.standing(Framework::ROOT);
    let score = index.map(|standing| standing.score);
    let ranks = index.and_then(|standing| standing.rank_interval);
    UnitRow {
        unit: id.into(),
        name: OfMunicipality(name.to_owned()),
        sites: unit.sites,
        schools: unit.schools,
        care_homes: unit.care_homes,
        sites_connected: unit.connected,
        sites_unconnected: unit.unconnected,
        sites_unknown: unit.unknown,
        sites_with_spof: unit.with_spof,
        score: score.and_then(|score| score.value.ok()),
        score_low: score.map(|score| score.low),
        score_high: score.map(|score| score.high),
        rank: index.and_then(|standing| standing.rank),
        rank_low: ranks.map(|(low, _)| low),
        rank_high: ranks.map(|(_, high)| high),
        pillars: of.pillars(),
        sites_passed: unit.passed,
        sites_planned: unit.planned,
        known_share: score.map(|score| score.known),
        score_rests_on: Some(of.composite.scores.asked.rests_on_ids())
            .filter(|ids| !ids.is_empty()),
        ranked_among: index.map(|standing| standing.ranked),
        service_places: unit.service_places.all,
        service_places_ready: unit.service_places.ready,
        service_places_unknown: unit.service_places.unknown,
    }
}
