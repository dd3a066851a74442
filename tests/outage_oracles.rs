//! What is left after an outage, against what the analysis of single failures and the curves of
//! endurance say; and the worst pairs against trying them all.

use std::collections::BTreeSet;
use std::path::Path;

use beredd::access::connection::FixedConnection;
use beredd::access::location::{Location, MunicipalityMatch};
use beredd::access::mast_reach::{MastReach, ReachBasis, ReachingMast};
use beredd::access::mobile::{MobileReach, NetworkReach};
use beredd::crs::Projected;
use beredd::findings::Findings;
use beredd::model::coverage::{FixedStatus, Mast, MastIdx};
use beredd::model::infrastructure::Infrastructure;
use beredd::model::knowledge::Knowledge::{self, No, Unknown, Yes};
use beredd::model::network::{Network, Node, NodeIdx, Span, SpanIdx};
use beredd::model::power::{FeedIdx, PowerSupply};
use beredd::model::site::{Site, SiteKind};
use beredd::model::source::{Origin, Source, SourceIdx};
use beredd::model::trench::{Trench, TrenchBasis};
use beredd::network::analyse;
use beredd::network::dependence::NetworkStatus;
use beredd::network::element::Element;
use beredd::pipeline;
use beredd::progress::Progress;
use beredd::readiness::curve::served_after;
use beredd::readiness::failure::{Effect, MastService};
use beredd::readiness::indicator::{IndicatorTargets, SITE_INDICATORS};
use beredd::readiness::outage::{Failed, GridLoss, Left, Outages};
use beredd::readiness::pairs::{Pair, worst_pairs};
use beredd::readiness::site::{Found, SiteAssessment};
use beredd::units::{Hours, Mbps, Metres};
use proptest::prelude::*;

const ORIGIN: Origin = Origin { source: SourceIdx(0), row: 1 };
const HOURS: [f64; 7] = [0.0, 1.0, 2.0, 4.0, 8.0, 24.0, 100.0];

/// A small region whose every answer was concluded by the analysis.
#[derive(Debug)]
struct Region {
    sites: Vec<Site>,
    assessments: Vec<SiteAssessment>,
    masts: Vec<MastService>,
    infrastructure: Infrastructure,
}

/// Feeds and battery, by number.
type Power = (BTreeSet<u8>, Option<u8>);

#[derive(Clone, Debug)]
struct PlainNetwork {
    nodes: Vec<(Power, bool, bool)>,
    spans: Vec<(u32, u32, bool)>,
    core: Vec<u32>,
    trenches: Vec<BTreeSet<u32>>,
}

#[derive(Clone, Debug)]
struct PlainSite {
    power: Power,
    /// A node, nowhere near one, or not known where.
    node: Result<u32, bool>,
    fixed: FixedStatus,
    mobile: Knowledge,
    reach: Vec<(u32, bool)>,
    unlisted: bool,
}

#[derive(Clone, Debug)]
struct Plain {
    network: Option<PlainNetwork>,
    masts: Option<Vec<(Option<u32>, Power)>>,
    sites: Vec<PlainSite>,
}

fn feeds((feeds, _): &Power) -> Vec<String> {
    feeds.iter().map(|feed| format!("F{feed}")).collect()
}

fn battery((_, battery): &Power) -> Option<Hours> {
    battery.and_then(|index| Hours::new(HOURS[usize::from(index) % 6]))
}

fn power_supply(power: &Power, needs_power: bool) -> PowerSupply {
    PowerSupply { feeds: feeds(power), battery: battery(power), needs_power }
}

impl PlainNetwork {
    fn build(&self) -> Network {
        let count = self.nodes.len() as u32;
        let nodes = self.nodes.iter().enumerate().map(|(i, (power, needs, in_service))| Node {
            id: format!("n{i:02}"),
            name: None,
            types: Vec::new(),
            place: None,
            in_service: *in_service,
            power: power_supply(power, *needs),
            providers: Vec::new(),
            origin: ORIGIN,
        });
        let spans = self.spans.iter().enumerate().map(|(i, (a, b, in_service))| Span {
            id: format!("s{i:02}"),
            name: None,
            start: NodeIdx(a % count),
            end: NodeIdx(b % count),
            route: None,
            in_service: *in_service,
            providers: Vec::new(),
            origin: ORIGIN,
        });
        let core = self.core.iter().map(|core| NodeIdx(core % count)).collect();
        Network::new(SourceIdx(0), nodes.collect(), spans.collect(), core).expect("consistent")
    }

