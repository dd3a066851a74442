//! Laws that hold of every score, on random frameworks and tables.

use beredd::model::framework::{
    Better, Framework, Goalposts, Group, Heading, Indicator, Mean, Missing, Names, Scale,
    Uncertainty,
};
use beredd::model::indicator::{IndicatorTable, Reading, Unit};
use beredd::score::evaluate::{Evaluation, evaluate};
use beredd::score::{DrawSettings, score};
use beredd::units::{Share, Weight};
use proptest::prelude::*;

/// What a random framework of three levels is made of: the root, two pillars, a group below the
/// first, and indicators on any of them.
#[derive(Clone, Debug)]
struct Plan {
    means: [Mean; 4],
    offsets: [f64; 4],
    /// Group, weight, whether low is good, whether the scale is logarithmic.
    indicators: Vec<(usize, f64, bool, bool)>,
    /// For each unit, for each indicator: value, low, high; a blank value with its bounds.
    units: Vec<Vec<Known>>,
}

#[derive(Clone, Copy, Debug)]
enum Known {
    Value(f64),
    Between(f64, f64, f64),
    Nothing,
}

impl Known {
    fn reading(self) -> Reading {
        match self {
            Self::Value(value) => Reading::certain(value),
            Self::Between(low, value, high) => {
                Reading::new(Some(value), Some((low, high)), Share::new(0.6))
            }
            Self::Nothing => Some(Reading::default()),
        }
        .expect("within its bounds")
    }
}

const IDS: [&str; 4] = ["root", "one", "two", "deep"];

fn framework(plan: &Plan, factor: f64) -> Framework {
    let heading = Heading {
        name: "Laws".to_owned(),
        version: "1".to_owned(),
        unit_id: "id".to_owned(),
        unit_name: None,
        known_share_at_least: Share::new(0.0).unwrap(),
        uncertainty: Uncertainty { weight_spread: Share::new(0.3).unwrap() },
    };
    let parents = [None, Some("root"), Some("root"), Some("one")];
    let group = |i: usize| Group {
        id: IDS[i].to_owned(),
        names: Names::default(),
        parent: parents[i].map(str::to_owned),
        weight: Weight::new(factor * (i as f64 + 1.0)).unwrap(),
        aggregate: plan.means[i],
        aggregate_also: vec![Mean::Arithmetic],
        offset: plan.offsets[i],
    };
    let indicators = plan.indicators.iter().enumerate();
    let indicators = indicators.map(|(i, &(parent, weight, lower, log))| Indicator {
        id: format!("i{i}"),
        names: Names::default(),
        parent: IDS[parent].to_owned(),
        weight: Weight::new(factor * weight).unwrap(),
        better: if lower { Better::Lower } else { Better::Higher },
        goalposts: Goalposts::fixed(10.0, 90.0),
        scale: if log { Scale::Log } else { Scale::Linear },
        missing: Missing::Interval,
        source: None,
        why: None,
    });
    Framework::new(heading, (0..4).map(group).collect(), indicators.collect()).expect("a tree")
}

fn table(units: &[Vec<Known>]) -> IndicatorTable {
    let names = (0..units.len()).map(|i| Unit { id: i.to_string(), name: String::new() });
    let indicators = units[0].len();
    let column = |i: usize| units.iter().map(|unit| unit[i].reading()).collect();
    IndicatorTable::new(names.collect(), (0..indicators).map(column).collect())
}

fn evaluated(plan: &Plan) -> Evaluation {
    evaluate(&framework(plan, 1.0), &table(&plan.units)).expect("fixed goalposts")
}

fn known() -> impl Strategy<Value = Known> {
    let sorted = (1.0..100.0f64, 1.0..100.0f64, 1.0..100.0f64).prop_map(|(a, b, c)| {
        let mut three = [a, b, c];
        three.sort_by(f64::total_cmp);
        Known::Between(three[0], three[1], three[2])
    });
    prop_oneof![3 => (1.0..100.0f64).prop_map(Known::Value), 2 => sorted, 1 => Just(Known::Nothing)]
}

fn plan() -> impl Strategy<Value = Plan> {
    let mean = || prop::sample::select(Mean::ALL.to_vec());
    let offset = || prop_oneof![Just(0.0), 0.0..20.0f64];
    let more = prop::collection::vec(
        (0..4usize, prop_oneof![4 => 0.1..5.0f64, 1 => Just(0.0)], any::<bool>(), any::<bool>()),
        0..5,
    );
    let shape = (
        [mean(), mean(), mean(), mean()],
        [offset(), offset(), offset(), offset()],
        more,
        any::<bool>(),
    );
    shape.prop_flat_map(|(means, offsets, more, lower)| {
        // One that weighs on each group that needs it.
        let mut indicators = vec![(2, 1.0, lower, false), (3, 2.0, !lower, true)];
        indicators.extend(more);
        let row = prop::collection::vec(known(), indicators.len());
        prop::collection::vec(row, 2..6).prop_map(move |units| Plan {
            means,
            offsets,
            indicators: indicators.clone(),
            units,
        })
    })
}

