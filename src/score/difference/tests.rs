use super::*;
use crate::model::framework::testing::{group, heading, indicator};
use crate::model::framework::{Mean, Missing};
use crate::model::indicator::{IndicatorTable, Reading};
use crate::score::comparison::{self, Values};
use crate::score::evaluate::evaluate;
use proptest::prelude::*;

/// What a table says of each indicator of both frameworks, for one unit.
type Row = Vec<(&'static str, Reading)>;

fn known(value: f64) -> Reading {
    Reading::certain(value).expect("finite")
}

fn row(values: &[(&'static str, f64)]) -> Row {
    values.iter().map(|&(id, value)| (id, known(value))).collect()
}

/// The table read for a framework; `None` where it lacks an indicator.
fn read(framework: &Framework, units: &[(&str, Row)]) -> Option<Evaluation> {
    let names = units.iter().map(|(id, _)| Unit { id: (*id).to_owned(), name: String::new() });
    let column = |id: &str| -> Option<Vec<Reading>> {
        let of =
            |row: &Row| row.iter().find(|(other, _)| *other == id).map(|(_, reading)| *reading);
        units.iter().map(|(_, row)| of(row)).collect()
    };
    let columns = framework.indicators().iter().map(|spec| column(&spec.id));
    let table = IndicatorTable::new(names.collect(), columns.collect::<Option<_>>()?);
    Some(evaluate(framework, &table).expect("usable"))
}

type Table<'a> = [(&'a str, Row)];

fn compare(a: (&Framework, &Table), b: (&Framework, &Table)) -> Vec<Difference> {
    let (aa, bb) = (read(a.0, a.1).expect("its own"), read(b.0, b.1).expect("its own"));
    let (ab, ba) = (read(b.0, a.1), read(a.0, b.1));
    let run = |framework, own_table, other_table| {
        let common = Some(Common { framework, own_table, other_table });
        Run { own: own_table, common }
    };
    differences(&run(a.0, &aa, ba.as_ref()), &run(b.0, &bb, ab.as_ref()))
}

fn one(a: (&Framework, Row), b: (&Framework, Row)) -> Difference {
    compare((a.0, &[("1", a.1)]), (b.0, &[("1", b.1)])).remove(0)
}

fn parts(difference: &Difference) -> Vec<f64> {
    let split = difference.split.as_ref().expect("four scores");
    split.parts.iter().map(|part| part.points.value()).collect()
}

fn near(found: &[f64], expected: &[f64]) {
    let same = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9);
    assert!(same && found.len() == expected.len(), "{found:?}, not {expected:?}");
}

/// index = a, b with weights
fn flat(mean: Mean, a: f64, b: f64) -> Framework {
    let indicators = vec![indicator("a", "index", a), indicator("b", "index", b)];
    Framework::new(heading(), vec![group("index", "", 1.0, mean)], indicators).expect("a tree")
}

/// index = fixed (a, b) and power (c)
fn tree(across: Mean, within: Mean) -> Framework {
    let groups = vec![
        group("index", "", 1.0, across),
        group("fixed", "index", 1.0, within),
        group("power", "index", 1.0, Mean::Arithmetic),
    ];
    let indicators = vec![
        indicator("a", "fixed", 1.0),
        indicator("b", "fixed", 1.0),
        indicator("c", "power", 1.0),
    ];
    Framework::new(heading(), groups, indicators).expect("a tree")
}

#[test]
fn other_data_and_another_mean_by_hand() {
    let (arithmetic, geometric) =
        (flat(Mean::Arithmetic, 1.0, 1.0), flat(Mean::Geometric, 1.0, 1.0));
    let (before, after) = (row(&[("a", 0.16), ("b", 0.36)]), row(&[("a", 0.64), ("b", 0.36)]));
    // S_aa = 26, S_ba = 50, S_ab = √(16·36) = 24, S_bb = √(64·36) = 48
    let found = one((&arithmetic, before), (&geometric, after));
    let split = found.split.clone().expect("four scores");
    let total = found.total.expect("two scores");
    near(&[total.value(), split.data.value(), split.method.value()], &[22.0, 24.0, -2.0]);
    near(&parts(&found), &[24.0, 0.0]);
    assert_eq!((parts(&found)[1], found.real), (0.0, Real::Yes));
}

