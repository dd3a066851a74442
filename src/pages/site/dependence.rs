//! The way of a site through the network, and what on it can fail alone.

use super::Facts;
use crate::document::Document;
use crate::model::knowledge::Knowledge;
use crate::network::dependence::{NetworkStatus, Stage};
use crate::network::element::ElementKind;
use crate::pages::wording;
use crate::readiness::failure::Effect;
use crate::table::element::DependencyRow;
use crate::words::{key, sentence};

/// Nodes and cables that are named one by one, from the site on.
const ON_THE_WAY: usize = 8;
/// Trenches, feeds and masts that are named one by one.
const BESIDE_THE_WAY: usize = 8;

/// Where the site hangs, and how many independent ways lead on from there.
pub fn way(facts: &Facts<'_>) -> Vec<String> {
    let words = facts.words;
    let node_of =
        |id: &Option<String>| facts.element(ElementKind::Node, id.as_deref().unwrap_or_default());
    let node = node_of(&facts.site.access_node);
    match facts.site.network_status {
        NetworkStatus::Reached => vec![attachment(facts, &node), ways(facts)],
        NetworkStatus::CutOff => {
            vec![attachment(facts, &node), words.say(key::SiteNodeCutOff { node })]
        }
        NetworkStatus::NotAttached => {
            let the_site = sentence(facts.the_site());
            let nearest = facts.site.nearest_node_m.map(|far| {
                let node = node_of(&facts.site.nearest_node);
                words.say(key::SiteNearestNode { node, far })
            });
            let hangs_on_none = words.say(key::SiteHangsOnNoNode { the_site });
            std::iter::once(hangs_on_none).chain(nearest).collect()
        }
        NetworkStatus::Unknown => {
            let the_site = facts.the_site();
            vec![match facts.about.inputs_of("network").is_empty() {
                true => words.say(key::SiteNoNetwork { the_site }),
                false => words.say(key::SiteNodeUnknown { the_site }),
            }]
        }
    }
}

fn attachment(facts: &Facts<'_>, node: &str) -> String {
    let words = facts.words;
    let the_site = facts.the_site();
    match (facts.site.fixed_service, facts.site.drop_length_m) {
        (Knowledge::No, Some(far)) => words.say(key::SiteWouldHangFar { the_site, node, far }),
        (Knowledge::No, None) => words.say(key::SiteWouldHang { the_site, node }),
        (_, Some(far)) => words.say(key::SiteHangsFar { the_site: sentence(the_site), node, far }),
        (_, None) => words.say(key::SiteHangs { the_site: sentence(the_site), node }),
    }
}

fn ways(facts: &Facts<'_>) -> String {
    let words = facts.words;
    let node = facts.site.access_node.clone().unwrap_or_default();
    let is_core = facts.elements.get(&(ElementKind::Node, node)).is_some_and(|row| row.is_core());
    match (facts.site.disjoint_paths, is_core) {
        (Some(2..), true) => words.say(key::SiteAtACoreNodeOfTwo),
        (Some(_), true) => words.say(key::SiteAtACoreNode),
        (Some(2..), false) => words.say(key::SiteTwoWays),
        (Some(_), false) => words.say(key::SiteNoTwoWays),
        (None, _) => words.say(key::SiteWaysUnknown),
    }
}

/// Each single point with what its loss does.
pub fn points(facts: &Facts<'_>, page: &mut Document) {
    page.paragraph([introduction(facts)]);
    let (way, beside): (Vec<_>, Vec<_>) =
        facts.points.iter().partition(|point| point.order_to_core.is_some());
    // One that would be left over is named like the others.
    let shown = if way.len() <= ON_THE_WAY + 1 { way.len() } else { ON_THE_WAY };
    for point in &way[..shown] {
        page.item(item(facts, point));
    }
    if let [left @ .., last] = &way[shown..] {
        let (count, effects) = (left.len() + 1, by_effect(facts, &way[shown..]));
        page.item(facts.words.say(key::SitePointsLeft { count, effects }));
        page.item(item(facts, last));
    }
    let named = beside.len().min(BESIDE_THE_WAY);
    for point in &beside[..named] {
        page.item(item(facts, point));
    }
    if beside.len() > named {
        let (count, effects) = (beside.len() - named, by_effect(facts, &beside[named..]));
        page.item(facts.words.say(key::SitePointsBeside { count, effects }));
    }
}

