//! The tables of a network alone: `nodes`, `elements` and `dependencies`.

use crate::model::network::{Network, NodeIdx, Span};
use crate::model::source::{Origin, Source};
use crate::network::alone::{NetworkAlone, carriers};
use crate::network::dependence::{NetworkStatus, SinglePoint, Stage};
use crate::network::element::{Carrier, Element, ElementKind};
use crate::readiness::failure::Effect;
use crate::table::{Holds, table};

table! {
    /// One node.
    pub struct NodeRow in "nodes" ("network-nodes") {
        node_id: String as Holds::Id,
        status: NetworkStatus,
        disjoint_paths: u8,
        next_single_point: Option<String> as Holds::Id,
        single_points: Option<u32>,
        next_single_point_kind: Option<ElementKind>,
        nodes_cut_off: u64,
        core: bool,
        in_service: bool,
        name: Option<String>,
        source: String,
        source_row: u64,
    }

    /// One node or span: the columns of a run, of which only the network's are known.
    pub struct NetworkElementRow in "elements" ("network-elements") {
        element_kind: ElementKind,
        element_id: String as Holds::Id,
        name: Option<String>,
        municipality_code: Option<String> as Holds::Id,
        sites_cut_off: u64,
        schools_cut_off: Option<usize>,
        care_homes_cut_off: Option<usize>,
        persons_cut_off: Option<u64>,
        sites_without_service: Option<usize>,
        rank: usize,
        next_single_point_kind: Option<ElementKind>,
        next_single_point: Option<String> as Holds::Id,
        in_service: bool,
        start_node: Option<String> as Holds::Id,
        end_node: Option<String> as Holds::Id,
        source: String,
        source_row: u64,
    }

    /// One node and one element that cuts it off.
    pub struct NetworkDependencyRow in "dependencies" ("network-dependencies") {
        site_id: String as Holds::Id,
        element_kind: ElementKind,
        element_id: String as Holds::Id,
        stage: Stage,
        effect: Effect,
    }
}

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

impl<'a> Subject<'a> {
    fn path(self, origin: Origin) -> String {
        self.sources[origin.source.0].path.clone()
    }

    fn nodes(self) -> impl Iterator<Item = NodeIdx> {
        (0..).take(self.network.nodes().len()).map(NodeIdx)
    }

    /// The rows of `nodes`, in the order of the network.
    pub fn node_rows(self) -> impl Iterator<Item = NodeRow> + use<'a> {
        self.nodes().map(move |node| self.node_row(node))
    }

    fn node_row(self, idx: NodeIdx) -> NodeRow {
        let Subject { network, alone, .. } = self;
        let node = network.node(idx);
        let next = alone.next_single_point(Carrier::Node(idx));
        NodeRow {
            node_id: node.id.clone(),
            status: alone.status(idx),
            disjoint_paths: alone.disjoint_paths(idx),
            next_single_point: next.map(|next| next.id(network).to_owned()),
            single_points: alone.single_points(idx),
            next_single_point_kind: next.map(Carrier::kind),
            nodes_cut_off: alone.nodes_cut_off(Carrier::Node(idx)),
            core: network.core().binary_search(&idx).is_ok(),
            in_service: node.in_service,
            name: node.name.clone(),
            source: self.path(node.origin),
            source_row: node.origin.row,
        }
    }

    /// The rows of `elements`, in the order of the network.
    pub fn element_rows(self) -> impl Iterator<Item = NetworkElementRow> + use<'a> {
        carriers(self.network).map(move |element| self.element_row(element))
    }

    fn element_row(self, element: Carrier) -> NetworkElementRow {
        let Subject { network, alone, .. } = self;
        let (name, origin, in_service, span): (_, _, _, Option<&Span>) = match element {
            Carrier::Node(node) => {
                let node = network.node(node);
                (&node.name, node.origin, node.in_service, None)
            }
            Carrier::Span(span) => {
                let span = network.span(span);
                (&span.name, span.origin, span.in_service, Some(span))
            }
        };
        let next = alone.next_single_point(element);
        NetworkElementRow {
            element_kind: element.kind(),
            element_id: element.id(network).to_owned(),
            name: name.clone(),
            municipality_code: None,
            sites_cut_off: alone.nodes_cut_off(element),
            schools_cut_off: None,
            care_homes_cut_off: None,
            persons_cut_off: None,
            sites_without_service: None,
            rank: alone.rank(element),
            next_single_point_kind: next.map(Carrier::kind),
            next_single_point: next.map(|next| next.id(network).to_owned()),
            in_service,
            start_node: span.map(|span| network.node(span.start).id.clone()),
            end_node: span.map(|span| network.node(span.end).id.clone()),
            source: self.path(origin),
            source_row: origin.row,
        }
    }

    /// The rows of `dependencies`: by node, then from the node towards the core.
    pub fn dependency_rows(self) -> impl Iterator<Item = NetworkDependencyRow> + use<'a> {
        let Subject { network, alone, .. } = self;
        self.nodes().flat_map(move |node| {
            let points = alone.dependencies_of(node).into_iter();
            points.map(move |point| dependency_row(network, node, &point))
        })
    }
}

fn dependency_row(network: &Network, node: NodeIdx, point: &SinglePoint) -> NetworkDependencyRow {
    let element_id = match point.element {
        Element::Node(node) => &network.node(node).id,
        Element::Span(span) => &network.span(span).id,
        Element::Mast(_) | Element::PowerFeed(_) | Element::Trench(_) => {
            unreachable!("a network alone has nodes and spans")
        }
    };
    NetworkDependencyRow {
        site_id: network.node(node).id.clone(),
        element_kind: point.element.kind(),
        element_id: element_id.clone(),
        stage: point.stage,
        // Nothing is known of a fallback.
        effect: Effect::Unknown,
    }
}
