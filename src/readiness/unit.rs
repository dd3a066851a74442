//! Units that are compared with each other: municipalities, and the groups they form.

use std::collections::BTreeMap;

use crate::model::coverage::FixedStatus;
use crate::model::municipality::Municipality;
use crate::model::site::{Site, SiteKind};
use crate::readiness::case::SiteCase;
use crate::readiness::estimate::UnitOdds;
use crate::readiness::indicator::{Asks, IndicatorValue};
use crate::readiness::service::{Readiness, ServiceReadiness};
use crate::readiness::site::{Flag, SiteAssessment};
use crate::readiness::weight::SiteWeights;

/// What is counted of one unit.
#[derive(Clone, Debug, PartialEq)]
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
    /// The services that its sites need.
    pub service_places: ServicePlaces,
    /// In the order of [`crate::readiness::indicator::SITE_INDICATORS`], then one a service; absent without sites that it is
    /// about.
    pub values: Vec<Option<IndicatorValue>>,
}

/// The pairs of a site and a service that concerns it: a service at two sites is two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ServicePlaces {
    /// How many there are.
    pub all: usize,
    /// How many are ready.
    pub ready: usize,
    /// Of how many it is not known.
    pub unknown: usize,
}

impl ServicePlaces {
    /// Counts those of some sites.
    fn of<'a>(sites: impl Iterator<Item = &'a Vec<(usize, ServiceReadiness)>>) -> Self {
        let mut counts = Self::default();
        for (_, readiness) in sites.flatten() {
            counts.all += 1;
            counts.ready += usize::from(readiness.status == Readiness::Ready);
            counts.unknown += usize::from(readiness.status == Readiness::Unknown);
        }
        counts
    }

    /// Compares the shares that are ready, `Greater` where this one is larger; nothing of nothing
    /// is equal to every share.
    pub fn cmp_share(&self, other: &Self) -> std::cmp::Ordering {
        // Crosswise: quotients that are equal could differ in their last digit.
        (self.ready as u128 * other.all as u128).cmp(&(other.ready as u128 * self.all as u128))
    }
}

/// Everything that is known of the sites of a run.
#[derive(Clone, Copy)]
pub struct Sites<'a> {
    /// As their registers state them.
    pub sites: &'a [Site],
    /// What was concluded of each.
    pub assessed: &'a [SiteAssessment],
    /// Of each site, the services that concern it and how it stands to them.
    pub readiness: &'a [Vec<(usize, ServiceReadiness)>],
    /// What is known of every condition at each.
    pub cases: &'a [SiteCase],
    /// What every computed indicator asks.
    pub asks: &'a [Asks],
}

/// Which sites count in each municipality, in their order.
pub fn members(municipalities: usize, assessed: &[SiteAssessment]) -> Vec<Vec<usize>> {
    let mut members = vec![Vec::new(); municipalities];
    for (site, assessment) in assessed.iter().enumerate() {
        if let Some(municipality) = assessment.location.municipality {
            members[municipality.0].push(site);
        }
    }
    members
}

/// The municipalities of each group, sorted by its name.
pub fn groups(municipalities: &[Municipality]) -> Vec<(String, Vec<usize>)> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, municipality) in municipalities.iter().enumerate() {
        if let Some(group) = &municipality.group {
            groups.entry(group).or_default().push(i);
        }
    }
    groups.into_iter().map(|(name, own)| (name.to_owned(), own)).collect()
}

/// Counts one unit's own sites; in its indicators each weighs as `weights` say.
pub fn unit(own: &[usize], of: Sites<'_>, weights: &SiteWeights) -> UnitAssessment {
    let of_kind = |kind| own.iter().filter(|&&i| of.sites[i].kind == kind).count();
    let with_status =
        |status| own.iter().filter(|&&i| of.assessed[i].fixed.status == status).count();
    let values = values(own.iter().map(|&i| (&of.cases[i], weights.of(i))).collect(), of.asks);
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
            .filter(|&&i| of.assessed[i].flags.contains(&Flag::SpofNetwork))
            .count(),
        service_places: ServicePlaces::of(own.iter().map(|&i| &of.readiness[i])),
        values,
    }
}

/// The value of every computed indicator for one unit, from its sites and their weights.
pub fn values(sites: Vec<(&SiteCase, f64)>, asks: &[Asks]) -> Vec<Option<IndicatorValue>> {
    let odds = UnitOdds::new(sites);
    asks.iter().enumerate().map(|(place, asks)| odds.value(place, *asks)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::knowledge::Knowledge::{self, No, Yes};
    use crate::readiness::case::Condition;
    use crate::readiness::indicator::IndicatorTargets;
    use crate::readiness::indicator::asks;
    use crate::units::Hours;

    #[test]
    fn a_service_at_two_sites_counts_twice_and_one_at_risk_is_neither_ready_nor_unknown() {
        let of =
            |status| (0, ServiceReadiness { status, not_met: Vec::new(), not_known: Vec::new() });
        let first = vec![of(Readiness::Ready), of(Readiness::AtRisk), of(Readiness::Unknown)];
        let second = vec![of(Readiness::Ready), of(Readiness::NotReady)];
        let places = ServicePlaces::of([&first, &second, &Vec::new()].into_iter());
        assert_eq!(places, ServicePlaces { all: 5, ready: 2, unknown: 1 });
    }

    #[test]
    fn sites_without_persons_count_alike_among_themselves() {
        let case = |known: Knowledge| SiteCase {
            connected: known,
            by_owner_alone: true,
            placed: true,
            backup_power: None,
            conditions: vec![Some(Condition::alike(known))],
        };
        let targets = IndicatorTargets { backup_power: Hours::new(24.0).expect("positive") };
        let asks = &asks(&[], &targets)[..1];
        let share = |sites: &[(Knowledge, f64)]| {
            let cases: Vec<_> =
                sites.iter().map(|(known, weight)| (case(*known), *weight)).collect();
            let sites = cases.iter().map(|(case, weight)| (case, *weight)).collect();
            values(sites, asks)[0].map(|value| value.estimate.value())
        };
        assert_eq!(share(&[(Yes, 30.0), (No, 10.0), (No, 0.0)]), Some(0.75));
        assert_eq!(share(&[(Yes, 0.0), (No, 0.0)]), Some(0.5));
        assert_eq!(share(&[]), None);
    }
}
