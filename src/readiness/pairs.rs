//! Which two elements, lost at the same moment, take most sites down.
//!
//! ```text
//!   core ---x--- A ------- B ---y--- core       neither x nor y takes anybody down: the ring has
//!                |         |                    another way. Together they take both schools.
//!              school    school
//! ```
//!
//! # Definition
//!
//! A pair takes down every site that loses the service it has, as for a single element: fixed, or
//! of a site without, mobile; see [`Left::cut_off`](crate::readiness::outage::Left::cut_off).
//! Pairs are ranked by how many sites that is, then by how many of them only the two *together*
//! take down, which no one of them does alone, then by kind and id. A pair in which one element
//! adds nothing to what the other takes down alone is no pair.
//!
//! # Complexity
//!
//! Every pair is one question to [`SharedRisk`], on all threads there are. Beyond a number of pairs
//! only *candidates* are paired: the elements that take most sites down alone, or that lie on the
//! ways to most of them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::model::coverage::MastIdx;
use crate::model::infrastructure::Infrastructure;
use crate::model::knowledge::Knowledge;
use crate::model::network::{NodeIdx, SpanIdx};
use crate::model::power::FeedIdx;
use crate::model::site::Site;
use crate::network::dependence::NetworkStatus;
use crate::network::element::Element;
use crate::network::graph::Graph;
use crate::network::shared_risk::{Group, Severed, SharedRisk};
use crate::readiness::failure::MastService;
use crate::readiness::site::SiteAssessment;

/// Two elements and what they take down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The two, by kind and id.
    pub elements: [Element; 2],
    /// Sites that lose the service they have.
    pub sites: usize,
    /// Those among them that neither takes down alone.
    pub together: usize,
}

/// The worst pairs, and how they were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorstPairs {
    /// The worst first.
    pub pairs: Vec<Pair>,
    /// How many pairs were compared.
    pub compared: u64,
    /// How many elements were paired.
    pub candidates: usize,
    /// How many elements can take part in taking any site down.
    pub elements: usize,
}

impl WorstPairs {
    /// Whether every pair was compared.
    pub fn is_exact(&self) -> bool {
        self.candidates == self.elements
    }
}

/// Finds the worst pairs, at most `count` of them, comparing at most `most` pairs.
pub fn worst_pairs(
    sites: &[Site],
    assessments: &[SiteAssessment],
    masts: &[MastService],
    infrastructure: &Infrastructure,
    count: usize,
    most: u64,
) -> WorstPairs {
    let graph = match &infrastructure.network {
        Some(network) => Graph::of(network),
        None => Graph::from_ends(0, &[], &[]),
    };
    let search = Losses::new(sites, assessments, masts, infrastructure, &graph);
    let mut parts: Vec<Part> = Element::all(infrastructure)
        .into_iter()
        .filter(|&element| search.matters(element))
        .map(|element| search.part(element))
        .collect();
    let elements = parts.len();
    let kept = candidates_for(most);
    if elements > kept {
        let load = Load::new(&search);
        let weight = |part: &Part| part.alone.len().max(load.of(part.element, &search));
        parts.sort_by_cached_key(|part| (Reverse(weight(part)), part.element));
        parts.truncate(kept);
        parts.sort_by_key(|part| part.element);
    }
    let rows: Vec<Vec<Pair>> =
        (0..parts.len()).into_par_iter().map(|i| search.worst_with(&parts, i, count)).collect();
    let mut pairs: Vec<Pair> = rows.into_iter().flatten().collect();
    pairs.sort_by_key(rank);
    pairs.truncate(count);
    let candidates = parts.len();
    let compared = candidates as u64 * (candidates as u64).saturating_sub(1) / 2;
    WorstPairs { pairs, compared, candidates, elements }
}

/// How many elements make at most so many pairs.
fn candidates_for(most: u64) -> usize {
    let mut count = (2.0 * most as f64).sqrt() as u64 + 1;
    while count * count.saturating_sub(1) / 2 > most {
        count -= 1;
    }
    count as usize
}

fn rank(pair: &Pair) -> (Reverse<usize>, Reverse<usize>, [Element; 2]) {
    (Reverse(pair.sites), Reverse(pair.together), pair.elements)
}

/// An element with what fails with it in the network, and the sites it takes down alone.
struct Part {
    element: Element,
    nodes: Vec<NodeIdx>,
    spans: Vec<SpanIdx>,
    alone: Vec<u32>,
}

/// A mast that serves a site without fixed service.
struct Serving {
    mast: MastIdx,
    place: Option<u32>,
    /// Sorted; empty where not known, or where it needs no power.
    feeds: Vec<FeedIdx>,
}