const NOISE: f64 = 1e-9;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn scores_lie_between_their_bounds(plan in plan()) {
        for group in evaluated(&plan).groups.iter().flatten() {
            prop_assert!(group.low <= group.high);
            if let Ok(value) = group.value {
                prop_assert!(group.low.value() <= value.value() + NOISE);
                prop_assert!(value.value() <= group.high.value() + NOISE);
            }
        }
    }

    #[test]
    fn improving_an_indicator_never_lowers_the_units_scores(
        plan in plan(), place in any::<prop::sample::Index>(), by in 0.0..90.0f64,
    ) {
        let place = place.index(plan.indicators.len());
        let mut better = plan.clone();
        let lower_is_better = plan.indicators[place].2;
        let moved = |value: f64| {
            if lower_is_better { (value - by).max(1.0) } else { (value + by).min(100.0) }
        };
        better.units[0][place] = match plan.units[0][place] {
            Known::Value(value) => Known::Value(moved(value)),
            Known::Between(low, value, high) => Known::Between(moved(low), moved(value), moved(high)),
            Known::Nothing => Known::Nothing,
        };
        let (before, after) = (evaluated(&plan), evaluated(&better));
        for (before, after) in before.groups.iter().zip(&after.groups) {
            let (before, after) = (before[0], after[0]);
            prop_assert!(after.low.value() >= before.low.value() - NOISE);
            prop_assert!(after.high.value() >= before.high.value() - NOISE);
            if let (Ok(before), Ok(after)) = (before.value, after.value) {
                prop_assert!(after.value() >= before.value() - NOISE);
            }
        }
    }

    #[test]
    fn knowing_more_never_widens_an_interval(
        plan in plan(), place in any::<prop::sample::Index>(), at in 0.0..1.0f64, to in 0.0..1.0f64,
    ) {
        let place = place.index(plan.indicators.len());
        let (at, to) = (at.min(to), at.max(to));
        let mut tighter = plan.clone();
        tighter.units[0][place] = match plan.units[0][place] {
            Known::Between(low, _, high) => {
                let (a, b) = (low + at * (high - low), low + to * (high - low));
                Known::Between(a, a.midpoint(b).clamp(a, b), b)
            }
            Known::Nothing => Known::Value(1.0 + 99.0 * at),
            value => value,
        };
        let (before, after) = (evaluated(&plan), evaluated(&tighter));
        for (before, after) in before.groups.iter().zip(&after.groups) {
            prop_assert!(after[0].low.value() >= before[0].low.value() - NOISE);
            prop_assert!(after[0].high.value() <= before[0].high.value() + NOISE);
        }
    }

    #[test]
    fn only_the_proportion_of_weights_counts(plan in plan(), factor in 0.001..1000.0f64) {
        let table = table(&plan.units);
        let scaled = evaluate(&framework(&plan, factor), &table).expect("fixed goalposts");
        for (a, b) in evaluated(&plan).groups.iter().flatten().zip(scaled.groups.iter().flatten()) {
            prop_assert!((a.low.value() - b.low.value()).abs() < NOISE);
            prop_assert!((a.high.value() - b.high.value()).abs() < NOISE);
            match (a.value, b.value) {
                (Ok(a), Ok(b)) => prop_assert!((a.value() - b.value()).abs() < NOISE),
                (a, b) => prop_assert_eq!(a.is_ok(), b.is_ok()),
            }
        }
    }

    #[test]
    fn a_unit_more_changes_no_other_and_their_order_changes_nothing(plan in plan()) {
        let whole = evaluated(&plan);
        let mut fewer = plan.clone();
        fewer.units.pop();
        let rest = evaluated(&fewer);
        for (whole, rest) in whole.groups.iter().zip(&rest.groups) {
            prop_assert_eq!(&whole[..rest.len()], &rest[..]);
        }
        let mut turned = plan.clone();
        turned.units.reverse();
        let turned = evaluated(&turned);
        for (whole, turned) in whole.groups.iter().zip(&turned.groups) {
            prop_assert_eq!(whole.iter().rev().collect::<Vec<_>>(), turned.iter().collect::<Vec<_>>());
        }
        for (whole, turned) in whole.ranks.iter().zip(&turned.ranks) {
            prop_assert_eq!(whole.iter().rev().collect::<Vec<_>>(), turned.iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn intervals_of_ranks_are_in_order_and_probabilities_sum_to_one(plan in plan()) {
        let framework = framework(&plan, 1.0);
        let settings = DrawSettings { draws: 100, seed: 7 };
        let scores = score(&framework, table(&plan.units), settings).expect("fixed goalposts");
        let units = plan.units.len();
        for (ranks, point) in scores.ranks.iter().zip(&scores.evaluation.ranks) {
            for (unit, &rank) in point.iter().enumerate() {
                let interval = ranks.rank_interval(unit);
                prop_assert_eq!(interval.is_some(), rank.is_some());
                let Some(((low, high), rank)) = interval.zip(rank) else { continue };
                prop_assert!(1 <= low && low <= rank && rank <= high);
                prop_assert!(high as usize <= ranks.among());
                let quarters: f64 = ranks.quarters(unit).expect("ranked").iter().sum();
                prop_assert!((quarters - 1.0).abs() < NOISE);
            }
        }
        for unit in 0..units {
            let Some(shares) = scores.distribution.rank_probabilities(unit) else { continue };
            prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < NOISE);
            for other in (0..units).filter(|other| *other != unit) {
                let above = |a, b| scores.distribution.above(a, b);
                if let Some((above, below)) = above(unit, other).zip(above(other, unit)) {
                    prop_assert!((above + below - 1.0).abs() < NOISE);
                }
            }
        }
    }
}
