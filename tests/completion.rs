//! The law of answers: an answer may be yes or no only if it stays so however the unknowns fall.
//!
//! What is not known of a region is filled in at random, again and again, and everything that the
//! region answered before is asked again. What layers and owners state stays as it is; only blanks
//! are filled.

mod region;

use std::collections::{BTreeMap, BTreeSet};

use beredd::ingest::Inputs;
use beredd::model::coverage::{MobileCoverage, MobileSignal};
use beredd::model::infrastructure::Infrastructure;
use beredd::model::knowledge::Knowledge::{self, No, Unknown, Yes};
use beredd::model::network::NodeIdx;
use beredd::pipeline::Outcome;
use beredd::readiness::failure::{Effect, Fallback};
use beredd::readiness::service::Readiness;
use beredd::table::list::{self, Run};
use beredd::table::{Cell, Edition};
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

/// What may become of a cell when unknowns are filled in.
#[derive(Clone, Copy)]
enum Law {
    /// It stays, if it says anything.
    Stays,
    /// A count or bound of what is known: it only rises.
    Rises,
    /// Of what is not: it only falls.
    Falls,
    /// Hours, blank for without end: they only rise.
    HoursRise,
    HoursFall,
    /// A list of what is known: it only grows, but for what says that something is not.
    Grows(&'static [&'static str]),
    /// A list of what is not known to be there: it only shrinks.
    Shrinks,
    /// Who says so, or what comes first of several: no answer.
    Names,
    /// [`agree`] knows.
    Elsewhere,
}

fn law(table: &str, column: &str) -> Law {
    use Law::*;
    match (table, column) {
        ("sites", "fixed_technology") => Names,
        ("sites", column) if column.starts_with("fixed_") && column.contains("source") => Names,
        ("sites", column) if column.ends_with("_row") || column.ends_with("_file") => Names,
        ("sites", "source" | "unlisted_mast") => Stays,
        (
            "sites",
            "mobile_networks_10mbps"
            | "mobile_networks_30mbps"
            | "single_points"
            | "fixed_download_low_mbps",
        ) => Rises,
        ("sites", "mobile_networks_unknown") => Falls,
        ("sites", "endurance_low_h") => HoursRise,
        ("sites", "endurance_high_h") => HoursFall,
        ("sites", "flags") => Grows(&["unknown_connection", "shared_fallback"]),
        ("sites", "fallback") => Elsewhere,
        (
            "sites",
            "site_id"
            | "name"
            | "kind"
            | "municipality_code"
            | "municipality_match"
            | "easting_m"
            | "northing_m"
            | "persons"
            | "fixed_status"
            | "fixed_download_mbps"
            | "meets_target"
            | "nearest_node"
            | "nearest_node_m"
            | "nearest_mast"
            | "nearest_mast_m"
            | "access_node"
            | "drop_length_m"
            | "network_status"
            | "disjoint_paths"
            | "endurance_h"
            | "served"
            | "fixed_service"
            | "mobile_service"
            | "backup_power_h"
            | "power_feeds",
        ) => Stays,
        ("services", "missing" | "not_known") => Shrinks,
        ("services", "site_id" | "service_id" | "status" | "name") => Stays,
        ("services", column) if column.starts_with("needed_") => Stays,
        ("dependencies", "site_id" | "element_kind" | "element_id" | "stage" | "effect") => Stays,
        ("dependencies", "trench_within_m" | "order_to_core") => Stays,
        ("backups", "basis" | "shared_kind" | "shared_id") => Names,
        (
            "backups",
            "site_id" | "mast_id" | "radio_network" | "reaches" | "holds" | "mast_node"
            | "mast_feeds" | "mast_way",
        ) => Stays,
        _ => panic!("under which law is {table}.{column}?"),
    }
}

/// The tables under a law, and the columns that name a row of each.
const TABLES: [(&str, &[&str]); 4] = [
    ("sites", &["site_id"]),
    ("services", &["site_id", "service_id"]),
    ("dependencies", &["site_id", "element_kind", "element_id"]),
    ("backups", &["site_id", "mast_id"]),
];

