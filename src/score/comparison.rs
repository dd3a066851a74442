//! Two results side by side: each one's values under its own framework and under the other's, by
//! all that it asked and by what both asked.

use std::collections::HashMap;

use crate::model::framework::{Asked, Framework, Indicator, IndicatorIdx};
use crate::model::indicator::{IndicatorTable, Reading, Unit};
use crate::score::difference::{self, Difference, Run, Side, differences, only_in};
use crate::score::evaluate::{Evaluation, GroupScore, evaluate};
use crate::score::normalise::Normalised;

/// Everything that was asked of some units, whatever a framework asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    units: Vec<Unit>,
    readings: HashMap<String, Vec<Reading>>,
}

impl Values {
    /// Units, and for each indicator that was asked its id with one reading a unit.
    ///
    /// # Panics
    ///
    /// When an indicator has not as many readings as there are units.
    pub fn new(
        units: Vec<Unit>,
        readings: impl IntoIterator<Item = (String, Vec<Reading>)>,
    ) -> Self {
        let readings: HashMap<_, _> = readings.into_iter().collect();
        assert!(readings.values().all(|column| column.len() == units.len()), "a reading a unit");
        Self { units, readings }
    }

    /// Whether an indicator was asked.
    pub fn has(&self, indicator: &str) -> bool {
        self.readings.contains_key(indicator)
    }

    /// The table that a framework asks for.
    ///
    /// # Panics
    ///
    /// When it asks for an indicator that is not there.
    fn table(&self, framework: &Framework) -> IndicatorTable {
        let specs = framework.indicators().iter();
        let readings = specs.map(|spec| self.readings[&spec.id].clone()).collect();
        IndicatorTable::new(self.units.clone(), readings)
    }
}

/// Why a framework cannot be used on the values of its own result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// Of all that it asks for, nothing was asked.
    NothingAsked,
    /// Goalposts of these indicators cannot be taken from them, or no logarithm.
    NoGoalposts(Vec<String>),
}

/// Evaluates a framework on everything it asks for. A blank where it says `missing = "fail"` is no
/// fault here: it counts as `"interval"` does.
/// Fails with the indicators whose goalposts, or logarithm, cannot be taken from the values.
fn evaluated(framework: &Framework, values: &Values) -> Result<Evaluation, Vec<String>> {
    evaluate(framework, &values.table(framework)).map_err(|unusable| {
        let ids = unusable.iter().map(|fault| framework.indicator(fault.indicator).id.clone());
        ids.collect()
    })
}

/// One of the two results.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Its framework, and what of it was asked.
    pub asked: Asked,
    /// The part that was asked.
    pub framework: Framework,
    values: Values,
    /// Its values under what it asked.
    pub own: Evaluation,
    /// What its framework says by what both asked; `None` where that is nothing.
    pub common: Option<Common>,
    places: HashMap<String, usize>,
}

/// What a framework says of both results, by what both asked.
#[derive(Clone, Debug)]
pub struct Common {
    /// The part of the framework that both asked.
    pub framework: Framework,
    /// The result's own values under it.
    pub own: Evaluation,
    /// The other's values under it, or the indicators whose goalposts cannot be taken from them.
    pub other: Result<Evaluation, Vec<String>>,
}

impl Compared {
    fn new(whole: Framework, values: Values, other: &Values) -> Result<Self, Unusable> {
        let common = Asked::new(whole.clone(), |spec| values.has(&spec.id) && other.has(&spec.id));
        let common = common.part().map(|part| {
            let own = evaluated(part, &values).map_err(Unusable::NoGoalposts)?;
            Ok(Common { framework: part.clone(), own, other: evaluated(part, other) })
        });
        let asked = Asked::new(whole, |spec| values.has(&spec.id));
        let framework = asked.part().ok_or(Unusable::NothingAsked)?.clone();
        let own = evaluated(&framework, &values).map_err(Unusable::NoGoalposts)?;
        let ids = values.units.iter().enumerate().map(|(i, unit)| (unit.id.clone(), i));
        let places = ids.collect();
        Ok(Self { asked, framework, own, common: common.transpose()?, places, values })
    }

