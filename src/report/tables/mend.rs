//! `mend`: the sites to mend for one service, worst first.

use std::cmp::Reverse;

use crate::ingest::Inputs;
use crate::readiness::Assessment;
use crate::readiness::service::{Need, Readiness, ServiceReadiness};
use crate::report::table::{Cell, Column, Kind, Table, column};

/// One site that is not ready.
pub struct Row<'a> {
    inputs: &'a Inputs,
    assessment: &'a Assessment,
    order: usize,
    site: usize,
    service: usize,
    readiness: &'a ServiceReadiness,
}

/// The columns, in order.
pub fn columns<'a>() -> Vec<Column<Row<'a>>> {
    use Kind::{Integer, Number, Text};
    fn joined(needs: &[Need]) -> Cell {
        let mut names: Vec<&str> = needs.iter().map(|need| need.name()).collect();
        names.sort_unstable();
        Cell::text(names.join(";"))
    }
    vec![
        column("order", Integer, "1 is the first to mend.", |r: &Row<'a>| Cell::count(r.order)),
        column("service_id", Text, "The service.", |r: &Row<'a>| {
            Cell::text(&r.assessment.services[r.service].id)
        }),
        column("site_id", Text, "The site.", |r: &Row<'a>| Cell::text(&r.inputs.sites[r.site].id)),
        column("name", Text, "Its name.", |r: &Row<'a>| Cell::text(&r.inputs.sites[r.site].name)),
        column("kind", Text, "What it is.", |r: &Row<'a>| {
            Cell::text(r.inputs.sites[r.site].kind.name())
        }),
        column("municipality_code", Text, "The municipality it counts in.", |r: &Row<'a>| {
            let municipality = r.assessment.sites[r.site].location.municipality;
            Cell::of(municipality, |m| Cell::text(r.inputs.municipalities[m.0].code.as_str()))
        }),
        column("municipality", Text, "Its name.", |r: &Row<'a>| {
            let municipality = r.assessment.sites[r.site].location.municipality;
            Cell::of(municipality, |m| Cell::text(&r.inputs.municipalities[m.0].name))
        }),
        column("persons", Integer, "Who depend on the site.", |r: &Row<'a>| {
            Cell::of(r.inputs.sites[r.site].persons, |persons| Cell::Integer(persons.into()))
        }),
        column("status", Text, "not_ready, at_risk or unknown.", |r: &Row<'a>| {
            Cell::text(r.readiness.status.name())
        }),
        column("not_met", Text, "Needs known not to be met, joined by ;.", |r: &Row<'a>| {
            joined(&r.readiness.not_met)
        }),
        column("not_known", Text, "Needs of which it is not known, joined by ;.", |r: &Row<'a>| {
            joined(&r.readiness.not_known)
        }),
        column("easting_m", Number, "In the working CRS.", |r: &Row<'a>| {
            Cell::of(r.inputs.sites[r.site].place, |place| Cell::Number(place.easting()))
        }),
        column("northing_m", Number, "In the working CRS.", |r: &Row<'a>| {
            Cell::of(r.inputs.sites[r.site].place, |place| Cell::Number(place.northing()))
        }),
    ]
}

/// Fills the table: not ready before at risk before unknown, most needs not met first, then most
/// persons, then by id.
pub fn mend(inputs: &Inputs, assessment: &Assessment, service: usize) -> Table {
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
    let rows = rows.into_iter().zip(1..).map(|((site, readiness), order)| Row {
        inputs,
        assessment,
        order,
        site,
        service,
        readiness,
    });
    Table::fill("mend", &columns(), rows)
}
