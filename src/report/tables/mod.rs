//! The tables of a run: which columns each has, in which order.

pub mod alone;
pub mod element;
pub mod endurance;
pub mod finding;
pub mod indicator;
pub mod outage;
pub mod score;
pub mod service;
pub mod site;
pub mod unit;
pub mod worst;

use crate::findings::Finding;
use crate::ingest::Inputs;
use crate::readiness::Assessment;
use crate::report::edition::Edition;
use crate::report::table::{Column, Kind, Table};

/// Every table of an edition, filled, in the order of the documentation.
///
/// The public edition has the tables about municipalities and groups only: which element takes
/// down which care home is nobody's business but the owners'.
pub fn all(
    inputs: &Inputs,
    assessment: &Assessment,
    findings: &[Finding],
    edition: Edition,
) -> Vec<Table> {
    let has_groups = inputs.municipalities.iter().any(|m| m.group.is_some());
    let mut tables = Vec::new();
    if edition == Edition::Full {
        tables.push(site::sites(inputs, assessment));
        tables.push(element::dependencies(inputs, assessment));
        tables.push(element::elements(inputs, assessment));
        tables.push(element::backups(inputs, assessment));
    }
    tables.push(unit::municipalities(inputs, assessment));
    if has_groups {
        tables.push(unit::groups(assessment));
    }
    tables.push(unit::indicators(inputs, assessment));
    if edition == Edition::Full {
        tables.push(endurance::endurance(inputs, assessment));
    }
    if edition == Edition::Full {
        tables.push(service::services(inputs, assessment));
    }
    tables.push(service::service_summary(inputs, assessment));
    if edition == Edition::Full {
        tables.push(finding::findings(findings));
    }
    tables
}

/// What the documentation says of one table.
pub struct TableDocument {
    /// Its name.
    pub name: &'static str,
    /// What a row is.
    pub row: &'static str,
    /// Name, kind and meaning of each column.
    pub columns: Vec<(String, Kind, &'static str)>,
}

fn document<R>(name: &'static str, row: &'static str, columns: Vec<Column<R>>) -> TableDocument {
    let columns = columns.into_iter().map(|c| (c.name, c.kind, c.meaning)).collect();
    TableDocument { name, row, columns }
}

/// The documentation of every table of a run, in order.
pub fn documents() -> Vec<TableDocument> {
    use document as of;
    vec![
        of("sites", "One row per site.", site::columns()),
        of(
            "dependencies",
            "One row per site and single point of failure.",
            element::dependency_columns(),
        ),
        of(
            "elements",
            "One row per element that takes service from at least one site.",
            element::element_columns(),
        ),
        of(
            "backups",
            "One row per site and mast that reaches it, or may.",
            element::backup_columns(),
        ),
        of("municipalities", "One row per municipality.", unit::municipality_columns()),
        of(
            "groups",
            "One row per group of municipalities, where the project names a group column.",
            unit::group_columns(),
        ),
        of("indicators", "One row per municipality and indicator.", unit::indicator_columns()),
        of(
            "endurance",
            "One row per municipality with sites and hour since grid power was lost everywhere.",
            endurance::columns(),
        ),
        of(
            "services",
            "One row per site and digital service that concerns it.",
            service::service_columns(),
        ),
        of(
            "service_summary",
            "One row per municipality and digital service.",
            service::summary_columns(),
        ),
        of("findings", "One row per finding about the input.", finding::columns()),
        of("outage", "Of `beredd outage`: one row per site and hour.", outage::site_columns()),
        of(
            "outage_municipalities",
            "Of `beredd outage`: one row per municipality with sites and hour.",
            outage::municipality_columns(),
        ),
        of(
            "outage_elements",
            "Of `beredd outage`: one row per element that fails.",
            outage::element_columns(),
        ),
        of(
            "worst",
            "Of `beredd outage --worst`: one row per element, the worst first.",
            worst::element_columns(),
        ),
        of(
            "worst_pairs",
            "Of `beredd outage --worst-pairs`: one row per pair of elements, the worst first.",
            worst::pair_columns(),
        ),
    ]
}
