//! The fibre network: a node for every settlement with fibre, cabinets near the sites they serve,
//! and the cables between them.

use std::collections::BTreeMap;
use std::error::Error;

use serde::Serialize;

use super::Files;
use super::backbone::{self, Cable};
use super::cabling;
use super::dice::{Dice, Stream};
use super::fibre::{Fibre, Status};
use super::ground::Ground;
use super::plane::{Point, Projection};
use super::sites::{Kind, Site};
use super::write::{self, Geometry};

/// A site within this of a node hangs on it; the project file says the same.
pub const ATTACH_WITHIN_M: f64 = 500.0;

pub struct Node {
    pub id: String,
    pub name: String,
    /// As OFDS names it: `pop`, `exchange`, `aggregationPoint` or `cabinet`.
    pub kind: &'static str,
    pub at: Point,
    pub settlement: usize,
    pub feed: String,
    pub battery_h: Option<u32>,
}

pub struct Span {
    pub id: String,
    pub name: String,
    pub start: usize,
    pub end: usize,
    pub planned: bool,
    pub route: Vec<Point>,
}

pub struct Network {
    pub nodes: Vec<Node>,
    pub spans: Vec<Span>,
    /// The first node of each settlement that has one.
    pub hub: BTreeMap<usize, usize>,
}

impl Network {
    pub fn make(
        ground: &Ground,
        fibre: &Fibre,
        sites: &mut [Site],
        to: &Projection,
        seed: u64,
    ) -> Self {
        let mut network = Self { nodes: Vec::new(), spans: Vec::new(), hub: BTreeMap::new() };
        let mut numbers = BTreeMap::new();
        network.place_hubs(ground, fibre, &mut numbers, seed);
        network.place_cabinets(ground, fibre, sites, &mut numbers, seed);
        let mut dice = Dice::new(seed, Stream::Routes);
        network.lay_backbone(ground, to, &mut dice);
        network.reach_hamlets(ground, &mut dice);
        network.wire_settlements(ground, &mut dice);
        network.name_a_node(fibre, sites);
        network
    }

    /// The node of the place with this name.
    pub fn hub_of(&self, ground: &Ground, place: &str) -> usize {
        self.hub[&ground.place(place)]
    }

    /// The spans between two places.
    pub fn between(&self, ground: &Ground, from: &str, to: &str) -> Vec<&Span> {
        let ends = (self.hub_of(ground, from), self.hub_of(ground, to));
        self.spans.iter().filter(|s| (s.start, s.end) == ends).collect()
    }

    /// The node nearest to a point, and how far it is.
    pub fn nearest(&self, at: Point) -> (usize, f64) {
        let metres = self.nodes.iter().enumerate().map(|(i, node)| (i, node.at.distance(at)));
        metres.min_by(|a, b| a.1.total_cmp(&b.1)).expect("a network has nodes")
    }

    /// Which nodes are reached from the core nodes when the span with this index is lost.
    pub fn reached_without(&self, ground: &Ground, lost: Option<usize>) -> Vec<bool> {
        let mut reached = vec![false; self.nodes.len()];
        let mut open: Vec<usize> =
            backbone::POPS.iter().map(|pop| self.hub_of(ground, pop)).collect();
        open.push(self.hub_of(ground, backbone::LONE_CORE));
        while let Some(node) = open.pop() {
            if std::mem::replace(&mut reached[node], true) {
                continue;
            }
            for (i, span) in self.spans.iter().enumerate() {
                if !span.planned && Some(i) != lost {
                    if span.start == node {
                        open.push(span.end);
                    } else if span.end == node {
                        open.push(span.start);
                    }
                }
            }
        }
        reached
    }

    fn add_node(
        &mut self,
        ground: &Ground,
        numbers: &mut BTreeMap<usize, usize>,
        settlement: usize,
        at: Point,
        kind: &'static str,
        name: String,
    ) {
        let municipality = ground.settlements[settlement].municipality;
        let number = numbers.entry(municipality).or_insert(0);
        *number += 1;
        let id = format!("{}-{number:02}", ground.municipalities[municipality].prefix);
        let feed = String::new();
        self.hub.entry(settlement).or_insert(self.nodes.len());
        self.nodes.push(Node { id, name, kind, at, settlement, feed, battery_h: None });
    }

    fn add_span(&mut self, start: usize, end: usize, planned: bool, route: Vec<Point>) {
        let id = format!("K-{:03}", self.spans.len() + 1);
        let name = format!("{}–{}", self.nodes[start].name, self.nodes[end].name);
        self.spans.push(Span { id, name, start, end, planned, route });
    }

