//! Which masts reach each site, by the mobile layer that names its mast or by the mast's range.
//!
//! In this order, of a mast and a site:
//!
//! 1. The layers that name the mast: one that covers the site at 10 Mbit/s says yes, below that or
//!    complete and silent no, at a rate nobody states unknown. One that is not complete and silent
//!    says nothing, and the next rules decide unless another says yes.
//! 2. The layers of the mast's radio network say that the network does not cover the site, or of a
//!    mast that states no network the layers of all networks say so: no.
//! 3. The site is within the mast's range: yes; beyond it: no.
//! 4. The range, or where one of them is, is not known: it may, up to [`REACH_AT_MOST`].
//!
//! The list of masts is taken to be whole: a mast that is in no list reaches nobody. Only where a
//! radio network covers a site and no listed mast of it can, some other mast must.

use std::collections::HashSet;

use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::access::mast_layers::MastLayers;
use crate::access::mobile::{MobileReach, radio_networks};
use crate::findings::Findings;
use crate::model::coverage::{Mast, MastIdx, MobileLayer};
use crate::model::knowledge::Knowledge;
use crate::model::site::Site;
use crate::model::source::Source;
use crate::units::Metres;
use crate::words::codes;

/// How far a mast may reach when nobody says, in metres: the limit of GSM's timing advance, beyond
/// which no network of today is planned. An assumption.
pub const REACH_AT_MOST: f64 = 35_000.0;

codes! {
    /// How it is known that a mast reaches a site.
    pub enum ReachBasis: "reach-basis" {
        /// A mobile layer names the mast.
        Layer = "layer",
        /// The site is within the mast's range.
        Range = "range",
        /// Nobody says how far the mast reaches, or where it is.
        Assumed = "assumed",
    }
}

/// A mast that reaches a site, or may.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReachingMast {
    /// The mast.
    pub mast: MastIdx,
    /// Yes, or unknown.
    pub reaches: Knowledge,
    /// How that is known.
    pub basis: ReachBasis,
}

/// The masts that reach one site.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MastReach {
    /// By mast; those that do not reach it are left out.
    pub masts: Vec<ReachingMast>,
    /// Whether a mast that no list has may reach it.
    pub unlisted: bool,
}

/// The masts that reach each site, in site order; `None` where no list of masts is given.
///
/// `reach` is what the mobile layers say of each site.
///
/// # Complexity
///
/// An R-tree of the sites, asked once for each mast, and one of the polygons of each layer that
/// names masts, asked once for each site.
pub fn masts_reaching(
    sites: &[Site],
    masts: Option<&[Mast]>,
    layers: &[MobileLayer],
    reach: &[MobileReach],
    sources: &[Source],
    findings: &mut Findings,
) -> Option<Vec<MastReach>> {
    let masts = masts?;
    let names = radio_networks(layers);
    let networks: Vec<Vec<usize>> =
        masts.iter().map(|mast| networks_of(mast, layers, &names)).collect();
    let at_10 = |site: usize, network: usize| reach[site].networks[network].at_10;
    // Layers are taken to know of every radio network there is; a mast that states none is of one.
    let not_covered = |site: usize, mast: &Mast, own: &[usize]| {
        let all_say_no = |networks: &[usize]| {
            !networks.is_empty() && networks.iter().all(|&n| at_10(site, n) == Knowledge::No)
        };
        match (&mast.radio_network, &mast.operator) {
            (None, None) => reach[site].at_least(1, |n| n.at_10) == Knowledge::No,
            _ => all_say_no(own),
        }
    };
    let named = MastLayers::of(sites, masts, layers, sources, findings);
    let nearby = Nearby::of(sites);

    let mut found: Vec<MastReach> = vec![MastReach::default(); sites.len()];
    for (mast, number) in masts.iter().zip(0..) {
        let index = MastIdx(number);
        let own = &networks[index.0 as usize];
        for (site, by_range) in nearby.within_reach(mast) {
            let (reaches, basis) = match named.says(site, sites[site].place.is_some(), index) {
                Some(said) => (said, ReachBasis::Layer),
                None if not_covered(site, mast, own) => continue,
                None if by_range == Knowledge::Yes => (Knowledge::Yes, ReachBasis::Range),
                None => (Knowledge::Unknown, ReachBasis::Assumed),
            };
            if reaches != Knowledge::No {
                found[site].masts.push(ReachingMast { mast: index, reaches, basis });
            }
        }
        for (site, said) in named.of_mast(index) {
            let listed = found[site].masts.last().is_some_and(|last| last.mast == index);
            if said != Knowledge::No && !listed {
                let reaching =
                    ReachingMast { mast: index, reaches: said, basis: ReachBasis::Layer };
                found[site].masts.push(reaching);
            }
        }
    }

    let listed: HashSet<usize> = networks.iter().flatten().copied().collect();
    for (site, found) in found.iter_mut().enumerate() {
        let reaching: HashSet<usize> =
            found.masts.iter().flat_map(|r| &networks[r.mast.0 as usize]).copied().collect();
        found.unlisted = (0..names.len()).filter(|n| !reaching.contains(n)).any(|network| {
            match at_10(site, network) {
                Knowledge::Yes => true,
                Knowledge::Unknown => !listed.contains(&network),
                Knowledge::No => false,
            }
        });
    }
    Some(found)
}

