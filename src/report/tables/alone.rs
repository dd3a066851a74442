//! `nodes`, `elements` and `dependencies` of a network alone: every node is a site.

use std::path::Path;

use crate::error::Error;
use crate::findings::Finding;
use crate::model::network::{Network, NodeIdx};
use crate::model::source::{Origin, Source};
use crate::network::alone::{NetworkAlone, carriers};
use crate::network::dependence::SinglePoint;
use crate::network::element::{Carrier, Element};
use crate::report::stream;
use crate::report::table::{Cell, Column, Kind, column};
use crate::report::tables::{TableDocument, document, finding};

/// What the tables are about.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The network.
    pub network: &'a Network,
    /// What was found of it.
    pub alone: &'a NetworkAlone,
    /// Where it was read.
    pub sources: &'a [Source],
}

impl Subject<'_> {
    fn next_kind(&self, of: Carrier) -> Cell {
        Cell::of(self.alone.next_single_point(of), |next| Cell::text(next.kind().name()))
    }

    fn next_id(&self, of: Carrier) -> Cell {
        Cell::of(self.alone.next_single_point(of), |next| Cell::text(next.id(self.network)))
    }

    fn path(&self, origin: Origin) -> Cell {
        Cell::text(&self.sources[origin.source.0].path)
    }
}

fn number(count: u64) -> Cell {
    Cell::Integer(i64::try_from(count).expect("no more than there are nodes"))
}

fn row_of(origin: Origin) -> Cell {
    Cell::of(i64::try_from(origin.row).ok(), Cell::Integer)
}

fn yes_no(yes: bool) -> Cell {
    Cell::text(if yes { "yes" } else { "no" })
}

/// One node.
pub struct NodeRow<'a> {
    subject: Subject<'a>,
    node: NodeIdx,
}

/// The columns of `nodes`, in order.
pub fn node_columns<'a>() -> Vec<Column<NodeRow<'a>>> {
    use Kind::{Integer, Text};
    vec![
        column("node_id", Text, "Id in the network.", |r: &NodeRow<'a>| {
            Cell::text(&r.subject.network.node(r.node).id)
        }),
        column(
            "status",
            Text,
            "reached (there is a way to the core), or cut_off though nothing has failed.",
            |r: &NodeRow<'a>| Cell::text(r.subject.alone.status(r.node).name()),
        ),
        column(
            "disjoint_paths",
            Integer,
            "Node-disjoint paths to the core: 0, 1, or 2 for two or more.",
            |r: &NodeRow<'a>| Cell::Integer(i64::from(r.subject.alone.disjoint_paths(r.node))),
        ),
        column(
            "next_single_point",
            Text,
            "The single point nearest to the node. Its own row (of a span, in `elements`) names the \
             next, and so on to the core: together all that cut the node off. Blank where nothing \
             does.",
            |r: &NodeRow<'a>| r.subject.next_id(Carrier::Node(r.node)),
        ),
        column(
            "single_points",
            Integer,
            "How many other nodes and spans cut the node off, each by its loss alone; blank where \
             it is cut off already.",
            |r: &NodeRow<'a>| {
                Cell::of(r.subject.alone.single_points(r.node), |n| Cell::Integer(i64::from(n)))
            },
        ),
        column(
            "next_single_point_kind",
            Text,
            "node or span: a node and a span may have the same id.",
            |r: &NodeRow<'a>| r.subject.next_kind(Carrier::Node(r.node)),
        ),
        column(
            "nodes_cut_off",
            Integer,
            "Nodes that lose their way to the core with this one, itself included.",
            |r: &NodeRow<'a>| number(r.subject.alone.nodes_cut_off(Carrier::Node(r.node))),
        ),
        column("core", Text, "yes or no: whether it counts as core.", |r: &NodeRow<'a>| {
            yes_no(r.subject.network.core().binary_search(&r.node).is_ok())
        }),
        column(
            "in_service",
            Text,
            "yes or no: what is not in operation carries nothing.",
            |r: &NodeRow<'a>| yes_no(r.subject.network.node(r.node).in_service),
        ),
        column("name", Text, "Name in the network.", |r: &NodeRow<'a>| {
            Cell::of(r.subject.network.node(r.node).name.as_deref(), Cell::text)
        }),
        column("source", Text, "The file it was read from.", |r: &NodeRow<'a>| {
            r.subject.path(r.subject.network.node(r.node).origin)
        }),
        column("source_row", Integer, "The place in its list.", |r: &NodeRow<'a>| {
            row_of(r.subject.network.node(r.node).origin)
        }),
    ]
}

/// One node or span.
pub struct ElementRow<'a> {
    subject: Subject<'a>,
    element: Carrier,
}

impl ElementRow<'_> {
    fn name(&self) -> Option<&str> {
        match self.element {
            Carrier::Node(node) => self.subject.network.node(node).name.as_deref(),
            Carrier::Span(span) => self.subject.network.span(span).name.as_deref(),
        }
    }

    fn origin(&self) -> Origin {
        match self.element {
            Carrier::Node(node) => self.subject.network.node(node).origin,
            Carrier::Span(span) => self.subject.network.span(span).origin,
        }
    }

    fn in_service(&self) -> bool {
        match self.element {
            Carrier::Node(node) => self.subject.network.node(node).in_service,
            Carrier::Span(span) => self.subject.network.span(span).in_service,
        }
    }

    fn end(&self, end: fn(&crate::model::network::Span) -> NodeIdx) -> Cell {
        match self.element {
            Carrier::Node(_) => Cell::Blank,
            Carrier::Span(span) => {
                let network = self.subject.network;
                Cell::text(&network.node(end(network.span(span))).id)
            }
        }
    }
}

