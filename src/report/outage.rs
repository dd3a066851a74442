//! What is told of an outage; and the maps before and after.

use crate::crs::Area;
use crate::model::site::Site;
use crate::network::element::Element;
use crate::readiness::outage::{Left, Step};
use crate::readiness::toll::Toll;
use crate::report::Report;

/// Everything that is written of an outage.
pub struct OutageReport<'a> {
    /// The project it happens in, and what was concluded of it.
    pub report: Report<'a>,
    /// The name of the scenario.
    pub name: &'a str,
    /// What it says about itself.
    pub description: Option<&'a str>,
    /// What fails, and what in the scenario names it; by kind and id.
    pub failed: Vec<(Element, &'a str)>,
    /// To whom grid power is lost; absent where it is not.
    pub grid: Option<GridText<'a>>,
    /// The areas that are hit.
    pub areas: &'a [Area],
    /// By hours; at least one.
    pub steps: &'a [Step],
}

/// To whom grid power is lost, as the scenario says it.
pub struct GridText<'a> {
    /// Only these feeds; empty for all.
    pub feeds: &'a [String],
    /// Only in this area.
    pub area: Option<&'a str>,
}

impl OutageReport<'_> {
    /// The sites of a municipality with what is left of their service; of no municipality those
    /// that lie in none.
    pub fn own<'s>(
        &'s self,
        step: &'s Step,
        municipality: Option<usize>,
    ) -> impl Iterator<Item = (&'s Site, &'s Left)> {
        let sites = self.report.inputs.sites.iter().zip(&self.report.assessment.sites);
        sites
            .zip(&step.left)
            .filter(move |((_, found), _)| found.location.municipality.map(|m| m.0) == municipality)
            .map(|((site, _), left)| (site, left))
    }

    /// What an hour takes from all sites.
    pub fn toll(&self, step: &Step) -> Toll {
        Toll::of(self.report.inputs.sites.iter().zip(&step.left))
    }

    /// The last hour shown.
    pub fn last(&self) -> &Step {
        self.steps.last().expect("an outage has at least one step")
    }
}