    fn run(&self) -> Run<'_> {
        let common = self.common.as_ref().map(|common| difference::Common {
            framework: &common.framework,
            own_table: &common.own,
            other_table: common.other.as_ref().ok(),
        });
        Run { own: &self.own, common }
    }

    /// The place of a unit in its evaluations.
    pub fn place(&self, unit: &str) -> Option<usize> {
        self.places.get(unit).copied()
    }

    /// Whether it asked an indicator, or could have where only the other's framework has it.
    pub fn answers(&self, indicator: &str) -> bool {
        self.values.has(indicator)
    }

    /// An indicator of a unit in its own measure, also of one that only the other's framework has.
    pub fn reading(&self, unit: &str, indicator: &str) -> Option<&Reading> {
        Some(&self.values.readings.get(indicator)?[self.place(unit)?])
    }

    /// An indicator of a unit on 0–100 under its framework.
    pub fn normalised(&self, unit: &str, indicator: &str) -> Option<&Normalised> {
        let IndicatorIdx(indicator) = self.framework.find_indicator(indicator)?;
        Some(&self.own.indicators[indicator][self.place(unit)?])
    }

    /// The index of a unit.
    pub fn score(&self, unit: &str) -> Option<&GroupScore> {
        Some(&self.own.groups[Framework::ROOT.0][self.place(unit)?])
    }

    /// The index of a unit by what both asked.
    pub fn common_score(&self, unit: &str) -> Option<&GroupScore> {
        Some(&self.common.as_ref()?.own.groups[Framework::ROOT.0][self.place(unit)?])
    }

    /// The rank of a unit.
    pub fn rank(&self, unit: &str) -> Option<u32> {
        self.own.ranks[Framework::ROOT.0][self.place(unit)?]
    }

    /// The rank of a unit by what both asked.
    pub fn common_rank(&self, unit: &str) -> Option<u32> {
        self.common.as_ref()?.own.ranks[Framework::ROOT.0][self.place(unit)?]
    }
}

/// Two results with what changed between them.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The first, as a rule the older.
    pub a: Compared,
    /// The second.
    pub b: Compared,
    /// One for each unit that both have, sorted by id.
    pub differences: Vec<Difference>,
}

impl Comparison {
    /// Evaluates both under both frameworks. Fails where a result cannot be evaluated under its
    /// own.
    pub fn new(a: (Framework, Values), b: (Framework, Values)) -> Result<Self, (Side, Unusable)> {
        let other = a.1.clone();
        let a = Compared::new(a.0, a.1, &b.1).map_err(|why| (Side::A, why))?;
        let b = Compared::new(b.0, b.1, &other).map_err(|why| (Side::B, why))?;
        let mut differences = differences(&a.run(), &b.run());
        differences.sort_by(|one, other| one.unit.id.cmp(&other.unit.id));
        Ok(Self { a, b, differences })
    }

    /// One of the two.
    pub fn side(&self, side: Side) -> &Compared {
        match side {
            Side::A => &self.a,
            Side::B => &self.b,
        }
    }

    /// The units that only one of the two has, sorted by id.
    pub fn only_in(&self, side: Side) -> Vec<&Unit> {
        let (this, other) = self.this_and_other(side);
        let mut units = only_in(&this.own, &other.own);
        units.sort_by(|one, other| one.id.cmp(&other.id));
        units
    }

    fn this_and_other(&self, side: Side) -> (&Compared, &Compared) {
        match side {
            Side::A => (&self.a, &self.b),
            Side::B => (&self.b, &self.a),
        }
    }

    /// Whether for each framework something is left that both asked.
    pub fn has_common(&self) -> bool {
        self.a.common.is_some() && self.b.common.is_some()
    }

    /// What one of the two asked and the other did not, in the order of its framework.
    pub fn asked_only_by(&self, side: Side) -> impl Iterator<Item = &Indicator> {
        let (this, other) = self.this_and_other(side);
        this.framework.indicators().iter().filter(|spec| !other.answers(&spec.id))
    }

    /// Whether each result is scored by what both asked: there is no scope to speak of.
    pub fn same_scope(&self) -> bool {
        [Side::A, Side::B].into_iter().all(|side| self.asked_only_by(side).next().is_none())
    }

    /// The indicators of one framework whose goalposts cannot be taken from the values of the
    /// other result, so that these are not evaluated under it.
    pub fn without_goalposts(&self, framework: Side) -> Option<&[String]> {
        self.side(framework).common.as_ref()?.other.as_ref().err().map(Vec::as_slice)
    }

