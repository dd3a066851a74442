//! The law of answers: an answer may be yes or no only if it stays so however the unknowns fall.
//!
//! What is not known of a region is filled in at random, again and again, and everything that the
//! region answered before is asked again. What layers and owners state stays as it is; only blanks
//! are filled.

mod region;

use beredd::ingest::Inputs;
use beredd::model::coverage::{MobileCoverage, MobileSignal};
use beredd::model::infrastructure::Infrastructure;
use beredd::model::knowledge::Knowledge::{self, No, Unknown, Yes};
use beredd::model::network::NodeIdx;
use beredd::pipeline::Outcome;
use beredd::readiness::failure::{Effect, Fallback};
use beredd::readiness::service::Readiness;
use beredd::units::{Hours, Mbps, Metres};
use proptest::prelude::*;
use region::{plan, scored};

/// Numbers at random that need no quality: a linear congruence with its upper bits.
struct Chance(u64);

impl Chance {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        ((self.0 >> 33) as usize) % count
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn rate(&mut self) -> Option<Mbps> {
        Mbps::new(self.one(&[0.0, 5.0, 10.0, 29.0, 30.0, 99.0, 100.0, 1000.0, 10_000.0]))
    }

    fn hours(&mut self) -> Option<Hours> {
        Hours::new(self.one(&[0.0, 2.0, 4.0, 24.0, 72.0, 1000.0]))
    }

    /// One feed or two, of few, so that things share them.
    fn feeds(&mut self, known: &[String]) -> Vec<String> {
        let feeds = (0..1 + self.below(2)).map(|_| match self.below(4) {
            0 => "NEW".to_owned(),
            _ if known.is_empty() => "ONLY".to_owned(),
            _ => known[self.below(known.len().min(3))].clone(),
        });
        let mut feeds: Vec<String> = feeds.collect();
        feeds.sort();
        feeds.dedup();
        feeds
    }
}

/// Fills every blank with something that could have stood there.
fn completed(before: &Outcome, chance: &mut Chance) -> Inputs {
    let mut inputs = before.inputs.clone();
    let of = &before.inputs.infrastructure;
    let all = of.network.iter().flat_map(|network| network.nodes());
    let known: Vec<String> = all
        .flat_map(|node| &node.power.feeds)
        .chain(of.masts().iter().flat_map(|mast| &mast.power.feeds))
        .chain(inputs.sites.iter().flat_map(|site| &site.power_feeds))
        .cloned()
        .collect();
    let asks_feeds = of.asks_feeds;
    for (site, found) in inputs.sites.iter_mut().zip(&before.assessment.sites) {
        let connected = found.fixed.is_connected();
        if connected == Unknown {
            site.stated_connection = chance.one(&[Yes, No]);
        }
        if found.fixed.download.is_none() && connected != No {
            site.stated_download = chance.rate();
        }
        site.backup_power = site.backup_power.or_else(|| chance.hours());
        site.persons = site.persons.or(Some(chance.one(&[0, 1, 20, 500])));
        if site.power_feeds.is_empty() && asks_feeds {
            site.power_feeds = chance.feeds(&known);
        }
    }
    for area in inputs.fixed.iter_mut().flat_map(|layer| &mut layer.areas) {
        area.download = area.download.or_else(|| chance.rate());
    }
    for layer in &mut inputs.mobile {
        match &mut layer.coverage {
            MobileCoverage::Polygons(areas) => {
                for area in areas {
                    area.download = area.download.or_else(|| chance.rate());
                }
            }
            MobileCoverage::AtSites(signals) => {
                for signal in signals {
                    let blank = match signal {
                        MobileSignal::Unknown | MobileSignal::Covered(None) => true,
                        MobileSignal::Silent => !layer.complete,
                        _ => false,
                    };
                    if blank {
                        *signal = match chance.below(3) {
                            0 => MobileSignal::NotCovered,
                            _ => MobileSignal::Covered(chance.rate()),
                        };
                    }
                }
            }
        }
    }
    let Infrastructure { mut network, mut masts, trenches, .. } = inputs.infrastructure;
    let nodes = network.iter().flat_map(|network| network.nodes());
    let ids: Vec<String> = nodes.map(|node| node.id.clone()).collect();
    for mast in masts.iter_mut().flatten() {
        mast.range = mast.range.or_else(|| Metres::new(chance.one(&[1.0, 3_000.0, 20_000.0])));
        if mast.stated_node.is_none() && !ids.is_empty() {
            mast.stated_node = Some(ids[chance.below(ids.len())].clone());
        }
        mast.power.battery = mast.power.battery.or_else(|| chance.hours());
        if mast.power.feeds.is_empty() && asks_feeds {
            mast.power.feeds = chance.feeds(&known);
        }
    }
    if let Some(network) = &mut network {
        for node in (0..network.nodes().len() as u32).map(NodeIdx) {
            let mut power = network.node(node).power.clone();
            power.battery = power.battery.or_else(|| chance.hours());
            if power.feeds.is_empty() && power.needs_power && asks_feeds {
                power.feeds = chance.feeds(&known);
            }
            network.set_power(node, power);
        }
    }
    inputs.infrastructure = Infrastructure::new(network, masts, &inputs.sites);
    inputs.infrastructure.asks_feeds = asks_feeds;
    inputs.infrastructure.trenches = trenches;
    inputs
}

