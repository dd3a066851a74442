//! Elements: the things whose loss can cut a site off.

use crate::model::network::{Network, NodeIdx, SpanIdx};

/// What kind of thing an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ElementKind {
    /// A network node.
    Node,
    /// A span (cable) between two nodes.
    Span,
}

impl ElementKind {
    /// As written in the tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Node => "node",
            Self::Span => "span",
        }
    }
}

/// One element of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// A node.
    Node(NodeIdx),
    /// A span.
    Span(SpanIdx),
}

impl Element {
    /// What kind it is.
    pub fn kind(self) -> ElementKind {
        match self {
            Self::Node(_) => ElementKind::Node,
            Self::Span(_) => ElementKind::Span,
        }
    }

    /// Its id in the network it belongs to.
    pub fn id(self, network: &Network) -> &str {
        match self {
            Self::Node(node) => &network.node(node).id,
            Self::Span(span) => &network.span(span).id,
        }
    }

    /// Its name in the network it belongs to, where it has one.
    pub fn name(self, network: &Network) -> Option<&str> {
        match self {
            Self::Node(node) => network.node(node).name.as_deref(),
            Self::Span(span) => network.span(span).name.as_deref(),
        }
    }
}
