//! `site_indicators`: of each site, which of the computed conditions it meets.

use crate::ingest::Inputs;
use crate::model::knowledge::Knowledge;
use crate::readiness::Assessment;
use crate::readiness::indicator::{IndicatorTargets, SITE_INDICATORS};
use crate::report::table::{Cell, Column, Kind, Table, column};

/// One site and what is known of each condition, in the order of [`SITE_INDICATORS`].
pub struct Row<'a> {
    id: &'a str,
    municipality: Option<&'a str>,
    conditions: Vec<Knowledge>,
}

/// The columns, in order.
pub fn columns<'a>() -> Vec<Column<Row<'a>>> {
    let mut columns = vec![
        column("site_id", Kind::Text, "The site.", |r: &Row<'a>| Cell::text(r.id)),
        column("municipality_code", Kind::Text, "The municipality it counts in.", |r: &Row<'a>| {
            Cell::of(r.municipality, Cell::text)
        }),
    ];
    for (i, indicator) in SITE_INDICATORS.iter().enumerate() {
        columns.push(column(
            indicator.id,
            Kind::Text,
            "Whether it counts towards the indicator of this name: yes, no or unknown.",
            move |r: &Row<'a>| Cell::text(r.conditions[i].name()),
        ));
    }
    columns
}

/// Fills the table: by site. Readiness for services is in `services`.
pub fn site_indicators(inputs: &Inputs, assessment: &Assessment) -> Table {
    let targets: &IndicatorTargets = &assessment.targets;
    let rows = inputs.sites.iter().zip(&assessment.sites).map(|(site, found)| Row {
        id: &site.id,
        municipality: found.location.municipality.map(|m| inputs.municipalities[m.0].code.as_str()),
        conditions: SITE_INDICATORS.iter().map(|i| (i.holds)(site, found, targets)).collect(),
    });
    Table::fill("site_indicators", &columns(), rows)
}
