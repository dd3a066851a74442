//! Small networks and sites for the tests of this stage.

use crate::crs::Projected;
use crate::model::coverage::Mast;
use crate::model::knowledge::Knowledge;
use crate::model::network::{self, Node, NodeIdx, Span};
use crate::model::power::PowerSupply;
use crate::model::site::{Site, SiteKind};
use crate::model::source::{Origin, Source, SourceIdx};

/// A network that a test may still change.
#[derive(Clone)]
pub struct Network {
    pub nodes: Vec<Node>,
    pub spans: Vec<Span>,
    core: Vec<NodeIdx>,
}

impl Network {
    /// Everything in service, nothing placed; a span `a-b` joins the nodes `a` and `b`, and what
    /// follows behind a second dash keeps parallel ones apart: `a-b-2`.
    pub fn new(nodes: &[&str], spans: &[&str], core: &[&str]) -> Self {
        let find = |id: &str| {
            let place = nodes.iter().position(|&node| node == id);
            NodeIdx(place.expect("a node of the sample") as u32)
        };
        let origin = Origin { source: SourceIdx(1), row: 1 };
        let node = |&id: &&str| Node {
            id: id.to_owned(),
            name: None,
            types: Vec::new(),
            place: None,
            in_service: true,
            power: PowerSupply::UNKNOWN,
            providers: Vec::new(),
            origin,
        };
        let span = |&id: &&str| {
            let mut parts = id.split('-');
            let mut end = || find(parts.next().expect("a span is named after its ends"));
            let (start, end) = (end(), end());
            Span {
                id: id.to_owned(),
                name: None,
                start,
                end,
                route: None,
                in_service: true,
                providers: Vec::new(),
                origin,
            }
        };
        Self {
            nodes: nodes.iter().map(node).collect(),
            spans: spans.iter().map(span).collect(),
            core: core.iter().map(|id| find(id)).collect(),
        }
    }

    /// Places the nodes, in the order they were given.
    pub fn at(mut self, places: &[(f64, f64)]) -> Self {
        for (node, &place) in self.nodes.iter_mut().zip(places) {
            node.place = Some(self::place(place));
        }
        self
    }

    pub fn build(self) -> network::Network {
        network::Network::new(SourceIdx(1), self.nodes, self.spans, self.core)
            .expect("a sample is consistent")
    }
}

/// A mast of row 3 of the first source that reaches far and hangs on a node.
pub fn mast(id: &str, node: Option<&str>, feeds: &[&str]) -> Mast {
    let mut power = PowerSupply::UNKNOWN;
    power.add_feeds(feeds.iter().map(|&feed| feed.to_owned()));
    Mast {
        id: id.to_owned(),
        place: Some(place((0.0, 0.0))),
        operator: None,
        radio_network: None,
        range: None,
        stated_node: node.map(str::to_owned),
        power,
        origin: Origin { source: SourceIdx(0), row: 3 },
    }
}

/// A position, in metres.
pub fn place((easting, northing): (f64, f64)) -> Projected {
    Projected::from_metres(easting, northing).expect("finite")
}

/// A site of row 7 of the first source.
pub fn site(id: &str, at: Option<(f64, f64)>, stated_node: Option<&str>) -> Site {
    Site {
        id: id.to_owned(),
        name: id.to_owned(),
        kind: SiteKind::School,
        place: at.map(place),
        persons: None,
        stated_municipality: None,
        stated_node: stated_node.map(str::to_owned),
        stated_connection: Knowledge::Unknown,
        stated_download: None,
        backup_power: None,
        power_feeds: Vec::new(),
        origin: Origin { source: SourceIdx(0), row: 7 },
    }
}

/// The sources the samples name: `schools.csv` and `network.json`.
pub fn sources() -> Vec<Source> {
    let source = |path: &str, section| Source {
        path: path.to_owned(),
        section,
        publisher: None,
        date: None,
        licence: None,
        synthetic: false,
        bytes: 0,
        sha256: String::new(),
        sidecars: Vec::new(),
    };
    vec![source("schools.csv", "sites"), source("network.json", "network")]
}
