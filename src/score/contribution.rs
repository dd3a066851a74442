//! What each pillar gives to a score, and what it costs it.
//!
//! `got`: the score, shared among the children of the root in proportion to weight times points.
//! Under an arithmetic mean that is what each adds. Under a geometric one nothing is there before
//! the last child is, so that shares by order (Shapley values) would be the same for all.
//!
//! `lost`: from 100, where every child is at 100, to the score as it is, shared by Shapley values
//! ([`crate::score::shapley`]): under a geometric mean the one that comes last costs the most.

use crate::model::framework::{Child, Framework};
use crate::score::change::{State, parts_of_children};
use crate::score::evaluate::Evaluation;
use crate::units::{Points, Score};

/// What one child of the root does to the score of one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// A pillar, or an indicator right below the root.
    pub child: Child,
    /// What it gives: sums to the score.
    pub got: Points,
    /// What it costs: sums to what is missing from 100.
    pub lost: Points,
}

/// For each unit of an evaluation of a framework, what each child of the root gives and costs, in
/// the order of the framework; `None` without a score.
///
/// A child of which nothing is known counts with its estimate, as it does in the score.
pub fn contributions(
    framework: &Framework,
    evaluation: &Evaluation,
) -> Vec<Option<Vec<Contribution>>> {
    (0..evaluation.units.len())
        .map(|unit| {
            let known = evaluation.groups[Framework::ROOT.0][unit].value.is_ok();
            known.then(|| of_unit(framework, evaluation, unit))
        })
        .collect()
}

