//! What each element takes down: sites, by kind, and the persons who depend on them.

use crate::model::network::Network;
use crate::model::site::{Site, SiteKind};
use crate::network::dependence::CutOffElement;
use crate::network::element::Element;
use crate::readiness::site::{Fallback, SiteAssessment};

/// What the loss of one element does to a site that it cuts off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Every service is lost.
    All,
    /// Not known, since it is not known whether the fallback holds.
    Unknown,
}

impl Effect {
    /// What losing the fixed connection means for a site.
    pub fn of_losing_fixed(assessment: &SiteAssessment) -> Self {
        match assessment.fallback {
            Fallback::None => Self::All,
            Fallback::Unknown => Self::Unknown,
        }
    }

    /// As written in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Unknown => "unknown",
        }
    }
}

/// The consequences of losing one element.
#[derive(Clone, Debug)]
pub struct ElementConsequence {
    /// The element.
    pub element: Element,
    /// Sites that lose their fixed connection.
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

/// The consequences of every element that cuts off a site, sorted by kind and id.
pub fn consequences(
    elements: &[CutOffElement],
    sites: &[Site],
    assessments: &[SiteAssessment],
    network: Option<&Network>,
) -> Vec<ElementConsequence> {
    let mut consequences: Vec<ElementConsequence> = elements
        .iter()
        .map(|cut| {
            let sites = || cut.sites.iter().map(|site| &sites[site.0]);
            let of_kind = |kind| sites().filter(|site| site.kind == kind).count();
            let with_effect = |effect| {
                let effects = cut.sites.iter().map(|s| Effect::of_losing_fixed(&assessments[s.0]));
                effects.filter(|e| *e == effect).count()
            };
            ElementConsequence {
                element: cut.element,
                sites: cut.sites.len(),
                schools: of_kind(SiteKind::School),
                care_homes: of_kind(SiteKind::CareHome),
                persons: sites().filter_map(|site| site.persons).map(u64::from).sum(),
                sites_persons_unknown: sites().filter(|site| site.persons.is_none()).count(),
                without_service: with_effect(Effect::All),
                service_unknown: with_effect(Effect::Unknown),
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
    if let Some(network) = network {
        consequences.sort_by(|a, b| {
            let key = |c: &ElementConsequence| (c.element.kind().name(), c.element.id(network));
            key(a).cmp(&key(b))
        });
    }
    consequences
}
