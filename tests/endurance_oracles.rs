//! How long ways last without grid power, against trying every way there is.

use beredd::network::endurance::widest;
use beredd::network::graph::Graph;
use proptest::prelude::*;

/// A multigraph by numbers, and the hours of each node.
#[derive(Clone, Debug)]
struct Plain {
    ends: Vec<(u32, u32)>,
    core: Vec<u32>,
    hours: Vec<f64>,
}

/// Parallel spans, loops, several core nodes or none, and equal batteries among them.
fn plain() -> impl Strategy<Value = Plain> {
    (1usize..8).prop_flat_map(|count| {
        let node = 0..count as u32;
        let hours = prop_oneof![
            8 => (0u8..5).prop_map(|hours| f64::from(hours) * 4.0),
            1 => Just(f64::INFINITY),
        ];
        (
            prop::collection::vec((node.clone(), node.clone()), 0..14),
            prop::collection::vec(node, 0..3),
            prop::collection::vec(hours, count),
        )
            .prop_map(|(ends, core, hours)| Plain { ends, core, hours })
    })
}

impl Plain {
    fn widest(&self) -> Vec<f64> {
        widest(&Graph::from_ends(self.hours.len(), &self.ends, &self.core), &self.hours)
    }

    /// The best over every way without a node twice of the worst on it, by walking them all.
    fn by_trying(&self, node: u32) -> f64 {
        fn walk(plain: &Plain, at: u32, way: &mut Vec<u32>, worst: f64, best: &mut f64) {
            let worst = worst.min(plain.hours[at as usize]);
            way.push(at);
            if plain.core.contains(&at) {
                *best = best.max(worst);
            }
            for &(a, b) in &plain.ends {
                for (from, to) in [(a, b), (b, a)] {
                    if from == at && !way.contains(&to) {
                        walk(plain, to, way, worst, best);
                    }
                }
            }
            way.pop();
        }
        let mut best = 0.0;
        walk(self, node, &mut Vec::new(), f64::INFINITY, &mut best);
        best
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_widest_way_is_the_best_of_all_ways(plain in plain()) {
        let found = plain.widest();
        for node in 0..plain.hours.len() as u32 {
            prop_assert_eq!(found[node as usize], plain.by_trying(node), "node {}", node);
        }
    }

    #[test]
    fn a_smaller_battery_never_lasts_longer(
        plain in plain(),
        which in any::<prop::sample::Index>(),
        share in 0.0f64..1.0,
    ) {
        let mut smaller = plain.clone();
        let node = which.index(plain.hours.len());
        smaller.hours[node] = if plain.hours[node].is_finite() { plain.hours[node] * share } else { 3.0 };
        for (after, before) in smaller.widest().into_iter().zip(plain.widest()) {
            prop_assert!(after <= before);
        }
    }

    #[test]
    fn a_span_more_never_shortens_a_way(plain in plain(), ends in (0u32..8, 0u32..8)) {
        let count = plain.hours.len() as u32;
        let mut more = plain.clone();
        more.ends.push((ends.0 % count, ends.1 % count));
        for (after, before) in more.widest().into_iter().zip(plain.widest()) {
            prop_assert!(after >= before);
        }
    }
}

/// A chain of 200 000 nodes is no deep recursion.
#[test]
fn a_long_chain() {
    let count = 200_000u32;
    let ends: Vec<(u32, u32)> = (1..count).map(|node| (node - 1, node)).collect();
    let hours: Vec<f64> = (0..count).map(|node| f64::from(count - node)).collect();
    let found = widest(&Graph::from_ends(count as usize, &ends, &[0]), &hours);
    assert_eq!(found[count as usize - 1], 1.0);
}