    /// The ids of the indicators of both: those of the first in their order, then those that only
    /// the second has.
    pub fn indicators(&self) -> Vec<&str> {
        let [a, b] = [&self.a, &self.b].map(|side| side.asked.whole());
        let of_a = a.indicators().iter().map(|spec| spec.id.as_str());
        let of_b = b.indicators().iter().map(|spec| spec.id.as_str());
        of_a.chain(of_b.filter(|id| a.find_indicator(id).is_none())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::framework::testing::{group, heading, indicator};
    use crate::model::framework::{Goalposts, Mean};
    use crate::score::difference::{NoSplit, Real};
    use crate::units::Points;

    fn framework(indicators: Vec<Indicator>) -> Framework {
        let groups = vec![group("index", "", 1.0, Mean::Arithmetic)];
        Framework::new(heading(), groups, indicators).expect("a tree")
    }

    fn values(columns: &[(&str, [f64; 2])]) -> Values {
        let units = ["y", "x"].map(|id| Unit { id: id.to_owned(), name: id.to_owned() });
        let column = |of: &[f64; 2]| {
            of.iter().map(|value| Reading::certain(*value).expect("finite")).collect()
        };
        let columns = columns.iter().map(|(id, of)| ((*id).to_owned(), column(of)));
        Values::new(units.to_vec(), columns)
    }

    #[test]
    fn what_only_one_asked_is_told_and_is_the_scope() {
        let one = framework(vec![indicator("p", "index", 1.0)]);
        let two = framework(vec![indicator("p", "index", 1.0), indicator("q", "index", 1.0)]);
        let a = (one, values(&[("p", [0.2, 0.4])]));
        let b = (two, values(&[("p", [0.2, 0.4]), ("q", [0.6, 0.8])]));
        let found = Comparison::new(a, b).expect("usable");
        let only_by = |side| found.asked_only_by(side).map(|spec| &*spec.id).collect::<Vec<_>>();
        assert_eq!((only_by(Side::A), only_by(Side::B)), (vec![], vec!["q"]));
        assert!(!found.same_scope() && found.has_common());
        let ids: Vec<&str> = found.differences.iter().map(|d| d.unit.id.as_str()).collect();
        assert_eq!(ids, ["x", "y"], "sorted");
        // By p alone nothing differs; q makes 40 of x, and 20 of y, to the mean with it.
        for difference in &found.differences {
            let split = difference.split.as_ref().expect("four scores");
            assert_eq!((split.data, split.method), (Points::ZERO, Points::ZERO));
            assert!((split.scope.value() - 20.0).abs() < 1e-9, "{split:?}");
            assert_eq!(difference.real, Real::IntervalsOverlap);
        }
        assert_eq!(found.b.common_score("x"), found.a.score("x"));
        assert_eq!((found.b.rank("x"), found.b.common_rank("y")), (Some(1), Some(2)));
        assert_eq!(found.indicators(), ["p", "q"]);
        assert_eq!(found.b.reading("x", "q").and_then(Reading::value), Some(0.8));
        assert_eq!(found.a.reading("x", "q"), None);
        assert_eq!((found.a.rank("x"), found.a.rank("y")), (Some(1), Some(2)));
    }

    #[test]
    fn an_indicator_that_one_framework_names_and_both_answer_is_method() {
        let one = framework(vec![indicator("p", "index", 1.0)]);
        let two = framework(vec![indicator("p", "index", 1.0), indicator("q", "index", 1.0)]);
        let both = values(&[("p", [0.2, 0.4]), ("q", [0.6, 0.8])]);
        let found = Comparison::new((one, both.clone()), (two, both)).expect("usable");
        assert!(found.same_scope());
        for difference in &found.differences {
            let split = difference.split.as_ref().expect("four scores");
            assert_eq!((split.data, split.scope), (Points::ZERO, Points::ZERO));
            assert_eq!(Some(split.method), difference.total);
        }
    }

    #[test]
    fn without_anything_that_both_asked_nothing_is_split_and_nothing_is_real() {
        let of = |id| framework(vec![indicator(id, "index", 1.0)]);
        let a = (of("p"), values(&[("p", [0.2, 0.4])]));
        let b = (of("q"), values(&[("q", [0.6, 0.8])]));
        let found = Comparison::new(a, b).expect("usable");
        assert!(!found.has_common());
        for difference in &found.differences {
            assert!(difference.total.is_some());
            assert_eq!(difference.split, Err(NoSplit::NothingAskedInBoth));
            assert_eq!(difference.real, Real::NothingAskedInBoth);
        }
        assert_eq!((found.a.common_score("x"), found.a.common_rank("x")), (None, None));
    }

    #[test]
    fn observed_goalposts_measure_by_what_both_asked_as_they_do_by_everything() {
        let observed =
            |id| Indicator { goalposts: Goalposts::Observed, ..indicator(id, "index", 1.0) };
        let both = || framework(vec![observed("p"), observed("q")]);
        let a = (both(), values(&[("p", [2.0, 4.0]), ("q", [7.0, 6.0])]));
        let b = (both(), values(&[("p", [3.0, 5.0])]));
        let found = Comparison::new(a, b).expect("usable");
        let common = found.a.common.as_ref().expect("p is asked in both");
        assert_eq!(common.own.posts[0], found.a.own.posts[0]);
        assert_eq!(common.own.indicators[0], found.a.own.indicators[0]);
    }

    #[test]
    fn a_result_that_its_own_framework_does_not_fit_is_refused() {
        let observed = Indicator { goalposts: Goalposts::Observed, ..indicator("p", "index", 1.0) };
        let good = (framework(vec![observed.clone()]), values(&[("p", [0.2, 0.4])]));
        let bad = (framework(vec![observed]), values(&[("p", [0.2, 0.2])]));
        let refused = Comparison::new(good.clone(), bad).expect_err("one value");
        assert_eq!(refused, (Side::B, Unusable::NoGoalposts(vec!["p".to_owned()])));
        let nothing = (good.0.clone(), values(&[("q", [0.2, 0.4])]));
        let refused = Comparison::new(nothing, good).expect_err("no column of its own");
        assert_eq!(refused, (Side::A, Unusable::NothingAsked));
    }
}
