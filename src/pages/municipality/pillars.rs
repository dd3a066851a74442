//! The groups of the framework with their indicators, and where the municipality stands out.

use super::Facts;
use crate::document::Document;
use crate::output::record::PartRecord;
use crate::readiness::indicator::SITE_INDICATORS;
use crate::score::standing::{STANDS_OUT, Standing};
use crate::table::indicator::{IndicatorRow, NoValue};
use crate::table::score::{ScoreRow, WithoutScore};
use crate::units::{Score, Share};
use crate::words::key;

/// Each pillar with its indicators, those of deeper groups among them.
pub fn pillars(facts: &Facts<'_>, page: &mut Document) {
    let framework = &facts.about.framework;
    let Some(root) = framework.root() else { return };
    for pillar in framework.pillars() {
        page.paragraph([heading(facts, pillar)]);
        // A pillar without any source is said once.
        if facts.about.is_asked(&pillar.id) {
            below(facts, page, pillar, 0);
        }
    }
    if framework.indicators_below(&root.id).next().is_none() {
        return;
    }
    if framework.pillars().next().is_some() {
        page.paragraph([facts.words.say(key::MunicipalityOutsidePillars)]);
    }
    indicators(facts, page, root, 0);
}

fn below(facts: &Facts<'_>, page: &mut Document, group: &PartRecord, depth: usize) {
    indicators(facts, page, group, depth);
    for deeper in facts.about.framework.groups_below(&group.id) {
        page.item_at(depth, heading(facts, deeper));
        below(facts, page, deeper, depth + 1);
    }
}

fn indicators(facts: &Facts<'_>, page: &mut Document, group: &PartRecord, depth: usize) {
    for part in facts.about.framework.indicators_below(&group.id) {
        let row = facts.rows.indicators.iter().find(|row| row.indicator == part.id);
        if let Some(row) = row {
            page.item_at(depth, indicator(facts, facts.name_of(part), row));
        }
    }
}

/// `Power: 17 (9–51).`
fn heading(facts: &Facts<'_>, group: &PartRecord) -> String {
    let words = facts.words;
    let name = facts.name_of(group);
    let Some(row) = facts.score_of(&group.id) else {
        return words.say(key::MunicipalityPillar { name });
    };
    let value = match row.score {
        Some(score) => words.show(score),
        None => without(facts, row),
    };
    let ends = row.score_low.zip(row.score_high);
    match ends.map(|(low, high)| (words.show(low), words.show(high))) {
        Some((low, high)) if low != high => {
            words.say(key::MunicipalityPillarBetween { name, value, low, high })
        }
        _ => words.say(key::MunicipalityPillarIs { name, value }),
    }
}

fn without(facts: &Facts<'_>, row: &ScoreRow) -> String {
    let words = facts.words;
    match (&row.no_score, row.known_share) {
        (Some(WithoutScore::NotAsked), _) => words.say(key::MunicipalityLeftOut),
        (Some(WithoutScore::NothingKnown), _) => words.say(key::MunicipalityNothingKnown),
        (Some(WithoutScore::TooLittleKnown), Some(known)) => {
            words.say(key::MunicipalityTooLittleKnown { known })
        }
        _ => words.say(key::MunicipalityWithoutScore),
    }
}

/// Whether an indicator is a share of sites; others are what municipalities bring themselves, in a
/// measure of their own.
pub fn is_of_sites(facts: &Facts<'_>, id: &str) -> bool {
    let of_service = id.strip_prefix("service_").and_then(|rest| rest.strip_suffix("_share"));
    SITE_INDICATORS.iter().any(|indicator| indicator.id == id)
        || of_service
            .is_some_and(|service| facts.rows.services.iter().any(|row| row.service_id == service))
}

fn indicator(facts: &Facts<'_>, name: &str, row: &IndicatorRow) -> String {
    if !is_of_sites(facts, &row.indicator) {
        return own(facts, name, row);
    }
    let words = facts.words;
    if row.no_score == Some(NoValue::NotAsked) {
        return words.say(key::MunicipalityIndicatorLeftOut { name });
    }
    let share = |value: Option<f64>| value.and_then(Share::new);
    let Some((low, high)) = share(row.value_low).zip(share(row.value_high)) else {
        return words.say(key::MunicipalityIndicatorNowhere { name });
    };
    match share(row.value).zip(share(row.known_share)) {
        None => words.say(key::MunicipalityIndicatorUnknown { name }),
        Some((value, known)) if known.value() == 1.0 => {
            words.say(key::MunicipalityIndicator { name, value })
        }
        Some((value, known)) => {
            words.say(key::MunicipalityIndicatorEstimated { name, value, known, low, high })
        }
    }
}

/// An indicator that the municipality brings itself.
fn own(facts: &Facts<'_>, name: &str, row: &IndicatorRow) -> String {
    let words = facts.words;
    let value = match row.value {
        Some(value) => words.show(value),
        None => words.say(key::MunicipalityValueUnknown),
    };
    let between = row.value_low.zip(row.value_high).filter(|(low, high)| low != high);
    let value = match between {
        Some((low, high)) => words.say(key::MunicipalityValueBetween { value, low, high }),
        None => value,
    };
    match row.normalised {
        Some(score) => words.say(key::MunicipalityValueGives { name, value, score }),
        None => words.say(key::MunicipalityValue { name, value }),
    }
}

/// The indicators in which it is strong or weak against the others, whatever the unknowns are.
pub fn standing(facts: &Facts<'_>) -> Vec<String> {
    let words = facts.words;
    let named = |wanted: Standing| {
        let rows = facts.rows.indicators.iter().filter(|row| row.standing == Some(wanted));
        let texts: Vec<String> = rows.filter_map(|row| against_the_median(facts, row)).collect();
        (!texts.is_empty()).then(|| words.list(&texts))
    };
    let limit = STANDS_OUT;
    let (strong, weak) = (named(Standing::Strength), named(Standing::Weakness));
    if strong.is_none() && weak.is_none() {
        return vec![words.say(key::MunicipalityNoStanding { limit })];
    }
    vec![
        match strong {
            Some(names) => words.say(key::MunicipalityStrengths { limit, names }),
            None => words.say(key::MunicipalityNoStrength { limit }),
        },
        match weak {
            Some(names) => words.say(key::MunicipalityWeaknesses { limit, names }),
            None => words.say(key::MunicipalityNoWeakness { limit }),
        },
    ]
}

fn against_the_median(facts: &Facts<'_>, row: &IndicatorRow) -> Option<String> {
    let name = facts.indicator_name(&row.indicator);
    let own = row.normalised?;
    let median = Score::clamped(row.region_median?)?;
    Some(facts.words.say(key::MunicipalityAgainstMedian { name, own, median }))
}
