//! What is known of every condition at one site, and what would be if two facts were known.
//!
//! The known are not always a sample. A site without a connection is known to lack a gigabit, so
//! where few rates are known most of what is known is a no; the sites whose rate is not known are
//! connected, and stand otherwise. So each condition is asked four times more: with the site
//! supposed to have a connection or to have none, and backup power that lasts or none. What a site
//! would be under each is compared with other sites under the same, and the four are weighed by how
//! likely they are ([`crate::readiness::estimate`]).

use crate::model::coverage::FixedStatus;
use crate::model::infrastructure::Infrastructure;
use crate::model::knowledge::Knowledge;
use crate::model::requirement::Service;
use crate::model::site::Site;
use crate::readiness::failure::MastService;
use crate::readiness::indicator::{IndicatorTargets, SITE_INDICATORS, is_ready};
use crate::readiness::service::readiness;
use crate::readiness::site::{Found, SiteAssessment};
use crate::units::{Hours, Mbps};

/// How many ways there are to suppose two facts: the second bit says whether the site is connected,
/// the first whether its backup power lasts.
pub const WORLDS: usize = 4;

/// Whether a site is connected in a world.
pub fn is_connected_in(world: usize) -> bool {
    world & 2 != 0
}

/// Whether the backup power of a site lasts in a world.
pub fn lasts_in(world: usize) -> bool {
    world & 1 != 0
}

/// What is known of one condition at one site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// As things are known.
    pub is: Knowledge,
    /// In each world.
    pub supposed: [Knowledge; WORLDS],
}

impl Condition {
    /// What is better in a worse world is so in a better one: every condition is met by more sites
    /// when a site gets more. It may be known in one world and follow in the other.
    fn new(is: Knowledge, mut supposed: [Knowledge; WORLDS]) -> Self {
        for (worse, better) in [(0, 1), (0, 2), (1, 3), (2, 3), (0, 3)] {
            if supposed[worse] == Knowledge::Yes && supposed[better] == Knowledge::Unknown {
                supposed[better] = Knowledge::Yes;
            }
            if supposed[better] == Knowledge::No && supposed[worse] == Knowledge::Unknown {
                supposed[worse] = Knowledge::No;
            }
        }
        Self { is, supposed }
    }

    /// The same whatever is supposed.
    pub fn alike(is: Knowledge) -> Self {
        Self { is, supposed: [is; WORLDS] }
    }
}

/// One site, as its unit's indicators count it.
#[derive(Clone, Debug, PartialEq)]
pub struct SiteCase {
    /// Whether it has a fixed connection.
    pub connected: Knowledge,
    /// Whether its owner alone says so, outside every layer: only such sites are a sample of those
    /// of which nobody says anything.
    pub by_owner_alone: bool,
    /// Whether it has a place.
    pub placed: bool,
    /// How long its backup power lasts, where that is known.
    pub backup_power: Option<Hours>,
    /// Every computed condition, those of sites and then those of services; `None` of a service
    /// that does not concern it.
    pub conditions: Vec<Option<Condition>>,
}

/// What it takes to draw conclusions about a site anew.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
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
}

/// Longer than any service or target asks for: a hundred years.
const FOR_GOOD: f64 = 876_000.0;

impl Surroundings<'_> {
    /// What is known of every condition at a site.
    pub fn case(&self, site: &Site, found: &SiteAssessment) -> SiteCase {
        let is = self.conditions(site, found);
        let supposed: Vec<Vec<Option<Knowledge>>> = (0..WORLDS)
            .map(|world| {
                let (site, found) = suppose(world, site, found);
                self.conditions(&site, &self.assess(&site, found))
            })
            .collect();
        let condition = |(place, is): (usize, Option<Knowledge>)| {
            let in_world = |world: usize| supposed[world][place].unwrap_or(Knowledge::Unknown);
            is.map(|is| Condition::new(is, [0, 1, 2, 3].map(in_world)))
        };
        let fixed = &found.fixed;
        SiteCase {
            connected: fixed.is_connected(),
            by_owner_alone: site.stated_connection != Knowledge::Unknown && fixed.layer.is_none(),
            placed: site.place.is_some(),
            backup_power: site.backup_power,
            conditions: is.into_iter().enumerate().map(condition).collect(),
        }
    }

    /// Draws every conclusion about a site.
    pub fn assess(&self, site: &Site, found: Found) -> SiteAssessment {
        SiteAssessment::new(site, found, self.masts, self.infrastructure, self.target)
    }

    /// What is known of each computed condition; `None` of a service that does not concern it.
    fn conditions(&self, site: &Site, found: &SiteAssessment) -> Vec<Option<Knowledge>> {
        let of_sites = SITE_INDICATORS.iter().map(|i| Some((i.holds)(site, found, self.targets)));
        let of_services = self.services.iter().map(|service| {
            let concerns = service.kinds.contains(&site.kind);
            concerns.then(|| is_ready(&readiness(service, site, found)))
        });
        of_sites.chain(of_services).collect()
    }
}

/// A site in a world. Where a fact is known already, the world in which it is so is as things are.
fn suppose(world: usize, site: &Site, found: &SiteAssessment) -> (Site, Found) {
    let mut site = site.clone();
    let mut found = found.found();
    let fixed = &mut found.fixed;
    match (is_connected_in(world), fixed.is_connected()) {
        (true, Knowledge::Yes) | (false, Knowledge::No) => {}
        (true, is) => {
            // A rate that goes with a place that is only passed is not that of its connection.
            fixed.download = fixed.download.filter(|_| is == Knowledge::Unknown);
            fixed.status = FixedStatus::Connected;
        }
        (false, _) => {
            fixed.status = FixedStatus::None;
            fixed.download = None;
        }
    }
    let hours = if lasts_in(world) { Hours::new(FOR_GOOD) } else { Some(Hours::ZERO) };
    site.backup_power = hours;
    (site, found)
}

/// The cases of all sites, in their order.
pub fn cases(of: Surroundings<'_>, sites: &[Site], assessed: &[SiteAssessment]) -> Vec<SiteCase> {
    use rayon::prelude::*;
    sites.par_iter().zip(assessed).map(|(site, found)| of.case(site, found)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Knowledge::{No, Unknown, Yes};

    #[test]
    fn what_holds_in_a_worse_world_holds_in_a_better_one() {
        let of = |supposed| Condition::new(Unknown, supposed).supposed;
        assert_eq!(of([Yes, Unknown, Unknown, Unknown]), [Yes; 4]);
        assert_eq!(of([Unknown, Unknown, Unknown, No]), [No; 4]);
        assert_eq!(of([Unknown, Yes, Unknown, Unknown]), [Unknown, Yes, Unknown, Yes]);
        assert_eq!(of([Unknown, Unknown, No, Unknown]), [No, Unknown, No, Unknown]);
    }
}
