//! `dependencies`, `elements` and `backups`: what each site depends on, what each element takes
//! down, and which masts could carry on.

use std::collections::HashMap;

use geo::{Euclidean, InterpolatableLine, LineString};

use crate::crs::Projected;
use crate::ingest::Inputs;
use crate::model::infrastructure::Infrastructure;
use crate::model::knowledge::Knowledge;
use crate::model::power::only;
use crate::model::site::Site;
use crate::model::source::Origin;
use crate::model::trench::{Trench, TrenchBasis};
use crate::network::element::Element;
use crate::readiness::Assessment;
use crate::readiness::element::ElementConsequence;
use crate::readiness::failure::{Backup, SiteFailures, SitePoint};
use crate::report::table::{Cell, Column, Kind, Table, column};

const KINDS: &str = "mast, node, power_feed, span or trench.";

/// One site and one single point of it.
pub struct DependencyRow<'a> {
    infrastructure: &'a Infrastructure,
    site: &'a Site,
    point: SitePoint,
    order: Option<usize>,
}

/// The columns of `dependencies`, in order.
pub fn dependency_columns<'a>() -> Vec<Column<DependencyRow<'a>>> {
    use Kind::{Integer, Number, Text};
    vec![
        column("site_id", Text, "The site.", |r: &DependencyRow<'a>| Cell::text(&r.site.id)),
        column("element_kind", Text, KINDS, |r: &DependencyRow<'a>| {
            Cell::text(r.point.element.kind().name())
        }),
        column("element_id", Text, "The element.", |r: &DependencyRow<'a>| {
            Cell::text(r.point.element.id(r.infrastructure))
        }),
        column(
            "stage",
            Text,
            "access (the access node, or what takes down no more than what the site itself hangs \
             on) or network (beyond it).",
            |r: &DependencyRow<'a>| Cell::text(r.point.stage.name()),
        ),
        column(
            "effect",
            Text,
            "What its loss does: fixed (fixed service is lost, a mast that stays up carries on), \
             all (every service is lost) or unknown.",
            |r: &DependencyRow<'a>| Cell::text(r.point.effect.name()),
        ),
        column(
            "trench_within_m",
            Number,
            "Of a trench found from drawn routes: the distance that was assumed, in metres.",
            |r: &DependencyRow<'a>| within(trench(r.point.element, r.infrastructure)),
        ),
        column(
            "order_to_core",
            Integer,
            "Of the nodes and spans on the way of a fixed connection: 1 is nearest the site, the \
             last nearest the core.",
            |r: &DependencyRow<'a>| Cell::of(r.order, Cell::count),
        ),
    ]
}

/// Fills `dependencies`: sorted by site, element kind and element id.
pub fn dependencies(inputs: &Inputs, assessment: &Assessment) -> Table {
    let infrastructure = &inputs.infrastructure;
    let mut rows = Vec::new();
    for (site, found) in inputs.sites.iter().zip(&assessment.sites) {
        let mut points = in_order(&found.failures);
        // Elements are ordered as their kinds and ids are.
        points.sort_by_key(|(point, _)| point.element);
        rows.extend(points.into_iter().map(|(point, order)| DependencyRow {
            infrastructure,
            site,
            point,
            order,
        }));
    }
    Table::fill("dependencies", &dependency_columns(), rows)
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

fn within(trench: Option<&Trench>) -> Cell {
    Cell::of(trench.and_then(Trench::within), |within| Cell::Number(within.value()))
}

/// One element and its consequences.
pub struct ElementRow<'a> {
    inputs: &'a Inputs,
    consequence: &'a ElementConsequence,
    municipality: Option<&'a str>,
    /// What it consists of.
    parts: Option<String>,
}

impl ElementRow<'_> {
    fn trench(&self) -> Option<&Trench> {
        trench(self.consequence.element, &self.inputs.infrastructure)
    }
}

