//! What changed between two runs: how much of it is data, how much is method, how much comes from
//! what the runs asked, and which indicators are behind the data.
//!
//! With two tables and two frameworks there are four scores of a unit, each by what both runs
//! asked. S_ba is that of table B under framework A:
//!
//! ```text
//!                 table A    table B
//! framework A      S_aa  →    S_ba        → data
//!                   ↓          ↓          ↓ method
//! framework B      S_ab  →    S_bb
//! ```
//!
//! From S_aa to S_bb the data can change first or the method; each counts with the average of the
//! two. This is the Shapley value of the two, so that data and method sum to the whole, and swapping
//! the runs turns every sign. The data's part is handed down to the groups by the same rule, and from
//! each group to what it is made of.
//!
//! A run that asks more scores more than that. What the rest of its questions does to each run's
//! score is the scope: with W for the score as a run itself gives it, (W_b − S_bb) + (S_aa − W_a).
//! The three sum to W_b − W_a, and where both asked the same the scope is exactly 0.

use std::collections::HashMap;

use crate::model::framework::{Framework, IndicatorIdx};
use crate::model::indicator::Unit;
use crate::score::change::{Change, NOISE};
use crate::score::evaluate::{Evaluation, GroupScore, NoScore};
use crate::units::{Points, Score};
use crate::words::codes;

/// One of the two runs that are compared.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// What its framework says of its own table, by all that it asked.
    pub own: &'a Evaluation,
    /// What its framework says by what both runs asked; `None` where that is nothing.
    pub common: Option<Common<'a>>,
}

/// The part of a run's framework that both runs asked.
#[derive(Clone, Copy, Debug)]
pub struct Common<'a> {
    /// That part.
    pub framework: &'a Framework,
    /// What it says of the run's own table: the units are those of [`Run::own`].
    pub own_table: &'a Evaluation,
    /// What it says of the other run's table; `None` where it cannot be used on that.
    pub other_table: Option<&'a Evaluation>,
}

/// The first run or the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The first, as a rule the older.
    A,
    /// The second.
    B,
}

impl Side {
    /// As written in tables and records.
    pub fn name(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

/// Why a difference is not split into data, method and scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSplit {
    /// Nothing that the framework of a run asks was asked in both.
    NothingAskedInBoth,
    /// A run itself gives no score.
    NoOwnScore {
        /// Which.
        run: Side,
        /// Why.
        why: NoScore,
    },
    /// The table of one run was not evaluated under the framework of the other, or not for this
    /// unit.
    NotEvaluated {
        /// Whose table.
        table: Side,
        /// Whose framework.
        framework: Side,
    },
    /// One of the four, by what both asked, has no score.
    NoScore {
        /// Whose table.
        table: Side,
        /// Whose framework.
        framework: Side,
        /// Why.
        why: NoScore,
    },
}

codes! {
    /// Whether a difference is more than what the unknowns can make, judged by what both runs asked: a
    /// question more moves a score without anything having changed.
    pub enum Real: "real" {
        /// Whatever the unknowns are, the score by what both asked differs.
        Yes = "yes",
        /// The intervals from low to high overlap or touch: the unknowns alone can make the
        /// difference. Cautious, for what is unknown in both runs may be the same in both.
        IntervalsOverlap = "intervals_overlap",
        /// A run gives no score, or none by what both asked.
        NoScore = "no_score",
        /// Nothing that the framework of a run asks was asked in both.
        NothingAskedInBoth = "nothing_asked_in_both",
    }
}

/// What one indicator does to the data's part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The indicator's id; in a framework that does not have it, it does nothing.
    pub indicator: String,
    /// Its part.
    pub points: Points,
}

/// A difference as the sum of what is behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// From other data: with the method of A and with that of B, on the average.
    pub data: Points,
    /// From another framework: the rest of what both asked.
    pub method: Points,
    /// From what only one of the two asked.
    pub scope: Points,
    /// The indicators' parts in `data`, to which they sum, of what both asked: those of A in their
    /// order, then those that only B has.
    pub parts: Vec<Part>,
}

/// What changed for one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Which, as B names it.
    pub unit: Unit,
    /// The index of A.
    pub a: GroupScore,
    /// The index of B.
    pub b: GroupScore,
    /// B's score less A's; `None` where either has none.
    pub total: Option<Points>,
    /// Where it comes from.
    pub split: Result<Split, NoSplit>,
    /// Whether it is more than what the unknowns can make.
    pub real: Real,
}

/// What changed from one run to another for each unit that both have, by its id, in the order of
/// B. For the others there is [`only_in`].
///
/// An indicator of which nothing is known counts with its estimate, as it does in the score. With
/// observed goalposts, or where an unknown counts as the mean, an indicator of a unit changes with
/// those of the other units.
pub fn differences(a: &Run, b: &Run) -> Vec<Difference> {
    let comparison = a.common.zip(b.common).map(|(a, b)| Comparison::new(a, b));
    let of_a = Units::of(a.own);
    let units = b.own.units.iter().enumerate();
    units
        .filter_map(|(place, unit)| {
            let in_a = of_a.find(unit)?;
            let (was, is) = (*root(in_a), *root((b.own, place)));
            let total = is.value.ok().zip(was.value.ok()).map(|(is, was)| less(is, was));
            let (split, real) = match &comparison {
                Some(comparison) => {
                    let four = comparison.find(unit, in_a.1, place);
                    (comparison.split(&was, &is, four), comparison.real(total, four))
                }
                None => (Err(NoSplit::NothingAskedInBoth), Real::NothingAskedInBoth),
            };
            Some(Difference { unit: unit.clone(), a: was, b: is, total, split, real })
        })
        .collect()
}