    fn trenches(&self) -> Vec<Trench> {
        let count = self.spans.len() as u32;
        let own = self.trenches.iter().map(|spans| -> BTreeSet<u32> {
            spans.iter().filter(|_| count > 0).map(|span| span % count).collect()
        });
        let several = own.filter(|spans| spans.len() > 1).enumerate();
        several
            .map(|(i, spans)| Trench {
                id: format!("T{i}"),
                spans: spans.into_iter().map(SpanIdx).collect(),
                basis: TrenchBasis::Declared { origin: ORIGIN },
            })
            .collect()
    }
}

impl Plain {
    fn build(&self) -> Region {
        let nodes = self.network.as_ref().map_or(1, |network| network.nodes.len() as u32);
        let node_id = |node: u32| format!("n{:02}", node % nodes);
        let sites: Vec<Site> = self
            .sites
            .iter()
            .enumerate()
            .map(|(i, site)| Site {
                id: format!("site{i}"),
                name: String::new(),
                kind: SiteKind::School,
                place: (site.node == Err(true))
                    .then(|| Projected::from_metres(0.0, 0.0).expect("finite")),
                persons: Some(1),
                stated_municipality: None,
                stated_node: site.node.ok().map(node_id),
                stated_connection: Unknown,
                stated_download: None,
                backup_power: battery(&site.power),
                power_feeds: feeds(&site.power),
                origin: ORIGIN,
            })
            .collect();
        let masts = self.masts.as_ref().map(|masts| {
            let built = masts.iter().enumerate().map(|(i, (node, power))| Mast {
                id: format!("m{i}"),
                place: None,
                operator: None,
                radio_network: None,
                range: None,
                stated_node: node.map(node_id),
                power: power_supply(power, true),
                origin: ORIGIN,
            });
            built.collect::<Vec<_>>()
        });
        let network = self.network.as_ref().map(PlainNetwork::build);
        let mut infrastructure = Infrastructure::new(network, masts, &sites);
        infrastructure.trenches =
            self.network.as_ref().map_or_else(Vec::new, PlainNetwork::trenches);
        let source = Source {
            path: "network.json".to_owned(),
            section: "network",
            publisher: None,
            date: None,
            licence: None,
            synthetic: false,
            bytes: 0,
            sha256: String::new(),
            sidecars: Vec::new(),
        };
        let mut findings = Findings::default();
        let analysis = analyse(&sites, &infrastructure, Metres::ZERO, &[source], &mut findings);
        let services: Vec<MastService> = infrastructure
            .masts()
            .iter()
            .zip(0..)
            .zip(&analysis.masts)
            .map(|((mast, i), way)| MastService::new(MastIdx(i), mast, way, &infrastructure))
            .collect();
        let count = infrastructure.masts().len() as u32;
        let assessments = self
            .sites
            .iter()
            .zip(&sites)
            .zip(analysis.sites)
            .map(|((plain, site), dependence)| {
                let network = NetworkReach {
                    at_10: plain.mobile,
                    at_30: No,
                    download: None,
                    rate_open: true,
                };
                let mut reaching: Vec<ReachingMast> = Vec::new();
                for (mast, sure) in plain.reach.iter().filter(|_| count > 0) {
                    let mast = MastIdx(mast % count);
                    if reaching.iter().all(|known| known.mast != mast) {
                        let reaches = if *sure { Yes } else { Unknown };
                        reaching.push(ReachingMast { mast, reaches, basis: ReachBasis::Range });
                    }
                }
                reaching.sort_by_key(|known| known.mast);
                // What covers a site that no listed mast can reach is a mast in no list.
                let unlisted = plain.unlisted || (plain.mobile == Yes && reaching.is_empty());
                let reach = MastReach { masts: reaching, unlisted };
                let found = Found {
                    location: Location {
                        municipality: None,
                        matched: MunicipalityMatch::None,
                        mismatch: false,
                    },
                    fixed: FixedConnection {
                        rate_open: false,
                        status: plain.fixed,
                        technology: None,
                        download: None,
                        origin: None,
                        layer: None,
                        rate: None,
                    },
                    mobile: MobileReach { networks: vec![network] },
                    masts: infrastructure.masts.is_some().then_some(reach),
                    nearest_node: None,
                    nearest_mast: None,
                    dependence,
                };
                let target = Mbps::new(1000.0).expect("positive");
                SiteAssessment::new(site, found, &services, &infrastructure, target)
            })
            .collect();
        Region { sites, assessments, masts: services, infrastructure }
    }
}

