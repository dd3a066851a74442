//! What is cut off when a group of nodes and spans fails at the same moment.

mod pieces;

use std::ops::Range;

use rayon::prelude::*;

use crate::model::network::{NodeIdx, SpanIdx};
use crate::network::graph::Graph;
use crate::network::pair_count::PairCount;
use crate::network::search::{ROOT, Search};
use crate::network::shared_risk::pieces::Pieces;

/// Nodes and spans that fail at the same moment: the spans in one trench, the nodes on one power
/// feed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    nodes: Vec<NodeIdx>,
    spans: Vec<SpanIdx>,
}

impl Group {
    /// From nodes and spans in any order; repeats count once.
    pub fn new(mut nodes: Vec<NodeIdx>, mut spans: Vec<SpanIdx>) -> Self {
        nodes.sort_unstable();
        nodes.dedup();
        spans.sort_unstable();
        spans.dedup();
        Self { nodes, spans }
    }

    /// Its nodes, sorted.
    pub fn nodes(&self) -> &[NodeIdx] {
        &self.nodes
    }

    /// Its spans, sorted.
    pub fn spans(&self) -> &[SpanIdx] {
        &self.spans
    }
}

/// A graph searched once, ready to say of any group what it cuts off.
///
/// # Definition
///
/// Without the nodes and spans of a group, search again from the core nodes that are left. *Cut
/// off* is every node that was reached before and is not now; that includes the group's own nodes.
///
/// # Method
///
/// The one search of the whole network has put every reached node at a *place*, such that what
/// hangs from a node in the tree of the search has the places right behind it, and every span
/// outside the tree joins a node with one above it. A group cuts the tree into few pieces, each a
/// range of places less the ranges cut out of it:
///
/// ```text
///       0 - - - - .          a group of the spans x and y
///       |         |
///       1 - - .   |          piece   places     still joined with
///     x/ \    |   |          A       0 1 5      the root
///     2   5 - + - '          B       2 4        A, by the span from 4 to 1
///   y/ \      |              C       3          nothing: cut off
///   3   4 - - '
/// ```
///
/// A piece whose top was cut loose is joined only with pieces on the way from it to the root. How
/// many spans outside the tree lead from one range of places into another is a count in a rectangle
/// (`network/pair_count.rs`); the group's own spans among them are taken off again. Pieces on the
/// way that are known to be joined are asked about as one.
///
/// A node of the group is a piece of its own that nothing is joined with, and what hung from it in
/// the tree are pieces too.
///
/// # Complexity
///
/// With `n` nodes and `m` spans in the network, linear to build, but for the counts:
/// `(n + m) log n`. A group that makes `k` pieces asks at most `k²` questions of `log n` steps, and
/// mostly about `k`, whatever it cuts off. When the steps taken come to `n + 2m`, as many as a
/// search of the rest takes at most, the rest is searched; so no answer takes more than twice what
/// the better way would.
///
/// # Example
///
/// ```
/// use beredd::model::network::{NodeIdx, SpanIdx};
/// use beredd::network::graph::Graph;
/// use beredd::network::shared_risk::{Group, SharedRisk};
///
/// // (0)==1--2, where the two spans 0 and 1 lie in one trench.
/// let graph = Graph::from_ends(3, &[(0, 1), (1, 0), (1, 2)], &[0]);
/// let shared_risk = SharedRisk::of(&graph);
/// let trench = shared_risk.cut_off(&Group::new(vec![], vec![SpanIdx(0), SpanIdx(1)]));
/// let cut_off: Vec<NodeIdx> = trench.places().map(|place| shared_risk.node_at(place)).collect();
/// assert_eq!(cut_off, [NodeIdx(1), NodeIdx(2)]);
/// assert!(shared_risk.cut_off(&Group::new(vec![], vec![SpanIdx(0)])).is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct SharedRisk<'g> {
    graph: &'g Graph,
    search: Search,
    /// By visit, where the range of the visits hanging from it ends.
    ends: Vec<u32>,
    /// By span, the visits it joins.
    joins: Vec<Join>,
    /// The joins outside the tree, lower to upper; the root's with core nodes are among them.
    outside: PairCount,
}

/// The visits at both ends of a span; twice the root for a span that is no way anywhere.
#[derive(Clone, Copy, Debug)]
struct Join {
    upper: u32,
    lower: u32,
}

