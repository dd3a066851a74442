//! The single points of every node and what each element cuts off, on the largest kinds of network
//! to be expected.

use std::hint::black_box;

use beredd::network::graph::Graph;
use beredd::network::single_points::SinglePoints;
use criterion::{Criterion, criterion_group, criterion_main};

mod networks;

fn single_points(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("single_points");
    group.sample_size(10);
    let cases = [
        ("grid_22500", 150, networks::tree_in_a_grid(150, usize::MAX)),
        // 607 000 spans, mostly tree, as access networks are.
        ("country_490000", 700, networks::tree_in_a_grid(700, 117_001)),
        // As many spans, but rings of all lengths, dead ends and thousands of parts.
        ("part_of_a_grid_490000", 700, networks::part_of_a_grid(700, 62)),
    ];
    for (name, side, ends) in cases {
        let node_count = side * side;
        let core = networks::first_of_each_part(node_count, &ends);
        let weight = vec![1; node_count];
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let graph = Graph::from_ends(node_count, black_box(&ends), &core);
                SinglePoints::of(&graph).cut_off(&weight)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, single_points);
criterion_main!(benches);
