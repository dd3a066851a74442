//! What would change a municipality's score: measures at its sites, each tried by scoring anew.
//!
//! A measure changes what is known of a site (its connection, its battery), every conclusion about
//! the site is drawn anew, and the municipality is scored and ranked with it while all others stay
//! as they are. Nothing is extrapolated.

use serde::Deserialize;

use crate::access::connection::FixedConnection;
use crate::access::mobile::NetworkReach;
use crate::model::coverage::FixedStatus;
use crate::model::framework::{Framework, Goalposts, Missing};
use crate::model::indicator::{IndicatorTable, Reading};
use crate::model::infrastructure::Infrastructure;
use crate::model::knowledge::Knowledge;
use crate::model::requirement::Service;
use crate::model::site::{Site, SiteKind};
use crate::network::dependence::{NetworkStatus, Stage};
use crate::readiness::composite::{Composite, Origin};
use crate::readiness::failure::MastService;
use crate::readiness::indicator::{
    DAY, GIGABIT, IndicatorTargets, IndicatorValue, SITE_INDICATORS, is_ready,
};
use crate::readiness::service::readiness;
use crate::readiness::site::{Found, SiteAssessment};
use crate::score::evaluate::{GroupScore, evaluate, unit_scores};
use crate::score::normalise::normalise;
use crate::score::rank::ranks;
use crate::units::{Hours, Mbps, Score};

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
    /// Every mast.
    pub masts: &'a [MastService],
    /// The infrastructure.
    pub infrastructure: &'a Infrastructure,
    /// What a site should be able to download.
    pub target: Mbps,
    /// What indicators compare with.
    pub targets: &'a IndicatorTargets,
    /// The services.
    pub services: &'a [Service],
    /// The framework.
    pub framework: &'a Framework,
    /// Where each of its indicators comes from.
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
        let Some(place) = self.composite.place(municipality) else { return Vec::new() };
        let before = self.composite.scores.evaluation.groups[Framework::ROOT.0][place];
        if before.value.is_err() {
            return Vec::new();
        }
        let tallies = self.tallies(own);
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
            for count in counts.into_iter().filter(|count| *count > 0) {
                let sites = lacking[..count].to_vec();
                let (after, rank_after) = self.scored_anew(place, measure, &sites, &tallies);
                gains.push(Gain {
                    municipality,
                    measure,
                    lacking: lacking.len(),
                    sites,
                    before,
                    after,
                    rank_before: self.composite.scores.evaluation.ranks[Framework::ROOT.0][place],
                    rank_after,
                });
            }
        }
        gains
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

    /// What is known of one site, for each computed indicator; `None` where it is not concerned.
    fn conditions(&self, site: &Site, found: &SiteAssessment) -> Vec<Option<Knowledge>> {
        let of_sites = SITE_INDICATORS.iter().map(|i| Some((i.holds)(site, found, self.targets)));
        let of_services = self.services.iter().map(|service| {
            let concerns = service.kinds.contains(&site.kind);
            concerns.then(|| is_ready(&readiness(service, site, found)))
        });
        of_sites.chain(of_services).collect()
    }

    fn tallies(&self, own: &[usize]) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); SITE_INDICATORS.len() + self.services.len()];
        for &i in own {
            let conditions = self.conditions(&self.sites[i], &self.assessed[i]);
            for (tally, condition) in tallies.iter_mut().zip(conditions) {
                tally.count(condition, 1);
            }
        }
        tallies
    }

    fn scored_anew(
        &self,
        place: usize,
        measure: Measure,
        sites: &[usize],
        tallies: &[Tally],
    ) -> (GroupScore, Option<u32>) {
        let mut tallies = tallies.to_vec();
        for &i in sites {
            let (site, found) = measure.taken(&self.sites[i], &self.assessed[i]);
            let found =
                SiteAssessment::new(&site, found, self.masts, self.infrastructure, self.target);
            let before = self.conditions(&self.sites[i], &self.assessed[i]);
            let after = self.conditions(&site, &found);
            for ((tally, before), after) in tallies.iter_mut().zip(before).zip(after) {
                // A measure proves nothing that nobody knows: a no that it only puts in doubt stays.
                let in_doubt = (before, after) == (Some(Knowledge::No), Some(Knowledge::Unknown));
                let after = if in_doubt { before } else { after };
                tally.count(before, -1);
                tally.count(after, 1);
            }
        }
        let scores = &self.composite.scores;
        let readings = scores.table.readings();
        let changed: Vec<Reading> = self
            .origins
            .iter()
            .enumerate()
            .map(|(i, origin)| match *origin {
                Origin::Sites(value) => tallies[value].reading(),
                Origin::Own(_) => readings[i][place],
            })
            .collect();
        let root = Framework::ROOT.0;
        let all = self.depends_on_others().then(|| self.everyone_anew(place, &changed)).flatten();
        let (after, values) = match all {
            Some(groups) => {
                (groups[place], groups.iter().map(|g| g.value.ok()).collect::<Vec<_>>())
            }
            None => {
                let specs = self.framework.indicators().iter().enumerate();
                let normalised: Vec<_> = specs
                    .map(|(i, spec)| {
                        normalise(spec, &scores.evaluation.posts[i], &changed[i..=i])[0]
                    })
                    .collect();
                let after = unit_scores(self.framework, &normalised)[root];
                let others = scores.evaluation.groups[root].iter().map(|g| g.value.ok());
                let mut values: Vec<Option<Score>> = others.collect();
                values[place] = after.value.ok();
                (after, values)
            }
        };
        (after, ranks(&values)[place])
    }

    /// Whether what one unit has moves the scores of the others.
    fn depends_on_others(&self) -> bool {
        self.framework.indicators().iter().any(|indicator| {
            indicator.goalposts == Goalposts::Observed || indicator.missing == Missing::Mean
        })
    }

    fn everyone_anew(&self, place: usize, changed: &[Reading]) -> Option<Vec<GroupScore>> {
        let table = &self.composite.scores.table;
        let mut readings = table.readings().to_vec();
        for (column, reading) in readings.iter_mut().zip(changed) {
            column[place] = *reading;
        }
        let table = IndicatorTable::new(table.units().to_vec(), readings);
        // A measure that leaves all units alike in an indicator leaves nothing to measure it by.
        let mut evaluation = evaluate(self.framework, &table).ok()?;
        Some(evaluation.groups.swap_remove(Framework::ROOT.0))
    }
}

/// How many sites meet a condition, do not, and nobody knows.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    yes: i64,
    no: i64,
    unknown: i64,
}

impl Tally {
    fn count(&mut self, condition: Option<Knowledge>, by: i64) {
        match condition {
            Some(Knowledge::Yes) => self.yes += by,
            Some(Knowledge::No) => self.no += by,
            Some(Knowledge::Unknown) => self.unknown += by,
            None => {}
        }
    }

    fn reading(&self) -> Reading {
        let weighted = [
            (Knowledge::Yes, self.yes as f64),
            (Knowledge::No, self.no as f64),
            (Knowledge::Unknown, self.unknown as f64),
        ];
        IndicatorValue::weighted(weighted).map_or_else(Reading::not_concerned, Reading::from)
    }
}
