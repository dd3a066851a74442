//! `services` and `service_summary`: which digital services work where.

use crate::ingest::Inputs;
use crate::model::requirement::Service;
use crate::model::site::Site;
use crate::readiness::Assessment;
use crate::readiness::service::{self, Need, Readiness, ServiceReadiness};
use crate::report::table::{Cell, Column, Kind, Table, column};

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

/// How many sites of a municipality are ready for a service.
pub struct SummaryRow<'a> {
    code: &'a str,
    service: &'a Service,
    counts: [usize; 4],
}

const COUNTED: [Readiness; 4] =
    [Readiness::Ready, Readiness::AtRisk, Readiness::NotReady, Readiness::Unknown];

/// The columns of `service_summary`, in order.
pub fn summary_columns<'a>() -> Vec<Column<SummaryRow<'a>>> {
    use Kind::{Integer, Text};
    let mut columns = vec![
        column("municipality_code", Text, "Always text.", |r: &SummaryRow<'a>| Cell::text(r.code)),
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

/// Fills `service_summary`: sorted by municipality and service.
pub fn service_summary(inputs: &Inputs, assessment: &Assessment) -> Table {
    let mut order: Vec<usize> = (0..assessment.services.len()).collect();
    order.sort_by(|&a, &b| assessment.services[a].id.cmp(&assessment.services[b].id));
    let none = vec![[0; COUNTED.len()]; assessment.services.len()];
    let mut counts = vec![none; inputs.municipalities.len()];
    for (site, readiness) in assessment.sites.iter().zip(&assessment.service_readiness) {
        let Some(municipality) = site.location.municipality else { continue };
        for (service, found) in readiness {
            let place = COUNTED.iter().position(|counted| *counted == found.status);
            counts[municipality.0][*service][place.expect("every status is counted")] += 1;
        }
    }
    let rows = inputs.municipalities.iter().zip(&counts).flat_map(|(municipality, counts)| {
        order.iter().map(move |&service| SummaryRow {
            code: municipality.code.as_str(),
            service: &assessment.services[service],
            counts: counts[service],
        })
    });
    Table::fill("service_summary", &summary_columns(), rows)
}
