//! Two results side by side: each one's values under its own framework and under the other's.

use std::collections::HashMap;

use crate::model::framework::{Framework, IndicatorIdx};
use crate::model::indicator::{IndicatorTable, Reading, Unit};
use crate::score::difference::{Difference, Run, Side, differences, only_in};
use crate::score::evaluate::{Evaluation, evaluate};
use crate::score::normalise::Normalised;

/// Everything that is known of some units, whatever a framework asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    units: Vec<Unit>,
    readings: HashMap<String, Vec<Reading>>,
}

impl Values {
    /// Units, and for each indicator its id with one reading a unit.
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

    /// The table that a framework asks for; or the indicators that are not there.
    fn table(&self, framework: &Framework) -> Result<IndicatorTable, Vec<String>> {
        let ids = framework.indicators().iter().map(|indicator| &indicator.id);
        let (there, lacking): (Vec<&String>, Vec<&String>) =
            ids.partition(|id| self.readings.contains_key(*id));
        if lacking.is_empty() {
            let readings = there.into_iter().map(|id| self.readings[id].clone()).collect();
            Ok(IndicatorTable::new(self.units.clone(), readings))
        } else {
            Err(lacking.into_iter().cloned().collect())
        }
    }
}

/// Why a framework cannot be used on values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// They lack these indicators.
    Lacking(Vec<String>),
    /// Goalposts of these indicators cannot be taken from them, or no logarithm.
    NoGoalposts(Vec<String>),
}

/// Evaluates a framework on everything it asks for. A blank where it says `missing = "fail"` is no
/// fault here: it counts as `"interval"` does.
fn evaluated(framework: &Framework, values: &Values) -> Result<Evaluation, Unusable> {
    let table = values.table(framework).map_err(Unusable::Lacking)?;
    evaluate(framework, &table).map_err(|unusable| {
        let ids = unusable.iter().map(|fault| framework.indicator(fault.indicator).id.clone());
        Unusable::NoGoalposts(ids.collect())
    })
}

/// One of the two results.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Its framework.
    pub framework: Framework,
    values: Values,
    /// Its values under its framework.
    pub own: Evaluation,
    /// The other's values under its framework.
    pub other: Result<Evaluation, Unusable>,
    places: HashMap<String, usize>,
}

impl Compared {
    fn run(&self) -> Run<'_> {
        let other_table = self.other.as_ref().ok();
        Run { framework: &self.framework, own_table: &self.own, other_table }
    }

    /// The place of a unit in its evaluation.
    pub fn place(&self, unit: &str) -> Option<usize> {
        self.places.get(unit).copied()
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

    /// The rank of a unit.
    pub fn rank(&self, unit: &str) -> Option<u32> {
        self.own.ranks[Framework::ROOT.0][self.place(unit)?]
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
        let own_a = evaluated(&a.0, &a.1).map_err(|why| (Side::A, why))?;
        let own_b = evaluated(&b.0, &b.1).map_err(|why| (Side::B, why))?;
        let (b_under_a, a_under_b) = (evaluated(&a.0, &b.1), evaluated(&b.0, &a.1));
        let compared = |(framework, values): (Framework, Values), own, other| {
            let ids = values.units.iter().enumerate().map(|(i, unit)| (unit.id.clone(), i));
            let places = ids.collect();
            Compared { framework, values, own, other, places }
        };
        let (a, b) = (compared(a, own_a, b_under_a), compared(b, own_b, a_under_b));
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
        let (this, other) = match side {
            Side::A => (&self.a, &self.b),
            Side::B => (&self.b, &self.a),
        };
        let mut units = only_in(&this.own, &other.own);
        units.sort_by(|one, other| one.id.cmp(&other.id));
        units
    }

    /// Why the values of one are not evaluated under the framework of the other.
    pub fn unusable(&self, framework: Side) -> Option<&Unusable> {
        self.side(framework).other.as_ref().err()
    }

    /// The ids of the indicators of both: those of the first in their order, then those that only
    /// the second has.
    pub fn indicators(&self) -> Vec<&str> {
        let of_a = self.a.framework.indicators().iter().map(|spec| spec.id.as_str());
        let of_b = self.b.framework.indicators().iter().map(|spec| spec.id.as_str());
        of_a.chain(of_b.filter(|id| self.a.framework.find_indicator(id).is_none())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::framework::testing::{group, heading, indicator};
    use crate::model::framework::{Goalposts, Indicator, Mean};

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
    fn what_only_one_framework_has_is_told_and_nothing_is_split() {
        let one = framework(vec![indicator("p", "index", 1.0)]);
        let two = framework(vec![indicator("p", "index", 1.0), indicator("q", "index", 1.0)]);
        let a = (one, values(&[("p", [0.2, 0.4])]));
        let b = (two, values(&[("p", [0.2, 0.4]), ("q", [0.6, 0.8])]));
        let found = Comparison::new(a, b).expect("usable");
        assert_eq!(found.unusable(Side::A), None);
        assert_eq!(found.unusable(Side::B), Some(&Unusable::Lacking(vec!["q".to_owned()])));
        let ids: Vec<&str> = found.differences.iter().map(|d| d.unit.id.as_str()).collect();
        assert_eq!(ids, ["x", "y"], "sorted");
        assert!(found.differences.iter().all(|difference| difference.split.is_err()));
        assert_eq!(found.indicators(), ["p", "q"]);
        assert_eq!(found.b.reading("x", "q").and_then(Reading::value), Some(0.8));
        assert_eq!(found.a.reading("x", "q"), None);
        assert_eq!((found.a.rank("x"), found.a.rank("y")), (Some(1), Some(2)));
    }

    #[test]
    fn a_result_that_its_own_framework_does_not_fit_is_refused() {
        let observed = Indicator { goalposts: Goalposts::Observed, ..indicator("p", "index", 1.0) };
        let good = (framework(vec![observed.clone()]), values(&[("p", [0.2, 0.4])]));
        let bad = (framework(vec![observed]), values(&[("p", [0.2, 0.2])]));
        let refused = Comparison::new(good.clone(), bad).expect_err("one value");
        assert_eq!(refused, (Side::B, Unusable::NoGoalposts(vec!["p".to_owned()])));
        let lacking = (good.0.clone(), values(&[]));
        let refused = Comparison::new(lacking, good).expect_err("no column");
        assert_eq!(refused, (Side::A, Unusable::Lacking(vec!["p".to_owned()])));
    }
}
