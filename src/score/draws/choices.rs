//! The choices behind a framework, and one draw of them.

use rand_distr::{Distribution as _, Gamma};

use crate::model::framework::{Child, Framework, Goalposts, GroupIdx, Mean, Scale};
use crate::score::stream::{Numbers, Stream, uniform};
use crate::words::codes;

codes! {
    /// A kind of choice, moved by random numbers of its own.
    pub enum Factor: "factor" {
        /// The weights of every group's children.
        Weights = "weights",
        /// The mean by which every group's children are brought together.
        Aggregation = "aggregation",
        /// The values between which indicators go from 0 to 100.
        Goalposts = "goalposts",
        /// How that which nobody knows falls.
        Unknowns = "unknowns",
    }
}

/// The random numbers of one draw: a stream for each factor, in the order of [`Factor::ALL`].
pub(crate) type Streams = [Stream; Factor::ALL.len()];

/// The streams of a draw.
pub(crate) fn streams(seed: u64, draw: u32) -> Streams {
    Factor::ALL.map(|factor| Stream::new(seed, factor as u16, draw))
}

/// One draw of weights, means and goalposts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Choices {
    /// Of each group, one for each child; they sum to 1.
    pub weights: Vec<Vec<f64>>,
    /// Of each group.
    pub means: Vec<Mean>,
    /// Of each indicator whose goalposts move: the lower and the higher one.
    pub posts: Vec<Option<(f64, f64)>>,
}

/// All choices that can be drawn.
#[derive(Clone, Debug)]
pub(crate) struct Space {
    given: Choices,
    weights: Vec<Option<Dirichlet>>,
    means: Vec<Vec<Mean>>,
    posts: Vec<Option<Ranges>>,
}

/// Moved goalposts.
#[derive(Clone, Copy, Debug)]
struct Ranges {
    low: (f64, f64),
    high: (f64, f64),
    given: (f64, f64),
    scale: Scale,
}

impl Space {
    /// The choices of a framework.
    pub fn new(framework: &Framework) -> Self {
        let groups = || (0..framework.groups().len()).map(GroupIdx);
        let weights = groups().map(|group| shares(framework, group)).collect::<Vec<_>>();
        let spread = framework.uncertainty.weight_spread.value();
        let means = |group| {
            let group = framework.group(group);
            let mut means = vec![group.aggregate];
            for mean in &group.aggregate_also {
                if !means.contains(mean) {
                    means.push(*mean);
                }
            }
            means
        };
        let posts: Vec<_> = framework
            .indicators()
            .iter()
            .map(|indicator| match indicator.goalposts {
                Goalposts::Fixed { low, high, low_range, high_range }
                    if indicator.goalposts.is_moved() =>
                {
                    let scale = indicator.scale;
                    Some(Ranges { low: low_range, high: high_range, given: (low, high), scale })
                }
                _ => None,
            })
            .collect();
        Self {
            weights: weights.iter().map(|shares| Dirichlet::around(shares, spread)).collect(),
            means: groups().map(means).collect(),
            given: Choices {
                weights,
                means: framework.groups().iter().map(|group| group.aggregate).collect(),
                posts: posts.iter().map(|own| own.map(|ranges| ranges.given)).collect(),
            },
            posts,
        }
    }

    /// The choices as the framework states them.
    pub fn given(&self) -> &Choices {
        &self.given
    }

    /// The means a group may be given.
    pub fn means(&self, group: GroupIdx) -> &[Mean] {
        &self.means[group.0]
    }

    /// Whether the weights of a group's children, or the way they are brought together, are drawn.
    pub fn is_moved(&self, group: GroupIdx) -> bool {
        self.weights[group.0].is_some() || self.means[group.0].len() > 1
    }