/// A site without fixed service that masts, or coverage of which nobody says more, serve.
struct ByMobile {
    site: u32,
    feeds: Vec<FeedIdx>,
    /// Places in the list of serving masts; none where no list of masts is given.
    masts: Vec<usize>,
}

/// Everything that the count of one pair needs.
struct Losses<'a> {
    infrastructure: &'a Infrastructure,
    risk: SharedRisk<'a>,
    graph: &'a Graph,
    /// The sites with, or perhaps with, fixed service over a reached node, by its place.
    hanging: Vec<(u32, u32)>,
    /// By place, how many of them hang on the places before it.
    before: Vec<usize>,
    /// The nodes, and the sites with or perhaps with fixed service, that are without power when
    /// one feed fails, or two.
    fed: HashMap<[FeedIdx; 2], Vec<NodeIdx>>,
    dark: HashMap<[FeedIdx; 2], Vec<(u32, Option<u32>)>>,
    serving: Vec<Serving>,
    by_mobile: Vec<ByMobile>,
}

impl<'a> Losses<'a> {
    fn new(
        sites: &[Site],
        assessments: &[SiteAssessment],
        masts: &[MastService],
        infrastructure: &'a Infrastructure,
        graph: &'a Graph,
    ) -> Self {
        let risk = SharedRisk::of(graph);
        let feeds_of = |ids: &[String]| -> Vec<FeedIdx> {
            ids.iter().filter_map(|id| infrastructure.feeds.find(id)).collect()
        };
        let mut fed: HashMap<[FeedIdx; 2], Vec<NodeIdx>> = HashMap::new();
        let nodes = infrastructure.network.iter().flat_map(|network| network.nodes());
        for (node, number) in nodes.zip(0..) {
            let reached = risk.place(NodeIdx(number)).is_some();
            if let Some(key) = key(&feeds_of(&node.power.feeds))
                && node.power.needs_power
                && reached
            {
                fed.entry(key).or_default().push(NodeIdx(number));
            }
        }
        let mut hanging = Vec::new();
        let mut dark: HashMap<[FeedIdx; 2], Vec<(u32, Option<u32>)>> = HashMap::new();
        let mut by_mobile = Vec::new();
        let mut places: BTreeMap<MastIdx, usize> = BTreeMap::new();
        let mut serving = Vec::new();
        for ((site, found), number) in sites.iter().zip(assessments).zip(0..) {
            let feeds = feeds_of(&site.power_feeds);
            let failures = &found.failures;
            if failures.fixed != Knowledge::No {
                let reached = found.dependence.status == NetworkStatus::Reached;
                let node = found.dependence.access_node.filter(|_| reached);
                let place = node.and_then(|node| risk.place(node));
                hanging.extend(place.map(|place| (place, number)));
                if let Some(key) = key(&feeds) {
                    dark.entry(key).or_default().push((number, place));
                }
            } else if failures.mobile == Knowledge::Yes {
                let reaching = found.masts.iter().flat_map(|reach| &reach.masts);
                let certain = reaching
                    .filter(|r| r.reaches.and(masts[r.mast.0 as usize].works) == Knowledge::Yes);
                let own = certain.map(|r| {
                    *places.entry(r.mast).or_insert_with(|| {
                        let mast = infrastructure.mast(r.mast);
                        let network = infrastructure.network.as_ref();
                        let node = network.and_then(|n| n.find_node(mast.stated_node.as_deref()?));
                        let powered = mast.power.needs_power;
                        let feeds = if powered { feeds_of(&mast.power.feeds) } else { Vec::new() };
                        let place = node.and_then(|node| risk.place(node));
                        serving.push(Serving { mast: r.mast, place, feeds });
                        serving.len() - 1
                    })
                });
                by_mobile.push(ByMobile { site: number, feeds, masts: own.collect() });
            }
        }
        hanging.sort_unstable();
        let mut before = vec![0; risk.reached_count() + 1];
        for &(place, _) in &hanging {
            before[place as usize + 1] += 1;
        }
        for place in 1..before.len() {
            before[place] += before[place - 1];
        }
        Self { infrastructure, risk, graph, hanging, before, fed, dark, serving, by_mobile }
    }

    /// Whether an element can take part in taking any site down.
    fn matters(&self, element: Element) -> bool {
        let carries = |span: SpanIdx| {
            let Some(network) = &self.infrastructure.network else { return false };
            let found = network.span(span);
            let works = |node: NodeIdx| network.node(node).in_service;
            let is_way = found.in_service && works(found.start) && works(found.end);
            is_way && found.start != found.end && self.risk.place(found.start).is_some()
        };
        match element {
            Element::Node(node) => self.risk.place(node).is_some(),
            Element::Span(span) => carries(span),
            Element::Trench(trench) => {
                self.infrastructure.trench(trench).spans.iter().any(|&span| carries(span))
            }
            Element::Mast(mast) => self.serving.iter().any(|serving| serving.mast == mast),
            Element::PowerFeed(feed) => {
                self.fed.keys().chain(self.dark.keys()).flatten().any(|&of| of == feed)
                    || self.serving.iter().any(|serving| serving.feeds.contains(&feed))
                    || self.by_mobile.iter().any(|site| site.feeds.contains(&feed))
            }
        }
    }

