//! What each site and mast depends on in the network.

use crate::model::network::NodeIdx;
use crate::model::power::FeedIdx;
use crate::network::attachment::Attachment;
use crate::network::element::Element;
use crate::network::endurance::Endurance;
use crate::units::Metres;
use crate::words::codes;

codes! {
    /// Whether the network reaches a site.
    pub enum NetworkStatus: "network-status" {
        /// There is a way from the core to its access node.
        Reached = "reached",
        /// It has an access node, and there is no way to it even with nothing failed.
        CutOff = "cut_off",
        /// It hangs on no node.
        NotAttached = "not_attached",
        /// No network is given, or nobody said where the site is.
        Unknown = "unknown",
    }
}

codes! {
    /// Where on the way from a site to the core a single point is.
    pub enum Stage: "stage" {
        /// What the site itself hangs on: its access node, or what takes it down by taking down no
        /// more than that. Every site that is reached has one, so it is kept apart.
        Access = "access",
        /// Beyond it.
        Network = "network",
    }
}

/// One element whose loss alone cuts something off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SinglePoint {
    /// The element.
    pub element: Element,
    /// Where on the way it is.
    pub stage: Stage,
}

/// Which power feeds may take something down alone beside those that are known to, because nobody
/// says what everything is fed by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedDoubt {
    /// Whether any feed whatever may.
    pub any: bool,
    /// Those that may, sorted; blank where any may.
    pub of: Vec<FeedIdx>,
    /// Whether one of them may take down more than what it hangs on itself.
    pub beyond: bool,
}

impl FeedDoubt {
    /// Whether a feed may take it down.
    pub fn holds(&self, feed: FeedIdx) -> bool {
        self.any || self.of.binary_search(&feed).is_ok()
    }
}

/// What a site or mast depends on in the network.
#[derive(Clone, Debug, PartialEq)]
pub struct Dependence {
    /// The node it hangs on.
    pub access_node: Option<NodeIdx>,
    /// The straight distance to that node, where both have a place.
    pub drop_length: Option<Metres>,
    /// Whether the network reaches it.
    pub status: NetworkStatus,
    /// Node-disjoint ways from the access node to the core: 0, 1, or 2 for two or more; see
    /// [`crate::network::single_points::SinglePoints::disjoint_paths`]. Unknown where it hangs on
    /// no node.
    pub disjoint_paths: Option<u8>,
    /// Every single point of what is reached: nodes and spans from the access node towards the
    /// core, then power feeds and trenches by id; none of what is not reached.
    pub single_points: Vec<SinglePoint>,
    /// What else among feeds may be a single point of it.
    pub feed_doubt: FeedDoubt,
    /// How long its way to the core lasts when grid power is lost everywhere.
    pub endurance: Endurance,
}

impl Dependence {
    /// What is known when there is no network: nothing.
    pub fn unknown() -> Self {
        Self::without_node(NetworkStatus::Unknown)
    }

    /// What is known of something that hangs on no node.
    pub fn not_attached() -> Self {
        Self::without_node(NetworkStatus::NotAttached)
    }

    /// What hangs on a node to which there is no way.
    pub fn cut_off(Attachment { node, drop_length }: Attachment) -> Self {
        Self {
            access_node: Some(node),
            drop_length,
            status: NetworkStatus::CutOff,
            disjoint_paths: Some(0),
            single_points: Vec::new(),
            feed_doubt: FeedDoubt::default(),
            endurance: Endurance::NONE,
        }
    }

    fn without_node(status: NetworkStatus) -> Self {
        Self {
            access_node: None,
            drop_length: None,
            status,
            disjoint_paths: None,
            single_points: Vec::new(),
            feed_doubt: FeedDoubt::default(),
            endurance: Endurance::UNKNOWN,
        }
    }
}
