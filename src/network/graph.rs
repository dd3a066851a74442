//! The elements in service as one undirected multigraph, compact enough for a country.

use crate::model::network::{Network, NodeIdx, SpanIdx};

/// One way out of a node: over a span, to the node at its other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hop {
    /// The span.
    pub over: SpanIdx,
    /// The node at its other end.
    pub to: NodeIdx,
}

/// The nodes and spans that carry something, and the core nodes among them.
///
/// A span carries something when it and both its ends are in service; a core node counts when it
/// is in service. Parallel spans stay apart: they are redundancy. Loops are left out, since no way
/// to the core needs one. The direction of a span has no meaning.
///
/// Nodes and spans keep the numbers they have in the [`Network`]; what is out of service is a
/// node without hops.
///
/// Stored as compressed sparse rows: 4 bytes for each node and 16 for each span.
#[derive(Clone, Debug)]
pub struct Graph {
    /// Where each node's hops begin in `hops`, and behind the last node where they end.
    first_hop: Vec<u32>,
    hops: Vec<Hop>,
    core: Vec<NodeIdx>,
    span_count: usize,
}

impl Graph {
    /// The graph of a network, in time linear in its nodes and spans.
    ///
    /// # Panics
    ///
    /// With 2³¹ spans in service or more.
    pub fn of(network: &Network) -> Self {
        let works = |node: NodeIdx| network.node(node).in_service;
        let spans = network.spans().iter().zip(0..).filter_map(|(span, number)| {
            let carries = span.in_service && works(span.start) && works(span.end);
            carries.then_some((SpanIdx(number), span.start, span.end))
        });
        let core = network.core().iter().copied().filter(|&node| works(node)).collect();
        Self::from_carriers(network.nodes().len(), network.spans().len(), spans, core)
    }

    /// A graph in which everything is in service, from plain numbers: span `i` joins the two nodes
    /// `ends[i]`.
    ///
    /// # Panics
    ///
    /// When an end or core node is not below `node_count`.
    ///
    /// # Example
    ///
    /// ```text
    ///  (0)==0,1==1--2--2     0 is core; spans 0 and 1 are parallel
    /// ```
    ///
    /// ```
    /// use beredd::model::network::NodeIdx;
    /// use beredd::network::graph::Graph;
    ///
    /// let graph = Graph::from_ends(3, &[(0, 1), (1, 0), (1, 2)], &[0]);
    /// let hops = graph.hops(NodeIdx(1));
    /// assert_eq!(hops.len(), 3);
    /// assert_eq!(hops.iter().filter(|hop| hop.to == NodeIdx(0)).count(), 2);
    /// ```
    pub fn from_ends(node_count: usize, ends: &[(u32, u32)], core: &[u32]) -> Self {
        let exists = |node: u32| (node as usize) < node_count;
        assert!(ends.iter().all(|&(a, b)| exists(a) && exists(b)), "a span end is no node");
        assert!(core.iter().all(|&node| exists(node)), "a core node is no node");
        let spans =
            ends.iter().zip(0..).map(|(&(a, b), number)| (SpanIdx(number), NodeIdx(a), NodeIdx(b)));
        let core = core.iter().copied().map(NodeIdx).collect();
        Self::from_carriers(node_count, ends.len(), spans, core)
    }

    fn from_carriers(
        node_count: usize,
        span_count: usize,
        spans: impl Iterator<Item = (SpanIdx, NodeIdx, NodeIdx)> + Clone,
        mut core: Vec<NodeIdx>,
    ) -> Self {
        core.sort_unstable();
        core.dedup();
        let spans = spans.filter(|&(_, a, b)| a != b);
        let hop_count = 2 * spans.clone().count();
        u32::try_from(hop_count).expect("fewer than 2^31 spans, as documented");

        // A counting sort: count, sum up, then fill each node's row from its end backwards, so that
        // every entry of `first_hop` comes to rest at the beginning of its row.
        let mut first_hop = vec![0u32; node_count + 1];
        for (_, a, b) in spans.clone() {
            first_hop[a.0 as usize] += 1;
            first_hop[b.0 as usize] += 1;
        }
        let mut sum = 0;
        for row in &mut first_hop {
            sum += *row;
            *row = sum;
        }
        let nowhere = Hop { over: SpanIdx(u32::MAX), to: NodeIdx(u32::MAX) };
        let mut hops = vec![nowhere; hop_count];
        for (over, a, b) in spans {
            for (from, to) in [(a, b), (b, a)] {
                let row = &mut first_hop[from.0 as usize];
                *row -= 1;
                hops[*row as usize] = Hop { over, to };
            }
        }
        Self { first_hop, hops, core, span_count }
    }

    /// How many nodes the network has, in service or not.
    pub fn node_count(&self) -> usize {
        self.first_hop.len() - 1
    }

    /// How many spans the network has, in service or not.
    pub fn span_count(&self) -> usize {
        self.span_count
    }

    /// The core nodes in service, sorted.
    pub fn core(&self) -> &[NodeIdx] {
        &self.core
    }

    /// Every way out of a node, in no order that has a meaning.
    pub fn hops(&self, node: NodeIdx) -> &[Hop] {
        let row = node.0 as usize;
        &self.hops[self.first_hop[row] as usize..self.first_hop[row + 1] as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample;

    fn hops(graph: &Graph, node: u32) -> Vec<(u32, u32)> {
        let mut hops: Vec<_> =
            graph.hops(NodeIdx(node)).iter().map(|h| (h.over.0, h.to.0)).collect();
        hops.sort_unstable();
        hops
    }

    /// ```text
    ///   (0)==0,1==1---2---3     4      span 3 is a loop at 1; 4 stands alone
    /// ```
    #[test]
    fn parallel_spans_stay_apart_and_loops_are_left_out() {
        let graph = Graph::from_ends(5, &[(0, 1), (1, 0), (1, 2), (1, 1), (3, 2)], &[0, 0]);
        assert_eq!(hops(&graph, 0), [(0, 1), (1, 1)]);
        assert_eq!(hops(&graph, 1), [(0, 0), (1, 0), (2, 2)]);
        assert_eq!(hops(&graph, 3), [(4, 2)]);
        assert_eq!(hops(&graph, 4), []);
        assert_eq!(graph.core(), [NodeIdx(0)]);
        assert_eq!((graph.node_count(), graph.span_count()), (5, 5));
    }

    /// ```text
    ///   (a)---b---c      b is out of service, and with it both its spans;
    ///     \_______/      of the core nodes a and b only a counts
    /// ```
    #[test]
    fn what_is_out_of_service_carries_nothing() {
        let mut network =
            sample::Network::new(&["a", "b", "c"], &["a-b", "b-c", "a-c"], &["a", "b"]);
        network.nodes[1].in_service = false;
        let graph = Graph::of(&network.clone().build());
        assert_eq!(graph.core(), [NodeIdx(0)]);
        // Sorted by id the spans are a-b, a-c, b-c.
        assert_eq!(hops(&graph, 0), [(1, 2)]);
        assert_eq!(hops(&graph, 1), []);

        network.spans[2].in_service = false;
        assert_eq!(hops(&Graph::of(&network.build()), 0), []);
    }
}
