//! What each element takes down: sites, by kind, and the persons who depend on them.

use std::collections::BTreeMap;

use crate::model::site::{Site, SiteKind};
use crate::network::element::Element;
use crate::readiness::failure::Effect;
use crate::readiness::site::SiteAssessment;

/// The consequences of losing one element.
#[derive(Clone, Debug)]
pub struct ElementConsequence {
    /// The element.
    pub element: Element,
    /// Sites that lose the service they have: fixed, or of those without, mobile.
    pub sites: usize,
    /// Schools among them.
    pub schools: usize,
    /// Care homes among them.
    pub care_homes: usize,
    /// Persons at those sites, as far as known.
    pub persons: u64,
    /// Sites among them whose number of persons is not known.
    pub sites_persons_unknown: usize,
    /// Sites that lose every service.
    pub without_service: usize,
    /// Sites of which it is not known whether they lose every service.
    pub service_unknown: usize,
    /// 1 for the element that takes most sites down; elements that take as many share a rank.
    pub rank: usize,
}

/// The consequences of every element that takes service from a site, sorted by kind and id: the
/// table of single points turned around.
pub fn consequences(sites: &[Site], assessments: &[SiteAssessment]) -> Vec<ElementConsequence> {
    let mut losses: BTreeMap<Element, Vec<(&Site, Effect)>> = BTreeMap::new();
    for (site, assessment) in sites.iter().zip(assessments) {
        for point in &assessment.failures.points {
            losses.entry(point.element).or_default().push((site, point.effect));
        }
    }
    let mut consequences: Vec<ElementConsequence> = losses
        .into_iter()
        .map(|(element, lost)| {
            let sites = || lost.iter().map(|(site, _)| *site);
            let of_kind = |kind| sites().filter(|site| site.kind == kind).count();
            let with = |effect| lost.iter().filter(|(_, e)| *e == effect).count();
            ElementConsequence {
                element,
                sites: lost.len(),
                schools: of_kind(SiteKind::School),
                care_homes: of_kind(SiteKind::CareHome),
                persons: sites().filter_map(|site| site.persons).map(u64::from).sum(),
                sites_persons_unknown: sites().filter(|site| site.persons.is_none()).count(),
                without_service: with(Effect::All),
                service_unknown: with(Effect::Unknown),
                rank: 0,
            }
        })
        .collect();
    let mut counts: Vec<usize> = consequences.iter().map(|c| c.sites).collect();
    counts.sort_unstable();
    for consequence in &mut consequences {
        let not_more = counts.partition_point(|&count| count <= consequence.sites);
        consequence.rank = 1 + counts.len() - not_more;
    }
    consequences
}
