//! Sobol indices: how much of the variance of an outcome each factor is behind.
//!
//! The first-order index is the share of the variance that would go if the factor alone were
//! settled; the total index the share that would be left if everything but the factor were. The
//! difference is what the factor does together with others. A factor may be many numbers at once:
//! its index is then that of the group.
//!
//! Two samples A and B of all factors are taken, and for each factor i a third, AB_i, that is A
//! with this factor from B (Saltelli). With V the variance over A and B, the estimators of Jansen
//! are
//!
//! ```text
//! first = (V − 1/(2N) Σ (f(B) − f(AB_i))²) / V
//! total =      1/(2N) Σ (f(A) − f(AB_i))²  / V
//! ```
//!
//! Sources: A. Saltelli et al., *Variance based sensitivity analysis of model output*, Computer
//! Physics Communications 181 (2010); M. J. W. Jansen, *Analysis of variance designs for model
//! output*, Computer Physics Communications 117 (1999).
//!
//! Assumes that the factors are independent of each other. Asks the model (factors + 2) × base
//! times, and holds as many numbers for each outcome.

use rayon::prelude::*;

use crate::score::stream::{Stream, uniform};

/// Both indices of a factor, each with its 95 % interval.
///
/// They are estimates: a small one may be below 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Index {
    /// What settling the factor alone would take away.
    pub first: f64,
    /// The 2.5th percentile of the first-order index over the bootstrap.
    pub first_low: f64,
    /// The 97.5th.
    pub first_high: f64,
    /// What would be left with everything else settled.
    pub total: f64,
    /// The 2.5th percentile of the total index over the bootstrap.
    pub total_low: f64,
    /// The 97.5th.
    pub total_high: f64,
}

/// How often the samples are drawn anew from themselves.
const REPLICATES: usize = 500;

/// The factor number of the bootstrap's own random numbers; no factor of a model has it.
const BOOTSTRAP: u16 = u16::MAX;

/// The sample numbers of B begin here.
const B: u32 = 1 << 31;

/// An outcome that differs by less than this share of its size does not vary: that is rounding.
const NOISE: f64 = 1e-12;

/// The indices of each factor for each outcome of a model; `None` for one that does not vary.
///
/// The model gets a stream of random numbers for each factor and writes the outcomes. The same
/// seed gives the same indices at any number of threads.
///
/// # Panics
///
/// With 65 535 factors or more, or a base of 2³¹ or more.
pub fn indices(
    factors: usize,
    base: usize,
    seed: u64,
    outputs: usize,
    model: impl Fn(&[Stream], &mut [f64]) + Sync,
) -> Vec<Option<Vec<Index>>> {
    assert!(factors < usize::from(BOOTSTRAP) && base < B as usize, "numbers for streams");
    // Of each sample, the outcomes of A, of B, and of A with each factor from B.
    let runs: Vec<Vec<f64>> = (0..base as u32)
        .into_par_iter()
        .map(|sample| {
            let from = |matrix| {
                let stream = move |factor| Stream::new(seed, factor, sample | matrix);
                (0..factors as u16).map(stream).collect::<Vec<_>>()
            };
            let (mut a, b) = (from(0), from(B));
            let mut outcomes = vec![0.0; outputs * (factors + 2)];
            if outputs > 0 {
                let mut outcomes = outcomes.chunks_exact_mut(outputs);
                let mut run = |streams: &[Stream]| {
                    model(streams, outcomes.next().expect("a place for each run"));
                };
                run(&a);
                run(&b);
                for factor in 0..factors {
                    let own = std::mem::replace(&mut a[factor], b[factor]);
                    run(&a);
                    a[factor] = own;
                }
            }
            outcomes
        })
        .collect();
    let replicates = replicates(base, seed);
    (0..outputs)
        .into_par_iter()
        .map(|output| {
            let column = |run: usize| -> Vec<f64> {
                runs.iter().map(|outcomes| outcomes[run * outputs + output]).collect()
            };
            let of_factors = (2..factors + 2).map(column).collect();
            Some(Sample::new(column(0), column(1), of_factors)?.indices(&replicates))
        })
        .collect()
}

/// How often each sample is in each replicate of the bootstrap.
fn replicates(base: usize, seed: u64) -> Vec<Vec<f64>> {
    (0..REPLICATES as u32)
        .into_par_iter()
        .map(|replicate| {
            let mut numbers = Stream::new(seed, BOOTSTRAP, replicate).numbers();
            let mut counts = vec![0.0; base];
            for _ in 0..base {
                // Below 1, so that the place is below the number of samples.
                counts[(uniform(&mut numbers) * base as f64) as usize] += 1.0;
            }
            counts
        })
        .collect()
}

