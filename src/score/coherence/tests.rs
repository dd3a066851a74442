use super::*;
use crate::model::framework::Mean;
use crate::model::framework::testing::{group, heading, indicator};
use crate::model::indicator::{IndicatorTable, Reading, Unit};
use crate::score::evaluate::evaluate;
use proptest::prelude::*;

/// index (arithmetic) = fixed (a ×1, b ×2) and power (c ×1, d ×1)
fn framework() -> Framework {
    let groups = vec![
        group("index", "", 1.0, Mean::Arithmetic),
        group("fixed", "index", 3.0, Mean::Arithmetic),
        group("power", "index", 2.0, Mean::Arithmetic),
    ];
    let indicators = vec![
        indicator("a", "fixed", 1.0),
        indicator("b", "fixed", 2.0),
        indicator("c", "power", 1.0),
        indicator("d", "power", 1.0),
    ];
    Framework::new(heading(), groups, indicators).expect("a tree")
}

/// index = a … with weights, by one mean
fn flat(weights: &[f64]) -> Framework {
    let ids = ["a", "b", "c", "d"].iter().zip(weights);
    let indicators = ids.map(|(id, weight)| indicator(id, "index", *weight)).collect();
    let root = group("index", "", 1.0, Mean::Arithmetic);
    Framework::new(heading(), vec![root], indicators).expect("a tree")
}

/// Columns of points; below 0 for unknown.
fn evaluated(framework: &Framework, columns: &[Vec<f64>]) -> Evaluation {
    let units = (0..columns[0].len()).map(|i| Unit { id: i.to_string(), name: String::new() });
    let reading = |&points: &f64| match points < 0.0 {
        true => Reading::default(),
        false => Reading::certain(points / 100.0).expect("finite"),
    };
    let columns = columns.iter().map(|column| column.iter().map(reading).collect());
    evaluate(framework, &IndicatorTable::new(units.collect(), columns.collect())).expect("usable")
}

fn checked(framework: &Framework, columns: &[Vec<f64>]) -> Coherence {
    check(framework, &evaluated(framework, columns))
}

const UP: [f64; 5] = [10.0, 20.0, 30.0, 40.0, 50.0];
/// Correlates with `UP` by 0.8.
const NEARLY_UP: [f64; 5] = [20.0, 10.0, 40.0, 30.0, 50.0];
const DOWN: [f64; 5] = [90.0, 80.0, 70.0, 60.0, 50.0];