/// The columns of `elements`, in order.
pub fn element_columns<'a>() -> Vec<Column<ElementRow<'a>>> {
    use Kind::{Integer, Number, Text};
    vec![
        column("element_kind", Text, KINDS, |r: &ElementRow<'a>| {
            Cell::text(r.consequence.element.kind().name())
        }),
        column("element_id", Text, "Its id.", |r: &ElementRow<'a>| {
            Cell::text(r.consequence.element.id(&r.inputs.infrastructure))
        }),
        column(
            "name",
            Text,
            "Name in the network; of a mast, its operator.",
            |r: &ElementRow<'a>| {
                Cell::of(r.consequence.element.name(&r.inputs.infrastructure), Cell::text)
            },
        ),
        column(
            "municipality_code",
            Text,
            "Where it is; of a span or trench, where its middle is. Blank of a power feed and of a \
             declared trench, which have no place.",
            |r: &ElementRow<'a>| Cell::of(r.municipality, Cell::text),
        ),
        column(
            "sites_cut_off",
            Integer,
            "Sites that lose the service they have: fixed, or of those without, mobile.",
            |r: &ElementRow<'a>| Cell::count(r.consequence.sites),
        ),
        column("schools_cut_off", Integer, "Schools among them.", |r: &ElementRow<'a>| {
            Cell::count(r.consequence.schools)
        }),
        column("care_homes_cut_off", Integer, "Care homes among them.", |r: &ElementRow<'a>| {
            Cell::count(r.consequence.care_homes)
        }),
        column(
            "persons_cut_off",
            Integer,
            "Persons at those sites whose number is known; blank where it is known of none.",
            |r: &ElementRow<'a>| {
                let known = r.consequence.sites_persons_unknown < r.consequence.sites;
                Cell::of(i64::try_from(r.consequence.persons).ok().filter(|_| known), Cell::Integer)
            },
        ),
        column(
            "sites_without_service",
            Integer,
            "Sites known to lose every service; see sites_service_unknown.",
            |r: &ElementRow<'a>| Cell::count(r.consequence.without_service),
        ),
        column(
            "rank",
            Integer,
            "1 takes most sites down; equals share a rank.",
            |r: &ElementRow<'a>| Cell::count(r.consequence.rank),
        ),
        column(
            "sites_service_unknown",
            Integer,
            "Sites of which it is not known whether a fallback holds.",
            |r: &ElementRow<'a>| Cell::count(r.consequence.service_unknown),
        ),
        column(
            "sites_persons_unknown",
            Integer,
            "Sites whose number of persons is not known.",
            |r: &ElementRow<'a>| Cell::count(r.consequence.sites_persons_unknown),
        ),
        column(
            "trench_within_m",
            Number,
            "Of a trench found from drawn routes: the distance that was assumed, in metres.",
            |r: &ElementRow<'a>| within(r.trench()),
        ),
        column(
            "trench_length_m",
            Number,
            "Of a trench found from drawn routes: how long it is, in metres.",
            |r: &ElementRow<'a>| {
                Cell::of(r.trench().and_then(Trench::length), |length| Cell::Number(length.value()))
            },
        ),
        column(
            "consists_of",
            Text,
            "Of a trench the spans in it, of a power feed the nodes, masts and sites that have no \
             other; kind:id, joined by ;.",
            |r: &ElementRow<'a>| Cell::of(r.parts.as_deref(), Cell::text),
        ),
        column("source", Text, "The file it was read from.", |r: &ElementRow<'a>| {
            let origin = origin(r.consequence.element, &r.inputs.infrastructure);
            Cell::of(origin, |origin| Cell::text(&r.inputs.sources[origin.source.0].path))
        }),
        column("source_row", Integer, "The row in it.", |r: &ElementRow<'a>| {
            let origin = origin(r.consequence.element, &r.inputs.infrastructure);
            Cell::of(origin.and_then(|o| i64::try_from(o.row).ok()), Cell::Integer)
        }),
        column(
            "core",
            Text,
            "Of a node, whether it is a core node: yes or no.",
            |r: &ElementRow<'a>| {
                Cell::of(is_core(r), |core| Cell::text(if core { "yes" } else { "no" }))
            },
        ),
    ]
}

