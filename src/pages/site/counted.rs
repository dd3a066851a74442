//! Which conditions of the framework a site meets: what it brings to its municipality's score.

use super::Facts;
use crate::model::knowledge::Knowledge;
use crate::words::{key, sentence};

/// The indicators it counts as a yes in, as a no, and of which it is not known; nothing where no
/// indicator of the framework is about it.
pub fn counted(facts: &Facts<'_>) -> Option<String> {
    let words = facts.words;
    if facts.municipality.is_none() {
        return Some(words.say(key::SiteCountsNowhere { the_site: sentence(facts.the_site()) }));
    }
    let named = |wanted: Knowledge| {
        let indicators = facts.about.framework.indicators.iter();
        let names: Vec<&str> = indicators
            .filter(|indicator| condition(facts, &indicator.id) == Some(wanted))
            .map(|indicator| indicator.name(words.0))
            .collect();
        (!names.is_empty()).then(|| words.list(&names))
    };
    let parts = [
        named(Knowledge::Yes).map(|names| words.say(key::SiteCountsYes { names })),
        named(Knowledge::No).map(|names| words.say(key::SiteCountsNo { names })),
        named(Knowledge::Unknown).map(|names| words.say(key::SiteCountsUnknown { names })),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| words.say(key::SiteCounts { parts: parts.join("; ") }))
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
