//! What fails in the network if one thing fails.
//!
//! A site hangs on an *access node*. It has service as long as there is a way from that node to a
//! *core node*, where the network meets the outside world. The question is which single elements,
//! nodes or spans, lie on every such way.
//!
//! ```text
//!                  the outside world                      a virtual root
//!                    :           :
//!                  (POP)        (POP)                     core nodes
//!                    |            |
//!                    A -- B ----- C                       two ways out, whichever of these fails
//!                         |
//!                         |  S                            a bridge: the one cable to the village
//!                         |
//!                         D                               an articulation point
//!                        / \
//!                       E === F                           a ring, and a double cable in it
//!                             .
//!                             .  drop
//!                          school                         access node F
//!
//!     single points of the school:   F        stage access
//!                                    D, S, B  stage network
//! ```
//!
//! In steps, each in its file:
//!
//! 1. [`attachment`]: the access node of each site. The node its register states, otherwise the
//!    nearest node in service within a distance. A mast hangs on the node its list states.
//! 2. [`graph`]: the elements in service. The network is a multigraph: two cables between the same
//!    two nodes are redundancy, so neither is a single point. What is out of service carries
//!    nothing.
//! 3. [`single_points`]: for every node at once the nodes and spans that cut it off, from one
//!    depth-first search from the virtual root. They form a tree: in the drawing F and E hang from
//!    D, D from S, S from B, and B from the root, since it has two ways out. A lone core node is
//!    itself a single point of all the rest.
//! 4. [`trench`] and [`trench_list`]: stretches that several spans share. [`shared_risk`]: what
//!    trenches, and power feeds with the nodes that have no other, take down when all in them
//!    fails at once.
//! 5. [`endurance`]: how long each way lasts when grid power is lost everywhere.
//!
//! [`dependence`] is what comes out for each site and mast. The access node is reported apart, as
//! a stage of its own: a site with one drop always depends on it, and mixed with the rest it would
//! make every site look the same.

pub mod alone;
pub mod attachment;
pub mod dependence;
pub mod element;
pub mod endurance;
pub mod graph;
mod pair_count;
mod search;
pub mod shared_risk;
pub mod single_points;
pub mod trench;
pub mod trench_list;

#[cfg(test)]
mod sample;

use std::collections::{BTreeMap, HashMap};

use crate::findings::{Finding, Findings, Rule};
use crate::model::coverage::Mast;
use crate::model::infrastructure::Infrastructure;
use crate::model::network::{Network, NodeIdx};
use crate::model::power::FeedIdx;
use crate::model::site::Site;
use crate::model::source::Source;
use crate::model::trench::TrenchIdx;
use crate::network::attachment::Attachment;
use crate::network::dependence::{Dependence, FeedDoubt, NetworkStatus, SinglePoint, Stage};
use crate::network::element::Element;
use crate::network::endurance::Endurance;
use crate::network::graph::Graph;
use crate::network::shared_risk::{Group, Severed, SharedRisk};
use crate::network::single_points::SinglePoints;
use crate::units::Metres;
use crate::words::key;

/// What the network says of each site and mast.
#[derive(Clone, Debug, PartialEq)]
pub struct NetworkAnalysis {
    /// In the order of the sites.
    pub sites: Vec<Dependence>,
    /// In the order of the masts.
    pub masts: Vec<Dependence>,
}

/// Finds what each site and mast depends on; without a network everything is unknown.
///
/// `attach_within` is how far a site may be from its node when its register states none; `sources`
/// names the datasets in findings.
///
/// # Complexity
///
/// Linear in the network, plus a little for each trench and feed, plus the single points found,
/// summed over sites and masts. For a network whose every node is a site that sum may grow with
/// the square of the nodes (a long chain); [`SinglePoints::cut_off`] gives the totals without
/// listing them.
pub fn analyse(
    sites: &[Site],
    infrastructure: &Infrastructure,
    attach_within: Metres,
    sources: &[Source],
    findings: &mut Findings,
) -> NetworkAnalysis {
    let masts = infrastructure.masts();
    let Some(network) = &infrastructure.network else {
        return NetworkAnalysis {
            sites: sites.iter().map(|_| Dependence::unknown()).collect(),
            masts: masts.iter().map(|_| Dependence::unknown()).collect(),
        };
    };
    let site_nodes = attachment::attach(sites, network, attach_within, sources, findings);
    let mast_nodes = masts.iter().map(|mast| mast_node(mast, network, sources, findings));

    let ways = Ways::of(infrastructure, network);
    let users: Vec<Option<Attachment>> = site_nodes.into_iter().chain(mast_nodes).collect();
    let mut found = ways.dependence(&users);
    let masts = found.split_off(sites.len());
    for (site, dependence) in sites.iter().zip(&mut found) {
        // Of a site that is nowhere nobody can say that it hangs on no node.
        if dependence.access_node.is_none() && site.place.is_none() {
            *dependence = Dependence::unknown();
        }
        if let (NetworkStatus::CutOff, Some(node)) = (dependence.status, dependence.access_node) {
            findings.add(not_reached(site, &network.node(node).id, sources));
        }
    }
    let masts = masts
        .into_iter()
        .map(|mast| if mast.access_node.is_none() { Dependence::unknown() } else { mast })
        .collect();
    report_not_reached(network, &ways.single_points, sources, findings);
    NetworkAnalysis { sites: found, masts }
}

