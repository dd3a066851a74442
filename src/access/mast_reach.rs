//! Which masts reach each site, by the mobile layer that names its mast or by the mast's range.
//!
//! In this order, of a mast and a site:
//!
//! 1. A layer that names the mast covers the site: at 10 Mbit/s, below, or at a rate nobody states.
//!    A layer that is complete and names the mast only elsewhere says no.
//! 2. The layers of the mast's radio network say that the network does not cover the site, or of a
//!    mast that states no network the layers of all networks say so: no.
//! 3. The site is within the mast's range: yes; beyond it: no.
//! 4. The range, or where one of them is, is not known: it may, up to [`REACH_AT_MOST`].
//!
//! The list of masts is taken to be whole: a mast that is in no list reaches nobody. Only where a
//! radio network covers a site and no listed mast of it can, some other mast must.

use serde::Deserialize;

use std::collections::{BTreeSet, HashMap, HashSet};

use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::access::area_index::AreaIndex;
use crate::access::mobile::{MobileReach, RATES, radio_networks};
use crate::findings::{Finding, Findings, Rule};
use crate::model::coverage::{Mast, MastIdx, MobileCoverage, MobileLayer, MobileSignal};
use crate::model::knowledge::Knowledge;
use crate::model::site::Site;
use crate::model::source::Source;
use crate::units::Metres;

/// How far a mast may reach when nobody says, in metres: the limit of GSM's timing advance, beyond
/// which no network of today is planned. An assumption.
pub const REACH_AT_MOST: f64 = 35_000.0;

/// How it is known that a mast reaches a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReachBasis {
    /// A mobile layer names the mast.
    Layer,
    /// The site is within the mast's range.
    Range,
    /// Nobody says how far the mast reaches, or where it is.
    Assumed,
}

