//! Which fixed connection each site has.
//!
//! The owner's own knowledge first; then the best layer that covers the place: connected before
//! passed before planned, then the highest download rate. With no hit the site is without only
//! when at least one layer is given and every one is complete; otherwise it is unknown.
//!
//! The rate that the owner states is that of the site's own connection. It does not say that there
//! is one: a register filled in ahead of the contract has rates too.

use std::cmp::Reverse;

use crate::access::area_index::AreaIndex;
use crate::findings::{Finding, Findings, Rule};
use crate::model::coverage::{FixedArea, FixedLayer, FixedStatus};
use crate::model::knowledge::Knowledge;
use crate::model::site::Site;
use crate::model::source::{Origin, Source};
use crate::units::Mbps;
use crate::words::{Said, key};

/// The fixed connection of one site.
#[derive(Clone, Debug, PartialEq)]
pub struct FixedConnection {
    /// How far it has come.
    pub status: FixedStatus,
    /// Over what, where known.
    pub technology: Option<String>,
    /// Download rate, where known. Of unknown status, the one that the connection has if there is
    /// one.
    pub download: Option<Mbps>,
    /// Whether another area says the same at a rate that it does not tell, so that it may be more.
    pub rate_open: bool,
    /// The row that says so; absent where nothing says anything.
    pub origin: Option<Origin>,
    /// The row of a layer that tells the technology; the same row where it says it all.
    pub layer: Option<Origin>,
    /// The row that tells the rate: the site's own, or that of the layer.
    pub rate: Option<Origin>,
}

impl FixedConnection {
    /// Whether the connection meets a target download rate.
    ///
    /// Yes when connected with a known rate at or above it; no when every rate is known and below,
    /// or the site is passed, planned or without; unknown otherwise.
    pub fn meets(&self, target: Mbps) -> Knowledge {
        match (self.status, self.download) {
            (FixedStatus::Passed | FixedStatus::Planned | FixedStatus::None, _) => Knowledge::No,
            (FixedStatus::Connected, Some(download)) if download >= target => Knowledge::Yes,
            (_, Some(download)) if download < target && !self.rate_open => Knowledge::No,
            _ => Knowledge::Unknown,
        }
    }

    /// Whether the site is connected. Passed and planned are not.
    pub fn is_connected(&self) -> Knowledge {
        match self.status {
            FixedStatus::Connected => Knowledge::Yes,
            FixedStatus::Passed | FixedStatus::Planned | FixedStatus::None => Knowledge::No,
            FixedStatus::Unknown => Knowledge::Unknown,
        }
    }
}

/// The fixed connection of every site, in site order.
pub fn connections(
    sites: &[Site],
    layers: &[FixedLayer],
    sources: &[Source],
) -> Vec<FixedConnection> {
    let areas: Vec<&FixedArea> = layers.iter().flat_map(|layer| &layer.areas).collect();
    let index = AreaIndex::new(areas.iter().map(|area| &area.area));
    let outside_means_none = !layers.is_empty() && layers.iter().all(|layer| layer.complete);
    sites
        .iter()
        .map(|site| {
            let holding = site.place.map(|place| index.holding(place)).unwrap_or_default();
            // The owner knows that it is not connected: a layer that says so speaks of another
            // connection, or of the boundary of the site. It may still be passed or planned.
            let speaks = |area: &&FixedArea| {
                site.stated_connection != Knowledge::No || area.status != FixedStatus::Connected
            };
            // The order of files and rows decides nothing but, of areas of one file that say the same,
            // the row that is named.
            let speaking = || holding.iter().map(|&i| areas[i]).filter(speaks);
            let best = speaking().min_by(|a, b| {
                let key = |area: &FixedArea| (area.status, Reverse(area.download));
                let origin = |area: &FixedArea| {
                    let Origin { source, row } = area.origin;
                    (&sources[source.0].path, source, row)
                };
                key(a)
                    .cmp(&key(b))
                    .then_with(|| a.technology.cmp(&b.technology))
                    .then_with(|| origin(a).cmp(&origin(b)))
            });
            let mut found = combined(site, best, outside_means_none);
            let is_open = |area: &FixedArea| area.status == found.status && area.download.is_none();
            let open = found.download.is_some() && speaking().any(is_open);
            found.rate_open = open;
            with_own_rate(site, found)
        })
        .collect()
}

