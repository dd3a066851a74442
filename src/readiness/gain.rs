//! What would change a municipality's score: measures at its sites, each tried by scoring anew.
//!
//! A measure changes what is known of a site (its connection, its battery), every conclusion about
//! the site is drawn anew, and the municipality is scored and ranked with it while all others stay
//! as they are. Nothing is extrapolated.

use std::collections::HashMap;

use serde::Deserialize;

use crate::access::connection::FixedConnection;
use crate::access::mobile::NetworkReach;
use crate::model::coverage::FixedStatus;
use crate::model::framework::Framework;
use crate::model::indicator::Reading;
use crate::model::knowledge::Knowledge;
use crate::model::site::{Site, SiteKind};
use crate::network::dependence::{NetworkStatus, Stage};
use crate::readiness::anew::Anew;
use crate::readiness::case::{Condition, SiteCase, Surroundings};
use crate::readiness::composite::{Composite, Origin};
use crate::readiness::indicator::{Asks, DAY, GIGABIT, IndicatorValue};
use crate::readiness::order::Order;
use crate::readiness::site::{Found, SiteAssessment};
use crate::readiness::unit::{self, UnitAssessment};
use crate::score::AskedScores;
use crate::score::evaluate::GroupScore;
use crate::units::{Hours, Mbps};

/// Something that can be done at a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Give it a fixed connection of 1 Gbit/s.
    Connect,
    /// Raise its connection to 1 Gbit/s.
    Gigabit,
    /// Cover it by one more radio network, at 30 Mbit/s.
    Mobile,
    /// Give its connection a second way that shares nothing with the first beyond the access node.
    SecondWay,
    /// Give it backup power of its own for 24 hours.
    BackupPower,
    /// Give it a second power feed.
    SecondFeed,
}

impl Measure {
    /// Every measure, in the order of the tables.
    pub const ALL: [Self; 6] = [
        Self::Connect,
        Self::Gigabit,
        Self::Mobile,
        Self::SecondWay,
        Self::BackupPower,
        Self::SecondFeed,
    ];

    /// As written in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Gigabit => "gigabit",
            Self::Mobile => "mobile",
            Self::SecondWay => "second_way",
            Self::BackupPower => "backup_power",
            Self::SecondFeed => "second_feed",
        }
    }

    /// Whether a site is known to lack what the measure gives.
    fn is_lacking(self, site: &Site, found: &SiteAssessment) -> bool {
        let gigabit = Mbps::new(GIGABIT).expect("not negative");
        match self {
            Self::Connect => found.fixed.is_connected() == Knowledge::No,
            Self::Gigabit => {
                found.fixed.is_connected() == Knowledge::Yes
                    && found.fixed.meets(gigabit) == Knowledge::No
            }
            // Without any mobile layer nothing is known, and one more would stand alone.
            Self::Mobile => {
                !found.mobile.networks.is_empty()
                    && found.mobile.at_least(2, |network| network.at_30) == Knowledge::No
            }
            Self::SecondWay => {
                found.failures.fixed == Knowledge::Yes
                    && found.dependence.status == NetworkStatus::Reached
                    && found.is_redundant() == Knowledge::No
            }
            Self::BackupPower => site.backup_power.is_some_and(|hours| hours.value() < DAY),
            Self::SecondFeed => site.power_feeds.len() == 1,
        }
    }

    /// What is known of a site once the measure is taken.
    fn taken(self, site: &Site, found: &SiteAssessment) -> (Site, Found) {
        let mut site = site.clone();
        let mut found = found.found();
        let rate = Mbps::new(GIGABIT);
        match self {
            Self::Connect | Self::Gigabit => {
                found.fixed = FixedConnection {
                    status: FixedStatus::Connected,
                    download: rate,
                    ..found.fixed
                };
            }
            // Nothing is assumed of the mast that brings it: what the site falls back on stays.
            Self::Mobile => {
                found.mobile.networks.push(NetworkReach {
                    at_10: Knowledge::Yes,
                    at_30: Knowledge::Yes,
                    download: Mbps::new(30.0),
                    rate_open: false,
                });
            }
            Self::SecondWay => {
                found.dependence.single_points.retain(|point| point.stage == Stage::Access);
                found.dependence.disjoint_paths = Some(2);
            }
            Self::BackupPower => site.backup_power = Hours::new(DAY),
            // The name of no feed: two feeds of which only one is known take nothing down alone.
            Self::SecondFeed => site.power_feeds.push(String::new()),
        }
        (site, found)
    }
}

/// What a measure at some sites of a municipality does to its score.
#[derive(Clone, Debug, PartialEq)]
pub struct Gain {
    /// The place of the municipality.
    pub municipality: usize,
    /// What is done.
    pub measure: Measure,
    /// At how many sites it could be done.
    pub lacking: usize,
    /// At which sites it is tried.
    pub sites: Vec<usize>,
    /// The score before.
    pub before: GroupScore,
    /// The score after.
    pub after: GroupScore,
    /// The rank before; absent without a score.
    pub rank_before: Option<u32>,
    /// The rank after, all others staying as they are.
    pub rank_after: Option<u32>,
}

/// At how many sites a measure is tried; and at all that lack it.
const STEPS: [usize; 2] = [1, 3];