#[test]
fn a_geometric_change_is_shared_by_both_orders() {
    let geometric = flat(Mean::Geometric, 1.0, 1.0);
    let found = one(
        (&geometric, row(&[("a", 0.16), ("b", 0.25)])),
        (&geometric, row(&[("a", 0.64), ("b", 1.0)])),
    );
    // 20 → 40 by a or by b alone → 80: each ½(20 + 40).
    near(&parts(&found), &[30.0, 30.0]);
    let ruined = one(
        (&geometric, row(&[("a", 0.0), ("b", 0.0)])),
        (&geometric, row(&[("a", 0.36), ("b", 0.49)])),
    );
    near(&parts(&ruined), &[21.0, 21.0]);
}

#[test]
fn a_groups_part_is_handed_down_in_proportion() {
    let tree = tree(Mean::Geometric, Mean::Arithmetic);
    let found = one(
        (&tree, row(&[("a", 0.1), ("b", 0.22), ("c", 0.25)])),
        (&tree, row(&[("a", 0.9), ("b", 0.38), ("c", 0.25)])),
    );
    // fixed 16 → 64 by 40 from a and 8 from b; index √(16·25) = 20 → √(64·25) = 40
    near(&parts(&found), &[20.0 * 40.0 / 48.0, 20.0 * 8.0 / 48.0, 0.0]);
}

#[test]
fn changes_that_cancel_out_are_seen() {
    let tree = tree(Mean::Arithmetic, Mean::Arithmetic);
    let found = one(
        (&tree, row(&[("a", 0.2), ("b", 0.8), ("c", 0.5)])),
        (&tree, row(&[("a", 0.8), ("b", 0.2), ("c", 0.7)])),
    );
    // fixed stays at 50, and a point of a is a quarter of one of the index.
    near(&parts(&found), &[15.0, -15.0, 10.0]);
    let nested = self::tree(Mean::Geometric, Mean::Geometric);
    let found = one(
        (&nested, row(&[("a", 0.0), ("b", 0.8), ("c", 0.5)])),
        (&nested, row(&[("a", 0.8), ("b", 0.0), ("c", 0.5)])),
    );
    // fixed stays at 0: 80 up and down again when a comes first, nothing when b does; so ±40. At
    // 40 the index is √(40·50), at 0 it is 0.
    near(&parts(&found), &[2000f64.sqrt(), -2000f64.sqrt(), 0.0]);
}

#[test]
fn a_value_that_is_lost_counts_with_its_estimate() {
    let flat = flat(Mean::Arithmetic, 1.0, 1.0);
    let before = row(&[("a", 0.2), ("b", 0.8)]);
    let after = vec![("a", Reading::default()), ("b", known(0.9))];
    let found = one((&flat, before), (&flat, after));
    // 50 → 70: a from 20 to the middle of 0 to 100, and b from 80 to 90, each half.
    near(&parts(&found), &[15.0, 5.0]);
    assert_eq!(found.real, Real::IntervalsOverlap);
}

