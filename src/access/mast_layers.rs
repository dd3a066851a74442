//! What the mobile layers that name their masts say of each mast at each site.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::access::area_index::AreaIndex;
use crate::access::mobile::RATES;
use crate::findings::{Finding, Findings, Rule};
use crate::model::coverage::{Mast, MastIdx, MobileCoverage, MobileLayer, MobileSignal};
use crate::model::knowledge::Knowledge;
use crate::model::site::Site;
use crate::model::source::Source;
use crate::words::key;

/// What the layers that name masts say.
#[derive(Default)]
pub struct MastLayers {
    /// By mast, the layers that name it and whether each is complete.
    naming: HashMap<MastIdx, BTreeMap<usize, bool>>,
    /// By mast and site, what each layer that is not silent there says.
    said: HashMap<MastIdx, BTreeMap<usize, BTreeMap<usize, Knowledge>>>,
}

impl MastLayers {
    /// Asks every layer that names masts about every site; tells of masts that no list has.
    pub fn of(
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
        let mut found = Self::default();
        for (number, layer) in layers.iter().enumerate() {
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
                    for &mast in of_area.iter().flatten() {
                        found.name(mast, number, layer.complete);
                    }
                    let tree = AreaIndex::new(areas.iter().map(|area| &area.area));
                    for (site, place) in sites.iter().enumerate() {
                        let holding = place.place.map(|place| tree.holding(place));
                        for area in holding.unwrap_or_default() {
                            let Some(mast) = of_area[area] else { continue };
                            let signal = MobileSignal::Covered(areas[area].download);
                            found.add(mast, site, number, signal);
                        }
                    }
                }
                MobileCoverage::AtSites(signals) => {
                    let Some(mast) = of_layer else { continue };
                    found.name(mast, number, layer.complete);
                    for (site, signal) in signals.iter().enumerate() {
                        found.add(mast, site, number, *signal);
                    }
                }
            }
        }
        found
    }

    fn name(&mut self, mast: MastIdx, layer: usize, complete: bool) {
        self.naming.entry(mast).or_default().insert(layer, complete);
    }

    fn add(&mut self, mast: MastIdx, site: usize, layer: usize, signal: MobileSignal) {
        let known = match signal {
            MobileSignal::Covered(Some(rate)) => Knowledge::from_known(rate.value() >= RATES[0]),
            // Asked of one area at a time, and of rasters, no part beats another.
            MobileSignal::CoveredAtLeast(rate) if rate.value() >= RATES[0] => Knowledge::Yes,
            MobileSignal::Covered(None) | MobileSignal::CoveredAtLeast(_) => Knowledge::Unknown,
            MobileSignal::Unknown => Knowledge::Unknown,
            MobileSignal::NotCovered => Knowledge::No,
            MobileSignal::Silent => return,
        };
        let at = self.said.entry(mast).or_default().entry(site).or_default();
        at.entry(layer).and_modify(|before| *before = before.or(known)).or_insert(known);
    }

    /// What the layers say of a mast at a site; `None` where they leave it open, or none names the
    /// mast. Of a site without a place no layer's silence says anything.
    pub fn says(&self, site: usize, placed: bool, mast: MastIdx) -> Option<Knowledge> {
        let naming = self.naming.get(&mast)?;
        let said = self.said.get(&mast).and_then(|sites| sites.get(&site));
        let spoken = said.into_iter().flatten().map(|(_, known)| *known);
        let joined = spoken.fold(Knowledge::No, Knowledge::or);
        let leaves_open = naming.iter().any(|(layer, complete)| {
            let silent = said.is_none_or(|said| !said.contains_key(layer));
            silent && !(*complete && placed)
        });
        (joined == Knowledge::Yes || !leaves_open).then_some(joined)
    }

    /// The sites at which layers say something of a mast, with what they say.
    pub fn of_mast(&self, mast: MastIdx) -> impl Iterator<Item = (usize, Knowledge)> + '_ {
        let sites = self.said.get(&mast).into_iter().flatten();
        sites.map(|(&site, said)| (site, said.values().copied().fold(Knowledge::No, Knowledge::or)))
    }
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
        findings.add(
            Finding::new(Rule::MastUnknown, &sources[layer.source.0].path, key::FindingMast)
                .field("mast")
                .value(id)
                .hint(key::HintMastAsWritten),
        );
    }
}
