//! `dependencies`, `elements` and `backups`: what each site depends on, what each element takes
//! down, and which masts could carry on.

use std::collections::HashMap;

use geo::{Euclidean, InterpolatableLine, LineString};

use crate::access::mast_reach::ReachBasis;
use crate::crs::Projected;
use crate::ingest::Inputs;
use crate::model::infrastructure::Infrastructure;
use crate::model::knowledge::Knowledge;
use crate::model::power::only;
use crate::model::source::Origin;
use crate::model::trench::{Trench, TrenchBasis};
use crate::network::dependence::{NetworkStatus, Stage};
use crate::network::element::{Element, ElementKind};
use crate::readiness::Assessment;
use crate::readiness::element::ElementConsequence;
use crate::readiness::failure::{Effect, SiteFailures, SitePoint};
use crate::table::{Holds, Ids, table};
use crate::units::Metres;

table! {
    /// One site and one single point of it.
    pub struct DependencyRow in "dependencies" {
        site_id: String as Holds::Id,
        element_kind: ElementKind,
        element_id: String as Holds::Id,
        stage: Stage,
        effect: Effect,
        trench_within_m: Option<Metres>,
        order_to_core: Option<usize>,
    }

    /// One element that takes service from a site.
    pub struct ElementRow in "elements" {
        element_kind: ElementKind,
        element_id: String as Holds::Id,
        name: Option<String>,
        municipality_code: Option<String> as Holds::Id,
        sites_cut_off: usize,
        schools_cut_off: usize,
        care_homes_cut_off: usize,
        persons_cut_off: Option<u64>,
        sites_without_service: usize,
        rank: usize,
        sites_service_unknown: usize,
        sites_persons_unknown: usize,
        trench_within_m: Option<Metres>,
        trench_length_m: Option<Metres>,
        consists_of: Option<String> as Holds::Id,
        source: Option<String>,
        source_row: Option<u64>,
        core: Option<bool>,
    }

    /// One site and one mast that reaches it, or may.
    pub struct BackupRow in "backups" {
        site_id: String as Holds::Id,
        mast_id: String as Holds::Id,
        radio_network: Option<String>,
        reaches: Knowledge,
        basis: ReachBasis,
        holds: Knowledge,
        shared_kind: Option<ElementKind>,
        shared_id: Option<String> as Holds::Id,
        mast_node: Option<String> as Holds::Id,
        mast_feeds: Option<Ids> as Holds::Id,
        mast_way: NetworkStatus,
    }
}

impl ElementRow {
    /// Whether it is a core node.
    pub fn is_core(&self) -> bool {
        self.core == Some(true)
    }

    /// What it consists of: kind and id. A site is no kind of element and has its name.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &str)> {
        // An id may hold the mark between parts; a part begins with one of the kinds.
        let mut parts: Vec<(&str, &str)> = Vec::new();
        let mut rest = self.consists_of.as_deref().unwrap_or_default();
        while let Some((kind, behind)) = rest.split_once(':') {
            let end = behind
                .match_indices(';')
                .map(|(at, _)| at)
                .find(|&at| is_part(&behind[at + 1..]))
                .unwrap_or(behind.len());
            parts.push((kind, &behind[..end]));
            rest = behind.get(end + 1..).unwrap_or_default();
        }
        parts.into_iter()
    }

    /// The ids of its parts of one kind.
    pub fn parts_of(&self, kind: &str) -> Vec<&str> {
        self.parts().filter(|(of, _)| *of == kind).map(|(_, id)| id).collect()
    }
}

fn is_part(text: &str) -> bool {
    let kinds = ElementKind::ALL.map(ElementKind::name);
    let kind = text.split_once(':').map(|(kind, _)| kind);
    kind.is_some_and(|kind| kind == "site" || kinds.contains(&kind))
}

/// The rows of `dependencies`: by site, element kind and element id.
pub fn dependencies(inputs: &Inputs, assessment: &Assessment) -> Vec<DependencyRow> {
    let of = &inputs.infrastructure;
    let mut rows = Vec::new();
    for (site, found) in inputs.sites.iter().zip(&assessment.sites) {
        let mut points = in_order(&found.failures);
        // Elements are ordered as their kinds and ids are.
        points.sort_by_key(|(point, _)| point.element);
        rows.extend(points.into_iter().map(|(point, order_to_core)| DependencyRow {
            site_id: site.id.clone(),
            element_kind: point.element.kind(),
            element_id: point.element.id(of).to_owned(),
            stage: point.stage,
            effect: point.effect,
            trench_within_m: trench(point.element, of).and_then(Trench::within),
            order_to_core,
        }));
    }
    rows
}

/// The single points with their place on the way to the core. What several masts have in common is
/// on no one way, and trenches and feeds are at no one place of it.
fn in_order(failures: &SiteFailures) -> Vec<(SitePoint, Option<usize>)> {
    let mut places = 1..;
    let of_fixed = failures.fixed != Knowledge::No;
    let points = failures.points.iter().map(|point| {
        let carries = matches!(point.element, Element::Node(_) | Element::Span(_));
        (*point, if of_fixed && carries { places.next() } else { None })
    });
    points.collect()
}

fn trench(element: Element, of: &Infrastructure) -> Option<&Trench> {
    match element {
        Element::Trench(trench) => Some(of.trench(trench)),
        _ => None,
    }
}

