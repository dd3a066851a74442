//! `services`, `service_summary` and `mend`: which digital services work where, and what to mend first.

use std::cmp::Reverse;

use crate::ingest::Inputs;
use crate::model::requirement::FallbackNeeded;
use crate::model::site::SiteKind;
use crate::readiness::service::{self, Need, Readiness, ServiceReadiness};
use crate::readiness::{Assessment, GroupAssessment};
use crate::table::{Holds, UnitId, table};
use crate::units::{Hours, Mbps, Metres};

table! {
    /// One site and one service.
    pub struct ServiceRow in "services" {
        site_id: String as Holds::Id,
        service_id: String as Holds::Id,
        status: Readiness,
        missing: Vec<Need>,
        not_known: Vec<Need>,
        name: String,
        needed_download_mbps: Option<Mbps>,
        needed_fallback: FallbackNeeded,
        needed_endurance_h: Option<Hours>,
    }

    /// How many sites of a unit are ready for a service.
    pub struct ServiceSummaryRow in "service_summary" {
        unit: UnitId,
        service_id: String as Holds::Id,
        sites: usize,
        ready: usize,
        at_risk: usize,
        not_ready: usize,
        unknown: usize,
        name: String,
    }

    /// One site that is not ready for a service.
    pub struct MendRow in "mend" {
        order: usize,
        service_id: String as Holds::Id,
        site_id: String as Holds::Id,
        name: String,
        kind: SiteKind,
        municipality_code: Option<String> as Holds::Id,
        municipality: Option<String>,
        persons: Option<u32>,
        status: Readiness,
        not_met: Vec<Need>,
        not_known: Vec<Need>,
        easting_m: Option<f64> as Holds::Quantity(Metres::UNIT),
        northing_m: Option<f64> as Holds::Quantity(Metres::UNIT),
    }
}

/// Sorted by their names.
fn by_name(needs: impl IntoIterator<Item = Need>) -> Vec<Need> {
    let mut needs: Vec<Need> = needs.into_iter().collect();
    needs.sort_unstable_by_key(|need| need.name());
    needs
}

/// The rows of `services`: by site and service.
pub fn services(inputs: &Inputs, assessment: &Assessment) -> Vec<ServiceRow> {
    let mut all = Vec::new();
    for (site, readiness) in inputs.sites.iter().zip(&assessment.service_readiness) {
        let mut rows: Vec<ServiceRow> = readiness
            .iter()
            .map(|(service, readiness)| {
                let service = &assessment.services[*service];
                let (not_met, not_known) = (&readiness.not_met, &readiness.not_known);
                ServiceRow {
                    site_id: site.id.clone(),
                    service_id: service.id.clone(),
                    status: readiness.status,
                    missing: by_name(not_met.iter().chain(not_known).copied()),
                    not_known: by_name(not_known.iter().copied()),
                    name: service.name.clone(),
                    needed_download_mbps: service::rate_needed(service, site).known(),
                    needed_fallback: service.fallback,
                    needed_endurance_h: service.endurance,
                }
            })
            .collect();
        rows.sort_by(|a, b| a.service_id.cmp(&b.service_id));
        all.extend(rows);
    }
    all
}

const COUNTED: [Readiness; 4] = Readiness::ALL;

/// Of each municipality and service, how many sites are ready, at risk, not ready and unknown.
pub fn counts(inputs: &Inputs, assessment: &Assessment) -> Vec<Vec<[usize; 4]>> {
    let none = vec![[0; COUNTED.len()]; assessment.services.len()];
    let mut counts = vec![none; inputs.municipalities.len()];
    for (site, readiness) in assessment.sites.iter().zip(&assessment.service_readiness) {
        let Some(municipality) = site.location.municipality else { continue };
        for (service, found) in readiness {
            let place = COUNTED.iter().position(|counted| *counted == found.status);
            counts[municipality.0][*service][place.expect("every status is counted")] += 1;
        }
    }
    counts
}