/// What the estimators add up of one outcome, for each sample.
struct Sample {
    /// f(A) + f(B), from their mean.
    sums: Vec<f64>,
    /// f(A)² + f(B)², from their mean.
    squares: Vec<f64>,
    /// Of each factor (f(B) − f(AB))² and (f(A) − f(AB))².
    factors: Vec<[Vec<f64>; 2]>,
}

impl Sample {
    /// None where nothing varies.
    fn new(a: Vec<f64>, b: Vec<f64>, of_factors: Vec<Vec<f64>>) -> Option<Self> {
        let both = || a.iter().chain(&b).copied();
        let (low, high) =
            (both().fold(f64::INFINITY, f64::min), both().fold(f64::NEG_INFINITY, f64::max));
        let varies = high - low > NOISE * f64::max(low.abs(), high.abs());
        if !varies {
            return None;
        }
        // Squares of small numbers lose less.
        let mean = both().sum::<f64>() / (2 * a.len()) as f64;
        let square_of_difference = |x: &[f64], y: &[f64]| -> Vec<f64> {
            x.iter().zip(y).map(|(x, y)| (x - y) * (x - y)).collect()
        };
        let pairs = || a.iter().zip(&b).map(|(a, b)| (a - mean, b - mean));
        Some(Self {
            sums: pairs().map(|(a, b)| a + b).collect(),
            squares: pairs().map(|(a, b)| a * a + b * b).collect(),
            factors: of_factors
                .iter()
                .map(|ab| [&b, &a].map(|other| square_of_difference(other, ab)))
                .collect(),
        })
    }

    /// The first-order and the total index of each factor, where sample i counts `counts[i]` times;
    /// none where those that count do not vary.
    fn estimates(&self, counts: &[f64]) -> Option<Vec<[f64; 2]>> {
        let numbers = 2.0 * counts.len() as f64;
        let mean = dot(counts, &self.sums) / numbers;
        let variance = dot(counts, &self.squares) / numbers - mean * mean;
        let of = |[b, a]: &[Vec<f64>; 2]| {
            let first = 1.0 - dot(counts, b) / numbers / variance;
            [first, dot(counts, a) / numbers / variance]
        };
        (variance > 0.0).then(|| self.factors.iter().map(of).collect())
    }

    fn indices(&self, replicates: &[Vec<f64>]) -> Vec<Index> {
        let once = vec![1.0; self.sums.len()];
        // Without variance over all samples there would be no sample.
        let Some(estimates) = self.estimates(&once) else { return Vec::new() };
        let replicated: Vec<Vec<[f64; 2]>> =
            replicates.iter().filter_map(|counts| self.estimates(counts)).collect();
        let interval = |factor: usize, which: usize| {
            let mut values: Vec<f64> = replicated.iter().map(|all| all[factor][which]).collect();
            values.sort_unstable_by(f64::total_cmp);
            [25, 975].map(|per_mille| nearest_rank(&values, per_mille))
        };
        let indices = estimates.iter().enumerate().map(|(factor, &[first, total])| {
            let [first_low, first_high] = interval(factor, 0).map(|bound| bound.unwrap_or(first));
            let [total_low, total_high] = interval(factor, 1).map(|bound| bound.unwrap_or(total));
            Index { first, first_low, first_high, total, total_low, total_high }
        });
        indices.collect()
    }
}

/// The nearest-rank percentile of sorted values.
fn nearest_rank(sorted: &[f64], per_mille: usize) -> Option<f64> {
    let place = (sorted.len() * per_mille).div_ceil(1000).max(1);
    sorted.get(place - 1).copied()
}

