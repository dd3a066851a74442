//! What would change a municipality's score: measures at its sites, each tried by scoring anew.
//!
//! A measure changes what is known of a site (its connection, its battery), every conclusion about
//! the site is drawn anew, and the municipality is scored and ranked with it while all others stay
//! as they are. Nothing is extrapolated.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::access::connection::FixedConnection;
use crate::access::mobile::NetworkReach;
use crate::model::coverage::FixedStatus;
use crate::model::knowledge::Knowledge;
use crate::model::site::{Site, SiteKind};
use crate::network::dependence::{NetworkStatus, Stage};
use crate::readiness::case::SiteCase;
use crate::readiness::indicator::{DAY, GIGABIT};
use crate::readiness::site::{Found, SiteAssessment};
use crate::readiness::what_if::WhatIf;
use crate::score::evaluate::GroupScore;
use crate::units::{Hours, Mbps};
use crate::words::codes;

codes! {
    /// Something that can be done at a site.
    pub enum Measure: "measure" {
        /// Give it a fixed connection of 1 Gbit/s.
        Connect = "connect",
        /// Raise its connection to 1 Gbit/s.
        Gigabit = "gigabit",
        /// Cover it by one more radio network, at 30 Mbit/s.
        Mobile = "mobile",
        /// Give its connection a second way that shares nothing with the first beyond the access node.
        SecondWay = "second_way",
        /// Give it backup power of its own for 24 hours.
        BackupPower = "backup_power",
        /// Give it a second power feed.
        SecondFeed = "second_feed",
    }
}

impl Measure {
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
                    rate_open: false,
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
                found.dependence.feed_doubt.beyond = false;
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

/// Tries every measure in every municipality that has a score; `members` are the sites of each.
/// Sorted by municipality, measure, and number of sites.
pub fn gains(what_if: WhatIf<'_>, members: &[Vec<usize>]) -> Vec<Gain> {
    use rayon::prelude::*;
    let of = |(municipality, own): (usize, &Vec<usize>)| gains_of(what_if, municipality, own);
    members.par_iter().enumerate().map(of).collect::<Vec<_>>().concat()
}

fn gains_of(what_if: WhatIf<'_>, municipality: usize, own: &[usize]) -> Vec<Gain> {
    let Some(anew) = what_if.anew(municipality) else { return Vec::new() };
    let (before, rank_before) = anew.as_it_is();
    if before.value.is_err() {
        return Vec::new();
    }
    let WhatIf { sites: all, assessed, .. } = what_if;
    let mut gains = Vec::new();
    for measure in Measure::ALL {
        let is_lacking = |&i: &usize| measure.is_lacking(&all[i], &assessed[i]);
        let mut lacking: Vec<usize> = own.iter().copied().filter(is_lacking).collect();
        lacking.sort_by_key(|&i| (urgency(&all[i]), i));
        let mut counts: Vec<usize> =
            STEPS.into_iter().chain([lacking.len()]).map(|n| n.min(lacking.len())).collect();
        counts.dedup();
        let case = |&site: &usize| {
            let (taken, found) = measure.taken(&all[site], &assessed[site]);
            (site, what_if.case(site, &taken, found))
        };
        let taken: HashMap<usize, SiteCase> = lacking.iter().map(case).collect();
        for count in counts.into_iter().filter(|count| *count > 0) {
            let sites = lacking[..count].to_vec();
            let at = |i: usize| sites.contains(&i).then(|| &taken[&i]);
            let (after, rank_after) = anew.score(&what_if.readings(municipality, own, at));
            gains.push(Gain {
                municipality,
                measure,
                lacking: lacking.len(),
                sites,
                before,
                after,
                rank_before,
                rank_after,
            });
        }
    }
    gains
}

/// The site at which to begin comes first: care homes, then schools, then the others; most persons
/// first.
fn urgency(site: &Site) -> (u8, Reverse<u32>) {
    let kind = match site.kind {
        SiteKind::CareHome => 0,
        SiteKind::School => 1,
        SiteKind::Preschool | SiteKind::HealthCentre | SiteKind::Other => 2,
    };
    (kind, Reverse(site.persons.unwrap_or(0)))
}
