//! From indicators to pillars to a score.
//!
//! Within a pillar the weighted arithmetic mean; across pillars the weighted geometric mean, so
//! that one good pillar cannot buy off a ruined one. A pillar at 0 makes the score 0. Source:
//! OECD/JRC, *Handbook on Constructing Composite Indicators* (2008), step 6.

use crate::readiness::indicator::{INDICATORS, IndicatorValue, Pillar};
use crate::units::{Score, Weight};

/// A value on 0–100 with the bounds over every way the unknowns can fall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// From what is known; absent where something it needs is wholly unknown.
    pub value: Option<Score>,
    /// When every unknown is a no.
    pub low: Score,
    /// When every unknown is a yes.
    pub high: Score,
}

/// The pillars and the score of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitScore {
    /// In the order of [`Pillar::ALL`].
    pub pillars: [Interval; Pillar::ALL.len()],
    /// Over all pillars. Its value is absent when a pillar's is: a score that leaves a pillar out
    /// cannot be compared with one that does not.
    pub score: Interval,
}

/// Scores one unit from its values, in the order of [`INDICATORS`].
///
/// The bounds are sharp: every indicator is better when higher and every condition is met by a
/// site of which it is unknown in the one bound and by none in the other, which is jointly
/// possible, and both means grow with each of their terms.
pub fn score(values: &[IndicatorValue; INDICATORS.len()]) -> UnitScore {
    let pillars = Pillar::ALL.map(|pillar| {
        let own = || INDICATORS.iter().zip(values).filter(move |(i, _)| i.pillar == pillar);
        let known = own().filter_map(|(i, v)| Some((100.0 * v.value?.value(), i.weight())));
        Interval {
            value: arithmetic_mean(known),
            low: arithmetic_mean(own().map(|(i, v)| (100.0 * v.low.value(), i.weight())))
                .expect("every pillar has an indicator of positive weight"),
            high: arithmetic_mean(own().map(|(i, v)| (100.0 * v.high.value(), i.weight())))
                .expect("every pillar has an indicator of positive weight"),
        }
    });
    let even = Weight::new(1.0).expect("positive");
    let across = |of: fn(&Interval) -> Score| {
        geometric_mean(pillars.iter().map(|p| (of(p).value(), even))).expect("four pillars")
    };
    let known: Option<Vec<f64>> = pillars.iter().map(|p| p.value.map(Score::value)).collect();
    let (low, high) = (across(|pillar| pillar.low), across(|pillar| pillar.high));
    let value = known.and_then(|known| geometric_mean(known.into_iter().map(|v| (v, even))));
    // Where the unknowns cannot move the score it is known, whatever they are.
    let score = Interval { value: value.or((low == high).then_some(low)), low, high };
    UnitScore { pillars, score }
}

/// The weighted arithmetic mean of values on 0–100; `None` when nothing has weight.
pub fn arithmetic_mean(terms: impl Iterator<Item = (f64, Weight)>) -> Option<Score> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (value, weight) in terms {
        sum += value * weight.value();
        weights += weight.value();
    }
    (weights > 0.0).then(|| Score::clamped(sum / weights)).flatten()
}

/// The weighted geometric mean of values on 0–100; 0 when one with weight is 0, `None` when
/// nothing has weight.
pub fn geometric_mean(terms: impl Iterator<Item = (f64, Weight)>) -> Option<Score> {
    let (mut logs, mut weights) = (0.0, 0.0);
    let mut ruined = false;
    for (value, weight) in terms {
        if weight.value() > 0.0 {
            ruined |= value <= 0.0;
            logs += value.max(f64::MIN_POSITIVE).ln() * weight.value();
            weights += weight.value();
        }
    }
    match weights > 0.0 {
        true if ruined => Some(Score::MIN),
        true => Score::clamped((logs / weights).exp()),
        false => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::knowledge::Knowledge;

    fn weight(value: f64) -> Weight {
        Weight::new(value).expect("not negative")
    }

    #[test]
    fn means_by_hand() {
        let terms = [(100.0, weight(3.0)), (20.0, weight(1.0))];
        assert_eq!(arithmetic_mean(terms.into_iter()).map(Score::value), Some(80.0));
        let geometric = geometric_mean([(100.0, weight(1.0)), (25.0, weight(1.0))].into_iter());
        assert!((geometric.expect("weighted").value() - 50.0).abs() < 1e-9);
        let ruined = geometric_mean([(100.0, weight(1.0)), (0.0, weight(1.0))].into_iter());
        assert_eq!(ruined, Some(Score::MIN));
        let weightless = geometric_mean([(100.0, weight(1.0)), (0.0, weight(0.0))].into_iter());
        assert!((weightless.expect("one has weight").value() - 100.0).abs() < 1e-9);
        assert_eq!(arithmetic_mean(std::iter::empty()), None);
    }

    #[test]
    fn nothing_known_is_an_interval_and_not_a_zero() {
        let unknown = IndicatorValue::of([Knowledge::Unknown; 3]).expect("three sites");
        let score = score(&[unknown; INDICATORS.len()]).score;
        assert_eq!(score.value, None);
        assert_eq!(score.low, Score::MIN);
        assert!((score.high.value() - 100.0).abs() < 1e-9);
    }

    #[test]
    fn a_pillar_that_is_not_known_leaves_the_score_open() {
        let half = IndicatorValue::of([Knowledge::Yes, Knowledge::No]).expect("two sites");
        let unknown = IndicatorValue::of([Knowledge::Unknown; 2]).expect("two sites");
        let values = INDICATORS.map(|i| if i.pillar == Pillar::Power { unknown } else { half });
        let unit = score(&values);
        assert_eq!(unit.pillars[0].value.map(Score::value), Some(50.0));
        assert_eq!(unit.score.value, None);
        assert_eq!(unit.score.low, Score::MIN);
        // (50 · 50 · 50 · 100)^¼
        assert!((unit.score.high.value() - 12_500_000f64.powf(0.25)).abs() < 1e-9);
    }
}
