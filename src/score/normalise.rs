//! From an indicator in its own unit to 0–100 between goalposts.
//!
//! Source: OECD/JRC, *Handbook on Constructing Composite Indicators* (2008), step 5 (min-max); with
//! goalposts that stay, so that next year's figures can be set beside this year's.

use crate::model::framework::{Better, Goalposts, Indicator, Missing, Scale};
use crate::model::indicator::Reading;
use crate::units::{Score, Share};

/// Goalposts as they are used: lower and higher, on the scale of the indicator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Posts {
    low: f64,
    high: f64,
    better: Better,
    scale: Scale,
}

/// Why an indicator cannot be normalised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NoPosts {
    /// Observed goalposts need two different values, and this is the only one; `None` without any.
    OneValue(Option<f64>),
    /// A logarithm needs numbers above 0: the unit's place, and its value.
    NotPositive(usize, f64),
}

impl Posts {
    /// The goalposts of an indicator in a table; its `readings` matter where they are observed, or
    /// where the scale is logarithmic.
    pub fn of(indicator: &Indicator, readings: &[Reading]) -> Result<Self, NoPosts> {
        if indicator.scale == Scale::Log {
            for (unit, reading) in readings.iter().enumerate() {
                let lowest = reading.bounds().map(|(low, _)| low);
                if let Some(low) = lowest.filter(|low| *low <= 0.0) {
                    return Err(NoPosts::NotPositive(unit, low));
                }
            }
        }
        let (low, high) = match indicator.goalposts {
            Goalposts::Fixed { low, high, .. } => (low, high),
            Goalposts::Observed => {
                let values = || readings.iter().filter_map(Reading::value);
                let low = values().fold(f64::INFINITY, f64::min);
                let high = values().fold(f64::NEG_INFINITY, f64::max);
                if low >= high {
                    return Err(NoPosts::OneValue(values().next()));
                }
                (low, high)
            }
        };
        Ok(Self::between(low, high, indicator.better, indicator.scale))
    }

    /// Goalposts between two numbers, the lower one first; both above 0 on a logarithmic scale.
    pub fn between(low: f64, high: f64, better: Better, scale: Scale) -> Self {
        Self { low: on(scale, low), high: on(scale, high), better, scale }
    }

    /// A value on 0–100, and whether it lay outside the goalposts.
    pub fn normalise(&self, value: f64) -> (Score, bool) {
        let value = on(self.scale, value);
        let share = match self.better {
            Better::Higher => (value - self.low) / (self.high - self.low),
            Better::Lower => (self.high - value) / (self.high - self.low),
        };
        // Far beyond goalposts that are close together a share has no finite number.
        let inside = share.clamp(0.0, 1.0);
        let score = Score::clamped(100.0 * inside).expect("goalposts differ by a finite number");
        (score, !(0.0..=1.0).contains(&share))
    }
}

fn on(scale: Scale, value: f64) -> f64 {
    match scale {
        Scale::Linear => value,
        Scale::Log => value.ln(),
    }
}

/// What is known of one indicator for one unit, on 0–100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Normalised {
    /// The estimate where it rests on something known; absent where nothing is.
    pub value: Option<Score>,
    /// The best estimate, of the known and the unknown together; the middle of what is possible
    /// where nobody makes one.
    pub estimate: Score,
    /// When the unknown falls badly.
    pub low: Score,
    /// When the unknown falls well.
    pub high: Score,
    /// Where between the two it is to be looked for; evenly there without an estimate.
    pub plausible: Plausible,
    /// Of how large a part it is known.
    pub known: Share,
    /// Whether it takes no part in the unit's score at all: `missing = "ignore"`, or an indicator
    /// that is not about the unit.
    pub left_out: bool,
    /// Whether the value lay outside the goalposts.
    pub clamped: bool,
}

/// Where a value on 0–100 is to be looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plausible {
    /// From here.
    pub low: Score,
    /// To here.
    pub high: Score,
    /// Below it and above it the value is equally likely; absent where all is as likely as all.
    pub median: Option<Score>,
}

impl Plausible {
    fn certainly(at: Score) -> Self {
        Self { low: at, high: at, median: Some(at) }
    }

    const ANYWHERE: Self = Self { low: Score::MIN, high: Score::MAX, median: None };
}