/// Which nodes a group cuts off, by their places.
///
/// As small as the group, however many nodes that is. With something summed up in the order of
/// places, the sum over what is cut off is a difference for each range:
///
/// ```text
///   place       0   1   2   3   4   5
///   persons    40   0  10   5   0  20
///   before      0  40  40  50  55  55  75       cut off 2..4: 55 - 40 = 15 persons
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Severed {
    /// Sorted; neither empty, nor touching each other.
    ranges: Vec<Range<u32>>,
}

impl Severed {
    /// The places cut off: sorted ranges that neither overlap nor touch.
    pub fn ranges(&self) -> &[Range<u32>] {
        &self.ranges
    }

    /// The places cut off, one by one.
    pub fn places(&self) -> impl Iterator<Item = u32> + '_ {
        self.ranges.iter().cloned().flatten()
    }

    /// Whether the node at a place is cut off; in the logarithm of the ranges.
    pub fn contains_place(&self, place: u32) -> bool {
        let behind = self.ranges.partition_point(|range| range.start <= place);
        behind > 0 && place < self.ranges[behind - 1].end
    }

    /// How many nodes are cut off.
    pub fn len(&self) -> usize {
        self.ranges.iter().map(ExactSizeIterator::len).sum()
    }

    /// Whether nothing is cut off.
    pub fn is_empty(&self) -> bool {
        self.ranges.is_empty()
    }

    /// Adds a range of visits behind those that are in it.
    fn push_visits(&mut self, visits: Range<u32>) {
        // The root is no node: the first place is that of the visit behind it.
        let places = visits.start - 1..visits.end - 1;
        match self.ranges.last_mut() {
            _ if places.is_empty() => {}
            Some(last) if last.end == places.start => last.end = places.end,
            _ => self.ranges.push(places),
        }
    }
}

impl<'g> SharedRisk<'g> {
    /// Searches the graph once and counts the spans outside the tree.
    pub fn of(graph: &'g Graph) -> Self {
        let search = Search::of(graph);
        let nowhere = Join { upper: ROOT, lower: ROOT };
        let mut joins = vec![nowhere; graph.span_count()];
        for (visit, number) in search.visits().iter().zip(0..).skip(1) {
            for hop in graph.hops(visit.node) {
                let other = search.visit_of(hop.to);
                if other < number {
                    joins[hop.over.0 as usize] = Join { upper: other, lower: number };
                }
            }
        }
        let by_lower = search.visits().iter().zip(0..).map(|(visit, number)| {
            let is_node = number != ROOT;
            let core =
                is_node && visit.from != ROOT && graph.core().binary_search(&visit.node).is_ok();
            let hops = if is_node { graph.hops(visit.node) } else { &[] };
            let over_spans = hops.iter().filter(move |hop| hop.over != visit.over);
            let uppers = over_spans.map(|hop| search.visit_of(hop.to)).filter(move |&o| o < number);
            uppers.chain(core.then_some(ROOT))
        });
        let outside = PairCount::new(by_lower, search.visits().len() as u32);
        Self { graph, ends: search.ends(), joins, outside, search }
    }

    /// How many nodes the core reaches while nothing has failed.
    pub fn reached_count(&self) -> usize {
        self.search.visits().len() - 1
    }

    /// The place of a node: below [`reached_count`](Self::reached_count), and another one for each
    /// reached node. `None` when it is not reached.
    pub fn place(&self, node: NodeIdx) -> Option<u32> {
        self.search.visit_of(node).checked_sub(1)
    }

    /// The node at a place.
    ///
    /// # Panics
    ///
    /// When the place is not below [`reached_count`](Self::reached_count).
    pub fn node_at(&self, place: u32) -> NodeIdx {
        self.search.visit(place + 1).node
    }

    /// What a group cuts off, itself included.
    ///
    /// # Panics
    ///
    /// When the group holds a node or span that the network does not have; so do the other
    /// questions about a group.
    pub fn cut_off(&self, group: &Group) -> Severed {
        let steps_of_a_search = self.graph.node_count() + 2 * self.graph.span_count();
        self.ask_pieces(group, steps_of_a_search).unwrap_or_else(|| self.cut_off_by_search(group))
    }

    /// What each of many groups cuts off, in their order, on all threads there are.
    pub fn cut_off_all(&self, groups: &[Group]) -> Vec<Severed> {
        groups.par_iter().map(|group| self.cut_off(group)).collect()
    }

