//! One child of a group in every unit.

use crate::model::framework::{Better, GroupIdx, Indicator, Mean, Missing, Scale};
use crate::model::indicator::Reading;
use crate::score::normalise::Normalised;

/// Where the values of a child come from, in the order of the units.
pub(crate) enum Source {
    /// No draw moves them: as terms of each mean that may be drawn, in the order of [`Mean::ALL`].
    Still([Vec<f64>; Mean::ALL.len()]),
    /// Every draw moves them.
    Moving(Moving),
    /// The scores of a group.
    Group(GroupIdx),
}

/// An indicator that draws move, in every unit.
pub(crate) enum Moving {
    /// Its unknowns fall somehow, between goalposts that stay.
    Unknowns {
        /// The lowest plausible value.
        low: Vec<f64>,
        /// From there to the highest.
        width: Vec<f64>,
        /// Where between the two the median is, 0..1; NaN without an estimate.
        median: Vec<f64>,
    },
    /// Its goalposts move.
    Goalposts { posts: Posts, value: Vec<f64> },
    /// Both.
    Both {
        posts: Posts,
        /// The worst plausible value.
        worst: Vec<f64>,
        /// NaN without an estimate.
        value: Vec<f64>,
        /// The best plausible value.
        best: Vec<f64>,
    },
}

/// Whose goalposts, and how they are used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Posts {
    indicator: usize,
    better: Better,
    scale: Scale,
}

impl Moving {
    /// None where nothing is unknown.
    pub fn with_unknowns(known: &[Normalised]) -> Option<Self> {
        if known.iter().all(|own| own.left_out || own.low == own.high) {
            return None;
        }
        let certain_if_left_out = |own: &Normalised, of: fn(&Normalised) -> f64| {
            if own.left_out { 0.0 } else { of(own) }
        };
        let each = |of| known.iter().map(|own| certain_if_left_out(own, of)).collect();
        Some(Self::Unknowns {
            low: each(|own| own.plausible.low.value()),
            width: each(|own| own.plausible.high.value() - own.plausible.low.value()),
            median: each(|own| {
                let low = own.plausible.low.value();
                let width = own.plausible.high.value() - low;
                own.plausible.median.map_or(f64::NAN, |median| (median.value() - low) / width)
            }),
        })
    }

    /// An indicator whose goalposts move.
    pub fn with_goalposts(
        place: usize,
        indicator: &Indicator,
        readings: &[Reading],
        known: &[Normalised],
    ) -> Self {
        let posts = Posts { indicator: place, better: indicator.better, scale: indicator.scale };
        let values: Vec<f64> = readings.iter().filter_map(Reading::value).collect();
        let mean = (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64);
        let cell = |(reading, known): (&Reading, &Normalised)| {
            if known.left_out {
                return Cell::certain(1.0);
            }
            match indicator.missing {
                Missing::Interval | Missing::Fail => {
                    Cell { value: reading.estimate(), bounds: reading.plausible() }
                }
                Missing::Ignore => {
                    Cell { value: reading.value(), bounds: reading.value().map(|v| (v, v)) }
                }
                Missing::Mean => {
                    let value = reading.value().or(mean);
                    Cell { value, bounds: value.map(|value| (value, value)) }
                }
            }
        };
        let cells: Vec<Cell> = readings.iter().zip(known).map(cell).collect();
        let on = |value: f64| match indicator.scale {
            Scale::Linear => value,
            Scale::Log => value.ln(),
        };
        let value = cells.iter().map(|cell| cell.value.map_or(f64::NAN, on)).collect::<Vec<_>>();
        if cells.iter().all(|cell| cell.bounds.is_some_and(|(low, high)| low == high)) {
            return Self::Goalposts { posts, value };
        }
        // Without bounds it is anything, wherever the goalposts are.
        let anything = (f64::NEG_INFINITY, f64::INFINITY);
        let bound = |cell: &Cell| cell.bounds.map_or(anything, |(a, b)| (on(a), on(b)));
        let (low, high) = cells.iter().map(bound).unzip();
        let (worst, best) = match indicator.better {
            Better::Higher => (low, high),
            Better::Lower => (high, low),
        };
        Self::Both { posts, worst, value, best }
    }