/// Everything that scoring anew needs.
pub struct Gains<'a> {
    /// The sites.
    pub sites: &'a [Site],
    /// What was concluded of each.
    pub assessed: &'a [SiteAssessment],
    /// What is known of every condition at each.
    pub cases: &'a [SiteCase],
    /// What it takes to draw conclusions anew.
    pub surroundings: Surroundings<'a>,
    /// What every computed indicator asks.
    pub asks: &'a [Asks],
    /// How estimates are brought in line with each other.
    pub order: &'a Order,
    /// Of each municipality, every computed indicator.
    pub units: &'a [UnitAssessment],
    /// Where each indicator of the part that is asked comes from.
    pub origins: &'a [Origin],
    /// The scores as they are.
    pub composite: &'a Composite,
}

impl Gains<'_> {
    /// Tries every measure in every municipality that has a score; `members` are the sites of
    /// each. Sorted by municipality, measure, and number of sites.
    pub fn all(&self, members: &[Vec<usize>]) -> Vec<Gain> {
        use rayon::prelude::*;
        let of = |(municipality, own): (usize, &Vec<usize>)| self.of(municipality, own);
        members.par_iter().enumerate().map(of).collect::<Vec<_>>().concat()
    }

    fn of(&self, municipality: usize, own: &[usize]) -> Vec<Gain> {
        let place = self.composite.place(municipality);
        let AskedScores { asked, found, .. } = &self.composite.scores;
        let part = asked.part().zip(found.as_ref());
        let (Some(place), Some((framework, scores))) = (place, part) else { return Vec::new() };
        let anew = Anew { framework, scores, origins: self.origins, place };
        let before = scores.evaluation.groups[Framework::ROOT.0][place];
        if before.value.is_err() {
            return Vec::new();
        }
        let mut gains = Vec::new();
        for measure in Measure::ALL {
            let mut lacking: Vec<usize> = own
                .iter()
                .copied()
                .filter(|&i| measure.is_lacking(&self.sites[i], &self.assessed[i]))
                .collect();
            lacking.sort_by_key(|&i| self.urgency(i));
            let mut counts: Vec<usize> =
                STEPS.into_iter().chain([lacking.len()]).map(|n| n.min(lacking.len())).collect();
            counts.dedup();
            let taken: HashMap<usize, SiteCase> =
                lacking.iter().map(|&site| (site, self.taken(measure, site))).collect();
            for count in counts.into_iter().filter(|count| *count > 0) {
                let sites = lacking[..count].to_vec();
                let at = |i: usize| sites.contains(&i).then(|| &taken[&i]);
                let readings = self.readings(municipality, own, at);
                let (after, rank_after) = anew.score(&readings);
                gains.push(Gain {
                    municipality,
                    measure,
                    lacking: lacking.len(),
                    sites,
                    before,
                    after,
                    rank_before: scores.evaluation.ranks[Framework::ROOT.0][place],
                    rank_after,
                });
            }
        }
        gains
    }

    /// What is known of a site once a measure is taken there.
    fn taken(&self, measure: Measure, site: usize) -> SiteCase {
        let (taken, found) = measure.taken(&self.sites[site], &self.assessed[site]);
        let found = self.surroundings.assess(&taken, found);
        let mut case = self.surroundings.case(&taken, &found);
        for (after, before) in case.conditions.iter_mut().zip(&self.cases[site].conditions) {
            // A measure proves nothing that nobody knows: a no that it only puts in doubt stays.
            let in_doubt = |of: fn(&Condition) -> Knowledge| {
                let of = |condition: &Option<Condition>| condition.as_ref().map(of);
                (of(before), of(after)) == (Some(Knowledge::No), Some(Knowledge::Unknown))
            };
            if in_doubt(|condition| condition.is) {
                *after = *before;
            }
        }
        case
    }

    /// Every computed indicator of a municipality in which some sites are otherwise.
    fn readings<'a>(
        &'a self,
        municipality: usize,
        own: &[usize],
        otherwise: impl Fn(usize) -> Option<&'a SiteCase>,
    ) -> Vec<Option<Reading>> {
        let sites = own.iter().map(|&i| (otherwise(i).unwrap_or(&self.cases[i]), 1.0));
        let values = unit::values(sites.collect(), self.asks);
        let of = |unit: usize| {
            if unit == municipality { &values[..] } else { &self.units[unit].values[..] }
        };
        let reading = |(place, value): (usize, &Option<IndicatorValue>)| {
            let estimate = self.order.estimate(place, municipality, self.units.len(), of);
            value.as_ref().zip(estimate).map(|(value, estimate)| value.reading(estimate))
        };
        values.iter().enumerate().map(reading).collect()
    }

    /// The site at which to begin comes first: care homes, then schools, then the others; most
    /// persons first.
    fn urgency(&self, site: usize) -> (u8, std::cmp::Reverse<u32>, usize) {
        let site_of = &self.sites[site];
        let kind = match site_of.kind {
            SiteKind::CareHome => 0,
            SiteKind::School => 1,
            SiteKind::Preschool | SiteKind::HealthCentre | SiteKind::Other => 2,
        };
        (kind, std::cmp::Reverse(site_of.persons.unwrap_or(0)), site)
    }
}
