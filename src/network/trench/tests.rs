//! Drawings small enough to check by hand; `within` is 5 m and `shared_at_least` 50 m where
//! nothing else is said.

use geo::{Coord, Euclidean, Length, LineString};

use crate::model::network::{NodeIdx, SpanIdx};
use crate::network::trench::axis::Axis;
use crate::network::trench::pairs::Neighbourhood;
use crate::network::trench::{Route, Stretch, TrenchRule, derive};
use crate::units::Metres;

/// A route that owns its line.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    pub(super) span: u32,
    pub(super) line: LineString<f64>,
    pub(super) nodes: (u32, u32),
}

/// A route between two nodes of its own.
pub(super) fn drawn(span: u32, line: &[(f64, f64)]) -> Drawn {
    between(span, line, (1000 + 2 * span, 1001 + 2 * span))
}

fn between(span: u32, line: &[(f64, f64)], nodes: (u32, u32)) -> Drawn {
    Drawn { span, line: line.to_vec().into(), nodes }
}

fn reversed(drawn: &Drawn) -> Drawn {
    let (start, end) = drawn.nodes;
    Drawn {
        line: drawn.line.0.iter().rev().copied().collect(),
        nodes: (end, start),
        ..drawn.clone()
    }
}

fn moved(drawn: &Drawn, by: (f64, f64)) -> Drawn {
    let by = Coord { x: by.0, y: by.1 };
    Drawn { line: drawn.line.0.iter().map(|&c| c + by).collect(), ..drawn.clone() }
}

pub(super) fn routes(drawn: &[Drawn]) -> Vec<Route<'_>> {
    drawn
        .iter()
        .map(|d| Route {
            span: SpanIdx(d.span),
            line: &d.line,
            start: NodeIdx(d.nodes.0),
            end: NodeIdx(d.nodes.1),
        })
        .collect()
}

pub(super) fn rule(within: f64, shared_at_least: f64) -> TrenchRule {
    let metres = |value| Metres::new(value).expect("a length");
    TrenchRule { within: metres(within), shared_at_least: metres(shared_at_least) }
}

const fn usual() -> (f64, f64) {
    (5.0, 50.0)
}

/// Sets and lengths of what was found, sorted.
pub(super) type Found = Vec<(Vec<u32>, f64)>;

pub(super) fn summary(stretches: &[Stretch]) -> Found {
    let mut found: Found = stretches
        .iter()
        .map(|s| (s.spans.iter().map(|span| span.0).collect(), s.length.value()))
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    found
}

/// The same, after all has been drawn the other way round, in another order, and far away, and
/// found to change nothing.
fn found_by(drawn: &[Drawn], (within, shared_at_least): (f64, f64)) -> Found {
    let rule = rule(within, shared_at_least);
    let stretches = derive(&routes(drawn), rule);
    for stretch in &stretches {
        let (length, line) = (stretch.length.value(), Euclidean.length(&stretch.line));
        assert!((length - line).abs() < 1e-6, "{length} m, and the line has {line}");
        assert!(stretch.spans.is_sorted() && stretch.spans.len() >= 2);
    }
    let found = summary(&stretches);
    let other_way: Vec<Drawn> = drawn.iter().map(reversed).collect();
    let some_other_way: Vec<Drawn> =
        drawn.iter().map(|d| if d.span % 2 == 0 { reversed(d) } else { d.clone() }).collect();
    let other_order: Vec<Drawn> = drawn.iter().rev().cloned().collect();
    let far_away: Vec<Drawn> = drawn.iter().map(|d| moved(d, (500_000.0, 6_500_000.0))).collect();
    // Which is the first of two with the same spans, and so has the id without a number, too.
    for again in [other_way, some_other_way, other_order] {
        assert_eq!(derive(&routes(&again), rule), stretches);
    }
    let again = summary(&derive(&routes(&far_away), rule));
    assert!(about_equal(&found, &again), "{found:?} became {again:?}");
    found
}

fn found(drawn: &[Drawn]) -> Found {
    found_by(drawn, usual())
}

pub(super) fn about_equal(a: &Found, b: &Found) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.0 == b.0 && (a.1 - b.1).abs() < 1e-6)
}

#[track_caller]
fn assert_found(found: &Found, expected: &[(&[u32], f64)]) {
    let expected: Found = expected.iter().map(|&(set, length)| (set.to_vec(), length)).collect();
    assert!(about_equal(found, &expected), "found {found:?}, expected {expected:?}");
}

