//! Networks and groups of the sizes to be expected, the same on every machine.

#![allow(dead_code, reason = "each benchmark uses some of them")]

use beredd::model::network::SpanIdx;
use beredd::network::shared_risk::Group;

/// Random enough to place cables, and the same on every machine (SplitMix64).
struct Seeded(u64);

impl Seeded {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }
}

/// The ends of the spans of a square of nodes: a random tree, and of the remaining neighbours
/// `extra` pairs at random.
pub fn tree_in_a_grid(side: u32, extra: usize) -> Vec<(u32, u32)> {
    let mut seeded = Seeded(1);
    let (mut tree, mut rest) = (Vec::new(), Vec::new());
    for node in 1..side * side {
        let left = (node % side > 0).then(|| (node, node - 1));
        let up = (node >= side).then(|| (node, node - side));
        match (left, up) {
            (Some(left), Some(up)) => {
                let (chosen, other) = if seeded.below(2) == 0 { (left, up) } else { (up, left) };
                tree.push(chosen);
                rest.push(other);
            }
            (one, other) => tree.extend(one.or(other)),
        }
    }
    for _ in 0..extra.min(rest.len()) {
        tree.push(rest.swap_remove(seeded.below(rest.len())));
    }
    tree
}

/// A square of nodes, each joined with its neighbours to the right and below in `percent` of the
/// cases: rings, dead ends, and parts that nothing reaches.
pub fn part_of_a_grid(side: u32, percent: usize) -> Vec<(u32, u32)> {
    let mut seeded = Seeded(2);
    let mut ends = Vec::new();
    for node in 0..side * side {
        let right = (node % side + 1 < side).then_some(node + 1);
        let below = (node + side < side * side).then_some(node + side);
        for other in [right, below].into_iter().flatten() {
            if seeded.below(100) < percent {
                ends.push((node, other));
            }
        }
    }
    ends
}

/// The lowest node of each part of the network, sorted.
pub fn first_of_each_part(nodes: usize, ends: &[(u32, u32)]) -> Vec<u32> {
    fn first(joined: &mut [u32], mut node: u32) -> u32 {
        while joined[node as usize] != node {
            joined[node as usize] = joined[joined[node as usize] as usize];
            node = joined[node as usize];
        }
        node
    }
    let mut joined: Vec<u32> = (0..nodes as u32).collect();
    for &(a, b) in ends {
        let (a, b) = (first(&mut joined, a), first(&mut joined, b));
        joined[a.max(b) as usize] = a.min(b);
    }
    (0..nodes as u32).filter(|&node| joined[node as usize] == node).collect()
}

/// 100 000 spans on a square of nodes, all of them reached: of side 250 mostly rings, of side 310
/// mostly tree.
pub fn country_with_rings(side: u32) -> (usize, Vec<(u32, u32)>) {
    let nodes = (side * side) as usize;
    (nodes, tree_in_a_grid(side, 100_000 - (nodes - 1)))
}

/// Groups of 2 to 6 spans. Half of them lie anywhere; the others near each other in the list.
pub fn trenches(spans: usize, count: usize) -> Vec<Group> {
    let mut seeded = Seeded(3);
    (0..count)
        .map(|number| {
            let size = 2 + seeded.below(5);
            let start = seeded.below(spans);
            let span = |_| match number % 2 {
                0 => seeded.below(spans),
                _ => (start + seeded.below(8)) % spans,
            };
            let spans = (0..size).map(span).map(|span| SpanIdx(span as u32)).collect();
            Group::new(Vec::new(), spans)
        })
        .collect()
}
