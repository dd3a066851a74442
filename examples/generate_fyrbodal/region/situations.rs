//! The situations the region must hold, each with the ids where it is found.

use super::backbone;
use super::coverage;
use super::fibre::{Fibre, Status};
use super::ground::Ground;
use super::network::{ATTACH_WITHIN_M, Network};
use super::radio::{BRANDS, Mast, OWN, Radio};
use super::sites::{Kind, Site};

pub struct Situation {
    pub key: &'static str,
    pub ids: Vec<String>,
    pub meaning: &'static str,
}

/// Finds every situation, and panics where the seed left one out: choose another then.
pub fn find(
    ground: &Ground,
    fibre: &Fibre,
    sites: &[Site],
    network: &Network,
    radio: &Radio,
) -> Vec<Situation> {
    let one = |key: &'static str, meaning, fits: &dyn Fn(&Site) -> bool| {
        let site = sites.iter().find(|s| fits(s));
        let site = site.unwrap_or_else(|| panic!("this seed gives no {key}"));
        Situation { key, ids: vec![site.id.clone()], meaning }
    };
    let status = |wanted| move |s: &Site| s.has_coordinates && fibre.status(s) == wanted;
    let node_of = |place| network.nodes[network.hub_of(ground, place)].id.clone();
    let spans_of = |(from, to): (&str, &str)| -> Vec<String> {
        network.between(ground, from, to).iter().map(|s| s.id.clone()).collect()
    };

    let coast: Vec<String> = sites
        .iter()
        .filter(|s| s.has_coordinates && ground.metres_to_land(s.at) > 0.0)
        .map(|s| s.id.clone())
        .collect();
    assert!(!coast.is_empty(), "this seed gives no site off the generalised coast");

    let cable = network.between(ground, backbone::ONE_CABLE.0, backbone::ONE_CABLE.1)[0];
    let cable_index = network.spans.iter().position(|s| s.id == cable.id).expect("it is one");
    let reached = network.reached_without(ground, Some(cable_index));
    let behind = |s: &&Site| {
        let (node, metres) = network.nearest(s.at);
        metres <= ATTACH_WITHIN_M && !reached[node]
    };
    let mut village = vec![cable.id.clone()];
    village.extend(sites.iter().filter(behind).map(|s| s.id.clone()));
    assert!(village.len() > 3, "this seed leaves too few sites in the village");

    let ring_places = [
        "Uddevalla",
        "Munkedal",
        "Dingle",
        "Hällevadsholm",
        "Tanumshede",
        "Grebbestad",
        "Fjällbacka",
        "Hamburgsund",
        "Hunnebostrand",
        "Brastad",
        "Sunningen",
    ];
    let shared = backbone::SHARED_TO.map(|to| (backbone::SHARED_FROM, to));

    let own_cable = radio.masts.iter().find(|m| {
        m.node.as_ref().is_some_and(|id| {
            network.nodes.iter().any(|n| n.id == *id && n.settlement == ground.place("Ellös"))
        })
    });
    let own_cable = own_cable.expect("every mast of the village hangs on its node");
    let backed_up = sites
        .iter()
        .filter(behind)
        .find(|s| own_cable.at.distance(s.at) < own_cable.range_m)
        .expect("the mast stands in the village");

    // North of Tanumshede everything hangs on one cable, the masts included.
    let north = network.between(ground, "Tanumshede", "Skee")[0];
    let north_index = network.spans.iter().position(|s| s.id == north.id).expect("it is one");
    let without_north = network.reached_without(ground, Some(north_index));
    let mast_is_lost = |mast: &Mast| {
        let node = network.nodes.iter().position(|n| Some(&n.id) == mast.node.as_ref());
        node.is_some_and(|node| !without_north[node])
    };
    let stranded = |s: &&Site| {
        let (node, metres) = network.nearest(s.at);
        let mut covering =
            radio.masts.iter().filter(|m| m.at.distance(s.at) <= m.range_m).peekable();
        let attached = metres <= ATTACH_WITHIN_M && !without_north[node];
        attached && covering.peek().is_some() && covering.all(mast_is_lost)
    };
    let stranded = sites.iter().find(stranded).expect("Strömstad has no mast on another cable");

    vec![
        Situation {
            key: "fallback_on_the_same_cable",
            ids: vec![stranded.id.clone(), north.id.clone()],
            meaning: "a site, and the span that takes it down with every mast in reach",
        },
        Situation {
            key: "coast_outside_polygon",
            ids: coast,
            meaning: "sites outside every generalised municipality, within 2000 m of one",
        },
        one("island", "a site on Skaftö, an island with a sea cable from Lysekil", &|s| {
            let here = &ground.settlements[s.settlement];
            here.name == "Grundsund"
        }),
        Situation {
            key: "village_behind_one_cable",
            ids: village,
            meaning: "a span, and the sites in Ellös that lose the core without it",
        },
        Situation {
            key: "ring",
            ids: ring_places.map(node_of).to_vec(),
            meaning: "nodes in ring order, each joined to the next and the last to the first",
        },
        Situation {
            key: "parallel_cables",
            ids: spans_of(backbone::PARALLEL),
            meaning: "two spans between the same two nodes, in separate trenches",
        },
        Situation {
            key: "two_cores",
            ids: backbone::POPS.map(node_of).to_vec(),
            meaning: "the core nodes of the main network, of type pop",
        },
        Situation {
            key: "lone_core",
            ids: vec![node_of(backbone::LONE_CORE)],
            meaning: "the only core node of the separate network of Dals-Ed, named by its id",
        },
        Situation {
            key: "span_not_in_operation",
            ids: spans_of(backbone::PLANNED),
            meaning: "a planned span, the only one between the two networks",
        },
        Situation {
            key: "shared_trench",
            ids: shared.into_iter().flat_map(spans_of).collect(),
            meaning: "two sides of the ring of Sotenäs that leave Hunnebostrand in one trench",
        },
        one("connected", "in a connected fibre area", &status(Status::Connected)),
        one("passed", "fibre passes by", &status(Status::Passed)),
        one("planned", "fibre is planned", &status(Status::Planned)),
        one("none", "the owner knows that there is no fibre", &status(Status::None)),
        one("unknown", "in no area and nobody said", &status(Status::Unknown)),
        one(
            "three_brands_two_networks",
            "a school that three brands cover, two of which share",
            &|s| {
                s.kind == Kind::School
                    && [BRANDS[0], BRANDS[1], OWN]
                        .iter()
                        .all(|brand| coverage::covers(&radio.masts, brand, s.at))
            },
        ),
        Situation {
            key: "mast_on_its_own_cable",
            ids: vec![own_cable.id.clone(), cable.id.clone(), backed_up.id.clone()],
            meaning: "a mast that hangs on the span whose loss it should bridge, and such a site",
        },
        one("beyond_attach", "connected, but over 500 m from every node", &|s| {
            s.has_coordinates
                && s.node.is_none()
                && fibre.status(s) == Status::Connected
                && network.nearest(s.at).1 > ATTACH_WITHIN_M
        }),
        one("explicit_node", "over 500 m from every node, and names its own", &|s| {
            s.node.is_some()
        }),
        one("municipality_mismatch", "its register states the neighbouring municipality", &|s| {
            let home = ground.settlements[s.settlement].municipality;
            s.stated_code != ground.municipalities[home].code
        }),
        one("one_feed_no_battery", "a care home on one feed with 0 h of backup power", &|s| {
            s.kind == Kind::CareHome && s.feeds.len() == 1 && s.ups_h == Some(0)
        }),
        one("two_feeds", "a care home on two feeds", &|s| {
            s.kind == Kind::CareHome && s.feeds.len() == 2
        }),
        one("persons_unknown", "a school that reports no pupils", &|s| s.persons.is_none()),
        one("no_coordinates", "a preschool that could not be geocoded", &|s| !s.has_coordinates),
    ]
}
