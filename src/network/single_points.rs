//! Every single point of failure of every node, from one depth-first search.

use crate::model::network::{NodeIdx, SpanIdx};
use crate::network::element::Carrier;
use crate::network::graph::Graph;
use crate::network::search::{ROOT, Search, Visit};

/// For every node, the elements whose loss alone cuts it off from the core.
///
/// # Definition
///
/// Take a virtual root joined to every core node. A node is *reached* when there is a way to it
/// from the root. An element is a *single point* of a reached node when every such way uses it and
/// it is not the node itself: with a vertex for each span, when it strictly dominates the node.
/// The immediate dominators form a tree, stored here:
///
/// ```text
///   network                        tree of single points
///
///        ,--2--.                   root
///   (0)--1      4--5===6             |
///        `--3--'                     0         a lone core node cuts off all the rest
///                                    |
///   0 is core; 5 and 6 have        0-1         a bridge
///   two parallel spans               |
///                                    1         an articulation point
///                                  / | \
///                                 2  3  4      a ring: neither 2 nor 3 cuts off 4
///                                       |
///                                      4-5
///                                       |
///                                       5
///                                       |
///                                       6      parallel spans are redundancy
/// ```
///
/// # Caveats
///
/// Only single elements are looked at. What fails as a group (a trench, a power feed) is none; see
/// [`shared_risk`](crate::network::shared_risk).
/// A core node has its own way to the outside, so nothing but itself cuts it off.
///
/// # Complexity
///
/// Linear in nodes and spans, in time and space. No recursion: a network may be one long chain.
///
/// # References
///
/// Hopcroft and Tarjan, *Algorithm 447: efficient algorithms for graph manipulation*,
/// Communications of the ACM 16(6), 1973, for low points; Lengauer and Tarjan, *A fast algorithm
/// for finding dominators in a flowgraph*, ACM TOPLAS 1(1), 1979, for the tree of dominators that
/// the low points give here for an undirected graph.
#[derive(Clone, Debug)]
pub struct SinglePoints {
    /// By visit of the search, so before those of the nodes it cuts off; the root first.
    places: Vec<Place>,
    /// By node; the root for a node that is not reached.
    visit_of: Vec<u32>,
    /// By span, the place right below a bridge; the root for a span that is none.
    below: Vec<u32>,
}

/// Where a node hangs in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    node: NodeIdx,
    /// The place of the nearest node above it, above the bridge where there is one.
    above: u32,
    /// The bridge right above it.
    bridge: SpanIdx,
    /// What hangs from it in the tree, itself included, are those whose `first` is in
    /// `first..end`.
    first: u32,
    end: u32,
    disjoint_paths: u8,
}

impl Place {
    const OF_ROOT: Self = Self {
        node: NodeIdx(u32::MAX),
        above: ROOT,
        bridge: Visit::NO_SPAN,
        first: 0,
        end: 1,
        disjoint_paths: 0,
    };

    fn bridge(&self) -> Option<SpanIdx> {
        (self.bridge != Visit::NO_SPAN).then_some(self.bridge)
    }

    fn holds(&self, other: &Self) -> bool {
        (self.first..self.end).contains(&other.first)
    }
}