fn r(figure: Figure) -> f64 {
    figure.value.expect("computable")
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn pairs_by_place_and_verdict() {
    let columns = [UP.to_vec(), DOWN.to_vec(), UP.to_vec(), NEARLY_UP.to_vec()];
    let found = checked(&framework(), &columns);
    let (fixed, power) = (GroupIdx(1), GroupIdx(2));
    let seen: Vec<_> = found.pairs.iter().map(|p| (p.a.0, p.b.0, p.relation, p.verdict)).collect();
    use PairVerdict::{Fine, Opposed, Redundant};
    use Relation::{AcrossPillars, SameGroup};
    assert_eq!(
        seen,
        [
            (0, 1, SameGroup(fixed), Opposed),
            (0, 2, AcrossPillars, Redundant),
            (0, 3, AcrossPillars, Fine),
            (1, 2, AcrossPillars, Fine),
            (1, 3, AcrossPillars, Fine),
            (2, 3, SameGroup(power), Fine),
        ]
    );
    assert!(near(r(found.pairs[0].correlation), -1.0) && near(r(found.pairs[1].correlation), 1.0));
    assert!(near(r(found.pairs[5].correlation), 0.8));
    let summary = found.summary();
    assert_eq!((summary.pairs, summary.redundant.len(), summary.opposed.len()), (6, 1, 1));
    assert!(!summary.is_clean());
}

#[test]
fn below_a_pillar_different_groups_share_the_pillar() {
    let groups = vec![
        group("index", "", 1.0, Mean::Arithmetic),
        group("pillar", "index", 1.0, Mean::Arithmetic),
        group("left", "pillar", 1.0, Mean::Arithmetic),
    ];
    let indicators = vec![
        indicator("a", "left", 1.0),
        indicator("b", "pillar", 1.0),
        indicator("c", "index", 1.0),
    ];
    let framework = Framework::new(heading(), groups, indicators).expect("a tree");
    let of = |a, b| relation(&framework, IndicatorIdx(a), IndicatorIdx(b));
    assert_eq!(of(0, 1), Relation::SamePillar(GroupIdx(1)));
    assert_eq!(of(1, 2), Relation::AcrossPillars);
}

#[test]
fn links_follow_the_tree_upwards() {
    let columns = [UP.to_vec(), UP.to_vec(), DOWN.to_vec(), DOWN.to_vec()];
    let found = checked(&framework(), &columns);
    // index = 3/5 of what rises and 2/5 of what falls as much: it rises.
    let seen: Vec<_> = found
        .links
        .iter()
        .map(|link| (link.child, link.parent.0, r(link.with_parent), r(link.with_index)))
        .collect();
    let expected = [
        (Child::Group(GroupIdx(1)), 0, 1.0, 1.0),
        (Child::Group(GroupIdx(2)), 0, -1.0, -1.0),
        (Child::Indicator(IndicatorIdx(0)), 1, 1.0, 1.0),
        (Child::Indicator(IndicatorIdx(1)), 1, 1.0, 1.0),
        (Child::Indicator(IndicatorIdx(2)), 2, 1.0, -1.0),
        (Child::Indicator(IndicatorIdx(3)), 2, 1.0, -1.0),
    ];
    assert_eq!(seen.len(), expected.len());
    for (seen, expected) in seen.iter().zip(expected) {
        assert_eq!((seen.0, seen.1), (expected.0, expected.1));
        assert!(near(seen.2, expected.2) && near(seen.3, expected.3), "{seen:?}");
    }
    let verdicts: Vec<_> = found.influences.iter().map(|influence| influence.verdict).collect();
    use InfluenceVerdict::{CountsBackwards, Fine};
    assert_eq!(verdicts, [Fine, Fine, CountsBackwards, CountsBackwards]);
}

#[test]
fn consistency_by_hand() {
    let columns = [UP.to_vec(), NEARLY_UP.to_vec(), UP.to_vec(), DOWN.to_vec()];
    let found = checked(&framework(), &columns);
    let seen: Vec<_> = found.consistencies.iter().map(|of| (of.group.0, of.verdict)).collect();
    use ConsistencyVerdict::{Consistent, NotComputable as None};
    // fixed moves and power, whose children cancel out, does not: 2 · (1 − s/s) = 0.
    assert_eq!(
        seen,
        [
            (0, ConsistencyVerdict::Questionable),
            (1, Consistent),
            (2, None(NotComputable::Constant))
        ]
    );
    // Equal variances and r = 0.8: 2r/(1 + r)
    assert!(near(r(found.consistencies[1].alpha), 1.6 / 1.8));
    assert!(near(r(found.consistencies[0].alpha), 0.0));
    let summary = found.summary();
    assert_eq!((summary.groups, summary.groups_not_computable), (2, 1));
    assert_eq!(summary.questionable[0].group, GroupIdx(0));
}

#[test]
fn influence_by_hand() {
    // a and b are uncorrelated with the same spread; c is constant; d has no weight.
    let a = vec![0.0, 0.0, 50.0, 50.0, 0.0, 0.0, 50.0, 50.0];
    let b = vec![0.0, 50.0, 0.0, 50.0, 0.0, 50.0, 0.0, 50.0];
    let columns = [a, b.clone(), vec![30.0; 8], b];
    let found = checked(&flat(&[2.0, 1.0, 1.0, 0.0]), &columns);
    // Squared correlations 4/5 and 1/5, for cov(a, index) = 2v/4, var = (4 + 1)v/16.
    let share = |i: usize| found.influences[i].influence.map(Share::value);
    assert!(near(share(0).expect("moves"), 0.8) && near(share(1).expect("moves"), 0.2));
    assert_eq!((share(2), share(3)), (Some(0.0), Some(0.0)));
    assert_eq!(found.influences[0].weight.value(), 0.5);
    let verdicts: Vec<_> = found.influences.iter().map(|influence| influence.verdict).collect();
    use InfluenceVerdict::{DoesNothing, Dominates, Fine, Weightless};
    assert_eq!(verdicts, [Fine, Fine, DoesNothing, Weightless]);
    let summary = found.summary();
    assert_eq!((summary.indicators, summary.do_nothing.len()), (3, 1));
    // The same weights, and one of them hardly moves: the other has nearly all the influence, but
    // not 2.5 times its weight. With three that hardly move it has.
    let still = |unit: usize| 50.0 + 0.1 * (unit % 2) as f64;
    let wide: Vec<f64> = (0..8).map(|unit| 12.5 * (unit / 2) as f64).collect();
    let quiet: Vec<f64> = (0..8).map(still).collect();
    let columns = [wide, quiet.clone(), quiet.clone(), quiet];
    let of = |weights: &[f64]| {
        let found = checked(&flat(weights), &columns[..weights.len()]);
        found.influences.iter().map(|influence| influence.verdict).collect::<Vec<_>>()
    };
    assert_eq!(of(&[1.0, 1.0]), [Fine, DoesNothing]);
    assert_eq!(of(&[1.0; 4]), [Dominates, DoesNothing, DoesNothing, DoesNothing]);
}

#[test]
fn few_units_and_an_index_that_does_not_move_are_not_computable() {
    let why = |found: &Coherence| found.influences[0].verdict;
    let short = |values: [f64; 5]| values[..4].to_vec();
    let found = checked(&flat(&[1.0, 1.0]), &[short(UP), short(NEARLY_UP)]);
    assert_eq!(why(&found), InfluenceVerdict::NotComputable(NotComputable::TooFewUnits));
    assert_eq!(found.influences[0].influence, None);
    assert_eq!(found.pairs[0].correlation.units, 4);
    let summary = found.summary();
    assert_eq!(
        (summary.pairs_not_computable, summary.groups_not_computable),
        (1, 1),
        "nothing is said of four units"
    );
    assert_eq!((summary.indicators, summary.indicators_not_computable), (0, 2));
    let found = checked(&flat(&[1.0, 1.0]), &[UP.to_vec(), DOWN.to_vec()]);
    assert_eq!(why(&found), InfluenceVerdict::NotComputable(NotComputable::Constant));
    assert_eq!(checked(&flat(&[1.0]), &[Vec::new()]).units, 0);
}

#[test]
fn a_unit_without_a_value_is_left_out_of_what_needs_it_only() {
    let mut a = UP.to_vec();
    a.extend([-1.0, 60.0]);
    let mut b = NEARLY_UP.to_vec();
    b.extend([90.0, -1.0]);
    let mut c = UP.to_vec();
    c.extend([60.0, 70.0]);
    let found = checked(&flat(&[1.0, 1.0, 1.0]), &[a, b, c]);
    let seen: Vec<_> = found.pairs.iter().map(|pair| pair.correlation.units).collect();
    assert_eq!((found.units, seen), (7, vec![5, 6, 6]));
    assert!(near(r(found.pairs[0].correlation), 0.8));
    assert_eq!(found.consistencies[0].alpha.units, 5);
    assert_eq!(found.links[0].with_index.units, 6);
}

#[test]
fn what_goes_together_without_being_the_same_is_clean() {
    let found = checked(&flat(&[1.0, 1.0]), &[UP.to_vec(), NEARLY_UP.to_vec()]);
    assert!(found.summary().is_clean());
}

proptest! {
    #[test]
    fn with_arithmetic_means_the_weights_share_the_variance_of_the_index(
        rows in proptest::collection::vec(proptest::collection::vec(0.0..100.0f64, 4), 5..30),
    ) {
        let framework = framework();
        let columns: Vec<Vec<f64>> =
            (0..4).map(|i| rows.iter().map(|row| row[i]).collect()).collect();
        let found = checked(&framework, &columns);
        let index: Vec<f64> = evaluated(&framework, &columns).groups[0]
            .iter()
            .map(|score| score.value.expect("all is known").value())
            .collect();
        let n = index.len() as f64;
        let variance = |values: &[f64]| {
            let mean = values.iter().sum::<f64>() / n;
            values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n
        };
        // w · cov(x, index)/var(index) = w · r · sd(x)/sd(index)
        let shares = found.influences.iter().map(|influence| {
            let own = variance(&columns[influence.indicator.0]);
            influence.weight.value() * r(influence.correlation) * (own / variance(&index)).sqrt()
        });
        prop_assert!((shares.sum::<f64>() - 1.0).abs() < 1e-9);
        let influences = found.influences.iter().filter_map(|influence| influence.influence);
        let sum: f64 = influences.map(Share::value).sum();
        prop_assert!((sum - 1.0).abs() < 1e-9);
    }
}
