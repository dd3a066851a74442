//! What a site falls back on, and of each mast why it holds or does not.

use super::Facts;
use crate::access::mast_reach::ReachBasis;
use crate::document::Document;
use crate::model::knowledge::Knowledge;
use crate::network::dependence::NetworkStatus;
use crate::network::element::ElementKind;
use crate::pages::wording::{self, NAMED_AT_MOST};
use crate::readiness::failure::Fallback;
use crate::table::element::BackupRow;
use crate::words::{Words, key, sentence};

/// Reasons that are given.
const REASONS: usize = 8;

/// The conclusion, and the masts that lead to it.
pub fn fallback(facts: &Facts<'_>, page: &mut Document) {
    let holding = |wanted| {
        let masts = facts.backups.iter();
        masts.filter(move |mast| mast.reaches.and(mast.holds) == wanted).collect::<Vec<_>>()
    };
    match facts.site.fallback {
        Fallback::Independent => {
            let holds = holding(Knowledge::Yes);
            page.paragraph([independent(facts, &holds)]);
        }
        Fallback::Shared => {
            page.paragraph([shared(facts)]);
            masts(facts, page, &holding(Knowledge::No));
        }
        Fallback::None => page.paragraph([none(facts)]),
        Fallback::Unknown => {
            page.paragraph(unknown(facts));
            masts(facts, page, &holding(Knowledge::Unknown));
        }
    }
}

/// Each reason with the masts that have it.
fn masts(facts: &Facts<'_>, page: &mut Document, masts: &[&BackupRow]) {
    let mut reasons: Vec<(Reason, Vec<&BackupRow>)> = Vec::new();
    for mast in masts {
        let reason = Reason::of(facts, mast);
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, having)) => having.push(mast),
            None => reasons.push((reason, vec![mast])),
        }
    }
    // One that would be left over is given like the others.
    let given = if reasons.len() <= REASONS + 1 { reasons.len() } else { REASONS };
    for (reason, having) in &reasons[..given] {
        page.item(reason.sentence(facts.words, having));
    }
    let left: usize = reasons[given..].iter().map(|(_, having)| having.len()).sum();
    if left > 0 {
        page.item(facts.words.say(key::SiteMoreMasts { count: left }));
    }
}

fn independent(facts: &Facts<'_>, holds: &[&BackupRow]) -> String {
    let words = facts.words;
    let (the_site, masts) = (facts.the_site(), named(words, holds));
    if facts.is_mobile_only() {
        let the_site = sentence(the_site);
        return words.say(key::SiteIndependentMasts { the_site, masts });
    }
    words.say(key::SiteIndependent { the_site, masts, count: holds.len() })
}

fn shared(facts: &Facts<'_>) -> String {
    let words = facts.words;
    let the_site = facts.the_site();
    if facts.is_mobile_only() {
        return words.say(key::SiteSharedMasts { the_site: sentence(the_site) });
    }
    match facts.backups.iter().any(|mast| mast.reaches == Knowledge::Yes) {
        true => words.say(key::SiteShared { the_site }),
        false => words.say(key::SiteSharedMaybe { the_site }),
    }
}

fn none(facts: &Facts<'_>) -> String {
    let words = facts.words;
    let the_site = facts.the_site();
    match (facts.has_mast_list(), facts.backups.first()) {
        (false, _) if facts.is_mobile_only() => words.say(key::SiteNoSecondNetwork { the_site }),
        (false, _) => words.say(key::SiteNoNetworkBeside { the_site }),
        (true, None) => words.say(key::SiteNoMast { the_site }),
        (true, Some(mast)) => words.say(key::SiteOneMast { the_site, mast: labelled(words, mast) }),
    }
}

/// Which facts are missing.
fn unknown(facts: &Facts<'_>) -> Vec<String> {
    let words = facts.words;
    let mut sentences = vec![words.say(key::SiteFallbackUnknown { the_site: facts.the_site() })];
    if !facts.has_mast_list() {
        sentences.push(words.say(key::SiteNoMastList));
        return sentences;
    }
    if facts.site.unlisted_mast == Some(true) {
        sentences.push(words.say(key::SiteUnlistedMast { the_site: facts.the_site() }));
    }
    let way_known = facts.site.network_status == NetworkStatus::Reached;
    if !facts.is_mobile_only() && !way_known && !facts.backups.is_empty() {
        sentences.push(words.say(key::SiteWayUnknown));
    }
    sentences
}

/// Why masts are no independent backup, or what is not known of them.
#[derive(PartialEq)]
enum Reason {
    /// They depend on what the site depends on, as one of them says of itself and as several do.
    Known { one: String, many: String },
    /// Facts are missing.
    Open(String),
}

