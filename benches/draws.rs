//! The ranks of all municipalities under drawn weights and means, and of many more units with
//! unknowns.

use std::hint::black_box;

use beredd::model::framework::Framework;
use beredd::score::draws::{DrawSettings, draw};
use beredd::score::evaluate::evaluate;
use criterion::{Criterion, criterion_group, criterion_main};

mod frameworks;

fn draws(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("draws");
    group.sample_size(10);
    for (name, groups, indicators, units, unknowns, draws) in [
        ("weights_290_units", 4, 12, 290, false, 10_000),
        ("unknowns_6000_units", 10, 60, 6_000, true, 100),
    ] {
        let framework = frameworks::framework(groups, indicators);
        let table = frameworks::table(&framework, units, unknowns);
        let evaluation = evaluate(&framework, &table).expect("goalposts that stay");
        let settings = DrawSettings { draws, seed: 1 };
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                draw(black_box(&framework), &table, &evaluation, settings, &[Framework::ROOT])
            });
        });
    }
    group.finish();
}

criterion_group!(benches, draws);
criterion_main!(benches);
