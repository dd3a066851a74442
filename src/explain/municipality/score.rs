//! The score of a municipality, its rank, and the pillars and indicators they come from.

use super::Facts;
use crate::explain::text::{Page, list, percent, sentence};
use crate::readiness::indicator::Pillar;
use crate::report::language::Language::{self, En, Sv};

/// The score with what can move it, and the rank.
pub fn score(facts: &Facts<'_>) -> Vec<String> {
    let Facts { unit, language, .. } = facts;
    let whole = |value: f64| format!("{value:.0}");
    let (low, high) = (
        unit.score_low.map(whole).unwrap_or_default(),
        unit.score_high.map(whole).unwrap_or_default(),
    );
    let unknown: Vec<&str> = bounds(facts)
        .into_iter()
        .filter(|(_, value, ..)| value.is_none())
        .map(|(pillar, ..)| pillar_name(*language, pillar))
        .collect();
    let ruined: Vec<&str> = bounds(facts)
        .into_iter()
        .filter(|(_, value, ..)| *value == Some(0.0))
        .map(|(pillar, ..)| pillar_name(*language, pillar))
        .collect();
    let mut sentences = vec![match (unit.score.map(whole), language) {
        (Some(score), Sv) if low == high => {
            format!("Poängen är {score} av 100, vad det okända än är.")
        }
        (Some(score), En) if low == high => {
            format!("The score is {score} of 100, whatever the unknowns are.")
        }
        (Some(score), Sv) => format!(
            "Poängen är {score} av 100. Det som inte är känt kan göra den till allt mellan {low} \
             och {high}."
        ),
        (Some(score), En) => format!(
            "The score is {score} of 100. What is not known can make it anything from {low} to \
             {high}."
        ),
        (None, Sv) => format!(
            "Det finns ingen poäng, eftersom inget är känt inom {}; den kan vara allt mellan \
             {low} och {high}.",
            list(Sv, &unknown)
        ),
        (None, En) => format!(
            "There is no score, as nothing is known of {}; it may be anything from {low} to {high}.",
            list(En, &unknown)
        ),
    }];
    if unit.score.is_some() && !ruined.is_empty() {
        sentences.push(match language {
            Sv => format!(
                "Den är 0 därför att {} är 0 bland det som är känt: ett starkt område kan inte \
                 väga upp ett som är noll.",
                list(Sv, &ruined)
            ),
            En => format!(
                "It is 0 because {} {} 0 by what is known: a good pillar cannot buy off a ruined \
                 one.",
                list(En, &ruined),
                if ruined.len() == 1 { "is" } else { "are" }
            ),
        });
    }
    sentences.extend(rank(facts));
    sentences
}

fn rank(facts: &Facts<'_>) -> Option<String> {
    let Facts { unit, language, ranked, .. } = facts;
    let interval = unit.rank_low.zip(unit.rank_high);
    let interval = match (interval, language) {
        (Some((low, high)), Sv) if low == high => {
            format!("; i nio av tio dragningar av det okända och av vikterna är den {low}")
        }
        (Some((low, high)), En) if low == high => {
            format!("; in nine of ten draws of the unknowns and the weights it is {low}")
        }
        (Some((low, high)), Sv) => format!(
            "; i nio av tio dragningar av det okända och av vikterna ligger den mellan {low} och \
             {high}"
        ),
        (Some((low, high)), En) => format!(
            "; in nine of ten draws of the unknowns and the weights it is between {low} and {high}"
        ),
        (None, _) => String::new(),
    };
    Some(match (unit.rank?, language) {
        (rank, Sv) => format!("Placeringen är {rank} av {ranked}, där 1 är bäst{interval}."),
        (rank, En) => format!("The rank is {rank} of {ranked}, where 1 is best{interval}."),
    })
}

type Bounds = (Pillar, Option<f64>, Option<f64>, Option<f64>);

fn bounds(facts: &Facts<'_>) -> [Bounds; Pillar::ALL.len()] {
    let unit = &facts.unit;
    Pillar::ALL.map(|pillar| match pillar {
        Pillar::Fixed => (pillar, unit.fixed, unit.fixed_low, unit.fixed_high),
        Pillar::Mobile => (pillar, unit.mobile, unit.mobile_low, unit.mobile_high),
        Pillar::Resilience => (pillar, unit.resilience, unit.resilience_low, unit.resilience_high),
        Pillar::Power => (pillar, unit.power, unit.power_low, unit.power_high),
    })
}

