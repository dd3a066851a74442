//! The tables of a run: which columns each has, in which order.

pub mod alone;
pub mod coherence;
pub mod difference;
pub mod element;
pub mod endurance;
pub mod finding;
pub mod gain;
pub mod indicator;
pub mod mend;
pub mod outage;
pub mod question;
pub mod score;
pub mod sensitivity;
pub mod service;
pub mod site;
pub mod site_indicator;
pub mod unit;
pub mod worst;

use crate::findings::Finding;
use crate::ingest::Inputs;
use crate::model::framework::Framework;
use crate::readiness::Assessment;
use crate::readiness::composite::computed;
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
    mend: Option<usize>,
) -> Vec<Table> {
    let Assessment { composite, group_composite, .. } = assessment;
    let full = edition == Edition::Full;
    let has_groups = !assessment.groups.is_empty();
    let mut tables = Vec::new();
    if full {
        tables.push(site::sites(inputs, assessment));
        tables.push(element::dependencies(inputs, assessment));
        tables.push(element::elements(inputs, assessment));
        tables.push(element::backups(inputs, assessment));
    }
    tables.push(unit::municipalities(inputs, assessment));
    if has_groups {
        tables.push(unit::groups(assessment));
    }
    tables.push(question::questions(inputs, assessment, edition));
    tables.push(indicator::municipalities(inputs, assessment));
    tables.push(score::scores("scores", &composite.scores));
    tables.push(score::pairs("rank_pairs", &composite.scores));
    tables.push(sensitivity::sensitivity("sensitivity", &composite.scores));
    tables.push(coherence::coherence("coherence", &composite.scores));
    if has_groups {
        tables.push(indicator::groups(assessment));
        tables.push(score::scores("group_scores", &group_composite.scores));
        tables.push(score::pairs("group_rank_pairs", &group_composite.scores));
        tables.push(sensitivity::sensitivity("group_sensitivity", &group_composite.scores));
        tables.push(coherence::coherence("group_coherence", &group_composite.scores));
    }
    tables.push(indicator::values(inputs, assessment));
    if full {
        tables.push(site_indicator::site_indicators(inputs, assessment));
        tables.push(gain::gains(inputs, assessment));
        tables.push(endurance::endurance(inputs, assessment));
        if has_groups {
            tables.push(endurance::groups(assessment));
        }
        tables.push(service::services(inputs, assessment));
    }
    tables.push(service::service_summary(inputs, assessment));
    if has_groups {
        tables.push(service::group_summary(inputs, assessment));
    }
    if full {
        tables.extend(mend.map(|service| mend::mend(inputs, assessment, service)));
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
pub fn documents(framework: &Framework) -> Vec<TableDocument> {
    use document as of;
    use indicator::{GROUP, MUNICIPALITY};
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
        of("municipalities", "One row per municipality.", unit::municipality_columns(framework)),
        of(
            "groups",
            "One row per group of municipalities, where the project names a group column.",
            unit::group_columns(framework),
        ),
        of(
            "questions",
            "What to ask next: one row per municipality, or the region, and kind of fact that is missing \
             and would narrow the interval of a score.",
            question::columns(Edition::Full),
        ),
        of(
            "indicators",
            "One row per municipality and indicator of the framework. Of `beredd score`, the first \
             column is unit_id.",
            indicator::columns(MUNICIPALITY),
        ),
        of(
            "scores",
            "One row per municipality with sites and group of the framework.",
            score::columns(),
        ),
        of(
            "rank_pairs",
            "One row per pair of municipalities with a score; beyond 300 of them, each with the ten \
             that follow.",
            score::pair_columns(),
        ),
        of(
            "sensitivity",
            "One row per choice behind the score and thing that it moves; without what nothing moves.",
            sensitivity::columns(),
        ),
        of(
            "coherence",
            "One row per figure that says whether the indicators belong together.",
            coherence::columns(),
        ),
        of(
            "group_indicators",
            "As indicators, for groups of municipalities.",
            indicator::columns(GROUP),
        ),
        of("group_scores", "As scores, for groups of municipalities.", score::columns()),
        of(
            "group_rank_pairs",
            "As rank_pairs, for groups of municipalities.",
            score::pair_columns(),
        ),
        of(
            "group_sensitivity",
            "As sensitivity, for groups of municipalities.",
            sensitivity::columns(),
        ),
        of("group_coherence", "As coherence, for groups of municipalities.", coherence::columns()),
        of(
            "indicator_values",
            "One row per municipality with sites; five columns for each indicator that is computed \
             (those of services and of the municipalities' own tables come last). `beredd score` \
             reads it.",
            indicator::value_columns(&computed(&[])),
        ),
        of(
            "site_indicators",
            "One row per site, with every condition that is counted.",
            site_indicator::columns(),
        ),
        of(
            "gains",
            "One row per municipality with a score, measure, and number of sites it is tried at.",
            gain::columns(),
        ),
        of(
            "endurance",
            "One row per municipality with sites and hour since grid power was lost everywhere.",
            endurance::columns(MUNICIPALITY),
        ),
        of(
            "group_endurance",
            "As endurance, for groups of municipalities.",
            endurance::columns(GROUP),
        ),
        of(
            "services",
            "One row per site and digital service that concerns it.",
            service::service_columns(),
        ),
        of(
            "service_summary",
            "One row per municipality and digital service.",
            service::summary_columns(MUNICIPALITY),
        ),
        of(
            "group_service_summary",
            "As service_summary, for groups of municipalities.",
            service::summary_columns(GROUP),
        ),
        of(
            "mend",
            "Of `--service ID`: one row per site that is not ready for it, the first to mend first.",
            mend::columns(),
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
        of(
            "differences",
            "Of `beredd compare`: one row per municipality, or other unit, of either result.",
            difference::columns(),
        ),
        of(
            "difference_indicators",
            "Of `beredd compare`: one row per unit of both results and indicator of either framework.",
            difference::indicator_columns(),
        ),
        of(
            "difference_sites",
            "Of `beredd compare` with two full editions: one row per site that is new, gone or moved, \
             and per site and condition that changed. A condition that only one of the results has \
             is not compared.",
            difference::site_columns(),
        ),
    ]
}