impl Reason {
    fn of(facts: &Facts<'_>, mast: &BackupRow) -> Self {
        if mast.holds != Knowledge::No {
            return Self::Open(missing(facts, mast).join("; "));
        }
        let say = |count: usize| {
            let shares = why_not(facts, mast, count);
            match &mast.mast_node {
                Some(node) => {
                    let node = facts.element(ElementKind::Node, node);
                    facts.words.say(key::SiteMastHangs { count, node, shares })
                }
                None => shares,
            }
        };
        Self::Known { one: say(1), many: say(2) }
    }

    fn sentence(&self, words: Words, having: &[&BackupRow]) -> String {
        let (count, masts) = (having.len(), named(words, having));
        match self {
            Self::Known { one, .. } if count == 1 => {
                words.say(key::SiteMastNoBackup { masts, count, reason: one })
            }
            Self::Known { many, .. } => {
                words.say(key::SiteMastNoBackup { masts, count, reason: many })
            }
            Self::Open(reason) => words.say(key::SiteMastOpen { masts, count, reason }),
        }
    }
}

/// Masts by name.
fn named(words: Words, masts: &[&BackupRow]) -> String {
    let names: Vec<String> = masts.iter().map(|mast| labelled(words, mast)).collect();
    words.short_list(&names, NAMED_AT_MOST)
}

/// `M-1 (Network)`.
fn labelled(words: Words, mast: &BackupRow) -> String {
    let what = &mast.mast_id;
    match &mast.radio_network {
        None => what.clone(),
        Some(more) => words.say(key::InBrackets { what, more }),
    }
}

/// What a mast has in common, as one of so many says it.
fn why_not(facts: &Facts<'_>, mast: &BackupRow, count: usize) -> String {
    let words = facts.words;
    let Some((kind, id)) = mast.shared_kind.zip(mast.shared_id.as_ref()) else {
        return match (mast.mast_way, facts.is_mobile_only()) {
            (NetworkStatus::CutOff, _) => words.say(key::SiteMastCutOff { count }),
            (_, true) => words.say(key::SiteMastAlone { count }),
            (_, false) => words.say(key::SiteMastStops { count }),
        };
    };
    // The node the mast hangs on has just been named.
    let same = kind == ElementKind::Node && mast.mast_node.as_ref() == Some(id);
    let (element, the_site) = (wording::element(words, kind, id), facts.the_site());
    match (facts.is_mobile_only(), same) {
        (true, true) => words.say(key::SiteMastSharesNodeWithMast { count }),
        (true, false) => words.say(key::SiteMastSharesWithMast { count, element }),
        (false, true) => words.say(key::SiteMastSharesNode { count, the_site }),
        (false, false) => words.say(key::SiteMastShares { count, element, the_site }),
    }
}

/// Of a mast that may hold: every fact that is missing.
fn missing(facts: &Facts<'_>, mast: &BackupRow) -> Vec<String> {
    let words = facts.words;
    let the_site = || facts.the_site();
    let mut missing: Vec<String> = Vec::new();
    if mast.reaches == Knowledge::Unknown {
        missing.push(match mast.basis {
            ReachBasis::Layer => words.say(key::SiteMastNoRate { the_site: the_site() }),
            _ if facts.site.easting_m.is_none() => {
                words.say(key::SiteMastNoPlace { the_site: the_site() })
            }
            _ => words.say(key::SiteMastNoRange { the_site: the_site() }),
        });
    }
    let node = mast.mast_node.as_deref();
    match (mast.mast_way, node) {
        (NetworkStatus::CutOff, node) => {
            let node = node.unwrap_or_default();
            missing.push(words.say(key::SiteMastNodeCutOff { node }));
        }
        (NetworkStatus::Unknown, None) => missing.push(words.say(key::SiteMastNoNode)),
        (NetworkStatus::Unknown, Some(node)) => {
            missing.push(words.say(key::SiteMastNodeUnknown { node }));
        }
        _ => {}
    }
    let feed_matters = facts.is_mobile_only()
        || facts.points.iter().any(|point| point.element_kind == ElementKind::PowerFeed);
    if mast.mast_feeds.is_none() && feed_matters {
        missing.push(words.say(key::SiteMastNoFeed));
    }
    if missing.is_empty() {
        missing.push(match facts.is_mobile_only() {
            true => words.say(key::SiteMastOthersUnknown),
            false => words.say(key::SiteMastWayUnknown),
        });
    }
    missing
}
