//! Whether each site and each municipality is ready, and how sure that is.
//!
//! [`failure`] asks what each single failure leaves a site with; [`site`] joins what is known of it;
//! [`service`] asks which digital services it is ready for; [`indicator`] names the conditions that
//! are counted, and [`fact`] the kinds of facts that each rests on: what no source is declared for
//! is not asked.
//!
//! [`case`] asks every condition of a site, also given what is not known of it; [`estimate`] makes
//! of a unit's sites a best estimate with bounds; [`order`] holds the estimates of units to their
//! bounds; [`composite`] hands them to the score engine. [`gain`] asks what would change the score, and
//! [`question`] what would make it surer: [`what_if`] draws the conclusions about some sites once more,
//! and [`anew`] scores with them. [`contrast`] tells where the score and the services disagree.
//!
//! [`outage`] asks what is left when several things fail at once, [`toll`] sums that up, and
//! [`pairs`] looks for the two elements that take most down together. [`site_change`] tells which
//! sites are otherwise than in an earlier result.

pub mod anew;
pub mod case;
pub mod composite;
pub mod contrast;
pub mod curve;
pub mod element;
pub mod estimate;
pub mod fact;
pub mod failure;
pub mod gain;
pub mod indicator;
pub mod order;
pub mod outage;
pub mod pairs;
pub mod question;
pub mod service;
pub mod site;
pub mod site_change;
pub mod toll;
pub mod unit;
pub mod weight;
pub mod what_if;

use crate::model::framework::Asked;
use crate::model::requirement::Service;
use crate::readiness::composite::Composite;
use crate::readiness::curve::CurvePoint;
use crate::readiness::element::ElementConsequence;
use crate::readiness::fact::Declared;
use crate::readiness::failure::MastService;
use crate::readiness::gain::Gain;
use crate::readiness::indicator::IndicatorTargets;
use crate::readiness::question::{Question, RegionQuestion};
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
    pub groups: Vec<GroupAssessment>,
    /// What indicators compare with.
    pub targets: IndicatorTargets,
    /// The kinds of facts that the project names a source for.
    pub declared: Declared,
    /// The framework of the score, and the part of it that is asked.
    pub asked: Asked,
    /// Of every indicator that is computed, whether it is asked: in the order of
    /// [`UnitAssessment::values`].
    pub computed_asked: Vec<bool>,
    /// The scores of the municipalities, in their order.
    pub composite: Composite,
    /// The scores of the groups, in their order.
    pub group_composite: Composite,
    /// What would change the score of each municipality.
    pub gains: Vec<Gain>,
    /// What would make the score of each municipality surer: by municipality, the most first.
    pub questions: Vec<Question>,
    /// The same of the region as a whole, the most first.
    pub region_questions: Vec<RegionQuestion>,
}

/// A group of municipalities.
#[derive(Debug)]
pub struct GroupAssessment {
    /// Its name.
    pub name: String,
    /// The places of its municipalities.
    pub members: Vec<usize>,
    /// What is counted of its sites.
    pub assessment: UnitAssessment,
}

impl Assessment {
    /// How many sites count in a municipality, and how many in none.
    pub fn located(&self) -> (usize, usize) {
        let located = self.sites.iter().filter(|site| site.location.municipality.is_some()).count();
        (located, self.sites.len() - located)
    }
}