/// Every answer about one site that is yes or no, or a word that says as much.
fn answers(outcome: &Outcome, site: usize) -> Vec<(String, Knowledge)> {
    let found = &outcome.assessment.sites[site];
    let failures = &found.failures;
    let mut answers = vec![
        ("connected".to_owned(), found.fixed.is_connected()),
        ("meets_target".to_owned(), found.meets_target),
        ("fixed_service".to_owned(), failures.fixed),
        ("mobile_service".to_owned(), failures.mobile),
        ("served".to_owned(), failures.fixed.or(failures.mobile)),
        ("redundant".to_owned(), found.is_redundant()),
        ("falls_back".to_owned(), failures.falls_back),
        ("always_served".to_owned(), failures.always_served),
    ];
    for (number, network) in found.mobile.networks.iter().enumerate() {
        answers.push((format!("network {number} at 10"), network.at_10));
        answers.push((format!("network {number} at 30"), network.at_30));
    }
    for (service, own) in &outcome.assessment.service_readiness[site] {
        answers.push((format!("service {service}"), own.status.is_ready()));
        let capable = match own.status {
            Readiness::NotReady => No,
            Readiness::Ready | Readiness::AtRisk => Yes,
            Readiness::Unknown => Unknown,
        };
        answers.push((format!("capacity for service {service}"), capable));
    }
    answers
}

fn agree(before: &Outcome, after: &Outcome) -> Result<(), TestCaseError> {
    for site in 0..before.inputs.sites.len() {
        let id = &before.inputs.sites[site].id;
        for ((name, was), (_, is)) in answers(before, site).into_iter().zip(answers(after, site)) {
            prop_assert!(was == Unknown || was == is, "{id}: {name} was {was:?} and is {is:?}");
        }
        let (was, is) = (&before.assessment.sites[site], &after.assessment.sites[site]);
        // Of a site of unknown connection, what it falls back on is told as if it were connected.
        if was.failures.fixed != Unknown {
            let (was, is) = (was.failures.fallback, is.failures.fallback);
            let same = match was {
                Fallback::Unknown => true,
                // Whether one that may reach it does is not what these two tell apart.
                Fallback::Shared => matches!(is, Fallback::Shared | Fallback::None),
                Fallback::Independent | Fallback::None => is == was,
            };
            prop_assert!(same, "{id}: fallback was {was:?} and is {is:?}");
            for point in &self::points(before, site) {
                let found = points(after, site).into_iter().find(|other| other.0 == point.0);
                prop_assert!(found.is_some(), "{id}: {} no longer cuts it off", point.0);
                let effect = found.expect("there").1;
                prop_assert!(
                    point.1 == Effect::Unknown || point.1 == effect,
                    "{id}: {point:?} {effect:?}"
                );
            }
        }
        for backup in &was.failures.backups {
            let now = is.failures.backups.iter().find(|other| other.mast == backup.mast);
            if backup.reaches == Yes {
                prop_assert!(now.is_some(), "{id}: a mast no longer reaches it");
            }
            if let Some(now) = now.filter(|_| was.failures.fixed != Unknown) {
                let (was, is) = (backup.holds, now.holds);
                prop_assert!(was == Unknown || was == is, "{id}: holds was {was:?} and is {is:?}");
            }
        }
        // Without end is longer than any number.
        let hours = |hours: Option<Hours>| hours.map_or(f64::INFINITY, Hours::value);
        let (was, is) = (was.failures.endurance, is.failures.endurance);
        prop_assert!(hours(was.low()) <= hours(is.low()), "{id}: {was:?} {is:?}");
        prop_assert!(hours(is.high()) <= hours(was.high()), "{id}: {was:?} {is:?}");
    }
    Ok(())
}

fn points(outcome: &Outcome, site: usize) -> Vec<(String, Effect)> {
    let infrastructure = &outcome.inputs.infrastructure;
    let points = outcome.assessment.sites[site].failures.points.iter();
    points
        .map(|point| {
            let kind = point.element.kind().name();
            (format!("{kind} {}", point.element.id(infrastructure)), point.effect)
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 0, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_stays_however_the_unknowns_fall(plan in plan(), seed in any::<u64>()) {
        let (project, inputs) = plan.region();
        let before = scored(&project, inputs);
        let mut chance = Chance(seed);
        for _ in 0..3 {
            let after = scored(&project, completed(&before, &mut chance));
            agree(&before, &after)?;
        }
    }
}