impl ReachBasis {
    /// As written in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Layer => "layer",
            Self::Range => "range",
            Self::Assumed => "assumed",
        }
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
    let network_of = |mast: &Mast| {
        let network = mast.radio_network.as_deref().or(mast.operator.as_deref())?;
        names.binary_search(&network).ok()
    };
    let at_10 = |site: usize, network: usize| reach[site].networks[network].at_10;
    // Layers are taken to know of every radio network there is; a mast that states none is of one.
    let not_covered = |site: usize, mast: &Mast, network: Option<usize>| match network {
        Some(network) => at_10(site, network) == Knowledge::No,
        None if mast.radio_network.is_none() && mast.operator.is_none() => {
            reach[site].at_least(1, |network| network.at_10) == Knowledge::No
        }
        None => false,
    };
    let named = Named::of(sites, masts, layers, sources, findings);
    let nearby = Nearby::of(sites);

    let mut found: Vec<MastReach> = vec![MastReach::default(); sites.len()];
    for (mast, number) in masts.iter().zip(0..) {
        let index = MastIdx(number);
        let network = network_of(mast);
        for (site, by_range) in nearby.within_reach(mast) {
            let (reaches, basis) = match named.says(site, index) {
                Some(said) => (said, ReachBasis::Layer),
                None if not_covered(site, mast, network) => continue,
                None if by_range == Knowledge::Yes => (Knowledge::Yes, ReachBasis::Range),
                None => (Knowledge::Unknown, ReachBasis::Assumed),
            };
            if reaches != Knowledge::No {
                found[site].masts.push(ReachingMast { mast: index, reaches, basis });
            }
        }
        for &(site, said) in named.of_mast(index) {
            let listed = found[site].masts.last().is_some_and(|last| last.mast == index);
            if said != Knowledge::No && !listed {
                let reaching =
                    ReachingMast { mast: index, reaches: said, basis: ReachBasis::Layer };
                found[site].masts.push(reaching);
            }
        }
    }

    let listed: HashSet<usize> = masts.iter().filter_map(network_of).collect();
    for (site, found) in found.iter_mut().enumerate() {
        let reaching: HashSet<usize> =
            found.masts.iter().filter_map(|r| network_of(&masts[r.mast.0 as usize])).collect();
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

/// What the layers that name masts say.
struct Named {
    said: HashMap<(usize, MastIdx), Knowledge>,
    by_mast: HashMap<MastIdx, Vec<(usize, Knowledge)>>,
    /// Masts that complete layers name, so that elsewhere they do not reach.
    complete: HashSet<MastIdx>,
}

impl Named {
    fn of(
        sites: &[Site],
        masts: &[Mast],
        layers: &[MobileLayer],
        sources: &[Source],
        findings: &mut Findings,
    ) -> Self {
        let index: HashMap<&str, MastIdx> = masts
            .iter()
            .zip(0..)
            .map(|(mast, number)| (mast.id.as_str(), MastIdx(number)))
            .collect();
        let mut said: HashMap<(usize, MastIdx), Knowledge> = HashMap::new();
        let mut complete = HashSet::new();
        for layer in layers {
            report_missing(layer, &index, sources, findings);
            let of_layer = layer.mast.as_deref().and_then(|id| index.get(id).copied());
            match &layer.coverage {
                MobileCoverage::Polygons(areas) => {
                    let of_area: Vec<Option<MastIdx>> = areas
                        .iter()
                        .map(|area| match area.mast.as_deref() {
                            Some(id) => index.get(id).copied(),
                            None => of_layer,
                        })
                        .collect();
                    if of_area.iter().all(Option::is_none) {
                        continue;
                    }
                    if layer.complete {
                        complete.extend(of_area.iter().flatten());
                    }
                    let tree = AreaIndex::new(areas.iter().map(|area| &area.area));
                    for (site, place) in sites.iter().enumerate() {
                        let holding = place.place.map(|place| tree.holding(place));
                        for area in holding.unwrap_or_default() {
                            let Some(mast) = of_area[area] else { continue };
                            let signal = MobileSignal::Covered(areas[area].download);
                            add(&mut said, (site, mast), signal);
                        }
                    }
                }
                MobileCoverage::AtSites(signals) => {
                    let Some(mast) = of_layer else { continue };
                    if layer.complete {
                        complete.insert(mast);
                    }
                    for (site, signal) in signals.iter().enumerate() {
                        add(&mut said, (site, mast), *signal);
                    }
                }
            }
        }
        let mut by_mast: HashMap<MastIdx, Vec<(usize, Knowledge)>> = HashMap::new();
        for (&(site, mast), &known) in &said {
            by_mast.entry(mast).or_default().push((site, known));
        }
        for sites in by_mast.values_mut() {
            sites.sort_unstable_by_key(|&(site, _)| site);
        }
        Self { said, by_mast, complete }
    }

    /// What a layer says of a mast at a site; `None` where none says anything.
    fn says(&self, site: usize, mast: MastIdx) -> Option<Knowledge> {
        let elsewhere = || self.complete.contains(&mast).then_some(Knowledge::No);
        self.said.get(&(site, mast)).copied().or_else(elsewhere)
    }

    fn of_mast(&self, mast: MastIdx) -> &[(usize, Knowledge)] {
        self.by_mast.get(&mast).map_or(&[], Vec::as_slice)
    }
}

fn add(
    said: &mut HashMap<(usize, MastIdx), Knowledge>,
    at: (usize, MastIdx),
    signal: MobileSignal,
) {
    let known = match signal {
        MobileSignal::Covered(Some(rate)) => Knowledge::from_known(rate.value() >= RATES[0]),
        MobileSignal::Covered(None) => Knowledge::Unknown,
        MobileSignal::NotCovered => Knowledge::No,
        MobileSignal::Silent => return,
    };
    said.entry(at).and_modify(|before| *before = before.or(known)).or_insert(known);
}

/// Tells of masts that a layer names and no list has.
fn report_missing(
    layer: &MobileLayer,
    index: &HashMap<&str, MastIdx>,
    sources: &[Source],
    findings: &mut Findings,
) {
    let of_areas = match &layer.coverage {
        MobileCoverage::Polygons(areas) => areas.as_slice(),
        MobileCoverage::AtSites(_) => &[],
    };
    let named = of_areas.iter().filter_map(|area| area.mast.as_deref());
    let missing: BTreeSet<&str> =
        named.chain(layer.mast.as_deref()).filter(|id| !index.contains_key(id)).collect();
    for id in missing {
        let message = "no list of masts has this id; what the mast depends on is unknown";
        findings.add(
            Finding::new(Rule::MastUnknown, &sources[layer.source.0].path, message)
                .field("mast")
                .value(id)
                .hint("write the id as the list of masts writes it"),
        );
    }
}
