//! Units that are compared with each other: municipalities, and the groups they form.

use std::collections::BTreeMap;

use crate::model::coverage::FixedStatus;
use crate::model::municipality::Municipality;
use crate::model::site::{Site, SiteKind};
use crate::readiness::aggregate::{UnitScore, score};
use crate::readiness::indicator::{INDICATORS, IndicatorTargets, IndicatorValue};
use crate::readiness::site::{Flag, SiteAssessment};
use crate::readiness::uncertainty::{Rank, ranks};

/// What is counted and concluded for one unit.
#[derive(Clone, Debug)]
pub struct UnitAssessment {
    /// Its sites.
    pub sites: usize,
    /// Schools among them.
    pub schools: usize,
    /// Care homes among them.
    pub care_homes: usize,
    /// Sites with a fixed connection in service.
    pub connected: usize,
    /// Sites that a network passes.
    pub passed: usize,
    /// Sites to which a connection is decided but not built.
    pub planned: usize,
    /// Sites known to be without.
    pub unconnected: usize,
    /// Sites of which nobody knows.
    pub unknown: usize,
    /// Sites that a single element beyond their access node cuts off.
    pub with_spof: usize,
    /// In the order of [`INDICATORS`]; absent without sites.
    pub values: Option<[IndicatorValue; INDICATORS.len()]>,
    /// Absent without sites.
    pub score: Option<UnitScore>,
    /// Absent without sites.
    pub rank: Option<Rank>,
}

/// How ranks are drawn.
#[derive(Clone, Copy, Debug)]
pub struct RankDraws {
    /// How many.
    pub draws: u32,
    /// From which seed.
    pub seed: u64,
}

/// Assesses every municipality, in their order.
pub fn municipalities(
    municipalities: &[Municipality],
    sites: &[Site],
    assessments: &[SiteAssessment],
    targets: &IndicatorTargets,
    draws: RankDraws,
) -> Vec<UnitAssessment> {
    let mut members = vec![Vec::new(); municipalities.len()];
    for (site, assessment) in assessments.iter().enumerate() {
        if let Some(municipality) = assessment.location.municipality {
            members[municipality.0].push(site);
        }
    }
    assess(&members, sites, assessments, targets, draws)
}

/// Assesses every group of municipalities, sorted by name.
pub fn groups(
    municipalities: &[Municipality],
    sites: &[Site],
    assessments: &[SiteAssessment],
    targets: &IndicatorTargets,
    draws: RankDraws,
) -> Vec<(String, UnitAssessment)> {
    let mut members: BTreeMap<&str, Vec<usize>> =
        municipalities.iter().filter_map(|m| Some((m.group.as_deref()?, Vec::new()))).collect();
    for (site, assessment) in assessments.iter().enumerate() {
        let group =
            assessment.location.municipality.and_then(|m| municipalities[m.0].group.as_deref());
        if let Some(own) = group.and_then(|group| members.get_mut(group)) {
            own.push(site);
        }
    }
    let names = members.keys().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let members: Vec<Vec<usize>> = members.into_values().collect();
    names.into_iter().zip(assess(&members, sites, assessments, targets, draws)).collect()
}

fn assess(
    members: &[Vec<usize>],
    sites: &[Site],
    assessments: &[SiteAssessment],
    targets: &IndicatorTargets,
    draws: RankDraws,
) -> Vec<UnitAssessment> {
    let mut units: Vec<UnitAssessment> =
        members.iter().map(|own| unit(own, sites, assessments, targets)).collect();
    let scores: Vec<Option<UnitScore>> = units.iter().map(|unit| unit.score.clone()).collect();
    for (unit, rank) in units.iter_mut().zip(ranks(&scores, draws.draws, draws.seed)) {
        unit.rank = rank;
    }
    units
}

fn unit(
    own: &[usize],
    sites: &[Site],
    assessments: &[SiteAssessment],
    targets: &IndicatorTargets,
) -> UnitAssessment {
    let of_kind = |kind| own.iter().filter(|&&i| sites[i].kind == kind).count();
    let with_status =
        |status| own.iter().filter(|&&i| assessments[i].fixed.status == status).count();
    let values = INDICATORS.map(|indicator| {
        IndicatorValue::of(
            own.iter().map(|&i| (indicator.holds)(&sites[i], &assessments[i], targets)),
        )
    });
    // Without sites no indicator has a value, and with sites each has.
    let values =
        (!own.is_empty()).then(|| values.map(|v| v.expect("a share of at least one site")));
    UnitAssessment {
        sites: own.len(),
        schools: of_kind(SiteKind::School),
        care_homes: of_kind(SiteKind::CareHome),
        connected: with_status(FixedStatus::Connected),
        passed: with_status(FixedStatus::Passed),
        planned: with_status(FixedStatus::Planned),
        unconnected: with_status(FixedStatus::None),
        unknown: with_status(FixedStatus::Unknown),
        with_spof: own
            .iter()
            .filter(|&&i| assessments[i].flags.contains(&Flag::SpofNetwork))
            .count(),
        score: values.as_ref().map(score),
        values,
        rank: None,
    }
}