    /// Whether the unknown can fall one way or another.
    pub fn has_unknowns(&self) -> bool {
        !matches!(self, Self::Goalposts { .. })
    }

    /// The values of one draw, by one random number a unit.
    #[inline(always)]
    pub fn fall(&self, posts: &[Option<(f64, f64)>], falls: &[f64], into: &mut [f64]) {
        match self {
            Self::Unknowns { low, width, median } => {
                let cells = low.iter().zip(width).zip(median).zip(falls);
                for (into, (((low, width), median), fall)) in into.iter_mut().zip(cells) {
                    *into = low + width * two_slopes(*median, *fall);
                }
            }
            Self::Goalposts { posts: own, value } => {
                let (from, to) = own.of(posts);
                for (into, value) in into.iter_mut().zip(value) {
                    *into = between(from, to, *value);
                }
            }
            Self::Both { posts: own, worst, value, best } => {
                let (from, to) = own.of(posts);
                let cells = worst.iter().zip(value).zip(best).zip(falls);
                for (into, (((worst, value), best), fall)) in into.iter_mut().zip(cells) {
                    let low = between(from, to, *worst);
                    let width = between(from, to, *best) - low;
                    // NaN without a value, and where the bounds meet: then the width is 0.
                    let median = (between(from, to, *value) - low) / width;
                    *into = low + width * two_slopes(median, *fall);
                }
            }
        }
    }
}

/// A reading as far as it counts.
struct Cell {
    value: Option<f64>,
    bounds: Option<(f64, f64)>,
}

impl Cell {
    fn certain(value: f64) -> Self {
        Self { value: Some(value), bounds: Some((value, value)) }
    }
}

impl Posts {
    /// Where the scale begins and ends, as drawn.
    fn of(self, posts: &[Option<(f64, f64)>]) -> (f64, f64) {
        let (low, high) = posts[self.indicator].expect("drawn for each that moves");
        let (low, high) = match self.scale {
            Scale::Linear => (low, high),
            Scale::Log => (low.ln(), high.ln()),
        };
        match self.better {
            Better::Higher => (low, high),
            Better::Lower => (high, low),
        }
    }
}

/// A value on 0–100 between the worst and the best.
#[inline(always)]
fn between(from: f64, to: f64, value: f64) -> f64 {
    (100.0 * ((value - from) / (to - from))).clamp(0.0, 100.0)
}

/// Where a random number in 0..1 falls between two ends: half of them below the median and half
/// above it, in each half the more often the nearer to it; the number itself where the median is
/// NaN.
///
/// A triangular distribution with its peak at the estimate would not do: its middle lies elsewhere
/// as soon as one end is nearer than the other, and the draws would tell another story than the
/// estimate.
#[inline(always)]
fn two_slopes(median: f64, number: f64) -> f64 {
    let rising = number < 0.5;
    let square = if rising { number + number } else { 2.0 - (number + number) };
    let root = square.sqrt();
    let share = if rising { median * root } else { 1.0 - (1.0 - median) * root };
    if median.is_nan() { number } else { share }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_numbers_fall_below_the_median() {
        assert_eq!([0.0, 1.0].map(|number| two_slopes(0.8, number)), [0.0, 1.0]);
        for median in [0.0, 0.3, 0.8, 1.0] {
            assert!((two_slopes(median, 0.5) - median).abs() < 1e-12, "{median}");
        }
        // A quarter of the lower half lies below half of the way to the median.
        assert!((two_slopes(0.8, 0.125) - 0.4).abs() < 1e-12);
        assert!((two_slopes(0.8, 0.875) - 0.9).abs() < 1e-12);
        assert_eq!(two_slopes(0.0, 0.25), 0.0);
        assert_eq!(two_slopes(f64::NAN, 0.3), 0.3);
    }
}
