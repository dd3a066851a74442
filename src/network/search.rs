//! The one depth-first search that every answer about failures comes from.

use std::slice::Iter;

use crate::model::network::{NodeIdx, SpanIdx};
use crate::network::graph::{Graph, Hop};

/// The visit of the virtual root, which is joined to every core node and is no node itself.
pub const ROOT: u32 = 0;

/// One node as the search saw it; a visit is known by its number, in the order of visiting.
///
/// 16 bytes, so that four of them share a cache line.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    /// The node.
    pub node: NodeIdx,
    /// The visit it was come to from.
    pub from: u32,
    /// The span it was come to over, and [`Visit::NO_SPAN`] for a core node come to from the root.
    /// A span and not a node, since a parallel span back is another way.
    pub over: SpanIdx,
    /// The earliest visit that it or a later one hanging from it has another way to.
    pub low: u32,
}

impl Visit {
    /// No span at all.
    pub const NO_SPAN: SpanIdx = SpanIdx(u32::MAX);
    const OF_ROOT: Self =
        Self { node: NodeIdx(u32::MAX), from: ROOT, over: Self::NO_SPAN, low: ROOT };
}

/// Every reached node, visited depth first.
///
/// ```text
///   network              visits
///
///   (a)---b---c          0 root
///     \      /           |
///      `-d--'            1 a            low(a) = 1: no other way to the root
///        |               |
///        e               2 b            low(b) = 1: over c and d back to a
///                        |
///                        3 c
///                        |
///                        4 d - - -> 1   the span not needed to come anywhere joins a visit with
///                        |              one above it, never with one beside it
///                        5 e
/// ```
///
/// What hangs from a visit are the visits right behind it, so a part of the tree is a range.
///
/// # Complexity
///
/// Linear in nodes and spans. No recursion: a network may be one long chain.
#[derive(Clone, Debug)]
pub struct Search {
    visits: Vec<Visit>,
    /// By node; the root stands for no visit.
    visit_of: Vec<u32>,
}

/// A visit some of whose hops have not been looked at yet.
struct Open<'g> {
    number: u32,
    over: SpanIdx,
    low: u32,
    hops: Iter<'g, Hop>,
}

impl Search {
    /// Searches from the core nodes, in the order of their numbers.
    pub fn of(graph: &Graph) -> Self {
        let mut search =
            Self { visits: vec![Visit::OF_ROOT], visit_of: vec![ROOT; graph.node_count()] };
        let mut is_core = vec![false; graph.node_count()];
        for &core in graph.core() {
            is_core[core.0 as usize] = true;
        }
        // The way from the root to the visit that is looked at.
        let mut way: Vec<Open> = Vec::new();
        for &core in graph.core() {
            if search.visit_of[core.0 as usize] == ROOT {
                way.push(search.enter(graph, ROOT, Hop { over: Visit::NO_SPAN, to: core }));
            }
            while let Some(at) = way.last_mut() {
                if let Some(&hop) = at.hops.next() {
                    match search.visit_of[hop.to.0 as usize] {
                        ROOT => {
                            let mut next = search.enter(graph, at.number, hop);
                            if is_core[hop.to.0 as usize] {
                                // The root is another way to a core node that a span leads to.
                                next.low = ROOT;
                            }
                            way.push(next);
                        }
                        earlier if at.over != hop.over => at.low = at.low.min(earlier),
                        _ => {}
                    }
                } else {
                    let (number, low) = (at.number, at.low);
                    search.visits[number as usize].low = low;
                    way.pop();
                    if let Some(above) = way.last_mut() {
                        above.low = above.low.min(low);
                    }
                }
            }
        }
        search
    }

    fn enter<'g>(&mut self, graph: &'g Graph, from: u32, hop: Hop) -> Open<'g> {
        let Hop { over, to: node } = hop;
        let number = self.visits.len() as u32;
        self.visit_of[node.0 as usize] = number;
        self.visits.push(Visit { node, from, over, low: number });
        Open { number, over, low: number, hops: graph.hops(node).iter() }
    }

    /// All visits, the root first.
    pub fn visits(&self) -> &[Visit] {
        &self.visits
    }

    /// The visit with a number.
    pub fn visit(&self, number: u32) -> Visit {
        self.visits[number as usize]
    }

    /// The number of the visit of a node; [`ROOT`] when the node is not reached.
    pub fn visit_of(&self, node: NodeIdx) -> u32 {
        self.visit_of[node.0 as usize]
    }

    /// The number of the visit of each node.
    pub fn into_visit_of(self) -> Vec<u32> {
        self.visit_of
    }

    /// For each visit, the end of the range of visits that begins with it and holds all that hang
    /// from it.
    pub fn ends(&self) -> Vec<u32> {
        let mut ends: Vec<u32> = (1..=self.visits.len() as u32).collect();
        for number in (1..self.visits.len()).rev() {
            let from = self.visits[number].from as usize;
            ends[from] = ends[from].max(ends[number]);
        }
        ends
    }
}
