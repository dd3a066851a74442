//! Shared trenches of as many drawn routes as a country may have, and of one thick bundle.

use std::hint::black_box;

use beredd::model::network::{NodeIdx, SpanIdx};
use beredd::network::trench::{Route, TrenchRule, derive};
use beredd::units::Metres;
use criterion::{Criterion, criterion_group, criterion_main};
use geo::LineString;

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

/// Cables of 20 segments that walk along streets 100 m apart, each drawn up to 2 m off the middle.
fn along_streets(cables: usize, streets: usize) -> Vec<LineString<f64>> {
    let mut seeded = Seeded(1);
    (0..cables)
        .map(|_| {
            let off = seeded.below(20) as f64 * 0.1;
            let (mut x, mut y) = (seeded.below(streets) as f64, seeded.below(streets) as f64);
            let across = [-1.0, 1.0][seeded.below(2)];
            let mut line = Vec::with_capacity(21);
            for _ in 0..=20 {
                line.push((100.0 * x + off, 100.0 * y + off));
                if seeded.below(3) == 0 {
                    y += across;
                } else {
                    x += 1.0;
                }
            }
            line.into()
        })
        .collect()
}

/// Cables that leave one node in one trench, and turn off it every 60 m, one by one.
fn bundle(cables: usize) -> Vec<LineString<f64>> {
    (1..=cables)
        .map(|cable| {
            let mut line: Vec<(f64, f64)> = (0..=cable).map(|at| (60.0 * at as f64, 0.0)).collect();
            line.push((60.0 * cable as f64, 200.0));
            line.into()
        })
        .collect()
}

fn trenches(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("trenches");
    group.sample_size(10);
    let metres = |value| Metres::new(value).expect("a length");
    let rule = TrenchRule { within: metres(5.0), shared_at_least: metres(50.0) };
    for (name, lines) in [
        // A cable in every third street or so; and on average one in each, up to eleven.
        ("country_100000", along_streets(100_000, 2_000)),
        ("city_100000", along_streets(100_000, 1_000)),
        ("bundle_200", bundle(200)),
    ] {
        let routes: Vec<Route> = lines
            .iter()
            .zip(0..)
            .map(|(line, number)| Route {
                span: SpanIdx(number),
                line,
                start: NodeIdx(2 * number),
                end: NodeIdx(2 * number + 1),
            })
            .collect();
        group.bench_function(name, |bencher| bencher.iter(|| derive(black_box(&routes), rule)));
    }
    group.finish();
}

criterion_group!(benches, trenches);
criterion_main!(benches);