fn not_reached(site: &Site, node: &str, sources: &[Source]) -> Finding {
    let message = key::FindingSiteNotReached { site: &site.id, node };
    Finding::new(Rule::SiteNodeNotReached, &sources[site.origin.source.0].path, message)
        .at(site.origin.row)
        .field("network_node")
        .value(node)
        .hint(key::HintSpanOrCore)
}

/// The node a mast hangs on, where its list states one that exists.
fn mast_node(
    mast: &Mast,
    network: &Network,
    sources: &[Source],
    findings: &mut Findings,
) -> Option<Attachment> {
    let stated = mast.stated_node.as_deref()?;
    let node = network.find_node(stated);
    if node.is_none() {
        let message = key::FindingMastNode { mast: &mast.id };
        findings.add(
            Finding::new(Rule::MastNodeUnknown, &sources[mast.origin.source.0].path, message)
                .at(mast.origin.row)
                .field("network_node")
                .value(stated)
                .hint(key::HintNodeOrBlank),
        );
    }
    node.map(|node| Attachment { node, drop_length: None })
}

/// The network searched, with the groups that fail together.
struct Ways {
    graph: Graph,
    single_points: SinglePoints,
    endurance: Vec<Endurance>,
    groups: Vec<(Element, Group)>,
    doubts: Vec<(DoubtedFeed, Group)>,
}

/// What a group of nodes would be if it were as bad as it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DoubtedFeed {
    /// The nodes of which nobody says what they are fed by: they may all hang on one feed.
    Any,
    /// Those and the nodes that hang on this one.
    One(FeedIdx),
}

/// Beyond so many nodes in all groups of [`DoubtedFeed::One`] they are not asked about, and any feed
/// may take down what two of them could take down together.
const DOUBTED_AT_MOST: usize = 2_000_000;

impl Ways {
    fn of(infrastructure: &Infrastructure, network: &Network) -> Self {
        let graph = Graph::of(network);
        Self {
            single_points: SinglePoints::of(&graph),
            endurance: endurance::of_nodes(network, &graph),
            groups: groups(infrastructure, network),
            doubts: doubts(infrastructure, network),
            graph,
        }
    }

    /// What each user depends on, in their order.
    fn dependence(&self, users: &[Option<Attachment>]) -> Vec<Dependence> {
        let mut found: Vec<Dependence> = users.iter().map(|user| self.alone(*user)).collect();
        let risk = SharedRisk::of(&self.graph);
        // The users at the places of the search, so that what hangs on a range is a slice.
        let mut hanging: Vec<(u32, usize, NodeIdx)> = Vec::new();
        for (number, user) in users.iter().enumerate() {
            let Some(node) = user.map(|user| user.node) else { continue };
            hanging.extend(risk.place(node).map(|place| (place, number, node)));
        }
        hanging.sort_unstable();
        let on = |severed: &Severed| -> Vec<(usize, NodeIdx)> {
            let ranges = severed.ranges().iter().flat_map(|range| {
                let from = hanging.partition_point(|&(place, ..)| place < range.start);
                let to = hanging.partition_point(|&(place, ..)| place < range.end);
                &hanging[from..to]
            });
            ranges.map(|&(_, number, node)| (number, node)).collect()
        };
        for ((element, group), severed) in self.groups.iter().zip(cut_off(&risk, &self.groups)) {
            for (number, node) in on(&severed) {
                let beyond = risk.cut_off_beyond(group, &severed, node);
                let stage = if beyond { Stage::Network } else { Stage::Access };
                found[number].single_points.push(SinglePoint { element: *element, stage });
            }
        }
        for ((feed, group), severed) in self.doubts.iter().zip(cut_off(&risk, &self.doubts)) {
            for (number, node) in on(&severed) {
                let doubt = &mut found[number].feed_doubt;
                doubt.beyond = doubt.beyond || risk.cut_off_beyond(group, &severed, node);
                match feed {
                    DoubtedFeed::Any => doubt.any = true,
                    DoubtedFeed::One(feed) if !doubt.any => doubt.of.push(*feed),
                    DoubtedFeed::One(_) => {}
                }
            }
        }
        found
    }

