//! Elements: the things whose loss can cut a site off.

use crate::model::coverage::MastIdx;
use crate::model::infrastructure::Infrastructure;
use crate::model::network::{Network, NodeIdx, SpanIdx};
use crate::model::power::FeedIdx;
use crate::model::trench::TrenchIdx;
use crate::words::codes;

/// What carries traffic: a node or a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Carrier {
    /// A node.
    Node(NodeIdx),
    /// A span.
    Span(SpanIdx),
}

impl Carrier {
    /// What kind it is.
    pub fn kind(self) -> ElementKind {
        Element::from(self).kind()
    }

    /// Its id in the network it belongs to.
    pub fn id(self, network: &Network) -> &str {
        match self {
            Self::Node(node) => &network.node(node).id,
            Self::Span(span) => &network.span(span).id,
        }
    }
}

codes! {
    /// What kind of thing an element is.
    pub enum ElementKind: "element-kind" {
        /// A mast.
        Mast = "mast",
        /// A network node.
        Node = "node",
        /// A feed of the power grid: longer without power than any battery lasts.
        PowerFeed = "power_feed",
        /// A span (cable) between two nodes.
        Span = "span",
        /// A stretch that several spans share.
        Trench = "trench",
    }
}

/// One thing that can fail. Elements are ordered by the names of their kinds, then by id, since
/// every kind is numbered by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// A mast.
    Mast(MastIdx),
    /// A node.
    Node(NodeIdx),
    /// A feed of the power grid.
    PowerFeed(FeedIdx),
    /// A span.
    Span(SpanIdx),
    /// A trench.
    Trench(TrenchIdx),
}

impl From<Carrier> for Element {
    fn from(carrier: Carrier) -> Self {
        match carrier {
            Carrier::Node(node) => Self::Node(node),
            Carrier::Span(span) => Self::Span(span),
        }
    }
}

/// What an index of the network's own belongs to.
const OF_A_NETWORK: &str = "nodes and spans are numbered by the network they are in";

impl Element {
    /// Everything that can fail, in order.
    pub fn all(of: &Infrastructure) -> Vec<Self> {
        let network = of.network.as_ref();
        let (nodes, spans) = network.map_or((0, 0), |n| (n.nodes().len(), n.spans().len()));
        let mut all: Vec<Self> =
            (0..of.masts().len() as u32).map(|mast| Self::Mast(MastIdx(mast))).collect();
        all.extend((0..nodes as u32).map(|node| Self::Node(NodeIdx(node))));
        all.extend((0..of.feeds.len() as u32).map(|feed| Self::PowerFeed(FeedIdx(feed))));
        all.extend((0..spans as u32).map(|span| Self::Span(SpanIdx(span))));
        all.extend((0..of.trenches.len() as u32).map(|trench| Self::Trench(TrenchIdx(trench))));
        all
    }

    /// What kind it is.
    pub fn kind(self) -> ElementKind {
        match self {
            Self::Mast(_) => ElementKind::Mast,
            Self::Node(_) => ElementKind::Node,
            Self::PowerFeed(_) => ElementKind::PowerFeed,
            Self::Span(_) => ElementKind::Span,
            Self::Trench(_) => ElementKind::Trench,
        }
    }

    /// Its id.
    pub fn id(self, of: &Infrastructure) -> &str {
        match self {
            Self::Mast(mast) => &of.mast(mast).id,
            Self::Node(node) => &of.network.as_ref().expect(OF_A_NETWORK).node(node).id,
            Self::PowerFeed(feed) => of.feeds.id(feed),
            Self::Span(span) => &of.network.as_ref().expect(OF_A_NETWORK).span(span).id,
            Self::Trench(trench) => &of.trench(trench).id,
        }
    }

    /// Its name, where it has one.
    pub fn name(self, of: &Infrastructure) -> Option<&str> {
        let network = of.network.as_ref();
        match self {
            Self::Node(node) => network?.node(node).name.as_deref(),
            Self::Span(span) => network?.span(span).name.as_deref(),
            Self::Mast(mast) => of.mast(mast).operator.as_deref(),
            Self::PowerFeed(_) | Self::Trench(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Code;

    #[test]
    fn elements_are_ordered_as_their_kinds_are_named() {
        let elements = [
            Element::Mast(MastIdx(9)),
            Element::Node(NodeIdx(8)),
            Element::PowerFeed(FeedIdx(7)),
            Element::Span(SpanIdx(6)),
            Element::Trench(TrenchIdx(5)),
        ];
        assert!(elements.is_sorted());
        assert!(elements.map(|element| element.kind().name()).is_sorted());
        for kind in ElementKind::ALL {
            assert_eq!(ElementKind::from_id(kind.name()), Some(kind));
        }
    }
}