fn combined(site: &Site, best: Option<&FixedArea>, outside_means_none: bool) -> FixedConnection {
    let from_area = |status| FixedConnection {
        status,
        technology: best.map(|area| area.technology.clone()),
        download: best.and_then(|area| area.download),
        rate_open: false,
        origin: best.map(|area| area.origin),
        layer: best.map(|area| area.origin),
        rate: best.and_then(rate_origin),
    };
    match site.stated_connection {
        // The owner knows that it is connected, the layer over what and how fast: but only a
        // layer that says connected speaks of the same connection.
        Knowledge::Yes => {
            let same = best.filter(|area| area.status == FixedStatus::Connected);
            FixedConnection {
                status: FixedStatus::Connected,
                technology: same.map(|area| area.technology.clone()),
                download: same.and_then(|area| area.download),
                rate_open: false,
                origin: Some(site.origin),
                layer: same.map(|area| area.origin),
                rate: same.and_then(rate_origin),
            }
        }
        Knowledge::No => match best {
            Some(area) => from_area(area.status),
            None => FixedConnection {
                status: FixedStatus::None,
                technology: None,
                download: None,
                rate_open: false,
                origin: Some(site.origin),
                layer: None,
                rate: None,
            },
        },
        Knowledge::Unknown => match best {
            Some(area) => from_area(area.status),
            None if outside_means_none && site.place.is_some() => from_area(FixedStatus::None),
            None => from_area(FixedStatus::Unknown),
        },
    }
}

fn rate_origin(area: &FixedArea) -> Option<Origin> {
    area.download.map(|_| area.origin)
}

/// The rate that the owner states beats that of the layer, where there is a connection or may be
/// one. What passes the site, or is planned, is another connection than the owner's.
fn with_own_rate(site: &Site, found: FixedConnection) -> FixedConnection {
    match (found.status, site.stated_download) {
        (FixedStatus::Connected | FixedStatus::Unknown, Some(download)) => {
            let rate = Some(site.origin);
            FixedConnection { download: Some(download), rate_open: false, rate, ..found }
        }
        _ => found,
    }
}