    fn part(&self, element: Element) -> Part {
        let (nodes, spans) = match element {
            Element::Node(node) => (vec![node], Vec::new()),
            Element::Span(span) => (Vec::new(), vec![span]),
            Element::Trench(trench) => {
                (Vec::new(), self.infrastructure.trench(trench).spans.clone())
            }
            Element::PowerFeed(feed) => {
                (self.fed.get(&[feed, feed]).cloned().unwrap_or_default(), Vec::new())
            }
            Element::Mast(_) => (Vec::new(), Vec::new()),
        };
        let mut part = Part { element, nodes, spans, alone: Vec::new() };
        part.alone = self.sites(&part);
        part
    }

    /// The sites that one element takes down, sorted.
    fn sites(&self, part: &Part) -> Vec<u32> {
        let severed = self.severed(part, part);
        let mut sites = Vec::new();
        for range in severed.ranges() {
            let from = self.hanging.partition_point(|&(place, _)| place < range.start);
            let to = self.hanging.partition_point(|&(place, _)| place < range.end);
            sites.extend(self.hanging[from..to].iter().map(|&(_, site)| site));
        }
        sites.extend(self.dark(part, part, &severed));
        sites.extend(self.without_mobile(part, part, &severed));
        sites.sort_unstable();
        sites
    }

    /// How many sites two elements take down.
    fn count(&self, one: &Part, other: &Part) -> usize {
        let severed = self.severed(one, other);
        let ranges = severed.ranges().iter();
        let fixed: usize =
            ranges.map(|r| self.before[r.end as usize] - self.before[r.start as usize]).sum();
        fixed
            + self.dark(one, other, &severed).count()
            + self.without_mobile(one, other, &severed).count()
    }

    fn severed(&self, one: &Part, other: &Part) -> Severed {
        let fed = match (one.element, other.element) {
            (Element::PowerFeed(a), Element::PowerFeed(b)) if a != b => {
                self.fed.get(&[a.min(b), a.max(b)])
            }
            _ => None,
        };
        let nodes: Vec<NodeIdx> = one
            .nodes
            .iter()
            .chain(&other.nodes)
            .chain(fed.into_iter().flatten())
            .copied()
            .collect();
        let spans: Vec<SpanIdx> = one.spans.iter().chain(&other.spans).copied().collect();
        if nodes.is_empty() && spans.is_empty() {
            return Severed::default();
        }
        self.risk.cut_off(&Group::new(nodes, spans))
    }

    /// The sites with fixed service that are without power themselves and not cut off besides.
    fn dark<'s>(
        &'s self,
        one: &Part,
        other: &Part,
        severed: &'s Severed,
    ) -> impl Iterator<Item = u32> + 's {
        let feeds = failed_feeds(one, other);
        let keys = match feeds[..] {
            [a, b] => vec![[a, a], [b, b], [a, b]],
            [a] => vec![[a, a]],
            _ => Vec::new(),
        };
        let dark = keys.into_iter().filter_map(|key| self.dark.get(&key)).flatten();
        dark.filter(|(_, place)| place.is_none_or(|place| !severed.contains_place(place)))
            .map(|&(site, _)| site)
    }

    /// The sites without fixed service that are without power, or without any mast.
    fn without_mobile<'s>(
        &'s self,
        one: &Part,
        other: &Part,
        severed: &Severed,
    ) -> impl Iterator<Item = u32> + 's {
        let feeds = failed_feeds(one, other);
        let masts: Vec<MastIdx> = [one, other].iter().filter_map(|part| part.mast()).collect();
        let touched = !severed.is_empty() || !feeds.is_empty() || !masts.is_empty();
        let all_failed =
            move |own: &[FeedIdx]| !own.is_empty() && own.iter().all(|of| feeds.contains(of));
        let down: Vec<bool> = self
            .serving
            .iter()
            .map(|serving| {
                touched
                    && (masts.contains(&serving.mast)
                        || serving.place.is_some_and(|place| severed.contains_place(place))
                        || all_failed(&serving.feeds))
            })
            .collect();
        let lost = move |site: &&ByMobile| {
            let without = !site.masts.is_empty() && site.masts.iter().all(|&mast| down[mast]);
            without || all_failed(&site.feeds)
        };
        self.by_mobile.iter().filter(move |_| touched).filter(lost).map(|site| site.site)
    }

    /// The worst pairs of one element with those behind it.
    fn worst_with(&self, parts: &[Part], number: usize, count: usize) -> Vec<Pair> {
        let one = &parts[number];
        let mut counts: Vec<(usize, &Part)> = parts[number + 1..]
            .iter()
            .map(|other| (self.count(one, other), other))
            .filter(|(sites, other)| *sites > one.alone.len().max(other.alone.len()))
            .collect();
        counts.sort_by_key(|&(sites, _)| Reverse(sites));
        let least = counts.get(count.saturating_sub(1)).map_or(0, |&(sites, _)| sites);
        let mut pairs: Vec<Pair> = counts
            .into_iter()
            .take_while(|&(sites, _)| sites >= least)
            .map(|(sites, other)| Pair {
                elements: [one.element, other.element],
                sites,
                together: sites - in_either(&one.alone, &other.alone),
            })
            .collect();
        pairs.sort_by_key(rank);
        pairs.truncate(count);
        pairs
    }
}

