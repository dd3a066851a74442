//! `sites` and `site_indicators`: what is known of each site.

use crate::access::location::MunicipalityMatch;
use crate::access::nearest::Nearest;
use crate::ingest::Inputs;
use crate::model::coverage::FixedStatus;
use crate::model::knowledge::Knowledge;
use crate::model::site::{Site, SiteKind};
use crate::model::source::{Origin, Source};
use crate::network::dependence::NetworkStatus;
use crate::readiness::Assessment;
use crate::readiness::failure::Fallback;
use crate::readiness::indicator::SITE_INDICATORS;
use crate::readiness::site::{Flag, SiteAssessment};
use crate::table::{Cell, Holds, Ids, Part, Spread, Thing, Value, table};
use crate::units::{Hours, Mbps, Metres};

table! {
    /// One site.
    pub struct SiteRow in "sites" {
        site_id: String as Holds::Id,
        name: String,
        kind: SiteKind,
        municipality_code: Option<String> as Holds::Id,
        municipality_match: MunicipalityMatch,
        easting_m: Option<f64> as Holds::Quantity(Metres::UNIT),
        northing_m: Option<f64> as Holds::Quantity(Metres::UNIT),
        persons: Option<u32>,
        fixed_status: FixedStatus,
        fixed_technology: Option<String>,
        fixed_download_mbps: Option<Mbps>,
        fixed_source: Option<String>,
        fixed_source_date: Option<String> as Holds::Date,
        meets_target: Knowledge,
        mobile_networks_10mbps: Option<usize>,
        mobile_networks_30mbps: Option<usize>,
        mobile_networks_unknown: Option<usize>,
        nearest_node: Option<String> as Holds::Id,
        nearest_node_m: Option<Metres>,
        nearest_mast: Option<String> as Holds::Id,
        nearest_mast_m: Option<Metres>,
        access_node: Option<String> as Holds::Id,
        drop_length_m: Option<Metres>,
        network_status: NetworkStatus,
        disjoint_paths: Option<u8>,
        single_points: Option<usize>,
        fallback: Fallback,
        endurance_h: Option<Hours>,
        flags: Vec<Flag>,
        source: String,
        source_row: u64,
        fixed_source_row: Option<u64>,
        endurance_low_h: Option<Hours>,
        endurance_high_h: Option<Hours>,
        served: Knowledge,
        fixed_service: Knowledge,
        mobile_service: Knowledge,
        fixed_source_file: Option<String>,
        fixed_layer_file: Option<String>,
        fixed_layer_row: Option<u64>,
        backup_power_h: Option<Hours>,
        power_feeds: Option<Ids> as Holds::Id,
        unlisted_mast: Option<bool>,
        fixed_rate_file: Option<String>,
        fixed_rate_row: Option<u64>,
        fixed_download_low_mbps: Option<Mbps>,
    }

    /// One site, and of each of the computed conditions whether it meets it.
    pub struct SiteIndicatorRow in "site_indicators" {
        site_id: String as Holds::Id,
        municipality_code: Option<String> as Holds::Id,
        conditions: Spread<Condition>,
    }
}

/// The rows of `sites`: by site.
pub fn sites(inputs: &Inputs, assessment: &Assessment) -> Vec<SiteRow> {
    let sites = inputs.sites.iter().zip(&assessment.sites);
    sites.map(|(site, found)| row(inputs, site, found)).collect()
}