impl SinglePoints {
    /// Searches the graph once.
    ///
    /// The low point of a node is the earliest visited place that its subtree of the search has
    /// any other way to. Let the search come to `v` from `u` over the span `e`:
    ///
    /// ```text
    ///   low(v) > u                low(v) = u                 low(v) < u
    ///
    ///       u                         u--.                       p--.
    ///       | e                       |  |                       |  |
    ///       v                         v  |                       u  |
    ///      / \                       / \ |                       |  |
    ///     .   .                     .   `'                       v--'
    ///
    ///   nothing else leads out     everything else leads      something leads past u, on a
    ///   of v: e is a bridge,       to u: only u is above v    ring with u: v hangs where u
    ///   above v are e, then u                                 hangs
    /// ```
    ///
    /// In the last case the ring holds the span into `u` as well, so no bridge is right above `u`.
    ///
    /// # Example
    ///
    /// ```
    /// use beredd::model::network::{NodeIdx, SpanIdx};
    /// use beredd::network::element::Carrier;
    /// use beredd::network::graph::Graph;
    /// use beredd::network::single_points::SinglePoints;
    ///
    /// // (0)---1===2, where 0 is core and the last two have two spans between them.
    /// let graph = Graph::from_ends(3, &[(0, 1), (1, 2), (2, 1)], &[0]);
    /// let single_points = SinglePoints::of(&graph);
    /// let above_2: Vec<Carrier> = single_points.above(NodeIdx(2)).collect();
    /// assert_eq!(
    ///     above_2,
    ///     [Carrier::Node(NodeIdx(1)), Carrier::Span(SpanIdx(0)), Carrier::Node(NodeIdx(0))]
    /// );
    /// ```
    pub fn of(graph: &Graph) -> Self {
        let search = Search::of(graph);
        let mut below = vec![ROOT; graph.span_count()];
        let mut places = Vec::with_capacity(search.visits().len());
        places.push(Place::OF_ROOT);
        for (visit, number) in search.visits().iter().zip(0..).skip(1) {
            let (above, bridge) = match visit.low.cmp(&visit.from) {
                _ if visit.from == ROOT => (ROOT, Visit::NO_SPAN),
                std::cmp::Ordering::Greater => (visit.from, visit.over),
                std::cmp::Ordering::Equal => (visit.from, Visit::NO_SPAN),
                std::cmp::Ordering::Less => (places[visit.from as usize].above, Visit::NO_SPAN),
            };
            // A core node come to from the root; its subtree has another way there only over
            // another core node.
            let lone = visit.from == ROOT && visit.low == number;
            let disjoint_paths = if above != ROOT || lone { 1 } else { 2 };
            if bridge != Visit::NO_SPAN {
                below[bridge.0 as usize] = number;
            }
            places.push(Place {
                node: visit.node,
                above,
                bridge,
                disjoint_paths,
                ..Place::OF_ROOT
            });
        }
        number_tree(&mut places);
        Self { places, visit_of: search.into_visit_of(), below }
    }

    /// Whether there is a way from the core to the node; a core node in service is reached.
    pub fn reached(&self, node: NodeIdx) -> bool {
        self.visit_of[node.0 as usize] != ROOT
    }