    fn place_hubs(
        &mut self,
        ground: &Ground,
        fibre: &Fibre,
        numbers: &mut BTreeMap<usize, usize>,
        seed: u64,
    ) {
        let mut dice = Dice::new(seed, Stream::Cabinets);
        for (settlement, here) in ground.settlements.iter().enumerate() {
            let (e, n) = dice.in_disc();
            if !fibre.connected.iter().any(|patch| patch.settlement == settlement) {
                continue;
            }
            let kind = match here.name.as_str() {
                name if backbone::POPS.contains(&name) => "pop",
                backbone::LONE_CORE => "exchange",
                _ if here.hamlet => "cabinet",
                _ => "aggregationPoint",
            };
            let at = here.centre.offset(e * 90.0, n * 90.0);
            self.add_node(ground, numbers, settlement, at, kind, here.name.clone());
        }
    }

    /// A cabinet near every connected site that has none in reach, but for those that another
    /// operator serves.
    fn place_cabinets(
        &mut self,
        ground: &Ground,
        fibre: &Fibre,
        sites: &[Site],
        numbers: &mut BTreeMap<usize, usize>,
        seed: u64,
    ) {
        const WALK_M: f64 = 320.0;
        const OTHER_OPERATOR: f64 = 0.15;
        let mut dice = Dice::new(seed.wrapping_add(1), Stream::Cabinets);
        let mut cabinets: BTreeMap<usize, usize> = BTreeMap::new();
        for site in sites {
            let (other, spot) = (dice.chance(OTHER_OPERATOR), dice.in_disc());
            let served = fibre.status(site) == Status::Connected && fibre.has_fibre_area(site.at);
            if !served || other || self.nearest(site.at).1 <= WALK_M {
                continue;
            }
            let here = &ground.settlements[site.settlement];
            let beside = site.at.offset(spot.0 * 140.0, spot.1 * 140.0);
            let at = if ground.may_stand(here, beside) { beside } else { site.at };
            let number = cabinets.entry(site.settlement).or_insert(0);
            *number += 1;
            let name = format!("{} skåp {number}", here.name);
            self.add_node(ground, numbers, site.settlement, at, "cabinet", name);
        }
    }

    fn lay_backbone(&mut self, ground: &Ground, to_metres: &Projection, dice: &mut Dice) {
        for Cable { from, to, via } in backbone::CABLES {
            let (start, end) = (self.hub_of(ground, from), self.hub_of(ground, to));
            // Two ducts in one trench lie a metre or two apart.
            let second = (from, to) == (backbone::SHARED_FROM, backbone::SHARED_TO[1]);
            let aside = if second { 1.5 } else { 0.0 };
            let mut stops = vec![self.nodes[start].at];
            for &(lon, lat) in via {
                let stop = to_metres.point(lon, lat).expect("a via is in Sweden");
                stops.push(stop.offset(aside, aside));
            }
            stops.push(self.nodes[end].at);
            let route = cabling::route(ground, &stops, dice);
            self.add_span(start, end, (from, to) == backbone::PLANNED, route);
        }
    }

    /// Every hamlet on the cheapest cable to what is reached already; inland, one in four on two.
    /// The coast keeps the weak points that the backbone gives it.
    fn reach_hamlets(&mut self, ground: &Ground, dice: &mut Dice) {
        let of_lone_core = |network: &Self, node: usize| {
            let municipality = ground.settlements[network.nodes[node].settlement].municipality;
            municipality == ground.settlements[ground.place(backbone::LONE_CORE)].municipality
        };
        let hubs: Vec<usize> = self.hub.values().copied().collect();
        let (mut waiting, mut done): (Vec<usize>, Vec<usize>) =
            hubs.iter().partition(|&&node| ground.settlements[self.nodes[node].settlement].hamlet);
        while !waiting.is_empty() {
            let mut best: Vec<(f64, usize, usize)> = Vec::new();
            for &from in &waiting {
                for &to in &done {
                    // The municipal network of Dals-Ed stands by itself.
                    if of_lone_core(self, from) == of_lone_core(self, to) {
                        best.push((cost(ground, self.nodes[from].at, self.nodes[to].at), from, to));
                    }
                }
            }
            best.sort_by(|a, b| a.0.total_cmp(&b.0));
            let (_, hamlet, nearest) = best[0];
            let second = best.iter().find(|way| way.1 == hamlet && way.2 != nearest);
            let municipality = ground.settlements[self.nodes[hamlet].settlement].municipality;
            let coast = ["ORU", "SOT", "LYS", "STR", "TAN"];
            let inland = !coast.contains(&ground.municipalities[municipality].prefix);
            let twice = dice.chance(0.25) && inland;
            self.lay(ground, nearest, hamlet, dice);
            if let (true, Some(&(cost, _, other))) = (twice, second)
                && cost < 15_000.0
            {
                self.lay(ground, other, hamlet, dice);
            }
            waiting.retain(|&node| node != hamlet);
            done.push(hamlet);
        }
    }