impl Region {
    fn outages(&self) -> Outages<'_> {
        Outages::new(&self.sites, &self.assessments, &self.infrastructure)
    }

    fn pairs(&self, count: usize, most: u64) -> beredd::readiness::pairs::WorstPairs {
        worst_pairs(&self.sites, &self.assessments, &self.masts, &self.infrastructure, count, most)
    }
}

fn power() -> impl Strategy<Value = Power> {
    let battery = prop::option::weighted(0.7, 0u8..6);
    (prop::collection::btree_set(0u8..3, 0..3), battery)
}

fn network(nodes: std::ops::Range<usize>) -> impl Strategy<Value = PlainNetwork> {
    let works = || prop::bool::weighted(0.93);
    nodes.prop_flat_map(move |count| {
        (
            prop::collection::vec((power(), prop::bool::weighted(0.85), works()), count),
            prop::collection::vec((0u32..16, 0u32..16, works()), 0..count + 5),
            prop::collection::vec(0u32..16, 0..4),
            prop::collection::vec(prop::collection::btree_set(0u32..16, 2..4), 0..3),
        )
            .prop_map(|(nodes, spans, core, trenches)| PlainNetwork {
                nodes,
                spans,
                core,
                trenches,
            })
    })
}

fn site() -> impl Strategy<Value = PlainSite> {
    use FixedStatus::{Connected, None, Passed};
    let node = prop_oneof![
        6 => (0u32..16).prop_map(Ok),
        1 => any::<bool>().prop_map(Err),
    ];
    let fixed = prop_oneof![
        4 => Just(Connected),
        2 => Just(None),
        1 => Just(Passed),
        1 => Just(FixedStatus::Unknown),
    ];
    let mobile = prop_oneof![3 => Just(Yes), 1 => Just(No), 1 => Just(Unknown)];
    let reach = prop::collection::vec((0u32..8, prop::bool::weighted(0.8)), 0..4);
    (power(), node, fixed, mobile, reach, prop::bool::weighted(0.15)).prop_map(
        |(power, node, fixed, mobile, reach, unlisted)| PlainSite {
            power,
            node,
            fixed,
            mobile,
            reach,
            unlisted,
        },
    )
}

fn plain() -> impl Strategy<Value = Plain> {
    let mast = (prop::option::weighted(0.85, 0u32..16), power());
    (
        prop::option::weighted(0.9, network(1..8)),
        prop::option::weighted(0.85, prop::collection::vec(mast, 0..5)),
        prop::collection::vec(site(), 1..7),
    )
        .prop_map(|(network, masts, sites)| Plain { network, masts, sites })
}

fn failed(elements: &[Element]) -> Failed {
    elements.iter().copied().collect()
}

/// No, unknown, yes as 0, 1, 2.
fn height(known: Knowledge) -> u8 {
    match known {
        No => 0,
        Unknown => 1,
        Yes => 2,
    }
}

fn no_better(worse: &[Left], better: &[Left]) -> bool {
    worse.iter().zip(better).all(|(w, b)| {
        height(w.after.fixed) <= height(b.after.fixed)
            && height(w.after.mobile) <= height(b.after.mobile)
            && w.cut_off >= b.cut_off
    })
}

