//! What follows for a site: how long it lasts, its flags, and what was found about its row.

use super::Facts;
use crate::document::Document;
use crate::model::knowledge::Knowledge;
use crate::pages::wording;
use crate::units::Hours;
use crate::words::key::{self, form};
use crate::words::sentence;

/// How long it keeps service without grid power, and whether its own backup ends it.
pub fn endurance(facts: &Facts<'_>) -> Vec<String> {
    let words = facts.words;
    let the_site = sentence(facts.the_site());
    if facts.service() == Knowledge::No {
        return vec![words.say(key::SiteNoServiceToLose { the_site })];
    }
    let lasts = match (facts.site.endurance_low_h, facts.site.endurance_high_h) {
        (Some(Hours::ZERO), Some(Hours::ZERO)) => words.say(key::SiteEndsAtOnce),
        (Some(low), Some(high)) if low == high => words.say(key::SiteLasts { hours: low }),
        (Some(low), Some(high)) if low > Hours::ZERO => {
            words.say(key::SiteLastsBetween { low, high })
        }
        (_, Some(high)) => words.say(key::SiteLastsAtMost { high }),
        (Some(low), None) if low > Hours::ZERO => words.say(key::SiteLastsAtLeast { low }),
        (Some(_), None) => words.say(key::SiteLastsUnknown),
        (None, None) => words.say(key::SiteNeedsNoPower),
    };
    vec![lasts, own_backup(facts)]
}

fn own_backup(facts: &Facts<'_>) -> String {
    let words = facts.words;
    let (the_site, register) = (facts.the_site(), facts.register());
    let Some(hours) = facts.site.backup_power_h else {
        return words.say(key::SiteBackupUnknown { the_site, register });
    };
    let high = facts.site.endurance_high_h;
    if hours == Hours::ZERO {
        words.say(key::SiteNoBackup { the_site: sentence(the_site), register })
    } else if high == Some(hours) {
        words.say(key::SiteBackupLimits { the_site, hours, register })
    } else if high.is_some_and(|high| high < hours) {
        sentence(words.say(key::SiteBackupOutlasts { the_site, hours, register }))
    } else {
        sentence(words.say(key::SiteBackup { the_site, hours, register }))
    }
}

/// Each flag in words.
pub fn flags(facts: &Facts<'_>, page: &mut Document) {
    let words = facts.words;
    for &flag in &facts.site.flags {
        let what = words.form(flag, form::Long);
        page.item(words.say(key::InBrackets { what, more: flag.name() }));
    }
}

/// What was found about the row of the register.
pub fn findings(facts: &Facts<'_>, page: &mut Document) {
    let words = facts.words;
    for finding in &facts.findings {
        let place = wording::place(words, &finding.dataset, finding.row);
        let more = match (&finding.field, &finding.value) {
            (None, _) => place,
            (Some(field), None) => format!("{place}, {field}"),
            (Some(field), Some(value)) => format!("{place}, {field} = {value}"),
        };
        let what = sentence(finding.message.in_language(words.0).trim_end_matches('.'));
        let mut said = format!("{}.", words.say(key::InBrackets { what, more }));
        if let Some(hint) = &finding.hint {
            let hint = hint.in_language(words.0);
            said.push_str(&format!(" {}", words.say(key::Advice { hint })));
        }
        page.item(said);
    }
}
