//! What 10 000 trenches cut off in a network of 100 000 spans.

use std::hint::black_box;

use beredd::network::graph::Graph;
use beredd::network::shared_risk::SharedRisk;
use criterion::{Criterion, criterion_group, criterion_main};

mod networks;

fn shared_risk(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("shared_risk");
    group.sample_size(10);
    let (node_count, ends) = networks::country_with_rings(250);
    let graph = Graph::from_ends(node_count, &ends, &[0]);
    let trenches = networks::trenches(ends.len(), 10_000);
    group.bench_function("prepare", |bencher| bencher.iter(|| SharedRisk::of(black_box(&graph))));
    let risk = SharedRisk::of(&graph);
    group.bench_function("trenches_10000", |bencher| {
        bencher.iter(|| risk.cut_off_all(black_box(&trenches)));
    });
    group.bench_function("one_by_search", |bencher| {
        bencher.iter(|| risk.cut_off_by_search(black_box(&trenches[0])));
    });
    group.finish();
}

criterion_group!(benches, shared_risk);
criterion_main!(benches);
