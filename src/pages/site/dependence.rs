//! The way of a site through the network, and what on it can fail alone.

use super::Facts;
use crate::document::Document;
use crate::model::knowledge::Knowledge;
use crate::network::dependence::{NetworkStatus, Stage};
use crate::network::element::ElementKind;
use crate::pages::result::DependencyRow;
use crate::pages::text::length;
use crate::pages::wording;
use crate::readiness::failure::Effect;
use crate::words::Language::{En, Sv};
use crate::words::sentence;

/// Nodes and cables that are named one by one, from the site on.
const ON_THE_WAY: usize = 8;
/// Trenches, feeds and masts that are named one by one.
const BESIDE_THE_WAY: usize = 8;

/// Where the site hangs, and how many independent ways lead on from there.
pub fn way(facts: &Facts<'_>) -> Vec<String> {
    let Facts { site, language, .. } = facts;
    let the_site = facts.the_site();
    let node = facts.element(ElementKind::Node, &site.access_node);
    match site.network_status {
        NetworkStatus::Reached => vec![attachment(facts, &node), ways(facts)],
        NetworkStatus::CutOff => vec![
            attachment(facts, &node),
            match language {
                Sv => format!(
                    "Men enligt nätet finns ingen väg från {node} till en kärnnod, inte ens när \
                     allt fungerar."
                ),
                En => format!(
                    "But by the network there is no way from {node} to a core node, even when \
                     everything works."
                ),
            },
        ],
        NetworkStatus::NotAttached => {
            let nearest = site.nearest_node_m.map(|metres| {
                let node = facts.element(ElementKind::Node, &site.nearest_node);
                let far = length(*language, metres);
                match language {
                    Sv => format!(" Närmast är {node}, {far} bort fågelvägen."),
                    En => format!(" Nearest is {node}, {far} away in a straight line."),
                }
            });
            let unknown = match language {
                Sv => format!("{} hänger inte på någon känd nod i nätet.", sentence(&the_site)),
                En => format!("{} hangs on no known node of the network.", sentence(&the_site)),
            };
            vec![format!("{unknown}{}", nearest.unwrap_or_default())]
        }
        NetworkStatus::Unknown => {
            vec![match (facts.result.inputs_of("network").is_empty(), language) {
                (true, Sv) => {
                    format!("Inget nät är angivet, så det är inte känt vad {the_site} hänger på.")
                }
                (true, En) => {
                    format!("No network is given, so it is not known what {the_site} hangs on.")
                }
                (false, Sv) => format!(
                    "Läget är inte känt, så det är inte heller känt vilken nod {the_site} hänger på."
                ),
                (false, En) => format!(
                    "The place is not known, so neither is the node that {the_site} hangs on."
                ),
            }]
        }
    }
}

fn attachment(facts: &Facts<'_>, node: &str) -> String {
    let Facts { site, language, .. } = facts;
    let the_site = facts.the_site();
    let far = site.drop_length_m.map(|metres| match language {
        Sv => format!(", {} bort fågelvägen", length(Sv, metres)),
        En => format!(", {} away in a straight line", length(En, metres)),
    });
    let far = far.unwrap_or_default();
    match (site.fixed_service, language) {
        (Knowledge::No, Sv) => {
            format!("En fast anslutning av {the_site} skulle hänga på {node}{far}.")
        }
        (Knowledge::No, En) => {
            format!("A fixed connection of {the_site} would hang on {node}{far}.")
        }
        (_, Sv) => format!("{} hänger på {node}{far}.", sentence(&the_site)),
        (_, En) => format!("{} hangs on {node}{far}.", sentence(&the_site)),
    }
}