fn introduction(facts: &Facts<'_>) -> String {
    let words = facts.words;
    let the_site = facts.the_site();
    let none = facts.points.is_empty();
    if facts.is_mobile_only() {
        let the_site = sentence(the_site);
        return match (facts.site.mobile_service, facts.has_mast_list()) {
            (Knowledge::Yes, true) if none => words.say(key::SiteMobileNoPoint { the_site }),
            (Knowledge::Yes, true) => words.say(key::SiteMobilePoints { the_site }),
            (Knowledge::Yes, false) => words.say(key::SiteMobileWithoutMasts { the_site }),
            (Knowledge::No, _) => words.say(key::SiteNeitherService { the_site }),
            (Knowledge::Unknown, _) => words.say(key::SiteServiceUnknown { the_site }),
        };
    }
    let way_known = facts.site.network_status == NetworkStatus::Reached;
    match (facts.site.fixed_service, way_known) {
        (_, false) if none => words.say(key::SitePointsUnknown),
        (_, false) => words.say(key::SitePointsUnknownBut),
        (Knowledge::Unknown, true) => words.say(key::SitePointsIfConnected { the_site }),
        (_, true) => words.say(key::SitePoints { the_site }),
    }
}

fn item(facts: &Facts<'_>, point: &DependencyRow) -> String {
    let words = facts.words;
    let element = sentence(facts.element(point.element_kind, &point.element_id));
    let effect = effect(facts, point.effect);
    match detail(facts, point) {
        Some(detail) => words.say(key::SitePointDetailed { element, detail, effect }),
        None => words.say(key::SitePoint { element, effect }),
    }
}

/// What else is to be said of a point.
fn detail(facts: &Facts<'_>, point: &DependencyRow) -> Option<String> {
    let words = facts.words;
    let the_site = facts.the_site();
    let row = facts.elements.get(&(point.element_kind, point.element_id.clone()))?;
    match point.element_kind {
        ElementKind::Node
            if facts.site.access_node.as_ref() == Some(&point.element_id)
                && point.stage == Stage::Access =>
        {
            Some(words.say(key::SitePointAccess { the_site }))
        }
        ElementKind::Trench => {
            Some(words.say(key::SitePointTrench { consists: wording::trench(words, row) }))
        }
        ElementKind::PowerFeed => {
            let feeds = facts.site.power_feeds.as_ref();
            if feeds.is_some_and(|feeds| feeds.joined() == point.element_id) {
                return Some(words.say(key::SitePointOwnFeed { the_site }));
            }
            let of = |kind: ElementKind| {
                let count = row.parts_of(kind.name()).len();
                (count > 0).then(|| wording::so_many(words, count, kind))
            };
            let parts: Vec<String> =
                [ElementKind::Node, ElementKind::Mast].into_iter().filter_map(of).collect();
            let parts = (!parts.is_empty()).then(|| words.list(&parts))?;
            Some(words.say(key::SitePointFeed { parts }))
        }
        ElementKind::Mast | ElementKind::Node | ElementKind::Span => None,
    }
}

fn effect(facts: &Facts<'_>, effect: Effect) -> String {
    let words = facts.words;
    match (effect, facts.is_mobile_only()) {
        (Effect::Fixed, _) => words.say(key::SiteEffectFixed),
        (Effect::All, _) => words.say(key::SiteEffectAll),
        (Effect::Unknown, false) => words.say(key::SiteEffectUnknown),
        (Effect::Unknown, true) => words.say(key::SiteEffectMastsUnknown),
    }
}

/// How many of some points have each effect.
fn by_effect(facts: &Facts<'_>, points: &[&DependencyRow]) -> String {
    let of = |wanted: Effect| {
        let count = points.iter().filter(|point| point.effect == wanted).count();
        let effect = effect(facts, wanted);
        (count > 0).then(|| facts.words.say(key::SitePointsOfEffect { count, effect }))
    };
    let parts = [Effect::Fixed, Effect::All, Effect::Unknown].into_iter().filter_map(of);
    parts.collect::<Vec<_>>().join("; ")
}
