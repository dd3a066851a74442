//! Ranks, and how far the choices behind a score can move them.
//!
//! Each draw weighs the pillars anew, takes the geometric or the arithmetic mean across them, and
//! lets the unknowns of each unit fall; the 5th and 95th percentile of the ranks over all draws
//! bound the rank. Source: OECD/JRC, *Handbook on Constructing Composite Indicators* (2008),
//! step 7. The assumed spreads are in `docs/method.md`.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use rayon::prelude::*;

use crate::readiness::aggregate::{Interval, UnitScore, arithmetic_mean, geometric_mean};
use crate::readiness::indicator::Pillar;
use crate::units::{Score, Weight};

/// A rank with its interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// 1 for the best score; units with the same score share a rank. Absent without a score.
    pub rank: Option<usize>,
    /// The 5th percentile of the ranks over the draws.
    pub low: usize,
    /// The 95th percentile of the ranks over the draws.
    pub high: usize,
}

/// How far a pillar's weight moves around its given value: the standard deviation of a weight of
/// 1/4 is then about 0.1.
const WEIGHT_CONCENTRATION: u32 = 16;

/// Ranks units, in their order; `None` for a unit without sites, which has no score.
///
/// The same seed gives the same ranks at any number of threads: each draw has a random stream of
/// its own and draws are joined in order.
pub fn ranks(units: &[Option<UnitScore>], draws: u32, seed: u64) -> Vec<Option<Rank>> {
    let scored: Vec<&UnitScore> = units.iter().flatten().collect();
    let point: Vec<Option<Score>> = scored.iter().map(|unit| unit.score.value).collect();
    let drawn: Vec<Vec<u32>> = (0..draws)
        .into_par_iter()
        .map(|draw| {
            let mut random = ChaCha8Rng::seed_from_u64(seed);
            random.set_stream(u64::from(draw));
            competition_ranks(&draw_scores(&scored, &mut random))
        })
        .collect();
    let mut ranks = (0..scored.len()).map(|unit| {
        let mut over_draws: Vec<u32> = drawn.iter().map(|ranks| ranks[unit]).collect();
        over_draws.sort_unstable();
        let better = |score: Score| point.iter().flatten().filter(|other| **other > score).count();
        Rank {
            rank: point[unit].map(|score| better(score) + 1),
            low: percentile(&over_draws, 5) as usize,
            high: percentile(&over_draws, 95) as usize,
        }
    });
    units.iter().map(|unit| unit.as_ref().and_then(|_| ranks.next())).collect()
}

/// One draw of every unit's score.
fn draw_scores(units: &[&UnitScore], random: &mut ChaCha8Rng) -> Vec<f64> {
    let weights = draw_weights(random);
    let geometric = random.next_u64() & 1 == 0;
    units
        .iter()
        .map(|unit| {
            // One number for a pillar: its indicators are nested conditions on the same sites, so
            // their unknowns fall together.
            let pillars = unit.pillars.map(|pillar| draw_pillar(&pillar, uniform(random)));
            let terms = pillars.into_iter().zip(weights);
            let mean = if geometric { geometric_mean(terms) } else { arithmetic_mean(terms) };
            mean.expect("drawn weights are positive").value()
        })
        .collect()
}

/// A pillar with its unknowns fallen somehow: anywhere between the bounds, most likely as the
/// known sites are (a triangular distribution); evenly spread where nothing is known. `random` is
/// a number in 0..1.
fn draw_pillar(pillar: &Interval, random: f64) -> f64 {
    let (low, high) = (pillar.low.value(), pillar.high.value());
    let width = high - low;
    let Some(known) = pillar.value.filter(|_| width > 0.0) else { return low + random * width };
    let peak = (known.value() - low) / width;
    // The inverse of the triangular distribution function on 0..1.
    let share = if random < peak {
        (random * peak).sqrt()
    } else {
        1.0 - ((1.0 - random) * (1.0 - peak)).sqrt()
    };
    low + share * width
}

/// Pillar weights from a Dirichlet distribution around equal ones.
fn draw_weights(random: &mut ChaCha8Rng) -> [Weight; Pillar::ALL.len()] {
    // A sum of n exponential variables is gamma distributed with shape n; gamma variables of one
    // scale, divided by their sum, are Dirichlet distributed. The means divide by the sum.
    let shape = WEIGHT_CONCENTRATION / Pillar::ALL.len() as u32;
    Pillar::ALL.map(|_| {
        let gamma: f64 = (0..shape).map(|_| -(1.0 - uniform(random)).ln()).sum();
        // Not zero, so that a draw always has a weight to divide by.
        Weight::new(gamma.max(f64::MIN_POSITIVE)).expect("a sum of positive numbers")
    })
}