/// The radio networks of a mast, by their place among `names`: the one it states, else those its
/// operator's layers state.
fn networks_of(mast: &Mast, layers: &[MobileLayer], names: &[&str]) -> Vec<usize> {
    let mut own: Vec<&str> = match (&mast.radio_network, &mast.operator) {
        (Some(network), _) => vec![network],
        (None, Some(operator)) => layers
            .iter()
            .filter(|layer| layer.operator == *operator || layer.radio_network == *operator)
            .map(|layer| layer.radio_network.as_str())
            .collect(),
        (None, None) => Vec::new(),
    };
    own.sort_unstable();
    own.dedup();
    own.into_iter().filter_map(|network| names.binary_search(&network).ok()).collect()
}

/// The sites that have a place, to ask which a mast may reach.
struct Nearby {
    tree: RTree<GeomWithData<[f64; 2], usize>>,
    /// Sites without a place, which any mast may reach.
    nowhere: Vec<usize>,
}

impl Nearby {
    fn of(sites: &[Site]) -> Self {
        let (mut points, mut nowhere) = (Vec::new(), Vec::new());
        for (number, site) in sites.iter().enumerate() {
            match site.place {
                Some(p) => points.push(GeomWithData::new([p.easting(), p.northing()], number)),
                None => nowhere.push(number),
            }
        }
        Self { tree: RTree::bulk_load(points), nowhere }
    }