/// The units of one evaluation that another does not have.
pub fn only_in<'a>(this: &'a Evaluation, other: &Evaluation) -> Vec<&'a Unit> {
    let others = Units::of(other);
    this.units.iter().filter(|unit| others.find(unit).is_none()).collect()
}

/// One unit in an evaluation.
type At<'a> = (&'a Evaluation, usize);

/// The units of an evaluation by their ids.
struct Units<'a> {
    evaluation: &'a Evaluation,
    places: HashMap<&'a str, usize>,
}

impl<'a> Units<'a> {
    fn of(evaluation: &'a Evaluation) -> Self {
        let units = evaluation.units.iter().enumerate();
        Self { evaluation, places: units.map(|(place, unit)| (unit.id.as_str(), place)).collect() }
    }

    fn find(&self, unit: &Unit) -> Option<At<'a>> {
        self.places.get(unit.id.as_str()).map(|&place| (self.evaluation, place))
    }
}

/// The ids of the indicators of two frameworks, those of the first in their order and then those
/// that only the second has, with their places in each.
fn indicators_of_either(a: &Framework, b: &Framework) -> Vec<(String, [Option<IndicatorIdx>; 2])> {
    let of_a = a.indicators().iter();
    let of_b = b.indicators().iter().filter(|spec| a.find_indicator(&spec.id).is_none());
    of_a.chain(of_b)
        .map(|spec| (spec.id.clone(), [a, b].map(|framework| framework.find_indicator(&spec.id))))
        .collect()
}

fn root((evaluation, unit): At<'_>) -> &GroupScore {
    &evaluation.groups[Framework::ROOT.0][unit]
}

fn less(a: Score, b: Score) -> Points {
    Points::new(a.value() - b.value()).expect("a difference of scores")
}

/// What is the same for every unit.
struct Comparison<'a> {
    common: [Common<'a>; 2],
    /// The units of the other run's table, by framework.
    others: [Option<Units<'a>>; 2],
    frameworks: [Framework; 2],
    indicators: Vec<(String, [Option<IndicatorIdx>; 2])>,
}

/// One unit by what both asked: by framework, and then by table.
type Four<'a> = [[Option<At<'a>>; 2]; 2];

impl<'a> Comparison<'a> {
    fn new(a: Common<'a>, b: Common<'a>) -> Self {
        Self {
            others: [a, b].map(|common| common.other_table.map(Units::of)),
            frameworks: [a.framework.clone(), b.framework.clone()],
            indicators: indicators_of_either(a.framework, b.framework),
            common: [a, b],
        }
    }

    /// A unit in the four evaluations, from its places in the two runs.
    fn find(&self, unit: &Unit, in_a: usize, in_b: usize) -> Four<'a> {
        let [own_a, own_b] = [&self.common[0], &self.common[1]].map(|common| common.own_table);
        let other = |framework: Side| self.others[framework as usize].as_ref()?.find(unit);
        [[Some((own_a, in_a)), other(Side::A)], [other(Side::B), Some((own_b, in_b))]]
    }

    fn real(&self, total: Option<Points>, four: Four<'_>) -> Real {
        let own = four[0][0].zip(four[1][1]).map(|(a, b)| (root(a), root(b)));
        let Some((a, b)) = own.filter(|(a, b)| a.value.is_ok() && b.value.is_ok()) else {
            return Real::NoScore;
        };
        if total.is_none() {
            return Real::NoScore;
        }
        let above =
            |this: &GroupScore, other: &GroupScore| this.low.value() > other.high.value() + NOISE;
        if above(a, b) || above(b, a) { Real::Yes } else { Real::IntervalsOverlap }
    }

    /// Splits the difference of one unit.
    fn split(&self, was: &GroupScore, is: &GroupScore, four: Four<'_>) -> Result<Split, NoSplit> {
        let own = |score: &GroupScore, run: Side| {
            score.value.map(Score::value).map_err(|why| NoSplit::NoOwnScore { run, why })
        };
        let (was, is) = (own(was, Side::A)?, own(is, Side::B)?);
        let find = |table: Side, framework: Side| {
            let missing = NoSplit::NotEvaluated { table, framework };
            let at = four[framework as usize][table as usize].ok_or(missing)?;
            let value = root(at).value.map_err(|why| NoSplit::NoScore { table, framework, why })?;
            Ok((at, value.value()))
        };
        let (aa, s_aa) = find(Side::A, Side::A)?;
        let (bb, s_bb) = find(Side::B, Side::B)?;
        let (ab, s_ab) = find(Side::A, Side::B)?;
        let (ba, s_ba) = find(Side::B, Side::A)?;
        let points = |value: f64| Points::new(value).expect("a part of a difference of scores");
        let data = 0.5 * ((s_ba - s_aa) + (s_bb - s_ab));
        // The rest each time, so that the three sum to the whole without rounding noise. Where both
        // asked the same, the two wholes are the same numbers.
        let method = (s_bb - s_aa) - data;
        let scope = (is - was) - (s_bb - s_aa);
        let under = [
            Change::between(&self.frameworks[0], aa, ba).parts_of_indicators(),
            Change::between(&self.frameworks[1], ab, bb).parts_of_indicators(),
        ];
        let part = |places: &[Option<IndicatorIdx>; 2]| {
            let in_each = places.iter().zip(&under);
            let parts = in_each.map(|(place, parts)| place.map_or(0.0, |i| parts[i.0]));
            points(0.5 * parts.sum::<f64>())
        };
        let indicators = self.indicators.iter();
        let parts =
            indicators.map(|(id, places)| Part { indicator: id.clone(), points: part(places) });
        Ok(Split {
            data: points(data),
            method: points(method),
            scope: points(scope),
            parts: parts.collect(),
        })
    }
}

#[cfg(test)]
mod tests;