/// ```text
///   0 --------------------
///   1 --------------------   3 m away
///
///   2 --------------------   7 m away
/// ```
#[test]
fn near_is_within() {
    let drawn = [
        drawn(0, &[(0.0, 0.0), (200.0, 0.0)]),
        drawn(1, &[(0.0, 3.0), (200.0, 3.0)]),
        drawn(2, &[(0.0, -7.0), (200.0, -7.0)]),
    ];
    assert_found(&found(&drawn), &[(&[0, 1], 200.0)]);
    // Exactly as far as is near, and exactly as long as is long enough, wherever it is drawn.
    assert_found(&found_by(&drawn, (7.0, 200.0)), &[(&[0, 1, 2], 200.0)]);
    for tenths in 1..20 {
        let off = f64::from(tenths) / 10.0;
        let beside = moved(&drawn[0], (0.0, off)).line;
        let two = [drawn[0].clone(), Drawn { line: beside, ..drawn[1].clone() }];
        assert_found(&found_by(&two, (off, 50.0)), &[(&[0, 1], 200.0)]);
    }
    assert_found(&found_by(&drawn, (2.9, 50.0)), &[]);
    assert_found(&found_by(&drawn, (5.0, 200.1)), &[]);
}

/// ```text
///                        ___,---'  1 leaves at 1 in 20
///              __,---'''
///   0 --------'-------------------
/// ```
///
/// From 0 the distance to 1 at `t` is `t · sin`, so they part at `5 / sin`; on 1, where the nearest
/// of 0 is straight below, at the length where the height is 5, which is the same.
#[test]
fn diverging_lines_part_where_they_are_five_metres_apart() {
    let drawn = [drawn(0, &[(0.0, 0.0), (400.0, 0.0)]), drawn(1, &[(0.0, 0.0), (400.0, 20.0)])];
    let part = 5.0 * 401.0_f64.sqrt();
    assert_found(&found(&drawn), &[(&[0, 1], part)]);
}

/// ```text
///   0    ----------------------    3 m apart; 1 begins 60 m later: 4 m before it, 0 is within 5
///   1          ----------------
/// ```
#[test]
fn the_end_of_a_cable_is_round() {
    let drawn = [drawn(0, &[(0.0, 0.0), (260.0, 0.0)]), drawn(1, &[(60.0, 3.0), (260.0, 3.0)])];
    assert_found(&found(&drawn), &[(&[0, 1], 204.0)]);
}

/// Two cables drawn as one line are one trench, whatever the vertices and the direction.
#[test]
fn one_line_for_two_cables() {
    let bent = [(0.0, 0.0), (100.0, 0.0), (100.0, 300.0)];
    let finer = [(0.0, 0.0), (30.0, 0.0), (100.0, 0.0), (100.0, 0.0), (100.0, 1.0), (100.0, 300.0)];
    let back = [(100.0, 300.0), (100.0, 150.0), (100.0, 0.0), (0.0, 0.0)];
    let drawn = [drawn(0, &bent), drawn(1, &bent), drawn(2, &finer), drawn(3, &back)];
    assert_found(&found(&drawn), &[(&[0, 1, 2, 3], 400.0)]);
    assert_found(&found_by(&drawn, (0.0, 50.0)), &[(&[0, 1, 2, 3], 400.0)]);
    assert_found(&found_by(&drawn, (0.0, 0.0)), &[(&[0, 1, 2, 3], 400.0)]);
}

/// ```text
///          1
///          |
///   0 -----+-----     within 50 m of each other for 100 m, and no trench
///          |
/// ```
#[test]
fn a_crossing_is_no_trench() {
    let drawn =
        [drawn(0, &[(-500.0, 0.0), (500.0, 0.0)]), drawn(1, &[(0.0, -500.0), (0.0, 500.0)])];
    assert_found(&found_by(&drawn, (50.0, 50.0)), &[]);
}

/// ```text
///        ''--..__
///   0 ----------''--..__-----------     at 1 in 5: 25 m either side; at 1 in 50: 250 m
///                      ''--..   1
/// ```
#[test]
fn a_shallow_crossing_is_one_when_long() {
    let at = |slope: f64| {
        [
            drawn(0, &[(-1000.0, 0.0), (1000.0, 0.0)]),
            drawn(1, &[(-1000.0, 1000.0 * slope), (1000.0, -1000.0 * slope)]),
        ]
    };
    let length = |slope: f64| 10.0 * (1.0 + 1.0 / (slope * slope)).sqrt();
    assert_found(&found_by(&at(0.2), (5.0, 60.0)), &[]);
    assert_found(&found(&at(0.05)), &[(&[0, 1], length(0.05))]);
    // 0.6 is 31°, and 0.55 less than 29°.
    assert_found(&found_by(&at(0.6), (50.0, 50.0)), &[]);
    let [(_, long)] = &found_by(&at(0.55), (50.0, 50.0))[..] else { panic!("one") };
    assert!((long - 10.0 * length(0.55)).abs() < 1e-5);
}