fn ways(facts: &Facts<'_>) -> String {
    let key = (ElementKind::Node, facts.site.access_node.clone());
    let is_core = facts.elements.get(&key).is_some_and(|row| row.is_core());
    match (facts.site.disjoint_paths, is_core, facts.language) {
        (Some(2..), true, Sv) => {
            "Den är själv en kärnnod och når även en annan kärnnod.".to_owned()
        }
        (Some(2..), true, En) => {
            "It is a core node itself and reaches another core node too.".to_owned()
        }
        (Some(_), true, Sv) => "Den är själv en kärnnod.".to_owned(),
        (Some(_), true, En) => "It is a core node itself.".to_owned(),
        (Some(2..), false, Sv) => {
            "Därifrån går minst två vägar till kärnan utan någon gemensam nod däremellan."
                .to_owned()
        }
        (Some(2..), false, En) => {
            "From there at least two ways lead to the core with no other node in common.".to_owned()
        }
        (Some(_), false, Sv) => "Därifrån finns inga två vägar till kärnan som är oberoende av \
                                 varandra: alla passerar samma nod någonstans."
            .to_owned(),
        (Some(_), false, En) => "From there no two ways to the core are independent of each \
                                 other: all of them pass the same node somewhere."
            .to_owned(),
        (None, _, Sv) => "Hur många vägar som går därifrån är inte känt.".to_owned(),
        (None, _, En) => "How many ways lead from there is not known.".to_owned(),
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
        page.item(left_over(facts, left.len() + 1, &effects(&way[shown..])));
        page.item(item(facts, last));
    }
    let named = beside.len().min(BESIDE_THE_WAY);
    for point in &beside[..named] {
        page.item(item(facts, point));
    }
    if beside.len() > named {
        page.item(others(facts, &beside[named..]));
    }
}

fn introduction(facts: &Facts<'_>) -> String {
    let Facts { site, language, points, .. } = facts;
    let the_site = facts.the_site();
    let none = points.is_empty();
    if facts.is_mobile_only() {
        return match (site.mobile_service, facts.has_mast_list(), language) {
            (Knowledge::Yes, true, Sv) if none => format!(
                "{} har bara mobilnät. Inget är gemensamt för alla master som når dit, så ingen \
                 enskild del är känd som ensam kan bryta tjänsten.",
                sentence(&the_site)
            ),
            (Knowledge::Yes, true, En) if none => format!(
                "{} has mobile service only. The masts that reach it have nothing in common, so no \
                 single part is known that alone can break the service.",
                sentence(&the_site)
            ),
            (Knowledge::Yes, true, Sv) => format!(
                "{} har bara mobilnät. Var och en av dessa kan ensam bryta den tjänsten:",
                sentence(&the_site)
            ),
            (Knowledge::Yes, true, En) => format!(
                "{} has mobile service only. Each of these alone can break it:",
                sentence(&the_site)
            ),
            (Knowledge::Yes, false, Sv) => format!(
                "{} har bara mobilnät, och utan mastlista är det inte känt vad det hänger på.",
                sentence(&the_site)
            ),
            (Knowledge::Yes, false, En) => format!(
                "{} has mobile service only, and without a list of masts it is not known what that \
                 hangs on.",
                sentence(&the_site)
            ),
            (Knowledge::No, _, Sv) => {
                format!("{} har varken fast eller mobil tjänst att förlora.", sentence(&the_site))
            }
            (Knowledge::No, _, En) => {
                format!("{} has neither fixed nor mobile service to lose.", sentence(&the_site))
            }
            (Knowledge::Unknown, _, Sv) => format!(
                "{} har ingen fast tjänst, och om något mobilnät fungerar där är inte känt. Därför \
                 är det inte heller känt vad som kan bryta tjänsten.",
                sentence(&the_site)
            ),
            (Knowledge::Unknown, _, En) => format!(
                "{} has no fixed service, and whether a mobile network works there is not known. \
                 So neither is what can break the service.",
                sentence(&the_site)
            ),
        };
    }
    let known_way = site.network_status == NetworkStatus::Reached;
    match (site.fixed_service, known_way, language) {
        (_, false, Sv) if none => {
            "Vad den fasta anslutningen hänger på i nätet är inte känt.".to_owned()
        }
        (_, false, En) if none => {
            "What the fixed connection hangs on in the network is not known.".to_owned()
        }
        (_, false, Sv) => {
            "Vad den fasta anslutningen hänger på i nätet är inte känt, utom detta:".to_owned()
        }
        (_, false, En) => {
            "What the fixed connection hangs on in the network is not known, except this:"
                .to_owned()
        }
        (Knowledge::Unknown, true, Sv) => format!(
            "Om {the_site} har fast tjänst är inte känt. I så fall kan var och en av dessa ensam \
             bryta den, med början närmast {the_site}:"
        ),
        (Knowledge::Unknown, true, En) => format!(
            "Whether {the_site} has fixed service is not known. If so, each of these alone can \
             break it, beginning next to {the_site}:"
        ),
        (_, true, Sv) => format!(
            "Var och en av dessa kan ensam bryta den fasta anslutningen, med början närmast \
             {the_site}:"
        ),
        (_, true, En) => format!(
            "Each of these alone can break the fixed connection, beginning next to {the_site}:"
        ),
    }
}

