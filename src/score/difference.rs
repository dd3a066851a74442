//! What changed between two runs: how much of it is data, how much is method, and which indicators.
//!
//! With two tables and two frameworks there are four scores of a unit. S_ba is that of table B
//! under framework A:
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

use std::collections::HashMap;

use crate::model::framework::{Framework, IndicatorIdx};
use crate::model::indicator::Unit;
use crate::score::change::{Change, NOISE};
use crate::score::evaluate::{Evaluation, GroupScore, NoScore};
use crate::units::{Points, Score};

/// One of the two runs that are compared.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// Its framework.
    pub framework: &'a Framework,
    /// What its framework says of its own table.
    pub own_table: &'a Evaluation,
    /// What its framework says of the other run's table; `None` where that lacks an indicator.
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

/// Why a difference is not split into data and method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSplit {
    /// The table of one run was not evaluated under the framework of the other, or not for this
    /// unit.
    NotEvaluated {
        /// Whose table.
        table: Side,
        /// Whose framework.
        framework: Side,
    },
    /// One of the four has no score.
    NoScore {
        /// Whose table.
        table: Side,
        /// Whose framework.
        framework: Side,
        /// Why.
        why: NoScore,
    },
}

/// Whether a difference is more than what the unknowns can make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Real {
    /// Whatever the unknowns are, the score differs in this direction.
    Yes,
    /// The intervals from low to high overlap or touch: the unknowns alone can make the
    /// difference. Cautious, for what is unknown in both runs may be the same in both.
    IntervalsOverlap,
    /// A run gives no score.
    NoScore,
}

impl Real {
    /// As written in tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::IntervalsOverlap => "intervals_overlap",
            Self::NoScore => "no_score",
        }
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
    /// From another framework: the rest.
    pub method: Points,
    /// The indicators' parts in `data`, to which they sum: those of A in their order, then those
    /// that only B has.
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
/// observed goalposts, or where an
/// unknown counts as the mean, an indicator of a unit changes with those of the other units.
pub fn differences(a: &Run, b: &Run) -> Vec<Difference> {
    let comparison = Comparison {
        frameworks: [a.framework.clone(), b.framework.clone()],
        indicators: indicators_of_either(a.framework, b.framework),
    };
    let a_a = Units::of(a.own_table);
    let b_a = a.other_table.map(Units::of);
    let a_b = b.other_table.map(Units::of);
    let units = b.own_table.units.iter().enumerate();
    units
        .filter_map(|(place, unit)| {
            let a_a = a_a.find(unit)?;
            let b_b = (b.own_table, place);
            let b_a = b_a.as_ref().and_then(|units| units.find(unit));
            let a_b = a_b.as_ref().and_then(|units| units.find(unit));
            let (was, is) = (*root(a_a), *root(b_b));
            let total = is.value.ok().zip(was.value.ok()).map(|(is, was)| less(is, was));
            let split = comparison.split([[Some(a_a), b_a], [a_b, Some(b_b)]]);
            let real = real(&was, &is);
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

fn real(a: &GroupScore, b: &GroupScore) -> Real {
    if a.value.is_err() || b.value.is_err() {
        return Real::NoScore;
    }
    let above =
        |this: &GroupScore, other: &GroupScore| this.low.value() > other.high.value() + NOISE;
    if above(a, b) || above(b, a) { Real::Yes } else { Real::IntervalsOverlap }
}

/// What is the same for every unit.
struct Comparison {
    frameworks: [Framework; 2],
    indicators: Vec<(String, [Option<IndicatorIdx>; 2])>,
}

impl Comparison {
    /// Splits the difference of one unit: by framework, and then by table.
    fn split(&self, unit: [[Option<At<'_>>; 2]; 2]) -> Result<Split, NoSplit> {
        let find = |table: Side, framework: Side| {
            let missing = NoSplit::NotEvaluated { table, framework };
            let at = unit[framework as usize][table as usize].ok_or(missing)?;
            let value = root(at).value.map_err(|why| NoSplit::NoScore { table, framework, why })?;
            Ok((at, value.value()))
        };
        let (aa, s_aa) = find(Side::A, Side::A)?;
        let (bb, s_bb) = find(Side::B, Side::B)?;
        let (ab, s_ab) = find(Side::A, Side::B)?;
        let (ba, s_ba) = find(Side::B, Side::A)?;
        let points = |value: f64| Points::new(value).expect("a part of a difference of scores");
        let data = 0.5 * ((s_ba - s_aa) + (s_bb - s_ab));
        // The rest, so that the two sum to the whole without rounding noise.
        let method = (s_bb - s_aa) - data;
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
        Ok(Split { data: points(data), method: points(method), parts: parts.collect() })
    }
}

#[cfg(test)]
mod tests;
