//! The groups of the framework with their indicators, and where the municipality stands out.

use super::Facts;
use super::score::NoScore;
use crate::document::Document;
use crate::explain::result::{IndicatorRow, ScoreRow};
use crate::explain::text::{list, number, percent, points};
use crate::readiness::indicator::SITE_INDICATORS;
use crate::report::record::PartRecord;
use crate::score::standing::{STANDS_OUT, Standing};
use crate::words::Language::{En, Sv};

/// Each pillar with its indicators, those of deeper groups among them.
pub fn pillars(facts: &Facts<'_>, page: &mut Document) {
    let framework = facts.framework();
    let Some(root) = framework.root() else { return };
    for pillar in framework.pillars() {
        page.paragraph([format!("{}.", heading(facts, pillar))]);
        // A pillar without any source is said once.
        if facts.result.is_asked(&pillar.id) {
            below(facts, page, pillar, 0);
        }
    }
    if framework.indicators_below(&root.id).next().is_none() {
        return;
    }
    if framework.pillars().next().is_some() {
        page.paragraph([match facts.language {
            Sv => "Utanför områdena:".to_owned(),
            En => "Outside the pillars:".to_owned(),
        }]);
    }
    indicators(facts, page, root, 0);
}

fn below(facts: &Facts<'_>, page: &mut Document, group: &PartRecord, depth: usize) {
    indicators(facts, page, group, depth);
    for deeper in facts.framework().groups_below(&group.id) {
        page.item_at(depth, format!("{}.", heading(facts, deeper)));
        below(facts, page, deeper, depth + 1);
    }
}

fn indicators(facts: &Facts<'_>, page: &mut Document, group: &PartRecord, depth: usize) {
    for part in facts.framework().indicators_below(&group.id) {
        let row = facts.indicators.iter().find(|row| row.indicator == part.id);
        if let Some(row) = row {
            page.item_at(depth, indicator(facts, facts.name_of(part), row));
        }
    }
}

/// `Power: 17 (9–51)`.
fn heading(facts: &Facts<'_>, group: &PartRecord) -> String {
    let language = facts.language;
    let name = facts.name_of(group);
    let Some(row) = facts.score_of(&group.id) else { return name.to_owned() };
    let value = match row.score {
        Some(score) => points(language, score),
        None => without(facts, row),
    };
    let ends = row.score_low.zip(row.score_high);
    let ends = ends.map(|(low, high)| (points(language, low), points(language, high)));
    match ends {
        Some((low, high)) if low != high => format!("{name}: {value} ({low}–{high})"),
        _ => format!("{name}: {value}"),
    }
}

fn without(facts: &Facts<'_>, row: &ScoreRow) -> String {
    let known = row.known_share.map(|share| percent(facts.language, share)).unwrap_or_default();
    if row.no_score == "not_asked" {
        return match facts.language {
            Sv => "inte med, ingen källa".to_owned(),
            En => "left out, no source".to_owned(),
        };
    }
    match (NoScore::of(row), facts.language) {
        (Some(NoScore::NothingKnown), Sv) => "inget är känt".to_owned(),
        (Some(NoScore::NothingKnown), En) => "nothing is known".to_owned(),
        (Some(NoScore::TooLittleKnown), Sv) => format!("ingen poäng, bara {known} är känt"),
        (Some(NoScore::TooLittleKnown), En) => format!("no score, only {known} is known"),
        (_, Sv) => "ingen poäng".to_owned(),
        (_, En) => "no score".to_owned(),
    }
}

/// Whether an indicator is a share of sites; others are what municipalities bring themselves, in a
/// measure of their own.
pub fn is_of_sites(facts: &Facts<'_>, id: &str) -> bool {
    let of_service = id.strip_prefix("service_").and_then(|rest| rest.strip_suffix("_share"));
    SITE_INDICATORS.iter().any(|indicator| indicator.id == id)
        || of_service
            .is_some_and(|service| facts.services.iter().any(|row| row.service_id == service))
}