    /// Whether a factor moves any of the choices; the unknowns are none.
    pub fn is_moved_by(&self, factor: Factor) -> bool {
        match factor {
            Factor::Weights => self.weights.iter().any(Option::is_some),
            Factor::Aggregation => self.means.iter().any(|means| means.len() > 1),
            Factor::Goalposts => self.posts.iter().any(Option::is_some),
            Factor::Unknowns => false,
        }
    }

    /// Draws everything anew, into choices that were made from the given ones.
    pub fn draw(&self, streams: &Streams, into: &mut Choices) {
        if self.is_moved_by(Factor::Weights) {
            let mut numbers = streams[Factor::Weights as usize].numbers();
            for (own, weights) in self.weights.iter().zip(&mut into.weights) {
                if let Some(own) = own {
                    own.draw(&mut numbers, weights);
                }
            }
        }
        if self.is_moved_by(Factor::Aggregation) {
            let mut numbers = streams[Factor::Aggregation as usize].numbers();
            for (means, mean) in self.means.iter().zip(&mut into.means) {
                if means.len() > 1 {
                    // Below 1, so that the place is below the number of means.
                    *mean = means[(uniform(&mut numbers) * means.len() as f64) as usize];
                }
            }
        }
        if self.is_moved_by(Factor::Goalposts) {
            let mut numbers = streams[Factor::Goalposts as usize].numbers();
            for (ranges, posts) in self.posts.iter().zip(&mut into.posts) {
                *posts = ranges.map(|ranges| ranges.draw(&mut numbers));
            }
        }
    }
}

impl Ranges {
    fn draw(&self, numbers: &mut Numbers) -> (f64, f64) {
        let low = self.low.0 + uniform(numbers) * (self.low.1 - self.low.0);
        let high = self.high.0 + uniform(numbers) * (self.high.1 - self.high.0);
        // A framework file with ranges that meet is refused; a framework made otherwise keeps its
        // goalposts where a draw of them has no meaning.
        let usable = low < high && (self.scale == Scale::Linear || low > 0.0);
        if usable { (low, high) } else { self.given }
    }
}

/// The shares of the children of a group in its weight.
fn shares(framework: &Framework, group: GroupIdx) -> Vec<f64> {
    let weight = |&child: &Child| framework.weight(child).value();
    let weights: Vec<f64> = framework.children(group).iter().map(weight).collect();
    let all: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / all).collect()
}

/// A Dirichlet distribution around given shares.
///
/// With the concentration c every share w has the standard deviation √(w(1−w)/(c+1)), so a spread
/// s asks for c = 1/s² − 1. Drawn as gamma variables divided by their sum.
#[derive(Clone, Debug)]
struct Dirichlet {
    /// The children with weight: the place, the given share, what is drawn for it.
    terms: Vec<(usize, f64, Gamma<f64>)>,
    concentration: f64,
    /// Whether a gamma variable has a shape so small that it may be 0 as a number.
    small: bool,
}

/// Below this concentration one child has all the weight but for a part that no number shows.
const ALL_FOR_ONE: f64 = 1e-9;

impl Dirichlet {
    /// None where there is nothing to draw.
    fn around(shares: &[f64], spread: f64) -> Option<Self> {
        let concentration = 1.0 / (spread * spread) - 1.0;
        let weighty = shares.iter().filter(|share| **share > 0.0).count();
        if weighty < 2 || !concentration.is_finite() {
            return None;
        }
        let small = shares.iter().any(|share| *share > 0.0 && concentration * share < 1.0);
        let gamma = |share: f64| {
            // A variable of shape a is one of shape a + 1 times U^(1/a): with a small shape the
            // second factor is taken as a logarithm.
            let shape = concentration * share + if small { 1.0 } else { 0.0 };
            Gamma::new(shape, 1.0).expect("a positive shape")
        };
        let terms = shares.iter().enumerate().filter(|(_, share)| **share > 0.0);
        let terms = terms.map(|(place, &share)| (place, share, gamma(share))).collect();
        Some(Self { terms, concentration, small })
    }