    /// The same as [`cut_off`](Self::cut_off) by asking about pieces of the tree, however many
    /// there are.
    pub fn cut_off_by_pieces(&self, group: &Group) -> Severed {
        self.ask_pieces(group, usize::MAX).expect("only a limit stops the questions")
    }

    /// The same as [`cut_off`](Self::cut_off) by searching what is left, however small the group.
    ///
    /// Linear in nodes and spans.
    pub fn cut_off_by_search(&self, group: &Group) -> Severed {
        let mut done = vec![false; self.graph.node_count()];
        let mut reached = done.clone();
        let mut failed = vec![false; self.graph.span_count()];
        for &node in group.nodes() {
            done[node.0 as usize] = true;
        }
        for &span in group.spans() {
            failed[span.0 as usize] = true;
        }
        let mut open: Vec<NodeIdx> = Vec::new();
        let mut reach = |node: NodeIdx, open: &mut Vec<NodeIdx>| {
            if !std::mem::replace(&mut done[node.0 as usize], true) {
                reached[node.0 as usize] = true;
                open.push(node);
            }
        };
        for &core in self.graph.core() {
            reach(core, &mut open);
        }
        while let Some(node) = open.pop() {
            for hop in self.graph.hops(node) {
                if !failed[hop.over.0 as usize] {
                    reach(hop.to, &mut open);
                }
            }
        }
        let mut severed = Severed::default();
        for (visit, number) in self.search.visits().iter().zip(0..).skip(1) {
            if !reached[visit.node.0 as usize] {
                severed.push_visits(number..number + 1);
            }
        }
        severed
    }

    /// Whether a node would be cut off even if it were spared itself: by the group without that
    /// node. `severed` is what the whole group cuts off.
    ///
    /// A core node that is spared is reached. Looks at the node's hops at most.
    pub fn cut_off_beyond(&self, group: &Group, severed: &Severed, node: NodeIdx) -> bool {
        let is_cut_off = |node| self.place(node).is_some_and(|place| severed.contains_place(place));
        if group.nodes.binary_search(&node).is_err() {
            return is_cut_off(node);
        }
        if self.place(node).is_none() || self.graph.core().binary_search(&node).is_ok() {
            return false;
        }
        // Spared, it hangs on whatever neighbour is reached without it.
        self.graph
            .hops(node)
            .iter()
            .all(|hop| is_cut_off(hop.to) || group.spans.binary_search(&hop.over).is_ok())
    }

