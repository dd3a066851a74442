//! How many sites still have service so many hours after grid power was lost everywhere.
//!
//! ```text
//!   sites
//!     4 |####
//!     3 |    ####                 a step at every hour at which some site may lose its service;
//!     2 |        ########         what is not known lies between the two lines
//!     0 +----------------- hours
//! ```

use crate::model::knowledge::Knowledge;
use crate::readiness::site::SiteAssessment;
use crate::units::Hours;

/// Hours that everybody asks about; the hours at which something changes come on top.
const ASKED: [f64; 9] = [0.0, 1.0, 2.0, 4.0, 8.0, 12.0, 24.0, 48.0, 72.0];

/// How the sites of one municipality stand when so many hours have passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurvePoint {
    /// Index of the municipality.
    pub municipality: usize,
    /// Since grid power was lost. What lasts exactly so long still counts as there.
    pub hours: Hours,
    /// Its sites.
    pub sites: usize,
    /// Sites known to have some service left.
    pub with_service: usize,
    /// Sites known to have none; those that never had any among them.
    pub without_service: usize,
    /// Sites of which it is not known.
    pub unknown: usize,
}

/// Whether a site has some service when so many hours have passed.
pub fn served_after(site: &SiteAssessment, hours: Hours) -> Knowledge {
    let now = site.failures.fixed.or(site.failures.mobile);
    now.and(site.failures.endurance.lasts(hours))
}

/// The curve of every municipality that has sites: the same hours for all of them.
pub fn curves(sites: &[SiteAssessment], municipalities: usize) -> Vec<CurvePoint> {
    let mut hours: Vec<Hours> = ASKED.iter().filter_map(|&hours| Hours::new(hours)).collect();
    for site in sites.iter().filter(|site| site.location.municipality.is_some()) {
        let endurance = site.failures.endurance;
        hours.extend(endurance.low().into_iter().chain(endurance.high()));
    }
    hours.sort_unstable();
    hours.dedup();
    let mut own: Vec<Vec<&SiteAssessment>> = vec![Vec::new(); municipalities];
    for site in sites {
        if let Some(municipality) = site.location.municipality {
            own[municipality.0].push(site);
        }
    }
    let mut points = Vec::new();
    for (municipality, own) in own.iter().enumerate().filter(|(_, own)| !own.is_empty()) {
        let bounds = Bounds::of(own);
        points.extend(hours.iter().map(|&hours| bounds.at(municipality, hours)));
    }
    points
}

/// What bounds the service of a municipality's sites, sorted, so that an hour is two look-ups.
struct Bounds {
    sites: usize,
    /// How long each site that is known to be served is known to last.
    for_certain: Vec<f64>,
    /// How long each site that may be served may last.
    at_most: Vec<f64>,
}

impl Bounds {
    fn of(own: &[&SiteAssessment]) -> Self {
        let (mut for_certain, mut at_most) = (Vec::new(), Vec::new());
        let hours = |bound: Option<Hours>| bound.map_or(f64::INFINITY, Hours::value);
        for site in own {
            let endurance = site.failures.endurance;
            let served = site.failures.fixed.or(site.failures.mobile);
            if served == Knowledge::Yes {
                for_certain.push(hours(endurance.low()));
            }
            if served != Knowledge::No {
                at_most.push(hours(endurance.high()));
            }
        }
        for_certain.sort_unstable_by(f64::total_cmp);
        at_most.sort_unstable_by(f64::total_cmp);
        Self { sites: own.len(), for_certain, at_most }
    }

    fn at(&self, municipality: usize, hours: Hours) -> CurvePoint {
        let lasting =
            |bounds: &[f64]| bounds.len() - bounds.partition_point(|&bound| bound < hours.value());
        let (with_service, perhaps) = (lasting(&self.for_certain), lasting(&self.at_most));
        CurvePoint {
            municipality,
            hours,
            sites: self.sites,
            with_service,
            without_service: self.sites - perhaps,
            unknown: perhaps - with_service,
        }
    }
}
