//! The score of a municipality, its rank, and the pillars and indicators they come from.

use super::Facts;
use crate::explain::text::{Page, list, percent, sentence};
use crate::report::language::Language::{En, Sv};

/// The score with what can move it, and the rank.
pub fn score(facts: &Facts<'_>) -> Vec<String> {
    let Facts { unit, language, .. } = facts;
    let whole = |value: f64| format!("{value:.0}");
    let (low, high) = (
        unit.score_low.map(whole).unwrap_or_default(),
        unit.score_high.map(whole).unwrap_or_default(),
    );
    let pillars = bounds(facts);
    let named = |value: Option<f64>| {
        let alike = pillars.iter().filter(move |pillar| pillar.value == value);
        alike.map(|pillar| pillar.name).collect::<Vec<&str>>()
    };
    let (unknown, ruined) = (named(None), named(Some(0.0)));
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

/// A pillar: its id, what people call it, its value and bounds.
struct Pillar<'a> {
    id: &'a str,
    name: &'a str,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
}

fn bounds<'a>(facts: &'a Facts<'_>) -> Vec<Pillar<'a>> {
    let framework = facts.result.framework();
    let root = framework.groups.first().map(|group| group.id.as_str());
    let pillars = framework.groups.iter().filter(|group| group.parent.as_deref() == root);
    pillars
        .map(|group| {
            let row = facts.scores.iter().find(|row| row.group == group.id);
            Pillar {
                id: &group.id,
                name: group.name(facts.language == Sv),
                value: row.and_then(|row| row.score),
                low: row.and_then(|row| row.score_low),
                high: row.and_then(|row| row.score_high),
            }
        })
        .collect()
}

/// Each pillar with its indicators.
pub fn pillars(facts: &Facts<'_>, page: &mut Page) {
    let language = facts.language;
    for Pillar { id, name, value, low, high } in bounds(facts) {
        let name = sentence(name);
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
        for row in facts.indicators.iter().filter(|row| row.pillar == id) {
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

fn indicator_name<'a>(facts: &'a Facts<'_>, id: &'a str) -> &'a str {
    let known = facts.result.framework().indicators.iter().find(|indicator| indicator.id == id);
    known.map_or(id, |indicator| indicator.name(facts.language == Sv))
}
