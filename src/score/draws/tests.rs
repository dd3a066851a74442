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
    let known_share_at_least = Share::new(0.0).expect("a share");
    let heading = Heading { uncertainty, known_share_at_least, ..heading() };
    let mut indicators = vec![indicator("a", "index", 1.0), indicator("b", "index", 1.0)];
    indicators.iter_mut().for_each(|own| own.missing = missing);
    Framework::new(heading, vec![root], indicators).expect("a tree")
}

fn root(framework: &Framework, table: &IndicatorTable) -> Distribution {
    let evaluation = evaluate(framework, table).expect("usable");
    draw(framework, table, &evaluation, SETTINGS, &[Framework::ROOT]).remove(0)
}

fn interval(ranks: &Distribution, unit: usize) -> (u32, u32) {
    ranks.summary().rank_interval(unit).expect("ranked")
}

fn above(ranks: &Distribution, a: usize, b: usize) -> f64 {
    ranks.above(a, b).expect("both are ranked")
}

/// All but nothing is known of it, and it may be anywhere.
fn anywhere() -> Reading {
    Reading::new(None, Some((0.0, 1.0 - 1e-9)), None).expect("bounds")
}

#[test]
fn without_choices_every_draw_has_the_point_ranks() {
    let framework = of_two(0.0, &[], Missing::Interval);
    // 50 in two ways, 50 again, and 10.
    let table = table(&[&certain(&[0.7, 0.3, 0.5, 0.2]), &certain(&[0.3, 0.7, 0.5, 0.0])]);
    let ranks = root(&framework, &table);
    assert_eq!([0, 1, 2, 3].map(|unit| interval(&ranks, unit)), [(1, 1), (1, 1), (1, 1), (4, 4)]);
    assert_eq!((above(&ranks, 0, 1), above(&ranks, 2, 3)), (0.5, 1.0));
    assert_eq!(ranks.summary().quarters(3), Some([0.0, 0.0, 0.0, 1.0]));
}

#[test]
fn weights_move_those_that_are_good_at_different_things() {
    let table = table(&[&certain(&[0.9, 0.3, 0.95, 0.1]), &certain(&[0.3, 0.9, 0.95, 0.1])]);
    let ranks = root(&of_two(0.25, &[], Missing::Interval), &table);
    assert_eq!([0, 1, 2, 3].map(|unit| interval(&ranks, unit)), [(2, 3), (2, 3), (1, 1), (4, 4)]);
    // Each is above the other when the weight of what it is good at is above a half.
    assert!((above(&ranks, 0, 1) - 0.5).abs() < 0.1, "{}", above(&ranks, 0, 1));
    assert_eq!(above(&ranks, 0, 1) + above(&ranks, 1, 0), 1.0);
}

#[test]
fn the_mean_is_drawn_equally_often() {
    // 50 and 30, or 0 and 30.
    let table = table(&[&certain(&[1.0, 0.3]), &certain(&[0.0, 0.3])]);
    let also = [Mean::Geometric, Mean::Arithmetic, Mean::Geometric];
    let above = above(&root(&of_two(0.0, &also, Missing::Interval), &table), 0, 1);
    assert!((above - 0.5).abs() < 0.1, "{above}");
}

#[test]
fn unknowns_of_siblings_fall_together() {
    // With u for both, index = 100·u; the other has 50. Apart, it would be above 75 in 1/8.
    let unknown = anywhere();
    let halves = certain(&[0.75])[0];
    let table = table(&[&[unknown, halves], &[unknown, halves]]);
    let ranks = root(&of_two(0.0, &[], Missing::Interval), &table);
    assert_eq!(interval(&ranks, 0), (1, 2));
    assert!((above(&ranks, 0, 1) - 0.25).abs() < 0.06, "{}", above(&ranks, 0, 1));
}

#[test]
fn a_unit_without_anything_is_not_ranked_and_takes_no_place() {
    let unknown = Reading::default();
    let [best, worst] = [0.5, 0.4].map(|value| certain(&[value])[0]);
    for missing in [Missing::Interval, Missing::Ignore] {
        let table = table(&[&[unknown, best, worst], &[unknown, best, worst]]);
        let ranks = root(&of_two(0.25, &[], missing), &table);
        assert_eq!((ranks.summary().rank_interval(0), ranks.above(0, 1)), (None, None));
        assert_eq!((interval(&ranks, 1), interval(&ranks, 2), ranks.among()), ((1, 1), (2, 2), 2));
    }
}

#[test]
fn draws_lie_around_the_estimate_as_far_as_its_spread() {
    // 0.9 within 0.1–1: half of the draws are below it, and few far below.
    let near = Reading::new(Some(0.9), Some((0.1, 1.0)), None).expect("inside");
    let near = near.with_spread(0.02).expect("finite");
    let rivals = [0.9, 0.85, 0.95].map(|value| certain(&[value])[0]);
    let column = [near, rivals[0], rivals[1], rivals[2]];
    let ranks = root(&of_two(0.0, &[], Missing::Interval), &table(&[&column, &column]));
    assert!((above(&ranks, 0, 1) - 0.5).abs() < 0.1, "{}", above(&ranks, 0, 1));
    assert_eq!((above(&ranks, 0, 2), above(&ranks, 0, 3)), (1.0, 0.0));
}

#[test]
fn a_table_without_units_has_no_ranks() {
    let table = table(&[&[], &[]]);
    assert_eq!(root(&of_two(0.25, &[], Missing::Interval), &table).among(), 0);
}