/// Fills `elements`: sorted by kind and id.
pub fn elements(inputs: &Inputs, assessment: &Assessment) -> Table {
    let municipality_of = crate::access::location::finder(&inputs.municipalities);
    let fed = fed(inputs);
    let rows = assessment.elements.iter().map(|consequence| {
        let middle = middle(consequence.element, &inputs.infrastructure);
        let municipality = middle.and_then(&municipality_of).map(|m| m.code.as_str());
        let parts = parts(consequence.element, &inputs.infrastructure, &fed);
        ElementRow { inputs, consequence, municipality, parts }
    });
    Table::fill("elements", &element_columns(), rows)
}

fn is_core(row: &ElementRow<'_>) -> Option<bool> {
    let network = row.inputs.infrastructure.network.as_ref()?;
    match row.consequence.element {
        Element::Node(node) => Some(network.core().contains(&node)),
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
        Element::Span(span) => half_way(crate::report::route(of.network.as_ref()?, span)?.as_ref()),
        Element::Trench(trench) => half_way(of.trench(trench).line()?),
        Element::PowerFeed(_) => None,
    }
}

/// One site and one mast that reaches it, or may.
pub struct BackupRow<'a> {
    inputs: &'a Inputs,
    site: &'a Site,
    backup: &'a Backup,
}

/// The columns of `backups`, in order.
pub fn backup_columns<'a>() -> Vec<Column<BackupRow<'a>>> {
    use Kind::Text;
    vec![
        column("site_id", Text, "The site.", |r: &BackupRow<'a>| Cell::text(&r.site.id)),
        column("mast_id", Text, "The mast.", |r: &BackupRow<'a>| {
            Cell::text(&r.inputs.infrastructure.mast(r.backup.mast).id)
        }),
        column("radio_network", Text, "The radio network it carries.", |r: &BackupRow<'a>| {
            let mast = r.inputs.infrastructure.mast(r.backup.mast);
            Cell::of(mast.radio_network.as_deref(), Cell::text)
        }),
        column(
            "reaches",
            Text,
            "Whether it reaches the site: yes or unknown.",
            |r: &BackupRow<'a>| Cell::text(r.backup.reaches.name()),
        ),
        column(
            "basis",
            Text,
            "How that is known: layer (a mobile layer names the mast), range, or assumed (nobody \
             says how far it reaches).",
            |r: &BackupRow<'a>| Cell::text(r.backup.basis.name()),
        ),
        column(
            "holds",
            Text,
            "Whether it stays up through every single failure that takes the site's fixed service; \
             of a site without, whether another mast does when this one fails.",
            |r: &BackupRow<'a>| Cell::text(r.backup.holds.name()),
        ),
        column(
            "shared_kind",
            Text,
            "Kind of the first element that takes down both; blank where there is none.",
            |r: &BackupRow<'a>| {
                Cell::of(r.backup.shares, |element| Cell::text(element.kind().name()))
            },
        ),
        column("shared_id", Text, "Its id.", |r: &BackupRow<'a>| {
            Cell::of(r.backup.shares, |element| Cell::text(element.id(&r.inputs.infrastructure)))
        }),
        column(
            "mast_node",
            Text,
            "The network node the mast is said to hang on.",
            |r: &BackupRow<'a>| {
                let mast = r.inputs.infrastructure.mast(r.backup.mast);
                Cell::of(mast.stated_node.as_deref(), Cell::text)
            },
        ),
        column("mast_feeds", Text, "Its power feeds, joined by ;.", |r: &BackupRow<'a>| {
            let feeds = &r.inputs.infrastructure.mast(r.backup.mast).power.feeds;
            Cell::of(Some(feeds).filter(|feeds| !feeds.is_empty()), |f| Cell::text(f.join(";")))
        }),
        column(
            "mast_way",
            Text,
            "Whether the network reaches the node the mast hangs on: reached, cut_off, or unknown \
             where no such node is known.",
            |r: &BackupRow<'a>| Cell::text(r.backup.way.name()),
        ),
    ]
}

/// Fills `backups`: sorted by site and mast.
pub fn backups(inputs: &Inputs, assessment: &Assessment) -> Table {
    let sites = inputs.sites.iter().zip(&assessment.sites);
    let rows = sites.flat_map(|(site, found)| {
        found.failures.backups.iter().map(move |backup| BackupRow { inputs, site, backup })
    });
    Table::fill("backups", &backup_columns(), rows)
}
