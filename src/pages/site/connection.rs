//! What a site has: its fixed connection, and the mobile networks that cover it.

use super::Facts;
use crate::model::coverage::FixedStatus;
use crate::model::knowledge::Knowledge;
use crate::pages::wording;
use crate::units::Mbps;
use crate::words::{key, sentence};

/// The fixed connection, what says so, and whether it meets the target.
pub fn fixed(facts: &Facts<'_>) -> Vec<String> {
    let mut sentences = vec![status(facts)];
    sentences.extend(by_layer(facts));
    sentences.extend(own_rate(facts));
    let open =
        facts.site.fixed_download_low_mbps.is_some() && facts.site.fixed_download_mbps.is_none();
    sentences.extend(open.then(|| facts.words.say(key::SiteRateOpen)));
    sentences.push(target(facts));
    sentences
}

/// Whether the register itself tells the status.
fn register_says(facts: &Facts<'_>) -> bool {
    let site = &facts.site;
    site.fixed_source_file.as_ref() == Some(&site.source)
        && site.fixed_source_row == Some(site.source_row)
}

fn status(facts: &Facts<'_>) -> String {
    let Facts { words, site, about, .. } = facts;
    let the_site = facts.the_site();
    let file = site.fixed_source_file.as_deref();
    let layer = wording::source(*words, about, file.unwrap_or_default(), site.fixed_source_row);
    match site.fixed_status {
        FixedStatus::Connected if register_says(facts) => words.say(key::SiteConnectedByRegister {
            the_site: sentence(the_site),
            register: facts.register(),
        }),
        FixedStatus::Connected => {
            words.say(key::SiteConnectedByLayer { the_site: sentence(the_site), layer })
        }
        FixedStatus::Passed => words.say(key::SitePassed { the_site, layer }),
        FixedStatus::Planned => words.say(key::SitePlanned { layer }),
        FixedStatus::None if file.is_some() => words.say(key::SiteUnconnectedByRegister {
            the_site: sentence(the_site),
            register: facts.register(),
        }),
        FixedStatus::None => words.say(key::SiteUnconnectedByLayers {
            the_site: sentence(the_site),
            layers: layers(facts, "fixed"),
        }),
        FixedStatus::Unknown => not_known(facts),
    }
}

/// The files of the layers of a section.
fn layers(facts: &Facts<'_>, section: &str) -> String {
    let inputs = facts.about.inputs_of(section);
    let mut files: Vec<&str> = inputs.iter().filter_map(|input| input.path()).collect();
    files.dedup();
    facts.words.list(&files)
}

fn not_known(facts: &Facts<'_>) -> String {
    let words = facts.words;
    let layers = layers(facts, "fixed");
    let why = match (layers.is_empty(), facts.site.easting_m.is_some()) {
        (true, _) => words.say(key::SiteUnknownNoLayer),
        (false, true) => words.say(key::SiteUnknownOutside { layers }),
        (false, false) => words.say(key::SiteUnknownNoPlace { layers }),
    };
    words.say(key::SiteUnknown { the_site: facts.the_site(), register: facts.register(), why })
}

/// The rate of the fixed connection, and whether the register itself tells it.
fn rate(facts: &Facts<'_>) -> (Option<Mbps>, bool) {
    let site = &facts.site;
    let by_register = site.fixed_rate_file.as_ref() == Some(&site.source)
        && site.fixed_rate_row == Some(site.source_row);
    (site.fixed_download_low_mbps, by_register)
}

/// The rate that the register states.
fn own_rate(facts: &Facts<'_>) -> Option<String> {
    let words = facts.words;
    let (Some(rate), true) = rate(facts) else { return None };
    let register = facts.register();
    Some(match facts.site.fixed_status {
        FixedStatus::Connected => words.say(key::SiteRateByRegister { rate, register }),
        _ => words.say(key::SiteRateIfConnected { rate, register }),
    })
}

/// Technology and rate, with the layer that tells them.
fn by_layer(facts: &Facts<'_>) -> Option<String> {
    let Facts { words, site, about, .. } = facts;
    let technology = site.fixed_technology.as_ref();
    let (rate, by_register) = rate(facts);
    let what = match (technology, rate.filter(|_| !by_register)) {
        (Some(technology), Some(rate)) => {
            words.say(key::SiteTechnologyAndRate { technology, rate })
        }
        (Some(technology), None) if by_register => words.say(key::SiteTechnology { technology }),
        (Some(technology), None) => words.say(key::SiteTechnologyNoRate { technology }),
        (None, Some(rate)) => words.say(key::SiteRate { rate }),
        (None, None) => return None,
    };
    let what = sentence(what);
    let same = site.fixed_layer_file == site.fixed_source_file
        && site.fixed_layer_row == site.fixed_source_row;
    Some(match site.fixed_layer_file.as_ref().filter(|_| !same) {
        None => format!("{what}."),
        Some(file) => {
            let layer = wording::source(*words, about, file, site.fixed_layer_row);
            words.say(key::SiteByLayer { what, layer })
        }
    })
}

fn target(facts: &Facts<'_>) -> String {
    let words = facts.words;
    let rate = facts.about.targets.site_download_mbps;
    let connected = facts.site.fixed_status == FixedStatus::Connected;
    match (facts.site.meets_target, connected) {
        (Knowledge::Yes, _) => words.say(key::SiteTargetMet { rate }),
        (Knowledge::No, true) => words.say(key::SiteTargetMissed { rate }),
        (Knowledge::No, false) => words.say(key::SiteTargetTherefore { rate }),
        (Knowledge::Unknown, true) => words.say(key::SiteTargetRateUnknown { rate }),
        (Knowledge::Unknown, false) => words.say(key::SiteTargetUnknown { rate }),
    }
}

/// How many mobile networks cover it.
pub fn mobile(facts: &Facts<'_>) -> Vec<String> {
    let site = &facts.site;
    let words = facts.words;
    let the_site = facts.the_site();
    let (Some(at_ten), Some(at_thirty), Some(unknown)) =
        (site.mobile_networks_10mbps, site.mobile_networks_30mbps, site.mobile_networks_unknown)
    else {
        return vec![words.say(key::SiteNoMobileLayer { the_site })];
    };
    let files = layers(facts, "mobile");
    let mut sentences = vec![match (at_ten, unknown) {
        (0, 0) => words.say(key::SiteNoMobile { the_site, files }),
        (0, _) => words.say(key::SiteMobileNotKnown { the_site, files }),
        _ => words.say(key::SiteMobile { the_site, at_ten, at_thirty, files }),
    }];
    if unknown > 0 {
        sentences.push(words.say(key::SiteMobileUnknown { count: unknown }));
    }
    sentences.push(words.say(key::SiteMobileShared));
    sentences
}
