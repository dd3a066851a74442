//! What holds of every drawing: against sampling, and against itself.

use std::collections::BTreeSet;

use geo::{Coord, LineString};
use proptest::prelude::*;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::network::trench::axis::Axis;
use crate::network::trench::pairs::Neighbourhood;
use crate::network::trench::tests::{Drawn, drawn, routes, rule};
use crate::network::trench::{Stretch, derive};

/// How far a place is from the segments that run in about the direction of its own.
fn distance(place: Coord<f64>, direction: Coord<f64>, line: &LineString<f64>) -> f64 {
    line.lines()
        .filter(|other| {
            let along = other.delta();
            let cosine = (along.x * direction.x + along.y * direction.y)
                / (along.x.hypot(along.y) * direction.x.hypot(direction.y));
            cosine.abs() >= 30.0_f64.to_radians().cos()
        })
        .map(|other| {
            let (along, to) = (other.delta(), place - other.start);
            let share = (to.x * along.x + to.y * along.y) / (along.x.powi(2) + along.y.powi(2));
            let off = to - along * share.clamp(0.0, 1.0);
            off.x.hypot(off.y)
        })
        .fold(f64::INFINITY, f64::min)
}

fn polyline() -> impl Strategy<Value = Vec<(f64, f64)>> {
    // Whole metres, so that parallel and repeated pieces come up.
    let vertex = (0..60i32, 0..60i32).prop_map(|(x, y)| (f64::from(x), f64::from(y)));
    proptest::collection::vec(vertex, 2..8)
}

proptest! {
    /// Every 0.1 m along A: near by the intervals exactly when near by the distance.
    #[test]
    fn intervals_are_those_of_sampling(a in polyline(), b in polyline(), within in 0.5..25.0f64) {
        let both = [drawn(0, &a), drawn(1, &b)];
        let routes = routes(&both);
        let axes: Vec<Axis> = routes.iter().map(|route| Axis::of(route.line)).collect();
        let near = Neighbourhood::of(&routes, &axes, rule(within, 1.0)).near(0);
        let (mut before, slack) = (0.0, 1e-5);
        for line in both[0].line.lines() {
            let length = line.delta().x.hypot(line.delta().y);
            for step in 0..(length / 0.1) as u32 {
                let on = f64::from(step) * 0.1 + 0.05;
                let place = line.start + line.delta() * (on / length);
                let distance = distance(place, line.delta(), &both[1].line);
                let inside = |slack: f64| near.iter().any(|run| {
                    run.along.from - slack <= before + on && before + on <= run.along.to + slack
                });
                if distance < within - slack {
                    prop_assert!(inside(slack), "{} is {distance} away, and left out", before + on);
                }
                if distance > within + slack {
                    prop_assert!(!inside(-slack), "{} is {distance} away, and in", before + on);
                }
            }
            before += length;
        }
    }

    /// No pair that runs together for long enough is missing, and nothing else is there.
    #[test]
    fn no_pair_is_lost(lines in proptest::collection::vec(polyline(), 2..7), within in 0.0..10.0f64) {
        let all: Vec<Drawn> = (0..).zip(&lines).map(|(span, line)| drawn(span, line)).collect();
        let (routes, rule) = (routes(&all), rule(within, 12.0));
        let axes: Vec<Axis> = routes.iter().map(|route| Axis::of(route.line)).collect();
        let runs = Neighbourhood::of(&routes, &axes, rule).runs();
        let stretches = derive(&routes, rule);
        for stretch in &stretches {
            prop_assert!(stretch.length.value() > 12.0 - 1e-5);
            prop_assert!(stretch.spans.len() >= 2);
        }
        for (route, runs) in (0..).zip(&runs) {
            for run in runs {
                let together = |s: &Stretch| {
                    [route, run.with].iter().all(|&r| s.spans.iter().any(|span| span.0 == r))
                };
                prop_assert!(stretches.iter().any(together), "{route} and {} are lost", run.with);
            }
        }
    }
}

/// Streets 100 m apart in a square of 2 km, and cables that walk along them.
fn streets(seed: u64, cables: u32) -> Vec<Drawn> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut below = |limit: u32| random.next_u32() % limit;
    (0..cables)
        .map(|span| {
            let off = f64::from(below(5));
            let (mut x, mut y) = (below(20), below(20));
            let mut line = Vec::new();
            for _ in 0..3 + below(12) {
                line.push((100.0 * f64::from(x) + off, 100.0 * f64::from(y) + off));
                match below(3) {
                    0 if y < 20 => y += 1,
                    1 if y > 0 => y -= 1,
                    _ => x += 1,
                }
            }
            drawn(span, &line)
        })
        .collect()
}

#[test]
fn threads_and_order_change_nothing() {
    let cables = streets(7, 400);
    let rule = rule(3.0, 50.0);
    let with = |threads: usize, cables: &[Drawn]| -> Vec<Stretch> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.expect("threads").install(|| derive(&routes(cables), rule))
    };
    let one = with(1, &cables);
    assert!(one.len() > 500, "{} trenches", one.len());
    let sizes: BTreeSet<usize> = one.iter().map(|stretch| stretch.spans.len()).collect();
    assert!(sizes.len() > 3, "{sizes:?}");
    assert_eq!(one, with(2, &cables));
    assert_eq!(one, with(8, &cables));
    let backwards: Vec<Drawn> = cables.iter().rev().cloned().collect();
    assert_eq!(one, with(2, &backwards));
}