    /// Inside a settlement: the shortest tree over its cabinets, then, in towns, loops from the
    /// tree's ends.
    fn wire_settlements(&mut self, ground: &Ground, dice: &mut Dice) {
        const LOOP_M: f64 = 1400.0;
        for (&settlement, &hub) in &self.hub.clone() {
            let members: Vec<usize> =
                (0..self.nodes.len()).filter(|&n| self.nodes[n].settlement == settlement).collect();
            let mut joined = vec![hub];
            while joined.len() < members.len() {
                let (_, from, to) = joined
                    .iter()
                    .flat_map(|&from| members.iter().map(move |&to| (from, to)))
                    .filter(|(_, to)| !joined.contains(to))
                    .map(|(from, to)| {
                        (cost(ground, self.nodes[from].at, self.nodes[to].at), from, to)
                    })
                    .min_by(|a, b| a.0.total_cmp(&b.0))
                    .expect("a member is not joined yet");
                self.lay(ground, from, to, dice);
                joined.push(to);
            }
            let degree = |network: &Self, node: usize| {
                network.spans.iter().filter(|s| s.start == node || s.end == node).count()
            };
            for &end in &members[1..] {
                if members.len() < 4 || degree(self, end) != 1 || !dice.chance(0.6) {
                    continue;
                }
                let tied = self.spans.iter().find(|s| s.start == end || s.end == end);
                let tied = tied.map(|s| s.start + s.end - end).expect("degree is one");
                let near = members
                    .iter()
                    .filter(|&&other| other != end && other != tied)
                    .map(|&other| (cost(ground, self.nodes[end].at, self.nodes[other].at), other))
                    .min_by(|a, b| a.0.total_cmp(&b.0));
                if let Some((metres, other)) = near
                    && metres <= LOOP_M
                {
                    self.lay(ground, end, other, dice);
                }
            }
        }
    }

    fn lay(&mut self, ground: &Ground, from: usize, to: usize, dice: &mut Dice) {
        let route = cabling::route(ground, &[self.nodes[from].at, self.nodes[to].at], dice);
        self.add_span(from, to, false, route);
    }

    /// One connected school too far from every node says itself which one it hangs on.
    fn name_a_node(&self, fibre: &Fibre, sites: &mut [Site]) {
        let far = |site: &&mut Site| {
            site.kind == Kind::School
                && fibre.status(site) == Status::Connected
                && self.nearest(site.at).1 > ATTACH_WITHIN_M
        };
        let school = sites.iter_mut().find(far).expect("the seed leaves one school far");
        school.node = Some(self.nodes[self.nearest(school.at).0].id.clone());
    }

    pub fn write(&self, to: &Projection, files: &mut Files) -> Result<(), Box<dyn Error>> {
        let mut nodes = Vec::new();
        for node in &self.nodes {
            nodes.push(OfdsNode {
                id: &node.id,
                name: &node.name,
                type_: [node.kind],
                status: "operational",
                location: Geometry::Point { coordinates: to.lon_lat(node.at)? },
            });
        }
        let mut spans = Vec::new();
        for span in &self.spans {
            spans.push(OfdsSpan {
                id: &span.id,
                name: &span.name,
                status: if span.planned { "planned" } else { "operational" },
                start: &self.nodes[span.start].id,
                end: &self.nodes[span.end].id,
                route: Geometry::LineString { coordinates: to.lon_lats(&span.route)? },
                fibre_length: super::plane::round(cabling::length(&span.route) / 1000.0, 2),
            });
        }
        let package = format!(
            "{{\"networks\":[{{\n{HEAD},\n\"nodes\":[\n{}\n],\n\"spans\":[\n{}\n]\n}}]}}\n",
            write::lines(&nodes)?,
            write::lines(&spans)?
        );
        files.insert("network.json".into(), package.into_bytes());
        Ok(())
    }
}

/// Metres of cable, where sea counts five times.
fn cost(ground: &Ground, from: Point, to: Point) -> f64 {
    from.distance(to) + 4.0 * cabling::metres_at_sea(ground, &[from, to])
}

/// What the Open Fibre Data Standard 0.4 wants said of a network.
const HEAD: &str = r#""id":"6f1a2c1e-5d0b-4c0e-9a51-14fb0da1fb0d",
"name":"Syntetiskt fibernät i Fyrbodal",
"publisher":{"name":"beredd (syntetiska data)"},
"publicationDate":"2026-11-01",
"collectionDate":"2026-11-01",
"crs":{"name":"urn:ogc:def:crs:OGC::CRS84","uri":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"},
"language":"sv",
"links":[{"href":"https://standard.ofds.info/en/0__4__0/network-schema.json","rel":"describedby"}]"#;

#[derive(Serialize)]
struct OfdsNode<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(rename = "type")]
    type_: [&'a str; 1],
    status: &'static str,
    location: Geometry,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OfdsSpan<'a> {
    id: &'a str,
    name: &'a str,
    status: &'static str,
    start: &'a str,
    end: &'a str,
    route: Geometry,
    /// Kilometres.
    fibre_length: f64,
}