fn some_elements(region: &Region, picked: &[prop::sample::Index]) -> Vec<Element> {
    let all = Element::all(&region.infrastructure);
    picked.iter().filter(|_| !all.is_empty()).map(|index| all[index.index(all.len())]).collect()
}

fn hours(value: f64) -> Hours {
    Hours::new(value).expect("hours")
}

fn pairs_by_trying(region: &Region) -> Vec<Pair> {
    let outages = region.outages();
    let lost = |elements: &[Element]| -> BTreeSet<usize> {
        let left = outages.left(&failed(elements), None);
        left.iter().enumerate().filter(|(_, left)| left.cut_off).map(|(i, _)| i).collect()
    };
    let all = Element::all(&region.infrastructure);
    let mut pairs = Vec::new();
    for (i, &one) in all.iter().enumerate() {
        for &other in &all[i + 1..] {
            let both = lost(&[one, other]);
            let (a, b) = (lost(&[one]), lost(&[other]));
            if both.len() > a.len().max(b.len()) {
                let together = both.len() - a.union(&b).count();
                pairs.push(Pair { elements: [one, other], sites: both.len(), together });
            }
        }
    }
    pairs.sort_by_key(|pair| {
        (std::cmp::Reverse(pair.sites), std::cmp::Reverse(pair.together), pair.elements)
    });
    pairs
}

/// A single failure changes exactly what the analysis of single failures lists, in the same way.
fn check_single(
    outages: &Outages<'_>,
    assessments: &[SiteAssessment],
    element: Element,
) -> Result<(), TestCaseError> {
    let left = outages.left(&failed(&[element]), None);
    for (site, (left, found)) in left.iter().zip(assessments).enumerate() {
        let about = format!("{element:?} and site {site}: {left:?}");
        let listed = found.failures.points.iter().find(|point| point.element == element);
        prop_assert_eq!(left.cut_off, listed.is_some(), "{}", about);
        let Some(point) = listed else {
            // A feed may be that of something of which nobody says what it is fed by, and a site of
            // which nobody says where it stands may hang on anything.
            let may_be_its = match element {
                Element::PowerFeed(_) => true,
                Element::Mast(_) => false,
                _ => found.dependence.status == NetworkStatus::Unknown,
            };
            let is_doubted = left.after.fixed == Unknown && may_be_its;
            let same = left.before.fixed == left.after.fixed;
            prop_assert!(same || is_doubted, "not listed, but {}", about);
            continue;
        };
        let effect = match left.after.any() {
            No => Effect::All,
            Yes => Effect::Fixed,
            Unknown => Effect::Unknown,
        };
        prop_assert_eq!(point.effect, effect, "{}", about);
    }
    Ok(())
}

/// Grid power lost everywhere leaves what the curves of endurance say.
fn check_curve(
    outages: &Outages<'_>,
    sites: &[Site],
    assessments: &[SiteAssessment],
    infrastructure: &Infrastructure,
) -> Result<(), TestCaseError> {
    let everywhere = GridLoss::everywhere(sites, infrastructure);
    for after in HOURS {
        let left = outages.left(&Failed::default(), Some((&everywhere, hours(after))));
        for (site, (left, found)) in left.iter().zip(assessments).enumerate() {
            let curve = served_after(found, hours(after));
            prop_assert_eq!(left.after.any(), curve, "site {} after {} h", site, after);
        }
    }
    Ok(())
}