#[test]
fn what_cannot_be_split_says_why() {
    let (ab, mut heading) = (flat(Mean::Arithmetic, 3.0, 1.0), heading());
    heading.version = "2".to_owned();
    let groups = vec![group("index", "", 1.0, Mean::Arithmetic)];
    let indicators = vec![indicator("b", "index", 1.0), indicator("z", "index", 1.0)];
    let bz = Framework::new(heading, groups, indicators).expect("a tree");
    let all = || row(&[("a", 0.2), ("b", 0.6), ("z", 1.0)]);
    let found = one((&ab, all()), (&bz, row(&[("b", 0.6), ("z", 1.0)])));
    assert_eq!(found.total.map(Points::value).map(f64::round), Some(50.0));
    let lacking = NoSplit::NotEvaluated { table: Side::B, framework: Side::A };
    assert_eq!(found.split, Err(lacking));
    // With both the names of both frameworks are there, and only b, in both, moved.
    let found = one((&ab, all()), (&bz, row(&[("a", 0.2), ("b", 0.8), ("z", 1.0)])));
    let split = found.split.as_ref().expect("four scores");
    let names: Vec<_> = split.parts.iter().map(|part| part.indicator.as_str()).collect();
    assert_eq!(names, ["a", "b", "z"]);
    // ½(¼ + ½) of 20 points
    near(&parts(&found), &[0.0, 7.5, 0.0]);
    let unknown_a = || vec![("a", Reading::default()), ("b", known(0.6)), ("z", known(1.0))];
    let found = one((&ab, unknown_a()), (&bz, all()));
    let why = NoScore::TooLittleKnown;
    assert_eq!(found.split, Err(NoSplit::NoOwnScore { run: Side::A, why }));
    assert_eq!((found.total, found.real), (None, Real::NoScore));
    // A itself has a score, and so has B; a table of B's framework has not.
    let found = one((&bz, unknown_a()), (&ab, all()));
    assert_eq!(found.split, Err(NoSplit::NoScore { table: Side::A, framework: Side::B, why }));
    assert_eq!(found.real, Real::Yes);
}

#[test]
fn units_are_matched_by_id_and_the_others_are_named() {
    let flat = flat(Mean::Arithmetic, 1.0, 1.0);
    let of = |value| row(&[("a", value), ("b", value)]);
    let (before, after) = ([("1", of(0.1)), ("2", of(0.2))], [("3", of(0.3)), ("1", of(0.4))]);
    let found = compare((&flat, &before), (&flat, &after));
    let ids: Vec<_> = found.iter().map(|difference| difference.unit.id.as_str()).collect();
    assert_eq!(ids, ["1"]);
    near(&parts(&found[0]), &[15.0, 15.0]);
    let (a, b) = (read(&flat, &before).expect("whole"), read(&flat, &after).expect("whole"));
    assert_eq!(only_in(&a, &b).iter().map(|unit| unit.id.as_str()).collect::<Vec<_>>(), ["2"]);
    assert_eq!(only_in(&b, &a).iter().map(|unit| unit.id.as_str()).collect::<Vec<_>>(), ["3"]);
}

#[test]
fn intervals_that_touch_overlap() {
    let flat = flat(Mean::Arithmetic, 1.0, 1.0);
    let between = |low: f64, high: f64| {
        let reading = Reading::new(Some(low), Some((low, high)), None).expect("bounds");
        vec![("a", reading), ("b", reading)]
    };
    let real = |a: Row, b: Row| one((&flat, a), (&flat, b)).real;
    assert_eq!(real(between(0.1, 0.3), between(0.3, 0.5)), Real::IntervalsOverlap);
    assert_eq!(real(between(0.1, 0.3), between(0.4, 0.5)), Real::Yes);
    assert_eq!(real(between(0.4, 0.5), between(0.1, 0.3)), Real::Yes);
    assert_eq!(real(between(0.4, 0.4), between(0.4, 0.4)), Real::IntervalsOverlap);
}

const IDS: [&str; 4] = ["a", "b", "c", "d"];