    /// What one user depends on among nodes and spans.
    fn alone(&self, user: Option<Attachment>) -> Dependence {
        let Some(attachment) = user else { return Dependence::not_attached() };
        let Attachment { node, drop_length } = attachment;
        if !self.single_points.reached(node) {
            return Dependence::cut_off(attachment);
        }
        let access = SinglePoint { element: Element::Node(node), stage: Stage::Access };
        let beyond = self.single_points.above(node).map(Element::from);
        let beyond = beyond.map(|element| SinglePoint { element, stage: Stage::Network });
        Dependence {
            access_node: Some(node),
            drop_length,
            status: NetworkStatus::Reached,
            disjoint_paths: Some(self.single_points.disjoint_paths(node)),
            single_points: std::iter::once(access).chain(beyond).collect(),
            feed_doubt: FeedDoubt::default(),
            endurance: self.endurance[node.0 as usize],
        }
    }
}

/// Tells of nodes in service that no core node has a way to.
fn report_not_reached(
    network: &Network,
    single_points: &SinglePoints,
    sources: &[Source],
    findings: &mut Findings,
) {
    let mut left_out = (0..network.nodes().len() as u32)
        .map(NodeIdx)
        .filter(|&node| network.node(node).in_service && !single_points.reached(node));
    let Some(first) = left_out.next() else { return };
    let count = 1 + left_out.count();
    let (all, node) = (network.nodes().len(), &network.node(first).id);
    let message = key::FindingNotReached { count, all, node };
    findings.add(
        Finding::new(Rule::NetworkNotReached, &sources[network.source().0].path, message)
            .field("network.core")
            .value(node)
            .hint(key::HintCoreOfPart),
    );
}

fn cut_off<T>(risk: &SharedRisk<'_>, groups: &[(T, Group)]) -> Vec<Severed> {
    let groups: Vec<Group> = groups.iter().map(|(_, group)| group.clone()).collect();
    risk.cut_off_all(&groups)
}

/// What may fail together because nobody says what it is fed by; the largest group first.
fn doubts(infrastructure: &Infrastructure, network: &Network) -> Vec<(DoubtedFeed, Group)> {
    let nodes = || network.nodes().iter().zip((0..).map(NodeIdx));
    let unknown: Vec<NodeIdx> = nodes()
        .filter(|(node, _)| node.power.needs_power && node.power.feeds.is_empty())
        .map(|(_, number)| number)
        .collect();
    if unknown.is_empty() || !infrastructure.asks_feeds {
        return Vec::new();
    }
    let mut fed: BTreeMap<FeedIdx, Vec<NodeIdx>> = BTreeMap::new();
    for (node, number) in nodes() {
        if let Some(feed) = node.power.only_feed().and_then(|id| infrastructure.feeds.find(id)) {
            fed.entry(feed).or_default().push(number);
        }
    }
    let with = |more: Vec<NodeIdx>| Group::new([unknown.clone(), more].concat(), Vec::new());
    if unknown.len() * fed.len() > DOUBTED_AT_MOST {
        return vec![(DoubtedFeed::Any, with(fed.into_values().flatten().collect()))];
    }
    let each = fed.into_iter().map(|(feed, nodes)| (DoubtedFeed::One(feed), with(nodes)));
    std::iter::once((DoubtedFeed::Any, with(Vec::new()))).chain(each).collect()
}