/// ```text
///   0 ------.
///            `--------(N)     together for the last 60 m: nothing; for 100 m: nothing;
///   1 ------'                 for 101 m or 300 m: all of it
/// ```
#[test]
fn the_last_metres_into_a_common_node() {
    let fork = |together: f64| {
        [
            between(0, &[(-300.0, 300.0), (0.0, 0.0), (together, 0.0)], (1, 9)),
            // Drawn from the node.
            between(1, &[(together, 0.0), (0.0, 0.0), (-300.0, -300.0)], (9, 2)),
        ]
    };
    // Each is near the other's last slanting metres as well: 5 m past the end of the straight,
    // less what the slant of the other's own corner gives.
    assert_found(&found(&fork(60.0)), &[]);
    assert_found(&found(&fork(94.0)), &[]);
    let [(set, length)] = &found(&fork(300.0))[..] else { panic!("one") };
    assert_eq!(set, &[0, 1]);
    assert!((300.0..310.0).contains(length), "{length}");
    // The same lines that do not end in one node are a trench.
    let mut apart = fork(60.0);
    apart[1].nodes = (8, 2);
    assert_eq!(found(&apart).len(), 1);
}

/// ```text
///   (M)===============(N)     two cables drawn as one: counts when longer than 150 m
/// ```
#[test]
fn both_ends_common() {
    let both = |length: f64| {
        let line = [(0.0, 0.0), (length, 0.0)];
        [between(0, &line, (1, 2)), between(1, &line, (1, 2))]
    };
    assert_found(&found(&both(500.0)), &[(&[0, 1], 500.0)]);
    assert_found(&found(&both(150.0)), &[]);
    assert_found(&found(&both(150.1)), &[(&[0, 1], 150.1)]);
}

/// ```text
///   0 ----------------------------------------------
///   1 ------------------------------.
///   2 --------------.                \
///                    \                \
///                200                400              600
/// ```
///
/// A branch leaves at a right angle, so the set ends 5 m less a metre or so past the fork; the
/// next begins 5 m behind that end.
#[test]
fn a_bundle_that_forks_one_by_one() {
    let drawn = [
        drawn(0, &[(0.0, 0.0), (600.0, 0.0)]),
        drawn(1, &[(0.0, 0.0), (400.0, 0.0), (400.0, -300.0)]),
        drawn(2, &[(0.0, 0.0), (200.0, 0.0), (200.0, -300.0)]),
    ];
    assert_found(&found(&drawn), &[(&[0, 1], 195.0), (&[0, 1, 2], 205.0)]);
}

/// ```text
///   0 ---------------------------
///   1 ---------------.                 0 to 70
///   2          ----------------------  40 to 110
/// ```
#[test]
fn staggered_pairs_are_both_kept() {
    let drawn = [
        drawn(0, &[(0.0, 0.0), (110.0, 0.0)]),
        drawn(1, &[(0.0, 3.0), (66.0, 3.0)]),
        drawn(2, &[(44.0, -3.0), (110.0, -3.0)]),
    ];
    assert_found(&found(&drawn), &[(&[0, 1], 70.0), (&[0, 2], 70.0)]);
}

/// ```text
///   0 --------------------------
///   1 -------.        ,---------
///             `------'
/// ```
#[test]
fn leaves_and_rejoins() {
    let away = |deep: f64| {
        let around = [(0.0, 0.0), (200.0, 0.0), (200.0, deep), (300.0, deep), (300.0, 0.0)];
        let line: Vec<_> = around.into_iter().chain([(600.0, 0.0)]).collect();
        [drawn(0, &[(0.0, 0.0), (600.0, 0.0)]), drawn(1, &line)]
    };
    assert_found(&found(&away(40.0)), &[(&[0, 1], 205.0), (&[0, 1], 305.0)]);
    // Noise of the drawing: from 299 to 301 it is further off than 5 m.
    let noise = [(0.0, 0.0), (294.0, 0.0), (300.0, 40.0), (306.0, 0.0), (600.0, 0.0)];
    let noisy = [drawn(0, &[(0.0, 0.0), (600.0, 0.0)]), drawn(1, &noise)];
    assert_found(&found(&noisy), &[(&[0, 1], 600.0)]);
}

/// ```text
///   0 --------------------
///   1 --------------------   4 m from either
///   2 --------------------
/// ```
#[test]
fn a_chain_sideways_is_one_trench() {
    let drawn: Vec<Drawn> = (0..3)
        .map(|i| drawn(i, &[(0.0, 4.0 * f64::from(i)), (200.0, 4.0 * f64::from(i))]))
        .collect();
    assert_found(&found(&drawn), &[(&[0, 1, 2], 200.0)]);
}