/// The rows of `elements`: by kind and id.
pub fn elements(inputs: &Inputs, assessment: &Assessment) -> Vec<ElementRow> {
    let of = &inputs.infrastructure;
    let municipality_of = crate::access::location::finder(&inputs.municipalities);
    let fed = fed(inputs);
    let row = |found: &ElementConsequence| {
        let element = found.element;
        let trench = trench(element, of);
        let municipality = middle(element, of).and_then(&municipality_of);
        let origin = origin(element, of);
        ElementRow {
            element_kind: element.kind(),
            element_id: element.id(of).to_owned(),
            name: element.name(of).map(str::to_owned),
            municipality_code: municipality.map(|m| m.code.as_str().to_owned()),
            sites_cut_off: found.sites,
            schools_cut_off: found.schools,
            care_homes_cut_off: found.care_homes,
            persons_cut_off: (found.sites_persons_unknown < found.sites).then_some(found.persons),
            sites_without_service: found.without_service,
            rank: found.rank,
            sites_service_unknown: found.service_unknown,
            sites_persons_unknown: found.sites_persons_unknown,
            trench_within_m: trench.and_then(Trench::within),
            trench_length_m: trench.and_then(Trench::length),
            consists_of: parts(element, of, &fed),
            source: origin.map(|origin| inputs.sources[origin.source.0].path.clone()),
            source_row: origin.map(|origin| origin.row),
            core: is_core(element, of),
        }
    };
    assessment.elements.iter().map(row).collect()
}

fn is_core(element: Element, of: &Infrastructure) -> Option<bool> {
    match element {
        Element::Node(node) => Some(of.network.as_ref()?.core().contains(&node)),
        _ => None,
    }
}

/// What hangs on each power feed and has no other: `kind:id`, by the id of the feed.
fn fed(inputs: &Inputs) -> HashMap<&str, Vec<String>> {
    let of = &inputs.infrastructure;
    let masts = of.masts().iter().map(|mast| (mast.power.only_feed(), "mast", &mast.id));
    let nodes = of.network.iter().flat_map(|network| network.nodes());
    let nodes = nodes.map(|node| (node.power.only_feed(), "node", &node.id));
    let sites = inputs.sites.iter().map(|site| (only(&site.power_feeds), "site", &site.id));
    let mut fed: HashMap<&str, Vec<String>> = HashMap::new();
    for (feed, kind, id) in masts.chain(nodes).chain(sites) {
        if let Some(feed) = feed {
            fed.entry(feed).or_default().push(format!("{kind}:{id}"));
        }
    }
    fed
}

/// What an element consists of, where it is made of others.
fn parts(
    element: Element,
    of: &Infrastructure,
    fed: &HashMap<&str, Vec<String>>,
) -> Option<String> {
    match element {
        Element::Trench(trench) => {
            let network = of.network.as_ref()?;
            let spans = of.trench(trench).spans.iter();
            let ids: Vec<String> =
                spans.map(|&span| format!("span:{}", network.span(span).id)).collect();
            Some(ids.join(";"))
        }
        Element::PowerFeed(feed) => {
            Some(fed.get(of.feeds.id(feed)).map_or_else(String::new, |parts| parts.join(";")))
        }
        Element::Mast(_) | Element::Node(_) | Element::Span(_) => None,
    }
}

/// The row an element was read from; a trench found from drawn routes and a feed that others name
/// have none.
fn origin(element: Element, of: &Infrastructure) -> Option<Origin> {
    let network = of.network.as_ref();
    match element {
        Element::Mast(mast) => Some(of.mast(mast).origin),
        Element::Node(node) => Some(network?.node(node).origin),
        Element::Span(span) => Some(network?.span(span).origin),
        Element::Trench(trench) => match of.trench(trench).basis {
            TrenchBasis::Declared { origin } => Some(origin),
            TrenchBasis::Derived { .. } => None,
        },
        Element::PowerFeed(_) => None,
    }
}

/// Where an element is: the place of a node or mast, or half-way along a span or trench.
pub fn middle(element: Element, of: &Infrastructure) -> Option<Projected> {
    let half_way = |line: &LineString<f64>| {
        let half = line.point_at_ratio_from_start(&Euclidean, 0.5)?;
        Projected::from_metres(half.x(), half.y())
    };
    match element {
        Element::Mast(mast) => of.mast(mast).place,
        Element::Node(node) => of.network.as_ref()?.node(node).place,
        Element::Span(span) => half_way(of.network.as_ref()?.line(span)?.as_ref()),
        Element::Trench(trench) => half_way(of.trench(trench).line()?),
        Element::PowerFeed(_) => None,
    }
}

/// The rows of `backups`: by site and mast.
pub fn backups(inputs: &Inputs, assessment: &Assessment) -> Vec<BackupRow> {
    let of = &inputs.infrastructure;
    let mut rows = Vec::new();
    for (site, found) in inputs.sites.iter().zip(&assessment.sites) {
        rows.extend(found.failures.backups.iter().map(|backup| {
            let mast = of.mast(backup.mast);
            BackupRow {
                site_id: site.id.clone(),
                mast_id: mast.id.clone(),
                radio_network: mast.radio_network.clone(),
                reaches: backup.reaches,
                basis: backup.basis,
                holds: backup.holds,
                shared_kind: backup.shares.map(Element::kind),
                shared_id: backup.shares.map(|element| element.id(of).to_owned()),
                mast_node: mast.stated_node.clone(),
                mast_feeds: Ids::some(mast.power.feeds.iter().cloned()),
                mast_way: backup.way,
            }
        }));
    }
    rows
}