/// Tells of rates that their owner states for a connection that is not known to be there.
pub fn report_rates_alone(
    sites: &[Site],
    found: &[FixedConnection],
    sources: &[Source],
    findings: &mut Findings,
) {
    for (site, found) in sites.iter().zip(found) {
        // No connection and no rate is one statement, not two.
        let Some(stated) = site.stated_download.filter(|rate| *rate > Mbps::ZERO) else { continue };
        let (id, rate) = (&site.id, stated);
        let (message, hint): (Said, Said) = match (found.status, site.stated_connection) {
            (FixedStatus::Connected, _) => continue,
            (_, Knowledge::No) => {
                (key::FindingRateButNo { site: id, rate }.into(), key::HintRateOrNo.into())
            }
            (FixedStatus::Unknown, _) => {
                (key::FindingRateAlone { site: id, rate }.into(), key::HintConnected.into())
            }
            (status, _) => {
                let status = Said::each(|words| words.code(status));
                let message = key::FindingRateButStatus { site: id, rate, status };
                (message.into(), key::HintConnected.into())
            }
        };
        findings.add(
            Finding::new(Rule::RateWithoutConnection, &sources[site.origin.source.0].path, message)
                .at(site.origin.row)
                .field("download")
                .value(stated.value().to_string())
                .hint(hint),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crs::{Area, Projected};
    use crate::model::site::SiteKind;
    use crate::model::source::SourceIdx;
    use crate::words::Language;
    use geo::{MultiPolygon, polygon};

    const ORIGIN: Origin = Origin { source: SourceIdx(0), row: 2 };

    fn site(stated: Knowledge, place: Option<(f64, f64)>) -> Site {
        Site {
            id: "s".into(),
            name: "s".into(),
            kind: SiteKind::School,
            place: place.and_then(|(x, y)| Projected::from_metres(x, y)),
            persons: None,
            stated_municipality: None,
            stated_node: None,
            stated_connection: stated,
            stated_download: None,
            backup_power: None,
            power_feeds: vec![],
            origin: ORIGIN,
        }
    }

    /// A layer of one square, 0..10 in both directions.
    fn layer(status: FixedStatus, download: Option<f64>, complete: bool, row: u64) -> FixedLayer {
        let ring =
            polygon![(x: 0.0, y: 0.0), (x: 10.0, y: 0.0), (x: 10.0, y: 10.0), (x: 0.0, y: 10.0)];
        let area = FixedArea {
            area: Area::from_metres(MultiPolygon(vec![ring])).expect("a square"),
            technology: format!("t{row}"),
            status,
            download: download.and_then(Mbps::new),
            origin: Origin { source: SourceIdx(1), row },
        };
        FixedLayer { source: SourceIdx(1), complete, areas: vec![area] }
    }

    /// That of the sites, and that of the layers.
    fn sources() -> [Source; 2] {
        ["schools.csv", "fibre.gpkg"].map(|path| Source {
            path: path.into(),
            section: "sites",
            publisher: None,
            date: None,
            licence: None,
            synthetic: false,
            bytes: 0,
            sha256: String::new(),
            sidecars: Vec::new(),
        })
    }

    fn of(site: Site, layers: &[FixedLayer]) -> FixedConnection {
        connections(&[site], layers, &sources()).remove(0)
    }

    const INSIDE: Option<(f64, f64)> = Some((5.0, 5.0));
    const OUTSIDE: Option<(f64, f64)> = Some((50.0, 5.0));

    #[test]
    fn outside_is_none_only_when_every_layer_is_complete() {
        let complete = layer(FixedStatus::Connected, None, true, 1);
        let partial = layer(FixedStatus::Planned, None, false, 2);
        let status = |layers: &[FixedLayer]| of(site(Knowledge::Unknown, OUTSIDE), layers).status;
        assert_eq!(status(&[]), FixedStatus::Unknown);
        assert_eq!(status(std::slice::from_ref(&complete)), FixedStatus::None);
        assert_eq!(status(&[complete.clone(), partial]), FixedStatus::Unknown);
        let nowhere = of(site(Knowledge::Unknown, None), &[complete]);
        assert_eq!(nowhere.status, FixedStatus::Unknown);
    }

    #[test]
    fn connected_beats_passed_and_then_the_faster_wins() {
        let layers = [
            layer(FixedStatus::Passed, Some(1000.0), true, 1),
            layer(FixedStatus::Connected, Some(50.0), true, 2),
            layer(FixedStatus::Connected, Some(100.0), true, 3),
            layer(FixedStatus::Connected, None, true, 4),
        ];
        let found = of(site(Knowledge::Unknown, INSIDE), &layers);
        assert_eq!(found.technology.as_deref(), Some("t3"));
        assert_eq!(found.meets(Mbps::new(100.0).expect("positive")), Knowledge::Yes);
        // The fourth does not tell its rate, and may be faster still.
        assert_eq!(found.meets(Mbps::new(101.0).expect("positive")), Knowledge::Unknown);
        let found = of(site(Knowledge::Unknown, INSIDE), &layers[..3]);
        assert_eq!(found.meets(Mbps::new(101.0).expect("positive")), Knowledge::No);
    }

    #[test]
    fn the_owner_knows_better_than_any_layer() {
        let connected = [layer(FixedStatus::Connected, Some(1000.0), true, 1)];
        let passed = [layer(FixedStatus::Passed, Some(1000.0), true, 1)];
        assert_eq!(of(site(Knowledge::No, INSIDE), &connected).status, FixedStatus::None);
        assert_eq!(of(site(Knowledge::No, INSIDE), &passed).status, FixedStatus::Passed);
        let both = [connected[0].clone(), passed[0].clone()];
        assert_eq!(of(site(Knowledge::No, INSIDE), &both).status, FixedStatus::Passed);
        let yes = of(site(Knowledge::Yes, INSIDE), &passed);
        assert_eq!((yes.status, yes.download), (FixedStatus::Connected, None));
        assert_eq!(yes.origin, Some(ORIGIN));
    }

    fn at(rate: f64, site: Site) -> Site {
        Site { stated_download: Mbps::new(rate), ..site }
    }

    const LAYER_ROW: Option<Origin> = Some(Origin { source: SourceIdx(1), row: 1 });

    #[test]
    fn the_owners_rate_beats_that_of_any_layer_where_the_site_is_connected() {
        let fast = [layer(FixedStatus::Connected, Some(1000.0), true, 1)];
        for stated in [Knowledge::Yes, Knowledge::Unknown] {
            let found = of(at(50.0, site(stated, INSIDE)), &fast);
            assert_eq!((found.status, found.download), (FixedStatus::Connected, Mbps::new(50.0)));
            assert_eq!((found.rate, found.layer), (Some(ORIGIN), LAYER_ROW));
            assert_eq!(found.technology.as_deref(), Some("t1"), "only the layer tells it");
        }
        let alone = of(at(50.0, site(Knowledge::Yes, None)), &[]);
        assert_eq!((alone.download, alone.rate), (Mbps::new(50.0), Some(ORIGIN)));
        let by_layer = of(site(Knowledge::Yes, INSIDE), &fast);
        assert_eq!((by_layer.download, by_layer.rate), (Mbps::new(1000.0), LAYER_ROW));
        let silent = [layer(FixedStatus::Connected, None, true, 1)];
        assert_eq!(of(site(Knowledge::Unknown, INSIDE), &silent).rate, None);
    }

    #[test]
    fn the_owners_rate_is_not_that_of_what_passes_or_is_not_there() {
        let passed = [layer(FixedStatus::Passed, Some(1000.0), true, 1)];
        let found = of(at(50.0, site(Knowledge::Unknown, INSIDE)), &passed);
        assert_eq!((found.download, found.rate), (Mbps::new(1000.0), LAYER_ROW));
        let none = of(at(50.0, site(Knowledge::Unknown, OUTSIDE)), &passed);
        assert_eq!((none.status, none.download, none.rate), (FixedStatus::None, None, None));
        let no = of(at(50.0, site(Knowledge::No, OUTSIDE)), &[]);
        assert_eq!((no.status, no.download, no.rate), (FixedStatus::None, None, None));
    }

    /// Whatever a site with a blank turns out to be, an answer that was given stays.
    #[test]
    fn a_rate_without_a_status_answers_only_what_every_status_answers_alike() {
        let target = Mbps::new(100.0).expect("positive");
        for rate in [0.0, 99.0, 100.0, 1000.0] {
            let meets = |stated| of(at(rate, site(stated, None)), &[]).meets(target);
            let (blank, yes, no) =
                (meets(Knowledge::Unknown), meets(Knowledge::Yes), meets(Knowledge::No));
            let expected = if yes == no { yes } else { Knowledge::Unknown };
            assert_eq!(blank, expected, "{rate} Mbit/s");
        }
        let blank = of(at(1000.0, site(Knowledge::Unknown, None)), &[]);
        assert_eq!(blank.is_connected(), Knowledge::Unknown);
    }

    #[test]
    fn a_rate_without_a_connection_is_told_of() {
        let told = |stated, rate: Option<f64>, layers: &[FixedLayer]| {
            let site = Site { stated_download: rate.and_then(Mbps::new), ..site(stated, INSIDE) };
            let sites = [site];
            let mut findings = Findings::default();
            let found = connections(&sites, layers, &sources());
            report_rates_alone(&sites, &found, &sources(), &mut findings);
            let told = findings.sorted();
            let english = |said: &Said| said.in_language(Language::En).to_owned();
            told.into_iter().map(|f| (f.row, f.value, english(&f.message))).next()
        };
        let message = |told: Option<(Option<u64>, Option<String>, String)>| {
            let (row, value, message) = told.expect("a finding");
            assert_eq!((row, value.as_deref()), (Some(2), Some("100")));
            message
        };
        let planned = [layer(FixedStatus::Planned, None, true, 1)];
        let no = message(told(Knowledge::No, Some(100.0), &[]));
        assert!(no.contains("says that it is not connected"), "{no}");
        let blank = message(told(Knowledge::Unknown, Some(100.0), &[]));
        assert!(blank.contains("nothing says that it is connected"), "{blank}");
        let layers = message(told(Knowledge::Unknown, Some(100.0), &planned));
        assert!(layers.contains("its status is planned"), "{layers}");
        assert_eq!(told(Knowledge::Yes, Some(100.0), &[]), None);
        assert_eq!(told(Knowledge::No, Some(0.0), &[]), None, "a no and 0 Mbit/s agree");
        assert_eq!(told(Knowledge::No, None, &[]), None);
    }

    #[test]
    fn meeting_the_target_is_three_valued() {
        let target = Mbps::new(1000.0).expect("positive");
        let fixed = |status, download: Option<f64>| FixedConnection {
            rate_open: false,
            status,
            technology: None,
            download: download.and_then(Mbps::new),
            origin: None,
            layer: None,
            rate: None,
        };
        assert_eq!(fixed(FixedStatus::Connected, None).meets(target), Knowledge::Unknown);
        assert_eq!(fixed(FixedStatus::Unknown, None).meets(target), Knowledge::Unknown);
        assert_eq!(fixed(FixedStatus::Passed, Some(1000.0)).meets(target), Knowledge::No);
        assert_eq!(fixed(FixedStatus::None, None).meets(target), Knowledge::No);
    }
}
