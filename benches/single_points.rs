//! The single points of every node, on the largest kinds of network to be expected.

use std::hint::black_box;

use beredd::network::graph::Graph;
use beredd::network::single_points::SinglePoints;
use criterion::{Criterion, criterion_group, criterion_main};

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
fn tree_in_a_grid(side: u32, extra: usize) -> Vec<(u32, u32)> {
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

fn single_points(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("single_points");
    group.sample_size(10);
    // A whole grid of 22 500 nodes; 490 000 nodes with 607 000 spans, mostly tree, as access
    // networks are.
    for (name, side, extra) in [("grid_22500", 150, usize::MAX), ("country_490000", 700, 117_001)] {
        let ends = tree_in_a_grid(side, extra);
        let node_count = (side * side) as usize;
        let weight = vec![1; node_count];
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let graph = Graph::from_ends(node_count, black_box(&ends), &[0]);
                SinglePoints::of(&graph).cut_off(&weight)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, single_points);
criterion_main!(benches);