/// The columns of `elements`, in order: those of a run, of which only the network's are known.
pub fn element_columns<'a>() -> Vec<Column<ElementRow<'a>>> {
    use Kind::{Integer, Text};
    let unknown = |name: &'static str| {
        column(name, Integer, "Blank: a node is not known to be one.", |_: &ElementRow<'a>| {
            Cell::Blank
        })
    };
    vec![
        column("element_kind", Text, "node or span.", |r: &ElementRow<'a>| {
            Cell::text(r.element.kind().name())
        }),
        column("element_id", Text, "Its id.", |r: &ElementRow<'a>| {
            Cell::text(r.element.id(r.subject.network))
        }),
        column("name", Text, "Name in the network.", |r: &ElementRow<'a>| {
            Cell::of(r.name(), Cell::text)
        }),
        column(
            "municipality_code",
            Text,
            "Blank: no municipalities are read.",
            |_: &ElementRow<'a>| Cell::Blank,
        ),
        column(
            "sites_cut_off",
            Integer,
            "Nodes that lose their way to the core with it, a node itself included; 0 where it cuts \
             off nothing.",
            |r: &ElementRow<'a>| number(r.subject.alone.nodes_cut_off(r.element)),
        ),
        unknown("schools_cut_off"),
        unknown("care_homes_cut_off"),
        column("persons_cut_off", Integer, "Blank: unknown.", |_: &ElementRow<'a>| Cell::Blank),
        column(
            "sites_without_service",
            Integer,
            "Blank: nothing is known of a fallback.",
            |_: &ElementRow<'a>| Cell::Blank,
        ),
        column(
            "rank",
            Integer,
            "1 takes most nodes down; equals share a rank.",
            |r: &ElementRow<'a>| Cell::count(r.subject.alone.rank(r.element)),
        ),
        column("next_single_point_kind", Text, "node or span.", |r: &ElementRow<'a>| {
            r.subject.next_kind(r.element)
        }),
        column(
            "next_single_point",
            Text,
            "What cuts off all that this element cuts off, and it too: the nearest such element. \
             Blank where there is none, and of a span that cuts off nothing.",
            |r: &ElementRow<'a>| r.subject.next_id(r.element),
        ),
        column(
            "in_service",
            Text,
            "yes or no: what is not in operation carries nothing.",
            |r: &ElementRow<'a>| yes_no(r.in_service()),
        ),
        column("start_node", Text, "Of a span: one end.", |r: &ElementRow<'a>| {
            r.end(|span| span.start)
        }),
        column("end_node", Text, "Of a span: the other end.", |r: &ElementRow<'a>| {
            r.end(|span| span.end)
        }),
        column("source", Text, "The file it was read from.", |r: &ElementRow<'a>| {
            r.subject.path(r.origin())
        }),
        column("source_row", Integer, "The place in its list.", |r: &ElementRow<'a>| {
            row_of(r.origin())
        }),
    ]
}

/// One node and one element that cuts it off.
pub struct DependencyRow<'a> {
    network: &'a Network,
    node: NodeIdx,
    point: SinglePoint,
}

/// The columns of `dependencies`, in order.
pub fn dependency_columns<'a>() -> Vec<Column<DependencyRow<'a>>> {
    use Kind::Text;
    vec![
        column("site_id", Text, "The node.", |r: &DependencyRow<'a>| {
            Cell::text(&r.network.node(r.node).id)
        }),
        column("element_kind", Text, "node or span.", |r: &DependencyRow<'a>| {
            Cell::text(r.point.element.kind().name())
        }),
        column("element_id", Text, "The element.", |r: &DependencyRow<'a>| {
            Cell::text(match r.point.element {
                Element::Node(node) => &r.network.node(node).id,
                Element::Span(span) => &r.network.span(span).id,
                Element::Mast(_) | Element::PowerFeed(_) | Element::Trench(_) => {
                    unreachable!("a network alone has nodes and spans")
                }
            })
        }),
        column(
            "stage",
            Text,
            "access (the node itself) or network (any other element).",
            |r: &DependencyRow<'a>| Cell::text(r.point.stage.name()),
        ),
        column(
            "effect",
            Text,
            "unknown: nothing is known of a fallback.",
            |_: &DependencyRow<'a>| Cell::text("unknown"),
        ),
    ]
}

/// Writes the tables; `dependencies` only where it is asked for.
pub fn write(
    subject: Subject<'_>,
    with_dependencies: bool,
    findings: &[Finding],
    directory: &Path,
) -> Result<(), Error> {
    let Subject { network, alone, .. } = subject;
    let nodes = || (0..network.nodes().len() as u32).map(NodeIdx);
    let rows = nodes().map(|node| NodeRow { subject, node });
    stream::write("nodes", &node_columns(), rows, directory)?;
    let rows = carriers(network).map(|element| ElementRow { subject, element });
    stream::write("elements", &element_columns(), rows, directory)?;
    if with_dependencies {
        let rows = nodes().flat_map(|node| {
            let points = alone.dependencies_of(node).into_iter();
            points.map(move |point| DependencyRow { network, node, point })
        });
        stream::write("dependencies", &dependency_columns(), rows, directory)?;
    }
    stream::write("findings", &finding::columns(), findings, directory)
}

/// The documentation of every table of a network alone, in order.
pub fn documents() -> Vec<TableDocument> {
    vec![
        document("nodes", "One row per node.", node_columns()),
        document(
            "elements",
            "One row per node and span, also where it cuts off nothing.",
            element_columns(),
        ),
        document(
            "dependencies",
            "Only with `--dependencies`: one row per node that is reached and element that cuts it \
             off, itself included.",
            dependency_columns(),
        ),
        document("findings", "One row per finding about the input.", finding::columns()),
    ]
}
