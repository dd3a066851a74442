use super::*;
use crate::model::framework::testing::{group, heading, indicator};
use crate::model::framework::{Framework, Mean};
use crate::model::indicator::{IndicatorTable, Unit};
use crate::readiness::indicator::Silence;
use crate::score::draws::kernel::Kernel;
use crate::score::draws::streams;
use crate::score::evaluate::evaluate;
use crate::score::stream::{Numbers, Stream, uniform};
use Knowledge::{No, Unknown, Yes};

const CHANCE: Asks = Asks { silence: Silence::ByChance, connection: true, lasting: None };

/// A site of which the owner says whether it is connected, with one condition given that it is.
fn site(connected: Knowledge, given_connected: Knowledge) -> SiteCase {
    let is = match connected {
        Yes => given_connected,
        No => No,
        Unknown if given_connected == No => No,
        Unknown => Unknown,
    };
    let supposed = [No, No, given_connected, given_connected];
    SiteCase {
        connected,
        by_owner_alone: connected != Unknown,
        placed: true,
        backup_power: None,
        conditions: vec![Some(Condition { is, supposed })],
    }
}

fn value(sites: &[SiteCase], asks: Asks) -> IndicatorValue {
    let sites = sites.iter().map(|site| (site, 1.0)).collect();
    UnitOdds::new(sites).value(0, asks).expect("it concerns the sites")
}

fn many(parts: &[(usize, SiteCase)]) -> Vec<SiteCase> {
    parts.iter().flat_map(|(count, site)| vec![site.clone(); *count]).collect()
}

#[test]
fn the_unknown_are_like_the_known_of_whom_only_the_owner_says() {
    let connected = |known| SiteCase {
        conditions: vec![Some(Condition { is: known, supposed: [No, No, Yes, Yes] })],
        ..site(known, Unknown)
    };
    let found =
        value(&many(&[(8, connected(Yes)), (4, connected(No)), (8, connected(Unknown))]), CHANCE);
    assert!((found.estimate.value() - 2.0 / 3.0).abs() < 1e-12);
    assert_eq!((found.low.value(), found.high.value(), found.known.value()), (0.4, 0.8, 0.6));
    // Those that a layer covers say nothing of those that no layer covers.
    let covered = SiteCase { by_owner_alone: false, ..connected(Yes) };
    let found = value(&many(&[(8, covered), (8, connected(Unknown))]), CHANCE);
    assert_eq!(found.estimate.value(), 0.75);
    // Of one without a place no layer's silence says anything: it is like all.
    let covered = SiteCase { by_owner_alone: false, ..connected(Yes) };
    let nowhere = SiteCase { placed: false, ..connected(Unknown) };
    assert_eq!(value(&many(&[(9, covered), (1, nowhere)]), CHANCE).estimate.value(), 1.0);
}

#[test]
fn a_rate_is_asked_of_those_that_are_connected() {
    // 10 connected, of which 2 are known to have the rate and 2 not; 10 without.
    let sites = many(&[
        (2, site(Yes, Yes)),
        (2, site(Yes, No)),
        (6, site(Yes, Unknown)),
        (10, site(No, Unknown)),
    ]);
    let found = value(&sites, CHANCE);
    assert!((found.estimate.value() - 0.25).abs() < 1e-12);
    assert_eq!((found.low.value(), found.high.value()), (0.1, 0.4));
    // With the same odds as often among those of unknown connection as they are connected.
    let more = [sites, many(&[(10, site(Unknown, Unknown))])].concat();
    let found = value(&more, CHANCE);
    assert!((found.estimate.value() - (2.0 + 3.0 + 10.0 * 0.5 * 0.5) / 30.0).abs() < 1e-12);
}

#[test]
fn without_anything_to_learn_from_the_odds_are_even() {
    let found = value(&many(&[(4, site(Unknown, Unknown))]), CHANCE);
    assert_eq!((found.estimate.value(), found.known.value()), (0.25, 0.0));
    let layer = Asks { silence: Silence::SaysNothing, connection: false, lasting: None };
    let covered = |known| SiteCase {
        conditions: vec![Some(Condition::alike(known))],
        ..site(Unknown, Unknown)
    };
    let found = value(&many(&[(4, covered(Yes)), (4, covered(Unknown))]), layer);
    assert_eq!(found.estimate.value(), 0.75);
}

