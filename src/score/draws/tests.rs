use proptest::prelude::*;

use super::*;
use crate::model::framework::testing::{group, heading, indicator};
use crate::model::framework::{Heading, Mean, Missing, Uncertainty};
use crate::model::indicator::{Reading, Unit};
use crate::score::draws::reference;
use crate::score::evaluate::evaluate;
use crate::units::Share;

const SETTINGS: DrawSettings = DrawSettings { draws: 500, seed: 1 };

fn every_group(framework: &Framework) -> Vec<GroupIdx> {
    (0..framework.groups().len()).map(GroupIdx).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_draw_says_what_the_means_say(seed in any::<u64>()) {
        let (framework, table, evaluation) = reference::at_random(seed, 9);
        let groups = every_group(&framework);
        let kernel = Kernel::new(&framework, &table, &evaluation, &groups);
        let mut room = kernel.room();
        for draw in 0..6 {
            let streams = streams(seed, draw);
            kernel.draw(&streams, &mut room);
            let of_group = |group, unit: usize| room.scores(group)[unit];
            let expected = reference::scores(&framework, &table, &streams, of_group);
            for (group, expected) in groups.iter().zip(&expected) {
                for (found, expected) in room.scores(*group).iter().zip(expected) {
                    prop_assert!((found - expected).abs() < 1e-9, "{group:?} {found} {expected}");
                }
            }
        }
    }

    #[test]
    fn asking_for_one_group_changes_nothing_about_it(seed in any::<u64>()) {
        let (framework, table, evaluation) = reference::at_random(seed, 7);
        let settings = DrawSettings { draws: 70, seed };
        let groups = every_group(&framework);
        let all = draw(&framework, &table, &evaluation, settings, &groups);
        for (group, expected) in groups.iter().zip(&all) {
            let alone = draw(&framework, &table, &evaluation, settings, &[*group]);
            prop_assert_eq!(&alone[0], expected);
        }
        let summaries = summaries(&framework, &table, &evaluation, settings, &groups);
        for (found, expected) in summaries.iter().zip(&all) {
            prop_assert_eq!(found, expected.summary());
        }
    }

    #[test]
    fn the_seed_decides_and_the_number_of_threads_does_not(seed in any::<u64>()) {
        let (framework, table, evaluation) = reference::at_random(seed, 12);
        let with_threads = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            let settings = DrawSettings { draws: 130, seed };
            let groups = every_group(&framework);
            let draws = || draw(&framework, &table, &evaluation, settings, &groups);
            pool.expect("threads").install(draws)
        };
        prop_assert_eq!(with_threads(1), with_threads(5));
    }
}

fn table(columns: &[&[Reading]]) -> IndicatorTable {
    let units = (0..columns[0].len()).map(|i| Unit { id: i.to_string(), name: i.to_string() });
    IndicatorTable::new(units.collect(), columns.iter().map(|column| column.to_vec()).collect())
}

fn certain(values: &[f64]) -> Vec<Reading> {
    values.iter().map(|value| Reading::certain(*value).expect("finite")).collect()
}

/// index = a and b, equally.
fn of_two(spread: f64, also: &[Mean], missing: Missing) -> Framework {
    let mut root = group("index", "", 1.0, Mean::Arithmetic);
    root.aggregate_also = also.to_vec();
    let uncertainty = Uncertainty { weight_spread: Share::new(spread).expect("a share") };
    let heading = Heading { uncertainty, ..heading() };
    let mut indicators = vec![indicator("a", "index", 1.0), indicator("b", "index", 1.0)];
    indicators.iter_mut().for_each(|own| own.missing = missing);
    Framework::new(heading, vec![root], indicators).expect("a tree")
}

fn root(framework: &Framework, table: &IndicatorTable) -> Distribution {
    let evaluation = evaluate(framework, table).expect("usable");
    draw(framework, table, &evaluation, SETTINGS, &[Framework::ROOT]).remove(0)
}

#[test]
fn without_choices_every_draw_has_the_point_ranks() {
    let framework = of_two(0.0, &[], Missing::Interval);
    // 50 in two ways, 50 again, and 10.
    let table = table(&[&certain(&[0.7, 0.3, 0.5, 0.2]), &certain(&[0.3, 0.7, 0.5, 0.0])]);
    let ranks = root(&framework, &table);
    assert_eq!(
        [0, 1, 2, 3].map(|unit| ranks.summary().rank_interval(unit)),
        [(1, 1), (1, 1), (1, 1), (4, 4)]
    );
    assert_eq!((ranks.above(0, 1), ranks.above(2, 3)), (0.5, 1.0));
    assert_eq!(ranks.summary().quarters(3), [0.0, 0.0, 0.0, 1.0]);
}

#[test]
fn weights_move_those_that_are_good_at_different_things() {
    let table = table(&[&certain(&[0.9, 0.3, 0.95, 0.1]), &certain(&[0.3, 0.9, 0.95, 0.1])]);
    let ranks = root(&of_two(0.25, &[], Missing::Interval), &table);
    assert_eq!(
        [0, 1, 2, 3].map(|unit| ranks.summary().rank_interval(unit)),
        [(2, 3), (2, 3), (1, 1), (4, 4)]
    );
    // Each is above the other when the weight of what it is good at is above a half.
    assert!((ranks.above(0, 1) - 0.5).abs() < 0.1, "{}", ranks.above(0, 1));
    assert_eq!(ranks.above(0, 1) + ranks.above(1, 0), 1.0);
}

#[test]
fn the_mean_is_drawn_equally_often() {
    // 50 and 30, or 0 and 30.
    let table = table(&[&certain(&[1.0, 0.3]), &certain(&[0.0, 0.3])]);
    let also = [Mean::Geometric, Mean::Arithmetic, Mean::Geometric];
    let above = root(&of_two(0.0, &also, Missing::Interval), &table).above(0, 1);
    assert!((above - 0.5).abs() < 0.1, "{above}");
}

#[test]
fn unknowns_of_siblings_fall_together() {
    // With u for both, index = 100·u; the other has 50. Apart, it would be above 75 in 1/8.
    let unknown = Reading::default();
    let halves = certain(&[0.75])[0];
    let table = table(&[&[unknown, halves], &[unknown, halves]]);
    let ranks = root(&of_two(0.0, &[], Missing::Interval), &table);
    assert_eq!(ranks.summary().rank_interval(0), (1, 2));
    assert!((ranks.above(0, 1) - 0.25).abs() < 0.06, "{}", ranks.above(0, 1));
}

#[test]
fn a_unit_without_anything_may_be_anywhere() {
    let unknown = Reading::default();
    let half = certain(&[0.5])[0];
    let table = table(&[&[unknown, half], &[unknown, half]]);
    let ranks = root(&of_two(0.25, &[], Missing::Ignore), &table);
    assert!((ranks.above(0, 1) - 0.5).abs() < 0.1, "{}", ranks.above(0, 1));
}

#[test]
fn a_table_without_units_has_no_ranks() {
    let table = table(&[&[], &[]]);
    assert_eq!(root(&of_two(0.25, &[], Missing::Interval), &table).units(), 0);
}