fn pillar_name(language: Language, pillar: Pillar) -> &'static str {
    match (language, pillar) {
        (Sv, Pillar::Fixed) => "fast bredband",
        (Sv, Pillar::Mobile) => "mobilnät",
        (Sv, Pillar::Resilience) => "motståndskraft",
        (Sv, Pillar::Power) => "el",
        (En, Pillar::Fixed) => "fixed broadband",
        (En, Pillar::Mobile) => "mobile networks",
        (En, Pillar::Resilience) => "resilience",
        (En, Pillar::Power) => "power",
    }
}

/// Each pillar with its indicators.
pub fn pillars(facts: &Facts<'_>, page: &mut Page) {
    let language = facts.language;
    for (pillar, value, low, high) in bounds(facts) {
        let name = sentence(pillar_name(language, pillar));
        let range = match (low, high) {
            (Some(low), Some(high)) => format!("{low:.0}–{high:.0}"),
            _ => String::new(),
        };
        let value = match (value, language) {
            (Some(value), _) => format!("{value:.0}"),
            (None, Sv) => "inte känt".to_owned(),
            (None, En) => "not known".to_owned(),
        };
        page.paragraph([format!("{name}: {value} ({range}).")]);
        for row in facts.indicators.iter().filter(|row| row.pillar == pillar.name()) {
            page.item(&indicator(facts, row));
        }
    }
}

fn indicator(facts: &Facts<'_>, row: &crate::explain::result::IndicatorRow) -> String {
    let language = facts.language;
    let name = indicator_name(facts, &row.indicator);
    let share =
        |value: Option<f64>| value.map(|value| percent(language, value)).unwrap_or_default();
    let (low, high, known) = (share(row.value_low), share(row.value_high), share(row.known_share));
    match (row.value, row.known_share, language) {
        (None, _, Sv) => format!("{name}: inte känt för någon."),
        (None, _, En) => format!("{name}: not known of any."),
        (Some(value), Some(1.0), Sv) => format!("{name}: {} (känt för alla).", percent(Sv, value)),
        (Some(value), Some(1.0), En) => format!("{name}: {} (known of all).", percent(En, value)),
        (Some(value), _, Sv) => format!(
            "{name}: {} av dem där det är känt, som är {known} av alla; bland alla är det mellan {low} \
             och {high}.",
            percent(Sv, value)
        ),
        (Some(value), _, En) => format!(
            "{name}: {} of those where it is known, which are {known} of all; among all it is between \
             {low} and {high}.",
            percent(En, value)
        ),
    }
}

fn indicator_name(facts: &Facts<'_>, id: &str) -> String {
    let language = facts.language;
    let targets = facts.result.targets();
    let rate = crate::explain::text::number(language, targets.site_download_mbps);
    let backup = crate::explain::text::number(language, targets.backup_power_h);
    match (id, language) {
        ("sites_connected_share", Sv) => "Fast anslutning i drift".to_owned(),
        ("sites_connected_share", En) => "A fixed connection in service".to_owned(),
        ("sites_target_share", Sv) => format!("Fast anslutning med minst {rate} Mbit/s"),
        ("sites_target_share", En) => format!("A fixed connection of {rate} Mbit/s or more"),
        ("sites_mobile_10_share", Sv) => "Minst ett mobilnät med 10 Mbit/s".to_owned(),
        ("sites_mobile_10_share", En) => "At least one mobile network at 10 Mbit/s".to_owned(),
        ("sites_mobile_30_share", Sv) => "Minst ett mobilnät med 30 Mbit/s".to_owned(),
        ("sites_mobile_30_share", En) => "At least one mobile network at 30 Mbit/s".to_owned(),
        ("sites_two_networks_share", Sv) => "Minst två mobilnät med 10 Mbit/s".to_owned(),
        ("sites_two_networks_share", En) => "At least two mobile networks at 10 Mbit/s".to_owned(),
        ("sites_redundant_share", Sv) => {
            "Ingen enskild del bortom den egna noden bryter anslutningen".to_owned()
        }
        ("sites_redundant_share", En) => {
            "No single element beyond its own node breaks the connection".to_owned()
        }
        ("sites_backup_power_share", Sv) => format!("Egen reservkraft i minst {backup} timmar"),
        ("sites_backup_power_share", En) => {
            format!("Backup power of its own for {backup} hours or more")
        }
        ("sites_two_feeds_share", Sv) => "Minst två elmatningar".to_owned(),
        ("sites_two_feeds_share", En) => "Two power feeds or more".to_owned(),
        (other, _) => other.to_owned(),
    }
}