    /// The sites a mast reaches or may reach by its range alone, each once, in order.
    fn within_reach(&self, mast: &Mast) -> Vec<(usize, Knowledge)> {
        let mut found: Vec<(usize, Knowledge)> =
            self.nowhere.iter().map(|&site| (site, Knowledge::Unknown)).collect();
        let known = mast.range.map(Metres::value);
        match mast.place {
            Some(place) => {
                let within = known.unwrap_or(REACH_AT_MOST);
                let how = if known.is_some() { Knowledge::Yes } else { Knowledge::Unknown };
                let at = [place.easting(), place.northing()];
                let near = self.tree.locate_within_distance(at, within * within);
                found.extend(near.map(|point| (point.data, how)));
            }
            None => found.extend(self.tree.iter().map(|point| (point.data, Knowledge::Unknown))),
        }
        found.sort_unstable_by_key(|&(site, _)| site);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::mobile::reach;
    use crate::crs::Projected;
    use crate::model::coverage::{MobileCoverage, MobileSignal};
    use crate::model::power::PowerSupply;
    use crate::model::site::SiteKind;
    use crate::model::source::{Origin, SourceIdx};
    use crate::units::Mbps;

    const ORIGIN: Origin = Origin { source: SourceIdx(0), row: 1 };

    fn site(placed: bool) -> Site {
        Site {
            id: "s".to_owned(),
            name: "s".to_owned(),
            kind: SiteKind::School,
            place: placed.then(|| Projected::from_metres(0.0, 0.0).expect("finite")),
            persons: None,
            stated_municipality: None,
            stated_node: None,
            stated_connection: Knowledge::Unknown,
            stated_download: None,
            backup_power: None,
            power_feeds: Vec::new(),
            origin: ORIGIN,
        }
    }

    /// A mast 1 km from the site.
    fn mast(range: Option<f64>, operator: Option<&str>, network: Option<&str>) -> Mast {
        Mast {
            id: "M".to_owned(),
            place: Projected::from_metres(1000.0, 0.0),
            operator: operator.map(str::to_owned),
            radio_network: network.map(str::to_owned),
            range: range.and_then(Metres::new),
            stated_node: None,
            power: PowerSupply::UNKNOWN,
            origin: ORIGIN,
        }
    }

    /// A layer of the operator B on the network N that says this at the site.
    fn layer(signal: MobileSignal, complete: bool, of: Option<&str>) -> MobileLayer {
        MobileLayer {
            source: SourceIdx(0),
            operator: "B".to_owned(),
            radio_network: "N".to_owned(),
            generation: None,
            complete,
            mast: of.map(str::to_owned),
            coverage: MobileCoverage::AtSites(vec![signal]),
        }
    }

    fn covered(rate: f64) -> MobileSignal {
        MobileSignal::Covered(Mbps::new(rate))
    }

    /// Whether the mast reaches the site, how that is known, and whether an unlisted one may.
    fn found(
        site: Site,
        mast: Mast,
        layers: &[MobileLayer],
    ) -> (Option<(Knowledge, ReachBasis)>, bool) {
        let sites = [site];
        let mobile = reach(&sites, layers);
        let mut findings = Findings::default();
        let reaching = masts_reaching(&sites, Some(&[mast]), layers, &mobile, &[], &mut findings);
        let reaching = reaching.expect("a list of masts").remove(0);
        (reaching.masts.first().map(|r| (r.reaches, r.basis)), reaching.unlisted)
    }

    #[test]
    fn the_range_decides_where_no_layer_does() {
        use Knowledge::{Unknown, Yes};
        let at = |range| found(site(true), mast(range, None, None), &[]).0;
        assert_eq!(at(Some(1000.0)), Some((Yes, ReachBasis::Range)));
        assert_eq!(at(Some(999.0)), None);
        assert_eq!(at(None), Some((Unknown, ReachBasis::Assumed)));
        let nowhere = found(site(false), mast(Some(1000.0), None, None), &[]).0;
        assert_eq!(nowhere, Some((Unknown, ReachBasis::Assumed)));
    }

    #[test]
    fn a_layer_of_its_network_may_say_no() {
        let no = [layer(MobileSignal::Silent, true, None)];
        let near = Some(5000.0);
        for (operator, network) in [(None, Some("N")), (Some("B"), None), (None, None)] {
            assert_eq!(found(site(true), mast(near, operator, network), &no).0, None);
        }
        // Another network is not asked about.
        let other = found(site(true), mast(near, None, Some("O")), &no).0;
        assert_eq!(other, Some((Knowledge::Yes, ReachBasis::Range)));
        // Of a site without a place silence says nothing.
        let nowhere = found(site(false), mast(near, None, Some("N")), &no).0;
        assert_eq!(nowhere, Some((Knowledge::Unknown, ReachBasis::Assumed)));
    }

    #[test]
    fn layers_that_name_the_mast_are_joined() {
        use Knowledge::{Unknown, Yes};
        let silent = |complete| layer(MobileSignal::Silent, complete, Some("M"));
        let says = |signal| layer(signal, true, Some("M"));
        let at =
            |layers: &[MobileLayer]| found(site(true), mast(Some(10.0), None, Some("N")), layers).0;
        assert_eq!(at(&[says(covered(10.0))]), Some((Yes, ReachBasis::Layer)));
        assert_eq!(at(&[says(MobileSignal::Covered(None))]), Some((Unknown, ReachBasis::Layer)));
        assert_eq!(at(&[says(covered(2.0))]), None);
        assert_eq!(at(&[silent(true), says(covered(30.0))]), Some((Yes, ReachBasis::Layer)));
        // One that is not complete leaves it to the range, which is too short here.
        assert_eq!(at(&[says(covered(2.0)), silent(false)]), None);
        let unknown_range =
            found(site(true), mast(None, None, Some("N")), &[silent(true), silent(false)]);
        assert_eq!(unknown_range.0, Some((Unknown, ReachBasis::Assumed)));
        let nowhere = found(site(false), mast(None, None, Some("N")), &[silent(true)]).0;
        assert_eq!(nowhere, Some((Unknown, ReachBasis::Assumed)));
    }

    #[test]
    fn coverage_that_no_listed_mast_explains_comes_from_another() {
        let covered = [layer(covered(30.0), true, None)];
        assert!(found(site(true), mast(Some(10.0), None, Some("N")), &covered).1);
        assert!(!found(site(true), mast(Some(1000.0), None, Some("N")), &covered).1);
        assert!(!found(site(true), mast(None, None, Some("N")), &covered).1);
    }
}
