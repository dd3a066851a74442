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
        points.extend(hours.iter().map(|&hours| {
            let of = |wanted| own.iter().filter(|site| served_after(site, hours) == wanted).count();
            CurvePoint {
                municipality,
                hours,
                sites: own.len(),
                with_service: of(Knowledge::Yes),
                without_service: of(Knowledge::No),
                unknown: of(Knowledge::Unknown),
            }
        }));
    }
    points
}
