//! Which radio networks reach each site, at 10 and at 30 Mbit/s.
//!
//! Brands that share a radio network count once. A network covers a place at a rate when any of
//! its layers does; it is known not to when every one of its layers is complete, or has a value
//! there, and none covers; otherwise it is unknown.

use std::collections::BTreeMap;

use crate::access::area_index::AreaIndex;
use crate::model::coverage::{MobileArea, MobileCoverage, MobileLayer, MobileSignal};
use crate::model::knowledge::Knowledge;
use crate::model::site::Site;
use crate::units::Mbps;

/// The two rates at which networks are counted, in Mbit/s. Source: PTS-ER-2014:11.
pub const RATES: [f64; 2] = [10.0, 30.0];

/// What one radio network offers a site.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NetworkReach {
    /// Whether it covers at 10 Mbit/s.
    pub at_10: Knowledge,
    /// Whether it covers at 30 Mbit/s.
    pub at_30: Knowledge,
    /// The best rate it is known to offer.
    pub download: Option<Mbps>,
    /// Whether a layer covers the place without stating a rate, so that it may offer more.
    pub rate_open: bool,
}

/// Which radio networks reach a site.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MobileReach {
    /// One per radio network of the project, sorted by name.
    pub networks: Vec<NetworkReach>,
}

impl MobileReach {
    /// Radio networks known to cover at 10 Mbit/s.
    pub fn known_at_10(&self) -> usize {
        self.networks.iter().filter(|n| n.at_10 == Knowledge::Yes).count()
    }

    /// Radio networks known to cover at 30 Mbit/s.
    pub fn known_at_30(&self) -> usize {
        self.networks.iter().filter(|n| n.at_30 == Knowledge::Yes).count()
    }

    /// Radio networks of which it is not known whether they cover at one of the two rates.
    pub fn unknown(&self) -> usize {
        let open =
            |n: &&NetworkReach| n.at_10 == Knowledge::Unknown || n.at_30 == Knowledge::Unknown;
        self.networks.iter().filter(open).count()
    }

    /// Whether at least `count` radio networks cover, by `at` a rate.
    ///
    /// A project without mobile layers knows nothing; one with layers knows of no other networks.
    pub fn at_least(&self, count: usize, at: impl Fn(&NetworkReach) -> Knowledge) -> Knowledge {
        let of = |wanted| self.networks.iter().filter(|n| at(n) == wanted).count();
        let (yes, unknown) = (of(Knowledge::Yes), of(Knowledge::Unknown));
        if yes >= count {
            Knowledge::Yes
        } else if self.networks.is_empty() || yes + unknown >= count {
            Knowledge::Unknown
        } else {
            Knowledge::No
        }
    }

    /// The best rate any network is known to offer.
    pub fn best_download(&self) -> Option<Mbps> {
        self.networks.iter().filter_map(|n| n.download).max()
    }
}

/// The names of the radio networks, sorted: the order of [`MobileReach::networks`].
pub fn radio_networks(layers: &[MobileLayer]) -> Vec<&str> {
    let mut names: Vec<&str> = layers.iter().map(|layer| layer.radio_network.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// What reaches every site, in site order.
pub fn reach(sites: &[Site], layers: &[MobileLayer]) -> Vec<MobileReach> {
    let signals: Vec<Vec<MobileSignal>> =
        layers.iter().map(|layer| at_sites(layer, sites)).collect();
    let mut by_network: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, layer) in layers.iter().enumerate() {
        by_network.entry(&layer.radio_network).or_default().push(i);
    }
    (0..sites.len())
        .map(|site| MobileReach {
            networks: by_network
                .values()
                .map(|own| {
                    network_reach(own.iter().map(|&i| {
                        // Of a site without a place no layer's silence says anything.
                        let complete = layers[i].complete && sites[site].place.is_some();
                        (signals[i][site], complete)
                    }))
                })
                .collect(),
        })
        .collect()
}

/// What one layer says at each site.
fn at_sites(layer: &MobileLayer, sites: &[Site]) -> Vec<MobileSignal> {
    match &layer.coverage {
        MobileCoverage::AtSites(signals) => signals.clone(),
        MobileCoverage::Polygons(areas) => {
            let index = AreaIndex::new(areas.iter().map(|area| &area.area));
            sites
                .iter()
                .map(|site| {
                    let holding = site.place.map(|p| index.holding(p)).unwrap_or_default();
                    strongest(holding.into_iter().map(|i| &areas[i]))
                })
                .collect()
        }
    }
}

fn strongest<'a>(areas: impl Iterator<Item = &'a MobileArea>) -> MobileSignal {
    let rates: Vec<Option<Mbps>> = areas.map(|area| area.download).collect();
    match (rates.iter().flatten().max(), rates.contains(&None)) {
        (Some(best), true) => MobileSignal::CoveredAtLeast(*best),
        (Some(best), false) => MobileSignal::Covered(Some(*best)),
        (None, true) => MobileSignal::Covered(None),
        (None, false) => MobileSignal::Silent,
    }
}

