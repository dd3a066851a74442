//! What is not known of a municipality, counted, with the input that would tell.

use super::Facts;
use super::rows::Inside;
use std::collections::BTreeSet;

use crate::access::mast_reach::ReachBasis;
use crate::document::Document;
use crate::model::coverage::FixedStatus;
use crate::model::knowledge::Knowledge;
use crate::network::dependence::NetworkStatus;
use crate::network::element::ElementKind;
use crate::pages::wording;
use crate::readiness::failure::Fallback;
use crate::table::element::BackupRow;
use crate::table::site::SiteRow;
use crate::units::Share;
use crate::words::{Words, key};

/// One item for each kind of gap.
pub fn gaps(facts: &Facts<'_>, page: &mut Document) {
    let Some(inside) = &facts.rows.inside else {
        return public(facts, page);
    };
    let mut items = of_sites(facts, inside);
    items.extend(of_masts(facts, inside));
    if items.is_empty() {
        page.paragraph([facts.words.say(key::MunicipalityNoGap)]);
    }
    for item in items {
        page.item(item);
    }
}

fn of_sites(facts: &Facts<'_>, inside: &Inside) -> Vec<String> {
    let words = facts.words;
    let connected = |site: &&SiteRow| site.fixed_service != Knowledge::No;
    type Is = fn(&SiteRow) -> bool;
    type Say = fn(Words, usize) -> String;
    let gaps: [(Is, Say); 9] = [
        (
            |site| site.easting_m.is_none(),
            |words, count| words.say(key::MunicipalityGapPlace { count }),
        ),
        (
            |site| site.persons.is_none(),
            |words, count| words.say(key::MunicipalityGapPersons { count }),
        ),
        (
            |site| site.fixed_status == FixedStatus::Unknown,
            |words, count| words.say(key::MunicipalityGapConnection { count }),
        ),
        (
            |site| {
                site.fixed_status == FixedStatus::Connected
                    && site.meets_target == Knowledge::Unknown
            },
            |words, count| words.say(key::MunicipalityGapRate { count }),
        ),
        (
            |site| site.mobile_networks_unknown.is_none_or(|number| number > 0),
            |words, count| words.say(key::MunicipalityGapMobile { count }),
        ),
        (
            |site| site.backup_power_h.is_none(),
            |words, count| words.say(key::MunicipalityGapBackupPower { count }),
        ),
        (
            |site| site.power_feeds.is_none(),
            |words, count| words.say(key::MunicipalityGapPowerFeed { count }),
        ),
        (
            |site| site.endurance_low_h != site.endurance_high_h,
            |words, count| words.say(key::MunicipalityGapEndurance { count }),
        ),
        (
            |site| site.fallback == Fallback::Unknown,
            |words, count| words.say(key::MunicipalityGapFallback { count }),
        ),
    ];
    let counted =
        gaps.into_iter().map(|(is, say)| (inside.sites.iter().filter(|s| is(s)).count(), say));
    let mut items: Vec<String> =
        counted.filter(|(count, _)| *count > 0).map(|(count, say)| say(words, count)).collect();
    let unattached = inside
        .sites
        .iter()
        .filter(connected)
        .filter(|site| {
            matches!(site.network_status, NetworkStatus::NotAttached | NetworkStatus::Unknown)
        })
        .count();
    if unattached > 0 {
        let count = unattached;
        items.push(if facts.about.inputs_of("network").is_empty() {
            words.say(key::MunicipalityGapNetwork { count })
        } else {
            words.say(key::MunicipalityGapNode { count })
        });
    }
    items
}

fn of_masts(facts: &Facts<'_>, inside: &Inside) -> Vec<String> {
    let words = facts.words;
    type Is = fn(&BackupRow) -> bool;
    type Say = fn(Words, String) -> String;
    let gaps: [(Is, Say); 4] = [
        (
            |mast| mast.mast_way == NetworkStatus::Unknown,
            |words, masts| words.say(key::MunicipalityGapMastNode { masts }),
        ),
        (
            |mast| mast.mast_way == NetworkStatus::CutOff,
            |words, masts| words.say(key::MunicipalityGapMastCutOff { masts }),
        ),
        (
            |mast| mast.mast_feeds.is_none(),
            |words, masts| words.say(key::MunicipalityGapMastFeed { masts }),
        ),
        (
            |mast| mast.basis == ReachBasis::Assumed,
            |words, masts| words.say(key::MunicipalityGapMastRange { masts }),
        ),
    ];
    let mut items = Vec::new();
    for (is, say) in gaps {
        let rows = inside.backups.iter().filter(|backup| is(backup));
        let masts: BTreeSet<&str> = rows.map(|backup| backup.mast_id.as_str()).collect();
        if !masts.is_empty() {
            items.push(say(words, wording::so_many(words, masts.len(), ElementKind::Mast)));
        }
    }
    items
}

/// In the public edition only the indicators tell.
fn public(facts: &Facts<'_>, page: &mut Document) {
    page.paragraph([facts.words.say(key::MunicipalityGapsPublic)]);
    // Without bounds it concerns no site here.
    let of_sites = facts.rows.indicators.iter().filter(|row| {
        row.value_low.is_some() && super::pillars::is_of_sites(facts, &row.indicator)
    });
    let least = of_sites.filter_map(|row| row.known_share).reduce(f64::min);
    if let Some(known) = least.and_then(Share::new) {
        page.paragraph([facts.words.say(key::MunicipalityLeastKnown { known })]);
    }
}