prop_compose! {
    /// index = left (a, b) and right (c, d)
    fn any_framework()(
        means in proptest::collection::vec(proptest::sample::select(Mean::ALL.to_vec()), 3),
        weights in proptest::collection::vec(0.1..5.0f64, 6),
        offset in prop_oneof![Just(0.0), Just(1.0)],
        missing in prop_oneof![Just(Missing::Interval), Just(Missing::Ignore)],
    ) -> Framework {
        let mut groups = vec![
            group("index", "", 1.0, means[0]),
            group("left", "index", weights[0], means[1]),
            group("right", "index", weights[1], means[2]),
        ];
        groups.iter_mut().for_each(|group| group.offset = offset);
        let parents = ["left", "left", "right", "right"];
        let specs = IDS.iter().zip(parents).zip(&weights[2..]);
        let indicators = specs.map(|((id, parent), weight)| {
            let mut spec = indicator(id, parent, *weight);
            spec.missing = missing;
            spec
        });
        Framework::new(heading(), groups, indicators.collect()).expect("a tree")
    }
}

fn any_reading() -> impl Strategy<Value = Reading> {
    let value = || prop_oneof![Just(0.0), Just(1.0), 0.0..1.0f64];
    prop_oneof![
        6 => value().prop_map(known),
        1 => Just(Reading::default()),
        1 => (value(), value()).prop_map(|(a, b)| {
            Reading::new(None, Some((a.min(b), a.max(b))), None).expect("bounds")
        }),
    ]
}

fn any_row() -> impl Strategy<Value = Row> {
    proptest::collection::vec(any_reading(), 4)
        .prop_map(|readings| IDS.into_iter().zip(readings).collect())
}

proptest! {
    #[test]
    fn parts_sum_and_swapping_turns_every_sign(
        frameworks in (any_framework(), any_framework()),
        tables in (any_row(), any_row()),
        same in proptest::collection::vec(any::<bool>(), 4),
    ) {
        let (a, mut b) = tables;
        for (place, _) in same.iter().enumerate().filter(|(_, same)| **same) {
            b[place] = a[place];
        }
        let found = one((&frameworks.0, a.clone()), (&frameworks.1, b.clone()));
        let back = one((&frameworks.1, b.clone()), (&frameworks.0, a.clone()));
        prop_assert_eq!(found.real, back.real);
        prop_assert_eq!(found.total.map(Points::value), back.total.map(|total| -total.value()));
        prop_assert_eq!(found.split.is_ok(), back.split.is_ok());
        if let (Ok(split), Ok(turned)) = (&found.split, &back.split) {
            let total = found.total.expect("four scores").value();
            prop_assert!((split.data.value() + split.method.value() - total).abs() <= 1e-12);
            prop_assert_eq!(split.data.value(), -turned.data.value());
            prop_assert!((split.method.value() + turned.method.value()).abs() <= 1e-12);
            let sum: f64 = split.parts.iter().map(|part| part.points.value()).sum();
            prop_assert!((sum - split.data.value()).abs() <= 1e-9, "{} not {:?}", sum, split);
            for (place, (part, other)) in split.parts.iter().zip(&turned.parts).enumerate() {
                let (part, other) = (part.points.value(), other.points.value());
                prop_assert!((part + other).abs() < 1e-6, "{} {}", part, other);
                // What a point is worth times the part, and a left-over of the group's share less
                // all of these: each 100 at most, however near 0 a geometric mean is.
                prop_assert!(part.abs() <= 300.0, "{} {:?}", part, split);
                prop_assert!(a[place].1 != b[place].1 || part == 0.0);
            }
        }
    }

    #[test]
    fn the_same_table_is_no_data_and_the_same_framework_no_method(
        frameworks in (any_framework(), any_framework()),
        tables in (any_row(), any_row()),
    ) {
        if let Ok(split) = one((&frameworks.0, tables.0.clone()), (&frameworks.1, tables.0.clone())).split {
            prop_assert_eq!(split.data, Points::ZERO);
            prop_assert!(split.parts.iter().all(|part| part.points == Points::ZERO));
        }
        if let Ok(split) = one((&frameworks.0, tables.0), (&frameworks.0, tables.1)).split {
            prop_assert_eq!(split.method, Points::ZERO);
        }
    }
}

/// A run of two units, as one that asked only these indicators has it.
type Asking = (Framework, [Row; 2], Vec<bool>);