    fn draw(&self, numbers: &mut Numbers, weights: &mut [f64]) {
        if self.concentration < ALL_FOR_ONE {
            self.draw_one(numbers, weights);
            return;
        }
        if self.small {
            let mut most = f64::NEG_INFINITY;
            for (place, share, gamma) in &self.terms {
                let shape = (self.concentration * share).max(f64::MIN_POSITIVE);
                let ln = gamma.sample(numbers).ln() + (1.0 - uniform(numbers)).ln() / shape;
                weights[*place] = ln;
                most = most.max(ln);
            }
            for (place, ..) in &self.terms {
                // The greatest becomes 1, so that the sum is not 0.
                weights[*place] = (weights[*place] - most).exp();
            }
        } else {
            for (place, _, gamma) in &self.terms {
                weights[*place] = gamma.sample(numbers);
            }
        }
        let all: f64 = self.terms.iter().map(|(place, ..)| weights[*place]).sum();
        for (place, ..) in &self.terms {
            weights[*place] /= all;
        }
    }

    /// What the distribution becomes as the concentration goes to 0.
    fn draw_one(&self, numbers: &mut Numbers, weights: &mut [f64]) {
        let mut left = uniform(numbers);
        let mut chosen = self.terms[0].0;
        for (place, share, _) in &self.terms {
            weights[*place] = 0.0;
            if left >= 0.0 {
                chosen = *place;
            }
            left -= share;
        }
        weights[chosen] = 1.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moments(shares: &[f64], spread: f64) -> Vec<(f64, f64)> {
        let dirichlet = Dirichlet::around(shares, spread).expect("something to draw");
        let draws = 4_000;
        let mut drawn = vec![vec![0.0; shares.len()]; draws];
        for (draw, weights) in (0u32..).zip(&mut drawn) {
            dirichlet.draw(&mut Stream::new(3, 0, draw).numbers(), weights);
            assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{weights:?}");
            assert!(weights.iter().all(|weight| (0.0..=1.0).contains(weight)), "{weights:?}");
        }
        let over = |of: &dyn Fn(&Vec<f64>) -> f64| drawn.iter().map(of).sum::<f64>() / draws as f64;
        (0..shares.len())
            .map(|i| {
                let mean = over(&|weights| weights[i]);
                (mean, over(&|weights| (weights[i] - mean).powi(2)).sqrt())
            })
            .collect()
    }

    #[test]
    fn drawn_weights_have_the_given_mean_and_the_asked_spread() {
        let shares = [0.5, 0.0, 0.3, 0.2];
        for spread in [0.05, 0.25, 0.9, 0.999_999, 1.0] {
            for (share, (mean, deviation)) in shares.iter().zip(moments(&shares, spread)) {
                let asked = spread * (share * (1.0 - share)).sqrt();
                // Four standard errors of a mean of 4 000; a standard deviation has one of about 1 %.
                assert!((mean - share).abs() <= 4.0 * asked / 4_000f64.sqrt(), "{spread} {mean}");
                assert!((deviation - asked).abs() <= 0.06 * asked, "{spread} {deviation}");
            }
        }
    }

    #[test]
    fn nothing_to_draw_is_not_drawn() {
        assert!(Dirichlet::around(&[0.5, 0.5], 0.0).is_none());
        assert!(Dirichlet::around(&[1.0, 0.0], 0.5).is_none());
    }

    #[test]
    fn goalposts_that_would_meet_stay_where_they_are() {
        let low = (1.0, 9.0);
        let ranges = Ranges { low, high: (2.0, 10.0), given: (3.0, 8.0), scale: Scale::Linear };
        let mut kept = 0;
        for draw in 0..200 {
            let (low, high) = ranges.draw(&mut Stream::new(0, 0, draw).numbers());
            assert!(low < high);
            kept += u32::from((low, high) == ranges.given);
        }
        assert!(kept > 20 && kept < 180);
    }
}