/// ```text
///         .---------.
///        (N)        |      two loops of 400 m in one trench, and a cable along one side
///         '---------'
///    -----------------
/// ```
#[test]
fn loops() {
    let square = [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0), (0.0, 0.0)];
    let loops = [between(0, &square, (1, 1)), between(1, &square, (1, 1))];
    assert_found(&found(&loops), &[(&[0, 1], 400.0)]);
    let side = [between(0, &square, (1, 1)), drawn(1, &[(-50.0, -3.0), (150.0, -3.0)])];
    assert_found(&found(&side), &[(&[0, 1], 108.0)]);
    assert_found(&found(&[between(0, &square, (1, 1))]), &[]);
}

/// ```text
///   0 -----------------.
///     -----------------'    out and back in one street: no trench by itself
/// ```
#[test]
fn a_route_near_itself_is_no_trench() {
    let back = [(0.0, 0.0), (300.0, 0.0), (300.0, 2.0), (0.0, 2.0)];
    assert_found(&found(&[drawn(0, &back)]), &[]);
    // With another, it is; the length is that along the reference, there and back.
    let two = [drawn(0, &back), drawn(1, &[(0.0, -2.0), (300.0, -2.0)])];
    assert_found(&found(&two), &[(&[0, 1], 602.0)]);
}

/// Straight for 100 km, with a short cable beside it: segments are compared in pieces, and the
/// pieces leave no seam and no vertex.
#[test]
fn a_long_straight_route() {
    let drawn = [
        drawn(0, &[(0.0, 0.0), (60_000.0, 80_000.0)]),
        drawn(1, &[(600.0, 803.0), (6_600.0, 8_803.0)]),
    ];
    let stretches = derive(&routes(&drawn), rule(5.0, 50.0));
    let [stretch] = &stretches[..] else { panic!("one") };
    assert_eq!(stretch.line.0.len(), 2);
    let past_an_end = (25.0_f64 - 1.8 * 1.8).sqrt();
    assert!((stretch.length.value() - 10_000.0 - 2.0 * past_an_end).abs() < 1e-6);
}

#[test]
fn what_has_no_length_takes_no_part() {
    let drawn = [
        drawn(0, &[]),
        drawn(1, &[(0.0, 0.0)]),
        drawn(2, &[(0.0, 0.0), (0.0, 0.0), (0.0, 0.0)]),
        drawn(3, &[(0.0, 0.0), (0.0, 0.0), (100.0, 0.0), (100.0, 0.0), (100.0, 0.0)]),
        drawn(4, &[(0.0, 0.0), (50.0, 0.0), (50.0, 0.0), (100.0, 0.0)]),
        drawn(5, &[(f64::MAX, 0.0), (-f64::MAX, 0.0)]),
        between(6, &[(0.0, 0.0), (0.0, 0.0)], (1, 1)),
    ];
    let stretches = derive(&routes(&drawn), rule(5.0, 50.0));
    assert_eq!(summary(&stretches), [(vec![3, 4], 100.0)]);
    assert_eq!(derive(&routes(&drawn), rule(0.0, 0.0)).len(), 1);
    assert_eq!(derive(&[], rule(5.0, 50.0)), []);
}

/// Two routes of one span are no trench: one span cannot share with itself.
#[test]
fn a_span_does_not_share_with_itself() {
    let line = [(0.0, 0.0), (200.0, 0.0)];
    assert_found(&found(&[drawn(0, &line), drawn(0, &line)]), &[]);
}

/// The line of an element keeps the vertices of its reference.
#[test]
fn the_line_of_a_trench() {
    let drawn = [
        drawn(0, &[(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (300.0, 100.0)]),
        drawn(1, &[(0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (100.0, 300.0)]),
    ];
    let stretches = derive(&routes(&drawn), rule(5.0, 50.0));
    let line: Vec<(f64, f64)> = stretches[0].line.coords().map(|c| (c.x, c.y)).collect();
    assert_eq!(line[..3], [(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)]);
    assert_eq!(line.len(), 4);
    let (x, y) = line[3];
    assert!((x - 100.0).abs() < 1e-6 || (y - 100.0).abs() < 1e-6, "{line:?}");
}

/// The intervals themselves, before gaps are closed: 3 m apart, so 4 m past either end.
#[test]
fn exact_intervals() {
    let drawn = [
        drawn(0, &[(0.0, 0.0), (50.0, 0.0), (200.0, 0.0)]),
        drawn(1, &[(40.0, 3.0), (100.0, 3.0)]),
    ];
    let routes = routes(&drawn);
    let axes: Vec<Axis> = routes.iter().map(|route| Axis::of(route.line)).collect();
    let near = Neighbourhood::of(&routes, &axes, rule(5.0, 50.0)).near(0);
    let ends: Vec<f64> = near.iter().flat_map(|run| [run.along.from, run.along.to]).collect();
    for (end, expected) in ends.iter().zip([36.0, 50.0, 50.0, 104.0]) {
        assert!((end - expected).abs() < 1e-6, "{ends:?}");
    }
    assert_eq!(ends.len(), 4);
}
