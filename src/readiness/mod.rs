//! Whether each site and each municipality is ready, and how sure that is.
//!
//! [`failure`] asks what each single failure leaves a site with; [`site`] joins what is known of it;
//! [`service`] asks which digital services it is ready
//! for; [`indicator`] turns sites into shares with an interval for what is unknown; [`aggregate`]
//! turns shares into pillars and a score; [`uncertainty`] turns scores into ranks with an
//! interval.
//!
//! [`outage`] asks what is left when several things fail at once, [`toll`] sums that up, and
//! [`pairs`] looks for the two elements that take most down together.

pub mod aggregate;
pub mod curve;
pub mod element;
pub mod failure;
pub mod indicator;
pub mod outage;
pub mod pairs;
pub mod service;
pub mod site;
pub mod toll;
pub mod uncertainty;
pub mod unit;

use crate::model::requirement::Service;
use crate::readiness::curve::CurvePoint;
use crate::readiness::element::ElementConsequence;
use crate::readiness::failure::MastService;
use crate::readiness::service::ServiceReadiness;
use crate::readiness::site::SiteAssessment;
use crate::readiness::unit::UnitAssessment;

/// Everything that was concluded.
#[derive(Debug)]
pub struct Assessment {
    /// One per site, in their order.
    pub sites: Vec<SiteAssessment>,
    /// One per mast, in their order.
    pub masts: Vec<MastService>,
    /// How many sites still have service hours after grid power was lost, by municipality.
    pub curves: Vec<CurvePoint>,
    /// Every element that takes service from a site, sorted by kind and id.
    pub elements: Vec<ElementConsequence>,
    /// The digital services that were asked about.
    pub services: Vec<Service>,
    /// One per site: how it stands to each service that concerns it, with the service's place in
    /// the list above.
    pub service_readiness: Vec<Vec<(usize, ServiceReadiness)>>,
    /// One per municipality, in their order.
    pub municipalities: Vec<UnitAssessment>,
    /// One per group, sorted by name.
    pub groups: Vec<(String, UnitAssessment)>,
}

impl Assessment {
    /// How many sites count in a municipality, and how many in none.
    pub fn located(&self) -> (usize, usize) {
        let located = self.sites.iter().filter(|site| site.location.municipality.is_some()).count();
        (located, self.sites.len() - located)
    }
}