/// Of each group and service, how many sites are ready, at risk, not ready and unknown.
pub fn group_counts(inputs: &Inputs, assessment: &Assessment) -> Vec<Vec<[usize; 4]>> {
    let counts = counts(inputs, assessment);
    let of_group = |group: &GroupAssessment| {
        let mut sum = vec![[0; COUNTED.len()]; assessment.services.len()];
        for &member in &group.members {
            for (sum, own) in sum.iter_mut().zip(&counts[member]) {
                sum.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
            }
        }
        sum
    };
    assessment.groups.iter().map(of_group).collect()
}

/// The rows of `service_summary`: by municipality and service.
pub fn service_summary(inputs: &Inputs, assessment: &Assessment) -> Vec<ServiceSummaryRow> {
    let names = inputs.municipalities.iter().map(|m| m.code.as_str());
    summary(names, &counts(inputs, assessment), assessment)
}

/// The rows of `group_service_summary`: by group and service.
pub fn group_summary(inputs: &Inputs, assessment: &Assessment) -> Vec<ServiceSummaryRow> {
    let names = assessment.groups.iter().map(|group| group.name.as_str());
    summary(names, &group_counts(inputs, assessment), assessment)
}

fn summary<'a>(
    names: impl Iterator<Item = &'a str>,
    counts: &[Vec<[usize; 4]>],
    assessment: &Assessment,
) -> Vec<ServiceSummaryRow> {
    let mut order: Vec<usize> = (0..assessment.services.len()).collect();
    order.sort_by(|&a, &b| assessment.services[a].id.cmp(&assessment.services[b].id));
    let row = |unit: &str, service: usize, counts: [usize; 4]| {
        let [ready, at_risk, not_ready, unknown] = counts;
        ServiceSummaryRow {
            unit: unit.into(),
            service_id: assessment.services[service].id.clone(),
            sites: counts.iter().sum(),
            ready,
            at_risk,
            not_ready,
            unknown,
            name: assessment.services[service].name.clone(),
        }
    };
    let units = names.zip(counts);
    let rows = units.flat_map(|(unit, counts)| {
        order.iter().map(|&service| row(unit, service, counts[service])).collect::<Vec<_>>()
    });
    rows.collect()
}

/// The rows of `mend`: not ready before at risk before unknown, most needs not met first, then most
/// persons, then by id.
pub fn mend(inputs: &Inputs, assessment: &Assessment, service: usize) -> Vec<MendRow> {
    let concerned = assessment.service_readiness.iter().enumerate().filter_map(|(site, own)| {
        let (_, readiness) = own.iter().find(|(concerns, _)| *concerns == service)?;
        (readiness.status != Readiness::Ready).then_some((site, readiness))
    });
    let mut rows: Vec<(usize, &ServiceReadiness)> = concerned.collect();
    let worst = |status| match status {
        Readiness::NotReady => 0,
        Readiness::AtRisk => 1,
        Readiness::Unknown => 2,
        Readiness::Ready => 3,
    };
    rows.sort_by_key(|(site, readiness)| {
        let persons = Reverse(inputs.sites[*site].persons.unwrap_or(0));
        (worst(readiness.status), Reverse(readiness.not_met.len()), persons, *site)
    });
    let row = |order, site: usize, readiness: &ServiceReadiness| {
        let own = &inputs.sites[site];
        let municipality = assessment.sites[site].location.municipality;
        let municipality = municipality.map(|m| &inputs.municipalities[m.0]);
        MendRow {
            order,
            service_id: assessment.services[service].id.clone(),
            site_id: own.id.clone(),
            name: own.name.clone(),
            kind: own.kind,
            municipality_code: municipality.map(|m| m.code.as_str().to_owned()),
            municipality: municipality.map(|m| m.name.clone()),
            persons: own.persons,
            status: readiness.status,
            not_met: by_name(readiness.not_met.iter().copied()),
            not_known: by_name(readiness.not_known.iter().copied()),
            easting_m: own.place.map(|place| place.easting()),
            northing_m: own.place.map(|place| place.northing()),
        }
    };
    rows.into_iter()
        .zip(1..)
        .map(|((site, readiness), order)| row(order, site, readiness))
        .collect()
}