prop_compose! {
    fn any_run()(
        framework in any_framework(),
        units in (any_row(), any_row()),
        asks in proptest::collection::vec(proptest::bool::weighted(0.7), IDS.len()),
    ) -> Asking {
        (framework, units.into(), asks)
    }
}

/// Compares two runs; `None` where one asks nothing.
fn compare_asking(a: &Asking, b: &Asking) -> Option<comparison::Comparison> {
    let run = |(framework, units, asks): &Asking| {
        let ids = ["1", "2"].map(|id| Unit { id: id.to_owned(), name: String::new() });
        let columns = (0..IDS.len()).filter(|&i| asks[i]);
        let column = |i: usize| (IDS[i].to_owned(), units.iter().map(|row| row[i].1).collect());
        (framework.clone(), Values::new(ids.into(), columns.map(column)))
    };
    match comparison::Comparison::new(run(a), run(b)) {
        Ok(found) => Some(found),
        Err((_, why)) => {
            assert_eq!(why, comparison::Unusable::NothingAsked);
            None
        }
    }
}

/// Data, method and scope.
fn three(difference: &Difference) -> Option<[f64; 3]> {
    let split = difference.split.as_ref().ok()?;
    Some([split.data, split.method, split.scope].map(Points::value))
}

proptest! {
    #[test]
    fn data_method_and_scope_sum_and_swapping_turns_every_sign(a in any_run(), b in any_run()) {
        let (Some(found), Some(back)) = (compare_asking(&a, &b), compare_asking(&b, &a)) else {
            prop_assert!(![&a, &b].iter().all(|run| run.2.contains(&true)));
            return Ok(());
        };
        let both = (0..IDS.len()).any(|i| a.2[i] && b.2[i]);
        prop_assert_eq!(found.has_common(), both);
        prop_assert_eq!(found.same_scope(), a.2 == b.2);
        for (found, back) in found.differences.iter().zip(&back.differences) {
            prop_assert_eq!(found.real, back.real);
            prop_assert_eq!(found.real == Real::NothingAskedInBoth, !both);
            let (Some(split), Some(turned)) = (three(found), three(back)) else {
                prop_assert!(found.split.is_err() && back.split.is_err());
                continue;
            };
            let total = found.total.expect("a split has a whole").value();
            prop_assert!((split.iter().sum::<f64>() - total).abs() <= 1e-9, "{:?}", split);
            for (part, turned) in split.iter().zip(turned) {
                prop_assert!((part + turned).abs() <= 1e-9, "{} {}", part, turned);
            }
            let parts = &found.split.as_ref().expect("three parts").parts;
            let sum: f64 = parts.iter().map(|part| part.points.value()).sum();
            prop_assert!((sum - split[0]).abs() <= 1e-9, "{} not {:?}", sum, split);
            let in_both: Vec<&str> =
                (0..IDS.len()).filter(|&i| a.2[i] && b.2[i]).map(|i| IDS[i]).collect();
            let named: Vec<&str> = parts.iter().map(|part| part.indicator.as_str()).collect();
            prop_assert_eq!(named, in_both);
            prop_assert!(a.2 != b.2 || split[2] == 0.0, "the same scope: {:?}", split);
        }
    }

    #[test]
    fn leaving_out_a_source_is_all_scope_and_never_real(
        a in any_run(),
        asks in proptest::collection::vec(any::<bool>(), IDS.len()),
    ) {
        let all = (a.0.clone(), a.1.clone(), vec![true; IDS.len()]);
        let some = (a.0, a.1, asks);
        for found in compare_asking(&all, &some).into_iter().flat_map(|found| found.differences) {
            prop_assert_ne!(found.real, Real::Yes);
            if let Some([data, method, scope]) = three(&found) {
                prop_assert_eq!((data, method), (0.0, 0.0));
                prop_assert_eq!(Some(scope), found.total.map(Points::value));
            }
        }
    }
}