fn item(facts: &Facts<'_>, point: &DependencyRow) -> String {
    let element = sentence(facts.element(point.element_kind, &point.element_id));
    let more = detail(facts, point).map(|more| format!(", {more}")).unwrap_or_default();
    format!("{element}{more}: {}.", effect(facts, point.effect))
}

/// What else is to be said of a point.
fn detail(facts: &Facts<'_>, point: &DependencyRow) -> Option<String> {
    let Facts { site, language, .. } = facts;
    let the_site = facts.the_site();
    let row = facts.elements.get(&(point.element_kind, point.element_id.clone()))?;
    match point.element_kind {
        ElementKind::Node
            if point.element_id == site.access_node && point.stage == Stage::Access =>
        {
            Some(match language {
                Sv => format!("som {the_site} hänger på"),
                En => format!("which {the_site} hangs on"),
            })
        }
        ElementKind::Trench => Some(match language {
            Sv => format!("där {}", wording::trench(Sv, row)),
            En => format!("where {}", wording::trench(En, row)),
        }),
        ElementKind::PowerFeed if site.power_feeds == point.element_id => Some(match language {
            Sv => format!("den enda som {the_site} har"),
            En => format!("the only one {the_site} has"),
        }),
        ElementKind::PowerFeed => {
            let of = |kind: ElementKind| {
                let number = row.parts_of(kind.name()).len();
                (number > 0).then(|| wording::so_many(*language, number, kind))
            };
            let parts: Vec<String> =
                [ElementKind::Node, ElementKind::Mast].into_iter().filter_map(of).collect();
            if parts.is_empty() {
                return None;
            }
            let parts = crate::pages::text::list(*language, &parts);
            Some(match language {
                Sv => format!("den enda som {parts} har"),
                En => format!("the only one that {parts} have"),
            })
        }
        ElementKind::Mast | ElementKind::Node | ElementKind::Span => None,
    }
}

fn effect(facts: &Facts<'_>, effect: Effect) -> &'static str {
    match (effect, facts.is_mobile_only(), facts.language) {
        (Effect::Fixed, _, Sv) => "den fasta anslutningen bryts men minst en mast håller",
        (Effect::Fixed, _, En) => "the fixed connection breaks but at least one mast holds",
        (Effect::All, _, Sv) => "all tjänst bryts",
        (Effect::All, _, En) => "every service breaks",
        (Effect::Unknown, false, Sv) => {
            "den fasta anslutningen bryts; om någon mast håller är inte känt"
        }
        (Effect::Unknown, false, En) => {
            "the fixed connection breaks; whether a mast holds is not known"
        }
        (Effect::Unknown, true, Sv) => {
            "de master som säkert når dit slutar fungera; om någon annan tar över är inte känt"
        }
        (Effect::Unknown, true, En) => {
            "the masts known to serve it stop working; whether another takes over is not known"
        }
    }
}

/// How many points have each effect: fixed, all, unknown.
fn effects(points: &[&DependencyRow]) -> [(Effect, usize); 3] {
    [Effect::Fixed, Effect::All, Effect::Unknown]
        .map(|effect| (effect, points.iter().filter(|point| point.effect == effect).count()))
}

fn by_effect(facts: &Facts<'_>, effects: &[(Effect, usize); 3]) -> String {
    let parts = effects.iter().filter(|(_, number)| *number > 0);
    let parts: Vec<String> = parts
        .map(|(of, number)| match facts.language {
            Sv => format!("för {number} av dem gäller att {}", effect(facts, *of)),
            En => format!("of {number} of them {}", effect(facts, *of)),
        })
        .collect();
    parts.join("; ")
}

/// The middle of a long way; the last of what it counts is named after it.
fn left_over(facts: &Facts<'_>, number: usize, effects: &[(Effect, usize); 3]) -> String {
    let effects = by_effect(facts, effects);
    match facts.language {
        Sv => format!(
            "Sedan ytterligare {number} noder och kablar mot kärnan: {effects}. Den sista är:"
        ),
        En => {
            format!("Then {number} more nodes and cables towards the core: {effects}. The last is:")
        }
    }
}

/// What is named no more of the trenches, feeds and masts.
fn others(facts: &Facts<'_>, points: &[&DependencyRow]) -> String {
    let effects = by_effect(facts, &effects(points));
    let number = points.len();
    match facts.language {
        Sv => format!("Ytterligare {number} schakt, elmatningar och master: {effects}."),
        En => format!("Then {number} more trenches, power feeds and masts: {effects}."),
    }
}