fn indicator(facts: &Facts<'_>, name: &str, row: &IndicatorRow) -> String {
    if !is_of_sites(facts, &row.indicator) {
        return own(facts, name, row);
    }
    let language = facts.language;
    if row.no_score == "not_asked" {
        return not_asked(facts, name);
    }
    let Some((low, high)) = row.value_low.zip(row.value_high) else {
        return match language {
            Sv => format!("{name}: berör ingen verksamhet här."),
            En => format!("{name}: concerns no site here."),
        };
    };
    let share = |value| percent(language, value);
    let (low, high) = (share(low), share(high));
    let known = row.known_share.map(share).unwrap_or_default();
    match (row.value.map(share), row.known_share, language) {
        (None, _, Sv) => format!("{name}: inte känt för någon."),
        (None, _, En) => format!("{name}: not known of any."),
        (Some(value), Some(1.0), Sv) => format!("{name}: {value} (känt för alla)."),
        (Some(value), Some(1.0), En) => format!("{name}: {value} (known of all)."),
        (Some(value), _, Sv) => format!(
            "{name}: {value} enligt bästa skattningen. Det är känt för {known}, och vad det okända \
             än är ligger andelen mellan {low} och {high}."
        ),
        (Some(value), _, En) => format!(
            "{name}: {value} by the best estimate. It is known of {known}, and whatever the \
             unknowns are the share is between {low} and {high}."
        ),
    }
}

fn not_asked(facts: &Facts<'_>, name: &str) -> String {
    match facts.language {
        Sv => format!("{name}: inte med, ingen källa."),
        En => format!("{name}: left out, no source."),
    }
}

/// An indicator that the municipality brings itself.
fn own(facts: &Facts<'_>, name: &str, row: &IndicatorRow) -> String {
    let language = facts.language;
    let text = |value| number(language, value);
    let given = row.normalised.map(|value| points(language, value));
    let value = match (row.value.map(text), language) {
        (Some(value), _) => value,
        (None, Sv) => "inte känt".to_owned(),
        (None, En) => "not known".to_owned(),
    };
    let between = row.value_low.zip(row.value_high).filter(|(low, high)| low != high);
    let between = match (between, language) {
        (Some((low, high)), Sv) => format!(" (mellan {} och {})", text(low), text(high)),
        (Some((low, high)), En) => format!(" (between {} and {})", text(low), text(high)),
        (None, _) => String::new(),
    };
    match (given, language) {
        (Some(given), Sv) => format!("{name}: {value}{between}, vilket ger {given} av 100."),
        (Some(given), En) => format!("{name}: {value}{between}, which gives {given} of 100."),
        (None, _) => format!("{name}: {value}{between}."),
    }
}

/// The indicators in which it is strong or weak against the others, whatever the unknowns are.
pub fn standing(facts: &Facts<'_>) -> Vec<String> {
    let language = facts.language;
    let named = |wanted: Standing| {
        let rows = facts.indicators.iter().filter(|row| row.standing == wanted.name());
        let texts: Vec<String> = rows.filter_map(|row| against_the_median(facts, row)).collect();
        (!texts.is_empty()).then(|| list(language, &texts))
    };
    let limit = points(language, STANDS_OUT);
    let sentence = |names: Option<String>, (what, place): (&str, &str)| match (names, language) {
        (Some(names), Sv) => format!(
            "{what}, minst {limit} poäng {place} medianen bland kommunerna vad det okända än är: \
             {names}."
        ),
        (Some(names), En) => format!(
            "{what}, at least {limit} points {place} the median of the municipalities whatever \
             the unknowns are: {names}."
        ),
        (None, Sv) => format!(
            "Ingen indikator ligger säkert {limit} poäng eller mer {place} medianen bland \
             kommunerna."
        ),
        (None, En) => format!(
            "No indicator is known to be {limit} points or more {place} the median of the \
             municipalities."
        ),
    };
    let (strong, weak) = (named(Standing::Strength), named(Standing::Weakness));
    let words = match language {
        Sv => [("Styrkor", "över"), ("Svagheter", "under")],
        En => [("Strengths", "above"), ("Weaknesses", "below")],
    };
    if strong.is_none() && weak.is_none() {
        let place = match language {
            Sv => "över eller under",
            En => "above or below",
        };
        return vec![sentence(None, ("", place))];
    }
    vec![sentence(strong, words[0]), sentence(weak, words[1])]
}

fn against_the_median(facts: &Facts<'_>, row: &IndicatorRow) -> Option<String> {
    let language = facts.language;
    let name = facts.indicator_name(&row.indicator);
    let (own, median) = (points(language, row.normalised?), points(language, row.region_median?));
    Some(match language {
        Sv => format!("{name} ({own} poäng, medianen är {median})"),
        En => format!("{name} ({own} points, the median is {median})"),
    })
}
