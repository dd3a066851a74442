//! The failure analysis of a network alone: every node is a site that hangs on itself.

use crate::findings::Findings;
use crate::model::network::{Network, NodeIdx, SpanIdx};
use crate::model::source::Source;
use crate::network::dependence::{NetworkStatus, SinglePoint, Stage};
use crate::network::element::{Carrier, Element};
use crate::network::graph::Graph;
use crate::network::report_not_reached;
use crate::network::single_points::{CutOff, SinglePoints};

/// What each node depends on, and what each node and span cuts off.
///
/// # Complexity
///
/// Linear in nodes and spans, in time and space; only [`dependencies_of`](Self::dependencies_of)
/// all nodes together may be as many as the square of the nodes.
#[derive(Clone, Debug)]
pub struct NetworkAlone {
    single_points: SinglePoints,
    /// By node.
    counts: Vec<u32>,
    cut_off: CutOff,
    /// The nodes that each element cuts off, sorted, for ranks.
    ranked: Vec<u64>,
}

impl NetworkAlone {
    /// Searches a network; nodes without a way to the core are a finding.
    pub fn of(network: &Network, sources: &[Source], findings: &mut Findings) -> Self {
        let single_points = SinglePoints::of(&Graph::of(network));
        report_not_reached(network, &single_points, sources, findings);
        let cut_off = single_points.cut_off(&vec![1; network.nodes().len()]);
        let mut ranked: Vec<u64> = carriers(network).map(|element| cut_off.of(element)).collect();
        ranked.sort_unstable();
        Self { counts: single_points.counts(), single_points, cut_off, ranked }
    }

    /// Whether there is a way from the core to the node.
    pub fn status(&self, node: NodeIdx) -> NetworkStatus {
        match self.single_points.reached(node) {
            true => NetworkStatus::Reached,
            false => NetworkStatus::CutOff,
        }
    }

    /// See [`SinglePoints::disjoint_paths`].
    pub fn disjoint_paths(&self, node: NodeIdx) -> u8 {
        self.single_points.disjoint_paths(node)
    }

    /// How many other elements cut the node off; unknown of a node that is cut off already.
    pub fn single_points(&self, node: NodeIdx) -> Option<u32> {
        self.single_points.reached(node).then(|| self.counts[node.0 as usize])
    }

    /// The nearest element above in the tree of single points. Going on from there gives all that
    /// cuts the element off.
    pub fn next_single_point(&self, of: Carrier) -> Option<Carrier> {
        match of {
            Carrier::Node(node) => self.single_points.next_above(node),
            Carrier::Span(span) => self.single_points.next_above_span(span),
        }
    }

    /// How many nodes lose their way to the core with this element, a node itself included.
    pub fn nodes_cut_off(&self, element: Carrier) -> u64 {
        self.cut_off.of(element)
    }

    /// Whether its loss cuts off a node besides itself.
    pub fn is_single_point(&self, element: Carrier) -> bool {
        match element {
            Carrier::Node(_) => self.nodes_cut_off(element) > 1,
            Carrier::Span(_) => self.nodes_cut_off(element) > 0,
        }
    }

    /// 1 for the element that cuts off most nodes; elements that cut off as many share a rank.
    pub fn rank(&self, element: Carrier) -> usize {
        let count = self.nodes_cut_off(element);
        1 + self.ranked.len() - self.ranked.partition_point(|&other| other <= count)
    }

    /// How many pairs of a node and an element that cuts it off there are, without listing them;
    /// at most [`u64::MAX`].
    pub fn dependency_count(&self) -> u64 {
        self.ranked.iter().fold(0, |sum: u64, &count| sum.saturating_add(count))
    }

    /// What cuts a node off, itself included, sorted by kind and id.
    pub fn dependencies_of(&self, node: NodeIdx) -> Vec<SinglePoint> {
        if !self.single_points.reached(node) {
            return Vec::new();
        }
        let own = SinglePoint { element: Element::Node(node), stage: Stage::Access };
        let beyond = self.single_points.above(node).map(Element::from);
        let beyond = beyond.map(|element| SinglePoint { element, stage: Stage::Network });
        let mut points: Vec<SinglePoint> = std::iter::once(own).chain(beyond).collect();
        points.sort_unstable_by_key(|point| point.element);
        points
    }

    /// The single points that cut off most nodes, those that cut off as many by kind and id.
    pub fn worst(&self, network: &Network, at_most: usize) -> Vec<Carrier> {
        let mut worst: Vec<Carrier> =
            carriers(network).filter(|&element| self.is_single_point(element)).collect();
        worst.sort_unstable_by_key(|&element| {
            (std::cmp::Reverse(self.nodes_cut_off(element)), element)
        });
        worst.truncate(at_most);
        worst
    }
}

/// Every node and span, sorted by kind and id.
pub fn carriers(network: &Network) -> impl Iterator<Item = Carrier> {
    let nodes = (0..network.nodes().len() as u32).map(|node| Carrier::Node(NodeIdx(node)));
    let spans = (0..network.spans().len() as u32).map(|span| Carrier::Span(SpanIdx(span)));
    nodes.chain(spans)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::sample;
    use crate::words::Language;

    /// ```text
    ///    P --- A --- B === C      P is core; X is alone
    /// ```
    #[test]
    fn a_chain_with_a_double_cable() {
        let network = sample::Network::new(
            &["P", "A", "B", "C", "X"],
            &["P-A", "A-B", "B-C", "B-C-2"],
            &["P"],
        )
        .build();
        let mut findings = Findings::default();
        let alone = NetworkAlone::of(&network, &sample::sources(), &mut findings);
        let found = findings.sorted();
        assert!(
            found[0].message.in_language(Language::En).starts_with("1 of 5 nodes have no way"),
            "{found:?}"
        );

        let ids = |elements: Vec<Carrier>| -> Vec<&str> {
            elements.into_iter().map(|element| element.id(&network)).collect()
        };
        let ways = std::iter::successors(network.find_node("C").map(Carrier::Node), |&element| {
            alone.next_single_point(element)
        });
        assert_eq!(ids(ways.collect()), ["C", "B", "A-B", "A", "P-A", "P"]);
        assert_eq!(ids(alone.worst(&network, 4)), ["P", "A", "P-A", "B"]);
        let rank = |id: &str| alone.rank(Carrier::Node(network.find_node(id).expect("a node")));
        // A and P-A share rank 2, B and A-B rank 4, the double cable and X the last.
        assert_eq!([rank("P"), rank("A"), rank("B"), rank("C"), rank("X")], [1, 2, 4, 6, 7]);
        let counts = |id: &str| alone.single_points(network.find_node(id).expect("a node"));
        assert_eq!([counts("P"), counts("C"), counts("X")], [Some(0), Some(5), None]);
        // P 1, A 3, B 5, C 6.
        assert_eq!(alone.dependency_count(), 15);
        let all = (0..5).map(|node| alone.dependencies_of(NodeIdx(node)).len());
        assert_eq!(all.sum::<usize>(), 15);
    }
}
