//! Weighted means of values on 0–100.
//!
//! Source: OECD/JRC, *Handbook on Constructing Composite Indicators* (2008), step 6.

use crate::model::framework::Mean;

/// The weighted mean of values on 0–100; `None` when nothing has weight.
///
/// It lies between the least and the greatest value to the last bit: where all are the same, that
/// is the mean, so that a group of one child has exactly the child's score.
///
/// `offset` is added to each value and taken from the mean, where the mean is geometric or
/// harmonic; without it these are 0 as soon as one value with weight is. Of a minimum only the
/// values with weight count.
pub fn mean(kind: Mean, offset: f64, terms: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let terms = terms.filter(|&(_, weight)| weight > 0.0);
    let (mut sum, mut weights) = (0.0, 0.0);
    let (mut lowest, mut highest) = (f64::INFINITY, f64::NEG_INFINITY);
    for (value, weight) in terms {
        lowest = f64::min(lowest, value);
        highest = f64::max(highest, value);
        weights += weight;
        sum += weight
            * match kind {
                Mean::Arithmetic => value,
                Mean::Geometric => (value + offset).max(f64::MIN_POSITIVE).ln(),
                Mean::Harmonic => 1.0 / (value + offset).max(f64::MIN_POSITIVE),
                Mean::Minimum => 0.0,
            };
    }
    if weights == 0.0 {
        return None;
    }
    let ruined = lowest + offset <= 0.0;
    let mean = match kind {
        Mean::Arithmetic => sum / weights,
        Mean::Geometric | Mean::Harmonic if ruined => lowest,
        Mean::Geometric => (sum / weights).exp() - offset,
        Mean::Harmonic => weights / sum - offset,
        Mean::Minimum => lowest,
    };
    // Sums, logarithms and an offset that is taken away again leave rounding.
    Some(within_scale(mean.min(highest).max(lowest)))
}

/// A mean of so few points is 0: what an offset leaves of zeros when it is taken away again is
/// rounding, and a group above would be ruined by them or not as it happens to fall.
const ROUNDING: f64 = 1e-11;

/// A mean on 0–100 without the rounding at both ends.
#[inline(always)]
pub(crate) fn within_scale(mean: f64) -> f64 {
    let mean = mean.clamp(0.0, 100.0);
    if mean < ROUNDING { 0.0 } else { mean }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(kind: Mean, offset: f64, terms: &[(f64, f64)]) -> Option<f64> {
        mean(kind, offset, terms.iter().copied())
    }

    fn near(a: Option<f64>, b: f64) -> bool {
        a.is_some_and(|a| (a - b).abs() < 1e-9)
    }

    #[test]
    fn means_by_hand() {
        let terms = [(100.0, 3.0), (20.0, 1.0)];
        assert_eq!(of(Mean::Arithmetic, 0.0, &terms), Some(80.0));
        assert!(near(of(Mean::Geometric, 0.0, &[(100.0, 1.0), (25.0, 1.0)]), 50.0));
        // 2 / (1/60 + 1/20) = 30
        assert!(near(of(Mean::Harmonic, 0.0, &[(60.0, 1.0), (20.0, 1.0)]), 30.0));
        assert_eq!(of(Mean::Minimum, 0.0, &terms), Some(20.0));
        // √((99 + 1)(0 + 1)) − 1 = 9
        assert!(near(of(Mean::Geometric, 1.0, &[(99.0, 1.0), (0.0, 1.0)]), 9.0));
        // 2 / (1/100 + 1/25) − 5 = 35
        assert!(near(of(Mean::Harmonic, 5.0, &[(95.0, 1.0), (20.0, 1.0)]), 35.0));
    }

    #[test]
    fn zeros_are_zero_whatever_the_offset() {
        for offset in [0.1, 1.0, 3.3, 7.9, 10.0, 100.0] {
            for kind in Mean::ALL {
                for weight in [0.1, 0.3, 1.0, 7.0] {
                    let zeros = [(0.0, weight), (0.0, 0.7), (0.0, 1e-9)];
                    assert_eq!(of(kind, offset, &zeros), Some(0.0), "{kind:?} {offset}");
                }
            }
        }
    }

    #[test]
    fn one_pillar_at_nothing_costs_half_with_ten_points_of_offset() {
        let but_one = [(100.0, 1.0), (100.0, 1.0), (100.0, 1.0), (0.0, 1.0)];
        // ⁴√(110³ · 10) − 10
        assert!(near(of(Mean::Geometric, 10.0, &but_one), 13_310_000f64.powf(0.25) - 10.0));
        assert!(of(Mean::Geometric, 10.0, &but_one).is_some_and(|mean| mean.round() == 50.0));
        // 4 / (3/110 + 1/10) − 10
        assert!(near(of(Mean::Harmonic, 10.0, &but_one), 150.0 / 7.0));
    }

    #[test]
    fn a_zero_ruins_where_nothing_buys_it_off_and_no_weight_says_nothing() {
        let ruined = [(100.0, 1.0), (0.0, 1.0)];
        assert_eq!(of(Mean::Geometric, 0.0, &ruined), Some(0.0));
        assert_eq!(of(Mean::Harmonic, 0.0, &ruined), Some(0.0));
        let weightless = [(100.0, 1.0), (0.0, 0.0)];
        for kind in Mean::ALL {
            assert!(near(of(kind, 0.0, &weightless), 100.0), "{kind:?}");
            assert_eq!(of(kind, 0.0, &[(50.0, 0.0)]), None);
        }
    }

    proptest! {
        #[test]
        fn a_mean_of_one_value_is_that_value_to_the_last_bit(
            value in prop_oneof![Just(0.0), Just(50.0), Just(100.0), 0.001..100.0f64],
            weights in proptest::collection::vec(0.001..1000.0f64, 1..8),
            offset in prop_oneof![Just(0.0), Just(10.0), 0.0..100.0f64],
        ) {
            let terms: Vec<_> = weights.into_iter().map(|weight| (value, weight)).collect();
            for kind in Mean::ALL {
                prop_assert_eq!(of(kind, offset, &terms), Some(value), "{:?} {}", kind, offset);
            }
        }

        #[test]
        fn means_lie_between_and_grow_with_each_term_and_in_their_order(
            terms in proptest::collection::vec((0.0..100.0f64, 0.01..10.0f64), 1..8),
            raised in 0..8usize,
            by in 0.0..100.0f64,
            factor in 0.01..100.0f64,
            offset in prop_oneof![Just(0.0), 0.0..10.0f64],
        ) {
            let mut better = terms.clone();
            let place = raised % terms.len();
            better[place].0 = (better[place].0 + by).min(100.0);
            let lowest = terms.iter().map(|t| t.0).fold(f64::INFINITY, f64::min);
            let highest = terms.iter().map(|t| t.0).fold(0.0, f64::max);
            let scaled: Vec<_> = terms.iter().map(|&(v, w)| (v, w * factor)).collect();
            let mut before = f64::INFINITY;
            for kind in Mean::ALL {
                let value = of(kind, offset, &terms).expect("weighted");
                prop_assert!(lowest <= value && value <= highest, "{kind:?} {value}");
                prop_assert!(of(kind, offset, &better).expect("weighted") >= value - 1e-9);
                prop_assert!((of(kind, offset, &scaled).expect("weighted") - value).abs() < 1e-9);
                prop_assert!(value <= before + 1e-9, "{kind:?} is harder than the one before");
                before = value;
            }
        }
    }
}
