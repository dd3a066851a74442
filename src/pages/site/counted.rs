//! Which conditions of the framework a site meets: what it brings to its municipality's score.

use super::Facts;
use crate::model::knowledge::Knowledge;
use crate::pages::text::list;
use crate::words::Language::{En, Sv};
use crate::words::sentence;

/// The indicators it counts as a yes in, as a no, and of which it is not known; nothing where no
/// indicator of the framework is about it.
pub fn counted(facts: &Facts<'_>) -> Vec<String> {
    let language = facts.language;
    let the_site = facts.the_site();
    if facts.municipality.is_none() {
        return vec![match language {
            Sv => format!("{} räknas inte i någon kommuns poäng.", sentence(&the_site)),
            En => format!("{} counts in no municipality's score.", sentence(&the_site)),
        }];
    }
    let named = |wanted: Knowledge| {
        let indicators = facts.result.framework.indicators.iter();
        let names: Vec<&str> = indicators
            .filter(|indicator| condition(facts, &indicator.id) == Some(wanted))
            .map(|indicator| indicator.name(language))
            .collect();
        (!names.is_empty()).then(|| list(language, &names))
    };
    let parts = [
        (Knowledge::Yes, "ja i", "yes in"),
        (Knowledge::No, "nej i", "no in"),
        (Knowledge::Unknown, "okänt i", "unknown in"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter_map(|(wanted, sv, en)| {
            let names = named(wanted)?;
            Some(match language {
                Sv => format!("{sv}: {names}"),
                En => format!("{en}: {names}"),
            })
        })
        .collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let parts = parts.join("; ");
    vec![match language {
        Sv => format!("Räknas som {parts}."),
        En => format!("Counts as {parts}."),
    }]
}

/// Whether the site meets the condition of an indicator; `None` where that is not about it.
fn condition(facts: &Facts<'_>, indicator: &str) -> Option<Knowledge> {
    let of_service = || {
        let id = indicator.strip_prefix("service_")?.strip_suffix("_share")?;
        let service = facts.services.iter().find(|service| service.service_id == id)?;
        Some(service.status.is_ready())
    };
    facts.conditions.as_ref().and_then(|row| row.condition(indicator)).or_else(of_service)
}
