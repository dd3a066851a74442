//! `services` and `service_summary`: which digital services work where.

use crate::ingest::Inputs;
use crate::model::requirement::Service;
use crate::model::site::Site;
use crate::readiness::service::{self, Need, Readiness, ServiceReadiness};
use crate::readiness::{Assessment, GroupAssessment};
use crate::report::table::{Cell, Column, Kind, Table, column};
use crate::report::tables::indicator::{GROUP, MUNICIPALITY};

/// One site and one service.
pub struct ServiceRow<'a> {
    site: &'a Site,
    service: &'a Service,
    readiness: &'a ServiceReadiness,
}

/// The columns of `services`, in order.
pub fn service_columns<'a>() -> Vec<Column<ServiceRow<'a>>> {
    use Kind::{Number, Text};
    fn joined(needs: impl Iterator<Item = Need>) -> Cell {
        let mut names: Vec<&str> = needs.map(Need::name).collect();
        names.sort_unstable();
        Cell::text(names.join(";"))
    }
    vec![
        column("site_id", Text, "The site.", |r: &ServiceRow<'a>| Cell::text(&r.site.id)),
        column("service_id", Text, "The service.", |r: &ServiceRow<'a>| Cell::text(&r.service.id)),
        column(
            "status",
            Text,
            "ready; at_risk (works today, but a need for redundancy or endurance is not met); \
             not_ready; unknown.",
            |r: &ServiceRow<'a>| Cell::text(r.readiness.status.name()),
        ),
        column(
            "missing",
            Text,
            "Needs not met or not known, joined by ;.",
            |r: &ServiceRow<'a>| {
                let (not_met, not_known) = (&r.readiness.not_met, &r.readiness.not_known);
                joined(not_met.iter().chain(not_known).copied())
            },
        ),
        column("not_known", Text, "Those of them that are not known.", |r: &ServiceRow<'a>| {
            joined(r.readiness.not_known.iter().copied())
        }),
        column("name", Text, "Name of the service.", |r: &ServiceRow<'a>| {
            Cell::text(&r.service.name)
        }),
        column(
            "needed_download_mbps",
            Number,
            "What it needs at this site, in Mbit/s; blank where it needs none, or where that depends \
             on a number of persons that is not known.",
            |r: &ServiceRow<'a>| {
                let rate = service::rate_needed(r.service, r.site).known();
                Cell::of(rate, |rate| Cell::Number(rate.value()))
            },
        ),
        column("needed_fallback", Text, "none, any or independent.", |r: &ServiceRow<'a>| {
            Cell::text(r.service.fallback.name())
        }),
        column(
            "needed_endurance_h",
            Number,
            "Hours it must last; blank where it needs none.",
            |r: &ServiceRow<'a>| Cell::of(r.service.endurance, |hours| Cell::Number(hours.value())),
        ),
    ]
}

/// Fills `services`: sorted by site and service.
pub fn services(inputs: &Inputs, assessment: &Assessment) -> Table {
    let sites = inputs.sites.iter().zip(&assessment.service_readiness);
    let rows = sites.flat_map(|(site, readiness)| {
        let mut rows: Vec<ServiceRow<'_>> = readiness
            .iter()
            .map(|(service, readiness)| ServiceRow {
                site,
                service: &assessment.services[*service],
                readiness,
            })
            .collect();
        rows.sort_by(|a, b| a.service.id.cmp(&b.service.id));
        rows
    });
    Table::fill("services", &service_columns(), rows)
}

/// How many sites of a unit are ready for a service.
pub struct SummaryRow<'a> {
    unit: &'a str,
    service: &'a Service,
    counts: [usize; 4],
}

const COUNTED: [Readiness; 4] =
    [Readiness::Ready, Readiness::AtRisk, Readiness::NotReady, Readiness::Unknown];

/// The columns of `service_summary`, in order; `unit` is the name of the first and what it means.
pub fn summary_columns<'a>(unit: (&str, &'static str)) -> Vec<Column<SummaryRow<'a>>> {
    use Kind::{Integer, Text};
    let mut columns = vec![
        column(unit.0, Text, unit.1, |r: &SummaryRow<'a>| Cell::text(r.unit)),
        column("service_id", Text, "The service.", |r: &SummaryRow<'a>| Cell::text(&r.service.id)),
        column("sites", Integer, "Sites that the service concerns.", |r: &SummaryRow<'a>| {
            Cell::count(r.counts.iter().sum())
        }),
    ];
    for (i, readiness) in COUNTED.into_iter().enumerate() {
        columns.push(column(
            readiness.name(),
            Integer,
            "Sites with this status.",
            move |r: &SummaryRow<'a>| Cell::count(r.counts[i]),
        ));
    }
    columns.push(column("name", Text, "Name of the service.", |r: &SummaryRow<'a>| {
        Cell::text(&r.service.name)
    }));
    columns
}

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

/// Fills `service_summary`: sorted by municipality and service.
pub fn service_summary(inputs: &Inputs, assessment: &Assessment) -> Table {
    let names = inputs.municipalities.iter().map(|m| m.code.as_str());
    summary("service_summary", MUNICIPALITY, names, &counts(inputs, assessment), assessment)
}

/// Fills `group_service_summary`: sorted by group and service.
pub fn group_summary(inputs: &Inputs, assessment: &Assessment) -> Table {
    let names = assessment.groups.iter().map(|group| group.name.as_str());
    let counts = group_counts(inputs, assessment);
    summary("group_service_summary", GROUP, names, &counts, assessment)
}

fn summary<'a>(
    table: &'static str,
    unit: (&str, &'static str),
    names: impl Iterator<Item = &'a str>,
    counts: &[Vec<[usize; 4]>],
    assessment: &'a Assessment,
) -> Table {
    let mut order: Vec<usize> = (0..assessment.services.len()).collect();
    order.sort_by(|&a, &b| assessment.services[a].id.cmp(&assessment.services[b].id));
    let rows = names.zip(counts).flat_map(|(unit, counts)| {
        order.iter().map(move |&service| SummaryRow {
            unit,
            service: &assessment.services[service],
            counts: counts[service],
        })
    });
    Table::fill(table, &summary_columns(unit), rows)
}