/// A number in 0..1 with 53 random bits.
fn uniform(random: &mut ChaCha8Rng) -> f64 {
    (random.next_u64() >> 11) as f64 / (1u64 << 53) as f64
}

/// 1 for the highest; equal scores share the best rank among them.
fn competition_ranks(scores: &[f64]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    let mut ranks = vec![0; scores.len()];
    for (place, &unit) in order.iter().enumerate() {
        let tied = place > 0 && scores[order[place - 1]] == scores[unit];
        ranks[unit] = if tied { ranks[order[place - 1]] } else { place as u32 + 1 };
    }
    ranks
}

/// The nearest-rank percentile of sorted values.
fn percentile(sorted: &[u32], per_cent: usize) -> u32 {
    let place = (sorted.len() * per_cent).div_ceil(100).max(1);
    sorted[place - 1]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::knowledge::Knowledge::{self, No, Unknown, Yes};
    use crate::readiness::aggregate::score;
    use crate::readiness::indicator::{INDICATORS, IndicatorValue};

    fn unit(knowledge: &[Knowledge]) -> Option<UnitScore> {
        let value = IndicatorValue::of(knowledge.iter().copied()).expect("sites");
        Some(score(&[value; INDICATORS.len()]))
    }

    #[test]
    fn certain_and_clear_differences_leave_no_doubt() {
        let units = [unit(&[Yes, No]), unit(&[Yes]), None, unit(&[No])];
        let ranks = ranks(&units, 500, 1);
        let of = |i: usize| ranks[i].map(|r| (r.rank, r.low, r.high));
        assert_eq!(of(0), Some((Some(2), 2, 2)));
        assert_eq!(of(1), Some((Some(1), 1, 1)));
        assert_eq!(of(2), None);
        assert_eq!(of(3), Some((Some(3), 3, 3)));
    }

    #[test]
    fn an_unknown_unit_may_be_anywhere() {
        let units = [unit(&[Yes, No]), unit(&[Unknown]), unit(&[Yes, Yes, No])];
        let ranks = ranks(&units, 2000, 7);
        let unknown = ranks[1].expect("has sites");
        assert_eq!((unknown.rank, unknown.low, unknown.high), (None, 1, 3));
    }

    #[test]
    fn unknowns_fall_between_the_bounds_and_mostly_like_the_known() {
        let score = |value: f64| Score::clamped(value).expect("finite");
        let pillar = Interval { value: Some(score(80.0)), low: score(40.0), high: score(90.0) };
        let drawn = |u: f64| draw_pillar(&pillar, u);
        assert_eq!((drawn(0.0), drawn(1.0)), (40.0, 90.0));
        // The distribution function of a triangle reaches its peak's share at the peak: 40 of 50.
        assert!((drawn(0.8) - 80.0).abs() < 1e-9);
        assert!(drawn(0.5) > 65.0, "the median leans to the peak");
        let nothing_known = Interval { value: None, ..pillar };
        assert!((draw_pillar(&nothing_known, 0.5) - 65.0).abs() < 1e-9);
        let certain = Interval { low: score(80.0), high: score(80.0), ..pillar };
        assert_eq!(draw_pillar(&certain, 0.3), 80.0);
    }

    #[test]
    fn ties_share_the_best_rank() {
        assert_eq!(competition_ranks(&[50.0, 80.0, 50.0, 10.0]), [2, 1, 2, 4]);
        assert_eq!(percentile(&(1..=100).collect::<Vec<_>>(), 5), 5);
        assert_eq!(percentile(&[7], 5), 7);
    }

    #[test]
    fn the_seed_decides_and_the_number_of_threads_does_not() {
        let units: Vec<_> = (0..20)
            .map(|i| unit(&[[Yes, No, Unknown][i % 3], Yes, [No, Unknown][i % 2]]))
            .collect();
        let with_threads = |threads: usize, seed: u64| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            pool.expect("threads").install(|| ranks(&units, 300, seed))
        };
        assert_eq!(with_threads(1, 1), with_threads(8, 1));
        assert_ne!(with_threads(1, 1), with_threads(1, 2));
    }
}