    /// The single points of a node, from the one nearest to the node towards the core; the node
    /// itself is not among them.
    ///
    /// Empty for a node that is not reached: nothing more can cut it off.
    ///
    /// As many steps as there are single points.
    pub fn above(&self, node: NodeIdx) -> impl Iterator<Item = Carrier> + '_ {
        std::iter::successors(Some(self.place(node)), |place| self.node_above(place)).flat_map(
            |place| {
                let bridge = place.bridge().map(Carrier::Span);
                bridge.into_iter().chain(self.node_above(place).map(|up| Carrier::Node(up.node)))
            },
        )
    }

    /// The single point nearest to a node: the next one up in the tree.
    pub fn next_above(&self, node: NodeIdx) -> Option<Carrier> {
        self.above(node).next()
    }

    /// The single point nearest to a span that is one itself: the next one up in the tree, so that
    /// going from element to element gives all of [`above`](Self::above).
    pub fn next_above_span(&self, span: SpanIdx) -> Option<Carrier> {
        let below = self.below[span.0 as usize];
        let up = (below != ROOT).then(|| self.node_above(&self.places[below as usize])).flatten();
        up.map(|place| Carrier::Node(place.node))
    }

    /// How many single points each node has: the length of [`above`](Self::above), for all nodes
    /// at once. By node number; 0 for a node that is not reached.
    ///
    /// # Complexity
    ///
    /// Linear: each place has one or two more than the one above it.
    pub fn counts(&self) -> Vec<u32> {
        let mut at_place = vec![0u32; self.places.len()];
        for (number, place) in self.places.iter().enumerate().skip(1) {
            let bridge = u32::from(place.bridge().is_some());
            let node = u32::from(place.above != ROOT);
            at_place[number] = at_place[place.above as usize] + bridge + node;
        }
        self.visit_of.iter().map(|&visit| at_place[visit as usize]).collect()
    }

    /// Whether an element is a single point of a node, in constant time: whether it is among those
    /// of [`above`](Self::above).
    ///
    /// # Example
    ///
    /// ```
    /// use beredd::model::network::{NodeIdx, SpanIdx};
    /// use beredd::network::element::Carrier;
    /// use beredd::network::graph::Graph;
    /// use beredd::network::single_points::SinglePoints;
    ///
    /// // (0)---1===2
    /// let single_points = SinglePoints::of(&Graph::from_ends(3, &[(0, 1), (1, 2), (2, 1)], &[0]));
    /// assert!(single_points.cuts_off(Carrier::Span(SpanIdx(0)), NodeIdx(2)));
    /// assert!(!single_points.cuts_off(Carrier::Span(SpanIdx(1)), NodeIdx(2)));
    /// assert!(!single_points.cuts_off(Carrier::Node(NodeIdx(2)), NodeIdx(2)));
    /// ```
    pub fn cuts_off(&self, element: Carrier, node: NodeIdx) -> bool {
        let place = self.place(node);
        // The place of the root is also that of every node not reached: it holds all of them and
        // is no element.
        match element {
            Carrier::Node(above) => {
                self.reached(above) && above != node && self.place(above).holds(place)
            }
            Carrier::Span(span) => {
                let below = self.below[span.0 as usize];
                below != ROOT && self.places[below as usize].holds(place)
            }
        }
    }

    /// The number of ways from a node to the virtual root that share no node but the first: 0, 1,
    /// or 2 for two or more.
    ///
    /// ```text
    ///   one core node: never 2       two core nodes: 2 where both can be used
    ///
    ///       (1)                            (2)   (2)
    ///       / \                              \   /
    ///      1---1                               2
    ///      |                                   |
    ///      1                                   1
    /// ```
    ///
    /// # Definition
    ///
    /// By Menger's theorem a node that is no core node has two exactly when no other single node
    /// cuts it off. (Spans need no look of their own: the far end of a bridge cuts off as well,
    /// and it is another node.) Behind a lone core node there is therefore one way, whatever lies
    /// between. A core node has its own way to the outside, and two exactly when it reaches
    /// another core node.
    pub fn disjoint_paths(&self, node: NodeIdx) -> u8 {
        self.place(node).disjoint_paths
    }

    /// For every element the summed weight of the nodes that its loss cuts off, a node itself
    /// included.
    ///
    /// # Caveats
    ///
    /// A node that is not reached adds to no element, since it is cut off already; its own total
    /// is nothing. Sums stop at [`u64::MAX`].
    ///
    /// # Complexity
    ///
    /// Linear: each node passes its total to the one above it in the tree, deepest first.
    ///
    /// # Panics
    ///
    /// When there is not one weight for each node.
    ///
    /// # Example
    ///
    /// ```
    /// use beredd::model::network::{NodeIdx, SpanIdx};
    /// use beredd::network::element::Carrier;
    /// use beredd::network::graph::Graph;
    /// use beredd::network::single_points::SinglePoints;
    ///
    /// // (0)---1---2 with 0, 10 and 5 persons at the nodes.
    /// let graph = Graph::from_ends(3, &[(0, 1), (1, 2)], &[0]);
    /// let persons = SinglePoints::of(&graph).cut_off(&[0, 10, 5]);
    /// assert_eq!(persons.of(Carrier::Node(NodeIdx(0))), 15);
    /// assert_eq!(persons.of(Carrier::Span(SpanIdx(1))), 5);
    /// ```
    pub fn cut_off(&self, weight: &[u64]) -> CutOff {
        assert_eq!(weight.len(), self.visit_of.len(), "one weight for each node");
        let mut nodes = vec![0u64; self.visit_of.len()];
        let mut spans = vec![0u64; self.below.len()];
        // By place, what hangs from it; complete when the walk comes to it.
        let mut below = vec![0u64; self.places.len()];
        for (number, place) in self.places.iter().enumerate().skip(1).rev() {
            let total = below[number].saturating_add(weight[place.node.0 as usize]);
            nodes[place.node.0 as usize] = total;
            if let Some(bridge) = place.bridge() {
                spans[bridge.0 as usize] = total;
            }
            let above = &mut below[place.above as usize];
            *above = above.saturating_add(total);
        }
        CutOff { nodes, spans }
    }

    fn place(&self, node: NodeIdx) -> &Place {
        &self.places[self.visit_of[node.0 as usize] as usize]
    }

    fn node_above(&self, place: &Place) -> Option<&Place> {
        (place.above != ROOT).then(|| &self.places[place.above as usize])
    }
}