#[test]
fn the_shipped_region_agrees_with_itself() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("datasets/fyrbodal/fyrbodal.toml");
    let project = beredd::project::read(&file).expect("the shipped project");
    let mut progress = Progress::new(pipeline::STAGES);
    let (inputs, findings) = pipeline::read(&project, &mut progress).expect("the shipped region");
    let outcome = pipeline::assess(&project, inputs, findings, &mut progress).expect("scored");
    let (sites, found) = (&outcome.inputs.sites, &outcome.assessment.sites);
    let of = &outcome.inputs.infrastructure;
    let outages = Outages::new(sites, found, of);
    let elements = Element::all(of);
    assert!(elements.len() > 500 && elements.iter().any(|e| matches!(e, Element::Trench(_))));
    for element in elements {
        check_single(&outages, found, element).expect("as the dependencies say");
    }
    check_curve(&outages, sites, found, of).expect("as the curves say");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_element_takes_down_what_the_dependencies_list(plain in plain()) {
        let region = plain.build();
        let outages = region.outages();
        for element in Element::all(&region.infrastructure) {
            check_single(&outages, &region.assessments, element)?;
        }
    }

    /// Served whatever single thing fails: against playing every single outage, in buildings that
    /// no feed leaves dark; which feeds a building has makes no difference.
    #[test]
    fn always_served_is_what_every_single_outage_leaves(plain in plain()) {
        let with_feeds = plain.build();
        let mut plain = plain;
        // Two feeds of its own each, of which one alone can fail.
        plain.sites.iter_mut().for_each(|site| site.power.0 = [90, 91].into());
        let region = plain.build();
        for (bare, fed) in region.assessments.iter().zip(&with_feeds.assessments) {
            prop_assert_eq!(bare.failures.always_served, fed.failures.always_served);
        }
        let outages = region.outages();
        let mut worst: Vec<Knowledge> =
            region.assessments.iter().map(|a| a.failures.fixed.or(a.failures.mobile)).collect();
        for element in Element::all(&region.infrastructure) {
            let left = outages.left(&failed(&[element]), None);
            for (site, left) in left.iter().enumerate() {
                worst[site] = worst[site].and(left.after.any());
            }
        }
        for (site, (found, played)) in region.assessments.iter().zip(worst).enumerate() {
            let always = found.failures.always_served;
            // Neither may know what the other denies. What nobody says of a mast or a way can fail
            // in ways that no list of elements has: playing them all is no proof of a yes.
            prop_assert!(!(always == Yes && played != Yes), "site {} {:?} {:?}", site, always, played);
            prop_assert!(!(always == No && played == Yes), "site {} {:?} {:?}", site, always, played);
            prop_assert!(!(played == No && always != No), "site {} {:?} {:?}", site, always, played);
        }
    }

    /// What is known of a site of unknown connection is so with a connection and without; and no
    /// condition of an indicator is lost by being connected.
    #[test]
    fn conditions_hold_whatever_the_unknown_connection_is(plain in plain()) {
        let with = |status: FixedStatus| {
            let mut plain = plain.clone();
            plain.sites.iter_mut().for_each(|site| site.fixed = status);
            plain.build()
        };
        let targets = IndicatorTargets { backup_power: hours(24.0) };
        let known = |region: &Region, site: usize, holds: fn(&Site, &SiteAssessment, &IndicatorTargets) -> Knowledge| {
            holds(&region.sites[site], &region.assessments[site], &targets)
        };
        let (none, unknown, connected) =
            (with(FixedStatus::None), with(FixedStatus::Unknown), with(FixedStatus::Connected));
        for indicator in SITE_INDICATORS {
            // Where the network has no way to the site, a connection cannot be what is not known.
            let possible = |site: &usize| {
                unknown.assessments[*site].dependence.status != NetworkStatus::CutOff
            };
            for site in (0..plain.sites.len()).filter(possible) {
                let [none, unknown, connected] =
                    [&none, &unknown, &connected].map(|region| known(region, site, indicator.holds));
                let about = format!("{} of site {site}: {none:?} {unknown:?} {connected:?}", indicator.id);
                prop_assert!(height(none) <= height(unknown), "{}", about);
                prop_assert!(height(unknown) <= height(connected), "{}", about);
                // Known means known in both.
                prop_assert!(unknown == Unknown || none == unknown && connected == unknown, "{}", about);
            }
        }
    }

    #[test]
    fn nothing_failed_is_as_before(plain in plain()) {
        let region = plain.build();
        let outages = region.outages();
        let everywhere = GridLoss::everywhere(&region.sites, &region.infrastructure);
        for grid in [None, Some((&everywhere, Hours::ZERO))] {
            for left in outages.left(&Failed::default(), grid) {
                prop_assert_eq!(left.before, left.after);
                prop_assert!(!left.cut_off);
            }
        }
    }

    #[test]
    fn a_general_grid_loss_is_the_curve(plain in plain()) {
        let region = plain.build();
        check_curve(&region.outages(), &region.sites, &region.assessments, &region.infrastructure)?;
    }

    /// More failures and more hours never leave more, and a trench is its spans.
    #[test]
    fn more_never_leaves_more(
        plain in plain(),
        picked in prop::collection::vec(any::<prop::sample::Index>(), 0..4),
        more in any::<prop::sample::Index>(),
    ) {
        let region = plain.build();
        let outages = region.outages();
        let mut elements = some_elements(&region, &picked);
        let everywhere = GridLoss::everywhere(&region.sites, &region.infrastructure);
        let few = outages.left(&failed(&elements), None);
        let mut before = few.clone();
        for after in HOURS {
            let now = outages.left(&failed(&elements), Some((&everywhere, hours(after))));
            prop_assert!(no_better(&now, &before), "{} h", after);
            before = now;
        }
        elements.extend(some_elements(&region, &[more]));
        prop_assert!(no_better(&outages.left(&failed(&elements), None), &few));

        let spans = elements.iter().flat_map(|&element| match element {
            Element::Trench(trench) => {
                let spans = &region.infrastructure.trench(trench).spans;
                spans.iter().copied().map(Element::Span).collect()
            }
            other => vec![other],
        });
        let spans: Vec<Element> = spans.collect();
        prop_assert_eq!(
            outages.left(&failed(&spans), None),
            outages.left(&failed(&elements), None)
        );
    }

    /// Where every battery is known, feeds lost for longer than any of them lasts have failed.
    #[test]
    fn feeds_lost_for_long_have_failed(mut plain in plain(), lost in prop::collection::btree_set(0u32..3, 1..3)) {
        let known = |power: &mut Power| { power.1.get_or_insert(3); };
        plain.sites.iter_mut().for_each(|site| known(&mut site.power));
        plain.masts.iter_mut().flatten().for_each(|mast| known(&mut mast.1));
        plain.network.iter_mut().flat_map(|n| &mut n.nodes).for_each(|node| known(&mut node.0));
        let region = plain.build();
        let count = region.infrastructure.feeds.len() as u32;
        let feeds: BTreeSet<FeedIdx> = lost.into_iter().filter(|&f| f < count).map(FeedIdx).collect();
        prop_assume!(!feeds.is_empty());
        let outages = region.outages();
        let grid = GridLoss::new(
            Some(&feeds), None, &Failed::default(), &region.sites, &region.infrastructure,
        );
        let long = outages.left(&Failed::default(), Some((&grid, hours(100.0))));
        let gone: Vec<Element> = feeds.iter().copied().map(Element::PowerFeed).collect();
        let gone = outages.left(&failed(&gone), None);
        for (long, gone) in long.iter().zip(&gone) {
            prop_assert_eq!(long.after, gone.after);
            prop_assert_eq!(long.cut_off, gone.cut_off);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_worst_pairs_are_those_found_by_trying_all(plain in plain(), count in 1usize..6) {
        let region = plain.build();
        let tried = pairs_by_trying(&region);
        let all = region.pairs(usize::MAX, u64::MAX / 8);
        prop_assert!(all.is_exact());
        prop_assert_eq!(&all.pairs, &tried);
        let worst = region.pairs(count, u64::MAX / 8);
        prop_assert_eq!(&worst.pairs[..], &tried[..count.min(tried.len())]);

        let some = region.pairs(count, 10);
        prop_assert!(some.compared <= 10 && some.pairs.iter().all(|pair| tried.contains(pair)));
        prop_assert_eq!(some.is_exact(), some.candidates == some.elements);
    }

    #[test]
    fn threads_change_no_pair(plain in plain()) {
        let region = plain.build();
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            pool.expect("threads").install(|| region.pairs(5, 40))
        };
        let one = with(1);
        prop_assert_eq!(&one, &with(2));
        prop_assert_eq!(&one, &with(8));
    }
}