impl Part {
    fn mast(&self) -> Option<MastIdx> {
        match self.element {
            Element::Mast(mast) => Some(mast),
            _ => None,
        }
    }
}

/// One feed, or two, as one name for those that have no other; nothing for none and for more.
fn key(feeds: &[FeedIdx]) -> Option<[FeedIdx; 2]> {
    match *feeds {
        [a] => Some([a, a]),
        [a, b] => Some([a.min(b), a.max(b)]),
        _ => None,
    }
}

/// The feeds among two elements, sorted, each once.
fn failed_feeds(one: &Part, other: &Part) -> Vec<FeedIdx> {
    let mut feeds: Vec<FeedIdx> = [one.element, other.element]
        .into_iter()
        .filter_map(|element| match element {
            Element::PowerFeed(feed) => Some(feed),
            _ => None,
        })
        .collect();
    feeds.sort_unstable();
    feeds.dedup();
    feeds
}

/// How many are in one of two sorted lists, or in both.
fn in_either(one: &[u32], other: &[u32]) -> usize {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < one.len() && j < other.len() {
        match one[i].cmp(&other[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, both) = (i + 1, j + 1, both + 1),
        }
    }
    one.len() + other.len() - both
}

/// How many sites have their way with the fewest hops over each node and span; of several such
/// ways, the one over the spans with the lowest numbers.
struct Load {
    nodes: Vec<usize>,
    spans: Vec<usize>,
}

impl Load {
    fn new(losses: &Losses<'_>) -> Self {
        let graph = losses.graph;
        let mut nodes = vec![0; graph.node_count()];
        let mut spans = vec![0; graph.span_count()];
        for &(place, _) in &losses.hanging {
            nodes[losses.risk.node_at(place).0 as usize] += 1;
        }
        let mut over: Vec<Option<(SpanIdx, NodeIdx)>> = vec![None; graph.node_count()];
        let mut seen = vec![false; graph.node_count()];
        let mut order: Vec<NodeIdx> = graph.core().to_vec();
        order.iter().for_each(|core| seen[core.0 as usize] = true);
        let mut at = 0;
        while let Some(&node) = order.get(at) {
            at += 1;
            let mut hops = graph.hops(node).to_vec();
            hops.sort_unstable_by_key(|hop| hop.over);
            for hop in hops {
                if !std::mem::replace(&mut seen[hop.to.0 as usize], true) {
                    over[hop.to.0 as usize] = Some((hop.over, node));
                    order.push(hop.to);
                }
            }
        }
        for node in order.into_iter().rev() {
            let own = nodes[node.0 as usize];
            if let Some((span, towards)) = over[node.0 as usize] {
                spans[span.0 as usize] += own;
                nodes[towards.0 as usize] += own;
            }
        }
        Self { nodes, spans }
    }

    fn of(&self, element: Element, losses: &Losses<'_>) -> usize {
        let span = |span: &SpanIdx| self.spans[span.0 as usize];
        match element {
            Element::Node(node) => self.nodes[node.0 as usize],
            Element::Span(of) => span(&of),
            Element::Trench(of) => losses.infrastructure.trench(of).spans.iter().map(span).sum(),
            Element::PowerFeed(feed) => {
                let fed = losses.fed.iter().filter(|(key, _)| key.contains(&feed));
                let nodes = fed.flat_map(|(_, nodes)| nodes);
                nodes.map(|node| self.nodes[node.0 as usize]).sum()
            }
            Element::Mast(mast) => {
                let place = losses.serving.iter().position(|serving| serving.mast == mast);
                let served = |site: &&ByMobile| place.is_some_and(|p| site.masts.contains(&p));
                losses.by_mobile.iter().filter(served).count()
            }
        }
    }
}
