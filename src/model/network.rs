//! The fibre network: nodes and spans as the Open Fibre Data Standard (OFDS) names them.

use std::borrow::Cow;
use std::cmp::Ordering;

use geo::LineString;

use crate::crs::Projected;
use crate::model::power::PowerSupply;
use crate::model::source::{Origin, SourceIdx};

/// Index of a [`Node`] in its [`Network`], which is sorted by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeIdx(pub u32);

/// Index of a [`Span`] in its [`Network`], which is sorted by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpanIdx(pub u32);

/// A point where spans end.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Unique within the network.
    pub id: String,
    /// Where stated.
    pub name: Option<String>,
    /// OFDS node types, such as `pop`.
    pub types: Vec<String>,
    /// Where it is; networks drawn without positions are allowed when sites name their node.
    pub place: Option<Projected>,
    /// Whether it is in operation; a node that is not carries nothing.
    pub in_service: bool,
    /// What supplies it with power.
    pub power: PowerSupply,
    /// Ids and names of the organisations that own or run it, where stated; sorted.
    pub providers: Vec<String>,
    /// The row it was read from.
    pub origin: Origin,
}

/// A cable between two nodes. Two spans between the same nodes are redundancy, so a network is a
/// multigraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// Unique within the network.
    pub id: String,
    /// Where stated.
    pub name: Option<String>,
    /// One end.
    pub start: NodeIdx,
    /// The other end; equal to `start` for a loop.
    pub end: NodeIdx,
    /// The drawn route in the working CRS, where there is one, from start to end; in a
    /// network it runs [`one_way`].
    pub route: Option<LineString<f64>>,
    /// Whether it is in operation; a span that is not carries nothing.
    pub in_service: bool,
    /// Ids and names of the organisations that own or run it, where stated; sorted.
    pub providers: Vec<String>,
    /// The row it was read from.
    pub origin: Origin,
}

/// Why nodes and spans do not make a network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NetworkError {
    /// Two nodes with one id.
    #[error("node id {0:?} occurs twice")]
    DuplicateNode(String),
    /// Two spans with one id.
    #[error("span id {0:?} occurs twice")]
    DuplicateSpan(String),
    /// A span end or core index that is no node.
    #[error("span or core refers to node number {0}, which does not exist")]
    NoSuchNode(u32),
    /// More elements than an index can count.
    #[error("more than {} nodes or spans", u32::MAX)]
    TooLarge,
}

/// A network whose every span ends at two of its nodes, sorted by id, with its core nodes.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    source: SourceIdx,
    nodes: Vec<Node>,
    spans: Vec<Span>,
    core: Vec<NodeIdx>,
}

/// The line from west to east, or from south to north where both ends are as far west. A cable has no
/// direction, and what is made of it does not depend on that of a file.
pub fn one_way(mut line: LineString<f64>) -> LineString<f64> {
    if runs_back(&line) {
        line.0.reverse();
    }
    line
}

/// Whether the line, read from its last vertex, comes before itself read from its first.
fn runs_back(line: &LineString<f64>) -> bool {
    let backward = line.0.iter().rev();
    let order =
        line.0.iter().zip(backward).map(|(a, b)| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    order.into_iter().find(|order| order.is_ne()) == Some(Ordering::Greater)
}

impl Network {
    /// The line of a span: its drawn route, else straight between its nodes where both have a
    /// place.
    pub fn line(&self, span: SpanIdx) -> Option<Cow<'_, LineString<f64>>> {
        let span = self.span(span);
        match &span.route {
            Some(route) => Some(Cow::Borrowed(route)),
            None => {
                let (start, end) = (self.node(span.start).place?, self.node(span.end).place?);
                Some(Cow::Owned(one_way(LineString(vec![start.coord(), end.coord()]))))
            }
        }
    }

    /// Checks and sorts: node and span ids unique, every end and core node present. The indices
    /// in `spans` and `core` are places in `nodes` as given.
    pub fn new(
        source: SourceIdx,
        nodes: Vec<Node>,
        mut spans: Vec<Span>,
        core: Vec<NodeIdx>,
    ) -> Result<Self, NetworkError> {
        if nodes.len() >= u32::MAX as usize || spans.len() >= u32::MAX as usize {
            return Err(NetworkError::TooLarge);
        }
        let mut order: Vec<usize> = (0..nodes.len()).collect();
        order.sort_by(|&a, &b| nodes[a].id.cmp(&nodes[b].id));
        if let Some(pair) = order.windows(2).find(|pair| nodes[pair[0]].id == nodes[pair[1]].id) {
            return Err(NetworkError::DuplicateNode(nodes[pair[0]].id.clone()));
        }
        let mut new_place = vec![0u32; nodes.len()];
        for (new, &old) in order.iter().enumerate() {
            new_place[old] = new as u32;
        }
        let renumber = |node: NodeIdx| {
            new_place
                .get(node.0 as usize)
                .map(|&new| NodeIdx(new))
                .ok_or(NetworkError::NoSuchNode(node.0))
        };
        for span in &mut spans {
            // A route runs from the start to the end.
            if let Some(route) = span.route.as_mut().filter(|route| runs_back(route)) {
                route.0.reverse();
                std::mem::swap(&mut span.start, &mut span.end);
            }
            span.start = renumber(span.start)?;
            span.end = renumber(span.end)?;
        }
        let mut core = core.into_iter().map(renumber).collect::<Result<Vec<_>, _>>()?;
        core.sort_unstable();
        core.dedup();
        spans.sort_by(|a, b| a.id.cmp(&b.id));
        if let Some(pair) = spans.windows(2).find(|pair| pair[0].id == pair[1].id) {
            return Err(NetworkError::DuplicateSpan(pair[0].id.clone()));
        }
        let mut by_place: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
        let nodes: Vec<Node> = order
            .iter()
            .map(|&old| by_place[old].take().expect("an order names each place once"))
            .collect();
        Ok(Self { source, nodes, spans, core })
    }

    /// Where it comes from.
    pub fn source(&self) -> SourceIdx {
        self.source
    }

    /// Every node, sorted by id.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Every span, sorted by id.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The nodes where the network meets the outside world, sorted.
    pub fn core(&self) -> &[NodeIdx] {
        &self.core
    }

    /// One node.
    pub fn node(&self, node: NodeIdx) -> &Node {
        &self.nodes[node.0 as usize]
    }

    /// One span.
    pub fn span(&self, span: SpanIdx) -> &Span {
        &self.spans[span.0 as usize]
    }

    /// The node with this id.
    pub fn find_node(&self, id: &str) -> Option<NodeIdx> {
        let place = self.nodes.binary_search_by(|node| node.id.as_str().cmp(id)).ok()?;
        Some(NodeIdx(place as u32))
    }

    /// The span with this id.
    pub fn find_span(&self, id: &str) -> Option<SpanIdx> {
        let place = self.spans.binary_search_by(|span| span.id.as_str().cmp(id)).ok()?;
        Some(SpanIdx(place as u32))
    }

    /// Says what supplies a node with power.
    pub fn set_power(&mut self, node: NodeIdx, power: PowerSupply) {
        self.nodes[node.0 as usize].power = power;
    }
}