fn row(inputs: &Inputs, site: &Site, found: &SiteAssessment) -> SiteRow {
    let file = |origin: Option<Origin>| Some(inputs.sources[origin?.source.0].path.clone());
    let row = |origin: Option<Origin>| origin.map(|origin| origin.row);
    let told_by: Option<&Source> =
        found.fixed.origin.map(|origin| &inputs.sources[origin.source.0]);
    let network = inputs.infrastructure.network.as_ref();
    let masts = inputs.infrastructure.masts();
    let metres = |nearest: Option<Nearest>| nearest.map(|nearest| nearest.distance);
    // Without any mobile layer nothing is known, not zero.
    let networks = |count: usize| (!inputs.mobile.is_empty()).then_some(count);
    SiteRow {
        site_id: site.id.clone(),
        name: site.name.clone(),
        kind: site.kind,
        municipality_code: municipality(inputs, found),
        municipality_match: found.location.matched,
        easting_m: site.place.map(|place| place.easting()),
        northing_m: site.place.map(|place| place.northing()),
        persons: site.persons,
        fixed_status: found.fixed.status,
        fixed_technology: found.fixed.technology.clone(),
        fixed_download_mbps: found.fixed.download.filter(|_| !found.fixed.rate_open),
        fixed_source: told_by.map(|source| source.label().to_owned()),
        fixed_source_date: told_by.and_then(|source| source.date.clone()),
        meets_target: found.meets_target,
        mobile_networks_10mbps: networks(found.mobile.known_at_10()),
        mobile_networks_30mbps: networks(found.mobile.known_at_30()),
        mobile_networks_unknown: networks(found.mobile.unknown()),
        nearest_node: network
            .zip(found.nearest_node)
            .map(|(network, nearest)| network.nodes()[nearest.index].id.clone()),
        nearest_node_m: metres(found.nearest_node),
        nearest_mast: found.nearest_mast.map(|nearest| masts[nearest.index].id.clone()),
        nearest_mast_m: metres(found.nearest_mast),
        access_node: network
            .zip(found.dependence.access_node)
            .map(|(network, node)| network.node(node).id.clone()),
        drop_length_m: found.dependence.drop_length,
        network_status: found.dependence.status,
        disjoint_paths: found.dependence.disjoint_paths,
        single_points: found.network_single_points(),
        fallback: found.failures.fallback,
        endurance_h: found.failures.endurance.known(),
        flags: found.flags.iter().copied().collect(),
        source: inputs.sources[site.origin.source.0].path.clone(),
        source_row: site.origin.row,
        fixed_source_row: row(found.fixed.origin),
        endurance_low_h: found.failures.endurance.low(),
        endurance_high_h: found.failures.endurance.high(),
        served: found.failures.fixed.or(found.failures.mobile),
        fixed_service: found.failures.fixed,
        mobile_service: found.failures.mobile,
        fixed_source_file: file(found.fixed.origin),
        fixed_layer_file: file(found.fixed.layer),
        fixed_layer_row: row(found.fixed.layer),
        backup_power_h: site.backup_power,
        power_feeds: Ids::some(site.power_feeds.iter().cloned()),
        unlisted_mast: found.failures.unlisted,
        fixed_rate_file: file(found.fixed.rate),
        fixed_rate_row: row(found.fixed.rate),
        fixed_download_low_mbps: found.fixed.download,
    }
}

/// The code of the municipality that a site counts in.
pub(super) fn municipality(inputs: &Inputs, found: &SiteAssessment) -> Option<String> {
    found.location.municipality.map(|m| inputs.municipalities[m.0].code.as_str().to_owned())
}

/// Whether a site meets a condition that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition(pub Knowledge);

impl Part for Condition {
    const LIST: &'static str = "of-condition";
    const COLUMNS: &'static [(&'static str, &'static str, Holds)] =
        &[("", "whole", Knowledge::HOLDS)];

    fn cells(&self) -> Vec<Cell> {
        vec![self.0.cell()]
    }

    fn read(cells: &[&str]) -> Option<Self> {
        Knowledge::read(cells[0]).map(Self)
    }
}

impl SiteIndicatorRow {
    /// Whether the site meets a condition; `None` where no such condition is counted.
    pub fn condition(&self, id: &str) -> Option<Knowledge> {
        self.conditions.of(id).map(|condition| condition.0)
    }
}

/// The conditions that are counted, each with a column.
pub fn conditions() -> Vec<Thing> {
    SITE_INDICATORS.iter().map(|indicator| Thing::named_by_list(indicator.id)).collect()
}

/// The rows of `site_indicators`: by site. Readiness for services is in `services`.
pub fn site_indicators(inputs: &Inputs, assessment: &Assessment) -> Vec<SiteIndicatorRow> {
    let targets = &assessment.targets;
    let sites = inputs.sites.iter().zip(&assessment.sites);
    sites
        .map(|(site, found)| SiteIndicatorRow {
            site_id: site.id.clone(),
            municipality_code: municipality(inputs, found),
            conditions: Spread(
                SITE_INDICATORS
                    .iter()
                    .map(|i| (i.id.to_owned(), Condition((i.holds)(site, found, targets))))
                    .collect(),
            ),
        })
        .collect()
}