/// A sum of products, in an order that does not wait for one sum after another.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    const LANES: usize = 8;
    let (a_lanes, a_rest) = a.as_chunks::<LANES>();
    let (b_lanes, b_rest) = b.as_chunks::<LANES>();
    let mut sums = [0.0; LANES];
    for (a, b) in a_lanes.iter().zip(b_lanes) {
        for i in 0..LANES {
            sums[i] += a[i] * b[i];
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::PI;

    fn first_number(stream: &Stream) -> f64 {
        uniform(&mut stream.numbers())
    }

    fn ishigami(streams: &[Stream], outcome: &mut [f64]) {
        let x = |i: usize| PI * (2.0 * first_number(&streams[i]) - 1.0);
        outcome[0] = x(0).sin() + 7.0 * x(1).sin().powi(2) + 0.1 * x(2).powi(4) * x(0).sin();
    }

    /// First-order and total indices of the Ishigami function with a = 7 and b = 0.1.
    fn of_ishigami() -> Vec<[f64; 2]> {
        let (a, b) = (7.0f64, 0.1f64);
        let first = 0.5 * (1.0 + b * PI.powi(4) / 5.0).powi(2);
        let second = a * a / 8.0;
        let together = 8.0 * b * b * PI.powi(8) / 225.0;
        let all = first + second + together;
        let shares = [[first, first + together], [second, second], [0.0, together]];
        shares.map(|pair| pair.map(|part| part / all)).to_vec()
    }

    const G: [f64; 6] = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0];

    fn g(streams: &[Stream], outcome: &mut [f64]) {
        let factor = |(stream, a): (&Stream, f64)| {
            ((4.0 * first_number(stream) - 2.0).abs() + a) / (1.0 + a)
        };
        outcome[0] = streams.iter().zip(G).map(factor).product();
    }

    fn of_g() -> Vec<[f64; 2]> {
        let own = G.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
        let product: f64 = own.iter().map(|v| 1.0 + v).product();
        let all = product - 1.0;
        own.map(|v| [v / all, v * product / (1.0 + v) / all]).to_vec()
    }

    /// In how many of 40 runs each interval holds the truth.
    fn held(model: fn(&[Stream], &mut [f64]), truth: &[[f64; 2]]) -> Vec<[u32; 2]> {
        let mut held = vec![[0; 2]; truth.len()];
        for seed in 0..40 {
            let found = indices(truth.len(), 256, seed, 1, model);
            let found = found[0].as_ref().expect("it varies");
            for ((held, [first, total]), index) in held.iter_mut().zip(truth).zip(found) {
                held[0] += u32::from((index.first_low..=index.first_high).contains(first));
                held[1] += u32::from((index.total_low..=index.total_high).contains(total));
            }
        }
        held
    }

    #[test]
    fn intervals_hold_the_truth_as_often_as_they_promise() {
        for held in [held(ishigami, &of_ishigami()), held(g, &of_g())] {
            // Percentile intervals of a bootstrap promise a little too much; should they hold in
            // 93 % of cases, one of them holds in fewer than 31 of 40 runs once in 2 000 times.
            assert!(held.iter().flatten().all(|&runs| runs >= 31), "{held:?}");
            // On the whole in 95 %, with a standard error of at most √(0.05 · 0.95 / 40) = 3.4 %,
            // as if those of one run held or failed together.
            let all = held.iter().flatten().sum::<u32>();
            let share = f64::from(all) / (80.0 * held.len() as f64);
            assert!(share > 0.95 - 3.0 * 0.034, "{held:?}");
        }
    }

    #[test]
    fn estimates_come_near_the_truth() {
        for (model, truth) in [(ishigami as fn(&[Stream], &mut [f64]), of_ishigami()), (g, of_g())]
        {
            let found = indices(truth.len(), 1 << 13, 1, 1, model);
            for (index, [first, total]) in found[0].as_ref().expect("it varies").iter().zip(truth) {
                assert!((index.first - first).abs() < 0.05, "{index:?} {first}");
                assert!((index.total - total).abs() < 0.05, "{index:?} {total}");
            }
        }
    }

    #[test]
    fn a_sum_has_no_interactions_and_a_dummy_no_part() {
        let sum = |streams: &[Stream], outcome: &mut [f64]| {
            outcome[0] = 2.0 * first_number(&streams[0]) + first_number(&streams[1]);
            outcome[1] = 5.0;
            outcome[2] = 0.1 + 1e-16 * first_number(&streams[0]);
        };
        let found = indices(3, 4096, 5, 3, sum);
        let of_sum = found[0].as_ref().expect("it varies");
        for (index, share) in of_sum.iter().zip([0.8, 0.2, 0.0]) {
            assert!((index.first - share).abs() < 0.05, "{index:?}");
            assert!((index.total - share).abs() < 0.05, "{index:?}");
        }
        // f(A) and f(AB) are the same where the factor plays no part.
        assert_eq!((of_sum[2].total, of_sum[2].total_low, of_sum[2].total_high), (0.0, 0.0, 0.0));
        assert_eq!((&found[1], &found[2]), (&None, &None));
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let with_threads = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            pool.expect("threads").install(|| indices(3, 200, 9, 1, ishigami))
        };
        assert_eq!(with_threads(1), with_threads(7));
        assert_ne!(with_threads(1), indices(3, 200, 10, 1, ishigami));
        assert_eq!(indices(3, 0, 9, 1, ishigami), [None]);
        assert_eq!(indices(3, 10, 9, 0, ishigami), []);
    }
}