fn of_unit(framework: &Framework, evaluation: &Evaluation, unit: usize) -> Vec<Contribution> {
    let children = framework.children(Framework::ROOT);
    let is = State::of(evaluation, unit);
    let score = is.group(Framework::ROOT).estimate.value();
    let weighted = |&child: &Child| {
        let points = match child {
            Child::Group(group) => is.group(group).estimate,
            // What is left out of the score gives it nothing.
            Child::Indicator(i) if evaluation.indicators[i.0][unit].left_out => Score::MIN,
            Child::Indicator(i) => evaluation.indicators[i.0][unit].estimate,
        };
        framework.weight(child).value() * points.value()
    };
    let all: f64 = children.iter().map(weighted).sum();
    let got = |child: Child| if all > 0.0 { score * weighted(&child) / all } else { 0.0 };

    let mut best = is.clone();
    for &child in children {
        best.fix(child, Score::MAX);
    }
    let lost = parts_of_children(framework, Framework::ROOT, &best, &is);
    let points = |part| Points::new(part).expect("a difference of scores");
    let both = children.iter().zip(lost);
    both.map(|(&child, lost)| Contribution { child, got: points(got(child)), lost: points(-lost) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::framework::testing::{group, heading, indicator};
    use crate::model::framework::{Mean, Missing};
    use crate::model::indicator::{IndicatorTable, Reading, Unit};
    use crate::score::evaluate::evaluate;
    use proptest::prelude::*;

    /// index = a ×3, b ×1
    fn framework(mean: Mean, missing: Missing) -> Framework {
        let groups = vec![group("index", "", 1.0, mean)];
        let mut indicators = vec![indicator("a", "index", 3.0), indicator("b", "index", 1.0)];
        indicators.iter_mut().for_each(|indicator| indicator.missing = missing);
        Framework::new(heading(), groups, indicators).expect("a tree")
    }

    fn of(framework: &Framework, readings: [Reading; 2]) -> Option<Vec<(f64, f64)>> {
        let unit = Unit { id: "1".to_owned(), name: String::new() };
        let table = IndicatorTable::new(vec![unit], readings.map(|r| vec![r]).to_vec());
        let evaluation = evaluate(framework, &table).expect("usable");
        let found = contributions(framework, &evaluation).remove(0)?;
        Some(found.iter().map(|c| (c.got.value(), c.lost.value())).collect())
    }

    fn certain(a: f64, b: f64) -> [Reading; 2] {
        [a, b].map(|value| Reading::certain(value).expect("finite"))
    }

    fn near(found: Option<Vec<(f64, f64)>>, expected: [(f64, f64); 2]) {
        let found = found.expect("a score");
        for (a, b) in found.iter().zip(expected) {
            assert!((a.0 - b.0).abs() < 1e-9 && (a.1 - b.1).abs() < 1e-9, "{found:?}");
        }
    }

    #[test]
    fn two_children_by_hand() {
        // 80·3/4 and 20·1/4 of 65; 20·3/4 and 80·1/4 of the 35 that are missing.
        let arithmetic = framework(Mean::Arithmetic, Missing::Interval);
        near(of(&arithmetic, certain(0.8, 0.2)), [(60.0, 15.0), (5.0, 20.0)]);
        // The worst of 80 and 20, shared as 240 and 20; from 100 a alone takes 20 and b alone 80,
        // together 80.
        let minimum = framework(Mean::Minimum, Missing::Interval);
        near(
            of(&minimum, certain(0.8, 0.2)),
            [(20.0 * 240.0 / 260.0, 10.0), (20.0 * 20.0 / 260.0, 70.0)],
        );
    }

    #[test]
    fn a_child_at_zero_gets_nothing_and_costs_no_nan() {
        let geometric = framework(Mean::Geometric, Missing::Interval);
        // Of the whole 100 b alone takes all; a takes 100 − 16^¾·100^¼ alone and nothing after b.
        let alone = 100.0 - 16f64.powf(0.75) * 100f64.powf(0.25);
        let (a, b) = (alone / 2.0, 100.0 - alone / 2.0);
        near(of(&geometric, certain(0.16, 0.0)), [(0.0, a), (0.0, b)]);
        near(of(&geometric, certain(0.0, 0.0)), [(0.0, 50.0), (0.0, 50.0)]);
        near(of(&geometric, certain(1.0, 1.0)), [(75.0, 0.0), (25.0, 0.0)]);
    }

    #[test]
    fn what_is_unknown_counts_with_its_estimate() {
        let [a, b] = certain(0.6, 0.4);
        let unknown = Reading::default();
        let arithmetic = framework(Mean::Arithmetic, Missing::Interval);
        near(of(&arithmetic, [a, unknown]), [(45.0, 30.0), (12.5, 12.5)]);
        let left_out = framework(Mean::Geometric, Missing::Ignore);
        near(of(&left_out, [unknown, b]), [(0.0, 0.0), (40.0, 60.0)]);
        assert_eq!(of(&arithmetic, [unknown, b]), None, "too little is known");
        // a is 0, and b between 80 and 100.
        let bounds = Reading::new(None, Some((0.8, 1.0)), None).expect("bounds");
        near(of(&arithmetic, [certain(0.0, 0.0)[0], bounds]), [(0.0, 75.0), (22.5, 2.5)]);
    }

    proptest! {
        #[test]
        fn got_and_lost_sum_to_a_hundred(
            values in proptest::collection::vec(
                prop_oneof![Just(0.0), Just(1.0), 0.0..1.0f64], 2..6,
            ),
            mean in proptest::sample::select(Mean::ALL.to_vec()),
            offset in prop_oneof![Just(0.0), Just(1.0)],
            unknown in 0..12usize,
        ) {
            let mut root = group("index", "", 1.0, mean);
            root.offset = offset;
            let spec = (0..values.len()).map(|i| indicator(&i.to_string(), "index", 1.0 + i as f64));
            let framework = Framework::new(heading(), vec![root], spec.collect()).expect("a tree");
            let reading = |(i, value): (usize, &f64)| match i == unknown {
                true => Reading::new(None, Some((value * 0.5, *value)), None).expect("bounds"),
                false => Reading::certain(*value).expect("finite"),
            };
            let readings = values.iter().enumerate().map(reading).map(|r| vec![r]).collect();
            let unit = Unit { id: "1".to_owned(), name: String::new() };
            let table = IndicatorTable::new(vec![unit], readings);
            let evaluation = evaluate(&framework, &table).expect("usable");
            let found = contributions(&framework, &evaluation).remove(0);
            let score = evaluation.groups[0][0].value.ok().map(Score::value);
            prop_assert_eq!(found.is_some(), score.is_some());
            if let (Some(found), Some(score)) = (found, score) {
                let got: f64 = found.iter().map(|c| c.got.value()).sum();
                let lost: f64 = found.iter().map(|c| c.lost.value()).sum();
                prop_assert!((got - score).abs() < 1e-9, "{got} of {score}");
                prop_assert!((got + lost - 100.0).abs() < 1e-9, "{got} + {lost}");
                let least = found.iter().map(|c| c.got.value().min(c.lost.value()));
                prop_assert!(least.fold(0.0, f64::min) > -1e-9, "{found:?}");
            }
        }
    }
}