/// Joins the layers of one network: what each says, and whether its silence means not covered.
fn network_reach(layers: impl Iterator<Item = (MobileSignal, bool)>) -> NetworkReach {
    let mut reach = NetworkReach {
        at_10: Knowledge::No,
        at_30: Knowledge::No,
        download: None,
        rate_open: false,
    };
    for (signal, complete) in layers {
        let at = |rate: f64| match signal {
            MobileSignal::Covered(Some(download)) => {
                Knowledge::from_known(download.value() >= rate)
            }
            MobileSignal::CoveredAtLeast(download) if download.value() >= rate => Knowledge::Yes,
            MobileSignal::CoveredAtLeast(_) | MobileSignal::Covered(None) => Knowledge::Unknown,
            MobileSignal::Unknown => Knowledge::Unknown,
            MobileSignal::NotCovered => Knowledge::No,
            MobileSignal::Silent if complete => Knowledge::No,
            MobileSignal::Silent => Knowledge::Unknown,
        };
        reach.at_10 = reach.at_10.or(at(RATES[0]));
        reach.at_30 = reach.at_30.or(at(RATES[1]));
        let (download, open) = match signal {
            MobileSignal::Covered(download) => (download, download.is_none()),
            MobileSignal::CoveredAtLeast(download) => (Some(download), true),
            MobileSignal::Unknown | MobileSignal::NotCovered | MobileSignal::Silent => continue,
        };
        reach.download = reach.download.max(download);
        reach.rate_open |= open;
    }
    reach
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered(rate: f64) -> MobileSignal {
        MobileSignal::Covered(Mbps::new(rate))
    }

    #[test]
    fn silence_means_no_only_in_a_complete_layer() {
        let at_10 = |layers: &[(MobileSignal, bool)]| network_reach(layers.iter().copied()).at_10;
        assert_eq!(at_10(&[(MobileSignal::Silent, true)]), Knowledge::No);
        assert_eq!(at_10(&[(MobileSignal::Silent, false)]), Knowledge::Unknown);
        assert_eq!(at_10(&[(MobileSignal::Silent, false), (covered(10.0), true)]), Knowledge::Yes);
        assert_eq!(at_10(&[(MobileSignal::NotCovered, false)]), Knowledge::No);
    }

    #[test]
    fn a_rate_between_the_two_counts_at_the_lower() {
        let reach = network_reach([(covered(20.0), true)].into_iter());
        assert_eq!((reach.at_10, reach.at_30), (Knowledge::Yes, Knowledge::No));
        let unstated = network_reach([(MobileSignal::Covered(None), true)].into_iter());
        assert_eq!((unstated.at_10, unstated.at_30), (Knowledge::Unknown, Knowledge::Unknown));
    }

    #[test]
    fn a_part_of_unknown_rate_may_be_the_fastest() {
        let open = MobileSignal::CoveredAtLeast(Mbps::new(10.0).expect("a rate"));
        let reach = network_reach([(open, true)].into_iter());
        assert_eq!((reach.at_10, reach.at_30), (Knowledge::Yes, Knowledge::Unknown));
        assert!(reach.rate_open);
        let impossible = network_reach([(MobileSignal::Unknown, true)].into_iter());
        assert_eq!((impossible.at_10, impossible.rate_open), (Knowledge::Unknown, false));
    }

    #[test]
    fn counting_networks_keeps_unknown_apart() {
        let network =
            |at_10| NetworkReach { at_10, at_30: Knowledge::No, download: None, rate_open: false };
        let reach = MobileReach {
            networks: vec![
                network(Knowledge::Yes),
                network(Knowledge::Unknown),
                network(Knowledge::No),
            ],
        };
        assert_eq!((reach.known_at_10(), reach.unknown()), (1, 1));
        let at_least = |n| reach.at_least(n, |network| network.at_10);
        assert_eq!(at_least(1), Knowledge::Yes);
        assert_eq!(at_least(2), Knowledge::Unknown);
        assert_eq!(at_least(3), Knowledge::No);
        assert_eq!(MobileReach::default().at_least(1, |n| n.at_10), Knowledge::Unknown);
    }
}