/// Rows by what names them, with their cells as text by column.
type Rows = BTreeMap<Vec<String>, BTreeMap<String, String>>;

fn rows(outcome: &Outcome) -> BTreeMap<&'static str, Rows> {
    let Outcome { inputs, assessment, findings } = outcome;
    let tables = list::of_run(&Run { inputs, assessment, findings, mend: None }, Edition::Full);
    let find = |name: &str| tables.iter().find(|table| table.name == name).expect("a table");
    let rows = TABLES.map(|(name, keys)| {
        let table = find(name);
        let text = |cell: &Cell| match cell {
            Cell::Blank => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Integer(number) => number.to_string(),
            Cell::Number(number) => number.to_string(),
        };
        let row = |cells: &Vec<Cell>| -> BTreeMap<String, String> {
            let names = table.columns.iter().map(|column| column.name.to_string());
            names.zip(cells.iter().map(text)).collect()
        };
        let keyed = |row: BTreeMap<String, String>| {
            (keys.iter().map(|key| row[*key].clone()).collect::<Vec<_>>(), row)
        };
        (name, table.rows.iter().map(row).map(keyed).collect())
    });
    BTreeMap::from(rows)
}

/// Whether a cell may have become another.
fn keeps(law: Law, was: &str, is: &str) -> bool {
    let number = |text: &str, blank: f64| match text {
        "" => blank,
        text => text.parse().expect("a number"),
    };
    let list = |text: &str| -> BTreeSet<String> {
        text.split(';').filter(|item| !item.is_empty()).map(str::to_owned).collect()
    };
    match law {
        Law::Stays => was.is_empty() || was == "unknown" || was == is,
        Law::Rises => was.is_empty() || number(was, 0.0) <= number(is, f64::NAN),
        Law::Falls => was.is_empty() || number(was, 0.0) >= number(is, f64::NAN),
        Law::HoursRise => number(was, f64::INFINITY) <= number(is, f64::INFINITY),
        Law::HoursFall => number(was, f64::INFINITY) >= number(is, f64::INFINITY),
        Law::Grows(but) => {
            let is = list(is);
            list(was).iter().all(|item| is.contains(item) || but.contains(&item.as_str()))
        }
        Law::Shrinks => list(is).is_subset(&list(was)),
        Law::Names | Law::Elsewhere => true,
    }
}

/// Every cell of the four tables, under the law of its column.
fn cells_keep_their_law(before: &Outcome, after: &Outcome) -> Result<(), TestCaseError> {
    // Of a site of unknown connection, what takes it is told as if it were connected.
    let open: BTreeSet<&str> = before
        .inputs
        .sites
        .iter()
        .zip(&before.assessment.sites)
        .filter(|(_, found)| found.failures.fixed == Unknown)
        .map(|(site, _)| site.id.as_str())
        .collect();
    let (before, after) = (rows(before), rows(after));
    for (table, was) in &before {
        for (key, row) in was {
            let Some(now) = after[table].get(key) else {
                let may_go = match *table {
                    "dependencies" => open.contains(key[0].as_str()),
                    "backups" => row["reaches"] == "unknown",
                    _ => false,
                };
                prop_assert!(may_go, "{table}: the row {key:?} is gone");
                continue;
            };
            for (column, cell) in row {
                let as_if = matches!(
                    (*table, column.as_str()),
                    ("dependencies", _)
                        | ("backups", "holds")
                        | ("sites", "single_points" | "flags")
                );
                if as_if && open.contains(key[0].as_str()) {
                    continue;
                }
                let is = &now[column];
                prop_assert!(
                    keeps(law(table, column), cell, is),
                    "{table}.{column} of {key:?} was {cell:?} and is {is:?}"
                );
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 0, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_stays_however_the_unknowns_fall(plan in plan(), seed in any::<u64>()) {
        let (project, inputs) = plan.region();
        let before = scored(&project, inputs);
        let mut chance = Chance(seed);
        for _ in 0..3 {
            let after = scored(&project, completed(&before, &mut chance));
            agree(&before, &after)?;
            cells_keep_their_law(&before, &after)?;
        }
    }
}
