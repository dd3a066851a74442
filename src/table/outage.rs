//! `outage`, `outage_municipalities` and `outage_elements`: what is left when something fails.

use crate::ingest::Inputs;
use crate::model::knowledge::Knowledge;
use crate::model::site::SiteKind;
use crate::network::element::{Element, ElementKind};
use crate::readiness::Assessment;
use crate::readiness::outage::{Outcome, Step};
use crate::readiness::toll::Toll;
use crate::table::site::municipality;
use crate::table::{Holds, UnitId, table};
use crate::units::Hours;

table! {
    /// One site and hour.
    pub struct OutageRow in "outage" {
        site_id: String as Holds::Id,
        name: String,
        kind: SiteKind,
        municipality_code: Option<String> as Holds::Id,
        hours: Hours,
        fixed_before: Knowledge,
        mobile_before: Knowledge,
        fixed_after: Knowledge,
        mobile_after: Knowledge,
        outcome: Outcome,
        persons: Option<u32>,
    }

    /// One municipality and hour.
    pub struct OutageMunicipalityRow in "outage_municipalities" {
        unit: UnitId,
        name: String,
        hours: Hours,
        sites: usize,
        with_service_before: usize,
        with_service_after: usize,
        without: usize,
        unknown: usize,
        schools_without: usize,
        care_homes_without: usize,
        persons_without: Option<u64>,
        loses_all: usize,
        loses_fixed: usize,
        loses_mobile: usize,
    }

    /// One element that fails.
    pub struct OutageElementRow in "outage_elements" {
        element_kind: ElementKind,
        element_id: String as Holds::Id,
        name: Option<String>,
        named_by: String,
    }
}

/// The rows of `outage`: by site and hour.
pub fn sites(inputs: &Inputs, assessment: &Assessment, steps: &[Step]) -> Vec<OutageRow> {
    let sites = inputs.sites.iter().zip(&assessment.sites).enumerate();
    let rows = sites.flat_map(|(at, (site, found))| {
        steps.iter().map(move |step| {
            let left = &step.left[at];
            OutageRow {
                site_id: site.id.clone(),
                name: site.name.clone(),
                kind: site.kind,
                municipality_code: municipality(inputs, found),
                hours: step.hours,
                fixed_before: left.before.fixed,
                mobile_before: left.before.mobile,
                fixed_after: left.after.fixed,
                mobile_after: left.after.mobile,
                outcome: left.outcome(),
                persons: site.persons,
            }
        })
    });
    rows.collect()
}

/// The rows of `outage_municipalities`: those with sites, by code and hour. `toll` tells what an hour
/// takes from a municipality.
pub fn municipalities<'s>(
    inputs: &Inputs,
    steps: &'s [Step],
    toll: impl Fn(&'s Step, usize) -> Toll,
) -> Vec<OutageMunicipalityRow> {
    let mut rows = Vec::new();
    for (number, municipality) in inputs.municipalities.iter().enumerate() {
        for step in steps {
            let toll = toll(step, number);
            let known = toll.sites_persons_unknown < toll.without || toll.without == 0;
            if toll.sites == 0 {
                continue;
            }
            rows.push(OutageMunicipalityRow {
                unit: municipality.code.as_str().into(),
                name: municipality.name.clone(),
                hours: step.hours,
                sites: toll.sites,
                with_service_before: toll.with_service_before,
                with_service_after: toll.with_service_after,
                without: toll.without,
                unknown: toll.unknown,
                schools_without: toll.schools_without,
                care_homes_without: toll.care_homes_without,
                persons_without: known.then_some(toll.persons_without),
                loses_all: toll.loses_all,
                loses_fixed: toll.loses_fixed,
                loses_mobile: toll.loses_mobile,
            });
        }
    }
    rows
}

/// The rows of `outage_elements`: by kind and id.
pub fn elements(inputs: &Inputs, failed: &[(Element, &str)]) -> Vec<OutageElementRow> {
    let of = &inputs.infrastructure;
    let row = |&(element, named_by): &(Element, &str)| OutageElementRow {
        element_kind: element.kind(),
        element_id: element.id(of).to_owned(),
        name: element.name(of).map(str::to_owned),
        named_by: named_by.to_owned(),
    };
    failed.iter().map(row).collect()
}