/// Normalises one indicator for every unit.
pub fn normalise(indicator: &Indicator, posts: &Posts, readings: &[Reading]) -> Vec<Normalised> {
    let known: Vec<f64> = readings.iter().filter_map(Reading::value).collect();
    let mean = (!known.is_empty()).then(|| known.iter().sum::<f64>() / known.len() as f64);
    let of_mean = mean.map(|mean| posts.normalise(mean).0);
    let sorted = |(a, b): (f64, f64)| {
        let (a, b) = (posts.normalise(a).0, posts.normalise(b).0);
        if a <= b { (a, b) } else { (b, a) }
    };
    let middle = |(low, high): (Score, Score)| {
        Score::clamped((low.value() + high.value()) / 2.0).expect("between two scores")
    };
    let anything = (Score::MIN, Score::MAX);
    readings
        .iter()
        .map(|reading| {
            let estimate = reading.estimate().map(|value| posts.normalise(value));
            let shown = estimate.filter(|_| reading.value().is_some());
            let left_out = match indicator.missing {
                _ if !reading.is_concerned() => true,
                Missing::Ignore => shown.is_none(),
                Missing::Interval | Missing::Fail | Missing::Mean => false,
            };
            let settled = match indicator.missing {
                Missing::Interval | Missing::Fail => None,
                Missing::Ignore => shown.map(|(value, _)| value),
                Missing::Mean => shown.map(|(value, _)| value).or(of_mean),
            };
            let (value, estimate, (low, high), plausible) = match settled {
                _ if left_out => (None, middle(anything), anything, Plausible::ANYWHERE),
                Some(at) => (Some(at), at, (at, at), Plausible::certainly(at)),
                None => {
                    let bounds = reading.bounds().map_or(anything, sorted);
                    let (low, high) = reading.plausible().map_or(anything, sorted);
                    let median = estimate.map(|(value, _)| value);
                    let plausible = Plausible { low, high, median };
                    let value = shown.map(|(value, _)| value);
                    (value, median.unwrap_or_else(|| middle(bounds)), bounds, plausible)
                }
            };
            let clamped = shown.is_some_and(|(_, clamped)| clamped);
            let known = reading.known();
            Normalised { value, estimate, low, high, plausible, known, left_out, clamped }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::framework::testing::indicator;

    fn posts(better: Better, scale: Scale) -> Posts {
        Posts::between(10.0, 1000.0, better, scale)
    }

    #[test]
    fn between_the_goalposts_and_clamped_outside() {
        let up = posts(Better::Higher, Scale::Linear);
        assert_eq!(up.normalise(10.0), (Score::MIN, false));
        assert_eq!(up.normalise(1000.0), (Score::MAX, false));
        assert_eq!(up.normalise(505.0).0.value(), 50.0);
        assert_eq!(up.normalise(9.0), (Score::MIN, true));
        assert_eq!(up.normalise(1e9), (Score::MAX, true));
        assert_eq!(posts(Better::Lower, Scale::Linear).normalise(10.0), (Score::MAX, false));
        // 100 is half way between 10 and 1000 by orders of magnitude.
        assert!((posts(Better::Higher, Scale::Log).normalise(100.0).0.value() - 50.0).abs() < 1e-9);
    }

    #[test]
    fn the_bad_bound_of_what_should_be_low_is_its_high_one() {
        let mut spec = indicator("x", "g", 1.0);
        spec.better = Better::Lower;
        let reading = Reading::new(Some(0.4), Some((0.2, 0.9)), None).expect("in its bounds");
        let posts = Posts::of(&spec, &[reading]).expect("goalposts");
        let found = normalise(&spec, &posts, &[reading])[0];
        let near = |score: Score, value: f64| (score.value() - value).abs() < 1e-9;
        assert!(near(found.low, 10.0) && near(found.high, 80.0), "{found:?}");
        assert!(near(found.value.expect("known"), 60.0));
    }

    #[test]
    fn unknown_is_what_the_framework_says() {
        let readings = [0.2, 0.6].map(|v| Reading::certain(v).expect("finite"));
        let readings = [readings[0], readings[1], Reading::default()];
        let of = |missing| {
            let mut spec = indicator("x", "g", 1.0);
            spec.missing = missing;
            normalise(&spec, &Posts::of(&spec, &readings).expect("goalposts"), &readings)[2]
        };
        let interval = of(Missing::Interval);
        assert_eq!((interval.value, interval.low, interval.high), (None, Score::MIN, Score::MAX));
        assert!(!interval.left_out);
        assert!(of(Missing::Ignore).left_out);
        let mean = of(Missing::Mean);
        assert_eq!(mean.value.map(Score::value), Some(40.0));
        assert_eq!((mean.low, mean.known.value()), (mean.high, 0.0));
    }

    #[test]
    fn observed_goalposts_need_two_values_and_a_logarithm_positive_ones() {
        let mut spec = indicator("x", "g", 1.0);
        spec.goalposts = Goalposts::Observed;
        let certain = |v| Reading::certain(v).expect("finite");
        let posts = Posts::of(&spec, &[certain(3.0), certain(7.0), Reading::default()]);
        assert_eq!(posts.expect("two values").normalise(4.0).0.value(), 25.0);
        assert_eq!(Posts::of(&spec, &[certain(3.0); 2]), Err(NoPosts::OneValue(Some(3.0))));
        assert_eq!(Posts::of(&spec, &[]), Err(NoPosts::OneValue(None)));
        spec.scale = Scale::Log;
        assert_eq!(
            Posts::of(&spec, &[certain(3.0), certain(0.0)]),
            Err(NoPosts::NotPositive(1, 0.0))
        );
    }
}