    /// `None` when that would take more steps than the limit.
    fn ask_pieces(&self, group: &Group, limit: usize) -> Option<Severed> {
        let mut pieces = Pieces::of(self, group);
        pieces.join(self, limit)?;
        Some(pieces.severed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(nodes: &[u32], spans: &[u32]) -> Group {
        let nodes = nodes.iter().copied().map(NodeIdx).collect();
        Group::new(nodes, spans.iter().copied().map(SpanIdx).collect())
    }

    /// The nodes cut off, sorted; the same whichever way they are found.
    fn cut_off(risk: &SharedRisk, group: &Group) -> Vec<u32> {
        let severed = risk.cut_off_by_pieces(group);
        assert_eq!(severed, risk.cut_off_by_search(group));
        assert_eq!(severed, risk.cut_off(group));
        let mut nodes: Vec<u32> = severed.places().map(|place| risk.node_at(place).0).collect();
        nodes.sort_unstable();
        assert_eq!(nodes.len(), severed.len());
        nodes
    }

    /// ```text
    ///   (0)---0---1---1---2        a ring, and 4 and 5 hanging from it
    ///    |                |
    ///    2                3
    ///    |                |
    ///    3-------4--------4---5---5
    /// ```
    fn ring() -> Graph {
        Graph::from_ends(6, &[(0, 1), (1, 2), (0, 3), (2, 4), (3, 4), (4, 5)], &[0])
    }

    #[test]
    fn two_spans_of_a_ring_cut_off_what_is_between_them() {
        let graph = ring();
        let risk = SharedRisk::of(&graph);
        assert_eq!(risk.reached_count(), 6);
        assert_eq!(cut_off(&risk, &group(&[], &[])), [0; 0]);
        assert_eq!(cut_off(&risk, &group(&[], &[1])), [0; 0]);
        assert_eq!(cut_off(&risk, &group(&[], &[0, 1])), [1]);
        assert_eq!(cut_off(&risk, &group(&[], &[0, 2, 2])), [1, 2, 3, 4, 5]);
        assert_eq!(cut_off(&risk, &group(&[], &[5, 4, 3])), [4, 5]);
        assert_eq!(cut_off(&risk, &group(&[], &[0, 1, 2, 3, 4, 5])), [1, 2, 3, 4, 5]);
    }

    #[test]
    fn a_node_fails_with_all_its_spans() {
        let graph = ring();
        let risk = SharedRisk::of(&graph);
        assert_eq!(cut_off(&risk, &group(&[4], &[])), [4, 5]);
        assert_eq!(cut_off(&risk, &group(&[1, 3], &[])), [1, 2, 3, 4, 5]);
        assert_eq!(cut_off(&risk, &group(&[1], &[4])), [1, 2, 4, 5]);
        assert_eq!(cut_off(&risk, &group(&[1, 1], &[2])), [1, 2, 3, 4, 5]);
        assert_eq!(cut_off(&risk, &group(&[0], &[])), [0, 1, 2, 3, 4, 5]);
    }

    /// ```text
    ///   (0)==0,1==1---2--(2)      3---3---4
    ///
    ///   0 and 2 are core; 3 and 4 have no core node
    /// ```
    #[test]
    fn parallel_spans_other_core_nodes_and_what_was_never_reached() {
        let graph = Graph::from_ends(5, &[(0, 1), (0, 1), (1, 2), (3, 4)], &[0, 2]);
        let risk = SharedRisk::of(&graph);
        assert_eq!(cut_off(&risk, &group(&[], &[0, 1])), [0; 0]);
        assert_eq!(cut_off(&risk, &group(&[], &[0, 2])), [0; 0]);
        assert_eq!(cut_off(&risk, &group(&[], &[0, 1, 2])), [1]);
        assert_eq!(cut_off(&risk, &group(&[0, 2], &[])), [0, 1, 2]);
        assert_eq!(cut_off(&risk, &group(&[0, 3], &[3])), [0]);
        assert_eq!((risk.place(NodeIdx(3)), risk.reached_count()), (None, 3));
    }

    #[test]
    fn a_node_that_is_spared_may_hang_on_the_rest_of_the_group() {
        let graph = ring();
        let risk = SharedRisk::of(&graph);
        let beyond =
            |group: &Group, node| risk.cut_off_beyond(group, &risk.cut_off(group), NodeIdx(node));
        // Spared, 4 still has the way over 3; 5 never was of the group.
        let power = group(&[2, 4], &[]);
        assert!(!beyond(&power, 4) && !beyond(&power, 2) && beyond(&power, 5));
        // Spared, 4 has no way left.
        let both = group(&[2, 3, 4], &[]);
        assert!(beyond(&both, 4) && !beyond(&both, 3));
        let trench = group(&[4], &[3, 4]);
        assert!(beyond(&trench, 4));
        // A core node has its own way to the outside.
        assert!(!beyond(&group(&[0], &[0, 2]), 0));
    }

    #[test]
    fn severed_ranges_are_sorted_and_do_not_touch() {
        let graph = Graph::from_ends(5, &[(0, 1), (1, 2), (2, 3), (3, 4)], &[0]);
        let risk = SharedRisk::of(&graph);
        let severed = risk.cut_off(&group(&[2, 3], &[1]));
        assert_eq!(severed.ranges().len(), 1);
        assert_eq!(severed.ranges()[0], 2..5);
        assert!(severed.contains_place(4) && !severed.contains_place(1));
        assert!(risk.cut_off(&group(&[], &[])).is_empty());
    }

    /// A long chain that is a ring, and half of it cut off: two pieces, no matter how long.
    #[test]
    fn half_of_a_ring_of_a_million_spans() {
        let length = 1_000_000;
        let ends: Vec<_> = (0..length).map(|i| (i, (i + 1) % length)).collect();
        let graph = Graph::from_ends(length as usize, &ends, &[0]);
        let risk = SharedRisk::of(&graph);
        let severed = risk.cut_off_by_pieces(&group(&[], &[100, 500_100]));
        assert_eq!((severed.len(), severed.ranges().len()), (500_000, 1));
        assert_eq!(risk.cut_off(&group(&[], &[100])), Severed::default());
    }
}
