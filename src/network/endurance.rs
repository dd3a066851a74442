//! How long each node keeps its way to the core when grid power is lost everywhere.
//!
//! A way lasts as long as the worst battery on it, and a node has the best of its ways: a maximin
//! path, also called the widest.
//!
//! ```text
//!   (8)---4---12     the numbers are hours of battery; (8) is core
//!     \       |
//!      6------12'    by 4 the last node has min(8, 4, 12) = 4 hours, by 6 and 12' it has 6
//! ```
//!
//! What is not known is kept as an interval: a battery of which nobody said anything may last 0
//! hours or for ever. Both bounds are reached, since a way is never worse for a better battery.

use std::collections::BinaryHeap;

use crate::model::network::{Network, NodeIdx};
use crate::network::graph::Graph;
use crate::units::Hours;

/// How long something lasts without grid power: between two bounds, the upper of which may be
/// without end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Endurance {
    /// In hours, `f64::INFINITY` for what needs no power.
    low: f64,
    high: f64,
}

impl Endurance {
    /// It does not last at all.
    pub const NONE: Self = Self { low: 0.0, high: 0.0 };
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { low: 0.0, high: f64::INFINITY };
    /// It needs no power.
    pub const ENDLESS: Self = Self { low: f64::INFINITY, high: f64::INFINITY };

    /// Exactly so long; unknown without a number.
    pub fn of(hours: Option<Hours>) -> Self {
        hours.map_or(Self::UNKNOWN, |hours| Self { low: hours.value(), high: hours.value() })
    }

    /// It lasts at least so long; `None` for without end.
    pub fn low(self) -> Option<Hours> {
        Hours::new(self.low)
    }

    /// It lasts at most so long; `None` for without end.
    pub fn high(self) -> Option<Hours> {
        Hours::new(self.high)
    }

    /// The hours, where the bounds meet.
    pub fn known(self) -> Option<Hours> {
        self.low().filter(|_| self.low == self.high)
    }

    /// Whether it still lasts when so many hours have passed.
    pub fn lasts(self, hours: Hours) -> crate::model::knowledge::Knowledge {
        use crate::model::knowledge::Knowledge::{No, Unknown, Yes};
        if self.low >= hours.value() {
            Yes
        } else if self.high < hours.value() {
            No
        } else {
            Unknown
        }
    }

    /// Both are needed.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.min(other.high) }
    }

    /// One is enough.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.max(other.high) }
    }

    /// As long as it may, or as short.
    #[must_use]
    pub fn settled(self, well: bool) -> Self {
        let hours = if well { self.high } else { self.low };
        Self { low: hours, high: hours }
    }

    /// It may also not be there at all.
    #[must_use]
    pub fn doubtful(self) -> Self {
        Self { low: 0.0, ..self }
    }
}

/// How long each node keeps its way to a core node, its own battery and the core node's included;
/// nothing for a node without a way.
///
/// # Complexity
///
/// Twice a search with a heap: about (nodes + spans) · log(nodes).
pub fn of_nodes(network: &Network, graph: &Graph) -> Vec<Endurance> {
    let battery = |unknown: f64| -> Vec<f64> {
        let nodes = network.nodes().iter().map(|node| match node.power.battery {
            _ if !node.power.needs_power => f64::INFINITY,
            Some(hours) => hours.value(),
            None => unknown,
        });
        nodes.collect()
    };
    let low = widest(graph, &battery(0.0));
    let high = widest(graph, &battery(f64::INFINITY));
    low.into_iter().zip(high).map(|(low, high)| Endurance { low, high }).collect()
}

/// For each node the best over its ways to the core of the worst value on the way; 0 without one.
///
/// Values are not negative and not NaN.
pub fn widest(graph: &Graph, value: &[f64]) -> Vec<f64> {
    const NOT_REACHED: f64 = -1.0;
    let mut best = vec![NOT_REACHED; graph.node_count()];
    let mut open = BinaryHeap::new();
    for &core in graph.core() {
        let own = value[core.0 as usize];
        best[core.0 as usize] = own;
        open.push((Ordered(own), core.0));
    }
    while let Some((Ordered(width), node)) = open.pop() {
        if width < best[node as usize] {
            continue;
        }
        for hop in graph.hops(NodeIdx(node)) {
            let next = hop.to.0 as usize;
            let through = width.min(value[next]);
            if through > best[next] {
                best[next] = through;
                open.push((Ordered(through), hop.to.0));
            }
        }
    }
    best.into_iter().map(|width| width.max(0.0)).collect()
}

/// A number that is no NaN.
#[derive(PartialEq)]
struct Ordered(f64);

impl Eq for Ordered {}

impl Ord for Ordered {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::knowledge::Knowledge;
    use crate::model::power::PowerSupply;
    use crate::network::sample;

    /// The drawing of this module: a core of 8, two ways to the last node, and e, which nothing
    /// leads to.
    fn network() -> sample::Network {
        let mut network =
            sample::Network::new(&["a", "b", "c", "d", "e"], &["a-b", "b-c", "a-d", "d-c"], &["a"]);
        for (node, hours) in [(0, 8.0), (1, 4.0), (2, 12.0), (3, 6.0), (4, 9.0)] {
            network.nodes[node].power.battery = Hours::new(hours);
        }
        network
    }

    fn bounds(network: sample::Network) -> Vec<(f64, f64)> {
        let network = network.build();
        let found = of_nodes(&network, &Graph::of(&network));
        found.iter().map(|endurance| (endurance.low, endurance.high)).collect()
    }

    #[test]
    fn the_best_way_counts_and_on_it_the_worst_battery() {
        let hours = [(8.0, 8.0), (4.0, 4.0), (6.0, 6.0), (6.0, 6.0), (0.0, 0.0)];
        assert_eq!(bounds(network()), hours);
    }

    #[test]
    fn an_unknown_battery_is_an_interval_and_a_passive_node_lasts() {
        let mut unknown = network();
        unknown.nodes[3].power.battery = None;
        assert_eq!(bounds(unknown)[2], (4.0, 8.0));
        let mut passive = network();
        passive.nodes[3].power = PowerSupply { needs_power: false, ..PowerSupply::UNKNOWN };
        assert_eq!(bounds(passive)[2], (8.0, 8.0));
    }

    #[test]
    fn intervals_join() {
        let four = Endurance::of(Hours::new(4.0));
        assert_eq!(four.and(Endurance::UNKNOWN), four.doubtful());
        assert_eq!(four.or(Endurance::UNKNOWN).low(), Hours::new(4.0));
        assert_eq!(four.or(Endurance::UNKNOWN).high(), None);
        assert_eq!((four.known(), four.doubtful().known()), (Hours::new(4.0), None));
        assert_eq!(Endurance::ENDLESS.known(), None);
        let at = |hours| Hours::new(hours).expect("hours");
        assert_eq!(four.lasts(at(4.0)), Knowledge::Yes);
        assert_eq!(four.lasts(at(4.1)), Knowledge::No);
        assert_eq!(four.doubtful().lasts(at(1.0)), Knowledge::Unknown);
    }
}