#[test]
fn the_spread_is_that_of_a_beta_binomial_prediction() {
    // Of 12 that are known 8 are; 8 are not known: α = 8½, β = 4½.
    let connected = |known| SiteCase {
        conditions: vec![Some(Condition { is: known, supposed: [No, No, Yes, Yes] })],
        ..site(known, Unknown)
    };
    let found =
        value(&many(&[(8, connected(Yes)), (4, connected(No)), (8, connected(Unknown))]), CHANCE);
    let (a, b, u) = (8.5, 4.5, 8.0);
    let sum: f64 = a + b;
    let variance = u * a * b * (sum + u) / (sum * sum * (sum + 1.0));
    let shift = u * (8.0 / 12.0 - a / sum);
    let spread = (variance + shift * shift).sqrt() / 20.0;
    assert!((found.spread / spread - 1.0).abs() < 0.03, "{} {spread}", found.spread);
    assert_eq!(value(&many(&[(3, connected(Yes))]), CHANCE).spread, 0.0);
}

/// How a region is drawn: how likely a site is to be connected, and to have the rate where it is;
/// and how likely each is to be told.
struct Region {
    connected: f64,
    rate: f64,
    connection_told: f64,
    rate_told: f64,
}

/// The true share, what is told of the sites, and the share of yes among those of which it is told.
fn drawn(of: &Region, sites: usize, dice: &mut Numbers) -> (f64, Vec<SiteCase>) {
    let mut truth = 0.0;
    let mut cases = Vec::new();
    for _ in 0..sites {
        let mut is = |share: f64| uniform(dice) < share;
        let (connected, rate) = (is(of.connected), is(of.rate));
        let (connection_told, rate_told) = (is(of.connection_told), is(of.rate_told));
        truth += if connected && rate { 1.0 / sites as f64 } else { 0.0 };
        let told = |told: bool, is| if told { Knowledge::from_known(is) } else { Unknown };
        // Who knows the rate knows that there is a connection.
        let given = told(rate_told && connection_told && connected, rate);
        cases.push(site(told(connection_told, connected), given));
    }
    (truth, cases)
}

/// Units drawn at random: the mean of estimate less truth, the same of the share of the known, and
/// how often the truth lies within nine tenths of the draws.
fn tried(of: &Region) -> (f64, f64, f64) {
    const UNITS: usize = 600;
    const DRAWS: u32 = 400;
    let dice = &mut Stream::new(7, 0, 0).numbers();
    let (mut bias, mut naive, mut truths, mut readings) = (0.0, 0.0, Vec::new(), Vec::new());
    for _ in 0..UNITS {
        let (truth, cases) = drawn(of, 40, dice);
        let found = value(&cases, CHANCE);
        let share = found.low.value() / found.known.value().max(1e-9);
        bias += (found.estimate.value() - truth) / UNITS as f64;
        naive += (share - truth) / UNITS as f64;
        truths.push(truth);
        readings.push(found.reading(found.estimate));
    }
    let groups = vec![group("index", "", 1.0, Mean::Arithmetic)];
    let framework = Framework::new(heading(), groups, vec![indicator("a", "index", 1.0)]);
    let framework = framework.expect("a tree");
    let units = (0..UNITS).map(|i| Unit { id: i.to_string(), name: String::new() }).collect();
    let table = IndicatorTable::new(units, vec![readings]);
    let evaluation = evaluate(&framework, &table).expect("usable");
    let kernel = Kernel::new(&framework, &table, &evaluation, &[Framework::ROOT]);
    let mut room = kernel.room();
    let mut scores = vec![Vec::new(); UNITS];
    for draw in 0..DRAWS {
        kernel.draw(&streams(3, draw), &mut room);
        for (scores, score) in scores.iter_mut().zip(room.scores(Framework::ROOT)) {
            scores.push(*score);
        }
    }
    scores.iter_mut().for_each(|scores| scores.sort_by(f64::total_cmp));
    let held = scores.iter().zip(&truths).filter(|(scores, truth)| {
        let at = |share: f64| scores[(share * f64::from(DRAWS - 1)) as usize];
        // A share of forty sites moves in steps of 2.5 points.
        (at(0.05) - 1.25..=at(0.95) + 1.25).contains(&(100.0 * **truth))
    });
    (bias, naive, held.count() as f64 / UNITS as f64)
}

#[test]
fn the_estimate_is_unbiased_and_the_draws_hold_the_truth_as_often_as_they_say() {
    for (connection_told, rate_told) in [(1.0, 0.3), (1.0, 0.8), (0.6, 0.5)] {
        for (connected, rate) in [(0.7, 0.5), (0.5, 0.8), (0.8, 0.3)] {
            let region = Region { connected, rate, connection_told, rate_told };
            let (bias, naive, held) = tried(&region);
            // The standard error of 600 means is below a third of a point.
            assert!(bias.abs() < 0.01, "{connected} {rate} {connection_told} {rate_told}: {bias}");
            assert!((0.84..=0.97).contains(&held), "{connected} {rate} {rate_told}: {held}");
            if rate_told < 0.5 {
                assert!(naive < -0.05, "the known are no sample here: {naive}");
            }
        }
    }
}