/// Numbers the tree of single points, so that what hangs from a place has the numbers right behind
/// it.
///
/// The order of the search is none: past `u`, in the drawing of [`SinglePoints::of`], it goes on
/// with `v` before it comes to what hangs from `u` alone.
fn number_tree(places: &mut [Place]) {
    // First each `end` counts what hangs from the place.
    for number in (1..places.len()).rev() {
        let (count, above) = (places[number].end, places[number].above);
        places[above as usize].end += count;
    }
    // Then each place takes its numbers from the one above it, whose `end` is the first number not
    // taken yet, and is where it belongs when all have taken theirs.
    places[0].end = 1;
    for number in 1..places.len() {
        let (count, above) = (places[number].end, places[number].above as usize);
        let first = places[above].end;
        places[above].end += count;
        places[number].first = first;
        places[number].end = first + 1;
    }
}

/// What the loss of each element cuts off, summed up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CutOff {
    nodes: Vec<u64>,
    spans: Vec<u64>,
}

impl CutOff {
    /// The weight one element cuts off.
    pub fn of(&self, element: Carrier) -> u64 {
        match element {
            Carrier::Node(node) => self.nodes[node.0 as usize],
            Carrier::Span(span) => self.spans[span.0 as usize],
        }
    }

    /// Every element that cuts off some weight: nodes, then spans, each by number.
    pub fn iter(&self) -> impl Iterator<Item = (Carrier, u64)> + '_ {
        let nodes = self.nodes.iter().zip(0..).map(|(&w, i)| (Carrier::Node(NodeIdx(i)), w));
        let spans = self.spans.iter().zip(0..).map(|(&w, i)| (Carrier::Span(SpanIdx(i)), w));
        nodes.chain(spans).filter(|&(_, weight)| weight > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn n(number: u32) -> Carrier {
        Carrier::Node(NodeIdx(number))
    }

    const fn s(number: u32) -> Carrier {
        Carrier::Span(SpanIdx(number))
    }

    fn of(node_count: usize, ends: &[(u32, u32)], core: &[u32]) -> SinglePoints {
        SinglePoints::of(&Graph::from_ends(node_count, ends, core))
    }

    fn above(single_points: &SinglePoints, node: u32) -> Vec<Carrier> {
        single_points.above(NodeIdx(node)).collect()
    }

    fn paths(single_points: &SinglePoints) -> Vec<u8> {
        (0..single_points.visit_of.len() as u32)
            .map(|node| single_points.disjoint_paths(NodeIdx(node)))
            .collect()
    }

    /// The drawing of [`SinglePoints`].
    ///
    /// ```text
    ///            ,1-2-3.
    ///   (0)--0--1       4--5--5===6     numbers on lines are spans; 6 and 7 are parallel
    ///            `2-3-4'
    /// ```
    #[test]
    fn bridges_rings_and_parallel_spans() {
        let ends = [(0, 1), (1, 2), (1, 3), (2, 4), (3, 4), (4, 5), (5, 6), (6, 5)];
        let found = of(7, &ends, &[0]);
        assert_eq!(above(&found, 0), []);
        assert_eq!(above(&found, 1), [s(0), n(0)]);
        assert_eq!(above(&found, 2), [n(1), s(0), n(0)]);
        assert_eq!(above(&found, 4), [n(1), s(0), n(0)]);
        assert_eq!(above(&found, 6), [n(5), s(5), n(4), n(1), s(0), n(0)]);
        assert_eq!(found.next_above(NodeIdx(5)), Some(s(5)));
        assert!(found.cuts_off(s(5), NodeIdx(6)) && found.cuts_off(n(1), NodeIdx(4)));
        assert!(!found.cuts_off(n(2), NodeIdx(4)) && !found.cuts_off(n(4), NodeIdx(4)));
        assert_eq!(found.next_above(NodeIdx(6)), Some(n(5)));
        assert_eq!(paths(&found), [1; 7]);

        let cut_off = found.cut_off(&[0, 1, 10, 100, 1_000, 10_000, 100_000]);
        let all: Vec<_> = cut_off.iter().collect();
        assert_eq!(
            all,
            [
                (n(0), 111_111),
                (n(1), 111_111),
                (n(2), 10),
                (n(3), 100),
                (n(4), 111_000),
                (n(5), 110_000),
                (n(6), 100_000),
                (s(0), 111_111),
                (s(5), 110_000),
            ]
        );
        assert_eq!(cut_off.of(s(7)), 0);
    }

    /// ```text
    ///   (0)==0,1==1
    /// ```
    #[test]
    fn behind_a_lone_core_node_parallel_spans_are_one_way() {
        let found = of(2, &[(0, 1), (0, 1)], &[0]);
        assert_eq!(above(&found, 1), [n(0)]);
        assert_eq!(paths(&found), [1, 1]);
    }

    /// ```text
    ///   (0)--0--1--1--(2)     a chain between two core nodes, and 3 hanging from 1
    ///           |
    ///           2
    ///           3
    /// ```
    #[test]
    fn two_core_nodes_are_two_ways() {
        let found = of(4, &[(0, 1), (1, 2), (1, 3)], &[0, 2]);
        assert_eq!(above(&found, 1), []);
        assert_eq!(above(&found, 3), [s(2), n(1)]);
        assert_eq!(paths(&found), [2, 2, 2, 1]);
    }

    /// ```text
    ///   (0)--0--(1)--1--2     3--2--4     5
    ///
    ///   1 is core and the only way to 2; 3, 4 and 5 have no core node; 5 has a loop
    /// ```
    #[test]
    fn a_core_node_may_cut_off_and_what_has_no_core_is_not_reached() {
        let found = of(6, &[(0, 1), (1, 2), (3, 4), (5, 5)], &[0, 1]);
        assert_eq!(above(&found, 1), []);
        assert_eq!(above(&found, 2), [s(1), n(1)]);
        assert_eq!(paths(&found), [2, 2, 1, 0, 0, 0]);
        assert!(!found.reached(NodeIdx(3)));
        assert_eq!(above(&found, 4), []);
        assert!(!found.cuts_off(n(3), NodeIdx(4)) && !found.cuts_off(s(2), NodeIdx(4)));
        let cut_off = found.cut_off(&[1; 6]);
        assert_eq!(cut_off.of(n(1)), 2);
        assert_eq!(cut_off.of(n(3)), 0);
    }

    #[test]
    fn a_network_of_nothing_reaches_nothing() {
        assert!(of(0, &[], &[]).cut_off(&[]).iter().next().is_none());
        assert!(!of(1, &[], &[]).reached(NodeIdx(0)));
    }

    /// A chain of a million spans: neither the search nor the walk up may use the call stack.
    #[test]
    fn a_chain_of_a_million_spans() {
        let length = 1_000_000;
        let ends: Vec<_> = (0..length).map(|i| (i, i + 1)).collect();
        let found = of(length as usize + 1, &ends, &[0]);
        assert_eq!(found.above(NodeIdx(length)).count(), 2 * length as usize);
        let cut_off = found.cut_off(&vec![1; length as usize + 1]);
        assert_eq!(cut_off.of(s(length - 1)), 1);
        assert_eq!(cut_off.of(n(1)), u64::from(length));
    }
}
