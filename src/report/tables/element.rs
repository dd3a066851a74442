//! `dependencies` and `elements`: what each site depends on, and what each element takes down.

use geo::{Euclidean, InterpolatableLine};

use crate::crs::Projected;
use crate::ingest::Inputs;
use crate::model::network::Network;
use crate::model::site::Site;
use crate::network::dependence::SinglePoint;
use crate::network::element::Element;
use crate::readiness::Assessment;
use crate::readiness::element::{Effect, ElementConsequence};
use crate::readiness::site::SiteAssessment;
use crate::report::table::{Cell, Column, Kind, Table, column};

/// One site and one single point of it.
pub struct DependencyRow<'a> {
    network: &'a Network,
    site: &'a Site,
    found: &'a SiteAssessment,
    point: SinglePoint,
}

/// The columns of `dependencies`, in order.
pub fn dependency_columns<'a>() -> Vec<Column<DependencyRow<'a>>> {
    use Kind::Text;
    vec![
        column("site_id", Text, "The site.", |r: &DependencyRow<'a>| Cell::text(&r.site.id)),
        column("element_kind", Text, "node or span.", |r: &DependencyRow<'a>| {
            Cell::text(r.point.element.kind().name())
        }),
        column("element_id", Text, "The element.", |r: &DependencyRow<'a>| {
            Cell::text(r.point.element.id(r.network))
        }),
        column(
            "stage",
            Text,
            "access (the access node itself) or network (beyond it).",
            |r: &DependencyRow<'a>| Cell::text(r.point.stage.name()),
        ),
        column(
            "effect",
            Text,
            "What its loss does: all (every service lost) or unknown. fixed (an independent \
             fallback holds) is not told by this version.",
            |r: &DependencyRow<'a>| Cell::text(Effect::of_losing_fixed(r.found).name()),
        ),
    ]
}

/// Fills `dependencies`: sorted by site, element kind and element id.
pub fn dependencies(inputs: &Inputs, assessment: &Assessment) -> Table {
    let mut rows = Vec::new();
    if let Some(network) = &inputs.network {
        for (site, found) in inputs.sites.iter().zip(&assessment.sites) {
            let mut points = found.dependence.single_points.clone();
            points.sort_by_key(|p| (p.element.kind().name(), p.element.id(network)));
            rows.extend(points.into_iter().map(|point| DependencyRow {
                network,
                site,
                found,
                point,
            }));
        }
    }
    Table::fill("dependencies", &dependency_columns(), rows)
}

/// One element and its consequences.
pub struct ElementRow<'a> {
    network: &'a Network,
    consequence: &'a ElementConsequence,
    municipality: Option<&'a str>,
}

/// The columns of `elements`, in order.
pub fn element_columns<'a>() -> Vec<Column<ElementRow<'a>>> {
    use Kind::{Integer, Text};
    vec![
        column("element_kind", Text, "node or span.", |r: &ElementRow<'a>| {
            Cell::text(r.consequence.element.kind().name())
        }),
        column("element_id", Text, "Id in the network.", |r: &ElementRow<'a>| {
            Cell::text(r.consequence.element.id(r.network))
        }),
        column("name", Text, "Name in the network.", |r: &ElementRow<'a>| {
            Cell::of(r.consequence.element.name(r.network), Cell::text)
        }),
        column(
            "municipality_code",
            Text,
            "Where it is; of a span, where the middle of its route is.",
            |r: &ElementRow<'a>| Cell::of(r.municipality, Cell::text),
        ),
        column(
            "sites_cut_off",
            Integer,
            "Sites that lose their fixed service.",
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
    ]
}

/// Fills `elements`: sorted by kind and id.
pub fn elements(inputs: &Inputs, assessment: &Assessment) -> Table {
    let mut rows = Vec::new();
    if let Some(network) = &inputs.network {
        let municipality_of = crate::access::location::finder(&inputs.municipalities);
        rows.extend(assessment.elements.iter().map(|consequence| {
            let middle = middle(consequence.element, network);
            let municipality = middle.and_then(&municipality_of).map(|m| m.code.as_str());
            ElementRow { network, consequence, municipality }
        }));
    }
    Table::fill("elements", &element_columns(), rows)
}

/// Where an element is: a node's place, or half-way along a span.
pub fn middle(element: Element, network: &Network) -> Option<Projected> {
    match element {
        Element::Node(node) => network.node(node).place,
        Element::Span(span) => {
            let route = crate::report::route(network, span)?;
            let half = route.point_at_ratio_from_start(&Euclidean, 0.5)?;
            Projected::from_metres(half.x(), half.y())
        }
    }
}