/// What fails together: for each power feed the nodes that have no other, and the spans of each
/// trench. Sorted by element.
fn groups(infrastructure: &Infrastructure, network: &Network) -> Vec<(Element, Group)> {
    let mut fed: HashMap<&str, Vec<NodeIdx>> = HashMap::new();
    for (node, number) in network.nodes().iter().zip(0..) {
        if let Some(feed) = node.power.only_feed() {
            fed.entry(feed).or_default().push(NodeIdx(number));
        }
    }
    let feeds = (0..infrastructure.feeds.len() as u32).map(FeedIdx).filter_map(|feed| {
        let nodes = fed.remove(infrastructure.feeds.id(feed))?;
        Some((Element::PowerFeed(feed), Group::new(nodes, Vec::new())))
    });
    let trenches = infrastructure.trenches.iter().zip(0..).map(|(trench, number)| {
        let group = Group::new(Vec::new(), trench.spans.clone());
        (Element::Trench(TrenchIdx(number)), group)
    });
    feeds.chain(trenches).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::trench::{Trench, TrenchBasis};

    /// The drawing of this module; P and Q are the core nodes.
    fn drawing() -> sample::Network {
        sample::Network::new(
            &["P", "Q", "A", "B", "C", "D", "E", "F"],
            &["P-A", "Q-C", "A-B", "B-C", "B-D", "D-E", "D-F", "E-F", "E-F-2"],
            &["P", "Q"],
        )
    }

    fn analysed(infrastructure: &Infrastructure) -> NetworkAnalysis {
        let sites = [sample::site("school", None, Some("F"))];
        let mut findings = Findings::default();
        let sources = sample::sources();
        let analysis = analyse(&sites, infrastructure, Metres::ZERO, &sources, &mut findings);
        assert_eq!(findings.sorted(), []);
        analysis
    }

    fn points<'a>(of: &Dependence, infrastructure: &'a Infrastructure) -> Vec<(&'a str, &'a str)> {
        let points = of.single_points.iter();
        points.map(|point| (point.element.id(infrastructure), point.stage.name())).collect()
    }

    #[test]
    fn the_school_of_the_drawing() {
        let infrastructure = Infrastructure::new(Some(drawing().build()), None, &[]);
        let school = &analysed(&infrastructure).sites[0];
        assert_eq!(
            points(school, &infrastructure),
            [("F", "access"), ("D", "network"), ("B-D", "network"), ("B", "network")]
        );
        assert_eq!(school.disjoint_paths, Some(1));

        let unknown = &analysed(&Infrastructure::default()).sites[0];
        assert_eq!(unknown, &Dependence::unknown());
    }

    /// E and F hang on one feed, and so does A; the two ways out of B share a trench.
    #[test]
    fn feeds_and_trenches_fail_as_groups_and_masts_hang_on_nodes() {
        let mut network = drawing();
        for (node, feed) in [(6, "EL-1"), (7, "EL-1"), (2, "EL-1"), (5, "EL-2"), (3, "EL-3")] {
            network.nodes[node].power.add_feeds([feed.to_owned()]);
        }
        network.nodes[3].power.add_feeds(["EL-4".to_owned()]);
        let network = network.build();
        let spans = ["A-B", "B-C"].map(|id| network.find_span(id).expect("a span"));
        let masts = vec![sample::mast("M", Some("A"), &[]), sample::mast("N", None, &[])];
        let mut infrastructure = Infrastructure::new(Some(network), Some(masts), &[]);
        let basis = TrenchBasis::Declared { origin: sample::site("s", None, None).origin };
        infrastructure.trenches = vec![Trench { id: "T".into(), spans: spans.to_vec(), basis }];

        let analysis = analysed(&infrastructure);
        assert_eq!(
            points(&analysis.sites[0], &infrastructure)[4..],
            // EL-1 takes down no more of the school's way than F; B has two feeds.
            [("EL-1", "access"), ("EL-2", "network"), ("T", "network")]
        );
        assert_eq!(
            points(&analysis.masts[0], &infrastructure),
            [("A", "access"), ("EL-1", "access")]
        );
        assert_eq!(analysis.masts[1], Dependence::unknown());
    }

    #[test]
    fn what_has_no_way_to_the_core_is_told() {
        let network = sample::Network::new(&["P", "A", "B"], &["A-B"], &["P"]).build();
        let infrastructure =
            Infrastructure::new(Some(network), Some(vec![sample::mast("M", Some("X"), &[])]), &[]);
        let sites = [sample::site("school", None, Some("B"))];
        let mut findings = Findings::default();
        let sources = sample::sources();
        let analysis = analyse(&sites, &infrastructure, Metres::ZERO, &sources, &mut findings);
        assert_eq!(analysis.sites[0].status, NetworkStatus::CutOff);
        let told: Vec<&str> = findings.sorted().iter().map(|f| f.rule.name()).collect();
        assert_eq!(told, ["network_not_reached", "mast_node_unknown", "site_node_not_reached"]);
    }
}
